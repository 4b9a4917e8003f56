"""The token pair of the signed-in manager: in the keyring before it is used, in memory while the program
runs.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import msgspec

from hhdesk.api.oauth import SingleFlight
from hhdesk.domain.account import ClientKeys, TokenPair
from hhdesk.domain.errors import KeyringLocked, NotSignedIn, RefreshRefused, SessionLost, TokenRevoked
from hhdesk.domain.events import Announcer
from hhdesk.store.secrets import CLIENT_KEYS, TOKEN_PAIR

if TYPE_CHECKING:
    from hhdesk.store.secrets import Secrets

_log = logging.getLogger(__name__)

_Secret = TypeVar("_Secret", ClientKeys, TokenPair)


class Tokens:
    """Gives the client its token and renews it. `lost` tells that hh.ru takes the pair no more."""

    def __init__(
        self, secrets: Secrets, renew: Callable[[ClientKeys, TokenPair], Awaitable[TokenPair]]
    ) -> None:
        """`renew` asks hh.ru for a new pair."""
        self._secrets = secrets
        self._renew = renew
        self._pair: TokenPair | None = None
        self._renewing: TokenPair | None = None
        self.keys: ClientKeys | None = None
        self.is_kept = True
        """Whether the keyring took what was set last."""
        self._flight = SingleFlight(self.current, self._ask, self._keep_renewed)
        self.lost: Announcer[SessionLost] = Announcer()

    async def load(self) -> None:
        """Read keys and pair from the keyring. Raises KeyringLocked."""
        self.keys = _read(await self._secrets.get(CLIENT_KEYS), ClientKeys) or self.keys
        self._pair = _read(await self._secrets.get(TOKEN_PAIR), TokenPair)

    def use_keys(self, keys: ClientKeys) -> None:
        """Work with keys that somebody else keeps (the environment)."""
        self.keys = keys

    async def set_keys(self, keys: ClientKeys) -> None:
        """Keep the registered application's keys in the keyring, or in memory where it does not take them."""
        self.keys = keys
        await self._keep(CLIENT_KEYS, keys)

    def current(self) -> TokenPair | None:
        """The pair to be used now."""
        return self._pair

    async def refresh(self, failed: TokenPair) -> TokenPair:
        """A pair newer than `failed`: one refresh for all who ask at once. Raises SessionLost."""
        before = self._pair
        try:
            return await self._flight.refresh(failed)
        except SessionLost as error:
            if self._pair == before:
                self.note_lost(error)
            raise

    async def keep(self, pair: TokenPair) -> None:
        """Put the pair into the keyring, and only then into use.

        A keyring that is locked or does not answer costs nobody the session, since hh.ru takes a refresh
        token once: the pair then lives in memory, and `is_kept` says so.
        """
        await self._keep(TOKEN_PAIR, pair)
        self._pair = pair

    def disown(self) -> None:
        """Use the pair no more: it belongs to somebody else than the store that was opened."""
        self._pair = None

    async def forget(self) -> None:
        """Remove the pair from memory and keyring. Raises KeyringLocked: it is gone from memory only."""
        self._pair = None
        await self._secrets.delete(TOKEN_PAIR)

    def note_lost(self, error: SessionLost) -> None:
        """A call ended because hh.ru takes the pair no more."""
        if isinstance(error, TokenRevoked | RefreshRefused) and self._pair is not None:
            self.lost.announce(error)

    async def _keep(self, name: str, secret: ClientKeys | TokenPair) -> None:
        try:
            await self._secrets.set(name, msgspec.json.encode(secret).decode())
        except KeyringLocked as error:
            _log.warning("the keyring did not take a secret: %s", error.detail)
            self.is_kept = False
        else:
            self.is_kept = True

    async def _ask(self, expired: TokenPair) -> TokenPair:
        if self.keys is None:
            raise NotSignedIn
        self._renewing = expired
        return await self._renew(self.keys, expired)

    async def _keep_renewed(self, pair: TokenPair) -> None:
        if self._pair != self._renewing:
            # Signed out, or signed in anew, while hh.ru was asked.
            raise NotSignedIn
        await self.keep(pair)


def _read(text: str | None, kind: type[_Secret]) -> _Secret | None:
    """A secret from its text; what cannot be read is none."""
    if not text:
        return None
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError:
        return None
