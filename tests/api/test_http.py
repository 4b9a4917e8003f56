"""Transport under answers that no decent server gives, over real sockets."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import socket
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from msgspec.structs import replace

from hhdesk.api.client import HhApi
from hhdesk.api.configuration import ApiConfiguration, SizeLimits, TimeLimits
from hhdesk.api.hosts import AllowList
from hhdesk.api.http import Http
from hhdesk.api.oauth import SingleFlight
from hhdesk.api.urls import pairs_of
from hhdesk.domain.account import TokenPair
from hhdesk.domain.errors import (
    AnswerLost,
    AnswerTooLarge,
    Cancelled,
    FileTooLarge,
    FileTruncated,
    Forbidden,
    HhdeskError,
    NoConnection,
    NotAllowedHost,
    NotSignedIn,
    NotThatFormat,
    ProgrammingMistake,
    RefreshRefused,
    ServerTrouble,
    SessionLost,
    TimedOut,
    TokenExpired,
    TokenRevoked,
    TooManyRequests,
    UnreadableAnswer,
)
from hhdesk.domain.resumes import DocumentFormat
from tests.api.conftest import ACT, CONSENT, KEYS
from tests.api.memory_tokens import MemoryTokens
from tests.api.raw_server import Answerer, Asked, RawServer, always, response

PAIR = TokenPair(access="ACCESS-1", refresh="REFRESH-1")
OWN = TokenPair(access="ACCESS-1", refresh="REFRESH-1", owner="own")
OTHER = TokenPair(access="ACCESS-9", refresh="REFRESH-9", owner="other")
EXPIRED = response(b'{"errors":[{"type":"oauth","value":"token_expired"}]}', 403)
REVOKED = response(b'{"errors":[{"type":"oauth","value":"token_revoked"}]}', 403)
PDF = b"%PDF-1.4\nx\n%%EOF"


@asynccontextmanager
async def client(
    server: RawServer, pair: TokenPair | None = PAIR, **changes: Any
) -> AsyncIterator[tuple[HhApi, MemoryTokens]]:
    configuration = ApiConfiguration(
        api_url=server.url, site_url=server.url, contact="tests@example.com", version="9", first_pause=0.001
    )
    tokens = MemoryTokens(pair, KEYS)
    api = HhApi(Http(replace(configuration, **changes), tokens))
    tokens.oauth = api.oauth
    try:
        yield api, tokens
    finally:
        await api.close()


def by_path(**answers: bytes) -> Answerer:
    """Answers by the first segment of the path."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answers[asked.target.split("?")[0].split("/")[1]])

    return answer


def read(api: HhApi) -> Awaitable[object]:
    return api.account.me()


def write(api: HhApi) -> Awaitable[object]:
    return api.negotiations.perform("PUT", "/negotiations/x/1", (("message", "a"),), act=ACT)


# What travels


async def test_every_request_says_who_asks() -> None:
    async with RawServer(always(response())) as server, client(server, manager_account="77") as (api, _):
        await api.account.me()
        await write(api)
    for asked in server.asked:
        assert asked.headers["hh-user-agent"] == asked.headers["user-agent"] == "hhdesk/9 (tests@example.com)"
        assert asked.headers["authorization"] == "Bearer ACCESS-1"
        assert asked.headers["x-manager-account-id"] == "77"
        assert asked.headers["accept-encoding"] == "gzip"
    assert server.asked[0].target == "/me?host=hh.ru&locale=RU"
    assert server.asked[1].body == b"message=a"
    assert server.asked[1].headers["content-type"] == "application/x-www-form-urlencoded"


async def test_token_endpoint_gets_agent_and_form_and_no_token() -> None:
    answer = response(b'{"access_token":"a","refresh_token":"r","expires_in":10,"token_type":"bearer"}')
    async with RawServer(always(answer)) as server, client(server) as (api, _):
        await api.oauth.refresh(KEYS, PAIR)
    (asked,) = server.asked
    assert (asked.method, asked.target) == ("POST", "/token")
    assert asked.body == b"grant_type=refresh_token&refresh_token=REFRESH-1"
    assert asked.headers["hh-user-agent"] == "hhdesk/9 (tests@example.com)"
    assert "authorization" not in asked.headers


