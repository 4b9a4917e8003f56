"""Whoever the palette finds opens: from the list, from what is kept, or at the response; offline too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hhdesk.domain.errors import NoConnection
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.palette.hits import people
from hhdesk.gui.palette.palette import Palette
from hhdesk.gui.responses.section import ResponsesSection
from hhdesk.gui.resumes import wording
from hhdesk.gui.resumes.section import SearchSection
from hhdesk.services.services import Services
from tests.gui.window.outbox_desk import active, until
from tests.sandbox_process import Sandbox
from tests.services.acting import act


async def _search(services: Services, words: str) -> list[ResumeShort]:
    found = []
    async for result in services.search.run(ResumeQuery(words=(Words(text=words),))):
        found = [row.resume for row in result.rows if isinstance(row.resume, ResumeShort)]
    return found


async def _responses(services: Services) -> list[Response]:
    """Responses that no search has brought."""
    found: list[Response] = []
    aged = [aged async for aged in services.vacancies.active()][-1]
    for vacancy in aged.value:
        if not isinstance(vacancy, VacancyShort):
            continue
        lists = [one async for one in services.responses.collections(vacancy.id)][-1]
        for collection in lists.value.collections:
            listing = [one async for one in services.responses.listing(vacancy.id, collection)][-1]
            rows = [row.response for row in listing.rows]
            found += [row for row in rows if isinstance(row, Response) and row.resume is not None]
    return found


async def _go(window: MainWindow, services: Services, resume: ResumeId, words: str) -> None:
    """Ctrl+K, the words, Enter on that person."""
    palette = Palette.open_over(window, services)
    palette.form.paletteEdit.setText("@" + words)
    await until(lambda: palette.view.hits.place_of(f"person-{resume}") >= 0)
    palette.view.choose(f"person-{resume}")
    QTest.keyClick(palette.form.paletteEdit, Qt.Key.Key_Return)


def _shown(window: MainWindow) -> str:
    section = window.section
    if not isinstance(section, SearchSection) or section.reader.row is None:
        return ""
    return section.reader.row.key if section.reader.isVisible() else ""


async def test_the_palette_tells_how_many_are_kept(window: MainWindow, services: Services) -> None:
    people = await _search(services, "бухгалтер")
    palette = Palette.open_over(window, services)
    await until(lambda: any(letter.isdigit() for letter in palette.form.paletteHint.text()))
    assert await services.people.count() == len({person.person_id for person in people})
    palette.leave()


async def test_somebody_of_an_older_search_opens_offline(
    window: MainWindow, services: Services, sandbox: Sandbox
) -> None:
    people = await _search(services, "бухгалтер")
    window.open_section("search")
    section = window.section
    assert isinstance(section, SearchSection)
    section.search(ResumeQuery(words=(Words(text="водитель"),)))
    await until(lambda: not section.is_searching)
    wanted = next(one for one in people if section.list.row(one.id) is None)
    sandbox.fault("cut_before")
    services.sync.note(NoConnection())
    window.open_section("outbox")
    await active(window)
    await _go(window, services, wanted.id, wanted.title)
    await until(lambda: _shown(window) == wanted.id)
    assert section.reader.card.isVisible()
    assert section.reader.form.readerScroll.hasFocus()
    assert section.list.view.selected_ids() == []


async def test_somebody_opens_where_no_search_was_shown(window: MainWindow, services: Services) -> None:
    """The list of this window is empty: the reader comes all the same."""
    window.open_section("outbox")
    people = await _search(services, "бухгалтер")
    await services.search.run(ResumeQuery(words=(Words(text="qqqq"),))).__anext__()
    await _go(window, services, people[3].id, people[3].title)
    await until(lambda: _shown(window) == people[3].id)


@pytest.mark.parametrize("online", [True, False], ids=["online", "offline"])
async def test_somebody_who_only_applied_opens(
    window: MainWindow, services: Services, sandbox: Sandbox, online: bool
) -> None:
    responses = await _responses(services)
    response = responses[-1]
    assert response.resume is not None
    window.open_section("outbox")
    if not online:
        sandbox.fault("cut_before")
        services.sync.note(NoConnection())
    await _go(window, services, response.resume.id, response.resume.title)
    if not online:
        wanted = response.resume.id
        await until(lambda: _shown(window) == wanted)
        return

    def there() -> bool:
        section = window.section
        if not isinstance(section, ResponsesSection) or section.reader.response is None:
            return False
        return section.reader.response.id == response.id

    await until(there)


async def test_a_letter_is_found_by_its_words_and_opens_its_response(
    window: MainWindow, services: Services
) -> None:
    responses = await _responses(services)
    response = next(one for one in responses if one.chat_id is not None)
    assert response.resume is not None
    assert response.chat_id is not None
    read = [aged async for aged in services.chats.open(response.chat_id, act("open_chat"))][-1].value
    assert read.letter is not None
    window.open_section("outbox")
    palette = Palette.open_over(window, services)
    await until(lambda: palette._vacancies)
    palette.form.paletteEdit.setText("@" + " ".join(read.letter.text.split()[:5]))
    key = f"letter-{response.id}"
    await until(lambda: palette.view.hits.place_of(key) >= 0)
    palette.view.choose(key)
    hit = palette.view.current()
    assert hit is not None
    assert hit.title == response.resume.full_name
    assert hit.detail_marks
    names = {row.id: row.name for row in palette._vacancies if isinstance(row, VacancyShort)}
    assert response.vacancy_id is not None
    assert hit.detail.endswith(" · " + names[response.vacancy_id])
    QTest.keyClick(palette.form.paletteEdit, Qt.Key.Key_Return)

    def there() -> bool:
        section = window.section
        if not isinstance(section, ResponsesSection) or section.reader.response is None:
            return False
        return section.reader.response.id == response.id

    await until(there)


async def test_commands_tell_their_price(window: MainWindow, services: Services) -> None:
    window.open_section("search")
    section = window.section
    assert isinstance(section, SearchSection)
    section.search(ResumeQuery(words=(Words(text="бухгалтер"),)))
    await until(lambda: section.reader.row is not None)
    await until(lambda: section.price_of("read.pdf") != "")
    palette = Palette.open_over(window, services)
    palette.form.paletteEdit.setText(">contacts")
    hit = palette.view.current()
    assert hit is not None
    assert hit.detail == "spends 1 contact and 1 view"
    assert hit.cap == "C"
    palette.leave()


async def test_two_without_a_name_are_told_apart_by_age_and_pay(
    window: MainWindow, services: Services
) -> None:
    found = await _search(services, "бухгалтер")
    nameless = {one.id: one for one in found if not one.full_name and one.age and one.salary}
    assert len(nameless) > 1
    hits = people(await services.people.find("бухгалтер"), "бухгалтер", lambda _: None)
    details = {hit.key: hit.detail for hit in hits}
    for resume, short in nameless.items():
        assert details[f"person-{resume}"].startswith(
            f"{short.age} years old · {wording.salary(short.salary)}"
        )
