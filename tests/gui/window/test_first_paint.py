"""The first paint: yesterday's list stands there before anything else is built."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.gui.browser import Browser as SystemBrowser
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.services.services import Services
from tests.gui.speaking import languages_of
from tests.gui.window.outbox_desk import until


@pytest.fixture
async def spared(qapp: QApplication, services: Services, tmp_path: Path) -> AsyncIterator[MainWindow]:
    """The window as the next start shows it: a search is stored, and only the list is built."""
    query = ResumeQuery(words=(Words(text="менеджер"),))
    async for _ in services.search.run(query):
        pass
    memory = LayoutMemory(tmp_path / "window.ini")
    made = MainWindow(services.configuration, SystemBrowser(""), memory, languages_of(qapp), known=True)
    made.resize(1440, 900)
    made.begin(services, sparing=True)
    made.show()
    yield made
    made.end()
    made.hide()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
    await asyncio.sleep(0)


async def test_the_list_comes_before_the_rest(spared: MainWindow) -> None:
    rows = spared.findChild(QListView, "resultRows")
    assert rows is not None
    assert rows.isVisible()
    assert rows.model().rowCount() > 0
    assert rows.currentIndex().row() == 0
    assert spared.findChild(QWidget, "filterPanel") is None


async def test_the_rest_comes_with_what_was_chosen(spared: MainWindow) -> None:
    spared.complete()
    section = spared.section
    assert isinstance(section, SearchSection)
    await until(lambda: section.is_complete)
    assert section.reader.row is not None
    assert section.reader.row.key == section.list.view.current_id()
    assert section.filters.query().words == (Words(text="менеджер"),)
    assert section.filters.isVisible()
    assert section.reader.isVisible()
    await until(lambda: not section.is_searching)


async def test_nothing_is_asked_of_what_is_not_there_yet(spared: MainWindow) -> None:
    section = spared.section
    assert section is not None
    spared.resize(1024, 700)
    spared.resize(1440, 900)
    assert section.enabled_commands()
    assert [section.price_of(command) for command in section.commands()] == [""] * len(section.commands())
    spared.complete()
    spared.open_section("outbox")
    assert spared.section is not section
