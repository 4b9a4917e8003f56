"""Time lines, the retention clock, and forgetting without a trace."""

from pathlib import Path
from typing import cast

import pytest

from hhdesk.domain.chats import ChatMessage
from hhdesk.domain.errors import TakenBackTooLate
from hhdesk.domain.identity import ChatId, MessageId, PersonId, ResumeId, VacancyId
from hhdesk.domain.outbox import OutboxState
from hhdesk.domain.people import TimelineEvent
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.store import damage
from hhdesk.store.database import Database
from hhdesk.store.forgetting import person_digest
from hhdesk.store.pictures import picture_key
from hhdesk.store.searches import query_key
from hhdesk.store.store import Store
from tests.store.making import (
    KEY,
    NOW,
    PHONE,
    body,
    full,
    intent,
    later,
    odd_row,
    page,
    response,
    response_body,
    response_row,
    resume_id,
    row,
    short,
)

PERSON = cast(PersonId, full(1).person_id)
OTHER = cast(PersonId, full(2).person_id)
PHOTO = "https://img.hhcdn.ru/photo/4711.jpeg?t=1&h=abc"


async def test_the_time_line_is_newest_first_and_says_nothing_twice(store: Store) -> None:
    seen = TimelineEvent(at=NOW, kind="seen", resume_id=resume_id(1))
    read = TimelineEvent(at=later(hours=1), kind="read", text="Ёлки", vacancy_id=VacancyId("7"))
    for event in (seen, read, seen):
        await store.people.event(PERSON, event)
    assert await store.people.timeline(PERSON) == (read, seen)
    assert await store.people.timeline(PERSON, limit=1) == (read,)
    assert await store.people.timeline(OTHER) == ()


async def test_an_event_of_another_version(store: Store) -> None:
    await store.people.event(PERSON, TimelineEvent(at=NOW, kind="read"))
    await store.database.write(lambda c: c.execute("UPDATE timeline SET event = '{\"at\": 5}'"))
    assert await store.people.timeline(PERSON) == (TimelineEvent(at=NOW, kind="read"),)


class TestRetention:
    async def test_off_until_chosen(self, store: Store) -> None:
        await store.resumes.keep_shorts([(short(1), b"{}")], NOW)
        assert await store.people.overdue(later(days=10_000)) == ()
        await store.people.set_retention(30)
        assert await store.people.overdue(later(days=29)) == ()
        overdue = await store.people.overdue(later(days=31))
        assert [(p.person_id, p.name, p.due_at) for p in overdue] == [
            (PERSON, "Королёва Майя", later(days=30))
        ]
        await store.people.set_retention(None)
        assert await store.people.overdue(later(days=31)) == ()

    async def test_whatever_happens_with_a_person_renews_the_clock(self, store: Store) -> None:
        await store.people.set_retention(30)
        await store.resumes.keep_shorts([(short(1), b"{}"), (short(2), b"{}")], NOW)
        await store.people.event(PERSON, TimelineEvent(at=later(days=20), kind="read"))
        assert [p.person_id for p in await store.people.overdue(later(days=40))] == [OTHER]
        assert [p.person_id for p in await store.people.overdue(later(days=60))] == [OTHER, PERSON]

    async def test_nobody_with_a_decision_on_its_way(self, store: Store) -> None:
        await store.people.set_retention(1)
        await store.resumes.keep_shorts([(short(1), b"{}")], NOW)
        entry = await store.outbox.add(intent(resume_id=resume_id(1)), "k", NOW, NOW)
        assert await store.people.overdue(later(days=9)) == ()
        await store.outbox.move(entry.id, {OutboxState.WAITING}, OutboxState.TAKEN_BACK, NOW)
        assert len(await store.people.overdue(later(days=9))) == 1


