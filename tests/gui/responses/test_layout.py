"""Responses in one pane: large type fits, and the keyboard goes with the person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from hhdesk.gui.kit.labels import Rule
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.main_window import MainWindow
from hhdesk.services.services import Services
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.search_desk import until
from tests.sandbox_process import Sandbox


@pytest.fixture
def largest_type(theme: Theme) -> None:
    """Type at 200 %."""
    theme.set_zoom(2.0)


@pytest.mark.usefixtures("largest_type")
async def test_largest_type_stays_within_the_window(
    window: MainWindow, services: Services, sandbox: Sandbox
) -> None:
    window.resize(1024, 700)
    window.open_section("responses")
    desk = ResponsesDesk(window, services, sandbox)
    await desk.ready()
    desk.press(Qt.Key.Key_Return)
    reader = desk.section.reader.resume
    await until(lambda: reader.resume is not None)
    assert reader.form.readerScroll.hasFocus()
    place = reader.mapTo(window, reader.rect().topRight())
    assert place.x() < window.width()
    assert reader.form.readerPage.width() <= reader.form.readerScroll.viewport().width()
    acts = [one for one in desk.acts if one.isVisible()]
    assert all(one.mapTo(window, one.rect().topRight()).x() < window.width() for one in acts)
    # The way back stands right on the page, and menus without room have a sign that is seen.
    line = desk.find(QWidget, "responsesBackLine")
    rule = line.findChild(Rule)
    assert rule is not None
    assert rule.geometry().bottom() == line.rect().bottom()
    more = window.menuBar().findChild(QToolButton, "qt_menubar_ext_button")
    assert more is not None
    assert more.width() >= px(1.7)
    desk.press(Qt.Key.Key_Escape)
    assert desk.view.hasFocus()
