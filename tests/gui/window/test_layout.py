"""What is found again at the next start: size, panes, heights of rows, order, section, size of type."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QComboBox

from hhdesk.domain.preferences import Density as RowDensity
from hhdesk.gui.browser import Browser
from hhdesk.gui.kit.rows import Density
from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.gui.settings.section import SettingsSection
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.services.services import Services
from tests.gui.speaking import languages_of
from tests.gui.window.outbox_desk import until

Start = Callable[[], MainWindow]


@pytest.fixture
async def start(qapp: QApplication, services: Services, tmp_path: Path) -> AsyncIterator[Start]:
    """A start of the program on one profile; the one before is closed."""
    windows: list[MainWindow] = []

    def close() -> None:
        if windows:
            window = windows.pop()
            window.end()
            window.hide()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)

    def begin() -> MainWindow:
        close()
        memory = LayoutMemory(tmp_path / "window.ini")
        window = MainWindow(services.configuration, Browser(""), memory, languages_of(qapp), known=True)
        windows.append(window)
        window.show()
        window.begin(services)
        return window

    yield begin
    close()
    Theme.instance().set_zoom(1.0)


def _search(window: MainWindow) -> SearchSection:
    window.open_section("search")
    section = window.section
    assert isinstance(section, SearchSection)
    return section


async def test_size_and_section_are_found_again(start: Start) -> None:
    window = start()
    window.resize(1280, 760)
    window.open_section("outbox")
    again = start()
    # The screen of tests is narrower than the least window, so that Qt takes back the width.
    assert again.height() == 760
    assert again.section is not None
    assert again.section.key == "outbox"


async def test_panes_stay_as_wide_as_the_person_made_them(start: Start) -> None:
    window = start()
    window.resize(1440, 900)
    section = _search(window)
    async for _ in section.services.search.run(section.filters.query()):
        pass
    section.search(section.filters.query())
    await until(section.form.readerPlace.isVisible)
    splitter = section.form.resultSplitter
    left, right = splitter.sizes()
    splitter.moveSplitter(left + 20, 1)
    wanted = splitter.sizes()[0]
    assert wanted == left + 20
    assert right > 0
    window = start()
    window.resize(1440, 900)
    again = _search(window)
    await until(again.form.readerPlace.isVisible)
    await until(lambda: abs(again.form.resultSplitter.sizes()[0] - wanted) <= 1)


async def test_heights_of_rows_are_found_again(start: Start) -> None:
    _search(start()).list.set_density(Density.MEDIUM)
    assert _search(start()).list.density is Density.MEDIUM


async def test_the_preferred_height_counts_until_a_list_has_its_own(start: Start, services: Services) -> None:
    await services.settings.change(density=RowDensity.COMPACT)
    section = _search(start())
    assert _density(section) == "MEDIUM"
    section.list.set_density(Density.DENSE)
    await services.settings.change(density=RowDensity.COMFORTABLE)
    assert _density(section) == "ROOMY"
    assert _density(_search(start())) == "ROOMY"


def _density(section: SearchSection) -> str:
    return section.list.density.name


async def test_the_order_is_that_of_the_last_search(start: Start) -> None:
    section = _search(start())
    section.search(section.filters.query())
    await until(lambda: not section.is_searching)
    orders = (await section.services.dictionaries.dictionaries()).of("resume_search_order")
    section.list.order_asked.emit(orders[-1])
    await until(lambda: not section.is_searching)
    again = _search(start())
    await until(lambda: orders[-1].name[1:] in again.list.sort_button.text())


async def test_the_size_of_type_is_kept_and_shown(start: Start, tmp_path: Path) -> None:
    window = start()
    window.open_section("settings")
    section = window.section
    assert isinstance(section, SettingsSection)
    box = section.findChild(QComboBox, "settings_zoom")
    assert box is not None
    box.setCurrentIndex(box.findData("130"))
    box.activated.emit(box.currentIndex())
    await until(lambda: window.section is not section)
    start().shell.memory.write()
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert kept.value("window/zoom") == "130"
