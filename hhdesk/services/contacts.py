"""Contacts: whether they are open, what opening costs, and opening them, once per resume.

Source: get-resume (actions.get_with_contact), tag "Просмотр резюме с контактами".
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from hhdesk.api import urls
from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.errors import (
    AnswerLost,
    AnswerTooLarge,
    HhdeskError,
    NoContactService,
    ProgrammingMistake,
    UnreadableAnswer,
)
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.people import TimelineEvent
from hhdesk.domain.resumes import ContactView, Resume, ResumeShort
from hhdesk.domain.values import Aged, Value
from hhdesk.services.flights import Flights

if TYPE_CHECKING:
    from hhdesk.services.context import Context
    from hhdesk.services.resumes import ResumeReader

_HIDDEN_EXPERIENCE = "experience"
"""The one entry of resume_hidden_fields that is no contact."""
_PAYING = "contacts.paying"
"""Setting that names the resumes whose payment is under way, so that a crash leaves its trace."""


def are_open(resume: ResumeShort) -> bool:
    """Whether this employer sees the contacts already: nothing is left to spend."""
    if resume.with_contact_url:
        return False
    if isinstance(resume, Resume):
        if resume.contacts_closed_again:
            return False
        if resume.contacts or resume.contact_view is ContactView.FULL:
            return True
    return resume.can_view_full_info is True or bool(resume.last_name)


def came_by_response(resume: ResumeShort) -> bool:
    """Whether the resume was reached through a response: its url carries the topic then."""
    return any(name == "topic_id" for name, _ in urls.pairs_of(resume.url))


def opened_by_colleague(short: ResumeShort, stored: Resume) -> bool:
    """Whether the list shows contacts open that are closed in our copy. Silent: the list says so by
    itself.
    """
    return are_open(short) and not are_open(stored)


class ContactOffer(Value, frozen=True, kw_only=True):
    """What opening the contacts of a resume costs, and the resume where a full one is known."""

    cost: Cost
    resume: Aged[Resume] | None = None


class Contacts:
    """The paid way to a person's contacts."""

    def __init__(self, context: Context, reader: ResumeReader) -> None:
        self._context = context
        self._reader = reader
        self._noting = asyncio.Lock()
        self._sure: set[ResumeId] = set()
        """Resumes whose note of a payment under way is out of date, where the store did not take that."""
        self._paying: Flights[ResumeId, Aged[Resume]] = Flights()

    def cost(self, resume: ResumeShort) -> Cost:
        """What opening costs: nothing when open, one contact and a view of the resume that comes with them,
        or unavailable with hh.ru's offers.

        `hidden` names what its owner hid: a payment would not show it. No call is made.
        """
        hidden = tuple(
            field.name or field.id for field in resume.hidden_fields if field.id != _HIDDEN_EXPERIENCE
        )
        if are_open(resume):
            reason = FreeReason.APPLIED if came_by_response(resume) else FreeReason.ALREADY_OPEN
            return Cost(kind=CostKind.FREE, reason=reason, hidden=hidden)
        if resume.with_contact_url:
            # The contacts come with the resume: of a resume that was found, that is a view like any other.
            views = 0 if came_by_response(resume) else 1
            return Cost(kind=CostKind.CONTACT, amount=1, views=views, hidden=hidden)
        services = resume.paid_services if isinstance(resume, Resume) else ()
        offers = tuple((service.name or service.id, service.price_url) for service in services)
        return Cost(kind=CostKind.UNAVAILABLE, hidden=hidden, offers=offers)

    async def offer(self, short: ResumeShort, act: Act) -> ContactOffer:
        """Our copy and its cost, to be asked before a price is shown.

        Where only the resume itself tells it, and reading that spends a view, the cost is that view: it is
        for the person to say yes to it, and for `learn` to spend it.
        """
        if not short.with_contact_url and await self._reader.stored(short.id) is None:
            reading = self._reader.read_cost(short)
            if reading.kind is CostKind.VIEW and short.id not in await self._doubtful():
                return ContactOffer(cost=reading)
        return await self.learn(short, act)

    async def learn(self, short: ResumeShort, act: Act) -> ContactOffer:
        """The cost of the contacts and our copy, whatever it takes to know it.

        The resume is read anew (traced, a view) only where nothing else tells the price: none is stored and
        the list has no way to open its contacts, the list says that a colleague opened them meanwhile, or an
        earlier payment's answer was lost.
        """
        stored = await self._reader.stored(short.id)
        doubtful = short.id in await self._doubtful()
        if stored is None and short.with_contact_url and not doubtful:
            return ContactOffer(cost=self.cost(short))
        if stored is None or doubtful or opened_by_colleague(short, stored.value):
            stored = await self._reader.refresh(short, act)
            await self._end_doubt(short.id)
        return ContactOffer(cost=self.cost(stored.value), resume=stored)

    async def open(self, resume: ResumeShort, consent: Consent) -> Aged[Resume]:
        """Open the contacts. Paid at most once: what is open is returned as it is, and a second call joins
        the first.

        A payment under way is not cancelled with the view that began it: its answer is kept.

        Raises NoContactService, ContactsQuotaReached, ContactsForbidden, AnswerLost (the next call reads
        before it pays), ProgrammingMistake when `consent` is to another price.
        """
        return await self._paying.join(resume.id, lambda: self._open(resume, consent))

    async def _open(self, short: ResumeShort, consent: Consent) -> Aged[Resume]:
        offer = await self.learn(short, consent)
        price, current = offer.cost, offer.resume
        if current is not None and price.kind is CostKind.FREE:
            return current
        if price.kind is not CostKind.CONTACT:
            raise NoContactService(kind="resumes", value="no_available_service")
        if consent.cost.kind is not CostKind.CONTACT or consent.cost.amount < price.amount:
            raise ProgrammingMistake(detail="consent to another price")
        return await self._pay(current.value if current is not None else short, consent)

    async def _pay(self, resume: ResumeShort, consent: Consent) -> Aged[Resume]:
        await self._note(resume.id, doubtful=True)
        try:
            answer = await self._context.api.resumes.open_contacts(resume.with_contact_url, consent=consent)
        except (UnreadableAnswer, AnswerTooLarge) as error:
            # Paid, and what it brought cannot be shown: to be read, not to be paid again.
            raise AnswerLost(request_id=error.request_id, detail=error.detail) from error
        except HhdeskError as error:
            if not isinstance(error, AnswerLost):
                await self._end_doubt(resume.id)
            raise
        opened = await self._reader.keep(answer, contacts_read=True)
        await self._end_doubt(resume.id)
        event = TimelineEvent(at=opened.fetched_at, kind="contacts_opened", resume_id=resume.id)
        await self._reader.note(opened.value.person_id, event)
        return opened

    async def _doubtful(self) -> set[str]:
        return set((await self._context.store.settings.get(_PAYING, "")).split()) - self._sure

    async def _end_doubt(self, resume: ResumeId) -> None:
        """What became of a payment is known, whether the store takes the note or not."""
        self._sure.add(resume)

        async def write() -> None:
            if resume in self._sure:
                await self._note(resume, doubtful=False)
                self._sure.discard(resume)

        await self._context.keeping.keep(write, ("paid", resume))

    def reset(self) -> None:
        """Be sure of nothing: another account works."""
        self._sure.clear()

    async def _note(self, resume: ResumeId, *, doubtful: bool) -> None:
        async with self._noting:
            before = set((await self._context.store.settings.get(_PAYING, "")).split())
            after = before | {resume} if doubtful else before - {resume}
            if after != before:
                await self._context.store.settings.set(_PAYING, " ".join(sorted(after)))
            if doubtful:
                self._sure.discard(resume)

    async def finish(self) -> None:
        """Wait for payments under way: to be called before the store closes."""
        await self._paying.finish()
