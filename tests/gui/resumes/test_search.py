"""Searching: what is asked, what the list shows, and every state it can be in."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named
from hhdesk.gui.kit.chips import Chip
from hhdesk.gui.kit.fields import Choice, SuggestEdit
from hhdesk.gui.kit.rows import Density
from hhdesk.gui.resumes.conditions import short_name
from tests.gui.kit.waiting import at_rest
from tests.gui.resumes.search_desk import SearchDesk, until
from tests.services.acting import first_page


async def test_enter_finds_and_leaves_no_trace(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    assert desk.titles()
    assert desk.conditions() == ["бухгалтер"]
    assert desk.text("foundLabel").split()[0] == str(desk.section.list.model.rowCount())
    assert desk.traced("search-for-resumes") == 1
    assert not desk.sandbox.state()["traced"]
    assert not desk.sandbox.state()["violations"]


async def test_keys_move_without_opening_and_enter_opens(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    first = desk.text("readerTitle"), desk.text("readerFacts")
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_J)
    assert (desk.text("readerTitle"), desk.text("readerFacts")) != first
    assert desk.visible("readerCard")
    assert desk.text("resultPlace").startswith("3 of")
    assert desk.traced("get-resume") == 0
    desk.press(Qt.Key.Key_Return)
    await desk.opened()
    assert desk.traced("get-resume") == 1
    assert desk.visible("job1")


async def test_click_opens(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(1)
    await desk.opened()
    assert desk.traced("get-resume") == 1
    await until(lambda: desk.section.list.model.items[1].read_here)


async def test_stored_copy_is_shown_again_without_a_view(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(1)
    await desk.opened()
    desk.click_row(2)
    await until(lambda: desk.traced("get-resume") == 2)
    await until(lambda: desk.section.list.model.items[1].read_here)
    desk.press(Qt.Key.Key_K)
    await desk.opened()
    assert desk.visible("job1")
    assert desk.traced("get-resume") == 2


async def test_removed_condition_is_asked_without(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    few = len(desk.titles())
    chip = desk.find(Chip, "conditions.0")
    chip.setFocus()
    desk.press(Qt.Key.Key_Delete)
    await desk.answered()
    assert desk.conditions() == []
    assert len(desk.titles()) > few


async def test_silent_widening_is_shown_and_taken_away(desk: SearchDesk) -> None:
    desk.write("salaryTo", "110000")
    await desk.search("бухгалтер")
    assert desk.conditions()[-1] == "and without salary"
    desk.find(Chip, f"conditions.{len(desk.conditions()) - 1}").removed.emit()
    await desk.answered()
    assert "and without salary" not in desk.conditions()
    assert not desk.is_checked("salaryUnnamed")
    assert all(row.resume.salary for row in desk.section.list.model.items)  # type: ignore[union-attr]  # all are readable


async def test_nobody_offers_conditions_to_remove(desk: SearchDesk) -> None:
    desk.write("salaryTo", "1000")
    await desk.search("абракадабра")
    assert desk.visible("resultState")
    assert [chip.words for chip in desk.section.list.empty.chips.chips] == [
        "абракадабра",
        "up to 1,000\u00a0₽",
    ]
    desk.find(Chip, "resultState.chips.0").removed.emit()
    await desk.answered()
    assert "абракадабра" not in desk.conditions()


async def test_late_answer_never_lands_in_a_newer_search(desk: SearchDesk) -> None:
    desk.sandbox.hold("search-for-resumes")
    desk.write("words1", "водитель")
    desk.press(Qt.Key.Key_Return)
    await until(lambda: desk.sandbox.state()["waiting"] != {})
    desk.section.search(ResumeQuery(words=(Words(text="бухгалтер"),)))
    desk.sandbox.release()
    await desk.answered()
    assert desk.titles()
    assert all("ухгалтер" in title or "without" in title for title in desk.titles())


async def test_waiting_is_told_and_can_be_cancelled(desk: SearchDesk) -> None:
    desk.sandbox.hold("search-for-resumes")
    desk.write("words1", "водитель")
    desk.press(Qt.Key.Key_Return)
    await until(lambda: desk.visible("resultWaiting"))
    assert desk.text("resultSeconds").startswith("Searching, ")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.section.is_searching
    assert not desk.visible("resultWaiting")
    desk.sandbox.release()


@pytest.mark.parametrize(
    ("fault", "options", "way"),
    [("server_html_5xx", {"status": 502}, "way_retry"), ("search_limit", {}, None)],
)
async def test_error_says_the_way_out(
    desk: SearchDesk, fault: str, options: dict[str, Any], way: str | None
) -> None:
    desk.sandbox.fault(fault, "search-for-resumes", **options)
    await desk.search("бухгалтер")
    assert desk.visible("resultState")
    assert desk.text("resultState.title")
    if way is not None:
        desk.sandbox.clear_faults()
        desk.click(way)
        await desk.answered()
        assert desk.titles()


async def test_failed_refresh_keeps_the_rows(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    shown = desk.titles()
    desk.sandbox.fault("server_html_5xx", "search-for-resumes", status=503)
    desk.section.refresh()
    await desk.answered()
    assert desk.titles() == shown
    assert desk.visible("resultRows")


async def test_refresh_keeps_who_is_chosen(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    for _ in range(4):
        desk.press(Qt.Key.Key_J)
    chosen = desk.section.list.view.current_id()
    desk.section.refresh()
    await desk.answered()
    assert desk.section.list.view.current_id() == chosen


@pytest.mark.parametrize("tick", [False, True], ids=["in sight", "ticked"])
async def test_fresh_rows_come_as_deep_as_the_stored_ones_were_read(desk: SearchDesk, tick: bool) -> None:
    """The stored pages come in one go: hh.ru's answer must not put the person back on page 0."""
    stored = await first_page(desk.services, ResumeQuery())
    for _ in range(3):
        stored = await desk.services.search.more(stored)
    desk.sandbox.hold("search-for-resumes")
    view, model = desk.section.list.view, desk.section.list.model
    desk.section.search(ResumeQuery())
    await until(lambda: len(model.items) == len(stored.rows))
    await at_rest()
    view.choose(model.items[3].key)
    ticked = model.items[120].key
    if tick:
        model.tick([ticked])
    else:
        view.scrollTo(model.index(130, 0), view.ScrollHint.PositionAtBottom)
    top = view.indexAt(QPoint(1, 1)).row()
    desk.sandbox.release()
    await desk.answered()
    assert len(model.items) == 150
    assert view.current_id() == model.items[3].key
    assert view.indexAt(QPoint(1, 1)).row() == top
    assert model.ticked == ({ticked} if tick else set())


