"""Remembers geometry and splitters in the profile's folder, under a layout version."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from hhdesk.gui.kit.theme import px

LAYOUT_VERSION: Final = 1
"""Raised when panes change so that remembered sizes would do harm."""


class LayoutMemory:
    """Where sizes are kept: one INI file a profile. The kit's SplitView takes it as its memory."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        if self._settings.value("version") != str(LAYOUT_VERSION):
            self._settings.clear()
            self._settings.setValue("version", str(LAYOUT_VERSION))

    def recall(self, key: str) -> bytes | None:
        """What was kept under `key`."""
        state = self._settings.value(key)
        return bytes(state.data()) if isinstance(state, QByteArray) else None

    def keep(self, key: str, state: bytes) -> None:
        """Keep `state` under `key`; written to the file soon, and at the end."""
        self._settings.setValue(key, QByteArray(state))

    def word(self, key: str, default: str = "") -> str:
        """A short word kept under `key`."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def keep_word(self, key: str, word: str) -> None:
        """Keep a short word under `key`."""
        self._settings.setValue(key, word)

    def write(self) -> None:
        """Write to the file now."""
        self._settings.sync()


def restore_window(window: QMainWindow, memory: LayoutMemory) -> None:
    """Give the window the size and place of last time, or 1440 x 900 at 100 % where the screen has room."""
    state = memory.recall("window/geometry")
    if state is not None and window.restoreGeometry(QByteArray(state)):
        return
    screen = window.screen()
    room = screen.availableSize() if screen is not None else None
    width, height = px(110.8), px(69.2)
    if room is not None and not room.isEmpty():
        width, height = min(width, room.width()), min(height, room.height())
    window.resize(width, height)


def keep_window(window: QMainWindow, memory: LayoutMemory) -> None:
    """Keep size and place for the next start."""
    memory.keep("window/geometry", bytes(window.saveGeometry().data()))
    memory.write()
