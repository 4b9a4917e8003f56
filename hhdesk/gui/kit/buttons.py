"""Buttons that show their key and their price on themselves."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QToolButton, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.labels import literal, tip
from hhdesk.gui.kit.paint import (
    Tone,
    badge_size,
    box,
    keycap_size,
    paint_badge,
    paint_keycap,
    plain_keycap,
    pressed,
    text,
    text_width,
)
from hhdesk.gui.kit.theme import Theme, em, mixed, px, type_font
from hhdesk.gui.kit.tokens import Radius, Size, Tokens, Type


class Kind(Enum):
    """How loud a button is. A pane has at most one FILLED."""

    PLAIN = "plain"
    FILLED = "filled"
    QUIET = "quiet"
    SUBTLE = "subtle"
    """Small and muted: it tells how something is shown, such as the order of a list."""
    DANGER = "danger"
    DANGER_FILLED = "danger-filled"


class Button(QPushButton):
    """Icon, words, price badge, keycap. Words are never elided; `set_collapsed` leaves the icon."""

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        key: str = "",
        cost: str = "",
        menu_arrow: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(literal(words), parent)
        self._kind = kind
        self._icon = icon
        self._key = key
        self._cost = cost
        self._arrow = menu_arrow
        self._collapsed = self._priced = False
        self._room = ""
        self._hint = ""
        self._widths: dict[tuple[bool, bool, float, bool], int] = {}
        if name:
            self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self._tell()
        Theme.instance().changed.connect(self._remeasure)

    @property
    def kind(self) -> Kind:
        return self._kind

    @property
    def key(self) -> str:
        """The key on the button, as people read it."""
        return self._key

    @property
    def cost(self) -> str:
        """The price on the button; empty is free or not said."""
        return self._cost

    @property
    def collapsed(self) -> bool:
        return self._collapsed

    def set_words(self, words: str) -> None:
        """Change the label."""
        if words != self.text():
            self.setText(words)
            self._changed()

    def text(self) -> str:
        """The label. It marks no letter: acts are called as hh.ru calls them, R&D among them."""
        return super().text().replace("&&", "&")

    def setText(self, words: str) -> None:
        """Change the label without its name for screen readers; see `set_words`."""
        self._widths.clear()
        super().setText(literal(words))

    def set_icon(self, name: str) -> None:
        """Show the Lucide icon `name` before the words; empty for none."""
        self._icon = name
        self._changed()

    def set_key(self, key: str) -> None:
        """Show `key` on a keycap; empty for none."""
        self._key = key
        self._changed()

    def set_cost(self, cost: str) -> None:
        """Show what it costs in amber; empty for none."""
        self._cost = cost
        self._changed()

    def keep_room_for(self, cost: str) -> None:
        """Be as wide as with this price, also while another is told or none: who aims at a button, or at its
        neighbour, is not to miss it because a price came or went.
        """
        if cost != self._room:
            self._room = cost
            self._remeasure()

    def set_collapsed(self, collapsed: bool, *, priced: bool = False) -> None:
        """Show only the icon (and key; `priced` keeps the price too); the words move into the tool tip."""
        if (collapsed, priced) != (self._collapsed, self._priced) and (self._icon or not collapsed):
            self._collapsed, self._priced = collapsed, priced
            self._changed()

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(self._collapsed, self._priced), px(Size.FIELD))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def full_width(self) -> int:
        """Width with words, also while collapsed."""
        return self.width_when(False)

    def width_when(self, collapsed: bool, priced: bool = False) -> int:
        """Width that `set_collapsed` would give it. Layouts ask many times, so it is measured once."""
        collapsed = collapsed and bool(self._icon)
        key = (collapsed, priced, em(), Theme.instance().keycaps)
        width = self._widths.get(key)
        if width is None:
            was = self._collapsed, self._priced, self._cost
            self._collapsed, self._priced = collapsed, priced
            width = self._whole_width()
            if self._room:
                self._cost = self._room
                width = max(width, self._whole_width())
            self._collapsed, self._priced, self._cost = was
            self._widths[key] = width
        return width

    def _whole_width(self) -> int:
        return round(self._content_width() + 2 * self._pad())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        ground, edge, ink = self._colours(tokens)
        box(painter, QRectF(self.rect()), Radius.FIELD * em(), ground, edge)
        self._paint_content(painter, tokens, ink)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths.clear()
            self.updateGeometry()
        super().changeEvent(event)

    def _pad(self) -> float:
        return px(0.45) if not self._shown_words() else px(0.75)

    def _shown_words(self) -> str:
        return "" if self._collapsed else self.text()

    def _font(self) -> QFont:
        if self._kind is Kind.SUBTLE:
            return type_font(Type.SMALL)
        return type_font(Type.STRONG if self._kind in (Kind.FILLED, Kind.DANGER_FILLED) else Type.BODY)

    def _parts(self) -> list[tuple[str, float]]:
        """What stands side by side, with widths."""
        parts: list[tuple[str, float]] = []
        if self._icon:
            parts.append(("icon", px(1.1 if self._kind is Kind.SUBTLE else Size.ICON)))
        if words := self._shown_words():
            parts.append(("words", text_width(words, self._font())))
        if self._cost and (self._priced or not self._collapsed):
            parts.append(("cost", badge_size(self._cost).width()))
        if not (cap := keycap_size(self._key)).isEmpty():
            parts.append(("key", cap.width()))
        if self._arrow:
            parts.append(("arrow", px(1.0)))
        return parts

    def _content_width(self) -> float:
        return self._width_of(self._parts())

    def _width_of(self, parts: list[tuple[str, float]]) -> float:
        return sum(width for _, width in parts) + self._gap() * max(0, len(parts) - 1)

    def _gap(self) -> int:
        return px(0.45 if self._kind is Kind.SUBTLE else 0.6)

    def _colours(self, tokens: Tokens) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            quiet = self._kind in (Kind.QUIET, Kind.SUBTLE)
            return (None, None, tokens.faint) if quiet else (None, tokens.line, tokens.faint)
        down = self.isDown() or self.isChecked()
        hot = self.underMouse()
        match self._kind:
            case Kind.FILLED:
                ground = tokens.accent
                shade = (
                    pressed(ground, tokens) if down else mixed(ground, tokens.page, 0.1) if hot else ground
                )
                return shade, shade, tokens.on_accent
            case Kind.DANGER_FILLED:
                ground = tokens.no
                shade = (
                    pressed(ground, tokens) if down else mixed(ground, tokens.page, 0.1) if hot else ground
                )
                return shade, shade, tokens.on_no
            case Kind.DANGER:
                return tokens.no_tint if down or hot else tokens.raised, tokens.no, tokens.no
            case Kind.QUIET | Kind.SUBTLE:
                muted = self._kind is Kind.SUBTLE and not (down or hot)
                ground = tokens.idle if down else tokens.hover
                return ground if down or hot else None, None, tokens.muted if muted else tokens.ink
            case Kind.PLAIN:
                ground = tokens.idle if down else tokens.hover if hot else tokens.raised
                return ground, tokens.rim, tokens.ink

    def _paint_content(self, painter: QPainter, tokens: Tokens, ink: QColor) -> None:
        middle = self.height() / 2
        gap, parts = self._gap(), self._parts()
        # In a column of equal width words begin at one edge, and keys end at the other.
        spread = self.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        x = px(0.75) if spread else round((self.width() - self._width_of(parts)) / 2)
        for part, width in parts:
            if spread and part == "key":
                x = round(self.width() - px(0.75) - width)
            match part:
                case "icon":
                    paint_icon(painter, self._icon, QRectF(x, middle - width / 2, width, width), ink)
                case "words":
                    text(painter, QRectF(x, 0, width, self.height()), self._shown_words(), self._font(), ink)
                case "cost":
                    size = badge_size(self._cost)
                    place = QRectF(x, round(middle - size.height() / 2), size.width(), size.height())
                    paint_badge(painter, place, self._cost, Tone.AMBER)
                case "key":
                    self._paint_key(painter, x, tokens, ink)
                case "arrow":
                    paint_icon(painter, "chevron-down", QRectF(x, middle - width / 2, width, width), ink)
            x += round(width + gap)

    def _paint_key(self, painter: QPainter, x: float, tokens: Tokens, ink: QColor) -> None:
        size = keycap_size(self._key)
        place = QRectF(x, round((self.height() - size.height()) / 2), size.width(), size.height())
        if self._kind in (Kind.FILLED, Kind.DANGER_FILLED) and self.isEnabled():
            paint_keycap(painter, place, self._key, ink, mixed(tokens.accent, ink, 0.75))
        else:
            plain_keycap(painter, place, self._key)

    def _changed(self) -> None:
        self._tell()
        self._remeasure()

    def _tell(self) -> None:
        """Say words and price to a screen reader, and the words in a tool tip when they are hidden.

        A tool tip that somebody else gave stays.
        """
        words = self.text()
        self.setAccessibleName(", ".join(part for part in (words, self._cost) if part))
        if self.toolTip() in ("", self._hint):
            named = f"{words} ({self._key})" if self._key else words
            self._hint = tip(named) if self._collapsed else ""
            self.setToolTip(self._hint)

    def _remeasure(self) -> None:
        self._widths.clear()
        self.updateGeometry()
        self.update()


class Tick(QCheckBox):
    """A box to tick. Like a button's, its words mark no letter."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(literal(words), parent)

    def text(self) -> str:
        return super().text().replace("&&", "&")

    def setText(self, words: str) -> None:
        super().setText(literal(words))


