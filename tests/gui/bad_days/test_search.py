"""Searching on a bad day: the list is kept or says why it is empty, and each way out works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.gui.bad_days.desk import SEARCH, Desk, until
from tests.sandbox_process import Sandbox

REFUSALS: list[tuple[str, dict[str, Any], str, tuple[str, ...]]] = [
    ("rate_429", {"seconds": 600}, "hh.ru asks for a pause", ("way_retry",)),
    ("search_limit", {}, "Searches are used up for today", ("way_responses", "way_site")),
    ("forbidden_html", {}, "hh.ru does not allow this", ("way_site",)),
    ("forbidden_bare", {}, "hh.ru does not allow this", ("way_site", "way_code")),
    ("api_access_payment", {}, "Your contract lacks API access to this", ("way_site",)),
    ("used_manager_account_forbidden", {}, "This account may not be used here", ("way_accounts",)),
    ("refuse", {"type": "oauth", "value": "no_scope"}, "hh.ru does not know these keys", ("way_keys",)),
    (
        "refuse",
        {"value": "employer_on_additional_check_restricted"},
        "hh.ru is checking your company",
        ("way_site",),
    ),
    (
        "refuse",
        {"status": 400, "type": "bad_user_agent"},
        "hh.ru wants another contact address",
        ("way_keys",),
    ),
    ("server_html_5xx", {"status": 502}, "hh.ru is not answering", ("way_retry",)),
    ("wrong_content", {}, "hh.ru's answer could not be read", ("way_retry", "way_site")),
    ("truncated_body", {}, "No connection", ("way_retry",)),
    ("huge_body", {"mebibytes": 80}, "The answer is too large", ("way_site",)),
]


async def test_refused_search_says_why_and_what_to_do(desk: Desk) -> None:
    for fault, options, title, ways in REFUSALS:
        desk.sandbox.fault(fault, SEARCH, **options)
        await desk.search(f"бухгалтер {fault}")
        said = desk.state()
        assert (said.title, said.ways) == (title, ways), fault
        assert said.text
        assert desk.clipped(desk.searching.list) == []
        desk.sandbox.clear_faults()
        await WAYS[ways[0]](desk)
    assert desk.traces() == ([], [])


async def tries_again(desk: Desk) -> None:
    before = desk.asked(SEARCH)
    desk.take_way("way_retry")
    await desk.answered()
    assert desk.asked(SEARCH) == before + 1
    assert desk.state().title == "Nobody was found"


async def goes_to_responses(desk: Desk) -> None:
    desk.take_way("way_responses")
    assert desk.window.section is not None
    assert desk.window.section.key == "responses"


async def opens_the_site(desk: Desk) -> None:
    desk.browser.opened.clear()
    desk.take_way("way_site")
    assert desk.browser.opened == [desk.sandbox.url]


async def chooses_an_account(desk: Desk) -> None:
    desk.take_way("way_accounts")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.objectName() == "accountMenu"
    menu.close()


async def sees_the_keys(desk: Desk) -> None:
    desk.take_way("way_keys")
    assert desk.window.first_run.isVisible()
    await desk.offers("backToDesk")
    desk.take_way("backToDesk")
    assert desk.searching.isVisible()


WAYS = {
    "way_keys": sees_the_keys,
    "way_retry": tries_again,
    "way_responses": goes_to_responses,
    "way_site": opens_the_site,
    "way_accounts": chooses_an_account,
}


async def test_token_that_is_not_taken_any_more_leads_to_the_strip(desk: Desk) -> None:
    desk.sandbox.fault("bad_authorization", SEARCH)
    await desk.search()
    await until(lambda: desk.has_strip("sessionNotice"))


async def test_request_code_is_copied(desk: Desk) -> None:
    desk.sandbox.fault("forbidden_bare", SEARCH)
    await desk.search()
    desk.take_way("way_code")
    assert QGuiApplication.clipboard().text() == "sandbox0fault"


@pytest.mark.parametrize(
    ("fault", "options", "words"),
    [
        ("server_html_5xx", {"status": 503}, "hh.ru is not answering. The list is unchanged."),
        ("rate_429", {"seconds": 600}, "hh.ru asks for a pause"),
    ],
)
async def test_failed_refresh_keeps_the_list_and_can_be_repeated(
    desk: Desk, fault: str, options: dict[str, Any], words: str
) -> None:
    await desk.search()
    before, asked = desk.rows(), desk.asked(SEARCH)
    desk.sandbox.fault(fault, SEARCH, **options)
    desk.searching.refresh()
    await desk.told(words)
    assert desk.rows() == before
    assert desk.toast_ways() == ("Try again",)
    desk.sandbox.clear_faults()
    desk.take_toast()
    await desk.answered()
    assert desk.asked(SEARCH) > asked
    assert desk.rows() == before


async def test_no_connection_shows_what_is_kept_and_comes_back(desk: Desk) -> None:
    await desk.search()
    before = desk.rows()
    desk.sandbox.fault("cut_before")
    desk.searching.refresh()
    await until(lambda: desk.has_strip("offlineNotice"))
    said = desk.notice("offlineNotice")
    assert said.title.startswith("No connection since ")
    assert said.text == "Showing saved data."
    assert desk.rows() == before
    desk.sandbox.clear_faults()
    desk.take_way("checkConnection")
    await until(lambda: not desk.has_strip("offlineNotice"))


async def test_first_search_without_a_connection_tells_both_strip_and_list(desk: Desk) -> None:
    desk.sandbox.fault("cut_before")
    await desk.search()
    assert desk.state().title == "No connection"
    await until(lambda: desk.has_strip("offlineNotice"))
    desk.sandbox.clear_faults()
    desk.take_way("way_retry")
    await desk.answered()
    assert desk.rows()


async def test_check_for_robots_before_a_search_is_done_and_the_search_repeated(desk: Desk) -> None:
    desk.sandbox.fault("captcha", SEARCH)
    await desk.search()
    said = desk.notice("captchaNotice")
    assert said.title == "hh.ru checks you are not a robot"
    assert said.ways == ("solveCaptcha", "repeatAfterCaptcha")
    desk.take_way("solveCaptcha")
    await until(lambda: bool(desk.rows()))
    assert not desk.has_strip("captchaNotice")


async def test_page_that_does_not_come_can_be_asked_for_again(desk: Desk) -> None:
    await desk.search("")
    first = len(desk.rows())
    desk.sandbox.fault("server_html_5xx", SEARCH, status=502)
    desk.searching.list.view.scrollToBottom()
    await desk.told("hh.ru is not answering")
    assert len(desk.rows()) == first
    desk.sandbox.clear_faults()
    desk.take_toast()
    await until(lambda: len(desk.rows()) > first)


async def test_unreadable_and_empty_people_stay_in_the_list(desk: Desk) -> None:
    desk.sandbox.fault("odd_item", SEARCH, at=1)
    desk.sandbox.fault("null_items", SEARCH, at=3)
    desk.sandbox.fault("malformed_dates", SEARCH)
    await desk.search()
    assert [row for row in desk.rows() if row == "This row could not be read"] != []
    desk.open_row(1)
    assert desk.searching.reader.row is None
    await desk.read(2)
    assert len(desk.traces()[0]) == 1


async def test_search_scrolls_to_its_end_though_people_repeat_between_pages(desk: Desk) -> None:
    desk.sandbox.fault("repeated_items", SEARCH)
    desk.sandbox.fault("vanishing_items", SEARCH, page=2)
    await desk.search("")
    view, section = desk.searching.list.view, desk.searching
    assert section._result is not None
    while section._result.has_more:
        before = len(desk.rows())
        view.scrollToBottom()
        await until(lambda: not section._tasks.is_running("more"))
        assert len(desk.rows()) >= before
    keys = [item.key for item in section.list.model.items]
    assert len(keys) == len(set(keys))
    assert len(keys) > 250
    end = section.list.end
    assert end.isVisible() is (section._result.found > len(keys))
    # No narrower search would bring those whom hh.ru counted and left out.
    assert "Narrow" not in end.text()
    assert desk.clipped(section.list) == []


async def test_two_thousand_are_the_end_though_people_repeat(qapp: QApplication, tmp_path: Path) -> None:
    with Sandbox.start(resumes=2600, vacancies=3) as large:
        desk = await Desk.open(qapp, large, tmp_path)
        large.fault("repeated_items", SEARCH)
        await desk.search("")
        section = desk.searching
        assert section._result is not None
        while section._result.has_more:
            section.list.view.scrollToBottom()
            await until(lambda: not section._tasks.is_running("more"))
        keys = [item.key for item in section.list.model.items]
        assert len(keys) == len(set(keys))
        assert 1900 < len(keys) <= 2000
        assert section._result.pages_loaded == 40
        assert section.list.end.isVisible()
        assert "Narrow the search" in section.list.end.text()
        section.list.view.choose(keys[-1])
        assert section.reader.row is not None
        assert section.reader.row.key == keys[-1]
        assert desk.traces() == ([], [])
        await desk.close()
