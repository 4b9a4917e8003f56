"""The reader: the person in the middle, the acts at the foot.

Moving through the list shows our copy of a resume, or a short card with the price of reading: hh.ru counts
every full resume that is opened, so only Enter or a click opens one.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hhdesk.domain.costs import Cost
from hhdesk.domain.errors import HhdeskError, NoConnection, ViewLimitReached
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.listing import ListedResume
from hhdesk.domain.people import StoredFile, TimelineEvent
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Aged, Unreadable
from hhdesk.gui.actions import ActionId
from hhdesk.gui.acts import prices
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.theme import px
from hhdesk.gui.moments import present
from hhdesk.gui.resumes.contacts_act import ContactsAct
from hhdesk.gui.resumes.document import LARGE, Prepared, SearchedWords, prepare, weight
from hhdesk.gui.resumes.forgetting import ask_to_forget
from hhdesk.gui.resumes.reader_head import ReaderHead
from hhdesk.gui.resumes.reader_panes import FILES_TAB, HISTORY_TAB, MARGIN, RESUME_TAB, ReaderPanes
from hhdesk.gui.resumes.reader_prices import ReaderPrices
from hhdesk.gui.sections import Shell, act
from hhdesk.gui.sentences import sentence, way_words
from hhdesk.gui.tasks import Tasks
from hhdesk.gui.words import WayOut

if TYPE_CHECKING:
    from hhdesk.services.services import Services


class ResumeReader(ReaderPanes):
    """Shows one row of a list: the short card, our copy, or what hh.ru gave."""

    invite_asked = Signal(object)
    """ResumeShort whose person shall be invited."""
    pdf_asked = Signal(object)
    """ResumeShort whose PDF shall be shown."""
    file_asked = Signal(object)
    """StoredFile to be shown."""
    save_asked = Signal(object)
    """ResumeShort or StoredFile to be saved under a name that the person chooses."""
    shown = Signal(object)
    """Resume, whenever a full one is on the page."""
    turned = Signal()
    """Somebody else is chosen now, or nobody: what was asked for the one before is of no interest here."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._shell = services, shell
        self._row: ListedResume | None = None
        self._about = ""
        self._short: ResumeShort | None = None
        self._words = SearchedWords()
        self._coming: Resume | None = None
        """The full resume that is built out of sight."""
        self._tasks = Tasks(self, shell.board)
        self.head = ReaderHead(self.form, self._services, self)
        self.head.history_asked.connect(self.show_history)
        self.head.again_asked.connect(self.refresh)
        self._connect()
        self._bind_keys()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(150)
        self._late.timeout.connect(self._show_reading)
        self.retranslate()
        self.clear()

    # What is shown

    @property
    def row(self) -> ListedResume | None:
        """The row that is shown."""
        return self._row

    @property
    def resume(self) -> Resume | None:
        """The full resume on the page, None while only the card is."""
        return self._full

    def clear(self) -> None:
        """Nobody is chosen."""
        self._tasks.cancel_all()
        self._prices.forget()
        self._row = self._short = self._full = None
        self.form.readerTop.hide()
        self.form.readerTabs.hide()
        self.form.readerBody.hide()
        self.form.readerFoot.hide()
        self.confirm.refuse()
        self._turn("")

    def set_query(self, query: ResumeQuery | None) -> None:
        """Whose words are marked in texts."""
        self._words = SearchedWords(query)

    def show_row(self, row: ListedResume, *, opened: bool = False) -> None:
        """Show `row`: our copy or the short card. `opened` is a person's act: hh.ru is asked where needed."""
        if isinstance(row.resume, Unreadable):
            self.clear()
            return
        same = self._row is not None and self._row.key == row.key
        self._row, self._short = row, row.resume
        if not same:
            self._tasks.cancel_all()
            self._contacts_act.leave()
            self.contacts_button.setDisabled(self._contacts_act.is_opening(row.resume.id))
            self._full = None
            self._prices.forget()
            self.confirm.refuse()
            self.tabs.setCurrentIndex(RESUME_TAB)
            self._show_card(row.resume)
            self.head.load_photo(row.resume)
            self._recall(row)
            self._turn(row.key)
        if opened:
            self.open_now()
        elif not same and row.read_here:
            self._tasks.start("read", self._services.resumes.stored(row.resume.id), self._stored_came)

    def _turn(self, key: str) -> None:
        if key != self._about:
            self._about = key
            self.turned.emit()

    def _again(self, do: Callable[[], None]) -> Callable[[], None]:
        """What repeats `do` later for the person who is shown now, and for nobody else."""
        wanted = self._short.id if self._short is not None else None

        def again() -> None:
            if self._short is not None and self._short.id == wanted:
                do()
            else:
                self._shell.toast(self.tr("Somebody else is shown now: go back to repeat it"))

        return again

    def update_row(self, row: ListedResume) -> None:
        """The list knows more of the same person now."""
        if self._row is not None and self._row.key == row.key and not isinstance(row.resume, Unreadable):
            self._row = row
            self.head.show_short(row, self._full or row.resume, present())
            self._recall(row)
            self._show_prices()
            if self._full is not None:
                self._load_side(self._full)

    def _recall(self, row: ListedResume) -> None:
        """How somebody is known whom we met before."""
        short = row.resume
        if row.known_since is None or isinstance(short, Unreadable) or short.person_id is None:
            return
        work = self._services.responses.of_person(short.person_id)
        self._tasks.start("known", work, lambda responses: self.head.show_acquaintance(short, responses))

    def open_now(self) -> None:
        """The person opened this resume: our copy, or hh.ru's, which counts as a view."""
        if self._short is None:
            return
        self._waits()
        self._follow("read", self._services.resumes.open(self._short, act("open_resume")))

    def refresh(self) -> None:
        """Read the shown resume anew from hh.ru: the person asked for it."""
        if self._short is not None:
            self._waits()
            work = self._services.resumes.refresh(self._short, act("refresh_resume"))
            again = self._again(self.refresh)
            self._tasks.start("read", work, self._came, lambda error: self._failed(error, again))

    def costs(self) -> dict[str, Cost]:
        """What the acts on the shown person would spend, by command."""
        resume = self._full or self._short
        return self._prices.costs(resume) if resume is not None else {}

    def take_focus(self) -> None:
        """The keyboard comes here: letters are acts, Enter opens, Space reads on."""
        self.form.readerScroll.setFocus(Qt.FocusReason.OtherFocusReason)

    # Wiring

    def _connect(self) -> None:
        self.body.ready.connect(self._turn_page)
        self.card.open.clicked.connect(self.open_now)
        self.contacts.open_asked.connect(self.ask_contacts)
        self.contacts.offer_asked.connect(self._shell.open_browser)
        self.files.open_asked.connect(self.file_asked)
        self.files.save_asked.connect(self.save_asked)
        self._prices = ReaderPrices(self._services, self)
        self._prices.placed.connect(self._place_acts)
        self._contacts_act = ContactsAct(self._services, self.confirm, self)
        self._contacts_act.read.connect(self._came)
        self._contacts_act.opened.connect(self._contacts_came)
        self._contacts_act.nothing_to_ask.connect(self._to_contacts)
        self._contacts_act.failed.connect(self._contacts_failed)
        self.contacts_button.clicked.connect(self.ask_contacts)
        self._contacts_act.busy.connect(self._contacts_busy)
        self.invite_button.clicked.connect(self.ask_invite)
        self.pdf_button.clicked.connect(self.ask_pdf)
        self.save_button.clicked.connect(lambda: self.save_asked.emit(self._full or self._short))

    def _bind_keys(self) -> None:
        self.keys = KeyMap(self)
        self.bind_keys(self.keys)
        self.keys.bind(ActionId.OPEN, self.open_now, lambda: self.card.isVisible() and not on_a_button())

    def bind_keys(self, keys: KeyMap) -> None:
        """Let a pane around or beside the reader understand the reader's letters too."""

        def there() -> bool:
            return self._short is not None

        keys.bind(ActionId.CONTACTS, self.ask_contacts, there)
        keys.bind(ActionId.INVITE, self.ask_invite, there)
        keys.bind(ActionId.DOWNLOAD_PDF, self.ask_pdf, there)
        keys.bind(ActionId.HISTORY, self.show_history, there)
        keys.bind(ActionId.PAGE_DOWN, self._space, lambda: there() and not on_a_button())
        keys.bind(ActionId.PAGE_UP, self._back, there)

    # What comes

    def _show_card(self, short: ResumeShort) -> None:
        assert self._row is not None
        self._late.stop()
        self._reading.hide()
        self.limit.hide()
        self.body.clear()
        self.contacts.clear()
        for part in (self.form.readerTop, self.form.readerBody, self.form.readerFoot):
            part.show()
        self.head.show_short(self._row, short, present())
        self.head.show_age(None, present(), "")
        cost = self._services.resumes.read_cost(short)
        self.form.readerTabs.setVisible(self._row.read_here)
        self.card.show_short(short, cost, present())
        self.card.setVisible(not self._row.read_here)
        self._show_prices()
        self.form.readerScroll.verticalScrollBar().setValue(0)

    def _show_reading(self) -> None:
        self._reading.show()

    def _waits(self) -> None:
        self._reading.setText(self.tr("Reading from hh.ru…"))
        self._late.start()

    def _stored_came(self, aged: Aged[Resume] | None) -> None:
        if aged is not None:
            self._came(aged)
        elif self._short is not None:
            self.card.show()

    def _came(self, aged: Aged[Resume]) -> None:
        resume = aged.value
        if not aged.from_store:
            # A view was counted: the number in sight shall say so.
            self._tasks.start("quota", self._services.sync.look_at_quota())
        if self._short is None or resume.id != self._short.id:
            return
        price = prices.sentence(self._services.resumes.view_cost(), prices.Spends.OPEN)
        self.head.show_age(aged.fetched_at, present(), price)
        self._late.stop()
        self._reading.hide()
        if weight(resume) > LARGE:
            import asyncio

            self._tasks.start("prepare", asyncio.to_thread(prepare, resume, self._words), self._show_full)
        else:
            self._show_full(prepare(resume, self._words))

    def _show_full(self, prepared: Prepared) -> None:
        """Build the page out of sight; the card, or the copy before, stays till its first screen is there."""
        if self._short is None or prepared.resume.id != self._short.id:
            return
        self._coming = prepared.resume
        room = self.form.readerScroll.viewport().size() - QSize(2 * px(MARGIN), 0)
        self.body.show_resume(prepared, present().date(), room)

    def _turn_page(self) -> None:
        resume, self._coming = self._coming, None
        if self._short is None or self._row is None or resume is None or resume.id != self._short.id:
            return
        again = self._full is not None
        self._full = resume
        self.card.hide()
        self.limit.hide()
        self.form.readerTabs.show()
        self.head.show_short(self._row, resume, present())
        self.contacts.show_state(resume, self._services.contacts.cost(resume), present().date())
        self._tab_changed(self.tabs.currentIndex())
        if not again:
            if self.tabs.currentIndex() == RESUME_TAB:
                self.form.readerScroll.verticalScrollBar().setValue(0)
            self.head.load_photo(resume)
        self._show_prices()
        self._load_side(resume)
        self.shown.emit(resume)

    def _failed(self, error: HhdeskError, again: Callable[[], None]) -> None:
        self._late.stop()
        self._reading.hide()
        if isinstance(error, ViewLimitReached) and self._full is None:
            self._show_limit(error)
        else:
            self._shell.report(error, again=again)

    def _show_limit(self, error: HhdeskError) -> None:
        """The day's views are spent: when they renew, and what still works."""
        said = sentence(error)
        self.limit.say("gauge", said.title, said.text, "amber")
        responses = Button(way_words(WayOut.RESPONSES), kind=Kind.FILLED, name="limitResponses")
        responses.clicked.connect(lambda: self._shell.open_section("responses"))
        site = Button(way_words(WayOut.SITE), icon="external-link", name="limitSite")
        url = self._short.alternate_url if self._short is not None else ""
        site.clicked.connect(lambda: self._shell.open_browser(url))
        self.limit.set_buttons([responses, site])
        self.card.hide()
        self.limit.show()

    def _follow(self, key: str, came: AsyncIterator[Aged[Resume]]) -> None:
        async def read() -> None:
            async for aged in came:
                self._came(aged)

        again = self._again(self.open_now)

        def failed(error: HhdeskError) -> None:
            self._failed(error, again)
            if isinstance(error, NoConnection) and self._full is None:
                # Where the resume would be: what is missing, and why.
                self._reading.setText(self.tr("Not read here yet: without a connection it cannot be."))
                self._reading.show()

        self._tasks.start(key, read(), failed=failed)

    def _load_side(self, resume: Resume) -> None:
        if resume.person_id is not None:
            self._tasks.start("history", self._services.people.timeline(resume.person_id), self._history_came)
        else:
            self._history_came(())
        self._tasks.start("files", self._services.files.stored(resume.id), self._files_came)

    def _history_came(self, events: tuple[TimelineEvent, ...]) -> None:
        remembered = self._full.history if self._full is not None else ()
        self.history.show_events(events, remembered, present())
        count = len(events) + len(remembered)
        self.tabs.setTabText(HISTORY_TAB, self._counted(self.tr("History"), count))

    def _files_came(self, files: tuple[StoredFile, ...]) -> None:
        self.files.show_files(files, present())
        self.tabs.setTabText(FILES_TAB, self._counted(self.tr("Files"), len(files)))

    # Acts

    def ask_contacts(self) -> None:
        """Say what the contacts cost, and open them if the person agrees."""
        if self._short is not None:
            self._contacts_act.ask(self._short, self._full)

    def _to_contacts(self) -> None:
        self.tabs.setCurrentIndex(RESUME_TAB)
        self.form.readerScroll.ensureWidgetVisible(self.contacts)

    def _contacts_came(self, aged: Aged[Resume]) -> None:
        self._came(aged)
        if self._short is not None and aged.value.id == self._short.id:
            self.tabs.setCurrentIndex(RESUME_TAB)
            self.form.readerScroll.verticalScrollBar().setValue(0)

    def _contacts_busy(self, resume: ResumeId, busy: bool) -> None:
        if self._short is not None and self._short.id == resume:
            self.contacts_button.setDisabled(busy)

    def _contacts_failed(self, resume: ResumeId, error: HhdeskError) -> None:
        """Told also when the person has gone on, but not over somebody else's page."""
        if self._short is not None and self._short.id == resume:
            self._failed(error, self._again(self.ask_contacts))
        else:
            self._shell.report(error)

    def show_history(self) -> None:
        """The person's time line."""
        self.tabs.setCurrentIndex(HISTORY_TAB)

    def ask_forget(self) -> None:
        """The person shall be forgotten: that is for good, so it is asked once more."""
        shown = self._full or self._short
        if shown is not None:
            then = self._again(self._forgotten)
            ask_to_forget(shown, self._services, self._shell, self._tasks, then)

    def _forgotten(self) -> None:
        """Our copy is gone: what hh.ru shows of the card may stay."""
        row = self._row
        if row is not None:
            self.clear()
            nothing = {"read_here": False, "updated_since_read": False, "contacts_open": False}
            self.show_row(structs.replace(row, **nothing, invited=False, inviting=False, known_since=None))

    def ask_invite(self) -> None:
        """The person shall be invited: the dialog says what it costs."""
        if self._short is not None:
            self.invite_asked.emit(self._full or self._short)

    def ask_pdf(self) -> None:
        """The PDF shall be shown; it counts as a view where it is not kept here."""
        if self._short is not None:
            self.pdf_asked.emit(self._full or self._short)

    def _space(self) -> None:
        """Space reads on; on a card it opens the resume, like Enter."""
        if self._full is None and not self._tasks.is_running("read"):
            self.open_now()
        else:
            self.page(True)

    def _back(self) -> None:
        self.page(False)

    def _show_prices(self) -> None:
        resume = self._full or self._short
        if resume is not None:
            self._prices.show(resume)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word anew."""
        self.tabs.setTabText(RESUME_TAB, self.tr("Resume"))
        self.tabs.setTabText(HISTORY_TAB, self.tr("History"))
        self.tabs.setTabText(FILES_TAB, self.tr("Files"))
        for number, words in enumerate(self._added, start=FILES_TAB + 1):
            self.tabs.setTabText(number, words())
        self.tabs.setAccessibleName(self.tr("Parts of the resume"))
        self.form.readerScroll.setAccessibleName(self.tr("Resume"))
        self.contacts_button.set_words(self.tr("Contacts"))
        self.invite_button.set_words(self.tr("Invite"))
        self.pdf_button.set_words(self.tr("PDF"))
        self.save_button.set_words(self.tr("Save…"))
        self._show_anew()

    def _show_anew(self) -> None:
        """The person shown, in the words of now. Who is being read is read on, and comes in these words."""
        row, page = self._row, self._full is not None or self._coming is not None
        if row is None or self._short is None:
            return
        if self._tasks.is_running("read"):
            waits = self._late.isActive() or self._reading.isVisible()
            if not page:
                self._show_card(self._short)
            if waits:
                self._waits()
            return
        self._row = None
        self.show_row(row)
        if page and not self._tasks.is_running("read"):
            # The list may not have learned yet that it was read.
            self._tasks.start("read", self._services.resumes.stored(self._short.id), self._stored_came)

    @staticmethod
    def _counted(words: str, count: int) -> str:
        return f"{words} {count}" if count else words


def on_a_button() -> bool:
    """Whether Enter and Space belong to the button that has the focus."""
    return isinstance(QApplication.focusWidget(), QAbstractButton)
