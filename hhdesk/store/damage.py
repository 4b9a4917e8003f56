"""What to do about a file that is damaged or whose key is lost: set aside, save what can be read."""

import re
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from hhdesk.store.connection import Connection, SqliteError, error_from_system, open_connection
from hhdesk.store.database import (
    Database,
    is_plain,
    key_mark,
    key_mark_path,
    suspicion_path,
    take_lock,
)

RESCUED = ("settings", "people", "timeline", "deletions")
"""With the outbox, what hh.ru cannot give again; in an order that respects references."""


def set_aside(path: Path, now: datetime) -> Path:
    """Move the database at `path` with its log out of the way and return where it is now. Nothing is deleted.

    Raises:
        StoreLocked: a process has it open.
        StoreTrouble: it cannot be renamed.
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
        suspicion_path(path).unlink(missing_ok=True)
    except OSError as error:
        raise error_from_system(error) from error
    finally:
        lock.release()
    return aside


def files_aside(path: Path) -> tuple[Path, ...]:
    """The files that were set aside for the database at `path`, newest first."""
    name = re.compile(re.escape(path.name) + r"\.damaged-\d{8}T\d{6}(-\d+)?")
    found = (file for file in path.parent.glob(f"{path.name}.damaged-*") if name.fullmatch(file.name))
    return tuple(sorted(found, reverse=True))


async def rescue_all(database: Database, key: bytes | None) -> int:
    """`rescue` from every file that was set aside and that `key` opens; returns how many rows.

    Each file once: it is noted in the new one, so that a rescue that broke off begins again.
    """
    copied = 0
    for aside in files_aside(database.path):
        note = _NOTE + aside.name
        if await database.read(partial(_is_noted, note=note)):
            continue
        if not is_plain(aside) and (key is None or not _opens(key, aside)):
            continue
        fitting = None if is_plain(aside) else key
        copied += await rescue(aside, fitting, database)
        await database.write(partial(_note, note=note), durable=True)
    return copied


_NOTE = "rescued."


def _opens(key: bytes, aside: Path) -> bool:
    mark = key_mark_path(aside)
    return not mark.exists() or mark.read_text("ascii").strip() == key_mark(key)


def _is_noted(connection: Connection, note: str) -> bool:
    return connection.execute("SELECT 1 FROM settings WHERE name = ?", (note,)).fetchone() is not None


def _note(connection: Connection, note: str) -> None:
    connection.execute("INSERT OR IGNORE INTO settings VALUES (?, 'yes')", (note,))


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
            copied = sum(len(_rescue_table(damaged, connection, table)) for table in RESCUED)
            return copied + _rescue_outbox(damaged, connection)
        finally:
            damaged.close()

    return await database.write(work, durable=True)


def _rescue_outbox(damaged: Connection, connection: Connection) -> int:
    """Entries are known by their keys, since the new file may have given their numbers to others."""
    numbers = _rescue_table(damaged, connection, "outbox")
    copied = len(numbers)
    try:
        events = damaged.execute("SELECT entry_id, at, code, detail FROM outbox_events ORDER BY id")
        for entry_id, *event in events:
            if entry_id in numbers:
                connection.execute(
                    "INSERT INTO outbox_events (entry_id, at, code, detail) VALUES (?, ?, ?, ?)",
                    (numbers[entry_id], *event),
                )
                copied += 1
    except SqliteError:
        # A decision without the rest of its story is still a decision.
        return copied
    return copied


def _rescue_table(damaged: Connection, connection: Connection, table: str) -> dict[int, int]:
    """Copy what can be read and is not there; returns the new row number of each old one."""
    copied: dict[int, int] = {}
    try:
        rows = damaged.execute(f"SELECT * FROM {table}")
        columns = [column[0] for column in rows.description]
        wanted = [place for place, name in enumerate(columns) if name != "id"]
        names = ", ".join(columns[place] for place in wanted)
        marks = ", ".join("?" * len(wanted))
        insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"
        for number, row in enumerate(rows):
            done = connection.execute(insert, [row[place] for place in wanted])
            if done.rowcount:
                copied[row[columns.index("id")] if "id" in columns else number] = done.lastrowid or 0
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
