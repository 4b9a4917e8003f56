"""Vacancies and their lists."""

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.domain.values import Row
from hhdesk.store.store import Store
from tests.store.making import NOW, later, odd_row


def _row(number: int) -> Row[VacancyShort]:
    return Row(value=VacancyShort(id=VacancyId(str(number))), body=f'{{"id": "{number}"}}'.encode())


async def test_a_list_is_replaced_whole(store: Store) -> None:
    assert await store.vacancies.list("active") is None
    await store.vacancies.keep_list("active", [_row(1), odd_row(), _row(2)], NOW)
    await store.vacancies.keep_list("archived", [_row(9)], NOW)
    stored = await store.vacancies.list("active")
    assert stored is not None
    assert stored.bodies == (b'{"id": "1"}', b'{"id": 7}', b'{"id": "2"}')
    await store.vacancies.keep_list("active", [], later(days=1))
    stored = await store.vacancies.list("active")
    assert stored is not None
    assert (stored.bodies, stored.fetched_at) == ((), later(days=1))
    stored = await store.vacancies.list("archived")
    assert stored is not None
    assert stored.bodies == (b'{"id": "9"}',)


async def test_a_vacancy_in_full(store: Store) -> None:
    assert await store.vacancies.get(VacancyId("1")) is None
    await store.vacancies.keep(VacancyId("1"), b"old", NOW)
    await store.vacancies.keep(VacancyId("1"), b"new", later(days=1))
    kept = await store.vacancies.get(VacancyId("1"))
    assert kept is not None
    assert (kept.body, kept.fetched_at) == (b"new", later(days=1))
