"""Letters and chat messages are found like resumes are, say whose they are, and go with the person."""

from typing import cast

import pytest

from hhdesk.domain.chats import ChatMessage
from hhdesk.domain.identity import ChatId, MessageId, PersonId, VacancyId
from hhdesk.domain.outbox import OutboxState, WriteKind
from hhdesk.domain.people import LetterHit
from hhdesk.store.database import Database
from hhdesk.store.letters import LOOKED_AT
from hhdesk.store.store import Store
from tests.store.making import NOW, full, intent, response, response_row, resume_id

CHAT = ChatId("8001")
"""The chat of response 1."""


def messages(*texts: str, first: int = 1) -> tuple[ChatMessage, ...]:
    """Messages of a chat, the candidate's first."""
    return tuple(
        ChatMessage(id=MessageId(str(place)), text=text, created_at=NOW, ours=place % 2 == 0)
        for place, text in enumerate(texts, first)
    )


async def _settle(store: Store, entry: int) -> None:
    """hh.ru has it."""
    await store.outbox.move(entry, {OutboxState.WAITING}, OutboxState.SENDING, NOW)
    await store.outbox.move(entry, {OutboxState.SENDING}, OutboxState.SETTLED, NOW)


async def _found(store: Store, text: str) -> list[str | None]:
    return [hit.chat_id for hit in await store.letters.find(text)]


@pytest.mark.parametrize(
    "text", ["ещё", "еще", "ЕЩЕ раз", "чаиная", "Чайная", "мо", "рожд", "«Ёлка»", "елка", "чаи\u0306ная"]
)
async def test_words_are_found_however_they_are_typed(store: Store, text: str) -> None:
    words = "Ещё раз о месте: чайная на Рождественской, вход со двора, «Ёлка» напротив"
    await store.chats.keep(CHAT, b"{}", messages("Ещё раз", words), NOW)
    expected = [CHAT] if text != "мо" else []
    assert await _found(store, text) == expected


async def test_a_hit_says_whose_letter_it_is_and_to_which_response(store: Store) -> None:
    await store.negotiations.keep_page("u", 0, [response_row(response(1))], 1, 1, 0, NOW)
    await store.chats.keep(CHAT, b"{}", messages("Готова выйти в понедельник", "Ждём вас"), NOW)
    (hit,) = await store.letters.find("понедельник")
    assert hit == LetterHit(
        chat_id=CHAT,
        negotiation_id=response(1).id,
        vacancy_id=VacancyId("77"),
        resume_id=resume_id(1),
        person_id=full(1).person_id,
        name="Королёва Майя",
        title="Электросварщик",
        withdrawn=False,
        written_at=NOW,
        ours=False,
        snippet="Готова выйти в \x02понедельник\x03",
    )


async def test_a_conversation_is_named_once_also_where_the_outbox_had_the_letter_first(store: Store) -> None:
    await store.negotiations.keep_page("u", 0, [response_row(response(1))], 1, 1, 0, NOW)
    entry = await store.outbox.add(intent(1, form=(("message", "Приходите во вторник"),)), "k", NOW, NOW)
    assert await store.letters.find("вторник") == ()
    await _settle(store, entry.id)
    (hit,) = await store.letters.find("вторник")
    assert (hit.ours, hit.negotiation_id, hit.name) == (True, response(1).id, "Королёва Майя")
    await store.chats.keep(CHAT, b"{}", messages("Можно?", "Приходите во вторник", "Во вторник буду"), NOW)
    assert len(await store.letters.find("вторник")) == 1


async def test_the_same_page_read_again_adds_nothing_and_older_pages_are_found(store: Store) -> None:
    for _ in range(2):
        await store.chats.keep(CHAT, b"{}", messages("Здравствуйте", "Добрый день", first=50), NOW)
    await store.letters.keep_read(CHAT, messages("Самое первое письмо"), NOW)
    assert await _found(store, "первое") == [CHAT]
    count = await store.database.read(lambda c: c.execute("SELECT count(*) FROM letters").fetchone()[0])
    assert count == 3


async def test_a_message_that_was_edited_at_hh_ru_is_found_by_its_newest_words(store: Store) -> None:
    await store.chats.keep(CHAT, b"{}", messages("Приду в среду"), NOW)
    await store.chats.keep(CHAT, b"{}", messages("Приду в четверг"), NOW)
    assert await _found(store, "четверг") == [CHAT]
    assert await _found(store, "среду") == []


async def test_what_a_search_looks_at_is_bounded(store: Store) -> None:
    texts = [f"сварка {number}" for number in range(2 * LOOKED_AT)]
    await store.chats.keep(ChatId("1"), b"{}", messages("сварка давно"), NOW)
    await store.chats.keep(ChatId("2"), b"{}", messages(*texts), NOW)
    assert await _found(store, "сварка") == ["2"]
    assert await _found(store, "давно") == ["1"]


async def test_pages_from_before_the_index_wait_to_be_put_in(store: Store) -> None:
    await store.database.write(
        lambda c: c.execute("INSERT INTO chats (chat_id, body, fetched_at) VALUES ('8001', x'7b7d', 1)")
    )
    assert await store.chats.not_indexed() == ((CHAT, b"{}"),)
    await store.chats.index([(CHAT, messages("Старое письмо"))], NOW)
    assert await store.chats.not_indexed() == ()
    assert await _found(store, "старое") == [CHAT]


async def test_forgetting_takes_letters_along_and_leaves_those_of_others(
    store: Store, database: Database
) -> None:
    for number in (1, 2):
        await store.negotiations.keep_page(f"u{number}", 0, [response_row(response(number))], 1, 1, 0, NOW)
        talk = ChatId(str(8000 + number))
        await store.chats.keep(talk, b"{}", messages(f"письмо тайна{number}"), NOW)
        sent = intent(number, kind=WriteKind.CHAT_MESSAGE, negotiation_id=None, resume_id=resume_id(number),
                      form=(), text=f"ответ тайна{number}")  # fmt: skip
        entry = await store.outbox.add(sent, f"k{number}", NOW, NOW)
        await _settle(store, entry.id)
    await store.people.forget(cast(PersonId, full(1).person_id), NOW)
    assert await store.letters.find("тайна1") == ()
    assert {hit.resume_id for hit in await store.letters.find("тайна2")} == {resume_id(2)}
    left = database.read_now(lambda c: [row[0] for row in c.execute("SELECT text FROM letters ORDER BY id")])
    assert left == ["письмо тайна2", "ответ тайна2"]
    check = "INSERT INTO letter_index (letter_index, rank) VALUES ('integrity-check', 0)"
    await store.database.write(lambda c: c.execute(check))
