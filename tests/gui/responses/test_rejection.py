"""The first R asks which of hh.ru's acts it shall be; no careless key answers for the person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.responses.rejection import RejectionChoice
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.search_desk import until


async def asked(desk: ResponsesDesk) -> tuple[RejectionChoice, list[Button]]:
    """The open question with its acts."""
    desk.press(Qt.Key.Key_R)
    await until(lambda: bool(desk.window.findChildren(RejectionChoice)))
    choice = desk.window.findChildren(RejectionChoice)[-1]
    return choice, [one for one in choice.findChildren(Button) if one.objectName() != "rejectionCancel"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
async def test_a_careless_key_binds_nothing(desk: ResponsesDesk, key: Qt.Key) -> None:
    choice, buttons = await asked(desk)
    assert not any(one.hasFocus() or one.isDefault() for one in buttons)
    QTest.keyClick(choice.focusWidget(), key)
    assert desk.services.responses.rejection is None
    assert not desk.waiting


async def test_acts_stand_under_each_other_with_their_numbers(desk: ResponsesDesk) -> None:
    choice, buttons = await asked(desk)
    assert [one.key for one in buttons] == [str(number) for number in range(1, len(buttons) + 1)]
    assert len({one.width() for one in buttons}) == 1
    last = buttons[-1]
    QTest.keyClick(choice, Qt.Key(ord(last.key)))
    name = last.objectName().removeprefix("rejection_")
    await until(lambda: desk.services.responses.rejection == name)
    assert not desk.waiting
