"""Chosen entries as chips, and the field or picker that adds more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from hhdesk.domain.account import RoleCategory
from hhdesk.domain.values import Named
from hhdesk.gui.kit.chips import Chip, ChipBar, ChipData
from hhdesk.gui.kit.suggest import Suggestion
from hhdesk.gui.kit.theme import px
from hhdesk.gui.resumes.suggest import Ask, SuggestField

_ID = Qt.ItemDataRole.UserRole


class NamedChips(QWidget):
    """A set of entries; each chip takes its entry away."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._values: dict[str, Named] = {}
        self.bar = ChipBar(self, name=f"{name}Chips")
        self.bar.removed.connect(self.remove)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(0.45))
        self.column.addWidget(self.bar)
        self.bar.hide()

    def values(self) -> tuple[Named, ...]:
        """In the order they were added."""
        return tuple(self._values.values())

    def set_values(self, values: Sequence[Named]) -> None:
        """Exactly these."""
        self._values = {value.id: value for value in values}
        self.bar.set_chips(ChipData(value.id, value.name or value.id) for value in values)
        self.bar.setVisible(bool(values))

    def add(self, value: Named) -> None:
        """One more."""
        self.set_values([*self._values.values(), value] if value.id not in self._values else self.values())
        self.changed.emit()

    def remove(self, identifier: str) -> None:
        """One less."""
        self.set_values([value for value in self.values() if value.id != identifier])
        self.changed.emit()


class SuggestedChips(NamedChips):
    """Chips under which a field suggests more."""

    submitted = Signal()

    def __init__(self, name: str, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.field = SuggestField(ask, self)
        self.field.setObjectName(f"{name}Field")
        self.field.chosen.connect(self._chosen)
        self.field.submitted.connect(self.submitted)
        self.column.addWidget(self.field)

    def set_words(self, name: str, placeholder: str) -> None:
        """Name and hint of the field."""
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(placeholder)

    def _chosen(self, suggestion: Suggestion) -> None:
        self.add(Named(id=suggestion.key, name=suggestion.words))


class RoleChips(NamedChips):
    """Chosen professional roles, and the tree to choose more from."""

    picker_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.plus = Chip("", self, dashed=True, icon="plus", name=f"{name}Add")
        self.plus.clicked.connect(self._open)
        self.column.addWidget(self.plus, 0, Qt.AlignmentFlag.AlignLeft)
        self._picker: RolePicker | None = None
        self._categories: Sequence[RoleCategory] = ()

    def set_words(self, plus: str) -> None:
        """The words on the dashed chip."""
        self.plus.set_words(plus)

    def set_categories(self, categories: Sequence[RoleCategory]) -> None:
        """What hh.ru lets search."""
        self._categories = categories
        if self._picker is not None:
            self._picker.set_categories(categories)

    def _open(self) -> None:
        self.picker_asked.emit()
        if self._picker is None:
            self._picker = RolePicker(self)
            self._picker.set_categories(self._categories)
            self._picker.toggled.connect(self._toggled)
        self._picker.set_chosen({value.id for value in self.values()})
        self._picker.show_at(self.plus.mapToGlobal(QPoint(0, self.plus.height() + px(0.3))))

    def _toggled(self, value: Named, on: bool) -> None:
        if on:
            self.add(value)
        else:
            self.remove(value.id)


class RolePicker(QFrame):
    """Professional roles by category, each with a check, narrowed by what is typed."""

    toggled = Signal(object, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("rolePicker")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(0.6), px(0.6), px(0.6), px(0.6))
        column.setSpacing(px(0.45))
        self.filter = QLineEdit(self)
        self.filter.setObjectName("rolePickerFilter")
        self.filter.setPlaceholderText(QCoreApplication.translate("Search", "Find a role"))
        self.filter.setAccessibleName(QCoreApplication.translate("Search", "Find a role"))
        self.filter.textChanged.connect(self._narrow)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("rolePickerTree")
        self.tree.setAccessibleName(QCoreApplication.translate("Search", "Professional roles"))
        self.tree.setHeaderHidden(True)
        self.tree.itemChanged.connect(self._changed)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)

    def set_categories(self, categories: Sequence[RoleCategory]) -> None:
        """Fill the tree anew."""
        self.tree.blockSignals(True)
        self.tree.clear()
        for category in categories:
            branch = QTreeWidgetItem([category.name])
            for role in category.roles:
                leaf = QTreeWidgetItem([role.name])
                leaf.setData(0, _ID, role.id)
                leaf.setCheckState(0, Qt.CheckState.Unchecked)
                branch.addChild(leaf)
            self.tree.addTopLevelItem(branch)
        self.tree.blockSignals(False)

    def set_chosen(self, identifiers: set[str]) -> None:
        """Check exactly these and open their categories."""
        self.tree.blockSignals(True)
        for branch, leaf in self._leaves():
            on = leaf.data(0, _ID) in identifiers
            leaf.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            if on:
                branch.setExpanded(True)
        self.tree.blockSignals(False)

    def show_at(self, place: QPoint) -> None:
        """Open under the chip, on the screen whole."""
        self.resize(px(28), px(30))
        screen = self.screen().availableGeometry()
        x = min(place.x(), screen.right() - self.width())
        y = min(place.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.filter.clear()
        self.show()
        self.filter.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; arrows go from the filter into the tree."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)

    def _leaves(self) -> list[tuple[QTreeWidgetItem, QTreeWidgetItem]]:
        return [
            (branch, leaf)
            for branch in self._branches()
            for leaf in (branch.child(row) for row in range(branch.childCount()))
            if leaf is not None
        ]

    def _branches(self) -> list[QTreeWidgetItem]:
        rows = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [branch for branch in rows if branch is not None]

    def _narrow(self, text: str) -> None:
        words = text.casefold().replace("ё", "е").split()
        for _, leaf in self._leaves():
            name = leaf.text(0).casefold().replace("ё", "е")
            leaf.setHidden(not all(word in name for word in words))
        shown = {branch.text(0) for branch, leaf in self._leaves() if not leaf.isHidden()}
        for branch in self._branches():
            branch.setHidden(branch.text(0) not in shown)
            branch.setExpanded(bool(words) and branch.text(0) in shown)

    def _changed(self, leaf: QTreeWidgetItem) -> None:
        identifier = leaf.data(0, _ID)
        if identifier:
            value = Named(id=str(identifier), name=leaf.text(0))
            self.toggled.emit(value, leaf.checkState(0) == Qt.CheckState.Checked)
