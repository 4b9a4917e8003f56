"""Bars of the card: one a day for views and responses, one a stage for the funnel, in whole pixels."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhdesk.gui.kit.paint import box, text
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Type


class Bar(Struct, frozen=True):
    """One bar; `value` None is a day that has no number."""

    name: str
    value: int | None
    new: int = 0
    quiet: bool = False
    """A list that hh.ru keeps out of sight: those in it are done with."""


class DayBars(QWidget):
    """Upright bars with their number above and their day below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.updateGeometry)

    def set_bars(self, bars: tuple[Bar, ...], name: str) -> None:
        """Show `bars`; `name` is what they count, for a screen reader."""
        self._bars = bars
        spoken = ", ".join(f"{bar.name} {bar.value}" for bar in bars if bar.value is not None)
        self.setAccessibleName(f"{name}: {spoken}")
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(14), px(7.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        tokens, line = Theme.current(), px(1.4)
        most = max((bar.value or 0 for bar in self._bars), default=0) or 1
        room = self.height() - 2 * line
        step = self.width() / len(self._bars)
        wide = min(px(1.85), round(step * 0.6))
        for place, bar in enumerate(self._bars):
            middle = round(step * place + step / 2)
            slot = QRectF(round(step * place), self.height() - line, step, line)
            text(painter, slot, bar.name, type_font(Type.TINY), tokens.muted, Qt.AlignmentFlag.AlignHCenter)
            if bar.value is None:
                continue
            tall = max(1, round(room * bar.value / most)) if bar.value else 1
            top = round(line + room - tall)
            box(painter, QRectF(middle - wide // 2, top, wide, tall), 0.15 * em(), tokens.accent)
            above = QRectF(round(step * place), top - line, step, line)
            number = QLocale().toString(bar.value)
            text(painter, above, number, type_font(Type.SMALL), tokens.muted, Qt.AlignmentFlag.AlignHCenter)


class StageBars(QWidget):
    """Lying bars: hh.ru's lists with their counters, all and new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.updateGeometry)

    def set_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show the stages in hh.ru's order."""
        self._bars = bars
        self.setAccessibleName(", ".join(f"{bar.name} {bar.value}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(20), round(len(self._bars) * px(1.75)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, tall, line = Theme.current(), px(0.6), px(1.75)
        most = max((bar.value or 0 for bar in self._bars), default=0) or 1
        names = round(min(px(13), self.width() * 0.4))
        numbers = px(6)
        track = max(px(3), self.width() - names - numbers)
        for place, bar in enumerate(self._bars):
            top = place * line
            text(
                painter, QRectF(0, top, names - px(0.6), line), bar.name, type_font(Type.BODY), tokens.ink,
                elide=True,
            )  # fmt: skip
            middle = round(top + (line - tall) / 2)
            box(painter, QRectF(names, middle, track, tall), 0.15 * em(), tokens.idle)
            share = max(2, round(track * (bar.value or 0) / most)) if bar.value else 0
            if share:
                colour = tokens.edge if bar.quiet else tokens.accent
                box(painter, QRectF(names, middle, share, tall), 0.15 * em(), colour)
            right = Qt.AlignmentFlag.AlignRight
            total = QRectF(names + track, top, numbers / 2, line)
            text(painter, total, QLocale().toString(bar.value or 0), type_font(Type.BODY), tokens.ink, right)
            if bar.new:
                new = QRectF(names + track + numbers / 2, top, numbers / 2, line)
                text(painter, new, QLocale().toString(bar.new), type_font(Type.STRONG), tokens.accent, right)
