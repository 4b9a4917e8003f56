"""Work a response of somebody who applied, answer in a chat, look at a vacancy."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.rows import RowsView
from hhdesk.gui.responses.tree import VacancyTree
from hhdesk.gui.tour.robot import Robot, TourFailed
from hhdesk.gui.tour.story import PEOPLE_TRIED, Story, fill_act, send_act, settled, whole_resume

_CHAT_WORDS: Final = "Здравствуйте! Спасибо за отклик, посмотрели внимательно."
_MOMENT: Final = 1.0
"""Seconds in which the acts of a clicked response are there, if it has any."""


async def respond(story: Story) -> bool:
    """Work a response of somebody who applied: read it, act on it, see hh.ru take it, answer in the chat."""
    robot = story.robot

    async def find() -> str:
        await story.go("responses")
        view = await _list_with_acts(story)
        title = await robot.reads("responsesHead.title", r"\w")
        return f"{title}: {len(view.rows_model().ids)} rows"

    async def open_response() -> str:
        view = await story.list_with_rows("responseRows")
        name = await _open_actionable(story, view)
        await whole_resume(robot)
        state = await robot.reads("responseStateWords", r"\w")
        return f"{name}; {state}"

    async def act_on_it() -> str:
        button = _offered_act(robot)
        if button is None:
            raise TourFailed("hh.ru offers no act that can be done from here")
        name = button.accessibleName()
        await _press(robot, button)
        if await _dialog_came(robot):
            if not await fill_act(robot):
                raise TourFailed(f"{name} cannot be filled in")
            await send_act(robot)
        await robot.reads("responseStateWords", r"\w")
        return name

    async def answer() -> str:
        await story.go("responses")
        here = await story.list_with_rows("responseRows")
        if await _write_in_a_chat(story, here):
            return _CHAT_WORDS
        async for view in _lists(story):
            if await _write_in_a_chat(story, view):
                return _CHAT_WORDS
        raise TourFailed("no chat may be written in")

    return (
        await story.step("find responses", find)
        and await story.step("open a response", open_response)
        and await story.step("act on the response", act_on_it)
        and await story.step("see the act settled", lambda: settled(story))
        and await story.step("answer in a chat", answer)
        and await story.step("see the message settled", lambda: settled(story))
    )


async def look_at_vacancies(story: Story) -> bool:
    """The vacancies with their counters, and the card of one."""
    robot = story.robot

    async def look() -> str:
        await story.go("vacancies")
        view = await story.list_with_rows("vacancyList")
        await robot.click_row(view, 0)
        shown = view.rows_model().content_at(0).spoken()
        name = await robot.reads("vacancyName", r"\w")
        if name not in shown:
            raise TourFailed(f"the card shows {name}, the row {shown}")
        await robot.see("vacancyDescription")
        return shown

    return await story.step("look at a vacancy", look)


async def _lists(story: Story) -> AsyncIterator[RowsView]:
    """hh.ru's lists with people in them, over all vacancies, each shown by clicking it."""
    robot = story.robot
    tree = await robot.see("vacancyTree", VacancyTree)
    await robot.until(lambda: bool(tree.vacancies), "vacancies")
    for vacancy in tree.vacancies:
        if tree.current[0] != vacancy.id:
            await robot.click_index(tree, tree.index_of(vacancy.id))
        await robot.until(partial(tree.collections, vacancy.id), "hh.ru's lists")
        for collection in tree.collections(vacancy.id):
            if collection.counters.total:
                await robot.click_index(tree, tree.index_of(vacancy.id, collection.id))
                yield await story.list_with_rows("responseRows")


async def _list_with_acts(story: Story) -> RowsView:
    """The first list in which something can be done."""
    async for view in _lists(story):
        for row in range(min(PEOPLE_TRIED, len(view.rows_model().ids))):
            await story.robot.click_row(view, row)
            if await _act_comes(story.robot):
                return view
    raise TourFailed("no list has somebody on whom one can act")


async def _open_actionable(story: Story, view: RowsView) -> str:
    """Open the first person on whom one can act; what their row says."""
    for row in range(min(PEOPLE_TRIED, len(view.rows_model().ids))):
        await story.robot.click_row(view, row)
        if await _act_comes(story.robot) and story.robot.is_shown("readerTitle"):
            return view.rows_model().content_at(row).spoken()
    raise TourFailed("nobody in the list can be acted on")


async def _act_comes(robot: Robot) -> bool:
    """Whether the person just clicked has an act; their buttons take a moment."""
    try:
        await robot.until(lambda: _offered_act(robot), "an act", _MOMENT)
    except TourFailed:
        return False
    return True


def _offered_act(robot: Robot) -> Button | None:
    """The first act that is allowed and not for the site, one without a menu if there is such a one.

    Acts for which the bar has no room are in its last menu; their keys do them all the same.
    """
    offered = [robot.kept(f"respond{number}", Button) for number in range(1, 10)]
    usable = [one for one in offered if one and one.isEnabled() and not one.property("forTheSite")]
    return min(usable, key=lambda one: bool(one.property("hasMenu")), default=None)


async def _press(robot: Robot, act: Button) -> None:
    """Click the act, or press its key where the bar had no room; of a menu, the first entry is the act."""
    if act.isVisible():
        await robot.click(act)
    else:
        await robot.key(Qt.Key(Qt.Key.Key_0 + int(act.objectName().removeprefix("respond"))))
    if act.property("hasMenu"):
        await robot.see("subActionsMenu")
        await robot.key(Qt.Key.Key_Return)


async def _dialog_came(robot: Robot) -> bool:
    """Whether the act asked something: either its dialog comes or the outbox has it."""
    await robot.until(
        lambda: robot.is_shown("actDialog") or "→" in _first_badges(robot), "a dialog or a waiting act"
    )
    return robot.is_shown("actDialog")


def _first_badges(robot: Robot) -> str:
    view = robot.find("responseRows", RowsView)
    if view is None:
        return ""
    model = view.rows_model()
    return " ".join(model.content_at(row).spoken() for row in range(len(model.ids)))


async def _write_in_a_chat(story: Story, view: RowsView) -> bool:
    """Write to the first of the list in whose chat one may; False where there is none."""
    robot = story.robot
    for row in range(min(PEOPLE_TRIED, len(view.rows_model().ids))):
        await robot.click_row(view, row)
        chat = robot.find("actChat", Button)
        if chat is None or not chat.isEnabled():
            continue
        await robot.click(chat)
        if await _may_write(robot):
            await robot.type("chatField", _CHAT_WORDS)
            await robot.click(await robot.enabled("chatSend", Button))
            await robot.until(lambda: _CHAT_WORDS in _texts(robot, "chatMessages"), "the message in the chat")
            return True
    return False


async def _may_write(robot: Robot) -> bool:
    """Whether the open chat has a field; False where hh.ru gave a reason instead."""
    reading = QCoreApplication.translate("ResponseReader", "Reading from hh.ru…")
    await robot.until(
        lambda: robot.is_shown("chatField") or robot.text_of("chatState") not in ("", reading),
        "the chat or why it is closed",
    )
    return robot.is_shown("chatField")


def _texts(robot: Robot, name: str) -> str:
    place = robot.find(name, QWidget)
    labels = place.findChildren(QLabel) if place is not None else []
    return "\n".join(str(label.text()) for label in labels)