class IconButton(QToolButton):
    """A square button with an icon only; `words` are its name and tool tip."""

    def __init__(
        self,
        icon: str,
        words: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        framed: bool = False,
        size: float = Size.ICON,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._name = icon
        self._framed = framed
        self._side = size
        if name:
            self.setObjectName(name)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(words, key)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, words: str, key: str = "") -> None:
        """Name of the button, and the key that does the same."""
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})" if key else words)

    def set_icon(self, name: str) -> None:
        """Show another Lucide icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        side = max(24, px(Size.FIELD) if self._framed else px(self._side + 0.6))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        down = (self.isDown() or self.isChecked()) and self.isEnabled()
        hot = self.underMouse() and self.isEnabled()
        ground = tokens.idle if down else tokens.hover if hot else tokens.raised if self._framed else None
        edge = (tokens.rim if self.isEnabled() else tokens.line) if self._framed else None
        if ground is not None or edge is not None:
            box(painter, QRectF(self.rect()), Radius.FIELD * em(), ground, edge)
        loud = self._framed or hot
        ink = tokens.ink if loud else tokens.muted
        if self.isChecked() or not self.isEnabled():
            ink = tokens.accent if self.isEnabled() else tokens.faint
        side = px(self._side)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._name, place, ink)


class LinkButton(QPushButton):
    """Words in accent, underlined under the mouse, that act like a link."""

    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        menu_arrow: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(words, parent)
        self._key = key
        self._arrow = menu_arrow
        if name:
            self.setObjectName(name)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        Theme.instance().changed.connect(self._remeasure)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self._remeasure()

    def sizeHint(self) -> QSize:
        cap = keycap_size(self._key).width()
        width = text_width(self.text(), type_font(Type.BODY)) + (cap + px(0.45) if cap else 0)
        if self._arrow:
            width += px(0.3) + px(1.0)
        return QSize(round(width), max(24, px(Size.CHIP)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        font = QFont(type_font(Type.BODY))
        font.setUnderline(self.underMouse() and self.isEnabled())
        width = text_width(self.text(), font)
        ink = tokens.accent if self.isEnabled() else tokens.faint
        text(painter, QRectF(0, 0, width, self.height()), self.text(), font, ink)
        if self._arrow:
            side = px(1.0)
            arrow = QRectF(width + px(0.3), round((self.height() - side) / 2), side, side)
            paint_icon(painter, "chevron-down", arrow, ink)
        cap = keycap_size(self._key)
        if not cap.isEmpty():
            place = QRectF(
                width + px(0.45), round((self.height() - cap.height()) / 2), cap.width(), cap.height()
            )
            plain_keycap(painter, place, self._key)

    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()


class Keycap(QWidget):
    """A key to read, in hints."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self._remeasure)

    def sizeHint(self) -> QSize:
        return keycap_size(self._key).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not keycap_size(self._key).isEmpty():
            plain_keycap(QPainter(self), QRectF(self.rect()), self._key)

    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()
