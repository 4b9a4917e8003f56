"""Sign in, search, filter: from nothing to a list of people."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.chips import ChipBar
from hhdesk.gui.kit.rows import RowsView
from hhdesk.gui.tour.robot import Robot, TourFailed
from hhdesk.gui.tour.story import Story, number_in

_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_AGE: Final = re.compile(r"(\d\d)[\s\u00a0]+(?:years? old|год|года|лет)\b")
"""At the beginning of a line: later in it stands the experience, in years too."""


async def sign_in(story: Story) -> bool:
    """From the first-run page to work; on a profile that is signed in already, the window itself."""
    robot = story.robot

    async def enter() -> str:
        if not robot.is_shown("firstRun"):
            await robot.see("rail")
            return "signed in before"
        await robot.click(await robot.enabled("signIn", Button))
        await robot.enabled("beginWork", Button, seconds=120)
        title = await robot.see("resultTitle", QLabel)
        return title.text()

    async def begin() -> str:
        if (button := robot.find("beginWork", Button)) is not None:
            await robot.click(button)
        await robot.see("rail")
        return await robot.reads("account", r"\w")

    return await story.step("sign in through the browser", enter) and await story.step("begin to work", begin)


async def search(story: Story) -> bool:
    """An open search, a word taken from what it finds, and a filter on top."""
    robot = story.robot
    word = ""

    async def everybody() -> str:
        await story.go("search")
        if robot.find("filterPanel") is None:
            await robot.click("filtersToggle")
        if left := _chips(robot):
            # The conditions of last time.
            await robot.click(await robot.enabled("filterReset", Button))
        await robot.click(await robot.enabled("filterFind", Button))
        await robot.until(lambda: not left or _chips(robot) != left, "no conditions of last time")
        view = await story.results()
        found = await robot.reads("foundLabel", r"\d")
        return f"{found}, {len(view.rows_model().ids)} rows"

    async def by_word() -> str:
        nonlocal word
        view = await story.results()
        before = number_in(robot.text(await robot.see("foundLabel")))
        word = _common_word(view)
        field = await _first_words_field(robot)
        await robot.type(field, word, clear=True)
        await robot.key(Qt.Key.Key_Return)
        await robot.until(
            lambda: word.casefold() in _chips(robot).casefold(), f"a condition that says {word}"
        )
        view = await story.results()
        found = await _found_at_most(robot, before)
        return f"{word}: {found} of {before}, {len(view.rows_model().ids)} rows"

    async def by_age() -> str:
        before = number_in(robot.text(await robot.see("foundLabel")))
        chips = _chips(robot)
        ages = _ages(await story.results())
        # Somebody shown is younger than the middle one, so hh.ru has to leave them out.
        narrows = len(set(ages)) > 1
        least = next((age for age in ages[len(ages) // 2 :] if age > ages[0]), ages[0]) if ages else 18
        field = await robot.see("ageFrom", QWidget)
        line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        await robot.type(line or field, str(least), clear=True)
        await robot.key(Qt.Key.Key_Return)
        await robot.until(lambda: _chips(robot) != chips, "one more condition")
        found = await _found_at_most(robot, before - 1 if narrows else before)
        if young := [age for age in _ages(await story.results()) if age < least]:
            raise TourFailed(f"people of {young} are shown, though from {least} was asked for")
        why = "" if narrows else "; nobody shown tells another age, so there was nobody to leave out"
        return f"from {least}: {found} of {before}{why}; conditions: {_chips(robot)}"

    return (
        await story.step("search resumes", everybody)
        and await story.step("search by a word", by_word)
        and await story.step("filter by age", by_age)
    )


async def _first_words_field(robot: Robot) -> QWidget:
    place = await robot.see("words1", QWidget)
    field = place if isinstance(place, QLineEdit) else place.findChild(QLineEdit)
    return field or place


async def _found_at_most(robot: Robot, most: int) -> int:
    """How many are found, once the number is there and not larger than before."""

    def number() -> int | None:
        found = number_in(robot.text_of("foundLabel"))
        return found if 0 < found <= most else None

    return await robot.until(number, f"at most {most} found")


def _chips(robot: Robot) -> str:
    place = robot.find("conditions", ChipBar)
    chips = place.findChildren(QWidget) if place is not None else []
    return " | ".join(str(chip.accessibleName()) for chip in chips if chip.isVisible())


def _common_word(view: RowsView) -> str:
    """The word that most of the shown titles have: on any server it finds somebody."""
    untitled = QCoreApplication.translate("Resume", "Resume without a title")
    titles = [title for title in _titles(view) if title != untitled]
    words = [word.capitalize() for title in titles for word in _WORD.findall(title)]
    if not words:
        raise TourFailed("no title has a word to search for")
    return str(max(words, key=words.count))


def _titles(view: RowsView) -> list[str]:
    model = view.rows_model()
    shown = (model.content_at(row) for row in range(len(model.ids)))
    return [content.lines[0].left for content in shown if content.lines]


def _ages(view: RowsView) -> list[int]:
    """The ages that are shown, the youngest first."""
    model = view.rows_model()
    shown = (model.content_at(row) for row in range(len(model.ids)))
    found = (_AGE.match(line.left) for content in shown for line in content.lines)
    return sorted(int(age[1]) for age in found if age)
