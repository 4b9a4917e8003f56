"""Where a profile keeps its files. One database per account, one for the time before any account is known."""

import re
import shutil
from pathlib import Path

from hhdesk.domain.errors import StoreTrouble
from hhdesk.domain.identity import AccountKey
from hhdesk.store.lock import ProcessLock

DATABASE_NAME = "hhdesk.sqlite3"
LOCK_NAME = "hhdesk.lock"
NO_ACCOUNT = "no-account"

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")


def database_file(profile_folder: Path, account: AccountKey | None) -> Path:
    """The database of an account: PROFILE/ACCOUNT/hhdesk.sqlite3. None: before the first sign-in."""
    return profile_folder / (NO_ACCOUNT if account is None else _safe(account)) / DATABASE_NAME


def lock_profile(profile_folder: Path) -> ProcessLock:
    """Take the profile for this process: its tokens may be refreshed by one process only.

    Raises:
        StoreLocked: another hhdesk works on the profile.
        StoreTrouble: the folder cannot be made.
    """
    try:
        profile_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return ProcessLock(profile_folder / LOCK_NAME)
    except OSError as error:
        raise StoreTrouble(detail=f"profile {error.errno}") from error


def clear_profile(profile_folder: Path) -> None:
    """Remove the databases and settings of a profile on which nobody works; its log stays.

    Raises:
        StoreLocked: another hhdesk works on the profile.
        StoreTrouble: the folder cannot be made.
    """
    lock = lock_profile(profile_folder)
    try:
        for entry in profile_folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.suffix != ".log" and entry.name != LOCK_NAME:
                entry.unlink()
    finally:
        lock.release()


def _safe(name: str) -> str:
    """A folder name for `name`: different names give different folders, none leaves its parent."""
    safe = _UNSAFE.sub(lambda found: f"_{ord(found.group()):x}_", name)
    return safe if safe.strip(".") else f"_{safe}_"
