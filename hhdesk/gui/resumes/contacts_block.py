"""Contacts in each of their states: open, hidden by the person, only in hh.ru's chat, not to be bought."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.resumes import Contact, ContactKind, ContactView, Resume
from hhdesk.gui.acts import prices
from hhdesk.gui.kit.buttons import Button, IconButton
from hhdesk.gui.kit.labels import IconLabel
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Role, Type
from hhdesk.gui.resumes import hidden, wording
from hhdesk.gui.resumes.texts import Text

_KINDS: dict[ContactKind, str] = {ContactKind.PHONE: "phone", ContactKind.EMAIL: "mail"}


class _Line(Struct, frozen=True):
    """One state: what is so, what it means."""

    icon: str
    role: Role
    title: str
    meaning: str


class ContactsBlock(QWidget):
    """Stands over the resume when there is something to say that the buttons at the foot do not."""

    open_asked = Signal()
    offer_asked = Signal(str)
    """Address of a service that hh.ru sells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactsBlock")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.6))
        self._said: tuple[object, ...] = ()
        self.hide()

    def clear(self) -> None:
        """Say nothing."""
        self._said = ()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def show_state(self, resume: Resume, cost: Cost, today: date) -> None:
        """Show the contacts of `resume`, or why they are not to be seen."""
        said = (resume.id, resume.contacts, resume.contacts_open_until, hidden.warning(resume), cost, today)
        if said == self._said:
            self.setVisible(self.has_something())
            return
        self.clear()
        self._said = said
        if resume.contacts:
            if until := resume.contacts_open_until:
                day = wording.calendar_day(until, today)
                words = QCoreApplication.translate("Resume", "Contacts are open till {day}").format(day=day)
                self._column.addWidget(Text(words, Type.SMALL, "muted", name="contactsUntil"))
            for number, contact in enumerate(resume.contacts, 1):
                self._column.addWidget(_contact_row(contact, number))
        elif cost.kind is CostKind.FREE:
            self._column.addWidget(_row(_none_shown(resume), None))
        elif cost.kind is CostKind.UNAVAILABLE:
            self._column.addWidget(self._offer_row(cost))
        elif cost.hidden:
            self._column.addWidget(self._hidden_row(resume, cost))
        self.setVisible(self.has_something())

    def has_something(self) -> bool:
        """Whether there is anything to say."""
        return self._column.count() > 0

    def _hidden_row(self, resume: Resume, cost: Cost) -> QWidget:
        word = QCoreApplication.translate
        title = word("Resume", "A part of the contacts is hidden")
        line = _Line("eye-off", "amber", title, hidden.warning(resume))
        anyway = Button(word("Resume", "Open anyway"), cost=prices.badge(cost), name="contactsAnyway")
        anyway.clicked.connect(self.open_asked)
        return _row(line, anyway)

    def _offer_row(self, cost: Cost) -> QWidget:
        word = QCoreApplication.translate
        names = ", ".join(name for name, _ in cost.offers)
        meaning = (
            word("Resume", "hh.ru offers: {services}.").format(services=names)
            if names
            else word("Resume", "No bought service opens these contacts.")
        )
        line = _Line("lock", "muted", word("Resume", "Contacts are not in your contract"), meaning)
        if not cost.offers:
            return _row(line, None)
        buy = Button(word("Resume", "Buy on the site"), icon="external-link", name="contactsOffer")
        buy.clicked.connect(lambda: self.offer_asked.emit(cost.offers[0][1]))
        return _row(line, buy)


def _none_shown(resume: Resume) -> _Line:
    """Nothing is left to pay, and yet the resume brought no contact."""
    word = QCoreApplication.translate
    if resume.contact_view is ContactView.IPC:
        title = word("Resume", "Only in hh.ru's chat")
        meaning = word("Resume", "hh.ru shows no phone and no e-mail of this person.")
        return _Line("message-square", "muted", title, meaning)
    if kept := hidden.kept(resume):
        return _Line("eye-off", "muted", word("Resume", "Open, but no contact is shown"), kept)
    return _Line("lock-open", "muted", word("Resume", "Open, but the resume names no contact"), "")


def _row(line: _Line, act: QWidget | None) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(0.75))
    layout.addWidget(IconLabel(line.icon, line.role))
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(Text(line.title, Type.STRONG, wrap=True, selectable=True))
    if line.meaning:
        names.addWidget(Text(line.meaning, Type.SMALL, "muted", wrap=True))
    layout.addLayout(names, 1)
    if act is not None:
        layout.addWidget(act)
    return row


def _contact_row(contact: Contact, number: int) -> QWidget:
    word = QCoreApplication.translate
    parts = [
        contact.type_name,
        word("Resume", "preferred") if contact.preferred else "",
        contact.comment,
    ]
    line = _Line(
        _KINDS.get(contact.kind, "message-square"),
        "ok",
        contact.value,
        wording.DOT.join(part for part in parts if part),
    )
    copy = IconButton("copy", word("Resume", "Copy"), framed=True, name=f"contactCopy{number}")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(contact.value))
    row = _row(line, copy)
    row.setObjectName(f"contact{number}")
    row.setAccessibleName(contact.value)
    return row
