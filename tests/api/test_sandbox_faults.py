"""The sandbox's traps, each met by the client as a kind of trouble."""

from __future__ import annotations

from typing import Any

import pytest

from hhdesk.api.client import HhApi
from hhdesk.api.configuration import SizeLimits, TimeLimits
from hhdesk.api.http import Http
from hhdesk.domain.account import TokenPair
from hhdesk.domain.errors import (
    AnswerLost,
    AnswerTooLarge,
    CaptchaRequired,
    FileTruncated,
    Forbidden,
    HhdeskError,
    ManagerAccountForbidden,
    NoConnection,
    NotFound,
    NotThatFormat,
    ServerTrouble,
    ServiceNotBought,
    StateChanged,
    TimedOut,
    TokenRevoked,
    TooManyRequests,
)
from hhdesk.domain.resumes import DocumentFormat
from hhdesk.domain.search import ResumeQuery
from tests.api.conftest import ACT, KEYS
from tests.api.memory_tokens import MemoryTokens
from tests.sandbox_process import Sandbox, Tokens

READS: list[tuple[str, dict[str, Any], type[HhdeskError], int]] = [
    ("rate_429", {}, TooManyRequests, 3),
    ("forbidden_html", {}, Forbidden, 1),
    ("forbidden_bare", {}, Forbidden, 1),
    ("bad_authorization", {}, TokenRevoked, 1),
    ("token_revoked", {}, TokenRevoked, 1),
    ("api_access_payment", {}, ServiceNotBought, 1),
    ("used_manager_account_forbidden", {}, ManagerAccountForbidden, 1),
    ("server_html_5xx", {"status": 503}, ServerTrouble, 3),
    ("bad_gateway", {}, ServerTrouble, 3),
    ("not_found", {}, NotFound, 1),
    ("cut_before", {}, NoConnection, 3),
    ("truncated_body", {}, NoConnection, 3),
    ("lost_answer", {}, NoConnection, 3),
    ("huge_body", {"mebibytes": 2}, AnswerTooLarge, 1),
    ("slow_drip", {"seconds": 30}, TimedOut, 3),
]


@pytest.fixture
def impatient(api: HhApi, tokens: Tokens) -> HhApi:
    """The client with small limits."""
    before = api.http.configuration
    return HhApi(
        Http(
            type(before)(
                api_url=before.api_url,
                site_url=before.site_url,
                contact=before.contact,
                version=before.version,
                first_pause=0.001,
                longest_pause=0.5,
                time_limits=TimeLimits(total=0.4),
                size_limits=SizeLimits(json=1024 * 1024),
            ),
            MemoryTokens(TokenPair(access=tokens.access, refresh=tokens.refresh), KEYS),
        )
    )


@pytest.mark.parametrize(("fault", "options", "expected", "asked"), READS, ids=[row[0] for row in READS])
async def test_reads(
    impatient: HhApi,
    sandbox: Sandbox,
    fault: str,
    options: dict[str, Any],
    expected: type[HhdeskError],
    asked: int,
) -> None:
    sandbox.fault(fault, "get-current-user-info", **options)
    before = len(sandbox.state()["log"])
    with pytest.raises(expected) as caught:
        await impatient.account.me()
    assert type(caught.value) is expected
    log = sandbox.state()["log"][before:]
    if fault != "rate_429":
        assert sum("/me" in str(entry) for entry in log) == asked
    await impatient.close()


@pytest.mark.parametrize(
    ("fault", "options", "expected"),
    [
        ("cut_before", {}, AnswerLost),
        ("lost_answer", {}, AnswerLost),
        ("truncated_body", {}, AnswerLost),
        ("server_html_5xx", {"status": 500}, AnswerLost),
        ("rate_429", {}, TooManyRequests),
        ("captcha", {}, CaptchaRequired),
        ("refuse", {"status": 403, "type": "negotiations", "value": "wrong_state"}, StateChanged),
    ],
)
async def test_writes(
    api: HhApi, sandbox: Sandbox, fault: str, options: dict[str, Any], expected: type[HhdeskError]
) -> None:
    employer = (await api.account.me()).value.employer_id
    assert employer is not None
    vacancy = (await api.vacancies.active(employer)).values[0]
    collections = (await api.negotiations.collections(vacancy.id)).value.collections
    busy = next(collection for collection in collections if collection.counters.total)
    page = await api.negotiations.page(busy.url)
    chat = next(response.chat_id for response in page.values if response.chat_id is not None)
    sandbox.fault(fault, "chat-message-post", **options)
    with pytest.raises(expected):
        await api.chats.post(chat, "8abcdef8-4abc-4edf-8234-1234567890ab", "Здравствуйте", act=ACT)
    posts = [entry for entry in sandbox.state()["log"] if "POST" in str(entry) and "/messages" in str(entry)]
    assert len(posts) == 1


@pytest.mark.parametrize(
    ("fault", "options", "expected"),
    [
        ("wrong_content", {}, NotThatFormat),
        ("truncated_body", {}, FileTruncated),
        ("not_found", {}, NotFound),
        ("expired_url", {}, NotFound),
        ("hostile_file_name", {}, None),
    ],
)
async def test_files(
    api: HhApi, sandbox: Sandbox, fault: str, options: dict[str, Any], expected: type[HhdeskError] | None
) -> None:
    url = (await api.resumes.search(ResumeQuery())).values[0].pdf_url
    sandbox.fault(fault, "download-resume", **options)
    if expected is None:
        assert (await api.files.download(url, DocumentFormat.PDF, act=ACT)).content.startswith(b"%PDF-")
    else:
        with pytest.raises(expected):
            await api.files.download(url, DocumentFormat.PDF, act=ACT)
