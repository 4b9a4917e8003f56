"""Lists of responses, and what ghosts must not take away."""

from hhdesk.domain.identity import NegotiationId, VacancyId
from hhdesk.store.store import Store
from tests.store.making import NOW, later, odd_row, response, response_body, response_row, resume_id

URL = "https://api.hh.ru/negotiations/response?vacancy_id=77"


async def test_a_list_comes_back_in_its_order(store: Store) -> None:
    rows = [response_row(response(2)), odd_row(), response_row(response(1))]
    await store.negotiations.keep_page(URL, 0, rows, 70, 2, 3, NOW)
    await store.negotiations.keep_page(URL, 1, [response_row(response(3))], 71, 2, 4, later(seconds=9))
    stored = await store.negotiations.list(URL)
    assert stored is not None
    assert stored.ids == ("5002", None, "5001", "5003")
    assert stored.bodies[1] == b'{"id": 7}'
    assert stored.bodies[3] == response_body(response(3))
    assert (stored.found, stored.pages, stored.pages_loaded, stored.hidden) == (71, 2, 2, 4)
    assert stored.fetched_at == later(seconds=9)
    assert await store.negotiations.list("other") is None


async def test_the_first_page_begins_anew(store: Store) -> None:
    await store.negotiations.keep_page(URL, 0, [response_row(response(1))], 2, 2, 0, NOW)
    await store.negotiations.keep_page(URL, 1, [response_row(response(2))], 2, 2, 0, NOW)
    await store.negotiations.keep_page(URL, 0, [], 0, 0, 0, later(days=1))
    stored = await store.negotiations.list(URL)
    assert stored is not None
    assert (stored.bodies, stored.found) == ((), 0)
    assert await store.negotiations.get(NegotiationId("5001")) is not None


async def test_a_list_shows_the_newest_body_of_each_response(store: Store) -> None:
    await store.negotiations.keep_page(URL, 0, [response_row(response(1))], 1, 1, 0, NOW)
    await store.negotiations.keep(response(1), b"newer", later(minutes=1))
    stored = await store.negotiations.list(URL)
    assert stored is not None
    assert stored.bodies == (b"newer",)


async def test_copies_of_many_ghosts_come_at_once(store: Store) -> None:
    for number in (1, 2, 3):
        await store.negotiations.keep(response(number), response_body(response(number)), NOW)
    for number in (1, 2):
        await store.negotiations.keep(response(number, resume=None), b"ghost", later(days=1))
    asked = [NegotiationId(str(5000 + number)) for number in (1, 2, 3, 4)]
    found = await store.negotiations.resume_bodies(asked)
    assert found == {"5001": response_body(response(1)), "5002": response_body(response(2))}


async def test_a_ghost_keeps_the_resume(store: Store) -> None:
    first = response(1)
    await store.negotiations.keep(first, response_body(first), NOW)
    for day in (1, 2):
        await store.negotiations.keep(response(1, resume=None), f"ghost {day}".encode(), later(days=day))
    kept = await store.negotiations.get(first.id)
    assert kept is not None
    assert (kept.body, kept.resume_body) == (b"ghost 2", response_body(first))
    assert (kept.resume_id, kept.vacancy_id) == (resume_id(1), VacancyId("77"))
    marks = await store.resumes.marks([resume_id(1)])
    assert marks[resume_id(1)].withdrawn_at == later(days=1)
    assert await store.negotiations.of_resume(resume_id(1)) == (kept,)

    await store.negotiations.keep(first, b"back", later(days=3))
    back = await store.negotiations.get(first.id)
    assert back is not None
    assert (back.body, back.resume_body) == (b"back", None)
    assert (await store.resumes.marks([resume_id(1)]))[resume_id(1)].withdrawn_at is None


async def test_a_ghost_that_was_never_seen_alive(store: Store) -> None:
    await store.negotiations.keep(response(1, resume=None), b"ghost", NOW)
    kept = await store.negotiations.get(NegotiationId("5001"))
    assert kept is not None
    assert (kept.body, kept.resume_body, kept.resume_id) == (b"ghost", None, None)


async def test_responses_of_a_person_over_vacancies(store: Store) -> None:
    person = response(1).resume
    assert person is not None
    assert person.person_id is not None
    await store.negotiations.keep(response(1), b"a", NOW)
    other = response(2, resume=person, vacancy_id=VacancyId("78"))
    await store.negotiations.keep(other, b"b", later(days=1))
    found = await store.negotiations.of_person(person.person_id)
    assert [kept.body for kept in found] == [b"b", b"a"]


async def test_collections(store: Store) -> None:
    await store.negotiations.keep_collections(VacancyId("77"), b"{}", NOW)
    kept = await store.negotiations.collections(VacancyId("77"))
    assert kept is not None
    assert (kept.body, kept.fetched_at) == (b"{}", NOW)
    assert await store.negotiations.collections(VacancyId("78")) is None
