"""Responses as hh.ru gave them. When the candidate withdraws the resume, hh.ru sends a ghost (`resume:
null`); the last body that carried the resume stays.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from hhdesk.domain.identity import NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.values import Row, Unreadable, Value
from hhdesk.store import index
from hhdesk.store.bodies import get_body, keep_body
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, moment
from hhdesk.store.resumes import Kept, mark_withdrawn, meet


class StoredResponses(Value, frozen=True, kw_only=True):
    """A list of responses: the items of all loaded pages in hh.ru's order, each in its newest form."""

    bodies: tuple[bytes, ...]
    ids: tuple[NegotiationId | None, ...]
    """Of each item; None where it could not be read."""
    found: int
    pages: int
    pages_loaded: int
    hidden: int
    fetched_at: datetime


class KeptNegotiation(Value, frozen=True, kw_only=True):
    id: NegotiationId
    body: bytes
    fetched_at: datetime
    resume_body: bytes | None = None
    """An older body of this response that still carried the resume, where `body` is a ghost."""
    vacancy_id: VacancyId | None = None
    resume_id: ResumeId | None = None
    """Known from an older body even where `body` is a ghost; so is the person."""
    person_id: PersonId | None = None


class Negotiations:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_collections(self, vacancy_id: VacancyId, body: bytes, now: datetime) -> None:
        """Keep the collections of a vacancy."""
        await keep_body(self._database, "collections", vacancy_id, body, now)

    async def collections(self, vacancy_id: VacancyId) -> Kept | None:
        """The collections of a vacancy."""
        return await get_body(self._database, "collections", vacancy_id)

    async def keep_page(  # noqa: PLR0917 the parts of hh.ru's page
        self,
        url: str,
        page: int,
        rows: Sequence[Row[Response]],
        found: int,
        pages: int,
        hidden: int,
        now: datetime,
    ) -> None:
        """Keep one page of the list at `url` and the responses on it. Page 0 begins the list anew."""

        def work(connection: Connection) -> None:
            for row in rows:
                if not isinstance(row.value, Unreadable):
                    _keep(connection, row.value, row.body, now)
            number = connection.execute(
                """INSERT INTO response_lists (url, found, pages, hidden, fetched_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET
                    found = excluded.found, pages = excluded.pages, hidden = excluded.hidden,
                    fetched_at = excluded.fetched_at
                RETURNING id""",
                (url, found, pages, hidden, micros(now)),
            ).fetchone()[0]
            connection.execute(
                "DELETE FROM response_list_rows WHERE list_id = ? AND page >= ?", (number, page)
            )
            connection.executemany(
                "INSERT INTO response_list_rows VALUES (?, ?, ?, ?, ?)",
                [
                    (number, page, place, None, row.body)
                    if isinstance(row.value, Unreadable)
                    else (number, page, place, row.value.id, None)
                    for place, row in enumerate(rows)
                ],
            )

        await self._database.write(work)

    async def list(self, url: str) -> StoredResponses | None:
        """What was loaded of the list at `url`; None when nothing was."""
        return await self._database.read(lambda c: _list(c, url))

    async def keep(self, response: Response, body: bytes, now: datetime) -> None:
        """Keep one response."""
        await self._database.write(lambda c: _keep(c, response, body, now))

    async def get(self, negotiation_id: NegotiationId) -> KeptNegotiation | None:
        """One response."""
        found = await self._database.read(lambda c: _select(c, "negotiation_id = ?", negotiation_id))
        return found[0] if found else None

    async def resume_bodies(self, ids: Sequence[NegotiationId]) -> dict[NegotiationId, bytes]:
        """Of those of `ids` that are ghosts by now, the body that still carried the resume; by one query."""
        wanted = msgspec.json.encode(ids).decode()
        rows = await self._database.read(
            lambda c: c.execute(
                """SELECT negotiation_id, resume_body FROM negotiations
                WHERE negotiation_id IN (SELECT value FROM json_each(?)) AND resume_body IS NOT NULL""",
                (wanted,),
            ).fetchall()
        )
        return {NegotiationId(negotiation): body for negotiation, body in rows}

    async def of_resume(self, resume_id: ResumeId) -> tuple[KeptNegotiation, ...]:
        """The responses with this resume, over all vacancies, newest first."""
        return await self._database.read(lambda c: _select(c, "resume_id = ?", resume_id))

    async def of_person(self, person_id: PersonId) -> tuple[KeptNegotiation, ...]:
        """The responses of this person with any resume, newest first."""
        return await self._database.read(lambda c: _select(c, "person_id = ?", person_id))


def _keep(connection: Connection, response: Response, body: bytes, now: datetime) -> None:
    resume = response.resume
    if resume is not None:
        meet(connection, resume, now)
        index.feed(connection, resume)
    connection.execute(
        """INSERT INTO negotiations (
            negotiation_id, vacancy_id, resume_id, person_id, chat_id, body, first_met, fetched_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (negotiation_id) DO UPDATE SET
            resume_body = CASE WHEN excluded.resume_id IS NOT NULL THEN NULL
                ELSE coalesce(resume_body, CASE WHEN resume_id IS NOT NULL THEN body END) END,
            vacancy_id = coalesce(excluded.vacancy_id, vacancy_id),
            resume_id = coalesce(excluded.resume_id, resume_id),
            person_id = coalesce(excluded.person_id, person_id),
            chat_id = coalesce(excluded.chat_id, chat_id),
            body = excluded.body, fetched_at = excluded.fetched_at""",
        (
            response.id,
            response.vacancy_id,
            resume and resume.id,
            resume and resume.person_id,
            response.chat_id,
            body,
            micros(now),
            micros(now),
        ),
    )
    if resume is None:
        _mark_ghost(connection, response.id, now)


def _mark_ghost(connection: Connection, negotiation_id: NegotiationId, now: datetime) -> None:
    row = connection.execute(
        "SELECT resume_id FROM negotiations WHERE negotiation_id = ?", (negotiation_id,)
    ).fetchone()
    if row[0] is not None:
        mark_withdrawn(connection, ResumeId(row[0]), now)


def _list(connection: Connection, url: str) -> StoredResponses | None:
    row = connection.execute(
        "SELECT id, found, pages, hidden, fetched_at FROM response_lists WHERE url = ?", (url,)
    ).fetchone()
    if row is None:
        return None
    items = connection.execute(
        """SELECT l.page, l.negotiation_id, coalesce(l.body, n.body) FROM response_list_rows l
        LEFT JOIN negotiations n USING (negotiation_id) WHERE l.list_id = ? ORDER BY l.page, l.place""",
        (row[0],),
    ).fetchall()
    kept = [item for item in items if item[2] is not None]
    return StoredResponses(
        bodies=tuple(item[2] for item in kept),
        ids=tuple(item[1] for item in kept),
        found=row[1],
        pages=row[2],
        pages_loaded=max((item[0] for item in items), default=-1) + 1,
        hidden=row[3],
        fetched_at=moment(row[4]),
    )


def _select(connection: Connection, condition: str, value: str) -> tuple[KeptNegotiation, ...]:
    rows = connection.execute(
        f"""SELECT negotiation_id, body, fetched_at, resume_body, vacancy_id, resume_id, person_id
        FROM negotiations WHERE {condition} ORDER BY first_met DESC, negotiation_id""",
        (value,),
    ).fetchall()
    return tuple(
        KeptNegotiation(
            id=row[0],
            body=row[1],
            fetched_at=moment(row[2]),
            resume_body=row[3],
            vacancy_id=row[4],
            resume_id=row[5],
            person_id=row[6],
        )
        for row in rows
    )
