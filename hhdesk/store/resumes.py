"""Resumes as hh.ru gave them, each representation apart, and what hhdesk remembers of each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import msgspec

from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.domain.values import Value
from hhdesk.store import index
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, micros_or_none, moment, moment_or_none
from hhdesk.store.pictures import picture_key


class Kept(Value, frozen=True, kw_only=True):
    """A body of hh.ru's as it came. For full resumes, what is known of contacts too."""

    body: bytes
    fetched_at: datetime
    updated_at: datetime | None = None
    with_contacts: bool = False
    contacts_body: bytes | None = None
    """The last full body with contacts, where `body` is newer and has none."""
    contacts_fetched_at: datetime | None = None


class ResumeMarks(Value, frozen=True, kw_only=True):
    """What hhdesk remembers of a resume, for the rows of lists."""

    read_at: datetime | None = None
    """When a full copy was last fetched; it opens without a view."""
    full_updated_at: datetime | None = None
    """`updated_at` of that copy."""
    contacts_open: bool = False
    """A body with contacts is stored."""
    contacts_until: date | None = None
    withdrawn_at: datetime | None = None
    known_since: datetime | None = None
    """When this person was first met under another resume or through a response."""
    invited: bool = False
    inviting: bool = False
    """An invitation of ours is on its way or done."""


class Resumes:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_shorts(self, rows: Sequence[tuple[ResumeShort, bytes]], now: datetime) -> None:
        """Keep short representations. Stored full ones stay as they are."""
        await self._database.write(lambda c: keep_shorts(c, rows, now))

    async def short(self, resume_id: ResumeId) -> Kept | None:
        """The newest short body."""
        return await self._database.read(lambda c: _body(c, resume_id, "short"))

    async def shorts(self, ids: Iterable[ResumeId]) -> Mapping[ResumeId, Kept]:
        """The newest short body of each of `ids`; unknown ones are left out."""
        wanted = tuple(ids)
        found = await self._database.read(lambda c: [(one, _body(c, one, "short")) for one in wanted])
        return {one: kept for one, kept in found if kept is not None}

    async def keep_full(self, resume: Resume, body: bytes, now: datetime, with_contacts: bool) -> None:
        """Keep a full representation, newest first. One without contacts leaves an older one with contacts
        stored.
        """
        await self._database.write(lambda c: keep_full(c, resume, body, now, with_contacts))

    async def full(self, resume_id: ResumeId) -> Kept | None:
        """The newest full body and, where that one has no contacts, the last one that had."""
        return await self._database.read(lambda c: _full(c, resume_id))

    async def marks(self, ids: Iterable[ResumeId]) -> Mapping[ResumeId, ResumeMarks]:
        """What is remembered of each of `ids`; unknown ones are left out."""
        wanted = tuple(ids)
        return await self._database.read(lambda c: marks(c, wanted))

    def marks_now(self, ids: Iterable[ResumeId]) -> Mapping[ResumeId, ResumeMarks]:
        """`marks` in the calling thread: for the first paint only."""
        wanted = tuple(ids)
        return self._database.read_now(lambda c: marks(c, wanted))

    async def of_person(self, person_id: PersonId) -> tuple[ResumeId, ...]:
        """Every resume of the person that was ever met, newest first."""
        rows = await self._database.read(
            lambda c: c.execute(
                "SELECT resume_id FROM resumes WHERE person_id = ? ORDER BY last_seen DESC", (person_id,)
            ).fetchall()
        )
        return tuple(ResumeId(row[0]) for row in rows)

    async def mark_withdrawn(self, resume_id: ResumeId, now: datetime) -> None:
        """hh.ru does not show this resume any more; what is stored stays."""
        await self._database.write(lambda c: mark_withdrawn(c, resume_id, now))


def keep_shorts(connection: Connection, rows: Iterable[tuple[ResumeShort, bytes]], now: datetime) -> None:
    """`Resumes.keep_shorts` within a transaction of the caller's."""
    for short, body in rows:
        meet(connection, short, now)
        _put_body(connection, short, "short", body, now, with_contacts=False)
        index.feed(connection, short)


def meet(connection: Connection, short: ResumeShort, now: datetime) -> None:
    """Note that hh.ru showed this resume and its person. A closed name never overwrites a known one."""
    name = short.full_name
    if short.person_id is not None:
        meet_person(connection, short.person_id, name, now)
    connection.execute(
        """INSERT INTO resumes (resume_id, person_id, name, title, updated_at, first_met, last_seen)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (resume_id) DO UPDATE SET
            person_id = coalesce(excluded.person_id, person_id),
            name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END,
            title = CASE excluded.title WHEN '' THEN title ELSE excluded.title END,
            updated_at = coalesce(excluded.updated_at, updated_at),
            last_seen = excluded.last_seen, withdrawn_at = NULL""",
        (
            short.id,
            short.person_id,
            name,
            short.title,
            micros_or_none(short.updated_at),
            micros(now),
            micros(now),
        ),
    )
    _note_photos(connection, short)


def _note_photos(connection: Connection, resume: ResumeShort) -> None:
    urls = (resume.photo_small_url, resume.photo_url if isinstance(resume, Resume) else "")
    connection.executemany(
        "INSERT OR IGNORE INTO resume_photos VALUES (?, ?)",
        [(resume.id, picture_key(url)) for url in urls if url],
    )


def meet_person(connection: Connection, person_id: PersonId, name: str, now: datetime) -> None:
    """Note that something was seen of this person."""
    connection.execute(
        """INSERT INTO people (person_id, name, first_met, last_seen) VALUES (?, ?, ?, ?)
        ON CONFLICT (person_id) DO UPDATE SET last_seen = max(last_seen, excluded.last_seen),
        first_met = min(first_met, excluded.first_met),
        name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END""",
        (person_id, name, micros(now), micros(now)),
    )


