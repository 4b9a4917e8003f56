"""Searching: stored at once, fresh after, page by page, with what we know of the people."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hhdesk.config import Configuration
from hhdesk.domain.connection import ConnectionState
from hhdesk.domain.errors import NoConnection, SearchLimitReached, TokenRevoked
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named, Unreadable
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import act, first_page, followed, read, shorts

ALL = ResumeQuery()


async def test_fresh_result_is_kept_before_it_is_shown(services: Services) -> None:
    shown = [result async for result in services.search.run(ALL)]
    assert [result.from_store for result in shown] == [False]
    fresh = shown[0]
    assert fresh.found > 50
    assert len(fresh.rows) == 50
    assert fresh.has_more
    stored = await services.search.stored(ALL)
    assert stored is not None
    assert stored.from_store
    assert [row.key for row in stored.rows] == [row.key for row in fresh.rows]
    assert services.search.last_now() == stored
    assert await services.search.last() == stored


async def test_second_asking_shows_the_stored_result_first(services: Services) -> None:
    first = await first_page(services, ALL)
    shown = [result async for result in services.search.run(ALL)]
    assert [result.from_store for result in shown] == [True, False]
    assert [row.key for row in shown[0].rows] == [row.key for row in first.rows]


async def test_other_conditions_are_another_search(services: Services) -> None:
    await first_page(services, ALL)
    moscow = ResumeQuery(areas=(Named(id="1", name="Москва"),))
    assert await services.search.stored(moscow) is None
    found = await first_page(services, moscow)
    assert "Москва" in {resume.area for resume in shorts(found)}
    assert found.found < 300
    last = await services.search.last()
    assert last is not None
    assert last.query == moscow


async def test_words_and_filters_arrive_whole(services: Services, sandbox: Sandbox) -> None:
    query = ResumeQuery(words=(Words(text="бухгалтер"), Words(text="1С")), only_with_salary=True)
    await first_page(services, query)
    state = sandbox.state()
    assert state["violations"] == []
    assert "include_all_folders=false" in state["log"][-1]["url"]


async def test_more_appends_until_there_is_no_more(services: Services) -> None:
    result = await first_page(services, ALL)
    while result.has_more:
        result = await services.search.more(result)
    assert len({row.key for row in result.rows}) == len(result.rows) == result.found
    assert await services.search.more(result) is result
    stored = await services.search.stored(ALL)
    assert stored is not None
    assert (len(stored.rows), stored.pages_loaded, stored.has_more) == (result.found, result.pages, False)


async def test_repeats_between_pages_stand_once_and_vanished_ones_end_nothing(
    services: Services, sandbox: Sandbox
) -> None:
    sandbox.fault("repeated_items", "search-for-resumes")
    sandbox.fault("vanishing_items", "search-for-resumes", page=2)
    result = await first_page(services, ALL)
    while result.has_more:
        result = await services.search.more(result)
    keys = [row.key for row in result.rows]
    assert len(set(keys)) == len(keys)
    assert result.pages_loaded == result.pages
    assert len(keys) < result.found


async def test_odd_items_and_nulls_are_rows_or_nothing(services: Services, sandbox: Sandbox) -> None:
    sandbox.fault("odd_item", "search-for-resumes", at=3)
    sandbox.fault("null_items", "search-for-resumes", at=0)
    result = await first_page(services, ALL)
    odd = [row for row in result.rows if isinstance(row.resume, Unreadable)]
    assert len(odd) == 1
    assert len(result.rows) >= 49
    stored = await services.search.stored(ALL)
    assert stored is not None
    assert sum(isinstance(row.resume, Unreadable) for row in stored.rows) == 1


async def test_null_fields_and_odd_dates_empty_no_list(services: Services, sandbox: Sandbox) -> None:
    sandbox.fault("malformed_dates", "search-for-resumes")
    sandbox.fault("unknown_field", "search-for-resumes")
    result = await first_page(services, ALL)
    assert len(shorts(result)) == 50
    assert {resume.updated_at for resume in shorts(result)} == {None}
    assert any(not resume.full_name for resume in shorts(result))


async def test_a_page_is_stored_under_the_number_that_was_asked_for(
    services: Services, sandbox: Sandbox
) -> None:
    """A server that does not echo it begins anew with each page, and offline the list is one page long."""
    sandbox.fault("fields", "search-for-resumes", fields={"page": None})
    result = await first_page(services, ALL)
    result = await services.search.more(result)
    stored = await services.search.stored(ALL)
    assert stored is not None
    assert [row.key for row in stored.rows] == [row.key for row in result.rows]
    assert stored.pages_loaded == 2


async def test_offline_shows_what_is_stored(services: Services, sandbox: Sandbox) -> None:
    first = await first_page(services, ALL)
    sandbox.fault("cut_before")
    shown, error = await followed(services.search.run(ALL))
    assert isinstance(error, NoConnection)
    assert [row.key for row in shown[0].rows] == [row.key for row in first.rows]
    assert shown[0].from_store


async def test_daily_limit_is_its_own_error(services: Services, sandbox: Sandbox) -> None:
    sandbox.fault("search_limit", "search-for-resumes")
    with pytest.raises(SearchLimitReached):
        await first_page(services, ALL)


async def test_token_that_expires_mid_search_is_renewed_silently(
    services: Services, sandbox: Sandbox
) -> None:
    result = await first_page(services, ALL)
    sandbox.set(expire_tokens=True)
    result = await services.search.more(result)
    assert len(result.rows) == 100
    assert services.connect.connection.state is ConnectionState.SIGNED_IN


async def test_revoked_token_ends_the_session_and_leaves_the_store(
    services: Services, sandbox: Sandbox
) -> None:
    await first_page(services, ALL)
    sandbox.set(revoke_tokens=True)
    shown, error = await followed(services.search.run(ALL))
    assert isinstance(error, TokenRevoked)
    assert len(shown[0].rows) == 50
    assert services.connect.connection.state is ConnectionState.SESSION_LOST
    assert services.outbox.summary().paused


async def test_rows_know_who_was_read(services: Services) -> None:
    result = await first_page(services, ALL)
    resume = shorts(result)[2]
    async for _ in services.resumes.open(resume, act()):
        pass
    marked = await services.search.marked(result)
    assert [row.key for row in marked.rows if row.read_here] == [resume.id]
    again = await services.search.stored(ALL)
    assert again is not None
    assert [row.key for row in again.rows if row.read_here] == [resume.id]


async def test_row_says_that_the_resume_changed_since(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[0]
    async for _ in services.resumes.open(resume, act()):
        pass
    sandbox.set(update_resume=resume.id)
    rows = {row.key: row for row in (await first_page(services, ALL)).rows}
    assert rows[resume.id].updated_since_read


async def test_two_thousand_are_the_end(large: Services) -> None:
    result = await first_page(large, ALL)
    assert result.found > 2000
    assert result.pages == 40
    while result.has_more:
        result = await large.search.more(result)
    assert (len(result.rows), result.pages_loaded) == (2000, 40)
    stored = await large.search.stored(ALL)
    assert stored is not None
    assert len(stored.rows) == 2000


async def test_first_paint_reads_the_first_pages_and_the_rest_follows_offline(
    services: Services, sandbox: Sandbox
) -> None:
    whole = await first_page(services, ALL)
    for _ in range(3):
        whole = await services.search.more(whole)
    sandbox.fault("cut_before")
    first = services.search.last_now()
    assert first is not None
    assert (len(first.rows), first.pages_loaded, first.has_more) == (100, 2, True)
    assert first.found == whole.found
    rest = await services.search.more(first)
    assert [row.key for row in rest.rows] == [row.key for row in whole.rows]
    with pytest.raises(NoConnection):
        await services.search.more(rest)


async def test_searching_leaves_no_trace(services: Services, sandbox: Sandbox) -> None:
    result = await first_page(services, ALL)
    await services.search.more(result)
    state = sandbox.state()
    assert (state["traced"], state["paid"], state["violations"]) == ([], [], [])


STARTS = """
import asyncio, sys
from pathlib import Path
from hhdesk.config import Configuration
from hhdesk.services.services import Services

