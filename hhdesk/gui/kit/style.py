"""The application's QStyle: Fusion, with its controls drawn as LOOK shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionFrame,
    QWidget,
)

from hhdesk.gui.kit import style_controls as draw
from hhdesk.gui.kit.icons import icon
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Size

CE = QStyle.ControlElement
CC = QStyle.ComplexControl
CT = QStyle.ContentsType
PE = QStyle.PrimitiveElement
PM = QStyle.PixelMetric
SC = QStyle.SubControl
SH = QStyle.StyleHint

Painted = Callable[[Any, QPainter], None]

_METRICS: dict[QStyle.PixelMetric, float] = {
    PM.PM_IndicatorWidth: 1.25, PM.PM_IndicatorHeight: 1.25,
    PM.PM_ExclusiveIndicatorWidth: 1.25, PM.PM_ExclusiveIndicatorHeight: 1.25,
    PM.PM_CheckBoxLabelSpacing: 0.6, PM.PM_RadioButtonLabelSpacing: 0.6,
    PM.PM_ScrollBarExtent: 0.85, PM.PM_ScrollBarSliderMin: 2.4,
    PM.PM_SmallIconSize: Size.ICON, PM.PM_ButtonIconSize: Size.ICON, PM.PM_ListViewIconSize: Size.ICON,
    PM.PM_ToolBarIconSize: Size.ICON, PM.PM_ToolBarExtensionExtent: 1.9,
    PM.PM_MenuHMargin: 0.1, PM.PM_MenuVMargin: 0.3,
    PM.PM_TabBarTabHSpace: 1.4, PM.PM_TreeViewIndentation: 1.3, PM.PM_ToolTipLabelFrameWidth: 0.45,
    PM.PM_LayoutHorizontalSpacing: 0.6, PM.PM_LayoutVerticalSpacing: 0.6,
    PM.PM_LayoutLeftMargin: 1.1, PM.PM_LayoutRightMargin: 1.1,
    PM.PM_LayoutTopMargin: 0.75, PM.PM_LayoutBottomMargin: 0.75,
}  # fmt: skip
"""Measures in em."""

_PIXELS: dict[QStyle.PixelMetric, int] = {
    PM.PM_MenuPanelWidth: 1, PM.PM_DefaultFrameWidth: 1, PM.PM_SplitterWidth: 1,
    PM.PM_FocusFrameHMargin: 3, PM.PM_FocusFrameVMargin: 3,
    PM.PM_TabBarTabShiftHorizontal: 0, PM.PM_TabBarTabShiftVertical: 0, PM.PM_TabBarBaseOverlap: 0,
    PM.PM_ButtonShiftHorizontal: 0, PM.PM_ButtonShiftVertical: 0,
}  # fmt: skip
"""Measures that stay the same at every type size."""

_HINTS: dict[QStyle.StyleHint, int] = {
    SH.SH_ComboBox_Popup: 0, SH.SH_EtchDisabledText: 0, SH.SH_UnderlineShortcut: 0,
    SH.SH_FocusFrame_AboveWidget: 1, SH.SH_FocusFrame_Mask: 0, SH.SH_ToolTip_Mask: 0,
    SH.SH_ScrollBar_LeftClickAbsolutePosition: 1, SH.SH_Menu_Scrollable: 1, SH.SH_Menu_MouseTracking: 1,
    SH.SH_MenuBar_MouseTracking: 1, SH.SH_Menu_SupportsSections: 1, SH.SH_ItemView_ShowDecorationSelected: 1,
    SH.SH_TabBar_Alignment: Qt.AlignmentFlag.AlignLeft.value, SH.SH_ToolTip_WakeUpDelay: 500,
}  # fmt: skip


_MEASURED: Final = 100
"""Entries of a drop-down that are looked at for the width of its list."""


class DeskStyle(QProxyStyle):
    """Fusion measures what we leave alone; every edge, mark and bar is ours."""

    _primitives: dict[QStyle.PrimitiveElement, Painted]
    _controls: dict[QStyle.ControlElement, Painted]

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("desk")
        self._primitives = {
            PE.PE_IndicatorCheckBox: draw.check_box,
            PE.PE_IndicatorItemViewItemCheck: draw.check_box,
            PE.PE_IndicatorRadioButton: draw.radio_button,
            PE.PE_IndicatorBranch: draw.branch,
            PE.PE_PanelMenu: draw.menu_panel,
            PE.PE_FrameMenu: draw.nothing,
            PE.PE_PanelTipLabel: draw.tip_panel,
            PE.PE_FrameFocusRect: draw.nothing,
            PE.PE_FrameStatusBarItem: draw.nothing,
            PE.PE_FrameTabBarBase: draw.tab_base,
            PE.PE_IndicatorTabClose: draw.close_cross,
            PE.PE_PanelButtonTool: draw.tool_panel,
            PE.PE_IndicatorArrowDown: draw.arrow_down,
            PE.PE_IndicatorArrowUp: draw.arrow_up,
            PE.PE_IndicatorArrowRight: draw.arrow_right,
        }
        self._controls = {
            CE.CE_PushButtonBevel: draw.push_button,
            CE.CE_MenuItem: draw.menu_item,
            CE.CE_MenuBarItem: draw.menu_bar_item,
            CE.CE_MenuBarEmptyArea: draw.nothing,
            CE.CE_ProgressBarGroove: draw.progress_groove,
            CE.CE_ProgressBarContents: draw.progress_contents,
            CE.CE_TabBarTabShape: draw.tab_shape,
            CE.CE_Splitter: draw.splitter,
            CE.CE_HeaderSection: draw.header_section,
            CE.CE_FocusFrame: draw.focus_frame,
        }

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in (PE.PE_PanelLineEdit, PE.PE_FrameLineEdit):
            self._field(option, painter, widget, element)
            return
        if element is PE.PE_Frame and draw.is_field(widget):
            draw.field(option, painter, invalid=bool(widget and widget.property("invalid")))
            return
        if element is PE.PE_Frame and draw.is_popup(widget):
            draw.list_panel(option, painter)
            return
        if element is PE.PE_PanelItemViewItem or element is PE.PE_PanelItemViewRow:
            draw.view_item(option, painter)
            return
        paint = self._primitives.get(element)
        if paint is not None:
            paint(option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        paint = self._controls.get(element)
        if paint is not None:
            paint(option, painter)
            return
        if element is CE.CE_TabBarTabLabel:
            draw.tab_label(option, painter)
            return
        if element is CE.CE_ComboBoxLabel:
            # Qt cuts words that are too long in the middle of a letter.
            field = self.subControlRect(CC.CC_ComboBox, option, SC.SC_ComboBoxEditField, widget)
            label: Any = option
            label.currentText = label.fontMetrics.elidedText(
                label.currentText, Qt.TextElideMode.ElideRight, field.width() - px(0.3)
            )
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if control is CC.CC_ComboBox:
            invalid = bool(widget and widget.property("invalid"))
            arrow = self.subControlRect(control, option, SC.SC_ComboBoxArrow, widget)
            draw.combo_box(option, painter, arrow, invalid)
        elif control is CC.CC_ScrollBar:
            slider = self.subControlRect(control, option, SC.SC_ScrollBarSlider, widget)
            draw.scroll_bar(option, painter, slider)
        elif control is CC.CC_SpinBox:
            draw.field(option, painter, invalid=bool(widget and widget.property("invalid")))
            for sub, name in ((SC.SC_SpinBoxUp, "chevron-up"), (SC.SC_SpinBoxDown, "chevron-down")):
                draw.spin_arrow(option, painter, self.subControlRect(control, option, sub, widget), name, sub)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: Any = None) -> QRect:
        rect = super().subElementRect(element, option, widget)
        framed = isinstance(option, QStyleOptionFrame) and option.lineWidth > 0
        if element is QStyle.SubElement.SE_LineEditContents and framed:
            return rect.adjusted(px(0.45), 0, -px(0.3), 0)
        return rect

    def subControlRect(
        self, control: QStyle.ComplexControl, option: Any, sub: QStyle.SubControl, widget: Any = None
    ) -> QRect:
        if control is CC.CC_ScrollBar:
            return draw.scroll_bar_part(option, sub)
        if control is CC.CC_ComboBox:
            whole: QRect = option.rect
            arrow = px(1.9)
            if sub is SC.SC_ComboBoxArrow:
                return QRect(whole.right() - arrow + 1, whole.top(), arrow, whole.height())
            if sub is SC.SC_ComboBoxEditField:
                return whole.adjusted(px(0.6), 1, -arrow, -1)
            if sub is SC.SC_ComboBoxListBoxPopup:
                # Its list stands off its edge, and is as wide as its words.
                return whole.adjusted(0, -2, max(0, _list_width(widget) - whole.width()), 2)
        return super().subControlRect(control, option, sub, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric is PM.PM_DefaultFrameWidth and (draw.is_field(widget) or draw.is_popup(widget)):
            return px(0.3)  # keeps the viewport off the rounded corners
        ems = _METRICS.get(metric)
        if ems is not None:
            return px(ems)
        pixels = _PIXELS.get(metric)
        if pixels is not None:
            return pixels
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        known = _HINTS.get(hint)
        if known is not None:
            return known
        return super().styleHint(hint, option, widget, data)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: Any, size: QSize, widget: Any = None
    ) -> QSize:
        words, height = size.width(), size.height()
        match kind:
            case CT.CT_LineEdit | CT.CT_SpinBox | CT.CT_ComboBox:
                size = QSize(words + px(2.95 if kind is CT.CT_ComboBox else 1.0), px(Size.FIELD))
            case CT.CT_PushButton:
                size = QSize(max(words + px(1.5), px(4)), px(Size.FIELD))
            case CT.CT_MenuItem:
                size = _menu_item_size(option, size)
            case CT.CT_MenuBarItem:
                size = QSize(words + px(1.2), max(height, px(2)))
            case CT.CT_ProgressBar:
                size = QSize(words, px(0.45))
            case CT.CT_TabBarTab:
                size = QSize(draw.tab_width(option), px(2.6))
            case CT.CT_ItemViewItem | CT.CT_HeaderSection:
                made = super().sizeFromContents(kind, option, size, widget)
                size = QSize(made.width() + px(0.6), max(made.height(), px(2)))
            case _:
                size = super().sizeFromContents(kind, option, size, widget)
        return size

    def standardIcon(
        self,
        which: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        if which is QStyle.StandardPixmap.SP_ToolBarHorizontalExtensionButton:
            # Behind it stand the menus that had no room: Qt's own sign for it is hardly seen.
            return icon("ellipsis")
        return super().standardIcon(which, option, widget)

    def generatedIconPixmap(
        self, mode: QIcon.Mode, pixmap: QPixmap | QImage, option: QStyleOption
    ) -> QPixmap:
        return QPixmap(pixmap)  # the icon engine draws its own disabled state

    def polish(self, what: Any) -> Any:
        polished = super().polish(what)
        if isinstance(what, QMenu) or (isinstance(what, QWidget) and draw.is_popup(what)):
            what.setWindowFlag(Qt.WindowType.FramelessWindowHint, True)
            what.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, draw.round_popups())
        elif isinstance(what, (QLineEdit, QComboBox)):
            what.setAttribute(Qt.WidgetAttribute.WA_Hover)
        return polished

    def _field(
        self,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None,
        element: QStyle.PrimitiveElement,
    ) -> None:
        framed = not isinstance(option, QStyleOptionFrame) or option.lineWidth > 0
        inside = widget is not None and isinstance(widget.parent(), QComboBox)
        if inside or not framed:
            if element is PE.PE_PanelLineEdit and not inside:
                painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Base))
            return
        draw.field(option, painter, invalid=bool(widget and widget.property("invalid")))


def _list_width(widget: QWidget | None) -> int:
    if not isinstance(widget, QComboBox):
        return 0
    metrics = widget.fontMetrics()
    words = (widget.itemText(row) for row in range(min(widget.count(), _MEASURED)))
    return min(max(map(metrics.horizontalAdvance, words), default=0) + px(2.2), px(32))


def _menu_item_size(option: Any, size: QSize) -> QSize:
    if draw.is_separator(option):
        return QSize(size.width(), px(0.75))
    words, _, key = option.text.partition("\t")
    metrics = QFontMetrics(option.font)
    width = draw.menu_gutter(option) + metrics.horizontalAdvance(words.replace("&", "")) + px(2)
    if key:
        width += metrics.horizontalAdvance(key) + px(1.2)
    return QSize(max(width, px(12)), px(1.95))
