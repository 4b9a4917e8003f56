"""The fields for a passphrase: chosen twice with a hint at its strength, or asked for once."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hhdesk.gui.kit.fields import LineEdit
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Role, Type

FEWEST_LETTERS: Final = 12
_FEWEST_DIFFERENT: Final = 6
_STRONG_LETTERS: Final = 20


class Strength(Enum):
    """How hard a passphrase is to guess; nobody is asked for signs and digits, length is what counts."""

    EMPTY = auto()
    SHORT = auto()
    MONOTONOUS = auto()
    """Long, of few different letters."""
    FAIR = auto()
    STRONG = auto()

    @classmethod
    def of(cls, passphrase: str) -> Strength:
        """The strength of what was typed."""
        if not passphrase:
            return cls.EMPTY
        if len(passphrase) < FEWEST_LETTERS:
            return cls.SHORT
        if len(set(passphrase.casefold())) < _FEWEST_DIFFERENT:
            return cls.MONOTONOUS
        return cls.STRONG if len(passphrase) >= _STRONG_LETTERS else cls.FAIR

    @property
    def will_do(self) -> bool:
        """Whether it may be used."""
        return self in (Strength.FAIR, Strength.STRONG)


class PassphraseFields(QWidget):
    """`new` asks twice. What is typed is never shown and never kept here longer than the page."""

    changed = Signal()
    submitted = Signal()
    """Enter in the last field, and it will do."""

    def __init__(self, parent: QWidget | None = None, *, new: bool) -> None:
        super().__init__(parent)
        self._new = new
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.45))
        self.first = self._field("passphrase", self.tr("Passphrase"))
        self.again = self._field("passphraseAgain", self.tr("The same once more"))
        self.again.setVisible(new)
        self.hint = Label("", Type.SMALL, "muted", wrap=True, name="passphraseHint")
        self.hint.setVisible(new)
        for part in (self.first, self.again, self.hint):
            column.addWidget(part)
        self._tell()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.first.text()

    @property
    def is_good(self) -> bool:
        """Whether it may be used: any to open with, a strong one typed twice to lock with."""
        if not self._new:
            return bool(self.text)
        return Strength.of(self.text).will_do and self.again.text() == self.text

    def take_focus(self) -> None:
        """The keyboard to where the next letter belongs."""
        target = self.again if self._new and Strength.of(self.text).will_do else self.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, name: str, words: str) -> LineEdit:
        field = LineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setPlaceholderText(words)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self._typed)
        field.returnPressed.connect(self._entered)
        return field

    def _typed(self) -> None:
        self._tell()
        self.changed.emit()

    def _entered(self) -> None:
        if self.is_good:
            self.submitted.emit()
        else:
            self.take_focus()

    def _tell(self) -> None:
        words, ink = self._words()
        self.hint.setText(words)
        self.hint.set_look(Type.SMALL, ink)

    def _words(self) -> tuple[str, Role]:
        match Strength.of(self.text):
            case Strength.EMPTY:
                return self.tr("Four or five words that do not belong together are strong."), "muted"
            case Strength.SHORT:
                left = FEWEST_LETTERS - len(self.text)
                return self.tr("%n more character(s), at least", "", left), "amber"
            case Strength.MONOTONOUS:
                return self.tr("Too few different characters"), "amber"
            case strength:
                if self.again.text() and self.again.text() != self.text:
                    return self.tr("The two are not the same"), "amber"
                strong = strength is Strength.STRONG
                return (self.tr("Strong"), "ok") if strong else (self.tr("Fair; longer is stronger"), "muted")
