"""A strip over the acts that says what an act costs and waits for yes or no."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import IconLabel
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.resumes.texts import Text


class ConfirmStrip(QWidget):
    """Enter does it, Esc leaves everything as it was. Whatever changes the question takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confirmStrip")
        self._then: Callable[[], None] | None = None
        self._back: QWidget | None = None
        Theme.instance().surface(self, "amber_tint")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(1.1), px(0.75), px(1.1), px(0.75))
        layout.setSpacing(px(0.6))
        self._words = Text("", wrap=True, name="confirmWords")
        self.no = Button(self.tr("Cancel"), key="Esc", name="confirmNo")
        self.yes = Button("", kind=Kind.FILLED, key="Enter", name="confirmYes")
        self.no.clicked.connect(self.refuse)
        self.yes.clicked.connect(self.agree)
        layout.addWidget(IconLabel("coins", "amber"))
        layout.addWidget(self._words, 1)
        layout.addWidget(self.no)
        layout.addWidget(self.yes)
        self.hide()

    def ask(self, words: str, act: str, then: Callable[[], None], back: QWidget | None = None) -> None:
        """Show the price and call `then` if the person agrees; the focus goes `back` afterwards."""
        self._then, self._back = then, back
        self._words.setText(words)
        self.setAccessibleName(words)
        self.no.set_words(self.tr("Cancel"))
        self.yes.set_words(act)
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def agree(self) -> None:
        """Do it."""
        then, self._then = self._then, None
        self.hide()
        if then is not None:
            then()

    def refuse(self) -> None:
        """Leave everything as it was."""
        self._then = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, wherever the focus stands in the strip."""
        if event.key() == Qt.Key.Key_Escape:
            self.refuse()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.no.hasFocus():
                self.refuse()
            else:
                self.agree()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
