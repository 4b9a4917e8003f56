"""What sections may ask of the window: toasts, reports, strips, questions, ways to other places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhdesk.domain.connection import Connection, ConnectionState
from hhdesk.domain.errors import (
    Cancelled,
    CaptchaRequired,
    HhdeskError,
    NoConnection,
    SessionLost,
    TakenBackTooLate,
)
from hhdesk.domain.identity import NegotiationId, PersonId, ResumeId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.values import Captcha
from hhdesk.gui.act_toasts import ActToasts
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.moments import clock
from hhdesk.gui.notice import Notice
from hhdesk.gui.sections import Place, Question, ToastKind, Way, WidthClass
from hhdesk.gui.sentences import sentence, way_words
from hhdesk.gui.tasks import TaskBoard, Tasks
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.gui.words import WayOut

if TYPE_CHECKING:
    from hhdesk.gui.browser import Browser
    from hhdesk.gui.main_window import MainWindow
    from hhdesk.services.services import Services


class WindowShell(QObject):
    """The Shell of gui/sections, over one window."""

    def __init__(
        self,
        window: MainWindow,
        floor: QWidget,
        browser: Browser,
        memory: LayoutMemory,
        place: QVBoxLayout,
    ) -> None:
        """Toasts stand at the foot of `floor`; notices go into `place`, over the section that is shown."""
        super().__init__(window)
        self._window = window
        self._browser = browser
        self._board = window.board
        self._memory = memory
        self._services: Services | None = None
        self._tasks = Tasks(window, self._board)
        self._tasks.failed.connect(self.report)
        self._toasts = ActToasts(self, floor)
        self.toaster = self._toasts.toaster
        self._offline_since: datetime | None = None
        self._waiting = 0
        self._online = True
        self.offline = Notice("offlineNotice", window)
        self.session = Notice("sessionNotice", window)
        self.captcha = Notice("captchaNotice", window)
        for notice in (self.session, self.offline, self.captcha):
            place.addWidget(notice)

    def begin(self, services: Services) -> None:
        """From now on there is somebody to ask."""
        self._services = services
        self._toasts.begin(services.outbox)
        self._window.destroyed.connect(services.people.expired.listen(self._toasts.tell_expired))

    # The Shell of sections

    @property
    def board(self) -> TaskBoard:
        """Long work that the status bar shows."""
        return self._board

    @property
    def memory(self) -> LayoutMemory:
        """Remembered sizes."""
        return self._memory

    @property
    def width_class(self) -> WidthClass:
        """The present width."""
        return self._window.width_class

    def toast(
        self, words: str, *, kind: ToastKind = ToastKind.TOLD, way: Way | None = None, seconds: int = 0
    ) -> None:
        """Tell something in passing."""
        self._toasts.show(words, kind=kind, way=way, seconds=seconds)

    def queued(self, *entries: OutboxEntry) -> None:
        """The ring runs until the first is sent; the way takes them back, all of one act together."""
        self._toasts.tell_queued(entries, online=self._online)

    def report(self, error: HhdeskError, *, again: Callable[[], None] | None = None) -> None:
        """A strip where it stays so, else a toast."""
        if isinstance(error, SessionLost | NoConnection):
            # The strips of the connection tell it, and its ways out.
            known = not self._online
            if self._services is not None:
                self._services.sync.note(error)
            if known and again is not None and isinstance(error, NoConnection):
                # The strip stands already: what was asked for just now has to be answered too.
                self._tell_offline(again)
            return
        if isinstance(error, CaptchaRequired):
            self.solve_captcha(error.captcha, again)
            return
        self._toasts.say(lambda: self._tell_trouble(error, again))

    def _tell_trouble(self, error: HhdeskError, again: Callable[[], None] | None) -> None:
        said = sentence(error)
        self.toast(said.whole, kind=ToastKind.TROUBLE, way=self._first_way(error, said.ways, again))

    def _tell_offline(self, again: Callable[[], None]) -> None:
        words = self.tr("No connection: this works once it is back")
        if all(toast.words != words for toast in self.toaster.toasts):
            self.toast(words, kind=ToastKind.TROUBLE, way=Way("way_retry", way_words(WayOut.RETRY), again))

    def go(self, way: WayOut, request_id: str = "") -> bool:
        """Take a way out that leads out of a section; False for one that is the section's own."""
        goes = self._goes(request_id)
        if way in goes:
            goes[way]()
        return way in goes

    def open_section(self, key: str, place: Place | None = None) -> None:
        """Show a section."""
        self._window.open_section(key, place)

    def open_person(
        self,
        resume_id: ResumeId,
        person_id: PersonId | None = None,
        negotiation_id: NegotiationId | None = None,
    ) -> None:
        """Show a person: at the response where only that is known of them, or where `negotiation_id` asks for
        it, else where resumes are read.

        Without a connection always the latter: what is kept needs no list of hh.ru's.
        """
        there = Place(resume_id=resume_id, person_id=person_id)
        if self._services is None:
            return
        self._tasks.start(
            "person",
            self._response_of(self._services, resume_id, negotiation_id),
            lambda response: self._open_person(response, there),
        )

    @staticmethod
    async def _response_of(
        services: Services, resume: ResumeId, wanted: NegotiationId | None
    ) -> Response | None:
        """The wanted response, or the newest of somebody whom nothing else brought, where its list can be
        asked for.
        """
        can_ask = services.connect.connection.can_ask and services.sync.status.online
        if not can_ask or (wanted is None and await services.resumes.was_listed(resume)):
            return None
        found = await services.responses.of_resume(resume)
        return next((one for one in found if wanted in (None, one.id)), None)

    def _open_person(self, response: Response | None, person: Place) -> None:
        if response is None or response.vacancy_id is None:
            self._window.open_section("search", person)
            return
        state = response.employer_state
        place = replace(
            person,
            vacancy_id=response.vacancy_id,
            negotiation_id=response.id,
            collection_id=state.id if state is not None else "",
        )
        self._window.open_section("responses", place)

    def open_browser(self, url: str) -> None:
        """Leave hhdesk for an address."""
        self._browser.open(url)

    def start_sign_in(self) -> None:
        """Sign in again, in the browser; unsent work is kept."""
        services = self._services
        if services is not None:
            work = services.connect.sign_in(self._browser.open_sign_in)
            self._tasks.start("sign_in", work, lambda me: self.session.hide(), failed=self._sign_in_failed)

    def solve_captcha(self, captcha: Captcha, repeat: Callable[[], None] | None) -> None:
        """The strip leads to hh.ru's check and repeats what waited for it."""
        said = sentence(CaptchaRequired())

        def go() -> None:
            services = self._services
            if services is not None:
                work = services.connect.solve_captcha(captcha, self._browser.open)
                self._tasks.start("captcha", work, lambda came: self._captcha_done(came, repeat))

        ways = (Way("solveCaptcha", way_words(WayOut.CAPTCHA), go), self._repeat_way(repeat))
        self.captcha.tell(Tone.AMBER, "shield-check", said.title, said.text, ways)

    def confirm(self, question: Question, then: Callable[[], None]) -> None:
        """Ask in a sheet over the window."""
        from hhdesk.gui.question import ask

        ask(self._window, question, then)

    # What the window tells

    def retranslate(self) -> None:
        """Strips speak the new language when they are told anew, which the window does next. Toasts that can
        be said anew are; the others, which pass soon, go.
        """
        self._toasts.retranslate()
        self._offline_since = None
        if self.captcha.isVisible():
            said = sentence(CaptchaRequired())
            self.captcha.title.setText(said.title)
            self.captcha.text.setText(said.text)

    def show_reach(self, online: bool, since: datetime | None, waiting: int) -> None:
        """The strip of a lost connection."""
        self._online = online
        if online:
            self.offline.hide()
            self._offline_since = None
            return
        if since == self._offline_since and waiting == self._waiting and self.offline.isVisible():
            return
        new = self._offline_since is None
        self._offline_since, self._waiting = since, waiting
        time = clock(since) if since is not None else ""
        title = self.tr("No connection since {time}").format(time=time) if time else self.tr("No connection")
        text = self.tr("Showing saved data.")
        if waiting:
            text = self.tr("Showing saved data; %n act(s) wait.", "", waiting)
        way = Way("checkConnection", self.tr("Check"), self._check)
        self.offline.tell(Tone.AMBER, "wifi-off", title, text, (way,), announce=new)

    def show_waiting(self, waiting: int) -> None:
        """The strips that stand tell how many acts wait."""
        services = self._services
        if services is None or waiting == self._waiting:
            return
        if self.offline.isVisible():
            self.show_reach(False, self._offline_since, waiting)
        self._waiting = waiting
        if self.session.isVisible():
            self.show_connection(services.connect.connection, waiting)

    def show_connection(self, connection: Connection, waiting: int) -> None:
        """The strip of a lost session."""
        if connection.state is ConnectionState.SIGNING_IN and self.session.isVisible():
            way = Way("cancelSignIn", self.tr("Cancel"), self._cancel_sign_in)
            self.session.tell(
                Tone.NEUTRAL, "log-in", self.tr("Waiting for the browser"), "", (way,), announce=False
            )
        elif connection.state in (ConnectionState.SESSION_LOST, ConnectionState.SIGNED_OUT):
            lost = connection.state is ConnectionState.SESSION_LOST
            title = self.tr("hh.ru asks to sign in again") if lost else self.tr("You are signed out")
            text = self.tr("Outbox is paused, nothing lost.")
            if waiting:
                text = self.tr("Outbox is paused, %n act(s) kept.", "", waiting)
            way = Way("signInAgain", self.tr("Sign in"), self.start_sign_in)
            self.session.tell(Tone.ACCENT, "log-in", title, text, (way,))
        elif connection.state is ConnectionState.SIGNED_IN:
            self.session.hide()

    def follow_outbox(self, entry: OutboxEntry) -> None:
        """Tell the end of what the person decided; its beginning is told by whoever added it."""
        self._toasts.follow(entry)

    def tell_stopped(self, error: HhdeskError) -> None:
        """The outbox waits for the person; a lost session has its strip already."""
        services = self._services
        if services is None or isinstance(error, SessionLost):
            return
        if isinstance(error, CaptchaRequired):
            self.report(error)
            return
        reason = services.outbox.summary().pause_reason
        way = Way("goOn", self.tr("Continue"), lambda: services.outbox.resume(reason))
        words = self.tr("{trouble}. Letters wait in the outbox.").format(trouble=sentence(error).title)
        self.toast(words, kind=ToastKind.TROUBLE, way=way)

    def take_back(self, *identifiers: int) -> None:
        """Stop entries before they are sent."""
        services = self._services
        if services is not None:
            work = services.outbox.take_back_all(identifiers)
            self._tasks.start(f"take_back_{identifiers}", work, self._taken_back)

    def take_back_last(self) -> None:
        """Ctrl+Z: stop what was decided last and still waits, all of it."""
        services = self._services
        entries = services.outbox.last_undoable() if services is not None else ()
        if entries:
            self.take_back(*(entry.id for entry in entries))
        else:
            self.toast(self.tr("Nothing waits that could be taken back"))

    def copy(self, text: str) -> None:
        """To the clipboard, with a word."""
        QGuiApplication.clipboard().setText(text)
        self.toast(self.tr("Copied"), kind=ToastKind.DONE)

    def _taken_back(self, entries: tuple[OutboxEntry, ...]) -> None:
        if not entries:
            self.report(TakenBackTooLate())
        else:
            self._toasts.tell_taken_back(entries)

    def _sign_in_failed(self, error: HhdeskError) -> None:
        services = self._services
        if services is not None:
            self.show_connection(services.connect.connection, services.outbox.summary().waiting)
        if not isinstance(error, Cancelled):
            self.report(error)

    def _first_way(
        self, error: HhdeskError, ways: Sequence[WayOut], again: Callable[[], None] | None
    ) -> Way | None:
        """The first of a sentence's ways out that leads somewhere from here, else the request's code."""
        goes = self._goes(error.request_id)
        if again is not None:
            goes |= {WayOut.RETRY: again, WayOut.REPEAT: again, WayOut.FOLDER: again}
        way = next((way for way in (*ways, WayOut.CODE) if way in goes), None)
        return Way(f"way_{way.value}", way_words(way), goes[way]) if way is not None else None

    def _goes(self, request_id: str) -> dict[WayOut, Callable[[], None]]:
        """Ways out that lead out of a section."""
        goes: dict[WayOut, Callable[[], None]] = {
            WayOut.SIGN_IN: self.start_sign_in,
            WayOut.OUTBOX: lambda: self.open_section("outbox"),
            WayOut.RESPONSES: lambda: self.open_section("responses"),
            WayOut.SITE: self._open_site,
            WayOut.ACCOUNTS: self._window.account_menu.popup,
            WayOut.KEYS: lambda: self._window.show_keys(WayOut.KEYS),
            WayOut.PORT: lambda: self._window.show_keys(WayOut.PORT),
            WayOut.QUIT: self._leave,
        }
        if request_id:
            goes[WayOut.CODE] = lambda: self.copy(request_id)
        return goes

    def _leave(self) -> None:
        self._window.close()

    def _open_site(self) -> None:
        if self._services is not None:
            self._browser.open(self._services.configuration.site_url)

    def _cancel_sign_in(self) -> None:
        self._tasks.cancel("sign_in")

    def _captcha_done(self, came_back: bool, repeat: Callable[[], None] | None) -> None:
        if came_back:
            self._after_captcha(repeat)

    def _after_captcha(self, repeat: Callable[[], None] | None) -> None:
        """hh.ru takes work again: what asked for the check is repeated, the outbox goes on."""
        self.captcha.hide()
        if self._services is not None:
            self._services.outbox.resume(CaptchaRequired.__name__)
        if repeat is not None:
            repeat()

    def _repeat_way(self, repeat: Callable[[], None] | None) -> Way:
        def again() -> None:
            self._after_captcha(repeat)

        return Way("repeatAfterCaptcha", way_words(WayOut.REPEAT), again)

    def _check(self) -> None:
        services = self._services
        if services is not None:
            services.sync.refresh_now()
