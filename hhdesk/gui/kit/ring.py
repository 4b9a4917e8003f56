"""Rings: how far something is, or how long it can still be taken back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhdesk.gui.kit.paint import paint_ring
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Role


class Ring(QWidget):
    """An arc of accent. `set_share` for progress, `count_down` for time."""

    ended = Signal()
    ticked = Signal(int)
    """Seconds that are left."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        size: float = 1.15,
        role: Role = "accent",
        ground: Role | None = "line",
    ) -> None:
        super().__init__(parent)
        self._side = size
        self._role: Role = role
        self._ground = ground
        self._share = 0.0
        self._left = 0
        self._whole = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.update)

    @property
    def seconds_left(self) -> int:
        return self._left

    @property
    def share(self) -> float:
        """0 to 1 of the circle."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show progress, 0 to 1."""
        self._timer.stop()
        self._whole = 0
        self._share = share
        self.update()

    def count_down(self, seconds: int, whole: int | None = None) -> None:
        """Run from `seconds` of `whole` down to 0, once a second, then emit `ended`."""
        self._whole = max(1, whole or seconds)
        self._left = seconds
        self._share = self._left / self._whole
        self._timer.start()
        self.update()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = Theme.current()
        ground = tokens.role(self._ground) if self._ground else None
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_ring(QPainter(self), rect, self._share, tokens.role(self._role), ground)

    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        self._share = self._left / self._whole
        self.update()
        self.ticked.emit(self._left)
        if self._left == 0:
            self._timer.stop()
            self.ended.emit()
