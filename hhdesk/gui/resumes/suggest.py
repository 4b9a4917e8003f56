"""A field that asks hh.ru for suggestions, and finds on Enter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hhdesk.domain.account import Suggestion
from hhdesk.domain.errors import HhdeskError
from hhdesk.gui.kit import suggest as kit

Ask = Callable[[str], Awaitable[tuple[Suggestion, ...]]]


class SuggestField(kit.SuggestEdit):
    """With `keeps_text` a chosen suggestion becomes the text, else the field empties."""

    submitted = Signal()
    """Enter while no suggestion is lit."""

    def __init__(self, ask: Ask, parent: QWidget | None = None, *, keeps_text: bool = False) -> None:
        super().__init__("", _provider(ask), parent, keep_words=keeps_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the lit suggestion, else it finds."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            event.ignore()
            return
        self._stop()
        self.submitted.emit()
        event.accept()


def _provider(ask: Ask) -> kit.Provider:
    async def suggestions(text: str) -> Sequence[kit.Suggestion]:
        try:
            found = await ask(text)
        except HhdeskError:
            return ()  # Suggestions are a help only: without them the typed text counts.
        return [kit.Suggestion(one.id, one.text) for one in found]

    return suggestions
