"""A chat beside the resume: messages oldest first, own ones at the right; its field stands at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhdesk.domain.chats import Chat, ChatMessage
from hhdesk.gui.kit.buttons import Button, LinkButton
from hhdesk.gui.kit.theme import px
from hhdesk.gui.responses.bubbles import bubble, day_line, day_of
from hhdesk.gui.responses.chat_field import ChatField
from hhdesk.gui.responses.layouts import empty
from hhdesk.gui.resumes.texts import Text


class ChatView(QWidget):
    """Shows what it is given; asks for older messages. `writing` stands where its owner puts it."""

    older_asked = Signal()
    again_asked = Signal()
    """The conversation shall be read again: it could not be, or is a stored copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chatView")
        self._chat: Chat | None = None
        self._waiting: tuple[ChatMessage, ...] = ()
        self._as_of = ""
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
        column.addStretch(1)
        self.writing = ChatField()
        self.writing.hide()
        self.retranslate()
        self.clear()

    # What it shows

    def clear(self) -> None:
        """No chat is read yet."""
        self._chat, self._waiting, self._as_of, self.at_end = None, (), "", True
        self.writing.text.clear()
        self._fill()

    def say(self, words: str, *, again: bool = False) -> None:
        """Why there is nothing, or nothing new; `again` offers to read it once more."""
        self.again.setVisible(again)
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def show_chat(self, chat: Chat, waiting: Sequence[ChatMessage], as_of: str = "") -> None:
        """Show messages and, under them, own ones that hh.ru has not confirmed. `as_of` is when a stored copy
        was read: it can be read again.
        """
        self._chat, self._waiting, self._as_of = chat, tuple(waiting), as_of
        self._fill()

    def show_waiting(self, waiting: Sequence[ChatMessage]) -> None:
        """The outbox changed."""
        if tuple(waiting) != self._waiting:
            self._waiting = tuple(waiting)
            self._fill()

    def retranslate(self) -> None:
        """Every word anew."""
        self.older.set_words(self.tr("Older messages"))
        self.again.set_words(self.tr("Read again"))
        self.writing.retranslate()
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
        self._place_field()
        if chat is None:
            self.say("")
            return
        said = [] if chat.can_write else [self._why_not(chat.write_reason)]
        if not said and not messages:
            said = [self.tr("Nobody has written yet.")]
        if self._as_of:
            said.append(self.tr("Read at {time}.").format(time=self._as_of))
        self.say(" ".join(said), again=bool(self._as_of))

    def event(self, event: QEvent) -> bool:
        """The field comes and goes with the conversation."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place_field()
        return super().event(event)

    def _place_field(self) -> None:
        can_write = self._chat is not None and self._chat.can_write
        self.writing.setVisible(can_write and not self.isHidden())

    def _why_not(self, reason: str) -> str:
        known = {
            "ARCHIVED_BY_EMPLOYER": self.tr("The response is archived: writing is over."),
            "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED": self.tr("hh.ru's limit of messages is reached."),
            "PFP_BLOCK": self.tr("Writing is closed until the contact is paid for on hh.ru."),
        }
        other = self.tr("hh.ru does not let you write here: {reason}.").format(reason=reason or "—")
        return known.get(reason, other)

    def _again(self) -> None:
        self.say(self.tr("Reading from hh.ru…"))
        self.again_asked.emit()
