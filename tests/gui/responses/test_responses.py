"""Working responses: opening, acts by number, the rejection, many at once, taking back."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from shiboken6 import isValid

from hhdesk.domain.identity import ChatId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxState
from hhdesk.domain.preferences import Preferences
from hhdesk.gui.actions import ActionId
from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.responses.rows import name_of
from hhdesk.gui.sections import act
from hhdesk.services.services import Services
from tests.gui.responses.responses_desk import LIST, ResponsesDesk
from tests.gui.resumes.search_desk import until
from tests.sandbox_process import Sandbox

SHIFT = Qt.KeyboardModifier.ShiftModifier
CHAT = "get-chat-messages"


def label(desk: ResponsesDesk, name: str) -> str:
    return desk.find(QLabel, name).text()


async def test_moving_through_the_list_asks_hh_for_nothing(desk: ResponsesDesk) -> None:
    before = desk.sandbox.state()["traced"]
    first = desk.view.current_id()
    desk.press(Qt.Key.Key_J)
    await until(lambda: desk.view.current_id() != first)
    assert desk.section.reader.row is not None
    assert desk.section.reader.row.key == desk.view.current_id()
    assert desk.sandbox.state()["traced"] == before


async def test_enter_reads_resume_and_letter(desk: ResponsesDesk) -> None:
    for row in range(len(desk.model.ids)):
        desk.view.choose(desk.model.ids[row])
        desk.press(Qt.Key.Key_Return)
        await until(lambda: desk.section.reader.resume.resume is not None)
        await until(lambda: not desk.section.reader._tasks.keys())
        if not desk.section.reader.letter.isHidden():
            break
    assert desk.section.reader.letter.isVisible()
    assert label(desk, "responseLetterText")
    assert "word" in label(desk, "responseLetterFacts")
    assert desk.traced(CHAT) >= 1
    key = desk.view.current_id()
    await until(lambda: "“" in desk.model.content_at(desk.model.row_of(key)).lines[-1].left)


async def test_a_letter_read_before_is_there_at_once(desk: ResponsesDesk) -> None:
    await desk.open_row(1)
    key = desk.view.current_id()
    await until(lambda: not desk.section.reader._tasks.keys())
    had = desk.section.reader.letter.isVisible()
    asked = desk.traced(CHAT)
    desk.press(Qt.Key.Key_K)
    desk.view.choose(key)
    await until(lambda: desk.section.reader.letter.isVisible() == had)
    assert desk.traced(CHAT) == asked


async def test_the_state_line_tells_both_states(desk: ResponsesDesk) -> None:
    response = desk.section.reader.response
    assert response is not None
    assert response.state
    assert response.employer_state
    words = label(desk, "responseStateWords")
    assert response.state.name in words
    assert response.employer_state.name in words
    assert "applied" in label(desk, "responseApplied")


async def test_acts_stand_in_the_order_of_hh_with_numbers(desk: ResponsesDesk) -> None:
    response = desk.section.reader.response
    assert response is not None
    offered = [one.name for one in response.actions if not one.hidden]
    assert [one.text() for one in desk.section.reader.acts.buttons] == offered
    assert [one.key for one in desk.section.reader.acts.buttons][:3] == ["1", "2", "3"]


async def test_an_act_waits_at_once_and_the_next_person_is_chosen(desk: ResponsesDesk) -> None:
    acted = desk.view.current_id()
    button = desk.silent_act()
    name = button.text()
    button.click()
    await until(lambda: bool(desk.waiting))
    await until(lambda: desk.view.current_id() != acted)
    assert f"→ {name}" in desk.spoken(acted)
    assert desk.model.content_at(desk.model.row_of(acted)).faded
    assert desk.section.reader.row is not None
    assert desk.section.reader.row.key != acted
    assert QApplication.focusWidget() is None or desk.view.hasFocus()


async def test_what_was_taken_back_is_undone_and_chosen_again(desk: ResponsesDesk) -> None:
    acted = desk.view.current_id()
    desk.silent_act().click()
    await until(lambda: desk.view.current_id() != acted)
    desk.window.do(ActionId.TAKE_BACK_LAST)
    await until(lambda: desk.view.current_id() == acted)
    assert "→" not in desk.spoken(acted)
    assert all(one.isEnabled() for one in desk.acts)


async def test_while_an_act_waits_no_second_one_can_be_done(desk: ResponsesDesk) -> None:
    acted = desk.view.current_id()
    desk.silent_act().click()
    await until(lambda: desk.view.current_id() != acted)
    desk.view.choose(acted)
    assert not any(one.isEnabled() for one in desk.acts)
    assert "take it back" in desk.acts[0].toolTip()
    desk.press(Qt.Key.Key_1)
    assert len(desk.waiting) == 1
    desk.click(desk.find(QWidget, "responseTakeBack"))
    await until(lambda: not desk.waiting)
    await until(lambda: all(one.isEnabled() for one in desk.acts))


async def test_a_refresh_leaves_the_buttons_alone(desk: ResponsesDesk) -> None:
    before = desk.acts
    QTest.mousePress(before[0], Qt.MouseButton.LeftButton)
    asked = desk.traced(LIST)
    desk.section.refresh()
    await until(lambda: desk.traced(LIST) > asked)
    await until(lambda: not desk.section._tasks.is_running("list"))
    assert desk.acts == before
    assert all(isValid(one) for one in before)


async def test_prices_that_come_late_find_their_bar(desk: ResponsesDesk) -> None:
    """The cost of a PDF came after the buttons of the response before were deleted."""
    for _ in range(4):
        desk.press(Qt.Key.Key_J)
        desk.section.reader.resume._show_prices()
    await until(lambda: not desk.section.reader.resume._prices._tasks.keys())
    assert isValid(desk.section.reader.resume.contacts_button)
    assert desk.find(QWidget, "actPdf").isVisible()


async def test_own_stages_are_in_the_menu_of_their_act(desk: ResponsesDesk) -> None:
    acts = desk.section.reader.acts
    number = next(n for n, one in enumerate(acts.acts, start=1) if one.sub_actions)
    action = acts.acts[number - 1]
    acts.press(number, False)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == f"Only “{action.name}”"
    chosen = desk.choose_from("subActionsMenu", 1)
    assert chosen == action.sub_actions[0].name
    await until(lambda: bool(desk.waiting) or bool(desk.window.findChildren(ActDialog)))
    for dialog in desk.window.findChildren(ActDialog):
        assert dialog.windowTitle()
        dialog.reject()
    if desk.waiting:
        assert desk.waiting[0].intent.url == action.sub_actions[0].url


async def test_shift_with_the_number_asks_for_a_letter(desk: ResponsesDesk) -> None:
    acts = desk.section.reader.acts
    number = next(
        n for n, one in enumerate(acts.acts, start=1) if one.takes("message") and not one.sub_actions
    )
    desk.press(Qt.Key(ord(str(number))), SHIFT)
    await until(lambda: bool(desk.window.findChildren(ActDialog)))
    assert not desk.waiting
    desk.window.findChildren(ActDialog)[-1].reject()


async def test_r_asks_once_then_stands_last_in_red(desk: ResponsesDesk) -> None:
    assert desk.acts[-1].objectName() == "respondReject"
    acted = desk.view.current_id()
    desk.press(Qt.Key.Key_R)
    await until(lambda: desk.shows("rejectionChoice"))
    assert "without a letter" in label(desk, "rejectionText")
    assert "settings" in label(desk, "rejectionText")
    response = desk.section.reader.response
    assert response is not None
    chosen = [one for one in response.actions if not one.hidden][-1]
    name = chosen.name
    desk.click(desk.find(QWidget, f"rejection_{chosen.id}"))
    await until(lambda: desk.services.responses.rejection == chosen.id)
    await until(lambda: desk.acts[-1].text() == name)
    assert not desk.waiting
    assert desk.view.current_id() == acted
    await until(lambda: not desk.shows("rejectionChoice"))
    desk.window.activateWindow()
    desk.view.setFocus()
    desk.press(Qt.Key.Key_R)
    await until(lambda: bool(desk.waiting))
    assert desk.acts[-1].text() == name
    assert desk.acts[-1].key == "R"
    assert name not in [one.text() for one in desk.section.reader.acts.buttons]
    await until(lambda: desk.view.current_id() != acted)
    entry = desk.waiting[0]
    assert entry.intent.is_rejection
    assert (entry.send_at - entry.created_at).total_seconds() == Preferences().rejection_seconds


async def test_twelve_rejections_are_one_question_and_an_entry_each(desk: ResponsesDesk) -> None:
    name = await desk.bind_rejection()
    await until(lambda: desk.acts[-1].text() == name)
    for _ in range(3):
        desk.press(Qt.Key.Key_X)
    gathered = [row.key for row in desk.section.list.gathered]
    assert len(gathered) == 3
    assert label(desk, "responsesAge") == "3 ticked"
    assert desk.acts[-1].text() == f"{name}: 3"
    desk.press(Qt.Key.Key_R)
    await until(lambda: desk.window.findChild(QWidget, "question") is not None)
    assert "3 people" in label(desk, "questionTitle")
    assert "Free" in label(desk, "questionText")
    for row in desk.section.list.gathered:
        assert isinstance(row.response, Response)
        resume = row.response.resume
        assert resume is None or name_of(resume) in label(desk, "questionText")
    assert desk.find(Button, "questionYes").text() == f"{name}: 3"
    desk.click(desk.find(QWidget, "questionYes"))
    await until(lambda: len(desk.waiting) == 3)
    assert [one.intent.negotiation_id for one in desk.waiting] == gathered
    assert all(one.intent.is_rejection for one in desk.waiting)
    await until(lambda: not desk.model.ticked)
    assert desk.view.current_id() not in gathered


async def test_many_are_taken_back_by_one_click(desk: ResponsesDesk) -> None:
    await desk.bind_rejection()
    await until(lambda: desk.acts[-1].key == "R" and desk.acts[-1].text() != "Reject…")
    for _ in range(2):
        desk.press(Qt.Key.Key_X)
    desk.press(Qt.Key.Key_R)
    await until(lambda: desk.window.findChild(QWidget, "question") is not None)
    desk.click(desk.find(QWidget, "questionYes"))
    await until(lambda: len(desk.waiting) == 2)
    await until(lambda: bool(desk.window.shell.toaster.toasts))
    toast = desk.window.shell.toaster.toasts[-1]
    button = next(one for one in toast.findChildren(QWidget) if one.property("text") == "Take back all")
    desk.click(button)
    await until(lambda: not desk.waiting)
    states = [entry.state for entry in desk.services.outbox.entries]
    assert states == [OutboxState.TAKEN_BACK] * 2


async def test_shift_gathers_everybody_on_the_way(desk: ResponsesDesk) -> None:
    desk.press(Qt.Key.Key_J, SHIFT)
    desk.press(Qt.Key.Key_J, SHIFT)
    assert len(desk.section.list.gathered) == 3
    desk.press(Qt.Key.Key_Escape)
    assert not desk.section.list.gathered


async def test_a_withdrawn_resume_shows_our_copy(desk: ResponsesDesk) -> None:
    response = await desk.open_row(0)
    key = desk.view.current_id()
    assert response.resume is not None
    desk.sandbox.fault("ghost", LIST, count=1)
    desk.section.refresh()
    ghost = desk.section.list.row
    await until(lambda: (row := ghost(key)) is not None and row.stored_resume is not None)
    assert response.resume.last_name in desk.spoken(key)
    assert desk.section.reader.resume.resume is not None
    badges = [one.accessibleName() for one in desk.find(QWidget, "readerBadgesRow").findChildren(QWidget)]
    assert any("withdrawn" in words for words in badges)


async def test_odd_rows_stay_and_say_so(desk: ResponsesDesk) -> None:
    count = len(desk.model.ids)
    desk.sandbox.fault("odd_item", LIST, times=1, at=1)
    desk.section.refresh()
    await until(lambda: desk.model.ids[1].startswith("?"))
    assert len(desk.model.ids) == count
    assert "could not be read" in desk.spoken(desk.model.ids[1])


async def test_news_come_by_themselves_and_move_nobody(desk: ResponsesDesk) -> None:
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_J)
    chosen = desk.view.current_id()
    asked = desk.traced(LIST)
    desk.services.sync.looked.announce(None)
    await until(lambda: desk.traced(LIST) > asked and not desk.section._tasks.keys())
    assert desk.view.current_id() == chosen


async def test_an_error_stands_in_place_of_rows_and_may_come_twice(desk: ResponsesDesk) -> None:
    vacancy = desk.section._vacancy
    shown = desk.section._collection
    assert shown is not None
    others = [c for c in desk.section.tree.collections(vacancy) if c.counters.total and c.id != shown.id]
    desk.sandbox.fault("not_found", LIST)
    for collection in others[:2]:
        desk.section._collection_chosen(vacancy, collection)
        await until(lambda: desk.shows("way_retry"))
    desk.sandbox.clear_faults()
    desk.click(desk.find(QWidget, "way_retry"))
    await until(lambda: bool(desk.model.ids))


@pytest.mark.parametrize("width", [1100, 1024])
async def test_narrow_windows_have_a_drop_down_for_the_tree(desk: ResponsesDesk, width: int) -> None:
    desk.window.resize(width, 700)
    await until(lambda: desk.find(QWidget, "vacancyPicker").isVisible())
    assert not desk.find(QWidget, "treeArea").isVisible()
    desk.click(desk.find(QWidget, "vacancyPick"))
    assert desk.find(QWidget, "treeArea").isVisible()
    vacancy, current = desk.section.tree.current
    other = next(c for c in desk.section.tree.collections(vacancy) if c.counters.total and c.id != current)
    index = desk.section.tree.index_of(vacancy, other.id)
    place = desk.section.tree.visualRect(index).center()
    QTest.mouseClick(desk.section.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    await until(lambda: not desk.find(QWidget, "treeArea").isVisible())
    assert desk.section.tree.current == (vacancy, other.id)


@pytest.mark.usefixtures("large_type")
async def test_one_pane_is_walked_by_enter_and_esc(
    window: MainWindow, services: Services, sandbox: Sandbox
) -> None:
    window.open_section("responses")
    desk = ResponsesDesk(window, services, sandbox)
    await desk.ready()
    reader = desk.find(QWidget, "responsesReaderPlace")
    assert not reader.isVisible()
    desk.press(Qt.Key.Key_Return)
    assert reader.isVisible()
    assert not desk.view.isVisible()
    back = desk.find(QWidget, "responsesBack")
    # The line stands where it is clicked once the pane is laid out anew.
    await until(lambda: back.visibleRegion().contains(back.rect().center()))
    await until(lambda: reader.width() == desk.section.width())
    desk.click(back)
    await until(desk.view.isVisible)
    assert not reader.isVisible()


async def _queue(desk: ResponsesDesk) -> None:
    desk.press(Qt.Key.Key_G)
    await until(lambda: not desk.section._tasks.is_running("list") and bool(desk.model.ids))


async def test_g_shows_everybody_new_of_all_vacancies(desk: ResponsesDesk) -> None:
    tree = desk.section.tree
    before = tree.current
    traced = desk.sandbox.state()["traced"]
    await _queue(desk)
    unread = sum(one.counters.unread_responses for one in tree.vacancies)
    assert len(desk.model.ids) >= unread > 0
    assert all(row.response.has_updates for row in desk.model.items if isinstance(row.response, Response))
    named = {desk.model.content_at(row).lines[2].left for row in range(len(desk.model.ids))}
    assert named == {one.name for one in tree.vacancies if one.counters.unread_responses}
    assert desk.sandbox.state()["traced"] == traced
    desk.press(Qt.Key.Key_G)
    await until(lambda: tree.current == before and desk.section.reader.response is not None)


async def test_in_the_queue_people_stay_till_they_are_acted_on(desk: ResponsesDesk) -> None:
    await _queue(desk)
    desk.view.choose(desk.model.ids[0])
    key = desk.view.current_id()
    desk.press(Qt.Key.Key_Return)
    await until(lambda: not desk.model.content_at(desk.model.row_of(key)).unread)
    assert desk.view.current_id() == key
    response = desk.section.reader.response
    assert response is not None
    desk.silent_act().click()
    await until(lambda: desk.view.current_id() != key)
    assert desk.waiting[0].intent.vacancy_id == response.vacancy_id
    assert desk.waiting[0].intent.vacancy_name == desk.section._name_of(response.vacancy_id)
    desk.section.refresh()
    await until(lambda: not desk.section._tasks.is_running("list"))
    assert "→" in desk.spoken(key)


async def test_the_queue_is_there_when_hh_does_not_answer(desk: ResponsesDesk) -> None:
    await _queue(desk)
    every = set(desk.model.ids)
    desk.press(Qt.Key.Key_G)
    await until(lambda: not desk.section._queue.on)
    desk.sandbox.fault("not_found", LIST)
    await _queue(desk)
    assert set(desk.model.ids) == every


async def test_no_vacancies_are_told_with_a_way_to_look_again(
    window: MainWindow, services: Services, sandbox: Sandbox
) -> None:
    sandbox.fault("fields", "get-active-vacancy-list", fields={"items": [], "found": 0, "pages": 0})
    window.open_section("responses")
    desk = ResponsesDesk(window, services, sandbox)
    await until(lambda: desk.shows("responsesAgain"))
    assert "No active vacancies" in label(desk, "responsesState.title")
    sandbox.clear_faults()
    desk.click(desk.find(QWidget, "responsesAgain"))
    await until(lambda: bool(desk.model.ids))


async def test_a_vacancy_without_lists_says_so(
    window: MainWindow, services: Services, sandbox: Sandbox
) -> None:
    sandbox.fault("fields", "get-negotiations", fields={"collections": [], "generated_collections": []})
    window.open_section("responses")
    desk = ResponsesDesk(window, services, sandbox)
    await until(lambda: desk.shows("responsesAgain"))
    assert "No lists" in label(desk, "responsesState.title")
    sandbox.clear_faults()
    desk.click(desk.find(QWidget, "responsesAgain"))
    await until(lambda: bool(desk.model.ids))


async def test_lists_that_hh_does_not_count_are_opened_too(
    window: MainWindow, services: Services, sandbox: Sandbox
) -> None:
    # counters are required neither of a collection nor in it (get-negotiations).
    sandbox.fault("nulls", "get-negotiations", fields=["counters"])
    window.open_section("responses")
    desk = ResponsesDesk(window, services, sandbox)
    await until(lambda: bool(desk.model.ids))


async def test_what_hh_hides_is_counted_at_the_foot(desk: ResponsesDesk) -> None:
    desk.sandbox.fault("fields", LIST, fields={"hidden_count": 3})
    desk.section.refresh()
    await until(lambda: desk.shows("responsesFoot"))
    assert label(desk, "responsesFoot") == "hh.ru does not show 3 more responses"


async def test_an_act_with_an_unknown_argument_is_for_the_site(desk: ResponsesDesk) -> None:
    desk.sandbox.fault("unknown_required_argument", LIST)
    desk.section.refresh()
    await until(lambda: any(one.property("forTheSite") for one in desk.section.reader.acts.buttons))
    acts = desk.section.reader.acts
    number = next(n for n, one in enumerate(acts.buttons, start=1) if one.property("forTheSite"))
    assert "do it on the site" in acts.buttons[number - 1].toolTip()
    if not acts.acts[number - 1].sub_actions:
        acts.press(number, False)
        await until(lambda: bool(desk.window.shell.toaster.toasts))
    assert not desk.waiting


async def test_an_act_that_is_not_allowed_says_so(desk: ResponsesDesk) -> None:
    """An act to the stage where somebody is already is offered, but disabled."""
    for collection in desk.section.tree.collections(desk.section._vacancy):
        if collection.counters.total and collection.id != desk.section.tree.current[1]:
            desk.section._collection_chosen(desk.section._vacancy, collection)
            await until(lambda: bool(desk.model.ids) and desk.section.reader.response is not None)
            acts = desk.section.reader.acts
            closed = [n for n, one in enumerate(acts.acts, start=1) if not one.enabled]
            if closed:
                assert not acts.buttons[closed[0] - 1].isEnabled()
                assert acts.buttons[closed[0] - 1].toolTip() == "hh.ru does not allow it now"
                acts.press(closed[0], False)
                await until(lambda: bool(desk.window.shell.toaster.toasts))
                assert not desk.waiting
                return
    raise LookupError("hh.ru allows everything")


async def test_a_number_acts_on_everybody_ticked_and_leaves_out_who_waits(desk: ResponsesDesk) -> None:
    button = desk.silent_act()
    acted = desk.view.current_id()
    button.click()
    await until(lambda: desk.view.current_id() != acted)
    desk.view.choose(acted)
    for _ in range(3):
        desk.press(Qt.Key.Key_X)
    desk.view.choose(acted)
    desk.press(Qt.Key(ord(button.key)))
    await until(lambda: desk.window.findChild(QWidget, "question") is not None)
    assert "2 people" in label(desk, "questionTitle")
    assert "1 of those ticked" in label(desk, "questionText")
    desk.click(desk.find(QWidget, "questionYes"))
    await until(lambda: len(desk.waiting) == 3)


async def test_buttons_that_serve_the_next_person_act_on_them(desk: ResponsesDesk) -> None:
    before = desk.acts
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_J)
    key = desk.view.current_id()
    await until(lambda: not desk.section.reader.resume._tasks.keys())
    assert desk.acts == before
    assert all(isValid(one) and one.parent() is not None for one in before)
    desk.silent_act().click()
    await until(lambda: len(desk.waiting) == 1)
    assert desk.waiting[0].intent.negotiation_id == key


async def test_opening_the_section_puts_the_keyboard_into_the_list(window: MainWindow) -> None:
    window.activateWindow()
    window.open_section("responses")
    assert window.section is not None
    view = window.section.findChild(QWidget, "responseRows")
    await until(lambda: view is not None and view.hasFocus())


async def test_after_an_act_on_an_opened_person_the_next_opens(desk: ResponsesDesk) -> None:
    acted = (await desk.open_row(1)).id
    desk.silent_act().click()
    await until(lambda: desk.view.current_id() != acted)
    reader = desk.section.reader
    await until(lambda: reader.resume.resume is not None)
    assert reader.response is not None
    assert reader.response.id == desk.view.current_id()


async def test_an_act_goes_on_to_the_next_undecided(desk: ResponsesDesk) -> None:
    first, second, third = desk.model.ids[:3]
    desk.view.choose(second)
    desk.silent_act().click()
    await until(lambda: desk.view.current_id() == third)
    desk.view.choose(first)
    desk.silent_act().click()
    await until(lambda: desk.view.current_id() == third)


async def test_moving_opens_only_where_the_person_wants_so(desk: ResponsesDesk) -> None:
    desk.press(Qt.Key.Key_J)
    assert not desk.section._stay.isActive()
    switch = desk.find(QWidget, "responsesMoving")
    assert "the candidate sees" in switch.toolTip()
    desk.click(switch)
    await until(lambda: desk.services.settings.get().open_while_moving)
    assert ": on" in switch.toolTip()
    desk.press(Qt.Key.Key_J)
    await until(lambda: desk.section.reader.resume.resume is not None)


async def test_a_row_follows_its_opening_before_hh_is_asked_again(
    desk: ResponsesDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.section._after, "start", lambda: None)
    new = next(
        row
        for row in desk.model.items
        if isinstance(row.response, Response) and row.response.has_updates and row.response.unread_messages
    )
    assert "letter not read yet" in desk.model.content_at(desk.model.row_of(new.key)).lines[-1].left
    desk.view.choose(new.key)
    desk.press(Qt.Key.Key_Return)
    await until(lambda: not desk.model.content_at(desk.model.row_of(new.key)).unread)
    detail = desk.model.content_at(desk.model.row_of(new.key)).lines[-1]
    assert "“" in detail.left
    assert not any("message" in badge.text for badge in detail.badges)


async def test_an_own_message_makes_nobody_new(desk: ResponsesDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    response = await desk.open_row(0)
    row = desk.section.list.row(response.id)
    assert row is not None
    sent = structs.replace(
        await desk.services.chats.post(response.chat_id or ChatId(""), "Добрый день", act("write"), response),
        state=OutboxState.SETTLED,
    )
    await desk.services.outbox.take_back(sent.id)
    monkeypatch.setattr(desk.section._after, "start", lambda: None)
    old = structs.replace(row, response=structs.replace(response, has_updates=True, unread_messages=1))
    shown = desk.section.list.shown
    assert shown is not None
    rows = tuple(old if one.key == old.key else one for one in shown.rows)
    desk.section.list.show_list(structs.replace(shown, rows=rows))
    assert desk.model.content_at(desk.model.row_of(response.id)).unread
    desk.services.outbox.changed.announce(sent)
    assert not desk.model.content_at(desk.model.row_of(response.id)).unread


async def test_passing_a_copy_that_is_kept_makes_nobody_seen(desk: ResponsesDesk) -> None:
    response = await desk.open_row(0)
    desk.press(Qt.Key.Key_J)
    shown = desk.section.list.shown
    assert shown is not None
    rows = tuple(
        structs.replace(one, read_here=True, response=structs.replace(response, has_updates=True))
        if one.key == response.id
        else one
        for one in shown.rows
    )
    desk.section.list.show_list(structs.replace(shown, rows=rows))
    desk.press(Qt.Key.Key_K)
    await until(lambda: desk.section.reader.resume.resume is not None)
    assert desk.model.content_at(desk.model.row_of(response.id)).unread


async def test_a_photo_that_has_come_is_in_the_row_too(desk: ResponsesDesk) -> None:
    with_photo = next(
        row.key
        for row in desk.model.items
        if isinstance(row.response, Response)
        and row.response.resume is not None
        and row.response.resume.photo_small_url
    )

    def faces() -> set[str]:
        contents = [desk.model.content_at(row) for row in range(len(desk.model.ids))]
        return {one.id for one in contents if one.avatar is not None and one.avatar.picture is not None}

    desk.view.choose(with_photo)
    await until(lambda: with_photo in faces())
    desk.section.refresh()
    await until(lambda: not desk.section._tasks.is_running("list"))
    assert with_photo in faces()


async def test_a_waiting_rejection_is_red(desk: ResponsesDesk) -> None:
    name = await desk.bind_rejection()
    await until(lambda: desk.acts[-1].text() == name)
    acted = desk.view.current_id()
    desk.press(Qt.Key.Key_R)
    await until(lambda: bool(desk.waiting))
    badge = desk.model.content_at(desk.model.row_of(acted)).lines[-1].badges[0]
    assert badge.tone is Tone.NO


async def test_head_and_tree_count_the_same(desk: ResponsesDesk) -> None:
    collection = desk.section._collection
    assert collection is not None
    for new in (7, 0):
        fresh = structs.replace(collection, counters=structs.replace(collection.counters, with_updates=new))
        desk.section.list.tell_counters(fresh)
        heads = " ".join(one.text() for one in desk.section.list.head.findChildren(QLabel))
        assert ("7 new" in heads) == bool(new)
