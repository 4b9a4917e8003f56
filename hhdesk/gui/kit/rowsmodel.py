"""A list model that is refreshed by id, so that selection and scroll place outlive a refresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hhdesk.gui.kit.rowdata import Role, RowContent, RowKind, skeleton

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_RUNS = 48
"""Separate changes that are told one by one; each renumbers the rows."""


class RowsModel(QAbstractListModel, Generic[T]):
    """Rows of `T`, each with a stable id. Sorting and filtering happen before rows come here."""

    about_to_merge = Signal()
    merged = Signal()
    ticks_changed = Signal()

    def __init__(
        self, key: Callable[[T], str], content: Callable[[T], RowContent], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._make = content
        self._items: list[T] = []
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._contents: dict[str, RowContent] = {}
        self._ticked: set[str] = set()
        self._waiting = 0

    # What is in it

    @property
    def items(self) -> tuple[T, ...]:
        """All values in order."""
        return tuple(self._items)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._ids)

    def item(self, index: Index) -> T | None:
        """The value behind `index`."""
        row = index.row()
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, row_id: str) -> int:
        """Row of `row_id`, -1 if it is not here."""
        return self._rows.get(row_id, -1)

    def index_of(self, row_id: str) -> QModelIndex:
        """Index of `row_id`, invalid if it is not here."""
        row = self.row_of(row_id)
        return self.index(row) if row >= 0 else QModelIndex()

    def content_at(self, row: int) -> RowContent:
        """What `row` shows; made once and kept until the row changes."""
        if row >= len(self._items):
            return skeleton(row)
        row_id = self._ids[row]
        made = self._contents.get(row_id)
        if made is None:
            made = self._contents[row_id] = self._make(self._items[row])
        return made

    # Changing it

    def replace(self, items: Iterable[T]) -> None:
        """Show `items` instead; rows with the same id stay the same rows. A repeated id counts once."""
        fresh: dict[str, T] = {}
        for item in items:
            fresh.setdefault(self._key(item), item)
        self.about_to_merge.emit()
        self.show_skeleton(0)
        ids = list(fresh)
        if ids != self._ids:
            gone = _runs([row for row, row_id in enumerate(self._ids) if row_id not in fresh])
            new = _runs([row for row, row_id in enumerate(ids) if row_id not in self._rows])
            if len(gone) + len(new) > _MOST_RUNS:
                self._reset(ids, fresh)
            else:
                self._merge(ids, fresh)
        self._refresh(list(fresh.values()))
        self.merged.emit()

    def append(self, items: Iterable[T]) -> None:
        """Add rows at the end; those already here are refreshed in place."""
        fresh = {self._key(item): item for item in items}
        new = {row_id: item for row_id, item in fresh.items() if row_id not in self._rows}
        for row_id, item in fresh.items():
            if row_id not in new:
                self.update(item)
        self.show_skeleton(0)
        if new:
            first = len(self._items)
            self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
            self._items.extend(new.values())
            self._ids.extend(new)
            self._number()
            self.endInsertRows()

    def update(self, item: T) -> None:
        """Show `item` in place of the row with its id; nothing if it is not here."""
        row_id = self._key(item)
        row = self.row_of(row_id)
        if row < 0:
            return
        self._items[row] = item
        self._contents.pop(row_id, None)
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def remove(self, ids: Iterable[str]) -> None:
        """Take rows away."""
        self._drop({row_id for row_id in ids if row_id in self._rows})

    def clear(self) -> None:
        """Show nothing: another question was asked."""
        self.beginResetModel()
        self._items, self._ids, self._waiting = [], [], 0
        self._rows.clear()
        self._contents.clear()
        self._ticked.clear()
        self.endResetModel()
        self.ticks_changed.emit()

    def reword(self) -> None:
        """Make all contents anew: language, clock or settings changed."""
        self._contents.clear()
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def show_skeleton(self, count: int) -> None:
        """`count` still rows after the real ones, for what is on its way; 0 takes them away."""
        first = len(self._items)
        if self._waiting and not count:
            self.beginRemoveRows(_NOWHERE, first, first + self._waiting - 1)
            self._waiting = 0
            self.endRemoveRows()
        elif count and not self._waiting:
            self.beginInsertRows(_NOWHERE, first, first + count - 1)
            self._waiting = count
            self.endInsertRows()

    # Ticks

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of ticked rows."""
        return frozenset(self._ticked)

    def tick(self, ids: Iterable[str], on: bool = True) -> None:
        """Tick rows or take ticks away."""
        known = {row_id for row_id in ids if row_id in self._rows}
        changed = known - self._ticked if on else known & self._ticked
        self._ticked ^= changed
        for row_id in changed:
            index = self.index(self._rows[row_id])
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        if changed:
            self.ticks_changed.emit()

    # Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items) + self._waiting

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < len(self._items) + self._waiting:
            return None
        content = self.content_at(row)
        value: Any = None
        match role:
            case Role.CONTENT:
                value = content
            case Role.ID:
                value = content.id
            case Role.ITEM:
                value = self.item(index)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                value = content.spoken()
            case Qt.ItemDataRole.ToolTipRole:
                value = content.whole()
            case Qt.ItemDataRole.CheckStateRole:
                value = Qt.CheckState.Checked if content.id in self._ticked else Qt.CheckState.Unchecked
        return value

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not 0 <= index.row() < len(self._items):
            return False
        self.tick([self._ids[index.row()]], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = index.row()
        if not 0 <= row < len(self._items) or self.content_at(row).kind is not RowKind.PERSON:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    # Merging

    def _merge(self, ids: Sequence[str], fresh: dict[str, T]) -> None:
        self._drop({row_id for row_id in self._ids if row_id not in fresh})
        order = {row_id: place for place, row_id in enumerate(ids)}
        places = [order[row_id] for row_id in self._ids]
        if any(one > other for one, other in pairwise(places)):
            self._reorder(ids)
        self._insert_missing(ids, fresh)

    def _reset(self, ids: Sequence[str], fresh: dict[str, T]) -> None:
        """For a change too scattered to tell run by run; RowsView brings selection and place back."""
        self.beginResetModel()
        kept = [self._items[self._rows[row_id]] if row_id in self._rows else fresh[row_id] for row_id in ids]
        self._items, self._ids = kept, list(ids)
        self._number()
        self._contents = {row_id: made for row_id, made in self._contents.items() if row_id in fresh}
        self.endResetModel()
        if gone := self._ticked - fresh.keys():
            self._ticked -= gone
            self.ticks_changed.emit()

    def _drop(self, gone: set[str]) -> None:
        if not gone:
            return
        for first, last in reversed(_runs([row for row, row_id in enumerate(self._ids) if row_id in gone])):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._items[first : last + 1]
            del self._ids[first : last + 1]
            self._number()
            self.endRemoveRows()
        for row_id in gone:
            self._contents.pop(row_id, None)
        if self._ticked & gone:
            self._ticked -= gone
            self.ticks_changed.emit()

    def _reorder(self, ids: Sequence[str]) -> None:
        """Bring what is left into the order of `ids`; persistent indexes move along."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        owners = [self._ids[index.row()] for index in held]
        by_id = dict(zip(self._ids, self._items, strict=True))
        self._ids = [row_id for row_id in ids if row_id in by_id]
        self._items = [by_id[row_id] for row_id in self._ids]
        self._number()
        self.changePersistentIndexList(held, [self.index(self._rows[row_id]) for row_id in owners])
        self.layoutChanged.emit()

    def _insert_missing(self, ids: Sequence[str], fresh: dict[str, T]) -> None:
        """Insert the rows of `ids` that are not here, run by run, each at its final place."""
        for first, last in _runs([row for row, row_id in enumerate(ids) if row_id not in self._rows]):
            self.beginInsertRows(_NOWHERE, first, last)
            self._ids[first:first] = ids[first : last + 1]
            self._items[first:first] = [fresh[row_id] for row_id in ids[first : last + 1]]
            self._number()
            self.endInsertRows()

    def _refresh(self, items: list[T]) -> None:
        """Tell about rows whose value changed."""
        changed = [row for row, item in enumerate(items) if self._items[row] != item]
        self._items = items
        for row in changed:
            self._contents.pop(self._ids[row], None)
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _number(self) -> None:
        self._rows = {row_id: row for row, row_id in enumerate(self._ids)}


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs of first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
