"""Chats as they were last read: reading one leaves a trace, so the copy is shown first."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from hhdesk.domain.chats import ChatMessage
from hhdesk.domain.identity import ChatId
from hhdesk.store import letters
from hhdesk.store.bodies import get_body
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros
from hhdesk.store.resumes import Kept


class Chats:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(
        self, chat_id: ChatId, body: bytes, messages: Sequence[ChatMessage], now: datetime
    ) -> None:
        """Keep the newest page of a chat, and the messages on it in the search index."""

        def work(connection: Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO chats (chat_id, body, fetched_at, indexed) VALUES (?, ?, ?, 1)",
                (chat_id, body, micros(now)),
            )
            letters.keep_read(connection, chat_id, messages, now)

        await self._database.write(work)

    async def get(self, chat_id: ChatId) -> Kept | None:
        """The newest page as it was last read."""
        return await get_body(self._database, "chats", chat_id)

    async def bodies(self, chat_ids: Sequence[ChatId]) -> dict[ChatId, bytes]:
        """The newest pages of those of `chat_ids` that were read, by one query."""
        wanted = msgspec.json.encode(chat_ids).decode()
        rows = await self._database.read(
            lambda c: c.execute(
                "SELECT chat_id, body FROM chats WHERE chat_id IN (SELECT value FROM json_each(?))", (wanted,)
            ).fetchall()
        )
        return {ChatId(chat_id): body for chat_id, body in rows}

    async def not_indexed(self, limit: int = 50) -> tuple[tuple[ChatId, bytes], ...]:
        """Pages from before there was an index of letters."""
        rows = await self._database.read(
            lambda c: c.execute(
                "SELECT chat_id, body FROM chats WHERE indexed = 0 LIMIT ?", (limit,)
            ).fetchall()
        )
        return tuple((ChatId(chat_id), body) for chat_id, body in rows)

    async def index(self, pages: Sequence[tuple[ChatId, Sequence[ChatMessage]]], now: datetime) -> None:
        """Put the messages of pages of `not_indexed` into the index."""

        def work(connection: Connection) -> None:
            for chat_id, messages in pages:
                letters.keep_read(connection, chat_id, messages, now)
                connection.execute("UPDATE chats SET indexed = 1 WHERE chat_id = ?", (chat_id,))

        await self._database.write(work)
