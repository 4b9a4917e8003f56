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
from PySide6.QtGui import QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.negotiations import Collection, Collections
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.labels import tip
from hhdesk.gui.kit.paint import text, text_width
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Type

Index = QModelIndex | QPersistentModelIndex

_VALUE: Final = Qt.ItemDataRole.UserRole + 1
_LOOK: Final = Qt.ItemDataRole.UserRole + 2


class _Look:
    """What a line of the tree shows."""

    __slots__ = ("days", "depth", "detail", "generated", "name", "new", "short_days", "total")

    def __init__(
        self,
        name: str,
        detail: str,
        new: int,
        total: int,
        depth: int,
        *,
        days: str = "",
        short_days: str = "",
        generated: bool = False,
    ) -> None:
        self.days, self.short_days = days, short_days
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
            self._dress_vacancy(item, vacancy, now)
        self.viewport().update()

    def retranslate(self, now: datetime) -> None:
        """Counts and days in the language of now."""
        for root in self._roots():
            self._dress_vacancy(root, root.data(_VALUE), now)
            for place in range(root.rowCount()):
                child = root.child(place)
                self._dress(child, child.data(_VALUE), child.data(_LOOK))
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

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names wrap by the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

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

    def _dress_vacancy(self, item: QStandardItem, vacancy: VacancyShort, now: datetime) -> None:
        counters = vacancy.counters
        look = _Look(
            vacancy.name, vacancy.area, counters.unread_responses, counters.responses, 0,
            days=_days(vacancy, now), short_days=_short_days(vacancy, now),
        )  # fmt: skip
        self._dress(item, vacancy, look)

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
        item.setToolTip(tip(spoken))

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
    days = _days_left(vacancy, now)
    return "" if days is None else QCoreApplication.translate("Responses", "%n more day(s)", "", days)


def _short_days(vacancy: VacancyShort, now: datetime) -> str:
    """Where there is no room for the words."""
    days = _days_left(vacancy, now)
    return "" if days is None else QCoreApplication.translate("Responses", "%n d", "days left, short", days)


def _days_left(vacancy: VacancyShort, now: datetime) -> int | None:
    return None if vacancy.expires_at is None else max(0, (vacancy.expires_at - now).days)


class _TreeDelegate(QStyledItemDelegate):
    """Two lines for a vacancy, one for a list; new ones in accent, all of them in muted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look: _Look | None = index.data(_LOOK)
        if look is None or look.depth == 0:
            return QSize(px(10), px(3.3))
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QTreeView) else px(18.5)
        return QSize(px(10), px(2.1) if _fits(look, wide) else px(3.4))

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
        """First the days are said shortly, then the place gives way to them."""
        font, muted = type_font(Type.TINY), Theme.current().muted
        said = look.days
        if text_width(f"{look.detail}, {look.days}", font) > rect.width():
            said = look.short_days
        days = f", {said}" if said and look.detail else said
        whole = look.detail + days
        if text_width(whole, font) <= rect.width():
            text(painter, rect, whole, font, muted)
            return
        room = max(0.0, rect.width() - text_width(days, font))
        text(painter, rect.adjusted(0, 0, room - rect.width(), 0), look.detail, font, muted, elide=True)
        text(painter, rect.adjusted(room, 0, 0, 0), days, font, muted, elide=True)

    def _paint_list(self, painter: QPainter, rect: QRectF, look: _Look, *, chosen: bool) -> None:
        """A name of hh.ru's that is too long for one line goes on in a second."""
        tokens = Theme.current()
        inner = rect.adjusted(_left(look), 0, -px(1.1), 0)
        first = inner if _fits(look, rect.width()) else inner.adjusted(0, 0, 0, -px(1.3))
        room = self._numbers(painter, first, look)
        ink = tokens.muted if look.generated else tokens.ink
        inner.setRight(inner.right() - room)
        font = type_font(Type.STRONG if chosen else Type.BODY)
        if first.height() == rect.height() and text_width(look.name, font) > inner.width():
            # The tint and the bar tell which one is chosen; the whole name tells more than its weight.
            font = type_font(Type.BODY)
        if first.height() == inner.height():
            text(painter, inner, look.name, font, ink, elide=True)
            return
        painter.setFont(font)
        painter.setPen(ink)
        whole = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, whole, look.name)

    @staticmethod
    def _numbers(painter: QPainter, rect: QRectF, look: _Look) -> float:
        """Paint the counters at the right; returns the room they take in pixels."""
        tokens, right = Theme.current(), Qt.AlignmentFlag.AlignRight
        total = QLocale().toString(look.total)
        text(painter, rect, total, type_font(Type.BODY), tokens.muted, right)
        if look.new:
            new = QLocale().toString(look.new)
            place = rect.adjusted(0, 0, -_total_width(look), 0)
            text(painter, place, new, type_font(Type.STRONG), tokens.accent, right)
        return _numbers_width(look)


def _total_width(look: _Look) -> float:
    return max(text_width(QLocale().toString(look.total), type_font(Type.BODY)), px(2.2)) + px(0.75)


def _numbers_width(look: _Look) -> float:
    new = text_width(QLocale().toString(look.new), type_font(Type.STRONG)) + px(0.6) if look.new else 0.0
    return _total_width(look) + new


def _left(look: _Look) -> float:
    return px(2.1 + 1.1 * (look.depth - 1))


def _fits(look: _Look, width: float) -> bool:
    """Whether the name of a list has room in one line."""
    room = width - _left(look) - px(1.1) - _numbers_width(look)
    return text_width(look.name, type_font(Type.BODY)) <= room
