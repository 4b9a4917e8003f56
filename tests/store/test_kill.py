"""The program may die at any moment: what was shown as kept is kept, and the file is sound."""

import random
import sqlite3
from pathlib import Path

import pytest

from hhdesk.domain.outbox import OutboxState
from hhdesk.store.database import Database, check
from hhdesk.store.store import Store
from tests.store.making import KEY, NOW, child, resume_id

ROUNDS = 12


def _acknowledged(output: bytes) -> list[tuple[str, int]]:
    whole = output[: output.rfind(b"\n") + 1].decode().split("\n")[:-1]
    return [(kind, int(number)) for kind, number in (line.split() for line in whole)]


async def _expect(path: Path, acknowledged: list[tuple[str, int]]) -> None:
    database = Database.open(path, KEY)
    store = Store(database)
    try:
        await database.read(check)
        await store.outbox.recover(NOW)
        entries = {entry.key: entry for entry in await store.outbox.all()}
        for kind, number in acknowledged:
            match kind:
                case "added":
                    assert f"key-{number}" in entries
                case "sending":
                    assert entries[f"key-{number}"].state is OutboxState.UNKNOWN
                case "full":
                    kept = await store.resumes.full(resume_id(number))
                    assert kept is not None
                    assert len(kept.body) == 9000
                case "search":
                    search = await store.searches.get(f"q{number}")
                    assert search is None or len(search.bodies) == 20  # only the newest 50 searches stay
        hits = await database.read(lambda c: c.execute("SELECT count(*) FROM resume_index").fetchone()[0])
        known = await database.read(lambda c: c.execute("SELECT count(*) FROM resumes").fetchone()[0])
        assert hits == known
    finally:
        await database.close()


@pytest.mark.slow
async def test_killed_from_outside_after_any_acknowledgement(path: Path) -> None:
    dice = random.Random(11)
    acknowledged: list[tuple[str, int]] = []
    for number in range(ROUNDS):
        process = child("writer", str(path), str(1000 * (number + 1)))
        assert process.stdout is not None
        head = b"".join(process.stdout.readline() for _ in range(dice.randint(1, 40)))
        process.kill()
        rest, errors = process.communicate()
        assert errors == b""
        acknowledged += _acknowledged(head + rest)
        await _expect(path, acknowledged)
    assert len(acknowledged) > ROUNDS


@pytest.mark.slow
async def test_killed_in_the_middle_of_statements(path: Path) -> None:
    dice = random.Random(12)
    acknowledged: list[tuple[str, int]] = []
    for number in range(ROUNDS):
        process = child("writer", str(path), str(1000 * (number + 1)), str(dice.randint(20, 60_000)))
        output, errors = process.communicate()
        assert errors == b""
        assert process.returncode == -9
        acknowledged += _acknowledged(output)
        await _expect(path, acknowledged)
    assert acknowledged


@pytest.mark.parametrize("steps", [1, 40, 300, 900, 2000, 4000])
@pytest.mark.parametrize("way", ["create", "migrate"])
async def test_killed_while_the_file_is_made(path: Path, steps: int, way: str) -> None:
    process = child("maker", str(path), str(steps), way)
    _, errors = process.communicate()
    assert errors == b""
    await _expect(path, [])


def test_tests_would_notice_a_broken_file(tmp_path: Path) -> None:
    """SQLite itself, without our care: a table whose middle is overwritten is found by the same check."""
    path = tmp_path / "broken"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (a TEXT)")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 3000,) for _ in range(20)])
    connection.close()
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    path.write_bytes(content)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"
    connection.close()
