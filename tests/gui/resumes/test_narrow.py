"""One pane below 79 em: Enter walks in, Esc walks back; large type collapses as a narrow window does."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hhdesk.domain.values import Named
from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.gui.sections import WidthClass
from tests.gui.resumes.search_desk import SearchDesk, until


@pytest.fixture
async def large(desk: SearchDesk, theme: Theme) -> AsyncIterator[SearchDesk]:
    """Type at 200 % in a window of 1440 x 900: 55 em."""
    await desk.search("бухгалтер")
    theme.set_zoom(2.0)
    await until(lambda: desk.window.section is not desk.section)
    section = desk.window.section
    assert isinstance(section, SearchSection)
    desk.section = section
    await until(lambda: section.list.view.isVisible() and bool(desk.titles()))
    yield desk
    theme.set_zoom(1.0)
    await until(lambda: desk.window.section is not section)


def _inside(desk: SearchDesk) -> list[str]:
    """Whatever stands out of the window at the right."""
    edge = desk.window.rect()
    return [
        widget.objectName()
        for widget in desk.section.findChildren(QWidget)
        if widget.isVisible()
        and widget.objectName() in ("listPlace", "readerPlace", "resultHead", "readerFoot", "pdfPlace")
        and widget.mapTo(desk.window, widget.rect().topRight()).x() > edge.right()
    ]


async def test_large_type_has_one_pane(large: SearchDesk) -> None:
    assert large.window.width_class is WidthClass.SINGLE
    assert large.visible("listPlace")
    assert not large.visible("readerPlace")
    assert _inside(large) == []


async def test_enter_walks_in_and_esc_walks_back(large: SearchDesk) -> None:
    large.section.list.view.setFocus()
    large.press(Qt.Key.Key_Return)
    await large.opened()
    assert large.visible("readerPlace")
    assert not large.visible("listPlace")
    assert large.visible("searchBack")
    assert _inside(large) == []
    assert large.section.reader.form.readerScroll.hasFocus()
    large.press(Qt.Key.Key_Escape)
    await until(lambda: large.visible("listPlace"))
    assert not large.visible("readerPlace")
    assert large.section.list.view.hasFocus()


async def test_the_next_person_is_a_key_away_from_the_one_shown(large: SearchDesk) -> None:
    large.section.list.view.setFocus()
    large.press(Qt.Key.Key_Return)
    await large.opened()
    first = large.section.reader.row
    large.press(Qt.Key.Key_J)
    await until(lambda: large.section.reader.row is not first)
    assert large.visible("readerPlace")
    large.click("searchBack")
    assert large.visible("listPlace")


async def test_a_chip_longer_than_the_panel_does_not_widen_it(desk: SearchDesk) -> None:
    filters = desk.section.filters
    filters.region.set_values([Named(id="1", name="Очень длинное название области " * 3)])
    await until(filters.region.bar.isVisible)
    assert filters.form.filterGroups.width() <= filters.form.filterScroll.viewport().width()