async def _meet(store: Store, number: int, surname: str) -> None:
    """Everything that can be kept of a person, under two resumes."""
    person = cast(PersonId, full(number).person_id)
    words = {
        "last_name": surname,
        "photo_small_url": PHOTO.replace("4711", str(number)),
        "about": f"тайна{number}",
    }
    read = full(number, contacts=(PHONE,), **words)
    second = short(number + 100, person_id=person, last_name=surname)
    query = ResumeQuery(words=(Words(text=f"{surname.lower()} сварщик"),))
    await store.resumes.keep_full(read, body(read), NOW, with_contacts=True)
    await store.resumes.keep_full(
        full(number, **words), body(full(number, **words)), later(days=1), with_contacts=False
    )
    mention = odd_row(b'{"resume": "' + second.id.encode() + b'"}')
    await store.searches.keep(query_key(query), query, page(row(second), mention), NOW)
    made = response(number, resume=short(number, last_name=surname))
    await store.negotiations.keep_page(f"u{number}", 0, [response_row(made), mention], 2, 1, 0, NOW)
    await store.negotiations.keep(
        response(number, resume=None), response_body(response(number, resume=None)), NOW
    )
    await store.negotiations.keep_collections(VacancyId(str(number)), body(read), NOW)
    message = ChatMessage(id=MessageId("1"), text=f"Пишет {surname}, тайна{number}")
    await store.chats.keep(ChatId(str(8000 + number)), f"письмо {surname}".encode(), [message], NOW)
    await store.files.keep(
        read.id, person, f"{surname}.pdf", "pdf", f"%PDF-{surname}".encode(), with_contacts=True, now=NOW
    )
    await store.pictures.keep(picture_key(words["photo_small_url"]), f"jpeg {surname}".encode(), NOW)
    await store.http_cache.put(f"list {number}", body(second), "", None, NOW)
    await store.http_cache.put(f"/resumes/{read.id}", b"{}", "", None, NOW)
    await store.people.event(person, TimelineEvent(at=NOW, kind="note", text=f"звонила {surname}"))
    letter = intent(
        number, person_id=person, person_name=surname, form=(("message", f"Здравствуйте, {surname}!"),)
    )
    await store.outbox.add(letter, f"k{number}", NOW, NOW)
    chat = intent(number, negotiation_id=None, chat_id=ChatId(str(8000 + number)), text=f"Ещё раз, {surname}")
    await store.outbox.add(chat, f"c{number}", NOW, NOW)


def _all_bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


async def test_forgetting_leaves_no_bytes(plain: Store, path: Path) -> None:
    await _meet(plain, 1, "Несмеянова")
    await _meet(plain, 2, "Виноградская")
    await plain.settings.set("theme", "dark")
    traces = [
        "Несмеянова",
        "несмеянова",
        "тайна1",
        resume_id(1),
        resume_id(101),
        PERSON,
        "img.hhcdn.ru/photo/1.",
    ]
    before = _all_bytes(path)
    assert all(trace.encode() in before for trace in traces)

    deletion = await plain.people.forget(PERSON, later(days=2))
    assert (deletion.resumes, deletion.files) == (2, 1)
    assert deletion.bytes_gone_at == later(days=2)

    for moment in ("open", "closed"):
        if moment == "closed":
            await plain.close()
        after = _all_bytes(path)
        for trace in traces:
            assert trace.encode() not in after, (moment, trace)
            assert trace.encode("utf-16-le") not in after


async def test_forgetting_leaves_everybody_else(store: Store) -> None:
    await _meet(store, 1, "Несмеянова")
    await _meet(store, 2, "Виноградская")
    await store.settings.set("theme", "dark")
    await store.people.forget(PERSON, later(days=2))

    assert await store.resumes.full(resume_id(1)) is None
    assert await store.resumes.marks([resume_id(1), resume_id(101)]) == {}
    assert await store.index.find("несмеянова") == ()
    assert await store.people.timeline(PERSON) == ()
    assert await store.chats.get(ChatId("8001")) is None
    assert {entry.key for entry in await store.outbox.all()} == {"k2", "c2"}
    assert await store.searches.recent() == (ResumeQuery(words=(Words(text="виноградская сварщик"),)),)

    kept = await store.resumes.full(resume_id(2))
    assert kept is not None
    assert kept.contacts_body is not None
    assert {hit.resume_id for hit in await store.index.find("виноградская")} == {resume_id(2), resume_id(102)}
    files = await store.files.of(resume_id(2))
    assert await store.files.content(files[0].digest) == "%PDF-Виноградская".encode()
    assert await store.pictures.get(picture_key(PHOTO.replace("4711", "2"))) == "jpeg Виноградская".encode()
    assert await store.http_cache.get("list 2") is not None
    assert await store.chats.get(ChatId("8002")) is not None
    assert len(await store.people.timeline(OTHER)) == 1
    listed = await store.negotiations.list("u2")
    assert listed is not None
    assert len(listed.bodies) == 2
    assert await store.settings.get("theme") == "dark"
    check = "INSERT INTO resume_index (resume_index, rank) VALUES ('integrity-check', 0)"
    await store.database.write(lambda c: c.execute(check))