async def test_odd_item_is_a_row_that_says_so(desk: SearchDesk) -> None:
    desk.sandbox.fault("odd_item", "search-for-resumes", at=1)
    await desk.search("бухгалтер")
    assert "This row could not be read" in desk.titles()
    assert len(desk.titles()) > 2


async def test_next_page_comes_near_the_end(desk: SearchDesk) -> None:
    await desk.search("")
    assert len(desk.titles()) == 50
    bar = desk.section.list.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    await until(lambda: len(desk.titles()) == 100)
    assert desk.traced("search-for-resumes") == 2


async def test_panel_gives_back_what_it_was_shown(desk: SearchDesk) -> None:
    dictionaries = await desk.services.dictionaries.dictionaries()
    query = ResumeQuery(
        words=(
            Words(text="1С"),
            Words(text="зарплата", logic="any", fields=("experience",), period="last_year"),
        ),
        areas=(Named(id="1", name="Москва"),),
        relocation=dictionaries.of("resume_search_relocation")[1],
        professional_roles=(Named(id="18", name="Бухгалтер"),),
        experience=dictionaries.of("experience")[1:3],
        salary_from=50_000,
        salary_to=110_000,
        only_with_salary=True,
        age_from=25,
        age_to=55,
        period_days=30,
        education=dictionaries.of("education_level")[:1],
        employment=dictionaries.of("employment")[:1],
        schedule=dictionaries.of("schedule")[:2],
        gender=dictionaries.of("gender")[1],
        job_search_status=dictionaries.of("job_search_statuses_employer")[:1],
        labels=dictionaries.of("resume_search_label")[:1],
        citizenship=(Named(id="113", name="Россия"),),
        languages=(Named(id="eng.b2", name="Английский: B2 — Средне-продвинутый"),),
        driver_licenses=("B", "C"),
    )
    desk.section.filters.show_query(query)
    assert desk.section.filters.query() == query


def _choose(box: Choice, key: str) -> None:
    """As a click on an entry of the drop-down does."""
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


async def test_a_language_is_asked_with_its_level(desk: SearchDesk) -> None:
    filters = desk.section.filters
    await until(lambda: filters.languages.choice.findData("eng") > 0 and filters.languages.level.count() > 1)
    filters.languages_group.header.click()
    assert not filters.languages.level.isVisible()
    for level in ("b1", "b2"):
        _choose(filters.languages.choice, "eng")
        assert filters.languages.level.isVisible()
        _choose(filters.languages.level, level)
    assert [value.id for value in filters.query().languages] == ["eng.b2"]
    filters.papers_group.header.click()
    desk.click("licences_B")
    await until(lambda: filters.citizenship.choice.findData("113") > 0)
    _choose(filters.citizenship.choice, "113")
    filters.submit()
    await desk.answered()
    found = desk.section.list.model.items
    assert found
    await until(lambda: len(desk.conditions()) >= 3)
    everybody = await _found(desk, ResumeQuery())
    with_language = await _found(desk, ResumeQuery(languages=filters.query().languages))
    assert 0 < with_language < everybody


async def _found(desk: SearchDesk, query: ResumeQuery) -> int:
    return [result async for result in desk.services.search.run(query)][-1].found


