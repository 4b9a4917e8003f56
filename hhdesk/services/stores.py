"""Opening stores: which file, under which key, and whether plain is allowed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from hhdesk.config import Configuration
from hhdesk.domain.errors import NoKeyring, StoreKeyLost
from hhdesk.domain.identity import AccountKey
from hhdesk.services.profile import ProfileNotes
from hhdesk.store import paths
from hhdesk.store.connection import PLAIN_HEADER
from hhdesk.store.database import Database, key_mark_path
from hhdesk.store.secrets import Secrets
from hhdesk.store.store import Store

_log = logging.getLogger(__name__)

OpenStore = Callable[[AccountKey | None], Awaitable[Store]]


def secrets(configuration: Configuration) -> Secrets:
    """The profile's secrets in the system keyring, or in memory where there is none."""
    return Secrets(profile=configuration.profile)


def last_account(notes: ProfileNotes) -> AccountKey | None:
    """Whose store to open at the start."""
    return AccountKey(notes.account) if notes.account else None


async def database_key(configuration: Configuration, secrets: Secrets, *, plain: bool) -> bytes | None:
    """The key of the profile's stores, made at the first start; None where they are plain.

    The demo is plain; so are unattended runs without a keyring, and whoever chose it (`plain`).

    Raises NoKeyring, KeyringLocked, StoreKeyLost when there are encrypted stores and their key is gone.
    """
    if plain or configuration.demo:
        return None
    key = await secrets.database_key()
    if key is None:
        if await secrets.probe() == "memory":
            if not configuration.unattended:
                raise NoKeyring
            _log.warning("no keyring: the store of this unattended run is plain")
            return None
        if any(key_mark_path(path).exists() for path in _databases(configuration.profile_directory)):
            raise StoreKeyLost(detail="no key")
        key = await secrets.make_database_key()
    return key


def opener(configuration: Configuration, key: bytes | None) -> OpenStore:
    """Opens stores of this profile under `key`; one that was made plain stays plain."""

    async def open_store(account: AccountKey | None) -> Store:
        path = paths.database_file(configuration.profile_directory, account)
        database = await asyncio.to_thread(Database.open, path, None if _is_plain(path) else key)
        return Store(database, account)

    return open_store


def _databases(profile_directory: Path) -> list[Path]:
    return [folder / paths.DATABASE_NAME for folder in profile_directory.glob("*/")]


def _is_plain(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
