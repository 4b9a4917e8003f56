"""The one function that opens connections, and what SQLite's errors mean to a person."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from hhdesk.domain.errors import DiskFull, StoreBusy, StoreDamaged, StoreTrouble

if TYPE_CHECKING:
    from sqlite3 import Connection  # sqlcipher3 is a drop-in and ships no types
else:
    Connection = dbapi2.Connection

__all__ = [
    "PLAIN_HEADER",
    "Connection",
    "SqliteError",
    "error_from_sqlite",
    "error_from_system",
    "open_connection",
]

SqliteError: type[Exception] = dbapi2.Error
PLAIN_HEADER = b"SQLite format 3\0"
BUSY_SECONDS = 10.0

_FULL = 13
_IO_ERROR = 10
_CORRUPT = 11
_NOT_A_DATABASE = 26
_BUSY = 5
_LOCKED = 6
_CANNOT_OPEN = 14
_LEAST_FREE_BYTES = 1 << 20
_HELD_BY_OTHERS = frozenset({32, 33})
"""Windows: a sharing violation, a lock violation."""


def open_connection(path: Path, key: bytes | None, *, read_only: bool = False) -> Connection:
    """Open `path` with the settings that every connection of ours has.

    `key` is the raw 256-bit key: given as such, it costs no derivation (0.2 ms instead of 100). Without it
    the file is plain SQLite. In WAL mode `synchronous=NORMAL` keeps every committed write when the process is
    killed; only a loss of power may take back the last commits, and the file stays sound. What a person
    decided is written with FULL (`Database.write(…, durable=True)`), so that it survives that too.
    """
    connection: Connection = dbapi2.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    try:
        # SQLCipher would write about a wrong key to stderr; the error that follows says it.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -16384")
        # macOS: an ordinary fsync does not reach the disk.
        connection.execute("PRAGMA fullfsync = ON")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def error_from_sqlite(error: Exception, path: Path) -> StoreTrouble:
    """Our error for one of SQLite's. Only SQLite's own words go into it, never values."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == _FULL:
        return DiskFull()
    if code in {_IO_ERROR, _CANNOT_OPEN} and _has_no_room(path):
        return DiskFull()
    if code in {_CORRUPT, _NOT_A_DATABASE}:
        return StoreDamaged(detail=_name(error))
    if code in {_BUSY, _LOCKED}:
        # Between hhdesk's own processes the lock file decides, before SQLite is asked.
        return StoreBusy(detail=_name(error))
    return StoreTrouble(detail=_name(error))


def error_from_system(error: OSError) -> StoreTrouble:
    """Our error for one of the operating system's, when a file or folder cannot be made."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull()
    if getattr(error, "winerror", None) in _HELD_BY_OTHERS:
        return StoreBusy(detail="held")
    return StoreTrouble(detail=errno.errorcode.get(error.errno or 0, "OSError"))


def _name(error: Exception) -> str:
    return str(getattr(error, "sqlite_errorname", "") or type(error).__name__)


def _has_no_room(path: Path) -> bool:
    """SQLite calls a quota and a file-size limit an I/O error: try to write as far as it did."""
    with suppress(OSError):
        if shutil.disk_usage(path.parent).free < _LEAST_FREE_BYTES:
            return True
    probe = path.with_name(f".room-{os.getpid()}")
    try:
        with probe.open("wb") as file:
            if os.name == "posix":  # elsewhere the hole would be written
                file.seek(max(_size(path), _size(path.with_name(path.name + "-wal"))))
            file.write(bytes(1 << 16))
    except OSError:
        return True
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return False


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
