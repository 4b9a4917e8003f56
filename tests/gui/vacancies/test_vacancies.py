"""The list of vacancies and the card beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.kit.chips import Badge
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.responses.section import ResponsesSection
from hhdesk.gui.vacancies.section import VacanciesSection
from tests.gui.resumes.search_desk import until
from tests.sandbox_process import Sandbox

ACTIVE = "get-active-vacancy-list"


def find(section: VacanciesSection, name: str) -> QWidget:
    found = section.findChild(QWidget, name)
    assert found is not None, name
    return found


def names(section: VacanciesSection) -> list[str]:
    return [section.model.content_at(row).cells[0].text for row in range(len(section.model.ids))]


async def test_the_card_follows_the_row(section: VacanciesSection) -> None:
    for row in range(len(section.model.ids)):
        section.view.choose(section.model.ids[row])
        await until(lambda: not section._tasks.keys())
        assert find(section, "vacancyName").property("text") == names(section)[row]
        assert find(section, "vacancyDescription").isVisible()


async def test_badges_are_laid_out_in_the_card(section: VacanciesSection) -> None:
    """They had two layouts, of which none was laid out, and died with one of them."""
    for _ in range(5):
        section.card.retranslate()
    place = find(section, "vacancyBadgesPlace")

    def badges() -> list[Badge]:
        return [one for one in place.findChildren(Badge) if one.isVisible()]

    await until(lambda: bool(badges()) and place.height() >= badges()[0].height() > 0)
    assert len({(one.x(), one.y()) for one in badges()}) == len(badges())


async def test_five_days_have_their_names_and_sums(section: VacanciesSection) -> None:
    # A younger one has days to come among its five, from some hour of the day on.
    published = {
        row.key: row.vacancy.published_at
        for row in section.model.items
        if isinstance(row.vacancy, VacancyShort) and row.vacancy.published_at is not None
    }
    section.view.choose(min(published, key=lambda vacancy: published[vacancy]))
    await until(lambda: not section._tasks.keys())
    chart = find(section, "vacancyViewsChart")
    assert chart.accessibleName().startswith("Views: ")
    assert len(chart.accessibleName().split(", ")) == 5
    assert any(day in chart.accessibleName() for day in ("Mon", "Tue", "Wed"))


async def test_stages_are_those_of_hh(section: VacanciesSection) -> None:
    stages = find(section, "vacancyStages").accessibleName()
    vacancy = section._current()
    assert vacancy is not None
    shown = []
    async for aged in section.services.responses.collections(vacancy.id):
        shown = [one for one in aged.value.collections if not one.hidden or one.counters.total]
    assert stages == ", ".join(f"{one.name} {one.counters.total}" for one in shown)


async def test_words_narrow_the_list_and_a_click_brings_all_back(section: VacanciesSection) -> None:
    every = names(section)
    section.search.setText(every[-1][:5].upper())
    assert names(section)
    assert all(every[-1][:5].casefold() in name.casefold() for name in names(section))
    for _ in range(2):
        section.search.setText("нет такой")
        assert not section.view.isVisible()
        QTest.mouseClick(find(section, "vacanciesAll"), Qt.MouseButton.LeftButton)
        assert sorted(names(section)) == sorted(every)


async def test_titles_sort_both_ways(section: VacanciesSection) -> None:
    section.titles.sort_asked.emit("name")
    assert names(section) == sorted(names(section), key=str.casefold)
    section.titles.sort_asked.emit("name")
    assert names(section) == sorted(names(section), key=str.casefold, reverse=True)


async def test_enter_opens_the_responses_of_the_vacancy(
    section: VacanciesSection, window: MainWindow
) -> None:
    section.view.choose(section.model.ids[-1])
    wanted = section.view.current_id()
    QTest.keyClick(section.view, Qt.Key.Key_Return)
    await until(lambda: isinstance(window.section, ResponsesSection))
    responses = window.section
    assert isinstance(responses, ResponsesSection)
    await until(lambda: responses.tree.current[0] == wanted)


async def test_rows_stay_when_hh_does_not_answer(section: VacanciesSection, sandbox: Sandbox) -> None:
    every = names(section)
    sandbox.fault("not_found", ACTIVE)
    section.refresh()
    await until(lambda: not section._tasks.is_running("list"))
    assert names(section) == every


@pytest.mark.usefixtures("large_type")
async def test_one_pane_is_walked_by_enter_and_esc(window: MainWindow) -> None:
    window.open_section("vacancies")
    section = window.section
    assert isinstance(section, VacanciesSection)
    await until(lambda: bool(section.model.ids) and not section._tasks.keys())
    assert not section.card.isVisible()
    QTest.keyClick(section.view, Qt.Key.Key_Return)
    assert section.card.isVisible()
    QTest.keyClick(section.card, Qt.Key.Key_Escape)
    await until(section.view.isVisible)
    QTest.keyClick(section.view, Qt.Key.Key_Return)
    back = find(section, "vacanciesBack")
    await until(lambda: section.card.width() == section.width() and section.rect().contains(back.geometry()))
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    await until(section.view.isVisible)
