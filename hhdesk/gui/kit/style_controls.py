"""How each standard control is painted. Called by DeskStyle with the option Qt filled in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionTab,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import box, dot, paint_check, text
from hhdesk.gui.kit.theme import Theme, em, mixed, px, type_font
from hhdesk.gui.kit.tokens import Radius, Type

State = QStyle.StateFlag
SC = QStyle.SubControl


def nothing(option: QStyleOption, painter: QPainter) -> None:
    """Some of Fusion's frames are simply left out."""


def is_field(widget: QWidget | None) -> bool:
    """Whether a frame is that of a text field with several lines."""
    return isinstance(widget, (QTextEdit, QPlainTextEdit)) or bool(widget and widget.property("fieldFrame"))


def field(option: Any, painter: QPainter, invalid: bool = False) -> None:
    """Ground and edge of a field; focus thickens the edge."""
    tokens = Theme.current()
    enabled = bool(option.state & State.State_Enabled)
    focused = bool(option.state & State.State_HasFocus) and enabled
    edge = tokens.no if invalid else tokens.accent if focused else tokens.edge if enabled else tokens.rim
    ground = tokens.page if enabled else mixed(tokens.page, tokens.panel, 0.5)
    if option.state & State.State_ReadOnly and enabled:
        ground = tokens.panel
    box(painter, QRectF(option.rect), Radius.FIELD * em(), ground, edge, width=2.0 if focused else 1.0)


def check_box(option: Any, painter: QPainter) -> None:
    state = Qt.CheckState.Unchecked
    if option.state & State.State_On:
        state = Qt.CheckState.Checked
    elif option.state & State.State_NoChange:
        state = Qt.CheckState.PartiallyChecked
    paint_check(painter, _square(option.rect), state, bool(option.state & State.State_Enabled))


def radio_button(option: Any, painter: QPainter) -> None:
    tokens = Theme.current()
    rect = _square(option.rect)
    enabled = bool(option.state & State.State_Enabled)
    half = rect.width() / 2
    if option.state & State.State_On:
        dot(painter, rect.center(), half, tokens.accent if enabled else tokens.edge)
        dot(painter, rect.center(), half * 0.42, tokens.on_accent)
    else:
        box(painter, rect, half, tokens.page, tokens.edge if enabled else tokens.rim)


def _square(rect: QRect) -> QRectF:
    side = min(rect.width(), rect.height())
    return QRectF(
        rect.left() + (rect.width() - side) // 2, rect.top() + (rect.height() - side) // 2, side, side
    )


def branch(option: Any, painter: QPainter) -> None:
    """The chevron of a tree row that has children; no lines."""
    if option.state & State.State_Children:
        name = "chevron-down" if option.state & State.State_Open else "chevron-right"
        _small_icon(painter, name, QRectF(option.rect), Theme.current().muted)


def _small_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor, size: float = 1.1) -> None:
    side = px(size)
    centre = rect.center()
    paint_icon(painter, name, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), colour)


def arrow_down(option: Any, painter: QPainter) -> None:
    _small_icon(painter, "chevron-down", QRectF(option.rect), Theme.current().muted)


def arrow_up(option: Any, painter: QPainter) -> None:
    _small_icon(painter, "chevron-up", QRectF(option.rect), Theme.current().muted)


def arrow_right(option: Any, painter: QPainter) -> None:
    _small_icon(painter, "chevron-right", QRectF(option.rect), Theme.current().muted)


def close_cross(option: Any, painter: QPainter) -> None:
    _small_icon(painter, "x", QRectF(option.rect), Theme.current().muted)


def spin_arrow(option: Any, painter: QPainter, rect: QRect, name: str, part: QStyle.SubControl) -> None:
    tokens = Theme.current()
    hot = option.activeSubControls == part
    _small_icon(painter, name, QRectF(rect), tokens.ink if hot else tokens.faint, 0.85)


def round_popups() -> bool:
    """Whether the corners of a popup can be seen through: X11 without a compositor paints them black."""
    return QGuiApplication.platformName() != "xcb"


def menu_panel(option: Any, painter: QPainter) -> None:
    _panel(option, painter, Theme.current().raised)


def list_panel(option: Any, painter: QPainter) -> None:
    """Of a drop-down's list or suggestions: the ground is that of the rows on it."""
    _panel(option, painter, Theme.current().page)


def _panel(option: Any, painter: QPainter, ground: QColor) -> None:
    tokens = Theme.current()
    edge = tokens.rim if tokens.dark else tokens.edge
    box(painter, QRectF(option.rect), Radius.FIELD * em() if round_popups() else 0, ground, edge)


