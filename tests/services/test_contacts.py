"""Contacts: free, priced or not to be had; paid once, never by accident."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.errors import AnswerLost, NoContactService, ProgrammingMistake, TooManyRequests
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import (
    Contact,
    ContactKind,
    ContactView,
    PaidService,
    Resume,
    ResumeShort,
)
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Named
from hhdesk.services.resumes import with_known_contacts
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import act, closed_resume, consent, first_page, read, shorts, until

ID = ResumeId("r")


@pytest.mark.parametrize(
    ("resume", "cost"),
    [
        (
            ResumeShort(id=ID, with_contact_url="https://api.hh.ru/resumes/r?with_contact=k"),
            Cost(kind=CostKind.CONTACT, amount=1, views=1),
        ),
        (
            Resume(
                id=ID,
                with_contact_url="u",
                hidden_fields=(
                    Named(id="phones", name="Телефоны"),
                    Named(id="experience", name="Места работы"),
                ),
            ),
            Cost(kind=CostKind.CONTACT, amount=1, views=1, hidden=("Телефоны",)),
        ),
        (
            ResumeShort(id=ID, url="https://api.hh.ru/resumes/r?topic_id=7", with_contact_url="u"),
            Cost(kind=CostKind.CONTACT, amount=1),
        ),
        (
            Resume(id=ID, contact_view=ContactView.FULL, url="https://api.hh.ru/resumes/r?topic_id=7"),
            Cost(kind=CostKind.FREE, reason=FreeReason.APPLIED),
        ),
        (
            Resume(id=ID, contacts=(Contact(kind=ContactKind.EMAIL, value="a@b.c"),)),
            Cost(kind=CostKind.FREE, reason=FreeReason.ALREADY_OPEN),
        ),
        (
            ResumeShort(id=ID, can_view_full_info=True),
            Cost(kind=CostKind.FREE, reason=FreeReason.ALREADY_OPEN),
        ),
        (
            Resume(
                id=ID,
                paid_services=(PaidService(id="s", name="Доступ к базе", price_url="https://hh.ru/price"),),
            ),
            Cost(kind=CostKind.UNAVAILABLE, offers=(("Доступ к базе", "https://hh.ru/price"),)),
        ),
        (ResumeShort(id=ID), Cost(kind=CostKind.UNAVAILABLE)),
    ],
)
def test_cost(signed_out: Services, resume: ResumeShort, cost: Cost) -> None:
    assert signed_out.contacts.cost(resume) == cost


def test_contacts_that_hh_ru_closed_again_are_shown_and_not_called_open(signed_out: Services) -> None:
    """The service is over: hh.ru offers no way to open them, and our copy still has them."""
    phone = Contact(kind=ContactKind.PHONE, value="+7 900 000-00-00")
    older = Resume(id=ID, last_name="Савельев", contacts=(phone,), contact_view=ContactView.FULL)
    newest = Resume(id=ID, contact_view=ContactView.NONE, can_view_full_info=False)
    shown = with_known_contacts(newest, older)
    assert shown.contacts == (phone,)
    assert shown.last_name == "Савельев"
    assert signed_out.contacts.cost(shown) == Cost(kind=CostKind.UNAVAILABLE)
    assert signed_out.invitations.cost(shown) == Cost(kind=CostKind.CONTACT, amount=1)
    still_open = with_known_contacts(older, older)
    assert signed_out.contacts.cost(still_open).kind is CostKind.FREE
    # A list that shows them open by itself is believed.
    bought = with_known_contacts(Resume(id=ID, last_name="Савельев", contacts=(phone,)), older)
    assert signed_out.invitations.cost(bought).kind is CostKind.FREE


async def test_opening_spends_one_and_is_kept(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    assert not closed.value.contacts
    assert services.contacts.cost(closed.value).kind is CostKind.CONTACT
    before = sandbox.state()["contacts_left"]
    opened = await services.contacts.open(closed.value, consent())
    assert opened.value.last_name
    assert opened.value.contacts
    assert services.contacts.cost(opened.value).kind is CostKind.FREE
    stored = await services.resumes.stored(short.id)
    assert stored is not None
    assert stored.value == opened.value
    state = sandbox.state()
    assert state["contacts_left"] == before - 1
    assert len(state["paid"]) == 1
    assert short.person_id is not None
    assert "contacts_opened" in [e.kind for e in await services.people.timeline(short.person_id)]
    hits = await services.people.find(opened.value.last_name)
    assert short.id in [hit.resume_id for hit in hits]


async def test_never_paid_twice(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    results = await asyncio.gather(*(services.contacts.open(closed.value, consent()) for _ in range(5)))
    again = await services.contacts.open(closed.value, consent())
    assert {result.value.id for result in (*results, again)} == {short.id}
    assert all(result.value.contacts for result in (*results, again))
    assert len(sandbox.state()["paid"]) == 1
    assert sandbox.state()["operations"]["get-resume"] == 2


async def test_what_a_colleague_opened_is_not_bought(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    assert closed.value.with_contact_url
    colleague = sandbox.client(sandbox.sign_in())
    with colleague:
        colleague.get(closed.value.with_contact_url).raise_for_status()
    paid = len(sandbox.state()["paid"])
    listed = next(
        found for found in shorts(await first_page(services, ResumeQuery())) if found.id == short.id
    )
    offer = await services.contacts.offer(listed, act("see_contacts"))
    assert offer.cost.kind is CostKind.FREE
    assert offer.resume is not None
    assert offer.resume.value.contacts
    assert len(sandbox.state()["paid"]) == paid


async def test_offer_of_a_stored_copy_asks_nobody(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    await read(services, short)
    offer = await services.contacts.offer(short, act("see_contacts"))
    assert offer.cost.kind is CostKind.CONTACT
    assert len(sandbox.state()["traced"]) == 1


async def test_offer_by_the_list_reads_nothing_and_opening_counts_one_view(
    services: Services, sandbox: Sandbox
) -> None:
    short = await closed_resume(services)
    offer = await services.contacts.offer(short, act("see_contacts"))
    assert offer.resume is None
    assert offer.cost == Cost(kind=CostKind.CONTACT, amount=1, views=1)
    assert not sandbox.state()["traced"]
    opened = await services.contacts.open(short, consent())
    assert opened.value.contacts
    state = sandbox.state()
    assert len(state["paid"]) == 1
    assert state["views"]["spent"] == 1


async def test_a_view_that_tells_the_price_is_asked_for_first(services: Services, sandbox: Sandbox) -> None:
    """The card has no way to the contacts: only the resume itself knows whether there is one."""
    closed = await closed_resume(services)
    short = msgspec.structs.replace(closed, with_contact_url="", last_name="", can_view_full_info=False)
    offer = await services.contacts.offer(short, act("see_contacts"))
    assert offer.resume is None
    assert offer.cost.kind is CostKind.VIEW
    assert not sandbox.state()["traced"]
    learned = await services.contacts.learn(short, act("learn_contacts"))
    assert learned.resume is not None
    assert learned.cost.kind is CostKind.CONTACT
    assert len(sandbox.state()["traced"]) == 1
    # What is here costs no view any more.
    assert (await services.contacts.offer(short, act("see_contacts"))).resume is not None
    assert len(sandbox.state()["traced"]) == 1


async def test_a_payment_that_hh_ru_puts_off_leaves_no_doubt(services: Services, sandbox: Sandbox) -> None:
    """429 says that nothing was done: the next try pays, and reads nothing before."""
    short = await closed_resume(services)
    sandbox.fault("rate_429", "get-resume", times=1)
    with pytest.raises(TooManyRequests):
        await services.contacts.open(short, consent())
    assert not sandbox.state()["paid"]
    assert (await services.contacts.open(short, consent())).value.contacts
    assert len(sandbox.state()["paid"]) == 1
    assert len(sandbox.state()["traced"]) == 1


async def test_hidden_fields_are_told_before_the_payment(services: Services) -> None:
    short = await closed_resume(services, hidden=True)
    cost = services.contacts.cost(short)
    assert cost.kind is CostKind.CONTACT
    assert cost.hidden


async def test_no_service_is_unavailable(services: Services, sandbox: Sandbox) -> None:
    sandbox.set(contacts_left=0)
    resume = next(r for r in shorts(await first_page(services, ResumeQuery())) if not r.can_view_full_info)
    (closed,) = await read(services, resume)
    assert services.contacts.cost(closed.value).kind is CostKind.UNAVAILABLE
    with pytest.raises(NoContactService):
        await services.contacts.open(closed.value, consent())
    assert sandbox.state()["paid"] == []


async def test_service_spent_meanwhile(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    sandbox.set(contacts_left=0)
    with pytest.raises(NoContactService):
        await services.contacts.open(closed.value, consent())


async def test_consent_to_another_price_pays_nothing(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    with pytest.raises(ProgrammingMistake):
        await services.contacts.open(closed.value, consent(kind=CostKind.FREE, amount=0))
    assert sandbox.state()["paid"] == []


async def test_lost_answer_is_read_before_it_is_paid_again(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    sandbox.fault("lost_answer", "get-resume", times=1)
    with pytest.raises(AnswerLost):
        await services.contacts.open(closed.value, consent())
    opened = await services.contacts.open(closed.value, consent())
    assert opened.value.contacts
    assert len(sandbox.state()["paid"]) == 1


async def test_payment_outlives_its_view(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    sandbox.hold("get-resume")
    paying = asyncio.create_task(services.contacts.open(closed.value, consent()))
    await until(lambda: bool(sandbox.state()["waiting"]))
    paying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await paying
    sandbox.release()
    await services.contacts.finish()
    stored = await services.resumes.stored(short.id)
    assert stored is not None
    assert stored.value.contacts


async def test_contacts_that_close_again_stay_readable(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    opened = await services.contacts.open(closed.value, consent())
    closed_again: dict[str, object] = {
        "contact": [],
        "first_name": None,
        "last_name": None,
        "middle_name": None,
        "can_view_full_info": False,
        "contact_view_status": "NONE",
        "actions": {"get_with_contact": {"url": short.with_contact_url}},
    }
    sandbox.fault("fields", "get-resume", fields=closed_again)
    await services.resumes.refresh(short, act())
    stored = await services.resumes.stored(short.id)
    assert stored is not None
    assert stored.value.contacts == opened.value.contacts
    assert stored.value.last_name == opened.value.last_name
    assert services.contacts.cost(stored.value).kind is CostKind.CONTACT
