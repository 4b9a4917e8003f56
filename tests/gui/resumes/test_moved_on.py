"""What was asked for one person never lands on another who is shown by then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from hhdesk.gui.kit.buttons import LinkButton
from tests.gui.resumes.search_desk import SearchDesk, until

READ = "get-resume"


async def holds_back(desk: SearchDesk, operation: str, act: Callable[[], object]) -> None:
    """`act` asks hh.ru, which keeps the answer back."""
    desk.sandbox.hold(operation)
    act()
    await until(lambda: operation in desk.sandbox.state()["waiting"])


def words(desk: SearchDesk) -> str:
    """What the toasts say."""
    return " ".join(toast.words for toast in desk.window.shell.toaster.toasts)


async def test_a_late_pdf_does_not_open_over_the_next_person(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    desk.section.list.view.setFocus()
    await holds_back(desk, "download-resume", lambda: desk.press(Qt.Key.Key_D))
    desk.section.list.view.step(1)
    desk.sandbox.release()
    await until(lambda: "kept" in words(desk))
    assert not desk.section.files.is_shown


async def test_a_late_file_to_save_asks_nothing_over_the_next_person(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    await holds_back(desk, "download-resume", lambda: desk.click("actSaveFile"))
    desk.section.list.view.step(1)
    desk.sandbox.release()
    await until(lambda: "kept" in words(desk))
    assert not desk.window.findChildren(QFileDialog)


async def test_an_invitation_does_not_open_over_the_next_person(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.section.list.view.choose(desk.section.list.model.items[0].key)
    await holds_back(desk, "get-active-vacancy-list", desk.section.reader.ask_invite)
    desk.section.list.view.step(1)
    assert not desk.section.invite._tasks.keys()
    desk.sandbox.release()


async def test_an_invitation_does_not_open_over_another_section(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.section.list.view.choose(desk.section.list.model.items[0].key)
    await holds_back(desk, "get-active-vacancy-list", desk.section.reader.ask_invite)
    section = desk.section
    desk.window.open_section("outbox")
    assert not section.invite._tasks.keys()
    desk.sandbox.release()


async def test_after_a_check_for_robots_nobody_is_read_who_was_only_passed(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.sandbox.fault("captcha", READ, times=1)
    desk.click_row(0)
    await until(desk.window.shell.captcha.isVisible)
    before = desk.traced(READ)
    first = desk.section.list.view.current_id()
    desk.section.list.view.step(1)
    again = desk.window.shell.captcha.findChild(QWidget, "repeatAfterCaptcha")
    assert isinstance(again, LinkButton)
    again.click()
    assert "Somebody else" in words(desk)
    assert not desk.section.reader._tasks.is_running("read")
    assert desk.traced(READ) == before
    assert desk.section.list.view.current_id() != first


async def test_after_a_check_for_robots_the_same_person_is_read(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.sandbox.fault("captcha", READ, times=1)
    desk.click_row(0)
    await until(desk.window.shell.captcha.isVisible)
    again = desk.window.shell.captcha.findChild(QWidget, "repeatAfterCaptcha")
    assert isinstance(again, LinkButton)
    again.click()
    await desk.opened()


async def test_the_limit_of_one_does_not_cover_the_next(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    reader = desk.section.reader
    desk.section.list.view.setFocus()
    desk.press(Qt.Key.Key_C)
    await until(reader.confirm.isVisible)
    desk.sandbox.fault("view_limit", READ, times=1)
    await holds_back(desk, READ, lambda: desk.click("confirmYes"))
    desk.section.list.view.step(1)
    assert reader.contacts_button.isEnabled()
    before = words(desk)
    desk.sandbox.release()
    await until(lambda: words(desk) != before)
    assert not reader.limit.isVisible()


async def test_late_marks_take_no_rows_away(desk: SearchDesk) -> None:
    await desk.search("")
    section = desk.section
    await until(lambda: section._result is not None and section._result.has_more)
    assert section._result is not None
    asked = section._result
    section._more()
    await until(lambda: section._result is not asked)
    section._marked(asked, asked)
    assert section._result is not asked
    assert section._result is not None
    assert section._result.pages_loaded > asked.pages_loaded
    await until(lambda: not section._tasks.is_running("marks"))
    assert section._result.pages_loaded > asked.pages_loaded
