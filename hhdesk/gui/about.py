"""Two small sheets of the help menu: what comes next, and what this is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhdesk import __version__
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Paragraph
from hhdesk.gui.kit.panes import Label, Overlay
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.places import coming


def tell_coming(window: QWidget) -> QDialog:
    """The places that have no section yet, each with its purpose."""
    title = QCoreApplication.translate("Help", "What comes next")
    return _sheet(window, "coming", title, coming())


def tell_about(window: QWidget) -> QDialog:
    """Version, purpose, where data are."""
    title = f"hhdesk {__version__}"
    lines = (
        (
            QCoreApplication.translate("Help", "What it is."),
            QCoreApplication.translate("Help", "A recruiter's desk for hh.ru over its official interface."),
        ),
        (
            QCoreApplication.translate("Help", "Where data are."),
            QCoreApplication.translate("Help", "On this computer only, and on hh.ru. hhdesk has no server."),
        ),
        (
            QCoreApplication.translate("Help", "Built with."),
            "Qt, Python, SQLite, Golos Text (OFL), Lucide (ISC).",
        ),
    )
    return _sheet(window, "about", title, lines)


def _sheet(window: QWidget, name: str, title: str, lines: Sequence[tuple[str, str]]) -> QDialog:
    sheet = QDialog(window)
    sheet.setObjectName(name)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.setWindowModality(Qt.WindowModality.WindowModal)
    sheet.setWindowTitle(title)
    Theme.instance().surface(sheet, "page")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(px(1.85), px(1.5), px(1.85), px(1.5))
    column.setSpacing(px(0.75))
    column.addWidget(Label(title, Type.TITLE, name=f"{name}Title"))
    for place, (strong, words) in enumerate(lines):
        line = Paragraph(strong, words, name=f"{name}Line{place}")
        line.setMinimumWidth(px(32))
        column.addWidget(line)
    close = Button(
        QCoreApplication.translate("Help", "Close"), sheet, kind=Kind.FILLED, key="Esc", name=f"{name}Close"
    )
    close.setDefault(True)
    close.clicked.connect(sheet.accept)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
    overlay = Overlay(window)
    overlay.dim(sheet)
    sheet.destroyed.connect(overlay.deleteLater)
    sheet.open()
    return sheet
