"""The window: rail, keys, width, language, names, and the way through the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.gui.actions import ActionId
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.palette.palette import Palette
from hhdesk.gui.places import PLACES
from hhdesk.gui.sections import WidthClass
from hhdesk.gui.shortcuts.overview import ShortcutOverview
from hhdesk.services.services import Services
from tests.gui.window.outbox_desk import active, click, until

BUILT = [place.key for place in PLACES if place.build is not None]


@pytest.mark.parametrize("key", BUILT)
async def test_the_rail_opens_every_place(window: MainWindow, key: str) -> None:
    click(window.rail, f"rail.{key}")
    assert window.section is not None
    assert window.section.key == key
    assert window.windowTitle().endswith(" — hhdesk")
    assert window.section.name() in window.windowTitle()


async def test_a_place_still_to_come_is_answered_with_a_word(window: MainWindow) -> None:
    before = window.section
    coming = next(place for place in PLACES if place.build is None)
    window.open_section(coming.key)
    assert window.section is before
    assert window.rail.button(coming.key) is None
    assert coming.name() in window.shell.toaster.toasts[-1].words


async def test_the_section_of_last_time_is_remembered(window: MainWindow) -> None:
    window.open_section("outbox")
    assert window.shell.memory.word("window/section") == "outbox"


async def test_a_narrow_window_speaks_short(window: MainWindow) -> None:
    assert window.width_class is WidthClass.WIDE
    window.resize(1100, 700)
    await until(lambda: window.width_class is WidthClass.NARROW)
    assert window.status.connection.text() == (
        window.status.connection.told.short or window.status.connection.told.words
    )


async def test_the_language_changes_while_it_runs(window: MainWindow, services: Services) -> None:
    window.open_section("outbox")
    assert window.section is not None
    assert window.section.name() == "Outbox"
    await services.settings.change(language="ru")
    button = window.rail.button("outbox")
    assert button is not None
    assert button.text() == window.section.name() == "Исходящие"
    assert "Исходящие" in window.windowTitle()
    await services.settings.change(language="en")
    assert button.text() == "Outbox"


async def test_f6_walks_through_the_panes(window: MainWindow) -> None:
    window.open_section("outbox")
    await active(window)
    seen = set()
    for _ in range(3):
        window.do(ActionId.NEXT_PANE.value)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus)
    assert len(seen) > 1


@pytest.mark.parametrize("key", ["outbox", "settings"])
async def test_whatever_can_be_acted_on_has_a_name(window: MainWindow, key: str) -> None:
    window.open_section(key)
    await until(lambda: window.section is not None and window.section.isVisible())
    nameless = [
        f"{type(widget).__name__} {widget.objectName()!r} in {_path(widget)}"
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in window.findChildren(kind)
        if widget.isVisible() and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []


def _path(widget: QWidget) -> str:
    names = []
    above: QWidget | None = widget.parentWidget()
    while above is not None:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)


async def test_menus_grey_only_while_they_are_open(window: MainWindow) -> None:
    window.open_section("settings")
    action = window.menus.actions[ActionId.INVITE]
    assert not action.isVisible()
    assert window.menus.actions[ActionId.QUIT].isVisible()


async def test_the_palette_finds_commands_and_does_them(window: MainWindow, services: Services) -> None:
    window.open_section("settings")
    palette = Palette.open_over(window, services)
    palette.form.paletteEdit.setText(">outb")
    hit = palette.view.current()
    assert hit is not None
    assert hit.key == "go.outbox"
    QTest.keyClick(palette.form.paletteEdit, Qt.Key.Key_Return)
    assert window.section is not None
    assert window.section.key == "outbox"
    await until(lambda: not window.findChildren(Palette))


async def test_the_palette_finds_people_on_this_computer(window: MainWindow, services: Services) -> None:
    async for _ in services.search.run(ResumeQuery(words=(Words(text="бухгалтер"),))):
        pass
    palette = Palette.open_over(window, services)
    _type(palette.form.paletteEdit, "@бухг")
    await until(lambda: palette.view.current() is not None)
    hit = palette.view.current()
    assert hit is not None
    assert hit.key.startswith("person-")
    assert hit.title_marks or hit.detail_marks
    QTest.keyClick(palette.form.paletteEdit, Qt.Key.Key_Escape)
    await until(lambda: not window.findChildren(Palette))


async def test_the_palette_says_when_there_is_nothing(window: MainWindow, services: Services) -> None:
    palette = Palette.open_over(window, services)
    palette.form.paletteEdit.setText("qqqqq")
    assert palette.nothing.isVisible()
    palette.leave()


async def test_f1_lists_the_keys(window: MainWindow) -> None:
    window.do(ActionId.KEYS.value)
    sheet = window.findChild(ShortcutOverview)
    assert isinstance(sheet, ShortcutOverview)
    words = {label.accessibleName() for label in sheet.findChildren(QWidget) if label.accessibleName()}
    assert "Take back the last send: Ctrl Z" in words
    assert {"Next person: J, ↓", "Your rejection with a letter: Shift R", "Save the PDF: Ctrl S"} <= words
    # As large as its keys, which begin under the heading.
    contents, room = sheet.form.shortcutsContents, sheet.form.shortcutsScroll.viewport()
    assert 0 <= room.height() - contents.sizeHint().height() < 12
    first = sheet.findChild(QWidget, "key_go.search")
    assert first is not None
    title = sheet.form.shortcutsTitle
    assert first.mapTo(sheet, QPoint()).x() == title.mapTo(sheet, QPoint()).x()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    await until(lambda: not sheet.isVisible())


async def test_a_lost_session_gets_a_strip_and_a_way_back(window: MainWindow, services: Services) -> None:
    window.open_section("outbox")
    await services.connect.sign_out()
    assert window.shell.session.isVisible()
    assert "signed out" in window.shell.session.title.text()
    assert services.outbox.summary().paused
    assert [way.objectName() for way in window.shell.session.ways] == ["signInAgain"]


def _type(field: QLineEdit, words: str) -> None:
    """Cyrillic by key events: QTest.keyClicks would abort."""
    for letter in words:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


async def test_the_corner_says_that_the_account_is_being_changed(
    window: MainWindow, services: Services
) -> None:
    button = window.corner_box.account
    menu = button.menu()
    menu.aboutToShow.emit()

    def others() -> list[QAction]:
        entries = [one for one in menu.actions() if one.objectName().startswith("account_")]
        return [one for one in entries if not one.isChecked() and one.isEnabled()]

    await until(lambda: bool(window.account_menu._accounts))
    menu.aboutToShow.emit()
    other = others()[0]
    name = other.text()
    other.trigger()
    assert button.text() == f"Changing to {name}…"
    menu.aboutToShow.emit()
    assert not others()
    await until(lambda: "Changing" not in button.text())
    assert name in button.text()
    assert not window.board.running
