"""The Responses section: vacancies with hh.ru's lists, the list, the person; acts go to the outbox."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import ResumeId, VacancyId
from hhdesk.domain.listing import ResponseList
from hhdesk.domain.negotiations import Collection, OrderType, Response
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.actions import ActionId, act_key
from hhdesk.gui.acts.request import ActChoice
from hhdesk.gui.compiled.ui_responses_section import Ui_ResponsesSection
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.kit.panes import PaneHead, SplitView
from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.responses.acting import Acting
from hhdesk.gui.responses.reader import ResponseReader
from hhdesk.gui.responses.response_list import ResponseListPane
from hhdesk.gui.responses.tree import VacancyTree
from hhdesk.gui.resumes.file_acts import FileActs
from hhdesk.gui.resumes.reader import on_a_button
from hhdesk.gui.sections import Place, Section, Shell, WidthClass
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_DONE = frozenset({OutboxState.SETTLED, OutboxState.REFUSED, OutboxState.TAKEN_BACK})


def _now() -> datetime:
    return datetime.now().astimezone()


class ResponsesSection(Section):
    """Wires the panes. Lists and counters are silent; opening a person and every act are the person's."""

    key: ClassVar[str] = "responses"
    icon: ClassVar[str] = "inbox"

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self._vacancy = VacancyId("")
        self._collection: Collection | None = None
        self._order: OrderType | None = None
        self._wanted: Place | None = None
        self.form = Ui_ResponsesSection()
        self.form.setupUi(self)
        Theme.instance().surface(self, "list")
        self.tree = VacancyTree()
        self.tree_head = PaneHead("", name="treeHead")
        self.list = ResponseListPane(self.form, _now, self)
        self.reader = ResponseReader(services, shell)
        self.files = FileActs(services, shell, self)
        self.acting = Acting(services, shell, self)
        self._place_panes()
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
        if place is not None and place.vacancy_id is not None:
            self._wanted = place
        self.refresh()
        target = self.list.view if self._collection is not None else self.tree
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def deactivate(self) -> None:
        self._clock.stop()

    def handle_width(self, width: WidthClass) -> None:
        self.form.treeArea.setVisible(width is WidthClass.WIDE or self._collection is None)
        self.form.responsesReaderPlace.setVisible(width is not WidthClass.SINGLE)

    def refresh(self) -> None:
        """Ask hh.ru for vacancies, lists and rows again; what is shown stays until it answers."""
        self._tasks.start("vacancies", self._follow_vacancies())
        if self._vacancy:
            self._ask_collections(self._vacancy)
        if self._collection is not None:
            self._ask_list()

    def handle_command(self, command: str) -> bool:
        if command == ActionId.DOWNLOAD_PDF:
            self.reader.resume.ask_pdf()
        elif command == ActionId.CHAT:
            self.reader.show_chat()
        elif command == ActionId.HISTORY:
            self.reader.resume.show_history()
        elif command == ActionId.OPEN:
            self._open(self.list.view.current_id())
        else:
            return False
        return True

    def enabled_commands(self) -> frozenset[str]:
        if self.reader.response is None:
            return frozenset()
        ids = (ActionId.DOWNLOAD_PDF, ActionId.CHAT, ActionId.HISTORY, ActionId.OPEN)
        return frozenset(str(one) for one in ids)

    def retranslate(self) -> None:
        self.tree_head.set_title(self.tr("Vacancies"))
        self.tree.setAccessibleName(self.tr("Vacancies and their lists"))
        self.list.retranslate()

    # Vacancies and lists

    async def _follow_vacancies(self) -> None:
        async for aged in self.services.vacancies.active():
            vacancies = [one for one in aged.value if isinstance(one, VacancyShort)]
            self.tree.show_vacancies(vacancies, _now())
            self.badge_changed.emit(sum(one.counters.unread_responses for one in vacancies), False)
            self._choose_vacancy(vacancies)

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
            if self._collection is None:
                shown = self.tree.collections(vacancy)
                first = next((c for c in shown if c.counters.with_updates), None) or next(
                    (c for c in shown if c.counters.total), None
                )
                if first is not None:
                    self._collection_chosen(vacancy, first)
            else:
                known = {one.id: one for one in self.tree.collections(vacancy)}
                self._collection = known.get(self._collection.id, self._collection)

    def _collection_chosen(self, vacancy: str, collection: Collection) -> None:
        other = self._collection is None or self._collection.id != collection.id or vacancy != self._vacancy
        self._vacancy, self._collection = VacancyId(vacancy), collection
        if other:
            self._order = None
            self.reader.clear()
        self.tree.choose(vacancy, collection.id)
        self.list.begin(collection)
        self._ask_list()
        self.title_changed.emit()

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
        wanted = self._wanted
        if (
            wanted is not None
            and wanted.resume_id is not None
            and self._choose_resume(listing, wanted.resume_id)
        ):
            self._wanted = None
        elif first and listing.rows:
            self.list.view.choose(listing.rows[0].key)
        self._refresh_reader()

    def _choose_resume(self, listing: ResponseList, resume: ResumeId) -> bool:
        for row in listing.rows:
            response = row.response
            if (
                isinstance(response, Response)
                and response.resume is not None
                and response.resume.id == resume
            ):
                return self.list.view.choose(row.key)
        return False

    def _list_failed(self, error: HhdeskError) -> None:
        self.list.show_error(error)
        self.shell.report(error)

    def _more(self) -> None:
        shown = self.list.shown
        if shown is not None and not self._tasks.is_running("more"):
            self._tasks.start("more", self.services.responses.more(shown), self.list.show_list)

    # The person

    def _chosen(self, key: str) -> None:
        row = self.list.row(key)
        if row is None:
            self.reader.clear()
        else:
            self.reader.show_row(row)

    def _open(self, key: str) -> None:
        row = self.list.row(key)
        if row is not None and isinstance(row.response, Response):
            self.reader.show_row(row, opened=row.response.resume is not None)

    def _refresh_reader(self) -> None:
        shown = self.reader.response
        row = self.list.row(shown.id) if shown is not None else None
        if row is not None:
            self.reader.show_row(row)

    def _act(self, number: int, with_letter: bool) -> None:
        offered = [one for one in self.reader.choices if one.action.id != self.services.responses.rejection]
        if number <= len(offered):
            self._do(offered[number - 1], with_letter)

    def _do(self, choice: ActChoice, with_letter: bool) -> None:
        response = self.reader.response
        if response is not None:
            self.acting.do(response, choice, self._vacancy_name(), with_letter=with_letter)

    def _reject(self, with_letter: bool) -> None:
        response = self.reader.response
        if response is not None:
            self.acting.reject(response, self._vacancy_name(), with_letter=with_letter)

    def _outbox_changed(self, entry: OutboxEntry) -> None:
        shown = self.list.shown
        if shown is not None and entry.intent.negotiation_id is not None:
            self.list.show_list(self.services.responses.overlay(shown))
            self._refresh_reader()
        self.reader.outbox_changed(entry)
        if entry.state in _DONE and entry.intent.vacancy_id == self._vacancy and self.isVisible():
            self.refresh()

    # Building

    def _place_panes(self) -> None:
        form = self.form
        form.treeHeadPlaceLayout.addWidget(self.tree_head)
        form.treePlaceLayout.addWidget(self.tree)
        form.responsesReaderPlaceLayout.addWidget(self.reader)
        form.responsesReaderPlaceLayout.addWidget(self.files.pane)
        self.split = SplitView("responses.split", self.shell.memory)
        self.split.add_pane(form.treeArea, width=18.5, least=14)
        self.split.add_pane(form.responsesArea, width=26, least=22)
        self.split.add_pane(form.responsesReaderPlace, width=56, least=38, stretch=1)
        form.responsesSectionLayout.addWidget(self.split)
        self.split.recall()
        self._clock = QTimer(self, interval=30_000)

    def _connect(self) -> None:
        self.tree.vacancy_opened.connect(self._vacancy_opened)
        self.tree.collection_chosen.connect(self._collection_chosen)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._open)
        self.list.more_asked.connect(self._more)
        self.list.order_asked.connect(self._order_asked)
        self.list.refresh_asked.connect(self.refresh)
        self.reader.act_asked.connect(self._do)
        self.reader.resume.pdf_asked.connect(self.files.show_pdf)
        self.reader.resume.file_asked.connect(self.files.show_file)
        self.reader.resume.save_asked.connect(self.files.save)
        self.files.shown.connect(self._file_shown)
        self._clock.timeout.connect(self.list.tell_age)
        stops = (
            self.services.outbox.changed.listen(self._outbox_changed),
            self.services.settings.changed.listen(lambda _: self._refresh_reader()),
            self.services.account_changed.listen(lambda _: self._forget()),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])

    def _bind_keys(self) -> None:
        keys = KeyMap(self)
        view = self.list.view
        keys.bind_shift(ActionId.NEXT_ROW, lambda shift: view.step(1, extend=shift))
        keys.bind_shift(ActionId.PREVIOUS_ROW, lambda shift: view.step(-1, extend=shift))
        keys.bind(ActionId.OPEN, lambda: self._open(view.current_id()), lambda: not on_a_button())
        there = self._there
        for number in range(1, 10):
            keys.bind_shift(act_key(number), partial(self._act, number), there)
        keys.bind_shift(ActionId.REJECT, self._reject, there)
        keys.bind(ActionId.CHAT, self.reader.show_chat, there)
        keys.bind(ActionId.DOWNLOAD_PDF, self.reader.resume.ask_pdf, there)
        keys.bind(ActionId.HISTORY, self.reader.resume.show_history, there)

    def _there(self) -> bool:
        return self.reader.response is not None

    def _file_shown(self, shown: bool = True) -> None:
        self.reader.setVisible(self.files.pane.isHidden())

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