async def test_unknown_values_of_a_stored_search_stay(desk: SearchDesk) -> None:
    query = ResumeQuery(
        words=(Words(text="1С", logic="clever", fields=("hobbies",)),),
        areas=(Named(id="1", name="Москва"),),
        relocation=Named(id="by_moon", name="Через Луну"),
        experience=(Named(id="eons", name="Более 100 лет"),),
        schedule=(Named(id="lunar", name="Лунный"),),
        period_days=11,
    )
    desk.section.filters.show_query(query)
    assert desk.section.filters.query() == query


async def test_region_is_suggested_by_hh(desk: SearchDesk) -> None:
    desk.write("regionField", "Казан")
    field = desk.section.filters.region.field
    await until(lambda: bool(field.offered))
    field.choose(field.offered[0])
    assert [value.name for value in desk.section.filters.region.values()] == [field.offered[0].words]
    assert desk.visible("relocationBox")


async def test_narrow_window_has_a_drawer(desk: SearchDesk) -> None:
    desk.window.resize(1100, 700)
    await until(lambda: desk.visible("filtersToggle"))
    assert not desk.visible("filterPanel")
    desk.section.activate()
    desk.press(Qt.Key.Key_F)
    assert desk.visible("filterPanel")
    await desk.search("бухгалтер")
    assert not desk.visible("filterPanel")
    assert desk.text("filtersToggle").endswith("1")


async def test_three_heights_of_rows(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    heights = []
    for density in (Density.MEDIUM, Density.DENSE, Density.ROOMY):
        desk.click("resultDensity")
        assert desk.section.list.density is density
        heights.append(desk.section.list.view.rows.row_height())
    assert heights[1] < heights[0] < heights[2]


async def test_cross_takes_a_line_of_words_away(desk: SearchDesk) -> None:
    desk.click("wordsAdd")
    desk.write("words1", "бухгалтер")
    desk.write("words2", "1С")
    lines = desk.section.filters.words
    assert [words.text for words in lines.values()] == ["бухгалтер", "1С"]
    lines.lines[1].field.empty()
    assert len(lines.lines) == 1
    lines.lines[0].field.empty()
    assert [line.value().text for line in lines.lines] == [""]


async def test_x_ticks(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.press(Qt.Key.Key_X)
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_X)
    assert desk.text("resultPlace") == "2 ticked"
    desk.press(Qt.Key.Key_X)
    assert len(desk.section.list.model.ticked) == 1


async def test_last_search_is_there_at_once_after_a_restart(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    last = desk.services.search.last_now()
    assert last is not None
    assert [row.key for row in last.rows] == list(desk.section.list.model.ids)


async def test_everything_has_a_name(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    nameless = [
        type(widget).__name__
        for widget in desk.section.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.objectName() and (widget.accessibleName() or widget.property("text")))
    ]
    assert nameless == []


async def test_no_line_stands_where_the_head_is_not(desk: SearchDesk) -> None:
    section = desk.section
    item = section.form.stripPlace.itemAt(0)
    place = item.widget() if item is not None else None
    assert place is not None
    assert not section.form.resultHead.isVisible()
    assert not place.isVisible()
    await desk.search("менеджер")
    assert section.form.resultHead.isVisible()
    assert place.isVisible()


def test_a_new_kind_of_experience_keeps_its_name() -> None:
    named = {"noExperience": "Нет опыта", "between3And6": "От 3 до 6 лет", "volunteer": "Волонтёрство"}
    short = [short_name(Named(id=identifier, name=name)) for identifier, name in named.items()]
    assert short == [short_name(Named(id="noExperience", name="")), "3–6", "Волонтёрство"]


async def test_where_they_live_is_said_in_the_room_there_is(desk: SearchDesk) -> None:
    box = desk.find(QComboBox, "relocationBox")
    dictionaries = await desk.services.dictionaries.dictionaries()
    whole = dictionaries.of("resume_search_relocation")[0]
    assert box.itemData(0, Qt.ItemDataRole.ToolTipRole) == whole.name
    assert box.itemText(0) == "Живут или готовы переехать"
    desk.write("regionField", "Мос")
    field = desk.find(SuggestEdit, "regionField")
    await until(lambda: bool(field.offered))
    field.choose(field.offered[0])
    await until(lambda: desk.visible("relocationBox"))
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    assert box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width()
    # What is asked, and its chip, keep hh.ru's name.
    asked = desk.section.filters.query().relocation
    assert asked is not None
    assert asked.name == whole.name


async def test_the_list_of_a_drop_down_has_room_for_its_words(desk: SearchDesk) -> None:
    box = desk.find(QComboBox, "wordsLogic1")
    box.addItem("длиннее, чем поле, в котором стоит выбранное")
    box.showPopup()
    view = box.view()
    await until(view.isVisible)
    assert view.width() > box.width()
    assert view.sizeHintForColumn(0) <= view.viewport().width()
    box.hidePopup()
