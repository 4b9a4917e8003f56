"""Encrypting a file that was plain, for whom a keyring or a passphrase came later."""

import os
from contextlib import suppress
from pathlib import Path

from hhdesk.domain.errors import StoreDamaged
from hhdesk.store.connection import (
    Connection,
    SqliteError,
    error_from_sqlite,
    error_from_system,
    open_connection,
)
from hhdesk.store.database import keep_key_mark, take_lock


def protect(path: Path, key: bytes) -> None:
    """Put an encrypted copy in the place of the plain database at `path`; copies from before migrations go.

    Until the last moment the plain file is untouched. What a disk keeps of replaced files is not in our hand.

    Raises:
        StoreLocked: a process has it open.
        StoreDamaged: the file is no plain database, or the copy is not whole.
        DiskFull: no room for the copy; nothing has changed.
    """
    lock = take_lock(path)
    draft = path.with_name(path.name + ".protecting")
    try:
        draft.unlink(missing_ok=True)
        _export(path, draft, key)
        _compare(path, draft, key)
        keep_key_mark(path, key)
        draft.replace(path)
        for backup in path.parent.glob(f"{path.name}.version-*"):
            backup.unlink()
    except SqliteError as error:
        raise error_from_sqlite(error, path) from error
    except OSError as error:
        raise error_from_system(error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        lock.release()


def _export(path: Path, draft: Path, key: bytes) -> None:
    os.close(os.open(draft, os.O_RDWR | os.O_CREAT, 0o600))
    plain = open_connection(path, None)
    try:
        plain.execute("ATTACH ? AS protected KEY ?", (str(draft), f"x'{key.hex()}'"))
        plain.execute("PRAGMA protected.synchronous = FULL")
        plain.execute("SELECT sqlcipher_export('protected')").fetchall()
        version = plain.execute("PRAGMA user_version").fetchone()[0]
        plain.execute(f"PRAGMA protected.user_version = {int(version)}")
        plain.execute("PRAGMA protected.journal_mode = WAL").fetchall()
        plain.execute("DETACH protected")
    finally:
        plain.close()


def _compare(path: Path, draft: Path, key: bytes) -> None:
    plain, protected = open_connection(path, None), open_connection(draft, key)
    try:
        if protected.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StoreDamaged(detail="copy")
        if _counts(plain) != _counts(protected):
            raise StoreDamaged(detail="copy")
    finally:
        plain.close()
        protected.close()


def _counts(connection: Connection) -> list[tuple[str, int]]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names]
