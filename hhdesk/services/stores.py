"""Opening stores: which file, under which key, and whether plain is allowed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from secrets import token_hex
from typing import Final

import msgspec

from hhdesk.config import Configuration
from hhdesk.domain.errors import KeyringLocked, NoKeyring, PassphraseNeeded, PassphraseWrong, StoreKeyLost
from hhdesk.domain.identity import AccountKey
from hhdesk.services import profile
from hhdesk.services.profile import ProfileNotes
from hhdesk.store import damage, paths
from hhdesk.store.database import Database, is_plain, key_mark_path
from hhdesk.store.recovery import key_from_passphrase
from hhdesk.store.secrets import Secrets
from hhdesk.store.store import Store

_log = logging.getLogger(__name__)

_SALT_BYTES: Final = 16

OpenStore = Callable[[AccountKey | None], Awaitable[Store]]


def secrets(configuration: Configuration) -> Secrets:
    """The profile's secrets in the system keyring, or in memory where there is none."""
    return Secrets(profile=configuration.profile)


def last_account(notes: ProfileNotes) -> AccountKey | None:
    """Whose store to open at the start."""
    return AccountKey(notes.account) if notes.account else None


async def passphrase_key(configuration: Configuration, passphrase: str) -> bytes:
    """The key of the profile's stores from a passphrase; the first one makes the salt.

    Raises StoreTrouble.
    """
    folder = configuration.profile_directory
    notes = profile.read(folder)
    if not notes.salt:
        notes = msgspec.structs.replace(notes, salt=token_hex(_SALT_BYTES))
        profile.write(folder, notes)
    return await asyncio.to_thread(key_from_passphrase, passphrase, bytes.fromhex(notes.salt))


async def database_key(
    configuration: Configuration, secrets: Secrets, notes: ProfileNotes, *, plain: bool
) -> bytes | None:
    """The key of the profile's stores, made at the first start; None where they are plain.

    The demo is plain; so are unattended runs without a keyring, and whoever chose it (`plain`).

    Raises NoKeyring, PassphraseNeeded, KeyringLocked, StoreKeyLost when there are encrypted stores and
    their key is gone.
    """
    if plain or configuration.demo:
        return None
    key = await secrets.database_key()
    if key is not None:
        return key
    if notes.salt:
        raise PassphraseNeeded
    if any(key_mark_path(path).exists() for path in _databases(configuration.profile_directory)):
        raise StoreKeyLost(detail="no key")
    if await secrets.probe() == "memory":
        if not configuration.unattended:
            raise NoKeyring
        _log.warning("no keyring: the store of this unattended run is plain")
        return None
    return await secrets.make_database_key()


async def open_last(
    configuration: Configuration, secrets: Secrets, *, plain: bool, key: bytes | None
) -> tuple[ProfileNotes, OpenStore, Store]:
    """The store of the account that worked last, and what opens others; `key` is one that the person gave.

    Raises what `Services.open` raises.
    """
    folder = configuration.profile_directory
    notes = profile.read(folder)
    used = key or await database_key(configuration, secrets, notes, plain=plain or notes.plain)
    if plain and not notes.plain:
        notes = msgspec.structs.replace(notes, plain=True)
        profile.write(folder, notes)
    open_store = opener(configuration, used)
    try:
        store = await open_store(last_account(notes))
    except StoreKeyLost as error:
        if key is not None and notes.salt:
            raise PassphraseWrong(detail=error.detail) from None
        raise
    if key is not None:
        with contextlib.suppress(KeyringLocked):  # held in memory all the same
            await secrets.keep_database_key(key)
    return notes, open_store, store


def opener(configuration: Configuration, key: bytes | None) -> OpenStore:
    """Opens stores of this profile under `key`; one that was made plain stays plain."""

    async def open_store(account: AccountKey | None) -> Store:
        path = paths.database_file(configuration.profile_directory, account)
        database = await asyncio.to_thread(Database.open, path, None if is_plain(path) else key)
        # After a damaged file was set aside: what hh.ru cannot give again.
        try:
            saved = await damage.rescue_all(database, key)
        except BaseException:
            await database.close()
            raise
        if saved:
            _log.warning("%d rows were saved from files that were set aside", saved)
        return Store(database, account)

    return open_store


def _databases(profile_directory: Path) -> list[Path]:
    return [folder / paths.DATABASE_NAME for folder in profile_directory.glob("*/")]
