"""A hand and an eye: real mouse and key events into the window, and waiting for what they bring about.

Events go in at the window, not at the widget: Qt finds the widget under the mouse and the one with the focus,
so a covered, hidden or disabled one fails here as it fails for a person.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QScrollArea, QWidget

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")

_LOOK_SECONDS = 0.02
_CLICKS = 5
_INK = 170
"""Grey of a line of text that was scaled down; paper is lighter."""


class TourFailed(AssertionError):
    """A step did not bring about what it claims."""


class Robot:
    """Acts in `window` as a person would.

    Args:
        patience: seconds to wait for something to come about.
    """

    def __init__(self, window: QWidget, patience: float = 20.0) -> None:
        self._window = window
        self._patience = patience

    # Waiting and finding

    async def until(self, condition: Callable[[], T | None], what: str, seconds: float | None = None) -> T:
        """Wait for a condition, looking while the loop runs on.

        Returns:
            What the condition gave.

        Raises:
            TourFailed: it did not come true in time; the text says what was awaited.
        """
        clock = asyncio.get_running_loop().time
        end = clock() + (seconds or self._patience)
        while True:
            found = condition()
            if found:
                return found
            if clock() > end:
                raise TourFailed(f"waited in vain for {what}")
            await asyncio.sleep(_LOOK_SECONDS)

    def find(self, name: str, kind: type[W] = QWidget, within: QWidget | None = None) -> W | None:  # type: ignore[assignment]  # PEP 696 is younger than 3.11
        """The visible widget with this objectName, in any window of the program; None when there is none."""
        roots = [within] if within is not None else self._roots()
        for root in roots:
            if root.objectName() == name and isinstance(root, kind) and root.isVisible():
                return root
            for widget in root.findChildren(kind, name):
                if widget.isVisible():
                    return widget
        return None

    def kept(self, name: str, kind: type[W]) -> W | None:
        """The widget with this objectName that its pane keeps, though it may have no room for it now."""
        for root in self._roots():
            for widget in root.findChildren(kind, name):
                parent = widget.parentWidget()
                if parent is not None and parent.isVisible():
                    return widget
        return None

    def is_shown(self, name: str) -> bool:
        """Whether a widget with this objectName can be seen now."""
        return self.find(name, QWidget) is not None

    def text_of(self, name: str) -> str:
        """What the widget with this objectName says; empty where it cannot be seen."""
        widget = self.find(name, QWidget)
        return self.text(widget) if widget is not None else ""

    async def see(
        self,
        name: str,
        kind: type[W] = QWidget,  # type: ignore[assignment]  # a type variable has no default in Python 3.11
        seconds: float | None = None,
    ) -> W:
        """Wait until a widget with this objectName can be seen."""
        return await self.until(lambda: self.find(name, kind), f"widget {name}", seconds)

    async def gone(self, name: str) -> None:
        """Wait until no widget with this objectName can be seen."""
        await self.until(lambda: self.find(name) is None, f"the end of {name}")

    async def enabled(
        self,
        name: str,
        kind: type[W] = QWidget,  # type: ignore[assignment]  # a type variable has no default in Python 3.11
        seconds: float | None = None,
    ) -> W:
        """Wait until a widget with this objectName can be seen and used."""

        def usable() -> W | None:
            widget = self.find(name, kind)
            return widget if widget is not None and widget.isEnabled() else None

        return await self.until(usable, f"{name} to be enabled", seconds)

    @staticmethod
    def _roots() -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    # The mouse

    async def click(self, widget: QWidget | str, place: QPoint | None = None) -> None:
        """Click a widget at its middle, or at `place` in its coordinates, after scrolling it into sight."""
        target = await self.enabled(widget) if isinstance(widget, str) else widget
        self._scroll_to(target)
        await self._settle()
        await self._click_at(target, place or target.rect().center())

    async def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Click a row of a list or table."""
        index = view.model().index(row, 0)
        if not index.isValid():
            raise TourFailed(f"{view.objectName()} has no row {row}")
        await self.click_index(view, index)

    async def click_index(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click an item of a view, a tree's for example, after scrolling it into sight."""
        view.scrollTo(index)
        await self._settle()
        where: QRect = view.visualRect(index)
        across = where.left() + min(where.width() // 2, 120)
        await self._click_at(view.viewport(), QPoint(across, where.center().y()))

    async def _click_at(self, target: QWidget, place: QPoint) -> None:
        await self._uncovered(target, place)

        def click() -> None:
            window, position = self._in_window(target, place)
            if QGuiApplication.focusWindow() is None:
                # A window manager gives the clicked window the focus; the offscreen platform has none.
                window.requestActivate()
            QTest.mouseMove(window, position)
            # What came in meanwhile may have moved it: a person looks where the hand is before pressing.
            window, position = self._in_window(target, place)
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, position)

        await self._outside(click)

    async def _uncovered(self, target: QWidget, place: QPoint) -> None:
        """Wait, as a person would, until a toast that lies over the place has gone."""
        end = asyncio.get_running_loop().time() + self._patience
        while asyncio.get_running_loop().time() < end:
            top = target.window()
            under = top.childAt(target.mapTo(top, place))
            if under is None or not under.objectName().startswith("toast"):
                return
            await asyncio.sleep(_LOOK_SECONDS)

    @staticmethod
    def _in_window(target: QWidget, place: QPoint) -> tuple[QWindow, QPoint]:
        top = target.window()
        handle = top.windowHandle()
        if handle is None or not target.isVisible():
            raise TourFailed(
                f"{target.objectName() or type(target).__name__} cannot be clicked: it is not shown"
            )
        position = target.mapTo(top, place)
        under = top.childAt(position)
        if under is not None and under is not target and not target.isAncestorOf(under):
            raise TourFailed(f"{_name(target)} cannot be clicked: {_name(under)} covers it")
        return handle, position

    @staticmethod
    def _scroll_to(target: QWidget) -> None:
        parent = target.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(target)
            parent = parent.parentWidget()

    # The keyboard

    async def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window that has the focus."""
        window = self._focus_window()
        await self._outside(lambda: QTest.keyClick(window, key, modifiers))

    async def type(self, widget: QWidget | str, text: str, *, clear: bool = False) -> None:
        """Click into a field and type `text`, letter by letter; any alphabet."""
        target = await self.enabled(widget) if isinstance(widget, str) else widget
        focus = await self._focus(target)
        if clear:
            await self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            await self.key(Qt.Key.Key_Delete)
        for letter in text:
            # QTest knows Latin letters only; a key event carries any text.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(focus, event)
        await self._settle()

    async def _focus(self, target: QWidget) -> QWidget:
        """Click into a field, again where it moved away under the mouse as something came in above it."""
        for _ in range(_CLICKS):
            await self.click(target)
            focus = QApplication.focusWidget()
            if focus is not None and (focus is target or target.isAncestorOf(focus)):
                return focus
            await asyncio.sleep(_LOOK_SECONDS * 5)
        raise TourFailed(f"{target.objectName()} did not take the focus")

    def _focus_window(self) -> QWindow:
        focused: QWindow | None = QGuiApplication.focusWindow()
        window = focused if focused is not None else self._window.windowHandle()
        if window is None:
            raise TourFailed("no window has the focus")
        return window

    # Reading

    @staticmethod
    def rows(view: QAbstractItemView, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
        """The texts of a view's rows, as its model gives them."""
        model: QAbstractItemModel | None = view.model()
        if model is None:
            return []
        return [str(model.index(row, 0).data(role) or "") for row in range(model.rowCount())]

    @staticmethod
    def text(widget: QWidget) -> str:
        """What a widget says: its text, plain text or accessible name."""
        for reader in ("toPlainText", "text", "currentText"):
            method = getattr(widget, reader, None)
            if method is not None:
                return str(method())
        return widget.accessibleName()

    async def reads(self, name: str, pattern: str, seconds: float | None = None) -> str:
        """Wait until the widget's text matches, and give the text."""

        def matching() -> str | None:
            widget = self.find(name)
            text = self.text(widget) if widget is not None else ""
            return text if re.search(pattern, text) else None

        return await self.until(matching, f"{name} to say {pattern!r}", seconds)

    async def painted(self, name: str, seconds: float | None = None) -> None:
        """Wait until something dark is drawn in the widget: a page that is rendered aside comes late."""

        def has_ink() -> bool:
            widget = self.find(name, QAbstractScrollArea)
            if widget is None:
                return False
            middle = widget.viewport().rect().adjusted(widget.width() // 4, 0, -widget.width() // 4, 0)
            image = widget.viewport().grab(middle).toImage().scaledToWidth(160)
            grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
            return min(bytes(grey.constBits()), default=255) < _INK

        await self.until(has_ink, f"something drawn in {name}", seconds)

    async def _outside(self, act: Callable[[], None]) -> None:
        """Do `act` outside of this task: QTest lets the loop run inside it, and tasks do not nest."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()

        def run() -> None:
            try:
                act()
            except TourFailed as error:
                done.set_exception(error)
            except RuntimeError as error:  # the widget went away under the hand
                done.set_exception(TourFailed(str(error)))
            else:
                done.set_result(None)

        loop.call_soon(run)
        await done
        await self._settle()

    async def _settle(self) -> None:
        """Let the loop deliver what the event set off."""
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    async def scroll(self, view: QAbstractScrollArea, pixels: int) -> None:
        """Turn the wheel over a view; positive is down."""
        viewport = view.viewport()
        handle = viewport.window().windowHandle()
        if handle is None:
            raise TourFailed(f"{view.objectName()} is not shown")
        middle = viewport.mapTo(viewport.window(), viewport.rect().center())
        await self._outside(lambda: QTest.wheelEvent(handle, middle, QPoint(0, -pixels)))


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__
