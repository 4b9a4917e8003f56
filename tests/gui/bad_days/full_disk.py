"""A disk without room for anything more."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from hhdesk.domain.acts import Act
from hhdesk.domain.errors import DiskFull
from hhdesk.domain.outbox import Intent, WriteKind
from tests.gui.bad_days.desk import Desk


def far(desk: Desk, letter: str) -> Intent:
    """A decision about nobody, with a letter."""
    return Intent(
        kind=WriteKind.ACTION,
        act=Act(name="respond", at=datetime.now(UTC)),
        method="PUT",
        url=f"{desk.sandbox.url}/negotiations/nowhere/1",
        form=(("message", letter),),
        action_id="nowhere",
        action_name="Отказ",
        person_name="Савельев Игорь",
    )


async def fill_the_disk(desk: Desk) -> None:
    """The file may not grow any more, and has no room left for a decision."""
    database = desk.services.context.store.database

    await database.write(
        lambda c: c.execute(f"PRAGMA max_page_count = {c.execute('PRAGMA page_count').fetchone()[0]}")
    )
    later = datetime.now().astimezone() + timedelta(days=1)
    for size in (4000, 1000, 200, 1):
        with suppress(DiskFull):
            while True:
                await desk.services.outbox.add(far(desk, "х" * size), send_at=later)


async def make_room(desk: Desk) -> None:
    """The file may grow again."""
    await desk.services.context.store.database.write(
        lambda c: c.execute("PRAGMA max_page_count = 1073741823")
    )
