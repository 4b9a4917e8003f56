"""Opening, threads, transactions, encryption, and every way in which a file can be unusable."""

import asyncio
import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hhdesk.domain.errors import (
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreFromNewerVersion,
    StoreKeyLost,
    StoreLocked,
    StoreTrouble,
)
from hhdesk.store import connection, schema
from hhdesk.store.connection import Connection, open_connection
from hhdesk.store.database import Database, key_mark_path
from hhdesk.store.store import Store
from tests.store.making import KEY, NOW, ROOT, body, child, full, intent, later, resume_id

OTHER_KEY = bytes(32)


async def test_everything_survives_closing(path: Path) -> None:
    store = Store(Database.open(path, KEY))
    await store.settings.set("theme", "dark")
    await store.close()
    store = Store(Database.open(path, KEY))
    assert await store.settings.get("theme") == "dark"
    assert await store.settings.get("density", "cosy") == "cosy"
    await store.close()


@pytest.mark.parametrize("key", [KEY, None])
def test_a_current_file_opens_without_sqlite_utils_and_sqlite3(path: Path, key: bytes | None) -> None:
    Database.open(path, key).close_now()
    text = "None" if key is None else f"bytes.fromhex('{key.hex()}')"
    program = (
        "import sys; from pathlib import Path; from hhdesk.store.database import Database;"
        "from hhdesk.store.store import Store;"
        f"store = Store(Database.open(Path({str(path)!r}), {text}));"
        "store.searches.last_now(); store.settings.all_now(); store.database.close_now();"
        "print(sorted({'sqlite_utils', 'keyring', 'httpx', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"[]\n"
    assert done.stderr == b""


def test_files_are_private(path: Path) -> None:
    database = Database.open(path, KEY)
    database.read_now(lambda c: c.execute("SELECT 1 FROM settings").fetchall())
    if os.name == "posix":
        for name in ("hhdesk.sqlite3", "hhdesk.sqlite3-wal", "hhdesk.sqlite3-shm"):
            assert path.with_name(name).stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0
    database.close_now()


async def test_encrypted_files_hold_no_plain_text(path: Path) -> None:
    store = Store(Database.open(path, KEY))
    resume = full(1, about="Приметная-строка")
    await store.resumes.keep_full(resume, body(resume), NOW, with_contacts=False)
    await store.outbox.add(intent(), "приметный-ключ", NOW, NOW)
    written = _all_bytes(path)
    await store.close()
    written += _all_bytes(path)
    for text in ("Приметная", "приметный", "Королёва", "королева", "CREATE TABLE", "SQLite format"):
        assert text.encode() not in written
    assert KEY not in written
    assert KEY.hex().encode() not in written


async def test_plain_files_are_plain(plain: Store, path: Path) -> None:
    await plain.settings.set("приметная", "строка")
    await plain.close()
    assert b"SQLite format 3\0" in _all_bytes(path)
    assert not plain.database.encrypted


class TestUnusableFiles:
    def test_wrong_key(self, path: Path) -> None:
        Database.open(path, KEY).close_now()
        for key in (OTHER_KEY, None):
            with pytest.raises(StoreKeyLost):
                Database.open(path, key)
        Database.open(path, KEY).close_now()

    def test_wrong_key_when_the_mark_is_gone(self, path: Path) -> None:
        Database.open(path, KEY).close_now()
        key_mark_path(path).unlink()
        with pytest.raises(StoreKeyLost):
            Database.open(path, OTHER_KEY)
        assert not key_mark_path(path).exists()
        Database.open(path, KEY).close_now()
        assert key_mark_path(path).exists()

    def test_plain_file_is_not_taken_for_an_encrypted_one(self, path: Path) -> None:
        Database.open(path, None).close_now()
        with pytest.raises(StoreKeyLost, match="not encrypted"):
            Database.open(path, KEY)

    @pytest.mark.parametrize("key", [KEY, None])
    def test_damaged_header(self, path: Path, key: bytes | None) -> None:
        Database.open(path, key).close_now()
        _overwrite(path, 0, 200)
        with pytest.raises(StoreDamaged):
            Database.open(path, key)

    @pytest.mark.parametrize("key", [KEY, None])
    def test_no_database_at_all(self, path: Path, key: bytes | None) -> None:
        path.parent.mkdir(parents=True)
        path.write_bytes("Это письмо, а не база.".encode() * 500)
        with pytest.raises(StoreKeyLost if key else StoreDamaged):
            Database.open(path, key)
        assert path.read_bytes().startswith("Это письмо".encode())

    @pytest.mark.parametrize("key", [KEY, None])
    async def test_damaged_middle(self, path: Path, key: bytes | None) -> None:
        database = Database.open(path, key)
        store = Store(database)
        for number in range(60):
            await store.resumes.keep_full(full(number), os.urandom(9000), NOW, with_contacts=False)
        await store.close()
        _overwrite_middle(path)
        store = Store(Database.open(path, key))
        with pytest.raises(StoreDamaged):  # noqa: PT012 which page is hit is not ours to say
            for number in range(60):
                await store.resumes.full(resume_id(number))
            await store.database.read(lambda c: c.execute("SELECT * FROM resume_bodies").fetchall())
        await store.close()

    def test_newer_version(self, path: Path) -> None:
        Database.open(path, KEY).close_now()
        _set_version(path, schema.VERSION + 1)
        with pytest.raises(StoreFromNewerVersion):
            Database.open(path, KEY)
        _set_version(path, schema.VERSION)
        Database.open(path, KEY).close_now()

    def test_folder_that_cannot_be(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(StoreTrouble):
            Database.open(tmp_path / "file" / "hhdesk.sqlite3", KEY)


class TestLock:
    def test_second_opening_in_one_process(self, database: Database, path: Path) -> None:
        with pytest.raises(StoreLocked):
            Database.open(path, KEY)

    def test_second_process_and_after_kill(self, path: Path) -> None:
        holder = child("holder", str(path))
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(StoreLocked):
            Database.open(path, KEY)
        holder.kill()
        holder.communicate()
        Database.open(path, KEY).close_now()

    def test_another_program_is_no_second_window(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Database.open(path, KEY).close_now()
        monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
        other = child("other_program", str(path))
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(StoreBusy):
            Database.open(path, KEY)
        other.kill()
        other.communicate()
        Database.open(path, KEY).close_now()

    def test_second_process_after_the_first_closed(self, path: Path) -> None:
        holder = child("holder", str(path))
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        holder.communicate(b"")
        assert holder.returncode == 0
        Database.open(path, KEY).close_now()

    def test_failed_opening_lets_go(self, path: Path) -> None:
        Database.open(path, KEY).close_now()
        for _ in range(2):
            with pytest.raises(StoreKeyLost):
                Database.open(path, OTHER_KEY)


class TestTransactions:
    async def test_a_failed_write_leaves_nothing(self, store: Store) -> None:
        def work(connection: Connection) -> None:
            connection.execute("INSERT INTO settings VALUES ('half', 'done')")
            raise LookupError

        with pytest.raises(LookupError):
            await store.database.write(work)
        assert await store.settings.all() == {}

    async def test_a_cancelled_write_is_done_all_the_same(self, store: Store) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def hold(_: Connection) -> None:
            begun.set()
            go_on.wait()

        holding = asyncio.create_task(store.database.write(hold))
        queued = asyncio.create_task(store.settings.set("kept", "yes"))
        await asyncio.to_thread(begun.wait)
        queued.cancel()
        holding.cancel()
        for task in (queued, holding):
            with pytest.raises(asyncio.CancelledError):
                await task
        go_on.set()
        await store.settings.set("after", "yes")
        assert await store.settings.all() == {"kept": "yes", "after": "yes"}

    async def test_a_cancelled_write_that_fails_is_no_bug(self, store: Store) -> None:
        told: list[dict[str, object]] = []
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append(context))
        begun, go_on = threading.Event(), threading.Event()

        def fail(_: Connection) -> None:
            begun.set()
            go_on.wait()
            raise DiskFull

        writing = asyncio.create_task(store.database.write(fail))
        await asyncio.to_thread(begun.wait)
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing
        del writing
        go_on.set()
        await store.settings.set("after", "yes")
        gc.collect()
        assert told == []

    async def test_a_read_sees_one_moment(self, store: Store) -> None:
        looked, go_on = threading.Event(), threading.Event()

        def twice(connection: Connection) -> tuple[int, int]:
            first = connection.execute("SELECT count(*) FROM settings").fetchone()[0]
            looked.set()
            go_on.wait()
            return first, connection.execute("SELECT count(*) FROM settings").fetchone()[0]

        reading = asyncio.create_task(store.database.read(twice))
        await asyncio.to_thread(looked.wait)
        await store.settings.set("written", "meanwhile")
        go_on.set()
        assert await reading == (0, 0)
        assert await store.settings.all() == {"written": "meanwhile"}

    async def test_readers_beside_a_writer(self, store: Store) -> None:
        async def write() -> None:
            for number in range(40):
                await store.resumes.keep_full(full(number), body(full(number)), NOW, with_contacts=False)

        async def read() -> int:
            seen = 0
            while not writing.done():
                marks = await store.resumes.marks([resume_id(number) for number in range(40)])
                assert len(marks) >= seen
                seen = len(marks)
                assert len(await store.index.find("сварщик")) >= seen or seen > 50
            return seen

        writing = asyncio.create_task(write())
        await asyncio.gather(read(), read(), read(), writing)
        assert len(await store.resumes.marks([resume_id(number) for number in range(40)])) == 40

    async def test_reading_connections_cannot_write(self, store: Store) -> None:
        with pytest.raises(StoreTrouble):
            await store.database.read(lambda c: c.execute("DELETE FROM settings"))

    async def test_what_a_person_decided_is_synced_to_the_disk(self, store: Store) -> None:
        def synchronous(connection: Connection) -> int:
            return int(connection.execute("PRAGMA synchronous").fetchone()[0])

        assert await store.database.write(synchronous) == 1
        assert await store.database.write(synchronous, durable=True) == 2
        assert await store.database.write(synchronous) == 1


class TestDiskFull:
    async def test_nothing_of_the_last_write_is_kept(self, store: Store) -> None:
        await store.settings.set("before", "yes")
        pages = await store.database.outside(
            lambda c: c.execute("PRAGMA max_page_count = 1").fetchone()[0]  # SQLite takes the present size
        )
        assert pages > 1
        with pytest.raises(DiskFull):
            await store.resumes.keep_full(full(1), os.urandom(200_000), NOW, with_contacts=False)
        assert await store.resumes.full(resume_id(1)) is None
        await store.database.outside(lambda c: c.execute("PRAGMA max_page_count = 1000000").fetchone())
        await store.resumes.keep_full(full(1), os.urandom(200_000), NOW, with_contacts=False)
        assert await store.settings.all() == {"before": "yes"}

    @pytest.mark.skipif(os.name != "posix", reason="file size limits are POSIX's")
    def test_limit_of_the_system(self, path: Path) -> None:
        process = child("filler", str(path))
        output, errors = process.communicate()
        assert errors == b""
        assert output == b"DiskFull\n"
        store = Store(Database.open(path, KEY))
        assert store.settings.all_now() == {"before": "yes"}
        store.database.close_now()

    def test_no_room_for_a_new_file(self, tmp_path: Path) -> None:
        process = child("filler", str(tmp_path / "a" / "hhdesk.sqlite3"), "open")
        output, errors = process.communicate()
        assert errors == b""
        assert output == b"DiskFull\n"


async def test_closing_twice_and_finishing_what_is_queued(path: Path) -> None:
    store = Store(Database.open(path, KEY))
    writing = [asyncio.create_task(store.settings.set(str(number), "x")) for number in range(30)]
    await asyncio.sleep(0)
    await store.close()
    await store.close()
    await asyncio.gather(*writing)
    assert not _log_exists(path)
    store = Store(Database.open(path, KEY))
    assert len(await store.settings.all()) == 30
    await store.close()


async def test_a_closed_database_says_so(path: Path) -> None:
    store = Store(Database.open(path, KEY))
    await store.close()
    with pytest.raises(StoreTrouble, match="closed"):
        await store.settings.all()
    with pytest.raises(StoreTrouble, match="closed"):
        await store.settings.set("a", "b")


async def test_moments_keep_microseconds_and_zone(store: Store) -> None:
    entry = await store.outbox.add(intent(), "k", later(microseconds=1), NOW)
    assert entry.send_at == later(microseconds=1)
    assert entry.send_at.utcoffset() is not None


def _overwrite(path: Path, start: int, length: int) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + length] = os.urandom(length)
    path.write_bytes(content)


def _overwrite_middle(path: Path) -> None:
    third = path.stat().st_size // 3
    _overwrite(path, third, third)


def _log_exists(path: Path) -> bool:
    return path.with_name(path.name + "-wal").exists()


def _all_bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def _set_version(path: Path, version: int) -> None:
    connection = open_connection(path, KEY)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
