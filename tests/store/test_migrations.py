"""A file of every schema that was ever released becomes a current one and loses nothing."""

import os
import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest

from hhdesk.store import schema
from hhdesk.store.connection import Connection, SqliteError, open_connection
from hhdesk.store.database import Database
from hhdesk.store.migrations import migrate
from hhdesk.store.new_file import create
from hhdesk.store.store import Store
from tests.store.making import KEY, child, intent

OLD = range(1, schema.VERSION)


def test_steps_are_named_in_their_order() -> None:
    assert [step.split("_")[0] for step in schema.STEPS] == [
        f"s{number:03}" for number in range(1, schema.VERSION + 1)
    ]


def test_a_new_file_is_what_the_migrations_leave(path: Path) -> None:
    path.parent.mkdir(parents=True)
    migrated = open_connection(path, None)
    migrate(migrated)
    new = open_connection(path.with_name("new"), None)
    create(new)
    assert _schema(new) == _schema(migrated)
    for question in ("PRAGMA user_version", "SELECT id, migration_set, name FROM _sqlite_migrations"):
        assert new.execute(question).fetchall() == migrated.execute(question).fetchall()
    for connection in (new, migrated):
        connection.close()


def test_a_new_file_is_made_whole_or_not_at_all(path: Path) -> None:
    path.parent.mkdir(parents=True)
    connection = open_connection(path, None)
    connection.execute("CREATE TABLE outbox_events (in_the_way)")
    with pytest.raises(SqliteError):
        create(connection)
    assert {name for name, _ in _schema(connection)} == {"outbox_events"}
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def test_every_table_is_strict(database: Database) -> None:
    tables = database.read_now(lambda c: c.execute("PRAGMA table_list").fetchall())
    loose = {name for _, name, kind, _, _, strict in tables if kind == "table" and not strict}
    assert loose == {"sqlite_schema", "sqlite_temp_schema", "sqlite_sequence", "_sqlite_migrations"}


@pytest.mark.parametrize("key", [KEY, None])
@pytest.mark.parametrize("version", OLD)
async def test_old_files_are_brought_up_to_date(path: Path, version: int, key: bytes | None) -> None:
    _old_file(path, version, key)
    store = Store(Database.open(path, key))
    assert await store.settings.all() == {"theme": "dark"}
    entries = await store.outbox.all()
    assert [entry.intent for entry in entries] == [intent()]
    assert await store.database.read(_schema) == _new_schema(path, key)
    await store.close()


@pytest.mark.parametrize("version", OLD)
def test_a_backup_is_made_before(path: Path, version: int) -> None:
    _old_file(path, version, KEY)
    Database.open(path, KEY).close_now()
    backup = path.with_name(f"{path.name}.version-{version}")
    assert b"theme" not in backup.read_bytes()
    connection = open_connection(backup, KEY)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == version
    assert connection.execute("SELECT * FROM settings").fetchall() == [("theme", "dark")]
    connection.close()


def test_a_backup_holds_what_is_still_in_the_log(path: Path, tmp_path: Path) -> None:
    _old_file(path, 1, KEY)
    writing = open_connection(path, KEY)
    writing.execute("INSERT INTO settings VALUES ('in the', 'log')")
    copy = tmp_path / "copy"
    shutil.copytree(path.parent, copy)  # as after a kill: the log is beside the file
    writing.close()
    Database.open(copy / path.name, KEY).close_now()
    connection = open_connection(copy / f"{path.name}.version-1", KEY)
    assert ("in the", "log") in connection.execute("SELECT * FROM settings").fetchall()
    connection.close()


def test_a_new_file_needs_no_backup(path: Path) -> None:
    Database.open(path, KEY).close_now()
    assert list(path.parent.glob("*.version-*")) == []


@pytest.mark.skipif(os.name != "posix", reason="file size limits are POSIX's")
def test_without_room_for_the_backup_nothing_changes(path: Path) -> None:
    _old_file(path, 1, KEY)
    before = path.read_bytes()
    process = child("filler", str(path), "open")
    output, errors = process.communicate()
    assert errors == b""
    assert output == b"DiskFull\n"
    assert path.read_bytes() == before
    Database.open(path, KEY).close_now()


def _old_file(path: Path, version: int, key: bytes | None) -> None:
    """A file as that version made it, with something in it."""
    path.parent.mkdir(parents=True)
    connection = open_connection(path, key)
    connection.execute("PRAGMA journal_mode = WAL")
    migrate(connection, up_to=version)
    connection.execute("INSERT INTO settings VALUES ('theme', 'dark')")
    connection.execute(
        """INSERT INTO outbox (key, kind, intent, state, created_at, send_at, changed_at)
        VALUES ('k', 'action', ?, 'waiting', 1, 1, 1)""",
        (_intent_json(),),
    )
    connection.close()


def _intent_json() -> str:
    return msgspec.json.encode(intent()).decode()


def _schema(connection: Connection) -> set[tuple[str, str]]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {(name, " ".join(sql.split()).replace("( ", "(").replace(" )", ")")) for name, sql in rows}


def _new_schema(path: Path, key: bytes | None) -> set[tuple[str, str]]:
    database = Database.open(path.parent.with_name("new") / path.name, key)
    try:
        return database.read_now(_schema)
    finally:
        database.close_now()


def test_files_are_sqlite_three(path: Path) -> None:
    """A plain file can be read by any SQLite."""
    Database.open(path, None).close_now()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()
