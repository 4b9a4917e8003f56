"""Lists and letters that come late stay away from the vacancy and the person that are shown by then."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hhdesk.gui.kit.buttons import LinkButton
from tests.gui.responses.responses_desk import LIST, ResponsesDesk
from tests.gui.resumes.search_desk import until


async def test_a_late_list_does_not_come_under_another_vacancy(desk: ResponsesDesk) -> None:
    section = desk.section
    other = next(one for one in section.tree.vacancies if one.id != section._vacancy)
    desk.sandbox.hold(LIST)
    desk.sandbox.hold("get-negotiations")
    section.refresh()
    await until(lambda: LIST in desk.sandbox.state()["waiting"])
    section.tree.open_vacancy(other.id)
    assert not section._tasks.is_running("list")
    desk.sandbox.release()
    await until(lambda: section.list.shown is not None and not section.list.shown.from_store)
    assert section.list.shown is not None
    assert section.list.shown.vacancy_id == other.id


async def test_after_a_check_for_robots_nobodys_letters_are_read_who_was_passed(desk: ResponsesDesk) -> None:
    desk.sandbox.fault("captcha", "get-chat-messages", times=1)
    await desk.open_row(0)
    await until(desk.window.shell.captcha.isVisible)
    before = desk.traced("get-chat-messages")
    desk.section.list.step(1, extend=False)
    again = desk.window.shell.captcha.findChild(QWidget, "repeatAfterCaptcha")
    assert isinstance(again, LinkButton)
    again.click()
    assert not desk.section.reader._tasks.is_running("chat")
    assert desk.traced("get-chat-messages") == before
