"""Tables that hold one body of hh.ru's per id: vacancies and collections; of chats the reading only."""

from datetime import datetime
from typing import Literal

from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, moment
from hhdesk.store.resumes import Kept

_COLUMN = {"vacancies": "vacancy_id", "collections": "vacancy_id", "chats": "chat_id"}

KeptTable = Literal["vacancies", "collections"]
BodyTable = KeptTable | Literal["chats"]


async def keep_body(
    database: Database, table: KeptTable, identifier: str, body: bytes, now: datetime
) -> None:
    """Keep the newest body of `identifier`."""

    def work(connection: Connection) -> None:
        connection.execute(
            f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", (identifier, body, micros(now))
        )

    await database.write(work)


async def get_body(database: Database, table: BodyTable, identifier: str) -> Kept | None:
    """The body of `identifier`."""
    row = await database.read(
        lambda c: c.execute(
            f"SELECT body, fetched_at FROM {table} WHERE {_COLUMN[table]} = ?", (identifier,)
        ).fetchone()
    )
    return None if row is None else Kept(body=row[0], fetched_at=moment(row[1]))
