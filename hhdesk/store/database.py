"""One SQLite file, one writing thread, two reading threads.

Every write is one transaction on the writing thread; every read sees one moment of the file. The file is
locked against a second process for as long as it is open.
"""

import asyncio
import hashlib
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from hhdesk.domain.errors import StoreDamaged, StoreFromNewerVersion, StoreKeyLost, StoreTrouble
from hhdesk.store import schema
from hhdesk.store.connection import (
    PLAIN_HEADER,
    Connection,
    SqliteError,
    error_from_sqlite,
    error_from_system,
    open_connection,
)
from hhdesk.store.lock import ProcessLock

T = TypeVar("T")

READERS = 2


class Database:
    """Made by `Database.open`. Used from one event loop; `read_now` from the thread that
    opened it.
    """

    def __init__(self, path: Path, key: bytes | None, lock: ProcessLock, first: Connection) -> None:
        self.path = path
        self._key = key
        self._lock = lock
        self._first = first
        self._opened = [first]
        self._own = threading.local()
        self._writing = ThreadPoolExecutor(1, "store-write")
        self._reading = ThreadPoolExecutor(READERS, "store-read")
        self._closed = False

    @classmethod
    def open(cls, path: Path, key: bytes | None) -> "Database":
        """Open or create the file at `path`, encrypted under the 32 bytes of `key`, or plain without.

        Raises:
            StoreLocked: another hhdesk has it open.
            StoreBusy: another program holds the file.
            StoreKeyLost: the file is encrypted under another key, or `key` is given and the file is plain.
            StoreDamaged: it is no database of ours, or a damaged one, as far as its first pages tell, or
                all of them where damage was met before; `damage.set_aside` makes room for a new one.
            StoreFromNewerVersion: a newer hhdesk wrote it.
            DiskFull: no room for a new file or for the backup before a migration.
            StoreTrouble: the folder cannot be written.
        """
        lock = take_lock(path)
        try:
            # SQLite gives its log the rights of the file.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            connection = _open_current(path, key)
        except OSError as error:
            lock.release()
            raise error_from_system(error) from error
        except BaseException:
            lock.release()
            raise
        return cls(path, key, lock, connection)

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted."""
        return self._key is not None

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` on a reading thread; all its queries see the same moment. May be cancelled."""
        return await asyncio.wrap_future(self._submit(self._reading, self._read, work))

    async def write(self, work: Callable[[Connection], T], *, durable: bool = False) -> T:
        """Run `work` in one transaction on the writing thread and return when it is committed.

        It is done even when the caller is cancelled meanwhile. `durable` waits until the disk has it, for
        what a person decided: it then survives a loss of power, not only of the process.
        """
        return await _outlasting(self._submit(self._writing, self._write, work, durable))

    async def outside(self, work: Callable[[Connection], T]) -> T:
        """Run `work` on the writing thread outside a transaction (VACUUM, checkpoints)."""
        return await _outlasting(self._submit(self._writing, self._outside, work))

    def read_now(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in the calling thread: for the first paint only."""
        return self._atomic(self._first, work, "BEGIN")

    def write_now(self, work: Callable[[Connection], T]) -> T:
        """`write` for callers without an event loop; waits for the writing thread."""
        job: Future[T] = self._submit(self._writing, self._write, work, False)
        return job.result()

    async def close(self) -> None:
        """Finish what is queued, write the log back into the file, and let others in."""
        await asyncio.to_thread(self.close_now)

    def close_now(self) -> None:
        """`close` for callers without an event loop."""
        if self._closed:
            return
        self._closed = True
        self._reading.shutdown(wait=True, cancel_futures=True)
        self._writing.shutdown(wait=True)
        for connection in reversed(self._opened):
            connection.close()
        self._lock.release()

    def _submit(self, threads: ThreadPoolExecutor, work: Callable[..., T], *arguments: Any) -> "Future[T]":
        try:
            return threads.submit(work, *arguments)
        except RuntimeError:
            raise StoreTrouble(detail="closed") from None

    def _connection(self, *, read_only: bool) -> Connection:
        """The connection of the thread that asks: connections belong to threads."""
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            try:
                connection = open_connection(self.path, self._key, read_only=read_only)
            except SqliteError as error:
                raise self._trouble(error) from error
            self._own.connection = connection
            self._opened.append(connection)
        return connection

    def _trouble(self, error: Exception) -> StoreTrouble:
        """Our error; damage is noted beside the file, so that the next opening looks at all of it."""
        trouble = error_from_sqlite(error, self.path)
        if isinstance(trouble, StoreDamaged):
            with suppress(OSError):
                suspicion_path(self.path).touch()
        return trouble

    def _read(self, work: Callable[[Connection], T]) -> T:
        return self._atomic(self._connection(read_only=True), work, "BEGIN")

    def _write(self, work: Callable[[Connection], T], durable: bool) -> T:
        connection = self._connection(read_only=False)
        if not durable:
            return self._atomic(connection, work, "BEGIN IMMEDIATE")
        connection.execute("PRAGMA synchronous = FULL")
        try:
            return self._atomic(connection, work, "BEGIN IMMEDIATE")
        finally:
            connection.execute("PRAGMA synchronous = NORMAL")

    def _outside(self, work: Callable[[Connection], T]) -> T:
        try:
            return work(self._connection(read_only=False))
        except SqliteError as error:
            raise self._trouble(error) from error

    def _atomic(self, connection: Connection, work: Callable[[Connection], T], begin: str) -> T:
        try:
            connection.execute(begin)
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself when the disk was full.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except SqliteError as error:
            raise self._trouble(error) from error
        return result


def is_plain(path: Path) -> bool:
    """Whether the file at `path` is a database that is not encrypted."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def lock_path(path: Path) -> Path:
    """The file whose lock says that `path` is open."""
    return path.with_name(path.name + ".lock")


def take_lock(path: Path) -> ProcessLock:
    """Take the database at `path` for this opening; its folder is made.

    Raises:
        StoreLocked: a process has it open.
        StoreTrouble: the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return ProcessLock(lock_path(path))
    except OSError as error:
        raise error_from_system(error) from error


def suspicion_path(path: Path) -> Path:
    """The file that says that damage was met in `path` while it was open."""
    return path.with_name(path.name + ".suspect")


def check(connection: Connection) -> None:
    """Read the whole file. Seconds for a large one.

    Raises:
        StoreDamaged: something in it is wrong.
    """
    for look in ("quick_check", "integrity_check"):
        # The quick one first: it finds most, and the other takes several times as long.
        if connection.execute(f"PRAGMA {look}(1)").fetchone()[0] != "ok":
            raise StoreDamaged(detail=look)


async def _outlasting(job: "Future[T]") -> T:
    """What `job` brings; it goes on when the caller is cancelled, and then fails in silence."""
    future = asyncio.wrap_future(job)
    future.add_done_callback(_seen)
    return await asyncio.shield(future)


def _seen(done: asyncio.Future[Any]) -> None:
    # A shield whose caller has gone leaves a failure to the loop, which would call it a bug.
    if not done.cancelled():
        done.exception()


def key_mark_path(path: Path) -> Path:
    """The file that tells a wrong key from a damaged file."""
    return path.with_name(path.name + ".key-mark")


def key_mark(key: bytes) -> str:
    """Sixty-four bits that recognise a key and tell nothing about its 256."""
    return hashlib.blake2b(b"hhdesk key mark", key=key, digest_size=8).hexdigest()


def _open_current(path: Path, key: bytes | None) -> Connection:
    _check_header(path, key)
    try:
        connection = open_connection(path, key)
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version > schema.VERSION:
                raise StoreFromNewerVersion(detail=str(version))
            if version < schema.VERSION:
                _bring_up_to_date(connection, path, version)
            keep_key_mark(path, key)
            if suspicion_path(path).exists():
                check(connection)
                suspicion_path(path).unlink()
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    except SqliteError as error:
        trouble = error_from_sqlite(error, path)
        if isinstance(trouble, StoreDamaged) and key is not None and not key_mark_path(path).exists():
            # Nothing tells the two apart: believe the one that a recovery key mends.
            raise StoreKeyLost(detail="unknown key") from error
        raise trouble from error
    return connection


def _bring_up_to_date(connection: Connection, path: Path, version: int) -> None:
    if version == 0:
        connection.execute("PRAGMA journal_mode = WAL")
    else:
        backup = path.with_name(f"{path.name}.version-{version}")
        backup.unlink(missing_ok=True)
        # Unlike a copy it holds what is still in the log, and stays encrypted.
        connection.execute("VACUUM INTO ?", (str(backup),))
    if connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None:
        from hhdesk.store.new_file import create

        create(connection)
    else:
        from hhdesk.store.migrations import migrate

        migrate(connection)


def _check_header(path: Path, key: bytes | None) -> None:
    """Tell a wrong key from a damaged file before SQLite calls both `not a database`."""
    if not path.exists() or path.stat().st_size == 0:
        return
    plain = is_plain(path)
    mark = key_mark_path(path)
    marked = mark.read_text("ascii").strip() if mark.exists() else ""
    if key is None:
        if not plain:
            raise StoreKeyLost(detail="no key") if marked else StoreDamaged(detail="header")
    elif plain:
        raise StoreKeyLost(detail="not encrypted")
    elif marked and marked != key_mark(key):
        raise StoreKeyLost(detail="another key")


def keep_key_mark(path: Path, key: bytes | None) -> None:
    """Write down by what the key of the file at `path` is recognised."""
    if key is None:
        return
    mark = key_mark_path(path)
    try:
        if not mark.exists() or mark.read_text("ascii") != key_mark(key):
            mark.write_text(key_mark(key), "ascii")
    except OSError as error:
        raise error_from_system(error) from error
