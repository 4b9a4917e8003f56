"""Where a response stands: with us, in the candidate's eyes, and what waits to be sent."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from hhdesk.domain.listing import ListedResponse
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxState
from hhdesk.gui.kit.buttons import LinkButton
from hhdesk.gui.kit.labels import IconLabel, Label
from hhdesk.gui.kit.panes import Card, row
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import LINE_HEIGHT, Space, Type
from hhdesk.gui.moments import day_and_time, time_or_day
from hhdesk.gui.resumes.texts import Text


class StrongText(Text):
    """Plain text of which some words stand in 600."""

    def __init__(self, *, name: str = "") -> None:
        self._strong: list[tuple[int, int]] = []
        super().__init__("", wrap=True, name=name)

    def set_parts(self, parts: list[tuple[str, bool]]) -> None:
        """Words, and whether they are strong, one after the other."""
        self._strong, whole = [], ""
        for words, strong in parts:
            if strong:
                self._strong.append((len(whole), len(words)))
            whole += words
        self.setText(whole)

    def _lines(self, width: int) -> tuple[QTextLayout, int]:
        """Like the label's own, with the strong words measured as they are drawn."""
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(option)
        layout.setFormats([self._format(start, length) for start, length in self._strong])
        step, height = round(self.font().pixelSize() * LINE_HEIGHT), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return layout, height

    @staticmethod
    def _format(start: int, length: int) -> QTextLayout.FormatRange:
        made, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        made.start, made.length, made.format = start, length, look
        return made


class StateLine(Card):
    """One line over the letter. It shows what is waiting and lets it be taken back."""

    take_back_asked = Signal(int)
    """Id of the waiting entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="page", name="responseState")
        self._waiting: int | None = None
        line = row(spacing=Space.MEDIUM)
        self.body.setContentsMargins(px(0.75), px(0.45), px(0.75), px(0.45))
        self.body.addLayout(line)
        self.words = StrongText(name="responseStateWords")
        self.take_back = LinkButton("", name="responseTakeBack")
        self.take_back.clicked.connect(self._take_back)
        self.applied = Label("", Type.SMALL, "muted", name="responseApplied")
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(IconLabel("route"), 0, top)
        line.addWidget(self.words, 1)
        line.addWidget(self.take_back, 0, top)
        line.addWidget(self.applied, 0, top)

    def show_row(self, row: ListedResponse, response: Response, now: datetime) -> None:
        """Both states, since a silent move is one that the candidate does not see."""
        parts: list[tuple[str, bool]] = []
        if response.employer_state is not None:
            substage = f" ({response.substage})" if response.substage else ""
            self._add(parts, self.tr("Your stage:"), f"{response.employer_state.name}{substage}")
        if response.state is not None:
            name = self.tr("“{state}”").format(state=response.state.name)
            self._add(parts, self.tr("The candidate sees:"), name)
        if row.pending:
            waiting = ", ".join(e.intent.action_name or self.tr("a message") for e in row.pending)
            self._add(parts, self.tr("Waits to be sent:"), waiting)
        self.words.set_parts(parts)
        entry = next((e for e in reversed(row.pending) if e.state is OutboxState.WAITING), None)
        self._waiting = entry.id if entry is not None else None
        self.take_back.set_words(self.tr("Take back"))
        self.take_back.setVisible(entry is not None)
        came = response.created_at
        words = self.tr("applied {when}").format(when=_when(came, now)) if came is not None else ""
        self.applied.setText(words)
        self.applied.setVisible(bool(words) and not row.pending)
        self.setVisible(bool(parts))

    @staticmethod
    def _add(parts: list[tuple[str, bool]], words: str, value: str) -> None:
        if parts:
            parts.append(("  ·  ", False))
        parts += [(f"{words} ", False), (value, True)]

    def _take_back(self) -> None:
        if self._waiting is not None:
            self.take_back_asked.emit(self._waiting)


def _when(moment: datetime, now: datetime) -> str:
    """With its time where it is today, else the day alone: there is little room."""
    today = moment.astimezone().date() == now.astimezone().date()
    return day_and_time(moment, now) if today else time_or_day(moment, now)