async def test_the_index_forgets_the_words_too(store: Store) -> None:
    await _meet(store, 1, "Несмеянова")
    await _meet(store, 2, "Виноградская")
    await store.people.forget(PERSON, NOW)

    def vocabulary(connection: object) -> set[str]:
        assert hasattr(connection, "execute")
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'resume_index', 'row')")
        return {term for (term,) in connection.execute("SELECT term FROM temp.terms")}

    terms = await store.database.write(vocabulary)
    assert "виноградская" in terms
    assert not {"несмеянова", "тайна1"} & terms


async def test_a_deletion_record_stays_and_the_person_may_be_met_anew(store: Store) -> None:
    await _meet(store, 1, "Несмеянова")
    assert await store.people.deletions() == ()
    await store.people.forget(PERSON, NOW)
    assert [one.person_digest for one in await store.people.deletions()] == [person_digest(PERSON)]
    await store.resumes.keep_shorts([(short(1), b"{}")], later(days=1))
    assert (await store.resumes.marks([resume_id(1)]))[resume_id(1)].known_since is None
    assert await store.people.count() == 1


async def test_forgetting_many_at_once(store: Store) -> None:
    for number in (1, 2, 3):
        await _meet(store, number, f"Фамилия{number}")
    deletions = await store.people.forget_all([OTHER, PERSON], NOW)
    assert [(d.resumes, d.bytes_gone_at) for d in deletions] == [(2, NOW), (2, NOW)]
    assert {d.person_digest for d in deletions} == {person_digest(PERSON), person_digest(OTHER)}
    assert {hit.name for hit in await store.index.find("сварщик")} == {"Фамилия3 Майя"}
    assert await store.people.forget_all([], NOW) == ()


async def test_forgetting_a_stranger_is_harmless(store: Store) -> None:
    deletion = await store.people.forget(PersonId("0"), NOW)
    assert (deletion.resumes, deletion.files) == (0, 0)


async def test_an_entry_that_was_forgotten_does_not_move(store: Store) -> None:
    entry = await store.outbox.add(intent(person_id=PERSON), "k", NOW, NOW)
    await store.people.forget(PERSON, NOW)
    with pytest.raises(TakenBackTooLate, match="gone"):
        await store.outbox.move(entry.id, {OutboxState.WAITING}, OutboxState.SENDING, NOW)


async def test_a_shared_file_stays_for_the_other(store: Store) -> None:
    for number in (1, 2):
        person = full(number).person_id
        await store.files.keep(
            resume_id(number), person, "a.pdf", "pdf", b"%PDF-same", with_contacts=False, now=NOW
        )
    await store.people.forget(PERSON, NOW)
    files = await store.files.of(ResumeId(resume_id(2)))
    assert await store.files.content(files[0].digest) == b"%PDF-same"


async def test_copies_from_before_a_migration_go_too(path: Path) -> None:
    store = Store(Database.open(path, KEY))
    await _meet(store, 1, "Несмеянова")
    backup = path.with_name(path.name + ".version-1")
    backup.write_bytes(b"an older copy")
    await store.people.forget(PERSON, NOW)
    assert backup not in set(path.parent.iterdir())
    await store.close()


async def test_files_that_were_set_aside_go_too(path: Path) -> None:
    store = Store(Database.open(path, None))
    await _meet(store, 1, "Несмеянова")
    await store.close()
    damage.set_aside(path, NOW)
    store = Store(Database.open(path, None))
    await _meet(store, 1, "Несмеянова")
    await store.people.forget(PERSON, NOW)
    assert "Несмеянова".encode() not in _all_bytes(path)
    await store.close()


async def test_settings_forget_single_resumes(store: Store) -> None:
    await _meet(store, 1, "Несмеянова")
    await store.settings.set("contacts.paying", f"{resume_id(1)} {resume_id(2)}")
    await store.people.forget(PERSON, NOW)
    assert (await store.settings.get("contacts.paying")).split() == [resume_id(2)]


async def test_what_was_interrupted_is_finished_at_the_next_start(plain: Store, path: Path) -> None:
    from hhdesk.store import forgetting

    await _meet(plain, 1, "Несмеянова")
    await plain.database.write(lambda c: forgetting.forget(c, PERSON, NOW))  # and then the program dies
    await plain.close()
    again = Store(Database.open(path, None))
    await again.people.finish_forgetting(later(days=1))
    assert (await again.people.deletions())[0].bytes_gone_at == later(days=1)
    assert "Несмеянова".encode() not in _all_bytes(path)
    await again.close()
