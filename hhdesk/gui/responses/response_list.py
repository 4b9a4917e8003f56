"""One of hh.ru's lists: its head, its order, its rows, and every state it can be in."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hhdesk.domain.listing import ListedResponse, ResponseList
from hhdesk.domain.negotiations import Collection, OrderType
from hhdesk.gui.compiled.ui_responses_section import Ui_ResponsesSection
from hhdesk.gui.kit.buttons import Button, IconButton, Kind
from hhdesk.gui.kit.labels import ElidedLabel, IconLabel, Label, Rule, literal, tip
from hhdesk.gui.kit.panes import EmptyState, PaneHead, row
from hhdesk.gui.kit.rows import RowsModel, RowsView
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import SKELETON_AFTER_MS, Space, Type
from hhdesk.gui.moments import ago
from hhdesk.gui.responses.rows import content
from hhdesk.gui.resumes.rows import seed_of
from hhdesk.gui.trouble import swap

_SKELETON_ROWS: Final = 9
_FACE: Final = 2.55
"""Side of an avatar in em."""
_MOST_FACES: Final = 200
_LONGEST_ORDER: Final = 22
_ARROWS: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_GATHERING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ResponseListPane(QWidget):
    """Fills the middle of the section's form. It asks, the section answers."""

    chosen = Signal(str)
    opened = Signal(str)
    more_asked = Signal()
    order_asked = Signal(object)
    """OrderType of hh.ru's for this list."""
    refresh_asked = Signal()
    moved = Signal()
    """The person moved by a key of the list: to another row, or to none."""
    moving_asked = Signal(bool)
    """Whether a person shall open while the list is moved through."""
    ticks_changed = Signal()

    def __init__(self, form: Ui_ResponsesSection, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._form, self._now = form, now
        self._vacancy_of: Callable[[ListedResponse], str] = lambda _: ""
        self._collection: Collection | None = None
        self._shown: ResponseList | None = None
        self._order = ""
        self._moving = False
        self._faces: dict[str, QPixmap] = {}
        """Photos that came while people were read, small; the oldest go."""
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
        self._wait.stop()
        self.model.clear()
        self.model.show_skeleton(0)
        self.head.set_title(self.tr("Responses"))
        self._order_row.hide()
        self.empty.say(
            "inbox", self.tr("Choose a vacancy"), self.tr("Its lists with their counters open under it.")
        )
        self.empty.set_buttons([])
        self._show_rows(False)
        self._tell()

    def show_no_vacancies(self) -> None:
        """hh.ru has no active vacancy of this manager's."""
        title = self.tr("No active vacancies")
        words = self.tr("Responses to the vacancies that you publish on hh.ru appear here.")
        self._show_none("briefcase", title, words)

    def show_no_lists(self) -> None:
        """hh.ru has no list for the vacancy that is open."""
        title, words = self.tr("No lists"), self.tr("hh.ru has no list of responses to this vacancy.")
        self._show_none("inbox", title, words)

    def _show_none(self, icon: str, title: str, words: str) -> None:
        self.make_room()
        self.empty.say(icon, title, words)
        again = Button(self.tr("Try again"), key="Ctrl R", name="responsesAgain")
        again.clicked.connect(self.refresh_asked)
        self.empty.set_buttons([again])
        self._show_rows(False)

    def begin(self, collection: Collection) -> None:
        """Another list is asked for: its name at once, its rows as they come."""
        if self._collection is None or self._collection.id != collection.id:
            self.model.clear()
            self._shown, self._order = None, ""
            self._wait.start()
        self._collection = collection
        self._tell_order()
        self._order_row.show()
        self._show_rows(True)
        self._tell()

    def tell_counters(self, collection: Collection) -> None:
        """hh.ru's counters came anew: head and tree speak of the same moment."""
        if self._collection is not None and self._collection.id == collection.id:
            self._collection = collection
            self._tell_order()
            self._tell()

    def set_moving(self, opens: bool) -> None:
        """Say whether moving opens."""
        self._moving = opens
        self.moving.set_icon("eye" if opens else "eye-off")
        words = self.tr(
            "Open while moving: off. Switch it on, and J and K mark as read: the candidate sees it"
        )
        if opens:
            words = self.tr("Open while moving: on. J and K mark as read, and the candidate sees it")
        self.moving.set_words(words)

    def name_vacancies(self, name_of: Callable[[ListedResponse], str]) -> None:
        """Rows say to which vacancy they belong, where the list is over many of them."""
        self._vacancy_of = name_of

    def show_list(self, listing: ResponseList) -> None:
        """Rows as they are known now."""
        self._wait.stop()
        self.model.show_skeleton(0)
        self._shown = listing
        self.model.replace(listing.rows)
        self._show_rows(bool(listing.rows))
        if not listing.rows:
            words = self.tr("hh.ru lists nobody at this stage of the vacancy.")
            if not listing.vacancy_id:
                words = self.tr("Every new response of all vacancies was looked at.")
            self.empty.say("inbox", self.tr("Nobody here"), words)
            self.empty.set_buttons([])
        self._tell()

    def show_face(self, seed: str, picture: QPixmap) -> None:
        """A photo is at hand: the row of that person shows it too."""
        side = round(px(_FACE) * self.devicePixelRatioF())
        fit = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        self._faces.pop(seed, None)
        if len(self._faces) == _MOST_FACES:
            del self._faces[next(iter(self._faces))]
        self._faces[seed] = picture.scaled(side, side, fit, Qt.TransformationMode.SmoothTransformation)
        for one in self.model.items:
            if one.resume is not None and seed_of(one.resume) == seed:
                self.model.update(one)

    def wait(self) -> None:
        """Nothing is known yet of what this list will be: bars stand for its rows when it takes long."""
        if self._collection is None and self._shown is None:
            self._show_rows(True)
            self._wait.start()

    def make_room(self) -> bool:
        """What was asked for failed: let the state stand where no rows are to be kept; whether it does."""
        self._wait.stop()
        self.model.show_skeleton(0)
        kept = self._shown is not None and bool(self._shown.rows)
        self._show_rows(kept)
        return not kept

    def retranslate(self) -> None:
        """Every word anew."""
        self.refresh.set_words(self.tr("Refresh"))
        self.set_moving(self._moving)
        self.order.setAccessibleName(self.tr("Order"))
        self._tell_order()
        self.view.setAccessibleName(self.tr("Responses"))
        self.model.reword()
        self._tell()

    def tell_age(self) -> None:
        """The age of the list goes on."""
        self._tell()

    # Who is meant

    def tick_current(self) -> None:
        """X: gather this person for an act on many, or leave them out, and go on to the next."""
        key = self.view.current_id()
        if key:
            self.model.tick([key], key not in self.model.ticked)
            self.view.step(1)

    def step(self, by: int, *, extend: bool) -> None:
        """J and K; with Shift everybody on the way is ticked."""
        before = self.view.current_id()
        self.view.step(by, extend=extend)
        if extend:
            self.model.tick([before, self.view.current_id()])
        else:
            self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move like J and K."""
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            self.moved.emit()
        return super().eventFilter(watched, event)

    def untick(self) -> None:
        """Nobody is gathered any more."""
        self.model.tick(self.model.ticked, False)

    @property
    def gathered(self) -> tuple[ListedResponse, ...]:
        """Ticked rows in their order."""
        return tuple(one for one in self.model.items if one.key in self.model.ticked)

    def pass_on(self, done: AbstractSet[str]) -> None:
        """Go on to the next person about whom nothing was decided, below those in `done`, else above them."""
        current = self.view.current_id()
        if current not in done:
            return
        ids = self.model.ids
        place = self.model.row_of(current)
        decided = done | {one.key for one in self.model.items if one.pending}
        after = next((one for one in ids[place + 1 :] if one not in decided), None)
        before = next((one for one in reversed(ids[:place]) if one not in decided), None)
        if (target := after or before) is not None:
            self.view.choose(target)

    # Building

    def _build(self) -> None:
        form = self._form
        self.head = PaneHead("", surface="list", name="responsesHead")
        self.refresh = IconButton("refresh-cw", "", name="responsesRefresh")
        self.refresh.clicked.connect(self.refresh_asked)
        self.moving = IconButton("eye-off", "", name="responsesMoving")
        self.moving.clicked.connect(lambda: self.moving_asked.emit(not self._moving))
        self.head.add(self.moving)
        self.head.add(self.refresh)
        form.responsesHeadPlaceLayout.addWidget(self.head)
        self._order_row = QWidget()
        self._order_row.setFixedHeight(px(2.6))
        line = row(self._order_row, margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL))
        self.order = Button(
            "",
            kind=Kind.SUBTLE,
            icon="arrow-down-wide-narrow",
            menu_arrow=True,
            name="responsesOrder",
        )
        self.order.clicked.connect(self._open_orders)
        self.age = ElidedLabel("", Type.SMALL, "muted", name="responsesAge")
        self.age.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(self.order)
        line.addWidget(self.age, 1)
        line.setContentsMargins(px(0.35), px(0.15), px(1.1), px(0.15))
        form.responsesOrderPlaceLayout.addWidget(self._order_row)
        self.view = RowsView(lines=4, avatars=True, height=6.3)
        self.view.setObjectName("responseRows")
        self.model: RowsModel[ListedResponse] = RowsModel(
            lambda one: one.key,
            lambda one: content(one, self._now(), self._vacancy_of(one), self._faces),
            self,
        )
        self.view.set_rows(self.model)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.clicked.connect(self._clicked)
        self.view.near_end.connect(self._near_end)
        self.view.installEventFilter(self)
        self.model.ticks_changed.connect(self._ticked)
        self.empty = EmptyState("inbox", "", "", name="responsesState")
        form.responsesListPlaceLayout.addWidget(self.view, 1)
        form.responsesListPlaceLayout.addWidget(self.empty, 1)
        self.foot = Label("", Type.BODY, "muted", wrap=True, name="responsesFoot")
        self._foot_line = QWidget()
        Theme.instance().surface(self._foot_line, "list")
        foot = row(self._foot_line, margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL))
        foot.setSpacing(px(Space.MEDIUM))
        foot.addWidget(IconLabel("eye-off", "muted"))
        foot.addWidget(self.foot, 1)
        self._foot_rule = Rule()
        form.responsesFootPlaceLayout.addWidget(self._foot_rule)
        form.responsesFootPlaceLayout.addWidget(self._foot_line)

    def _open_orders(self) -> None:
        """hh.ru's own orders for this list."""
        menu = QMenu(self.order)
        menu.setObjectName("responsesOrderMenu")
        for order in self._orders():
            entry = menu.addAction(literal(order.name or order.id))
            entry.setObjectName(f"order_{order.id}")
            entry.setCheckable(True)
            entry.setChecked(order.id == self._order)
            entry.triggered.connect(lambda _=False, chosen=order: self._order_chosen(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.order.mapToGlobal(self.order.rect().bottomLeft()))

    def _order_chosen(self, order: OrderType) -> None:
        self._order = order.id
        self._tell_order()
        self.order_asked.emit(order)

    def _orders(self) -> tuple[OrderType, ...]:
        return self._collection.order_types if self._collection else ()

    def _tell_order(self) -> None:
        chosen = next((order for order in self._orders() if order.id == self._order), None)
        self.order.set_words(_short(chosen.name) if chosen is not None else self.tr("As hh.ru orders"))
        self.order.setToolTip(tip(chosen.name) if chosen is not None else "")
        self.order.setVisible(bool(self._orders()))

    def _ticked(self) -> None:
        """Boxes stand only while one is ticked: rows are short of room."""
        self.view.rows.set_ticks(bool(self.model.ticked))
        self._tell()
        self.ticks_changed.emit()

    def _clicked(self, index: QModelIndex) -> None:
        """A plain click opens; one with Shift or Ctrl gathers people for an act on all of them."""
        if not QApplication.keyboardModifiers() & _GATHERING:
            self.opened.emit(self.view.current_id())
            return
        chosen = self.view.selected_ids()
        if len(chosen) > 1:
            self.model.tick(self.model.ticked - set(chosen), False)
            self.model.tick(chosen)

    def _near_end(self) -> None:
        if self._shown is not None and self._shown.has_more:
            self.more_asked.emit()

    def _show_rows(self, shown: bool) -> None:
        swap(self.view, self.empty, rows=shown)

    def _tell(self) -> None:
        collection, shown = self._collection, self._shown
        if collection is not None:
            total = shown.found if shown is not None else collection.counters.total
            new = collection.counters.with_updates
            news = self.tr("%Ln new", "", new) if new else ""
            quiet = ", ".join(part for part in (self.locale().toString(total), news) if part)
            self.head.set_title(collection.name, quiet)
        age = ""
        if count := len(self.model.ticked):
            age = self.tr("%n ticked", "", count)
        elif shown is not None:
            age = self.tr("updated {when}").format(when=ago(shown.fetched_at, self._now()))
        self.age.setText(age)
        hidden = shown.hidden if shown is not None else 0
        self.foot.setText(self.tr("hh.ru does not show %n more response(s)", "", hidden) if hidden else "")
        self._foot_rule.setVisible(bool(hidden))
        self._foot_line.setVisible(bool(hidden))


def _short(name: str) -> str:
    """hh.ru's name of an order, whole only in the tool tip where it goes on in brackets or is long."""
    words = name.split(" (", maxsplit=1)[0]
    return words if len(words) <= _LONGEST_ORDER else f"{words[:_LONGEST_ORDER].rsplit(' ', 1)[0]}…"
