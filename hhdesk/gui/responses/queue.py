"""What one queue over all vacancies remembers while it is worked: who was seen in it, who is done with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import structs

from hhdesk.domain.listing import ListedResponse, ResponseList
from hhdesk.domain.negotiations import Response
from hhdesk.domain.vacancies import VacancyShort

QUEUE: Final = "all vacancies"
"""Id of the list that is ours: hh.ru's ids have no spaces."""


class Queue:
    """A person who was opened is not new any more, but stays in the queue until they are acted on."""

    def __init__(self) -> None:
        self.on = False
        self._seen: dict[str, str] = {}
        self._done: set[str] = set()
        self._unread = 0
        self._whole = False

    def enter(self) -> None:
        """Begin anew."""
        self._seen.clear()
        self._done.clear()
        self.on, self._unread, self._whole = True, 0, False

    def leave(self) -> None:
        """Another list is shown."""
        self.on = False

    def asked(self, vacancies: Iterable[VacancyShort]) -> None:
        """hh.ru is asked for the queue while its counters say this."""
        self._unread = _unread(vacancies)

    def knows_less_than(self, vacancies: Iterable[VacancyShort]) -> bool:
        """Whether hh.ru counts more new ones than when it was asked."""
        more = _unread(vacancies) > self._unread
        self._unread = _unread(vacancies)
        return more

    def whole(self) -> None:
        """All vacancies are in it: from now on nobody changes their place."""
        self._whole = True

    def seen(self, negotiation: str, letter: str) -> None:
        """The person opened this response and read its letter."""
        self._seen[negotiation] = letter

    def done(self, negotiation: str) -> None:
        """An act on this response is settled: it leaves the queue."""
        self._done.add(negotiation)

    def merged(self, fresh: ResponseList, before: ResponseList | None) -> ResponseList:
        """`fresh` with those who were here before, each at their place; newcomers stand in front.

        While the queue is still read for the first time the newest stand in front, as they come.
        """
        rows = {row.key: row for row in fresh.rows}
        kept = [rows.pop(row.key, row) for row in before.rows] if before is not None and self._whole else []
        every = [*rows.values(), *kept]
        shown = tuple(self._seen_as(row) for row in every if row.key not in self._done)
        return structs.replace(fresh, rows=shown, found=len(shown))

    def _seen_as(self, row: ListedResponse) -> ListedResponse:
        return as_seen(row, self._seen[row.key]) if row.key in self._seen else row


def as_seen(row: ListedResponse, letter: str) -> ListedResponse:
    """The row of somebody whom the person has opened, with the first words that were read then."""
    response = row.response
    if not isinstance(response, Response):
        return row
    seen = structs.replace(response, has_updates=False, unread_messages=0)
    return structs.replace(row, response=seen, letter=row.letter or letter)


def _unread(vacancies: Iterable[VacancyShort]) -> int:
    return sum(one.counters.unread_responses for one in vacancies)
