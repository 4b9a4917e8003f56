"""One exchange over httpx: sends one request, reads its answer within limits, says what is known if it fails.

No redirect is followed and nothing is repeated here. httpx's own errors end here: they hold the request with
its headers, so they are never chained to ours.
"""

import asyncio
import ipaddress
import logging
import zlib
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct

from hhdesk.api.configuration import ApiConfiguration
from hhdesk.domain.errors import AnswerLost, AnswerTooLarge, HhdeskError, NoConnection, TimedOut

if TYPE_CHECKING:
    import ssl

    import httpx

log = logging.getLogger(__name__)

Progress = Callable[[int, int | None], None]
"""Called with the bytes received so far and their whole number, where the server says it."""

_ERROR_BODY_LIMIT = 256 * 1024


class Outgoing(Struct, frozen=True):
    """A request, complete. Its text form shows neither headers nor body."""

    method: str
    url: str
    headers: Mapping[str, str]
    limit: int
    total_seconds: float
    content: bytes | None = None
    progress: Progress | None = None

    def __repr__(self) -> str:
        return f"Outgoing({self.method} …)"


class Answered(Struct, frozen=True):
    """An answer read whole. Header names are lower case."""

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        return f"Answered({self.status} …)"


class BrokenOff(Exception):
    """The answer to a read began and did not come whole."""


class Transport:
    """The connections to hh.ru, opened at the first request."""

    def __init__(self, configuration: ApiConfiguration) -> None:
        self._configuration = configuration
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()
        self._under_way = 0
        self._closed = False

    async def close(self) -> None:
        """Open no connection any more, and close them when the last exchange under way has ended."""
        self._closed = True
        await self._let_go()

    async def _let_go(self) -> None:
        # A connection that is just being made would outlive a client that is closed meanwhile.
        if self._closed and not self._under_way:
            client, self._client = self._client, None
            if client is not None:
                await client.aclose()

    async def send(self, outgoing: Outgoing) -> Answered:
        """Send and read whole.

        Raises NoConnection when nothing was sent; for what was sent AnswerLost (a write), TimedOut or
        BrokenOff (a read); AnswerTooLarge.
        """
        if self._closed:
            raise NoConnection(detail="closed")
        self._under_way += 1
        try:
            return await self._judged(outgoing)
        finally:
            self._under_way -= 1
            await self._let_go()

    async def _judged(self, outgoing: Outgoing) -> Answered:
        """One exchange, its failures as errors of ours."""
        sent = _Sent()
        failure: HhdeskError | BrokenOff
        try:
            async with asyncio.timeout(outgoing.total_seconds):
                return await self._exchange(outgoing, sent)
        except TimeoutError:
            failure = _failure(outgoing.method, "total time", sent=sent.begun, timed_out=True)
        except _httpx().TransportError as error:
            timed_out = isinstance(error, _httpx().TimeoutException)
            failure = _failure(outgoing.method, type(error).__name__, sent=sent.begun, timed_out=timed_out)
        except (_httpx().InvalidURL, UnicodeError):
            failure = NoConnection(detail="address")
        except _Truncated:
            failure = _failure(outgoing.method, "truncated", sent=True, timed_out=False)
        # Not chained: httpx's error holds the request and with it the token.
        log.info("%s %s: %s", outgoing.method, urlsplit(outgoing.url).hostname, type(failure).__name__)
        raise failure

    async def _exchange(self, outgoing: Outgoing, sent: "_Sent") -> Answered:
        client = self._client or await self._opened()
        request = client.build_request(
            outgoing.method,
            outgoing.url,
            headers=dict(outgoing.headers),
            content=outgoing.content,
            extensions={"trace": sent.trace},
        )
        response = await client.send(request, stream=True)
        try:
            headers = {name.lower(): value for name, value in response.headers.items()}
            body = await _read(response, headers, outgoing)
        finally:
            await response.aclose()
        log.debug("%s %s: %s", outgoing.method, urlsplit(outgoing.url).hostname, response.status_code)
        return Answered(response.status_code, outgoing.url, headers, body)

    async def _opened(self) -> "httpx.AsyncClient":
        """The client, made in a thread.

        Importing httpx and reading the certificates would hold up the loop.
        """
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(self._made)
            return self._client

    def _made(self) -> "httpx.AsyncClient":
        from hhdesk.api.late_httpx import httpx

        # Their lines hold whole urls, and with them searches and the names of people.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        logging.getLogger("httpcore").setLevel(logging.WARNING)
        limits = self._configuration.time_limits
        # Two more for the token endpoint.
        places = self._configuration.concurrency + self._configuration.file_concurrency + 2
        return httpx.AsyncClient(
            follow_redirects=False,
            timeout=httpx.Timeout(
                connect=limits.connect, read=limits.read, write=limits.write, pool=limits.pool
            ),
            limits=httpx.Limits(max_connections=places, max_keepalive_connections=places),
            verify=self._certificates(),
            # The embedded sandbox is on this computer: no proxy of the environment leads there.
            mounts={
                f"http://{host}": httpx.AsyncHTTPTransport(verify=False) for host in self._on_this_computer()
            },
        )

    def _certificates(self) -> "bool | ssl.SSLContext":
        """Those that httpx trusts; where nothing speaks https they are not read, and nobody is trusted."""
        import ssl

        speaks_https = any(urlsplit(url).scheme == "https" for url in self._addresses())
        return speaks_https or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def _addresses(self) -> tuple[str, str]:
        return self._configuration.api_url, self._configuration.site_url

    def _on_this_computer(self) -> set[str]:
        hosts = {urlsplit(url).hostname for url in self._addresses()}
        ours = (host for host in hosts if host is not None and _is_loopback(host))
        return {f"[{host}]" if ":" in host else host for host in ours}


