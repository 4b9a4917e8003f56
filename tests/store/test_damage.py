"""Damaged files: noticed, set aside, and what hh.ru cannot give again is saved from them."""

import asyncio
import os
from pathlib import Path

import pytest

from hhdesk.domain.errors import StoreDamaged, StoreKeyLost, StoreLocked, StoreTrouble
from hhdesk.domain.people import TimelineEvent
from hhdesk.store import damage
from hhdesk.store.database import Database, suspicion_path
from hhdesk.store.store import Store
from tests.store.making import KEY, NOW, full, intent, later, resume_id


async def test_a_sound_file_passes_the_check_and_is_not_looked_at_again(path: Path) -> None:
    await _filled(path, KEY)
    suspicion_path(path).touch()
    await Database.open(path, KEY).close()
    assert not suspicion_path(path).exists()


@pytest.mark.parametrize("key", [KEY, None])
async def test_damage_that_opening_does_not_see_is_seen_at_the_next(path: Path, key: bytes | None) -> None:
    await _filled(path, key)
    _break(path)
    store = Store(Database.open(path, key))
    with pytest.raises(StoreDamaged):
        await _read_all(store)
    await store.close()
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            Database.open(path, key)
    damage.set_aside(path, NOW)
    await Database.open(path, key).close()
    await Database.open(path, key).close()


def test_a_file_that_cannot_be_renamed_is_told(path: Path) -> None:
    Database.open(path, KEY).close_now()
    # Something is in the way of the log's new name.
    path.with_name(f"{path.name}.damaged-{NOW:%Y%m%dT%H%M%S}-wal").mkdir()
    path.with_name(path.name + "-wal").write_bytes(b"")
    with pytest.raises(StoreTrouble):
        damage.set_aside(path, NOW)
    assert path.exists()


def test_setting_aside_deletes_nothing_and_a_new_file_begins(path: Path) -> None:
    asyncio.run(_filled(path, KEY))
    content = path.read_bytes()
    first = damage.set_aside(path, NOW)
    assert first.read_bytes() == content
    Database.open(path, bytes(32)).close_now()
    second = damage.set_aside(path, NOW)
    assert second != first
    assert first.read_bytes() == content
    Database.open(path, KEY).close_now()
    with pytest.raises(StoreKeyLost):
        Database.open(second, KEY)
    Database.open(first, KEY).close_now()


def test_an_open_file_is_not_moved(path: Path) -> None:
    database = Database.open(path, KEY)
    with pytest.raises(StoreLocked):
        damage.set_aside(path, NOW)
    database.close_now()


async def test_decisions_are_saved_from_a_damaged_file(path: Path) -> None:
    await _filled(path, KEY)
    _break(path)
    aside = damage.set_aside(path, NOW)
    store = Store(Database.open(path, KEY))
    await store.settings.set("theme", "light")
    newer = await store.outbox.add(intent(9), "made in the new file", later(days=1), NOW)
    assert await damage.rescue(aside, KEY, store.database) > 0
    assert await damage.rescue(aside, KEY, store.database) == 0
    assert await store.settings.all() == {"theme": "light", "density": "cosy"}
    entries = await store.outbox.all()
    assert entries[0] == newer
    assert [(entry.key, entry.intent) for entry in entries[1:]] == [("k", intent())]
    assert [event.code for event in entries[1].events] == ["added"]
    person = full(1).person_id
    assert person is not None
    assert [event.kind for event in await store.people.timeline(person)] == ["note"]
    await store.close()


async def test_every_file_that_was_set_aside_is_saved_from_once(path: Path) -> None:
    await _filled(path, KEY)
    damage.set_aside(path, NOW)
    foreign = Database.open(path, bytes(32))
    await foreign.close()
    damage.set_aside(path, NOW)
    store = Store(Database.open(path, KEY))
    assert await damage.rescue_all(store.database, KEY) > 0
    assert [entry.key for entry in await store.outbox.all()] == ["k"]
    await store.database.write(lambda c: c.execute("DELETE FROM outbox"))
    assert await damage.rescue_all(store.database, KEY) == 0
    assert await store.outbox.all() == ()
    await store.close()


async def test_nothing_can_be_saved_without_the_key(path: Path) -> None:
    await _filled(path, KEY)
    aside = damage.set_aside(path, NOW)
    store = Store(Database.open(path, KEY))
    assert await damage.rescue(aside, bytes(32), store.database) == 0
    await store.close()


async def _read_all(store: Store) -> None:
    for number in range(40):
        await store.resumes.full(resume_id(number))


async def _filled(path: Path, key: bytes | None) -> None:
    store = Store(Database.open(path, key))
    await store.settings.set("theme", "dark")
    await store.settings.set("density", "cosy")
    await store.outbox.add(intent(), "k", later(days=1), NOW)
    person = full(1).person_id
    assert person is not None
    await store.people.event(person, TimelineEvent(at=NOW, kind="note"))
    for number in range(40):
        await store.resumes.keep_full(full(number), os.urandom(12_000), NOW, with_contacts=False)
    assert await store.resumes.full(resume_id(3)) is not None
    await store.close()


def _break(path: Path) -> None:
    """Overwrite bodies near the end."""
    content = bytearray(path.read_bytes())
    at = len(content) * 3 // 4
    content[at : at + 40_000] = os.urandom(40_000)
    path.write_bytes(content)
