"""Chats as they were last read: reading one leaves a trace, so the copy is shown first."""

from datetime import datetime

from hhdesk.domain.identity import ChatId
from hhdesk.store.bodies import get_body, keep_body
from hhdesk.store.database import Database
from hhdesk.store.resumes import Kept


class Chats:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, chat_id: ChatId, body: bytes, now: datetime) -> None:
        """Keep the newest page of a chat."""
        await keep_body(self._database, "chats", chat_id, body, now)

    async def get(self, chat_id: ChatId) -> Kept | None:
        """The newest page as it was last read."""
        return await get_body(self._database, "chats", chat_id)
