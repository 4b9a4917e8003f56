"""The first use of R: which of hh.ru's acts is the person's rejection? It binds, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhdesk.domain.negotiations import Action
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.panes import Overlay
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type


class RejectionChoice(QDialog):
    """A window-modal sheet with hh.ru's acts, one below the other."""

    def __init__(
        self, window: QWidget, actions: Sequence[Action], chosen: Callable[[Action], object]
    ) -> None:
        super().__init__(window)
        self.setObjectName("rejectionChoice")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        Theme.instance().surface(self, "page")
        title = self.tr("Which of hh.ru's acts is your rejection?")
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.85), px(1.5), px(1.85), px(1.5))
        column.setSpacing(px(0.6))
        column.addWidget(Label(title, Type.TITLE, wrap=True, name="rejectionTitle"))
        words = self.tr(
            "From then on R does it at once, without a letter. Nothing is sent now; "
            "the choice can be changed in the settings."
        )
        told = Label(words, Type.BODY, "muted", wrap=True, name="rejectionText")
        told.setMinimumWidth(px(30))
        column.addWidget(told)
        column.addSpacing(px(0.4))
        buttons = [self._button(one) for one in actions if not one.hidden]
        for button in buttons:
            column.addWidget(button)
        back = Button(self.tr("Cancel"), self, kind=Kind.QUIET, key="Esc", name="rejectionCancel")
        back.clicked.connect(self.reject)
        column.addSpacing(px(0.4))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        overlay = Overlay(window)
        overlay.dim(self)
        self.destroyed.connect(overlay.deleteLater)
        self.finished.connect(lambda _: window.activateWindow())
        self.open()
        (buttons[0] if buttons else back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, action: Action) -> Button:
        button = Button(action.name, self, name=f"rejection_{action.id}")
        button.clicked.connect(lambda: self._take(action))
        return button

    def _take(self, action: Action) -> None:
        self.accept()
        self._chosen(action)
