"""Parts that the filter panel's groups are made of; each holds hh.ru's ids with their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hhdesk.domain.values import Named
from hhdesk.gui.kit.buttons import Tick
from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.labels import Rule, tip
from hhdesk.gui.kit.paint import text, text_width
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Type


class GroupHeader(QAbstractButton):
    """The line of a collapsed group: chevron, name, and what is set in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = ""
        self._set = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        Theme.instance().changed.connect(self.updateGeometry)

    def set_summary(self, summary: str, is_set: bool) -> None:
        """What stands at the right; `is_set` writes it stronger."""
        self._summary, self._set = summary, is_set
        self.setAccessibleName(f"{self.text()}, {summary}" if summary else self.text())
        self.setToolTip(tip(summary) if is_set else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(12), px(2.35))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hover)
        side, left = px(1.0), px(1.1)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, chevron, QRectF(left, (self.height() - side) / 2, side, side), tokens.muted)
        font = type_font(Type.BODY)
        start = left + px(1.55)
        width = text_width(self.text(), font)
        text(painter, QRectF(start, 0, width, self.height()), self.text(), font, tokens.ink)
        if self._summary and not self.isChecked():
            room = QRectF(start + width + px(0.75), 0, 0, self.height())
            room.setRight(self.width() - px(1.1))
            ink = tokens.muted if self._set else tokens.faint
            kind = type_font(Type.SMALL, 500 if self._set else 400)
            text(painter, room, self._summary, kind, ink, Qt.AlignmentFlag.AlignRight, elide=True)


class Collapsible(QWidget):
    """A group that is closed until it is wanted; its header tells what is set inside."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.header = GroupHeader(self)
        self.header.setObjectName(f"{name}Header")
        self.body = QWidget(self)
        self.body.setVisible(False)
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(px(1.1), px(0.15), px(1.1), px(0.75))
        self.inside.setSpacing(px(0.45))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.body)
        layout.addWidget(Rule(self))
        self.header.toggled.connect(self.body.setVisible)

    def tell(self, values: Sequence[str], none: str) -> None:
        """Show what is set in the group, or `none`."""
        self.header.set_summary(", ".join(values) if values else none, bool(values))


class ChoiceList(QWidget):
    """Check boxes of a dictionary's entries. A chosen entry that hh.ru no longer lists stays, chosen."""

    changed = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, single: bool = False, across: bool = False
    ) -> None:
        """`single` takes one at most; `across` stands side by side, for short words."""
        super().__init__(parent)
        self.setObjectName(name)
        self._single = single
        self._boxes: dict[str, Tick] = {}
        self._names: dict[str, str] = {}
        self._column: QLayout = FlowLayout(self) if across else QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.45))

    def set_entries(self, entries: Sequence[Named]) -> None:
        """Offer `entries`; what is chosen stays chosen."""
        chosen = self.values()
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self._boxes.clear()
        self._names = {entry.id: entry.name for entry in (*entries, *chosen)}
        for identifier, words in self._names.items():
            self._add(identifier, words)
        self.set_values(chosen)

    def values(self) -> tuple[Named, ...]:
        """The chosen entries in hh.ru's order."""
        return tuple(
            Named(id=identifier, name=self._names[identifier])
            for identifier, box in self._boxes.items()
            if box.isChecked()
        )

    def set_values(self, values: Sequence[Named]) -> None:
        """Choose exactly `values`."""
        for value in values:
            if value.id not in self._boxes:
                self._names[value.id] = value.name or value.id
                self._add(value.id, self._names[value.id])
        wanted = {value.id for value in values}
        for identifier, box in self._boxes.items():
            was = box.blockSignals(True)
            box.setChecked(identifier in wanted)
            box.blockSignals(was)

    def _add(self, identifier: str, words: str) -> None:
        box = Tick(words, self)
        box.setObjectName(f"{self.objectName()}_{identifier}")
        box.toggled.connect(lambda on: self._toggled(identifier, on))
        self._boxes[identifier] = box
        self._column.addWidget(box)

    def _toggled(self, identifier: str, on: bool) -> None:
        if on and self._single:
            self.set_values([Named(id=identifier, name=self._names[identifier])])
        self.changed.emit()


def dress_number(field: QLineEdit, largest: int) -> None:
    """Let the form's `field` take whole numbers up to `largest` and group their digits when it is left."""
    validator = QIntValidator(0, largest, field)
    validator.setLocale(QLocale())
    field.setValidator(validator)
    field.editingFinished.connect(lambda: set_number(field, number_of(field)))


def number_of(field: QLineEdit) -> int | None:
    """The number in `field`, None when it is empty."""
    digits = re.sub(r"\D", "", field.text())
    return int(digits) if digits else None


def set_number(field: QLineEdit, value: int | None) -> None:
    """Write `value` as the language groups it."""
    field.setText("" if value is None else QLocale().toString(value))
