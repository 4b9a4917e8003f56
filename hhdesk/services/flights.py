"""Calls that hh.ru counts from the moment they are made: one for all who want the same, none is wasted."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

K = TypeVar("K")
T = TypeVar("T")


class Flights(Generic[K, T]):
    """What is under way, by what it is about.

    A second caller joins the first. Whoever is cancelled stops waiting; the call goes on, and keeps what it
    brings, since its view or its contact is spent.
    """

    def __init__(self) -> None:
        self._running: dict[K, asyncio.Task[T]] = {}

    async def join(self, key: K, begin: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What the call about `key` brings: the one under way, or the one that `begin` makes."""
        running = self._running.get(key)
        if running is None:
            running = self._running[key] = asyncio.get_running_loop().create_task(begin())
            running.add_done_callback(lambda done: self._ended(key, done))
        return await asyncio.shield(running)

    def cut(self, key: K) -> None:
        """End the call about `key`, by the person's word: what is spent is spent, and nothing is kept."""
        running = self._running.pop(key, None)
        if running is not None:
            running.cancel()

    async def finish(self, seconds: float | None = None) -> None:
        """Wait for what is under way, and cut what takes longer than `seconds`: before the store closes."""
        running = tuple(self._running.values())
        if not running:
            return
        _, late = await asyncio.wait(running, timeout=seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)

    def _ended(self, key: K, done: asyncio.Task[T]) -> None:
        if self._running.get(key) is done:
            del self._running[key]
        if not done.cancelled():
            done.exception()  # seen here too: whoever asked may be gone
