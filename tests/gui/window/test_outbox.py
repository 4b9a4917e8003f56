"""The outbox tells what waits and what needs a decision, and does what the person decides."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hhdesk.domain.outbox import OutboxState
from tests.gui.window.outbox_desk import OutboxDesk, button, click, until


async def test_what_waits_stands_with_its_countdown(outbox: OutboxDesk) -> None:
    await outbox.add()
    assert outbox.rows[0].startswith("Waiting, can still be taken back 1")
    assert "Савельев Игорь" in outbox.rows[1]
    assert "0:5" in outbox.rows[1] or "1:00" in outbox.rows[1]
    assert outbox.window.rail.button("outbox").count == 1  # type: ignore[union-attr]  # it is on the rail
    assert "next in" in outbox.window.status.outbox.told.words


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
    assert any("Мещерина Юлия" in toast.words for toast in outbox.window.shell.toaster.toasts)


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
    editor = outbox.section.card.form.letterEdit
    assert editor.toPlainText() == "Спасибо за отклик."
    editor.setPlainText("Спасибо. Мы позвоним.")
    click(outbox.section.card, "saveLetter")
    await until(lambda: outbox.services.outbox.get(entry.id).intent.letter == "Спасибо. Мы позвоним.")
    assert outbox.section.card.letter.text() == "Спасибо. Мы позвоним."


async def test_what_is_typed_survives_news_of_its_entry(outbox: OutboxDesk) -> None:
    entry = await outbox.add()
    outbox.choose(entry)
    outbox.section.card.begin_edit()
    outbox.section.card.form.letterEdit.setPlainText("half a")
    await outbox.add("Другой Человек")
    assert outbox.section.card.editing
    assert outbox.section.card.form.letterEdit.toPlainText() == "half a"
    outbox.press(Qt.Key.Key_Escape)
    assert not outbox.section.card.editing


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
