"""F1: every key, by the place where it works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.gui.actions import ACTIONS, ActionId, ActionSpec, Place, key_words
from hhdesk.gui.compiled.ui_shortcut_overview import Ui_ShortcutsForm
from hhdesk.gui.kit.buttons import Keycap
from hhdesk.gui.kit.labels import Label, Rule
from hhdesk.gui.kit.panes import Overlay
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.labels import dress
from hhdesk.gui.places import PLACES
from hhdesk.gui.words import QT_TRANSLATE_NOOP

COLUMNS: Final = 3
_COMING: Final = frozenset(f"go.{place.key}" for place in PLACES if place.build is None) | {
    ActionId.PASTE_LINK, ActionId.FIND, ActionId.SHORTLIST, ActionId.NOTE, ActionId.TAG, ActionId.COMPARE,
    ActionId.VARIABLE, ActionId.WEEK_TODAY, ActionId.NEW_MEETING,
}  # fmt: skip
"""Keys that are reserved and do nothing yet."""


_FURTHER: Final = {
    Place.LIST: ((QT_TRANSLATE_NOOP("Commands", "First and last person"), ("Home", "End")),),
    Place.READING: (
        (QT_TRANSLATE_NOOP("Commands", "Find in the PDF"), ("Ctrl F",)),
        (QT_TRANSLATE_NOOP("Commands", "Save the PDF"), ("Ctrl S",)),
    ),
    Place.RESPONSES: (
        (QT_TRANSLATE_NOOP("Commands", "hh.ru's act with a letter"), ("Shift 1 … 9",)),
        (QT_TRANSLATE_NOOP("Commands", "Your rejection with a letter"), ("Shift R",)),
    ),
}
"""Keys that are no command of their own."""
_COLUMN: Final = 22.0
_GAP: Final = 2.6
_MARGIN: Final = 1.5

_PLACES: Final = {
    Place.GLOBAL: QT_TRANSLATE_NOOP("Commands", "Everywhere"),
    Place.LIST: QT_TRANSLATE_NOOP("Commands", "In a list"),
    Place.READING: QT_TRANSLATE_NOOP("Commands", "While reading"),
    Place.RESPONSES: QT_TRANSLATE_NOOP("Commands", "With responses"),
    Place.DIALOG: QT_TRANSLATE_NOOP("Commands", "In a sheet"),
    Place.WEEK: QT_TRANSLATE_NOOP("Commands", "In the week"),
    Place.OUTBOX: QT_TRANSLATE_NOOP("Commands", "In the outbox"),
}


def place_words(place: Place) -> str:
    """The heading over the keys of a place."""
    return QCoreApplication.translate("Commands", _PLACES[place])


def listed(place: Place) -> list[ActionSpec]:
    """Actions of a place with a key; hh.ru's acts by number are one line."""
    found = [spec for spec in ACTIONS.values() if spec.place is place and spec.key and spec.id not in _COMING]
    return [spec for spec in found if not (spec.id.value.startswith("respond.") and spec.key in "23456789")]


class ShortcutOverview(QDialog):
    """A sheet over the window; any of Esc, F1, Enter closes it."""

    @classmethod
    def open_over(cls, window: QWidget) -> ShortcutOverview:
        """Show it over `window`."""
        sheet = cls(window)
        overlay = Overlay(window)
        overlay.dim(sheet)
        sheet.destroyed.connect(overlay.deleteLater)
        sheet.open()
        return sheet

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shortcutOverview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.form = Ui_ShortcutsForm()
        body = QWidget(self)
        self.form.setupUi(body)
        form = self.form
        form.shortcutsLayout.setContentsMargins(0, 0, 0, 0)
        form.shortcutsLayout.setSpacing(0)
        form.shortcutsLayout.insertWidget(1, Rule(body))
        form.shortcutsHead.setContentsMargins(px(_MARGIN), px(1.1), px(_MARGIN), px(0.75))
        form.shortcutsGrid.setContentsMargins(px(_MARGIN), px(1.1), px(_MARGIN), px(_MARGIN))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(body)
        for part in (self, form.shortcutsContents, form.shortcutsScroll.viewport()):
            Theme.instance().surface(part, "raised")
        dress(form.shortcutsTitle, Type.DISPLAY)
        dress(form.shortcutsText, Type.SMALL, "muted")
        form.shortcutsText.setWordWrap(True)
        form.shortcutsHead.setStretchFactor(form.shortcutsText, 1)
        self.setWindowTitle(form.shortcutsTitle.text())
        room = window.width() - px(4)
        columns = max(1, min(COLUMNS, (room - px(2 * _MARGIN) + px(_GAP)) // px(_COLUMN + _GAP)))
        self._fill(form.shortcutsGrid, columns)
        # As large as what stands in it, and no larger than the window.
        inside = form.shortcutsContents.sizeHint()
        width = min(inside.width() + 2, room)
        height = inside.height() + form.shortcutsHead.heightForWidth(width) + 3
        self.resize(width, min(height, window.height() - px(4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it by the key that opened it, too."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _fill(self, grid: QGridLayout, count: int) -> None:
        grid.setHorizontalSpacing(px(_GAP))
        heights = [0] * count
        columns = [QVBoxLayout() for _ in range(count)]
        for place in Place:
            specs = listed(place)
            if not specs or place is Place.WEEK:
                continue
            shortest = heights.index(min(heights))
            if heights[shortest]:
                columns[shortest].addSpacing(px(1.5))
            columns[shortest].addLayout(self._group(place, specs))
            heights[shortest] += len(specs) + len(_FURTHER.get(place, ())) + 2
        for number, column in enumerate(columns):
            column.addStretch(1)
            grid.addLayout(column, 0, number)
            grid.setColumnMinimumWidth(number, px(_COLUMN))

    def _group(self, place: Place, specs: list[ActionSpec]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(0.45))
        column.addWidget(Label(place_words(place), Type.STRONG))
        for spec in specs:
            keys = "1 … 9" if spec.id.value == "respond.1" else spec.key_text
            more = (key_words(key) for key in spec.more_keys)
            column.addLayout(self._line(spec.words.rstrip("…"), (keys, *more), spec.id.value))
        for source, further in _FURTHER.get(place, ()):
            words = QCoreApplication.translate("Commands", source)
            column.addLayout(self._line(words, further, further[0].replace(" ", "_")))
        return column

    def _line(self, words: str, keys: Sequence[str], name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(0.3))
        label = Label(words, Type.BODY, "muted", name=f"key_{name}")
        label.setAccessibleName(f"{words}: {', '.join(keys)}")
        row.addWidget(label, 1)
        for key in keys:
            row.addWidget(Keycap(key))
        return row
