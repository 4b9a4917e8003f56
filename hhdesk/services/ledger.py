"""The account's outbox in memory, always as the store has it: nothing is shown or sent that is not kept."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from hhdesk.domain.events import Announcer
from hhdesk.domain.outbox import Intent, OutboxEntry, OutboxEvent, OutboxState
from hhdesk.domain.people import TimelineEvent
from hhdesk.services.context import Context

if TYPE_CHECKING:
    from hhdesk.store.outbox import Outbox as Stored


class Ledger:
    """Every change is written, and shown, even when whoever asked for it is cancelled meanwhile."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._entries: dict[int, OutboxEntry] = {}
        self.changed: Announcer[OutboxEntry] = Announcer()
        self.reloaded: Announcer[None] = Announcer()

    @property
    def entries(self) -> tuple[OutboxEntry, ...]:
        """All entries that are open, and the latest that are done."""
        return tuple(self._entries.values())

    def in_state(self, states: Collection[OutboxState]) -> list[OutboxEntry]:
        """The entries in one of `states`, oldest first."""
        return sorted((e for e in self._entries.values() if e.state in states), key=lambda e: e.id)

    def get(self, identifier: int) -> OutboxEntry:
        """One entry. Raises KeyError."""
        return self._entries[identifier]

    async def load(self) -> None:
        """Believe the store, as at a start: what was being sent then is unknown now."""
        store = self._context.store
        await store.outbox.recover(self._context.now())
        await self.reload()

    def empty(self) -> None:
        """Know of no entry: those of another account mean nothing here."""
        self._entries = {}
        self.reloaded.announce(None)

    async def reload(self) -> None:
        """Believe the store: somebody was forgotten, and with them what was written to them."""
        store = self._context.store
        entries = await store.outbox.all()
        if store is self._context.store:
            self._entries = {entry.id: entry for entry in entries}
            self.reloaded.announce(None)

    async def reread(self, identifier: int) -> None:
        """Believe the store about one entry, which is another than was thought, or gone."""
        store = self._context.store
        entry = await store.outbox.get(identifier)
        if store is not self._context.store:
            return
        if entry is None:
            self._entries.pop(identifier, None)
            self.reloaded.announce(None)
        else:
            self._show(entry)

    async def add(self, intent: Intent, send_at: datetime, moment: datetime) -> OutboxEntry:
        """Keep an intent of this `moment` under a key of its own, to be sent at `send_at`."""
        key = _fresh_key()
        return await self._change(lambda stored: stored.add(intent, key, send_at, moment))

    async def add_all(
        self, decided: Sequence[tuple[Intent, datetime]], moment: datetime
    ) -> tuple[OutboxEntry, ...]:
        """Keep intents that were decided together, each with when it is to be sent: all, or none."""
        keyed = [(intent, _fresh_key(), send_at) for intent, send_at in decided]
        return await self._change_all(lambda stored: stored.add_all(keyed, moment))

    async def take_back_all(self, identifiers: Sequence[int]) -> tuple[OutboxEntry, ...]:
        """Take back those that still wait: all, or none. Returns them."""
        moment = self._context.now()
        return await self._change_all(lambda stored: stored.take_back_all(identifiers, moment))

    async def edit(self, identifier: int, intent: Intent, send_at: datetime, moment: datetime) -> OutboxEntry:
        """Put another intent in the place of one that waits or was refused."""
        return await self._change(lambda stored: stored.edit(identifier, intent, send_at, moment))

    async def note(self, identifier: int, code: str, detail: str = "") -> OutboxEntry:
        """Add a line to an entry's story."""
        event = OutboxEvent(at=self._context.now(), code=code, detail=detail)
        return await self._change(lambda stored: stored.note(identifier, event))

    async def move(  # noqa: PLR0913 - one move has this many facets, each named at the call
        self,
        identifier: int,
        states: Collection[OutboxState],
        to: OutboxState,
        code: str,
        *,
        send_at: datetime | None = None,
        error: str = "",
        error_detail: str = "",
        request_id: str = "",
        detail: str = "",
        line: TimelineEvent | None = None,
    ) -> OutboxEntry:
        """Bring an entry from one of `states` to another; `code` is the line of its story, and `line` one of
        its person's, kept with it or not at all.

        Raises TakenBackTooLate when it is in none of `states` any more.
        """
        moment = self._context.now()
        event = OutboxEvent(at=moment, code=code, detail=detail or error)
        return await self._change(
            lambda stored: stored.move(
                identifier,
                frozenset(states),
                to,
                moment,
                error=error,
                error_detail=error_detail,
                request_id=request_id,
                event=event,
                send_at=send_at,
                line=line,
            )
        )

    async def _change(self, write: Callable[["Stored"], Awaitable[OutboxEntry]]) -> OutboxEntry:
        async def one(stored: "Stored") -> tuple[OutboxEntry, ...]:
            return (await write(stored),)

        return (await self._change_all(one))[0]

    async def _change_all(
        self, write: Callable[["Stored"], Awaitable[tuple[OutboxEntry, ...]]]
    ) -> tuple[OutboxEntry, ...]:
        return await asyncio.shield(asyncio.ensure_future(self._changed(write)))

    async def _changed(
        self, write: Callable[["Stored"], Awaitable[tuple[OutboxEntry, ...]]]
    ) -> tuple[OutboxEntry, ...]:
        store = self._context.store
        entries = await write(store.outbox)
        # Numbers of another account's entries mean something else here.
        if store is self._context.store:
            for entry in entries:
                self._show(entry)
        return entries

    def _show(self, entry: OutboxEntry) -> None:
        self._entries[entry.id] = entry
        self.changed.announce(entry)


def _fresh_key() -> str:
    """For hh.ru, which answers the same key with the same message."""
    # It asks the whole platform who it is, which no first paint has to wait for.
    from uuid import uuid4

    return str(uuid4())
