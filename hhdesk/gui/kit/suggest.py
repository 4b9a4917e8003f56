"""Fields that ask for suggestions while one types: regions, roles, skills, companies."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from hhdesk.gui.kit.chips import ChipBar, ChipData
from hhdesk.gui.kit.textedits import LineEdit
from hhdesk.gui.kit.theme import px
from hhdesk.gui.tasks import Tasks

WAIT_MS: Final = 250
LEAST_LETTERS: Final = 2


class Suggestion(Struct, frozen=True):
    """What may be chosen."""

    key: str
    words: str


Provider = Callable[[str], Coroutine[Any, Any, Sequence[Suggestion]]]
"""Suggestions for what was typed; a silent read."""


class SuggestEdit(LineEdit):
    """Asks `provider` from the second letter on, 250 ms after the last; the newest question wins."""

    chosen = Signal(object)
    """Suggestion the person chose."""
    suggested = Signal()
    """A list of suggestions came in."""

    def __init__(
        self,
        placeholder: str,
        provider: Provider,
        parent: QWidget | None = None,
        *,
        keep_words: bool = True,
        name: str = "",
    ) -> None:
        super().__init__(placeholder, parent, name=name)
        self._provider = provider
        self._keep = keep_words
        self._offered: list[Suggestion] = []
        self.tasks = Tasks(self)
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(10)
        self._completer.setWidget(self)
        # The stub does not know that overloads of a signal are told apart by index.
        self._completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]  # see above
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(self._edited)

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        """What the list shows."""
        return tuple(self._offered)

    def choose(self, suggestion: Suggestion) -> None:
        """Take `suggestion` as if the person had."""
        self._stop()
        self.setText(suggestion.words if self._keep else "")
        self.chosen.emit(suggestion)

    def _edited(self, words: str) -> None:
        self._stop()
        if len(words.strip()) >= LEAST_LETTERS:
            self._timer.start()

    def _stop(self) -> None:
        """What was asked before is of no interest any more."""
        self._timer.stop()
        self.tasks.cancel("suggest")
        if (popup := self._completer.popup()) is not None:
            popup.hide()

    def _ask(self) -> None:
        self.tasks.start("suggest", self._provider(self.text().strip()), self._show)

    def _show(self, suggestions: Sequence[Suggestion]) -> None:
        self._offered = list(suggestions)
        self._words.setStringList([one.words for one in suggestions])
        if suggestions and self.hasFocus():
            self._completer.setCompletionPrefix("")
            self._completer.complete(self.rect().adjusted(0, 0, 0, 2))
            self._fit_popup()
        self.suggested.emit()

    def _fit_popup(self) -> None:
        """Qt counts the rows alone, not the edge around them."""
        popup = self._completer.popup()
        if popup is None:
            return
        edge = 2 * popup.frameWidth()
        above = popup.y() < self.mapToGlobal(self.rect().topLeft()).y()
        popup.setGeometry(popup.geometry().adjusted(0, -edge if above else 0, 0, 0 if above else edge))

    def _picked(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            self.choose(self._offered[index.row()])


class MultiSuggest(QWidget):
    """Several suggestions, each a chip over the field."""

    changed = Signal(object)
    """Tuple of Suggestion, after the person changed them."""

    def __init__(
        self, placeholder: str, provider: Provider, parent: QWidget | None = None, *, name: str = "suggest"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.field")
        self._chosen: list[Suggestion] = []
        self.chips = ChipBar(self, name=f"{name}.chips")
        self.edit = SuggestEdit(placeholder, provider, self, keep_words=False, name=name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(0.45))
        layout.addWidget(self.chips)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.chips.hide()
        self.chips.removed.connect(self._remove)
        self.edit.chosen.connect(self._add)

    @property
    def chosen(self) -> tuple[Suggestion, ...]:
        return tuple(self._chosen)

    def set_chosen(self, chosen: Sequence[Suggestion]) -> None:
        """Show these without telling."""
        self._chosen = list(chosen)
        self.chips.set_chips([ChipData(one.key, one.words) for one in chosen])
        self.chips.setVisible(bool(chosen))

    def _add(self, suggestion: Suggestion) -> None:
        if all(one.key != suggestion.key for one in self._chosen):
            self.set_chosen([*self._chosen, suggestion])
            self.changed.emit(self.chosen)

    def _remove(self, key: str) -> None:
        self.set_chosen([one for one in self._chosen if one.key != key])
        self.changed.emit(self.chosen)
