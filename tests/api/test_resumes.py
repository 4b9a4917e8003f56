"""The resume search and the full resume, against the sandbox."""

from __future__ import annotations

import pytest

from hhdesk.api.client import HhApi
from hhdesk.api.resumes import search_pairs
from hhdesk.domain.errors import CaptchaRequired, SearchLimitReached, ViewLimitReached
from hhdesk.domain.resumes import ContactView
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named, Unreadable
from tests.api.conftest import ACT, CONSENT
from tests.sandbox_process import Sandbox


async def test_search_finds_and_pages(api: HhApi) -> None:
    first = await api.resumes.search(ResumeQuery(), 0, 20)
    second = await api.resumes.search(ResumeQuery(), 1, 20)
    assert first.found >= 100
    assert (first.page, second.page, first.per_page) == (0, 1, 20)
    ids = [resume.id for resume in (*first.values, *second.values)]
    assert len(ids) == len(set(ids)) == 40
    assert all(row.body.startswith(b"{") for row in first.rows)


async def test_words_go_as_complete_sets(api: HhApi, sandbox: Sandbox) -> None:
    query = ResumeQuery(
        words=(Words(text="водитель"), Words(text="склад", logic="any", fields=("title", "skills"))),
        areas=(Named(id="1"),),
        relocation=Named(id="living"),
        only_with_salary=True,
        salary_from=50_000,
    )
    await api.resumes.search(query)
    assert not sandbox.state()["violations"]
    names = [name for name, _ in search_pairs(query)]
    assert names[:8] == ["text", "text.logic", "text.field", "text.period"] * 2
    assert ("label", "only_with_salary") in search_pairs(query)
    assert ("include_all_folders", "false") in search_pairs(query)


def test_relocation_means_nothing_without_a_region() -> None:
    assert "relocation" not in dict(search_pairs(ResumeQuery(relocation=Named(id="living"))))


async def test_open_leaves_one_trace(api: HhApi, sandbox: Sandbox) -> None:
    short = (await api.resumes.search(ResumeQuery(), 0, 20)).values[0]
    before = sandbox.state()["operations"].get("get-resume", 0)
    answer = await api.resumes.open(short.url, act=ACT)
    assert answer.value.id == short.id
    assert sandbox.state()["operations"]["get-resume"] == before + 1
    assert not sandbox.state()["violations"]


async def test_contacts_are_opened_at_the_given_url(api: HhApi, sandbox: Sandbox) -> None:
    page = await api.resumes.search(ResumeQuery(), 0, 100)
    short = next(resume for resume in page.values if resume.with_contact_url and not resume.hidden_fields)
    closed = await api.resumes.open(short.url, act=ACT)
    assert not closed.value.contacts
    opened = await api.resumes.open_contacts(closed.value.with_contact_url, consent=CONSENT)
    assert opened.value.contacts
    assert opened.value.contact_view is not ContactView.UNKNOWN


@pytest.mark.parametrize(
    ("fault", "operation", "expected"),
    [
        ("view_limit", "get-resume", ViewLimitReached),
        ("captcha", "get-resume", CaptchaRequired),
        ("search_limit", "search-for-resumes", SearchLimitReached),
    ],
)
async def test_limits_are_kinds(
    api: HhApi, sandbox: Sandbox, fault: str, operation: str, expected: type[Exception]
) -> None:
    short = (await api.resumes.search(ResumeQuery())).values[0]
    sandbox.fault(fault, operation)
    call = (
        api.resumes.open(short.url, act=ACT)
        if operation == "get-resume"
        else api.resumes.search(ResumeQuery())
    )
    with pytest.raises(expected):
        await call


async def test_odd_items_never_empty_a_list(api: HhApi, sandbox: Sandbox) -> None:
    whole = await api.resumes.search(ResumeQuery(), 0, 20)
    sandbox.fault("null_items", "search-for-resumes")
    sandbox.fault("odd_item", "search-for-resumes")
    sandbox.fault("unknown_field", "search-for-resumes")
    sandbox.fault("malformed_dates", "search-for-resumes")
    page = await api.resumes.search(ResumeQuery(), 0, 20)
    odd = [row.value for row in page.rows if isinstance(row.value, Unreadable)]
    assert len(odd) == 1
    assert odd[0].path.startswith("$.items[")
    assert len(page.values) >= len(whole.values) - 2
