"""Cached answers: by account, with age, within a size."""

import pytest

from hhdesk.domain.identity import AccountKey
from hhdesk.store import http_cache
from hhdesk.store.store import Store
from tests.store.making import NOW, later


async def test_an_answer_with_its_age(store: Store) -> None:
    assert await store.http_cache.get("k") is None
    await store.http_cache.put("k", b"old", 'W/"1"', 60, NOW)
    await store.http_cache.put("k", b"new", "", None, later(seconds=1))
    cached = await store.http_cache.get("k")
    assert cached is not None
    assert (cached.body, cached.etag, cached.max_age, cached.fetched_at) == (
        b"new",
        "",
        None,
        later(seconds=1),
    )


async def test_touching_makes_fresh(store: Store) -> None:
    await store.http_cache.put("k", b"body", "e", 60, NOW)
    await store.http_cache.touch("k", later(hours=1))
    await store.http_cache.touch("unknown", later(hours=1))
    cached = await store.http_cache.get("k")
    assert cached is not None
    assert cached.fetched_at == later(hours=1)


async def test_the_least_recently_used_go_first(store: Store) -> None:
    for number in range(5):
        await store.http_cache.put(str(number), bytes(100), "", None, later(seconds=number))
    await store.http_cache.get("0")
    assert await store.http_cache.prune(300, now=later(minutes=1)) == 2
    left = [number for number in range(5) if await store.http_cache.get(str(number)) is not None]
    assert left == [0, 3, 4]
    assert await store.http_cache.prune(300) == 0
    assert await store.http_cache.prune(0) == 3


def test_accounts_never_share_an_answer() -> None:
    def key(account: str | None, url: str = "https://api.hh.ru/me", locale: str = "RU") -> str:
        known = None if account is None else AccountKey(account)
        return http_cache.key(method="get", url=url, host="hh.ru", locale=locale, account=known)

    keys = {
        key("1.2"),
        key("1.3"),
        key(None),
        key("1.2", locale="EN"),
        key("1.2", url="https://api.hh.ru/areas"),
    }
    assert len(keys) == 5
    assert key("1.2") == key("1.2")


async def test_the_cache_limits_itself(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_cache, "PUTS_BETWEEN_PRUNES", 4)
    body = bytes(http_cache.SIZE_LIMIT_BYTES // 3)
    for number in range(4):
        await store.http_cache.put(str(number), body, "", None, later(seconds=number))
    assert await store.http_cache.get("0") is None
    assert await store.http_cache.get("3") is not None
