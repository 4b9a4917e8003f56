"""The Responses section as a person uses it: real keys and clicks, and what is read back from widgets."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.responses.section import ResponsesSection
from hhdesk.services.services import Services
from tests.gui.resumes.search_desk import until
from tests.sandbox_process import Sandbox

W = TypeVar("W", bound=QWidget)

LIST = "get-collection-negotiations-list"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class ResponsesDesk:
    """Finds widgets by their names, as the tour and assistive programs do."""

    def __init__(self, window: MainWindow, services: Services, sandbox: Sandbox) -> None:
        self.window, self.services, self.sandbox = window, services, sandbox
        section = window.section
        assert isinstance(section, ResponsesSection)
        self.section = section
        self.view, self.model = section.list.view, section.list.model

    async def ready(self) -> None:
        """A list is shown as hh.ru gave it, with a person chosen, and the list has the keyboard."""
        list_ = self.section.list
        await until(lambda: list_.shown is not None and not list_.shown.from_store)
        await until(lambda: self.section.reader.response is not None)
        self.window.activateWindow()
        self.view.setFocus()

    def find(self, kind: type[W], name: str) -> W:
        """The widget of that name; the section's own before others of the window."""
        found = self.section.findChild(kind, name) or self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def shows(self, name: str) -> bool:
        """Whether a widget of that name is to be seen."""
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    # What a person does

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is; in the list where nothing has it."""
        place = QApplication.focusWidget() or self.view
        text = chr(key).lower() if key < 0x100 and modifier is NO_MODIFIER else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(place, QKeyEvent(kind, key, modifier, text))

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_row(self, row: int, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Click a row of the list."""
        place = self.view.visualRect(self.view.model().index(row, 0)).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    async def open_row(self, row: int) -> Response:
        """Click a row, and wait for resume and letter."""
        self.click_row(row)
        reader = self.section.reader
        await until(lambda: reader.resume.resume is not None)
        assert reader.response is not None
        return reader.response

    def choose_from(self, menu_name: str, number: int) -> str:
        """Take an entry of the open menu; its words."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), menu
        assert menu.objectName() == menu_name
        entries = [entry for entry in menu.actions() if not entry.isSeparator()]
        words = entries[number].text()
        entries[number].trigger()
        menu.close()
        return words

    async def bind_rejection(self) -> str:
        """Make the last act of the shown person the rejection, without doing it."""
        response = self.section.reader.response
        assert response is not None
        await self.services.responses.bind_rejection(response.actions[-1])
        return response.actions[-1].name

    # What is read back

    @property
    def waiting(self) -> tuple[OutboxEntry, ...]:
        """Entries of the outbox that hh.ru has not confirmed."""
        return self.services.outbox.open_entries

    @property
    def acts(self) -> list[Button]:
        """The act buttons in their order, the rejection last."""
        acts = self.section.reader.acts
        return [*acts.buttons, *([acts.rejection] if acts.rejection is not None else [])]

    def silent_act(self) -> Button:
        """The first act that asks for nothing and has no stages of the employer's own."""
        reader = self.section.reader
        for button, action in zip(reader.acts.buttons, reader.acts.acts, strict=True):
            if (
                button.isEnabled()
                and not action.sub_actions
                and not any(a.required for a in action.arguments)
            ):
                return button
        raise LookupError("hh.ru offers no silent act")

    def spoken(self, key: str) -> str:
        """What a screen reader says of the row."""
        return self.model.content_at(self.model.row_of(key)).spoken()

    def traced(self, operation: str) -> int:
        """How often the sandbox was asked for an operation."""
        count = self.sandbox.state()["operations"].get(operation, 0)
        assert isinstance(count, int)
        return count
