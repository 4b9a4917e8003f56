"""hh.ru asks for a pause while hhdesk looks by itself: it is said, kept, and over when it is over."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from hhdesk.gui.moments import clock
from hhdesk.services.context import now
from tests.gui.bad_days.desk import RESPONSES, Desk, until

LIMITS = "get-employer-manager-limits"
ASKED = "hh.ru asks for a pause until "


def said(desk: Desk) -> str:
    """What the bar at the foot says of the connection."""
    return desk.window.status.connection.told.words


def looks(desk: Desk) -> int:
    """How often hhdesk has looked by itself."""
    return desk.asked(LIMITS)


def come_back(desk: Desk) -> None:
    """The person looks elsewhere, and at hhdesk again."""
    for active in (False, True):
        desk.services.sync.set_focused(active)
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.ActivationChange))


async def test_a_pause_is_told_kept_and_over(desk: Desk) -> None:
    await until(lambda: said(desk).startswith("Connected"))
    await desk.responses()
    desk.sandbox.fault("rate_429", LIMITS, seconds=600)
    desk.services.sync.refresh_now()
    await until(lambda: said(desk).startswith(ASKED))
    until_then = desk.services.sync.status.asked_to_wait
    assert until_then is not None
    assert said(desk) == ASKED + clock(until_then)
    assert desk.clipped(desk.window.status) == []
    # It is no lost connection: no strip, and the lists stay.
    assert not desk.has_strip("offlineNotice")
    assert desk.working.list.model.ids
    # Neither the person who comes back nor one who wants to look hammers it.
    before = looks(desk)
    for _ in range(5):
        come_back(desk)
        desk.services.sync.refresh_now()
        await until(lambda: not desk.services.sync._wake.is_set())
    assert looks(desk) == before
    desk.sandbox.clear_faults()
    desk.services.context.now = lambda: now() + timedelta(seconds=601)
    desk.services.sync.refresh_now()
    await until(lambda: said(desk).startswith("Connected"))
    assert looks(desk) == before + 1


async def test_a_pause_of_the_list_is_told_once_and_hammered_by_nobody(desk: Desk) -> None:
    section = await desk.responses()
    rows = list(section.list.model.ids)
    desk.sandbox.fault("rate_429", RESPONSES, seconds=600)
    before = desk.asked(RESPONSES)
    desk.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    await desk.told("hh.ru asks for a pause")
    assert list(section.list.model.ids) == rows
    assert desk.asked(RESPONSES) == before + 1
    assert desk.toast_ways() == ("Try again",)
    desk.sandbox.clear_faults()
    desk.take_toast()
    await until(lambda: desk.asked(RESPONSES) == before + 2)
    await until(lambda: not section._tasks.keys())
    assert list(section.list.model.ids) == rows
