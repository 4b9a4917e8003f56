"""The outbox tells what waits and what needs a decision, and does what the person decides."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from hhdesk.domain.outbox import OutboxEntry, OutboxEvent, OutboxState
from hhdesk.gui.actions import ActionId
from hhdesk.gui.kit.chips import Badge
from hhdesk.gui.sentences import event
from tests.gui.window.outbox_desk import OutboxDesk, button, click, until
from tests.services.acting import act
from tests.services.working import first_response


async def test_what_waits_stands_with_its_countdown(outbox: OutboxDesk) -> None:
    await outbox.add()
    assert outbox.rows[0].startswith("Waiting, can still be taken back 1")
    assert "Савельев Игорь" in outbox.rows[1]
    assert "0:5" in outbox.rows[1] or "1:00" in outbox.rows[1]
    assert outbox.window.rail.button("outbox").count == 1  # type: ignore[union-attr]  # it is on the rail
    assert "next in" in outbox.window.status.outbox.told.words


async def test_the_palette_gives_the_keyboard_back_to_the_list(outbox: OutboxDesk) -> None:
    outbox.choose(await outbox.add())
    outbox.section.view.setFocus()
    outbox.window.do(ActionId.PALETTE.value)
    await until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    await until(outbox.section.view.hasFocus)


async def test_without_connection_no_moment_of_sending_is_promised(outbox: OutboxDesk) -> None:
    await outbox.add()
    status = outbox.window.status
    status.show_reach(False, None, None)
    assert status.outbox.told.words == "Outbox: 1 waits for the connection"
    status.show_reach(True, None, None)
    assert "next in" in status.outbox.told.words


def test_the_story_of_a_try_without_connection_is_true() -> None:
    moment = datetime.now(UTC)
    assert event(OutboxEvent(at=moment, code="sent")) == "Sending it to hh.ru"
    told = event(OutboxEvent(at=moment, code="not_sent", detail="NoConnection"))
    assert told == "No connection: it waits"


async def test_the_card_of_somebody_without_a_name_says_whom_it_is_about(outbox: OutboxDesk) -> None:
    outbox.choose(await outbox.add(""))
    assert outbox.section.card.form.cardTitle.text() == "Отказ: the candidate"
    outbox.choose(await outbox.add("Мещерина Юлия"))
    assert outbox.section.card.form.cardTitle.text() == "Отказ: Мещерина Юлия"


async def test_z_takes_the_chosen_entry_back(outbox: OutboxDesk) -> None:
    entry = await outbox.add()
    outbox.choose(entry)
    outbox.press(Qt.Key.Key_Z)
    await until(lambda: outbox.services.outbox.get(entry.id).state is OutboxState.TAKEN_BACK)
    assert "taken back" in outbox.rows[-1]


async def test_ctrl_z_takes_the_last_one_back_from_anywhere(outbox: OutboxDesk) -> None:
    await outbox.add()
    last = await outbox.add("Мещерина Юлия")
    outbox.window.open_section("settings")
    outbox.window.do("take_back_last")
    await until(lambda: outbox.services.outbox.get(last.id).state is OutboxState.TAKEN_BACK)
    assert outbox.services.outbox.summary().waiting == 1
    toaster = outbox.window.shell.toaster
    await until(lambda: any("Мещерина Юлия" in toast.words for toast in toaster.toasts))


async def test_a_refusal_says_why_and_offers_ways_out(outbox: OutboxDesk) -> None:
    outbox.services.start()
    entry = await outbox.add(after=0)
    await until(lambda: outbox.services.outbox.get(entry.id).state is OutboxState.REFUSED)
    outbox.choose(entry)
    notice = outbox.section.card.notice
    assert notice.title.text()
    assert button(notice, "giveUp").text() == "Don't send"
    assert outbox.section.card.form.codeText.isVisible()
    assert "need" in outbox.window.status.outbox.told.words
    outbox.press(Qt.Key.Key_Delete)
    await until(lambda: outbox.services.outbox.get(entry.id).state is OutboxState.TAKEN_BACK)


async def test_an_edited_letter_waits_anew(outbox: OutboxDesk) -> None:
    entry = await outbox.add()
    outbox.choose(entry)
    click(outbox.section.card, "editLetter")
    await until(lambda: outbox.section.card.editing)
    editor = outbox.section.card.form.letterEdit
    assert editor.toPlainText() == "Спасибо за отклик."
    editor.setPlainText("Спасибо. Мы позвоним.")
    click(outbox.section.card, "saveLetter")
    await until(lambda: outbox.services.outbox.get(entry.id).intent.letter == "Спасибо. Мы позвоним.")
    assert outbox.section.card.letter.text() == "Спасибо. Мы позвоним."


async def test_what_is_typed_survives_news_of_its_entry(outbox: OutboxDesk) -> None:
    entry = await outbox.add()
    outbox.choose(entry)
    click(outbox.section.card, "editLetter")
    await until(lambda: outbox.section.card.editing)
    outbox.section.card.form.letterEdit.setPlainText("half a")
    await outbox.add("Другой Человек")
    assert outbox.section.card.editing
    assert outbox.section.card.form.letterEdit.toPlainText() == "half a"
    outbox.press(Qt.Key.Key_Escape)
    assert not outbox.section.card.editing


async def test_a_letter_does_not_go_while_it_is_changed(outbox: OutboxDesk) -> None:
    entry = await outbox.add(letter="Здравствуйте, Пётр!", after=1.0)
    outbox.services.start()
    outbox.choose(entry)
    click(outbox.section.card, "editLetter")
    await until(lambda: outbox.section.card.editing)
    outbox.section.card.form.letterEdit.setPlainText("Здравствуйте, Павел!")
    other = await outbox.add("Другой Человек", after=1.5)
    await until(lambda: outbox.services.outbox.get(other.id).state is OutboxState.REFUSED)
    held = outbox.services.outbox.get(entry.id)
    assert held.state is OutboxState.WAITING
    assert held.attempts == 0
    outbox.choose(other)
    outbox.choose(entry)
    assert outbox.section.card.form.letterEdit.toPlainText() == "Здравствуйте, Павел!"
    click(outbox.section.card, "saveLetter")
    await until(lambda: outbox.services.outbox.get(entry.id).attempts == 1)
    assert outbox.services.outbox.get(entry.id).intent.letter == "Здравствуйте, Павел!"


async def test_a_letter_that_is_left_as_it_was_waits_its_window_anew(outbox: OutboxDesk) -> None:
    entry = await outbox.add()
    outbox.choose(entry)
    click(outbox.section.card, "editLetter")
    await until(lambda: outbox.section.card.editing)
    assert outbox.services.outbox.summary().deciding == 1
    outbox.press(Qt.Key.Key_Escape)
    await until(lambda: not outbox.services.outbox.get(entry.id).is_in_hand)
    assert outbox.services.outbox.get(entry.id).intent.letter == "Спасибо за отклик."
    assert outbox.services.outbox.summary().deciding == 0


async def test_pause_holds_everything_back_and_says_so(outbox: OutboxDesk) -> None:
    await outbox.add()
    click(outbox.section, "pauseAll")
    assert outbox.services.outbox.summary().paused
    assert outbox.section.paused.isVisible()
    assert "paused" in outbox.window.status.outbox.told.words
    click(outbox.section, "pauseAll")
    assert not outbox.services.outbox.summary().paused


async def test_the_countdown_rests_while_nobody_looks(outbox: OutboxDesk) -> None:
    assert outbox.section._clock.isActive()
    outbox.window.open_section("settings")
    assert not outbox.section._clock.isActive()


async def _with_an_address(outbox: OutboxDesk, address: str, words: str, *, after: float) -> OutboxEntry:
    """An act of hh.ru's that takes an address, decided with this one."""
    response = await first_response(outbox.services)
    action = next(one for one in response.actions if one.takes("address_id") and one.takes("message"))
    draft = outbox.services.responses.draft(response, action, vacancy_name="Кладовщик")
    draft.message, draft.address_id, draft.address_text = "Приходите, ждём вас.", address, words
    draft.send_sms = action.takes("send_sms")
    await outbox.services.settings.change(take_back_seconds=0)
    send_at = datetime.now().astimezone() + timedelta(seconds=after)
    return await outbox.services.outbox.add(draft.intent(act("respond")), send_at=send_at)


