"""The one place where everything is built and wired, and where the event loop runs."""

from __future__ import annotations

import asyncio
import contextlib
import faulthandler
import importlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any, Final

import qasync
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from hhdesk.config import DEMO_PROFILE, Configuration
from hhdesk.domain.errors import HhdeskError, StoreKeyLost, StoreLocked
from hhdesk.gui.browser import Browser
from hhdesk.gui.garbage import GarbageCollector
from hhdesk.gui.kit.theme import Scheme, Theme
from hhdesk.gui.languages import Languages
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.measurements import FirstPaint, Heartbeat
from hhdesk.gui.warming import warm
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.services import profile

if TYPE_CHECKING:
    from hhdesk.demo import DemoServer
    from hhdesk.services.services import Services

_log = logging.getLogger(__name__)

_PATIENCE_SECONDS: Final = 0.5
"""How long the window waits for its store; a keyring that asks the person takes longer."""

_WORKERS: Final = 4
"""Threads for what would hold up the loop; one of them may wait for a keyring that asks the person."""


def run(configuration: Configuration) -> int:
    """Show the window and work until it is closed; returns the exit status."""
    _log_to_stderr()
    if configuration.tour is not None:
        from hhdesk.gui.tour.screen import enlarge_offscreen

        enlarge_offscreen()
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    # Closing the last window must not end the loop under main.
    app.setQuitOnLastWindowClosed(False)
    app.setApplicationName("hhdesk")
    app.setApplicationDisplayName("hhdesk")
    app.setDesktopFileName("local.hhdesk.hhdesk")
    with asyncio.Runner(loop_factory=lambda: _event_loop(app)) as runner:
        return runner.run(_main(app, configuration))


def _event_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
    # qasync would start ten threads at once; these come as they are needed. The store has its own.
    loop.set_default_executor(ThreadPoolExecutor(_WORKERS, "work"))
    return loop


async def _main(app: QApplication, configuration: Configuration) -> int:
    """From the first paint to the last write, in order."""
    if configuration.demo and configuration.tour is not None:
        _begin_anew(configuration)
    with _crash_log(configuration):
        server = _demo_server(configuration)
        if server is not None:
            configuration = configuration.for_demo(server.address)
        notes = profile.read(configuration.profile_directory)
        opening = asyncio.create_task(_open_stored(configuration)) if notes.account else None
        # The keyring is asked while the window is built.
        await asyncio.sleep(0)
        program = _Program(app, configuration, server, opening)
        try:
            return await program.until_closed()
        finally:
            await program.end()


