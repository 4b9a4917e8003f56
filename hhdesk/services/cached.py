"""The one way of "what is stored at once, then what hh.ru says": silent answers kept in the store's HTTP
cache.

For answers that are the same for everybody in a company and change rarely: dictionaries, regions, roles.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from hhdesk.api.aside import aside
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.values import Aged

if TYPE_CHECKING:
    from hhdesk.api.fetched import Fetched
    from hhdesk.services.context import Context
    from hhdesk.store.http_cache import CachedBody

T = TypeVar("T")


class _Held(Struct, Generic[T], frozen=True):
    """A decoded body in memory: whose it is, when hh.ru confirmed it last, and for how long it is good."""

    key: str
    value: T
    etag: str
    confirmed_at: datetime
    max_age: timedelta


class Cached(Generic[T]):
    """One silent answer. In memory once decoded, in the store for the next start and for offline hours."""

    def __init__(
        self,
        context: Context,
        key: Callable[[], str],
        ask: Callable[[str], Awaitable[Fetched[T]]],
        decode: Callable[[bytes], T],
        max_age: timedelta,
    ) -> None:
        """`ask` takes the ETag that we hold; `max_age` counts where hh.ru names no age of its own that is
        longer.
        """
        self._context = context
        self._key = key
        self._ask = ask
        self._decode = decode
        self._max_age = max_age
        self._held: _Held[T] | None = None
        self._asking: asyncio.Task[Aged[T]] | None = None

    async def get(self) -> T:
        """The value: ours while it is young, else hh.ru's, and ours of any age when hh.ru cannot give it.

        Raises what the call raises only when nothing is stored.
        """
        held = await self._ours()
        if held is not None and self._is_young(held):
            return held.value
        try:
            return (await self.fresh()).value
        except HhdeskError:
            if held is None:
                raise
            return held.value

    async def read(self) -> AsyncIterator[Aged[T]]:
        """Ours at once, whatever its age; then hh.ru's, where ours is not young.

        Raises what the call raises, after ours was given.
        """
        held = await self._ours()
        if held is not None:
            yield Aged(value=held.value, fetched_at=held.confirmed_at, from_store=True)
        if held is None or not self._is_young(held):
            yield await self.fresh()

    async def fresh(self) -> Aged[T]:
        """Ask hh.ru, with our ETag where we have one; callers at the same time share one call."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.get_running_loop().create_task(self._fetch())
        asking = self._asking
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            # The others who wait, if any, ask again: a shared call is short and silent.
            if asking.cancelled():
                raise
            asking.add_done_callback(_look)
            raise

    async def stop(self) -> None:
        """End a call under way: another account begins, or the program ends."""
        asking, self._asking = self._asking, None
        if asking is not None and not asking.done():
            asking.cancel()
            await asyncio.wait((asking,))

    async def _fetch(self) -> Aged[T]:
        held = await self._ours()
        answer = await self._ask(held.etag if held is not None else "")
        moment = self._context.now()
        key, store = self._key(), self._context.store.http_cache
        max_age = max(self._max_age, timedelta(seconds=answer.max_age_seconds or 0))
        if answer.value is None and held is not None:
            await self._context.keeping.keep(lambda: store.touch(key, moment))
            self._held = _Held(key, held.value, held.etag, moment, max_age)
            return Aged(value=held.value, fetched_at=moment)
        value = answer.value if answer.value is not None else await aside(self._decode, answer.body)
        seconds = int(max_age.total_seconds())
        await self._context.keeping.keep(lambda: store.put(key, answer.body, answer.etag, seconds, moment))
        self._held = _Held(key, value, answer.etag, moment, max_age)
        return Aged(value=value, fetched_at=moment)

    async def _ours(self) -> _Held[T] | None:
        key = self._key()
        if self._held is None or self._held.key != key:
            kept = await self._context.store.http_cache.get(key)
            self._held = None if kept is None else await self._hold(key, kept)
        return self._held

    async def _hold(self, key: str, kept: CachedBody) -> _Held[T] | None:
        try:
            value = await aside(self._decode, kept.body)
        except HhdeskError:
            # An older hhdesk kept what this one cannot read: as good as nothing.
            return None
        max_age = self._max_age if kept.max_age is None else timedelta(seconds=kept.max_age)
        return _Held(key, value, kept.etag, kept.fetched_at, max_age)

    def _is_young(self, held: _Held[T]) -> bool:
        age = self._context.now() - held.confirmed_at
        # From the future: the clock was wrong then, and nobody knows how old it is.
        return timedelta(0) <= age < held.max_age


def _look(done: asyncio.Task[Aged[T]]) -> None:
    """See the outcome of a call whose caller is gone."""
    if not done.cancelled():
        done.exception()