class _Sent:
    """Whether the request has begun to leave: only then may it have been done."""

    def __init__(self) -> None:
        self.begun = False

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Called by httpcore for every step; a CONNECT to a proxy is not the request yet."""
        if event.endswith("send_request_headers.started"):
            request = info.get("request")
            self.begun = self.begun or getattr(request, "method", b"") != b"CONNECT"


class _Truncated(Exception):
    """A compressed body without its end."""


def _httpx() -> Any:
    from hhdesk.api.late_httpx import httpx

    return httpx


def _failure(method: str, detail: str, *, sent: bool, timed_out: bool) -> "HhdeskError | BrokenOff":
    if not sent:
        return NoConnection(detail=detail)
    if method != "GET":
        return AnswerLost(detail=detail)
    return TimedOut(detail=detail) if timed_out else BrokenOff(detail)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def _read(response: "httpx.Response", headers: Mapping[str, str], outgoing: Outgoing) -> bytes:
    """The decompressed body. A refusal's body that is too large is given up: its status says enough."""
    refused = response.status_code >= 400
    limit = min(outgoing.limit, _ERROR_BODY_LIMIT) if refused else outgoing.limit
    whole = _whole_size(headers)
    if whole is not None and whole > limit and not refused:
        raise AnswerTooLarge(detail=str(whole))
    body = bytearray()
    parts = _decompressed(response, headers, limit)
    try:
        async for chunk in parts:
            body += chunk
            if len(body) > limit:
                if refused:
                    return b""
                raise AnswerTooLarge(detail=f">{limit}")
            if outgoing.progress is not None and not refused:
                outgoing.progress(len(body), whole)
    finally:
        # A body that is given up half-way is closed here: Qt's loop does not end forgotten generators.
        await response.aclose()
        await parts.aclose()
    return bytes(body)


def _whole_size(headers: Mapping[str, str]) -> int | None:
    """The size of a body that is not compressed, where the server says it."""
    length = headers.get("content-length", "")
    if headers.get("content-encoding", "identity") != "identity" or not length.isdecimal():
        return None
    return int(length)


async def _decompressed(
    response: "httpx.Response", headers: Mapping[str, str], limit: int
) -> AsyncGenerator[bytes, None]:
    """The body's parts, never much more than `limit` at once: a small answer may unpack into gigabytes."""
    if headers.get("content-encoding", "identity").lower() not in ("gzip", "x-gzip"):
        async for chunk in response.aiter_raw():
            yield chunk
        return
    unpacker = zlib.decompressobj(wbits=31)
    received = False
    try:
        async for chunk in response.aiter_raw():
            received = True
            yield unpacker.decompress(chunk, limit + 1)
    except zlib.error as error:
        raise _Truncated from error
    if received and not unpacker.eof:
        raise _Truncated
