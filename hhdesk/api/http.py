"""hh.ru over HTTP: who may be asked, with what, how often, and what a refusal means.

Every call is one of three kinds, and its name says which. *Silent* reads leave no trace and are repeated;
*traced* ones mark as read or count as views and need an `Act`; *paid* ones need a `Consent`. Writes are
never repeated here, with one exception: after `token_expired`, which proves that nothing was done.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from hhdesk.api import urls
from hhdesk.api.configuration import ApiConfiguration
from hhdesk.api.errors import UrlKind, from_answer
from hhdesk.api.hosts import AllowList
from hhdesk.api.page_sizes import PageSizes
from hhdesk.api.transport import Answered, BrokenOff, Outgoing, Progress, Transport
from hhdesk.api.urls import Pairs
from hhdesk.domain.account import TokenPair
from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.errors import (
    AnswerLost,
    AnswerTooLarge,
    Cancelled,
    FileTooLarge,
    FileTruncated,
    NoConnection,
    NotAllowedHost,
    NotSignedIn,
    ProgrammingMistake,
    ServerTrouble,
    SessionLost,
    TimedOut,
    TokenExpired,
    TokenRevoked,
    TokenStillValid,
    TooManyRequests,
    Transient,
    UnreadableAnswer,
)
from hhdesk.domain.values import Form

log = logging.getLogger(__name__)

_REPEATABLE = (NoConnection, TimedOut, ServerTrouble, TooManyRequests)
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5


class TokenSource(Protocol):
    """Where the client gets its token.

    See `oauth.SingleFlight` for a refresh that is safe to call at once.
    """

    def current(self) -> TokenPair | None:
        """The pair to be used now; None when nobody is signed in."""

    async def refresh(self, failed: TokenPair) -> TokenPair:
        """A pair newer than `failed`, stored before it is returned. Raises SessionLost."""


class Sent(Struct):
    """Counts over all clients of a run, while accounts come and go."""

    requests: int = 0


class Http:
    """hh.ru's API and site for one account."""

    def __init__(
        self,
        configuration: ApiConfiguration,
        tokens: TokenSource,
        session_lost: Callable[[SessionLost], None] | None = None,
        sent: Sent | None = None,
    ) -> None:
        """`session_lost` is told when hh.ru does not take the current token any more; `sent` counts on."""
        self.configuration = configuration
        self._session_lost = session_lost
        self._refreshing = 0
        """How many requests wait for a refresh."""
        self.allow_list = AllowList(configuration.api_url, configuration.site_url)
        self.page_sizes = PageSizes()
        self._tokens = tokens
        self._transport = Transport(configuration)
        self._sent = Sent() if sent is None else sent
        self._places = asyncio.Semaphore(configuration.concurrency)
        self._file_places = asyncio.Semaphore(configuration.file_concurrency)
        self._closed = False

    @property
    def requests(self) -> int:
        """How many requests were sent, those for the token left out."""
        return self._sent.requests

    async def close(self) -> None:
        """Close the connections, for good: another account or the end begins.

        Reads that are under way end with Cancelled, also when their answers come: what one account was told
        never reaches another's store. A write that is under way is told its outcome.
        """
        self._closed = True
        await self._transport.close()

    async def silent(self, url: str, pairs: Pairs = (), *, etag: str = "", public: bool = False) -> Answered:
        """A read that leaves no trace; repeated when the network or hh.ru is in trouble.

        `public` ones go without a token too. With `etag` a 304 may come back. Raises HhdeskError.
        """
        headers = {"If-None-Match": etag} if etag else {}
        return await self._repeated(
            lambda: self._read(self._address(url, pairs), public=public, headers=headers)
        )

    async def traced(self, url: str, pairs: Pairs = (), *, act: Act) -> Answered:
        """A read that leaves a trace, caused by `act`; never repeated. Raises HhdeskError."""
        log.info("traced read: %s", act.name)
        return await self._read(self._address(url, pairs))

    async def paid(self, url: str, pairs: Pairs = (), *, consent: Consent) -> Answered:
        """A read that costs what `consent` said; never repeated.

        Raises AnswerLost when it may have been paid, and other HhdeskError.
        """
        log.info("paid read: %s", consent.name)
        return await self._read(self._address(url, pairs), paid=True)

    async def write(
        self,
        method: str,
        url: str,
        *,
        act: Act,
        form: Form | None = None,
        json: Mapping[str, object] | None = None,
    ) -> Answered:
        """A write, sent once. The body is a form or JSON.

        Raises AnswerLost when it may have been done, NoConnection when it was certainly not, hh.ru's
        refusals, and ProgrammingMistake for an empty `url`, which would be the API's own root.
        """
        log.info("write: %s", act.name)
        if not url:
            raise ProgrammingMistake(detail="a write without an address")
        address = self._address(url, ())
        if not self.allow_list.may_see_token(address):
            raise NotAllowedHost(detail=urlsplit(address).hostname or "")
        headers, content = _body(form, json)
        try:
            answered = await self._with_token(
                lambda pair: self._send(
                    self._outgoing(method.upper(), address, pair, headers, content=content)
                )
            )
        except AnswerTooLarge as error:
            raise AnswerLost(detail=error.detail) from None
        if answered.status >= 300:
            # A redirect tells nothing about whether the act was done.
            raise AnswerLost(detail=str(answered.status))
        return answered

    async def file(self, url: str, *, progress: Progress | None, act: Act) -> Answered:
        """A file that counts as a view, at a url exactly as given. Raises FileTrouble and others."""
        log.info("traced file: %s", act.name)
        limits = self.configuration
        try:
            return await self._read(
                urls.joined(limits.api_url, url),
                headers={"Accept": "*/*"},
                limit=limits.size_limits.file,
                total=limits.time_limits.total_file,
                progress=progress,
                url_kind="file",
            )
        except AnswerTooLarge as error:
            raise FileTooLarge(detail=error.detail) from None

    async def picture(self, url: str) -> bytes:
        """The bytes of a picture, from any https host.

        The token goes along only to hh.ru. Raises HhdeskError.
        """
        limits = self.configuration
        try:
            answered = await self._repeated(
                lambda: self._read(
                    urls.joined(limits.api_url, url),
                    public=True,
                    headers={"Accept": "image/*"},
                    limit=limits.size_limits.picture,
                    url_kind="picture",
                )
            )
        except AnswerTooLarge as error:
            raise FileTooLarge(detail=error.detail) from None
        return answered.body

    async def token_endpoint(
        self, method: str, form: Form | None, *, authorization: TokenPair | None = None
    ) -> Answered:
        """One call of the token endpoint.

        Outside the limit of requests at once, never repeated, never refreshed.
        """
        address = urls.joined(self.configuration.api_url, "/token")
        headers, content = _body(form, None)
        outgoing = self._outgoing(method, address, authorization, headers, content=content)
        return self._judged(await self._transport.send(outgoing), "token", reading=True)

    # How a request is made

    def _address(self, url: str, pairs: Pairs) -> str:
        configuration = self.configuration
        common = (("host", configuration.host), ("locale", configuration.locale))
        return urls.merge(url, (*pairs, *common), base=configuration.api_url)

    def _headers(self, url: str, pair: TokenPair | None) -> dict[str, str]:
        """What every request carries; what identifies the account goes to the list of hosts only."""
        agent = self.configuration.user_agent
        headers = {
            "HH-User-Agent": agent,
            "User-Agent": agent,
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
        }
        if pair is not None and self.allow_list.may_see_token(url):
            headers["Authorization"] = f"Bearer {pair.access}"
            if self.configuration.manager_account:
                headers["X-Manager-Account-Id"] = self.configuration.manager_account
        return headers

    def _outgoing(
        self,
        method: str,
        url: str,
        pair: TokenPair | None,
        headers: Mapping[str, str],
        *,
        content: bytes | None = None,
        limit: int | None = None,
        total: float | None = None,
        progress: Progress | None = None,
    ) -> Outgoing:
        configuration = self.configuration
        return Outgoing(
            method=method,
            url=url,
            headers={**self._headers(url, pair), **headers},
            limit=configuration.size_limits.json if limit is None else limit,
            total_seconds=configuration.time_limits.total if total is None else total,
            content=content,
            progress=progress,
        )

    # How it is sent

    async def _read(
        self,
        url: str,
        *,
        public: bool = False,
        headers: Mapping[str, str] | None = None,
        limit: int | None = None,
        total: float | None = None,
        progress: Progress | None = None,
        url_kind: UrlKind = "api",
        paid: bool = False,
    ) -> Answered:
        """A GET with its redirects.

        It starts on the list of hosts, and only a picture or a file may leave it.
        """

        async def follow(pair: TokenPair | None) -> Answered:
            address, seen_token = url, pair
            for hop in range(_MOST_REDIRECTS + 1):
                if hop and paid:
                    # A redirect tells nothing about whether it was paid, and asking again might pay again.
                    raise AnswerLost(detail="redirect")
                if not self.allow_list.may_see_token(address):
                    # Once off the list, the token does not come back with a later hop.
                    seen_token = None
                    self._judge_hop(address, url_kind, hop)
                answered = await self._send(
                    self._outgoing(
                        "GET", address, seen_token, headers or {}, limit=limit, total=total, progress=progress
                    ),
                    url_kind,
                    paid=paid,
                )
                if answered.status not in _REDIRECTS:
                    return answered
                address = urls.joined(address, answered.headers.get("location", ""))
            raise UnreadableAnswer(detail="redirects")

        answered = await self._with_token(follow, public=public)
        if answered.status >= 300 and not (answered.status == 304 and headers and "If-None-Match" in headers):
            raise UnreadableAnswer(detail=str(answered.status))
        return answered

    def _judge_hop(self, address: str, url_kind: UrlKind, hop: int) -> None:
        """Whether an address off the list may be asked, without the token. Raises NotAllowedHost."""
        may_leave = url_kind == "picture" or (url_kind == "file" and hop > 0)
        if not may_leave or not self.allow_list.may_be_visited(address):
            raise NotAllowedHost(detail=urlsplit(address).hostname or "")

    async def _send(self, outgoing: Outgoing, url_kind: UrlKind = "api", *, paid: bool = False) -> Answered:
        """One exchange within the limit of requests at once, its refusals raised."""
        reading = outgoing.method == "GET" and not paid
        async with self._file_places if url_kind == "file" else self._places:
            if self._is_closed():
                raise Cancelled(detail="closed") if reading else NoConnection(detail="closed")
            self._sent.requests += 1
            try:
                answered = await self._transport.send(outgoing)
            except TimedOut as error:
                if paid:
                    raise AnswerLost(detail=error.detail) from None
                raise
            except BrokenOff as error:
                if paid:
                    raise AnswerLost(detail=str(error)) from None
                if url_kind == "file":
                    raise FileTruncated(detail=str(error)) from None
                raise NoConnection(detail=str(error)) from None
        if self._is_closed() and reading:
            raise Cancelled(detail="closed")
        return self._judged(answered, url_kind, reading=reading)

    def _is_closed(self) -> bool:
        return self._closed

    def _judged(self, answered: Answered, url_kind: UrlKind, *, reading: bool) -> Answered:
        if answered.status < 400:
            return answered
        error = from_answer(answered.status, answered.headers, answered.body, url_kind=url_kind)
        if isinstance(error, ServerTrouble) and not reading:
            # A gateway may have lost the answer of an act that was done.
            raise AnswerLost(request_id=error.request_id, detail=error.detail)
        raise error

    async def _with_token(
        self, send: Callable[[TokenPair | None], Awaitable[Answered]], *, public: bool = False
    ) -> Answered:
        """Send with the current token; if it is expired, refresh it and send once more."""
        pair = self._tokens.current()
        if pair is None and not public:
            raise NotSignedIn
        try:
            return await send(pair)
        except TokenExpired:
            if pair is None:
                raise
        except TokenRevoked as error:
            # A refresh by another request kills the token of those that are under way: they are sent anew,
            # since nothing was done.
            if pair is None or not self._is_refreshed(pair):
                if self._session_lost is not None and pair == self._tokens.current():
                    self._session_lost(error)
                raise
        self._refreshing += 1
        try:
            newer = await self._tokens.refresh(pair)
        except TokenStillValid:
            newer = self._current_of(pair) or pair
        finally:
            self._refreshing -= 1
        return await send(newer)

    def _current_of(self, pair: TokenPair) -> TokenPair | None:
        """The pair of now, if it belongs to the owner of `pair`."""
        current = self._tokens.current()
        return current if current is not None and current.owner == pair.owner else None

    def _is_refreshed(self, pair: TokenPair) -> bool:
        """Whether another request has refreshed `pair`, or is doing so."""
        current = self._current_of(pair)
        return current is not None and (self._refreshing > 0 or current.access != pair.access)

    async def _repeated(self, read: Callable[[], Awaitable[Answered]]) -> Answered:
        """Repeat a silent read while its failure passes by itself."""
        configuration = self.configuration
        for attempt in range(configuration.repeats):
            try:
                return await read()
            except _REPEATABLE as error:
                pause = self._pause(error, attempt)
                if pause > configuration.longest_pause:
                    raise
            await asyncio.sleep(pause)
        return await read()

    def _pause(self, error: Transient, attempt: int) -> float:
        """hh.ru's wish, or a doubling pause; jitter keeps many from coming back at once."""
        if error.retry_after is not None:
            return error.retry_after.total_seconds()
        doubled: float = self.configuration.first_pause * 2**attempt
        return doubled * random.uniform(0.5, 1.5)


def _body(form: Form | None, json: Mapping[str, object] | None) -> tuple[dict[str, str], bytes | None]:
    if json is not None:
        return {"Content-Type": "application/json; charset=utf-8"}, msgspec.json.encode(json)
    if form is not None:
        return {"Content-Type": "application/x-www-form-urlencoded"}, urls.form_body(form)
    return {}, None
