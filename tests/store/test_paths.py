"""Folders of profiles and accounts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhdesk.domain.errors import StoreLocked, StoreTrouble
from hhdesk.domain.identity import AccountKey
from hhdesk.store.paths import clear_profile, database_file, lock_profile


def test_one_file_per_profile_and_account(tmp_path: Path) -> None:
    profile = tmp_path / "default"
    assert profile == tmp_path / "default"
    assert database_file(profile, AccountKey("1455.9021")) == profile / "1455.9021" / "hhdesk.sqlite3"
    assert database_file(profile, None) == profile / "no-account" / "hhdesk.sqlite3"


@given(st.text(max_size=30))
def test_no_account_leaves_its_profile(account: str) -> None:
    folder = database_file(Path("/data/default"), AccountKey(account)).parent
    assert folder.parent == Path("/data/default")
    assert folder.name not in {"", ".", ".."}
    assert set(folder.name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")


@given(st.text(max_size=6), st.text(max_size=6))
def test_different_accounts_have_different_files(one: str, other: str) -> None:
    files = {database_file(Path("/data"), AccountKey(name)) for name in (one, other)}
    assert len(files) == len({one, other})


def test_a_profile_belongs_to_one_process(tmp_path: Path) -> None:
    profile = tmp_path / "default"
    lock = lock_profile(profile)
    with pytest.raises(StoreLocked):
        lock_profile(profile)
    lock.release()
    lock.release()
    lock_profile(profile).release()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreTrouble):
        lock_profile(tmp_path / "file" / "default")


def test_a_cleared_profile_keeps_its_log_only(tmp_path: Path) -> None:
    profile = tmp_path / "demo"
    database_file(profile, None).parent.mkdir(parents=True)
    for file in (database_file(profile, None), profile / "window.ini", profile / "crash.log"):
        file.write_text("something", encoding="utf-8")
    clear_profile(profile)
    assert {path.name for path in profile.iterdir()} == {"crash.log", "hhdesk.lock"}


def test_a_profile_at_work_is_not_cleared(tmp_path: Path) -> None:
    profile = tmp_path / "demo"
    lock = lock_profile(profile)
    (profile / "window.ini").touch()
    with pytest.raises(StoreLocked):
        clear_profile(profile)
    lock.release()
    assert (profile / "window.ini").exists()