async def test_a_waiting_row_shows_the_key_that_takes_it_back(outbox: OutboxDesk) -> None:
    await outbox.add()
    line = outbox.section.model.content_at(1).lines[1]
    assert (line.right, line.key) == ("Take back", "Z")


async def test_the_chosen_address_is_named(outbox: OutboxDesk) -> None:
    addresses = await outbox.services.act_values.addresses()
    entry = await _with_an_address(outbox, addresses[0].id, addresses[0].text, after=60)
    outbox.choose(entry)
    words = [badge.words for badge in outbox.section.card.findChildren(Badge) if badge.isVisible()]
    assert addresses[0].text in words


async def test_another_address_is_chosen_where_the_old_one_is_gone(outbox: OutboxDesk) -> None:
    outbox.services.start()
    entry = await _with_an_address(outbox, "1", "ул. Рождественская, 12", after=0)
    await until(lambda: outbox.services.outbox.get(entry.id).state is OutboxState.REFUSED)
    assert outbox.services.outbox.get(entry.id).error == "AddressGone"
    outbox.choose(entry)
    notice = outbox.section.card.notice
    assert button(notice, "way_no_address").isVisible()
    click(notice, "way_address")
    await until(lambda: outbox.section.findChildren(QMenu, "addressMenu"))
    menu = outbox.section.findChildren(QMenu, "addressMenu")[-1]
    offered = menu.actions()[0]
    words = offered.text()
    offered.trigger()
    menu.close()

    def waits_with_it() -> bool:
        now = outbox.services.outbox.get(entry.id)
        return now.intent.address_text == words and now.state is not OutboxState.REFUSED

    await until(waits_with_it)
