"""A chat beside the resume: messages oldest first, own ones at the right, a field to write in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hhdesk.domain.chats import Chat, ChatMessage
from hhdesk.gui.kit.buttons import Button, Kind, LinkButton
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.responses.bubbles import bubble, day_line, day_of
from hhdesk.gui.responses.layouts import empty
from hhdesk.gui.resumes.texts import Text
from hhdesk.services.chats import MESSAGE_LIMIT


class ChatView(QWidget):
    """Shows what it is given; asks for older messages and to send."""

    send_asked = Signal(str)
    older_asked = Signal()
    again_asked = Signal()
    """The conversation could not be read; it shall be read again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chatView")
        self._chat: Chat | None = None
        self._waiting: tuple[ChatMessage, ...] = ()
        self._seconds = 0
        self.at_end = True
        """Whether the newest message shall stay in sight; not while older ones are read."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.6))
        self.older = LinkButton("", name="chatOlder")
        self.older.clicked.connect(self.older_asked)
        column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        self._list = QWidget()
        self._list.setObjectName("chatMessages")
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(0.45))
        column.addWidget(self._list)
        self.state = Text("", role="muted", wrap=True, name="chatState")
        column.addWidget(self.state)
        self.again = Button("", icon="refresh-cw", name="chatAgain")
        self.again.clicked.connect(self._again)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self._build_field(column)
        self.retranslate()
        self.clear()

    def _build_field(self, column: QVBoxLayout) -> None:
        self.field = QPlainTextEdit()
        self.field.setObjectName("chatField")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(px(5.4))
        self.field.textChanged.connect(self._typed)
        column.addWidget(self.field)
        foot = QHBoxLayout()
        foot.setSpacing(px(0.75))
        self.length = Label("", Type.SMALL, "muted", name="chatLength")
        self.wait = Label("", Type.SMALL, "muted", name="chatWait")
        self.send = Button("", kind=Kind.FILLED, icon="send", key="Ctrl+Enter", name="chatSend")
        self.send.clicked.connect(self._send)
        foot.addWidget(self.length, 1)
        foot.addWidget(self.wait)
        foot.addWidget(self.send)
        column.addLayout(foot)
        column.addStretch(1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.field, self._send)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    # What it shows

    def clear(self) -> None:
        """No chat is read yet."""
        self._chat, self._waiting, self.at_end = None, (), True
        self.field.clear()
        self._fill()

    def set_wait(self, seconds: int) -> None:
        """How long a message can be taken back."""
        self._seconds = seconds
        self._tell_wait()

    def write_again(self, text: str) -> None:
        """Put a message that was not kept back into the field, before what was begun since."""
        begun = self.field.toPlainText()
        self.field.setPlainText(f"{text}\n{begun}" if begun else text)

    def say(self, words: str, *, again: bool = False) -> None:
        """Why there is nothing, or nothing new; `again` offers to read it once more."""
        self.again.setVisible(again)
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def show_chat(self, chat: Chat, waiting: Sequence[ChatMessage]) -> None:
        """Show messages and, under them, own ones that hh.ru has not confirmed."""
        self._chat, self._waiting = chat, tuple(waiting)
        self._fill()

    def show_waiting(self, waiting: Sequence[ChatMessage]) -> None:
        """The outbox changed."""
        if tuple(waiting) != self._waiting:
            self._waiting = tuple(waiting)
            self._fill()

    def retranslate(self) -> None:
        """Every word anew."""
        self.older.set_words(self.tr("Older messages"))
        self.again.set_words(self.tr("Try again"))
        self.send.set_words(self.tr("Send"))
        self.field.setPlaceholderText(self.tr("Write to the candidate"))
        self.field.setAccessibleName(self.tr("Message"))
        self._fill()

    def _fill(self) -> None:
        empty(self._lines)
        chat = self._chat
        self.older.setVisible(chat is not None and chat.has_more)
        messages = (*(chat.messages if chat else ()), *self._waiting)
        for day, group in groupby(messages, key=day_of):
            if day:
                self._lines.addWidget(day_line(day))
            for message in group:
                self._lines.addWidget(bubble(message))
        can_write = chat is not None and chat.can_write
        self.field.setVisible(can_write)
        self.send.setVisible(can_write)
        self.length.setVisible(can_write)
        self._tell_wait()
        if chat is None:
            self.say("")
        elif not chat.can_write:
            self.say(self._why_not(chat.write_reason))
        else:
            self.say("" if messages else self.tr("Nobody has written yet."))
        self._typed()

    def _why_not(self, reason: str) -> str:
        known = {
            "ARCHIVED_BY_EMPLOYER": self.tr("The response is archived: writing is over."),
            "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED": self.tr("hh.ru's limit of messages is reached."),
            "PFP_BLOCK": self.tr("Writing is closed until the contact is paid for on hh.ru."),
        }
        other = self.tr("hh.ru does not let you write here: {reason}.").format(reason=reason or "—")
        return known.get(reason, other)

    def _typed(self) -> None:
        text = self.field.toPlainText()
        over = len(text) - MESSAGE_LIMIT
        number = QLocale().toString
        words = self.tr("{count} of {limit}").format(count=number(len(text)), limit=number(MESSAGE_LIMIT))
        if over > 0:
            words = self.tr("%n character(s) too many", "", over)
        self.length.setText(words if text else "")
        self.length.set_look(Type.SMALL, "no" if over > 0 else "muted")
        self.send.setEnabled(bool(text.strip()) and over <= 0)

    def _tell_wait(self) -> None:
        self.wait.setText(self.tr("goes out after %n s", "", self._seconds) if self._seconds else "")
        self.wait.setVisible(bool(self._seconds) and self.send.isVisibleTo(self))

    def _again(self) -> None:
        self.say(self.tr("Reading from hh.ru…"))
        self.again_asked.emit()

    def _send(self) -> None:
        text = self.field.toPlainText().strip()
        if text and self.send.isEnabled():
            self.field.clear()
            self.send_asked.emit(text)
            QTimer.singleShot(0, self.field.setFocus)
