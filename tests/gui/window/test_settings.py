"""The page of preferences with large type in a small window: everything is in sight and readable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.sections import WidthClass
from tests.gui.resumes.search_desk import until


@pytest.fixture
def twice(theme: Theme) -> None:
    """Type at 200 %, before there is a window."""
    theme.set_zoom(2.0)


@pytest.fixture
async def small(twice: None, window: MainWindow) -> MainWindow:
    """A window of 1024 x 700: 39 em."""
    window.resize(1024, 700)
    await until(lambda: window.width_class is WidthClass.SINGLE)
    return window


def cut(window: MainWindow, place: QWidget) -> list[str]:
    """What runs past the window's right edge."""
    edge = window.rect().right()
    return [
        widget.objectName() or type(widget).__name__
        for widget in place.findChildren(QWidget)
        if widget.isVisible() and widget.mapTo(window, widget.rect().topRight()).x() > edge
    ]


async def test_settings_stay_inside_the_window(small: MainWindow) -> None:
    small.open_section("settings")
    section = small.section
    assert section is not None
    scroll = section.findChild(QAbstractScrollArea, "settingsScroll")
    contents = section.findChild(QWidget, "settingsContents")
    assert scroll is not None
    assert contents is not None
    await until(scroll.isVisible)
    await until(lambda: contents.minimumHeight() > 0)
    assert cut(small, scroll) == []
    assert scroll.horizontalScrollBar().maximum() == 0
    words, choice = (
        section.findChild(QWidget, "languageLabel"),
        section.findChild(QWidget, "settings_language"),
    )
    assert words is not None
    assert choice is not None
    assert choice.mapTo(section, choice.rect().topLeft()).x() == words.mapTo(section, QPoint(0, 0)).x()
    for label in section.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
