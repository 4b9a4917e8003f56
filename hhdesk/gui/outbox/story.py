"""What happened with an entry, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.domain.outbox import OutboxEvent
from hhdesk.gui.kit.labels import Label, Rule
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.moments import clock
from hhdesk.gui.sentences import event


class Story(QWidget):
    """Time at the left, words at the right, a rule under each line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outboxStory")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.5))

    def show_events(self, events: Sequence[OutboxEvent]) -> None:
        """Show these, in their order."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, told in enumerate(events):
            self._column.addWidget(self._line(number, told))
            self._column.addWidget(Rule())

    def _line(self, number: int, told: OutboxEvent) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, px(0.15), 0, px(0.15))
        time = Label(clock(told.at, seconds=True), Type.BODY, "muted", name=f"storyTime{number}")
        time.setFixedWidth(px(7.2))
        row.addWidget(time)
        row.addWidget(Label(event(told), Type.BODY, "ink", wrap=True, name=f"storyWords{number}"), 1)
        line.setAccessibleName(f"{time.text()} {event(told)}")
        return line
