"""Small settings by name, per account."""

from hhdesk.store.connection import Connection
from hhdesk.store.database import Database


class Settings:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str, default: str = "") -> str:
        """The value of `name`, or `default`."""
        return (await self.all()).get(name, default)

    async def set(self, name: str, value: str) -> None:
        """Keep `value` under `name`."""
        await self._database.write(
            lambda c: c.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            ),
            durable=True,
        )

    async def all(self) -> dict[str, str]:
        """Every setting."""
        return await self._database.read(_all)

    def all_now(self) -> dict[str, str]:
        """`all` in the calling thread: for the first paint only."""
        return self._database.read_now(_all)


def _all(connection: Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, value FROM settings").fetchall())
