"""Tokens in memory, refreshed in single flight as in the program."""

from __future__ import annotations

from hhdesk.api.oauth import OAuth, SingleFlight
from hhdesk.domain.account import ClientKeys, TokenPair


class MemoryTokens:
    """A `TokenSource`; `oauth` renews."""

    def __init__(self, pair: TokenPair | None, keys: ClientKeys) -> None:
        self.pair = pair
        self.kept: list[TokenPair] = []
        self.oauth: OAuth | None = None
        self._keys = keys
        self._flight = SingleFlight(self.current, self._renew, self._keep)

    def current(self) -> TokenPair | None:
        return self.pair

    async def refresh(self, failed: TokenPair) -> TokenPair:
        return await self._flight.refresh(failed)

    async def _renew(self, pair: TokenPair) -> TokenPair:
        assert self.oauth is not None
        return await self.oauth.refresh(self._keys, pair)

    async def _keep(self, pair: TokenPair) -> None:
        self.kept.append(pair)
        self.pair = pair
