"""The window on a bad day, as a person meets it: what it says, which ways out it offers, and taking them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from hhdesk.config import Configuration
from hhdesk.domain.account import ClientKeys
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.browser import Browser as SystemBrowser
from hhdesk.gui.kit.buttons import Button, LinkButton
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.notice import Notice
from hhdesk.gui.outbox.section import OutboxSection
from hhdesk.gui.responses.section import ResponsesSection
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.services.services import Services
from hhdesk.store.secrets import Secrets
from tests.gui.kit.waiting import lay_out
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.speaking import languages_of
from tests.sandbox_process import Sandbox
from tests.services.browser import Browser, Change
from tests.workers import PROFILE, free_port

W = TypeVar("W", bound=QWidget)

KEYS = ClientKeys(client_id="demo-client", client_secret="demo-secret", contact="tests@example.com")
SEARCH = "search-for-resumes"
RESUME = "get-resume"
FILE = "download-resume"
VACANCIES = "get-active-vacancy-list"
RESPONSES = "get-collection-negotiations-list"
MOVE = "change-negotiation-action"
INVITE = "invite-applicant-to-vacancy"
POST = "chat-message-post"
_WITH_BUTTONS = frozenset({"/oauth/authorize", "/captcha"})


async def until(true: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait until `true` says so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        await asyncio.sleep(0.005)


@dataclass(frozen=True)
class Said:
    """What a strip, a page or a state says, with the names of its ways out."""

    title: str
    text: str
    ways: tuple[str, ...] = ()


class PersonsBrowser(SystemBrowser):
    """Where hhdesk sends the person; `decision` is what they press there, None is nothing."""

    def __init__(self) -> None:
        super().__init__("")
        self.decision: str | None = "allow"
        self.change: Change = lambda address: address
        self.opened: list[str] = []
        self._visits: list[Browser] = []

    def open(self, address: str) -> None:
        """Visit the page and press the button on it, where it has one."""
        self.opened.append(address)
        if self.decision is not None and urlsplit(address).path in _WITH_BUTTONS:
            visit = Browser(self.decision, self.change)
            self._visits.append(visit)
            visit(address)

    def open_sign_in(self, address: str) -> None:
        """As any page."""
        self.open(address)

    async def leave(self) -> None:
        """Every page was left: what it asks for would reach the sandbox of the next test."""
        for visit in self._visits:
            await asyncio.to_thread(visit.wait)


class Desk:
    """The real window on real services and the real sandbox."""

    def __init__(self, window: MainWindow, services: Services, sandbox: Sandbox, browser: PersonsBrowser):
        self.window, self.services, self.sandbox, self.browser = window, services, sandbox, browser

    # From the start to the end

    @classmethod
    async def open(
        cls,
        app: QApplication,
        sandbox: Sandbox,
        folder: Path,
        *,
        signed_in: bool = True,
        language: str = "en",
    ) -> Self:
        """Start as hhdesk.app does, with its background work. Keys are the person's own."""
        configuration = configuration_for(sandbox, folder)
        services = await Services.open(configuration, plain=True, secrets=Secrets(profile=PROFILE))
        await services.connect.set_redirect_port(free_port())
        if signed_in:
            await services.connect.set_keys(KEYS)
            await services.connect.sign_in(Browser())
        await services.settings.change(language=language, take_back_seconds=0, rejection_seconds=0)
        browser = PersonsBrowser()
        memory = LayoutMemory(folder / "window.ini")
        window = MainWindow(configuration, browser, memory, languages_of(app), known=signed_in)
        window.resize(1100, 700)
        window.show()
        window.begin(services)
        window.set_server_ready()
        services.start()
        desk = cls(window, services, sandbox, browser)
        window.activateWindow()
        await until(window.isActiveWindow)
        return desk

    async def close(self) -> None:
        """End in order: views, reads, services."""

        self.window.end()
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        # Reads die with their views, and their connections leave in turns of the loop.
        await self.settled()
        await self.services.close()
        await self.browser.leave()
        await self.settled()

    # Widgets by their names

    def all(self, kind: type[W], name: str = "") -> list[W]:
        """Those that can be seen, by kind and name."""
        found = self.window.findChildren(kind, name) if name else self.window.findChildren(kind)
        return [one for one in found if isValid(one) and one.isVisible()]

    def the(self, kind: type[W], name: str) -> W:
        """The one that can be seen."""
        found = self.all(kind, name)
        assert len(found) == 1, f"{len(found)} of {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether something of that name is to be seen."""
        return bool(self.all(QWidget, name))

    # What is said

    def notice(self, name: str = "") -> Said:
        """The strip over the section."""
        found = [one for one in self.all(Notice, name) if one.parentWidget() is not None]
        assert len(found) == 1, f"{[one.objectName() for one in found]}"
        strip = found[0]
        ways = tuple(way.objectName() for way in strip.ways)
        return Said(strip.title.text(), strip.text.text(), ways)

    def has_strip(self, name: str) -> bool:
        """Whether the strip is there."""
        return bool(self.all(Notice, name))

    def state(self, name: str = "resultState") -> Said:
        """What stands instead of a list."""
        place = self.the(QWidget, name)
        buttons = [one for one in place.findChildren(QAbstractButton) if one.isVisible()]
        return Said(
            self.the(QLabel, f"{name}.title").text(),
            self.the(QLabel, f"{name}.words").text(),
            tuple(button.objectName() for button in buttons),
        )

    def toast(self) -> str:
        """The newest toast."""
        toasts = self.window.shell.toaster.toasts
        return toasts[-1].words if toasts else ""

    def toast_ways(self) -> tuple[str, ...]:
        """The words on its button."""
        toasts = self.window.shell.toaster.toasts
        buttons = toasts[-1].findChildren(QAbstractButton) if toasts else []
        return tuple(button.text() for button in buttons)

    async def told(self, words: str) -> None:
        """Wait for a toast that says so."""
        await until(lambda: words in self.toast())

    def clipped(self, within: QWidget | None = None) -> list[str]:
        """Words that do not fit into their widgets."""
        lay_out()
        root = within if within is not None else self.window
        labels = [one for one in root.findChildren(QLabel) if one.isVisible() and is_clipped(one)]
        buttons = [
            one
            for one in (*root.findChildren(Button), *root.findChildren(LinkButton))
            if one.isVisible() and one.width() + 1 < one.sizeHint().width()
        ]
        return [path_of(one) for one in (*labels, *buttons)]

    # What a person does

    def write(self, name: str, text: str) -> None:
        """Type into a field, letter by letter, Cyrillic too."""
        field = self.the(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
        scan_code: int = 0,
    ) -> None:
        """Press a key where the keyboard is; `scan_code` is the key's place as the platform tells it."""
        place = QApplication.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if isValid(place):
                QApplication.sendEvent(place, QKeyEvent(kind, key, modifier, scan_code, 0, 0, text))

    async def settled(self) -> None:
        """Let layouts find their sizes."""
        for _ in range(20):
            await asyncio.sleep(0)

    async def offers(self, name: str) -> None:
        """Wait for a way out: a layout shows its new buttons in the loop's next turn."""
        await until(lambda: self.sees(name))

    def take_way(self, name: str) -> None:
        """Click a way out."""
        QTest.mouseClick(self.the(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def take_toast(self) -> None:
        """Click what the newest toast offers."""
        button = self.window.shell.toaster.toasts[-1].findChild(QAbstractButton, "toast.act")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    # Searching and reading

    @property
    def searching(self) -> SearchSection:
        """The Search section, shown."""
        self.window.open_section("search")
        section = self.window.section
        assert isinstance(section, SearchSection)
        return section

    async def search(self, words: str = "бухгалтер") -> None:
        """Type words, ask, wait for what comes of it."""
        section = self.searching
        if not self.sees("words1"):
            section.show_filters()
        self.write("words1", words)
        self.take_way("filterFind")
        await self.answered()

    async def answered(self) -> None:
        """No search is under way."""
        section = self.searching
        await until(lambda: not section.is_searching)

    def rows(self) -> list[str]:
        """The first lines of the found."""
        model = self.searching.list.model
        return [model.content_at(row).lines[0].left for row in range(len(model.items))]

    def open_row(self, row: int) -> None:
        """Click a row of the found."""
        view = self.searching.list.view
        index = view.model().index(row, 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    async def read(self, row: int = 0) -> None:
        """Open a row and wait for the whole resume."""
        self.open_row(row)
        await self.resume_shown()

    async def resume_shown(self) -> None:
        """A whole resume is on the page."""
        reader = self.searching.reader
        await until(lambda: reader.resume is not None)

    async def dialog(self) -> ActDialog:
        """The dialog of an act, with its letter there."""
        await until(lambda: bool(self.all(ActDialog)))
        found = self.all(ActDialog)[-1]
        await until(lambda: not found.is_busy)
        return found

    # Responses

    @property
    def working(self) -> ResponsesSection:
        """The Responses section, shown."""
        if self.window.section is None or self.window.section.key != "responses":
            self.window.open_section("responses")
        section = self.window.section
        assert isinstance(section, ResponsesSection)
        return section

    async def responses(self) -> ResponsesSection:
        """The first list with people in it."""
        section = self.working
        await ResponsesDesk(self.window, self.services, self.sandbox).ready()
        return section

    async def keep_move(self) -> OutboxEntry:
        """Move the shown person by hh.ru's first act that asks nothing; the entry that was kept."""
        await self.responses()
        known = {entry.id for entry in self.services.outbox.entries}
        self.silent_act().click()
        await until(lambda: {entry.id for entry in self.services.outbox.entries} - known)
        return next(entry for entry in self.services.outbox.entries if entry.id not in known)

    def silent_act(self) -> QAbstractButton:
        """The first act of the first person for whom hh.ru offers one that asks nothing."""
        section = self.working
        people = ResponsesDesk(self.window, self.services, self.sandbox)
        for row in section.list.model.items:
            section.list.view.choose(row.key)
            with suppress(LookupError):
                return people.silent_act()
        raise LookupError("hh.ru offers no silent act in this list")

    # The outbox

    async def reaches(self, entry: OutboxEntry, *states: OutboxState) -> OutboxEntry:
        """Wait until the entry is in one of these states."""
        outbox = self.services.outbox
        await until(lambda: outbox.get(entry.id).state in states)
        return outbox.get(entry.id)

    def outbox(self, entry: OutboxEntry | None = None) -> OutboxSection:
        """The Outbox section, at an entry."""
        self.window.open_section("outbox")
        section = self.window.section
        assert isinstance(section, OutboxSection)
        if entry is not None:
            assert section.view.choose(str(entry.id))
        return section

    # What hh.ru saw

    def asked(self, operation: str) -> int:
        """How often an operation was called."""
        count: int = self.sandbox.state()["operations"].get(operation, 0)
        return count

    def traces(self) -> tuple[Sequence[Any], Sequence[Any]]:
        """Traced reads and paid acts."""
        state = self.sandbox.state()
        return state["traced"], state["paid"]


def configuration_for(sandbox: Sandbox, folder: Path) -> Configuration:
    """Settings that lead to the sandbox."""
    return Configuration(
        data_directory=folder / "data",
        api_url=sandbox.url,
        site_url=sandbox.url,
    )


def is_clipped(label: QLabel) -> bool:
    """Whether the words of a label need more room than it has. Elided ones say so by a tool tip."""
    if not label.text() or type(label).__name__ == "ElidedLabel" or label.width() <= 0:
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width() + 1 or label.sizeHint().height() > label.height() + 1


def path_of(widget: QWidget) -> str:
    """What a widget says and where it stands."""
    names = [f"{widget.objectName()}: {widget.property('text')}"]
    above = widget.parentWidget()
    while above is not None and len(names) < 4:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)
