"""The connection with hh.ru: keys, signing in and out, sessions that end, manager accounts, captchas.

Source: authorize, get-current-user-info, get-manager-accounts, invalidate-token.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from hhdesk import config
from hhdesk.api import urls
from hhdesk.api.loopback import LoopbackListener
from hhdesk.api.oauth import Pkce, authorize_url, new_state
from hhdesk.domain.account import ClientKeys, ManagerAccount, Me, TokenPair
from hhdesk.domain.connection import Connection, ConnectionState, KeyringKind, Probe
from hhdesk.domain.errors import (
    Cancelled,
    HhdeskError,
    KeyringLocked,
    ManagerAccountForbidden,
    ManagerAccountUnknown,
    NotAnEmployer,
    NotSignedIn,
    Refused,
    RegistrationWrong,
    SessionLost,
    StoreTrouble,
)
from hhdesk.domain.events import Announcer
from hhdesk.domain.identity import AccountKey
from hhdesk.domain.values import Captcha
from hhdesk.services.accounts import OnePair, to_the_end

if TYPE_CHECKING:
    from hhdesk.services.accounts import Accounts
    from hhdesk.services.context import Context
    from hhdesk.services.tokens import Tokens
    from hhdesk.services.views import Views

T = TypeVar("T")

_log = logging.getLogger(__name__)

SIGN_IN_SECONDS = 300.0
CAPTCHA_SECONDS = 300.0
ME = "me"
"""Setting that remembers who works in this store, for starts without a network."""

OpenBrowser = Callable[[str], None]


class Connect:
    """The one who knows whether hh.ru may be asked. `changed` tells every new state."""

    def __init__(
        self,
        context: Context,
        configuration: config.Configuration,
        tokens: Tokens,
        accounts: Accounts,
        keyring: Callable[[], KeyringKind],
        views: Views,
    ) -> None:
        self._context = context
        self._views = views
        self._configuration = configuration
        self._tokens = tokens
        self._accounts = accounts
        self._keyring = keyring
        self._waiting: asyncio.Task[Any] | None = None
        self._turn = 0
        """Of whoever asked for the browser last: all before it give the one port up."""
        self._signing = asyncio.Lock()
        self._connection = Connection()
        self.changed: Announcer[Connection] = Announcer()
        self._tokens.lost.listen(self._on_lost)
        accounts.entered.append(self._entered)

    @property
    def connection(self) -> Connection:
        """The state of now."""
        return self._connection

    @property
    def me(self) -> Me | None:
        """Who works, or worked here last."""
        return self._connection.me

    def keys(self) -> ClientKeys | None:
        """The registered application, where it is known."""
        return self._tokens.keys

    async def remember(self) -> Connection:
        """Tell who works here, before `load` has asked the keyring."""
        me = self._context.me = await self._stored_me()
        if me is not None:
            self._tell(ConnectionState.OPENING, me=me)
        return self._connection

    async def load(self) -> Connection:
        """Take up where the last run ended: keys and tokens from the keyring, the person from the store.

        hh.ru is not asked: the window opens signed in, also offline. Raises KeyringLocked.
        """
        try:
            await self._tokens.load()
        except KeyringLocked:
            # Nobody is there to open it; unattended runs sign in anew.
            if not self._configuration.unattended:
                raise
        if self._configuration.unattended:
            self._tokens.use_keys(_environment_keys(self._configuration))
        await self._use_api()
        me = self._context.me = await self._stored_me()
        pair = self._tokens.current()
        if pair is not None and (me is None or pair.owner != me.id):
            # A sign-in as somebody else ended halfway: nothing of this store may be sent in their name.
            self._tokens.disown()
        if self._tokens.keys is None:
            state = ConnectionState.NOT_SET_UP
        elif self._tokens.current() is None:
            state = ConnectionState.SIGNED_OUT
        else:
            state = ConnectionState.SIGNED_IN
        self._tell(state, me=me)
        return self._connection

    async def set_keys(self, keys: ClientKeys) -> None:
        """Keep the registered application's keys; a session of another application ends with it."""
        known = self._tokens.keys
        await self._tokens.set_keys(keys)
        if known is not None and known.client_id != keys.client_id:
            await self._tokens.forget()
        await self._use_api()
        has_pair = self._tokens.current() is not None and self.me is not None
        if not has_pair:
            self._tell(ConnectionState.SIGNED_OUT)
        elif self._connection.state is ConnectionState.SESSION_LOST:
            # New keys bring no old session back.
            self._tell(ConnectionState.SESSION_LOST, error=self._connection.error)
        else:
            self._tell(ConnectionState.SIGNED_IN)

    async def set_redirect_port(self, port: int) -> None:
        """Use another port for the redirect address; it has to be registered with hh.ru."""
        self._accounts.set_redirect_port(port)
        self._tell(self._connection.state)

    # Signing in and out

    async def sign_in(self, open_browser: OpenBrowser, *, timeout_seconds: float = SIGN_IN_SECONDS) -> Me:
        """Sign in through the browser that `open_browser` opens; a sign-in or check that waits is given up.

        The pair comes into use, and into the keyring, when hh.ru has said whose it is: until then whoever
        works here goes on under their own. Unsent work and stored data stay.

        Raises RegistrationWrong, PortTaken, ConsentRefused, StateMismatch, SignInAbandoned, CodeExpired,
        NotAnEmployer, Cancelled (`cancel_sign_in`), Transient.
        """
        keys = self._tokens.keys
        if keys is None:
            raise RegistrationWrong(detail="no keys")
        turn = self._take_turn()
        async with self._signing:
            before = self._connection.state
            self._tell(ConnectionState.SIGNING_IN)
            try:
                pair = await self._authorize(keys, open_browser, timeout_seconds, turn)
                me, account = await self._whose(pair)
            except BaseException as error:
                self._sign_in_failed(before, error)
                raise
            await to_the_end(self._take(pair, me, account, before))
        return me

    async def cancel_sign_in(self) -> None:
        """Stop waiting for the browser: the waiting `sign_in` raises Cancelled, and the port is free
        again.
        """
        self._take_turn()
        async with self._signing:
            # The sign-in that waited has ended and told so.
            self._waiting = None

    async def sign_out(self) -> bool:
        """Forget the tokens; returns whether hh.ru revoked them too, which works online only.

        What is stored stays and stays readable; unsent work waits for the next sign-in of this account.

        Raises KeyringLocked: signed out until the end of the program only.
        """
        pair, keys = self._tokens.current(), self._tokens.keys
        revoked = False
        if pair is not None and keys is not None:
            revoked = await self._revoke(pair)
        try:
            await self._tokens.forget()
        finally:
            self._tell(ConnectionState.NOT_SET_UP if keys is None else ConnectionState.SIGNED_OUT)
        return revoked

    async def probe(self, me: Me | None = None) -> Probe:
        """Who is signed in and what this account may do. Silent.

        Args:
            me: as the sign-in that is just over told it; hh.ru is asked where it is not given.

        Source: get-current-user-info, get-employer-manager-limits, get-payable-api-method-access.
        """
        account = self._context.api.account
        if me is None:
            me = (await account.me()).value
        if not me.is_employer or me.employer_id is None or me.manager_id is None:
            return Probe(me=me)
        return Probe(
            me=me,
            quota=await _or_none(self._views.left()),
            access=await _or_none(account.method_access(me.employer_id, me.manager_id)),
        )

    # Accounts

    async def accounts(self) -> tuple[ManagerAccount, ...]:
        """The person's manager accounts. Source: get-manager-accounts."""
        return await self._context.api.account.manager_accounts()

    async def choose_account(self, account: str) -> Me:
        """Work under another manager account, in its own store; empty is the primary one.

        Raises ManagerAccountForbidden, ManagerAccountUnknown (the account of before stays), NotAnEmployer.
        """
        if self._tokens.current() is None:
            raise NotSignedIn
        me = await self._me_under(account)
        await to_the_end(self._enter(me, account))
        return me

    # Captcha

    async def solve_captcha(
        self, captcha: Captcha, open_browser: OpenBrowser, *, timeout_seconds: float = CAPTCHA_SECONDS
    ) -> bool:
        """Let the person prove not to be a robot; True when they came back and the call may be repeated.

        hh.ru sends them back to our loopback address. Where it gives only an address to go on by hand, that
        is opened and False returned at once. False too where another check or a sign-in needed the port
        meanwhile. Raises PortTaken, SignInAbandoned when nobody came back.
        """
        if captcha.captcha_url is None:
            if captcha.fallback_url is not None:
                open_browser(captcha.fallback_url)
            return False
        turn = self._take_turn()
        async with self._signing, LoopbackListener(self._accounts.redirect_port) as listener:
            address = urls.merge(
                captcha.captcha_url,
                [("backurl", listener.redirect_uri)],
                base=self._configuration.site_url,
            )
            try:
                await self._wait(turn, lambda: open_browser(address), listener.wait_return(timeout_seconds))
            except Cancelled:
                return False
        return True

    # How it is done

    async def _authorize(
        self, keys: ClientKeys, open_browser: OpenBrowser, timeout_seconds: float, turn: int
    ) -> TokenPair:
        pkce, state = Pkce.create(), new_state()
        async with LoopbackListener(self._accounts.redirect_port) as listener:
            configuration = self._context.api.http.configuration
            address = authorize_url(configuration, keys, listener.redirect_uri, state, pkce)
            code = await self._wait(
                turn, lambda: open_browser(address), listener.wait(state, timeout_seconds)
            )
            redirect_uri = listener.redirect_uri
        return await self._context.api.oauth.exchange(keys, code, redirect_uri, pkce.verifier)

    def _take_turn(self) -> int:
        """Let whoever waits for the browser give up."""
        self._turn += 1
        if self._waiting is not None:
            self._waiting.cancel()
        return self._turn

    async def _wait(self, turn: int, begin: Callable[[], None], waiting: Coroutine[Any, Any, T]) -> T:
        """Open the browser and wait for it, until somebody else takes the turn. Raises Cancelled."""
        if turn != self._turn:
            waiting.close()
            raise Cancelled
        begin()
        task = asyncio.get_running_loop().create_task(waiting)
        self._waiting = task
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError:
            task.cancel()
            raise
        if task.cancelled():
            raise Cancelled
        return task.result()

    async def _take(self, pair: TokenPair, me: Me, account: str, before: ConnectionState) -> None:
        """Work with a new pair in the store of its owner, or as `before` where that fails."""
        try:
            await self._enter(me, account, msgspec.structs.replace(pair, owner=me.id))
        except BaseException as error:
            self._sign_in_failed(before, error)
            raise

    async def _whose(self, pair: TokenPair) -> tuple[Me, str]:
        """Who signed in, and under which manager account: the chosen one, where this person has it."""
        account = self._accounts.notes.manager_account
        try:
            return await self._me_under(account, OnePair(pair)), account
        except (ManagerAccountForbidden, ManagerAccountUnknown):
            if not account:
                raise
        return await self._me_under("", OnePair(pair)), ""

    async def _me_under(self, account: str, tokens: OnePair | None = None) -> Me:
        """Who works under a manager account, or with a pair, that is not in use yet."""
        api = self._accounts.api(self._contact, account, tokens)
        try:
            return (await api.account.me()).value
        finally:
            await api.close()

    async def _enter(self, me: Me, manager_account: str, pair: TokenPair | None = None) -> None:
        if not me.is_employer or me.employer_id is None:
            raise NotAnEmployer
        key = AccountKey(f"{me.account_key}.{manager_account}") if manager_account else me.account_key
        await self._accounts.enter(self._context, me, key, self._contact, manager_account, pair)
        try:
            await self._context.store.settings.set(ME, msgspec.json.encode(me).decode())
        except StoreTrouble as error:
            # Whoever it is works here all the same; the next start without a network knows them less.
            _log.warning("who works here was not kept: %s", type(error).__name__)
        self._tell(ConnectionState.SIGNED_IN, me=me)

    async def _entered(self) -> None:
        """Know the person before anybody is told that they work here now."""
        self._connection = msgspec.structs.replace(self._connection, me=self._context.me)

    async def _stored_me(self) -> Me | None:
        text = await self._context.store.settings.get(ME, "")
        try:
            return msgspec.json.decode(text, type=Me) if text else None
        except msgspec.MsgspecError:
            return None

    async def _revoke(self, pair: TokenPair) -> bool:
        try:
            await self._context.api.oauth.revoke(pair)
        except HhdeskError:
            return False
        return True

    @property
    def _contact(self) -> str:
        return self._tokens.keys.contact if self._tokens.keys is not None else ""

    async def _use_api(self) -> None:
        """Build the client for the keys and the account of now."""
        await self._accounts.use_api(self._context, self._contact, self._accounts.notes.manager_account)

    def _sign_in_failed(self, before: ConnectionState, error: BaseException) -> None:
        if self._tokens.current() is None and before is ConnectionState.SIGNED_IN:
            before = ConnectionState.SIGNED_OUT
        name = type(error).__name__ if isinstance(error, HhdeskError) else ""
        self._tell(before, error=name)

    def _on_lost(self, error: SessionLost) -> None:
        if self._connection.state is ConnectionState.SIGNED_IN:
            self._tell(ConnectionState.SESSION_LOST, error=type(error).__name__)

    def _tell(self, state: ConnectionState, *, me: Me | None = None, error: str = "") -> None:
        keys = self._tokens.keys
        told = Connection(
            state=state,
            me=me or self._connection.me,
            keyring=self._keyring(),
            redirect_uri=self._accounts.redirect_uri,
            client_id=keys.client_id if keys is not None else "",
            error=error,
            manager_account=self._accounts.notes.manager_account,
        )
        if told != self._connection:
            self._connection = told
            self.changed.announce(told)


async def _or_none(asking: Coroutine[Any, Any, T]) -> T | None:
    """hh.ru's word, or None where it refuses to tell (rights, or a method that this employer lacks)."""
    try:
        return await asking
    except Refused:
        return None


def _environment_keys(configuration: config.Configuration) -> ClientKeys:
    return ClientKeys(
        client_id=configuration.client_id,
        client_secret=configuration.client_secret,
        contact=configuration.contact or config.DEMO_CONTACT,
    )
