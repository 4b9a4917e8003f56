"""A drop-down with check boxes and a filter, for trees such as roles and regions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.labels import tip
from hhdesk.gui.kit.paint import box, text
from hhdesk.gui.kit.textedits import SearchEdit
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Radius, Size, Type

_MOST_FOUND: Final = 200
_KEY: Final = Qt.ItemDataRole.UserRole


class TreeNode(Struct, frozen=True):
    """One entry; `key` empty is a heading that cannot be chosen."""

    key: str
    words: str
    children: tuple[TreeNode, ...] = ()


def _walk(
    nodes: Iterable[TreeNode], path: tuple[str, ...] = ()
) -> Iterator[tuple[TreeNode, tuple[str, ...]]]:
    for node in nodes:
        yield node, path
        yield from _walk(node.children, (*path, node.words))


class MultiSelect(QAbstractButton):
    """Looks like a combo box; opens a list of check boxes that stays open while one ticks."""

    changed = Signal(object)
    """Tuple of chosen keys, after the person changed them."""

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._nodes: tuple[TreeNode, ...] = ()
        self._words: dict[str, str] = {}
        self._chosen: dict[str, None] = {}
        if name:
            self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._popup: _Popup | None = None
        self.clicked.connect(self.open)
        self._tell()
        Theme.instance().changed.connect(self.updateGeometry)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys in the order they were chosen."""
        return tuple(self._chosen)

    @property
    def nodes(self) -> tuple[TreeNode, ...]:
        return self._nodes

    def set_nodes(self, nodes: Sequence[TreeNode]) -> None:
        """Offer these."""
        self._nodes = tuple(nodes)
        self._words = {node.key: node.words for node, _ in _walk(self._nodes) if node.key}
        self._tell()

    def set_chosen(self, keys: Iterable[str]) -> None:
        """Choose without telling."""
        self._chosen = dict.fromkeys(keys)
        self._tell()

    def words_of(self, key: str) -> str:
        """What `key` is called."""
        return self._words.get(key, key)

    def toggle_key(self, key: str, on: bool) -> None:
        """Choose `key`, or not, as the person would."""
        if on == (key in self._chosen):
            return
        if on:
            self._chosen[key] = None
        else:
            del self._chosen[key]
        self._tell()
        self.changed.emit(self.chosen)

    def open(self) -> None:
        """Show the list below."""
        self._popup = _Popup(self)
        self._popup.open_below()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(14), px(Size.FIELD))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(6), px(Size.FIELD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        rect = QRectF(self.rect())
        focused = self.hasFocus()
        edge = tokens.accent if focused else tokens.edge if self.isEnabled() else tokens.rim
        box(painter, rect, Radius.FIELD * em(), tokens.page, edge, width=2 if focused else 1)
        side = px(1.1)
        arrow = QRectF(rect.right() - px(1.5), (rect.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", arrow, tokens.muted)
        ink = tokens.ink if self._chosen and self.isEnabled() else tokens.faint
        body = rect.adjusted(px(0.75), 0, -px(1.9), 0)
        text(painter, body, self.summary(), type_font(Type.BODY), ink, elide=True)

    def summary(self) -> str:
        """One name, or how many."""
        if not self._chosen:
            return self._placeholder
        if len(self._chosen) == 1:
            return self.words_of(next(iter(self._chosen)))
        return self.tr("%n chosen", "", len(self._chosen))

    def _tell(self) -> None:
        self.setAccessibleName(
            f"{self._placeholder}: {self.summary()}" if self._chosen else self._placeholder
        )
        self.setToolTip(tip(", ".join(self.words_of(key) for key in self._chosen)))
        self.update()


class _Popup(QFrame):
    """Filter over a tree; branches are filled when they are opened, so ten thousand regions cost nothing."""

    def __init__(self, owner: MultiSelect) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(f"{owner.objectName()}.popup")
        self._owner = owner
        self._filter = SearchEdit(self.tr("Find"), self, name=f"{owner.objectName()}.filter")
        self._tree = QTreeWidget(self)
        self._tree.setObjectName(f"{owner.objectName()}.tree")
        self._tree.setAccessibleName(owner.accessibleName())
        self._tree.setHeaderHidden(True)
        self._tree.setFrameShape(QFrame.Shape.NoFrame)
        self._tree.setUniformRowHeights(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(0.6), px(0.6), px(0.3), px(0.6))
        layout.addWidget(self._filter)
        layout.addWidget(self._tree)
        Theme.instance().surface(self, "raised")
        Theme.instance().surface(self._tree.viewport(), "raised")
        self._filter.textChanged.connect(self._fill)
        self._tree.itemExpanded.connect(self._fill_branch)
        self._tree.itemChanged.connect(self._ticked)
        self._fill("")

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = Theme.current()
        box(QPainter(self), QRectF(self.rect()), 1, tokens.raised, tokens.rim if tokens.dark else tokens.edge)

    def open_below(self) -> None:
        """Show it under its owner, inside the screen."""
        owner = self._owner
        self.resize(max(owner.width(), px(22)), px(26))
        corner = owner.mapToGlobal(QPoint(0, owner.height() + 2))
        screen = owner.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(max(screen.top(), owner.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        self.move(corner)
        self.show()
        self._filter.setFocus()

    def _fill(self, words: str) -> None:
        self._tree.blockSignals(True)
        self._tree.clear()
        wanted = words.strip().casefold().replace("ё", "е")
        if wanted:
            self._fill_found(wanted)
        else:
            self._tree.addTopLevelItems([self._item(node) for node in self._owner.nodes])
        self._tree.blockSignals(False)

    def _fill_found(self, wanted: str) -> None:
        found: list[QTreeWidgetItem] = []
        for node, path in _walk(self._owner.nodes):
            if node.key and wanted in node.words.casefold().replace("ё", "е"):
                item = self._item(TreeNode(node.key, node.words))
                item.setToolTip(0, tip(" · ".join((*path, node.words))))
                found.append(item)
                if len(found) == _MOST_FOUND:
                    break
        self._tree.addTopLevelItems(found)

    def _fill_branch(self, item: QTreeWidgetItem) -> None:
        node = item.data(0, _KEY + 1)
        if isinstance(node, TreeNode) and item.childCount() == 0:
            self._tree.blockSignals(True)
            item.addChildren([self._item(child) for child in node.children])
            self._tree.blockSignals(False)

    def _item(self, node: TreeNode) -> QTreeWidgetItem:
        item = QTreeWidgetItem([node.words])
        item.setData(0, _KEY, node.key)
        item.setData(0, _KEY + 1, node)
        if node.key:
            on = node.key in self._owner.chosen
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        if node.children:
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _ticked(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key:
            self._owner.toggle_key(key, item.checkState(0) is Qt.CheckState.Checked)
