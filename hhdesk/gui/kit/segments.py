"""A row of choices side by side, and the buttons of the rail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import box, text, text_width
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Radius, Size, Type


class _Segment(QAbstractButton):
    """One choice; its frame is painted by the control."""

    def __init__(self, words: str, parent: SegmentedControl) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), type_font(Type.BODY, 600))) + px(1.2), px(Size.FIELD))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - px(0.6), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            control = self.parentWidget()
            assert isinstance(control, SegmentedControl)
            control.step(self, 1 if event.key() == Qt.Key.Key_Right else -1)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        ink = tokens.accent if self.isChecked() else tokens.ink
        if not self.isEnabled():
            ink = tokens.faint
        font = type_font(Type.BODY, 600 if self.isChecked() else 400)
        text(painter, QRectF(self.rect()), self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)


class SegmentedControl(QWidget):
    """One choice, or with `multi` any number of them. Arrows move, Space chooses."""

    changed = Signal(object)
    """Tuple of chosen keys, after the person changed them."""

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        multi: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._multi = multi
        self._segments: dict[str, _Segment] = {}
        if name:
            self.setObjectName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, words in choices:
            segment = _Segment(words, self)
            segment.setObjectName(f"{name}.{key}" if name else key)
            segment.clicked.connect(lambda checked, key=key: self._clicked(key, checked))
            layout.addWidget(segment)
            self._segments[key] = segment
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.updateGeometry)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of what is chosen, in order."""
        return tuple(key for key, segment in self._segments.items() if segment.isChecked())

    def set_chosen(self, keys: Iterable[str]) -> None:
        """Choose without telling."""
        wanted = set(keys)
        for key, segment in self._segments.items():
            segment.setChecked(key in wanted)
        self.update()

    def step(self, segment: QAbstractButton, by: int) -> None:
        """Move the focus; where one is chosen, choose it too."""
        segments = list(self._segments.values())
        place = next(number for number, one in enumerate(segments) if one is segment) + by
        if 0 <= place < len(segments):
            segments[place].setFocus(Qt.FocusReason.TabFocusReason)
            if not self._multi:
                segments[place].click()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        radius = Radius.FIELD * em()
        rect = QRectF(self.rect())
        box(painter, rect, radius, tokens.page, tokens.edge)
        clip = QPainterPath()
        clip.addRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.setClipPath(clip)
        for number, segment in enumerate(self._segments.values()):
            place = QRectF(segment.geometry())
            if segment.isChecked():
                painter.fillRect(place, tokens.select)
            elif segment.underMouse() and segment.isEnabled():
                painter.fillRect(place, tokens.hover)
            if number:
                painter.fillRect(QRectF(place.left(), 0, 1, rect.height()), tokens.rim)

    def _clicked(self, key: str, checked: bool) -> None:
        if not self._multi:
            self.set_chosen([key])
        self.update()
        self.changed.emit(self.chosen)


class RailTone(Enum):
    """What the number on a rail button means."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    DANGER = "danger"


class RailButton(QToolButton):
    """A section: icon over its name, with a number of what waits there."""

    def __init__(
        self, icon: str, words: str, parent: QWidget | None = None, *, key: str = "", name: str = ""
    ) -> None:
        super().__init__(parent)
        self._name = icon
        self._count = 0
        self._tone = RailTone.NEUTRAL
        self._key = key
        if name:
            self.setObjectName(name)
        self.setText(words)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()
        Theme.instance().changed.connect(self._remeasure)

    @property
    def count(self) -> int:
        return self._count

    def set_words(self, words: str) -> None:
        self.setText(words)
        self._tell()
        self.update()

    def set_badge(self, count: int, tone: RailTone = RailTone.NEUTRAL) -> None:
        """Show how many wait; 0 shows nothing, from 100 on «99+»."""
        self._count, self._tone = count, tone
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        words = round(text_width(self.text(), type_font(Type.TINY, 600))) + px(0.3)
        return QSize(max(px(5.0), words), px(3.7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on:
            box(painter, rect, Radius.PANEL * em(), tokens.select)
        elif self.underMouse():
            box(painter, rect, Radius.PANEL * em(), tokens.hover)
        ink = tokens.accent if on else tokens.muted
        side = px(Size.ICON_RAIL)
        paint_icon(painter, self._name, QRectF((rect.width() - side) / 2, px(0.45), side, side), ink)
        words = QRectF(0, px(2.1), rect.width(), px(1.35))
        text(
            painter,
            words,
            self.text(),
            type_font(Type.TINY, 600 if on else 400),
            ink,
            Qt.AlignmentFlag.AlignHCenter,
        )
        if self._count > 0:
            self._paint_badge(painter)

    def _badge_text(self) -> str:
        return "99+" if self._count > 99 else str(self._count)

    def _paint_badge(self, painter: QPainter) -> None:
        tokens = Theme.current()
        grounds: dict[RailTone, tuple[QColor, QColor]] = {
            RailTone.NEUTRAL: (tokens.badge, tokens.ink),
            RailTone.ACCENT: (tokens.accent, tokens.on_accent),
            RailTone.DANGER: (tokens.no, tokens.on_no),
        }
        ground, ink = grounds[self._tone]
        font = type_font(Type.TINY, 600)
        words = self._badge_text()
        height = px(1.1)
        width = max(text_width(words, font) + px(0.75), px(1.5))
        # From the middle of the icon to the right, so that the icon stays to be recognised.
        place = QRectF(min(self.width() / 2 + px(0.65), self.width() - width), px(0.15), width, height)
        box(painter, place, height / 2, ground)
        text(painter, place, words, font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _tell(self) -> None:
        words = self.text()
        self.setAccessibleName(
            self.tr("%n waiting", "", self._count) + ", " + words if self._count else words
        )
        self.setToolTip(f"{words} ({self._key})" if self._key else words)

    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()
