"""A question in a window-modal sheet: what will be done, what it spends, the act and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.gui.acts.prices import badge
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.panes import Overlay
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.sections import Question


def ask(window: QWidget, question: Question, then: Callable[[], None]) -> QDialog:
    """Open the sheet and return; `then` is called when the person agreed."""
    dialog = QDialog(window)
    dialog.setObjectName("question")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(question.title)
    Theme.instance().surface(dialog, "page")
    column = QVBoxLayout(dialog)
    column.setContentsMargins(px(1.85), px(1.5), px(1.85), px(1.5))
    column.setSpacing(px(0.75))
    column.addWidget(Label(question.title, Type.TITLE, wrap=True, name="questionTitle"))
    words = Label(question.text, Type.BODY, "muted", wrap=True, name="questionText")
    words.setMinimumWidth(px(30))
    column.addWidget(words)
    row = QHBoxLayout()
    row.setSpacing(px(0.6))
    kind = Kind.DANGER_FILLED if question.dangerous else Kind.FILLED
    price = badge(question.cost) if question.cost is not None else ""
    yes = Button(question.words, dialog, kind=kind, key="Ctrl Enter", cost=price, name="questionYes")
    yes.clicked.connect(dialog.accept)
    back = QCoreApplication.translate("Question", "Cancel")
    no = Button(back, dialog, kind=Kind.QUIET, key="Esc", name="questionNo")
    no.clicked.connect(dialog.reject)
    row.addWidget(yes)
    row.addWidget(no)
    row.addStretch(1)
    column.addSpacing(px(0.4))
    column.addLayout(row)
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), dialog, dialog.accept)
    dialog.accepted.connect(then)
    overlay = Overlay(window)
    overlay.dim(dialog)
    dialog.destroyed.connect(overlay.deleteLater)
    dialog.open()
    # The careful answer has the keyboard where something is lost for good.
    (no if question.dangerous else yes).setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog
