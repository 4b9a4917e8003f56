"""Read, download, open contacts, invite: what is done with a person who was found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.tour.robot import TourFailed
from hhdesk.gui.tour.story import (
    PEOPLE_TRIED,
    Story,
    agree_if_asked,
    fill_act,
    open_row,
    send_act,
    settled,
    whole_resume,
)

_ASKED_SECONDS: Final = 3.0
"""So long a question may take to come."""


async def read(story: Story) -> bool:
    """Open a resume, walk to the next by key."""
    robot = story.robot

    async def open_first() -> str:
        view = await story.results()
        await robot.click_row(view, 0)
        await whole_resume(robot)
        return await robot.reads("readerTitle", r"\w")

    async def next_by_key() -> str:
        view = await story.results()
        before = view.current_id()
        await robot.key(Qt.Key.Key_J)
        await robot.until(lambda: view.current_id() != before, "the next row")
        await robot.key(Qt.Key.Key_Return)
        await whole_resume(robot)
        return await robot.reads("readerTitle", r"\w")

    return await story.step("open a resume", open_first) and await story.step(
        "next resume by key", next_by_key
    )


async def download(story: Story) -> bool:
    """The PDF in the window."""
    robot = story.robot

    async def pdf() -> str:
        await robot.click(await robot.enabled("actPdf", Button))
        await agree_if_asked(robot)
        await robot.see("pdfView", seconds=60)
        await robot.painted("pdfView")
        return await robot.reads("pdfFileName", r"\.pdf$")

    async def back() -> str:
        await robot.click("pdfBackButton")
        await whole_resume(robot)
        return await robot.reads("readerTitle", r"\w")

    return await story.step("download the resume as PDF", pdf) and await story.step(
        "back to the resume", back
    )


async def contacts(story: Story) -> bool:
    """Open contacts of somebody whose contacts can be bought, after the sentence that says the price."""
    robot = story.robot

    async def buy() -> str:
        view = await story.results()
        for row in range(min(PEOPLE_TRIED, len(view.rows_model().ids))):
            await open_row(story, view, row)
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
        raise TourFailed(f"nobody of {PEOPLE_TRIED} people has contacts that can be opened")

    return await story.step("open contacts", buy)


async def invite(story: Story) -> bool:
    """Invite somebody who has not applied, and see hh.ru take it."""
    robot = story.robot

    async def send() -> str:
        view = await story.results()
        for row in range(min(PEOPLE_TRIED, len(view.rows_model().ids))):
            await open_row(story, view, row)
            button = robot.find("actInvite", Button)
            if button is None or not button.isEnabled():
                continue
            await robot.click(button)
            await robot.see("actDialog")
            if not await fill_act(robot):
                await robot.click("actCancel")
                await robot.gone("actDialog")
                continue
            await story.recorder.picture("invitation")
            price = robot.text(await robot.see("actPrice"))
            await send_act(robot)
            return price
        raise TourFailed(f"nobody of {PEOPLE_TRIED} people can be invited")

    return await story.step("invite to an interview", send) and await story.step(
        "see the invitation settled", lambda: settled(story)
    )