async def test_a_foreign_address_is_refused_before_anything_is_sent() -> None:
    async with (
        RawServer(always(response())) as ours,
        RawServer(always(response())) as foreign,
        client(ours) as (api, _),
    ):
        for call in (
            api.files.picture(f"{foreign.url}/resumes/1"),
            api.resumes.open(f"{foreign.url}/resumes/1", act=ACT),
            api.resumes.open_contacts(f"{foreign.url}/resumes/1", consent=CONSENT),
            api.negotiations.page(f"{foreign.url}/x"),
            api.negotiations.perform("PUT", f"{foreign.url}/x", (), act=ACT),
            api.files.download(f"{foreign.url}/x", DocumentFormat.PDF, act=ACT),
            api.negotiations.letter("file:///etc/passwd"),
        ):
            with pytest.raises(NotAllowedHost):
                await call
    assert not foreign.asked
    assert not ours.asked


async def test_a_redirect_keeps_the_token_at_home() -> None:
    moved = response(b"", 302, {"Location": "/elsewhere/x?a=1"})
    async with RawServer(by_path(file=moved, elsewhere=response(PDF))) as server, client(server) as (api, _):
        document = await api.files.download("/file/x", DocumentFormat.PDF, act=ACT)
    assert document.content == PDF
    assert [asked.headers.get("authorization") for asked in server.asked] == ["Bearer ACCESS-1"] * 2


class _PlainToo(AllowList):
    """Lets a plain http address be visited without the token: no certificate is to be had for a test."""

    def __init__(self, ours: str, foreign: str) -> None:
        super().__init__(ours)
        self._foreign = foreign

    def may_be_visited(self, url: str) -> bool:
        return url.startswith(self._foreign) or super().may_be_visited(url)


async def test_a_redirect_off_the_list_loses_the_token_for_good() -> None:
    async with RawServer(always(response(PDF))) as foreign:
        moved = response(b"", 302, {"Location": f"{foreign.url}/x.pdf"})
        async with RawServer(always(moved)) as server, client(server, manager_account="7") as (api, _):
            with pytest.raises(NotAllowedHost):
                await api.files.download("/file", DocumentFormat.PDF, act=ACT)
            assert not foreign.asked
            api.http.allow_list = _PlainToo(server.url, foreign.url)
            document = await api.files.download("/file", DocumentFormat.PDF, act=ACT)
    assert document.content == PDF
    (asked,) = foreign.asked
    assert "authorization" not in asked.headers
    assert "x-manager-account-id" not in asked.headers
    assert not any("ACCESS" in value for value in asked.headers.values())


