"""The listener that the browser comes back to, over real sockets."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable

import pytest

from hhdesk.api.loopback import PATH, LoopbackListener
from hhdesk.domain.errors import (
    ConsentRefused,
    HhdeskError,
    PortTaken,
    SignInAbandoned,
    SignInFailed,
    StateMismatch,
)


async def visit(
    listener: LoopbackListener, target: str, *, method: str = "GET", host: str | None = None
) -> tuple[int, str]:
    """What a browser sees: status and page."""
    port = int(listener.redirect_uri.split(":")[2].split("/")[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    name = f"127.0.0.1:{port}" if host is None else host
    writer.write(f"{method} {target} HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
    answer = (await reader.read()).decode()
    writer.close()
    head, _, page = answer.partition("\r\n\r\n")
    return int(head.split(" ")[1]), page


async def come_back(listener: LoopbackListener, query: str, waiting: Awaitable[object]) -> tuple[object, str]:
    """Come back with a query; the outcome of the waiting, and the page."""
    waits = asyncio.ensure_future(waiting)
    visits = asyncio.ensure_future(visit(listener, f"{PATH}?{query}"))
    (outcome,) = await asyncio.gather(waits, return_exceptions=True)
    status, page = await visits
    assert status == 200
    return outcome, page


async def test_the_code_comes_back() -> None:
    async with LoopbackListener(0) as listener:
        outcome, page = await come_back(listener, "code=C%2B1&state=S", listener.wait("S", 5))
    assert outcome == "C+1"
    assert "можно закрыть" in page
    assert "close this window" in page
    assert "C+1" not in page
    assert "src=" not in page
    assert "href=" not in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("code=C&state=other", StateMismatch),
        ("code=C", StateMismatch),
        ("", StateMismatch),
        ("code=C&state=%ED%A0%80", StateMismatch),
        ("error=access_denied&state=S", ConsentRefused),
        ("error=access_denied&state=other", StateMismatch),
        ("error=server_error&state=S", SignInFailed),
        ("state=S", SignInFailed),
        ("code=&state=S", SignInFailed),
        ("code=C&state=other&state=S", StateMismatch),
    ],
)
async def test_other_ways_to_come_back(query: str, expected: type[HhdeskError]) -> None:
    async with LoopbackListener(0) as listener:
        outcome, page = await come_back(listener, query, listener.wait("S", 5))
    assert type(outcome) is expected
    assert "Не получилось" in page


async def test_words_of_a_stranger_are_not_repeated() -> None:
    async with LoopbackListener(0) as listener:
        outcome, page = await come_back(listener, "error=%3Cb%3Ecall+me&state=S", listener.wait("S", 5))
    assert str(outcome) == "SignInFailed"
    assert "call me" not in page


async def test_only_the_redirect_address_counts() -> None:
    async with LoopbackListener(0) as listener:
        waiting = asyncio.ensure_future(listener.wait("S", 5))
        for target, method, host in (
            ("/favicon.ico", "GET", None),
            ("/?code=C&state=S", "GET", None),
            (f"{PATH}/x?code=C&state=S", "GET", None),
            (f"{PATH}?code=C&state=S", "POST", None),
            (f"{PATH}?code=C&state=S", "HEAD", None),
            (f"{PATH}?code=C&state=S", "GET", "evil.example"),
            (f"http://evil.example:x{PATH}?code=C&state=S", "GET", "localhost"),
        ):
            status, page = await visit(listener, target, method=method, host=host)
            assert (status, page) == (404, "")
        assert not waiting.done()
        assert (await visit(listener, f"{PATH}?code=C&state=S"))[0] == 200
        assert await waiting == "C"


async def test_a_second_visit_changes_nothing() -> None:
    async with LoopbackListener(0) as listener:
        first = asyncio.ensure_future(visit(listener, f"{PATH}?code=first&state=S"))
        second = asyncio.ensure_future(visit(listener, f"{PATH}?code=second&state=S"))
        code = await listener.wait("S", 5)
        answers = await asyncio.gather(first, second, return_exceptions=True)
        assert code in ("first", "second")
        assert sum(isinstance(answer, tuple) and answer[0] == 200 for answer in answers) == 1
        with pytest.raises(ConnectionRefusedError):
            await visit(listener, f"{PATH}?code=third&state=S")


async def test_a_visit_before_the_waiting_is_kept() -> None:
    async with LoopbackListener(0) as listener:
        early = asyncio.ensure_future(visit(listener, f"{PATH}?code=C&state=S"))
        await asyncio.wait((early,), timeout=0.1)
        assert await listener.wait("S", 5) == "C"
        assert (await early)[0] == 200


async def test_nobody_comes_back() -> None:
    async with LoopbackListener(0) as listener:
        with pytest.raises(SignInAbandoned):
            await listener.wait("S", 0.05)


async def test_giving_up_frees_the_port() -> None:
    async with LoopbackListener(0) as listener:
        port = int(listener.redirect_uri.split(":")[2].split("/")[0])
        waiting = asyncio.ensure_future(listener.wait("S", 60))
        await asyncio.wait((waiting,), timeout=0.05)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    async with LoopbackListener(port) as again:
        assert again.redirect_uri == listener.redirect_uri


async def test_idle_connections_hold_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hhdesk.api.loopback._HEAD_SECONDS", 300.0)
    async with asyncio.timeout(60), LoopbackListener(0) as listener:
        port = int(listener.redirect_uri.split(":")[2].split("/")[0])
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        outcome, _ = await come_back(listener, "code=C&state=S", listener.wait("S", 5))
        assert outcome == "C"
    writer.close()


async def test_noise_is_survived() -> None:
    async with LoopbackListener(0) as listener:
        port = int(listener.redirect_uri.split(":")[2].split("/")[0])
        for noise in (
            b"\x16\x03\x01\x02\x00",
            b"GET\r\n\r\n",
            b"\r\n\r\n",
            b"A" * 100_000,
            b"GET http://[x HTTP/1.1\r\n\r\n",
        ):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(noise)
            writer.close()
        outcome, _ = await come_back(listener, "code=C&state=S", listener.wait("S", 5))
    assert outcome == "C"


async def test_captcha_return_needs_no_code() -> None:
    async with LoopbackListener(0) as listener:
        outcome, page = await come_back(listener, "", listener.wait_return(5))
    assert outcome is None
    assert "Готово" in page


async def test_port_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken) as caught:
            await LoopbackListener(port).__aenter__()
    assert caught.value.port == port
