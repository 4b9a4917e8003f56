"""Ctrl+Z takes back what was decided last, whole, and toasts tell the truth about it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton

from hhdesk.domain.acts import Act
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.gui.kit.toasts import Toast
from tests.gui.window.outbox_desk import OutboxDesk, until

S = OutboxState


async def _decide(outbox: OutboxDesk, *people: str) -> list[OutboxEntry]:
    """One act on these people, told by one toast."""
    pattern = (await outbox.add()).intent
    await outbox.services.outbox.take_back(outbox.services.outbox.entries[0].id)
    decided = Act(name="act", at=datetime.now(UTC))
    send_at = datetime.now().astimezone() + timedelta(seconds=60)
    entries = [
        await outbox.services.outbox.add(replace(pattern, act=decided, person_name=name), send_at=send_at)
        for name in people
    ]
    outbox.window.shell.queued(*entries)
    return entries


def _states(outbox: OutboxDesk, entries: list[OutboxEntry]) -> set[OutboxState]:
    return {outbox.services.outbox.get(entry.id).state for entry in entries}


def _key(toast: Toast) -> str:
    button = toast.findChild(QPushButton, "toast.act")
    assert button is not None
    return str(button.property("keycap"))


async def test_the_last_act_is_taken_back_whole_and_other_toasts_stay(outbox: OutboxDesk) -> None:
    shell = outbox.window.shell
    single = await _decide(outbox, "Волкова Анна")
    first = shell.toaster.toasts[-1]
    many = await _decide(outbox, "Савельев Игорь", "Белов Пётр", "")
    second = shell.toaster.toasts[-1]
    assert "3 people" in second.words
    assert (_key(first), _key(second)) == ("", "Ctrl Z")
    outbox.window.do("take_back_last")
    await until(lambda: _states(outbox, many) == {S.TAKEN_BACK})
    assert _states(outbox, single) == {S.WAITING}
    await until(lambda: second not in shell.toaster.toasts)
    assert first in shell.toaster.toasts
    assert _key(first) == "Ctrl Z"
    outbox.window.do("take_back_last")
    await until(lambda: _states(outbox, single) == {S.TAKEN_BACK})


async def test_a_countdown_goes_when_its_outcome_comes(outbox: OutboxDesk) -> None:
    (entry,) = await _decide(outbox, "")
    countdown = outbox.window.shell.toaster.toasts[-1]
    assert "the candidate" in countdown.words
    outbox.services.start()
    await outbox.services.outbox.send_now(entry.id)
    await until(lambda: outbox.services.outbox.get(entry.id).state is S.REFUSED)
    assert countdown not in outbox.window.shell.toaster.toasts


async def test_without_a_connection_nothing_counts_down(outbox: OutboxDesk) -> None:
    shell = outbox.window.shell
    shell.show_reach(False, None, 0)
    await _decide(outbox, "Волкова Анна")
    toast = shell.toaster.toasts[-1]
    assert toast.ring is None
    assert toast.words.endswith("waits for the connection")
