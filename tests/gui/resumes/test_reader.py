"""Reading a person: the card with its price, the whole resume, contacts, files, history."""

from __future__ import annotations

import asyncio
from datetime import date
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton, QTabBar

from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import Contact, ContactKind, Experience, Resume
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.gui.kit.buttons import Button, IconButton
from hhdesk.gui.resumes.body import ResumeBody
from hhdesk.gui.resumes.document import LARGE, SearchedWords, prepare, weight
from hhdesk.gui.resumes.history import FilesView
from tests.gui.resumes.search_desk import SearchDesk, until


async def read_first(desk: SearchDesk) -> Resume:
    """Find accountants and open the first whose contacts are closed and have nothing hidden."""
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    resume = desk.section.reader.resume
    assert resume is not None
    return resume


async def test_card_says_the_price_of_reading(desk: SearchDesk) -> None:
    await desk.services.sync.look_at_quota()
    await desk.search("бухгалтер")
    assert desk.find(Button, "readerOpen").cost == "1 view"
    assert desk.text("readerCardPrice") == "Opening spends 1 view. 499 left today."


async def test_space_opens_the_card_and_then_reads_on(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.press(Qt.Key.Key_Space)
    await desk.opened()
    bar = desk.section.reader.form.readerScroll.verticalScrollBar()
    await until(lambda: bar.maximum() > 0)
    desk.press(Qt.Key.Key_Space)
    assert bar.value() > 0
    desk.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


async def test_contacts_cost_a_sentence_first(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.press(Qt.Key.Key_C)
    assert desk.visible("confirmStrip")
    assert desk.text("confirmWords").startswith("Opening the contacts spends 1 contact.")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.visible("confirmStrip")
    assert not desk.sandbox.state()["paid"]
    desk.press(Qt.Key.Key_C)
    desk.press(Qt.Key.Key_Return)
    await until(lambda: desk.visible("contactsBlock"))
    assert len(desk.sandbox.state()["paid"]) == 1
    opened = desk.section.reader.resume
    assert opened is not None
    desk.click("contactCopy1")
    assert QApplication.clipboard().text() == opened.contacts[0].value
    await until(lambda: desk.section.list.model.items[0].contacts_open)


async def test_moving_on_takes_the_question_away(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.press(Qt.Key.Key_C)
    desk.section.list.view.step(1)
    assert not desk.visible("confirmStrip")
    assert not desk.sandbox.state()["paid"]


async def test_refused_contacts_say_why_and_cost_nothing(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.sandbox.set(contacts_left=0)
    desk.press(Qt.Key.Key_C)
    desk.press(Qt.Key.Key_Return)
    await until(lambda: desk.find(Button, "actContacts").isEnabled())
    assert not desk.visible("contactsBlock")


async def test_pdf_is_shown_kept_and_found_in(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    assert desk.visible("pdfPane")
    assert not desk.visible("resumeReader")
    pane = desk.section.files.pane
    await until(lambda: pane.document.pageCount() > 0)
    desk.write("pdfFind", "Опыт")
    await until(lambda: desk.text("pdfFound") == "1 of 1")
    desk.click("pdfBackButton")
    assert desk.visible("resumeReader")
    before = desk.traced("download-resume"), desk.sandbox.state()["views"]["spent"]
    desk.section.list.view.setFocus()
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    assert (desk.traced("download-resume"), desk.sandbox.state()["views"]["spent"]) == before


async def test_wrong_file_keeps_nothing(desk: SearchDesk) -> None:
    resume = await read_first(desk)
    desk.sandbox.fault("wrong_content", "download-resume")
    desk.press(Qt.Key.Key_D)
    await until(lambda: bool(desk.window.shell.toaster.toasts))
    assert not desk.section.files.is_shown
    assert await desk.services.files.stored(resume.id) == ()


async def test_file_is_saved_where_the_person_says(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.click("actSaveFile")
    await until(lambda: bool(desk.window.findChildren(QFileDialog, "saveDialog")))
    dialog = desk.window.findChildren(QFileDialog, "saveDialog")[0]
    target = desk.services.configuration.data_directory / "Кандидат.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    await until(lambda: target.is_file() and target.stat().st_size > 0)
    assert target.read_bytes().startswith(b"%PDF-")


async def test_spent_views_say_what_still_works(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.sandbox.fault("view_limit", "get-resume")
    desk.click_row(0)
    await until(lambda: desk.visible("readerLimit"))
    assert desk.text("readerLimit.title")
    desk.sandbox.clear_faults()
    desk.click_row(1)
    await desk.opened()
    assert not desk.visible("readerLimit")


async def test_check_for_robots_leads_to_the_site(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.sandbox.fault("captcha", "get-resume")
    desk.click_row(0)
    await until(lambda: desk.traced("get-resume") == 1 and not desk.visible("readerReading"))
    assert desk.section.reader.resume is None
    assert desk.visible("readerCard")


async def test_history_and_files_tabs(desk: SearchDesk) -> None:
    await read_first(desk)
    tabs = desk.find(QTabBar, "readerTabBar")
    await until(lambda: tabs.tabText(1) == "History 1")
    desk.section.list.view.setFocus()
    desk.press(Qt.Key.Key_H)
    assert desk.visible("resumeHistory")
    assert not desk.visible("resumeBody")
    tabs.setCurrentIndex(2)
    assert desk.find(FilesView, "resumeFiles").isVisible()


async def test_copy_is_read_anew_when_the_person_asks(desk: SearchDesk) -> None:
    await read_first(desk)
    before = desk.traced("get-resume")
    assert desk.find(IconButton, "readerAgain").accessibleName().endswith("This copy: just now.")
    desk.click("readerAgain")
    await until(lambda: desk.traced("get-resume") == before + 1)


async def test_withdrawn_resume_keeps_our_copy(desk: SearchDesk) -> None:
    resume = await read_first(desk)
    desk.sandbox.set(withdraw_resume=str(resume.id))
    desk.section.reader.refresh()
    await until(lambda: desk.section.list.model.items[0].withdrawn)
    assert desk.visible("job1")


async def test_searched_words_are_marked() -> None:
    words = SearchedWords(ResumeQuery(words=(Words(text="расчёт зарплаты"), Words(text="1С"))))
    text = "Расчет зарплат 480 сотрудников в 1С:ЗУП, подразчёт"
    assert [text[start:end] for start, end in words.marks(text)] == ["Расчет зарплат", "1С"]
    assert SearchedWords(ResumeQuery(words=(Words(text="1С", logic="except"),))).marks(text) == ()


async def test_html_of_old_resumes_is_only_text() -> None:
    job = Experience(
        position="A", description='<p>One &amp; two</p><script>x</script><img src="http://a/b"><ul><li>3</ul>'
    )
    prepared = prepare(Resume(id=ResumeId("1"), experience=(job,)), SearchedWords())
    assert prepared.jobs[0].description.text == "One & two\n• 3"


async def test_megabyte_of_text_never_holds_the_window(desk: SearchDesk) -> None:
    text = "Расчёт зарплаты, 1С и отчётность. " * 31_000
    resume = Resume(
        id=ResumeId("big"),
        about=text,
        experience=tuple(Experience(position=f"Post {n}", description=text[:30_000]) for n in range(30)),
        contacts=(Contact(kind=ContactKind.PHONE, value="+7 900 000-00-00"),),
    )
    assert weight(resume) > LARGE
    prepared = await asyncio.to_thread(prepare, resume, SearchedWords(ResumeQuery(words=(Words(text="1С"),))))
    body = ResumeBody()
    body.resize(600, 800)
    body.show()
    done = asyncio.Event()
    body.finished.connect(done.set)
    began = perf_counter()
    body.show_resume(prepared, date(2026, 11, 24))
    assert perf_counter() - began < 0.25
    await done.wait()
    more = body.findChild(QPushButton, "aboutMore")
    assert more is not None
    more.click()
    whole = body.findChild(QPlainTextEdit, "aboutWhole")
    assert whole is not None
    await until(lambda: whole.document().characterCount() >= len(text.strip()))
    body.clear()
    body.deleteLater()


async def test_language_changes_while_a_resume_is_open(desk: SearchDesk) -> None:
    await read_first(desk)
    await desk.services.settings.change(language="ru")
    assert desk.text("actInvite") == "Пригласить"
    assert desk.find(QTabBar, "readerTabBar").tabText(0) == "Резюме"
    await desk.services.settings.change(language="en")
    assert desk.text("actInvite") == "Invite"
