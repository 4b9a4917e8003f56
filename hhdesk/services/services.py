"""Everything a recruiter does, under one roof: one attribute per resource.

`Services.open` builds it on the profile's store. It asks hh.ru nothing and imports no HTTP library.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
from typing import TYPE_CHECKING

from hhdesk.config import Configuration
from hhdesk.domain.account import ClientKeys, Quota, TokenPair
from hhdesk.domain.connection import Connection, ConnectionState, KeyringKind
from hhdesk.domain.errors import NotKept, StoreTrouble
from hhdesk.domain.events import Announcer
from hhdesk.domain.identity import PersonId
from hhdesk.services import profile, stores
from hhdesk.services.accounts import Accounts
from hhdesk.services.act_values import ActValues
from hhdesk.services.chats import Chats
from hhdesk.services.connect import Connect
from hhdesk.services.contacts import Contacts
from hhdesk.services.context import Context
from hhdesk.services.dictionaries import DictionaryService
from hhdesk.services.files import Files
from hhdesk.services.invitations import Invitations
from hhdesk.services.outbox import Outbox
from hhdesk.services.pauses import SESSION
from hhdesk.services.people import People
from hhdesk.services.responses import Responses
from hhdesk.services.resumes import ResumeReader
from hhdesk.services.search import ResumeSearch
from hhdesk.services.settings import Settings
from hhdesk.services.sync import Sync
from hhdesk.services.tokens import Tokens
from hhdesk.services.vacancies import Vacancies
from hhdesk.services.views import Views
from hhdesk.store import paths

if TYPE_CHECKING:
    from hhdesk.store.lock import ProcessLock
    from hhdesk.store.secrets import Secrets
    from hhdesk.store.store import Store

_log = logging.getLogger(__name__)

_PATIENCE_SECONDS = 5.0
"""How long an account that is left waits for what it spent a view on."""
_DAY_LOOK_SECONDS = 600.0
"""How often it is looked whether another day has begun."""


class Services:
    """The use cases of one profile. Made by `open`; `start` begins the background work, `close` ends
    everything.
    """

    def __init__(
        self,
        configuration: Configuration,
        secrets: Secrets,
        store: Store,
        open_store: stores.OpenStore,
        notes: profile.ProfileNotes,
        lock: ProcessLock,
    ) -> None:
        self._lock = lock
        self._own_secrets = False
        self.configuration = configuration
        self.secrets = secrets
        self._tokens = Tokens(secrets, self._renew)
        accounts = self._accounts = Accounts(configuration, self._tokens, open_store, notes)
        self.context = Context(api=accounts.api("", ""), store=store)
        self._views = Views(self.context)
        self.connect = Connect(
            self.context, configuration, self._tokens, accounts, self._keyring, self._views
        )
        self.settings = Settings(self.context)
        self.dictionaries = DictionaryService(self.context)
        self.resumes = ResumeReader(self.context, self._quota)
        self.search = ResumeSearch(self.context, self.resumes)
        self.contacts = Contacts(self.context, self.resumes)
        self.files = Files(self.context, self.resumes)
        self.vacancies = Vacancies(self.context)
        self.outbox = Outbox(self.context, self.settings.get, session=self._tokens.current)
        self.people = People(self.context, self.outbox)
        self.responses = Responses(self.context, self.outbox, self.resumes, self.settings)
        self.act_values = ActValues(self.context)
        self.invitations = Invitations(self.context, self.contacts, self.outbox)
        self.chats = Chats(self.context, self.outbox)
        self.sync = Sync(self.context, self.vacancies, self._signed_in, self.outbox.wake, views=self._views)
        self.account_changed: Announcer[Connection] = Announcer()
        """Another account's store was put in place: whatever is shown belongs to the one before."""
        self._background: list[asyncio.Task[None]] = []
        self._started = False
        accounts.leaving.append(self._stop)
        accounts.entered.append(self._load_account)
        accounts.stayed.append(self._go_on)
        self.unkept: Announcer[NotKept] = self.context.keeping.failed
        """Something is shown that the store did not take."""
        self.people.forgotten.listen(self._forget)
        self.connect.changed.listen(self._follow_connection)

    @classmethod
    async def open(
        cls,
        configuration: Configuration,
        *,
        plain: bool = False,
        key: bytes | None = None,
        secrets: Secrets | None = None,
        session: bool = True,
    ) -> Services:
        """Build the services on the store of the account that worked last, and take up its session.

        Without `session` only what is stored can be shown, until `load_session`.

        The store is encrypted under the keyring's key. `plain` keeps it without, by the person's choice
        where there is no keyring; the demo and unattended runs without a keyring are plain by themselves.
        `key` is what the person gave instead: from a passphrase or a recovery key; one that opens the store
        is kept as a keyring would keep it. `secrets` are those of the system unless given.

        Raises NoKeyring and PassphraseNeeded (ask the person), PassphraseWrong, KeyringLocked, StoreLocked,
        StoreBusy, StoreDamaged, StoreKeyLost, StoreFromNewerVersion, DiskFull.
        """
        lock = paths.lock_profile(configuration.profile_directory)
        own = secrets is None
        secrets = secrets if secrets is not None else stores.secrets(configuration)
        try:
            notes, open_store, store = await stores.open_last(configuration, secrets, plain=plain, key=key)
        except BaseException:
            if own:
                secrets.close()
            lock.release()
            raise
        services = cls(configuration, secrets, store, open_store, notes, lock)
        services._own_secrets = own
        try:
            await services.settings.load()
            await services.outbox.load()
            if session:
                await services.load_session()
            else:
                services._follow_connection(await services.connect.remember())
        except BaseException:
            await services.close()
            raise
        return services

    @property
    def is_encrypted(self) -> bool:
        """Whether what is kept here can be read with its key alone."""
        return self.context.store.database.encrypted

    async def load_session(self) -> None:
        """Take up the session from the keyring. Raises KeyringLocked."""
        self._follow_connection(await self.connect.load())

    def start(self) -> None:
        """Begin the background work: sending what is due, looking after news."""
        loop = asyncio.get_running_loop()
        self._started = True
        self._background = [
            loop.create_task(self.outbox.run(), name="outbox"),
            loop.create_task(self.sync.run(), name="sync"),
            loop.create_task(self._tidy(), name="tidy"),
            loop.create_task(_warm(), name="warm"),
        ]
        for task in self._background:
            task.add_done_callback(_tell_defect)

    async def close(self) -> None:
        """End the background work, let payments under way finish, and close connections and store."""
        async with contextlib.AsyncExitStack() as last:
            # In the opposite order, each even where one before it fails.
            last.callback(self._lock.release)
            if self._own_secrets:
                last.callback(self.secrets.close)
            last.push_async_callback(self.context.store.close)
            last.push_async_callback(self.context.api.close)
            await self._accounts.finish()
            await self._stop()

    async def _stop(self) -> None:
        """End the background work; a write and a payment under way finish on the store that they began on."""
        background, self._background = self._background, []
        for task in background:
            task.cancel()
        if background:
            await asyncio.wait(background)
        await self._views.stop()
        await self.dictionaries.stop()
        await self.resumes.finish(_PATIENCE_SECONDS)
        await self.files.finish(_PATIENCE_SECONDS)
        await self.contacts.finish()
        await self.outbox.finish()
        await self.context.keeping.catch_up()

    async def _tidy(self) -> None:
        """At the start and once on each day after, by the wall clock: the computer may sleep."""
        tidied = None
        while True:
            day = self.context.now().date()
            if day != tidied:
                tidied = day
                await self._tidy_up()
            await asyncio.sleep(_DAY_LOOK_SECONDS)

    async def _tidy_up(self) -> None:
        """What the last run left undone, whose time is over, and what has grown too large."""
        try:
            await self.people.finish_forgetting()
            await self.people.forget_overdue()
            await self.chats.index_kept()
            await self.context.store.http_cache.prune(now=self.context.now())
            await self.context.store.pictures.prune()
        except StoreTrouble as error:
            _log.warning("the store was not tidied: %s", type(error).__name__)

    async def _load_account(self) -> None:
        """Work on the other account's store, whatever it can give and take by now."""
        self.context.keeping.clear()
        self.resumes.reset()
        self.files.reset()
        self.contacts.reset()
        await self.outbox.enter()
        try:
            await self.settings.load()
        except StoreTrouble as error:
            _log.warning("settings were not loaded: %s", type(error).__name__)
        self.account_changed.announce(self.connect.connection)
        await self._go_on()

    async def _go_on(self) -> None:
        """Begin the background work again, where it had begun."""
        if self._started:
            self.start()

    def _forget(self, person: PersonId) -> None:
        """Nothing that is held in memory may bring a forgotten person back."""
        self.context.keeping.forget(person)
        self.resumes.forget(person)
        self.files.forget(person)

    def _follow_connection(self, connection: Connection) -> None:
        """Unsent work waits while hh.ru takes nothing from us, and goes on after the sign-in.

        It waits during a sign-in too: until the store is that of the new token's owner, nothing may be sent.
        """
        if connection.state is ConnectionState.SIGNED_IN:
            self.outbox.resume(SESSION)
            self.sync.refresh_now()
        else:
            self.outbox.pause(SESSION)

    def _signed_in(self) -> bool:
        return self.connect.connection.can_ask

    def _quota(self) -> Quota | None:
        return self.sync.status.quota

    def _keyring(self) -> KeyringKind:
        return KeyringKind(self.secrets.kind) if self._tokens.is_kept else KeyringKind.MEMORY

    async def _renew(self, keys: ClientKeys, expired: TokenPair) -> TokenPair:
        return await self.context.api.oauth.refresh(keys, expired)


def _tell_defect(done: asyncio.Task[None]) -> None:
    """Background work that breaks is told at once, not when the program ends."""
    if not done.cancelled() and (error := done.exception()) is not None:
        done.get_loop().call_exception_handler(
            {"message": f"the background work {done.get_name()} broke", "exception": error, "task": done}
        )


async def _warm() -> None:
    """Import what the first call to hh.ru needs, so that it holds up nobody: httpx costs 60 to 95 ms."""
    await asyncio.to_thread(importlib.import_module, "hhdesk.api.late_httpx")
