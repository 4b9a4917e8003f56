"""Gives labels of the forms their type size and colour, now and after every change of the theme."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from hhdesk.gui.kit.labels import escaped, leading
from hhdesk.gui.kit.theme import Theme, type_font
from hhdesk.gui.kit.tokens import Role, Type


class _Dress(QObject):
    """Lives with its widget and follows the theme."""

    def __init__(self, widget: QWidget, kind: Type, role: Role, weight: int | None) -> None:
        super().__init__(widget)
        self._widget = widget
        self.kind, self.role, self.weight = kind, role, weight
        Theme.instance().changed.connect(self.put_on)
        self.put_on()

    def put_on(self) -> None:
        """Set font and colour anew."""
        self._widget.setFont(type_font(self.kind, self.weight))
        own = self._widget.palette()
        for place in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
            own.setColor(place, Theme.current().role(self.role))
        self._widget.setPalette(own)


def dress(
    widget: QWidget,
    kind: Type = Type.BODY,
    role: Role = "ink",
    *,
    weight: int | None = None,
    wrap: bool = False,
) -> None:
    """Write `widget` in a type size and the colour of a role; a second call changes both."""
    found = widget.findChild(_Dress, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(found, _Dress):
        found.kind, found.role, found.weight = kind, role, weight
        found.put_on()
    else:
        _Dress(widget, kind, role, weight)
    if wrap and isinstance(widget, QLabel):
        widget.setWordWrap(True)


def set_paragraph(label: QLabel, text: str) -> None:
    """Show plain `text` with the line height of running text; QLabel knows none of its own."""
    label.setTextFormat(Qt.TextFormat.RichText)
    words = escaped(text).replace("\n", "<br/>")
    label.setText(f'<p style="line-height:{leading()}">{words}</p>')
    label.setAccessibleName(text)
