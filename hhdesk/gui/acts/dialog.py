"""The dialog of an act of hh.ru's. Its fields are made of the act's `arguments[]`: no act is known by its id.

`ActDialog.open_for(request, window)` opens it and returns; what the person decides goes through
`request.submit`, and `queued` tells the outbox entry.
"""

from __future__ import annotations

from typing import ClassVar, Self

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from hhdesk.domain.costs import CostKind
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.negotiations import Address, Letter, Template
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.gui.acts import problems
from hhdesk.gui.acts.letter_field import LetterField
from hhdesk.gui.acts.preview import Preview
from hhdesk.gui.acts.request import ActChoice, ActOffer, ActRequest
from hhdesk.gui.kit.avatar import Avatar, initials
from hhdesk.gui.kit.buttons import Button, Kind, Tick
from hhdesk.gui.kit.fields import Choice, FieldMessage
from hhdesk.gui.kit.labels import IconLabel, Label, Rule, tip
from hhdesk.gui.kit.panes import Overlay
from hhdesk.gui.kit.rows import RowAvatar
from hhdesk.gui.kit.states import Strip, StripTone
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.sentences import sentence
from hhdesk.gui.tasks import Tasks
from hhdesk.services.drafts import ActDraft


class ActDialog(QDialog):
    """Window-modal. Ctrl+Enter does it, Esc leaves everything as it was."""

    queued = Signal(object)
    """OutboxEntry: the decision is kept and will be sent."""
    site_asked = Signal(str)
    """Address of hh.ru's page for what hhdesk cannot fill in."""
    WIDTH: ClassVar = 72
    """Em, where the window is wide enough."""

    def __init__(self, request: ActRequest, window: QWidget) -> None:
        super().__init__(window)
        self._request = request
        self._tasks = Tasks(self)
        self._tasks.failed.connect(self._trouble)
        self._draft: ActDraft | None = None
        self._addresses: tuple[Address, ...] = ()
        self._letters: dict[str, Letter] = {}
        self._asked = False
        self.setObjectName("actDialog")
        self.setAccessibleName(request.title)
        self.setWindowTitle(request.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        Theme.instance().surface(self, "page")
        self._build()
        self.vacancy.setCurrentIndex(self._first_offer())
        self._offer_changed()

    @classmethod
    def open_for(cls, request: ActRequest, window: QWidget) -> Self:
        """Open over `window`, which is dimmed meanwhile, and return at once: it comes in the next turn."""
        dialog = cls(request, window)
        # What was built holds the loop up for long enough.
        QTimer.singleShot(0, dialog, lambda: dialog._appear(window))
        return dialog

    def _appear(self, window: QWidget) -> None:
        overlay = Overlay(window)
        overlay.dim(self)
        self.destroyed.connect(overlay.deleteLater)
        self.resize(min(px(self.WIDTH), window.width() - px(6)), min(px(43), window.height() - px(4)))
        self.open()
        first = self.message if self.draft is not None else self.vacancy
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def draft(self) -> ActDraft | None:
        """What would be sent now; None while no act can be chosen."""
        return self._draft

    @property
    def is_busy(self) -> bool:
        """Whether a letter or addresses are on their way, or the decision is being kept."""
        return bool(self._tasks.keys())

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        fields = QWidget(self)
        self._column = QVBoxLayout(fields)
        self._column.setContentsMargins(px(1.4), px(1.3), px(1.4), px(1.1))
        self._column.setSpacing(px(0.75))
        self.preview = Preview(self)
        outer.addLayout(self._panes(fields), 1)
        outer.addWidget(Rule())
        self._build_person()
        self._build_choices()
        self._build_letter()
        self._build_rest()
        outer.addWidget(self._foot())

    def _panes(self, fields: QWidget) -> QHBoxLayout:
        """The fields, and what comes of them at their right."""
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(fields, 4)
        panes.addWidget(Rule(upright=True))
        panes.addWidget(self.preview, 3)
        return panes

    def _build_person(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(0.9))
        name = self._request.person_name
        letters = initials(name) if self._request.has_name else ""
        line.addWidget(Avatar(RowAvatar(letters, seed=self._request.seed), 2.5))
        names = QVBoxLayout()
        names.setSpacing(px(0.1))
        names.addWidget(Label(name, Type.STRONG, wrap=True, name="actPerson"))
        if self._request.person_detail:
            names.addWidget(Label(self._request.person_detail, Type.SMALL, "muted", wrap=True))
        line.addLayout(names, 1)
        self._column.addLayout(line)

    def _build_choices(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(0.9))
        self.vacancy = Choice(
            [(offer.vacancy_id, _offer_words(offer)) for offer in self._request.offers], name="actVacancy"
        )
        self.vacancy.setPlaceholderText(self.tr("Choose a vacancy"))
        self.vacancy.chosen.connect(lambda _: self._offer_changed())
        self.action = Choice(name="actAction")
        self.action.chosen.connect(lambda _: self._choice_changed())
        for stretch, words, field in (
            (4, self.tr("Vacancy"), self.vacancy),
            (3, self.tr("hh.ru's act"), self.action),
        ):
            column = QVBoxLayout()
            column.setSpacing(px(0.45))
            label = Label(words, Type.BODY, "muted")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
            line.addLayout(column, stretch)
        self._column.addLayout(line)
        self.notice = Strip(tone=StripTone.AMBER, icon="circle-alert", rounded=True, name="actNotice")
        self.notice.acted.connect(self._take_way)
        self.notice.hide()
        self._column.addWidget(self.notice)

    def _build_letter(self) -> None:
        self.letter = LetterField()
        self.letter.changed.connect(self._changed)
        self.letter.template_chosen.connect(self._use)
        self.message = self.letter.editor
        self._column.addWidget(self.letter, 1)

    def _build_rest(self) -> None:
        self._address_part = QWidget()
        column = QVBoxLayout(self._address_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.45))
        label = Label(self.tr("Address"), Type.BODY, "muted")
        self.address = Choice(name="actAddress")
        self.address.setAccessibleName(self.tr("Address"))
        self._offer_addresses()
        self.address.chosen.connect(lambda _: self._changed())
        label.setBuddy(self.address)
        self.address_trouble = FieldMessage()
        for widget in (label, self.address, self.address_trouble):
            column.addWidget(widget)
        self._column.addWidget(self._address_part)
        self.sms = Tick(self.tr("Send an SMS too"))
        self.sms.setObjectName("actSms")
        self.sms.toggled.connect(self._changed)
        self._column.addWidget(self.sms)
        self.sms_trouble = FieldMessage()
        self._column.addWidget(self.sms_trouble)
        # Takes the letter's place while there is none, so that the fields stay together at the top.
        self._filler = QWidget()
        self._column.addWidget(self._filler, 1)

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        Theme.instance().surface(foot, "panel")
        foot.setFixedHeight(px(4.2))
        line = QHBoxLayout(foot)
        line.setContentsMargins(px(1.1), 0, px(1.2), 0)
        line.setSpacing(px(0.6))
        if self._request.price:
            free = self._request.cost.kind is CostKind.FREE
            line.addWidget(IconLabel("coins", "ok" if free else "amber"))
        self._price = Label(self._request.price, wrap=True, name="actPrice")
        line.addWidget(self._price, 1)
        # Where %n is filled in, Qt takes the words of a class that has no translation for its own.
        seconds = self._request.wait_seconds
        words = QCoreApplication.translate("ActDialog", "goes in %n s, can be taken back", "", seconds)
        self._wait = Label(words, Type.SMALL, "muted", name="actWait")
        line.addWidget(self._wait)
        self.cancel_button = Button(self.tr("Cancel"), key="Esc", name="actCancel")
        self.cancel_button.clicked.connect(self.reject)
        self.do_button = Button(self._request.words, kind=Kind.FILLED, key="Ctrl Enter", name="actDo")
        self.do_button.clicked.connect(self.submit)
        line.addWidget(self.cancel_button)
        line.addWidget(self.do_button)
        return foot

    # The choice

    def _offer(self) -> ActOffer | None:
        key = self.vacancy.key
        return next((offer for offer in self._request.offers if offer.vacancy_id == key), None)

    def _choice(self) -> ActChoice | None:
        offer = self._offer()
        key = self.action.key
        return next((one for one in offer.choices if one.key == key), None) if offer is not None else None

    def _first_offer(self) -> int:
        """Place of the wished one, or of the only one of which something can be done; -1 leaves it open. The
        wished one may have a negotiation already: that is told, with the way to it.

        Where nothing can be done for any, the first says why.
        """
        offers = self._request.offers
        usable = [place for place, offer in enumerate(offers) if offer.first_usable is not None]
        known = [place for place, offer in enumerate(offers) if offer.existing is not None]
        wished = [
            place for place in (*usable, *known) if offers[place].vacancy_id == self._request.first_offer
        ]
        if wished:
            return wished[0]
        if len(usable) <= 1:
            return usable[0] if usable else 0
        return -1

    @property
    def _is_open(self) -> bool:
        """Whether a vacancy has still to be chosen."""
        return bool(self._request.offers) and self.vacancy.currentIndex() < 0

    def _offer_changed(self) -> None:
        offer = self._offer()
        self.action.set_choices([(one.key, one.name) for one in offer.choices] if offer is not None else [])
        choice = self._choice()
        if offer is not None and offer.first_usable is not None and (choice is None or not choice.is_usable):
            self.action.set_key(offer.first_usable.key)
        self.action.setEnabled(self.action.count() > 1)
        self.vacancy.setEnabled(self.vacancy.count() > 1)
        self._choice_changed()

    def _choice_changed(self) -> None:
        offer, choice = self._offer(), self._choice()
        self._asked = False
        usable = choice is not None and choice.is_usable and offer is not None and offer.existing is None
        self._draft = offer.draft(choice) if usable and offer is not None and choice is not None else None
        self._tell_notice(offer, choice)
        self.letter.setVisible(self._takes("message"))
        self._address_part.setVisible(self._takes("address_id"))
        self.sms.setVisible(self._takes("send_sms"))
        self.do_button.setEnabled(self._draft is not None)
        reason = self.tr("Choose a vacancy first") if self._is_open else ""
        self.do_button.setToolTip(reason)
        self.do_button.setAccessibleDescription(reason)
        self._filler.setVisible(not self.letter.isVisibleTo(self))
        if choice is not None and not self._request.words:
            self.do_button.set_words(choice.name)
        self.letter.set_templates(choice.action.templates if choice is not None else ())
        first = self.letter.first_template()
        if self._draft is not None and first is not None and not self.letter.is_written:
            self._use(first)
        if self._takes("address_id") and not self._addresses:
            self._tasks.start("addresses", self._ask_addresses(), self._addresses_came)
        self._changed()

    def _takes(self, argument: str) -> bool:
        return self._draft is not None and self._draft.action.takes(argument)

    def _tell_notice(self, offer: ActOffer | None, choice: ActChoice | None) -> None:
        if self._is_open:
            self.notice.say(
                self.tr("Choose a vacancy."), self.tr("Its acts and letters of hh.ru come then."), ""
            )
        elif offer is None:
            self.notice.say(
                self.tr("No vacancy of yours fits."), self.tr("hh.ru offers none for this resume."), ""
            )
        elif offer.existing is not None:
            stage = self.tr("It is at the stage «{stage}».").format(stage=offer.existing.name)
            self.notice.say(self.tr("There is a response already."), stage, self.tr("Open it"))
        elif choice is None or not choice.action.enabled:
            self.notice.say(
                self.tr("hh.ru allows no act here."),
                self.tr("Usually a service is missing in the contract."),
                self.tr("Open hh.ru"),
            )
        elif choice.action.unknown_required:
            self.notice.say(
                self.tr("This one is for the site."),
                self.tr("hh.ru asks for something that hhdesk cannot fill in."),
                self.tr("Open hh.ru"),
            )
        self.notice.setVisible(self._draft is None)

    def _take_way(self) -> None:
        offer = self._offer()
        if offer is not None and offer.existing is not None and self._request.open_existing is not None:
            self._request.open_existing(offer)
        else:
            self.site_asked.emit(self._request.site_url)
        self.reject()

    # Letter and address

    def _use(self, template: Template) -> None:
        self.letter.tell_template(template)
        known = self._letters.get(template.id)
        if known is not None:
            self._letter_came(template, known)
            return

        async def ask() -> Letter:
            return await self._request.letter(template)

        self._tasks.start("letter", ask(), lambda letter: self._letter_came(template, letter))

    def _letter_came(self, template: Template, letter: Letter) -> None:
        self._letters[template.id] = letter
        if self._draft is None:
            return
        self.letter.fill(letter.mail)
        self.sms.setText(
            self.tr("Send an SMS: «{text}»").format(text=letter.sms)
            if letter.sms
            else self.tr("Send an SMS too")
        )
        self.sms.setToolTip(tip(letter.sms))
        self._changed()

    async def _ask_addresses(self) -> tuple[Address, ...]:
        return await self._request.addresses()

    def _offer_addresses(self) -> None:
        """None is a choice too, also before hh.ru's come."""
        none = self.tr("Without an address")
        self.address.set_choices([("", none), *((one.id, one.text) for one in self._addresses)])

    def _addresses_came(self, addresses: tuple[Address, ...]) -> None:
        self._addresses = addresses
        self._offer_addresses()
        self._changed()

    def _changed(self) -> None:
        """Take the fields into the draft and show what comes of it."""
        draft = self._draft
        self.preview.setVisible(draft is not None)
        if draft is None:
            return
        chosen = self.address.key if self._takes("address_id") else ""
        address = next((one.text for one in self._addresses if one.id == chosen), "")
        filled = replace(
            draft,
            message=self.letter.text if self._takes("message") else "",
            send_sms=self.sms.isChecked() and self._takes("send_sms"),
            address_id=chosen,
            address_text=address,
        )
        self._draft = filled
        self._show(filled, address)
        self._tell_problems(filled)

    def _show(self, draft: ActDraft, address: str) -> None:
        """What the candidate gets of it."""
        self.preview.show_draft(draft, address, self.sms.text())

    def _tell_problems(self, draft: ActDraft) -> None:
        """At the fields, but not before the person wanted to send."""
        found = {problems.FIELD.get(one, ""): problems.words(one) for one in draft.problems()}
        shown = found if self._asked else {}
        self.letter.tell_problem(shown.get("message", ""))
        self.address_trouble.say(shown.get("address_id", ""))
        self.address.set_invalid(shown.get("address_id", ""))
        self.sms_trouble.say(shown.get("send_sms", ""))
        if "" in shown:
            self.notice.say(shown[""], "", "")
        self.notice.setVisible("" in shown)

    # The act

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter from every field; Enter alone never sends."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def submit(self) -> None:
        """Keep the decision; the fields say what is missing."""
        if self._is_open:
            self.vacancy.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._draft is None or self._tasks.is_running("submit"):
            return
        self._asked = True
        self._changed()
        if self._draft.problems():
            return
        draft = self._draft
        self.do_button.setEnabled(False)

        async def keep() -> OutboxEntry:
            return await self._request.submit(draft)

        self._tasks.write("submit", keep(), self._kept, self._not_kept)

    def reject(self) -> None:
        """Leave everything as it was; a decision that is just being kept closes the dialog itself."""
        if not self._tasks.is_running("submit"):
            super().reject()

    def _kept(self, entry: OutboxEntry) -> None:
        # The window may have been closed meanwhile; the decision is kept all the same.
        if isValid(self):
            self.queued.emit(entry)
            self.accept()

    def _not_kept(self, error: HhdeskError) -> None:
        if not isValid(self):
            return
        self.do_button.setEnabled(True)
        self._trouble(error)

    def _trouble(self, error: HhdeskError) -> None:
        said = sentence(error)
        self.notice.say(said.title + ".", said.text, "")
        self.notice.show()


def _offer_words(offer: ActOffer) -> str:
    return (
        f"{offer.vacancy_name} · {offer.existing.name}" if offer.existing is not None else offer.vacancy_name
    )
