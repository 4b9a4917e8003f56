"""What a person decided, on a bad day: never lost, never done twice, and the window says how it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hhdesk.domain.outbox import OutboxState
from tests.gui.bad_days.desk import INVITE, MOVE, POST, RESPONSES, Desk, until
from tests.gui.bad_days.full_disk import fill_the_disk, make_room


async def test_answer_cut_off_after_it_was_done_is_looked_up_not_sent_again(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.fault("lost_answer", MOVE, times=1)
    entry = await desk.keep_move()
    await desk.reaches(entry, OutboxState.UNKNOWN, OutboxState.SETTLED)
    desk.outbox(entry)
    # Ctrl+R looks at once.
    desk.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    desk.window.do("refresh")
    await desk.reaches(entry, OutboxState.SETTLED)
    assert desk.asked(MOVE) == 1


async def test_cut_before_it_was_done_is_told_and_repeated_by_a_click(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.fault("cut_before", MOVE, times=1)
    entry = await desk.keep_move()
    await desk.reaches(entry, OutboxState.UNKNOWN, OutboxState.REFUSED)
    section = desk.outbox(entry)
    desk.window.do("refresh")
    await desk.reaches(entry, OutboxState.REFUSED)
    said = section.card.notice
    assert said.title.text() == "It did not get through"
    assert desk.clipped(said) == []
    assert desk.asked(MOVE) == 1
    await desk.offers("way_repeat")
    desk.take_way("way_repeat")
    await desk.reaches(entry, OutboxState.SETTLED)
    assert desk.asked(MOVE) == 2


async def test_check_for_robots_holds_the_outbox_and_lets_it_go(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.fault("captcha", MOVE)
    entry = await desk.keep_move()
    await until(lambda: desk.has_strip("captchaNotice"))
    await desk.reaches(entry, OutboxState.WAITING)
    assert desk.services.outbox.summary().paused
    section = desk.outbox(entry)
    assert section.paused.isVisible()
    assert desk.clipped(section) == []
    desk.take_way("solveCaptcha")
    await desk.reaches(entry, OutboxState.SETTLED)
    assert not desk.has_strip("captchaNotice")
    assert not section.paused.isVisible()


async def test_pause_that_hh_asks_for_keeps_what_waits(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.fault("rate_429", MOVE, times=1, seconds=1)
    entry = await desk.keep_move()
    settled = await desk.reaches(entry, OutboxState.SETTLED)
    assert "held_back" in [event.code for event in settled.events]


async def test_limit_of_letters_pauses_until_tomorrow_with_its_reason(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.fault("refuse", MOVE, times=1, status=403, type="negotiations", value="limit_exceeded")
    entry = await desk.keep_move()
    await desk.told("The limit of letters is reached. Letters wait in the outbox.")
    await desk.reaches(entry, OutboxState.WAITING)
    assert desk.toast_ways() == ("Continue",)
    section = desk.outbox(entry)
    assert "limit" in section.paused.accessibleName()
    assert desk.clipped(section) == []
    desk.take_way("pauseAll")
    await desk.reaches(entry, OutboxState.SETTLED)


async def test_letter_waits_while_there_is_no_connection(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.fault("cut_before")
    desk.services.sync.refresh_now()
    await until(lambda: desk.has_strip("offlineNotice"))
    desk.services.outbox.pause()
    await desk.keep_move()
    await until(lambda: "1 act waits" in desk.notice("offlineNotice").text)
    assert desk.clipped(desk.window.shell.offline) == []


async def test_full_disk_keeps_and_sends_nothing_and_says_so(desk: Desk) -> None:
    await desk.responses()
    await fill_the_disk(desk)
    known = len(desk.services.outbox.entries)
    desk.silent_act().click()
    await desk.told("The disk is full. The last act was not kept and not sent.")
    assert desk.toast_ways() == ("Try again",)
    assert len(desk.services.outbox.entries) == known
    assert desk.asked(MOVE) == 0
    await make_room(desk)
    desk.take_toast()
    await until(lambda: len(desk.services.outbox.entries) == known + 1)


async def test_full_disk_holds_the_outbox_and_lets_it_go(desk: Desk) -> None:
    await desk.responses()
    desk.services.outbox.pause()
    entry = await desk.keep_move()
    await fill_the_disk(desk)
    desk.services.outbox.resume()
    await desk.told("The disk is full. Letters wait in the outbox.")
    assert desk.toast_ways() == ("Continue",)
    await make_room(desk)
    desk.take_toast()
    await desk.reaches(entry, OutboxState.SETTLED)
    assert desk.asked(MOVE) == 1


async def test_unknown_stage_act_and_optional_argument_are_shown_and_used(desk: Desk) -> None:
    desk.sandbox.fault("unknown_stage", "get-negotiations")
    desk.sandbox.fault("unknown_action", RESPONSES)
    desk.sandbox.fault("unknown_optional_argument", RESPONSES)
    section = await desk.responses()
    vacancy = section.tree.current[0]
    await until(lambda: "Пробный день" in [one.name for one in section.tree.collections(vacancy)])
    desk.silent_act()
    words = [button.text() for button in section.reader.acts.buttons]
    assert any("Пригласить на пробный день" in one for one in words)
    entry = await desk.keep_move()
    assert "meeting_room" not in dict(entry.intent.form)
    await desk.reaches(entry, OutboxState.SETTLED)
    assert desk.sandbox.state()["violations"] == []


async def test_withdrawn_resume_leaves_a_ghost_that_can_be_looked_at(desk: Desk) -> None:
    desk.sandbox.fault("ghost", RESPONSES, count=1)
    section = await desk.responses()
    ghost = next(item for item in section.list.model.items if item.response.resume is None)  # type: ignore[union-attr]  # no row is unreadable here
    section.list.view.choose(ghost.key)
    assert desk.sees("responseGhost")
    assert not desk.sees("resumeCard")
    assert not desk.sees("actContacts")
    assert "Resume withdrawn" in section.list.model.content_at(section.list.model.row_of(ghost.key)).spoken()
    section.list.view.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_D, Qt.Key.Key_C):
        desk.press(key)
    await desk.settled()
    assert desk.sees("responseGhost")
    assert desk.traces() == ([], [])


async def test_message_cut_off_before_it_was_done_goes_out_once_by_itself(desk: Desk) -> None:
    section = await desk.responses()
    item = next(one for one in section.list.model.items if one.response.chat_id)  # type: ignore[union-attr]  # no row is unreadable here
    section.list.view.choose(item.key)
    desk.sandbox.fault("cut_before", POST, times=1)
    section.reader.chat.writing.send_asked.emit("Можем созвониться?")
    await until(lambda: bool(desk.services.outbox.entries))
    (entry,) = desk.services.outbox.entries
    settled = await desk.reaches(entry, OutboxState.SETTLED)
    assert "answer_lost" in [event.code for event in settled.events]
    assert desk.asked(POST) == 2


@pytest.mark.parametrize(("fault", "after"), [("cut_before", 2), ("lost_answer", 1)])
async def test_invitation_whose_answer_was_lost_is_paid_once(desk: Desk, fault: str, after: int) -> None:
    await desk.search()
    await desk.read(0)
    desk.searching.reader.ask_invite()
    dialog = await desk.dialog()
    if dialog.draft is None:
        usable = next(offer for offer in dialog._request.offers if offer.first_usable is not None)
        dialog.vacancy.set_key(usable.vacancy_id)
        dialog.vacancy.chosen.emit(usable.vacancy_id)
        await until(lambda: not dialog.is_busy)
    desk.sandbox.fault(fault, INVITE, times=1)
    dialog.submit()
    await until(lambda: bool(desk.services.outbox.entries))
    (entry,) = desk.services.outbox.entries
    if after == 2:
        await desk.reaches(entry, OutboxState.UNKNOWN)
        section = desk.outbox(entry)
        desk.window.do("refresh")
        await desk.reaches(entry, OutboxState.REFUSED)
        assert section.card.notice.title.text() == "It did not get through"
        assert desk.asked(INVITE) == 1
        await desk.offers("way_repeat")
        desk.take_way("way_repeat")
    else:
        await desk.reaches(entry, OutboxState.UNKNOWN, OutboxState.SETTLED)
        desk.outbox(entry)
        desk.window.do("refresh")
    await desk.reaches(entry, OutboxState.SETTLED)
    assert desk.asked(INVITE) == after
    assert len({paid["number"] for paid in desk.traces()[1]}) == 1


async def test_message_that_was_begun_stays_with_its_chat(desk: Desk) -> None:
    section = await desk.responses()
    items = [one for one in section.list.model.items if one.response.chat_id]  # type: ignore[union-attr]  # no row is unreadable here
    reader = section.reader
    section.list.view.choose(items[0].key)
    reader.chat.writing.text.setPlainText("Добрый день, ")
    section.list.view.choose(items[1].key)
    assert reader.chat.writing.text.toPlainText() == ""
    section.list.view.choose(items[0].key)
    assert reader.chat.writing.text.toPlainText() == "Добрый день, "


async def test_message_that_could_not_be_kept_stands_in_the_field_again(desk: Desk) -> None:
    section = await desk.responses()
    item = next(one for one in section.list.model.items if one.response.chat_id)  # type: ignore[union-attr]  # no row is unreadable here
    section.list.view.choose(item.key)
    await fill_the_disk(desk)
    section.reader.chat.writing.send_asked.emit("Можем созвониться?")
    await desk.told("The disk is full")
    assert section.reader.chat.writing.text.toPlainText() == "Можем созвониться?"
    await make_room(desk)
