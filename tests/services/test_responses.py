"""Working the responses of a vacancy through hh.ru's own lists and acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec import structs

from hhdesk.domain.errors import NoConnection
from hhdesk.domain.identity import NegotiationId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxState
from hhdesk.domain.values import Unreadable
from hhdesk.services.drafts import Problem
from hhdesk.services.responses import is_own_update
from hhdesk.services.services import Services
from hhdesk.store.connection import Connection
from tests.sandbox_process import Sandbox
from tests.services.acting import act, followed
from tests.services.working import (
    active,
    collections,
    first_list,
    first_response,
    listing,
    move,
    reaches,
    running,
    silent_act,
)

LIST = "get-collection-negotiations-list"


async def test_collections_come_with_hhs_names_counters_and_orders(
    services: Services, sandbox: Sandbox
) -> None:
    vacancy = (await active(services))[0]
    found = await collections(services, vacancy.id)
    assert len(found) > 3
    assert all(one.name and one.url for one in found)
    assert any(one.children for one in found)
    shown = [aged.from_store async for aged in services.responses.collections(vacancy.id)]
    assert shown == [True, False]
    assert sandbox.state()["violations"] == []


async def test_a_list_is_kept_and_shown_at_once_the_next_time(services: Services) -> None:
    found = await first_list(services)
    vacancy = next(v for v in await active(services) if v.id == found.vacancy_id)
    collection = next(c for c in await collections(services, vacancy.id) if c.id == found.collection_id)
    shown = [one async for one in services.responses.listing(vacancy.id, collection)]
    assert [one.from_store for one in shown] == [True, False]
    assert [row.key for row in shown[0].rows] == [row.key for row in shown[1].rows]
    assert all(
        row.response.vacancy_id == vacancy.id for row in shown[0].rows if isinstance(row.response, Response)
    )


async def test_an_own_order_is_followed_by_its_url(services: Services, sandbox: Sandbox) -> None:
    vacancy = (await active(services))[0]
    for collection in await collections(services, vacancy.id):
        for order in collection.order_types:
            ordered = [one async for one in services.responses.listing(vacancy.id, collection, order)][-1]
            assert ordered.url == order.url
    assert sandbox.state()["violations"] == []


async def test_a_ghost_and_an_odd_item_stay_as_rows(services: Services, sandbox: Sandbox) -> None:
    found = await first_list(services)
    vacancy = found.vacancy_id
    collection = next(c for c in await collections(services, vacancy) if c.id == found.collection_id)
    sandbox.fault("ghost", LIST, times=1, count=1)
    ghosts = (await listing(services, vacancy, collection)).rows
    assert [row for row in ghosts if isinstance(row.response, Response) and row.response.resume is None]
    sandbox.fault("odd_item", LIST, times=1, at=0)
    odd = (await listing(services, vacancy, collection)).rows
    assert isinstance(odd[0].response, Unreadable)
    assert len(odd) == len(found.rows)


async def test_an_unknown_stage_and_act_are_shown_without_a_release(
    services: Services, sandbox: Sandbox
) -> None:
    vacancy = (await active(services))[0]
    before = {one.id for one in await collections(services, vacancy.id)}
    sandbox.fault("unknown_stage", "get-negotiations", times=1)
    after = {one.id for one in await collections(services, vacancy.id)}
    assert after > before
    known = await first_list(services)
    sandbox.fault("unknown_action", LIST, times=1)
    collection = next(c for c in await collections(services, known.vacancy_id) if c.id == known.collection_id)
    rows = (await listing(services, known.vacancy_id, collection)).rows
    names = {a.id for row in known.rows if isinstance(row.response, Response) for a in row.response.actions}
    fresh = {a.id for row in rows if isinstance(row.response, Response) for a in row.response.actions}
    assert fresh - names


async def test_an_unknown_required_argument_sends_the_act_to_the_site(
    services: Services, sandbox: Sandbox
) -> None:
    known = await first_list(services)
    collection = next(c for c in await collections(services, known.vacancy_id) if c.id == known.collection_id)
    sandbox.fault("unknown_required_argument", LIST, times=1)
    rows = (await listing(services, known.vacancy_id, collection)).rows
    drafts = [
        services.responses.draft(row.response, action)
        for row in rows
        if isinstance(row.response, Response)
        for action in row.response.actions
    ]
    assert (Problem.FOR_THE_SITE,) in [draft.problems() for draft in drafts]


async def test_a_waiting_act_is_laid_over_the_list(services: Services) -> None:
    found = await first_list(services)
    response = await first_response(services)
    entry = await move(services, response)
    shown = services.responses.overlay(found)
    assert [row.pending for row in shown.rows if row.key == response.id] == [(entry,)]
    await services.outbox.take_back(entry.id)
    assert all(row.pending == () for row in services.responses.overlay(shown).rows)


async def test_opening_a_response_follows_its_url_and_marks_it_as_read(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    assert response.resume is not None
    assert sandbox.state()["traced"] == []
    opened = [aged async for aged in services.responses.open_resume(response, act())]
    assert opened[-1].value.id == response.resume.id
    state = sandbox.state()
    assert len(state["traced"]) == 1
    assert state["violations"] == []


async def test_lists_and_counters_leave_no_trace(services: Services, sandbox: Sandbox) -> None:
    for vacancy in await active(services):
        for collection in await collections(services, vacancy.id):
            await listing(services, vacancy.id, collection)
    state = sandbox.state()
    assert state["traced"] == []
    assert state["paid"] == []


async def test_a_letter_of_hhs_template_goes_out_as_written(services: Services, sandbox: Sandbox) -> None:
    await services.settings.change(take_back_seconds=0)
    response = await first_response(services)
    action = next(a for a in response.actions if a.templates and a.takes("message") and a.enabled)
    letter = await services.act_values.letter(action.templates[0])
    assert letter.mail
    draft = services.responses.draft(response, action)
    draft.message = letter.mail + "\n\nЖдём вас, Ёлкина!"
    entry = await services.responses.submit(draft, act("act"))
    async with running(services.outbox):
        done = await reaches(services.outbox, entry, OutboxState.SETTLED)
    assert done.intent.letter.endswith("Ёлкина!")
    assert sandbox.state()["violations"] == []


async def test_pages_that_shift_give_nobody_twice(services: Services, sandbox: Sandbox) -> None:
    sandbox.fault("repeated_items", LIST)
    found = await first_list(services)
    while found.has_more:
        found = await services.responses.more(found)
    keys = [row.key for row in found.rows]
    assert len(keys) == len(set(keys))


async def test_offline_shows_the_stored_list_and_then_says_so(services: Services, sandbox: Sandbox) -> None:
    known = await first_list(services)
    collection = next(c for c in await collections(services, known.vacancy_id) if c.id == known.collection_id)
    sandbox.fault("cut_before", LIST)
    shown, error = await followed(services.responses.listing(known.vacancy_id, collection))
    assert [one.from_store for one in shown] == [True]
    assert [row.key for row in shown[0].rows] == [row.key for row in known.rows]
    assert isinstance(error, NoConnection)


@pytest.mark.parametrize("chosen", [0, -1])
async def test_any_act_may_be_bound_as_the_rejection(services: Services, chosen: int) -> None:
    response = await first_response(services)
    action = response.actions[chosen]
    await services.responses.bind_rejection(action)
    assert services.responses.rejection == action.id
    other = services.responses.draft(response, silent_act(response))
    entry = await services.responses.submit(other, act("act"))
    assert entry.intent.is_rejection is (other.action.id == action.id)


async def test_a_ghost_keeps_the_resume_that_it_once_had(services: Services, sandbox: Sandbox) -> None:
    found = await first_list(services)
    collection = next(c for c in await collections(services, found.vacancy_id) if c.id == found.collection_id)
    before = found.rows[0].response
    assert isinstance(before, Response)
    assert before.resume is not None
    sandbox.fault("ghost", LIST, times=1, count=1)
    ghost = (await listing(services, found.vacancy_id, collection)).rows[0]
    assert isinstance(ghost.response, Response)
    assert ghost.response.resume is None
    assert ghost.stored_resume is not None
    assert ghost.stored_resume.id == before.resume.id


async def test_a_stored_list_knows_how_deep_it_was_read(services: Services) -> None:
    found = await first_list(services)
    of_vacancy = await collections(services, found.vacancy_id)
    collection = next(c for c in of_vacancy if c.id == found.collection_id)
    other = next(c for c in of_vacancy if c.counters.total and c.id != found.collection_id)
    context = services.responses._context
    page = await context.api.negotiations.page(other.url, page=0)
    await context.store.negotiations.keep_page(found.url, 1, page.rows, 99, 5, 0, context.now())
    shown = [one async for one in services.responses.listing(found.vacancy_id, collection)]
    assert shown[0].from_store
    assert shown[0].pages_loaded == 2
    assert len(shown[0].rows) == len(found.rows) + len(page.rows)
    assert shown[0].has_more


async def test_letters_that_were_read_are_in_the_list(services: Services) -> None:
    found = await first_list(services)
    collection = next(c for c in await collections(services, found.vacancy_id) if c.id == found.collection_id)
    assert not any(row.letter for row in found.rows)
    letters = {}
    for row in found.rows:
        assert isinstance(row.response, Response)
        if row.response.chat_id is not None:
            chat = [aged async for aged in services.chats.open(row.response.chat_id, act("read"))][-1].value
            letters[row.key] = chat.letter.text if chat.letter is not None else ""
    assert any(letters.values())
    again = await listing(services, found.vacancy_id, collection)
    assert {row.key: row.letter for row in again.rows if row.key in letters} == letters


async def test_rows_take_one_query_for_all_letters_and_one_for_all_copies(
    services: Services, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await first_list(services)
    collection = next(c for c in await collections(services, found.vacancy_id) if c.id == found.collection_id)
    sandbox.fault("ghost", LIST, times=1, count=3)
    await listing(services, found.vacancy_id, collection)
    store = services.context.store
    kept = await store.negotiations.list(found.url)
    assert kept is not None
    assert sum(b'"resume":null' in body.replace(b" ", b"") for body in kept.bodies) == 3
    reads: list[object] = []
    read = store.database.read

    async def counted(work: Callable[[Connection], object]) -> object:
        reads.append(work)
        return await read(work)

    monkeypatch.setattr(store.database, "read", counted)
    shown = await anext(services.responses.listing(found.vacancy_id, collection))
    assert shown.from_store
    assert sum(row.stored_resume is not None for row in shown.rows) == 3
    # The list, the copies, the marks, the letters.
    assert len(reads) <= 4 < len(shown.rows)


def test_our_own_message_makes_nobody_new() -> None:
    written = datetime(2026, 3, 2, 12, tzinfo=UTC)
    response = Response(id=NegotiationId("1"), has_updates=True, updated_at=written)
    assert is_own_update(response, written)
    assert not is_own_update(response, None)
    assert not is_own_update(structs.replace(response, unread_messages=1), written)
    assert not is_own_update(structs.replace(response, updated_at=written + timedelta(hours=1)), written)
