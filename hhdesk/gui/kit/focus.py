"""The focus ring: 2 pixels of accent, 1 pixel outside whatever the keyboard is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QPlainTextEdit,
    QSlider,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid


class FocusRing(QObject):
    """Moves one QFocusFrame to the focused button; fields and lists show focus themselves."""

    _one: FocusRing | None = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._follow)

    @classmethod
    def install(cls, app: QApplication) -> None:
        """Follow the focus of `app`; a second call changes nothing."""
        if cls._one is None or not isValid(cls._one):
            cls._one = FocusRing(app)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.setWidget(None)  # type: ignore[arg-type]  # Qt takes null, the stub does not say so
        for widget in (old, new):
            if isinstance(widget, QTextEdit | QPlainTextEdit) and isValid(widget):
                widget.update()  # its edge is thicker with focus, and Qt repaints the inside only
        if new is None or not self._wants(new):
            return
        if self._frame is None or not isValid(self._frame):
            self._frame = QFocusFrame()
            self._frame.setObjectName("focusRing")
        self._frame.setWidget(new)

    @staticmethod
    def _wants(widget: QWidget) -> bool:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False  # a click says where it is; the ring is for the keyboard
        if widget.property("ownFocus"):
            return False
        return isinstance(widget, (QAbstractButton, QSlider)) or bool(widget.property("focusRing"))
