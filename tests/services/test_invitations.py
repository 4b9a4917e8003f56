"""Inviting somebody who has not applied: what fits, what it costs, and that it is spent once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hhdesk.domain.costs import CostKind, FreeReason
from hhdesk.domain.identity import ResumeId, VacancyId
from hhdesk.domain.negotiations import Action, InvitableVacancy
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.domain.resumes import ResumeShort
from hhdesk.services.invitations import Invitations
from hhdesk.services.reconcile import ANSWERED, Proof, prove
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import closed_resume, consent, read
from tests.services.working import reaches, running

INVITE = "invite-applicant-to-vacancy"
S = OutboxState


@pytest.fixture(autouse=True)
async def _quick(services: Services) -> None:
    """No take-back window."""
    await services.settings.change(take_back_seconds=0)


async def fitting(services: Services, resume: ResumeShort) -> InvitableVacancy:
    """The first vacancy to which the person can be invited."""
    found = await services.invitations.vacancies(resume.id)
    assert found[0].can_invite
    return found[0]


async def invite(services: Services, resume: ResumeShort, vacancy: InvitableVacancy) -> OutboxEntry:
    """Invite with a letter, by the vacancy's first act."""
    draft = services.invitations.draft(resume, vacancy, vacancy.actions[0])
    draft.message = "Здравствуйте! Приходите на разговор."
    assert draft.problems() == ()
    return await services.invitations.submit(draft, consent())


@pytest.mark.parametrize(
    ("title", "names", "meant"),
    [
        ("Аккаунт-менеджер", ("Python-разработчик", "Бухгалтер"), ""),
        ("Аккаунт-менеджер", ("Python-разработчик",), "Python-разработчик"),
        ("Бухгалтер", ("Python-разработчик", "Бухгалтер по зарплате"), "Бухгалтер по зарплате"),
        ("Бухгалтер", ("Бухгалтер по зарплате", "Бухгалтер склада"), ""),
        ("Менеджер по закупкам", ("Менеджер по продажам", "Бухгалтер"), ""),
        ("Менеджер", ("Менеджер по продажам", "Бухгалтер"), ""),
        ("Старший менеджер по продажам", ("Менеджер по продажам", "Бухгалтер"), "Менеджер по продажам"),
        ("", ("Менеджер по продажам", "Бухгалтер"), ""),
    ],
)
def test_a_vacancy_is_meant_only_where_nothing_else_can_be(
    title: str, names: tuple[str, ...], meant: str
) -> None:
    act = Action(id="invite", enabled=True)
    vacancies = tuple(
        InvitableVacancy(id=VacancyId(name), name=name, can_invite=True, actions=(act,)) for name in names
    )
    resume = ResumeShort(id=ResumeId("r"), title=title)
    assert Invitations.clearly_meant(resume, vacancies) == meant


async def test_an_invitation_costs_one_contact_and_is_settled(services: Services, sandbox: Sandbox) -> None:
    resume = await closed_resume(services)
    assert services.invitations.cost(resume).kind is CostKind.CONTACT
    left = sandbox.state()["contacts_left"]
    vacancy = await fitting(services, resume)
    entry = await invite(services, resume, vacancy)
    assert sandbox.state()["paid"] == []
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.SETTLED)
    state = sandbox.state()
    assert state["contacts_left"] == left - 1
    assert {paid["operation"] for paid in state["paid"]} == {INVITE}
    assert state["operations"][INVITE] == 1
    assert state["violations"] == []
    after = next(v for v in await services.invitations.vacancies(resume.id) if v.id == vacancy.id)
    assert after.state is not None


async def test_a_lost_answer_spends_once_and_is_settled_by_looking(
    services: Services, sandbox: Sandbox
) -> None:
    resume = await closed_resume(services)
    vacancy = await fitting(services, resume)
    sandbox.fault("lost_answer", INVITE, times=1)
    left = sandbox.state()["contacts_left"]
    entry = await invite(services, resume, vacancy)
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.UNKNOWN)
        services.outbox.wake()
        await reaches(services.outbox, entry, S.SETTLED)
    state = sandbox.state()
    assert state["operations"][INVITE] == 1
    assert state["contacts_left"] == left - 1


async def test_an_invitation_that_was_not_done_waits_for_the_person(
    services: Services, sandbox: Sandbox
) -> None:
    resume = await closed_resume(services)
    vacancy = await fitting(services, resume)
    sandbox.fault("cut_before", INVITE, times=1)
    entry = await invite(services, resume, vacancy)
    async with running(services.outbox):
        refused = await reaches(services.outbox, entry, S.REFUSED)
    assert refused.error == "NotDone"
    assert sandbox.state()["paid"] == []


async def test_a_second_invitation_for_the_same_pair_is_refused_with_its_reason(
    services: Services, sandbox: Sandbox
) -> None:
    resume = await closed_resume(services)
    vacancy = await fitting(services, resume)
    first = await invite(services, resume, vacancy)
    second = await invite(services, resume, vacancy)
    async with running(services.outbox):
        await reaches(services.outbox, first, S.SETTLED)
        refused = await reaches(services.outbox, second, S.REFUSED)
    assert refused.error == "AlreadyApplied"
    assert len({paid["number"] for paid in sandbox.state()["paid"]}) == 1


async def test_after_the_contacts_are_bought_an_invitation_is_free(services: Services) -> None:
    resume = await closed_resume(services)
    full = (await read(services, resume))[-1].value
    opened = await services.contacts.open(full, consent())
    cost = services.invitations.cost(opened.value)
    assert (cost.kind, cost.reason) == (CostKind.FREE, FreeReason.ALREADY_OPEN)


async def test_a_list_that_lags_behind_does_not_deny_the_invitation(services: Services) -> None:
    """hh.ru named the negotiation in its answer: it is read where the list shows no state."""
    resume = await closed_resume(services)
    entry = await invite(services, resume, await fitting(services, resume))
    async with running(services.outbox):
        entry = await reaches(services.outbox, entry, S.SETTLED)
    unlisted = replace(entry, intent=replace(entry.intent, vacancy_id=VacancyId("0")))
    assert await prove(services.context, unlisted) is Proof.DONE
    assert await prove(services.context, replace(unlisted, events=())) is Proof.UNPROVABLE
    gone = tuple(replace(event, detail="1") for event in entry.events if event.code == ANSWERED)
    assert await prove(services.context, replace(unlisted, events=gone)) is Proof.NOT_DONE
