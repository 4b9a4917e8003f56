"""The bar at the foot: connection and age, what is left, the outbox, what runs now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from hhdesk import __version__
from hhdesk.domain.account import Quota
from hhdesk.domain.connection import Connection, ConnectionState, KeyringKind
from hhdesk.domain.outbox import OutboxSummary
from hhdesk.gui.kit.buttons import IconButton
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import dot, paint_ring, text, text_width
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Role, Size, Type
from hhdesk.gui.labels import dress
from hhdesk.gui.moments import clock, countdown, short_ago, time_or_day
from hhdesk.gui.sections import WidthClass
from hhdesk.gui.tasks import Running, TaskBoard

_SOON: Final = timedelta(hours=12)
"""A moment within this time is told by the clock alone, also where it is tomorrow's."""


class Marker(Enum):
    """What stands before the words of an item."""

    NONE = auto()
    DOT = auto()
    CIRCLE = auto()
    RING = auto()
    ALERT = auto()
    PAUSE = auto()


class Told(Struct, frozen=True):
    """What an item says, long and short."""

    words: str = ""
    short: str = ""
    marker: Marker = Marker.NONE
    role: Role = "muted"
    share: float = 0.0
    """Of the ring."""


class StatusItem(QAbstractButton):
    """One fact; where there is something to do about it, it can be pressed."""

    def __init__(self, name: str, tip: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._told = Told()
        self._tip = tip
        self._brief = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.hide()
        Theme.instance().changed.connect(self.updateGeometry)

    @property
    def told(self) -> Told:
        """What it says now."""
        return self._told

    def tell(self, told: Told) -> None:
        """Say something else; without words the item is hidden."""
        if told == self._told:
            return
        before, self._told = self._told, told
        grows = (told.words, told.short, told.marker) != (before.words, before.short, before.marker)
        self.setVisible(bool(told.words))
        self._name()
        if grows:
            self.updateGeometry()
        self.update()

    def set_brief(self, brief: bool) -> None:
        """Say it short."""
        self._brief = brief
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words, marker and air."""
        width = text_width(self.text(), type_font(Type.SMALL)) + px(1.5)
        if self._told.marker is not Marker.NONE:
            width += px(1.3)
        return QSize(round(width), px(Size.STATUS))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marker, then words."""
        painter = QPainter(self)
        tokens = Theme.current()
        ink = tokens.role(self._told.role)
        x, middle = float(px(0.75)), self.height() / 2
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), tokens.idle if tokens.dark else tokens.hover)
        match self._told.marker:
            case Marker.DOT:
                dot(painter, QPointF(x + px(0.35), middle), px(0.32), ink)
            case Marker.CIRCLE:
                paint_ring(painter, QRectF(x, middle - px(0.35), px(0.7), px(0.7)), 1, ink, None, 1.2)
            case Marker.RING:
                place = QRectF(x - 1, middle - px(0.5), px(1), px(1))
                paint_ring(painter, place, self._told.share, tokens.accent, tokens.badge)
            case Marker.ALERT | Marker.PAUSE:
                name = "circle-alert" if self._told.marker is Marker.ALERT else "pause"
                paint_icon(painter, name, QRectF(x - 1, middle - px(0.55), px(1.1), px(1.1)), ink)
        if self._told.marker is not Marker.NONE:
            x += px(1.3) if self._told.marker not in (Marker.DOT, Marker.CIRCLE) else px(1.1)
        words = tokens.role(self._told.role) if self._told.role in ("no", "amber") else tokens.muted
        place = QRectF(x, 0, self.width() - x, self.height())
        text(painter, place, self.text(), type_font(Type.SMALL), words)

    def _name(self) -> None:
        self.setText(self._told.short if self._brief and self._told.short else self._told.words)
        self.setAccessibleName(self._told.words)
        self.setToolTip(self._tip() or (self._told.words if self._brief else ""))


