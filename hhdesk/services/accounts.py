"""Accounts: each with its own store file and its own client of hh.ru, and the change from one to another."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

import hhdesk
from hhdesk import config
from hhdesk.api import loopback
from hhdesk.api.client import HhApi
from hhdesk.api.configuration import ApiConfiguration
from hhdesk.api.http import Http, Sent
from hhdesk.domain.errors import NotSignedIn, StoreTrouble
from hhdesk.domain.identity import AccountKey
from hhdesk.services import profile

if TYPE_CHECKING:
    from hhdesk.api.http import TokenSource
    from hhdesk.domain.account import Me, TokenPair
    from hhdesk.services.context import Context
    from hhdesk.services.tokens import Tokens
    from hhdesk.store.store import Store


T = TypeVar("T")


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """What `work` brings; whoever is cancelled meanwhile is so when it has ended."""
    task = asyncio.get_running_loop().create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait((task,))
        if not task.cancelled():
            task.exception()  # seen: whoever asked is gone
        raise


class OnePair:
    """Gives a client a pair that is not in use: whose it is has to be asked first. It is never renewed."""

    def __init__(self, pair: TokenPair) -> None:
        self._pair = pair

    def current(self) -> TokenPair:
        """The pair."""
        return self._pair

    async def refresh(self, failed: TokenPair) -> TokenPair:
        """Raises NotSignedIn: a pair that is over before its first use is none."""
        raise NotSignedIn


class Accounts:
    """Exchanges the parts of the context when somebody else works, and remembers who it was."""

    def __init__(
        self,
        configuration: config.Configuration,
        tokens: Tokens,
        open_store: Callable[[AccountKey | None], Awaitable[Store]],
        notes: profile.ProfileNotes,
    ) -> None:
        """`open_store` opens an account's file under the database key."""
        self._configuration = configuration
        self._tokens = tokens
        self._open_store = open_store
        self._sent = Sent()
        self._changing = asyncio.Lock()
        self.notes = notes
        self.leaving: list[Callable[[], Awaitable[None]]] = []
        """Awaited in order before another account's store and client are put in place."""
        self.entered: list[Callable[[], Awaitable[None]]] = []
        """Awaited in order after they were put in place, before the old store closes; they raise nothing."""
        self.stayed: list[Callable[[], Awaitable[None]]] = []
        """Awaited in order where the change failed after the leaving."""

    @property
    def redirect_port(self) -> int:
        """The environment's, the person's, or ours."""
        return self._configuration.redirect_port or self.notes.redirect_port or config.REDIRECT_PORT

    @property
    def redirect_uri(self) -> str:
        """The address to register with hh.ru."""
        return f"http://{loopback.HOST}:{self.redirect_port}{loopback.PATH}"

    def set_redirect_port(self, port: int) -> None:
        """Remember another port for the redirect address."""
        self._note(msgspec.structs.replace(self.notes, redirect_port=port))

    def api(self, contact: str, manager_account: str, tokens: TokenSource | None = None) -> HhApi:
        """A client for these, with the tokens in use unless given; it connects at the first call."""
        configuration = ApiConfiguration(
            api_url=self._configuration.api_url,
            site_url=self._configuration.site_url,
            contact=contact,
            version=hhdesk.__version__,
            manager_account=manager_account or None,
        )
        if tokens is not None:
            return HhApi(Http(configuration, tokens, sent=self._sent))
        return HhApi(Http(configuration, self._tokens, self._tokens.note_lost, self._sent))

    async def use_api(self, context: Context, contact: str, manager_account: str) -> None:
        """From now on ask hh.ru under this contact address and manager account."""
        old, context.api = context.api, self.api(contact, manager_account)
        await old.close()

    async def enter(
        self,
        context: Context,
        me: Me,
        account: AccountKey,
        contact: str,
        manager_account: str,
        pair: TokenPair | None = None,
    ) -> None:
        """Let `me` work in the store of `account`, under `manager_account`; what was open before is closed.

        `pair` comes into use between the two: what the one before has under way ends without it, and whoever
        enters begins with it. One change at a time, and each to its end, whoever is cancelled meanwhile.
        Raises StoreTrouble, and stays where it was.
        """

        async def alone() -> None:
            async with self._changing:
                await self._enter(context, me, account, contact, manager_account, pair)

        await to_the_end(alone())

    async def finish(self) -> None:
        """Wait for a change under way: to be called before the store closes."""
        async with self._changing:
            return

    async def _enter(
        self,
        context: Context,
        me: Me,
        account: AccountKey,
        contact: str,
        manager_account: str,
        pair: TokenPair | None,
    ) -> None:
        store, api = context.store, context.api
        moves = store.account != account
        if not moves and api.http.configuration.manager_account == (manager_account or None):
            if pair is not None:
                await self._tokens.keep(pair)
            context.me = me
            return
        before, left = self.notes, False
        opened = await self._open_store(account) if moves else store
        try:
            # First, since a full disk shows here; whoever enters is who is asked for at the next start.
            self._note(msgspec.structs.replace(before, account=account, manager_account=manager_account))
            left = True
            for leave in self.leaving:
                await leave()
            await api.close()
            if pair is not None:
                await self._tokens.keep(pair)
        except BaseException:
            with contextlib.suppress(StoreTrouble):
                self._note(before)
            if moves:
                await opened.close()
            if left:
                context.api = self.api(contact, before.manager_account)
                for stay in self.stayed:
                    await stay()
            raise
        context.api, context.store, context.me = self.api(contact, manager_account), opened, me
        for follow in self.entered:
            await follow()
        if moves:
            await store.close()

    def _note(self, notes: profile.ProfileNotes) -> None:
        if notes != self.notes:
            profile.write(self._configuration.profile_directory, notes)
            self.notes = notes
