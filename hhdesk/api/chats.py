"""Chats. Source: get-chat-messages, chat-message-post, unread-chats-count."""

from hhdesk.api import decode
from hhdesk.api.aside import aside
from hhdesk.api.http import Http
from hhdesk.api.urls import path_segment
from hhdesk.domain.acts import Act
from hhdesk.domain.chats import Chat
from hhdesk.domain.errors import AlreadyDelivered, AnswerLost, Refused, UnreadableAnswer
from hhdesk.domain.identity import ChatId, MessageId
from hhdesk.domain.values import Answer


class Chats:
    """Chats with candidates."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def messages(
        self, chat_id: ChatId, *, act: Act, start: MessageId | None = None, limit: int = 50
    ) -> Answer[Chat]:
        """A chat's newest messages, or those up to and including `start`; oldest first, 50 at most.

        Traced: the response counts as viewed. Source: get-chat-messages.
        """
        pairs = [("order", "prev"), ("limit", str(limit))]
        if start is not None:
            pairs.append(("start_message_id", start))
        answered = await self._http.traced(f"/common/chats/{path_segment(chat_id)}/messages", pairs, act=act)
        return await aside(decode.chat_answer, answered.body)

    async def post(self, chat_id: ChatId, key: str, text: str, *, act: Act) -> MessageId:
        """Write a message under `key`, a UUID: hh.ru takes a key once, so that a repeat is safe.

        Returns the message's id. Raises AlreadyDelivered when a message with this key is there, AnswerLost
        when hh.ru's yes names no message. Source: chat-message-post.
        """
        message = {"idempotency_key": key, "text": text}
        path = f"/common/chats/{path_segment(chat_id)}/messages"
        try:
            answered = await self._http.write("POST", path, json=message, act=act)
        except Refused as error:
            if error.status != 409 or isinstance(error, AlreadyDelivered):
                raise
            raise AlreadyDelivered(status=409, kind=error.kind, request_id=error.request_id) from None
        try:
            message_id = decode.posted_message(answered.body)
        except UnreadableAnswer as error:
            # Taken, by its status; the same key tells for sure.
            raise AnswerLost(detail=error.detail) from None
        if not message_id:
            raise AnswerLost(detail="no id")
        return message_id

    async def unread_count(self) -> int:
        """How many chats have unread messages. Silent. Source: unread-chats-count."""
        return decode.unread_chats((await self._http.silent("/common/chats/counters/unread")).body)
