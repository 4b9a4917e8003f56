"""Searches with the pages that were loaded of them, so that the last one is there at once and offline."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Page, Unreadable, Value
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, moment
from hhdesk.store.resumes import keep_shorts

MOST_SEARCHES = 50
MOST_PAGES = 10_000


class StoredSearch(Value, frozen=True, kw_only=True):
    query_key: str
    query: ResumeQuery
    found: int
    pages: int
    """How many hh.ru has."""
    pages_loaded: int
    bodies: tuple[bytes, ...]
    """The items in hh.ru's order, each in its newest short representation."""
    ids: tuple[ResumeId | None, ...]
    """Of each item; None where it could not be read."""
    fetched_at: datetime


def query_key(query: ResumeQuery) -> str:
    """The key of a search: the same conditions have the same key."""
    return msgspec.json.encode(query).decode()


class Searches:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, query_key: str, query: ResumeQuery, page: Page[ResumeShort], now: datetime) -> None:
        """Keep one page and the short resumes on it. Page 0 begins anew, a later one is appended."""
        await self._database.write(lambda c: _keep(c, query_key, query, page, now))

    async def last(self) -> StoredSearch | None:
        """The newest search."""
        return await self._database.read(_last)

    def last_now(self, pages: int = MOST_PAGES) -> StoredSearch | None:
        """`last`, its first `pages` only, in the calling thread: for the first paint only."""
        return self._database.read_now(lambda c: _last(c, pages))

    async def get(self, query_key: str) -> StoredSearch | None:
        """The search of this key."""
        return await self._database.read(lambda c: _get(c, query_key))

    async def recent(self, limit: int = 20) -> tuple[ResumeQuery, ...]:
        """The newest searches, newest first."""
        rows = await self._database.read(
            lambda c: c.execute(
                "SELECT query FROM searches ORDER BY fetched_at DESC LIMIT ?", (limit,)
            ).fetchall()
        )
        queries = (_query(row[0]) for row in rows)
        return tuple(query for query in queries if query is not None)


def _keep(
    connection: Connection, query_key: str, query: ResumeQuery, page: Page[ResumeShort], now: datetime
) -> None:
    readable = [(row.value, row.body) for row in page.rows if not isinstance(row.value, Unreadable)]
    keep_shorts(connection, readable, now)
    number = connection.execute(
        """INSERT INTO searches (query_key, query, found, pages, fetched_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (query_key) DO UPDATE SET
            query = excluded.query, found = excluded.found, pages = excluded.pages,
            fetched_at = excluded.fetched_at
        RETURNING id""",
        (query_key, msgspec.json.encode(query).decode(), page.found, page.pages, micros(now)),
    ).fetchone()[0]
    # A page that is loaded again, and all after it, belong to an older answer.
    connection.execute("DELETE FROM search_rows WHERE search_id = ? AND page >= ?", (number, page.page))
    connection.executemany("INSERT INTO search_rows VALUES (?, ?, ?, ?, ?)", _rows(int(number), page))
    # The one just kept is the newest, also where the clock was set back.
    connection.execute(
        """DELETE FROM searches WHERE id NOT IN (
            SELECT id FROM searches ORDER BY id = ? DESC, fetched_at DESC LIMIT ?)""",
        (number, MOST_SEARCHES),
    )


def _rows(number: int, page: Page[ResumeShort]) -> Iterable[tuple[int, int, int, str | None, bytes | None]]:
    for place, row in enumerate(page.rows):
        if isinstance(row.value, Unreadable):
            yield number, page.page, place, None, row.body
        else:
            yield number, page.page, place, row.value.id, None


_SEARCH = "SELECT id, query_key, query, found, pages, fetched_at FROM searches"


def _last(connection: Connection, pages: int = MOST_PAGES) -> StoredSearch | None:
    newest = connection.execute(f"{_SEARCH} ORDER BY fetched_at DESC LIMIT 1").fetchone()
    return _stored(connection, newest, pages)


def _get(connection: Connection, query_key: str) -> StoredSearch | None:
    return _stored(connection, connection.execute(f"{_SEARCH} WHERE query_key = ?", (query_key,)).fetchone())


def _stored(
    connection: Connection, row: tuple[int, str, str, int, int, int] | None, pages: int = MOST_PAGES
) -> StoredSearch | None:
    if row is None:
        return None
    query = _query(row[2])
    if query is None:
        return None
    items = connection.execute(
        """SELECT s.page, s.resume_id, coalesce(s.body, b.body) FROM search_rows s LEFT JOIN resume_bodies b
        ON b.resume_id = s.resume_id AND b.kind = 'short' WHERE s.search_id = ? AND s.page < ?
        ORDER BY s.page, s.place""",
        (row[0], pages),
    ).fetchall()
    kept = [item for item in items if item[2] is not None]
    return StoredSearch(
        query_key=row[1],
        query=query,
        found=row[3],
        pages=row[4],
        pages_loaded=max((item[0] for item in items), default=-1) + 1,
        bodies=tuple(item[2] for item in kept),
        ids=tuple(item[1] for item in kept),
        fetched_at=moment(row[5]),
    )


def _query(text: str) -> ResumeQuery | None:
    """A stored query; None for one that this version cannot read any more."""
    try:
        return msgspec.json.decode(text, type=ResumeQuery)
    except msgspec.MsgspecError:
        return None
