"""Letters by the place of the key, so that J is J in the Russian layout too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from weakref import ReferenceType, WeakKeyDictionary, ref

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from hhdesk.gui.actions import ACTIONS, ActionId

_ROWS: Final = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
EVDEV: Final[dict[int, str]] = {first + place: key for first, keys in _ROWS for place, key in enumerate(keys)}
"""Linux key codes, which are also the scan codes of Windows in these rows."""

MAC: Final[dict[int, str]] = dict(
    zip(
        (0, 11, 8, 2, 14, 3, 5, 4, 34, 38, 40, 37, 46, 45, 31, 35, 12, 15, 1, 17, 32, 9, 13, 7, 16, 6),
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        strict=True,
    )
) | dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), "1234567890", strict=True))
"""Virtual key codes of macOS, which name places, not letters."""

RUSSIAN: Final[dict[str, str]] = dict(
    zip("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True)
)
"""Letters of ЙЦУКЕН and the Latin letters on the same keys."""

_NAMED: Final = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Escape: "Esc",
}
_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


def key_name(event: QKeyEvent, platform: str | None = None) -> str:
    """Latin name of the pressed key by its place: "J", "1", "Space"; empty for others."""
    if named := _NAMED.get(Qt.Key(event.key())):
        return named
    return _by_place(event, platform or QGuiApplication.platformName()) or _by_letter(event)


def _by_place(event: QKeyEvent, platform: str) -> str:
    if platform == "cocoa":
        # A key event without a native part has virtual key 0, which is also the place of A.
        native = event.nativeVirtualKey() or event.nativeScanCode() or event.nativeModifiers()
        return MAC.get(event.nativeVirtualKey(), "") if native else ""
    code = event.nativeScanCode()
    if platform in ("xcb", "wayland"):
        code -= 8
    return EVDEV.get(code, "")


def _by_letter(event: QKeyEvent) -> str:
    key = event.key()
    letter = chr(key).upper() if 0x20 < key < 0x500 else event.text().upper()
    letter = RUSSIAN.get(letter, letter)
    return letter if len(letter) == 1 and letter.isascii() and letter.isalnum() else ""


def is_text_field(widget: QObject | None) -> bool:
    """Whether letters typed there are text."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, (QTextEdit, QPlainTextEdit, QLineEdit)):
        return not widget.isReadOnly()
    return isinstance(widget, _TEXT_FIELDS)


_GOING_ON: Final = frozenset({ActionId.NEXT_ROW, ActionId.PREVIOUS_ROW, ActionId.PAGE_DOWN, ActionId.PAGE_UP})
"""A key that is held down walks and scrolls; an act is done once for each time it is pressed."""


class KeyMap(QObject):
    """Letters of one pane. The innermost pane around the focus that knows a key gets it."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._bound: dict[str, Callable[[bool], None]] = {}
        self._ids: dict[ActionId, str] = {}
        self._enabled: dict[str, Callable[[], bool]] = {}
        self._held: set[str] = set()
        """Keys that go on while they are held down."""
        _Router.instance().add(pane, self)

    def bind(
        self, action: ActionId, do: Callable[[], None], enabled: Callable[[], bool] = lambda: True
    ) -> None:
        """Let the letter of `action` call `do` in this pane."""
        self.bind_shift(action, lambda shift: do(), enabled, with_shift=False)

    def bind_shift(
        self,
        action: ActionId,
        do: Callable[[bool], None],
        enabled: Callable[[], bool] = lambda: True,
        *,
        with_shift: bool = True,
    ) -> None:
        """Like `bind`, and `do` is told whether Shift was down: Shift+act is with a letter."""
        spec = ACTIONS[action]
        for key in (spec.key, *spec.more_keys):
            self._bound[key] = do
            self._enabled[key] = enabled
            if action in _GOING_ON:
                self._held |= {key, f"Shift+{key}"}
            if with_shift:
                self._bound[f"Shift+{key}"] = do
                self._enabled[f"Shift+{key}"] = enabled
        self._ids[action] = spec.key

    def bound(self) -> tuple[ActionId, ...]:
        """What this pane understands, for the key overview."""
        return tuple(self._ids)

    def handle(self, event: QKeyEvent) -> bool:
        """Act on a key press; False if it is nobody's here."""
        modifiers = event.modifiers() & ~_IGNORED
        shift = Qt.KeyboardModifier.ShiftModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, shift):
            return False
        name = key_name(event)
        key = f"Shift+{name}" if modifiers == shift else name
        do = self._bound.get(key)
        if do is None or not self._enabled[key]():
            return False
        event.accept()
        if key in self._held or not event.isAutoRepeat():
            do(modifiers == shift)
        return True


class _Router(QObject):
    """Watches only the widget with focus and the panes, so that other events cost nothing."""

    _one: _Router | None = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        # Keys know their pane, so to hold them would hold every pane for good: the pane holds them itself.
        self._maps: WeakKeyDictionary[QWidget, ReferenceType[KeyMap]] = WeakKeyDictionary()
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._follow)

    @classmethod
    def instance(cls) -> _Router:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if cls._one is None or not isValid(cls._one):
            cls._one = _Router(app)
        return cls._one

    def add(self, pane: QWidget, keys: KeyMap) -> None:
        self._maps[pane] = ref(keys)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focus = watched if isinstance(watched, QWidget) else None
        if focus is None or is_text_field(focus) or is_text_field(focus.focusProxy()):
            return False
        place: QWidget | None = focus
        while place is not None:
            known = self._maps.get(place)
            keys = known() if known is not None else None
            if keys is not None and isValid(keys) and keys.handle(event):
                return True
            place = None if place.isWindow() else place.parentWidget()
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched) and self._watched not in self._maps:
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None and new not in self._maps:
            new.installEventFilter(self)
