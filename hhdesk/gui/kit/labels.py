"""Words in one of our type sizes and colours, following the theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import dot
from hhdesk.gui.kit.theme import Theme, px, selecting, type_font
from hhdesk.gui.kit.tokens import LINE_HEIGHT, Role, Size, Type


def leading(lines: float = LINE_HEIGHT) -> str:
    """Line height as rich text wants it: it counts in natural lines of the font, 1.2 times its size."""
    return f"{lines / 1.2:.0%}"


def literal(words: str) -> str:
    """`words` as Qt wants them on a button, a tick or a menu: there a lone & is no letter, it marks one."""
    return words.replace("&", "&&")


def tip(words: str) -> str:
    """`words` as Qt wants them in a tool tip, where it takes for markup whatever looks like it."""
    return f'<div style="white-space: pre-wrap">{escaped(words)}</div>' if "<" in words else words


def escaped(words: str) -> str:
    """`words` as rich text wants them."""
    from html import escape  # with a table of all entities, which most starts do without

    return escape(words)


_WIDTHS: Final = 9
"""For how many widths a text remembers how high it is."""


class Label(QLabel):
    """Plain text, never rich: what comes from hh.ru is not markup."""

    def __init__(
        self,
        words: str = "",
        kind: Type = Type.BODY,
        role: Role = "ink",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        name: str = "",
    ) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(words, parent)
        self._kind = kind
        self._role: Role = role
        if name:
            self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._refresh()
        Theme.instance().changed.connect(self._refresh)

    def set_look(self, kind: Type, role: Role) -> None:
        """Another size or colour."""
        self._kind, self._role = kind, role
        self._refresh()

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        """Let the words be selected, or not."""
        self._heights.clear()
        super().setTextInteractionFlags(flags)
        self.setPalette(self._coloured())

    def setText(self, words: str) -> None:
        """Say something else."""
        self._heights.clear()
        super().setText(words)

    def heightForWidth(self, width: int) -> int:
        """Laid out once per width: nested layouts ask for the same many times."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        found = self._heights.get(width)
        if found is None:
            if len(self._heights) >= _WIDTHS:
                self._heights.clear()
            found = self._heights[width] = self._height(width)
        return found

    def _height(self, width: int) -> int:
        if not self._wraps():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        _, height = self._lines(width - margins.left() - margins.right())
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width())) if self._wraps() else hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), self.fontMetrics().height())) if self._wraps() else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._wraps():
            super().paintEvent(event)
            return
        room = self.contentsRect()
        layout, height = self._lines(room.width())
        free = room.height() - height if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0
        painter = QPainter(self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.WindowText))
        layout.draw(painter, QPointF(room.left(), room.top() + max(0, free // 2)))

    def _wraps(self) -> bool:
        """Qt cannot space the lines of plain text; text that may be selected is left to it."""
        return self.wordWrap() and self.textFormat() is Qt.TextFormat.PlainText and not self._is_selectable()

    def _is_selectable(self) -> bool:
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lines(self, width: int) -> tuple[QTextLayout, int]:
        """The words broken into lines 1.4 times the type size apart, and their height."""
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(option)
        step = round(self.font().pixelSize() * LINE_HEIGHT)
        layout.beginLayout()
        height = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return layout, height

    def _refresh(self) -> None:
        self._heights.clear()
        self.setFont(type_font(self._kind))
        self.setPalette(self._coloured())

    def _coloured(self) -> QPalette:
        palette = self.palette()
        tokens = Theme.current()
        palette.setColor(QPalette.ColorRole.WindowText, tokens.role(self._role))
        return selecting(palette, tokens) if self._is_selectable() else palette


class Paragraph(Label):
    """Words that begin in 600 and go on in 400. Both are plain text: they are escaped here."""

    def __init__(
        self,
        strong: str = "",
        words: str = "",
        kind: Type = Type.BODY,
        role: Role = "ink",
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__("", kind, role, parent, wrap=True, name=name)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.set_words(strong, words)

    def set_words(self, strong: str, words: str) -> None:
        """Say something else."""
        begin = f'<span style="font-weight:600">{escaped(strong)}</span> ' if strong else ""
        self.setText(f'<div style="line-height:{leading()}">{begin}{escaped(words)}</div>')
        self.setAccessibleName(f"{strong} {words}".strip())


class ElidedLabel(Label):
    """One line that may become narrower than its words; whole in the tool tip."""

    _hint = ""

    def set_hint(self, words: str) -> None:
        """What the tool tip says, whether there was room or not."""
        self._hint = words

    def minimumSizeHint(self) -> QSize:
        return QSize(px(3), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), (self.alignment() | Qt.AlignmentFlag.AlignVCenter).value, shown)
        self.setToolTip(tip(self._hint or (self.text() if shown != self.text() else "")))


class IconLabel(QWidget):
    """An icon that only says; give it words if it says more than the text beside it."""

    def __init__(
        self,
        icon: str,
        role: Role = "muted",
        size: float = Size.ICON,
        parent: QWidget | None = None,
        *,
        words: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role: Role = role
        self._side = size
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.update)

    def set_icon(self, icon: str, role: Role) -> None:
        """Show another one."""
        self._icon, self._role = icon, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._icon, QRectF(self.rect()), Theme.current().role(self._role))


class Dot(QWidget):
    """A small filled circle: state of the connection. The words beside it say the same."""

    def __init__(self, role: Role = "ok", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(0.6), px(0.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        dot(painter, rect.center(), min(rect.width(), rect.height()) / 2, Theme.current().role(self._role))


class Rule(QWidget):
    """A line of 1 pixel, lying or standing. Qt fills it; there is nothing to paint."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        Theme.instance().surface(self, "line")
