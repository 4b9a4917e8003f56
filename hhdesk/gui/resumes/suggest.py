"""A field that asks hh.ru for suggestions while the person types."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from hhdesk.domain.account import Suggestion
from hhdesk.domain.errors import HhdeskError
from hhdesk.gui.tasks import Tasks

Ask = Callable[[str], Awaitable[tuple[Suggestion, ...]]]
_PAUSE_MS: Final = 200
"""Typing has to rest this long before hh.ru is asked: it answers letters, not every keystroke."""
_LEAST: Final = 2


class SuggestField(QLineEdit):
    """Suggestions stand under it. With `keeps_text` a taken one becomes the text, else the field empties."""

    chosen = Signal(object)
    """Suggestion that the person took."""
    submitted = Signal()
    """Enter while no suggestion is lit."""

    def __init__(self, ask: Ask, parent: QWidget | None = None, *, keeps_text: bool = False) -> None:
        super().__init__(parent)
        self._ask = ask
        self._keeps_text = keeps_text
        self._tasks = Tasks(self)
        self._offered: tuple[Suggestion, ...] = ()
        self._words = QStringListModel(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        completer.activated.connect(self._take)
        # Not setCompleter: QLineEdit's own wiring would open the popup at each key, before hh.ru answered.
        completer.setWidget(self)
        self._completer = completer
        self._popup = QListView()
        completer.setPopup(self._popup)
        self.textEdited.connect(self._edited)

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        """What hh.ru suggested last."""
        return self._offered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the lit suggestion, else it is the pane's own."""
        popup = self._popup
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if popup.isVisible() and popup.currentIndex().isValid():
                event.ignore()
                return
            popup.hide()
            self.submitted.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        if len(text.strip()) < _LEAST:
            self._pause.stop()
            self._tasks.cancel("suggest")
            self._popup.hide()
            return
        self._pause.start()

    def _begin(self) -> None:
        text = self.text().strip()

        async def ask() -> tuple[Suggestion, ...]:
            return await self._ask(text)

        self._tasks.start("suggest", ask(), self._show, failed=self._quiet)

    def _show(self, found: tuple[Suggestion, ...]) -> None:
        self._offered = found
        self._words.setStringList([one.text for one in found])
        if found and self.hasFocus():
            self._completer.complete()
        else:
            self._popup.hide()

    def _quiet(self, error: HhdeskError) -> None:
        """Suggestions are a help only: without them the typed text counts."""
        self._show(())

    def _take(self, text: str) -> None:
        taken = next((one for one in self._offered if one.text == text), None)
        if taken is None:
            return
        self.setText(taken.text if self._keeps_text else "")
        self.chosen.emit(taken)