def is_popup(widget: QWidget | None) -> bool:
    """Whether it is the list of a drop-down or of suggestions, a window of its own."""
    if widget is None or not widget.isWindow():
        return False
    return isinstance(widget, QListView) or widget.inherits("QComboBoxPrivateContainer")


def tip_panel(option: Any, painter: QPainter) -> None:
    tokens = Theme.current()
    painter.fillRect(option.rect, tokens.raised)
    box(painter, QRectF(option.rect), 0.5, tokens.raised, tokens.rim)


def tab_base(option: Any, painter: QPainter) -> None:
    rect: QRect = option.rect
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), Theme.current().line)


def tool_panel(option: Any, painter: QPainter) -> None:
    """A tool button: nothing until the mouse is on it."""
    tokens = Theme.current()
    if not option.state & State.State_Enabled:
        return
    if option.state & (State.State_Sunken | State.State_On):
        box(painter, QRectF(option.rect), Radius.FIELD * em(), tokens.idle)
    elif option.state & State.State_MouseOver:
        box(painter, QRectF(option.rect), Radius.FIELD * em(), tokens.hover)


def push_button(option: Any, painter: QPainter) -> None:
    """Buttons of Qt's own dialogs; ours are kit.buttons.Button."""
    tokens = Theme.current()
    ground = tokens.raised
    if option.state & State.State_Sunken:
        ground = tokens.idle
    elif option.state & State.State_MouseOver:
        ground = tokens.hover
    box(painter, QRectF(option.rect), Radius.FIELD * em(), ground, tokens.rim)


def focus_frame(option: Any, painter: QPainter) -> None:
    tokens = Theme.current()
    box(painter, QRectF(option.rect), Radius.FIELD * em() + 3, None, tokens.accent, width=2.0)


def is_separator(option: Any) -> bool:
    return bool(option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator)


def menu_gutter(option: Any) -> int:
    """Room for icons and checks, in a menu that has any."""
    return px(2.6) if option.menuHasCheckableItems or option.maxIconWidth else px(0.9)


def menu_item(option: Any, painter: QPainter) -> None:
    """Icon at the left, words, key at the right."""
    tokens = Theme.current()
    rect = QRectF(option.rect)
    if is_separator(option):
        painter.fillRect(QRectF(rect.left(), round(rect.center().y()), rect.width(), 1), tokens.line)
        return
    enabled = bool(option.state & State.State_Enabled)
    if option.state & State.State_Selected and enabled:
        painter.fillRect(rect, tokens.select)
    ink = tokens.ink if enabled else tokens.faint
    left = QRectF(rect.left() + px(0.6), rect.top(), px(1.4), rect.height())
    if option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable and option.checked:
        _small_icon(painter, "check", left, tokens.accent)
    elif not option.icon.isNull():
        _menu_icon(option, painter, left, enabled)
    words, _, key = option.text.partition("\t")
    body = rect.adjusted(menu_gutter(option), 0, -px(0.75), 0)
    text(painter, body, _plain(words), option.font, ink)
    if key:
        small = type_font(Type.SMALL)
        text(
            painter, body, key, small, tokens.muted if enabled else tokens.faint, Qt.AlignmentFlag.AlignRight
        )
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.SubMenu:
        _small_icon(
            painter, "chevron-right", QRectF(body.right() - px(1), rect.top(), px(1), rect.height()), ink
        )


def _menu_icon(option: Any, painter: QPainter, rect: QRectF, enabled: bool) -> None:
    side = px(1.25)
    place = QRect(round(rect.left()), round(rect.center().y() - side / 2), side, side)
    mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
    option.icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)


def _plain(words: str) -> str:
    """A menu text without its mnemonic marks."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def menu_bar_item(option: Any, painter: QPainter) -> None:
    tokens = Theme.current()
    rect = QRectF(option.rect)
    if option.state & State.State_Selected:
        down = bool(option.state & State.State_Sunken)
        box(painter, rect.adjusted(0, 2, 0, -2), Radius.BADGE * em(), tokens.select if down else tokens.idle)
    ink = tokens.ink if option.state & State.State_Enabled else tokens.faint
    text(painter, rect, _plain(option.text), type_font(Type.BODY), ink, Qt.AlignmentFlag.AlignHCenter)


def progress_groove(option: Any, painter: QPainter) -> None:
    tokens = Theme.current()
    box(painter, _bar(option.rect), em() * 0.15, tokens.line if not tokens.dark else tokens.rim)


def progress_contents(option: Any, painter: QPainter) -> None:
    span = option.maximum - option.minimum
    if span <= 0:
        return
    bar = _bar(option.rect)
    bar.setWidth(round(bar.width() * (option.progress - option.minimum) / span))
    if bar.width() > 0:
        box(painter, bar, em() * 0.15, Theme.current().accent)


def _bar(rect: QRect) -> QRectF:
    height = min(rect.height(), px(0.45))
    return QRectF(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width(), height)


def tab_font(chosen: bool) -> QFont:
    return type_font(Type.BODY, 600 if chosen else 400)


def tab_width(option: Any) -> int:
    """Room for the tab's words in 600, so that choosing it moves nothing."""
    return QFontMetrics(tab_font(True)).horizontalAdvance(_plain(option.text)) + px(1.5)


