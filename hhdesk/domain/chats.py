"""Chats. Source: get-chat-messages, chat-message-post."""

from datetime import datetime

from hhdesk.domain.identity import ChatId, MessageId
from hhdesk.domain.values import Value


class Attachment(Value, frozen=True, kw_only=True):
    title: str = ""
    content_type: str = ""
    url: str = ""


class ChatMessage(Value, frozen=True, kw_only=True):
    id: MessageId
    text: str = ""
    created_at: datetime | None = None
    author: str = ""
    role: str = ""
    """hh.ru's word: APPLICANT, EMPLOYER, BOT or one that we do not know."""
    ours: bool = False
    seen_by_other: bool = False
    type: str = "SIMPLE"
    attachments: tuple[Attachment, ...] = ()


class Chat(Value, frozen=True, kw_only=True):
    """A chat with its newest messages, oldest first."""

    id: ChatId
    title: str = ""
    type: str = ""
    unread: int = 0
    has_more: bool = False
    messages: tuple[ChatMessage, ...] = ()
    can_write: bool = True
    write_reason: str = ""
    """hh.ru's word for why writing is not allowed."""

    @property
    def letter(self) -> ChatMessage | None:
        """The candidate's first words; None where we wrote first, or the beginning is not here."""
        if self.has_more:
            return None
        first = next((one for one in self.messages if one.text and one.role != "BOT"), None)
        return first if first is not None and not first.ours and first.role in ("APPLICANT", "") else None
