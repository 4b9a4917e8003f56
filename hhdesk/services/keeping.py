"""What hh.ru gave, on its way into the store: a full disk takes nothing from whoever asked for it.

A decision that cannot be kept is not done. An answer that cannot be kept is shown all the same, and one that
a view, a contact or a read mark was spent on waits in memory until the store takes it.
"""

import logging
import time
from collections.abc import Awaitable, Callable, Hashable

from hhdesk.domain.errors import NotKept, StoreTrouble
from hhdesk.domain.events import Announcer
from hhdesk.domain.identity import PersonId

_log = logging.getLogger(__name__)

_QUIET_SECONDS = 600.0
"""The trouble is told once in this time: lists are looked at every minute."""

Write = Callable[[], Awaitable[object]]


class Keeping:
    """Writes answers; `failed` tells that one is shown without being kept."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, tuple[PersonId | None, Write]] = {}
        self._told_at: float | None = None
        self.failed: Announcer[NotKept] = Announcer()

    async def keep(self, write: Write, key: Hashable = None, person: PersonId | None = None) -> bool:
        """Await what `write` begins; False where the store did not take it.

        Under a `key` it is tried again after the next write that works, until `forget` is told of its
        `person`; a later one under the same key takes its place.
        """
        try:
            await write()
        except StoreTrouble as error:
            _log.warning("not kept: %s", type(error).__name__)
            if key is not None:
                self._waiting[key] = (person, write)
            self._tell(error)
            return False
        self._waiting.pop(key, None)
        await self.catch_up()
        return True

    async def catch_up(self) -> None:
        """Write what waits, as far as the store takes it."""
        for key, (_, write) in tuple(self._waiting.items()):
            if key not in self._waiting:
                continue
            try:
                await write()
            except StoreTrouble:
                return
            self._waiting.pop(key, None)

    def forget(self, person: PersonId) -> None:
        """Write nothing more about somebody who was forgotten."""
        self._waiting = {key: one for key, one in self._waiting.items() if one[0] != person}

    def clear(self) -> None:
        """Write nothing of what waits: the store of another account is in place."""
        self._waiting.clear()
        self._told_at = None

    def _tell(self, error: StoreTrouble) -> None:
        moment = time.monotonic()
        if self._told_at is None or moment - self._told_at > _QUIET_SECONDS:
            self._told_at = moment
            self.failed.announce(NotKept(detail=type(error).__name__))
