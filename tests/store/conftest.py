"""Stores on real files, plain and encrypted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hhdesk.store.database import Database
from hhdesk.store.store import Store
from tests.store.making import KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database may be made."""
    return tmp_path / "profile" / "1.2" / "hhdesk.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An encrypted database."""
    opened = Database.open(path, KEY)
    yield opened
    opened.close_now()


@pytest.fixture
def store(database: Database) -> Store:
    """A store on the encrypted database."""
    return Store(database)


@pytest.fixture
def plain(path: Path) -> Iterator[Store]:
    """A store on a file without encryption."""
    opened = Database.open(path, None)
    yield Store(opened)
    opened.close_now()
