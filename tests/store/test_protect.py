"""A plain file becomes an encrypted one with all that is in it."""

import os
from pathlib import Path

import pytest

from hhdesk.domain.errors import StoreDamaged, StoreKeyLost, StoreLocked
from hhdesk.store import damage
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.protect import protect
from hhdesk.store.store import Store
from tests.store.making import KEY, NOW, body, full, intent, resume_id


async def _fill(path: Path, key: bytes | None) -> None:
    store = Store(Database.open(path, key))
    await store.resumes.keep_full(full(1), body(full(1)), NOW, with_contacts=False)
    await store.outbox.add(intent(), "k", NOW, NOW)
    await store.settings.set("theme", "dark")
    await store.close()


async def test_everything_is_there_and_nothing_is_plain(path: Path) -> None:
    await _fill(path, None)
    protect(path, KEY)
    for file in os.listdir(path.parent):  # noqa: PTH208 names only
        assert "Королёва".encode() not in _bytes(path.with_name(file))
    with pytest.raises(StoreKeyLost):
        Database.open(path, None)
    store = Store(Database.open(path, KEY))
    assert store.database.encrypted
    await damage.check(store.database)
    assert await store.settings.all() == {"theme": "dark"}
    assert [entry.intent for entry in await store.outbox.all()] == [intent()]
    assert [hit.resume_id for hit in await store.index.find("сварщик")] == [resume_id(1)]
    await store.resumes.keep_full(full(2), body(full(2)), NOW, with_contacts=False)
    assert len(await store.index.find("сварщик")) == 2
    assert await store.database.read(_journal) == "wal"
    await store.close()


async def test_an_encrypted_file_is_left_alone(path: Path) -> None:
    await _fill(path, KEY)
    before = _bytes(path)
    with pytest.raises(StoreDamaged):
        protect(path, bytes(32))
    assert _bytes(path) == before
    Database.open(path, KEY).close_now()


def test_an_open_file_is_left_alone(path: Path) -> None:
    database = Database.open(path, None)
    with pytest.raises(StoreLocked):
        protect(path, KEY)
    database.close_now()


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _journal(connection: Connection) -> str:
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
