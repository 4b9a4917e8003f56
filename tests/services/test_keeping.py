"""A full disk: what hh.ru gave is shown, nothing is spent twice, and it is kept when there is room again."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest

from hhdesk.domain.errors import DiskFull, NotKept, StoreBusy
from hhdesk.domain.negotiations import Response
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.services import Services
from hhdesk.store import connection
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices, act, closed_resume, consent, first_page, read, shorts
from tests.services.working import active, collections, first_list, first_response, listing, move

ALL = ResumeQuery()


async def fill_the_disk(services: Services) -> None:
    """The file may not grow any more, and has no room left."""
    database, cache = services.context.store.database, services.context.store.http_cache
    (pages,) = await database.read(lambda c: c.execute("PRAGMA page_count").fetchone())
    await database.write(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchall())
    number = 0
    for size in (200_000, 20_000, 3_000, 500, 50):
        with suppress(DiskFull):
            while True:
                number += 1
                await cache.put(f"fill{number}", os.urandom(size), "", 60, services.context.now())


async def make_room(services: Services) -> None:
    await services.context.store.database.write(
        lambda c: c.execute("PRAGMA max_page_count = 1073741823").fetchall()
    )


def told(services: Services) -> list[NotKept]:
    """Every trouble from now on."""
    seen: list[NotKept] = []
    services.unkept.listen(seen.append)
    return seen


async def test_a_view_that_was_spent_is_shown_once_and_kept_later(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    resume = shorts(await first_page(services, ALL))[3]
    await fill_the_disk(services)
    troubles = told(services)
    (shown,) = await read(services, resume)
    assert shown.value.experience
    assert len(troubles) == 1
    (again,) = await read(services, resume)
    assert again.value == shown.value
    assert len(sandbox.state()["traced"]) == 1
    assert await services.context.store.resumes.full(resume.id) is None
    await make_room(services)
    await services.close()
    next_time = await open_services()
    stored = await next_time.resumes.stored(resume.id)
    assert stored is not None
    assert stored.value == shown.value
    assert resume.person_id is not None
    assert "read" in [event.kind for event in await next_time.people.timeline(resume.person_id)]


async def test_contacts_that_were_bought_are_shown(services: Services, sandbox: Sandbox) -> None:
    resume = await closed_resume(services)
    before = sandbox.state()["contacts_left"]
    # There is room for the note that a payment is under way, and for no more.
    await services.context.store.settings.set("contacts.paying", "x" * 40)
    await fill_the_disk(services)
    troubles = told(services)
    opened = await services.contacts.open(resume, consent())
    assert opened.value.contacts
    assert troubles
    again = await services.contacts.open(resume, consent())
    assert again.value.contacts == opened.value.contacts
    assert before - sandbox.state()["contacts_left"] == 1
    assert sandbox.state()["operations"].get("get-resume", 0) == 1
    await make_room(services)
    await first_page(services, ALL)
    kept = await services.context.store.resumes.full(resume.id)
    assert kept is not None
    assert kept.with_contacts


async def test_a_download_is_there_without_room_for_it(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[2]
    await fill_the_disk(services)
    file = await services.files.pdf(resume, act("pdf"))
    assert (await services.files.content(file)).startswith(b"%PDF-")
    views = len(sandbox.state()["traced"])
    assert await services.files.pdf(resume, act("pdf")) == file
    assert len(sandbox.state()["traced"]) == views
    await make_room(services)
    await first_page(services, ALL)
    assert await services.context.store.files.of(resume.id) == (file,)
    assert await services.files.stored(resume.id) == (file,)


async def test_lists_and_conversations_are_shown(services: Services) -> None:
    response = await first_response(services)
    vacancy = response.vacancy_id
    assert response.chat_id is not None
    assert vacancy is not None
    await fill_the_disk(services)
    assert shorts(await first_page(services, ResumeQuery(by_text_prefix=True)))
    assert await active(services)
    lists = await collections(services, vacancy)
    rows = [row for one in lists for row in (await listing(services, vacancy, one)).rows]
    assert any(isinstance(row.response, Response) for row in rows)
    opened = [aged async for aged in services.chats.open(response.chat_id, act("chat"))][-1]
    assert opened.value.messages
    assert (await services.chats.older(opened.value, act("chat"))).messages
    assert await services.dictionaries.areas()


async def test_a_decision_that_cannot_be_kept_is_not_made(services: Services) -> None:
    response = (await first_list(services)).rows[0].response
    assert isinstance(response, Response)
    await fill_the_disk(services)
    with pytest.raises(DiskFull):
        await move(services, response, "х" * 9000)
    assert not services.outbox.entries


async def test_a_file_that_another_program_holds_keeps_no_reading_from_its_person(
    services: Services, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    resume = shorts(await first_page(services, ALL))[3]
    store = services.context.store
    await store.database.write(lambda c: c.execute("PRAGMA busy_timeout = 100").fetchall())
    other = connection.open_connection(store.database.path, None)
    other.execute("BEGIN IMMEDIATE")
    troubles = told(services)
    (shown,) = await read(services, resume)
    assert shown.value.experience
    assert [trouble.detail for trouble in troubles] == ["StoreBusy"]
    with pytest.raises(StoreBusy):
        await move(services, await first_response(services))
    other.execute("ROLLBACK")
    other.close()
    await first_page(services, ALL)
    assert await store.resumes.full(resume.id) is not None
    assert len(sandbox.state()["traced"]) == 1


async def test_somebody_who_was_forgotten_is_not_brought_back(services: Services) -> None:
    resume = shorts(await first_page(services, ALL))[3]
    assert resume.person_id is not None
    await fill_the_disk(services)
    await read(services, resume)
    await make_room(services)
    await services.people.forget(resume.person_id)
    assert await services.resumes.stored(resume.id) is None
    await services.context.keeping.catch_up()
    assert await services.context.store.resumes.full(resume.id) is None
    assert not await services.people.timeline(resume.person_id)
