"""The first use of R: which of hh.ru's acts is the person's rejection? It binds, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from hhdesk.domain.negotiations import Action
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.panes import Overlay
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type

_MOST_KEYS: Final = 9
"""Acts that have a number key."""


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
        self._buttons = [
            self._button(number, one)
            for number, one in enumerate((one for one in actions if not one.hidden), start=1)
        ]
        for button in self._buttons:
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
        # No act is the likelier one for a hand that presses Enter: nothing is bound by it.
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The number of an act chooses it, as it does it in the list."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < min(len(self._buttons), _MOST_KEYS):
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)

    def _button(self, number: int, action: Action) -> Button:
        key = str(number) if number <= _MOST_KEYS else ""
        button = Button(action.name, self, key=key, name=f"rejection_{action.id}")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._take(action))
        return button

    def _take(self, action: Action) -> None:
        self.accept()
        self._chosen(action)
