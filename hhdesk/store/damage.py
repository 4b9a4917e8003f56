"""What to do about a file that is damaged or whose key is lost: look, set aside, save what can be read."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hhdesk.domain.errors import StoreDamaged
from hhdesk.store.connection import Connection, SqliteError, open_connection
from hhdesk.store.database import Database, key_mark_path, take_lock

RESCUED = ("settings", "people", "timeline", "outbox", "outbox_events", "deletions")
"""What hh.ru cannot give again, in an order that respects references."""


async def check(database: Database) -> None:
    """Read the whole file. Seconds for a large one.

    Raises:
        StoreDamaged: something in it is wrong.
    """
    found = await database.read(lambda c: c.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise StoreDamaged(detail="quick_check")


def set_aside(path: Path, now: datetime) -> Path:
    """Move the database at `path` with its log out of the way and return where it is now. Nothing is deleted.

    Raises:
        StoreLocked: a process has it open.
    """
    lock = take_lock(path)
    try:
        aside = _free_name(path, now)
        # The log first: a database without its log is whole up to the last checkpoint, a log alone is
        # nothing.
        for suffix in ("-wal", "-shm", ""):
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
        with suppress(FileNotFoundError):
            key_mark_path(path).rename(key_mark_path(aside))
    finally:
        lock.release()
    return aside


async def rescue(aside: Path, key: bytes | None, database: Database) -> int:
    """Copy from a file set aside what hh.ru cannot give again: decisions, time lines, settings.

    As much as can be read; returns how many rows. What the new file has already is left as it is.
    """

    def work(connection: Connection) -> int:
        try:
            damaged = open_connection(aside, key, read_only=True)
        except SqliteError:
            return 0
        try:
            return sum(_rescue_table(damaged, connection, table) for table in RESCUED)
        finally:
            damaged.close()

    return await database.write(work, durable=True)


def _rescue_table(damaged: Connection, connection: Connection, table: str) -> int:
    copied = 0
    try:
        rows = damaged.execute(f"SELECT * FROM {table}")
        marks = ", ".join("?" * len(rows.description))
        names = ", ".join(column[0] for column in rows.description)
        for row in rows:
            copied += connection.execute(
                f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row
            ).rowcount
    except SqliteError:
        # The rest of this table cannot be read: keep what came before.
        return copied
    return copied


def _free_name(path: Path, now: datetime) -> Path:
    stem = f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}"
    aside, number = path.with_name(stem), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}")
    return aside
