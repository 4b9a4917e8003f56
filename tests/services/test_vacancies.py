"""Own vacancies: the list with counters, the card, the statistics; all silent."""

from __future__ import annotations

from hhdesk.domain.errors import NoConnection
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.domain.values import Unreadable
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import followed
from tests.services.working import active

LIST = "get-active-vacancy-list"


async def test_all_pages_are_walked_and_kept(services: Services, sandbox: Sandbox) -> None:
    rows = await active(services)
    # The three of six that are this manager's own, as hh.ru lists them by default.
    assert len({row.id for row in rows}) == len(rows) == 3
    assert all(row.name and row.area for row in rows)
    assert sum(row.counters.responses for row in rows) > 0
    stored = await services.vacancies.stored()
    assert stored is not None
    assert stored.value == rows
    state = sandbox.state()
    assert (state["traced"], state["paid"], state["violations"]) == ([], [], [])


async def test_an_odd_vacancy_stays_as_a_row(services: Services, sandbox: Sandbox) -> None:
    sandbox.fault("odd_item", LIST, times=1, at=1)
    shown, error = await followed(services.vacancies.active())
    assert error is None
    kinds = [type(row) for row in shown[-1].value]
    assert kinds.count(Unreadable) == 1
    assert kinds.count(VacancyShort) == 2


async def test_a_card_is_shown_from_the_store_and_then_fresh(services: Services) -> None:
    vacancy = (await active(services))[0]
    first = [aged async for aged in services.vacancies.card(vacancy.id)]
    assert [aged.from_store for aged in first] == [False]
    assert first[0].value.name == vacancy.name
    assert first[0].value.description
    again = [aged.from_store async for aged in services.vacancies.card(vacancy.id)]
    assert again == [True, False]


async def test_statistics_have_a_row_a_day_and_gaps_stay_gaps(services: Services) -> None:
    vacancy = (await active(services))[0]
    days = await services.vacancies.stats(vacancy.id)
    assert len(days) == 5
    assert len({day.day for day in days}) == 5
    assert any(day.views is not None for day in days)


async def test_offline_the_stored_list_is_shown(services: Services, sandbox: Sandbox) -> None:
    rows = await active(services)
    sandbox.fault("cut_before", LIST)
    shown, error = await followed(services.vacancies.active())
    assert [aged.value for aged in shown] == [rows]
    assert isinstance(error, NoConnection)
