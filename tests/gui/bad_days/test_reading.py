"""Reading a person, contacts and files on a bad day: nothing is spent unasked, nothing wrong is kept."""

from __future__ import annotations

import asyncio
from time import process_time
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from hhdesk.domain.resumes import ResumeShort
from tests.gui.bad_days.desk import FILE, RESUME, SEARCH, Desk, until


async def test_check_for_robots_opens_the_resume_after_it(desk: Desk) -> None:
    await desk.search()
    desk.sandbox.fault("captcha", RESUME)
    desk.open_row(0)
    await until(lambda: desk.has_strip("captchaNotice"))
    said = desk.notice("captchaNotice")
    assert said.text == "It opens after. Do the check."
    assert desk.clipped(desk.window.shell.captcha) == []
    desk.take_way("solveCaptcha")
    await desk.resume_shown()
    assert "/captcha" in desk.browser.opened[0]
    assert "backurl" in desk.browser.opened[0]
    assert not desk.has_strip("captchaNotice")


async def test_check_without_a_way_back_is_repeated_by_hand(desk: Desk) -> None:
    await desk.search()
    desk.sandbox.fault("captcha", RESUME, captcha_url=False)
    desk.open_row(0)
    await until(lambda: desk.has_strip("captchaNotice"))
    desk.take_way("solveCaptcha")
    await until(lambda: bool(desk.browser.opened))
    assert desk.has_strip("captchaNotice")
    desk.sandbox.clear_faults()
    desk.take_way("repeatAfterCaptcha")
    await desk.resume_shown()