async def main(folder):
    configuration = Configuration(data_directory=Path(folder), demo=True, client_id="a", client_secret="b")
    services = await Services.open(configuration)
    services.search.last_now()
    print([name for name in ("httpx", "sqlite_utils", "nh3", "PySide6") if name in sys.modules])
    await services.close()

asyncio.run(main(sys.argv[1]))
"""


def test_what_was_seen_last_needs_no_slow_libraries(configuration: Configuration) -> None:
    command = [sys.executable, "-c", STARTS, str(configuration.data_directory)]
    for _ in ("a new file", "a file that is there"):
        start = subprocess.run(command, capture_output=True, text=True, check=True)
        assert start.stdout.strip() == "[]"


@pytest.mark.parametrize("odd", ["0001-01-01T00:00:00+0300", "9999-12-31T23:59:59-0300", 10**25])
async def test_odd_dates_and_numbers_empty_no_list(
    services: Services, sandbox: Sandbox, odd: str | int
) -> None:
    resume = shorts(await first_page(services, ALL))[0]
    sandbox.fault("fields", "get-resume", fields={"updated_at": odd, "age": odd})
    await read(services, resume)
    sandbox.fault("fields", "search-for-resumes", fields={"found": odd})
    result = await first_page(services, ALL)
    assert len(result.rows) == 50
    marked = await services.search.marked(result)
    assert marked.rows[0].read_here
    stored = await services.search.last()
    assert stored is not None
    assert len(stored.rows) == 50
