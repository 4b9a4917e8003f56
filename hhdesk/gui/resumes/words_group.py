"""Lines of words: what shall be found, how its words combine, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.domain.account import Dictionaries
from hhdesk.domain.search import Words
from hhdesk.domain.values import Named
from hhdesk.gui.kit.theme import px
from hhdesk.gui.resumes.suggest import Ask, SuggestField

_PERIOD_FIELDS = "experience"
"""Places whose ids begin so may have a period: the specification of text.period."""


class _WordsField(SuggestField):
    """Its cross takes the line away, not only the words."""

    emptied = Signal()

    def empty(self) -> None:
        super().empty()
        self.emptied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace in an empty line takes it away too."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class WordsLine(QWidget):
    """One line. Its combo boxes hold hh.ru's dictionaries; a value they do not list is kept."""

    submitted = Signal()
    removed = Signal()

    def __init__(self, ask: Ask, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = Words(text="")
        self.field = _WordsField(ask, self, keeps_text=True)
        self.field.submitted.connect(self.submitted)
        self.field.chosen.connect(lambda _: self.field.setFocus())
        self.field.emptied.connect(self.removed)
        self.logic, self.place, self.period = _box(self), _box(self), _box(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(0.45))
        layout.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(px(0.45))
        row.addWidget(self.logic, 1)
        row.addWidget(self.place, 1)
        layout.addLayout(row)
        layout.addWidget(self.period)
        self.place.currentIndexChanged.connect(self._show_period)
        # Nothing to choose from before hh.ru's dictionaries are there.
        self.logic.hide()
        self.place.hide()
        self.set_number(number)
        self.retranslate()
        self._show_period()

    def set_number(self, number: int) -> None:
        """Name the parts after the place of the line, from 1."""
        self.field.setObjectName(f"words{number}")
        self.logic.setObjectName(f"wordsLogic{number}")
        self.place.setObjectName(f"wordsField{number}")
        self.period.setObjectName(f"wordsPeriod{number}")

    def set_dictionaries(self, dictionaries: Dictionaries) -> None:
        """Offer what hh.ru knows; what is chosen stays."""
        chosen = self.value()
        _fill(self.logic, [_shortened(entry) for entry in dictionaries.of("resume_search_logic")])
        _fill(self.place, dictionaries.of("resume_search_fields"))
        _fill(self.period, dictionaries.of("resume_search_experience_period"))
        for box in (self.logic, self.place):
            box.setVisible(box.count() > 0)
        self.set_value(chosen)

    def value(self) -> Words:
        """The line as a condition."""
        place = self.place.currentData() or ",".join(self._kept.fields)
        period = self.period.currentData() if not self.period.isHidden() else ""
        return Words(
            text=self.field.text().strip(),
            logic=self.logic.currentData() or self._kept.logic,
            fields=tuple(str(place).split(",")),
            period=period or "",
        )

    def set_value(self, words: Words) -> None:
        """Show a condition."""
        self._kept = words
        self.field.setText(words.text)
        _choose(self.logic, words.logic)
        _choose(self.place, ",".join(words.fields))
        if words.period:
            _choose(self.period, words.period)
        self._show_period()

    def retranslate(self) -> None:
        """Words of the line in the present language."""
        word = QCoreApplication.translate
        self.field.setPlaceholderText(word("Search", "Position, skill, company"))
        self.field.setAccessibleName(word("Search", "Words"))
        self.logic.setAccessibleName(word("Search", "How the words combine"))
        self.place.setAccessibleName(word("Search", "Where to look for the words"))
        self.period.setAccessibleName(word("Search", "When it was"))

    def _show_period(self) -> None:
        place = str(self.place.currentData() or "")
        self.period.setVisible(place.startswith(_PERIOD_FIELDS))


class WordsLines(QWidget):
    """All lines; at least one is always there."""

    submitted = Signal()

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._dictionaries: Dictionaries | None = None
        self._lines: list[WordsLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.6))
        self.add()

    @property
    def lines(self) -> tuple[WordsLine, ...]:
        return tuple(self._lines)

    def add(self) -> WordsLine:
        """Another line at the end."""
        line = WordsLine(self._ask, len(self._lines) + 1, self)
        line.submitted.connect(self.submitted)
        line.removed.connect(lambda: self._remove(line))
        if self._dictionaries is not None:
            line.set_dictionaries(self._dictionaries)
        self._lines.append(line)
        self._column.addWidget(line)
        return line

    def set_dictionaries(self, dictionaries: Dictionaries) -> None:
        """Offer hh.ru's values in all lines, also in those to come."""
        self._dictionaries = dictionaries
        for line in self._lines:
            line.set_dictionaries(dictionaries)

    def values(self) -> tuple[Words, ...]:
        """The lines that hold words."""
        return tuple(value for value in (line.value() for line in self._lines) if value.text)

    def set_values(self, values: Sequence[Words]) -> None:
        """Show exactly `values`; one empty line for none."""
        wanted = list(values) or [Words(text="")]
        while len(self._lines) > len(wanted):
            self._drop(self._lines[-1])
        while len(self._lines) < len(wanted):
            self.add()
        for line, value in zip(self._lines, wanted, strict=True):
            line.set_value(value)

    def retranslate(self) -> None:
        """Words of all lines in the present language."""
        for line in self._lines:
            line.retranslate()

    def _remove(self, line: WordsLine) -> None:
        if len(self._lines) > 1:
            self._drop(line)
        self._lines[0].field.setFocus()

    def _drop(self, line: WordsLine) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.deleteLater()
        for number, one in enumerate(self._lines, start=1):
            one.set_number(number)


def _box(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    return box


def _fill(box: QComboBox, entries: Sequence[Named]) -> None:
    was = box.blockSignals(True)
    box.clear()
    for entry in entries:
        box.addItem(entry.name or entry.id, entry.id)
    box.blockSignals(was)


def _choose(box: QComboBox, identifier: str) -> None:
    """Choose by id; an id that hh.ru does not list (any more) becomes an entry of its own."""
    if not identifier or not box.count():
        return
    place = box.findData(identifier)
    if place < 0:
        box.addItem(identifier, identifier)
        place = box.count() - 1
    box.setCurrentIndex(place)


def _shortened(entry: Named) -> Named:
    """hh.ru's sentence «Все слова встречаются» without its verb: half a panel is all there is room for."""
    words = entry.name
    for verb in (" встречаются", " встречается", " are found", " is found"):
        words = words.removesuffix(verb)
    return Named(id=entry.id, name=words[:1].lower() + words[1:])
