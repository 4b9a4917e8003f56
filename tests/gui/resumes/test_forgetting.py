"""Forgetting one person at once, from the page that shows them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.gui.actions import ActionId
from tests.gui.resumes.search_desk import SearchDesk, until


async def reading(desk: SearchDesk) -> tuple[PersonId, ResumeId]:
    """Somebody was found, opened, and so is kept."""
    await desk.search("менеджер")
    desk.click_row(1)
    desk.press(Qt.Key.Key_Return)
    await desk.opened()
    resume = desk.section.reader.resume
    assert resume is not None
    assert resume.person_id is not None
    return resume.person_id, resume.id


async def asked(desk: SearchDesk) -> QWidget:
    """The question stands there."""
    assert ActionId.FORGET in desk.section.enabled_commands()
    desk.window.do(ActionId.FORGET)
    await until(lambda: desk.window.findChild(QWidget, "question") is not None)
    return desk.find(QWidget, "question")


async def test_a_person_is_forgotten_at_once(desk: SearchDesk) -> None:
    person, resume = await reading(desk)
    await asked(desk)
    desk.click("questionYes")
    await until(lambda: desk.section.reader.resume is None)
    assert await desk.services.people.timeline(person) == ()
    assert await desk.services.resumes.stored(resume) is None
    row = desk.section.reader.row
    assert row is not None
    assert not row.read_here
    assert any("hh.ru" in toast.words for toast in desk.window.shell.toaster.toasts)


async def test_nothing_is_forgotten_by_mistake(desk: SearchDesk) -> None:
    person, _ = await reading(desk)
    await asked(desk)
    desk.click("questionNo")
    await until(lambda: desk.window.findChild(QWidget, "question") is None)
    assert await desk.services.people.timeline(person) != ()
    assert desk.section.reader.resume is not None


async def test_whoever_is_shown_by_then_stays_as_they_are(desk: SearchDesk) -> None:
    person, _ = await reading(desk)
    desk.click_row(0)
    await until(lambda: desk.section.list.view.current_id() == desk.section.list.model.ids[0])
    desk.press(Qt.Key.Key_Return)
    await desk.opened()
    desk.click_row(1)
    await desk.opened()
    await asked(desk)
    desk.click("questionYes")
    # Before anything is forgotten the person goes on.
    desk.click_row(0)
    await until(lambda: not desk.section.list.model.items[1].read_here)
    assert await desk.services.people.timeline(person) == ()
    await desk.opened()
    row = desk.section.reader.row
    assert row is not None
    assert row.key == desk.section.list.model.ids[0]
    assert row.read_here
