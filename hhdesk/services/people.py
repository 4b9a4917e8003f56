"""People as hhdesk remembers them: found by words, their time line, and forgotten when that is wanted."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import structs

from hhdesk.domain.errors import UnreadableAnswer
from hhdesk.domain.events import Announcer
from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.people import LetterHit, PersonHit, TimelineEvent
from hhdesk.domain.resumes import ResumeShort

if TYPE_CHECKING:
    from hhdesk.services.context import Context
    from hhdesk.services.outbox import Outbox
    from hhdesk.store.people import OverduePerson
    from hhdesk.store.resumes import Kept

FEWEST_LETTERS = 2
TIMELINE_LIMIT = 500


class People:
    """Everything here is read from the store; hh.ru is never asked. `forgotten` tells who was removed."""

    def __init__(self, context: Context, outbox: Outbox) -> None:
        self._context = context
        self._outbox = outbox
        self.forgotten: Announcer[PersonId] = Announcer()
        self.expired: Announcer[int] = Announcer()
        """So many were forgotten because the time that the person chose for them is over."""

    async def find(self, text: str, limit: int = 50) -> tuple[PersonHit, ...]:
        """People whose resumes have all the words; fewer than two letters find nobody."""
        if len(text.strip()) < FEWEST_LETTERS:
            return ()
        hits = await self._context.store.index.find(text, limit)
        nameless = [hit.resume_id for hit in hits if not hit.name]
        if not nameless:
            return hits
        kept = await self._context.store.resumes.shorts(nameless)
        shorts = await asyncio.to_thread(_shorts, kept)
        return tuple(_told_apart(hit, shorts.get(hit.resume_id)) for hit in hits)

    async def find_letters(self, text: str, limit: int = 50) -> tuple[LetterHit, ...]:
        """Conversations with a letter or message that has all the words, each with whose it is."""
        if len(text.strip()) < FEWEST_LETTERS:
            return ()
        return await self._context.store.letters.find(text, limit)

    async def count(self) -> int:
        """How many people are kept on this computer."""
        return await self._context.store.people.count()

    async def timeline(self, person: PersonId, limit: int = TIMELINE_LIMIT) -> tuple[TimelineEvent, ...]:
        """What happened with a person, newest first."""
        return await self._context.store.people.timeline(person, limit)

    async def forget(self, person: PersonId) -> None:
        """Remove a person from cache, index, files and outbox; that it was done is all that stays.

        Nothing is deleted at hh.ru, and a person met again is new.
        """
        try:
            await self._context.store.people.forget(person, self._context.now())
        finally:
            # Removed even where the file could not be rewritten yet: nothing to them may be sent or shown.
            await self._outbox.reload()
        self.forgotten.announce(person)

    async def overdue(self, limit: int = 1000) -> tuple[OverduePerson, ...]:
        """People whose time is over by the chosen retention, the longest overdue first; nobody where none is
        chosen.
        """
        return await self._context.store.people.overdue(self._context.now(), limit)

    async def forget_overdue(self) -> int:
        """Forget everybody whose time is over; how many they were. `expired` tells it, where there were any.

        Raises:
            StoreTrouble: some are forgotten, the others at the next time.
        """
        count = 0
        while overdue := await self.overdue():
            people = [one.person_id for one in overdue]
            try:
                await self._context.store.people.forget_all(people, self._context.now())
            finally:
                await self._outbox.reload()
                for person in people:
                    self.forgotten.announce(person)
            count += len(people)
        if count:
            self.expired.announce(count)
        return count

    async def finish_forgetting(self) -> None:
        """Remove the last bytes of people whose forgetting was interrupted: to be called at every start."""
        await self._context.store.people.finish_forgetting(self._context.now())


def _shorts(kept: Mapping[ResumeId, Kept]) -> dict[ResumeId, ResumeShort]:
    from hhdesk.api import decode

    read: dict[ResumeId, ResumeShort] = {}
    for resume, one in kept.items():
        with contextlib.suppress(UnreadableAnswer):
            read[resume] = decode.resume_short(one.body)
    return read


def _told_apart(hit: PersonHit, short: ResumeShort | None) -> PersonHit:
    """Somebody without a name, with what a recruiter tells two of one title apart by."""
    return hit if short is None or hit.name else structs.replace(hit, age=short.age, salary=short.salary)
