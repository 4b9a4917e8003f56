"""Reading resumes: our copy first, hh.ru only where it is needed and only by a person's act."""

from __future__ import annotations

import asyncio

import pytest

from hhdesk.domain.costs import CostKind, FreeReason
from hhdesk.domain.errors import NoConnection, NotFound, UnreadableAnswer, ViewLimitReached
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices, act, first_page, followed, read, shorts, until

ALL = ResumeQuery()


async def test_first_opening_reads_and_keeps(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    changed: list[ResumeId] = []
    services.resumes.changed.listen(changed.append)
    (fresh,) = await read(services, resume)
    assert not fresh.from_store
    assert fresh.value.id == resume.id
    assert fresh.value.experience
    assert changed == [resume.id]
    stored = await services.resumes.stored(resume.id)
    assert stored is not None
    assert stored.value == fresh.value
    assert stored.from_store
    assert [trace["resume_id"] for trace in sandbox.state()["traced"]] == [resume.id]


async def test_second_opening_asks_nobody(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    (fresh,) = await read(services, resume)
    (again,) = await read(services, resume)
    assert again.from_store
    assert again.value == fresh.value
    assert len(sandbox.state()["traced"]) == 1


async def test_newer_version_in_the_list_is_fetched_when_the_person_opens_it(
    services: Services, sandbox: Sandbox
) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    await read(services, resume)
    sandbox.set(update_resume=resume.id)
    newer = next(found for found in shorts(await first_page(services, ALL)) if found.id == resume.id)
    assert len(sandbox.state()["traced"]) == 1
    shown = await read(services, newer)
    assert [aged.from_store for aged in shown] == [True, False]
    assert len(await read(services, newer)) == 1
    assert len(sandbox.state()["traced"]) == 2


async def test_refresh_is_the_persons_wish(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    (first,) = await read(services, resume)
    again = await services.resumes.refresh(first.value, act("refresh_resume"))
    assert again.value.id == resume.id
    assert len(sandbox.state()["traced"]) == 2


async def test_stored_resume_opens_offline_after_a_restart(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    await read(services, resume)
    await services.close()
    sandbox.fault("cut_before")
    again = await open_services()
    result = again.search.last_now()
    assert result is not None
    row = next(row for row in result.rows if row.key == resume.id)
    assert row.read_here
    (stored,) = await read(again, resume)
    assert stored.from_store
    assert again.resumes.read_cost(resume).reason is FreeReason.STORED
    with pytest.raises(NoConnection):
        await read(again, shorts(result)[5])


async def test_withdrawn_resume_is_marked_and_our_copy_stays(services: Services, sandbox: Sandbox) -> None:
    result = await first_page(services, ALL)
    resume = shorts(result)[1]
    await read(services, resume)
    sandbox.set(withdraw_resume=resume.id)
    with pytest.raises(NotFound):
        await services.resumes.refresh(resume, act())
    marked = await services.search.marked(result)
    assert [row.key for row in marked.rows if row.withdrawn] == [resume.id]
    (stored,) = await read(services, resume)
    assert stored.from_store
    assert resume.person_id is not None
    kinds = [event.kind for event in await services.people.timeline(resume.person_id)]
    assert kinds[0] == "withdrawn"
    assert "read" in kinds


async def test_view_limit_still_shows_what_is_stored(services: Services, sandbox: Sandbox) -> None:
    first, second = shorts(await first_page(services, ALL))[:2]
    await read(services, first)
    sandbox.set(views_left=0)
    assert len(await read(services, first)) == 1
    shown, error = await followed(services.resumes.open(second, act()))
    assert shown == []
    assert isinstance(error, ViewLimitReached)


async def test_read_cost(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    await services.sync.look_at_quota()
    cost = services.resumes.read_cost(resume)
    assert (cost.kind, cost.amount) == (CostKind.VIEW, 1)
    assert cost.left == sandbox.state()["views"]["limit"] - sandbox.state()["views"]["spent"]
    await read(services, resume)
    assert services.resumes.read_cost(resume).kind is CostKind.FREE


async def test_resume_of_a_megabyte(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    sandbox.fault("fields", "get-resume", fields={"skills": "опыт " * 200_000})
    (fresh,) = await read(services, resume)
    assert len(fresh.value.about) == 1_000_000
    stored = await services.resumes.stored(resume.id)
    assert stored is not None
    assert stored.value == fresh.value


async def test_nulls_everywhere(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    names = (
        "title",
        "age",
        "salary",
        "photo",
        "education",
        "contact",
        "language",
        "owner",
        "total_experience",
    )
    sandbox.fault("fields", "get-resume", fields=dict.fromkeys((*names, "experience", "actions", "site")))
    (fresh,) = await read(services, resume)
    assert fresh.value.title == ""
    assert (await services.resumes.stored(resume.id)) is not None


async def test_answer_that_is_no_resume_is_not_kept(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    sandbox.fault("wrong_content", "get-resume")
    _, error = await followed(services.resumes.open(resume, act()))
    assert isinstance(error, UnreadableAnswer)
    assert await services.resumes.stored(resume.id) is None


async def test_a_view_that_was_asked_for_is_kept_though_nobody_waits(
    services: Services, sandbox: Sandbox
) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    sandbox.hold("get-resume")
    reading = asyncio.create_task(read(services, resume))
    await until(lambda: bool(sandbox.state()["waiting"]))
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    again = asyncio.create_task(read(services, resume))
    sandbox.release()
    assert [aged.value.id for aged in await again] == [resume.id]
    assert await services.resumes.stored(resume.id) is not None
    assert len(sandbox.state()["traced"]) == 1


async def test_a_double_click_is_one_view(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    shown = await asyncio.gather(read(services, resume), read(services, resume))
    assert [aged.value.id for opened in shown for aged in opened] == [resume.id] * 2
    assert len(sandbox.state()["traced"]) == 1


async def test_photo_is_kept_beyond_its_address(services: Services, sandbox: Sandbox) -> None:
    result = await first_page(services, ALL)
    with_photo = [resume for resume in shorts(result) if resume.photo_small_url]
    photo = await services.resumes.photo(with_photo[0].photo_small_url)
    assert photo
    sandbox.set(expire_urls=True)
    assert await services.resumes.photo(with_photo[0].photo_small_url) == photo
    assert await services.resumes.photo(with_photo[1].photo_small_url) is None
    assert sandbox.state()["traced"] == []
