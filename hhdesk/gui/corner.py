"""The corner of the menu bar: the box that opens the palette, and whose account this is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from hhdesk.domain.connection import Connection, ConnectionState
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.labels import tip
from hhdesk.gui.kit.paint import box, keycap_size, plain_keycap, text, text_width
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Radius, Type
from hhdesk.gui.sections import WidthClass

_KEY = "Ctrl K"
_ROOM = {WidthClass.WIDE: (22.0, 26.0), WidthClass.NARROW: (19.0, 13.0), WidthClass.SINGLE: (9.5, 0.0)}
"""Em of the search box and of the account's words that there is always room for."""
_MOST = _ROOM[WidthClass.WIDE]


class SearchBox(QPushButton):
    """Looks like a field, opens the palette."""

    ems = 22.0
    """Its width; less where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBox")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Words anew."""
        self.setText(self.tr("Person, vacancy or command"))
        self._shorter = (self.text(), self.tr("Person, vacancy…"), self.tr("Find…"))
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for its words."""
        return QSize(px(self.ems), px(1.75))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field with a loupe and its key."""
        painter = QPainter(self)
        tokens = Theme.current()
        whole = QRectF(self.rect())
        ground = tokens.hover if self.underMouse() else tokens.page
        box(painter, whole, Radius.FIELD * em(), ground, tokens.rim)
        side = px(1.05)
        middle = whole.center().y()
        paint_icon(painter, "search", QRectF(px(0.6), middle - side / 2, side, side), tokens.muted)
        cap = keycap_size(_KEY)
        place = QRectF(px(2), 0, whole.width() - px(2.6) - cap.width(), whole.height())
        font = type_font(Type.SMALL)
        fitting = (words for words in self._shorter if text_width(words, font) <= place.width())
        text(painter, place, next(fitting, self._shorter[-1]), font, tokens.muted, elide=True)
        if not cap.isEmpty():
            left, top = whole.right() - cap.width() - px(0.35), round(middle - cap.height() / 2)
            plain_keycap(painter, QRectF(left, top, cap.width(), cap.height()), _KEY)


class AccountButton(QToolButton):
    """Who works for whom; its menu signs in and out and changes the manager account."""

    ems = 26.0
    """The most that its words take; they are elided beyond."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("account")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        menu.setObjectName("accountMenu")
        self.setMenu(menu)
        self._connection = Connection()
        self._coming = ""
        self.show_connection(self._connection)

    def show_change(self, account: str) -> None:
        """Say which account is being changed to; empty when it is done, or was not."""
        self._coming = account
        self.show_connection(self._connection)

    def show_connection(self, connection: Connection) -> None:
        """Name the person and the company."""
        self._connection = connection
        me = connection.me
        words = self.tr("not connected")
        if me is not None and connection.state is not ConnectionState.NOT_SET_UP:
            parts = (f"{me.first_name} {me.last_name}".strip(), me.employer_name)
            words = " · ".join(part for part in parts if part) or words
        if self._coming:
            words = self.tr("Changing to {account}…").format(account=self._coming)
        self.setText(words)
        self.setAccessibleName(self.tr("Account: {who}").format(who=words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words, within reason."""
        return QSize(round(min(self._words_width(), px(self.ems))) + px(2.6), px(1.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words and an arrow."""
        painter = QPainter(self)
        tokens = Theme.current()
        if self.underMouse() or self.isDown():
            box(painter, QRectF(self.rect()), Radius.FIELD * em(), tokens.hover)
        place = QRectF(px(0.6), 0, self.width() - px(2.2), self.height())
        text(painter, place, self.text(), type_font(Type.SMALL), tokens.muted, elide=True)
        side = px(1)
        arrow = QRectF(self.width() - px(1.5), (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", arrow, tokens.muted)

    def _words_width(self) -> float:
        return text_width(self.text(), type_font(Type.SMALL))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_connection(self._connection)
        super().changeEvent(event)


class Corner(QWidget):
    """Both, side by side."""

    palette_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = WidthClass.WIDE
        self.setObjectName("corner")
        self.search = SearchBox(self)
        self.search.clicked.connect(self.palette_wanted)
        self.account = AccountButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, px(0.9), 1)
        row.setSpacing(px(0.35))
        row.addWidget(self.search)
        row.addWidget(self.account)

    def set_width(self, width: WidthClass) -> None:
        """Leave the menus their room."""
        self._width = width
        self.account.setToolTip("" if width is WidthClass.WIDE else tip(self.account.text()))
        self.share()

    def share(self) -> None:
        """Share what the menus leave: first the search box has its words, then the account."""
        search, account = _ROOM[self._width]
        bar = self.parentWidget()
        if self._width is WidthClass.NARROW and isinstance(bar, QMenuBar):
            # Those that have no room now have no place either, so their words are measured.
            words = bar.fontMetrics()
            menus = sum(
                words.horizontalAdvance(one.text().replace("&", "")) + px(1.8) for one in bar.actions()
            )
            free = (self.window().width() - menus - px(1.5) - self._edges) / em()
            search = min(max(search, free - account), _MOST[0])
            account = min(max(account, free - search), _MOST[1])
        if (search, account) != (self.search.ems, self.account.ems):
            self.search.ems, self.account.ems = search, account
            for part in (self.search, self.account):
                part.updateGeometry()

    @property
    def _edges(self) -> int:
        """Pixels that are neither of the box nor of words."""
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else QMargins()
        return px(2.6) + margins.left() + margins.right() + px(0.35)

    def event(self, event: QEvent) -> bool:
        """A longer name needs more room: the menu bar lays its corner out only when its own size changes."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.share()
        bar = self.parentWidget()
        if event.type() == QEvent.Type.LayoutRequest and bar is not None and self.sizeHint() != self.size():
            QApplication.postEvent(bar, QResizeEvent(bar.size(), bar.size()))
        return handled

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.search.retranslate()
        super().changeEvent(event)
