"""What was asked for is shown on a full disk too: it is spent already, and asking again would spend more."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.gui.bad_days.desk import FILE, RESUME, SEARCH, Desk, until
from tests.gui.bad_days.full_disk import far, fill_the_disk, make_room


async def test_a_resume_is_shown_and_read_once(desk: Desk) -> None:
    await desk.search()
    await fill_the_disk(desk)
    await desk.read(0)
    await desk.told("hh.ru's answer is shown, but not saved")
    desk.open_row(1)
    await until(lambda: desk.asked(RESUME) == 2)
    await desk.read(0)
    assert desk.asked(RESUME) == 2


async def test_contacts_that_were_bought_are_shown(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    reader = desk.searching.reader
    assert reader.resume is not None
    assert not reader.resume.contacts
    await fill_the_disk(desk)
    reader.ask_contacts()
    await until(lambda: desk.sees("confirmYes"))
    desk.take_way("confirmYes")
    await until(lambda: reader.resume is not None and bool(reader.resume.contacts))
    assert len({paid["number"] for paid in desk.traces()[1]}) == 1
    await make_room(desk)


async def test_a_correction_that_cannot_be_kept_stands_in_the_editor_again(desk: Desk) -> None:
    await desk.responses()
    desk.services.outbox.pause()
    later = datetime.now().astimezone() + timedelta(days=1)
    entry = await desk.services.outbox.add(far(desk, "Здравствуйте, Пётр!"), send_at=later)
    card = desk.outbox(entry).card
    await desk.offers("editLetter")
    desk.take_way("editLetter")
    await until(lambda: card.editing)
    await fill_the_disk(desk)
    corrected = "Здравствуйте, Павел! " * 300
    card.form.letterEdit.setPlainText(corrected)
    await desk.offers("saveLetter")
    desk.take_way("saveLetter")
    await desk.told("The disk is full")
    assert card.editing
    assert card.form.letterEdit.toPlainText() == corrected.strip()
    assert desk.services.outbox.get(entry.id).is_in_hand


async def test_a_pdf_is_shown(desk: Desk) -> None:
    await desk.search()
    await desk.read(0)
    await fill_the_disk(desk)
    desk.searching.reader.ask_pdf()
    await until(lambda: desk.searching.files.is_shown)
    assert desk.asked(FILE) <= 1


async def test_a_search_is_shown(desk: Desk) -> None:
    await desk.search()
    await fill_the_disk(desk)
    await desk.search("кладовщик")
    assert desk.rows()
    assert desk.asked(SEARCH) >= 2