async def test_spent_views_lead_to_responses_and_refresh_keeps_the_copy(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    desk.sandbox.fault("view_limit", RESUME)
    desk.searching.reader.refresh()
    await desk.told("Views are used up for today")
    assert desk.searching.reader.resume is not None
    assert desk.toast_ways() == ("Work on responses",)
    desk.open_row(1)
    await until(lambda: desk.sees("readerLimit"))
    said = desk.state("readerLimit")
    assert said.text == "More tomorrow. Work on responses."
    assert desk.clipped(desk.searching.reader) == []
    desk.take_way("limitResponses")
    assert desk.window.section is not None
    assert desk.window.section.key == "responses"


async def test_resume_that_does_not_come_is_asked_for_again(desk: Desk) -> None:
    await desk.search()
    desk.sandbox.fault("server_html_5xx", RESUME, status=502)
    desk.open_row(0)
    await desk.told("hh.ru is not answering")
    # A resume that was read is counted: hhdesk never reads one a second time by itself.
    assert desk.asked(RESUME) == 1
    desk.sandbox.clear_faults()
    desk.take_toast()
    await desk.resume_shown()


async def test_check_for_robots_before_contacts_asks_for_the_price_again(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    reader = desk.searching.reader
    reader.ask_contacts()
    await until(lambda: desk.sees("confirmYes"))
    desk.sandbox.fault("captcha", RESUME)
    desk.take_way("confirmYes")
    await until(lambda: desk.has_strip("captchaNotice"))
    desk.take_way("solveCaptcha")
    await until(lambda: desk.sees("confirmYes"))
    assert desk.traces()[1] == []


async def test_spent_views_at_contacts_are_told_and_buy_nothing(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    reader = desk.searching.reader
    reader.ask_contacts()
    await until(lambda: desk.sees("confirmYes"))
    desk.sandbox.fault("view_limit", RESUME)
    desk.take_way("confirmYes")
    await desk.told("Views are used up for today")
    assert not reader.limit.isVisible()
    assert desk.sees("resumeBody")
    assert desk.traces()[1] == []


@pytest.mark.parametrize("field", ["last_name", "salary", "title"])
async def test_people_with_nothing_in_a_field_can_be_read(desk: Desk, field: str) -> None:
    empty = dict.fromkeys(
        ("last_name", "first_name", "middle_name", "salary", "title", "area", "experience", "education")
    )
    desk.sandbox.fault("fields", RESUME, fields=empty if field == "last_name" else {field: None})
    await desk.search()
    await desk.read(0)
    assert desk.searching.reader.row is not None
    assert desk.sees("resumeBody")
    assert desk.clipped(desk.searching.reader.form.readerTop) == []


FILES: list[tuple[str, dict[str, Any], str, str]] = [
    ("wrong_content", {}, "The file is not a PDF. Nothing was saved. Download again.", "Try again"),
    ("truncated_body", {}, "The file did not arrive whole. Nothing was saved. Download again.", "Try again"),
    ("huge_body", {"mebibytes": 80}, "The file is too large. hhdesk did not keep it.", "Open hh.ru"),
    ("expired_url", {}, "hh.ru has it no more.", "Copy request code"),
    ("rate_429", {"seconds": 600}, "hh.ru asks for a pause", "Try again"),
]  # fmt: skip


async def test_wrong_files_are_told_and_not_kept(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    resume = desk.searching.reader.resume
    assert resume is not None
    for fault, options, words, way in FILES:
        desk.sandbox.fault(fault, FILE, **options)
        desk.searching.reader.ask_pdf()
        await desk.told(words)
        assert desk.toast_ways() == (way,), fault
        desk.sandbox.clear_faults()
    assert await desk.services.files.stored(resume.id) == ()
    desk.sandbox.fault("hostile_file_name", FILE)
    desk.searching.reader.ask_pdf()
    await until(lambda: desk.searching.files.is_shown)
    (kept,) = await desk.services.files.stored(resume.id)
    assert "/" not in kept.name
    assert ".." not in kept.name
    assert kept.name.endswith(".pdf")


async def test_file_is_downloaded_by_the_toast(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    desk.sandbox.fault("wrong_content", FILE, times=1)
    desk.searching.reader.ask_pdf()
    await desk.told("The file is not a PDF")
    desk.take_toast()
    await until(lambda: desk.searching.files.is_shown)


async def test_megabyte_of_a_resume_never_holds_the_window(desk: Desk) -> None:
    desk.sandbox.fault("fields", RESUME, fields={"skills": "Расчёт зарплаты, 1С и отчётность. " * 31_000})
    await desk.search()
    # Time of this process, however busy the computer is.
    longest, last = 0.0, process_time()
    desk.open_row(0)
    done = False
    while not done:
        await asyncio.sleep(0)
        now = process_time()
        longest, last = max(longest, now - last), now
        done = desk.sees("aboutMore")
    assert longest < 0.25
    assert desk.searching.reader.resume is not None


async def test_withdrawn_resume_keeps_our_copy_and_says_so(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    resume = desk.searching.reader.resume
    assert resume is not None
    desk.sandbox.set(withdraw_resume=str(resume.id))
    desk.searching.reader.refresh()
    await desk.told("hh.ru has it no more")
    assert desk.searching.reader.resume is not None


async def test_vacancies_for_an_invitation_are_asked_for_again(desk: Desk) -> None:
    await desk.search()
    desk.sandbox.fault("server_html_5xx", "get-active-vacancy-list", status=502)
    desk.searching.reader.ask_invite()
    await desk.told("hh.ru is not answering")
    desk.sandbox.clear_faults()
    desk.take_toast()
    dialog = await desk.dialog()
    dialog.reject()
    assert desk.traces()[1] == []


async def test_unknown_required_argument_is_for_the_site(desk: Desk) -> None:
    desk.sandbox.fault("unknown_required_argument", "get-active-vacancy-list")
    await desk.search()
    item = desk.searching.list.model.items[0]
    assert isinstance(item.resume, ResumeShort)
    desk.searching.reader.ask_invite()
    dialog = await desk.dialog()
    assert not dialog.do_button.isEnabled()
    words = [one.text() for one in dialog.findChildren(QLabel, "actNotice.words")]
    assert any("for the site" in one for one in words)
    desk.take_way("actNotice.act")
    assert desk.browser.opened
    assert desk.asked(SEARCH) == 1
