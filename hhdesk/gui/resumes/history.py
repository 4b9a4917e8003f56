"""The tabs beside the resume: the person's time line, and the files that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.domain.people import StoredFile, TimelineEvent
from hhdesk.domain.resumes import HistoryVacancy
from hhdesk.gui.kit.buttons import Button, LinkButton
from hhdesk.gui.kit.labels import IconLabel
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Role, Type
from hhdesk.gui.resumes import wording
from hhdesk.gui.resumes.texts import Text

_ICONS: dict[str, tuple[str, Role]] = {
    "seen": ("search", "muted"),
    "read": ("file-text", "muted"),
    "contacts_opened": ("lock-open", "ok"),
    "downloaded": ("file-down", "muted"),
    "applied": ("inbox", "accent"),
    "moved": ("arrow-right-left", "muted"),
    "invited": ("mail", "ok"),
    "letter_sent": ("send", "muted"),
    "letter_received": ("message-square-text", "accent"),
    "taken_back": ("undo-2", "muted"),
    "withdrawn": ("ghost", "no"),
    "note": ("notebook-pen", "muted"),
}


def event_words(event: TimelineEvent) -> str:
    """What happened, in words; an unknown kind says its own text."""
    word = QCoreApplication.translate
    known = {
        "seen": word("Person", "Found by a search"),
        "read": word("Person", "Resume read"),
        "contacts_opened": word("Person", "Contacts opened"),
        "downloaded": word("Person", "File downloaded"),
        "applied": word("Person", "Applied"),
        "moved": word("Person", "Moved to another stage"),
        "invited": word("Person", "Invited"),
        "letter_sent": word("Person", "Letter sent"),
        "letter_received": word("Person", "Letter received"),
        "taken_back": word("Person", "Taken back before it was sent"),
        "withdrawn": word("Person", "Resume withdrawn, our copy stays"),
        "note": word("Person", "Note"),
    }
    return known.get(event.kind, event.text or event.kind)


class HistoryView(QWidget):
    """Newest first: our own time line, then what hh.ru remembers between this resume and the company."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resumeHistory")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.9))

    def show_events(
        self, events: Sequence[TimelineEvent], remembered: Sequence[HistoryVacancy], now: datetime
    ) -> None:
        """Show the time line anew."""
        _empty(self._column)
        for number, event in enumerate(events, 1):
            self._column.addWidget(_EventRow(event, now, number))
        rows = [_remembered(vacancy, now) for vacancy in remembered]
        if rows:
            self._column.addWidget(
                Text(QCoreApplication.translate("Person", "At hh.ru"), Type.STRONG, "muted")
            )
            for row in rows:
                self._column.addWidget(row)
        if not events and not rows:
            words = QCoreApplication.translate("Person", "Nothing happened with this person yet.")
            self._column.addWidget(Text(words, role="muted", wrap=True))


class _EventRow(QWidget):
    def __init__(self, event: TimelineEvent, now: datetime, number: int) -> None:
        super().__init__()
        self.setObjectName(f"event{number}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(0.6))
        grid.setVerticalSpacing(px(0.15))
        grid.setColumnMinimumWidth(0, px(6.9))
        grid.setColumnStretch(2, 1)
        icon, role = _ICONS.get(event.kind, ("circle", "muted"))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Text(wording.day(event.at, now), role="muted"), 0, 0, top)
        grid.addWidget(IconLabel(icon, role), 0, 1, top)
        words = event_words(event)
        grid.addWidget(Text(words, wrap=True), 0, 2)
        if event.text and event.text != words:
            grid.addWidget(Text(event.text, Type.SMALL, "muted", wrap=True, selectable=True), 1, 2)


def _remembered(vacancy: HistoryVacancy, now: datetime) -> QWidget:
    row = QWidget()
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(0.6))
    grid.setColumnMinimumWidth(0, px(6.9))
    grid.setColumnStretch(2, 1)
    newest = vacancy.changes[0] if vacancy.changes else None
    when = wording.day(newest.created_at, now) if newest else ""
    grid.addWidget(Text(when, role="muted"), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(IconLabel("briefcase"), 0, 1, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(Text(vacancy.name, wrap=True), 0, 2)
    states = ", ".join(change.state for change in vacancy.changes if change.state)
    if states:
        grid.addWidget(Text(states, Type.SMALL, "muted", wrap=True), 1, 2)
    return row


class FilesView(QWidget):
    """Files that are kept here; they open without a view, offline too."""

    open_asked = Signal(object)
    """StoredFile."""
    save_asked = Signal(object)
    """StoredFile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resumeFiles")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.75))

    def show_files(self, files: Sequence[StoredFile], now: datetime) -> None:
        """Show the kept files anew."""
        _empty(self._column)
        for number, file in enumerate(files, 1):
            self._column.addWidget(self._row(file, now, number))
        if not files:
            words = QCoreApplication.translate(
                "Resume", "No file is kept yet. What is downloaded stays here and opens offline."
            )
            self._column.addWidget(Text(words, role="muted", wrap=True))

    def _row(self, file: StoredFile, now: datetime, number: int) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(0.6))
        line.addWidget(IconLabel("file-check", "ok"))
        names = QVBoxLayout()
        names.setSpacing(0)
        open_it = LinkButton(file.name, name=f"fileOpen{number}")
        open_it.clicked.connect(lambda: self.open_asked.emit(file))
        names.addWidget(open_it)
        contacts = QCoreApplication.translate("Resume", "with contacts") if file.with_contacts else ""
        parts = (wording.day(file.fetched_at, now), wording.size(file.size), contacts)
        names.addWidget(Text(wording.DOT.join(part for part in parts if part), Type.SMALL, "muted"))
        line.addLayout(names, 1)
        save = Button(QCoreApplication.translate("Resume", "Save as…"), icon="save", name=f"fileSave{number}")
        save.clicked.connect(lambda: self.save_asked.emit(file))
        line.addWidget(save)
        return row


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
