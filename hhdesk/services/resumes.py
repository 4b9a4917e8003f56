"""Reading resumes: our full copy at once, hh.ru only where it is needed, since every reading there leaves a
trace.

Source: get-resume.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from typing import TYPE_CHECKING

import msgspec

from hhdesk.api import decode, urls
from hhdesk.api.aside import aside
from hhdesk.domain.account import Quota
from hhdesk.domain.acts import Act
from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.errors import NotFound, UnreadableAnswer
from hhdesk.domain.events import Announcer
from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.people import TimelineEvent
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.domain.values import Aged, Answer
from hhdesk.services import contacts
from hhdesk.services.flights import Flights
from hhdesk.store.pictures import picture_key

if TYPE_CHECKING:
    from hhdesk.services.context import Context
    from hhdesk.store.resumes import ResumeMarks


def is_newer(short: ResumeShort, stored: Resume) -> bool:
    """Whether the list shows the resume changed since our copy was made."""
    return short.updated_at is not None and (
        stored.updated_at is None or short.updated_at > stored.updated_at
    )


def with_known_contacts(newest: Resume, older: Resume) -> Resume:
    """`newest`, whose contacts hh.ru may have closed again, with those that we were shown; that they are
    closed stays told.
    """
    return msgspec.structs.replace(
        newest,
        last_name=newest.last_name or older.last_name,
        first_name=newest.first_name or older.first_name,
        middle_name=newest.middle_name or older.middle_name,
        contacts=newest.contacts or older.contacts,
        sites=newest.sites or older.sites,
        photo_url=newest.photo_url or older.photo_url,
        photo_small_url=newest.photo_small_url or older.photo_small_url,
        contacts_open_until=newest.contacts_open_until or older.contacts_open_until,
        contacts_closed_again=newest.contacts_closed_again
        or (not contacts.are_open(newest) and contacts.are_open(older)),
    )


class ResumeReader:
    """Full resumes. `changed` tells a resume that was read, whose contacts were opened, or that is gone."""

    def __init__(self, context: Context, quota: Callable[[], Quota | None] = lambda: None) -> None:
        self._context = context
        self._quota = quota
        self._read: dict[ResumeId, bool] = {}
        self._reading: Flights[ResumeId, Aged[Resume]] = Flights()
        self._lost_photos: set[str] = set()
        self._held: dict[tuple[ResumeId, bool], Aged[Resume]] = {}
        """What the store did not take yet, with whether it was read for its contacts."""
        self.changed: Announcer[ResumeId] = Announcer()

    async def stored(self, resume: ResumeId) -> Aged[Resume] | None:
        """Our full copy; no call is made."""
        known = [one for with_contacts in (False, True) if (one := self._held.get((resume, with_contacts)))]
        kept = await self._kept(resume)
        if kept is not None:
            known.append(kept)
        if not known:
            return None
        self._read[resume] = True
        known.sort(key=lambda one: one.fetched_at, reverse=True)
        value = known[0].value
        for older in known[1:]:
            value = with_known_contacts(value, older.value)
        return Aged(value=value, fetched_at=known[0].fetched_at, from_store=True)

    async def _kept(self, resume: ResumeId) -> Aged[Resume] | None:
        kept = await self._context.store.resumes.full(resume)
        if kept is None:
            return None
        try:
            value = await aside(decode.resume, kept.body)
            if kept.contacts_body is not None:
                value = with_known_contacts(value, await aside(decode.resume, kept.contacts_body))
        except UnreadableAnswer:
            # Kept by a version that read it otherwise: as good as nothing, so that it is fetched anew.
            return None
        return Aged(value=value, fetched_at=kept.fetched_at)

    async def stored_short(self, resume: ResumeId) -> ResumeShort | None:
        """What is kept of a resume in any form: as lists showed it last, as it was read, or as it came with
        a response. No call is made.
        """
        kept = await self._context.store.resumes.short(resume)
        if kept is not None:
            with contextlib.suppress(UnreadableAnswer):
                return decode.resume_short(kept.body)
        stored = await self.stored(resume)
        if stored is not None:
            return stored.value
        for negotiation in await self._context.store.negotiations.of_resume(resume):
            row = decode.response_row(negotiation.resume_body or negotiation.body).value
            if isinstance(row, Response) and row.resume is not None:
                return row.resume
        return None

    async def was_listed(self, resume: ResumeId) -> bool:
        """Whether a search or a reading brought this resume, not a response alone. No call is made."""
        kept = self._context.store.resumes
        return await kept.short(resume) is not None or await kept.full(resume) is not None

    async def open(self, short: ResumeShort, act: Act) -> AsyncIterator[Aged[Resume]]:
        """Our copy, and hh.ru's (traced) only if there is none or the list shows a newer one.

        Raises what `refresh` raises, after our copy was given.
        """
        stored = await self.stored(short.id)
        if stored is not None:
            yield stored
        if stored is None or (is_newer(short, stored.value) and not await self._is_withdrawn(short.id)):
            yield await self.refresh(short, act)

    async def refresh(self, short: ResumeShort, act: Act) -> Aged[Resume]:
        """Read anew from hh.ru (traced) by the url as given, and keep it; once for all who ask meanwhile.

        Raises NotFound when its owner closed or deleted it (marked so; our copy stays), ViewLimitReached,
        CaptchaRequired, SessionLost, Transient.
        """
        return await self._reading.join(short.id, lambda: self._fetch(short, act))

    async def finish(self, seconds: float) -> None:
        """Wait for readings under way: to be called before the store closes."""
        await self._reading.finish(seconds)

    async def _fetch(self, short: ResumeShort, act: Act) -> Aged[Resume]:
        try:
            answer = await self._context.api.resumes.open(await self._address(short), act=act)
        except NotFound:
            await self._mark_withdrawn(short)
            raise
        return await self._keep_read(answer)

    async def keep(self, answer: Answer[Resume], *, contacts_read: bool | None = None) -> Aged[Resume]:
        """Keep a full answer before anybody shows it, in memory where the store does not take it: a view is
        spent. `contacts_read` None lets the resume itself tell.
        """
        resume, store = answer.value, self._context.store.resumes
        aged = Aged(value=resume, fetched_at=self._context.now())
        with_contacts = contacts.are_open(resume) if contacts_read is None else contacts_read
        place = (resume.id, with_contacts)
        self._held[place] = aged

        async def write() -> None:
            await store.keep_full(resume, answer.body, aged.fetched_at, with_contacts)
            if self._held.get(place) is aged:
                del self._held[place]

        await self._context.keeping.keep(write, ("resume", *place), resume.person_id)
        self._read[resume.id] = True
        self.changed.announce(resume.id)
        return aged

    async def note(self, person: PersonId | None, event: TimelineEvent) -> None:
        """Add to a person's time line, now or when the store takes it."""
        if person is None:
            return
        people = self._context.store.people
        key = ("event", person, event.kind, event.at)
        await self._context.keeping.keep(lambda: people.event(person, event), key, person)

    async def photo(self, url: str) -> bytes | None:
        """A photo's bytes, kept for good, since its url expires; None where hh.ru has it no more.

        Raises Transient when offline and nothing is kept.
        """
        key = picture_key(url)
        kept = await self._context.store.pictures.get(key)
        if kept is not None or url in self._lost_photos:
            return kept
        try:
            content = await self._context.api.files.picture(url)
        except NotFound:
            self._lost_photos.add(url)
            return None
        pictures, moment = self._context.store.pictures, self._context.now()
        await self._context.keeping.keep(lambda: pictures.keep(key, content, moment))
        return content

    def read_cost(self, short: ResumeShort) -> Cost:
        """What opening costs: nothing from our copy or through a response, else one view of today's limit.

        Makes no call and reads no file: it knows the resumes that lists and readings of this run showed.
        """
        if self._read.get(short.id, False):
            return Cost(kind=CostKind.FREE, reason=FreeReason.STORED)
        if contacts.came_by_response(short):
            return Cost(kind=CostKind.FREE, reason=FreeReason.APPLIED)
        return self.view_cost()

    def view_cost(self) -> Cost:
        """One view, with hh.ru's numbers as they were told last."""
        quota = self._quota() or Quota()
        return Cost(kind=CostKind.VIEW, amount=1, left=quota.views_left, limit=quota.views_limit)

    def reset(self) -> None:
        """Know nothing: another account works."""
        self._read.clear()
        self._lost_photos.clear()
        self._held.clear()

    def forget(self, person: PersonId) -> None:
        """Know nothing of somebody who was forgotten."""
        self._read.clear()
        self._lost_photos.clear()
        self._held = {place: one for place, one in self._held.items() if one.value.person_id != person}

    def remember(self, marks: Mapping[ResumeId, ResumeMarks]) -> None:
        """Take from lists which resumes are stored in full, for `read_cost`."""
        self._read.update((resume, mark.read_at is not None) for resume, mark in marks.items())

    async def _address(self, short: ResumeShort) -> str:
        """hh.ru's own url, as given; a full resume carries none, so the list's is taken."""
        if short.url:
            return short.url
        listed = await self._context.store.resumes.short(short.id)
        return (decode.resume_short(listed.body).url if listed is not None else "") or (
            f"/resumes/{urls.path_segment(short.id)}"
        )

    async def _keep_read(self, answer: Answer[Resume]) -> Aged[Resume]:
        kept = await self.keep(answer)
        event = TimelineEvent(at=kept.fetched_at, kind="read", resume_id=kept.value.id)
        await self.note(kept.value.person_id, event)
        return kept

    async def _mark_withdrawn(self, short: ResumeShort) -> None:
        moment = self._context.now()
        store, key = self._context.store.resumes, ("withdrawn", short.id)
        await self._context.keeping.keep(lambda: store.mark_withdrawn(short.id, moment), key, short.person_id)
        event = TimelineEvent(at=moment, kind="withdrawn", resume_id=short.id)
        await self.note(short.person_id, event)
        self.changed.announce(short.id)

    async def _is_withdrawn(self, resume: ResumeId) -> bool:
        mark = (await self._context.store.resumes.marks((resume,))).get(resume)
        return mark is not None and mark.withdrawn_at is not None
