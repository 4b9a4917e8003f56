"""The Search section: what is asked at the left, who was found, and the person in the middle."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hhdesk.domain.account import Dictionaries, RoleCategory
from hhdesk.domain.connection import Connection, ConnectionState
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.listing import ListedResume, SearchResult
from hhdesk.domain.outbox import OutboxEntry, WriteKind
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Named
from hhdesk.gui.actions import ActionId
from hhdesk.gui.acts import prices
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.kit.rows import Density
from hhdesk.gui.moments import present
from hhdesk.gui.resumes.search_panes import SearchPanes
from hhdesk.gui.sections import Place, Shell, WidthClass
from hhdesk.gui.tasks import Tasks
from hhdesk.gui.trouble import Trouble

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_STALE: Final = timedelta(minutes=10)
"""After this a shown search is asked again by itself when the section opens: searching is silent."""
_log = logging.getLogger(__name__)
_COMMANDS: Final = frozenset(
    {
        ActionId.FILTERS,
        ActionId.OPEN,
        ActionId.CONTACTS,
        ActionId.INVITE,
        ActionId.DOWNLOAD_PDF,
        ActionId.HISTORY,
        ActionId.FORGET,
    }
)


class _Begun(Struct, frozen=True):
    asked: ResumeQuery | None
    typed: ResumeQuery | None
    result: SearchResult | None
    ticks: frozenset[str]
    chosen: str


class SearchSection(SearchPanes):
    """Wires the panes: each shows and asks, the services answer."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self._trouble = Trouble(shell, self.list.empty, self.refresh)
        self._dictionaries: Dictionaries | None = None
        self._began = False
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(30_000)
        self._clock.timeout.connect(self._tell_head)
        self.retranslate()

    def steps(self) -> tuple[Callable[[], None], ...]:
        return (*super().steps(), self._join)

    def _join(self) -> None:
        self._place_panes()
        self._connect_panes()
        self._bind_keys()
        if self._query is not None:
            self.filters.show_query(self._query)
            self.reader.set_query(self._query)
        self._arrange()
        self._chosen(self.list.view.current_id())
        if self._began:
            self._ask_when_opened()

    # What the shell asks

    def name(self) -> str:
        return self.tr("Search")

    def title(self) -> str:
        """What is searched, in the first two conditions."""
        shown = [one.text for one in self.head.chosen][:2]
        return f"{self.name()}: {', '.join(shown)}" if shown else self.name()

    def begun(self) -> object:
        """The question, asked and not asked yet, its rows, the ticks and the person."""
        typed = self.filters.query() if self.is_complete else None
        return _Begun(self._query, typed, self._result, self.list.model.ticked, self.list.view.current_id())

    def take_up(self, begun: object) -> None:
        if not isinstance(begun, _Begun):
            return
        self._query = begun.asked
        self.reader.set_query(begun.asked)
        self.head.show_query(begun.asked, self._dictionaries)
        if begun.result is not None:
            self._landed(begun.result)
            self.list.model.tick(begun.ticks)
            self.list.view.choose(begun.chosen)
        if begun.typed is not None:
            self.filters.show_query(begun.typed)

    def activate(self, place: Place | None = None) -> None:
        self._clock.start()
        if not self._began:
            self._begin()
        elif self._result is not None and self._is_stale(self._result):
            self.refresh()
        if place is not None and place.resume_id is not None:
            self.show_resume(place.resume_id)
        else:
            self._focus_list()

    def deactivate(self) -> None:
        self._clock.stop()
        if self.is_complete:
            self.invite.leave()

    def refresh(self) -> None:
        """Ask hh.ru again; the rows stay until it answers."""
        if self._query is not None:
            self.search(self._query)

    def handle_command(self, command: str) -> bool:
        self.complete()
        acts: dict[str, Callable[[], None]] = {
            ActionId.FILTERS: self.toggle_filters,
            ActionId.OPEN: self.reader.open_now,
            ActionId.CONTACTS: self.reader.ask_contacts,
            ActionId.INVITE: self.reader.ask_invite,
            ActionId.DOWNLOAD_PDF: self.reader.ask_pdf,
            ActionId.HISTORY: self.reader.show_history,
            ActionId.FORGET: self.reader.ask_forget,
        }
        if command == ActionId.BACK:
            return self._step_back()
        do = acts.get(command)
        if do is not None:
            do()
        return do is not None

    def commands(self) -> frozenset[str]:
        return frozenset(str(one) for one in _COMMANDS)

    def enabled_commands(self) -> frozenset[str]:
        there = self.is_complete and self.reader.row is not None
        return frozenset(str(one) for one in (_COMMANDS if there else {ActionId.FILTERS}))

    def price_of(self, command: str) -> str:
        cost = self.reader.costs().get(command) if self.is_complete else None
        return prices.note(cost) if cost is not None else ""

    # Searching

    @property
    def is_searching(self) -> bool:
        """Whether hh.ru has still to answer the question."""
        return self._tasks.is_running("search")

    def search(self, query: ResumeQuery) -> None:
        """Ask: what is stored under this question at once, then hh.ru's answer."""
        self.complete()
        same = query == self._query
        self._query = query
        self._tasks.cancel("more")
        self.filters.show_query(query)
        self.head.show_query(query, self._dictionaries)
        if not same:
            self._result = None
            self.reader.clear()
            self.reader.set_query(query)
        self.list.wait(keep_rows=same)
        self._arrange()
        self._tasks.start("search", self._run(query), failed=self._search_failed)
        self._tell_head()

    def cancel_search(self) -> None:
        """Stop waiting; what is shown stays."""
        self._tasks.cancel("search")
        self.list.stop_waiting()
        if self._result is None:
            self.list.show_first_use()

    def show_resume(self, resume: ResumeId) -> None:
        """Go to a resume: in the list where it is there, else whatever is kept of it."""
        self.complete()
        self.files.leave()
        if self.list.view.choose(resume):
            self._focus_list()
            return
        self._tasks.start("place", self.services.search.stored_row(resume), self._kept_came)

    def _kept_came(self, row: ListedResume | None) -> None:
        """Somebody who is in no list now: nobody is chosen there, and Enter means the person shown."""
        if row is None:
            self.shell.toast(self.tr("No more than the name of this person is kept here"))
            return
        self.list.view.leave_all()
        self.reader.show_row(row)
        self.walk_in()
        self.reader.take_focus()

    async def _run(self, query: ResumeQuery) -> None:
        async for result in self.services.search.run(query):
            shown = result
            # What is shown by now: the stored pages, which came first, may go deeper than before.
            before = self._result
            if not result.from_store and before is not None and before.query == query:
                shown = await self._as_far_as(result, before)
            self._landed(shown)

    async def _as_far_as(self, fresh: SearchResult, before: SearchResult) -> SearchResult:
        """A refresh goes as deep as the person is, so that nobody vanishes under them."""
        while fresh.has_more and fresh.pages_loaded < before.pages_loaded:
            # Asked each time: meanwhile the person goes on.
            if self.list.held() <= {row.key for row in fresh.rows}:
                break
            fresh = await self.services.search.more(fresh)
        return fresh

    def _landed(self, result: SearchResult) -> None:
        first = self._result is None
        self._result = result
        here = self._has_focus(self.list)
        self.list.show_result(result, self.head.conditions)
        self._arrange()
        if here and self.list.is_empty:
            # Rows that vanish hand the keyboard to whatever comes next: here it is the way on.
            self.list.focus_state()
        if first and result.rows and not (self.is_complete and self.reader.row is not None):
            self.list.view.choose(result.rows[0].key)
        self._tell_head()
        self.title_changed.emit()

    def _search_failed(self, error: HhdeskError) -> None:
        here = self._has_focus(self.list)
        self._trouble.tell(error, in_place=self.list.make_room())
        self._arrange()
        if here and self.list.is_empty:
            self.list.focus_state()
        self._tell_head()

    def _has_focus(self, pane: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and pane.isAncestorOf(focus)

    def _more(self) -> None:
        if self._result is not None and not self._tasks.is_running("more"):
            self.list.model.show_skeleton(2)
            self._tasks.start(
                "more", self.services.search.more(self._result), self._more_landed, failed=self._more_failed
            )

    def _more_landed(self, result: SearchResult) -> None:
        self._result = result
        self.list.append(result)

    def _more_failed(self, error: HhdeskError) -> None:
        self.list.model.show_skeleton(0)
        self.shell.report(error, again=self._more)

    def _known_changed(self, resume: ResumeId) -> None:
        """A resume was read, opened or is gone: the rows learn of it."""
        self._ask_marks()

    def _outbox_changed(self, entry: OutboxEntry) -> None:
        """An invitation waits, is taken back or settled: its row and the reader tell."""
        if entry.intent.kind is WriteKind.INVITATION:
            self._ask_marks()

    def _ask_marks(self) -> None:
        asked = self._result
        if asked is not None:
            work = self.services.search.marked(asked)
            self._tasks.start("marks", work, lambda result: self._marked(asked, result), _unasked)

    def _marked(self, asked: SearchResult, result: SearchResult) -> None:
        if self._result is not asked:
            # Other rows came meanwhile: the marks of those are wanted, and not the rows of before.
            self._ask_marks()
            return
        self._result = result
        self.list.remark(result)
        shown = self.reader.row
        row = self.list.row(shown.key) if shown is not None else None
        if row is not None:
            self.reader.update_row(row)

    # Building

    def _begin(self) -> None:
        self._began = True
        # Not where this one goes on with what another has begun.
        last = self.services.search.last_now() if self._query is None else None
        if last is not None:
            self._query = last.query
            if self.is_complete:
                self.filters.show_query(last.query)
                self.reader.set_query(last.query)
            self.head.show_query(last.query, self._dictionaries)
            self._landed(last)
        if self.is_complete:
            self._ask_when_opened()

    def _ask_when_opened(self) -> None:
        connect = self.services.connect
        if connect.connection.state is ConnectionState.OPENING:
            # Shown before anybody can be asked; the next state says that it is known whether somebody can.
            self._stop_waiting = connect.changed.listen(self._opened_up)
            self.destroyed.connect(self._stop_waiting)
        else:
            self._ask_at_first()

    def _opened_up(self, connection: Connection) -> None:
        self._stop_waiting()
        self._ask_at_first()

    def _ask_at_first(self) -> None:
        offers = self.services.dictionaries
        self._tasks.start("dictionaries", offers.dictionaries(), self._dictionaries_came, _unasked)
        self._tasks.start("roles", offers.roles(), self._roles_came, _unasked)
        self._tasks.start("languages", offers.languages(), self.filters.set_languages, _unasked)
        self._tasks.start("countries", offers.countries(), self.filters.set_countries, _unasked)
        shown = self._result
        if shown is not None and self._is_stale(shown) and self.services.connect.connection.can_ask:
            self.refresh()

    def _connect(self) -> None:
        self.head.refresh_asked.connect(self.refresh)
        self.head.query_asked.connect(self._narrowed)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.more_asked.connect(self._more)
        self.list.order_asked.connect(self._order)
        self.list.cancel_asked.connect(self.cancel_search)
        self.list.empty.chips.removed.connect(self.head.remove)

    def _connect_panes(self) -> None:
        self.filters.find_asked.connect(self._find)
        self.reader.pdf_asked.connect(self.files.show_pdf)
        self.reader.file_asked.connect(self.files.show_file)
        self.reader.save_asked.connect(self.files.save)
        self.reader.invite_asked.connect(self.invite.open)
        self.reader.turned.connect(self.invite.leave)
        self.reader.turned.connect(self.files.turn)
        stops = (
            self.services.resumes.changed.listen(self._known_changed),
            self.services.outbox.changed.listen(self._outbox_changed),
            self.services.people.forgotten.listen(lambda person: self._ask_marks()),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])

    def _bind_keys(self) -> None:
        from hhdesk.gui.resumes.reader import on_a_button

        keys = KeyMap(self.list)
        keys.bind_shift(ActionId.NEXT_ROW, lambda shift: self.list.view.step(1, extend=shift))
        keys.bind_shift(ActionId.PREVIOUS_ROW, lambda shift: self.list.view.step(-1, extend=shift))
        keys.bind(ActionId.TICK, self._tick)
        keys.bind(ActionId.OPEN, self._open_current, lambda: not on_a_button())
        self.reader.bind_keys(keys)
        whole = KeyMap(self)
        whole.bind(ActionId.FILTERS, self.toggle_filters)
        beside = self.reader.keys
        beside.bind_shift(ActionId.NEXT_ROW, lambda shift: self.list.view.step(1, extend=shift))
        beside.bind_shift(ActionId.PREVIOUS_ROW, lambda shift: self.list.view.step(-1, extend=shift))

    # Acts

    def _find(self, query: ResumeQuery) -> None:
        self._drawer_open = False
        self._arrange()
        self.search(query)
        self._focus_list()

    def _narrowed(self, query: ResumeQuery) -> None:
        """A condition was taken away: on with the rows that come."""
        self.search(query)
        self._focus_list()

    def _chosen(self, key: str) -> None:
        row = self.list.row(key) if self.is_complete else None
        if row is not None:
            self.reader.show_row(row)
            self.files.leave()

    def _opened(self, key: str) -> None:
        self.complete()
        row = self.list.row(key)
        if row is not None:
            self.reader.show_row(row, opened=True)
            self.walk_in()

    def _open_current(self) -> None:
        self._opened(self.list.view.current_id())

    def _order(self, order: Named) -> None:
        if self._query is not None:
            self.search(replace(self._query, order=order))

    def _tick(self) -> None:
        key = self.list.view.current_id()
        if key:
            self.list.model.tick([key], key not in self.list.model.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc walks back: out of the drawer, the PDF, a running search."""
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            event.accept()
            return
        super().keyPressEvent(event)

    def _step_back(self) -> bool:
        self.complete()
        if self._drawer_open:
            self._leave_filters()
        elif self.files.is_shown:
            self.files.leave()
            self._focus_list()
        elif self._in_reader and self._width is WidthClass.SINGLE:
            self.walk_out()
        elif self._tasks.is_running("search"):
            self.cancel_search()
        elif self.list.density is Density.DENSE and self.reader.resume is not None:
            self.reader.clear()
            self._arrange()
        else:
            return False
        return True

    # Words

    def _dictionaries_came(self, dictionaries: Dictionaries) -> None:
        self._dictionaries = dictionaries
        self.filters.set_dictionaries(dictionaries)
        self.list.set_orders(dictionaries)
        self.head.show_query(self._query, self._dictionaries)

    def _roles_came(self, roles: tuple[RoleCategory, ...]) -> None:
        self.filters.set_roles(roles)

    def retranslate(self) -> None:
        """Every word anew."""
        self.back.set_words(self.tr("To the list"))
        self.head.retranslate()
        self.head.show_query(self._query, self._dictionaries)
        self._tell_head()

    @staticmethod
    def _is_stale(result: SearchResult) -> bool:
        return present() - result.fetched_at > _STALE


def _unasked(error: HhdeskError) -> None:
    """What nobody asked for fails without a word: it is read again at the next start."""
    _log.warning("a silent read failed: %s", error)
