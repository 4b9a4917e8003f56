"""A keyring in a file, chosen by PYTHON_KEYRING_BACKEND: the system's, to a profile that is used twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class FileKeyring(KeyringBackend):
    """Keeps passwords in the file that HHDESK_TEST_KEYRING names. For tests only: nothing is encrypted."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """The kept password."""
        return self._read().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep one."""
        self._write(self._read() | {f"{service}/{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        """Forget one."""
        kept = self._read()
        if kept.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError(username)
        self._write(kept)

    @staticmethod
    def _path() -> Path:
        return Path(os.environ["HHDESK_TEST_KEYRING"])

    def _read(self) -> dict[str, str]:
        path = self._path()
        kept: dict[str, str] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        return kept

    def _write(self, kept: dict[str, str]) -> None:
        self._path().write_text(json.dumps(kept), "utf-8")
