"""hh.ru's answers with nothing where something is promised: what is left of them is shown.

Whatever the window does not expect fails the test by its loop (`tests.gui.resumes.conftest`).
"""

from __future__ import annotations

import pytest

from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.vacancies.section import VacanciesSection
from tests.gui.bad_days.desk import RESPONSES, SEARCH, VACANCIES, Desk, until
from tests.gui.bad_days.test_layouts import nameless

UNREADABLE = "This row could not be read"
NAMES = [
    "name", "first_name", "last_name", "middle_name", "title", "text", "position", "company", "description",
    "employer_name",
]  # fmt: skip


async def vacancies(desk: Desk) -> VacanciesSection:
    """The Vacancies section with hh.ru's answer in it."""
    desk.window.open_section("vacancies")
    section = desk.window.section
    assert isinstance(section, VacanciesSection)
    section.refresh()
    await until(lambda: not section._tasks.keys())
    return section


async def test_lists_of_nothing_but_null_are_empty_lists(desk: Desk) -> None:
    for operation in (SEARCH, VACANCIES, RESPONSES):
        desk.sandbox.fault("fields", operation, fields={"items": [None], "found": 1, "pages": 1})
    await desk.search()
    assert desk.rows() == []
    assert desk.state().title == "Nobody was found"
    section = await vacancies(desk)
    assert not section.model.ids
    assert desk.state("vacanciesEmpty").title == "No active vacancies"
    desk.sandbox.clear_faults()
    desk.sandbox.fault("fields", RESPONSES, fields={"items": [None], "found": 1, "pages": 1})
    responses = desk.working
    responses.refresh()
    state = "responsesState"
    await until(lambda: desk.sees(state) and desk.state(state).title == "Nobody here")
    assert not responses.list.model.ids
    assert responses.reader.response is None
    assert desk.traces() == ([], [])


async def test_null_among_people_takes_nobody_away(desk: Desk) -> None:
    await desk.search()
    found = desk.rows()
    section = await desk.responses()
    people = list(section.list.model.ids)
    for operation in (SEARCH, RESPONSES):
        desk.sandbox.fault("null_items", operation, at=1)
    section.refresh()
    await until(lambda: not section._tasks.keys())
    assert list(section.list.model.ids) == people
    desk.searching.refresh()
    await desk.answered()
    assert desk.rows() == found


@pytest.mark.parametrize("lists", [False, True], ids=["names", "lists"])
async def test_people_vacancies_and_acts_without_a_name_can_be_worked_on(desk: Desk, lists: bool) -> None:
    desk.sandbox.fault("nulls", "*", fields=[] if lists else NAMES, lists=lists)
    await desk.search()
    first = next(row for row, said in enumerate(desk.rows()) if said != UNREADABLE)
    await desk.read(first)
    assert desk.sees("resumeBody")
    desk.searching.reader.ask_invite()
    dialog = await desk.dialog()
    dialog.reject()
    section = await desk.responses()
    response = section.reader.response
    assert response is not None
    assert all(button.text() for button in section.reader.acts.buttons)
    section.reader.show_chat()
    await until(lambda: not section.reader._tasks.is_running("chat"))
    assert desk.sees("chatView")
    section.reader.acts.press(1, True)
    await until(lambda: desk.all(ActDialog) or desk.toast())
    for asked in desk.all(ActDialog):
        asked.reject()
    shown = await vacancies(desk)
    said = [shown.model.content_at(row).lines[0].left for row in range(len(shown.model.ids))]
    assert len(said) > 1
    assert all(said)
    shown.view.choose(shown.model.ids[-1])
    await until(lambda: not shown._tasks.keys())
    for place in ("search", "responses", "vacancies", "outbox", "settings"):
        desk.window.open_section(place)
        await desk.settled()
        assert not desk.window.grab().isNull()
        assert desk.clipped() == [], place
        assert nameless(desk) == [], place
    assert desk.traces()[1] == []
