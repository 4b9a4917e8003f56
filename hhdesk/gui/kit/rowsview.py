"""The list view that rows live in, and the header over its columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QSizePolicy, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import text
from hhdesk.gui.kit.rowdata import Column, Density, RowContent, fit
from hhdesk.gui.kit.rowdelegate import RowDelegate
from hhdesk.gui.kit.rowsmodel import Index, RowsModel
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Role, Type


class RowsView(QListView):
    """A list of rows: a refresh keeps what is chosen and what is on top."""

    opened = Signal(str)
    """Id of the row that Enter or a double click opened."""
    chosen = Signal(str)
    """Id of the row the person moved to; empty when there is none."""
    near_end = Signal()
    """Less than a screen is left below: the next page may be asked for."""

    def __init__(  # noqa: PLR0913  # what a list looks like is said where it is made
        self,
        parent: QWidget | None = None,
        *,
        density: Density = Density.ROOMY,
        lines: int = 3,
        avatars: bool = False,
        ticks: bool = False,
        columns: tuple[Column, ...] = (),
        height: float | None = None,
        gutter: float | None = None,
        groups: bool = False,
        surface: Role = "list",
    ) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._current = ""
        self._top: tuple[str, int] | None = None
        self.pointed = True
        """Whether the row under the mouse is tinted: not when the keyboard went on from it."""
        self.rows = RowDelegate(
            self,
            density,
            lines=lines,
            avatars=avatars,
            ticks=ticks,
            columns=columns,
            height=height,
            gutter=gutter,
        )
        self.setItemDelegate(self.rows)
        self.setUniformItemSizes(not groups)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setProperty("ownFocus", True)
        Theme.instance().surface(self.viewport(), surface)
        self.activated.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_rows(self, model: RowsModel[Any]) -> None:
        """Show `model`."""
        self.setModel(model)
        model.about_to_merge.connect(self._remember)
        model.merged.connect(self._restore)

    def rows_model(self) -> RowsModel[Any]:
        """The model given with `set_rows`."""
        model = self.model()
        assert isinstance(model, RowsModel)
        return model

    def current_id(self) -> str:
        """Id of the row the person is on; empty when there is none."""
        return self._id(self.currentIndex())

    def selected_ids(self) -> list[str]:
        """Ids of all selected rows in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        ids = self.rows_model().ids
        return [ids[row] for row in rows if row < len(ids)]

    def choose(self, row_id: str) -> bool:
        """Go to the row `row_id`; False if it is not here."""
        index = self.rows_model().index_of(row_id)
        if index.isValid():
            # Qt's own way looks at the keyboard: with Ctrl held, as in Ctrl+Z, it would add to the selection.
            self._go(index, False)
        return index.isValid()

    def leave_all(self) -> None:
        """Nobody is chosen; the list stays where it is."""
        self.selectionModel().clear()

    def step(self, by: int, extend: bool = False) -> None:
        """Go `by` rows down (or up), over headers; `extend` keeps what is selected."""
        model = self.model()
        if model is None or not model.rowCount():
            return
        current = self.currentIndex()
        fresh = not current.isValid() or not self.selectionModel().hasSelection()
        row = max(0, current.row()) if fresh else current.row() + by
        while 0 <= row < model.rowCount():
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self._go(index, extend)
                return
            row += 1 if by > 0 else -1

    def keyboardSearch(self, search: str) -> None:
        """Letters are acts here, not a search for a row."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell_chosen()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell_chosen()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.pointed:
            self.pointed = True
            self.viewport().update()
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(px(30), px(30))

    def _go(self, index: QModelIndex, extend: bool) -> None:
        mode = self.selectionModel().SelectionFlag
        flag = mode.Select if extend else mode.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def _tell_chosen(self) -> None:
        """Qt makes a row current when the list gets the focus; only a selected one was chosen by a person."""
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().isSelected(current):
            return
        row_id = self._id(current)
        if row_id != self._current:
            self._current = row_id
            self.pointed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
            self.chosen.emit(row_id)

    def _id(self, index: Index) -> str:
        model = self.model()
        if not index.isValid() or not isinstance(model, RowsModel):
            return ""
        content: RowContent = model.content_at(index.row())
        return content.id

    def _open(self, index: QModelIndex) -> None:
        if row_id := self._id(index):
            self.opened.emit(row_id)

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() > 0 and bar.maximum() - value < self.viewport().height():
            self.near_end.emit()

    def _remember(self) -> None:
        """Before a refresh: who is chosen, and who is on top by how much."""
        self._ids = self.selected_ids()
        self._current = self.current_id()
        top = self.indexAt(self.viewport().rect().topLeft())
        self._top = (self._id(top), self.visualRect(top).top()) if top.isValid() else None
        if self.verticalScrollBar().value() == 0:
            self._top = None  # at the head new rows may come into sight

    def _restore(self) -> None:
        model = self.rows_model()
        selection = self.selectionModel()
        flag = selection.SelectionFlag
        if self._ids and not selection.hasSelection():
            for row_id in self._ids:
                if (index := model.index_of(row_id)).isValid():
                    selection.select(index, flag.Select)
        current = model.index_of(self._current)
        if current.isValid() and not self.currentIndex().isValid():
            selection.setCurrentIndex(current, flag.NoUpdate)
        if self._top is not None and (index := model.index_of(self._top[0])).isValid():
            self.executeDelayedItemsLayout()
            moved = self.visualRect(index).top() - self._top[1]
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)


class ColumnsHeader(QWidget):
    """Titles over dense rows; a click on a sortable one asks for that order."""

    sort_asked = Signal(str)

    def __init__(self, view: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._sorted = ""
        self._descending = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.instance().surface(self, "panel")

    def set_sorted(self, key: str, descending: bool) -> None:
        """Show the arrow at column `key`."""
        self._sorted, self._descending = key, descending
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(2.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        for column, rect in self._spots():
            shown = QRectF(rect)
            if column.key == self._sorted:
                side = px(0.95)
                place = QRectF(shown.right() - side, (self.height() - side) / 2, side, side)
                paint_icon(painter, "chevron-down" if self._descending else "chevron-up", place, tokens.muted)
                shown.setRight(shown.right() - side - px(0.3))
            align = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            text(painter, shown, column.title, type_font(Type.SMALL), tokens.muted, align, elide=True)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), tokens.line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for column, rect in self._spots():
            if column.sortable and rect.contains(event.position()):
                self.sort_asked.emit(column.key)

    def _spots(self) -> list[tuple[Column, QRectF]]:
        place = self._view.rows.place(self._view.viewport().width(), self.height())
        spots = fit(self._view.rows.columns, place.width, em(), px(0.75))
        return [
            (column, QRectF(place.left + spot[0], 0, spot[1], self.height()))
            for column, spot in zip(self._view.rows.columns, spots, strict=True)
            if spot is not None
        ]
