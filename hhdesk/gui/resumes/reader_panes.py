"""The reader's parts and where they stand: tabs with their pages, acts at the foot. What they show is the
reader's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from hhdesk.domain.resumes import Resume
from hhdesk.gui.compiled.ui_resume_reader import Ui_ResumeReader
from hhdesk.gui.kit.actionbar import ActionBar
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.states import EmptyState
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.resumes.body import ResumeBody
from hhdesk.gui.resumes.card import Card
from hhdesk.gui.resumes.confirm_strip import ConfirmStrip
from hhdesk.gui.resumes.contacts_block import ContactsBlock
from hhdesk.gui.resumes.history import FilesView, HistoryView
from hhdesk.gui.resumes.texts import Text

RESUME_TAB: Final = 0
HISTORY_TAB: Final = 1
FILES_TAB: Final = 2
MARGIN: Final = 1.75
"""Space in em at the left and right of the page."""


class ReaderPanes(QWidget):
    """Builds and arranges; others may add pages and put acts of their own at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full: Resume | None = None
        self._pages: tuple[tuple[QWidget, ...], ...] = ()
        self._added: list[Callable[[], str]] = []
        self.foot_acts: Callable[[], tuple[Sequence[QWidget], Sequence[QWidget]]] | None = None
        """Acts for the foot, main ones and those at the right, in the place of the reader's own."""
        self.form = Ui_ResumeReader()
        self.form.setupUi(self)
        self.setObjectName("resumeReader")
        Theme.instance().surface(self, "page")
        Theme.instance().surface(self.form.readerPage, "page")
        # Wrapped texts tell a least height for their least width, which would stretch the page: its height
        # follows from its width alone.
        self.form.readerPage.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        Theme.instance().surface(self.form.readerFoot, "panel")
        self._build_tabs()
        self._build_pages()
        self._build_foot()

    def page(self, down: bool) -> bool:
        """Scroll by a screen; False when the end is reached."""
        bar = self.form.readerScroll.verticalScrollBar()
        before = bar.value()
        step = max(1, bar.pageStep() - px(2))
        bar.setValue(before + (step if down else -step))
        return bar.value() != before

    def _place_acts(self) -> None:
        """Anew whenever a price changed: the buttons change their widths with it."""
        if self.foot_acts is not None:
            self.acts.set_acts(*self.foot_acts())
            return
        main, minor = (self.contacts_button, self.invite_button), (self.pdf_button, self.save_button)
        # A file is saved from where it is read, too.
        self.acts.set_acts(main, minor, spare=[self.save_button])

    def refresh_acts(self) -> None:
        """The acts of `foot_acts` are others now."""
        self._place_acts()

    def add_page(self, page: QWidget, words: Callable[[], str]) -> None:
        """One more tab; `words` names it. It is there without the full resume too."""
        self._added.append(words)
        self._pages = (*self._pages, (page,))
        self.form.readerBodyLayout.addWidget(page)
        self.tabs.addTab(words())
        page.hide()

    def show_page(self, page: QWidget) -> None:
        """Go to the tab of a page that was added."""
        number = next(n for n, parts in enumerate(self._pages) if page in parts)
        self.card.hide()
        self.limit.hide()
        self.form.readerTabs.show()
        self.tabs.setCurrentIndex(number)
        self._tab_changed(number)

    # Building

    def _build_tabs(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setObjectName("readerTabBar")
        self.tabs.setDrawBase(True)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for _ in range(3):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._tab_changed)
        self.form.readerTabsLayout.setContentsMargins(px(MARGIN), 0, px(MARGIN), 0)
        self.form.readerTabsLayout.addWidget(self.tabs)

    def _build_pages(self) -> None:
        layout = self.form.readerBodyLayout
        layout.setContentsMargins(px(MARGIN), px(1.1), px(MARGIN), px(1.85))
        layout.setSpacing(px(1.1))
        self.card = Card()
        self.limit = EmptyState(name="readerLimit")
        self.limit.hide()
        self.contacts = ContactsBlock()
        self._reading = Text("", role="muted", name="readerReading")
        self._reading.hide()
        self.body = ResumeBody()
        self.history = HistoryView()
        self.files = FilesView()
        self._pages = (
            (self.contacts, self.body),
            (self.history,),
            (self.files,),
        )
        for widget in (
            self.card,
            self.limit,
            self._reading,
            self.contacts,
            self.body,
            self.history,
            self.files,
        ):
            layout.addWidget(widget)

    def _build_foot(self) -> None:
        self.confirm = ConfirmStrip()
        self.form.readerConfirm.addWidget(self.confirm)
        self.contacts_button = Button("", icon="lock", key="C", name="actContacts")
        self.invite_button = Button("", kind=Kind.FILLED, icon="mail-plus", key="I", name="actInvite")
        self.pdf_button = Button("", icon="file-down", key="D", name="actPdf")
        self.save_button = Button("", icon="save", name="actSaveFile")
        for button in (self.contacts_button, self.invite_button, self.pdf_button, self.save_button):
            # Not in the bar before it is known which acts stand there: the bar throws away what it loses.
            button.setParent(self)
            button.hide()
        self.acts = ActionBar(name="readerActs")
        self.form.readerFootLayout.setContentsMargins(0, 0, 0, 0)
        self.form.readerFootLayout.addWidget(self.acts)

    def _tab_changed(self, tab: int) -> None:
        for number, page in enumerate(self._pages):
            for part in page:
                there = self._full is not None or number > FILES_TAB
                part.setVisible(there and number == tab)
        if self._full is not None and tab == RESUME_TAB:
            self.contacts.setVisible(self.contacts.has_something())
