"""Fonts, palette and style of the application, switched while it runs."""

from __future__ import annotations

import importlib
from enum import StrEnum
from functools import cache, lru_cache
from typing import ClassVar, Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hhdesk.gui.kit.tokens import DARK, LIGHT, Role, Tokens, Type

BASE_PIXELS: Final = 13
"""Pixel size of the base font at 100 %: 10 points at 96 dots an inch, the same on macOS."""

FAMILY: Final = "Golos Text"

_SELECTING: Final = ("QLineEdit", "QTextEdit", "QPlainTextEdit")
"""Classes of Qt's whose text can be selected; labels say it for themselves."""


class Scheme(StrEnum):
    """Which palette the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """What the application looks like now. One per process, see `instance`."""

    changed = Signal()
    """Colours, type size or keycaps changed: repaint and measure again."""

    pixels: ClassVar[float] = float(BASE_PIXELS)
    """Pixel size of the base font now."""

    _one: Theme | None = None

    def __init__(self) -> None:
        super().__init__()
        self._scheme = Scheme.LIGHT
        self._tokens = LIGHT
        self._zoom = 1.0
        self._keycaps = True
        self._surfaces: WeakKeyDictionary[QWidget, Role] = WeakKeyDictionary()

    @classmethod
    def instance(cls) -> Theme:
        """The theme of this process; light until something is installed."""
        if cls._one is None or not isValid(cls._one):
            cls._one = Theme()
        return cls._one

    @classmethod
    def current(cls) -> Tokens:
        """The palette that is shown now."""
        return cls.instance()._tokens

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def keycaps(self) -> bool:
        """Whether buttons show their keys."""
        return self._keycaps

    def install(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, zoom: float = 1.0) -> None:
        """Give `app` our fonts, style and palette."""
        from hhdesk.gui.kit.focus import FocusRing
        from hhdesk.gui.kit.style import DeskStyle

        _load_fonts()
        self._scheme, self._zoom = scheme, zoom
        self._tokens = _resolve(app, scheme)
        app.setStyle(DeskStyle())
        _set_font(app, zoom)
        FocusRing.install(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed, Qt.ConnectionType.UniqueConnection)
        self._apply(app)

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or stay light or dark."""
        self._scheme = scheme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._tokens = _resolve(app, scheme)
            self._apply(app)

    def set_zoom(self, zoom: float) -> None:
        """Size of type and all that is measured by it; 1.0 is 13 pixels."""
        self._zoom = zoom
        app = QApplication.instance()
        if isinstance(app, QApplication):
            _set_font(app, zoom)
            self._apply(app)

    def set_keycaps(self, shown: bool) -> None:
        """Show keys on buttons, or not."""
        self._keycaps = shown
        self.changed.emit()

    def surface(self, widget: QWidget, role: Role) -> None:
        """Fill `widget` with the colour of `role`, now and after every change."""
        self._surfaces[widget] = role
        widget.setAutoFillBackground(True)
        _fill(widget, self._tokens.role(role))

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self.set_scheme(Scheme.SYSTEM)

    def _apply(self, app: QApplication) -> None:
        app.setPalette(palette(self._tokens))
        for field in _SELECTING:
            faded = selecting(palette(self._tokens), self._tokens)
            app.setPalette(faded, field)  # type: ignore[arg-type]  # the stub wants bytes, PySide6 takes str
        for widget, role in list(self._surfaces.items()):
            if isValid(widget):
                _fill(widget, self._tokens.role(role))
        self.changed.emit()


def em() -> float:
    """Pixel size of the base font. Asked hundreds of times a frame, so it is kept, not asked of Qt."""
    return Theme.pixels


def px(ems: float) -> int:
    """`ems` in whole logical pixels."""
    return round(ems * em())


@cache
def type_font(kind: Type, weight: int | None = None) -> QFont:
    """Font of a type size. Asked hundreds of times a frame, so everybody gets the same: change a copy."""
    font = QFont(QApplication.font())
    font.setPixelSize(max(1, round(em() * kind.size)))
    font.setWeight(QFont.Weight(weight or kind.weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=4096)
def advance(words: str, font: QFont) -> float:
    """Width of one line in pixels. Layouts ask for the same words again and again."""
    return QFontMetricsF(font).horizontalAdvance(words)


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette of our tokens."""
    made = QPalette()
    roles: dict[QPalette.ColorRole, QColor] = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.page,
        QPalette.ColorRole.AlternateBase: tokens.panel,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.BrightText: tokens.no,
        QPalette.ColorRole.Light: tokens.raised,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Mid: tokens.rim,
        QPalette.ColorRole.Dark: tokens.edge,
        QPalette.ColorRole.Shadow: QColor(0, 0, 0, 90),
        QPalette.ColorRole.Highlight: tokens.select,
        QPalette.ColorRole.HighlightedText: tokens.ink,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.faint,
    }
    for role, colour in roles.items():
        made.setColor(QPalette.ColorGroup.All, role, colour)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.faint)
    return made


def selecting(own: QPalette, tokens: Tokens) -> QPalette:
    """`own` of a widget with text that can be selected: what is selected fades with the focus.

    Not in everybody's palette: whatever looks different in an inactive window is painted anew whenever a
    dialog opens or closes, which would be the whole window.
    """
    own.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, tokens.idle)
    return own


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with `share` (0 to 1) of `other` in it."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def _fill(widget: QWidget, colour: QColor) -> None:
    own = widget.palette()
    own.setColor(widget.backgroundRole(), colour)  # Base for the viewport of a list, else Window
    widget.setPalette(own)


_NATIVE: Final = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def _resolve(app: QApplication, scheme: Scheme) -> Tokens:
    app.styleHints().setColorScheme(_NATIVE[scheme])  # title bars and the system's dialogs follow
    if scheme is Scheme.SYSTEM:
        return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def _set_font(app: QApplication, zoom: float) -> None:
    font = _base_font(zoom)
    Theme.pixels = float(font.pixelSize())
    type_font.cache_clear()
    advance.cache_clear()
    app.setFont(font)


def _base_font(zoom: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(BASE_PIXELS * zoom))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _load_fonts() -> bool:
    """Load the fonts of the resource once; without the compiled resource Qt's own font stays."""
    load_resources()
    folder = QDir(":/fonts")
    for name in folder.entryList(["*.ttf", "*.otf"]):
        QFontDatabase.addApplicationFont(folder.filePath(name))
    return True


@cache
def load_resources() -> bool:
    """Register the compiled Qt resource. False in a checkout where `make forms` did not run yet."""
    try:
        importlib.import_module("hhdesk.gui.compiled.resources_rc")
    except ModuleNotFoundError:
        return False
    return True
