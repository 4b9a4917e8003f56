"""Another program holds hhdesk's file while somebody works: it is said, and nothing is lost or done twice."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hhdesk.domain.outbox import OutboxState
from tests.gui.bad_days.desk import MOVE, RESUME, Desk, until
from tests.sandbox_process import ROOT

CHILD = "tests.gui.bad_days.children.other_program"
SAID = "Another program holds hhdesk's file"


@asynccontextmanager
async def held(desk: Desk, patience: float = 0.2) -> AsyncIterator[Process]:
    """A backup writes in the file until the end of the block; hhdesk waits so many seconds for its turn."""
    database = desk.services.context.store.database
    # Ten seconds in the program.
    await database.outside(lambda c: c.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}"))
    key = [database._key.hex()] if database._key is not None else []
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-m", CHILD, str(database.path), *key, cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    try:
        yield holder
    finally:
        await let_go(holder)


async def let_go(holder: Process) -> None:
    """The other program is done."""
    if holder.stdin is not None:
        holder.stdin.close()
    await holder.wait()


async def test_an_act_that_cannot_be_kept_is_not_sent_and_can_be_done_again(desk: Desk) -> None:
    await desk.responses()
    known = len(desk.services.outbox.entries)
    async with held(desk):
        desk.silent_act().click()
        await desk.told(SAID)
        assert "Close it there and try again" in desk.toast()
        assert desk.toast_ways() == ("Try again",)
        assert len(desk.services.outbox.entries) == known
        assert desk.asked(MOVE) == 0
    desk.take_toast()
    await until(lambda: len(desk.services.outbox.entries) == known + 1)
    await desk.reaches(desk.services.outbox.entries[-1], OutboxState.SETTLED)
    assert desk.asked(MOVE) == 1


async def test_an_act_waits_for_a_program_that_is_soon_done(desk: Desk) -> None:
    await desk.responses()
    known = len(desk.services.outbox.entries)
    async with held(desk, patience=60) as holder:
        desk.silent_act().click()
        await until(desk.working.acting._tasks.keys)
        await desk.settled()
        assert len(desk.services.outbox.entries) == known
        # The window goes on meanwhile.
        desk.window.open_section("vacancies")
        await desk.settled()
        assert desk.sees("section_vacancies")
        await let_go(holder)
        await until(lambda: len(desk.services.outbox.entries) == known + 1)
    assert SAID not in desk.toast()


async def test_letters_wait_and_go_out_once(desk: Desk) -> None:
    await desk.responses()
    desk.services.outbox.pause()
    entry = await desk.keep_move()
    async with held(desk):
        desk.services.outbox.resume()
        await desk.told(f"{SAID}. Letters wait in the outbox.")
        assert desk.toast_ways() == ("Continue",)
        assert desk.asked(MOVE) == 0
    desk.take_toast()
    await desk.reaches(entry, OutboxState.SETTLED)
    assert desk.asked(MOVE) == 1


async def test_what_was_done_meanwhile_is_looked_up_not_sent_again(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.hold(MOVE)
    entry = await desk.keep_move()
    await until(lambda: MOVE in desk.sandbox.state()["waiting"])
    async with held(desk):
        desk.sandbox.release()
        await desk.told(f"{SAID}. Letters wait in the outbox.")
    desk.take_toast()
    await desk.reaches(entry, OutboxState.SETTLED)
    assert desk.asked(MOVE) == 1


async def test_a_resume_that_was_spent_on_is_shown_and_kept_later(desk: Desk) -> None:
    await desk.search()
    async with held(desk):
        await desk.read(0)
        await desk.told("hh.ru's answer is shown, but not saved")
        resume = desk.searching.reader.resume
        assert resume is not None
        assert await desk.services.context.store.resumes.full(resume.id) is None
    await desk.search("кладовщик")
    await until(lambda: not desk.services.context.keeping._waiting)
    assert await desk.services.context.store.resumes.full(resume.id) is not None
    assert desk.asked(RESUME) == 1
