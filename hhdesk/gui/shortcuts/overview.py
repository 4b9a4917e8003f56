"""F1: every key, by the place where it works."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.gui.actions import ACTIONS, ActionId, ActionSpec, Place
from hhdesk.gui.compiled.ui_shortcut_overview import Ui_ShortcutsForm
from hhdesk.gui.kit.buttons import Keycap
from hhdesk.gui.kit.labels import Label
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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(1.5), px(1.1), px(1.5), px(1.1))
        outer.addWidget(body)
        for part in (self, self.form.shortcutsContents, self.form.shortcutsScroll.viewport()):
            Theme.instance().surface(part, "page")
        dress(self.form.shortcutsTitle, Type.DISPLAY)
        dress(self.form.shortcutsText, Type.SMALL, "muted")
        self.setWindowTitle(self.form.shortcutsTitle.text())
        self._fill(self.form.shortcutsGrid)
        self.resize(min(px(86), window.width() - px(4)), min(px(52), window.height() - px(4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it by the key that opened it, too."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _fill(self, grid: QGridLayout) -> None:
        grid.setHorizontalSpacing(px(2.2))
        grid.setVerticalSpacing(px(1.1))
        heights = [0] * COLUMNS
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        for place in Place:
            specs = listed(place)
            if not specs or place is Place.WEEK:
                continue
            shortest = heights.index(min(heights))
            columns[shortest].addLayout(self._group(place, specs))
            columns[shortest].addSpacing(px(1.1))
            heights[shortest] += len(specs) + 2
        for number, column in enumerate(columns):
            column.addStretch(1)
            grid.addLayout(column, 0, number)

    def _group(self, place: Place, specs: list[ActionSpec]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(0.45))
        column.addWidget(Label(place_words(place), Type.STRONG))
        for spec in specs:
            row = QHBoxLayout()
            row.setSpacing(px(0.3))
            keys = "1 … 9" if spec.id.value == "respond.1" else spec.key_text
            words = Label(spec.words.rstrip("…"), Type.BODY, "muted", name=f"key_{spec.id.value}")
            words.setAccessibleName(f"{words.text()}: {keys}")
            row.addWidget(words, 1)
            for key in (keys, *spec.more_keys):
                row.addWidget(Keycap(key))
            column.addLayout(row)
        if place is Place.RESPONSES:
            same = QCoreApplication.translate("Commands", "hh.ru's act with a letter")
            row = QHBoxLayout()
            row.addWidget(Label(same, Type.BODY, "muted", name="key_with_letter"), 1)
            row.addWidget(Keycap("Shift 1 … 9"))
            column.addLayout(row)
        return column
