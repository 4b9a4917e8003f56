"""People: found by what was seen of them, and forgotten without a rest."""

from __future__ import annotations

from datetime import timedelta

from hhdesk.domain.identity import PersonId
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.context import now
from hhdesk.services.services import Services
from tests.services.acting import act, first_page, read, shorts


async def test_found_by_the_words_of_what_was_read(services: Services) -> None:
    resume = shorts(await first_page(services, ResumeQuery()))[1]
    await read(services, resume)
    word = resume.title.split()[0]
    hits = await services.people.find(word.upper())
    assert resume.id in [hit.resume_id for hit in hits]
    assert await services.people.find("щ") == ()
    assert await services.people.find("  ") == ()


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


async def test_overdue_by_the_chosen_retention(services: Services) -> None:
    await first_page(services, ResumeQuery())
    services.context.now = lambda: now() + timedelta(days=100)
    assert await services.people.overdue() == ()
    await services.settings.change(retention_days=90)
    assert len(await services.people.overdue()) > 10
    await services.settings.change(retention_days=None)
    assert await services.people.overdue() == ()
