"""The main job as a story: sign in, search, read, download, open contacts, invite, work responses.

Every step acts by mouse and keys, and reads back from widgets what it claims. Nothing in it knows the data or
the stages of a server: words are taken from what is shown, acts from what is offered.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.chips import ChipBar
from hhdesk.gui.kit.rows import RowsView
from hhdesk.gui.responses.tree import VacancyTree
from hhdesk.gui.tour.report import Recorder
from hhdesk.gui.tour.robot import Robot, TourFailed

_PEOPLE_TRIED: Final = 12
"""How many people of a list are tried where not everybody can be bought or invited."""
_ASKED_SECONDS: Final = 3.0
_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_CHAT_WORDS: Final = "Здравствуйте! Спасибо за отклик, посмотрели внимательно."
_MOMENT: Final = 1.0
"""Seconds in which the acts of a clicked response are there, if it has any."""
_AGE: Final = re.compile(r"(\d\d)[\s\u00a0]+(?:years? old|год|года|лет)\b")
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
        field = await robot.see("ageFrom", QWidget)
        line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        await robot.type(line or field, str(_youngest(await story.results())), clear=True)
        await robot.key(Qt.Key.Key_Return)
        await robot.until(lambda: _chips(robot) != chips, "one more condition")
        await story.results()
        found = number_in(await robot.reads("foundLabel", r"\d"))
        if found > before:
            raise TourFailed(f"the filter widened the search from {before} to {found}")
        return f"{found} of {before}; conditions: {_chips(robot)}"

    return (
        await story.step("search resumes", everybody)
        and await story.step("search by a word", by_word)
        and await story.step("filter by age", by_age)
    )


async def read(story: Story) -> bool:
    """Open a resume, walk to the next by key."""
    robot = story.robot

    async def open_first() -> str:
        view = await story.results()
        await robot.click_row(view, 0)
        await _whole_resume(robot)
        return await robot.reads("readerTitle", r"\w")

    async def next_by_key() -> str:
        view = await story.results()
        before = view.current_id()
        await robot.key(Qt.Key.Key_J)
        await robot.until(lambda: view.current_id() != before, "the next row")
        await robot.key(Qt.Key.Key_Return)
        await _whole_resume(robot)
        return await robot.reads("readerTitle", r"\w")

    return await story.step("open a resume", open_first) and await story.step(
        "next resume by key", next_by_key
    )


async def download(story: Story) -> bool:
    """The PDF in the window."""
    robot = story.robot

    async def pdf() -> str:
        await robot.click(await robot.enabled("actPdf", Button))
        await _agree_if_asked(robot)
        await robot.see("pdfView", seconds=60)
        await robot.painted("pdfView")
        return await robot.reads("pdfFileName", r"\.pdf$")

    async def back() -> str:
        await robot.click("pdfBackButton")
        await _whole_resume(robot)
        return await robot.reads("readerTitle", r"\w")

    return await story.step("download the resume as PDF", pdf) and await story.step(
        "back to the resume", back
    )


async def contacts(story: Story) -> bool:
    """Open contacts of somebody whose contacts can be bought, after the sentence that says the price."""
    robot = story.robot

    async def buy() -> str:
        view = await story.results()
        for row in range(min(_PEOPLE_TRIED, len(view.rows_model().ids))):
            await _open_row(story, view, row)
            button = robot.find("actContacts", Button)
            hides_something = robot.is_shown("contactsAnyway")
            if button is None or not button.isEnabled() or not button.cost or hides_something:
                continue
            await robot.click(button)
            try:
                price = await robot.reads("confirmWords", r"\w", seconds=_ASKED_SECONDS)
            except TourFailed:
                # Opened on an earlier tour: there is nothing to buy any more.
                continue
            await robot.click("confirmYes")
            contact = await robot.see("contact1", QWidget)
            return f"{price} → {robot.text(contact)}"
        raise TourFailed(f"nobody of {_PEOPLE_TRIED} people has contacts that can be opened")

    return await story.step("open contacts", buy)


async def invite(story: Story) -> bool:
    """Invite somebody who has not applied, and see hh.ru take it."""
    robot = story.robot

    async def send() -> str:
        view = await story.results()
        for row in range(min(_PEOPLE_TRIED, len(view.rows_model().ids))):
            await _open_row(story, view, row)
            button = robot.find("actInvite", Button)
            if button is None or not button.isEnabled():
                continue
            await robot.click(button)
            await robot.see("actDialog")
            if not await fill_act(robot):
                await robot.click("actCancel")
                await robot.gone("actDialog")
                continue
            story.recorder.picture("invitation")
            price = robot.text(await robot.see("actPrice"))
            await robot.click(await robot.enabled("actDo", Button))
            await robot.gone("actDialog")
            return price
        raise TourFailed(f"nobody of {_PEOPLE_TRIED} people can be invited")

    return await story.step("invite to an interview", send) and await story.step(
        "see the invitation settled", lambda: settled(story)
    )


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
        await _whole_resume(robot)
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
            await robot.click(await robot.enabled("actDo", Button))
            await robot.gone("actDialog")
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
        for row in range(min(_PEOPLE_TRIED, len(view.rows_model().ids))):
            await story.robot.click_row(view, row)
            if await _act_comes(story.robot):
                return view
    raise TourFailed("no list has somebody on whom one can act")


async def _open_actionable(story: Story, view: RowsView) -> str:
    """Open the first person on whom one can act; what their row says."""
    for row in range(min(_PEOPLE_TRIED, len(view.rows_model().ids))):
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
    for row in range(min(_PEOPLE_TRIED, len(view.rows_model().ids))):
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


async def fill_act(robot: Robot) -> bool:
    """Make the open dialog ready to be sent; False where hh.ru lets nothing be done from here."""
    button = await robot.see("actDo", Button)
    await robot.until(lambda: button.isEnabled() or robot.find("actNotice") is not None, "the dialog")
    if not button.isEnabled():
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


async def _open_row(story: Story, view: RowsView, row: int) -> None:
    robot = story.robot
    await robot.click_row(view, row)
    await _whole_resume(robot)


async def _whole_resume(robot: Robot) -> None:
    """Wait until the full resume stands where the short card with its price was."""
    await robot.until(
        lambda: robot.is_shown("resumeBody") and not robot.is_shown("readerCard"), "the whole resume"
    )


async def _agree_if_asked(robot: Robot) -> None:
    if robot.find("confirmStrip") is not None:
        await robot.click("confirmYes")


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


def _youngest(view: RowsView) -> int:
    """The lowest age that is shown, so that the filter leaves somebody; 18 where nobody tells theirs."""
    model = view.rows_model()
    spoken = "\n".join(model.content_at(row).spoken() for row in range(len(model.ids)))
    return min((int(age) for age in _AGE.findall(spoken)), default=18)


CHAPTERS: Final = (sign_in, search, read, download, contacts, invite, respond, look_at_vacancies)
