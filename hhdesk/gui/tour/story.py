"""What the chapters share: the story with its hand and eye, and what more than one of them does."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.fields import Choice
from hhdesk.gui.kit.rows import RowsView
from hhdesk.gui.tour.report import Recorder
from hhdesk.gui.tour.robot import Robot, TourFailed

PEOPLE_TRIED: Final = 12
"""How many people of a list are tried where not everybody can be bought or invited."""
_SETTLE_SECONDS: Final = 60.0
"""An act waits for its take-back window, is sent, and its outcome is read again."""


class Story:
    """What the chapters share: hand and eye, the recorder, and what was seen so far."""

    def __init__(self, robot: Robot, recorder: Recorder) -> None:
        self.robot = robot
        self.recorder = recorder

    async def step(self, name: str, work: Callable[[], Awaitable[str]]) -> bool:
        """One step of the report."""
        return await self.recorder.step(name, work)

    async def results(self) -> RowsView:
        """The list of found resumes, with rows in it."""
        return await self.list_with_rows("resultRows")

    async def list_with_rows(self, name: str) -> RowsView:
        """A list that has at least one row that can be chosen."""
        view = await self.robot.see(name, RowsView)
        await self.robot.until(lambda: bool(view.rows_model().ids), f"rows in {name}")
        return view

    async def go(self, section: str) -> None:
        """Click a place of the rail."""
        await self.robot.click(f"rail.{section}")
        await self.robot.see(f"section_{section}")


def number_in(text: str) -> int:
    """The first whole number of a text, with any spaces between its digits."""
    found = re.search(r"\d[\d\s\u00a0\u202f,.]*", text)
    return int(re.sub(r"\D", "", found[0])) if found else 0


async def whole_resume(robot: Robot) -> None:
    """Wait until the full resume stands where the short card with its price was."""
    await robot.until(
        lambda: robot.is_shown("resumeBody") and not robot.is_shown("readerCard"), "the whole resume"
    )


async def open_row(story: Story, view: RowsView, row: int) -> None:
    robot = story.robot
    await robot.click_row(view, row)
    await whole_resume(robot)


async def agree_if_asked(robot: Robot) -> None:
    if robot.find("confirmStrip") is not None:
        await robot.click("confirmYes")


async def fill_act(robot: Robot) -> bool:
    """Make the open dialog ready to be sent; False where hh.ru lets nothing be done from here."""
    button = await robot.see("actDo", Button)
    await robot.until(lambda: button.isEnabled() or robot.find("actNotice") is not None, "the dialog")
    if not button.isEnabled() and not await _choose_vacancy(robot, button):
        return False
    message = robot.find("actMessage", QWidget)
    if message is None:
        return True
    if robot.is_shown("actTemplate"):
        # hh.ru's own letter is on its way, or does not come.
        await robot.until(
            lambda: bool(robot.text(message).strip()) or robot.is_shown("actNotice"),
            "the letter of the template",
        )
    if message.isEnabled() and not robot.text(message).strip():
        await robot.type(message, "Здравствуйте! Приглашаем вас на разговор.")
    return True


async def send_act(robot: Robot) -> None:
    """Send what the open dialog holds; an address that it then asks for is chosen by key."""
    await robot.click(await robot.enabled("actDo", Button))
    await robot.until(lambda: not robot.is_shown("actDialog") or _wants_address(robot), "the act on its way")
    if _wants_address(robot):
        address = await robot.see("actAddress", Choice)
        await robot.until(lambda: address.count() > 1, "addresses")
        address.setFocus(Qt.FocusReason.TabFocusReason)
        await robot.key(Qt.Key.Key_Down)
        await robot.click(await robot.enabled("actDo", Button))
    await robot.gone("actDialog")


def _wants_address(robot: Robot) -> bool:
    address = robot.find("actAddress", Choice)
    return address is not None and bool(address.property("invalid")) and not address.key


async def _choose_vacancy(robot: Robot, button: Button) -> bool:
    """Open the vacancies by key and go down until one can be invited to; False where there is none."""
    vacancy = robot.find("actVacancy", Choice)
    if vacancy is None or not vacancy.hasFocus():
        return False
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        await robot.key(key)
    if button.isEnabled():
        return True
    for _ in range(vacancy.count()):
        await robot.key(Qt.Key.Key_Down)
        if button.isEnabled():
            return True
    return False


async def settled(story: Story) -> str:
    """Wait in the outbox until the newest entry stands among the done ones, and tell what its row says."""
    robot = story.robot
    await story.go("outbox")
    view = await story.list_with_rows("outboxRows")
    entry = max((row for row in view.rows_model().ids if row.isdigit()), key=int)
    await robot.until(
        lambda: _heading_of(view, entry) in ("group-done", "group-decide"), "the outcome", _SETTLE_SECONDS
    )
    said = view.rows_model().content_at(view.rows_model().row_of(entry)).spoken()
    if _heading_of(view, entry) != "group-done":
        raise TourFailed(f"hh.ru did not take it: {said}")
    await robot.click_row(view, view.rows_model().row_of(entry))
    return said


def _heading_of(view: RowsView, entry: str) -> str:
    """Under which heading of the outbox an entry stands."""
    heading = ""
    for row in view.rows_model().ids:
        if row == entry:
            return heading
        if not row.isdigit():
            heading = row
    return ""
