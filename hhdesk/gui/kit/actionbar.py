"""The foot of a person: what can be done, always in the same place, folding when there is no room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import literal
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Role, Size, Space

_Looks = dict[QWidget, tuple[bool, bool]]
"""Of each widget that is shown: whether it is collapsed to its icon, and whether it keeps its price then."""


class ActionBar(QWidget):
    """Acts at the left, the rest at the right. No room: the right ones become icons with their prices, spare
    ones leave, prices at the right go, acts with a price become icons with it, and the last acts go into
    «Ещё N», at the very end those at the right too. Words are never cut.
    """

    def __init__(self, parent: QWidget | None = None, *, surface: Role = "panel", name: str = "acts") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._acts: list[QWidget] = []
        self._end: list[QWidget] = []
        self._spare: list[QWidget] = []
        self._folded: list[Button] = []
        self._more = Button("", self, menu_arrow=True, name=f"{name}.more")
        self._more.hide()
        self._more.clicked.connect(self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.instance().surface(self, surface)
        Theme.instance().changed.connect(self._place)

    @property
    def folded(self) -> tuple[Button, ...]:
        """Acts that are in the menu now."""
        return tuple(self._folded)

    def set_acts(
        self, acts: Sequence[QWidget], end: Sequence[QWidget] = (), spare: Sequence[QWidget] = ()
    ) -> None:
        """Show these; the ones shown before are thrown away unless they are among them. `spare` names those
        of `end` that may be missing: the same can be done elsewhere.
        """
        kept = [*acts, *end]
        for old in (*self._acts, *self._end):
            if old not in kept:
                old.hide()
                old.deleteLater()
        self._acts, self._end, self._spare = list(acts), list(end), list(spare)
        before: QWidget | None = None
        for widget in kept:
            if widget.parent() is not self:
                widget.setParent(self)
                widget.show()
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(Size.FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(12), px(Size.FOOT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def showEvent(self, event: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, Theme.current().line)

    def _place(self) -> None:
        """Decide what is whole, what an icon and what in the menu, and put it there."""
        if not self.isVisible():
            return  # comes with showEvent
        gap = px(Space.SMALL)
        looks = self._looks(self.width() - 2 * px(Space.LARGE), gap)
        for widget in (*self._acts, *self._end):
            if isinstance(widget, Button) and widget in looks:
                collapsed, priced = looks[widget]
                widget.set_collapsed(collapsed, priced=priced)
            widget.setVisible(widget in looks)
        self._more.setVisible(bool(self._folded))
        x = px(Space.LARGE)
        for widget in (*(one for one in self._acts if one in looks), *([self._more] if self._folded else [])):
            x = self._put(widget, x) + gap
        end = [one for one in self._end if one in looks]
        x = self.width() - px(Space.LARGE) - self._need(end, looks, gap)
        for widget in end:
            x = self._put(widget, x) + gap

    def _put(self, widget: QWidget, x: int) -> int:
        size = widget.sizeHint()
        widget.setGeometry(QRect(QPoint(x, (self.height() - size.height()) // 2 + 1), size))
        return x + size.width()

    def _looks(self, room: int, gap: int) -> _Looks:
        """What is shown, and whether as an icon (with its price). Nothing is touched while it is tried."""
        self._folded = []
        looks: _Looks = dict.fromkeys((*self._acts, *self._end), (False, False))
        for step in self._steps(looks):
            if self._fits(looks, room, gap):
                break
            step()
        return looks

    def _steps(self, looks: _Looks) -> Iterator[Callable[[], object]]:
        """What gives way, one after the other."""
        end = [widget for widget in reversed(self._end) if isinstance(widget, Button)]
        for button in end:
            yield partial(looks.update, {button: (True, True)})
            if button in self._spare:
                yield partial(looks.pop, button)
        yield lambda: looks.update({button: (True, False) for button in end if button in looks})
        # What has a price keeps it: better an icon with its price than the main act in a menu.
        priced = [one for one in self._acts if isinstance(one, Button) and one.cost]
        yield lambda: looks.update({one: (True, True) for one in priced if one.kind is not Kind.FILLED})
        # The main act goes last.
        main = [widget for widget in self._acts if _is_main(widget)]
        others = [widget for widget in reversed(self._acts) if widget not in main]
        for widget in (*others, *main, *reversed(end)):
            if isinstance(widget, Button) and widget not in self._spare:
                yield partial(self._fold, widget, looks)

    def _fold(self, button: Button, looks: _Looks) -> None:
        """Put it into the menu."""
        del looks[button]
        whole = [one for one in (*self._acts, *self._end) if one not in self._spare]
        self._folded = [one for one in whole if isinstance(one, Button) and one not in looks]
        self._more.set_words(self.tr("%n more", "acts that had no room", len(self._folded)))

    def _fits(self, looks: _Looks, room: int, gap: int) -> bool:
        acts = [widget for widget in self._acts if widget in looks]
        end = [widget for widget in self._end if widget in looks]
        need = self._need(acts, looks, gap)
        if self._folded:
            need += self._more.sizeHint().width() + (gap if acts else 0)
        between = 2 * gap if (acts or self._folded) and end else 0
        return need + self._need(end, looks, gap) + between <= room

    @staticmethod
    def _need(widgets: Sequence[QWidget], looks: _Looks, gap: int) -> int:
        wide = (
            widget.width_when(*looks[widget]) if isinstance(widget, Button) else widget.sizeHint().width()
            for widget in widgets
        )
        return sum(wide) + gap * max(0, len(widgets) - 1)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._folded:
            menu.addAction(_as_action(button, menu))
        corner = self._more.mapToGlobal(QPoint(0, 0))
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height() - px(0.3)))


def _is_main(widget: QWidget) -> bool:
    return isinstance(widget, Button) and widget.kind is Kind.FILLED


def _as_action(button: Button, parent: QMenu) -> QAction:
    words = f"{button.text()} · {button.cost}" if button.cost else button.text()
    words = f"{words}\t{button.key}" if button.key else words
    action = QAction(literal(words), parent)
    action.setEnabled(button.isEnabled())
    action.setObjectName(button.objectName())
    action.triggered.connect(button.click)
    return action
