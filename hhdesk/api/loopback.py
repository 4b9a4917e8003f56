"""Where the system browser brings the person back: a listener on 127.0.0.1 that answers once.

hh.ru compares scheme, host and port of the redirect address with the registered one, so the port is fixed.
The page that the browser shows loads nothing and holds nothing of the request.
"""

import asyncio
import errno
import hmac
import logging
from collections.abc import Mapping
from http import HTTPStatus
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from msgspec import Struct

from hhdesk.domain.errors import (
    ConsentRefused,
    HhdeskError,
    PortTaken,
    SignInAbandoned,
    SignInFailed,
    StateMismatch,
)

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
PATH = "/hhdesk/return"

_LARGEST_HEAD = 16 * 1024
_HEAD_SECONDS = 5.0
_PAGE_SECONDS = 2.0
_IN_USE = (errno.EADDRINUSE, errno.EACCES)


class _Return(Struct, frozen=True):
    """The query with which the browser came back. Its text form shows nothing."""

    query: Mapping[str, str]

    def __repr__(self) -> str:
        return "_Return(…)"


class LoopbackListener:
    """Listens inside `async with`; the first visit to the redirect address ends the listening.

    Port 0 takes a free one. Raises PortTaken on entering.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._server: asyncio.Server | None = None
        self._returned: asyncio.Future[_Return] | None = None
        self._outcome: asyncio.Future[bool] | None = None
        self._visitors: set[asyncio.Task[Any]] = set()
        self._answering: asyncio.Task[Any] | None = None

    @property
    def redirect_uri(self) -> str:
        """The address that hh.ru redirects to; also a captcha's backurl."""
        return f"http://{HOST}:{self._port}{PATH}"

    async def __aenter__(self) -> "LoopbackListener":
        loop = asyncio.get_running_loop()
        self._returned, self._outcome = loop.create_future(), loop.create_future()
        try:
            self._server = await asyncio.start_server(self._visit, HOST, self._port, limit=_LARGEST_HEAD)
        except OSError as error:
            if error.errno in _IN_USE or getattr(error, "winerror", None) in (10013, 10048):
                raise PortTaken(self._port) from None
            raise
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._settle(kind is None)
        self._close_port()
        if self._answering is not None:
            await asyncio.wait((self._answering,), timeout=_PAGE_SECONDS)
        # Browsers open connections in advance: nobody waits for those.
        visitors = tuple(self._visitors)
        for visitor in visitors:
            visitor.cancel()
        await asyncio.gather(*visitors, return_exceptions=True)

    async def wait(self, state: str, timeout_seconds: float) -> str:
        """The code with which hh.ru sent the person back.

        Raises StateMismatch, ConsentRefused, SignInFailed, SignInAbandoned.
        """
        query = (await self._come_back(timeout_seconds)).query
        try:
            code = _code(query, state)
        except HhdeskError:
            self._settle(False)
            raise
        self._settle(True)
        return code

    async def wait_return(self, timeout_seconds: float) -> None:
        """Until the person comes back from a page that gives no code (a captcha). Raises SignInAbandoned."""
        await self._come_back(timeout_seconds)
        self._settle(True)

    async def _come_back(self, timeout_seconds: float) -> _Return:
        assert self._returned is not None, "used outside of async with"
        try:
            async with asyncio.timeout(timeout_seconds):
                returned = await asyncio.shield(self._returned)
        except TimeoutError:
            raise SignInAbandoned from None
        self._close_port()
        return returned

    def _settle(self, went_well: bool) -> None:
        """What the page shall say; the first answer counts."""
        if self._outcome is not None and not self._outcome.done():
            self._outcome.set_result(went_well)

    def _close_port(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._visitors.add(task)
            task.add_done_callback(self._visitors.discard)
        try:
            await self._answer(reader, writer)
        except (
            ConnectionError,
            TimeoutError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            ValueError,
        ):
            log.debug("a visit to the loopback address broke off")
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(_HEAD_SECONDS):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        query = self._query_of(head)
        if query is None or self._returned is None or self._outcome is None or self._returned.done():
            # Another path, another host name (DNS rebinding), or a second visit.
            _write(writer, HTTPStatus.NOT_FOUND, "")
        else:
            self._answering = asyncio.current_task()
            self._returned.set_result(_Return(query))
            _write(writer, HTTPStatus.OK, _PAGE_DONE if await self._outcome else _PAGE_FAILED)
        await writer.drain()

    def _query_of(self, head: str) -> dict[str, str] | None:
        """The query of a visit to the redirect address; None for every other request."""
        first, *lines = head.split("\r\n")
        method, _, rest = first.partition(" ")
        target = urlsplit(rest.partition(" ")[0])
        hosts = [line.partition(":")[2].strip() for line in lines if line.lower().startswith("host:")]
        if method != "GET" or target.path != PATH or hosts != [f"{HOST}:{self._port}"]:
            return None
        return dict(reversed(parse_qsl(target.query, keep_blank_values=True)))


def _code(query: Mapping[str, str], state: str) -> str:
    """The code of an answer that belongs to this sign-in."""
    given = query.get("state", "")
    if not hmac.compare_digest(given.encode("utf-8", "surrogatepass"), state.encode("utf-8")):
        raise StateMismatch
    error = query.get("error", "")
    if error == "access_denied":
        raise ConsentRefused
    if error or not query.get("code"):
        # hh.ru's word only if it is one: the address may have been written by anybody.
        raise SignInFailed(detail=error if error.replace("_", "").isalpha() and len(error) < 40 else "")
    return query["code"]


def _write(writer: asyncio.StreamWriter, status: HTTPStatus, page: str) -> None:
    body = page.encode("utf-8")
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
        "Cache-Control: no-store\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Connection: close\r\n\r\n"
    )
    writer.write(head.encode("ascii") + body)


_FRAME = (
    '<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>hhdesk</title>'
    '<meta name="viewport" content="width=device-width"><style>'
    "body{{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem;"
    "color-scheme:light dark}}p[lang=en]{{opacity:.7}}</style></head>"
    '<body><h1>hhdesk</h1><p>{russian}</p><p lang="en">{english}</p></body></html>'
)
_PAGE_DONE = _FRAME.format(
    russian="Готово. Это окно можно закрыть и вернуться в hhdesk.",
    english="Done. You can close this window and go back to hhdesk.",
)
_PAGE_FAILED = _FRAME.format(
    russian="Не получилось. Это окно можно закрыть: hhdesk скажет, что делать дальше.",
    english="That did not work. You can close this window: hhdesk says what to do next.",
)
