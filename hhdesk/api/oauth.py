"""Sign-in by OAuth 2.0 with PKCE, and a refresh that is safe to call from many requests at once.

Source: authorize, invalidate-token, and the specification's section on authorisation.
"""

import asyncio
import base64
import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec

from hhdesk.api import urls
from hhdesk.api.configuration import ApiConfiguration
from hhdesk.api.decode.account import TokenAnswer, token_answer
from hhdesk.api.decode.primitives import whole
from hhdesk.api.http import Http
from hhdesk.domain.account import ClientKeys, TokenPair
from hhdesk.domain.errors import (
    AnswerLost,
    CodeExpired,
    NotFound,
    NotSignedIn,
    RefreshRefused,
    SessionLost,
    SignInFailed,
    TimedOut,
    UnreadableAnswer,
)
from hhdesk.domain.values import Form

log = logging.getLogger(__name__)

_YEAR = 366 * 24 * 3600
"""Seconds: no token lives longer, and a larger number would be no date."""


@dataclass(frozen=True, slots=True)
class Pkce:
    """Proof that who exchanges the code is who asked for it (RFC 7636, S256). Its text form shows nothing."""

    verifier: str = field(repr=False)
    challenge: str = field(repr=False)

    @classmethod
    def create(cls) -> "Pkce":
        """A fresh pair; the verifier has 256 bits of chance."""
        verifier = secrets.token_urlsafe(32)
        digest = hashlib.sha256(verifier.encode("ascii")).digest()
        return cls(verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"))


def new_state() -> str:
    """A value that ties the answer to this sign-in."""
    return secrets.token_urlsafe(24)


def authorize_url(
    configuration: ApiConfiguration,
    keys: ClientKeys,
    redirect_uri: str,
    state: str,
    pkce: Pkce,
    *,
    force_login: bool = False,
) -> str:
    """The page of hh.ru's on which the person signs in as an employer.

    `force_login` asks for another account.
    """
    pairs = [
        ("response_type", "code"),
        ("client_id", keys.client_id),
        ("redirect_uri", redirect_uri),
        ("state", state),
        ("role", "employer"),
        ("force_role", "true"),
        ("code_challenge", pkce.challenge),
        ("code_challenge_method", "S256"),
    ]
    if force_login:
        pairs.append(("force_login", "true"))
    return urls.merge("/oauth/authorize", pairs, base=configuration.site_url)


class OAuth:
    """The token endpoint."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def exchange(self, keys: ClientKeys, code: str, redirect_uri: str, verifier: str) -> TokenPair:
        """The code for a pair. `redirect_uri` is the one that authorize_url was given.

        Raises CodeExpired, RegistrationWrong, RedirectAddressWrong, AccountLocked, SignInFailed. Source:
        authorize.
        """
        form = (
            ("grant_type", "authorization_code"),
            ("client_id", keys.client_id),
            ("client_secret", keys.client_secret),
            ("redirect_uri", redirect_uri),
            ("code", code),
            ("code_verifier", verifier),
        )
        try:
            return await self._ask(form)
        except RefreshRefused as error:
            # The endpoint's words for a grant that is no good are the same for codes and refresh tokens.
            raise CodeExpired(request_id=error.request_id, detail=error.detail) from None
        except AnswerLost as error:
            raise SignInFailed(detail=error.detail) from None

    async def refresh(self, keys: ClientKeys, pair: TokenPair) -> TokenPair:
        """A new pair for an expired one. Only grant_type and refresh_token are sent, as hh.ru wants it.

        A lost answer is followed by one repetition: either hh.ru had not seen the first (a new pair), or it
        says that the token was refreshed already (RefreshRefused: sign in). Raises RefreshRefused,
        TokenStillValid, TimedOut, NoConnection. Source: authorize.
        """
        del keys  # hh.ru takes a refresh without them
        form = (("grant_type", "refresh_token"), ("refresh_token", pair.refresh))
        try:
            return await self._ask(form)
        except AnswerLost:
            log.info("the answer to a refresh was lost")
        try:
            return await self._ask(form)
        except AnswerLost as error:
            raise TimedOut(request_id=error.request_id, detail=error.detail) from None

    async def revoke(self, pair: TokenPair) -> None:
        """End the session at hh.ru; a token that is dead already is success. Source: invalidate-token."""
        try:
            await self._http.token_endpoint("DELETE", None, authorization=pair)
        except (SessionLost, NotFound):
            log.info("the token was dead already")

    async def _ask(self, form: Form) -> TokenPair:
        answered = await self._http.token_endpoint("POST", form)
        if answered.status >= 300:
            raise UnreadableAnswer(detail=str(answered.status))
        return _pair(token_answer(answered.body))


def _pair(wire: TokenAnswer) -> TokenPair:
    seconds = whole(wire.expires_in)
    expires = None if seconds is None else datetime.now(UTC) + timedelta(seconds=min(seconds, _YEAR))
    return TokenPair(access=wire.access_token, refresh=wire.refresh_token or "", expires_at=expires)


class SingleFlight:
    """One refresh for all who meet an expired token at the same time.

    `keep` stores the new pair before anybody uses it. A reader who is cancelled while waiting does not
    cancel the refresh, whose answer must not get lost: hh.ru takes a refresh token once.
    """

    def __init__(
        self,
        current: Callable[[], TokenPair | None],
        renew: Callable[[TokenPair], Awaitable[TokenPair]],
        keep: Callable[[TokenPair], Awaitable[None]],
    ) -> None:
        self._current = current
        self._renew = renew
        self._keep = keep
        self._running: asyncio.Task[TokenPair] | None = None
        self._renewing: TokenPair | None = None

    def current(self) -> TokenPair | None:
        """The pair to be used now."""
        return self._current()

    async def refresh(self, failed: TokenPair) -> TokenPair:
        """A pair newer than `failed`, of the same owner.

        Raises SessionLost (also when somebody else works by now), TokenStillValid, NoConnection, TimedOut.
        """
        pair = self._current()
        if pair is None or pair.owner != failed.owner:
            raise NotSignedIn
        if self._running is None or self._renewing != pair:
            if pair.access != failed.access:
                # Another request has refreshed while this one was under way.
                return pair
            self._renewing = pair
            self._running = asyncio.create_task(self._renewed(pair), name="refresh the token")
            self._running.add_done_callback(self._over)
        return await asyncio.shield(self._running)

    async def _renewed(self, pair: TokenPair) -> TokenPair:
        newer = msgspec.structs.replace(await self._renew(pair), owner=pair.owner)
        await self._keep(newer)
        return newer

    def _over(self, task: "asyncio.Task[TokenPair]") -> None:
        if self._running is task:
            self._running = None
        if not task.cancelled():
            # Read, so that a refusal nobody waits for any more is not reported as a defect.
            task.exception()