class RunningItem(QWidget):
    """The task that runs longest, with its progress and the way to stop it."""

    def __init__(self, board: TaskBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusRunning")
        self._board = board
        self._words = QLabel(self)
        self._words.setObjectName("statusRunningText")
        dress(self._words, Type.SMALL, "muted")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("statusProgress")
        self._bar.setTextVisible(False)
        self._stop = IconButton("x", "", self, size=0.95, name="statusStop")
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._bar, self._stop):
            row.addWidget(part)
        for signal in (board.added, board.changed, board.removed):
            signal.connect(self.show_board)
        Theme.instance().changed.connect(self._measure)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Words anew."""
        self._stop.set_words(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self.show_board()

    def show_board(self) -> None:
        """Show what the board says now."""
        running = self._board.running
        self.setVisible(bool(running))
        if not running:
            return
        first: Running = running[0]
        words = first.text
        if first.total:
            words = self.tr("{text}: {done} of {total}").format(
                text=first.text, done=first.done, total=first.total
            )
        if len(running) > 1:
            words += " · " + self.tr("%n more", "", len(running) - 1)
        self._words.setText(words)
        self._bar.setVisible(first.total > 0)
        self._bar.setRange(0, max(first.total, 1))
        self._bar.setValue(first.done)

    def _cancel(self) -> None:
        if running := self._board.running:
            running[0].cancel()

    def _measure(self) -> None:
        self._bar.setFixedSize(px(4.6), px(0.4))


class StatusBar(QWidget):
    """Tells facts and leaves what to do about them to the window."""

    connection_pressed = Signal()
    outbox_pressed = Signal()

    def __init__(self, board: TaskBoard, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._now = now
        self._state: Connection = Connection()
        self._online, self._since, self._contact, self._pause = True, None, None, None
        self._outbox = OutboxSummary()
        self._encrypted: bool | None = None
        self._quota: Quota | None = None
        self._contacts: int | None = None
        Theme.instance().surface(self, "window")
        self.connection = StatusItem("statusConnection", self._connection_tip, self)
        self.storage = StatusItem("statusStorage", str, self)
        self.views = StatusItem("statusViews", str, self)
        self.contacts = StatusItem("statusContacts", str, self)
        self.outbox = StatusItem("statusOutbox", str, self)
        self.running = RunningItem(board, self)
        self.version = QLabel(f"hhdesk {__version__}", self)
        self.version.setObjectName("statusVersion")
        dress(self.version, Type.SMALL, "muted")
        self.version.hide()
        self.connection.clicked.connect(self.connection_pressed)
        self.outbox.clicked.connect(self.outbox_pressed)
        self._items = (self.connection, self.storage, self.views, self.contacts, self.outbox)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        for item in self._items:
            self._row.addWidget(item)
        self._row.addStretch(1)
        self._row.addWidget(self.running)
        self._row.addWidget(self.version)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        Theme.instance().changed.connect(self._measure)
        self._measure()

    _since: datetime | None
    _contact: datetime | None
    _pause: datetime | None

    def show_connection(self, connection: Connection) -> None:
        """Who is signed in, or that nobody is."""
        self._state = connection
        self._tell_connection()
        self._tell_left()

    def show_storage(self, encrypted: bool) -> None:
        """Whether the store that is open can be read with its key alone."""
        self._encrypted = encrypted
        self._tell_connection()

    def show_reach(
        self,
        online: bool,
        since: datetime | None,
        contact: datetime | None,
        pause: datetime | None = None,
    ) -> None:
        """Whether hh.ru answers, since when not, how old the newest data are, and till when it asks for
        a pause.
        """
        self._online, self._since, self._contact, self._pause = online, since, contact, pause
        self._tell_connection()
        self._tell_outbox()

    def show_quota(self, quota: Quota | None) -> None:
        """Views left today, as hh.ru says."""
        self._quota = quota
        self._tell_left()

    def show_contacts(self, left: int | None) -> None:
        """Contacts left; None where hh.ru did not say."""
        self._contacts = left
        self._tell_left()

    def show_outbox(self, summary: OutboxSummary) -> None:
        """What waits, what needs a decision."""
        self._outbox = summary
        self._tell_outbox()

    def set_width(self, width: WidthClass) -> None:
        """Short words where there is little room."""
        for item in self._items:
            item.set_brief(width < WidthClass.WIDE)

    def retranslate(self) -> None:
        """Say everything anew."""
        self._tell_connection()
        self._tell_left()
        self._tell_outbox()
        self.running.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The clock runs only while it is seen."""
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._clock.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rule above, and a rule between items."""
        painter = QPainter(self)
        tokens = Theme.current()
        painter.fillRect(self.rect(), tokens.window)
        painter.setPen(tokens.line)
        painter.drawLine(0, 0, self.width(), 0)
        shown = [item for item in self._items if item.isVisible()]
        painter.setPen(tokens.rim)
        for item in shown[1:]:
            painter.drawLine(item.x(), px(0.45), item.x(), self.height() - px(0.45))

    def _tick(self) -> None:
        if self._outbox.next_at is not None:
            self._tell_outbox()
        self._tell_connection()

    def _tell_connection(self) -> None:
        opening = self._state.state is ConnectionState.OPENING
        self.connection.tell(Told("") if opening else self._connection_told())
        set_up = self._state.state in (
            ConnectionState.OPENING,
            ConnectionState.SIGNED_IN,
            ConnectionState.SESSION_LOST,
        )
        self.version.setVisible(not set_up)
        words = ""
        if not set_up:
            words = self._storage_words()
        self.storage.tell(Told(words))
        self.update()

    def _storage_words(self) -> str:
        """Whether what is kept is encrypted; nothing before it is known."""
        if self._encrypted is None:
            return ""
        if not self._encrypted:
            return self.tr("Storage not encrypted")
        if self._state.keyring is KeyringKind.KEYRING:
            return self.tr("Storage encrypted, key in the system key store")
        return self.tr("Storage encrypted")

    def _connection_told(self) -> Told:
        match self._state.state:
            case ConnectionState.NOT_SET_UP | ConnectionState.SIGNED_OUT:
                return Told(self.tr("Not connected"), "", Marker.CIRCLE, "faint")
            case ConnectionState.SIGNING_IN:
                return Told(self.tr("Signing in…"), "", Marker.CIRCLE, "accent")
            case ConnectionState.SESSION_LOST:
                return Told(self.tr("Session expired"), "", Marker.DOT, "amber")
        return self._reach_told()

    def _reach_told(self) -> Told:
        """What is between somebody who is signed in and hh.ru."""
        if not self._online:
            words = brief = self.tr("No connection")
            if self._since is not None:
                words = self.tr("No connection since {time}").format(time=clock(self._since))
            return Told(words, brief, Marker.DOT, "amber")
        if self._pause is not None and self._pause > self._now():
            soon = self._pause - self._now() < _SOON
            time = clock(self._pause) if soon else time_or_day(self._pause, self._now())
            words = self.tr("hh.ru asks for a pause until {time}").format(time=time)
            return Told(words, self.tr("Pause until {time}").format(time=time), Marker.DOT, "amber")
        if self._contact is None:
            return Told(self.tr("Connected"), "", Marker.DOT, "ok")
        age = short_ago(self._contact, self._now())
        return Told(
            self.tr("Connected · data {age}").format(age=age),
            self.tr("Connected · {age}").format(age=age),
            Marker.DOT,
            "ok",
        )

    def _connection_tip(self) -> str:
        me = self._state.me
        return f"{me.first_name} {me.last_name} · {me.employer_name}" if me is not None else ""

    def _tell_left(self) -> None:
        views, brief = "", ""
        numbers = self.locale()
        if self._state.state is ConnectionState.SIGNED_IN and self._quota is not None:
            left, limit = self._quota.views_left, self._quota.views_limit
            if left is not None:
                brief = self.tr("Views {left}").format(left=numbers.toString(left))
                views = self.tr("Views: {left} left").format(left=numbers.toString(left))
                if limit is not None:
                    views = self.tr("Views: {left} of {limit} left").format(
                        left=numbers.toString(left), limit=numbers.toString(limit)
                    )
        spent = self._quota is not None and self._quota.views_left == 0
        self.views.tell(Told(views, brief, Marker.NONE, "amber" if spent else "muted"))
        words = ""
        if self._contacts is not None:
            left_words = numbers.toString(self._contacts)
            words = self.tr("Contacts: {left} left").format(left=left_words)
            brief = self.tr("Contacts {left}").format(left=left_words)
        self.contacts.tell(Told(words, brief))
        self.update()

    def _tell_outbox(self) -> None:
        self.outbox.tell(self._outbox_told())
        self.update()

    def _outbox_told(self) -> Told:
        box = self._outbox
        if box.deciding:
            words = self.tr("Outbox: %n need(s) a decision", "", box.deciding)
            return Told(words, self.tr("Outbox: {number}").format(number=box.deciding), Marker.ALERT, "no")
        if box.paused and box.waiting:
            return Told(self.tr("Outbox is paused: %n", "", box.waiting), "", Marker.PAUSE, "amber")
        if box.sending:
            return Told(self.tr("Outbox: sending"), "", Marker.RING, "muted", 0.25)
        return self._waiting_told(box) if box.waiting and box.next_at is not None else Told()

    def _waiting_told(self, box: OutboxSummary) -> Told:
        """When the next one goes; no moment is promised while hh.ru cannot be reached."""
        if not self._online:
            words = self.tr("Outbox: %n wait(s) for the connection", "", box.waiting)
            return Told(words, self.tr("Outbox: {number}").format(number=box.waiting), Marker.PAUSE, "amber")
        if box.next_at is None:
            return Told()
        now = self._now()
        left = (box.next_at - now).total_seconds()
        if left > 3600:
            return Told(self.tr("Outbox: %n waiting", "", box.waiting), "", Marker.RING, "muted", 1.0)
        time = countdown(box.next_at, now)
        return Told(
            self.tr("Outbox: {number}, next in {time}").format(number=box.waiting, time=time),
            self.tr("Outbox {number}, {time}").format(number=box.waiting, time=time),
            Marker.RING,
            "muted",
            min(1.0, max(0.0, left / 60)),
        )

    def _measure(self) -> None:
        self.setFixedHeight(px(Size.STATUS))
        self._row.setContentsMargins(0, 1, px(0.6), 0)
