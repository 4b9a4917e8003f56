"""Chats as they were last read."""

from hhdesk.domain.identity import ChatId
from hhdesk.store.store import Store
from tests.store.making import NOW, later


async def test_the_newest_page_stays(store: Store) -> None:
    assert await store.chats.get(ChatId("1")) is None
    await store.chats.keep(ChatId("1"), b"old", (), NOW)
    await store.chats.keep(ChatId("1"), b"new", (), later(days=1))
    await store.chats.keep(ChatId("2"), b"other", (), NOW)
    assert await store.chats.bodies([ChatId("1"), ChatId("3")]) == {"1": b"new"}
    kept = await store.chats.get(ChatId("1"))
    assert kept is not None
    assert (kept.body, kept.fetched_at) == (b"new", later(days=1))
