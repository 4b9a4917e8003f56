"""People: the time line, the retention clock, and forgetting."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

import msgspec

from hhdesk.domain.identity import PersonId
from hhdesk.domain.people import TimelineEvent
from hhdesk.domain.values import Value
from hhdesk.store import forgetting
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.forgetting import Deletion
from hhdesk.store.moments import micros, moment
from hhdesk.store.resumes import meet_person

RETENTION = "people.retention_days"
"""Name of the setting; empty or missing means that nothing is ever overdue by age."""


class OverduePerson(Value, frozen=True, kw_only=True):
    """Somebody who should be forgotten, and since when."""

    person_id: PersonId
    name: str
    last_seen: datetime
    due_at: datetime


def add_event(connection: Connection, person_id: PersonId, event: TimelineEvent) -> None:
    """`People.event` within the caller's transaction."""
    meet_person(connection, person_id, "", event.at)
    connection.execute(
        "INSERT OR IGNORE INTO timeline (person_id, at, kind, event) VALUES (?, ?, ?, ?)",
        (person_id, micros(event.at), event.kind, msgspec.json.encode(event).decode()),
    )


class People:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def event(self, person_id: PersonId, event: TimelineEvent) -> None:
        """Add to the time line; the very same event again is kept once. Renews the retention clock."""
        await self._database.write(lambda c: add_event(c, person_id, event), durable=True)

    async def timeline(self, person_id: PersonId, limit: int = 500) -> tuple[TimelineEvent, ...]:
        """What happened with a person, newest first."""
        rows = await self._database.read(
            lambda c: c.execute(
                "SELECT event, at, kind FROM timeline WHERE person_id = ? ORDER BY at DESC, id DESC LIMIT ?",
                (person_id, limit),
            ).fetchall()
        )
        return tuple(_event(*row) for row in rows)

    async def count(self) -> int:
        """How many people are known: those of whom hh.ru gave no id count by their resumes."""
        row = await self._database.read(
            lambda c: c.execute(
                "SELECT (SELECT count(*) FROM people)"
                " + (SELECT count(*) FROM resumes WHERE person_id IS NULL)"
            ).fetchone()
        )
        return int(row[0])

    async def forget(self, person_id: PersonId, now: datetime) -> Deletion:
        """Remove a person from everything that is kept, bytes included; a record of the deletion stays.

        Raises:
            DiskFull, StoreBusy: removed, but the file is not rewritten yet: see `finish_forgetting`.
        """
        return (await self.forget_all((person_id,), now))[0]

    async def forget_all(self, person_ids: Iterable[PersonId], now: datetime) -> tuple[Deletion, ...]:
        """`forget` for many: the file is rewritten once, which takes seconds if it is large. Writes wait."""
        numbers = [
            await self._database.write(partial(forgetting.forget, person_id=person_id, now=now), durable=True)
            for person_id in person_ids
        ]
        await self.finish_forgetting(now)
        return await self._database.read(lambda c: forgetting.deletions(c, numbers))

    async def finish_forgetting(self, now: datetime) -> None:
        """Rewrite the file if somebody was forgotten since it was last rewritten. To be called at every
        start.
        """
        if all(deletion.bytes_gone_at is not None for deletion in await self.deletions()):
            return
        await self._database.outside(
            lambda c: forgetting.rewrite(c, self._database.path, encrypted=self._database.encrypted)
        )
        await self._database.write(
            lambda c: c.execute(
                "UPDATE deletions SET bytes_gone_at = ? WHERE bytes_gone_at IS NULL", (micros(now),)
            ),
            durable=True,
        )

    async def deletions(self) -> tuple[Deletion, ...]:
        """The records of who was forgotten, oldest first."""
        return await self._database.read(forgetting.deletions)

    async def set_retention(self, days: int | None) -> None:
        """How long people are kept after they were last seen; None for ever."""
        text = "" if days is None else str(days)
        await self._database.write(
            lambda c: c.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (RETENTION, text)),
            durable=True,
        )

    async def overdue(self, now: datetime, limit: int = 1000) -> tuple[OverduePerson, ...]:
        """People whose time is over, the longest overdue first; none with whom a decision is still on its
        way.
        """
        return await self._database.read(lambda c: _overdue(c, now, limit))


def _overdue(connection: Connection, now: datetime, limit: int) -> tuple[OverduePerson, ...]:
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (RETENTION,)).fetchone()
    days = int(row[0]) if row is not None and row[0].isdecimal() else None
    term = None if days is None else timedelta(days=days) // timedelta(microseconds=1)
    rows = connection.execute(
        """SELECT p.person_id, p.name, p.last_seen, p.last_seen + ?1 AS due
        FROM people p WHERE due <= ?2 AND NOT EXISTS (SELECT 1 FROM outbox o
            WHERE o.state IN ('waiting', 'sending', 'unknown')
            AND (o.person_id = p.person_id
                OR o.resume_id IN (SELECT resume_id FROM resumes r WHERE r.person_id = p.person_id)))
        ORDER BY due LIMIT ?3""",
        (term, micros(now), limit),
    ).fetchall()
    return tuple(
        OverduePerson(person_id=row[0], name=row[1], last_seen=moment(row[2]), due_at=moment(row[3]))
        for row in rows
    )


def _event(text: str, at: int, kind: str) -> TimelineEvent:
    try:
        return msgspec.json.decode(text, type=TimelineEvent)
    except msgspec.MsgspecError:
        return TimelineEvent(at=moment(at), kind=kind)
