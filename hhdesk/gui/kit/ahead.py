"""What is not seen yet made ready to be seen, in an idle moment: its first sight holds the loop for less."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget


def lay_out_ahead(widget: QWidget, size: QSize) -> None:
    """Style and lay out a hidden `widget` for `size`. Qt does both when a widget is shown first."""
    if not widget.isVisible():
        widget.resize(size)
        _lay_out(widget)


def _lay_out(widget: QWidget) -> None:
    widget.ensurePolished()
    layout = widget.layout()
    if layout is not None:
        layout.activate()
    # Not `children`: to tell what a helper of Qt's own is, PySide makes every class of Qt known to Python.
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isHidden() and not child.isWindow():
            _lay_out(child)
