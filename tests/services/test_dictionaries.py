"""Dictionaries and suggestions: kept, renewed cheaply, good offline."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from hhdesk.domain.errors import NoConnection
from hhdesk.services.context import now
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices, followed


def later(services: Services, **ahead: int) -> None:
    """Let time pass."""
    services.context.now = lambda: now() + timedelta(**ahead)


async def test_asked_once_and_kept_over_a_restart(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    several = await asyncio.gather(*(services.dictionaries.dictionaries() for _ in range(5)))
    assert several[0].of("experience")
    assert all(found is several[0] for found in several)
    assert await services.dictionaries.areas()
    assert await services.dictionaries.roles()
    await services.close()
    again = await open_services()
    assert await again.dictionaries.dictionaries() == several[0]
    assert await again.dictionaries.areas()
    operations = sandbox.state()["operations"]
    assert operations["get-dictionaries"] == operations["get-areas"] == 1


async def test_old_ones_are_asked_again_with_their_tag(services: Services, sandbox: Sandbox) -> None:
    first = await services.dictionaries.dictionaries()
    later(services, days=2)
    shown = [aged async for aged in services.dictionaries.follow()]
    assert [aged.from_store for aged in shown] == [True, False]
    assert shown[1].value == first
    assert shown[1].fetched_at - shown[0].fetched_at > timedelta(days=1)
    assert len([aged async for aged in services.dictionaries.follow()]) == 1
    assert sandbox.state()["operations"]["get-dictionaries"] == 2


async def test_offline_old_ones_stay_good(services: Services, sandbox: Sandbox) -> None:
    first = await services.dictionaries.dictionaries()
    sandbox.fault("cut_before")
    later(services, days=30)
    assert await services.dictionaries.dictionaries() == first
    shown, error = await followed(services.dictionaries.follow())
    assert [aged.value for aged in shown] == [first]
    assert isinstance(error, NoConnection)
    with pytest.raises(NoConnection):
        await services.dictionaries.areas()


async def test_one_who_leaves_does_not_stop_the_others(services: Services, sandbox: Sandbox) -> None:
    sandbox.hold("get-areas")
    leaver = asyncio.create_task(services.dictionaries.areas())
    stayer = asyncio.create_task(services.dictionaries.areas())
    await asyncio.wait((leaver, stayer), timeout=0.2)
    leaver.cancel()
    await asyncio.wait((leaver,))
    sandbox.release()
    assert await stayer
    assert sandbox.state()["operations"]["get-areas"] == 1


async def test_suggestions_are_asked_once_per_text(services: Services, sandbox: Sandbox) -> None:
    assert await services.dictionaries.suggest_areas("М") == ()
    found = await services.dictionaries.suggest_areas("Моск")
    assert "Москва" in [suggestion.text for suggestion in found]
    assert await services.dictionaries.suggest_areas(" моск ") == found
    assert sum(count for name, count in sandbox.state()["operations"].items() if "suggest" in name) == 1
    assert await services.dictionaries.suggest_words("бухг")
    assert await services.dictionaries.suggest_roles("бухг")
    assert await services.dictionaries.suggest_skills("exc")
    assert await services.dictionaries.suggest_institutions("моск")
    assert sandbox.state()["violations"] == []


async def test_suggestions_offline_come_from_dictionaries(services: Services, sandbox: Sandbox) -> None:
    await services.dictionaries.areas()
    await services.dictionaries.roles()
    sandbox.fault("cut_before")
    areas = await services.dictionaries.suggest_areas("моск")
    assert areas[0].text.startswith("Моск")
    assert await services.dictionaries.suggest_roles("бухг")
    assert await services.dictionaries.suggest_words("бухг") == ()
    assert await services.dictionaries.suggest_skills("exc") == ()
