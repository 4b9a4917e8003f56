"""Somebody who applied before is known when a search finds them, with this resume or another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec import structs

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.listing import ListedResume
from hhdesk.domain.negotiations import Response
from hhdesk.domain.resumes import HistoryChange, HistoryVacancy, ResumeShort
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.moments import present
from tests.gui.resumes.search_desk import SearchDesk, until


async def everybody_who_applied(desk: SearchDesk) -> list[Response]:
    """As reading the lists of all vacancies brings them."""
    services = desk.services
    found: list[Response] = []
    aged = [aged async for aged in services.vacancies.active()][-1]
    for vacancy in aged.value:
        if not isinstance(vacancy, VacancyShort):
            continue
        lists = [one async for one in services.responses.collections(vacancy.id)][-1]
        for collection in lists.value.collections:
            listing = [one async for one in services.responses.listing(vacancy.id, collection)][-1]
            found += [row.response for row in listing.rows if isinstance(row.response, Response)]
    return found


async def known_rows(desk: SearchDesk, applied: list[Response]) -> tuple[list[ListedResume], set[str]]:
    """Rows of a search for everybody with people who applied, and the resumes they applied with."""
    resumes = {one.resume.id for one in applied if one.resume is not None}
    people = {one.resume.person_id for one in applied if one.resume is not None}
    desk.section.search(ResumeQuery())
    await desk.answered()
    while True:
        rows = list(desk.section.list.model.items)
        known = [
            row for row in rows if isinstance(row.resume, ResumeShort) and row.resume.person_id in people
        ]
        others = [row for row in known if row.key not in resumes]
        if known and others:
            return known, {str(one) for one in resumes}
        await one_more_page(desk, len(rows))


async def one_more_page(desk: SearchDesk, before: int) -> None:
    """As scrolling to the end brings it."""
    bar = desk.section.list.view.verticalScrollBar()
    bar.setValue(0)
    bar.setValue(bar.maximum())
    await until(lambda: len(desk.section.list.model.items) > before)


@pytest.mark.parametrize("other", [False, True], ids=["the-same-resume", "another-resume"])
async def test_a_person_who_applied_is_known_in_the_search(desk: SearchDesk, other: bool) -> None:
    rows, resumes = await known_rows(desk, await everybody_who_applied(desk))
    row = next(row for row in rows if (row.key not in resumes) is other)
    assert row.known_since is not None
    model = desk.section.list.model
    assert desk.section.list.view.choose(row.key)
    words = desk.section.reader.head.known.words
    expected = "applied with another resume on" if other else "applied on"
    await until(lambda: expected in words.text())
    assert "stage “" in words.text()
    assert desk.visible("readerKnown")
    assert "known since" in model.content_at(model.row_of(row.key)).spoken()


async def test_a_stage_that_hh_remembers_is_told_in_the_reader(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    reader = desk.section.reader
    assert reader.resume is not None
    assert reader.row is not None
    early, late = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 9, tzinfo=UTC)
    changes = (
        HistoryChange(state="Оценка", created_at=late),
        HistoryChange(state="Отклик", created_at=early),
    )
    here = HistoryVacancy(vacancy_id=VacancyId("1"), name="Бухгалтер", changes=changes)
    gone = HistoryVacancy(vacancy_id=VacancyId("2"), name="Кассир", archived=True, changes=changes)
    reader.head.show_short(reader.row, structs.replace(reader.resume, history=(gone, here)), present())
    assert reader.head.known.words.text() == "Already in your vacancy “Бухгалтер”: Оценка"
    assert desk.visible("readerKnown")
