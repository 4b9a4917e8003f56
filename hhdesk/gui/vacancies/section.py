"""The Vacancies section: own active vacancies in a list, the chosen one in a card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import VacancyId
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.domain.values import Aged
from hhdesk.gui.actions import ActionId
from hhdesk.gui.back_line import BackLine
from hhdesk.gui.compiled.ui_vacancies_section import Ui_VacanciesSection
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.kit.buttons import Button, IconButton
from hhdesk.gui.kit.fields import SearchEdit
from hhdesk.gui.kit.labels import Label, Rule
from hhdesk.gui.kit.panes import EmptyState, PaneHead, SplitView, row
from hhdesk.gui.kit.rows import ColumnsHeader, Density, RowsModel, RowsView
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Space, Type
from hhdesk.gui.moments import ago, present
from hhdesk.gui.sections import Place, Section, Shell, WidthClass
from hhdesk.gui.tasks import Tasks
from hhdesk.gui.trouble import Trouble, swap
from hhdesk.gui.vacancies.card import VacancyCard
from hhdesk.gui.vacancies.rows import VacancyRow, arranged, columns, content, keyed, totals
from hhdesk.services.vacancies import VacancyRow as VacancyValue

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_SKELETON_MS: Final = 150


class VacanciesSection(Section):
    """What is stored is shown at once, then what hh.ru says; every read here is silent."""

    key: ClassVar[str] = "vacancies"
    icon: ClassVar[str] = "briefcase"

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self._shown: Aged[tuple[VacancyValue, ...]] | None = None
        self._rows: tuple[VacancyRow, ...] = ()
        self._order, self._reverse = "new", False
        self._wanted: VacancyId | None = None
        self._width, self._in_card = WidthClass.WIDE, False
        self.form = Ui_VacanciesSection()
        self.form.setupUi(self)
        Theme.instance().surface(self, "list")
        self._build()
        self._trouble = Trouble(shell, self.empty, self.refresh)
        self._connect()
        self.retranslate()

    # What the shell asks

    def name(self) -> str:
        return self.tr("Vacancies")

    def activate(self, place: Place | None = None) -> None:
        self._clock.start()
        if place is not None and place.vacancy_id is not None:
            self._wanted = place.vacancy_id
        self.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def deactivate(self) -> None:
        self._clock.stop()

    def handle_width(self, width: WidthClass) -> None:
        self._width = width
        self._place()

    def panes(self) -> tuple[QWidget, ...]:
        """F6 goes round them."""
        panes = (self.view, self.card.form.vacancyCardScroll)
        return tuple(pane for pane in panes if pane.isVisible())

    def toast_floor(self) -> tuple[QWidget, ...]:
        return (self.card.acts,)

    def _place(self) -> None:
        """Where there is one pane, Enter goes from the list to the card, and Esc back."""
        single = self._width is WidthClass.SINGLE
        self.split.set_single(single)
        self.search.setFixedWidth(px(11 if single else 20))
        self.form.vacancyListArea.setVisible(not (single and self._in_card))
        self.form.vacancyCardPlace.setVisible(not single or self._in_card)
        self._back_line.setVisible(single)

    def _walk(self, in_card: bool) -> None:
        self._in_card = in_card
        self._place()
        target = self.card.responses if in_card else self.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ask hh.ru again; the rows stay until it answers."""
        if self._shown is None:
            # Bars have to be seen over the error of before.
            self._show_empty(False)
            self._wait.start()
        self._tasks.start("list", self._follow(), failed=self._failed)
        self._read_card()

    def handle_command(self, command: str) -> bool:
        if command == ActionId.BACK and self._in_card and self._width is WidthClass.SINGLE:
            self._walk(False)
            return True
        if command != ActionId.OPEN:
            return False
        self._open(self.view.current_id())
        return True

    def commands(self) -> frozenset[str]:
        return frozenset({str(ActionId.OPEN)})

    def enabled_commands(self) -> frozenset[str]:
        return frozenset({str(ActionId.OPEN)} if self._current() is not None else ())

    def retranslate(self) -> None:
        self.head.set_title(self.name())
        self._back_line.button.set_words(self.name())
        self.search.setPlaceholderText(self.tr("Name, region or manager"))
        self.search.setAccessibleName(self.tr("Find among the vacancies"))
        self.refresh_button.set_words(self.tr("Refresh"))
        self.view.setAccessibleName(self.name())
        self.view.rows.set_columns(columns())
        self.titles.set_sorted(self._order, not self._reverse)
        self.card.retranslate()
        self.model.reword()
        self._tell()

    # Reading

    async def _follow(self) -> None:
        async for aged in self.services.vacancies.active():
            self._land(aged)

    def _land(self, aged: Aged[tuple[VacancyValue, ...]]) -> None:
        self._wait.stop()
        self.model.show_skeleton(0)
        self._shown = aged
        self._rows = keyed(aged.value)
        self._arrange()

    def _failed(self, error: HhdeskError) -> None:
        self._wait.stop()
        self.model.show_skeleton(0)
        here = self.view.hasFocus()
        if not self._rows:
            self._show_empty(True)
        self._trouble.tell(error, in_place=not self._rows, focus=here)
        self._tell()

    @staticmethod
    def _way(words: str, name: str, go: Callable[[], None]) -> Button:
        """Made anew each time: the state throws its buttons away."""
        button = Button(words, name=name)
        button.clicked.connect(go)
        return button

    def _arrange(self) -> None:
        found = arranged(self._rows, self.search.text(), self._order, reverse=self._reverse)
        self.model.replace(found)
        self._show_empty(not found)
        if not found:
            self._tell_empty()
        if self._wanted is not None and self.view.choose(self._wanted):
            self._wanted = None
        elif found and not self.view.current_id():
            self.view.choose(found[0].key)
        self._tell()

    def _tell_empty(self) -> None:
        if self._rows:
            self.empty.say(
                "search-x", self.tr("No vacancy like that"), self.tr("Another word, or all again.")
            )
            self.empty.set_buttons([self._way(self.tr("Show all"), "vacanciesAll", self.search.clear)])
        else:
            self.empty.say(
                "briefcase",
                self.tr("No active vacancies"),
                self.tr("Vacancies that you publish on hh.ru appear here with their responses."),
            )
            self.empty.set_buttons([self._way(self.tr("Try again"), "vacanciesAgain", self.refresh)])

    def _show_empty(self, empty: bool) -> None:
        swap(self.view, self.empty, rows=not empty)
        self.titles.setVisible(not empty)
        if empty:
            self.card.clear()

    def _tell(self) -> None:
        self.age.setText(ago(self._shown.fetched_at, present()) if self._shown else "")
        self.foot.setText(totals(self._rows) if self._rows else "")

    # The card

    def _current(self) -> VacancyShort | None:
        item = self.model.item(self.view.currentIndex())
        return item.vacancy if item is not None and isinstance(item.vacancy, VacancyShort) else None

    def _chosen(self, _: str) -> None:
        vacancy = self._current()
        if vacancy is None:
            self.card.clear()
            return
        self.card.show_vacancy(vacancy, present())
        self._read_card()

    def _read_card(self) -> None:
        vacancy = self._current()
        if vacancy is None or not self.isVisible():
            return
        self._tasks.start("card", self._follow_card(vacancy.id))
        self._tasks.start("days", self.services.vacancies.stats(vacancy.id), self.card.show_days)
        self._tasks.start("stages", self._follow_stages(vacancy.id))

    async def _follow_card(self, vacancy: VacancyId) -> None:
        async for aged in self.services.vacancies.card(vacancy):
            self.card.show_full(aged.value)

    async def _follow_stages(self, vacancy: VacancyId) -> None:
        async for aged in self.services.responses.collections(vacancy):
            self.card.show_collections(aged.value)

    def _open(self, vacancy: str) -> None:
        """Enter on a row: its responses; where there is one pane, first its card."""
        if self._width is WidthClass.SINGLE and not self._in_card:
            self._walk(True)
        else:
            self._open_responses(vacancy)

    def _open_responses(self, vacancy: str) -> None:
        if vacancy and self.model.item(self.model.index_of(vacancy)) is not None:
            self.shell.open_section("responses", Place(vacancy_id=VacancyId(vacancy)))

    def _sort(self, key: str) -> None:
        self._reverse = not self._reverse if key == self._order else False
        self._order = key
        self.titles.set_sorted(self._order, not self._reverse)
        self._arrange()

    # Building

    def _build(self) -> None:
        form = self.form
        self.head = PaneHead("", name="vacanciesHead")
        self.age = Label("", Type.SMALL, "muted", name="vacanciesAge")
        self.refresh_button = IconButton("refresh-cw", "", size=1.0, name="vacanciesRefresh")
        self.head.add(self.age)
        self.head.add(self.refresh_button)
        self.search = SearchEdit("")
        self.search.setObjectName("vacanciesSearch")
        self.head.add_left(self.search)
        form.vacancyListHeadPlaceLayout.addWidget(self.head)
        self.view = RowsView(density=Density.DENSE, columns=columns(), height=2.45, gutter=1.1)
        self.view.setObjectName("vacancyList")
        self.model: RowsModel[VacancyRow] = RowsModel(
            key=lambda one: one.key, content=lambda one: content(one, present()), parent=self
        )
        self.view.set_rows(self.model)
        self.titles = ColumnsHeader(self.view)
        self.titles.setObjectName("vacancyTitles")
        form.vacancyTitlesPlaceLayout.addWidget(self.titles)
        self.empty = EmptyState("briefcase", name="vacanciesEmpty")
        self.empty.hide()
        form.vacancyListPlaceLayout.addWidget(self.view, 1)
        form.vacancyListPlaceLayout.addWidget(self.empty, 1)
        self.foot = Label("", Type.SMALL, "muted", name="vacanciesFoot")
        foot = row(margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL))
        foot.addWidget(self.foot)
        form.vacancyFootPlaceLayout.addWidget(Rule())
        form.vacancyFootPlaceLayout.addLayout(foot)
        self._back_line = BackLine("vacanciesBack")
        self._back_line.button.clicked.connect(lambda: self._walk(False))
        form.vacancyCardPlaceLayout.addWidget(self._back_line)
        self.card = VacancyCard()
        form.vacancyCardPlaceLayout.addWidget(self.card)
        self.card.clear()
        self.split = SplitView("vacancies.split", self.shell.memory)
        self.split.add_pane(form.vacancyListArea, width=60, least=34, stretch=1)
        self.split.add_pane(form.vacancyCardPlace, width=40, least=30)
        form.vacanciesSectionLayout.addWidget(self.split)
        self.split.recall()
        self._wait = QTimer(self, interval=_SKELETON_MS, singleShot=True)
        self._clock = QTimer(self, interval=30_000)

    def _connect(self) -> None:
        self.view.chosen.connect(self._chosen)
        self.view.opened.connect(self._open)
        self.titles.sort_asked.connect(self._sort)
        self.search.textChanged.connect(self._arrange)
        self.refresh_button.clicked.connect(self.refresh)
        self.card.responses_asked.connect(self._open_responses)
        self.card.site_asked.connect(self.shell.open_browser)
        self._wait.timeout.connect(lambda: self.model.show_skeleton(12))
        self._clock.timeout.connect(self._tell)
        keys = KeyMap(self.view)
        keys.bind_shift(ActionId.NEXT_ROW, lambda shift: self.view.step(1, extend=shift))
        keys.bind_shift(ActionId.PREVIOUS_ROW, lambda shift: self.view.step(-1, extend=shift))
