"""Responses and vacancies on a bad day: an empty list says why and what to do, a filled one stays."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from hhdesk.gui.responses.section import ResponsesSection
from hhdesk.gui.vacancies.section import VacanciesSection
from tests.gui.bad_days.desk import RESPONSES, VACANCIES, Desk, until

PLACES = [("responses", "responsesState"), ("vacancies", "vacanciesEmpty")]
REFUSALS: list[tuple[str, dict[str, Any], str, str]] = [
    ("server_html_5xx", {"status": 502}, "hh.ru is not answering", "way_retry"),
    ("forbidden_html", {}, "hh.ru does not allow this", "way_site"),
    ("cut_before", {}, "No connection", "way_retry"),
    ("captcha", {}, "hh.ru checks you are not a robot", "way_retry"),
]


def section(desk: Desk) -> ResponsesSection | VacanciesSection:
    found = desk.window.section
    assert isinstance(found, ResponsesSection | VacanciesSection)
    return found


def rows(desk: Desk) -> list[str]:
    here = section(desk)
    return list((here.list if isinstance(here, ResponsesSection) else here).model.ids)


def shows(desk: Desk, name: str) -> bool:
    return any(one.isVisible() for one in section(desk).findChildren(QWidget, name))


def title(desk: Desk, state: str) -> str:
    label = section(desk).findChild(QLabel, f"{state}.title")
    assert label is not None
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize(("place", "state"), PLACES)
@pytest.mark.parametrize("refusal", REFUSALS, ids=[one[0] for one in REFUSALS])
async def test_empty_list_says_why_and_what_to_do(
    desk: Desk, place: str, state: str, refusal: tuple[str, dict[str, Any], str, str]
) -> None:
    fault, options, words, way = refusal
    desk.browser.decision = None
    desk.sandbox.fault(fault, VACANCIES, **options)
    desk.window.open_section(place)
    await until(lambda: words in title(desk, state))
    assert shows(desk, way)
    assert not rows(desk)
    if fault == "captcha":
        await until(lambda: desk.has_strip("captchaNotice"))
    desk.sandbox.clear_faults()
    section(desk).refresh()
    await until(lambda: bool(rows(desk)))
    assert not title(desk, state)


@pytest.mark.parametrize(("place", "state"), PLACES)
async def test_bars_stand_for_rows_that_are_on_their_way(desk: Desk, place: str, state: str) -> None:
    desk.sandbox.fault("slow_drip", VACANCIES, times=1, seconds=1)
    desk.window.open_section(place)
    here = section(desk)
    model = (here.list if isinstance(here, ResponsesSection) else here).model
    await until(lambda: model.rowCount() > len(model.items))
    assert not title(desk, state)
    await until(lambda: bool(rows(desk)) and model.rowCount() == len(model.items))


@pytest.mark.parametrize(("place", "state"), PLACES)
async def test_filled_list_stays_and_the_failure_can_be_repeated(desk: Desk, place: str, state: str) -> None:
    desk.window.open_section(place)
    await until(lambda: bool(rows(desk)) and not section(desk)._tasks.keys())
    before = rows(desk)
    for operation in (VACANCIES, RESPONSES):
        desk.sandbox.fault("server_html_5xx", operation, status=503)
    section(desk).refresh()
    await desk.told("hh.ru is not answering. The list is unchanged.")
    assert rows(desk) == before
    assert not title(desk, state)
    desk.sandbox.clear_faults()
    desk.take_toast()
    await until(lambda: not section(desk)._tasks.keys())
    assert rows(desk) == before


async def test_the_keyboard_goes_to_the_way_out_and_back_to_the_rows(desk: Desk) -> None:
    desk.sandbox.fault("server_html_5xx", VACANCIES, status=502)
    desk.window.open_section("vacancies")
    await until(lambda: shows(desk, "way_retry"))
    way = section(desk).findChild(QWidget, "way_retry")
    assert way is not None
    assert way.hasFocus()
    desk.sandbox.clear_faults()
    QTest.keyClick(way, Qt.Key.Key_Space)
    await until(lambda: bool(rows(desk)))
    here = section(desk)
    assert isinstance(here, VacanciesSection)
    assert here.view.hasFocus()
