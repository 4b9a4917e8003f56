"""The outbox: a list by what entries need, and the entry in full."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.negotiations import Address
from hhdesk.domain.outbox import Intent, OutboxEntry, OutboxState, OutboxSummary
from hhdesk.gui.actions import ACTIONS, ActionId
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.kit.ahead import lay_out_ahead
from hhdesk.gui.kit.buttons import Button, IconButton, LinkButton
from hhdesk.gui.kit.labels import literal
from hhdesk.gui.kit.panes import PaneHead, SplitView
from hhdesk.gui.kit.rows import RowsModel, RowsView
from hhdesk.gui.kit.states import Strip, StripTone
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.moments import present
from hhdesk.gui.outbox.card import OutboxCard, with_address
from hhdesk.gui.outbox.delegate import OutboxDelegate
from hhdesk.gui.outbox.rows import DONE_SHOWN, Group, OutboxRow, arrange, content, group_of, key, unlisted
from hhdesk.gui.sections import Place, Section, Shell, WidthClass
from hhdesk.gui.sentences import sentence_for
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services


_AHEAD_MS: Final = 60
"""After this what has changed while nobody looks is filled in."""


class _Begun(Struct, frozen=True):
    chosen: str
    letters: dict[int, str]


class OutboxSection(Section):
    """Shows what services.outbox says; every act goes there and comes back as an announcement."""

    key = "outbox"
    icon = ACTIONS[ActionId.GO_OUTBOX].icon

    def __init__(self, services: Services, shell: Shell) -> None:
        super().__init__(services, shell)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(self._trouble)
        self._all_done = False
        self._was_shown = False
        self._was_online = self._online()
        self._width = WidthClass.WIDE
        self._build()
        self._connect()
        self.retranslate()
        self._fill()

    def name(self) -> str:
        """On the rail."""
        return ACTIONS[ActionId.GO_OUTBOX].words

    def begun(self) -> object:
        return _Begun(self.view.current_id(), self.card.begun)

    def unsent(self) -> int:
        letters = {entry.id: entry.intent.letter for entry in self.services.outbox.entries}
        return sum(letters.get(number, text) != text for number, text in self.card.begun.items())

    def take_up(self, begun: object) -> None:
        if isinstance(begun, _Begun):
            self.card.take_up(begun.letters)
            self.card.show_entry(None)
            self._fill()
            self.view.choose(begun.chosen)

    def activate(self, place: Place | None = None) -> None:
        """Go to an entry, else to the first that needs a decision."""
        if place is not None and place.outbox_id is not None:
            self.view.choose(str(place.outbox_id))
        elif not self.view.current_id():
            self.view.step(1)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def handle_width(self, width: WidthClass) -> None:
        """Below 79 em one pane: Enter opens the entry, Esc goes back."""
        self._width = width
        self._show_list()

    def panes(self) -> tuple[QWidget, ...]:
        """List and card."""
        return tuple(pane for pane in (self.view, self.card) if pane.isVisible())

    def commands(self) -> frozenset[str]:
        """Esc, and take back."""
        return frozenset({ActionId.BACK.value, ActionId.TAKE_BACK.value})

    def handle_command(self, command: str) -> bool:
        """Esc leaves the editor, then the card."""
        if command == ActionId.TAKE_BACK.value:
            self._take_back_current()
        elif command != ActionId.BACK.value:
            return False
        elif self.card.editing:
            self.card.cancel_edit()
        elif self._width is WidthClass.SINGLE and self.card.isVisible():
            self._show_list()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refresh(self) -> None:
        """Look at what is in doubt now."""
        self.services.outbox.wake()

    def retranslate(self) -> None:
        """Every word anew."""
        self.head.set_title(self.name())
        self.more.set_words(self.tr("More"))
        self.view.setAccessibleName(self.name())
        self._tell_summary(self.services.outbox.summary())
        self._fill()
        self.model.reword()

    def showEvent(self, event: QShowEvent) -> None:
        """The countdown runs only while it is seen."""
        self._clock.start()
        self._fill()
        self._tick()
        super().showEvent(event)
        if not self._was_shown:
            # Sizes given before the first show were those of a window not laid out yet.
            self._was_shown = True
            self._give_sizes()

    def _give_sizes(self) -> None:
        """To list and card, where the person gave them none."""
        if self.shell.memory.recall(self.split.objectName()) is None:
            self.split.setSizes([px(43), max(px(32), self.width() - px(43))])

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._clock.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the first way out, Del drops what needs a decision, Ctrl+Enter keeps the letter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.card.editing:
            self.card.save.click()
        elif event.key() == Qt.Key.Key_Delete and not self.card.editing:
            self._give_up_current()
        else:
            super().keyPressEvent(event)

    # How it is built

    def _build(self) -> None:
        self.list_pane = QWidget(self)
        Theme.instance().surface(self.list_pane, "list")
        column = QVBoxLayout(self.list_pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = PaneHead("", surface="list", name="outboxHead")
        self.pause = Button("", icon="pause", name="pauseAll")
        self.more = IconButton("ellipsis", "", name="outboxMore")
        self.head.add(self.pause)
        self.head.add(self.more)
        self.paused = Strip(tone=StripTone.AMBER, icon="pause", name="outboxPaused")
        self.paused.hide()
        self.view = RowsView(groups=True)
        self.view.setObjectName("outboxRows")
        self.model: RowsModel[OutboxRow] = RowsModel(
            key=key, content=content(present, self._online), parent=self
        )
        self.view.set_rows(self.model)
        self.delegate = OutboxDelegate(self.view, present, self._online)
        self.view.setItemDelegate(self.delegate)
        for part in (self.head, self.paused):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        self._foot = QWidget(self.list_pane)
        self.show_all = LinkButton("", self._foot, name="outboxShowAll")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(px(0.9), px(0.3), px(0.9), px(0.3))
        foot.addWidget(self.show_all)
        foot.addStretch(1)
        self._foot.hide()
        column.addWidget(self._foot)
        self.card = OutboxCard(present, self._online, self)
        self.split = SplitView("outbox/split", self.shell.memory, self)
        self.split.add_pane(self.list_pane, width=43, least=26)
        self.split.add_pane(self.card, width=60, least=32, stretch=1)
        self.split.recall()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._ahead = QTimer(self, interval=_AHEAD_MS, singleShot=True)

    def _connect(self) -> None:
        outbox = self.services.outbox
        stops = (
            outbox.changed.listen(lambda entry: self._fill_soon()),
            outbox.summary_changed.listen(self._tell_summary),
            self.services.sync.changed.listen(lambda _: self._reach_changed()),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])
        self._clock.timeout.connect(self._tick)
        self._ahead.timeout.connect(self._fill_ahead)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.pause.clicked.connect(self._pause)
        self.more.clicked.connect(self._show_more)
        self.show_all.clicked.connect(self._turn_all_done)
        self.delegate.take_back.connect(self._take_back)
        card = self.card
        card.take_back.connect(self._take_back)
        card.give_up.connect(lambda number: self._act("give_up", outbox.give_up(number)))
        card.repeat.connect(lambda number: self._act("repeat", outbox.repeat(number)))
        card.send_now.connect(lambda number: self._act("send_now", outbox.send_now(number)))
        card.edited.connect(self._edit)
        card.hold_wanted.connect(self._take_up)
        card.released.connect(lambda number: self._act("hold", outbox.release(number)))
        card.address_wanted.connect(self._offer_addresses)
        card.place_wanted.connect(self._see)
        card.site_wanted.connect(lambda number: self.shell.open_browser(self.services.configuration.site_url))
        card.copied.connect(self._copy)
        keys = KeyMap(self)
        keys.bind(ActionId.TAKE_BACK, self._take_back_current)
        keys.bind(ActionId.NEXT_ROW, lambda: self.view.step(1))
        keys.bind(ActionId.PREVIOUS_ROW, lambda: self.view.step(-1))

    # What is shown

    def _fill(self) -> None:
        preferences = self.services.settings.get()
        windows = (preferences.rejection_seconds, preferences.take_back_seconds)
        rows = arrange(
            self.services.outbox.entries,
            present(),
            all_done=self._all_done,
            windows=windows,
            online=self._online(),
        )
        was_empty = not self.model.items
        self.model.replace(rows)
        count = unlisted(rows)
        self.show_all.set_words(self.tr("Show all: %n more", "", count))
        self._foot.setVisible(count > 0)
        if was_empty is not (not rows):
            self._show_list()
        shown = self.view.current_id()
        if not shown and self.isVisible():
            self.view.step(1)
        self._choose(self.view.current_id())

    def _fill_soon(self) -> None:
        """An entry has changed: shown at once where somebody looks."""
        if self.isVisible():
            self._fill()
        else:
            self._ahead.start()

    def _fill_ahead(self) -> None:
        """While nobody looks, so that there is less to do when somebody does."""
        if self.isVisible():
            return
        self._fill()
        first = next((row for row in self.model.items if isinstance(row, OutboxEntry)), None)
        if first is not None and not self._was_shown:
            self.view.choose(key(first))
        stack = self.parentWidget()
        if stack is not None:
            self.resize(stack.size())
            self._give_sizes()
            lay_out_ahead(self, stack.size())

    def _tick(self) -> None:
        for row in self.model.items:
            if isinstance(row, OutboxEntry) and row.state is OutboxState.WAITING:
                self.model.update(row)
        self.card.tick()

    def _online(self) -> bool:
        return self.services.sync.status.online

    def _reach_changed(self) -> None:
        if self._was_online is not self._online():
            self._was_online = self._online()
            self._fill()
            self.model.reword()
            self.card.reach_changed()

    def _tell_summary(self, summary: OutboxSummary) -> None:
        self.pause.set_words(self.tr("Continue") if summary.paused else self.tr("Pause all"))
        self.pause.set_icon("play" if summary.paused else "pause")
        self.paused.setVisible(summary.paused)
        if summary.paused:
            reason = sentence_for(summary.pause_reason).title if summary.pause_reason else ""
            whole = self.tr("Everything is on hold.")
            held = self.tr("A part is on hold.") if summary.paused_in_part else whole
            self.paused.say(held, reason or self.tr("You paused it."))

    def _choose(self, row_id: str) -> None:
        entry = self._entry(row_id)
        self.card.show_entry(entry)

    def _entry(self, row_id: str) -> OutboxEntry | None:
        row = self.model.row_of(row_id)
        item = self.model.items[row] if row >= 0 else None
        return item if isinstance(item, OutboxEntry) else None

    def _open(self, row_id: str) -> None:
        if self._width is WidthClass.SINGLE:
            self.list_pane.hide()
            self.card.show()
        elif self.card.notice.ways:
            self.card.notice.ways[0].click()

    def _show_list(self) -> None:
        """The list, with the card beside it where there is room; the card alone where nothing is listed."""
        single, empty = self._width is WidthClass.SINGLE, not self.model.items
        self.list_pane.setVisible(not (single and empty))
        self.card.setVisible(not single or empty)

    # What the person does

    def _act(self, name: str, work: Coroutine[Any, Any, OutboxEntry]) -> None:
        self._tasks.start(name, work)

    def _take_back(self, number: int) -> None:
        self._act(f"take_back_{number}", self.services.outbox.take_back(number))

    def _take_back_current(self) -> None:
        entry = self._entry(self.view.current_id())
        if entry is not None and entry.state is OutboxState.WAITING:
            self._take_back(entry.id)

    def _give_up_current(self) -> None:
        entry = self._entry(self.view.current_id())
        if entry is not None and group_of(entry) is Group.DECIDE:
            self._act("give_up", self.services.outbox.give_up(entry.id))

    def _take_up(self, number: int) -> None:
        self._tasks.start("hold", self.services.outbox.hold(number), self.card.edit_held)

    def _edit(self, number: int, intent: Intent) -> None:
        """Changed by the person: what was refused waits again with its change."""

        def failed(error: HhdeskError) -> None:
            if isValid(self):
                self.card.write_again(number, intent.letter)
            self.shell.report(error)

        work = self.services.outbox.edit(number, intent)
        self._tasks.write(f"edit {number}", work, lambda entry: None, failed)

    def _offer_addresses(self, number: int) -> None:
        def show(addresses: tuple[Address, ...]) -> None:
            self._choose_address(number, addresses)

        self._tasks.start("addresses", self.services.act_values.addresses(), show)

    def _choose_address(self, number: int, addresses: tuple[Address, ...]) -> None:
        entry = self._entry(str(number))
        if entry is None:
            return
        menu = QMenu(self)
        menu.setObjectName("addressMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for address in addresses:
            changed = with_address(entry.intent, address)
            menu.addAction(literal(address.text or address.id), partial(self._edit, number, changed))
        menu.popup(self.card.notice.mapToGlobal(QPoint(0, self.card.notice.height())))

    def _see(self, number: int) -> None:
        entry = self._entry(str(number))
        if entry is not None:
            intent = entry.intent
            place = Place(
                resume_id=intent.resume_id,
                person_id=intent.person_id,
                vacancy_id=intent.vacancy_id,
                negotiation_id=intent.negotiation_id,
            )
            self.shell.open_section("responses" if intent.negotiation_id else "search", place)

    def _pause(self) -> None:
        outbox = self.services.outbox
        if outbox.summary().paused:
            outbox.resume()
        else:
            outbox.pause()

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("outboxMoreMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fewer = self.tr("Show only the last %n", "", DONE_SHOWN)
        words = fewer if self._all_done else self.tr("Show all done")
        menu.addAction(words, self._turn_all_done).setObjectName("outboxAllDone")
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _turn_all_done(self) -> None:
        self._all_done = not self._all_done
        self._fill()

    def _copy(self, code: str) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(code)
        self.shell.toast(self.tr("Copied"))

    def _trouble(self, error: HhdeskError) -> None:
        self.shell.report(error)
