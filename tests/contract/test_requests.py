"""Every request that we can send has only names that the specification declares.

hh.ru ignores a name that it does not know: a misspelt one widens a search without a word.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhdesk.api.client import HhApi
from hhdesk.api.configuration import ApiConfiguration
from hhdesk.api.http import Http
from hhdesk.api.oauth import Pkce, authorize_url
from hhdesk.api.resumes import search_pairs
from hhdesk.domain.account import ClientKeys, TokenPair
from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import (
    ChatId,
    EmployerId,
    ManagerId,
    MessageId,
    NegotiationId,
    ResumeId,
    VacancyId,
)
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named
from tests.api.memory_tokens import MemoryTokens
from tests.api.raw_server import RawServer, always, response
from tests.contract.judge import Exchange, judge
from tests.contract.known import REPEATABLE
from tests.contract.specification import specification

ACT = Act(name="test", at=datetime(2026, 1, 1, tzinfo=UTC))
CONSENT = Consent(name="test", at=ACT.at, cost=Cost(kind=CostKind.CONTACT))
KEYS = ClientKeys(client_id="c", client_secret="s", contact="tests@example.com")
UUID = "8abcdef8-4abc-4edf-8234-1234567890ab"
FULL = ResumeQuery(
    words=(
        Words(text="водитель", period="last_year"),
        Words(text="склад", logic="any", fields=("title", "skills")),
    ),
    by_text_prefix=True,
    areas=(Named(id="1"), Named(id="2")),
    relocation=Named(id="living"),
    metro=(Named(id="6"), Named(id="6.8")),
    professional_roles=(Named(id="96"), Named(id="10")),
    skills=(Named(id="1"), Named(id="2")),
    experience=(Named(id="between1And3"), Named(id="between3And6")),
    salary_from=1,
    salary_to=2,
    only_with_salary=True,
    age_from=18,
    age_to=60,
    only_with_age=True,
    gender=Named(id="male"),
    only_with_gender=True,
    citizenship=(Named(id="113"), Named(id="5")),
    work_ticket=(Named(id="113"), Named(id="5")),
    driver_licenses=("B", "C"),
    education=(Named(id="higher"), Named(id="master")),
    institutions=(Named(id="1"), Named(id="2")),
    languages=(Named(id="eng.b2"), Named(id="deu.a1")),
    employment=(Named(id="full"), Named(id="part")),
    schedule=(Named(id="fullDay"), Named(id="remote")),
    job_search_status=(Named(id="active_search"), Named(id="looking_for_offers")),
    labels=(Named(id="only_with_photo"), Named(id="only_with_vehicle")),
    period_days=7,
    search_in_responses=True,
    fit_for_vacancy=VacancyId("5"),
    order=Named(id="relevance"),
)
"""A search with every condition."""


@pytest.fixture
async def recorded() -> AsyncIterator[tuple[HhApi, RawServer]]:
    """A client and the server that writes down what it sends."""
    async with RawServer(always(response(b'{"id": "1", "access_token": "a"}'))) as server:
        configuration = ApiConfiguration(
            api_url=server.url, site_url=server.url, contact="t@example.com", version="0"
        )
        api = HhApi(Http(configuration, MemoryTokens(TokenPair(access="a", refresh="r"), KEYS)))
        yield api, server
        await api.close()


def violations(server: RawServer) -> list[str]:
    """What the specification has against the requests."""
    found = []
    for asked in server.asked:
        exchange = Exchange(asked.method, asked.target, dict(asked.headers), asked.body.decode(), 200, "", "")
        found += judge().request_violations(exchange)
    return found


async def test_all_reads(recorded: tuple[HhApi, RawServer]) -> None:
    api, server = recorded
    employer, manager, vacancy = EmployerId("1"), ManagerId("2"), VacancyId("3")
    filters = (("search_text", "x"), ("show_only_new", "true"), ("area", "1"), ("area", "2"))
    for call in (
        api.resumes.search(FULL, 3, 100),
        api.resumes.search(ResumeQuery()),
        api.resumes.open("/resumes/abc?topic_id=5", act=ACT),
        api.resumes.open_contacts("/resumes/abc?with_contact=xyz", consent=CONSENT),
        api.account.me(),
        api.account.manager_accounts(),
        api.account.quota(employer, manager),
        api.account.method_access(employer, manager),
        api.account.addresses(employer),
        api.dictionaries.dictionaries(),
        api.dictionaries.areas(),
        api.dictionaries.roles(),
        api.suggests.areas("мо"),
        api.suggests.keywords("мо"),
        api.suggests.roles("мо"),
        api.suggests.skills("мо"),
        api.suggests.institutions("мо"),
        api.vacancies.active(employer, 1),
        api.vacancies.get(vacancy),
        api.vacancies.stats(vacancy),
        api.vacancies.invitable(employer, ResumeId("abc")),
        api.negotiations.collections(vacancy),
        api.negotiations.page("/negotiations/response?vacancy_id=3&order_by=relevance", 1, 50, filters),
        api.negotiations.get(NegotiationId("7")),
        api.negotiations.letter("/message_templates/invite?topic_id=5"),
        api.chats.messages(ChatId("9"), act=ACT, start=MessageId("4")),
        api.chats.unread_count(),
    ):
        before = len(server.asked)
        try:
            await call
        except HhdeskError:
            assert len(server.asked) > before, "refused before it was sent"
        assert len(server.asked) == before + 1
    assert not violations(server)


async def test_all_writes(recorded: tuple[HhApi, RawServer]) -> None:
    api, server = recorded
    form = (("message", "Здравствуйте"), ("send_sms", "true"), ("address_id", "15"))
    await api.negotiations.perform("PUT", "/negotiations/interview/7", form, act=ACT)
    await api.negotiations.perform("PUT", "/negotiations/interview/7", (), act=ACT)
    invitation = (("resume_id", "abc"), ("vacancy_id", "3"), *form)
    await api.negotiations.invite("POST", "/negotiations/phone_interview", invitation, consent=CONSENT)
    await api.chats.post(ChatId("9"), UUID, "Здравствуйте", act=ACT)
    await api.oauth.exchange(KEYS, "code", "http://127.0.0.1:47823/hhdesk/return", Pkce.create().verifier)
    await api.oauth.refresh(KEYS, TokenPair(access="a", refresh="r"))
    await api.oauth.revoke(TokenPair(access="a", refresh="r"))
    assert not violations(server)


async def test_a_misspelt_name_would_be_found(recorded: tuple[HhApi, RawServer]) -> None:
    api, server = recorded
    await api.negotiations.page("/negotiations/response?vacancy_id=3", filters=(("serch_text", "x"),))
    assert any("serch_text" in violation for violation in violations(server))


def test_a_full_search_sends_every_condition() -> None:
    """None is forgotten: each field of the query changes what is sent."""
    empty, everything = ResumeQuery(), search_pairs(FULL)
    for field in ResumeQuery.__struct_fields__:
        changed = {name: getattr(FULL, name) for name in ResumeQuery.__struct_fields__ if name != field}
        without = search_pairs(ResumeQuery(**changed))
        if getattr(FULL, field) != getattr(empty, field):
            assert without != everything, field


def _some(values: tuple[Named, ...]) -> st.SearchStrategy[tuple[Named, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


WORDS = st.builds(
    Words,
    text=st.text(max_size=10),
    logic=st.sampled_from(["", "all", "any", "phrase", "except"]),
    fields=st.lists(st.sampled_from(["everywhere", "title", "experience"]), unique=True).map(tuple),
    period=st.sampled_from(["", "all_time", "last_year"]),
)
QUERIES = st.builds(
    ResumeQuery,
    words=st.lists(WORDS, max_size=3).map(tuple),
    by_text_prefix=st.booleans(),
    areas=_some(FULL.areas),
    relocation=st.none() | st.just(Named(id="living")),
    labels=_some((*FULL.labels, Named(id="only_with_age"))),
    only_with_age=st.booleans(),
    salary_from=st.none() | st.integers(0, 10**7),
    age_to=st.none() | st.integers(14, 100),
    languages=_some(FULL.languages),
    period_days=st.none() | st.integers(1, 365),
)


@given(QUERIES)
def test_searches_keep_the_rules(query: ResumeQuery) -> None:
    pairs = search_pairs(query)
    names = [name for name, _ in pairs]
    declared = specification().operation("search-for-resumes").query
    assert set(names) <= set(declared)
    assert all(names.count(name) == 1 or name in REPEATABLE for name in names)
    assert len({names.count(f"text{part}") for part in ("", ".logic", ".field", ".period")}) == 1
    assert names.count("text") == sum(bool(words.text.strip()) for words in query.words)
    assert pairs[-1] == ("include_all_folders", "false")
    assert "relocation" not in names or "area" in names
    assert all(value for name, value in pairs if name != "text.period")
    labels = [value for name, value in pairs if name == "label"]
    assert len(labels) == len(set(labels))


def test_the_sign_in_page_is_asked_for_what_the_introduction_names() -> None:
    introduction = specification().document["info"]["description"] + str(specification().document["tags"])
    configuration = ApiConfiguration(contact="t@example.com", version="0")
    url = authorize_url(configuration, KEYS, "http://127.0.0.1:47823/x", "s", Pkce.create(), force_login=True)
    for name in (part.partition("=")[0] for part in url.partition("?")[2].split("&")):
        assert name in introduction, name
