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
    what is stored stands in for it.

    Raises:
        HhdeskError: after the last list, when hh.ru did not answer for some of it.
    """
    found: dict[str, ListedResponse] = {}
    troubles: list[HhdeskError] = []
    for vacancy in vacancies:
        if not vacancy.counters.unread_responses:
            continue
        shown = await _last(responses.collections(vacancy.id), troubles)
        for collection in _with_news(shown.value.collections if shown is not None else ()):
            rows = await _rows(responses, vacancy.id, collection, troubles)
            found |= {row.key: row for row in rows if is_new(row)}
        yield _one_list(found, from_store=bool(troubles))
    if not found:
        yield _one_list(found, from_store=bool(troubles))
    if troubles:
        raise troubles[0]


def is_new(row: ListedResponse) -> bool:
    """Whether hh.ru says that something in it waits to be seen."""
    return isinstance(row.response, Response) and row.response.has_updates


def _with_news(collections: Sequence[Collection]) -> Iterator[Collection]:
    return (one for one in collections if one.counters.with_updates and not one.hidden)


async def _rows(
    responses: Responses, vacancy: VacancyId, collection: Collection, troubles: list[HhdeskError]
) -> tuple[ListedResponse, ...]:
    """A list as deep as its counter of new ones goes, within reason."""
    listing = await _last(responses.listing(vacancy, collection), troubles)
    if listing is None:
        return ()
    wanted = collection.counters.with_updates
    while not listing.from_store and listing.has_more and listing.pages_loaded < _PAGES:
        if sum(is_new(row) for row in listing.rows) >= wanted:
            break
        try:
            listing = await responses.more(listing)
        except HhdeskError as error:
            troubles.append(error)
            break
    return listing.rows


async def _last(came: AsyncIterator[T], troubles: list[HhdeskError]) -> T | None:
    """What came last; what is stored comes first, and is all where hh.ru does not answer."""
    last = None
    try:
        async for one in came:
            last = one
    except HhdeskError as error:
        troubles.append(error)
    return last


def _one_list(found: dict[str, ListedResponse], *, from_store: bool) -> ResponseList:
    rows = tuple(sorted(found.values(), key=_moment, reverse=True))
    return ResponseList(
        vacancy_id=VacancyId(""),
        collection_id="",
        url="",
        rows=rows,
        found=len(rows),
        fetched_at=datetime.now(UTC),
        from_store=from_store,
    )


def _moment(row: ListedResponse) -> datetime:
    response = row.response
    moment = (response.updated_at or response.created_at) if isinstance(response, Response) else None
    return moment or _LONG_AGO
