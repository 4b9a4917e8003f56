"""Where the keyboard is after each ordinary step: the letters of the list go on working."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named
from hhdesk.gui.kit.chips import Chip
from tests.gui.resumes.search_desk import SearchDesk, until


def in_rows(desk: SearchDesk) -> bool:
    return QApplication.focusWidget() is desk.section.list.view


async def test_esc_out_of_the_pdf_leads_back_to_the_rows(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    await until(lambda: desk.section.files.pane.isAncestorOf(QApplication.focusWidget() or desk.window))
    desk.press(Qt.Key.Key_Escape)
    assert not desk.section.files.is_shown
    assert in_rows(desk)


async def test_nobody_found_leaves_the_keyboard_at_the_way_on(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    await desk.search("ъъъжжж")
    assert desk.visible("resultState")
    chip = QApplication.focusWidget()
    assert isinstance(chip, Chip)
    assert chip.removable
    assert desk.section.list.empty.isAncestorOf(chip)
    desk.press(Qt.Key.Key_Delete)
    await desk.answered()
    assert desk.titles()
    assert in_rows(desk)


async def test_taking_a_condition_away_leads_to_the_rows(desk: SearchDesk) -> None:
    desk.section.search(ResumeQuery(words=(Words(text="бухгалтер"),), age_from=25))
    await desk.answered()
    chip = desk.find(Chip, "conditions.1")
    cross = chip.rect().center()
    cross.setX(chip.width() - 12)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    await desk.answered()
    assert len(desk.section.head.chosen) == 1
    assert in_rows(desk)


async def test_click_on_a_condition_leads_to_its_field(desk: SearchDesk) -> None:
    education = Named(id="higher", name="Высшее")
    words = Words(text="бухгалтер менеджер", logic="any")
    desk.section.search(ResumeQuery(words=(words,), age_from=25, education=(education,)))
    await desk.answered()
    shown = desk.conditions()
    assert "any: бухгалтер менеджер" in shown
    for condition, name in enumerate(one.field for one in desk.section.head.conditions):
        chip = desk.find(Chip, f"conditions.{condition}")
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center() - chip.rect().center() / 2)
        expected: dict[str, type[QWidget]] = {
            "words0": QLineEdit, "education": QCheckBox, "age_from": QLineEdit,
        }  # fmt: skip
        focus = QApplication.focusWidget()
        assert isinstance(focus, expected[name])
        assert focus.isVisible()
        assert focus.objectName() in {"words1", "education_higher", "ageFrom"}
