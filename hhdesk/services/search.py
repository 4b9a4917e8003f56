"""Searching resumes: the stored result of the same question at once, then hh.ru's pages as they are asked
for.

Source: search-for-resumes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from hhdesk.api import decode
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.listing import ListedResume, SearchResult
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.search import DEPTH, ResumeQuery
from hhdesk.domain.values import Unreadable
from hhdesk.store.searches import StoredSearch, query_key

if TYPE_CHECKING:
    from hhdesk.services.context import Context
    from hhdesk.services.resumes import ResumeReader
    from hhdesk.store.resumes import ResumeMarks

PER_PAGE = 50
FIRST_PAGES = 2
"""Read for the first paint; the rest of a stored search follows by `more`."""
MANY = 200
"""Rows from which on their making leaves the loop's thread."""


def listed(key: str, resume: ResumeShort | Unreadable, marks: Mapping[ResumeId, ResumeMarks]) -> ListedResume:
    """A row with what the store knows of its person."""
    mark = None if isinstance(resume, Unreadable) else marks.get(resume.id)
    if mark is None or isinstance(resume, Unreadable):
        return ListedResume(key=key, resume=resume)
    updated = resume.updated_at
    return ListedResume(
        key=key,
        resume=resume,
        read_here=mark.read_at is not None,
        updated_since_read=(
            mark.full_updated_at is not None and updated is not None and updated > mark.full_updated_at
        ),
        contacts_open=mark.contacts_open,
        withdrawn=mark.withdrawn_at is not None,
        invited=mark.invited,
        inviting=mark.inviting,
        known_since=mark.known_since,
    )


Keyed = tuple[str, ResumeShort | Unreadable]
"""A row under a key that stays over refreshes: a resume's id, or the place of an unreadable item."""


def keyed(
    resumes: Sequence[ResumeShort | Unreadable], first: int = 0, known: frozenset[str] = frozenset()
) -> list[Keyed]:
    """Items under their keys, each resume once and none that is `known`; `first` is the place of the first
    item.
    """
    found: dict[str, ResumeShort | Unreadable] = {}
    for place, resume in enumerate(resumes, first):
        key = f"?{place}" if isinstance(resume, Unreadable) else str(resume.id)
        if key not in known:
            found.setdefault(key, resume)
    return list(found.items())


def pages_within_depth(pages: int, per_page: int) -> int:
    """How many of hh.ru's pages can be asked for."""
    return min(pages, DEPTH // (per_page or PER_PAGE))


class ResumeSearch:
    """Silent throughout. A page goes into the store before it is shown, where the store takes it."""

    def __init__(self, context: Context, reader: ResumeReader) -> None:
        self._context = context
        self._reader = reader

    def last_now(self) -> SearchResult | None:
        """The first pages of the last search as it was seen, read in the calling thread: for the first paint
        only. `more` gives the rest without a call.
        """
        stored = self._context.store.searches.last_now(FIRST_PAGES)
        if stored is None:
            return None
        found = _decoded(stored)
        marks = self._context.store.resumes.marks_now(_readable(found))
        return _result(stored, self._rows(found, marks))

    async def last(self) -> SearchResult | None:
        """The last search as it was seen."""
        return await self._from_store(await self._context.store.searches.last())

    async def stored(self, query: ResumeQuery) -> SearchResult | None:
        """What this question brought when it was asked last."""
        return await self._from_store(await self._context.store.searches.get(query_key(query)))

    async def run(self, query: ResumeQuery) -> AsyncIterator[SearchResult]:
        """What is stored under this question, then its first page as hh.ru gives it now.

        Raises SearchLimitReached, ArgumentRefused, SessionLost, Transient, after the stored result was given.
        """
        stored = await self.stored(query)
        if stored is not None:
            yield stored
        yield await self._load(query, 0, ())

    async def more(self, result: SearchResult) -> SearchResult:
        """`result` with the next page appended; a resume that moved between pages stands once.

        What is stored of a stored result comes first, without a call. Returns `result` itself when hh.ru has
        no more. Raises as `run`.
        """
        if not result.has_more:
            return result
        if result.from_store:
            stored = await self.stored(result.query)
            if stored is not None and stored.pages_loaded > result.pages_loaded:
                return stored
        return await self._load(result.query, result.pages_loaded, result.rows)

    async def marked(self, result: SearchResult) -> SearchResult:
        """`result` with what we know of its people by now: after one was read, opened or invited. No call
        is made.
        """
        found = [(row.key, row.resume) for row in result.rows]
        return msgspec.structs.replace(result, rows=await self._listed(found))

    async def stored_row(self, resume: ResumeId) -> ListedResume | None:
        """A row for somebody who may be in no list now, of whatever is kept; None where that is no more than
        a name. No call is made.
        """
        short = await self._reader.stored_short(resume)
        if short is None:
            return None
        return (await self._listed([(str(resume), short)]))[0]

    async def _load(self, query: ResumeQuery, number: int, before: tuple[ListedResume, ...]) -> SearchResult:
        page = await self._context.api.resumes.search(query, number, PER_PAGE)
        moment = self._context.now()
        # The number that was asked for: what hh.ru echoes may be missing, and page 0 begins anew.
        page = msgspec.structs.replace(page, page=number)
        searches = self._context.store.searches
        await self._context.keeping.keep(lambda: searches.keep(query_key(query), query, page, moment))
        items = [row.value for row in page.rows]
        found = keyed(items, number * PER_PAGE, frozenset(row.key for row in before))
        return SearchResult(
            query=query,
            rows=before + await self._listed(found),
            found=page.found,
            pages_loaded=number + 1,
            pages=pages_within_depth(page.pages, page.per_page),
            fetched_at=moment,
        )

    async def _from_store(self, stored: StoredSearch | None) -> SearchResult | None:
        if stored is None:
            return None
        found = await asyncio.to_thread(_decoded, stored)
        return _result(stored, await self._listed(found))

    async def _listed(self, found: Sequence[Keyed]) -> tuple[ListedResume, ...]:
        marks = await self._context.store.resumes.marks(_readable(found))
        if len(found) < MANY:
            return self._rows(found, marks)
        return await asyncio.to_thread(self._rows, found, marks)

    def _rows(
        self, found: Sequence[Keyed], marks: Mapping[ResumeId, ResumeMarks]
    ) -> tuple[ListedResume, ...]:
        self._reader.remember(marks)
        return tuple(listed(key, resume, marks) for key, resume in found)


def _result(stored: StoredSearch, rows: tuple[ListedResume, ...]) -> SearchResult:
    return SearchResult(
        query=stored.query,
        rows=rows,
        found=stored.found,
        pages_loaded=stored.pages_loaded,
        pages=pages_within_depth(stored.pages, PER_PAGE),
        fetched_at=stored.fetched_at,
        from_store=True,
    )


def _decoded(stored: StoredSearch) -> list[Keyed]:
    return keyed([decode.resume_row(body).value for body in stored.bodies])


def _readable(found: Sequence[Keyed]) -> tuple[ResumeId, ...]:
    return tuple(resume.id for _, resume in found if not isinstance(resume, Unreadable))
