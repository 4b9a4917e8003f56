"""A recruiter's day through every call that is not a resume search, against the sandbox."""

from __future__ import annotations

import asyncio
import uuid

import pytest

from hhdesk.api.client import HhApi
from hhdesk.domain.account import Me
from hhdesk.domain.errors import AlreadyDelivered, AnswerLost, NotThatFormat
from hhdesk.domain.identity import EmployerId, ManagerId, VacancyId
from hhdesk.domain.negotiations import Action, Collection, Collections, Response
from hhdesk.domain.resumes import DocumentFormat
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Unreadable
from tests.api.conftest import ACT, CONSENT
from tests.sandbox_process import Sandbox


async def _me(api: HhApi) -> tuple[Me, EmployerId, ManagerId]:
    me = (await api.account.me()).value
    assert me.employer_id is not None
    assert me.manager_id is not None
    return me, me.employer_id, me.manager_id


async def _busy(api: HhApi) -> tuple[Collections, Collection]:
    """A vacancy's collections, and one of them with responses."""
    _, employer, _ = await _me(api)
    for vacancy in (await api.vacancies.active(employer)).values:
        found = (await api.negotiations.collections(vacancy.id)).value
        for collection in found.collections:
            if collection.counters.total > 1:
                return found, collection
    raise AssertionError("no responses in the sandbox")


async def _letter_action(response: Response) -> Action:
    return next(a for a in response.actions if a.enabled and not a.hidden and a.takes("message"))


async def test_account(api: HhApi, sandbox: Sandbox) -> None:
    me, employer, manager = await _me(api)
    assert me.is_employer
    assert str(me.account_key) == f"{sandbox.employer_id}.{sandbox.manager_id}"
    accounts = await api.account.manager_accounts()
    assert [account.current for account in accounts].count(True) == 1
    quota = await api.account.quota(employer, manager)
    assert quota.views_left is not None
    assert {access.id for access in await api.account.method_access(employer, manager)} >= {"3", "4"}
    assert all(address.text for address in await api.account.addresses(employer))
    assert not sandbox.state()["violations"]


async def test_dictionaries_and_suggests(api: HhApi, sandbox: Sandbox) -> None:
    words = await api.dictionaries.dictionaries()
    assert words.value is not None
    assert words.value.name("gender", "male")
    assert words.value.of("currency")
    again = await api.dictionaries.dictionaries(words.etag)
    assert again.value is None or not words.etag
    regions = (await api.dictionaries.areas()).value
    assert regions is not None
    assert any(area.children for area in regions)
    assert (await api.dictionaries.roles()).value
    assert (await api.suggests.areas("мос"))[0].id
    assert await api.suggests.keywords("во")
    assert await api.suggests.roles("вод")
    assert await api.suggests.skills("уп")
    assert await api.suggests.institutions("мо")
    before = sandbox.state()["operations"]
    assert await api.suggests.areas("м ") == ()
    assert sandbox.state()["operations"] == before
    assert not sandbox.state()["violations"]


async def test_vacancies(api: HhApi, sandbox: Sandbox) -> None:
    _, employer, _ = await _me(api)
    page = await api.vacancies.active(employer)
    assert page.values
    vacancy = (await api.vacancies.get(page.values[0].id)).value
    assert vacancy.description
    assert await api.vacancies.stats(vacancy.id)
    assert not sandbox.state()["violations"]


async def test_a_response_is_read_and_moved(api: HhApi, sandbox: Sandbox) -> None:
    collections, collection = await _busy(api)
    assert collections.employer_states
    page = await api.negotiations.page(collection.order_types[0].url or collection.url, per_page=20)
    response = next(r for r in page.values if r.resume is not None and r.actions)
    action = await _letter_action(response)
    if action.templates:
        assert (await api.negotiations.letter(action.templates[0].url)).mail
    resume = await api.resumes.open(response.resume.url if response.resume else "", act=ACT)
    assert resume.value.id
    await api.negotiations.perform(action.method, action.url, (("message", "Здравствуйте! + & ="),), act=ACT)
    moved = (await api.negotiations.get(response.id)).value
    assert action.resulting_state is not None
    assert moved.employer_state == action.resulting_state
    assert not sandbox.state()["violations"]


async def test_a_ghost_is_a_response_without_a_resume(api: HhApi, sandbox: Sandbox) -> None:
    _, collection = await _busy(api)
    sandbox.fault("ghost", "get-collection-negotiations-list", count=1)
    page = await api.negotiations.page(collection.url)
    assert any(response.resume is None for response in page.values)
    assert not any(isinstance(row.value, Unreadable) for row in page.rows)


