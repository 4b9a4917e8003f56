"""Representations stay apart, and what is remembered of a resume outlives them."""

from datetime import date

from hhdesk.domain.identity import PersonId
from hhdesk.store.store import Store
from tests.store.making import NOW, PHONE, body, full, later, response, response_body, resume_id, short

ONE = resume_id(1)


async def test_a_short_never_overwrites_a_full_one(store: Store) -> None:
    await store.resumes.keep_full(full(1), b"full", NOW, with_contacts=False)
    await store.resumes.keep_shorts([(short(1), b"short")], later(days=1))
    kept = await store.resumes.full(ONE)
    assert kept is not None
    assert (kept.body, kept.fetched_at, kept.updated_at) == (b"full", NOW, full(1).updated_at)
    listed = await store.resumes.short(ONE)
    assert listed is not None
    assert listed.body == b"short"
    assert [hit.resume_id for hit in await store.index.find("трубы")] == [ONE]


async def test_a_full_one_without_contacts_keeps_the_bought_ones(store: Store) -> None:
    until = date(2026, 4, 1)
    bought = full(1, contacts=(PHONE,), contacts_open_until=until)
    await store.resumes.keep_full(bought, b"with", NOW, with_contacts=True)
    await store.resumes.keep_full(full(1), b"without", later(days=1), with_contacts=False)
    await store.resumes.keep_full(full(1), b"without again", later(days=2), with_contacts=False)
    kept = await store.resumes.full(ONE)
    assert kept is not None
    assert (kept.body, kept.with_contacts) == (b"without again", False)
    assert (kept.contacts_body, kept.contacts_fetched_at) == (b"with", NOW)
    marks = (await store.resumes.marks([ONE]))[ONE]
    assert marks.contacts_open
    assert marks.contacts_until == until
    assert [hit.resume_id for hit in await store.index.find("79991234567")] == [ONE]


async def test_new_contacts_replace_old_ones(store: Store) -> None:
    await store.resumes.keep_full(full(1, contacts=(PHONE,)), b"first", NOW, with_contacts=True)
    await store.resumes.keep_full(full(1), b"without", later(days=1), with_contacts=False)
    await store.resumes.keep_full(full(1, contacts=(PHONE,)), b"second", later(days=2), with_contacts=True)
    kept = await store.resumes.full(ONE)
    assert kept is not None
    assert (kept.body, kept.with_contacts, kept.contacts_body) == (b"second", True, None)


async def test_marks(store: Store) -> None:
    await store.resumes.keep_shorts([(short(1), b"{}"), (short(2), b"{}")], NOW)
    await store.resumes.keep_full(full(1), b"{}", later(hours=1), with_contacts=False)
    marks = await store.resumes.marks([ONE, resume_id(2), resume_id(3)])
    assert set(marks) == {ONE, resume_id(2)}
    assert marks[ONE].read_at == later(hours=1)
    assert marks[ONE].full_updated_at == full(1).updated_at
    assert marks[resume_id(2)].read_at is None
    assert not marks[ONE].contacts_open
    assert store.resumes.marks_now([ONE]) == {ONE: marks[ONE]}


async def test_a_person_is_known_by_another_resume_or_a_response(store: Store) -> None:
    same = PersonId("1")
    await store.resumes.keep_shorts([(short(1, person_id=same), b"{}")], NOW)
    await store.resumes.keep_shorts([(short(2, person_id=same), b"{}")], later(days=9))
    await store.resumes.keep_shorts([(short(3), b"{}")], later(days=9))
    marks = await store.resumes.marks([ONE, resume_id(2), resume_id(3)])
    assert marks[resume_id(2)].known_since == NOW
    assert marks[resume_id(3)].known_since is None
    made = response(3)
    await store.negotiations.keep(made, response_body(made), later(days=10))
    assert (await store.resumes.marks([resume_id(3)]))[resume_id(3)].known_since == later(days=10)
    assert await store.resumes.of_person(same) == (resume_id(2), ONE)


async def test_withdrawn_and_back(store: Store) -> None:
    await store.resumes.keep_full(full(1), body(full(1)), NOW, with_contacts=False)
    await store.resumes.mark_withdrawn(ONE, later(days=1))
    await store.resumes.mark_withdrawn(ONE, later(days=2))
    assert (await store.resumes.marks([ONE]))[ONE].withdrawn_at == later(days=1)
    assert (await store.index.find("сварщик"))[0].withdrawn
    kept = await store.resumes.full(ONE)
    assert kept is not None
    await store.resumes.keep_shorts([(short(1), b"{}")], later(days=3))
    assert (await store.resumes.marks([ONE]))[ONE].withdrawn_at is None


async def test_a_closed_name_does_not_hide_a_known_one(store: Store) -> None:
    await store.resumes.keep_full(full(1), body(full(1)), NOW, with_contacts=False)
    await store.resumes.keep_shorts([(short(1, last_name="", first_name="", person_id=None), b"{}")], NOW)
    hit = (await store.index.find("сварщик"))[0]
    assert (hit.name, hit.person_id) == ("Королёва Майя", full(1).person_id)


async def test_nothing_is_there(store: Store) -> None:
    assert await store.resumes.full(ONE) is None
    assert await store.resumes.short(ONE) is None
    assert await store.resumes.marks([]) == {}
