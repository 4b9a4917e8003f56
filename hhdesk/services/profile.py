"""What a profile remembers outside its encrypted stores: which of them to open. Nothing secret, nothing
personal.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec

from hhdesk.domain.errors import StoreTrouble
from hhdesk.domain.values import Value

FILE_NAME = "profile.json"


class ProfileNotes(Value, frozen=True, kw_only=True):
    """Read before anything else is opened."""

    account: str = ""
    """Key of the account that worked last; empty before the first sign-in."""
    manager_account: str = ""
    """hh.ru's id of the manager account that was chosen; empty is the primary one."""
    plain: bool = False
    """Whether the person chose stores without encryption, where there is no keyring."""
    salt: str = ""
    """With a passphrase it gives the key of the stores, where there is no keyring; empty while none was
    chosen. No secret.
    """
    redirect_port: int | None = None
    """The port of the redirect address, where the person changed it."""


def read(folder: Path) -> ProfileNotes:
    """The profile's notes; empty ones where there are none or they are unreadable."""
    try:
        return msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=ProfileNotes)
    except (OSError, msgspec.MsgspecError):
        return ProfileNotes()


def write(folder: Path, notes: ProfileNotes) -> None:
    """Keep the notes, whole or not at all. Raises StoreTrouble."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, draft = tempfile.mkstemp(prefix=".profile-", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(notes))
        Path(draft).replace(folder / FILE_NAME)
    except OSError as error:
        raise StoreTrouble(detail=f"profile {error.errno}") from error
