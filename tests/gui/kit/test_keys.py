"""Keys work by their place in every layout, and no two actions want the same one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hhdesk.gui.actions import ACTIONS, TOGETHER, ActionId, Menu, Place, act_key, make_action, menu_actions
from hhdesk.gui.keys import EVDEV, MAC, RUSSIAN, KeyMap, key_name
from hhdesk.gui.kit.icons import known
from hhdesk.gui.kit.theme import load_resources

SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(
    key: int, text: str, scan: int = 0, virtual: int = 0, modifiers: Qt.KeyboardModifier = PLAIN
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize(
    ("platform", "event", "name"),
    [
        ("xcb", press(0x41E, "о", scan=44), "J"),
        ("wayland", press(Qt.Key.Key_J, "j", scan=44), "J"),
        ("windows", press(0x41E, "о", scan=36), "J"),
        ("cocoa", press(0x41E, "о", virtual=38), "J"),
        ("offscreen", press(0x41E, "о"), "J"),
        ("offscreen", press(Qt.Key.Key_J, "j"), "J"),
        ("offscreen", press(Qt.Key.Key_Space, " "), "Space"),
        ("offscreen", press(Qt.Key.Key_Return, "\r"), "Enter"),
        ("xcb", press(Qt.Key.Key_1, "1", scan=10), "1"),
        ("offscreen", press(Qt.Key.Key_F5, ""), ""),
        ("offscreen", press(Qt.Key.Key_Comma, ","), ""),
    ],
)
def test_key_is_named_by_its_place(platform: str, event: QKeyEvent, name: str) -> None:
    assert key_name(event, platform) == name


def test_tables_name_every_letter_and_digit_once() -> None:
    wanted = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    assert set(EVDEV.values()) == wanted
    assert set(MAC.values()) == wanted
    assert set(RUSSIAN.values()) == {letter for letter in wanted if letter.isalpha()}


class Pane(QWidget):
    """A pane with a list and a text field."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.list = QListWidget()
        self.list.addItems(["one", "two"])
        self.field = QLineEdit()
        layout.addWidget(self.list)
        layout.addWidget(self.field)
        self.keys = KeyMap(self)


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    made = Pane()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_letter_acts_in_the_russian_layout(pane: Pane) -> None:
    done: list[str] = []
    pane.keys.bind(ActionId.NOTE, lambda: done.append("note"))
    pane.list.setFocus()
    QApplication.sendEvent(pane.list, press(0x422, "т"))
    QApplication.sendEvent(pane.list, press(Qt.Key.Key_N, "n"))
    assert done == ["note", "note"]


def test_letters_are_text_in_text_fields(pane: Pane) -> None:
    done: list[str] = []
    pane.keys.bind(ActionId.NOTE, lambda: done.append("note"))
    pane.field.setFocus()
    QApplication.sendEvent(pane.field, press(0x422, "т"))
    assert done == []
    assert pane.field.text() == "т"


def test_shift_with_an_act_is_told(pane: Pane) -> None:
    done: list[bool] = []
    pane.keys.bind_shift(act_key(2), done.append)
    pane.list.setFocus()
    QApplication.sendEvent(pane.list, press(Qt.Key.Key_2, "2"))
    QApplication.sendEvent(pane.list, press(Qt.Key.Key_2, "@", scan=0, modifiers=SHIFT))
    assert done == [False, True]


def test_control_letters_are_left_to_shortcuts(pane: Pane) -> None:
    done: list[str] = []
    pane.keys.bind(ActionId.NOTE, lambda: done.append("note"))
    pane.list.setFocus()
    QApplication.sendEvent(pane.list, press(Qt.Key.Key_N, "", modifiers=Qt.KeyboardModifier.ControlModifier))
    assert done == []


def test_disabled_action_leaves_the_key_alone(pane: Pane) -> None:
    done: list[str] = []
    pane.keys.bind(ActionId.NOTE, lambda: done.append("note"), enabled=lambda: False)
    pane.list.setFocus()
    QApplication.sendEvent(pane.list, press(Qt.Key.Key_N, "n"))
    assert done == []


def test_inner_pane_gets_the_key_first(qtbot: QtBot, pane: Pane) -> None:
    done: list[str] = []
    outer = QWidget()
    qtbot.addWidget(outer)
    QVBoxLayout(outer).addWidget(pane)
    KeyMap(outer).bind(ActionId.NOTE, lambda: done.append("outer"))
    pane.keys.bind(ActionId.NOTE, lambda: done.append("inner"))
    with qtbot.waitActive(outer):
        outer.show()
    pane.list.setFocus()
    QApplication.sendEvent(pane.list, press(Qt.Key.Key_N, "n"))
    assert done == ["inner"]


@pytest.mark.parametrize("places", TOGETHER)
def test_no_two_actions_that_work_together_want_one_key(places: frozenset[Place]) -> None:
    wanted = [
        (key, spec.id)
        for spec in ACTIONS.values()
        if spec.place in places or spec.place is Place.GLOBAL
        for key in (spec.key, *spec.more_keys)
        if key and not (spec.id is ActionId.BACK and Place.DIALOG in places)
    ]
    clashes = [(one, other) for one, other in combinations(wanted, 2) if one[0] == other[0]]
    assert clashes == []


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The application speaks English, then Russian."""
    load_resources()
    translator = QTranslator()
    assert translator.load(f":/translations/hhdesk_{request.param}.qm")
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def test_menu_titles_have_different_mnemonics(language: str) -> None:
    letters = [menu.words()[menu.words().index("&") + 1].casefold() for menu in Menu if menu is not Menu.NONE]
    assert len(set(letters)) == len(letters)


def test_no_two_lines_of_a_menu_read_the_same(language: str) -> None:
    for menu in Menu:
        words = [spec.words.casefold() for spec in menu_actions(menu) if menu is not Menu.NONE]
        assert len(set(words)) == len(words), menu


def test_letters_of_one_place_differ_on_russian_keys_too() -> None:
    russian = {latin: cyrillic for cyrillic, latin in RUSSIAN.items()}
    for places in TOGETHER:
        letters = [spec.key for spec in ACTIONS.values() if spec.place in places and spec.key in russian]
        assert len({russian[letter] for letter in letters}) == len(letters)


@pytest.mark.parametrize("action_id", list(ActionId))
def test_every_action_is_defined_with_words_and_a_known_icon(action_id: ActionId) -> None:
    spec = ACTIONS[action_id]
    assert spec.words
    assert not spec.icon or known(spec.icon)


def test_letters_are_shown_but_are_no_shortcuts(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    note, refresh = make_action(ActionId.NOTE, pane), make_action(ActionId.REFRESH, pane)
    assert note.text().endswith("\tN")
    assert note.shortcut().isEmpty()
    assert refresh.shortcut().toString() == "Ctrl+R"
    assert ActionId.INVITE in [spec.id for spec in menu_actions(Menu.CANDIDATE)]
