"""The numbered marks of the four steps at the left."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import box, text
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Type


class StepState(Enum):
    """Where a step stands."""

    DONE = auto()
    NOW = auto()
    LATER = auto()


class StepMark(QWidget):
    """A circle with the step's number, or a tick once it is done."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._state = StepState.LATER
        self.setObjectName(f"stepMark{number}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(StepState.LATER)

    @property
    def state(self) -> StepState:
        """Where it stands."""
        return self._state

    def set_state(self, state: StepState) -> None:
        """Show that it is done, on, or still to come."""
        self._state = state
        words = {
            StepState.DONE: self.tr("Step {number}: done"),
            StepState.NOW: self.tr("Step {number}: now"),
            StepState.LATER: self.tr("Step {number}: later"),
        }[state]
        self.setAccessibleName(words.format(number=self._number))
        self.update()

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(px(1.9), px(1.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint and tick, accent and number, or an edge and a number."""
        painter = QPainter(self)
        tokens = Theme.current()
        whole = QRectF(self.rect())
        radius = whole.width() / 2
        font = type_font(Type.STRONG)
        if self._state is StepState.DONE:
            air = px(0.45)
            box(painter, whole, radius, tokens.ok_tint)
            paint_icon(painter, "check", whole.adjusted(air, air, -air, -air), tokens.ok)
            return
        now = self._state is StepState.NOW
        box(painter, whole, radius, tokens.accent if now else None, None if now else tokens.edge)
        ink = tokens.on_accent if now else tokens.muted
        text(painter, whole, str(self._number), font, ink, Qt.AlignmentFlag.AlignHCenter)
