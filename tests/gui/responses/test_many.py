"""One act on many: who they are is shown by name, and hh.ru's letter gets each one's own words."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hhdesk.domain.negotiations import Response
from hhdesk.gui.acts.many import ManyDialog
from hhdesk.gui.acts.request import ActChoice
from hhdesk.gui.responses.acting import Acting
from hhdesk.gui.responses.rows import name_of
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.search_desk import until

SHIFT = Qt.KeyboardModifier.ShiftModifier


async def open_dialog(desk: ResponsesDesk, people: int) -> ManyDialog:
    """Tick the first `people` and ask for their rejection with a letter."""
    await desk.bind_rejection()
    desk.view.choose(desk.model.ids[0])
    for _ in range(people):
        desk.press(Qt.Key.Key_X)
    desk.press(Qt.Key.Key_R, SHIFT)
    await until(lambda: bool(desk.window.findChildren(ManyDialog)))
    dialog = desk.window.findChildren(ManyDialog)[-1]
    await until(lambda: not dialog.is_busy)
    return dialog


def read(dialog: ManyDialog, name: str) -> str:
    """Words of a label."""
    found = dialog.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


async def test_everybody_is_named_and_counted_on_the_button(desk: ResponsesDesk) -> None:
    dialog = await open_dialog(desk, 3)
    names = [one.name for one in dialog.chosen]
    wanted = [desk.model.items[row].response for row in range(3)]
    assert names == [name_of(one.resume) for one in wanted if isinstance(one, Response) and one.resume]
    act = dialog.action.currentText()
    assert dialog.do_button.text().startswith(f"{act}: 3")
    assert read(dialog, "actPeopleCount") == "3 people"
    assert "these people" in read(dialog, "actPrice")
    assert "3 letters" in read(dialog, "actPrice")


async def test_the_letter_of_hh_goes_to_each_with_their_own_name(desk: ResponsesDesk) -> None:
    dialog = await open_dialog(desk, 3)
    assert "[First and middle name]" in dialog.letter.text
    shown = read(dialog, "actPreviewLetter")
    assert shown.startswith(dialog.people.current.values["First and middle name"])
    dialog.people.view.choose(dialog.chosen[1].key)
    assert read(dialog, "actPreviewLetter") != shown
    own = {one.key: one.values["First and middle name"] for one in dialog.chosen}
    dialog.submit()
    await until(lambda: len(desk.waiting) == 3)
    for entry in desk.waiting:
        assert entry.intent.letter.startswith(own[str(entry.intent.negotiation_id)])
        assert "[" not in entry.intent.letter


async def test_who_loses_the_tick_is_left_out(desk: ResponsesDesk) -> None:
    dialog = await open_dialog(desk, 3)
    gone = dialog.chosen[1]
    dialog.people.leave_out([gone])
    assert ": 2" in dialog.do_button.text()
    dialog.submit()
    await until(lambda: len(desk.waiting) == 2)
    assert gone.key not in {str(one.intent.negotiation_id) for one in desk.waiting}
    assert desk.model.items[1].pending == ()


async def test_nobody_gets_a_letter_with_a_gap(desk: ResponsesDesk) -> None:
    """hh.ru keeps the name of one of them closed."""
    await desk.bind_rejection()
    rows = list(desk.model.items[:2])
    response = rows[0].response
    assert isinstance(response, Response)
    assert response.resume is not None
    closed = structs.replace(response.resume, first_name="", middle_name="", last_name="")
    rows[0] = structs.replace(rows[0], response=structs.replace(response, resume=closed))
    acting = desk.section.findChild(Acting)
    assert acting is not None
    acting.do_all(rows, ActChoice(response.actions[-1]), lambda _: "Кладовщик", with_letter=True)
    await until(lambda: bool(desk.window.findChildren(ManyDialog)))
    dialog = desk.window.findChildren(ManyDialog)[-1]
    await until(lambda: not dialog.is_busy)
    assert "[First and middle name]" in dialog.letter.text
    assert not dialog.do_button.isEnabled()
    dialog.submit()
    assert not desk.waiting
    dialog._gap.acted.emit()
    assert dialog.do_button.isEnabled()
    dialog.submit()
    await until(lambda: len(desk.waiting) == 1)


@pytest.mark.parametrize("word", ["First name", "Vacancy's name"])
async def test_a_place_is_put_in_by_its_menu(desk: ResponsesDesk, word: str) -> None:
    dialog = await open_dialog(desk, 2)
    dialog.message.setPlainText("")
    dialog.message.setFocus()
    dialog.letter._open_places()
    desk.choose_from("actPlaceMenu", list(dialog.chosen[0].values).index(word))
    assert dialog.letter.text == f"[{word}]"
    assert read(dialog, "actPreviewLetter") == dialog.people.current.values[word]


async def test_the_bar_says_for_whom_its_acts_are(desk: ResponsesDesk) -> None:
    first, second, third = (desk.model.content_at(row).lines[0].left for row in range(3))
    strip = desk.find(QWidget, "gathered")
    assert not strip.isVisible()
    desk.view.choose(desk.model.ids[0])
    desk.press(Qt.Key.Key_X)
    desk.press(Qt.Key.Key_X)
    said = strip.accessibleName()
    assert strip.isVisible()
    assert said.startswith(f"2 ticked. The acts are for them: {first}, {second}.")
    assert said.endswith(f"The page shows somebody else: {third}.")
    desk.press(Qt.Key.Key_K)
    assert "somebody else" not in strip.accessibleName()
    desk.click(desk.find(QWidget, "gathered.act"))
    assert not strip.isVisible()
    assert not desk.model.ticked