def tab_shape(option: QStyleOptionTab, painter: QPainter) -> None:
    """The chosen tab stands on 2 pixels of accent."""
    if option.state & State.State_Selected:
        rect = option.rect.adjusted(px(0.05), 0, -px(1.4), 0)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), Theme.current().accent)


def tab_label(option: Any, painter: QPainter) -> None:
    tokens = Theme.current()
    chosen = bool(option.state & State.State_Selected)
    hot = bool(option.state & State.State_MouseOver)
    colour = tokens.ink if chosen or hot else tokens.muted
    if not option.state & State.State_Enabled:
        colour = tokens.faint
    text(
        painter,
        QRectF(option.rect).adjusted(px(0.05), 0, 0, 0),
        _plain(option.text),
        tab_font(chosen),
        colour,
    )


def splitter(option: Any, painter: QPainter) -> None:
    rect: QRect = option.rect
    line = Theme.current().line
    if option.state & State.State_Horizontal:
        painter.fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()), line)
    else:
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), line)


def header_section(option: QStyleOptionHeader, painter: QPainter) -> None:
    rect: QRect = option.rect
    tokens = Theme.current()
    painter.fillRect(rect, tokens.panel)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line)


def view_item(option: Any, painter: QPainter) -> None:
    """Ground of a row in Qt's own views, the same as in ours."""
    tokens = Theme.current()
    rect: QRect = option.rect
    focused = bool(option.state & State.State_Active) and _has_focus(option)
    if option.state & State.State_Selected and _in_popup(option):
        box(painter, QRectF(rect), Radius.BADGE * em(), tokens.select)
    elif option.state & State.State_Selected:
        painter.fillRect(rect, tokens.select if focused else tokens.idle)
    elif option.state & State.State_MouseOver:
        painter.fillRect(rect, tokens.hover)
    elif isinstance(option, QStyleOptionViewItem) and option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(rect, option.backgroundBrush)


def _in_popup(option: Any) -> bool:
    widget = getattr(option, "widget", None)
    return isinstance(widget, QListView) and (is_popup(widget) or is_popup(widget.parentWidget()))


def _has_focus(option: Any) -> bool:
    widget = getattr(option, "widget", None)
    return not isinstance(widget, QAbstractItemView) or widget.hasFocus()


def combo_box(option: Any, painter: QPainter, arrow: QRect, invalid: bool) -> None:
    field(option, painter, invalid)
    tokens = Theme.current()
    enabled = bool(option.state & State.State_Enabled)
    _small_icon(painter, "chevron-down", QRectF(arrow), tokens.muted if enabled else tokens.faint)


def scroll_bar_part(option: Any, part: QStyle.SubControl) -> QRect:
    """A scroll bar without arrows: groove and slider."""
    rect: QRect = option.rect
    upright = option.orientation == Qt.Orientation.Vertical
    length = rect.height() if upright else rect.width()
    span = option.maximum - option.minimum
    size = length
    if span > 0:
        size = min(length, max(px(2.4), length * option.pageStep // (span + option.pageStep)))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - size, option.upsideDown
    )
    pieces = {
        SC.SC_ScrollBarSlider: (start, size),
        SC.SC_ScrollBarGroove: (0, length),
        SC.SC_ScrollBarSubPage: (0, start),
        SC.SC_ScrollBarAddPage: (start + size, length - start - size),
    }
    first, extent = pieces.get(part, (0, 0))
    if upright:
        return QRect(rect.left(), rect.top() + first, rect.width(), extent)
    return QRect(rect.left() + first, rect.top(), extent, rect.height())


def scroll_bar(option: Any, painter: QPainter, slider: QRect) -> None:
    if option.maximum <= option.minimum:
        return
    tokens = Theme.current()
    hot = bool(option.state & (State.State_MouseOver | State.State_Sunken))
    colour = tokens.edge if hot else mixed(tokens.rim, tokens.edge, 0.25)
    thick = px(0.45)
    body = QRectF(slider)
    if option.orientation == Qt.Orientation.Vertical:
        body = QRectF(body.right() - thick - 1, body.top() + 2, thick, body.height() - 4)
    else:
        body = QRectF(body.left() + 2, body.bottom() - thick - 1, body.width() - 4, thick)
    box(painter, body, thick / 2, colour)