class _Program:
    """Holds what has to be ended."""

    def __init__(
        self,
        app: QApplication,
        configuration: Configuration,
        server: DemoServer | None,
        opening: asyncio.Task[Services] | None,
    ) -> None:
        """`opening` are the services of whoever worked here last; None is a first start."""
        self._server = server
        self._opening = opening
        self._configuration = configuration
        self._services: Services | None = None
        self._plain = False
        self._key: bytes | None = None
        """What the person gave where no keyring has it."""
        self._closed = asyncio.Event()
        self._painted = asyncio.Event()
        memory = LayoutMemory(configuration.layout_file)
        # The store opens after the first paint: language and look of last time are in the layout file.
        zoom = int(memory.word("window/zoom", "100")) / 100
        Theme.instance().install(app, Scheme(memory.word("window/theme", Scheme.SYSTEM.value)), zoom)
        languages = Languages(app)
        languages.use(memory.word("window/language"))
        self._browser = Browser(configuration.browser, consents_itself=configuration.demo)
        self.window = MainWindow(configuration, self._browser, memory, languages, known=opening is not None)
        self.window.closed.connect(self._closed.set)
        self.window.demo_wanted.connect(_start_demo)
        self._heartbeat = Heartbeat(self.window)
        self._first_paint = FirstPaint(self.window, self._painted.set)
        self._garbage = GarbageCollector(self.window)
        sys.excepthook = lambda kind, error, trace: _tell_crash(error, self.window)
        threading.excepthook = _thread_ended
        asyncio.get_running_loop().set_exception_handler(self._unexpected)
        signal.signal(signal.SIGTERM, lambda number, frame: self.window.close())

    async def until_closed(self) -> int:
        """Work; a window that is closed while a question is open or a server starts ends that too."""
        working = asyncio.ensure_future(self.work())
        closing = asyncio.ensure_future(self._closed.wait())
        await asyncio.wait({working, closing}, return_when=asyncio.FIRST_COMPLETED)
        closing.cancel()
        if not working.done():
            # A start that was under way; what runs beside it is ended in order by `end`.
            working.cancel()
            await asyncio.wait({working})
        broken_off = 1 if self._configuration.tour is not None else 0
        return broken_off if working.cancelled() else working.result()

    async def work(self) -> int:
        """Paint what was there last, take up the session, follow the person until the window is closed."""
        await self._show_what_was()
        self.window.show()
        await self._painted.wait()
        self.window.complete()
        if self._configuration.tour is not None:
            # 250 beats a second are for measuring, not for somebody's battery.
            self._heartbeat.start()
        self._garbage.spare_what_stays()
        warming = asyncio.create_task(warm(), name="warm")
        if self._server is not None:
            await asyncio.to_thread(self._server.start)
        if self._services is None and not await self._open_services():
            return 1
        assert self._services is not None
        services = self._services
        if self._server is not None and not await self._server.ready():
            _log.error("the demo's server did not start")
            return 1
        await warming
        if not await self._take_up_session(services):
            return 1
        self.window.set_server_ready()
        if self._server is not None and services.connect.me is not None:
            await self._enter_demo_again(services)
        self._garbage.spare_what_stays()
        services.start()
        self.window.build_ahead()
        if self._configuration.tour is not None:
            return await self._tour(services)
        await self._closed.wait()
        return 0

    async def end(self) -> None:
        """Reads die, writes are finished or wait in the store, the store is closed, the child ended."""
        self._heartbeat.stop()
        # There is no window any more that could tell of a crash.
        sys.excepthook = sys.__excepthook__
        self.window.end()
        if self._services is not None:
            await self._services.close()
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, 0)
        if self._server is not None:
            await asyncio.to_thread(self._server.stop)

    async def _show_what_was(self) -> None:
        """Give the window the stored services, unless they take longer than a person likes to see nothing."""
        if self._opening is None:
            return
        await asyncio.wait({self._opening}, timeout=_PATIENCE_SECONDS)
        if self._opening.done() and self._opening.exception() is None:
            self._begin(self._opening.result(), sparing=True)

    def _begin(self, services: Services, *, sparing: bool = False) -> None:
        self._services = services
        self.window.begin(services, sparing=sparing)

    async def _open_services(self) -> bool:
        """Open the profile; where that fails, the person decides how to go on. False is closing."""
        # Imported beside the loop, so that the window answers meanwhile.
        await asyncio.to_thread(importlib.import_module, "hhdesk.services.services")
        from hhdesk.services.services import Services

        while self._services is None:
            opening, self._opening = self._opening, None
            try:
                self._begin(
                    await (
                        opening
                        or Services.open(self._configuration, plain=self._plain, key=self._key, session=False)
                    )
                )
            except HhdeskError as error:
                if not await self._decide(error):
                    return False
        return True

    async def _take_up_session(self, services: Services) -> bool:
        """Read keys and tokens; a keyring that stays closed is the person's to open. False is closing."""
        while True:
            try:
                await services.load_session()
            except HhdeskError as error:
                if not await self._decide(error):
                    return False
            else:
                return True

    async def _enter_demo_again(self, services: Services) -> None:
        """The server of the last start took its tokens with it; a new one asks nobody who was in before."""
        try:
            await services.connect.sign_in(self._browser.open_sign_in)
        except HhdeskError as error:
            # The window says so and offers to sign in.
            _log.warning("demo: not signed in again: %s", type(error).__name__)

    async def _decide(self, error: HhdeskError) -> bool:
        """Ask the person and do it; False is closing."""
        _log.warning("the profile did not open: %s", type(error).__name__)
        if self._configuration.tour is not None:
            return False
        from hhdesk.gui.store_trouble import StoreTroublePage, Wanted

        wanted, text = await StoreTroublePage.decide(self.window, error)
        if wanted is Wanted.SET_ASIDE:
            self._key = None
            try:
                await asyncio.to_thread(_set_aside, self._configuration, error)
            except HhdeskError as trouble:
                return await self._decide(trouble)
        elif wanted is Wanted.PLAIN:
            self._plain = True
        elif wanted in (Wanted.RECOVER, Wanted.PASSPHRASE):
            await self._take_key(wanted is Wanted.RECOVER, text)
        return wanted is not Wanted.CLOSE

    async def _take_key(self, from_paper: bool, text: str) -> None:
        from hhdesk.services import recovery, stores

        if from_paper:
            self._key = recovery.key_of(text)
        else:
            self._key = await stores.passphrase_key(self._configuration, text)

    async def _tour(self, services: Services) -> int:
        from hhdesk.gui.tour.tour import Desk, take

        desk = Desk(self.window, services, self._configuration, self._first_paint, self._heartbeat)
        return await take(desk)

    def _unexpected(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A bug in a task: one redacted page, not a dead window."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            _tell_crash(error, self.window)
        else:
            _log.error("loop: %s", context.get("message", ""))


def _begin_anew(configuration: Configuration) -> None:
    """The demo's server begins anew at each start: a tour must not meet what an earlier one remembers."""
    if configuration.profile == DEMO_PROFILE:
        # Where somebody works on it, opening says so.
        with contextlib.suppress(StoreLocked):
            _clear(configuration)


def _clear(configuration: Configuration) -> None:
    """Forget what an earlier demo knew. Raises StoreLocked."""
    from hhdesk.store.paths import clear_profile

    clear_profile(configuration.profile_directory)


def _demo_server(configuration: Configuration) -> DemoServer | None:
    if not configuration.demo:
        return None
    from hhdesk.demo import DemoServer, note_port, noted_port, own_port

    _log.info("demo: invented people on this computer; without a keyring the store is not encrypted")
    folder = configuration.profile_directory
    noted = noted_port(folder)
    server = DemoServer(noted or own_port(folder))
    if noted not in (None, server.port):
        # Every address in the store is of the old port, and the server begins anew anyway.
        try:
            _clear(configuration)
        except StoreLocked:
            # It is taken by the demo that works on this profile; opening says so.
            return server
    note_port(folder, server.port)
    return server


async def _open_stored(configuration: Configuration) -> Services:
    """The services of whoever worked last, before the session is known."""
    from hhdesk.services.services import Services

    return await Services.open(configuration, session=False)


def _set_aside(configuration: Configuration, error: HhdeskError) -> None:
    """Rename the store that did not open, or all where the key of all is lost; nothing is deleted.

    Raises StoreLocked, StoreTrouble.
    """
    from hhdesk.services import stores
    from hhdesk.store import damage, paths

    folder = configuration.profile_directory
    if isinstance(error, StoreKeyLost):
        files = list(folder.glob(f"*/{paths.DATABASE_NAME}"))
    else:
        files = [paths.database_file(folder, stores.last_account(profile.read(folder)))]
    for database in files:
        damage.set_aside(database, datetime.now().astimezone())


def _tell_crash(error: BaseException, window: MainWindow) -> None:
    if isinstance(error, KeyboardInterrupt):
        window.close()
        return
    from hhdesk.gui.crash import CrashPage

    CrashPage.tell(error, window)


def _thread_ended(given: threading.ExceptHookArgs) -> None:
    from hhdesk.gui.crash import redacted

    if given.exc_value is not None:
        _log.error("thread:\n%s", redacted(given.exc_value))


def _start_demo() -> None:
    """The demo is a program and a profile of its own."""
    import subprocess

    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hhdesk"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HHDESK_CLIENT")}
    subprocess.Popen([*command, "--demo"], env=environment, start_new_session=True)


def _log_to_stderr() -> None:
    level = logging.DEBUG if os.environ.get("HHDESK_DEBUG") else logging.INFO
    logging.basicConfig(level=level, format="%(levelname).1s %(name)s: %(message)s", stream=sys.stderr)
    for chatty in ("httpx", "httpcore", "qasync", "asyncio", "keyring"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


@contextlib.contextmanager
def _crash_log(configuration: Configuration) -> Iterator[None]:
    """Where the interpreter writes its stacks if it dies: places only, no values."""
    configuration.profile_directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    file: IO[str]
    with (configuration.profile_directory / "crash.log").open("w", encoding="utf-8") as file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
