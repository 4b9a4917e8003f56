"""What the Responses section shows of hh.ru's lists: vacancies, collections, rows, one queue over all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import VacancyId
from hhdesk.domain.listing import ListedResponse, ResponseList
from hhdesk.domain.negotiations import Collection, OrderType, Response
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.domain.values import Aged
from hhdesk.gui.moments import present
from hhdesk.gui.responses.panes import ResponsesPanes
from hhdesk.gui.responses.queue import QUEUE, Queue, as_seen
from hhdesk.gui.sections import Place, Shell
from hhdesk.gui.tasks import Tasks
from hhdesk.gui.trouble import Trouble
from hhdesk.services.response_queue import new_ones
from hhdesk.services.vacancies import Turn, VacancyRow, at_once

if TYPE_CHECKING:
    from hhdesk.services.services import Services


class _Begun(Struct, frozen=True):
    place: Place
    in_queue: bool
    order: OrderType | None
    ticks: frozenset[str]
    messages: dict[str, str]


class ResponseLists(ResponsesPanes):
    """Reads lists, silently, and keeps the person's place in them. What is done is the section's affair."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self._trouble = Trouble(shell, self.list.empty, self.refresh)
        self._order: OrderType | None = None
        self._wanted: Place | None = None
        self._queue = Queue()
        self._seen: dict[str, str] = {}
        """Letters of those who were seen after the rows were read: hh.ru's next rows tell it themselves."""
        self._before: tuple[str, str] = ("", "")
        self._list_wants_keys = False
        """The section was opened before its rows were there."""
        self._wanted_ticks: frozenset[str] = frozenset()
        """Who was ticked in the section in whose place this one stands."""

    # Vacancies and lists

    async def _follow_vacancies(self) -> None:
        async for aged in self.services.vacancies.active():
            self._vacancies_came(aged)

    def _vacancies_came(self, aged: Aged[tuple[VacancyRow, ...]]) -> None:
        vacancies = [one for one in aged.value if isinstance(one, VacancyShort)]
        self.tree.show_vacancies(vacancies, present())
        self._tell_picker()
        self.badge_changed.emit(sum(one.counters.unread_responses for one in vacancies), False)
        self._choose_vacancy(vacancies)
        if not vacancies and not aged.from_store and self._collection is None:
            self.list.show_no_vacancies()
        wanted = self._wanted
        gone = wanted is not None and all(one.id != wanted.vacancy_id for one in vacancies)
        if wanted is not None and gone and wanted.resume_id is not None and not aged.from_store:
            self._show_kept(wanted)

    def _choose_vacancy(self, vacancies: list[VacancyShort]) -> None:
        wanted = self._wanted.vacancy_id if self._wanted is not None else None
        if wanted is not None and wanted != self._vacancy:
            self.tree.open_vacancy(wanted)
        elif self._queue.on:
            if self._queue.knows_less_than(vacancies):
                self._ask_list()
        elif not self._vacancy and vacancies:
            newest = max(vacancies, key=lambda one: (one.counters.unread_responses, one.counters.responses))
            self.tree.open_vacancy(newest.id)

    def _vacancy_opened(self, vacancy: str) -> None:
        if vacancy != self._vacancy:
            self._queue.leave()
            self._leave_list()
            self._vacancy = VacancyId(vacancy)
            self._collection = self._order = None
            self.list.show_nothing()
            self.reader.clear()
            self.title_changed.emit()
        self._ask_collections(self._vacancy)

    def begun(self) -> object:
        shown = self.reader.response
        place = Place(
            vacancy_id=shown.vacancy_id if shown is not None and self._queue.on else self._vacancy or None,
            negotiation_id=shown.id if shown is not None else None,
            collection_id=self._collection.id if self._collection is not None else "",
        )
        return _Begun(place, self._queue.on, self._order, self.list.model.ticked, self.reader.begun)

    def unsent(self) -> int:
        return sum(bool(text.strip()) for text in self.reader.begun.values())

    def take_up(self, begun: object) -> None:
        if not isinstance(begun, _Begun):
            return
        self.reader.take_up(begun.messages)
        self._wanted, self._wanted_ticks = begun.place, begun.ticks
        if begun.in_queue:
            self.toggle_queue()

    def _leave_list(self) -> None:
        """Another list is shown now: the rows of this one are not to come into it."""
        self._tasks.cancel("list")
        self._tasks.cancel("more")

    def _ask_collections(self, vacancy: VacancyId) -> None:
        self._tasks.start("collections", self._follow_collections(vacancy), failed=self._around_failed)

    async def _follow_collections(self, vacancy: VacancyId) -> None:
        async for aged in self.services.responses.collections(vacancy):
            self.tree.show_collections(aged.value)
            shown = self.tree.collections(vacancy)
            wanted = self._take_wanted_collection(shown, last=not aged.from_store)
            if wanted is not None and wanted is not self._collection:
                self._collection_chosen(vacancy, wanted)
            elif self._collection is None:
                first = next((c for c in shown if c.counters.with_updates), None) or next(
                    (c for c in shown if c.counters.total), None
                )
                if first is None and not aged.from_store:
                    # Nobody is in them, or hh.ru does not count: it need not.
                    first = next(iter(shown), None)
                if first is not None:
                    self._collection_chosen(vacancy, first)
                elif not aged.from_store:
                    self.list.show_no_lists()
            else:
                known = {one.id: one for one in shown}
                self._collection = known.get(self._collection.id, self._collection)
                self.list.tell_counters(self._collection)

    def _take_wanted_collection(self, shown: Sequence[Collection], *, last: bool) -> Collection | None:
        """The list of the person to whom somebody was sent: once, so that it holds nobody back later."""
        wanted = self._wanted
        if wanted is None or wanted.vacancy_id != self._vacancy:
            return None
        found = next((one for one in shown if one.id == wanted.collection_id), None)
        if found is not None or last:
            self._wanted = replace(wanted, collection_id="")
        return found

    def _collection_chosen(self, vacancy: str, collection: Collection) -> None:
        other = self._collection is None or self._collection.id != collection.id or vacancy != self._vacancy
        self._queue.leave()
        self._leave_list()
        self._vacancy, self._collection = VacancyId(vacancy), collection
        if other:
            self._order = None
            self.reader.clear()
            self.files.leave()
            self.list.untick()
        self.tree.choose(vacancy, collection.id)
        self.close_tree()
        self._tell_picker()
        self.list.begin(collection)
        self._ask_list()
        self.title_changed.emit()

    def _look_for_news(self) -> None:
        """While somebody looks at a list, new responses come into it by themselves: reading it is silent.

        The vacancies with their counters were looked at just now; the other requests wait their turn.
        """
        if not self.isVisible() or not self.services.connect.connection.can_ask:
            return
        sync, vacancy, collection, order = self.services.sync, self._vacancy, self._collection, self._order

        async def vacancies() -> None:
            stored = await self.services.vacancies.stored()
            if stored is not None:
                self._vacancies_came(stored)

        async def collections() -> None:
            await sync.turn()
            await self._follow_collections(vacancy)

        async def rows(chosen: Collection) -> None:
            await sync.turn()
            await self._follow_list(chosen, order, sync.turn)

        self._tasks.start("vacancies", vacancies(), failed=sync.note)
        if vacancy:
            self._tasks.start("collections", collections(), failed=sync.note)
        if collection is not None and not self._queue.on:
            self._tasks.start("list", rows(collection), failed=sync.note)

    def _look_again(self) -> None:
        """By itself, after something was done: a failure is told by the strips alone."""
        if not self.isVisible() or not self.services.connect.connection.can_ask:
            return
        quietly: Callable[[HhdeskError], None] = self.services.sync.note
        self._tasks.start("vacancies", self._follow_vacancies(), failed=quietly)
        if self._vacancy:
            self._tasks.start("collections", self._follow_collections(self._vacancy), failed=quietly)
        if self._collection is not None and not self._queue.on:
            work = self._follow_list(self._collection, self._order)
            self._tasks.start("list", work, failed=quietly)

    def _order_asked(self, order: OrderType) -> None:
        self._order = order
        self._ask_list()

    def _ask_list(self) -> None:
        if self._queue.on:
            self._tasks.start("list", self._follow_queue(), failed=self._list_failed)
        elif self._collection is not None:
            self._tasks.start(
                "list", self._follow_list(self._collection, self._order), failed=self._list_failed
            )

    async def _follow_list(
        self, collection: Collection, order: OrderType | None, turn: Turn = at_once
    ) -> None:
        async for listing in self.services.responses.listing(self._vacancy, collection, order):
            deep = listing
            before = self.list.shown
            while (
                not listing.from_store
                and before is not None
                and before.url == deep.url
                and deep.has_more
                and deep.pages_loaded < before.pages_loaded
            ):
                # A refresh goes as deep as the person has read, so that nobody vanishes under them.
                await turn()
                deep = await self.services.responses.more(deep)
            self._landed(deep)

    def _landed(self, listing: ResponseList) -> None:
        first = self.list.shown is None
        if listing.from_store:
            listing = self._with_seen(listing)
        else:
            self._seen.clear()
        self.list.show_list(listing)
        if self._wanted_ticks:
            self.list.model.tick(self._wanted_ticks)
            if not listing.from_store:
                self._wanted_ticks = frozenset()
        if self._wanted is not None and self._choose_wanted(listing, self._wanted):
            self._wanted = None
        elif first and listing.rows:
            self.list.view.choose(listing.rows[0].key)
        if listing.rows and self._list_wants_keys:
            self._list_wants_keys = False
            if self.tree.hasFocus() and self.list.view.isVisible():
                self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not listing.from_store:
            self._look_further(listing)
        self._refresh_reader()

    def _mark_seen(self, negotiation: str, letter: str = "") -> None:
        """The person has seen this response, or acted on it: its row follows before hh.ru's counters do."""
        self._seen[negotiation] = letter
        shown = self.list.shown
        if shown is not None:
            self.list.show_list(self._with_seen(shown))

    def _with_seen(self, listing: ResponseList) -> ResponseList:
        rows = (as_seen(row, self._seen[row.key]) if row.key in self._seen else row for row in listing.rows)
        return replace(listing, rows=tuple(rows))

    def _look_further(self, listing: ResponseList) -> None:
        """Somebody is looked for who is not on the pages so far: on the next one, else what is kept."""
        wanted = self._wanted
        if wanted is None or wanted.resume_id is None or wanted.vacancy_id != listing.vacancy_id:
            return
        if wanted.collection_id:
            return  # hh.ru's lists are still to come
        if self._choose_wanted(listing, wanted):
            self._wanted = None
        elif listing.has_more:
            self._more()
        else:
            self._show_kept(wanted)

    def _show_kept(self, wanted: Place) -> None:
        """No list of hh.ru's has them: what is kept is shown where resumes are read."""
        self._wanted = None
        self.shell.open_section("search", Place(resume_id=wanted.resume_id, person_id=wanted.person_id))

    def _choose_wanted(self, listing: ResponseList, wanted: Place) -> bool:
        """Go to the row of a resume or negotiation that somebody was sent to."""
        for row in listing.rows:
            response = row.response
            if not isinstance(response, Response):
                continue
            by_resume = response.resume is not None and response.resume.id == wanted.resume_id
            if by_resume or response.id == wanted.negotiation_id:
                return self.list.view.choose(row.key)
        return False

    def _list_failed(self, error: HhdeskError) -> None:
        here = self.list.view.hasFocus()
        self._trouble.tell(error, in_place=self.list.make_room(), focus=here)

    def _around_failed(self, error: HhdeskError) -> None:
        """Vacancies or their lists did not come: told in place where the list has nothing to show for it."""
        if self._collection is None:
            self._list_failed(error)
        elif self._tasks.is_running("list"):
            # What befell one befalls the other, which tells it.
            self.services.sync.note(error)
        else:
            self.shell.report(error, again=self.refresh)

    def _more(self) -> None:
        shown = self.list.shown
        if shown is not None and not self._tasks.is_running("more"):
            self.list.model.show_skeleton(2)
            self._tasks.start(
                "more", self.services.responses.more(shown), self._more_landed, failed=self._more_failed
            )

    def _more_landed(self, listing: ResponseList) -> None:
        shown = self.list.shown
        if shown is not None and shown.url == listing.url:
            self.list.show_list(listing)
            self._look_further(listing)

    def _more_failed(self, error: HhdeskError) -> None:
        self.list.model.show_skeleton(0)
        self.shell.report(error)

    # One queue

    def toggle_queue(self) -> None:
        """G: everybody new over all vacancies in one list, or back to the list before."""
        if self._queue.on:
            self._leave_queue()
            return
        self._before = self.tree.current
        self._queue.enter()
        self._tasks.cancel("collections")
        self._leave_list()
        self._vacancy, self._order = VacancyId(""), None
        self._collection = Collection(id=QUEUE, name=self.tr("All new responses"))
        self.tree.choose("", "")
        self.tree.clearSelection()
        self.reader.clear()
        self.files.leave()
        self.list.untick()
        self.close_tree()
        self._tell_picker()
        self.list.begin(self._collection)
        self._ask_list()
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title_changed.emit()

    def _leave_queue(self) -> None:
        self._queue.leave()
        vacancy, collection = self._before
        found = next((one for one in self.tree.collections(vacancy) if one.id == collection), None)
        if found is not None:
            self._collection_chosen(vacancy, found)
        else:
            self._vacancy, self._collection = VacancyId(""), None
            self._choose_vacancy(list(self.tree.vacancies))

    async def _follow_queue(self) -> None:
        vacancies = self.tree.vacancies
        self._queue.asked(vacancies)
        async for listing in new_ones(self.services.responses, vacancies):
            self._landed(self._queue.merged(listing, self.list.shown))
        self._queue.whole()

    def _show_queue(self) -> None:
        """Somebody in it was seen, or is done with."""
        shown = self.list.shown
        if self._queue.on and shown is not None:
            self.list.show_list(self._queue.merged(shown, shown))

    # Names

    def _vacancy_name(self) -> str:
        return self._name_of(self._vacancy)

    def _name_of(self, vacancy: VacancyId | None) -> str:
        return next((one.name for one in self.tree.vacancies if one.id == vacancy), "")

    def _name_for(self, response: Response) -> str:
        return self._name_of(response.vacancy_id) or self._vacancy_name()

    def _name_in_queue(self, row: ListedResponse) -> str:
        """The vacancy of a row, where the list is over all of them."""
        response = row.response
        return self._name_for(response) if self._queue.on and isinstance(response, Response) else ""

    def _refresh_reader(self) -> None:
        shown = self.reader.response
        row = self.list.row(shown.id) if shown is not None else None
        if row is not None:
            self.reader.show_row(row)
