"""Writing a file where a person wants it: whole or not at all, and never over another file."""

import os
import tempfile
from itertools import count
from pathlib import Path

from hhdesk.domain.errors import CannotSaveFile
from hhdesk.services.file_names import numbered


def save(content: bytes, path: Path) -> Path:
    """Write `content` under `path`, or under `path (2)`, `(3)` … where that name is taken; returns where it
    is.

    The name is reserved first, the content written beside it and moved over the reservation, so that nobody
    ever sees half a file. Blocks: to be called in a thread.

    Raises CannotSaveFile.
    """
    try:
        reserved = _reserve(path)
        try:
            _write(content, reserved)
        except BaseException:
            reserved.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotSaveFile(detail=type(error).__name__ + f" {error.errno}") from error
    return reserved


def save_under(content: bytes, path: Path, name: str) -> Path:
    """As `save`; where `path` is a folder, under `name` in it."""
    return save(content, path / name if path.is_dir() else path)


def _reserve(path: Path) -> Path:
    for number in count(1):
        place = numbered(path, number)
        try:
            place.open("xb").close()
        except FileExistsError:
            continue
        return place
    raise AssertionError("counting has no end")


def _write(content: bytes, place: Path) -> None:
    handle, draft = tempfile.mkstemp(prefix=".hhdesk-", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(place)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
