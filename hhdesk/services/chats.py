"""Chats with candidates: reading leaves a trace and follows an act; writing goes through the outbox."""

import asyncio
from collections.abc import AsyncIterator, Iterable

from hhdesk.domain.acts import Act
from hhdesk.domain.chats import Chat, ChatMessage
from hhdesk.domain.errors import UnreadableAnswer
from hhdesk.domain.identity import ChatId, MessageId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import Intent, OutboxEntry, OutboxState, WriteKind
from hhdesk.domain.values import Aged
from hhdesk.services.context import Context
from hhdesk.services.outbox import Outbox

MESSAGE_LIMIT = 20_000
"""Characters of a chat message. Source: chat-message-post."""


class Chats:
    """One chat at a time, known by a response's chat id."""

    def __init__(self, context: Context, outbox: Outbox) -> None:
        self._context = context
        self._outbox = outbox

    async def open(
        self, chat: ChatId, act: Act, response: Response | None = None
    ) -> AsyncIterator[Aged[Chat]]:
        """The stored copy, then the newest messages, which marks them as read.

        Args:
            response: as a list shows it. With it, hh.ru is asked only where nothing is stored or something
                newer is there; without, the person wishes it in any case.

        Source: get-chat-messages.
        """
        stored = await self.stored(chat)
        if stored is not None:
            yield stored
            if response is not None and not self._has_newer(stored, chat, response):
                return
        answer = await self._context.api.chats.messages(chat, act=act)
        moment = self._context.now()
        store = self._context.store.chats
        await self._context.keeping.keep(lambda: store.keep(chat, answer.body, answer.value.messages, moment))
        yield Aged(value=answer.value, fetched_at=moment)

    def _has_newer(self, stored: Aged[Chat], chat: ChatId, response: Response) -> bool:
        """Whether something was said after the stored copy was read, by either side."""
        if response.has_updates or response.unread_messages:
            return True
        if response.updated_at is not None and response.updated_at > stored.fetched_at:
            return True
        return any(
            entry.intent.chat_id == chat
            and entry.state is OutboxState.SETTLED
            and entry.changed_at > stored.fetched_at
            for entry in self._outbox.entries
        )

    async def stored(self, chat: ChatId) -> Aged[Chat] | None:
        """What was read of the chat before."""
        from hhdesk.api import decode

        kept = await self._context.store.chats.get(chat)
        if kept is None:
            return None
        return Aged(value=decode.chat(kept.body), fetched_at=kept.fetched_at, from_store=True)

    async def older(self, chat: Chat, act: Act) -> Chat:
        """The chat with one more page of older messages before those that are there."""
        if not chat.messages:
            return chat
        answer = await self._context.api.chats.messages(chat.id, act=act, start=chat.messages[0].id)
        read = answer.value.messages
        letters, moment = self._context.store.letters, self._context.now()
        await self._context.keeping.keep(lambda: letters.keep_read(chat.id, read, moment))
        known = {message.id for message in chat.messages}
        before = tuple(m for m in read if m.id not in known)
        return Chat(
            id=chat.id,
            title=chat.title,
            type=chat.type,
            unread=chat.unread,
            has_more=answer.value.has_more and bool(before),
            messages=before + chat.messages,
            can_write=chat.can_write,
            write_reason=chat.write_reason,
        )

    async def index_kept(self) -> None:
        """Put what was read before there was an index of letters into it: to be called at every start."""
        store = self._context.store
        while kept := await store.chats.not_indexed():
            pages = await asyncio.to_thread(_messages, kept)
            await store.chats.index(pages, self._context.now())

    def waiting(self, chat: ChatId) -> tuple[ChatMessage, ...]:
        """Own messages that hh.ru has not confirmed, to be laid under the chat."""
        return tuple(
            ChatMessage(
                id=MessageId(f"outbox.{entry.id}"),
                text=entry.intent.text,
                created_at=entry.created_at,
                ours=True,
            )
            for entry in self._outbox.open_entries
            if entry.intent.chat_id == chat
        )

    async def post(self, chat: ChatId, text: str, act: Act, response: Response | None = None) -> OutboxEntry:
        """Keep a message in the outbox. `response` tells whom it is for."""
        resume = response.resume if response else None
        return await self._outbox.add(
            Intent(
                kind=WriteKind.CHAT_MESSAGE,
                act=act,
                method="POST",
                url=f"/common/chats/{chat}/messages",
                text=text.strip(),
                chat_id=chat,
                person_id=resume.person_id if resume else None,
                person_name=(resume.full_name or resume.title) if resume else "",
                resume_id=resume.id if resume else None,
                negotiation_id=response.id if response else None,
                vacancy_id=response.vacancy_id if response else None,
            )
        )


def _messages(kept: Iterable[tuple[ChatId, bytes]]) -> list[tuple[ChatId, tuple[ChatMessage, ...]]]:
    """The messages on these pages; none on one that cannot be read any more."""
    from hhdesk.api import decode

    read: list[tuple[ChatId, tuple[ChatMessage, ...]]] = []
    for chat, body in kept:
        try:
            read.append((chat, decode.chat(body).messages))
        except UnreadableAnswer:
            read.append((chat, ()))
    return read
