"""Looking after news: silent, in turns, slower on trouble."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from hhdesk.domain.errors import NoConnection, TimedOut, TooManyRequests
from hhdesk.services.context import Context, now
from hhdesk.services.services import Services
from hhdesk.services.sync import Sync, SyncStatus
from tests.sandbox_process import Sandbox
from tests.services.acting import until

LIMITS = "get-employer-manager-limits"


def sync_of(services: Services, back_online: Callable[[], None] = lambda: None) -> Sync:
    """A sync that asks without pauses."""
    return Sync(services.context, services.vacancies, lambda: True, back_online, spacing=0)


async def test_a_look_tells_quota_counters_and_chats_and_leaves_no_trace(
    services: Services, sandbox: Sandbox
) -> None:
    sync = sync_of(services)
    told: list[SyncStatus] = []
    sync.changed.listen(told.append)
    await sync.look()
    assert told == [sync.status]
    assert sync.status.online
    assert sync.status.quota is not None
    assert sync.status.quota.views_left is not None
    assert sync.status.unread_responses is not None
    assert sync.status.unread_chats is not None
    state = sandbox.state()
    assert (state["traced"], state["paid"], state["violations"]) == ([], [], [])


async def test_offline_is_told_with_its_beginning_and_its_end_wakes(
    services: Services, sandbox: Sandbox
) -> None:
    woken: list[bool] = []
    sync = sync_of(services, lambda: woken.append(True))
    sandbox.fault("cut_before", LIMITS)
    await sync.look()
    lost = sync.status
    assert not lost.online
    assert lost.offline_since is not None
    await sync.look()
    assert sync.status.offline_since == lost.offline_since
    sandbox.clear_faults()
    await sync.look()
    found = sync.status
    assert found.online
    assert found.offline_since is None
    assert woken == [True]


async def test_trouble_backs_off_and_success_comes_back(services: Services, sandbox: Sandbox) -> None:
    sync = sync_of(services)
    pauses = [sync.pause_seconds()]
    sandbox.fault("forbidden_html", LIMITS)
    for _ in range(9):
        await sync.look()
        pauses.append(sync.pause_seconds())
    assert pauses[1] < pauses[2] < pauses[3]
    assert max(pauses) == 600
    assert sync.status.online
    assert sync.status.error == "Forbidden"
    # A week offline: the other requests count too.
    for _ in range(2000):
        sync.note(NoConnection())
    assert sync.pause_seconds() == 600
    sandbox.clear_faults()
    await sync.look()
    assert sync.pause_seconds() == pauses[0]
    sync.note(TimedOut(retry_after=timedelta(seconds=1200)))
    assert sync.pause_seconds() == 1200


async def test_a_computer_that_slept_looks_when_it_wakes(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hhdesk.services.sync._LONGEST_WAIT_SECONDS", 0.05)
    looks = asyncio.Queue[object]()
    sync = sync_of(services)
    sync.changed.listen(looks.put_nowait)
    running = asyncio.create_task(sync.run())
    async with asyncio.timeout(30):
        await looks.get()
        services.context.now = lambda: now() + timedelta(hours=8)
        await looks.get()
    running.cancel()
    await asyncio.wait([running])


async def test_what_hh_ru_wishes_is_kept_though_somebody_comes_back(
    services: Services, sandbox: Sandbox
) -> None:
    sync = sync_of(services)
    await sync.look()
    running = asyncio.create_task(sync.run())
    looks = asyncio.Queue[None]()
    sync.looked.listen(looks.put_nowait)
    async with asyncio.timeout(30):
        await looks.get()
    # Another request of the window met it, in the middle of the pause.
    sync.note(TooManyRequests(retry_after=timedelta(seconds=600)))
    assert sync.pause_seconds() == 600
    asked = sandbox.state()["operations"][LIMITS]
    sync.set_focused(False)
    sync.set_focused(True)
    sync.refresh_now()
    # It was woken, and goes on waiting: nothing else tells of it than that its wish is taken away.
    await until(lambda: not sync._wake.is_set())
    assert sandbox.state()["operations"][LIMITS] == asked
    services.context.now = lambda: now() + timedelta(seconds=601)
    sync.refresh_now()
    async with asyncio.timeout(30):
        await looks.get()
    running.cancel()
    await asyncio.wait([running])


async def test_one_request_a_second_for_all_that_looks_by_itself(services: Services) -> None:
    sync = Sync(services.context, services.vacancies, lambda: True, lambda: None, spacing=0.05)
    moments: list[float] = []

    async def ask() -> None:
        await sync.turn()
        # Its own clock: this one may be read late on a busy computer.
        moments.append(sync._last_turn)

    await asyncio.gather(*(ask() for _ in range(4)))
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert min(gaps) >= 0.045


async def test_pages_of_vacancies_wait_their_turn(services: Services, sandbox: Sandbox) -> None:
    turns: list[None] = []

    async def turn() -> None:
        turns.append(None)

    sandbox.fault("fields", "get-active-vacancy-list", fields={"pages": 3})
    assert (await services.vacancies.fresh(turn)).value
    assert len(turns) == 2


@pytest.mark.parametrize(("hour", "focused", "seconds"), [(12, True, 60), (12, False, 300), (3, False, 900)])
async def test_nobody_looking_and_night_slow_it_down(
    services: Services, hour: int, focused: bool, seconds: float
) -> None:
    def clock() -> datetime:
        return now().replace(hour=hour)

    context = Context(
        api=services.context.api, store=services.context.store, me=services.context.me, now=clock
    )
    sync = Sync(context, services.vacancies, lambda: True, lambda: None)
    sync.set_focused(focused)
    assert sync.pause_seconds() == seconds