async def test_the_token_does_not_come_back_with_a_later_hop() -> None:
    home = ""

    async def away(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(response(b"", 302, {"Location": f"{home}/back/x"}))

    async with RawServer(away) as foreign:
        moved = response(b"", 302, {"Location": f"{foreign.url}/x.pdf"})
        async with RawServer(by_path(file=moved, back=response(PDF))) as server, client(server) as (api, _):
            home = server.url
            api.http.allow_list = _PlainToo(server.url, foreign.url)
            await api.files.download("/file", DocumentFormat.PDF, act=ACT)
    assert [asked.headers.get("authorization") for asked in server.asked] == ["Bearer ACCESS-1", None]


async def test_an_answer_of_the_api_never_comes_from_elsewhere() -> None:
    async with RawServer(always(response(b'{"id":"666"}'))) as foreign:
        moved = response(b"", 302, {"Location": f"{foreign.url}/me"})
        async with RawServer(always(moved)) as server, client(server) as (api, _):
            api.http.allow_list = _PlainToo(server.url, foreign.url)
            for call in (api.account.me(), api.dictionaries.dictionaries(), api.suggests.areas("мо")):
                with pytest.raises(NotAllowedHost):
                    await call
    assert not foreign.asked


async def test_redirects_end() -> None:
    moved = response(b"", 302, {"Location": "/again"})
    async with RawServer(always(moved)) as server, client(server) as (api, _):
        with pytest.raises(UnreadableAnswer):
            await api.account.me()
    assert len(server.asked) == 6


async def test_a_redirected_write_is_not_followed() -> None:
    moved = response(b"", 307, {"Location": "/again"})
    async with RawServer(always(moved)) as server, client(server) as (api, _):
        with pytest.raises(AnswerLost):
            await write(api)
    assert len(server.asked) == 1


async def test_a_write_without_an_address_is_not_sent_to_the_root() -> None:
    async with RawServer(always(response())) as server, client(server) as (api, _):
        with pytest.raises(ProgrammingMistake):
            await api.negotiations.perform("PUT", "", (("message", "secret"),), act=ACT)
    assert not server.asked


async def test_a_redirected_payment_is_not_followed() -> None:
    moved = response(b"", 302, {"Location": "/again"})
    async with RawServer(always(moved)) as server, client(server) as (api, _):
        with pytest.raises(AnswerLost):
            await api.resumes.open_contacts("/resumes/1?with_contact=true", consent=CONSENT)
    assert len(server.asked) == 1


async def test_nobody_signed_in() -> None:
    async with RawServer(always(response())) as server, client(server, None) as (api, _):
        with pytest.raises(NotSignedIn):
            await api.account.me()
        await api.dictionaries.dictionaries()
    assert [asked.target.split("?")[0] for asked in server.asked] == ["/dictionaries"]


# Tokens


async def test_expired_during_a_write_repeats_it_once_with_the_new_token() -> None:
    renewed = response(b'{"access_token":"ACCESS-2","refresh_token":"REFRESH-2"}')
    acts = [EXPIRED, response(b"", 204)]

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(renewed if asked.target == "/token" else acts.pop(0))

    async with RawServer(answer) as server, client(server) as (api, tokens):
        await write(api)
    writes = [asked for asked in server.asked if asked.method == "PUT"]
    assert [asked.headers["authorization"] for asked in writes] == ["Bearer ACCESS-1", "Bearer ACCESS-2"]
    assert len({asked.body for asked in writes}) == 1
    assert [pair.access for pair in tokens.kept] == ["ACCESS-2"]


async def test_still_expired_after_the_refresh_is_the_end() -> None:
    renewed = response(b'{"access_token":"ACCESS-2","refresh_token":"REFRESH-2"}')
    async with RawServer(by_path(token=renewed, me=EXPIRED)) as server, client(server) as (api, _):
        with pytest.raises(TokenExpired):
            await api.account.me()
    assert [asked.target.split("?")[0] for asked in server.asked] == ["/me", "/token", "/me"]


async def test_refused_refresh() -> None:
    refused = response(
        b'{"error":"invalid_grant","error_description":"token has already been refreshed"}', 400
    )
    async with RawServer(by_path(token=refused, me=EXPIRED)) as server, client(server) as (api, tokens):
        with pytest.raises(RefreshRefused):
            await api.account.me()
    assert tokens.pair == PAIR


async def test_token_not_expired_keeps_the_pair() -> None:
    refused = response(b'{"error":"invalid_grant","error_description":"token not expired"}', 400)
    async with RawServer(by_path(token=refused, me=EXPIRED)) as server, client(server) as (api, tokens):
        with pytest.raises(TokenExpired):
            await api.account.me()
    assert tokens.pair == PAIR
    assert not tokens.kept


async def test_ten_requests_refresh_once_and_a_latecomer_takes_the_new_pair() -> None:
    renewed = response(b'{"access_token":"ACCESS-2","refresh_token":"REFRESH-2"}')

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if asked.target == "/token":
            writer.write(renewed)
        else:
            writer.write(response() if asked.headers["authorization"] == "Bearer ACCESS-2" else EXPIRED)

    async with RawServer(answer) as server, client(server) as (api, tokens):
        await asyncio.gather(*(api.account.me() for _ in range(10)))
        assert await tokens.refresh(PAIR) == tokens.pair
    assert sum(asked.target == "/token" for asked in server.asked) == 1


async def test_a_cancelled_reader_does_not_cancel_the_refresh() -> None:
    go_on = asyncio.Event()
    renewed = response(b'{"access_token":"ACCESS-2","refresh_token":"REFRESH-2"}')
    asked_for_token = asyncio.Event()

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if asked.target == "/token":
            asked_for_token.set()
            await go_on.wait()
            writer.write(renewed)
        else:
            writer.write(response() if asked.headers["authorization"] == "Bearer ACCESS-2" else EXPIRED)

    async with RawServer(answer) as server, client(server) as (api, tokens):
        first = asyncio.ensure_future(read(api))
        await asked_for_token.wait()
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        second = asyncio.ensure_future(read(api))
        go_on.set()
        await second
        assert tokens.pair is not None
        assert tokens.pair.access == "ACCESS-2"
    assert sum(asked.target == "/token" for asked in server.asked) == 1


async def test_a_token_that_dies_by_another_requests_refresh_is_replaced() -> None:
    """hh.ru may answer bad_authorization instead of token_expired to what was under way meanwhile."""
    renewed = response(b'{"access_token":"ACCESS-2","refresh_token":"REFRESH-2"}')
    dead = response(b'{"errors":[{"type":"oauth","value":"bad_authorization"}]}', 403)
    refreshed = asyncio.Event()

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if asked.target == "/token":
            writer.write(renewed)
        elif asked.headers["authorization"] == "Bearer ACCESS-2":
            refreshed.set()
            writer.write(response())
        elif asked.target.startswith("/me"):
            writer.write(EXPIRED)
        else:
            await refreshed.wait()
            writer.write(dead)

    async with RawServer(answer) as server, client(server) as (api, _):
        await asyncio.gather(write(api), api.account.me())
    assert sum(asked.target == "/token" for asked in server.asked) == 1


async def test_a_write_never_goes_on_under_the_token_of_somebody_else() -> None:
    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        # While the write is under way, another person signs in.
        tokens.pair = OTHER
        writer.write(EXPIRED)

    async with RawServer(answer) as server, client(server, OWN) as (api, tokens):
        with pytest.raises(NotSignedIn):
            await write(api)
        with pytest.raises(NotSignedIn):
            await tokens.refresh(OWN)
    assert [asked.headers.get("authorization") for asked in server.asked] == ["Bearer ACCESS-1"]
    assert tokens.pair == OTHER


async def test_a_late_revocation_does_not_end_the_session_of_somebody_else() -> None:
    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        tokens.pair = OTHER
        writer.write(REVOKED)

    lost: list[SessionLost] = []
    async with RawServer(answer) as server, client(server, OWN) as (_, tokens):
        configuration = ApiConfiguration(api_url=server.url, site_url=server.url, contact="a@example.com")
        api = HhApi(Http(configuration, tokens, lost.append))
        with pytest.raises(TokenRevoked):
            await write(api)
        await api.close()
    assert not lost


async def test_a_refresh_of_one_person_does_not_answer_another() -> None:
    released, asked = asyncio.Event(), asyncio.Event()
    current = OWN

    async def renew(pair: TokenPair) -> TokenPair:
        if pair == OWN:
            asked.set()
            await released.wait()
        return TokenPair(access=f"{pair.access}-NEW", refresh="R")

    async def keep(pair: TokenPair) -> None:
        if pair.owner != current.owner:
            raise NotSignedIn

    flight = SingleFlight(lambda: current, renew, keep)
    first = asyncio.ensure_future(flight.refresh(OWN))
    await asked.wait()
    current = OTHER
    renewed = await flight.refresh(OTHER)
    assert (renewed.access, renewed.owner) == ("ACCESS-9-NEW", "other")
    released.set()
    with pytest.raises(NotSignedIn):
        await first


async def test_an_answer_to_a_closed_client_is_handed_to_nobody() -> None:
    release = asyncio.Event()

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await release.wait()
        writer.write(response())

    async with RawServer(answer) as server, client(server) as (api, _):
        reading = asyncio.ensure_future(read(api))
        await server.was_asked.wait()
        await api.close()
        release.set()
        with pytest.raises(Cancelled):
            await reading
        with pytest.raises(Cancelled):
            await read(api)
        with pytest.raises(NoConnection):
            await write(api)
    assert len(server.asked) == 1


async def test_a_revoked_token_ends_the_session_without_a_refresh() -> None:
    async with RawServer(always(REVOKED)) as server, client(server) as (api, _):
        with pytest.raises(TokenRevoked):
            await api.account.me()
    assert len(server.asked) == 1


async def test_lost_answer_to_a_refresh_is_asked_once_more() -> None:
    answers = [b"", response(b'{"access_token":"ACCESS-2","refresh_token":"REFRESH-2"}')]
    async with RawServer(always(*answers)) as server, client(server) as (api, _):
        assert (await api.oauth.refresh(KEYS, PAIR)).access == "ACCESS-2"
    async with RawServer(always(b"")) as server, client(server) as (api, _):
        with pytest.raises(TimedOut):
            await api.oauth.refresh(KEYS, PAIR)
    assert len(server.asked) == 2


async def test_revoking_a_dead_token_is_success() -> None:
    async with RawServer(always(REVOKED)) as server, client(server) as (api, _):
        await api.oauth.revoke(PAIR)
    assert [(asked.method, asked.headers["authorization"]) for asked in server.asked] == [
        ("DELETE", "Bearer ACCESS-1")
    ]


# Trouble


TROUBLE = [
    (response(b"<html>oops</html>", 502), ServerTrouble),
    (response(b"", 503), ServerTrouble),
    (response(b"", 429), TooManyRequests),
    (b"", NoConnection),
    (response(b'{"a":', length=50), NoConnection),
    (response(gzip.compress(b"{}" * 500)[:-9], 200, {"Content-Encoding": "gzip"}), NoConnection),
    (response(b"not gzip at all", 200, {"Content-Encoding": "gzip"}), NoConnection),
    (b"HTTP/1.1 what\r\n\r\n", NoConnection),
]


@pytest.mark.parametrize(("answer", "expected"), TROUBLE)
async def test_silent_reads_are_repeated_twice(answer: bytes, expected: type[HhdeskError]) -> None:
    async with RawServer(always(answer)) as server, client(server) as (api, _):
        with pytest.raises(expected):
            await api.account.me()
    assert len(server.asked) == 3


async def test_a_repeat_may_succeed() -> None:
    async with (
        RawServer(always(response(b"", 500), b"", response(b'{"id":1}'))) as server,
        client(server) as (api, _),
    ):
        assert (await api.account.me()).value.id == "1"


@pytest.mark.parametrize(("answer", "expected"), TROUBLE)
async def test_traced_and_paid_reads_are_not_repeated(answer: bytes, expected: type[HhdeskError]) -> None:
    paid = TooManyRequests if expected is TooManyRequests else AnswerLost
    async with RawServer(always(answer)) as server, client(server) as (api, _):
        with pytest.raises(expected):
            await api.resumes.open("/resumes/1", act=ACT)
        # Whether it was paid is unknown: who asks again reads first.
        with pytest.raises(paid):
            await api.resumes.open_contacts("/resumes/1", consent=CONSENT)
    assert len(server.asked) == 2


@pytest.mark.parametrize("answer", [answer for answer, _ in TROUBLE if b" 429 " not in answer])
async def test_a_write_without_a_whole_answer_is_unknown_and_not_repeated(answer: bytes) -> None:
    async with RawServer(always(answer)) as server, client(server) as (api, _):
        with pytest.raises(AnswerLost):
            await write(api)
        with pytest.raises(AnswerLost):
            await api.chats.post(_chat(), "k", "text", act=ACT)
    assert len(server.asked) == 2


async def test_a_yes_that_names_no_message_is_no_proof() -> None:
    async with RawServer(always(response(b"{}", 201))) as server, client(server) as (api, _):
        with pytest.raises(AnswerLost):
            await api.chats.post(_chat(), "k", "text", act=ACT)


def _chat() -> Any:
    return "5"


async def test_429_to_a_write_was_not_done() -> None:
    async with RawServer(always(response(b"", 429))) as server, client(server) as (api, _):
        with pytest.raises(TooManyRequests):
            await write(api)
    assert len(server.asked) == 1


def _closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.mark.parametrize("call", [read, write], ids=["read", "write"])
async def test_nothing_was_sent(call: Callable[[HhApi], Awaitable[object]]) -> None:
    server = RawServer(always(b""))
    server.url = f"http://127.0.0.1:{_closed_port()}"
    async with client(server) as (api, _):
        with pytest.raises(NoConnection):
            await call(api)


async def test_a_proxy_that_refuses_has_sent_nothing_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async with RawServer(always(response(b"", 407))) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        server = RawServer(always(b""))
        server.url = "https://api.hh.ru"
        async with client(server) as (api, _):
            with pytest.raises(NoConnection):
                await write(api)
    assert [asked.method for asked in proxy.asked] == ["CONNECT"]
    assert not any("ACCESS" in value for value in proxy.asked[0].headers.values())


async def test_no_proxy_leads_to_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{_closed_port()}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with RawServer(always(response(b'{"id":"3"}'))) as server, client(server) as (api, _):
        assert (await api.account.me()).value.id == "3"


async def test_retry_after_is_honoured_or_told() -> None:
    wait = response(b"", 429, {"Retry-After": "1"})
    async with RawServer(always(wait, response())) as server, client(server) as (api, _):
        before = time.monotonic()
        await api.account.me()
        assert time.monotonic() - before >= 0.95
    tomorrow = response(b"", 429, {"Retry-After": "3600"})
    async with RawServer(always(tomorrow)) as server, client(server) as (api, _):
        with pytest.raises(TooManyRequests) as caught:
            await api.account.me()
    assert len(server.asked) == 1
    assert caught.value.retry_after is not None
    assert caught.value.retry_after.total_seconds() == 3600


async def _drip(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(response(b"", length=10_000))
    for _ in range(10_000):
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.02)


async def test_slow_drip_ends_by_total_time() -> None:
    limits = TimeLimits(read=5, total=0.3)
    async with RawServer(_drip) as server, client(server, time_limits=limits, repeats=0) as (api, _):
        before = time.monotonic()
        with pytest.raises(TimedOut):
            await api.account.me()
        with pytest.raises(AnswerLost):
            await write(api)
        # The body would take minutes.
        assert time.monotonic() - before < 30


async def _silence(_asked: Asked, _writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def test_silence_ends_by_read_time() -> None:
    limits = TimeLimits(read=0.2)
    async with RawServer(_silence) as server, client(server, time_limits=limits, repeats=1) as (api, _):
        with pytest.raises(TimedOut):
            await api.account.me()
        assert len(server.asked) == 2
        with pytest.raises(AnswerLost):
            await write(api)
    assert len(server.asked) == 3


async def test_cancelled_read_frees_its_place() -> None:
    async with RawServer(_silence) as server, client(server, concurrency=1) as (api, _):
        first = asyncio.ensure_future(read(api))
        await server.was_asked.wait()
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        server.answer = always(response(b'{"id":"7"}'))
        assert (await api.account.me()).value.id == "7"


async def test_no_more_than_six_at_once() -> None:
    running, most, enough = 0, 0, asyncio.Event()

    async def answer(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 6:
            enough.set()
        await enough.wait()
        running -= 1
        writer.write(response())

    async with RawServer(answer) as server, client(server) as (api, _):
        await asyncio.gather(*(api.account.me() for _ in range(18)))
    assert most == 6


# Size and shape


async def test_long_downloads_hold_up_nobody() -> None:
    release = asyncio.Event()

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if asked.target.startswith("/file"):
            await release.wait()
            writer.write(response(PDF))
        else:
            writer.write(response())

    async with RawServer(answer) as server, client(server) as (api, _):
        files = [
            asyncio.ensure_future(api.files.download(f"/file/{number}", DocumentFormat.PDF, act=ACT))
            for number in range(10)
        ]
        await server.was_asked.wait()
        async with asyncio.timeout(30):
            await read(api)
        release.set()
        await asyncio.gather(*files)


async def test_huge_bodies_are_given_up() -> None:
    limits = SizeLimits(json=1000, file=1000, picture=1000)
    bomb = response(gzip.compress(b"0" * 50_000_000), 200, {"Content-Encoding": "gzip"})
    endless = b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n" + b"x" * 100_000
    for answer in (response(b"x" * 2000), bomb, endless):
        async with RawServer(always(answer)) as server, client(server, size_limits=limits) as (api, _):
            with pytest.raises(AnswerTooLarge):
                await api.account.me()
            with pytest.raises(FileTooLarge):
                await api.files.download("/f", DocumentFormat.PDF, act=ACT)
            with pytest.raises(FileTooLarge):
                await api.files.picture("/f")


async def test_a_huge_refusal_is_still_a_refusal() -> None:
    async with (
        RawServer(always(response(b"<html>" + b"x" * 3_000_000, 403))) as server,
        client(server) as (api, _),
    ):
        with pytest.raises(Forbidden):
            await api.account.me()


async def test_compressed_answers() -> None:
    answer = response(gzip.compress(b'{"id":"5"}'), 200, {"Content-Encoding": "gzip"})
    async with RawServer(always(answer)) as server, client(server) as (api, _):
        assert (await api.account.me()).value.id == "5"


@pytest.mark.parametrize("body", [b"<html></html>", b"", b"null", b"[]", b"\xff\xfe", b"[" * 100_000])
async def test_an_answer_of_another_kind(body: bytes) -> None:
    async with RawServer(always(response(body))) as server, client(server) as (api, _):
        with pytest.raises(UnreadableAnswer):
            await api.account.me()
    assert len(server.asked) == 1


@pytest.mark.parametrize("body", [b"", b"null", b"{}", b"<html></html>"])
async def test_writes_need_no_json(body: bytes) -> None:
    async with RawServer(always(response(body, 201))) as server, client(server) as (api, _):
        await write(api)
        assert await api.negotiations.invite("POST", "/negotiations/x", (), consent=CONSENT) is None


async def test_location_tells_the_negotiation() -> None:
    answer = response(
        b"<html></html>", 201, {"Location": "/negotiations/123?x=1", "Content-Type": "text/html"}
    )
    async with RawServer(always(answer)) as server, client(server) as (api, _):
        assert await api.negotiations.invite("POST", "/negotiations/x", (), consent=CONSENT) == "123"


async def test_a_megabyte_of_a_resume() -> None:
    resume = {
        "id": 17,
        "skills": "я" * 500_000,
        "experience": [None, 5, {"position": None, "description": "о" * 99}],
    }
    body = json.dumps(resume, ensure_ascii=False).encode()
    async with RawServer(always(response(body))) as server, client(server) as (api, _):
        found = await api.resumes.open("/resumes/17", act=ACT)
    assert found.value.id == "17"
    assert len(found.value.about) == 500_000
    assert len(found.value.experience) == 1
    assert found.body == body


# Files


async def test_a_file_that_breaks_off_is_no_file() -> None:
    async with RawServer(always(response(PDF, length=5000))) as server, client(server) as (api, _):
        with pytest.raises(FileTruncated):
            await api.files.download("/f", DocumentFormat.PDF, act=ACT)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("body", "format", "fits"),
    [
        (PDF, DocumentFormat.PDF, True),
        (rb"{\rtf1 x}", DocumentFormat.RTF, True),
        (PDF, DocumentFormat.RTF, False),
        (b"<html>%PDF-</html>", DocumentFormat.PDF, False),
        (b"", DocumentFormat.PDF, False),
        (b"MZ\x90", DocumentFormat.PDF, False),
    ],
)
async def test_files_are_judged_by_their_first_bytes(body: bytes, format: DocumentFormat, fits: bool) -> None:  # noqa: A002
    name = {"Content-Disposition": 'attachment; filename="../../evil.exe"', "Content-Type": "text/html"}
    async with RawServer(always(response(body, 200, name))) as server, client(server) as (api, _):
        if fits:
            assert (await api.files.download("/f", format, act=ACT)).content == body
        else:
            with pytest.raises(NotThatFormat):
                await api.files.download("/f", format, act=ACT)


@pytest.mark.parametrize(("end", "whole"), [(b"%%EOF\n", True), (b"", False)])
async def test_a_file_that_only_the_connection_ends(end: bytes, whole: bool) -> None:
    answer = b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n%PDF-1.4 " + b"x" * 5000 + end
    async with RawServer(always(answer)) as server, client(server) as (api, _):
        if whole:
            assert (await api.files.download("/f", DocumentFormat.PDF, act=ACT)).content.endswith(end)
        else:
            with pytest.raises(FileTruncated):
                await api.files.download("/f", DocumentFormat.PDF, act=ACT)


async def test_a_page_that_is_too_large_is_halved_and_remembered() -> None:
    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        size = int(dict(pairs_of(asked.target))["per_page"])
        refused = response(b'{"errors":[{"type":"bad_argument","value":"per_page"}]}', 400)
        writer.write(response(b'{"items":[],"per_page":%d}' % size) if size <= 20 else refused)

    async with RawServer(answer) as server, client(server) as (api, _):
        assert (await api.negotiations.page("/negotiations/x?vacancy_id=1")).per_page == 12
        assert (await api.negotiations.page("/negotiations/x?vacancy_id=1", 1)).per_page == 12
    assert len(server.asked) == 4


# Secrets


async def test_nothing_secret_is_written_or_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    said: list[str] = []
    answers = [
        EXPIRED,
        REVOKED,
        b"",
        response(b"x", length=9),
        response(b"", 302, {"Location": "https://e.example/"}),
    ]
    for answer in answers:
        everywhere = by_path(token=answer, me=answer, resumes=answer, negotiations=answer)
        async with RawServer(everywhere) as server, client(server, repeats=0) as (api, tokens):
            for call in (
                api.account.me(),
                api.resumes.open("/resumes/1/Ivanov?with_contact=OPAQUE", act=ACT),
                write(api),
                api.oauth.exchange(KEYS, "THE-CODE", "http://127.0.0.1/", "VERIFIER"),
                api.oauth.refresh(KEYS, PAIR),
            ):
                with pytest.raises(HhdeskError) as caught:
                    await call
                said += [str(caught.value), repr(caught.value), repr(vars(caught.value))]
                said += traceback.format_exception(caught.value)
            said += [repr(tokens.pair), repr(KEYS), repr(api.http.configuration), repr(api)]
    text = "\n".join([*said, *(record.getMessage() for record in caplog.records), caplog.text])
    for secret in ("ACCESS-1", "REFRESH-1", "THE-CODE", "VERIFIER", "demo-secret", "Ivanov", "OPAQUE"):
        assert secret not in text
