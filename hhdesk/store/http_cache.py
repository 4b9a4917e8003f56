"""Answers of hh.ru that may be asked for again with their ETag: dictionaries, trees, small lists."""

from datetime import datetime

from hhdesk.domain.identity import AccountKey
from hhdesk.domain.values import Value
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, moment

SIZE_LIMIT_BYTES = 64 << 20
PUTS_BETWEEN_PRUNES = 64


class CachedBody(Value, frozen=True, kw_only=True):
    body: bytes
    etag: str
    fetched_at: datetime
    max_age: int | None = None
    """Seconds, as hh.ru said; None where it did not."""


def key(*, method: str, url: str, host: str, locale: str, account: AccountKey | None) -> str:
    """The cache key of a request: one account never sees another's answer."""
    return "\n".join((method.upper(), url, host, locale, account or "-"))


class HttpCache:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._used: set[str] = set()
        self._puts = 0

    async def get(self, key: str) -> CachedBody | None:
        """What is kept under `key`, however old."""
        row = await self._database.read(
            lambda c: c.execute(
                "SELECT body, etag, fetched_at, max_age FROM http_cache WHERE key = ?", (key,)
            ).fetchone()
        )
        if row is None:
            return None
        # A reader does not write: use is noted with the next write.
        self._used.add(key)
        return CachedBody(body=row[0], etag=row[1], fetched_at=moment(row[2]), max_age=row[3])

    async def put(self, key: str, body: bytes, etag: str, max_age: int | None, now: datetime) -> None:
        """Keep an answer in place of the older one. Now and then the cache is pruned to its size."""
        used = self._take_used()

        def work(connection: Connection) -> None:
            _note_use(connection, used, now)
            connection.execute(
                "INSERT OR REPLACE INTO http_cache (key, body, etag, max_age, fetched_at, used_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (key, body, etag, max_age, micros(now), micros(now)),
            )

        await self._database.write(work)
        self._puts += 1
        if self._puts % PUTS_BETWEEN_PRUNES == 0:
            await self.prune(now=now)

    async def touch(self, key: str, now: datetime) -> None:
        """hh.ru said 304: what is kept is as fresh as if it had come now."""

        def work(connection: Connection) -> None:
            connection.execute(
                "UPDATE http_cache SET fetched_at = ?2, used_at = ?2 WHERE key = ?1", (key, micros(now))
            )

        await self._database.write(work)

    async def prune(self, size_limit: int = SIZE_LIMIT_BYTES, *, now: datetime | None = None) -> int:
        """Drop the least recently used answers until the rest is at most `size_limit` bytes; returns how
        many.
        """
        used = self._take_used()

        def work(connection: Connection) -> int:
            if now is not None:
                _note_use(connection, used, now)
            return connection.execute(
                "DELETE FROM http_cache WHERE key IN (SELECT key FROM (SELECT key,"
                " sum(length(body)) OVER (ORDER BY used_at DESC, key) AS until_here FROM http_cache)"
                " WHERE until_here > ?)",
                (size_limit,),
            ).rowcount

        return await self._database.write(work)

    def _take_used(self) -> tuple[str, ...]:
        used = tuple(self._used)
        self._used.clear()
        return used


def _note_use(connection: Connection, keys: tuple[str, ...], now: datetime) -> None:
    connection.executemany(
        "UPDATE http_cache SET used_at = ? WHERE key = ?", [(micros(now), key) for key in keys]
    )
