"""Chips that a drop-down adds to: languages with their level, countries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hhdesk.domain.values import Named
from hhdesk.gui.kit.fields import Choice
from hhdesk.gui.resumes.named_chips import NamedChips


class ChoiceChips(NamedChips):
    """Entries of a dictionary too long for check boxes: choosing one adds its chip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._entries: tuple[Named, ...] = ()
        self._hint = ""
        self.choice = Choice(name=f"{name}Choice")
        self.choice.chosen.connect(self._chosen)
        self.column.addWidget(self.choice)

    def set_words(self, name: str, hint: str) -> None:
        """Name of the drop-down, and what it shows while nothing is chosen in it."""
        self._hint = hint
        self.choice.setAccessibleName(name)
        self._offer()

    def set_entries(self, entries: Sequence[Named]) -> None:
        """Offer these; what was chosen stays chosen."""
        self._entries = tuple(entries)
        self._offer()

    def _offer(self) -> None:
        self.choice.set_choices([("", self._hint), *((entry.id, entry.name) for entry in self._entries)])

    def _named(self, key: str) -> Named:
        return next(entry for entry in self._entries if entry.id == key)

    def _chosen(self, key: str) -> None:
        if key:
            self.choice.set_key("")
            self.add(self._named(key))


class LanguageChips(ChoiceChips):
    """A language is asked with the level from which it will do: hh.ru takes `eng.b2`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._levels: tuple[Named, ...] = ()
        self._level_hint = ""
        self.level = Choice(name=f"{name}Level")
        self.level.chosen.connect(self._level_chosen)
        self.column.addWidget(self.level)
        self.level.hide()

    def set_level_words(self, name: str, hint: str) -> None:
        """Name of the drop-down of levels, and what it shows before one is chosen."""
        self.level.setAccessibleName(name)
        self._level_hint = hint
        self.set_levels(self._levels)

    def set_levels(self, levels: Sequence[Named]) -> None:
        """Offer these, in hh.ru's order: from the lowest."""
        self._levels = tuple(levels)
        self.level.set_choices([("", self._level_hint), *((level.id, level.name) for level in levels)])

    def set_values(self, values: Sequence[Named]) -> None:
        """Exactly these; hh.ru's dictionaries may be unknown still, so each has its name."""
        super().set_values(values)
        self.level_is_asked(None)

    def level_is_asked(self, language: Named | None) -> None:
        """The level comes after the language."""
        self._language = language
        self.level.setVisible(language is not None)
        if language is None:
            self.choice.set_key("")
            return
        self.level.set_key("")
        self.level.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, key: str) -> None:
        self.level_is_asked(self._named(key) if key and self._levels else None)

    def _level_chosen(self, key: str) -> None:
        language = self._language
        level = next((level for level in self._levels if level.id == key), None)
        if language is None or level is None:
            return
        # One level a language: two would ask for people who have both at once.
        others = [one for one in self.values() if not one.id.startswith(f"{language.id}.")]
        short = level.name.partition(" — ")[0]
        wanted = Named(id=f"{language.id}.{level.id}", name=f"{language.name}: {short}")
        self.set_values([*others, wanted])
        self.changed.emit()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