def mark_withdrawn(connection: Connection, resume_id: ResumeId, now: datetime) -> None:
    """`Resumes.mark_withdrawn` within a transaction of the caller's. The first moment stays."""
    connection.execute(
        "UPDATE resumes SET withdrawn_at = coalesce(withdrawn_at, ?) WHERE resume_id = ?",
        (micros(now), resume_id),
    )


def _put_body(
    connection: Connection, resume: ResumeShort, kind: str, body: bytes, now: datetime, *, with_contacts: bool
) -> None:
    connection.execute(
        """INSERT INTO resume_bodies (resume_id, kind, body, updated_at, fetched_at, with_contacts)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (resume_id, kind) DO UPDATE SET
            body = excluded.body, updated_at = excluded.updated_at, fetched_at = excluded.fetched_at,
            with_contacts = excluded.with_contacts""",
        (resume.id, kind, body, micros_or_none(resume.updated_at), micros(now), with_contacts),
    )


def keep_full(
    connection: Connection, resume: Resume, body: bytes, now: datetime, with_contacts: bool
) -> None:
    """`Resumes.keep_full` within a transaction of the caller's."""
    meet(connection, resume, now)
    if with_contacts:
        connection.execute(
            "DELETE FROM resume_bodies WHERE resume_id = ? AND kind = 'contacts'", (resume.id,)
        )
    else:
        connection.execute(
            "UPDATE OR REPLACE resume_bodies SET kind = 'contacts'"
            " WHERE resume_id = ? AND kind = 'full' AND with_contacts",
            (resume.id,),
        )
    _put_body(connection, resume, "full", body, now, with_contacts=with_contacts)
    connection.execute(
        "UPDATE resumes SET read_at = ?2, read_version = ?3 WHERE resume_id = ?1",
        (resume.id, micros(now), micros_or_none(resume.updated_at)),
    )
    if with_contacts:
        until = resume.contacts_open_until
        connection.execute(
            "UPDATE resumes SET contacts_at = ?2, contacts_until = ?3, contact_words = ?4"
            " WHERE resume_id = ?1",
            (resume.id, micros(now), until and until.isoformat(), _contact_words(resume)),
        )
    row = connection.execute("SELECT contact_words FROM resumes WHERE resume_id = ?", (resume.id,)).fetchone()
    index.feed(connection, resume, row[0])


def _contact_words(resume: Resume) -> str:
    """Contacts as they are and, of numbers, the bare digits."""
    found = []
    for contact in resume.contacts:
        digits = "".join(letter for letter in contact.value if letter.isdecimal())
        found += [contact.value, digits if len(digits) > 5 else ""]
    return " ".join(part for part in found if part)


def _body(connection: Connection, resume_id: ResumeId, kind: str) -> Kept | None:
    row = connection.execute(
        "SELECT body, fetched_at, updated_at, with_contacts FROM resume_bodies"
        " WHERE resume_id = ? AND kind = ?",
        (resume_id, kind),
    ).fetchone()
    if row is None:
        return None
    return Kept(
        body=row[0], fetched_at=moment(row[1]), updated_at=moment_or_none(row[2]), with_contacts=bool(row[3])
    )


def _full(connection: Connection, resume_id: ResumeId) -> Kept | None:
    newest = _body(connection, resume_id, "full")
    if newest is None or newest.with_contacts:
        return newest
    older = _body(connection, resume_id, "contacts")
    if older is None:
        return newest
    return Kept(
        body=newest.body,
        fetched_at=newest.fetched_at,
        updated_at=newest.updated_at,
        contacts_body=older.body,
        contacts_fetched_at=older.fetched_at,
    )


_MARKS = """SELECT r.resume_id, r.read_at, r.read_version, r.contacts_at IS NOT NULL, r.contacts_until,
    r.withdrawn_at,
    (SELECT min(met) FROM (
        SELECT o.first_met AS met FROM resumes o
        WHERE o.person_id = r.person_id AND o.resume_id <> r.resume_id
        UNION ALL SELECT n.first_met FROM negotiations n WHERE n.resume_id = r.resume_id
        UNION ALL SELECT n.first_met FROM negotiations n WHERE n.person_id = r.person_id)),
    EXISTS (SELECT 1 FROM outbox x WHERE x.resume_id = r.resume_id AND x.kind = 'invitation'
        AND x.state IN ('waiting', 'sending', 'unknown', 'settled')),
    EXISTS (SELECT 1 FROM outbox x WHERE x.resume_id = r.resume_id AND x.kind = 'invitation'
        AND x.state IN ('waiting', 'sending', 'unknown'))
    FROM json_each(?) wanted CROSS JOIN resumes r ON r.resume_id = wanted.value"""


def marks(connection: Connection, ids: Iterable[ResumeId]) -> dict[ResumeId, ResumeMarks]:
    """`Resumes.marks` within a transaction of the caller's."""
    wanted = msgspec.json.encode(list(ids)).decode()
    return {
        ResumeId(row[0]): ResumeMarks(
            read_at=moment_or_none(row[1]),
            full_updated_at=moment_or_none(row[2]),
            contacts_open=bool(row[3]),
            contacts_until=date.fromisoformat(row[4]) if row[4] else None,
            withdrawn_at=moment_or_none(row[5]),
            known_since=moment_or_none(row[6]),
            invited=bool(row[7]),
            inviting=bool(row[8]),
        )
        for row in connection.execute(_MARKS, (wanted,))
    }
