"""Fields: text, search, numbers, choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hhdesk.gui.kit.labels import IconLabel, Label
from hhdesk.gui.kit.multiselect import MultiSelect, TreeNode
from hhdesk.gui.kit.paint import text, text_width
from hhdesk.gui.kit.suggest import MultiSuggest, SuggestEdit, Suggestion
from hhdesk.gui.kit.textedits import LineEdit, SearchEdit
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Type

__all__ = [
    "Choice",
    "FieldMessage",
    "LineEdit",
    "MultiSelect",
    "MultiSuggest",
    "NumberField",
    "SearchEdit",
    "SuggestEdit",
    "Suggestion",
    "TreeNode",
]


_MOST_DIGITS: Final = 12


class FieldMessage(QWidget):
    """What is wrong with the field above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(0.45))
        layout.addWidget(IconLabel("circle-alert", "no", 1.0), 0, Qt.AlignmentFlag.AlignTop)
        self._label = Label("", Type.SMALL, "no", wrap=True)
        layout.addWidget(self._label, 1)
        self.hide()

    @property
    def words(self) -> str:
        return self._label.text()

    def say(self, words: str) -> None:
        """Show `words`; empty hides it."""
        self._label.setText(words)
        self.setVisible(bool(words))


class _NumberEdit(LineEdit):
    """The field itself, with its unit at the right."""

    def __init__(self, placeholder: str, unit: str, parent: QWidget) -> None:
        super().__init__(placeholder, parent)
        self._unit = unit
        self.removeAction(self._clear)
        if unit:
            self.setTextMargins(0, 0, round(text_width(unit, type_font(Type.BODY))) + px(0.3), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unit:
            painter = QPainter(self)
            place = QRectF(self.rect()).adjusted(0, 0, -px(0.75), 0)
            ink = Theme.current().faint
            text(painter, place, self._unit, type_font(Type.BODY), ink, Qt.AlignmentFlag.AlignRight)


class NumberField(QWidget):
    """A whole number, written with the spaces of the language; says what is wrong below itself."""

    value_changed = Signal(object)
    """int, or None when it is empty or wrong."""

    def __init__(
        self,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        unit: str = "",
        least: int = 0,
        most: int | None = None,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self._value: int | None = None
        self.edit = _NumberEdit(placeholder, unit, self)
        self.message = FieldMessage(self)
        if name:
            self.setObjectName(f"{name}.field")
            self.edit.setObjectName(name)
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(0.3))
        layout.addWidget(self.edit)
        layout.addWidget(self.message)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self._rewrite)

    @property
    def value(self) -> int | None:
        """The number; None when it is empty or wrong."""
        return self._value

    @property
    def is_valid(self) -> bool:
        """Empty is valid."""
        return not self.edit.property("invalid")

    def set_value(self, value: int | None) -> None:
        """Show `value` without telling."""
        self._value = value
        self.edit.setText("" if value is None else QLocale().toString(value))
        self.set_error("")

    def set_error(self, words: str) -> None:
        """Say what is wrong, hh.ru's refusal for one; empty takes it back."""
        self.edit.set_invalid(words)
        self.message.say(words)

    def set_place_for_message(self, message: FieldMessage) -> None:
        """Let `message` speak instead of the own one: two fields in a row share a line below."""
        self.message.hide()
        self.message = message

    def _edited(self, words: str) -> None:
        value, wrong = self._read(words)
        self.set_error(wrong)
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _read(self, words: str) -> tuple[int | None, str]:
        bare = "".join(words.split()).replace("\u00a0", "").replace("\u202f", "")
        if not bare:
            return None, ""
        if not (bare.isascii() and bare.isdigit()) or len(bare) > _MOST_DIGITS:
            return None, self.tr("Only digits")
        value = int(bare)
        if self._most is not None and value > self._most:
            return None, self.tr("Not more than {number}").format(number=QLocale().toString(self._most))
        if value < self._least:
            return None, self.tr("Not less than {number}").format(number=QLocale().toString(self._least))
        return value, ""

    def _rewrite(self) -> None:
        if self._value is not None:
            self.edit.setText(QLocale().toString(self._value))


class Choice(QComboBox):
    """A drop-down of key and words. The wheel scrolls the pane, not the choice."""

    chosen = Signal(str)
    """Key the person chose."""

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    @property
    def key(self) -> str:
        """Key of what is shown; empty when there is nothing."""
        return self.currentData() or ""

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these; what was chosen stays chosen where it is still there."""
        kept = self.key
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.set_key(kept)

    def set_key(self, key: str) -> None:
        """Show `key` without telling."""
        row = self.findData(key)
        if row >= 0:
            self.setCurrentIndex(row)

    def set_invalid(self, why: str) -> None:
        """Red edge, and `why` for a screen reader."""
        self.setProperty("invalid", bool(why))
        self.setAccessibleDescription(why)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(5), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While nothing is chosen, arrows and letters open the list: they choose nothing."""
        moves = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if self.currentIndex() < 0 and not held and (moves or event.text().isalnum()):
            self.showPopup()
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
