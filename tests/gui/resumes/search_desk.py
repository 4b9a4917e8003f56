"""The Search section as a person uses it: real keys and clicks, and what is read back from widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox

W = TypeVar("W", bound=QWidget)


async def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait till `true` is."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  # what is waited for is a claim about widgets, not an event
            await asyncio.sleep(0.005)  # leaves the processor to what is waited for


class SearchDesk:
    """Finds widgets by their names, as the tour and assistive programs do."""

    def __init__(self, window: MainWindow, services: Services, sandbox: Sandbox) -> None:
        self.window, self.services, self.sandbox = window, services, sandbox
        section = window.section
        assert isinstance(section, SearchSection)
        self.section = section

    async def ready(self) -> None:
        """hh.ru's dictionaries are in the panel."""
        box = self.find(QComboBox, "wordsLogic1")
        await until(lambda: box.count() > 0)

    def find(self, kind: type[W], name: str) -> W:
        """The widget of that name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def visible(self, name: str) -> bool:
        """Whether the widget of that name is to be seen."""
        return self.find(QWidget, name).isVisible()

    # What a person does

    def write(self, name: str, text: str) -> None:
        """Type into a field, letter by letter, Cyrillic too."""
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget()
        place = focus if focus is not None else self.window
        text = chr(key).lower() if key < 0x100 and modifier is Qt.KeyboardModifier.NoModifier else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(place, QKeyEvent(kind, key, modifier, text))

    def click(self, name: str) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(self.find(QWidget, name), Qt.MouseButton.LeftButton)

    def click_row(self, row: int) -> None:
        """Click a row of the list."""
        view = self.section.list.view
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    async def search(self, words: str) -> None:
        """Type words, press Enter, wait for what hh.ru says."""
        self.write("words1", words)
        self.press(Qt.Key.Key_Return)
        await self.answered()

    async def answered(self) -> None:
        """No search is under way any more."""
        await until(lambda: not self.section.is_searching)

    async def opened(self) -> None:
        """A full resume is on the page, whole."""
        await until(lambda: self.section.reader.resume is not None)

    async def dialog(self) -> ActDialog:
        """The dialog of an act, with its letter there."""
        await until(lambda: bool(self.window.findChildren(ActDialog)))
        found = self.window.findChildren(ActDialog)[-1]
        # It is shown in the turn after it was built.
        await until(lambda: found.isVisible() and not found.is_busy)
        return found

    # What is read back

    def titles(self) -> list[str]:
        """Titles of the rows."""
        model = self.section.list.model
        return [model.content_at(row).lines[0].left for row in range(len(model.items))]

    def conditions(self) -> list[str]:
        """Words on the chips."""
        return [chip.words for chip in self.section.head.chips.chips]

    def text(self, name: str) -> str:
        """The words of a label, button, box or field."""
        widget = self.find(QWidget, name)
        if isinstance(widget, QComboBox):
            return widget.currentText()
        if isinstance(widget, QLabel):
            return widget.text()
        value = widget.property("text")
        return str(value) if value is not None else widget.accessibleName()

    def is_checked(self, name: str) -> bool:
        """Whether a box is checked."""
        return self.find(QCheckBox, name).isChecked()

    def traced(self, operation: str) -> int:
        """How often the sandbox was asked for an operation."""
        count = self.sandbox.state()["operations"].get(operation, 0)
        assert isinstance(count, int)
        return count