@pytest.mark.parametrize(
    "fault", ["unknown_action", "unknown_optional_argument", "unknown_required_argument", "unknown_stage"]
)
async def test_new_words_of_hh_pass(api: HhApi, sandbox: Sandbox, fault: str) -> None:
    _, collection = await _busy(api)
    sandbox.fault(fault)
    page = await api.negotiations.page(collection.url)
    assert page.values
    assert not any(isinstance(row.value, Unreadable) for row in page.rows)


async def test_invitation_answers_with_html_and_a_location(api: HhApi, sandbox: Sandbox) -> None:
    _, employer, _ = await _me(api)
    for resume in (await api.resumes.search(ResumeQuery(), 0, 100)).values:
        fitting = await api.vacancies.invitable(employer, resume.id)
        vacancy = next((v for v in fitting if v.can_invite and v.actions and v.state is None), None)
        if vacancy is not None:
            action = vacancy.actions[0]
            form = (("resume_id", resume.id), ("vacancy_id", vacancy.id), ("message", "Приглашаем"))
            made = await api.negotiations.invite(action.method, action.url, form, consent=CONSENT)
            assert made is not None
            assert (await api.negotiations.get(made)).value.resume is not None
            assert not sandbox.state()["violations"]
            return
    raise AssertionError("nobody to invite")


async def test_chat(api: HhApi, sandbox: Sandbox) -> None:
    _, collection = await _busy(api)
    page = await api.negotiations.page(collection.url)
    chat_id = next(r.chat_id for r in page.values if r.chat_id is not None)
    chat = (await api.chats.messages(chat_id, act=ACT)).value
    times = [message.created_at for message in chat.messages if message.created_at is not None]
    assert times == sorted(times)
    key = str(uuid.uuid4())
    made = await api.chats.post(chat_id, key, "Добрый день", act=ACT)
    with pytest.raises(AlreadyDelivered):
        await api.chats.post(chat_id, key, "Добрый день", act=ACT)
    newest = (await api.chats.messages(chat_id, act=ACT)).value.messages[-1]
    assert (newest.id, newest.text, newest.ours) == (made, "Добрый день", True)
    older = (await api.chats.messages(chat_id, act=ACT, start=newest.id, limit=1)).value
    assert [message.id for message in older.messages] == [made]
    assert await api.chats.unread_count() >= 0
    assert not sandbox.state()["violations"]


async def test_files(api: HhApi, sandbox: Sandbox) -> None:
    short = (await api.resumes.search(ResumeQuery())).values[0]
    resume = (await api.resumes.open(short.url, act=ACT)).value
    seen: list[tuple[int, int | None]] = []
    pdf = await api.files.download(
        resume.pdf_url, DocumentFormat.PDF, act=ACT, progress=lambda got, whole: seen.append((got, whole))
    )
    assert pdf.content.startswith(b"%PDF-")
    assert seen[-1][0] == len(pdf.content)
    rtf = await api.files.download(resume.rtf_url, DocumentFormat.RTF, act=ACT)
    assert rtf.content.startswith(rb"{\rtf")
    with pytest.raises(NotThatFormat):
        await api.files.download(resume.rtf_url, DocumentFormat.PDF, act=ACT)


async def test_pictures(api: HhApi) -> None:
    page = await api.resumes.search(ResumeQuery(), 0, 100)
    url = next(resume.photo_small_url for resume in page.values if resume.photo_small_url)
    assert len(await api.files.picture(url)) > 100


async def test_a_write_whose_answer_was_lost_is_not_repeated(api: HhApi, sandbox: Sandbox) -> None:
    _, collection = await _busy(api)
    response = next(r for r in (await api.negotiations.page(collection.url)).values if r.resume and r.actions)
    action = await _letter_action(response)
    sandbox.fault("lost_answer", "change-negotiation-action")
    with pytest.raises(AnswerLost):
        await api.negotiations.perform(action.method, action.url, (("message", "x"),), act=ACT)
    assert sandbox.state()["operations"]["change-negotiation-action"] == 1
    sandbox.clear_faults()
    assert (await api.negotiations.get(response.id)).value.employer_state == action.resulting_state


async def test_expired_token_is_refreshed_once_for_ten(api: HhApi, sandbox: Sandbox) -> None:
    _, employer, _ = await _me(api)
    vacancies = (await api.vacancies.active(employer)).values
    before = sandbox.state()["operations"].get("authorize", 0)
    sandbox.set(expire_tokens=True)
    ids = [VacancyId(vacancies[number % len(vacancies)].id) for number in range(10)]
    answers = await asyncio.gather(*(api.vacancies.get(identity) for identity in ids))
    assert [answer.value.id for answer in answers] == ids
    assert sandbox.state()["operations"]["authorize"] == before + 1
