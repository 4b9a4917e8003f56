"""Starts on a bad day: the store, its key and the keyring. Each ends in a page with a way out that works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hhdesk.config import Configuration
from hhdesk.domain.identity import AccountKey
from hhdesk.services.services import Services
from hhdesk.store.connection import open_connection
from hhdesk.store.database import Database, suspicion_path
from hhdesk.store.paths import database_file
from hhdesk.store.recovery import export_recovery_key
from tests.sandbox_process import ROOT
from tests.secret_service import run_with_keyring

CHILD = "tests.gui.bad_days.children.start"


class Profile:
    """A profile with a keyring in a file, started again and again as a person does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keyring = folder / "keyring.json"
        outside = {name: value for name, value in os.environ.items() if not name.startswith("HHDESK")}
        self.environment = outside | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHON_KEYRING_BACKEND": "tests.e2e.file_keyring.FileKeyring",
            "HHDESK_TEST_KEYRING": str(self.keyring),
            "HHDESK_DATA_DIR": str(folder / "data"),
            "LANG": "en_US.UTF-8",
        }  # fmt: skip

    def start(self, *steps: str) -> list[dict[str, Any]]:
        """What was asked, in order, and whether the person got to work."""
        done = subprocess.run(
            [sys.executable, "-m", CHILD, *steps],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        seen: list[dict[str, Any]] = json.loads(done.stdout)["seen"]
        assert all(not page.get("clipped") for page in seen)
        return seen

    @property
    def database(self) -> Path:
        """Its one file."""
        (found,) = (self.folder / "data").glob("**/hhdesk.sqlite3")
        return found

    @property
    def key(self) -> bytes:
        """The key that the keyring has."""
        kept = json.loads(self.keyring.read_text("utf-8"))
        return bytes.fromhex(next(value for name, value in kept.items() if name.endswith("database_key")))


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile that was used once."""
    made = Profile(tmp_path)
    assert made.start() == [{"title": "at work"}]
    return made


def titles(seen: list[dict[str, Any]]) -> list[str]:
    """What was said, in order."""
    return [page["title"] for page in seen]


async def test_two_windows_on_one_profile(profile: Profile) -> None:
    holder = await Services.open(Configuration(data_directory=profile.folder / "data"), key=profile.key)
    try:
        seen = profile.start("storeRetry")
    finally:
        await holder.close()
    assert titles(seen) == ["hhdesk is open already"] * 2
    assert set(seen[0]["ways"]) == {"storeClose", "storeRetry"}
    assert titles(profile.start()) == ["at work"]


@pytest.mark.slow
def test_file_held_by_another_program(profile: Profile) -> None:
    connection = open_connection(profile.database, profile.key)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        seen = profile.start()
    finally:
        connection.close()
    assert titles(seen) == ["Another program holds hhdesk's file"]
    assert seen[0]["ways"] == ["storeRetry", "storeClose"]
    assert titles(profile.start()) == ["at work"]


def test_damaged_file_is_set_aside_and_work_goes_on(profile: Profile) -> None:
    whole = profile.database.read_bytes()
    profile.database.write_bytes(os.urandom(len(whole)))
    seen = profile.start("storeSetAside")
    assert titles(seen)[-1] == "at work"
    assert "storeSetAside" in seen[0]["ways"]
    assert len(list(profile.database.parent.glob("hhdesk.sqlite3.damaged-*"))) >= 1


def test_damage_behind_the_first_pages_ends_in_the_page_too(profile: Profile) -> None:
    """It opens: what a reading met is noted, and the next start looks at all of the file."""
    connection = open_connection(profile.database, profile.key)
    connection.execute("CREATE TABLE filling AS SELECT randomblob(400000) AS filled")
    connection.close()
    content = bytearray(profile.database.read_bytes())
    for place in range(len(content) - 200_000, len(content) - 4096, 4096):
        content[place : place + 4096] = os.urandom(4096)
    profile.database.write_bytes(content)
    assert titles(profile.start()) == ["at work"]
    suspicion_path(profile.database).touch()
    seen = profile.start("storeSetAside")
    assert titles(seen) == ["hhdesk's file is damaged", "at work"]
    assert titles(profile.start()) == ["at work"]


def test_only_the_damaged_file_of_a_profile_is_set_aside(profile: Profile) -> None:
    damaged = profile.database
    other = database_file(damaged.parent.parent, AccountKey("1.2"))
    Database.open(other, profile.key).close_now()
    whole = other.read_bytes()
    damaged.write_bytes(os.urandom(8192))
    assert titles(profile.start("storeSetAside"))[-1] == "at work"
    assert other.read_bytes() == whole
    assert not list(other.parent.glob("*.damaged-*"))
    assert list(damaged.parent.glob("*.damaged-*"))


def test_file_of_a_newer_version_is_left_alone(profile: Profile) -> None:
    connection = open_connection(profile.database, profile.key)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = profile.database.read_bytes()
    seen = profile.start()
    assert titles(seen) == ["A newer hhdesk wrote this file"]
    assert "Install the newer one" in seen[0]["text"]
    assert profile.database.read_bytes() == before


def test_lost_key_is_given_back_by_the_recovery_key(profile: Profile) -> None:
    recovery = export_recovery_key(profile.key)
    profile.keyring.unlink()
    seen = profile.start(f"recoveryKey={recovery}", "storeRecover")
    assert titles(seen) == ["The key of hhdesk's file is gone", "at work"]
    assert titles(profile.start()) == ["at work"]


def test_lost_key_without_recovery_begins_anew_and_deletes_nothing(profile: Profile) -> None:
    profile.keyring.unlink()
    seen = profile.start("storeSetAside")
    assert titles(seen) == ["The key of hhdesk's file is gone", "at work"]
    assert len(list(profile.database.parent.glob("hhdesk.sqlite3.damaged-*"))) >= 1


def test_no_keyring_is_asked_once(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    seen = profile.start("storePlain")
    assert titles(seen) == ["There is no system key store here", "at work"]
    assert titles(profile.start()) == ["at work"]


def test_keyring_that_went_away_takes_the_recovery_key(profile: Profile) -> None:
    recovery = export_recovery_key(profile.key)
    profile.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    seen = profile.start(f"recoveryKey={recovery}", "storeRecover")
    assert titles(seen) == ["The key of hhdesk's file is gone", "at work"]


def test_locked_keyring_is_told_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HHDESK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    seen = json.loads(run_with_keyring(CHILD, "storeRetry", unlocked=False))["seen"]
    assert titles(seen)[0] == "The system key store is locked"
    assert set(seen[0]["ways"]) == {"storeRetry", "storeClose"}
