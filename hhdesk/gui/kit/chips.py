"""Chips that can be taken away, badges that only say, and a bar of chips."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.labels import tip
from hhdesk.gui.kit.paint import Tone, badge_size, box, paint_badge, text, text_width
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Radius, Size, Type

_LONGEST: Final = 24.0
"""Em after which a chip's words are elided; they stand whole in the tool tip."""


class Chip(QAbstractButton):
    """A condition or a word. Dashed: hh.ru widened the search by itself. Del takes it away."""

    removed = Signal()

    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        *,
        removable: bool = False,
        dashed: bool = False,
        icon: str = "",
        accent: bool = False,
        marked: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._removable = removable
        self._dashed = dashed
        self._icon = icon
        self._accent = accent
        self._marked = marked
        if name:
            self.setObjectName(name)
        self.set_words(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(removable)
        Theme.instance().changed.connect(self._remeasure)

    @property
    def removable(self) -> bool:
        return self._removable

    def set_words(self, words: str) -> None:
        """Change what it says."""
        self.setText(words)
        said = words
        if self._dashed and not self._icon:
            said = self.tr("{condition}, added by hh.ru").format(condition=words)
        self.setAccessibleName(said)
        if self._removable:
            self.setAccessibleDescription(self.tr("Delete takes it away"))
        self._remeasure()

    def sizeHint(self) -> QSize:
        words = min(text_width(self.text(), type_font(Type.SMALL)), px(_LONGEST))
        width = words + 2 * px(0.6)
        if self._icon:
            width += px(1.35)
        if self._removable:
            width += px(1.35)
        return QSize(round(width), max(24, px(Size.CHIP)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(4), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        rect = QRectF(self.rect())
        ground, ink = self._colours()
        edge = tokens.edge if self._dashed else None
        box(painter, rect, Radius.BADGE * em() + 1, ground, edge, dashed=self._dashed)
        body = rect.adjusted(px(0.6), 0, -px(0.6), 0)
        if self._icon:
            side = px(1.05)
            paint_icon(painter, self._icon, QRectF(body.left(), (rect.height() - side) / 2, side, side), ink)
            body.setLeft(body.left() + px(1.35))
        if self._removable:
            body.setRight(body.right() - px(1.35))
            hot = self._cross().contains(QPointF(self.mapFromGlobal(self.cursor().pos())))
            paint_icon(painter, "x", self._cross(), tokens.ink if hot else tokens.muted)
        text(painter, body, self.text(), type_font(Type.SMALL, 500 if self._accent else 400), ink, elide=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        zone = self._cross().adjusted(-px(0.4), -self.height(), px(0.6), self.height())
        if (
            self._removable
            and event.button() == Qt.MouseButton.LeftButton
            and zone.contains(event.position())
        ):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            fits = text_width(self.text(), type_font(Type.SMALL)) <= self.sizeHint().width() - px(1.2)
            self.setToolTip("" if fits and self.width() >= self.sizeHint().width() else tip(self.text()))
        return super().event(event)

    def _cross(self) -> QRectF:
        side = px(0.85)
        return QRectF(self.width() - px(0.55) - side, (self.height() - side) / 2, side, side)

    def _colours(self) -> tuple[QColor | None, QColor]:
        tokens = Theme.current()
        hot = self.underMouse() and self.isEnabled()
        if self._marked:
            return tokens.mark, tokens.ink
        if self._accent or self.isChecked():
            return tokens.select, tokens.accent
        if self._dashed:
            return (tokens.hover if hot else None), tokens.muted
        return (tokens.line if hot else tokens.idle), tokens.ink

    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()


class Badge(QWidget):
    """A tinted word that only says."""

    def __init__(
        self,
        words: str,
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._tone = tone
        self._icon = icon
        if name:
            self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self._remeasure)

    @property
    def words(self) -> str:
        return self._words

    def set_badge(self, words: str, tone: Tone, icon: str = "") -> None:
        """Say something else."""
        self._words, self._tone, self._icon = words, tone, icon
        self.setAccessibleName(words)
        self._remeasure()

    def sizeHint(self) -> QSize:
        return badge_size(self._words, self._icon).toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self._words, self._tone, self._icon)

    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()


class ChipData(Struct, frozen=True):
    """One chip of a bar."""

    key: str
    words: str
    dashed: bool = False
    removable: bool = True


class ChipBar(QWidget):
    """Chips in lines; those beyond `max_lines` fold into «ещё 6», which opens them."""

    removed = Signal(str)
    clicked = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, max_lines: int = 0, centred: bool = False, name: str = "chips"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._data: list[ChipData] = []
        self._chips: dict[str, Chip] = {}
        self._max_lines = max_lines
        self._flow = FlowLayout(self, max_lines=max_lines, centred=centred)
        self._more = Chip("", self, accent=True, name=f"{name}.more")
        self._more.setText(self.tr("%n more", "", 88))  # wide enough before the first layout counts
        self._more.clicked.connect(self._unfold)
        self._flow.set_more(self._more)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> tuple[ChipData, ...]:
        return tuple(self._data)

    def set_chips(self, chips: Iterable[ChipData]) -> None:
        """Show these; focus stays on the neighbour when the focused one is gone."""
        fresh = list(chips)
        if fresh == self._data:
            return
        focused = next(
            (place for place, data in enumerate(self._data) if self._chips[data.key].hasFocus()), None
        )
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._data = fresh
        self._chips = {data.key: self._made(data) for data in fresh}
        self.updateGeometry()
        if focused is not None and fresh:
            self._chips[fresh[min(focused, len(fresh) - 1)].key].setFocus()

    def fold(self) -> None:
        """Back to `max_lines`."""
        self._flow.set_max_lines(self._max_lines)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._flow.hidden_count and not self._more.isHidden():
            words = self.tr("%n more", "", self._flow.hidden_count)
            if self._more.text() != words:
                self._more.set_words(words)

    def _made(self, data: ChipData) -> Chip:
        chip = Chip(
            data.words,
            self,
            removable=data.removable,
            dashed=data.dashed,
            name=f"{self.objectName()}.{data.key}",
        )
        chip.removed.connect(lambda: self.removed.emit(data.key))
        chip.clicked.connect(lambda: self.clicked.emit(data.key))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _unfold(self) -> None:
        self._flow.set_max_lines(0)
        self.updateGeometry()
