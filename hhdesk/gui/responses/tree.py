"""Vacancies and, under the open one, hh.ru's lists with their counters, as one tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.negotiations import Collection, Collections
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import text, text_width
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Type

Index = QModelIndex | QPersistentModelIndex

_VALUE: Final = Qt.ItemDataRole.UserRole + 1
_LOOK: Final = Qt.ItemDataRole.UserRole + 2


class _Look:
    """What a line of the tree shows."""

    __slots__ = ("days", "depth", "detail", "generated", "name", "new", "total")

    def __init__(
        self,
        name: str,
        detail: str,
        new: int,
        total: int,
        depth: int,
        *,
        days: str = "",
        generated: bool = False,
    ) -> None:
        self.days = days
        self.name, self.detail = name, detail
        self.new, self.total, self.depth = new, total, depth
        self.generated = generated


class VacancyTree(QTreeView):
    """One vacancy is open at a time; its first lists come from hh.ru in hh.ru's order."""

    vacancy_opened = Signal(str)
    """Id of the vacancy whose lists are wanted."""
    collection_chosen = Signal(str, object)
    """Id of the vacancy, and the Collection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vacancyTree")
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_TreeDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setProperty("ownFocus", True)
        Theme.instance().surface(self.viewport(), "panel")
        Theme.instance().changed.connect(self.doItemsLayout)
        self.clicked.connect(self._pressed)
        self.activated.connect(self._pressed)
        self.expanded.connect(self._close_others)
        self._current: tuple[str, str] = ("", "")

    # What it shows

    @property
    def vacancies(self) -> tuple[VacancyShort, ...]:
        """In the order shown."""
        values = (item.data(_VALUE) for item in self._roots())
        return tuple(value for value in values if isinstance(value, VacancyShort))

    @property
    def current(self) -> tuple[str, str]:
        """Ids of vacancy and collection that are chosen; empty where none is."""
        return self._current

    def show_vacancies(self, vacancies: Sequence[VacancyShort], now: datetime) -> None:
        """Merge by id: what is open stays open."""
        known = {item.data(_VALUE).id: item for item in self._roots()}
        wanted = {vacancy.id for vacancy in vacancies}
        for identifier, item in known.items():
            if identifier not in wanted:
                self._items.removeRow(item.row())
        for place, vacancy in enumerate(vacancies):
            item = known.get(vacancy.id) or self._new_root(place)
            counters = vacancy.counters
            look = _Look(
                vacancy.name, vacancy.area, counters.unread_responses, counters.responses, 0,
                days=_days(vacancy, now),
            )  # fmt: skip
            self._dress(item, vacancy, look)
        self.viewport().update()

    def show_collections(self, collections: Collections) -> None:
        """hh.ru's lists of one vacancy; hidden ones are left out where they are empty."""
        item = self._item_of(collections.vacancy_id)
        if item is None:
            return
        flat = list(_flat((*collections.collections, *collections.generated)))
        while item.rowCount() > len(flat):
            item.removeRow(item.rowCount() - 1)
        for place, (collection, depth) in enumerate(flat):
            if place == item.rowCount():
                item.appendRow(QStandardItem())
            child = item.child(place)
            counters = collection.counters
            look = _Look(
                collection.name, "", counters.with_updates, counters.total, depth,
                generated=collection.generated,
            )  # fmt: skip
            self._dress(child, collection, look)
        self.expand(item.index())
        self.choose(*self._current)

    def open_vacancy(self, vacancy: str) -> bool:
        """Open one and ask for its lists; False where it is not here."""
        item = self._item_of(vacancy)
        if item is None:
            return False
        self.expand(item.index())
        self.scrollTo(item.index())
        self.vacancy_opened.emit(vacancy)
        return True

    def collections(self, vacancy: str) -> tuple[Collection, ...]:
        """The lists under a vacancy, as shown."""
        item = self._item_of(vacancy)
        if item is None:
            return ()
        values = (item.child(row).data(_VALUE) for row in range(item.rowCount()))
        return tuple(value for value in values if isinstance(value, Collection))

    def index_of(self, vacancy: str, collection: str = "") -> QModelIndex:
        """Where a vacancy, or one of its lists, stands; invalid where it is not here."""
        item = self._item_of(vacancy)
        if item is None or not collection:
            return item.index() if item is not None else QModelIndex()
        found = (item.child(row) for row in range(item.rowCount()))
        return next((one.index() for one in found if one.data(_VALUE).id == collection), QModelIndex())

    def choose(self, vacancy: str, collection: str) -> bool:
        """Mark a list as the one that is shown; False where it is not here."""
        self._current = (vacancy, collection)
        index = self.index_of(vacancy, collection) if collection else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def forget(self) -> None:
        """Nothing of another account stays."""
        self._items.clear()
        self._current = ("", "")

    # Inside

    def _roots(self) -> Iterator[QStandardItem]:
        for row in range(self._items.rowCount()):
            item = self._items.item(row)
            if item is not None:
                yield item

    def _new_root(self, place: int) -> QStandardItem:
        item = QStandardItem()
        self._items.insertRow(place, item)
        return item

    def _item_of(self, vacancy: str) -> QStandardItem | None:
        return next((item for item in self._roots() if item.data(_VALUE).id == vacancy), None)

    @staticmethod
    def _dress(item: QStandardItem, value: object, look: _Look) -> None:
        item.setData(value, _VALUE)
        item.setData(look, _LOOK)
        item.setText(look.name)
        word = QCoreApplication.translate
        new = word("Responses", "%n new", "", look.new) if look.new else ""
        total = word("Responses", "%n response(s)", "", look.total)
        spoken = ", ".join(part for part in (look.name, look.detail, look.days, new, total) if part)
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(spoken)

    def _pressed(self, index: QModelIndex) -> None:
        value: Any = index.data(_VALUE)
        if isinstance(value, VacancyShort):
            if self.isExpanded(index):
                self.collapse(index)
            else:
                self.expand(index)
                self.vacancy_opened.emit(value.id)
        elif isinstance(value, Collection):
            vacancy: VacancyId = index.parent().data(_VALUE).id
            self._current = (vacancy, value.id)
            self.collection_chosen.emit(vacancy, value)

    def _close_others(self, index: QModelIndex) -> None:
        for item in self._roots():
            if item.index() != index:
                self.collapse(item.index())


