"""Files where a person wants them: whole or not at all, never over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from hhdesk.domain.errors import CannotSaveFile
from hhdesk.services import saving


def test_saves_whole_and_numbers_what_is_taken(tmp_path: Path) -> None:
    place = tmp_path / "Иванова Мария, Бухгалтер.pdf"
    assert saving.save(b"one", place) == place
    assert saving.save(b"two", place) == tmp_path / "Иванова Мария, Бухгалтер (2).pdf"
    assert saving.save(b"three", place) == tmp_path / "Иванова Мария, Бухгалтер (3).pdf"
    assert place.read_bytes() == b"one"
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"one", b"three", b"two"]


def test_folder_gets_our_name(tmp_path: Path) -> None:
    assert saving.save_under(b"x", tmp_path, "a.pdf") == tmp_path / "a.pdf"
    assert saving.save_under(b"x", tmp_path / "b.pdf", "a.pdf") == tmp_path / "b.pdf"


def test_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotSaveFile):
        saving.save(b"x", tmp_path / "file" / "a.pdf")
    with pytest.raises(CannotSaveFile):
        saving.save(b"x", tmp_path / "missing" / "a.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_failed_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotSaveFile):
        saving.save(b"x", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
