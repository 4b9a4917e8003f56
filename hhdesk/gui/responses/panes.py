"""The panes of the Responses section and where they stand at each width."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.negotiations import Collection
from hhdesk.gui.back_line import BackLine
from hhdesk.gui.compiled.ui_responses_section import Ui_ResponsesSection
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Label, Rule, tip
from hhdesk.gui.kit.panes import PaneHead, SplitView, column, row
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Size, Space, Type
from hhdesk.gui.moments import present
from hhdesk.gui.responses.acting import Acting
from hhdesk.gui.responses.reader import ResponseReader
from hhdesk.gui.responses.response_list import ResponseListPane
from hhdesk.gui.responses.tree import VacancyTree
from hhdesk.gui.resumes.file_acts import FileActs
from hhdesk.gui.sections import Section, Shell, WidthClass

if TYPE_CHECKING:
    from hhdesk.services.services import Services


class _PickButton(Button):
    """A head that opens: its words are as strong as those of other heads."""

    def _font(self) -> QFont:
        return type_font(Type.STRONG)


class ResponsesPanes(Section):
    """Tree (or its drop-down), list, person or PDF. What is asked of hh.ru is the section's affair."""

    key: ClassVar[str] = "responses"
    icon: ClassVar[str] = "inbox"

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._width = WidthClass.WIDE
        self._tree_open = False
        self._in_reader = False
        self._vacancy = VacancyId("")
        self._collection: Collection | None = None
        self.form = Ui_ResponsesSection()
        self.form.setupUi(self)
        Theme.instance().surface(self, "list")
        self.tree = VacancyTree()
        self.tree_head = PaneHead("", name="treeHead")
        self.list = ResponseListPane(self.form, present, self)

    def steps(self) -> tuple[Callable[[], None], ...]:
        return (self._build_reader, self._build_rest)

    def handle_width(self, width: WidthClass) -> None:
        self._width = width
        self._tree_open = False
        if self.is_complete:
            self._arrange()

    def panes(self) -> tuple[QWidget, ...]:
        """F6 goes round them."""
        panes = (self.tree, self.list.view, self.files.pane, self.reader.resume.form.readerScroll)
        return tuple(pane for pane in panes if pane.isVisible())

    def toast_floor(self) -> tuple[QWidget, ...]:
        resume = self.reader.resume
        return (self.reader.chat.writing, resume.confirm, self.reader.gathered, resume.form.readerFoot)

    # Widths

    def toggle_tree(self) -> None:
        """Open or close the drop-down of vacancies and lists, where the tree has no place of its own."""
        self._tree_open = not self._tree_open and not self._tree_stands()
        self._arrange()
        (self.tree if self._tree_open else self.list.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_tree(self) -> None:
        """A list was chosen in it."""
        if self._tree_open:
            self.toggle_tree()

    def walk_in(self) -> None:
        """Where there is one pane: to the person."""
        self._in_reader = True
        self._arrange()
        if self._width is WidthClass.SINGLE:
            # The list is gone with the keyboard.
            self.reader.resume.take_focus()

    def step_back(self) -> bool:
        """Esc: out of the drop-down, the PDF, the person, the gathered rows; False where there is nothing."""
        if self._tree_open:
            self.toggle_tree()
        elif self.files.is_shown:
            self.files.leave()
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._in_reader and self._width is WidthClass.SINGLE:
            self._in_reader = False
            self._arrange()
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.model.ticked:
            self.list.untick()
        elif self.list.view.isVisible() and not self.list.view.hasFocus():
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no field took walks back."""
        if event.key() == Qt.Key.Key_Escape and self.step_back():
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_drop_down()

    def _tree_stands(self) -> bool:
        return self._width is WidthClass.WIDE

    def _arrange(self) -> None:
        form, stands = self.form, self._tree_stands()
        index = self.split.indexOf(form.treeArea)
        if stands and index < 0:
            self.split.insertWidget(0, form.treeArea)
            self.split.setSizes([px(18.5), px(26), max(px(40), self.width() - px(44.5))])
        elif not stands and index >= 0:
            form.treeArea.setParent(self)
        form.treeArea.setVisible(stands or self._tree_open)
        single = self._width is WidthClass.SINGLE
        self.split.set_single(single)
        person = self._in_reader or self.files.is_shown
        # What goes goes first: both together would be wider than the window.
        form.responsesArea.setVisible(not (single and person))
        form.responsesReaderPlace.setVisible(not single or person)
        self._back_line.setVisible(single and not self.files.is_shown)
        self.reader.setVisible(not self.files.is_shown)
        self.files.pane.setVisible(self.files.is_shown)
        self.files.pane.set_narrow(not stands)
        self.picker.setVisible(not stands)
        form.treeHeadPlace.setVisible(stands)
        self._tell_picker()
        self._lay_drop_down()

    def _lay_drop_down(self) -> None:
        area = self.form.treeArea
        if self._tree_open and not self._tree_stands():
            top = self.picker.mapTo(self, self.picker.rect().bottomLeft()).y() + 1
            area.setGeometry(0, top, self.form.responsesArea.width(), self.height() - top)
            area.show()
            area.raise_()

    # Building

    def _build_reader(self) -> None:
        self.reader = ResponseReader(self.services, self.shell, self)
        self.reader.hide()

    def _build_rest(self) -> None:
        self.files = FileActs(self.services, self.shell, self)
        self.acting = Acting(self.services, self.shell, self)
        self._build_picker()
        self._place_panes()
        self.files.shown.connect(self._arrange)
        self.back.clicked.connect(self.step_back)

    def _place_panes(self) -> None:
        form = self.form
        form.treeHeadPlaceLayout.addWidget(self.tree_head)
        form.treePlaceLayout.addWidget(self.tree)
        foot = QWidget()
        foot.setObjectName("treeFoot")
        Theme.instance().surface(foot, "panel")
        line = row(foot, margins=(0.35, 0.15, 0.35, 0.15))
        self.queue_button = Button("", kind=Kind.QUIET, icon="layers", key="G", name="oneQueue")
        line.addWidget(self.queue_button)
        line.addStretch(1)
        form.treePlaceLayout.addWidget(Rule())
        form.treePlaceLayout.addWidget(foot)
        form.responsesAreaLayout.insertWidget(0, self.picker)
        self._back_line = BackLine("responsesBack")
        self.back = self._back_line.button
        form.responsesReaderPlaceLayout.addWidget(self._back_line)
        form.responsesReaderPlaceLayout.addWidget(self.reader)
        form.responsesReaderPlaceLayout.addWidget(self.files.pane)
        self.split = SplitView("responses.split", self.shell.memory)
        self.split.add_pane(form.treeArea, width=18.5, least=14)
        self.split.add_pane(form.responsesArea, width=26, least=22)
        self.split.add_pane(form.responsesReaderPlace, width=56, least=38, stretch=1)
        self.split.setSizes([px(18.5), px(26), px(60)])
        form.responsesSectionLayout.addWidget(self.split)
        self.split.recall()

    def _build_picker(self) -> None:
        """Over the list, where the tree has no place: the vacancy, its counters, the way to others."""
        self.picker = QWidget()
        self.picker.setObjectName("vacancyPicker")
        self.picker.setFixedHeight(px(Size.HEAD))
        Theme.instance().surface(self.picker, "panel")
        lines = column(self.picker, spacing=0)
        whole = row(margins=(0.35, 0, Space.LARGE, 0))
        lines.addLayout(whole, 1)
        lines.addWidget(Rule())
        self.picker_button = _PickButton("", kind=Kind.QUIET, menu_arrow=True, name="vacancyPick")
        self.picker_button.clicked.connect(self.toggle_tree)
        self._picker_new = Label("", Type.STRONG, "accent", name="vacancyPickNew")
        self._picker_total = Label("", Type.BODY, "muted", name="vacancyPickTotal")
        whole.addWidget(self.picker_button)
        whole.addStretch(1)
        whole.addWidget(self._picker_new)
        whole.addWidget(self._picker_total)

    def _tell_picker(self) -> None:
        found = next((one for one in self.tree.vacancies if one.id == self._vacancy), None)
        name = found.name if found is not None else self.tr("Choose a vacancy")
        font = QFontMetrics(type_font(Type.STRONG))
        room = max(px(8), self.form.responsesArea.width() - px(9))
        self.picker_button.set_words(font.elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.picker_button.setToolTip(tip(name))
        number = QLocale().toString
        new = found.counters.unread_responses if found is not None else 0
        self._picker_new.setText(number(new) if new else "")
        self.back.set_words(self._collection.name if self._collection is not None else self.name())
        self._picker_total.setText(number(found.counters.responses) if found is not None else "")
