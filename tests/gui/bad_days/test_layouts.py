"""Languages, themes and sizes, live: nothing is clipped, all has a name, keys go where the eye goes."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from hhdesk.domain.preferences import Theme as ThemeChoice
from hhdesk.gui.kit.theme import Theme
from tests.gui.bad_days.desk import Desk, path_of

SECTIONS = ("search", "responses", "vacancies", "outbox", "settings")
ACTIONABLE = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QPlainTextEdit, QTextEdit,
    QTabBar, QAbstractSlider,
)  # fmt: skip


async def with_people(desk: Desk) -> None:
    """Every section has something in it."""
    await desk.search()
    await desk.read(0)
    await desk.responses()
    await desk.keep_move()
    desk.window.open_section("vacancies")


def nameless(desk: Desk) -> list[str]:
    """Widgets of ours that a person can act on and that have no name."""
    found = []
    for kind in ACTIONABLE:
        for widget in desk.all(kind):
            only_says = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inner = isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_") or only_says
            own = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)
            if own and not inner and not (widget.objectName() and widget.accessibleName()):
                found.append(f"{type(widget).__name__} {path_of(widget)} {widget.accessibleName()!r}")
    return found


async def test_whatever_can_be_acted_on_has_a_name_everywhere(desk: Desk) -> None:
    await with_people(desk)
    for section in SECTIONS:
        desk.window.open_section(section)
        await desk.settled()
        assert desk.sees(f"section_{section}")
        assert nameless(desk) == [], section


@pytest.mark.parametrize(("language", "zoom"), [("ru", 1.0), ("en", 2.0), ("ru", 2.0)])
async def test_nothing_is_clipped_in_any_language_and_size(desk: Desk, language: str, zoom: float) -> None:
    await with_people(desk)
    await desk.services.settings.change(language=language, theme=ThemeChoice.DARK)
    Theme.instance().set_zoom(zoom)
    try:
        for section in SECTIONS:
            desk.window.open_section(section)
            await desk.settled()
            assert desk.clipped() == [], section
            assert desk.window.width() == 1100
    finally:
        Theme.instance().set_zoom(1.0)
        await desk.services.settings.change(language="en", theme=ThemeChoice.LIGHT)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_nothing_is_clipped_on_the_first_page(new_desk: Desk, language: str) -> None:
    await new_desk.services.settings.change(language=language)
    await new_desk.settled()
    assert new_desk.clipped() == []
    await new_desk.services.settings.change(language="en")


async def test_tab_walks_from_rail_to_status_and_visits_nothing_twice(desk: Desk) -> None:
    await with_people(desk)
    for section in ("search", "responses", "vacancies"):
        desk.window.open_section(section)
        await desk.settled()
        first = desk.window.rail.button(section)
        assert first is not None
        first.setFocus(Qt.FocusReason.TabFocusReason)
        walked: list[QWidget] = []
        for _ in range(200):
            focus = QApplication.focusWidget()
            assert focus is not None
            if walked and focus is walked[0]:
                break
            assert focus.isVisible()
            walked.append(focus)
            desk.window.focusNextChild()
        assert 5 < len(walked) < 200, section
        assert len(walked) == len(set(walked)), section


@pytest.mark.parametrize(("letter", "code", "name"), [("о", 36, "J"), ("л", 37, "K")])
async def test_letters_go_by_their_place_in_the_russian_layout(
    desk: Desk, letter: str, code: int, name: str
) -> None:
    del name
    await desk.search()
    view = desk.searching.list.view
    view.setFocus()
    view.step(1)
    before = view.current_id()
    for scan_code in (code, 0):
        key = ord(letter.upper())
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, letter)
        QApplication.sendEvent(view, event)
        assert view.current_id() != before
        view.step(1 if letter == "л" else -1)
        assert view.current_id() == before


async def test_no_two_commands_have_one_shortcut(desk: Desk) -> None:
    await with_people(desk)
    for section in SECTIONS:
        desk.window.open_section(section)
        await desk.settled()
        owned = [
            (str(key.toString()), one.objectName() or one.text())
            for one in desk.window.findChildren(QAction)
            if one.isEnabled() and one.shortcutContext() != Qt.ShortcutContext.WidgetShortcut
            for key in one.shortcuts()
        ]
        owned += [
            (str(one.key().toString()), f"shortcut of {parent.objectName()}")
            for parent in desk.all(QWidget)
            for one in parent.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if one.isEnabled() and one.context() == Qt.ShortcutContext.WindowShortcut
        ]
        doubled = {key for key, count in Counter(key for key, _ in owned).items() if key and count > 1}
        assert [pair for pair in owned if pair[0] in doubled] == [], section


async def test_pictures_are_sharp_on_dense_screens(desk: Desk) -> None:
    await desk.search()
    assert desk.window.devicePixelRatioF() >= 1.0
    grabbed = desk.window.grab()
    assert grabbed.width() == round(desk.window.width() * grabbed.devicePixelRatio())
