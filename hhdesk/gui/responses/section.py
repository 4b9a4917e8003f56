"""The Responses section: vacancies with hh.ru's lists, the list, the person; acts go to the outbox."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import VacancyId
from hhdesk.domain.listing import ListedResponse, ResponseList
from hhdesk.domain.negotiations import Collection, OrderType, Response
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.actions import ActionId, act_key
from hhdesk.gui.acts.request import ActChoice
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.responses.panes import ResponsesPanes, moment
from hhdesk.gui.resumes.reader import on_a_button
from hhdesk.gui.sections import Place, Shell
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_DONE: Final = frozenset({OutboxState.SETTLED, OutboxState.REFUSED, OutboxState.TAKEN_BACK})
_NEWS_MS: Final = 60_000
"""While somebody looks at a list, new responses come into it by themselves: reading it is silent."""
_AFTER_MS: Final = 700
"""After this hh.ru's counters and rows are read again when something was opened or settled."""
_COMMANDS: Final = frozenset(
    {ActionId.OPEN, ActionId.DOWNLOAD_PDF, ActionId.CHAT, ActionId.HISTORY, ActionId.REJECT, ActionId.TICK}
)


class ResponsesSection(ResponsesPanes):
    """Wires the panes. Lists and counters are silent; opening a person and every act are the person's."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self._order: OrderType | None = None
        self._wanted: Place | None = None
        self._clock = QTimer(self, interval=30_000)
        self._news = QTimer(self, interval=_NEWS_MS)
        self._after = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._connect()
        self._bind_keys()
        self.retranslate()

    # What the shell asks

    def name(self) -> str:
        return self.tr("Responses")

    def title(self) -> str:
        vacancy = self._vacancy_name()
        return f"{self.name()}: {vacancy}" if vacancy else self.name()

    def activate(self, place: Place | None = None) -> None:
        self._clock.start()
        self._news.start()
        if place is not None and place.vacancy_id is not None:
            self._wanted = place
        self.refresh()
        target = self.list.view if self._collection is not None else self.tree
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def deactivate(self) -> None:
        self._clock.stop()
        self._news.stop()

    def refresh(self) -> None:
        """Ask hh.ru for vacancies, lists and rows again; what is shown stays until it answers."""
        self._tasks.start("vacancies", self._follow_vacancies())
        if self._vacancy:
            self._ask_collections(self._vacancy)
        if self._collection is not None:
            self._ask_list()

    def commands(self) -> frozenset[str]:
        return frozenset(str(one) for one in _COMMANDS)

    def handle_command(self, command: str) -> bool:
        acts: dict[str, Callable[[], object]] = {
            ActionId.OPEN: self._open_current,
            ActionId.DOWNLOAD_PDF: self.reader.resume.ask_pdf,
            ActionId.CHAT: self.reader.show_chat,
            ActionId.HISTORY: self.reader.resume.show_history,
            ActionId.REJECT: lambda: self._reject(False),
            ActionId.TICK: self.list.tick_current,
        }
        if command == ActionId.BACK:
            return self.step_back()
        do = acts.get(command)
        if do is not None:
            do()
        return do is not None

    def enabled_commands(self) -> frozenset[str]:
        return self.commands() if self.reader.response is not None else frozenset()

    def retranslate(self) -> None:
        self.tree_head.set_title(self.tr("Vacancies"))
        self._tell_picker()
        self.tree.setAccessibleName(self.tr("Vacancies and their lists"))
        self.list.retranslate()

    # Vacancies and lists

    async def _follow_vacancies(self) -> None:
        async for aged in self.services.vacancies.active():
            vacancies = [one for one in aged.value if isinstance(one, VacancyShort)]
            self.tree.show_vacancies(vacancies, moment())
            self._tell_picker()
            self.badge_changed.emit(sum(one.counters.unread_responses for one in vacancies), False)
            self._choose_vacancy(vacancies)
            wanted = self._wanted
            gone = wanted is not None and all(one.id != wanted.vacancy_id for one in vacancies)
            if wanted is not None and gone and wanted.resume_id is not None and not aged.from_store:
                self._show_kept(wanted)

    def _choose_vacancy(self, vacancies: list[VacancyShort]) -> None:
        wanted = self._wanted.vacancy_id if self._wanted is not None else None
        if wanted is not None and wanted != self._vacancy:
            self.tree.open_vacancy(wanted)
        elif not self._vacancy and vacancies:
            newest = max(vacancies, key=lambda one: (one.counters.unread_responses, one.counters.responses))
            self.tree.open_vacancy(newest.id)

    def _vacancy_opened(self, vacancy: str) -> None:
        if vacancy != self._vacancy:
            self._vacancy = VacancyId(vacancy)
            self._collection = self._order = None
            self.list.show_nothing()
            self.reader.clear()
            self.title_changed.emit()
        self._ask_collections(self._vacancy)

    def _ask_collections(self, vacancy: VacancyId) -> None:
        self._tasks.start("collections", self._follow_collections(vacancy))

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
                if first is not None:
                    self._collection_chosen(vacancy, first)
            else:
                known = {one.id: one for one in shown}
                self._collection = known.get(self._collection.id, self._collection)

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

    def _look_again(self) -> None:
        """By itself, once a minute or after something was done: a failure is told by the strips alone."""
        if not self.isVisible() or not self.services.connect.connection.can_ask:
            return
        quietly: Callable[[HhdeskError], None] = self.services.sync.note
        self._tasks.start("vacancies", self._follow_vacancies(), failed=quietly)
        if self._vacancy:
            self._tasks.start("collections", self._follow_collections(self._vacancy), failed=quietly)
        if self._collection is not None:
            work = self._follow_list(self._collection, self._order)
            self._tasks.start("list", work, failed=quietly)

    def _order_asked(self, order: OrderType) -> None:
        self._order = order
        self._ask_list()

    def _ask_list(self) -> None:
        if self._collection is not None:
            self._tasks.start(
                "list", self._follow_list(self._collection, self._order), failed=self._list_failed
            )

    async def _follow_list(self, collection: Collection, order: OrderType | None) -> None:
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
                deep = await self.services.responses.more(deep)
            self._landed(deep)

    def _landed(self, listing: ResponseList) -> None:
        first = self.list.shown is None
        self.list.show_list(listing)
        if self._wanted is not None and self._choose_wanted(listing, self._wanted):
            self._wanted = None
        elif first and listing.rows:
            self.list.view.choose(listing.rows[0].key)
        if not listing.from_store:
            self._look_further(listing)
        self._refresh_reader()

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
        if not self.list.show_error(error):
            self.shell.report(error)

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

    # The person

    def _chosen(self, key: str) -> None:
        row = self.list.row(key)
        self.files.leave()
        if row is None:
            self.reader.clear()
        else:
            self.reader.show_row(row)

    def _open(self, key: str) -> None:
        row = self.list.row(key)
        if row is not None and isinstance(row.response, Response):
            self.reader.show_row(row, opened=row.response.resume is not None)
            self.walk_in()

    def _open_current(self) -> None:
        self._open(self.list.view.current_id())

    def _refresh_reader(self) -> None:
        shown = self.reader.response
        row = self.list.row(shown.id) if shown is not None else None
        if row is not None:
            self.reader.show_row(row)

    def _opened(self) -> None:
        """hh.ru has marked it as read: rows and counters shall say so."""
        self._after.start()

    # Acts

    def _meant(self) -> tuple[ListedResponse, ...]:
        """Those gathered by ticks, else the person that is shown."""
        gathered = self.list.gathered
        return gathered if gathered or self.reader.row is None else (self.reader.row,)

    def _do(self, choice: ActChoice, with_letter: bool) -> None:
        meant, vacancy = self._meant(), self._vacancy_name()
        if self.list.gathered:
            self.acting.do_all(meant, choice, vacancy, with_letter=with_letter)
        elif meant and isinstance(meant[0].response, Response):
            self.acting.do(meant[0].response, choice, vacancy, with_letter=with_letter)

    def _reject(self, with_letter: bool) -> None:
        """R: the act that the person bound as their rejection; at its first use ask which it is."""
        response, bound = self.reader.response, self.services.responses.rejection
        if response is None:
            return
        if bound is None:
            place = self.reader.acts.rejection
            foot = self.reader.resume.form.readerFoot
            at = place if place is not None and place.isVisible() else foot
            self.acting.ask_which(response, at, lambda chosen: self._do(chosen, with_letter))
            return
        action = next((one for one in response.actions if one.id == bound and not one.hidden), None)
        if action is None:
            self.shell.toast(self.tr("hh.ru does not offer your rejection here."))
        elif not self.list.gathered and (why := self.reader.acts.why_not(action)):
            self.shell.toast(why)
        else:
            self._do(ActChoice(action), with_letter)

    def _kept(self, done: frozenset[str]) -> None:
        """The act is in the outbox: on to the next person."""
        self.list.model.tick(done, False)
        self.list.pass_on(done)
        if not self.reader.chat.field.hasFocus() and self.list.view.isVisible():
            # Its button is gone: the next key is for the next person.
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _outbox_changed(self, entry: OutboxEntry) -> None:
        shown, negotiation = self.list.shown, entry.intent.negotiation_id
        if shown is not None and negotiation is not None:
            self.list.show_list(self.services.responses.overlay(shown))
            self._refresh_reader()
            if entry.state is OutboxState.TAKEN_BACK and self.isVisible() and not self.list.gathered:
                # Back to the person about whom the decision was undone.
                self.list.view.choose(negotiation)
        self.reader.outbox_changed(entry)
        if entry.state in _DONE and entry.intent.vacancy_id == self._vacancy:
            self._after.start()

    # Building

    def _connect(self) -> None:
        self.tree.vacancy_opened.connect(self._vacancy_opened)
        self.tree.collection_chosen.connect(self._collection_chosen)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._open)
        self.list.more_asked.connect(self._more)
        self.list.order_asked.connect(self._order_asked)
        self.list.refresh_asked.connect(self.refresh)
        self.reader.acts.asked.connect(self._do)
        self.reader.acts.refused.connect(self.shell.toast)
        self.reader.acts.rejection_asked.connect(self._reject)
        self.reader.chat_came.connect(self._opened)
        self.reader.resume.shown.connect(lambda _: self._opened())
        self.acting.kept.connect(self._kept)
        self.reader.resume.pdf_asked.connect(self.files.show_pdf)
        self.reader.resume.file_asked.connect(self.files.show_file)
        self.reader.resume.save_asked.connect(self.files.save)
        self._news.timeout.connect(self._look_again)
        self._after.timeout.connect(self._look_again)
        self._clock.timeout.connect(self.list.tell_age)
        stops = (
            self.services.outbox.changed.listen(self._outbox_changed),
            self.services.settings.changed.listen(lambda _: self._refresh_reader()),
            self.services.account_changed.listen(lambda _: self._forget()),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])

    def _bind_keys(self) -> None:
        keys = KeyMap(self)
        keys.bind_shift(ActionId.NEXT_ROW, lambda shift: self.list.step(1, extend=shift))
        keys.bind_shift(ActionId.PREVIOUS_ROW, lambda shift: self.list.step(-1, extend=shift))
        keys.bind(ActionId.TICK, self.list.tick_current)
        keys.bind(ActionId.OPEN, self._open_current, lambda: not on_a_button() and not self.tree.hasFocus())
        there = self._there
        for number in range(1, 10):
            keys.bind_shift(act_key(number), partial(self.reader.acts.press, number), there)
        keys.bind_shift(ActionId.REJECT, self._reject, there)
        keys.bind(ActionId.CHAT, self.reader.show_chat, there)
        keys.bind(ActionId.CONTACTS, self.reader.resume.ask_contacts, there)
        keys.bind(ActionId.DOWNLOAD_PDF, self.reader.resume.ask_pdf, there)
        keys.bind(ActionId.HISTORY, self.reader.resume.show_history, there)
        keys.bind(ActionId.PAGE_DOWN, self._space, lambda: there() and not on_a_button())
        keys.bind(ActionId.PAGE_UP, self._page_up, there)

    def _page_up(self) -> None:
        self.reader.resume.page(False)

    def _space(self) -> None:
        """Space reads on; on a person who was not opened yet it opens, like Enter."""
        if self.reader.resume.resume is None:
            self._open_current()
        else:
            self.reader.resume.page(True)

    def _there(self) -> bool:
        return self.reader.response is not None

    def _vacancy_name(self) -> str:
        found = (one.name for one in self.tree.vacancies if one.id == self._vacancy)
        return next(found, "")

    def _forget(self) -> None:
        """Another account works here now: nothing of the one before stays on the screen."""
        self._tasks.cancel_all()
        self._vacancy, self._collection, self._order, self._wanted = VacancyId(""), None, None, None
        self.tree.forget()
        self.list.show_nothing()
        self.reader.clear()
        if self.isVisible():
            self.refresh()
