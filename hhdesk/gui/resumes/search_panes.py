"""The panes of the Search section and where they stand at each width, height of rows and state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from hhdesk.domain.listing import SearchResult
from hhdesk.domain.preferences import Density as RowDensity
from hhdesk.domain.preferences import Preferences
from hhdesk.domain.search import ResumeQuery
from hhdesk.gui.back_line import BackLine
from hhdesk.gui.compiled.ui_search_section import Ui_SearchSection
from hhdesk.gui.kit.labels import Rule
from hhdesk.gui.kit.rows import Density
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.moments import present
from hhdesk.gui.resumes.result_list import ResultList
from hhdesk.gui.resumes.search_head import SearchHead
from hhdesk.gui.sections import Section, Shell, WidthClass

if TYPE_CHECKING:
    from hhdesk.services.services import Services


_HEIGHTS: Final = {RowDensity.COMFORTABLE: Density.ROOMY, RowDensity.COMPACT: Density.MEDIUM}


class SearchPanes(Section):
    """Filters (or their drawer), head, list, reader or PDF. What is searched is the section's affair."""

    key: ClassVar[str] = "search"
    icon: ClassVar[str] = "search"
    early: ClassVar[bool] = True

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._query: ResumeQuery | None = None
        self._result: SearchResult | None = None
        self._width = WidthClass.WIDE
        self._drawer_open = False
        self._in_reader = False
        """In a window for one pane: at the person, not at the list."""
        self.form = Ui_SearchSection()
        self.form.setupUi(self)
        Theme.instance().surface(self, "list")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list = ResultList(present, self.form.listPlace)
        self.head = SearchHead(self.form, self)
        self._place_list()
        self.list.density_changed.connect(self._density)
        self.list.filters_asked.connect(self.show_filters)
        self.head.filters_asked.connect(self.toggle_filters)
        self.head.field_asked.connect(self._show_field)

    def steps(self) -> tuple[Callable[[], None], ...]:
        """The list was there first; now what is asked, and the person."""
        return (self._build_filters, self._build_reader, self._build_files)

    def handle_width(self, width: WidthClass) -> None:
        self._width = width
        self._arrange()

    def panes(self) -> tuple[QWidget, ...]:
        """F6 goes round them."""
        self.complete()
        panes = (self.filters, self.list.view, self.files.pane, self.reader.form.readerScroll)
        return tuple(pane for pane in panes if pane.isVisible())

    def toast_floor(self) -> tuple[QWidget, ...]:
        return (self.reader.confirm, self.reader.form.readerFoot) if self.is_complete else ()

    def _build_filters(self) -> None:
        from hhdesk.gui.resumes.filters import FilterPanel

        self.filters = FilterPanel(self.services.dictionaries, self.form.filterPlace)

    def _build_reader(self) -> None:
        from hhdesk.gui.resumes.reader import ResumeReader

        self.reader = ResumeReader(self.services, self.shell, self.form.readerPlace)

    def _build_files(self) -> None:
        from hhdesk.gui.resumes.file_acts import FileActs
        from hhdesk.gui.resumes.invite import Invite

        self.files = FileActs(self.services, self.shell, self)
        self.invite = Invite(self.services, self.shell, self)

    def _place_panes(self) -> None:
        form = self.form
        form.filterPlaceLayout.addWidget(self.filters)
        form.readerPlaceLayout.addWidget(self.reader)
        form.pdfPlaceLayout.addWidget(self.files.pane)
        # What is added to a window that is shown waits a turn of the loop to be seen.
        for pane in (self.filters, self.reader, self.files.pane):
            pane.show()
        self.filters.close_asked.connect(self._leave_filters)
        self.files.left.connect(self._focus_list)
        self.files.shown.connect(self._arrange)

    def _place_list(self) -> None:
        form = self.form
        self._drawer_edge = Rule(form.filterPlace, upright=True)
        form.listPlaceLayout.addWidget(self.list)
        self.back_line = BackLine("searchBack", form.readerPlace)
        self.back = self.back_line.button
        self.back.clicked.connect(self.walk_out)
        form.readerPlaceLayout.addWidget(self.back_line)
        form.pdfPlace.hide()
        form.resultSplitter.setHandleWidth(1)
        form.resultSplitter.setStretchFactor(0, 0)
        form.resultSplitter.setStretchFactor(1, 1)
        sizes = self.shell.memory.recall(f"{self.key}/splitter")
        if sizes is not None:
            form.resultSplitter.restoreState(sizes)
        else:
            form.resultSplitter.setSizes([px(31), px(60)])
        form.resultSplitter.splitterMoved.connect(self._keep_sizes)
        self._preferred = self.services.settings.get().density
        density = self.shell.memory.word(f"{self.key}/density")
        if density in Density.__members__:
            self.list.set_density(Density[density])
        else:
            self.list.set_density(_HEIGHTS[self._preferred])
        stop = self.services.settings.changed.listen(self._follow_preferences)
        self.destroyed.connect(stop)

    def _follow_preferences(self, preferences: Preferences) -> None:
        """Chosen in the settings, the height counts here too, whatever this list had of its own."""
        if preferences.density is not self._preferred:
            self._preferred = preferences.density
            self.list.set_density(_HEIGHTS[self._preferred])

    def toggle_filters(self) -> None:
        """F: to the filters, or back to the list."""
        self.complete()
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
        elif self.list.empty.isVisible() and self._query is not None:
            self.list.focus_state()
        elif self.is_complete and self._filters_stand():
            self.filters.focus_first()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def walk_in(self) -> None:
        """Where there is one pane: to the person."""
        self._in_reader = True
        self._arrange()
        if self._width is WidthClass.SINGLE:
            self.reader.take_focus()

    def walk_out(self) -> None:
        """Where there is one pane: back to the list."""
        self._in_reader = False
        self._arrange()
        self._focus_list()

    def show_filters(self) -> None:
        """Open the filters where they are a drawer, and go there."""
        self.complete()
        self._drawer_open = not self._filters_stand()
        self._arrange()
        self.filters.focus_first()

    def _show_field(self, field: str) -> None:
        """Open the filters at that field."""
        self.complete()
        self._drawer_open = not self._filters_stand()
        self._arrange()
        self.filters.focus_on(field)

    def _leave_filters(self) -> None:
        self._drawer_open = False
        self._arrange()
        self._focus_list()

    def _filters_stand(self) -> bool:
        """Whether the filters have a place of their own."""
        return (
            self._width is WidthClass.WIDE and not self._pdf_stands and self.list.density is not Density.DENSE
        )

    @property
    def _pdf_stands(self) -> bool:
        return self.is_complete and self.files.is_shown

    def _arrange(self) -> None:
        form = self.form
        stand = self._filters_stand()
        pdf = self._pdf_stands
        read = self.is_complete and self.reader.resume is not None
        there = self.is_complete and self.reader.row is not None
        dense = self.list.density is Density.DENSE and not read
        if self.is_complete:
            self.filters.set_drawer(not stand)
            self.files.pane.set_narrow(self._width is not WidthClass.WIDE)
        form.filterPlace.setVisible(stand or self._drawer_open)
        index = form.searchSectionLayout.indexOf(form.filterPlace)
        if stand and index < 0:
            form.searchSectionLayout.insertWidget(0, form.filterPlace)
        elif not stand and index >= 0:
            form.searchSectionLayout.removeWidget(form.filterPlace)
        form.filterPlace.setFixedWidth(px(20))
        self._lay_drawer()
        self.head.filters_button.setVisible(not stand)
        self.head.chips.setVisible(not pdf and bool(self.head.conditions))
        form.resultArea.setMaximumWidth(
            px(31 if self._width is WidthClass.WIDE else 26) if pdf else 16_777_215
        )
        # What goes goes first: both together would be wider than the window.
        form.pdfPlace.setVisible(form.pdfPlace.isVisible() and pdf)
        nobody = self.list.is_empty and not there
        single = self._width is WidthClass.SINGLE
        person = self._in_reader and there
        form.listPlace.setMinimumWidth(0 if single else px(26))
        form.readerPlace.setMinimumWidth(0 if single else px(38))
        form.resultArea.setVisible(not (single and pdf))
        form.listPlace.setVisible(not (single and person))
        form.readerPlace.setVisible(not pdf and not dense and not nobody and (not single or person))
        self.back_line.setVisible(single)
        form.pdfPlace.setVisible(pdf)
        self.head.chips.fold()
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

    def _keep_sizes(self) -> None:
        state = self.form.resultSplitter.saveState()
        self.shell.memory.keep(f"{self.key}/splitter", bytes(state.data()))

    def _density(self, density: Density) -> None:
        self.shell.memory.keep_word(f"{self.key}/density", density.name)
        self._arrange()

    def _tell_head(self) -> None:
        at_person = self._width is WidthClass.SINGLE and not self.form.readerPlace.isHidden()
        asked = self._query is not None or not self._filters_stand()
        self.head.set_shown(asked and not at_person)
        self.head.show_result(self._result, present())
