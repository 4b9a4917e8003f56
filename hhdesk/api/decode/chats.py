"""Chats. Source: get-chat-messages, chat-message-post, unread-chats-count."""

from hhdesk.api.decode.primitives import (
    Flag,
    Id,
    Items,
    Moment,
    Number,
    Text,
    Wire,
    answer,
    decoded,
    identifier,
    items,
    moment,
    whole,
)
from hhdesk.domain.chats import Attachment, Chat, ChatMessage
from hhdesk.domain.identity import ChatId, MessageId
from hhdesk.domain.values import Answer


class WireDisplay(Wire, frozen=True, kw_only=True):
    title: Text = None


class WireState(Wire, frozen=True, kw_only=True):
    allowed: Flag = None
    reason: Text = None


class WireStates(Wire, frozen=True, kw_only=True):
    write_message_state: WireState | None = None
    send_file_state: WireState | None = None


class WireSender(Wire, frozen=True, kw_only=True):
    name: Text = None
    role: Text = None
    is_current_participant: Flag = None


class WireAttachment(Wire, frozen=True, kw_only=True):
    title: Text = None
    content_type: Text = None
    url: Text = None


class WireMoved(Wire, frozen=True, kw_only=True):
    name: Text = None


class WirePayload(Wire, frozen=True, kw_only=True):
    text: Text = None
    attachments: Items = None
    moved_participant: WireMoved | None = None


class WireMessage(Wire, frozen=True, kw_only=True):
    id: Id
    creation_time: Moment = None
    payload: WirePayload | None = None
    sender_display_info: WireSender | None = None
    type: Text = None
    viewed_by_opponent: Flag = None


class WireChat(Wire, frozen=True, kw_only=True):
    id: Id
    display: WireDisplay | None = None
    type: Text = None
    unread_message_count: Number = None
    has_more: Flag = None
    messages: Items = None
    chat_states: WireStates | None = None
    block_reason: Text = None


class WirePosted(Wire, frozen=True, kw_only=True):
    id: Id | None = None


class WireUnread(Wire, frozen=True, kw_only=True):
    unread_chats_count: Number = None


def chat(body: bytes) -> Chat:
    """A chat with a page of its messages, oldest first."""
    return _chat(decoded(body, WireChat))


def chat_answer(body: bytes) -> Answer[Chat]:
    """A chat with its bytes."""
    return answer(body, WireChat, _chat)


def posted_message(body: bytes) -> MessageId:
    """The id of a message that was posted; empty where hh.ru does not tell it."""
    return MessageId(identifier(decoded(body, WirePosted).id))


def unread_chats(body: bytes) -> int:
    """How many chats have unread messages; hh.ru sends the number as a string."""
    return whole(decoded(body, WireUnread).unread_chats_count) or 0


def _chat(wire: WireChat) -> Chat:
    messages = [_message(item) for item in items(wire.messages, WireMessage, "$.messages")]
    first, last = (messages[0], messages[-1]) if messages else (None, None)
    if first and last and first.created_at and last.created_at and first.created_at > last.created_at:
        messages.reverse()
    states = wire.chat_states or WireStates()
    writing = states.write_message_state or WireState()
    return Chat(
        id=ChatId(identifier(wire.id)),
        title=(wire.display.title if wire.display else None) or "",
        type=wire.type or "",
        unread=whole(wire.unread_message_count) or 0,
        has_more=bool(wire.has_more),
        messages=tuple(messages),
        can_write=writing.allowed is not False,
        write_reason=writing.reason or wire.block_reason or "",
    )


def _message(wire: WireMessage) -> ChatMessage:
    payload, sender = wire.payload or WirePayload(), wire.sender_display_info or WireSender()
    moved = payload.moved_participant.name if payload.moved_participant else None
    return ChatMessage(
        id=MessageId(identifier(wire.id)),
        # Of a message about somebody who came or left, the text is who it was.
        text=payload.text or moved or "",
        created_at=moment(wire.creation_time),
        author=sender.name or "",
        role=sender.role or "",
        ours=bool(sender.is_current_participant) or sender.role == "EMPLOYER",
        seen_by_other=bool(wire.viewed_by_opponent),
        type=wire.type or "SIMPLE",
        attachments=tuple(
            Attachment(title=item.title or "", content_type=item.content_type or "", url=item.url or "")
            for item in items(payload.attachments, WireAttachment, "$.messages.payload.attachments")
        ),
    )
