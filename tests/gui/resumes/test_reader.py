"""Reading a person: the card with its price, the whole resume, contacts, files, history."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from time import process_time

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QTabBar, QWidget

from hhdesk.domain.errors import NoConnection
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.listing import ListedResume
from hhdesk.domain.resumes import Contact, ContactKind, Experience, Resume, ResumeShort
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named
from hhdesk.gui.kit.buttons import Button, IconButton
from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.kit.toasts import Toast
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.resumes.body import ResumeBody
from hhdesk.gui.resumes.document import LARGE, SearchedWords, prepare, weight
from hhdesk.gui.resumes.history import FilesView
from hhdesk.gui.resumes.rows import content
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.gui.resumes.texts import PassageText, Text
from tests.gui.resumes.search_desk import SearchDesk, until
from tests.sandbox_process import Sandbox


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
    assert desk.text("confirmWords").startswith("Opening the contacts spends 1 contact and 1 view.")
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


async def test_the_page_is_not_built_anew_for_its_contacts(desk: SearchDesk) -> None:
    await read_first(desk)
    job = desk.find(QWidget, "job1")
    desk.press(Qt.Key.Key_C)
    desk.press(Qt.Key.Key_Return)
    await until(lambda: desk.visible("contactsBlock"))
    assert desk.find(QWidget, "job1") is job


async def test_the_first_screen_comes_at_once(desk: SearchDesk) -> None:
    text = "Расчёт зарплаты, 1С и отчётность. " * 50
    jobs = tuple(Experience(position=f"Post {n}", description=text) for n in range(60))
    prepared = prepare(Resume(id=ResumeId("long"), experience=jobs), SearchedWords())
    body = ResumeBody()
    body.resize(600, 800)
    body.show()
    shown: list[int] = []
    body.ready.connect(lambda: shown.append(len(body.findChildren(QWidget, "job1"))))
    done = asyncio.Event()
    body.finished.connect(done.set)
    body.show_resume(prepared, date(2026, 11, 24), QSize(600, 800))
    assert shown or body.findChild(QWidget, "job1") is None
    await done.wait()
    assert shown == [1]
    body.deleteLater()


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


async def test_till_when_contacts_are_open_is_said_once(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.press(Qt.Key.Key_C)
    desk.click("confirmYes")
    await until(lambda: desk.visible("contactsBlock"))
    block = desk.find(QWidget, "contactsBlock")
    said = [one.text() for one in block.findChildren(Text) if "pen till" in one.text()]
    assert len(said) == 1
    assert desk.text("contactsUntil") == said[0]


async def test_pdf_is_shown_kept_and_found_in(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    assert desk.visible("pdfPane")
    assert not desk.visible("resumeReader")
    pane = desk.section.files.pane
    await until(lambda: pane.document.pageCount() > 0)
    desk.write("pdfFind", "Опыт")
    await until(lambda: pane.finder.count == "1 of 1")
    desk.click("pdfBackButton")
    assert desk.visible("resumeReader")
    before = desk.traced("download-resume"), desk.sandbox.state()["views"]["spent"]
    desk.section.list.view.setFocus()
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    assert (desk.traced("download-resume"), desk.sandbox.state()["views"]["spent"]) == before


async def test_a_file_is_called_by_what_a_person_reads(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    pane = desk.section.files.pane
    file = pane.file
    assert file is not None
    assert pane.name.text() == "Бухгалтер.pdf" != file.name
    await until(lambda: pane.name.toolTip() == file.name)
    room = pane.finder.x() - pane.name.x()
    assert pane.name.width() > pane.name.sizeHint().width() or room < pane.name.sizeHint().width()


async def test_wrong_file_keeps_nothing(desk: SearchDesk) -> None:
    resume = await read_first(desk)
    desk.sandbox.fault("wrong_content", "download-resume")
    desk.press(Qt.Key.Key_D)
    await until(lambda: bool(desk.window.shell.toaster.toasts))
    assert not desk.section.files.is_shown
    assert await desk.services.files.stored(resume.id) == ()


async def test_file_is_saved_where_the_person_says(desk: SearchDesk) -> None:
    desk.window.resize(1680, 900)
    await read_first(desk)
    await until(lambda: desk.visible("actSaveFile"))
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


async def test_a_download_is_counted_in_the_status_bar_at_once(desk: SearchDesk) -> None:
    await read_first(desk)
    before = desk.sandbox.state()["views"]["spent"]
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    spent = desk.sandbox.state()["views"]["spent"]
    assert spent == before + 1

    def told() -> bool:
        quota = desk.services.sync.status.quota
        return quota is not None and quota.views_left == (quota.views_limit or 0) - spent

    await until(told)
    await until(lambda: str(500 - spent) in desk.window.status.views.told.words)


async def test_posts_that_the_search_found_are_marked(desk: SearchDesk) -> None:
    await read_first(desk)
    await until(lambda: desk.section.reader.findChild(PassageText) is not None)
    tokens = Theme.current()
    marked = [
        one for one in desk.section.reader.findChildren(PassageText) if tokens.mark.name() in QLabel.text(one)
    ]
    posts = [one for one in marked if "бухгалтер" in one.accessibleName().casefold()]
    assert posts
    assert posts[0].font().weight() >= 600
    plain = Text(posts[0].accessibleName(), Type.STRONG, wrap=True, selectable=True)
    wide = posts[0].width()
    assert abs(posts[0].heightForWidth(wide) - plain.heightForWidth(wide)) <= 1


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
    began = process_time()
    body.show_resume(prepared, date(2026, 11, 24), QSize(600, 800))
    # Of this process, however busy the computer is.
    assert process_time() - began < 0.25
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


async def test_acts_say_their_price_and_what_is_hidden(desk: SearchDesk) -> None:
    reader = desk.section.reader
    await desk.search("бухгалтер")
    assert reader.contacts_button.cost == "1 contact, 1 view"
    assert reader.invite_button.cost == "1 contact"
    resume = ResumeShort(
        id=ResumeId("hider"),
        title="Юрист",
        with_contact_url="https://api.hh.ru/resumes/hider?with_contact=k",
        hidden_fields=(Named(id="names_and_photo", name="ФИО и фотографию"),),
    )
    reader.show_row(ListedResume(key="hider", resume=resume))
    expected = "The person hid: ФИО и фотографию. Will be shown: phone, e-mail."
    for button in (reader.contacts_button, reader.invite_button):
        assert button.toolTip().endswith(expected)
    desk.press(Qt.Key.Key_C)
    await until(lambda: desk.visible("confirmStrip"))
    assert desk.text("confirmWords") == f"Opening the contacts spends 1 contact and 1 view. {expected}"
    assert not desk.sandbox.state()["traced"]


async def test_the_view_that_tells_the_price_of_contacts_is_asked_for(desk: SearchDesk) -> None:
    """The card has no way to the contacts, and only the resume tells whether there is one."""
    await desk.search("бухгалтер")
    reader = desk.section.reader
    listed = desk.section.list.model.items[0].resume
    assert isinstance(listed, ResumeShort)
    closed = msgspec.structs.replace(listed, with_contact_url="", last_name="", can_view_full_info=False)
    reader.show_row(ListedResume(key=str(closed.id), resume=closed))
    desk.press(Qt.Key.Key_C)
    await until(lambda: desk.visible("confirmStrip"))
    assert "1 view" in desk.text("confirmWords")
    assert desk.text("confirmWords").endswith("Only the resume tells whether its contacts can be opened.")
    assert not desk.sandbox.state()["traced"]
    desk.click("confirmYes")
    await until(lambda: len(desk.sandbox.state()["traced"]) == 1)
    await until(lambda: "contact" in desk.text("confirmWords") and desk.visible("confirmStrip"))
    assert not desk.sandbox.state()["paid"]


async def test_a_download_is_stopped_in_the_status_bar(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    resume = desk.section.list.model.items[0].resume
    assert isinstance(resume, ResumeShort)
    desk.sandbox.hold("download-resume")
    desk.section.files.show_pdf(resume)
    await until(lambda: "download-resume" in desk.sandbox.state()["waiting"])
    desk.click("statusStop")
    await until(lambda: not desk.section.files._tasks.keys())
    desk.sandbox.release()
    toasts = [toast.words for toast in desk.window.shell.toaster.toasts]
    assert "The download was stopped. hh.ru may have counted the view." in toasts
    assert not desk.section.files.is_shown
    assert await desk.services.files.stored(resume.id) == ()


async def test_row_in_sight_stays_so_in_a_smaller_window(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    view = desk.section.list.view
    view.step(9)
    desk.window.resize(1100, 700)
    await until(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))
    bar = desk.section.reader.acts
    assert desk.section.reader.invite_button not in bar.folded
    desk.window.resize(1024, 640)
    assert desk.section.reader.invite_button not in bar.folded


async def test_prices_stay_on_the_acts_where_there_is_little_room(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    view, reader = desk.section.list.view, desk.section.reader
    pdf, contacts = reader.pdf_button, reader.contacts_button
    view.step(1)
    while not contacts.cost:
        view.step(1)
    await until(lambda: pdf.cost == "1 view" and pdf.isVisible())
    assert pdf.width() == pdf.width_when(pdf.collapsed, True)
    desk.window.resize(1024, 640)
    await until(lambda: pdf.width() == pdf.width_when(True))
    assert contacts.isVisible()
    assert contacts.width() == contacts.width_when(contacts.collapsed, True)
    assert not reader.acts.folded


@pytest.mark.parametrize("width", [1440, 1100])
async def test_acts_keep_their_places_while_prices_come_and_go(desk: SearchDesk, width: int) -> None:
    await desk.search("бухгалтер")
    desk.window.resize(width, 900)
    await until(lambda: desk.window.section is desk.section and desk.visible("actPdf"))
    buttons = [desk.find(Button, name) for name in ("actContacts", "actInvite", "actPdf")]
    before = [button.geometry() for button in buttons]
    desk.click_row(0)
    await desk.opened()
    assert [button.geometry() for button in buttons] == before
    desk.press(Qt.Key.Key_C)
    desk.click("confirmYes")
    contacts = buttons[0]
    await until(lambda: not contacts.cost)
    assert [button.geometry() for button in buttons] == before


async def test_somebody_without_a_job_has_three_lines_too(desk: SearchDesk) -> None:
    row = ListedResume(key="r", resume=ResumeShort(id=ResumeId("r"), title="Юрист", education_level="Высшее"))
    lines = content(row, datetime.now(UTC)).lines
    assert lines[1].left == "no experience · education: высшее"


async def test_silent_read_at_the_start_fails_without_a_toast(window: MainWindow, sandbox: Sandbox) -> None:
    sandbox.fault("not_found", "get-countries")
    window.open_section("search")
    section = window.section
    assert isinstance(section, SearchSection)
    await until(lambda: sandbox.state()["operations"].get("get-countries", 0) > 0)
    await asyncio.sleep(0)
    assert not [one for one in window.findChildren(QWidget) if isinstance(one, Toast) and one.isVisible()]


async def test_what_is_found_in_a_pdf_is_amber(desk: SearchDesk) -> None:
    await read_first(desk)
    desk.press(Qt.Key.Key_D)
    await until(lambda: desk.section.files.is_shown)
    pane = desk.section.files.pane
    pane.finder.setText("а")
    await until(lambda: pane.search.rowCount(QModelIndex()) > 1)
    pane._next_found()

    def colours() -> set[str]:
        image = pane.view.viewport().grab().toImage()
        places = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
        return {image.pixelColor(*place).name() for place in places}

    await until(lambda: {"#f5b94a", "#ffeda6"} <= colours())
    assert not {"#00ffff", "#80b0c4"} & colours()


async def test_what_was_not_read_says_so_where_it_would_stand(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.services.sync.note(NoConnection())
    desk.sandbox.fault("cut_before")
    desk.click_row(2)
    await until(
        lambda: desk.visible("readerReading") and "without a connection" in desk.text("readerReading")
    )
    assert desk.visible("readerCard")
    desk.press(Qt.Key.Key_J)
    assert not desk.visible("readerReading")


async def test_another_language_breaks_no_reading_off(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.sandbox.hold("get-resume")
    desk.click_row(0)
    await until(lambda: "get-resume" in desk.sandbox.state()["waiting"])
    try:
        await desk.services.settings.change(language="ru")
        await until(lambda: desk.find(Button, "actContacts").text() == "Контакты")
        desk.sandbox.release()
        await desk.opened()
        assert desk.traced("get-resume") == 1
        # Also of whoever was read just now.
        await desk.services.settings.change(language="en")
        await until(lambda: desk.find(Button, "actContacts").text() == "Contacts")
        await desk.opened()
        assert desk.visible("job1")
        assert desk.traced("get-resume") == 1
    finally:
        await desk.services.settings.change(language="en")