def _flat(collections: Sequence[Collection], depth: int = 1) -> Iterator[tuple[Collection, int]]:
    for collection in collections:
        if collection.hidden and not collection.counters.total:
            continue
        yield collection, depth
        yield from _flat(collection.children, depth + 1)


def _days(vacancy: VacancyShort, now: datetime) -> str:
    if vacancy.expires_at is None:
        return ""
    days = max(0, (vacancy.expires_at - now).days)
    return QCoreApplication.translate("Responses", "%n more day(s)", "", days)


class _TreeDelegate(QStyledItemDelegate):
    """Two lines for a vacancy, one for a list; new ones in accent, all of them in muted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = index.data(_LOOK)
        return QSize(px(10), px(3.3 if look is None or look.depth == 0 else 2.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: _Look | None = index.data(_LOOK)
        if look is None:
            return
        tokens = Theme.current()
        rect = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and look.depth > 0
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen:
            painter.fillRect(rect, tokens.select)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent)
        elif state & QStyle.StateFlag.State_MouseOver or focused:
            painter.fillRect(rect, tokens.hover)
        if look.depth == 0:
            self._paint_vacancy(painter, rect, look, index)
        else:
            self._paint_list(painter, rect, look, chosen=chosen)

    def _paint_vacancy(self, painter: QPainter, rect: QRectF, look: _Look, index: Index) -> None:
        tokens = Theme.current()
        view = self.parent()
        is_open = isinstance(view, QTreeView) and view.isExpanded(index)
        if index.row():
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), tokens.line)
        if is_open or index.row() == index.model().rowCount() - 1:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tokens.line)
        icon = QRectF(rect.left() + px(0.75), rect.center().y() - px(0.5), px(1.0), px(1.0))
        paint_icon(painter, "chevron-down" if is_open else "chevron-right", icon, tokens.muted)
        inner = rect.adjusted(px(2.1), px(0.35), -px(1.1), -px(0.35))
        first = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        second = first.translated(0, inner.height() / 2)
        kind = Type.STRONG if is_open else Type.BODY
        text(painter, first, look.name, type_font(kind), tokens.ink, elide=True)
        room = self._numbers(painter, second, look)
        second.setRight(second.right() - room)
        self._detail(painter, second, look)

    @staticmethod
    def _detail(painter: QPainter, rect: QRectF, look: _Look) -> None:
        """The place gives way to the days that are left."""
        font, muted = type_font(Type.TINY), Theme.current().muted
        days = f", {look.days}" if look.days and look.detail else look.days
        room = text_width(days, font) if days else 0.0
        wide = min(text_width(look.detail, font) + 1, max(0.0, rect.width() - room))
        place = QRectF(rect)
        place.setWidth(wide)
        text(painter, place, look.detail, font, muted, elide=True)
        if days:
            text(painter, rect.adjusted(wide, 0, 0, 0), days, font, muted, elide=True)

    def _paint_list(self, painter: QPainter, rect: QRectF, look: _Look, *, chosen: bool) -> None:
        tokens = Theme.current()
        inner = rect.adjusted(px(2.1 + 1.1 * (look.depth - 1)), 0, -px(1.1), 0)
        room = self._numbers(painter, inner, look)
        inner.setRight(inner.right() - room)
        kind = Type.STRONG if chosen else Type.BODY
        ink = tokens.muted if look.generated else tokens.ink
        text(painter, inner, look.name, type_font(kind), ink, elide=True)

    @staticmethod
    def _numbers(painter: QPainter, rect: QRectF, look: _Look) -> float:
        """Paint the counters at the right; returns the room they take in pixels."""
        tokens, right = Theme.current(), Qt.AlignmentFlag.AlignRight
        total = QLocale().toString(look.total)
        text(painter, rect, total, type_font(Type.BODY), tokens.muted, right)
        wide = max(text_width(total, type_font(Type.BODY)), px(2.2)) + px(0.75)
        if not look.new:
            return wide
        new = QLocale().toString(look.new)
        place = QRectF(rect)
        place.setRight(rect.right() - wide)
        text(painter, place, new, type_font(Type.STRONG), tokens.accent, right)
        return wide + text_width(new, type_font(Type.STRONG)) + px(0.6)
