"""Another size of type builds the sections anew: what the person has begun in them goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from hhdesk.domain.connection import Connection
from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.outbox.section import OutboxSection
from hhdesk.gui.responses.section import ResponsesSection
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.gui.sections import Section
from hhdesk.services.services import Services
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.search_desk import SearchDesk, until
from tests.gui.window.outbox_desk import OutboxDesk, click
from tests.sandbox_process import Sandbox


@pytest.fixture
def zoom(window: MainWindow, theme: Theme) -> Callable[[], None]:
    """Makes the type larger."""
    return lambda: theme.set_zoom(1.15)


async def built_anew(window: MainWindow, before: Section) -> Section:
    """The section that stands in the place of another."""
    await until(lambda: window.section is not None and window.section is not before)
    assert window.section is not None
    return window.section


async def test_a_begun_message_and_ticks_go_on(
    window: MainWindow, services: Services, sandbox: Sandbox, zoom: Callable[[], None]
) -> None:
    window.open_section("responses")
    desk = ResponsesDesk(window, services, sandbox)
    await desk.ready()
    response = await desk.open_row(2)
    desk.section.reader.show_chat()
    desk.section.reader.chat.writing.text.setPlainText("Добрый день, начало письма")
    ticked = frozenset(desk.model.ids[:2])
    desk.model.tick(ticked)
    vacancy, collection = desk.section._vacancy, desk.section._collection
    assert collection is not None
    zoom()
    section = await built_anew(window, desk.section)
    assert isinstance(section, ResponsesSection)
    await until(lambda: section.reader.response is not None and section.reader.response.id == response.id)
    assert section.reader.chat.writing.text.toPlainText() == "Добрый день, начало письма"
    assert (section._vacancy, section._collection and section._collection.id) == (vacancy, collection.id)
    assert section.list.model.ticked == ticked


async def test_typed_filters_and_ticks_go_on(
    window: MainWindow, services: Services, sandbox: Sandbox, zoom: Callable[[], None]
) -> None:
    window.open_section("search")
    desk = SearchDesk(window, services, sandbox)
    await desk.ready()
    await desk.search("бухгалтер")
    keys = [row.key for row in desk.section.list.model.items[:3]]
    desk.section.list.view.choose(keys[2])
    desk.section.list.model.tick(keys[:2])
    desk.write("words1", "кладовщик")
    zoom()
    section = await built_anew(window, desk.section)
    assert isinstance(section, SearchSection)
    field = section.findChild(QLineEdit, "words1")
    assert field is not None
    assert field.text() == "кладовщик"
    assert section.list.model.ticked == frozenset(keys[:2])
    assert section.list.view.current_id() == keys[2]
    assert section.reader.row is not None
    assert section.reader.row.key == keys[2]
    box = SearchDesk(window, services, sandbox)
    await box.ready()
    assert field.text() == "кладовщик"


async def test_a_begun_correction_goes_on(outbox: OutboxDesk, zoom: Callable[[], None]) -> None:
    entry = await outbox.add()
    outbox.choose(entry)
    click(outbox.section.card, "editLetter")
    await until(lambda: outbox.section.card.editing)
    outbox.section.card.form.letterEdit.setPlainText("Спасибо, Павел")
    zoom()
    section = await built_anew(outbox.window, outbox.section)
    assert isinstance(section, OutboxSection)
    assert section.card.editing
    assert section.card.form.letterEdit.toPlainText() == "Спасибо, Павел"


async def test_nothing_of_another_account_goes_on(window: MainWindow, services: Services) -> None:
    window.open_section("search")
    before = window.section
    assert isinstance(before, SearchSection)
    await until(lambda: before.is_complete)
    field = before.findChild(QLineEdit, "words1")
    assert field is not None
    field.setText("кладовщик")
    connection: Connection = services.connect.connection
    services.account_changed.announce(connection)
    section = await built_anew(window, before)
    field = section.findChild(QLineEdit, "words1")
    assert field is not None
    assert field.text() == ""
