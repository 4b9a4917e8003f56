"""Where a message is written: at the foot of the pane, in sight however long the conversation is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Label, Rule
from hhdesk.gui.kit.panes import column, row
from hhdesk.gui.kit.textedits import LetterEdit
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Space, Type
from hhdesk.services.chats import MESSAGE_LIMIT


class ChatField(QWidget):
    """The field, how long its text is, when it goes out, and the button that sends it."""

    send_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chatWriting")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._seconds = 0
        Theme.instance().surface(self, "page")
        self.text = LetterEdit(name="chatField")
        self.text.setFixedHeight(px(4.4))
        self.text.textChanged.connect(self._typed)
        self.length = Label("", Type.SMALL, "muted", name="chatLength")
        self.wait = Label("", Type.SMALL, "muted", name="chatWait")
        self.send = Button("", kind=Kind.FILLED, icon="send", key="Ctrl Enter", name="chatSend")
        self.send.clicked.connect(self._send)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.text, self._send)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        whole = column(self, spacing=0)
        whole.addWidget(Rule())
        lines = column(margins=(1.75, Space.MEDIUM, 1.75, Space.MEDIUM), spacing=Space.SMALL)
        lines.addWidget(self.text)
        foot = row(spacing=Space.MEDIUM)
        foot.addWidget(self.length, 1)
        foot.addWidget(self.wait)
        foot.addWidget(self.send)
        lines.addLayout(foot)
        whole.addLayout(lines)

    def set_wait(self, seconds: int) -> None:
        """How long a message can be taken back."""
        self._seconds = seconds
        self.wait.setText(self.tr("goes out after %n s", "", seconds) if seconds else "")
        self.wait.setVisible(bool(seconds))

    def write_again(self, text: str) -> None:
        """Put a message that was not kept back into the field, before what was begun since."""
        begun = self.text.toPlainText()
        self.text.setPlainText(f"{text}\n{begun}" if begun else text)

    def retranslate(self) -> None:
        """Every word anew."""
        self.send.set_words(self.tr("Send"))
        self.text.setPlaceholderText(self.tr("Write to the candidate"))
        self.text.setAccessibleName(self.tr("Message"))
        self.set_wait(self._seconds)
        self._typed()

    def _typed(self) -> None:
        text = self.text.toPlainText()
        over = len(text) - MESSAGE_LIMIT
        number = QLocale().toString
        words = self.tr("{count} of {limit}").format(count=number(len(text)), limit=number(MESSAGE_LIMIT))
        if over > 0:
            words = self.tr("%n character(s) too many", "", over)
        self.length.setText(words if text else "")
        self.length.set_look(Type.SMALL, "no" if over > 0 else "muted")
        self.send.setEnabled(bool(text.strip()) and over <= 0)

    def _send(self) -> None:
        text = self.text.toPlainText().strip()
        if text and self.send.isEnabled():
            self.text.clear()
            self.send_asked.emit(text)
            QTimer.singleShot(0, self.text.setFocus)
