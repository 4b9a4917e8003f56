"""Panes and what divides them: head, card, tabs, splitter, dimming."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSplitter, QTabBar, QVBoxLayout, QWidget

from hhdesk.gui.kit.actionbar import ActionBar
from hhdesk.gui.kit.avatar import Avatar
from hhdesk.gui.kit.chips import Badge
from hhdesk.gui.kit.labels import Dot, ElidedLabel, IconLabel, Label, Paragraph, Rule
from hhdesk.gui.kit.paint import Tone, box
from hhdesk.gui.kit.ring import Ring
from hhdesk.gui.kit.states import EmptyState, Skeleton, Strip, StripTone
from hhdesk.gui.kit.theme import Theme, em, px
from hhdesk.gui.kit.tokens import Radius, Role, Size, Space, Type

__all__ = [
    "ActionBar",
    "Avatar",
    "Card",
    "Dot",
    "ElidedLabel",
    "EmptyState",
    "IconLabel",
    "Label",
    "Overlay",
    "PaneHead",
    "Paragraph",
    "Ring",
    "Rule",
    "SizeMemory",
    "Skeleton",
    "SplitView",
    "Strip",
    "StripTone",
    "TabBar",
    "column",
    "row",
]


def _margins(layout: QBoxLayout, margins: tuple[float, float, float, float], spacing: float) -> None:
    left, top, right, bottom = (px(side) for side in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(px(spacing))


def column(
    parent: QWidget | None = None,
    *,
    margins: tuple[float, float, float, float] = (0, 0, 0, 0),
    spacing: float = Space.SMALL,
) -> QVBoxLayout:
    """A vertical layout measured in em."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    _margins(layout, margins, spacing)
    return layout


def row(
    parent: QWidget | None = None,
    *,
    margins: tuple[float, float, float, float] = (0, 0, 0, 0),
    spacing: float = Space.SMALL,
) -> QHBoxLayout:
    """A horizontal layout measured in em."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    _margins(layout, margins, spacing)
    return layout


class PaneHead(QWidget):
    """Head of a pane: title, quiet words (age, count), a badge, buttons at the right, a line below."""

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        quiet: str = "",
        surface: Role = "panel",
        kind: Type = Type.STRONG,
        line: bool = True,
        name: str = "head",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._line = line
        self._title = ElidedLabel(title, kind, name=f"{name}.title")
        self._quiet = Label(quiet, Type.SMALL, "faint", name=f"{name}.quiet")
        self._badge = Badge("", Tone.ACCENT, name=f"{name}.badge")
        self._badge.hide()
        self._layout = row(self, margins=(Space.LARGE, 0, Space.MEDIUM, 0))
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._badge)
        self._layout.addWidget(self._quiet)
        self._layout.addStretch(1)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        Theme.instance().surface(self, surface)
        Theme.instance().changed.connect(self.updateGeometry)

    def set_title(self, title: str, quiet: str = "") -> None:
        """Change what the pane is and the quiet words after it."""
        self._title.setText(title)
        self._quiet.setText(quiet)
        self.setAccessibleName(title)

    def set_badge(self, words: str, tone: Tone = Tone.ACCENT) -> None:
        """Show a badge after the title; empty hides it."""
        self._badge.set_badge(words, tone)
        self._badge.setVisible(bool(words))

    def add(self, widget: QWidget) -> None:
        """Add a button at the right."""
        self._layout.addWidget(widget)

    def add_left(self, widget: QWidget) -> None:
        """Add something right after the title."""
        self._layout.insertWidget(self._layout.indexOf(self._quiet) + 1, widget)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(Size.HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, Theme.current().line)


class Card(QWidget):
    """A rounded panel; put a layout into it, or use `body`."""

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = "page",
        edge: Role | None = "line",
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._edge = edge
        if name:
            self.setObjectName(name)
        self.setAccessibleName(title)
        self.body = column(self, margins=(Space.LARGE, 0.95, Space.LARGE, Space.LARGE), spacing=Space.MEDIUM)
        if title:
            self.body.addWidget(Label(title, Type.SMALL_STRONG, "muted"))
        Theme.instance().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = Theme.current()
        edge = tokens.role(self._edge) if self._edge else None
        box(QPainter(self), QRectF(self.rect()), Radius.PANEL * em(), tokens.role(self._role), edge)


class TabBar(QTabBar):
    """Tabs standing on a line; the chosen one on accent."""

    def __init__(
        self, titles: Sequence[str] = (), parent: QWidget | None = None, *, name: str = "tabs"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setExpanding(False)
        self.setDrawBase(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setProperty("focusRing", True)
        for title in titles:
            self.addTab(title)


class SizeMemory(Protocol):
    """Where splitters keep their sizes; config has one."""

    def recall(self, key: str) -> bytes | None:
        """What was kept under `key`."""
        ...

    def keep(self, key: str, state: bytes) -> None:
        """Keep `state` under `key`."""
        ...


class SplitView(QSplitter):
    """A splitter that remembers its sizes under `name` in `memory`."""

    def __init__(
        self,
        name: str,
        memory: SizeMemory | None = None,
        parent: QWidget | None = None,
        *,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
    ) -> None:
        super().__init__(orientation, parent)
        self._memory = memory
        self._recalled = False
        self._least: dict[QWidget, float] = {}
        self.setObjectName(name)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._moved)

    def add_pane(self, pane: QWidget, *, width: float, least: float, stretch: int = 0) -> None:
        """Add `pane`, `width` em wide at first and never narrower than `least` em."""
        self._least[pane] = least
        pane.setMinimumWidth(px(least))
        self.addWidget(pane)
        place = self.indexOf(pane)
        self.setStretchFactor(place, stretch)
        sizes = self.sizes()
        sizes[place] = px(width)
        self.setSizes(sizes)

    def set_single(self, single: bool) -> None:
        """Where one pane fills the window it is as wide as that, however large the type is."""
        for pane, least in self._least.items():
            pane.setMinimumWidth(0 if single else px(least))

    def recall(self) -> None:
        """Bring back remembered sizes; call when all panes are in."""
        state = self._memory.recall(self.objectName()) if self._memory is not None else None
        if state:
            self.restoreState(QByteArray(state))
            self.setHandleWidth(1)

    def _moved(self) -> None:
        if self._memory is not None:
            self._memory.keep(self.objectName(), bytes(self.saveState().data()))


class Overlay(QWidget):
    """Dims a window's client area while a dialog is open over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._dims = False
        window.installEventFilter(self)
        self.hide()

    def dim(self, dialog: QWidget) -> None:
        """Stay until `dialog` closes."""
        dialog.installEventFilter(self)
        self._dims = True
        self._follow_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self.resize(self._window.size())
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self._dims = False
            self._follow_soon()
        return False

    def _follow_soon(self) -> None:
        """All of the window is painted anew: in another turn than the dialog itself."""
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()
        self.setVisible(self._dims)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 110 if Theme.current().dark else 76))
