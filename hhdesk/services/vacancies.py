"""A recruiter's vacancies: the active list with counters, and the card of one."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.vacancies import Vacancy, VacancyDay, VacancyShort
from hhdesk.domain.values import Aged, Row, Unreadable
from hhdesk.services.context import Context

VacancyRow = VacancyShort | Unreadable

_ACTIVE = "active"
_PAGE_LIMIT = 40
"""2,000 vacancies: more than any employer has, and a stop for a server that counts pages wrongly."""


Turn = Callable[[], Awaitable[None]]
"""Waits until another request may be made by itself."""


async def at_once() -> None:
    """For what a person asked for: nobody waits a turn."""


class Vacancies:
    """Lists and cards, cached first and then fresh. Every call is silent."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def active(self) -> AsyncIterator[Aged[tuple[VacancyRow, ...]]]:
        """The published vacancies of this manager: what is stored, then what hh.ru says.

        Source: get-active-vacancy-list.
        """
        stored = await self.stored()
        if stored is not None:
            yield stored
        yield await self.fresh()

    async def fresh(self, turn: Turn = at_once) -> Aged[tuple[VacancyRow, ...]]:
        """The same as hh.ru says now; `turn` is awaited before each page after the first."""
        rows = await self._fetch_all(turn)
        moment = self._context.now()
        store = self._context.store.vacancies
        await self._context.keeping.keep(lambda: store.keep_list(_ACTIVE, rows, moment))
        return Aged(value=tuple(row.value for row in rows), fetched_at=moment)

    async def stored(self) -> Aged[tuple[VacancyRow, ...]] | None:
        """The list as it was seen last."""
        from hhdesk.api import decode

        kept = await self._context.store.vacancies.list(_ACTIVE)
        if kept is None:
            return None
        rows = await asyncio.to_thread(
            lambda: tuple(decode.vacancy_short_row(body).value for body in kept.bodies)
        )
        return Aged(value=rows, fetched_at=kept.fetched_at, from_store=True)

    async def card(self, vacancy: VacancyId) -> AsyncIterator[Aged[Vacancy]]:
        """One vacancy in full. Source: get-vacancy."""
        from hhdesk.api import decode

        store = self._context.store.vacancies
        kept = await store.get(vacancy)
        if kept is not None:
            yield Aged(value=decode.vacancy(kept.body), fetched_at=kept.fetched_at, from_store=True)
        answer = await self._context.api.vacancies.get(vacancy)
        moment = self._context.now()
        await self._context.keeping.keep(lambda: store.keep(vacancy, answer.body, moment))
        yield Aged(value=answer.value, fetched_at=moment)

    async def stats(self, vacancy: VacancyId) -> tuple[VacancyDay, ...]:
        """Views and responses of the last days. Source: get-vacancy-stats."""
        return await self._context.api.vacancies.stats(vacancy)

    async def _fetch_all(self, turn: Turn) -> tuple[Row[VacancyShort], ...]:
        """Walk the pages by hh.ru's own count; an item that comes twice is kept once."""
        found: dict[str, Row[VacancyShort]] = {}
        for number in range(_PAGE_LIMIT):
            if number:
                await turn()
            page = await self._context.api.vacancies.active(self._context.employer, page=number)
            for place, row in enumerate(page.rows):
                key = f"?{number}.{place}" if isinstance(row.value, Unreadable) else str(row.value.id)
                found.setdefault(key, row)
            if number + 1 >= page.pages:
                break
        return tuple(found.values())
