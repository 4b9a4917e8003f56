"""One of hh.ru's lists: its head, its order, its rows, and every state it can be in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from hhdesk.domain.errors import HhdeskError, Transient
from hhdesk.domain.listing import ListedResponse, ResponseList
from hhdesk.domain.negotiations import Collection, OrderType
from hhdesk.gui.compiled.ui_responses_section import Ui_ResponsesSection
from hhdesk.gui.kit.buttons import Button, IconButton, Kind
from hhdesk.gui.kit.fields import Choice
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.panes import EmptyState, PaneHead, row
from hhdesk.gui.kit.rows import RowsModel, RowsView
from hhdesk.gui.kit.tokens import SKELETON_AFTER_MS, Space, Type
from hhdesk.gui.moments import ago
from hhdesk.gui.responses.rows import content
from hhdesk.gui.sentences import sentence

_SKELETON_ROWS: Final = 9


class ResponseListPane(QWidget):
    """Fills the middle of the section's form. It asks, the section answers."""

    chosen = Signal(str)
    opened = Signal(str)
    more_asked = Signal()
    order_asked = Signal(object)
    """OrderType of hh.ru's for this list."""
    refresh_asked = Signal()

    def __init__(self, form: Ui_ResponsesSection, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._form, self._now = form, now
        self._collection: Collection | None = None
        self._shown: ResponseList | None = None
        self._build()
        self._wait = QTimer(self, interval=SKELETON_AFTER_MS, singleShot=True)
        self._wait.timeout.connect(lambda: self.model.show_skeleton(_SKELETON_ROWS))
        self.retranslate()
        self.show_nothing()

    # What it shows

    @property
    def shown(self) -> ResponseList | None:
        """The list on the screen."""
        return self._shown

    def row(self, key: str) -> ListedResponse | None:
        """The row of that key."""
        index = self.model.index_of(key)
        return self.model.item(index) if index.isValid() else None

    def show_nothing(self) -> None:
        """No list is chosen."""
        self._collection = self._shown = None
        self.model.clear()
        self.head.set_title(self.tr("Responses"))
        self._order_row.hide()
        self.empty.say(
            "inbox", self.tr("Choose a vacancy"), self.tr("Its lists with their counters open under it.")
        )
        self.empty.set_buttons([])
        self._show_rows(False)
        self._tell()

    def begin(self, collection: Collection) -> None:
        """Another list is asked for: its name at once, its rows as they come."""
        if self._collection is None or self._collection.id != collection.id:
            self.model.clear()
            self._shown = None
            self._wait.start()
        self._collection = collection
        self.order.set_choices([(order.id, order.name) for order in collection.order_types])
        self._order_row.show()
        self._show_rows(True)
        self._tell()

    def show_list(self, listing: ResponseList) -> None:
        """Rows as they are known now."""
        self._wait.stop()
        self.model.show_skeleton(0)
        self._shown = listing
        self.model.replace(listing.rows)
        self._show_rows(bool(listing.rows))
        if not listing.rows:
            self.empty.say(
                "inbox", self.tr("Nobody here"), self.tr("hh.ru lists nobody at this stage of the vacancy.")
            )
            self.empty.set_buttons([])
        self._tell()

    def show_error(self, error: HhdeskError) -> bool:
        """Show the error in place of rows; False where there are rows to keep."""
        self._wait.stop()
        self.model.show_skeleton(0)
        if self._shown is not None and self._shown.rows:
            return False
        said = sentence(error)
        if isinstance(error, Transient):
            self.empty.say("cloud-off", said.title, said.text, "no")
        else:
            self.empty.say("gauge", said.title, said.text, "amber")
        self.empty.set_buttons([self._again])
        self._show_rows(False)
        return True

    def retranslate(self) -> None:
        """Every word anew."""
        self.refresh.set_words(self.tr("Refresh"))
        self.order.setAccessibleName(self.tr("Order"))
        self.view.setAccessibleName(self.tr("Responses"))
        self._again.set_words(self.tr("Try again"))
        self.model.reword()
        self._tell()

    def tell_age(self) -> None:
        """The age of the list goes on."""
        self._tell()

    # Building

    def _build(self) -> None:
        form = self._form
        self.head = PaneHead("", surface="list", kind=Type.TITLE, name="responsesHead")
        self.refresh = IconButton("refresh-cw", "", name="responsesRefresh")
        self.refresh.clicked.connect(self.refresh_asked)
        self.head.add(self.refresh)
        form.responsesHeadPlaceLayout.addWidget(self.head)
        self._order_row = QWidget()
        line = row(self._order_row, margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL))
        self.order = Choice(name="responsesOrder")
        self.order.chosen.connect(self._order_chosen)
        self.age = Label("", Type.SMALL, "muted", name="responsesAge")
        line.addWidget(self.order, 1)
        line.addWidget(self.age)
        form.responsesOrderPlaceLayout.addWidget(self._order_row)
        self.view = RowsView(lines=4, avatars=True, height=6.3)
        self.view.setObjectName("responseRows")
        self.model: RowsModel[ListedResponse] = RowsModel(
            lambda one: one.key, lambda one: content(one, self._now()), self
        )
        self.view.set_rows(self.model)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.clicked.connect(lambda index: self.opened.emit(self.view.current_id()))
        self.view.near_end.connect(self._near_end)
        self.empty = EmptyState("inbox", "", "", name="responsesState")
        self._again = Button("", kind=Kind.FILLED, name="responsesAgain")
        self._again.clicked.connect(self.refresh_asked)
        form.responsesListPlaceLayout.addWidget(self.view, 1)
        form.responsesListPlaceLayout.addWidget(self.empty, 1)
        self.foot = Label("", Type.SMALL, "muted", wrap=True, name="responsesFoot")
        foot = row(margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL))
        foot.addWidget(self.foot)
        form.responsesFootPlaceLayout.addLayout(foot)

    def _order_chosen(self, key: str) -> None:
        orders: tuple[OrderType, ...] = self._collection.order_types if self._collection else ()
        found = next((order for order in orders if order.id == key), None)
        if found is not None:
            self.order_asked.emit(found)

    def _near_end(self) -> None:
        if self._shown is not None and self._shown.has_more:
            self.more_asked.emit()

    def _show_rows(self, shown: bool) -> None:
        self.view.setVisible(shown)
        self.empty.setVisible(not shown)

    def _tell(self) -> None:
        collection, shown = self._collection, self._shown
        if collection is not None:
            total = shown.found if shown is not None else collection.counters.total
            new = collection.counters.with_updates
            news = self.tr("%Ln new", "", new) if new else ""
            quiet = ", ".join(part for part in (self.locale().toString(total), news) if part)
            self.head.set_title(collection.name, quiet)
        self.age.setText(ago(shown.fetched_at, self._now()) if shown is not None else "")
        hidden = shown.hidden if shown is not None else 0
        self.foot.setText(self.tr("hh.ru does not show %n more response(s)", "", hidden) if hidden else "")
        self.foot.setVisible(bool(hidden))
