"""The Search section in the real window, on real services and the real sandbox."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from hhdesk.config import Configuration
from hhdesk.gui.browser import Browser as SystemBrowser
from hhdesk.gui.kit.theme import Scheme, Theme
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.services.services import Services
from hhdesk.store.secrets import Secrets
from tests.gui.resumes.search_desk import SearchDesk
from tests.gui.speaking import languages_of
from tests.sandbox_process import Sandbox
from tests.services.browser import Browser
from tests.workers import PROFILE, free_port

LoopFactory = Callable[[], asyncio.AbstractEventLoop]


class Loop(qasync.QEventLoop):  # type: ignore[misc]  # qasync is untyped
    """Qt's loop without the turn that qasync gives Qt after each fixture and test: no loop runs in it."""

    def run_until_complete(self, future: Any) -> Any:
        """Run until `future` is done, and not a turn longer."""
        task = asyncio.ensure_future(future, loop=self)

        def stop(_: object) -> None:
            self.stop()

        task.add_done_callback(stop)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(stop)
        return task.result()

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        """Remember what nobody expected: in the program it shows the crash page."""
        self.__dict__.setdefault("unexpected", []).append(context)
        super().call_exception_handler(context)

    def close(self) -> None:
        """Close connections first: one whose end waits for a turn would be found unclosed in a later test.
        A test in which something unexpected happened fails, whatever it looked at.
        """
        if not self.is_closed():
            for transport in list(self._transports.values()):
                transport.abort()
            self.run_until_complete(asyncio.sleep(0))
            self.run_until_complete(asyncio.sleep(0))
        super().close()
        for context in self.__dict__.pop("unexpected", ()):
            raise AssertionError(context["message"]) from context.get("exception")


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> dict[str, LoopFactory]:
    """Qt's loop for every coroutine here."""
    return {"qt": lambda: Loop(QApplication.instance() or QApplication([]))}


@pytest.fixture(autouse=True)
def no_turns_between_phases(monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest-qt turns Qt's loop between a test and its teardown: tasks would run there without theirs."""
    monkeypatch.setattr("pytestqt.plugin._process_events", lambda: None)


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %."""
    made = Theme.instance()
    made.install(qapp, Scheme.LIGHT)
    return made


@pytest.fixture
async def services(sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[Services]:
    """Services of the demo manager, signed in through the real consent form."""
    configuration = Configuration(
        data_directory=tmp_path / "data",
        api_url=sandbox.url,
        site_url=sandbox.url,
        client_id=sandbox.client_id,
        client_secret=sandbox.client_secret,
        contact="tests@example.com",
        redirect_port=free_port(),
    )
    made = await Services.open(configuration, secrets=Secrets(profile=PROFILE))
    if made.connect.keys() is None:
        await made.connect.load()
    await made.connect.sign_in(Browser())
    await made.settings.change(language="en")
    yield made
    await made.close()


@pytest.fixture
async def window(qapp: QApplication, services: Services, tmp_path: Path) -> AsyncIterator[MainWindow]:
    """The main window, 1440 x 900, in English."""
    memory = LayoutMemory(tmp_path / "window.ini")
    made = MainWindow(services.configuration, SystemBrowser(""), memory, languages_of(qapp), known=True)
    made.resize(1440, 900)
    made.show()
    made.begin(services)
    yield made
    made.end()
    made.hide()
    made.deleteLater()
    # Now, not when the loop is gone: the views' reads die with them.
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
    await asyncio.sleep(0)
    # A window is many megabytes, and part of cycles.
    gc.collect()


@pytest.fixture
async def desk(window: MainWindow, services: Services, sandbox: Sandbox) -> SearchDesk:
    """The section as a person uses it, with hh.ru's dictionaries there."""
    window.open_section("search")
    made = SearchDesk(window, services, sandbox)
    await made.ready()
    return made
