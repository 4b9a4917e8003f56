"""The list of found resumes with its head and every state it can be in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hhdesk.domain.account import Dictionaries
from hhdesk.domain.listing import ListedResume, SearchResult
from hhdesk.domain.search import DEPTH
from hhdesk.domain.values import Named
from hhdesk.gui.kit.buttons import Button, IconButton, Kind, LinkButton
from hhdesk.gui.kit.chips import ChipData
from hhdesk.gui.kit.labels import Label, literal
from hhdesk.gui.kit.panes import EmptyState, Ring, Rule
from hhdesk.gui.kit.rows import ColumnsHeader, Density, RowsModel, RowsView
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import SKELETON_AFTER_MS, Type
from hhdesk.gui.resumes import rows, wording
from hhdesk.gui.resumes.conditions import Condition

_SAY_AFTER_SECONDS: Final = 1.0
_SKELETON_ROWS: Final = 12
_ICONS: Final = {Density.ROOMY: "rows-3", Density.MEDIUM: "rows-2", Density.DENSE: "table-2"}
_ORDER: Final = (Density.ROOMY, Density.MEDIUM, Density.DENSE)


class ResultList(QWidget):
    """Shows a SearchResult, or why there is none. It asks, its owner answers."""

    chosen = Signal(str)
    """Key of the row that the person moved to."""
    opened = Signal(str)
    """Key of the row that the person opened: Enter or a click."""
    more_asked = Signal()
    order_asked = Signal(object)
    """Named of resume_search_order."""
    cancel_asked = Signal()
    condition_removed = Signal(object)
    """The ResumeQuery without it."""
    density_changed = Signal(object)
    filters_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultList")
        self._now = now
        self._result: SearchResult | None = None
        self._conditions: dict[str, Condition] = {}
        self._orders: tuple[Named, ...] = ()
        self._began = 0.0
        Theme.instance().surface(self, "list")
        self.model: RowsModel[ListedResume] = RowsModel(
            lambda row: row.key, lambda row: rows.content(row, now()), self
        )
        self.view = RowsView(self, density=Density.ROOMY, lines=3, columns=rows.columns())
        self.view.setObjectName("resultRows")
        self.view.set_rows(self.model)
        self.columns = ColumnsHeader(self.view, self)
        self.columns.setObjectName("resultColumns")
        self.columns.hide()
        self.empty = EmptyState(name="resultState")
        self.end = Label("", Type.SMALL, "muted", self, wrap=True, name="resultEnd")
        self.end.setContentsMargins(px(1.7), px(0.6), px(1.1), px(0.6))
        self._build_head()
        self._build_waiting()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self._edge, self.waiting, self.columns):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.end)
        self.view.chosen.connect(self._chosen)
        self.view.opened.connect(self.opened)
        self.view.clicked.connect(self._clicked)
        self.view.near_end.connect(self._near_end)
        self.view.viewport().installEventFilter(self)
        self.model.ticks_changed.connect(self._ticked)
        self._skeleton = QTimer(self)
        self._skeleton.setSingleShot(True)
        self._skeleton.setInterval(SKELETON_AFTER_MS)
        self._skeleton.timeout.connect(self._show_skeleton)
        self._clock = QTimer(self)
        self._clock.setInterval(250)
        self._clock.timeout.connect(self._tick)
        self.retranslate()

    # What is shown

    @property
    def result(self) -> SearchResult | None:
        """What the list shows."""
        return self._result

    @property
    def density(self) -> Density:
        """How much a row shows."""
        return self.view.rows.density

    @property
    def is_empty(self) -> bool:
        """Whether a state stands instead of rows."""
        return self.view.isHidden()

    def row(self, key: str) -> ListedResume | None:
        """The row of that key."""
        index = self.model.index_of(key)
        return self.model.item(index) if index.isValid() else None

    def show_first_use(self) -> None:
        """Nobody was searched for yet: one sentence, a way in."""
        self._result = None
        self.model.clear()
        self._show_list(False)
        self.empty.say(
            "search",
            self.tr("Whom are we looking for?"),
            self.tr("Begin with words and a region. What is found stays here and opens at once tomorrow."),
        )
        to_filters = Button(self.tr("To the filters"), kind=Kind.FILLED, key="F", name="stateFilters")
        to_filters.clicked.connect(self.filters_asked)
        self.empty.set_buttons([to_filters])
        self.empty.set_chips([])
        self._tell_place()

    def wait(self, *, keep_rows: bool) -> None:
        """A search runs: rows stay or make room for a skeleton, the seconds are told after the first."""
        self._began = monotonic()
        if not keep_rows:
            self.model.clear()
            self._result = None
            self._show_list(True)
            self._skeleton.start()
        self._clock.start()
        self._tell_place()

    def stop_waiting(self) -> None:
        """The search ended."""
        self._skeleton.stop()
        self._clock.stop()
        self.waiting.hide()
        self.model.show_skeleton(0)

    def show_result(self, result: SearchResult, conditions: Sequence[Condition]) -> None:
        """Show `result`; rows keep their place, selection and scroll place are kept."""
        if not result.from_store:
            self.stop_waiting()
        self._result = result
        self._conditions = {str(number): one for number, one in enumerate(conditions)}
        self.model.replace(result.rows)
        if not result.rows and not result.from_store:
            self._show_nobody()
        else:
            self._show_list(True)
        self._tell_place()
        self._tell_end()

    def append(self, result: SearchResult) -> None:
        """Show the next page after the rows that are there."""
        known = len(self.model.items)
        self._result = result
        self.model.append(result.rows[known:])
        self._tell_place()
        self._tell_end()

    def held(self) -> frozenset[str]:
        """Rows that must not vanish: who is chosen or ticked, and the last that is in sight."""
        view = self.view
        last = view.indexAt(QPoint(1, view.viewport().height() - 2)).row()
        seen = self.model.items[last].key if 0 <= last < len(self.model.items) else ""
        chosen = {view.current_id(), *view.selected_ids(), seen} - {""}
        return self.model.ticked | chosen

    def remark(self, result: SearchResult) -> None:
        """The same rows with what is known of their people by now."""
        self._result = result
        for before, row in zip(self.model.items, result.rows, strict=False):
            if before != row:
                self.model.update(row)

    def make_room(self) -> bool:
        """The search failed: let the state stand where no rows are to be kept; whether it does."""
        self.stop_waiting()
        if not self.model.items:
            self._show_list(False)
        return not self.model.items

    def set_orders(self, dictionaries: Dictionaries) -> None:
        """hh.ru's orders for the sort menu."""
        self._orders = dictionaries.of("resume_search_order")
        self._tell_order()

    def set_density(self, density: Density) -> None:
        """Show more or less of each row."""
        self.view.rows.set_density(density)
        self._ticked()
        self.columns.setVisible(density is Density.DENSE and self.view.isVisibleTo(self))
        self.density_button.set_icon(_ICONS[density])
        self.density_changed.emit(density)

    def focus_state(self) -> None:
        """To the first way out of the state that stands instead of rows."""
        ways = self.empty.findChildren(QAbstractButton)
        first = next((way for way in ways if way.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build_head(self) -> None:
        self.head = QWidget(self)
        self._edge = Rule(self)
        self.head.setFixedHeight(px(2.6))
        line = QHBoxLayout(self.head)
        line.setContentsMargins(px(0.35), 0, px(0.75), 0)
        line.setSpacing(px(0.45))
        self.sort_button = Button(
            "",
            kind=Kind.SUBTLE,
            icon="arrow-down-wide-narrow",
            menu_arrow=True,
            name="resultSort",
        )
        self.sort_button.clicked.connect(self._open_orders)
        self.place = Label("", Type.SMALL, "muted", name="resultPlace")
        self.density_button = IconButton("rows-3", "", name="resultDensity")
        self.density_button.clicked.connect(self._next_density)
        line.addWidget(self.sort_button)
        line.addStretch(1)
        line.addWidget(self.place)
        line.addWidget(self.density_button)

    def _build_waiting(self) -> None:
        self.waiting = QWidget(self)
        self.waiting.setObjectName("resultWaiting")
        line = QHBoxLayout(self.waiting)
        line.setContentsMargins(px(1.1), px(0.3), px(1.1), px(0.3))
        line.setSpacing(px(0.6))
        self._ring = Ring()
        self._ring.set_share(0.3)
        self._seconds = Label("", role="muted", name="resultSeconds")
        self.cancel = LinkButton("", key="Esc", name="resultCancel")
        self.cancel.clicked.connect(self.cancel_asked)
        line.addWidget(self._ring)
        line.addWidget(self._seconds)
        line.addStretch(1)
        line.addWidget(self.cancel)
        self.waiting.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row in sight stays in sight when the list changes its size."""
        if event.type() == QEvent.Type.Resize and isinstance(event, QResizeEvent):
            current = self.view.currentIndex()
            place = self.view.visualRect(current)
            if current.isValid() and place.top() >= 0 and place.bottom() <= event.oldSize().height():
                # Rows find their places after this event.
                QTimer.singleShot(0, self, self._keep_in_sight)
        return super().eventFilter(watched, event)

    def _keep_in_sight(self) -> None:
        self.view.scrollTo(self.view.currentIndex())

    # States

    def _show_list(self, shown: bool) -> None:
        self.view.setVisible(shown)
        self.empty.setVisible(not shown)
        self.head.setVisible(shown)
        self._edge.setVisible(shown)
        self.columns.setVisible(shown and self.density is Density.DENSE)
        self.end.setVisible(False)

    def _show_skeleton(self) -> None:
        self._show_list(True)
        self.model.show_skeleton(_SKELETON_ROWS)

    def _show_nobody(self) -> None:
        self._show_list(False)
        removable = {key: one for key, one in self._conditions.items() if not one.widening}
        words = (
            self.tr("Take away one of %n condition(s):", "", len(removable))
            if removable
            else self.tr("hh.ru shows no resume at all.")
        )
        self.empty.say("search-x", self.tr("Nobody was found"), words)
        self.empty.set_buttons([])
        self.empty.set_chips([ChipData(key, one.text) for key, one in removable.items()])

    def _tick(self) -> None:
        seconds = int(monotonic() - self._began)
        if seconds >= _SAY_AFTER_SECONDS:
            self._seconds.setText(self.tr("Searching, %n s", "", seconds))
            self.waiting.show()

    def _tell_place(self) -> None:
        result = self._result
        if result is None or not result.rows:
            self.place.setText("")
            return
        if count := len(self.model.ticked):
            self.place.setText(self.tr("%n ticked", "", count))
            return
        position = self.model.row_of(self.view.current_id()) + 1
        self.place.setText(wording.place(position, result.found) if position else "")

    def _tell_end(self) -> None:
        result = self._result
        limited = (
            result is not None
            and bool(result.rows)
            and not result.has_more
            and result.found > len(result.rows)
        )
        if limited:
            words = self.tr("hh.ru shows no more than this. Narrow the search to see the others.")
            if result is not None and result.found <= DEPTH:
                # It counts people whom it does not show; a narrower search would not show them either.
                words = self.tr("hh.ru shows no more than this.")
            self.end.setText(words)
        self.end.setVisible(limited)

    # Acts

    def _chosen(self, key: str) -> None:
        self._tell_place()
        self.chosen.emit(key)

    def _clicked(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if item is not None:
            self.opened.emit(item.key)

    def _ticked(self) -> None:
        """Boxes stand where rows are dense, and everywhere once one is ticked."""
        self.view.rows.set_ticks(self.density is Density.DENSE or bool(self.model.ticked))
        self._tell_place()

    def _near_end(self) -> None:
        if self._result is not None and self._result.has_more:
            self.more_asked.emit()

    def _open_orders(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("resultSortMenu")
        current = self._current_order()
        for order in self._orders:
            entry = QAction(literal(order.name or order.id), menu)
            entry.setObjectName(f"order_{order.id}")
            entry.setCheckable(True)
            entry.setChecked(current is not None and order.id == current.id)
            entry.triggered.connect(lambda _=False, order=order: self.order_asked.emit(order))
            menu.addAction(entry)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.sort_button.mapToGlobal(self.sort_button.rect().bottomLeft()))

    def _next_density(self) -> None:
        self.set_density(_ORDER[(_ORDER.index(self.density) + 1) % len(_ORDER)])

    def _current_order(self) -> Named | None:
        order = self._result.query.order if self._result is not None else None
        if order is not None:
            return next((one for one in self._orders if one.id == order.id), order)
        return None

    def _tell_order(self) -> None:
        order = self._current_order()
        name = order.name if order is not None else ""
        self.sort_button.set_words(name[:1].upper() + name[1:] or self.tr("As hh.ru orders"))
        self.sort_button.setVisible(bool(self._orders))

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word anew."""
        self.view.setAccessibleName(self.tr("Found resumes"))
        self.density_button.set_words(self.tr("Height of rows"))
        self.cancel.set_words(self.tr("Cancel"))
        self.view.rows.set_columns(rows.columns())
        self.model.reword()
        self._tell_order()
        self._tell_place()
        self._tell_end()
        if self._result is None and not self.model.items:
            self.show_first_use()
