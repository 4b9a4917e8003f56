"""Messages at the bottom right: at most two, with a ring that runs while a thing can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from hhdesk.gui.kit.labels import IconLabel, Label
from hhdesk.gui.kit.paint import box, keycap_size, paint_keycap, text, text_width
from hhdesk.gui.kit.ring import Ring
from hhdesk.gui.kit.theme import Theme, em, mixed, px, type_font
from hhdesk.gui.kit.tokens import TOAST_MS, Radius, Role, Size, Type

MOST = 2
"""So many at once; the oldest leaves."""
WIDEST = 56
"""em: longer words are broken, so that they can be read in six seconds and cover little."""


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class _ToastButton(QPushButton):
    """Words in the toast's own accent, and a key."""

    def __init__(self, words: str, key: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._key = key
        self.setProperty("keycap", key)
        self.setObjectName("toast.act")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        if key != self._key:
            self._key = key
            self.setProperty("keycap", key)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        cap = keycap_size(self._key).width()
        width = text_width(self.text(), type_font(Type.STRONG)) + (cap + px(0.45) if cap else 0)
        return QSize(round(width) + px(0.6), max(24, px(Size.CHIP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        font = QFont(type_font(Type.STRONG))
        font.setUnderline(self.underMouse())
        width = text_width(self.text(), font)
        left = px(0.3)
        text(painter, QRectF(left, 0, width, self.height()), self.text(), font, tokens.toast_link)
        cap = keycap_size(self._key)
        if not cap.isEmpty():
            top = round((self.height() - cap.height()) / 2)
            place = QRectF(left + width + px(0.45), top, cap.width(), cap.height())
            paint_keycap(
                painter, place, self._key, tokens.on_toast, mixed(tokens.toast, tokens.on_toast, 0.5)
            )


class Toast(QWidget):
    """One message. Lives for its countdown or six seconds, longer under the mouse."""

    acted = Signal()
    left = Signal()
    """It is gone, whatever the reason."""

    def __init__(
        self,
        host: QWidget,
        words: str,
        *,
        icon: str = "",
        act: str = "",
        key: str = "",
        seconds: int = 0,
        whole: int = 0,
        words_at: Callable[[int], str] | None = None,
    ) -> None:
        super().__init__(host)
        self.setObjectName("toast")
        self._words_at = words_at
        self._gone = False
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(px(0.9), px(0.6), px(0.9), px(0.6))
        self._layout.setSpacing(px(0.75))
        self._label = Label(
            words_at(seconds) if words_at else words, Type.BODY, "on_toast", name="toast.words"
        )
        self.ring: Ring | None = None
        if seconds:
            self._add_ring(seconds, whole or seconds)
        else:
            self._layout.addWidget(IconLabel(icon or "check", "on_toast"))
        self._layout.addWidget(self._label)
        self._button: _ToastButton | None = None
        if act:
            self._button = _ToastButton(act, key, self)
            self._button.clicked.connect(self._act)
            self._layout.addSpacing(px(0.45))
            self._layout.addWidget(self._button)
        self._fitted: tuple[str, int, int, float] | None = None
        self._size = QSize()
        self._life = QTimer(self)
        self._life.setSingleShot(True)
        self._life.timeout.connect(self.leave)
        if not seconds:
            self._life.start(TOAST_MS)
        self._shade()
        self.setAccessibleName(self._label.text())
        Theme.instance().changed.connect(self.update)

    @property
    def words(self) -> str:
        return self._label.text()

    def fit(self, room: int) -> QSize:
        """Break words that are too long for one line of `room` pixels; the size that comes of it.

        Nothing is touched while words, button and room are the same: touching asks for a layout, and a layout
        for this.
        """
        button = self._button.sizeHint().width() if self._button is not None else 0
        wanted = (self._label.text(), button, room, em())
        if wanted != self._fitted:
            self._fitted, self._size = wanted, self._measured(room)
        return self._size

    def _measured(self, room: int) -> QSize:
        self._label.setWordWrap(False)
        self._label.setMinimumWidth(0)
        over = self._layout.sizeHint().width() - room
        if over <= 0:
            return self._layout.sizeHint()
        width = max(self._label.sizeHint().width() - over, px(8))
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(width)
        return QSize(room, self._layout.totalHeightForWidth(room))

    def set_key(self, key: str) -> None:
        """The key that does what the toast offers; empty where it does something else by now."""
        if self._button is not None:
            self._button.set_key(key)

    def leave(self) -> None:
        """Go away now; twice does no harm."""
        if self._gone:
            return
        self._gone = True
        self._life.stop()
        if self.ring is not None:
            self.ring.stop()
        self.hide()
        self.left.emit()
        self.deleteLater()

    def enterEvent(self, event: object) -> None:
        self._life.stop()

    def leaveEvent(self, event: object) -> None:
        if self.ring is None:
            self._life.start(TOAST_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        box(QPainter(self), QRectF(self.rect()), Radius.PANEL * em(), Theme.current().toast)

    def _add_ring(self, seconds: int, whole: int) -> None:
        ring_role: Role = "toast_link"
        self.ring = Ring(self, role=ring_role, ground=None)
        self.ring.count_down(seconds, whole)
        self.ring.ended.connect(self.leave)
        self.ring.ticked.connect(self._tick)
        self._layout.addWidget(self.ring)

    def _tick(self, left: int) -> None:
        if self._words_at is not None:
            self._label.setText(self._words_at(left))

    def _act(self) -> None:
        self.acted.emit()
        self.leave()

    def _shade(self) -> None:
        shade = QGraphicsDropShadowEffect(self)
        shade.setBlurRadius(px(1.5))
        shade.setOffset(0, px(0.3))
        shade.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shade)


_BAR_CHANGES: Final = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)


class Toaster(QObject):
    """Shows toasts in `host`, above `over` (the action bar, a strip over it) where those are shown."""

    def __init__(self, host: QWidget, *over: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._over: tuple[QWidget, ...] = ()
        self._watched: list[QWidget] = []
        self._toasts: list[Toast] = []
        host.installEventFilter(self)
        self.set_over(*over)

    @property
    def toasts(self) -> tuple[Toast, ...]:
        """What is shown, the newest last."""
        return tuple(self._toasts)

    def set_over(self, *over: QWidget) -> None:
        """Stand above other bars: the section changed. They may come, go and move later, alone or with what
        they stand in.
        """
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._over, self._watched = over, []
        for bar in over:
            part: QWidget | None = bar
            while part is not None and part is not self._host:
                part.installEventFilter(self)
                self._watched.append(part)
                part = part.parentWidget()
        self.arrange()

    def show(
        self,
        words: str,
        *,
        icon: str = "",
        act: str = "",
        key: str = "",
        do: Callable[[], None] | None = None,
    ) -> Toast:
        """Say `words` for six seconds, with a button `act` that calls `do`."""
        return self._add(Toast(self._host, words, icon=icon, act=act, key=key), do)

    def count_down(
        self,
        words_at: Callable[[int], str],
        seconds: int,
        *,
        whole: int = 0,
        act: str = "",
        key: str = "",
        do: Callable[[], None] | None = None,
    ) -> Toast:
        """Say `words_at(seconds left)` while the ring runs."""
        toast = Toast(self._host, "", act=act, key=key, seconds=seconds, whole=whole, words_at=words_at)
        return self._add(toast, do)

    def arrange(self) -> None:
        """Put them at the bottom right, the newest lowest."""
        bars = (bar for bar in self._over if isValid(bar) and bar.isVisible())
        tops = (bar.mapTo(self._host, QPoint(0, 0)).y() for bar in bars)
        bottom = min(tops, default=self._host.height()) - px(1.1)
        for toast in reversed(self._toasts):
            size = toast.fit(min(px(WIDEST), self._host.width() - px(3.7)))
            toast.setGeometry(self._host.width() - px(1.85) - size.width(), bottom - size.height(),
                              size.width(), size.height())  # fmt: skip
            toast.raise_()
            bottom -= size.height() + px(0.6)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not hasattr(self, "_host"):
            # At the end of the program Python's half goes before Qt's.
            return False
        if isinstance(watched, Toast):
            # Its words or its key changed.
            if event.type() == QEvent.Type.LayoutRequest:
                QTimer.singleShot(0, self, self.arrange)
        elif watched is self._host:
            if event.type() == QEvent.Type.Resize:
                self.arrange()
        elif event.type() in _BAR_CHANGES and self._toasts:
            # The event comes before its effect.
            QTimer.singleShot(0, self, self.arrange)
        return False

    def _add(self, toast: Toast, do: Callable[[], None] | None) -> Toast:
        while len(self._toasts) >= MOST:
            self._toasts[0].leave()
        self._toasts.append(toast)
        toast.left.connect(lambda: self._drop(toast))
        toast.installEventFilter(self)
        if do is not None:
            toast.acted.connect(do)
        toast.show()
        self.arrange()
        announce(toast, toast.words)
        return toast

    def _drop(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            self.arrange()
