"""Paints the rows of every list: search, responses, people, outbox, board, agenda."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from hhdesk.gui.kit.avatar import paint_avatar
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.labels import tip
from hhdesk.gui.kit.paint import box, dot, paint_check, text
from hhdesk.gui.kit.rowdata import Column, Density, Mark, Role, RowContent, RowKind
from hhdesk.gui.kit.rowlayout import GUTTERS, Laid, Place, lay_out
from hhdesk.gui.kit.rowsmodel import RowsModel
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Type

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
_KEPT: Final = 400
_TICK_LEFT, _TICK_SIDE, _TICK_ROOM = 1.1, 1.25, 2.6


class RowDelegate(QStyledItemDelegate):
    """One look for rows. Set `density`, `columns`, `ticks`, `avatars` and the view follows."""

    def __init__(
        self,
        view: QAbstractItemView,
        density: Density = Density.ROOMY,
        *,
        lines: int = 3,
        avatars: bool = False,
        ticks: bool = False,
        columns: tuple[Column, ...] = (),
        height: float | None = None,
        gutter: float | None = None,
    ) -> None:
        """`height` in em is for the density given here; `gutter` in em for lists without dots and marks."""
        super().__init__(view)
        self._view = view
        self._density = density
        self._lines = lines
        self._avatars = avatars
        self._ticks = ticks
        self._columns = columns
        self._heights = {} if height is None else {density: height}
        self._gutter = gutter
        self._laid: OrderedDict[tuple[str, int, Density, float], Laid] = OrderedDict()
        self.layouts_made = 0
        """How many rows were measured, for tests and the benchmark."""
        Theme.instance().changed.connect(self._forget)

    @property
    def density(self) -> Density:
        return self._density

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def set_density(self, density: Density) -> None:
        """Show more or less of each row."""
        self._density = density
        self._forget()

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Columns of dense rows."""
        self._columns = columns
        self._forget()

    def set_ticks(self, ticks: bool) -> None:
        """Show a check box before each row."""
        self._ticks = ticks
        self._forget()

    def row_height(self, content: RowContent | None = None) -> int:
        """Height in pixels of a row, of `content` where its kind matters."""
        if content is not None and content.kind is RowKind.GROUP:
            return px(2)
        if (height := self._heights.get(self._density)) is not None:
            return px(height)
        extra = max(0, self._lines - 3) * 1.52 if self._density is Density.ROOMY else 0.0
        return px(self._density.value + extra)

    def place(self, width: int, height: int) -> Place:
        """Where texts stand in a row of that size."""
        left = self._text_left()
        return Place(left, width - left - px(1.1), height)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(12), self.row_height(self._content(index)))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        content = self._content(index)
        if content is None:
            return
        rect = QRectF(option.rect)
        painter.save()
        if content.kind is RowKind.GROUP:
            self._paint_group(painter, rect, content)
        elif content.kind is RowKind.SKELETON:
            self._paint_skeleton(painter, rect, index.row())
        else:
            self._paint_person(painter, option, rect, content, index)
        painter.restore()

    def laid(self, content: RowContent, width: int, height: int) -> Laid:
        """The row measured for that width, from the cache where nothing changed."""
        key = (content.id, width, self._density, em())
        found = self._laid.get(key)
        if found is not None and found.content is content:
            self._laid.move_to_end(key)
            return found
        made = lay_out(content, self._density, self.place(width, height), self._columns)
        self.layouts_made += 1
        self._laid[key] = made
        if len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        return made

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: Any, index: Index) -> bool:
        if self._ticks and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            zone = QRectF(option.rect)
            zone.setWidth(px(_TICK_ROOM))
            if zone.contains(event.position()):
                on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
                turned = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
                return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        content = self._content(index)
        if content is None or content.kind is RowKind.SKELETON or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        rect = view.visualRect(index)
        if self.laid(content, rect.width(), rect.height()).elided:
            QToolTip.showText(event.globalPos(), tip(content.whole()), view.viewport(), rect)
        else:
            QToolTip.hideText()
        return True

    def _content(self, index: Index) -> RowContent | None:
        model = index.model()
        if isinstance(model, RowsModel):
            return model.content_at(index.row())
        content = index.data(Role.CONTENT)
        return content if isinstance(content, RowContent) else None

    def _text_left(self) -> float:
        left = px(_TICK_ROOM) if self._ticks else 0
        if self._avatars and self._density is not Density.DENSE:
            return left + px(1.35) + self._avatar_side() + px(0.6)
        return left + px(self._gutter if self._gutter is not None else GUTTERS[self._density])

    def _avatar_side(self) -> int:
        return px(2.55) if self.row_height() >= px(4) else px(1.85)

    def _paint_person(
        self, painter: QPainter, option: Any, rect: QRectF, content: RowContent, index: Index
    ) -> None:
        tokens = Theme.current()
        focused = self._view.hasFocus()
        ticked = self._ticks and index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        # The tint says where the person is; whoever is ticked has the tick.
        selected = bool(option.state & State.State_Selected)
        ground: QColor | None = None
        if selected:
            ground = tokens.select if focused else tokens.idle
        elif option.state & State.State_MouseOver and getattr(self._view, "pointed", True):
            ground = tokens.hover
        if ground is not None:
            painter.fillRect(rect, ground)
        if focused and selected and index.row() == self._view.currentIndex().row():
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), tokens.accent)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tokens.line)
        laid = self.laid(content, round(rect.width()), round(rect.height()))
        laid.paint(painter, rect.topLeft(), ground)
        self._paint_before(painter, rect, content, laid, ticked)

    def _paint_before(
        self, painter: QPainter, rect: QRectF, content: RowContent, laid: Laid, ticked: bool
    ) -> None:
        """Check box, dot or mark, avatar."""
        tokens = Theme.current()
        left = rect.left()
        middle = rect.top() + laid.title_middle
        if self._ticks:
            side = px(_TICK_SIDE)
            tick = QRectF(left + px(_TICK_LEFT), round(rect.top() + (rect.height() - side) / 2), side, side)
            paint_check(painter, tick, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            left += px(_TICK_ROOM)
        avatars = self._avatars and self._density is not Density.DENSE
        centre = QPointF(left + (px(0.65) if avatars else px(GUTTERS[self._density]) / 2 - 0.5), middle)
        if content.unread:
            dot(painter, centre, 0.31 * em(), tokens.accent)
        elif content.mark is not Mark.NONE:
            side = px(1.15)
            colour = tokens.amber if content.mark in (Mark.STAR, Mark.WARNING) else tokens.muted
            paint_icon(painter, content.mark.value, _square(centre, side), colour)
        if avatars and content.avatar is not None:
            side = self._avatar_side()
            top = rect.top() + (px(0.75) if rect.height() >= px(4) else (rect.height() - side) / 2)
            paint_avatar(painter, QRectF(left + px(1.35), round(top), side, side), content.avatar)

    def _paint_group(self, painter: QPainter, rect: QRectF, content: RowContent) -> None:
        tokens = Theme.current()
        painter.fillRect(rect, tokens.panel)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tokens.line)
        inner = rect.adjusted(px(1.1), 0, -px(1.1), 0)
        line = content.lines[0]
        text(painter, inner, line.left, type_font(Type.SMALL, 500), tokens.muted, elide=True)
        text(
            painter, inner, line.right, type_font(Type.SMALL, 500), tokens.muted, Qt.AlignmentFlag.AlignRight
        )

    def _paint_skeleton(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Still bars where texts will stand; widths differ so that it looks like text."""
        tokens = Theme.current()
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tokens.line)
        place = self.place(round(rect.width()), round(rect.height()))
        lines = {Density.ROOMY: self._lines, Density.MEDIUM: 2, Density.DENSE: 1}[self._density]
        step = round(1.3 * em())
        thick = round(0.75 * em())
        y = rect.top() + (rect.height() - step * lines) / 2 + (step - thick) / 2
        for line in range(lines):
            share = (0.55, 0.72, 0.46, 0.62, 0.4)[(row * 2 + line) % 5]
            bar = QRectF(rect.left() + place.left, round(y), round(place.width * share), thick)
            box(painter, bar, 0.2 * em(), tokens.idle)
            if line == 0:
                box(
                    painter, QRectF(rect.right() - px(5.6), round(y), px(4.5), thick), 0.2 * em(), tokens.idle
                )
            y += step

    def _forget(self) -> None:
        self._laid.clear()
        self._view.scheduleDelayedItemsLayout()
        self._view.viewport().update()


def _square(centre: QPointF, side: float) -> QRectF:
    return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
