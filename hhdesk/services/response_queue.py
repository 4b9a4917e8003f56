"""One queue over all vacancies: everybody new, newest first, whatever list of hh.ru's they stand in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import VacancyId
from hhdesk.domain.listing import ListedResponse, ResponseList
from hhdesk.domain.negotiations import Collection, Response
from hhdesk.domain.vacancies import VacancyShort

if TYPE_CHECKING:
    from hhdesk.services.responses import Responses

T = TypeVar("T")

_PAGES = 5
"""Pages of one list that are looked through for new ones."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


async def new_ones(responses: Responses, vacancies: Sequence[VacancyShort]) -> AsyncIterator[ResponseList]:
    """The queue as it grows, vacancy by vacancy. Every call is silent.

    Only vacancies and lists whose counters tell of somebody new are asked for; where hh.ru does not answer,
    what is stored stands in for it, with its age.

    Raises:
        HhdeskError: after the last list, when hh.ru did not answer for some of it.
    """
    gathering = _Gathering(responses)
    for vacancy in vacancies:
        if vacancy.counters.unread_responses:
            await gathering.take(vacancy.id)
            if gathering.found:
                yield gathering.listing()
    if gathering.troubles:
        raise gathering.troubles[0]
    yield gathering.listing()


class _Gathering:
    """What was found so far, and how old the oldest of it is."""

    def __init__(self, responses: Responses) -> None:
        self._responses = responses
        self._oldest: datetime | None = None
        self.found: dict[str, ListedResponse] = {}
        self.troubles: list[HhdeskError] = []

    async def take(self, vacancy: VacancyId) -> None:
        """Add everybody new of a vacancy."""
        shown = await self._last(self._responses.collections(vacancy))
        for collection in _with_news(shown.value.collections if shown is not None else ()):
            listing = await self._deep(vacancy, collection)
            if listing is not None:
                self._oldest = min(self._oldest or listing.fetched_at, listing.fetched_at)
                self.found |= {row.key: row for row in listing.rows if is_new(row)}

    def listing(self) -> ResponseList:
        """All of it as one list, newest first."""
        rows = tuple(sorted(self.found.values(), key=_moment, reverse=True))
        return ResponseList(
            vacancy_id=VacancyId(""),
            collection_id="",
            url="",
            rows=rows,
            found=len(rows),
            fetched_at=self._oldest or datetime.now(UTC),
            from_store=bool(self.troubles),
        )

    async def _deep(self, vacancy: VacancyId, collection: Collection) -> ResponseList | None:
        """A list as deep as its counter of new ones goes, within reason."""
        listing = await self._last(self._responses.listing(vacancy, collection))
        wanted = collection.counters.with_updates
        while listing is not None and not listing.from_store and listing.has_more:
            enough = sum(is_new(row) for row in listing.rows) >= wanted
            if enough or listing.pages_loaded >= _PAGES:
                break
            try:
                listing = await self._responses.more(listing)
            except HhdeskError as error:
                self.troubles.append(error)
                break
        return listing

    async def _last(self, came: AsyncIterator[T]) -> T | None:
        """What came last. What is stored comes first, and is enough once hh.ru did not answer."""
        last = None
        try:
            async for one in came:
                last = one
                if self.troubles:
                    break
        except HhdeskError as error:
            self.troubles.append(error)
        return last


def is_new(row: ListedResponse) -> bool:
    """Whether hh.ru says that something in it waits to be seen."""
    return isinstance(row.response, Response) and row.response.has_updates


def _with_news(collections: Sequence[Collection]) -> Iterator[Collection]:
    return (one for one in collections if one.counters.with_updates and not one.hidden)


def _moment(row: ListedResponse) -> datetime:
    response = row.response
    moment = (response.updated_at or response.created_at) if isinstance(response, Response) else None
    return moment or _LONG_AGO
