"""Photos, by address without signature, since hh.ru's picture addresses expire while the pictures stay."""

from datetime import datetime
from urllib.parse import urlsplit

from hhdesk.store.connection import Connection
from hhdesk.store.contents import content_of, drop_unused, keep_content
from hhdesk.store.database import Database
from hhdesk.store.moments import micros

SIZE_LIMIT_BYTES = 256 << 20


def picture_key(url: str) -> str:
    """A picture's address without its signature. Forgetting a person finds the photos by it.

    Any text has one: a photo whose address is odd costs nobody the list it stands in.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.partition("?")[0]
    return f"{parts.netloc}{parts.path}"


class Pictures:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, url_key: str) -> bytes | None:
        """The picture of this key."""
        return await self._database.read(lambda c: _get(c, url_key))

    async def keep(self, url_key: str, content: bytes, now: datetime) -> None:
        """Keep a picture in place of the older one of this key."""

        def work(connection: Connection) -> None:
            digest = keep_content(connection, content)
            connection.execute(
                "INSERT OR REPLACE INTO pictures VALUES (?, ?, ?)", (url_key, digest, micros(now))
            )

        await self._database.write(work)

    async def prune(self, size_limit: int = SIZE_LIMIT_BYTES) -> int:
        """Drop those fetched longest ago until the rest is at most `size_limit` bytes; returns how many."""

        def work(connection: Connection) -> int:
            dropped = connection.execute(_PRUNE, (size_limit,)).rowcount
            if dropped:
                drop_unused(connection)
            return dropped

        return await self._database.write(work)


_PRUNE = """DELETE FROM pictures WHERE url_key IN (
    SELECT url_key FROM (
        SELECT p.url_key, sum(length(c.content)) OVER (ORDER BY p.fetched_at DESC, p.url_key) AS until_here
        FROM pictures p JOIN contents c USING (digest))
    WHERE until_here > ?)"""


def _get(connection: Connection, url_key: str) -> bytes | None:
    row = connection.execute("SELECT digest FROM pictures WHERE url_key = ?", (url_key,)).fetchone()
    return None if row is None else content_of(connection, row[0])
