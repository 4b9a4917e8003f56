"""Writes without end and acknowledges each write on stdout when it is kept. Somebody kills it.

    python -m tests.store.children.writer FILE FIRST [STEPS]

With STEPS it kills itself after so many instructions of SQLite's machine: in the middle of a statement.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from hhdesk.domain.outbox import OutboxState
from hhdesk.domain.search import ResumeQuery
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.store import Store
from tests.store import making


def _die() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 1


def _arm(connection: Connection, steps: int) -> None:
    connection.set_progress_handler(_die, steps)


def _say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


async def _write(path: Path, first: int, steps: int) -> None:
    database = Database.open(path, making.KEY)
    store = Store(database)
    if steps:
        await database.outside(lambda c: _arm(c, steps))
    for number in range(first, first + 10_000):
        entry = await store.outbox.add(making.intent(number), f"key-{number}", making.NOW, making.NOW)
        _say(f"added {number}")
        await store.outbox.move(entry.id, {OutboxState.WAITING}, OutboxState.SENDING, making.NOW)
        _say(f"sending {number}")
        await store.resumes.keep_full(making.full(number), b"x" * 9000, making.NOW, with_contacts=False)
        _say(f"full {number}")
        rows = [making.row(making.short(number * 100 + place)) for place in range(20)]
        await store.searches.keep(f"q{number}", ResumeQuery(), making.page(*rows), making.NOW)
        _say(f"search {number}")


if __name__ == "__main__":
    asyncio.run(_write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0))
