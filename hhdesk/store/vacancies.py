"""Vacancies and their lists as hh.ru gave them."""

from collections.abc import Sequence
from datetime import datetime

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.domain.values import Row, Value
from hhdesk.store.bodies import get_body, keep_body
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, moment
from hhdesk.store.resumes import Kept


class StoredVacancies(Value, frozen=True, kw_only=True):
    bodies: tuple[bytes, ...]
    fetched_at: datetime


class Vacancies:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_list(self, kind: str, rows: Sequence[Row[VacancyShort]], now: datetime) -> None:
        """Keep a whole list (`active`) in place of the older one."""

        def work(connection: Connection) -> None:
            connection.execute("DELETE FROM vacancy_lists WHERE kind = ?", (kind,))
            connection.execute("INSERT INTO vacancy_lists VALUES (?, ?)", (kind, micros(now)))
            connection.executemany(
                "INSERT INTO vacancy_list_rows VALUES (?, ?, ?)",
                [(kind, place, row.body) for place, row in enumerate(rows)],
            )

        await self._database.write(work)

    async def list(self, kind: str) -> StoredVacancies | None:
        """The items of a list in hh.ru's order; None when it was never loaded."""
        return await self._database.read(lambda c: _list(c, kind))

    async def keep(self, vacancy_id: VacancyId, body: bytes, now: datetime) -> None:
        """Keep a vacancy in full."""
        await keep_body(self._database, "vacancies", vacancy_id, body, now)

    async def get(self, vacancy_id: VacancyId) -> Kept | None:
        """The full vacancy."""
        return await get_body(self._database, "vacancies", vacancy_id)


def _list(connection: Connection, kind: str) -> StoredVacancies | None:
    row = connection.execute("SELECT fetched_at FROM vacancy_lists WHERE kind = ?", (kind,)).fetchone()
    if row is None:
        return None
    bodies = connection.execute(
        "SELECT body FROM vacancy_list_rows WHERE kind = ? ORDER BY place", (kind,)
    ).fetchall()
    return StoredVacancies(bodies=tuple(body for (body,) in bodies), fetched_at=moment(row[0]))
