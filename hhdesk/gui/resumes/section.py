"""The Search section: what is asked at the left, who was found, and the person in the middle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from hhdesk.domain.account import Dictionaries, RoleCategory
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.listing import ListedResume, SearchResult
from hhdesk.domain.resumes import Resume
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Aged, Named
from hhdesk.gui.actions import ActionId
from hhdesk.gui.compiled.ui_search_section import Ui_SearchSection
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.kit.buttons import Button, IconButton
from hhdesk.gui.kit.chips import ChipBar, ChipData
from hhdesk.gui.kit.labels import Rule
from hhdesk.gui.kit.rows import Density
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.labels import dress
from hhdesk.gui.moments import ago
from hhdesk.gui.resumes import wording
from hhdesk.gui.resumes.conditions import Condition, conditions
from hhdesk.gui.resumes.file_acts import FileActs
from hhdesk.gui.resumes.filters import FilterPanel
from hhdesk.gui.resumes.invite import Invite
from hhdesk.gui.resumes.reader import ResumeReader, on_a_button
from hhdesk.gui.resumes.result_list import ResultList
from hhdesk.gui.sections import Place, Section, Shell, WidthClass
from hhdesk.gui.tasks import Tasks
from hhdesk.gui.words import WayOut

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_STALE: Final = timedelta(minutes=10)
"""After this a shown search is asked again by itself when the section opens: searching is silent."""
_COMMANDS: Final = frozenset(
    {
        ActionId.FILTERS,
        ActionId.OPEN,
        ActionId.CONTACTS,
        ActionId.INVITE,
        ActionId.DOWNLOAD_PDF,
        ActionId.HISTORY,
    }
)


class SearchSection(Section):
    """Wires the panes: each shows and asks, the services answer."""

    key: ClassVar[str] = "search"
    icon: ClassVar[str] = "search"

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self._query: ResumeQuery | None = None
        self._result: SearchResult | None = None
        self._dictionaries: Dictionaries | None = None
        self._conditions: tuple[Condition, ...] = ()
        self._width = WidthClass.WIDE
        self._drawer_open = False
        self._began = False
        self.form = Ui_SearchSection()
        self.form.setupUi(self)
        Theme.instance().surface(self, "list")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.filters = FilterPanel(services.dictionaries, self.form.filterPlace)
        self.list = ResultList(_now, self.form.listPlace)
        self.reader = ResumeReader(services, shell, self.form.readerPlace)
        self.files = FileActs(services, shell, self)
        self.invite = Invite(services, shell, self)
        self._build_head()
        self._place_panes()
        self._connect()
        self._bind_keys()
        self._clock = QTimer(self)
        self._clock.setInterval(30_000)
        self._clock.timeout.connect(self._tell_head)
        self.retranslate()

    # What the shell asks

    def name(self) -> str:
        return self.tr("Search")

    def title(self) -> str:
        """What is searched, in the first two conditions."""
        shown = [one.text for one in self._conditions if not one.widening][:2]
        return f"{self.name()}: {', '.join(shown)}" if shown else self.name()

    def activate(self, place: Place | None = None) -> None:
        self._clock.start()
        if not self._began:
            self._begin()
        elif self._result is not None and self._is_stale(self._result):
            self.refresh()
        if place is not None and place.resume_id is not None:
            self.show_resume(place.resume_id)
        self._focus_list()

    def deactivate(self) -> None:
        self._clock.stop()

    def handle_width(self, width: WidthClass) -> None:
        self._width = width
        self._arrange()

    def refresh(self) -> None:
        """Ask hh.ru again; the rows stay until it answers."""
        if self._query is not None:
            self.search(self._query)

    def handle_command(self, command: str) -> bool:
        acts: dict[str, Callable[[], None]] = {
            ActionId.FILTERS: self.toggle_filters,
            ActionId.OPEN: self.reader.open_now,
            ActionId.CONTACTS: self.reader.ask_contacts,
            ActionId.INVITE: self.reader.ask_invite,
            ActionId.DOWNLOAD_PDF: self.reader.ask_pdf,
            ActionId.HISTORY: self.reader.show_history,
        }
        if command == ActionId.BACK:
            return self._step_back()
        do = acts.get(command)
        if do is not None:
            do()
        return do is not None

    def panes(self) -> tuple[QWidget, ...]:
        """F6 goes round them."""
        return tuple(
            pane
            for pane in (self.filters, self.list.view, self.files.pane, self.reader.form.readerScroll)
            if pane.isVisible()
        )

    def toast_floor(self) -> QWidget | None:
        return self.reader.form.readerFoot

    def commands(self) -> frozenset[str]:
        return frozenset(str(one) for one in _COMMANDS)

    def enabled_commands(self) -> frozenset[str]:
        there = self.reader.row is not None
        return frozenset(str(one) for one in (_COMMANDS if there else {ActionId.FILTERS}))

    # Searching

    @property
    def is_searching(self) -> bool:
        """Whether hh.ru has still to answer the question."""
        return self._tasks.is_running("search")

    def search(self, query: ResumeQuery) -> None:
        """Ask: what is stored under this question at once, then hh.ru's answer."""
        same = query == self._query
        self._query = query
        self._tasks.cancel("more")
        self.filters.show_query(query)
        self._tell_conditions(query)
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
        """Go to a resume: in the list where it is there, else our copy."""
        if self.list.view.choose(resume):
            return

        def came(aged: Aged[Resume] | None) -> None:
            if aged is not None:
                self.reader.show_row(ListedResume(key=resume, resume=aged.value, read_here=True))

        self._tasks.start("place", self.services.resumes.stored(resume), came)

    async def _run(self, query: ResumeQuery) -> None:
        before = self._result
        async for result in self.services.search.run(query):
            shown = result
            if not result.from_store and before is not None:
                shown = await self._as_far_as(result, before)
            self._landed(shown)

    async def _as_far_as(self, fresh: SearchResult, before: SearchResult) -> SearchResult:
        """A refresh goes as deep as the row that the person is on, so that it does not vanish under them."""
        current = self.list.view.current_id()
        while current and fresh.has_more and fresh.pages_loaded < before.pages_loaded:
            if any(row.key == current for row in fresh.rows):
                break
            fresh = await self.services.search.more(fresh)
        return fresh

    def _landed(self, result: SearchResult) -> None:
        first = self._result is None
        self._result = result
        self.list.show_result(result, self._conditions)
        self._arrange()
        if first and result.rows:
            self.list.view.choose(result.rows[0].key)
        self._tell_head()
        self.title_changed.emit()

    def _search_failed(self, error: HhdeskError) -> None:
        if not self.list.show_error(error):
            self.shell.report(error)
        self._tell_head()

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
        self.shell.report(error)

    def _known_changed(self, resume: ResumeId) -> None:
        """A resume was read, opened or is gone: the rows learn of it."""
        if self._result is not None:
            self._tasks.start("marks", self.services.search.marked(self._result), self._marked)

    def _marked(self, result: SearchResult) -> None:
        if self._result is None or result.query != self._result.query:
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
        last = self.services.search.last_now()
        if last is not None:
            self._query = last.query
            self.filters.show_query(last.query)
            self.reader.set_query(last.query)
            self._tell_conditions(last.query)
            self._landed(last)
        self._tasks.start("dictionaries", self.services.dictionaries.dictionaries(), self._dictionaries_came)
        self._tasks.start("roles", self.services.dictionaries.roles(), self._roles_came)
        if last is not None and self._is_stale(last) and self.services.connect.connection.can_ask:
            self.refresh()

    def _build_head(self) -> None:
        form = self.form
        self.filters_button = Button("", icon="sliders-horizontal", name="filtersToggle")
        self.filters_button.clicked.connect(self.toggle_filters)
        form.drawerPlace.addWidget(self.filters_button)
        self.refresh_button = IconButton("refresh-cw", "", name="searchRefresh")
        self.refresh_button.clicked.connect(self.refresh)
        form.refreshPlace.addWidget(self.refresh_button)
        dress(form.foundLabel, Type.TITLE)
        dress(form.ageLabel, Type.SMALL, "muted")
        self.chips = ChipBar(max_lines=2, name="conditions")
        self.chips.removed.connect(lambda key: self.search(self._conditions[int(key)].without))
        form.chipsPlace.addWidget(self.chips)
        form.resultHeadLayout.setContentsMargins(px(1.1), px(0.2), px(1.1), px(0.2))
        form.resultHeadLayout.setSpacing(0)
        form.resultHeadRow.setFixedHeight(px(3.0))
        form.chipsPlace.setContentsMargins(0, 0, 0, px(0.4))
        form.resultHeadRowLayout.setSpacing(px(0.6))
        form.stripPlace.addWidget(Rule(self))

    def _place_panes(self) -> None:
        form = self.form
        form.filterPlaceLayout.addWidget(self.filters)
        self._drawer_edge = Rule(form.filterPlace, upright=True)
        form.listPlaceLayout.addWidget(self.list)
        form.readerPlaceLayout.addWidget(self.reader)
        form.pdfPlaceLayout.addWidget(self.files.pane)
        form.pdfPlace.hide()
        form.resultSplitter.setHandleWidth(1)
        form.listPlace.setMinimumWidth(px(26))
        form.readerPlace.setMinimumWidth(px(38))
        form.resultSplitter.setStretchFactor(0, 0)
        form.resultSplitter.setStretchFactor(1, 1)
        sizes = self.shell.memory.recall(f"{self.key}/splitter")
        if sizes is not None:
            form.resultSplitter.restoreState(sizes)
        else:
            form.resultSplitter.setSizes([px(31), px(60)])
        form.resultSplitter.splitterMoved.connect(self._keep_sizes)
        density = self.shell.memory.word(f"{self.key}/density")
        if density in Density.__members__:
            self.list.set_density(Density[density])

    def _connect(self) -> None:
        self.filters.find_asked.connect(self._find)
        self.filters.close_asked.connect(self._leave_filters)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.more_asked.connect(self._more)
        self.list.order_asked.connect(self._order)
        self.list.cancel_asked.connect(self.cancel_search)
        self.list.way_asked.connect(self._way)
        self.list.filters_asked.connect(self.show_filters)
        self.list.density_changed.connect(self._density)
        self.list.empty.chips.removed.connect(lambda key: self.search(self._conditions[int(key)].without))
        self.reader.pdf_asked.connect(self.files.show_pdf)
        self.reader.file_asked.connect(self.files.show_file)
        self.reader.save_asked.connect(self.files.save)
        self.reader.invite_asked.connect(self.invite.open)
        self.files.shown.connect(self._arrange)
        stop = self.services.resumes.changed.listen(self._known_changed)
        self.destroyed.connect(stop)

    def _bind_keys(self) -> None:
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

    def _chosen(self, key: str) -> None:
        row = self.list.row(key)
        if row is not None:
            self.reader.show_row(row)
            self.files.leave()

    def _opened(self, key: str) -> None:
        row = self.list.row(key)
        if row is not None:
            self.reader.show_row(row, opened=True)
            self._arrange()

    def _open_current(self) -> None:
        self._opened(self.list.view.current_id())

    def _order(self, order: Named) -> None:
        if self._query is not None:
            self.search(replace(self._query, order=order))

    def _way(self, way: WayOut) -> None:
        match way:
            case WayOut.RETRY | WayOut.REPEAT:
                self.refresh()
            case WayOut.SIGN_IN:
                self.shell.start_sign_in()
            case WayOut.RESPONSES:
                self.shell.open_section("responses")
            case WayOut.OUTBOX:
                self.shell.open_section("outbox")
            case _:
                self.shell.open_browser(self.services.configuration.site_url)

    def _tick(self) -> None:
        key = self.list.view.current_id()
        if key:
            self.list.model.tick([key], key not in self.list.model.ticked)

    # Layout

    def toggle_filters(self) -> None:
        """F: to the filters, or back to the list."""
        if self._filters_stand() or self._drawer_open:
            if self.filters.isAncestorOf(QApplication.focusWidget() or self):
                self._leave_filters()
            else:
                self.filters.focus_first()
        else:
            self.show_filters()

    def _focus_list(self) -> None:
        """To the rows; where there are none, to what leads to some."""
        if not self.list.is_empty:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._filters_stand():
            self.filters.focus_first()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filters(self) -> None:
        """Open the filters where they are a drawer, and go there."""
        self._drawer_open = not self._filters_stand()
        self._arrange()
        self.filters.focus_first()

    def _leave_filters(self) -> None:
        self._drawer_open = False
        self._arrange()
        self._focus_list()

    def _filters_stand(self) -> bool:
        """Whether the filters have a place of their own."""
        return (
            self._width is WidthClass.WIDE
            and not self.files.is_shown
            and self.list.density is not Density.DENSE
        )

    def _arrange(self) -> None:
        form = self.form
        stand = self._filters_stand()
        pdf = self.files.is_shown
        dense = self.list.density is Density.DENSE and self.reader.resume is None
        self.filters.set_drawer(not stand)
        form.filterPlace.setVisible(stand or self._drawer_open)
        index = form.searchSectionLayout.indexOf(form.filterPlace)
        if stand and index < 0:
            form.searchSectionLayout.insertWidget(0, form.filterPlace)
        elif not stand and index >= 0:
            form.searchSectionLayout.removeWidget(form.filterPlace)
        form.filterPlace.setFixedWidth(px(20))
        self._lay_drawer()
        self.filters_button.setVisible(not stand)
        self.chips.setVisible(not pdf and bool(self._conditions))
        form.resultArea.setMaximumWidth(
            px(31 if self._width is WidthClass.WIDE else 26) if pdf else 16_777_215
        )
        # What goes goes first: both together would be wider than the window.
        form.pdfPlace.setVisible(form.pdfPlace.isVisible() and pdf)
        nobody = self.list.is_empty and self.reader.row is None
        form.readerPlace.setVisible(not pdf and not dense and not nobody)
        form.pdfPlace.setVisible(pdf)
        self.chips.fold()
        self.files.pane.set_narrow(self._width is not WidthClass.WIDE)
        self._tell_head()

    def _lay_drawer(self) -> None:
        form = self.form
        if self._drawer_open and not self._filters_stand():
            form.filterPlace.setParent(self)
            form.filterPlace.setGeometry(0, 0, px(20), self.height())
            form.filterPlace.show()
            form.filterPlace.raise_()
            self._drawer_edge.setGeometry(px(20) - 1, 0, 1, self.height())
            self._drawer_edge.raise_()
        self._drawer_edge.setVisible(self._drawer_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_drawer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc walks back: out of the drawer, the PDF, a running search."""
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            event.accept()
            return
        super().keyPressEvent(event)

    def _step_back(self) -> bool:
        if self._drawer_open:
            self._leave_filters()
        elif self.files.is_shown:
            self.files.leave()
            self._focus_list()
        elif self._tasks.is_running("search"):
            self.cancel_search()
        elif self.list.density is Density.DENSE and self.reader.resume is not None:
            self.reader.clear()
            self._arrange()
        else:
            return False
        return True

    def _keep_sizes(self) -> None:
        state = self.form.resultSplitter.saveState()
        self.shell.memory.keep(f"{self.key}/splitter", bytes(state.data()))

    def _density(self, density: Density) -> None:
        self.shell.memory.keep_word(f"{self.key}/density", density.name)
        self._arrange()

    # Words

    def _dictionaries_came(self, dictionaries: Dictionaries) -> None:
        self._dictionaries = dictionaries
        self.filters.set_dictionaries(dictionaries)
        self.list.set_orders(dictionaries)
        if self._query is not None:
            self._tell_conditions(self._query)

    def _roles_came(self, roles: tuple[RoleCategory, ...]) -> None:
        self.filters.set_roles(roles)

    def _tell_conditions(self, query: ResumeQuery) -> None:
        self._conditions = conditions(query, self._dictionaries)
        self.chips.set_chips(
            ChipData(str(number), one.text, dashed=one.widening)
            for number, one in enumerate(self._conditions)
        )
        self.chips.setVisible(bool(self._conditions) and not self.files.is_shown)
        count = sum(not one.widening for one in self._conditions)
        self.filters_button.set_words(self.tr("Filters") + (f" {count}" if count else ""))

    def _tell_head(self) -> None:
        form, result = self.form, self._result
        there = result is not None
        form.resultHead.setVisible(self._query is not None or not self._filters_stand())
        self.refresh_button.setVisible(there)
        form.foundLabel.setText(wording.resumes_found(result.found) if result is not None else "")
        form.ageLabel.setText(ago(result.fetched_at, _now()) if result is not None else "")

    def retranslate(self) -> None:
        """Every word anew."""
        self.refresh_button.set_words(self.tr("Refresh"), "Ctrl+R")
        self.chips.setAccessibleName(self.tr("Conditions of the search"))
        if self._query is not None:
            self._tell_conditions(self._query)
        else:
            self.filters_button.set_words(self.tr("Filters"))
        self._tell_head()

    @staticmethod
    def _is_stale(result: SearchResult) -> bool:
        return _now() - result.fetched_at > _STALE


def _now() -> datetime:
    return datetime.now().astimezone()
