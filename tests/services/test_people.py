"""People: found by what was seen of them, and forgotten without a rest."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from hhdesk.domain.identity import PersonId
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.context import now
from hhdesk.services.services import Services
from hhdesk.store.connection import Connection
from tests.services.acting import act, first_page, read, shorts
from tests.services.acting import until as until_true
from tests.services.working import first_response, move


async def test_found_by_the_words_of_what_was_read(services: Services) -> None:
    resume = shorts(await first_page(services, ResumeQuery()))[1]
    await read(services, resume)
    word = resume.title.split()[0]
    hits = await services.people.find(word.upper())
    assert resume.id in [hit.resume_id for hit in hits]
    assert await services.people.find("щ") == ()
    assert await services.people.find("  ") == ()


async def test_a_letter_that_was_read_is_found_and_says_whose_it_is(services: Services) -> None:
    response = await first_response(services)
    assert response.resume is not None
    assert response.chat_id is not None
    read = [aged async for aged in services.chats.open(response.chat_id, act("open_chat"))][-1].value
    assert read.letter is not None
    words = " ".join(read.letter.text.split()[:4])
    hits = await services.people.find_letters(words.upper(), 2000)
    hit = next(hit for hit in hits if hit.negotiation_id == response.id)
    assert (hit.resume_id, hit.vacancy_id) == (response.resume.id, response.vacancy_id)
    assert hit.name == response.resume.full_name
    assert response.resume.person_id is not None
    await services.people.forget(response.resume.person_id)
    again = await services.people.find_letters(words, 2000)
    assert response.id not in [hit.negotiation_id for hit in again]


async def test_chats_from_before_the_index_are_put_in_at_the_next_start(services: Services) -> None:
    response = await first_response(services)
    assert response.chat_id is not None
    read = [aged async for aged in services.chats.open(response.chat_id, act("open_chat"))][-1].value
    assert read.letter is not None
    database = services.context.store.database
    for statement in (
        "UPDATE chats SET indexed = 0",
        "INSERT INTO letter_index (letter_index) VALUES ('delete-all')",
        "DELETE FROM letters",
    ):
        await database.write(partial(_execute, statement=statement))
    assert await services.people.find_letters(read.letter.text) == ()
    await services.chats.index_kept()
    assert len(await services.people.find_letters(read.letter.text)) == 1


def _execute(connection: Connection, statement: str) -> None:
    connection.execute(statement)


async def test_forgotten_person_is_gone_everywhere(services: Services) -> None:
    resume = shorts(await first_page(services, ResumeQuery()))[1]
    await read(services, resume)
    await services.files.pdf(resume, act("download_pdf"))
    forgotten: list[PersonId] = []
    services.people.forgotten.listen(forgotten.append)
    assert resume.person_id is not None
    assert len(await services.people.timeline(resume.person_id)) == 2
    await services.people.forget(resume.person_id)
    assert forgotten == [resume.person_id]
    assert await services.people.timeline(resume.person_id) == ()
    assert await services.resumes.stored(resume.id) is None
    assert await services.files.stored(resume.id) == ()
    assert resume.id not in [hit.resume_id for hit in await services.people.find(resume.title)]


async def test_whose_time_is_over_is_forgotten_on_the_day(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hhdesk.services.services._DAY_LOOK_SECONDS", 0.01)
    found = shorts(await first_page(services, ResumeQuery()))
    told: list[int] = []
    services.people.expired.listen(told.append)
    services.start()
    # Off until chosen.
    services.context.now = lambda: now() + timedelta(days=1000)
    assert await services.people.forget_overdue() == 0
    services.context.now = lambda: now() + timedelta(days=89)
    await services.settings.change(retention_days=90)
    assert await services.people.forget_overdue() == 0
    assert await services.people.count() == len({one.person_id for one in found})
    services.context.now = lambda: now() + timedelta(days=91)
    await until_true(lambda: bool(told))
    assert told == [len({one.person_id for one in found})]
    assert await services.people.count() == 0
    assert await services.people.find(found[0].title) == ()
    stored = await services.search.stored(ResumeQuery())
    assert stored is None or not stored.rows


async def test_people_who_are_still_worked_with_outlive_the_others(services: Services) -> None:
    await first_page(services, ResumeQuery())
    response = await first_response(services)
    await services.settings.change(retention_days=90)
    services.context.now = lambda: now() + timedelta(days=100)
    kept = await move(services, response)
    assert await services.people.forget_overdue() > 10
    assert [entry.id for entry in services.outbox.open_entries] == [kept.id]
    assert await services.people.count() == 1


async def test_overdue_by_the_chosen_retention(services: Services) -> None:
    await first_page(services, ResumeQuery())
    services.context.now = lambda: now() + timedelta(days=100)
    assert await services.people.overdue() == ()
    await services.settings.change(retention_days=90)
    assert len(await services.people.overdue()) > 10
    await services.settings.change(retention_days=None)
    assert await services.people.overdue() == ()
