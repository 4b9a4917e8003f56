"""Chats: read by an act, written through the outbox, delivered once."""

from __future__ import annotations

import msgspec
import pytest

from hhdesk.domain.chats import Chat
from hhdesk.domain.errors import TakenBackTooLate
from hhdesk.domain.identity import ChatId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxState
from hhdesk.services.outbox import needs_decision
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices, act, followed
from tests.services.working import first_response, reaches, running

POST = "chat-message-post"
S = OutboxState


@pytest.fixture
async def chat(services: Services) -> ChatId:
    """The chat of a response."""
    await services.settings.change(take_back_seconds=0)
    response = await first_response(services)
    assert response.chat_id is not None
    return response.chat_id


async def newest(services: Services, chat: ChatId) -> Chat:
    """The chat as hh.ru shows it now."""
    return [aged async for aged in services.chats.open(chat, act("open_chat"))][-1].value


async def test_reading_is_traced_kept_and_oldest_first(
    services: Services, sandbox: Sandbox, chat: ChatId
) -> None:
    before = len(sandbox.state()["traced"])
    read = await newest(services, chat)
    assert read.messages
    moments = [message.created_at for message in read.messages if message.created_at]
    assert moments == sorted(moments)
    assert len(sandbox.state()["traced"]) == before + 1
    stored = await services.chats.stored(chat)
    assert stored is not None
    assert stored.value == read


async def test_a_stored_chat_is_read_again_only_when_a_list_tells_of_more(
    services: Services, sandbox: Sandbox, chat: ChatId
) -> None:
    async def traced(known: Response | None) -> int:
        before = len(sandbox.state()["traced"])
        shown = [aged async for aged in services.chats.open(chat, act("open_chat"), known)]
        assert shown
        return len(sandbox.state()["traced"]) - before

    response = await first_response(services)
    assert await traced(response) == 1
    quiet = msgspec.structs.replace(await first_response(services), has_updates=False, unread_messages=0)
    assert quiet.id == response.id
    assert await traced(quiet) == 0
    assert await traced(None) == 1
    sandbox.set(candidate_writes={"topic_id": response.id, "text": "Ещё вопрос"})
    news = await first_response(services)
    assert await traced(news) == 1
    entry = await services.chats.post(chat, "Отвечаем", act("write"))
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.SETTLED)
    assert await traced(quiet) == 1
    stored = await services.chats.stored(chat)
    assert stored is not None
    assert stored.value.messages[-1].text == "Отвечаем"
    assert await traced(quiet) == 0


async def test_a_message_goes_out_once_and_is_shown_while_it_waits(
    services: Services, sandbox: Sandbox, chat: ChatId
) -> None:
    entry = await services.chats.post(chat, "  Добрый день! Ёлка ждёт.  ", act("write"))
    assert [message.text for message in services.chats.waiting(chat)] == ["Добрый день! Ёлка ждёт."]
    async with running(services.outbox):
        done = await reaches(services.outbox, entry, S.SETTLED)
    assert [event.code for event in done.events] == ["added", "sent", "answered", "settled_by_answer"]
    assert services.chats.waiting(chat) == ()
    newest_message = (await newest(services, chat)).messages[-1]
    assert newest_message.text == "Добрый день! Ёлка ждёт."
    assert done.events[2].detail == newest_message.id
    assert sandbox.state()["violations"] == []


async def test_a_lost_answer_repeats_under_its_key_and_is_delivered_once(
    services: Services, sandbox: Sandbox, chat: ChatId
) -> None:
    sandbox.fault("lost_answer", POST, times=1)
    entry = await services.chats.post(chat, "Только один раз", act("write"))
    async with running(services.outbox):
        unknown = await reaches(services.outbox, entry, S.UNKNOWN)
        assert not needs_decision(unknown)
        # It may have been delivered: another text under the same key would be lost.
        with pytest.raises(TakenBackTooLate):
            await services.outbox.edit(entry.id, msgspec.structs.replace(entry.intent, text="Другое"))
        with pytest.raises(TakenBackTooLate):
            await services.outbox.take_back(entry.id)
        services.outbox.wake()
        done = await reaches(services.outbox, entry, S.SETTLED)
    assert [event.code for event in done.events][-2:] == ["already_delivered", "settled_by_answer"]
    texts = [message.text for message in (await newest(services, chat)).messages]
    assert texts.count("Только один раз") == 1
    assert sandbox.state()["operations"][POST] == 2


async def test_a_message_that_was_cut_before_it_arrived_goes_again_under_its_key(
    services: Services, sandbox: Sandbox, chat: ChatId
) -> None:
    sandbox.fault("cut_before", POST, times=1)
    entry = await services.chats.post(chat, "Дойдёт", act("write"))
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.UNKNOWN)
        services.outbox.wake()
        done = await reaches(services.outbox, entry, S.SETTLED)
    assert [event.code for event in done.events][-2:] == ["answered", "settled_by_answer"]
    texts = [message.text for message in (await newest(services, chat)).messages]
    assert texts.count("Дойдёт") == 1


async def test_a_message_cut_by_a_crash_before_it_left_is_sent(
    services: Services, sandbox: Sandbox, chat: ChatId, open_services: OpenServices
) -> None:
    entry = await services.chats.post(chat, "Не потеряется", act("write"))
    await services.context.store.outbox.move(entry.id, {S.WAITING}, S.SENDING, services.context.now())
    await services.close()
    again = await open_services()
    assert again.outbox.get(entry.id).state is S.UNKNOWN
    async with running(again.outbox):
        await reaches(again.outbox, entry, S.SETTLED)
    assert sandbox.state()["operations"][POST] == 1
    assert (await newest(again, chat)).messages[-1].text == "Не потеряется"


async def test_a_closed_chat_says_why_before_anybody_types(
    services: Services, sandbox: Sandbox, chat: ChatId
) -> None:
    response = await first_response(services)
    sandbox.set(close_chat={"topic_id": response.id, "reason": "ARCHIVED_BY_EMPLOYER"})
    closed = await newest(services, chat)
    assert not closed.can_write
    assert closed.write_reason == "ARCHIVED_BY_EMPLOYER"


async def test_older_messages_come_before_without_doubles(
    services: Services, sandbox: Sandbox, chat: ChatId
) -> None:
    response = await first_response(services)
    for number in range(70):
        sandbox.set(candidate_writes={"topic_id": response.id, "text": f"Сообщение {number}"})
    read = await newest(services, chat)
    assert read.has_more
    longer = await services.chats.older(read, act("older"))
    assert len(longer.messages) > len(read.messages)
    assert len({message.id for message in longer.messages}) == len(longer.messages)
    assert longer.messages[-len(read.messages) :] == read.messages


async def test_offline_the_stored_chat_is_shown(services: Services, sandbox: Sandbox, chat: ChatId) -> None:
    read = await newest(services, chat)
    sandbox.fault("cut_before", "get-chat-messages")
    shown, error = await followed(services.chats.open(chat, act("open_chat")))
    assert [aged.value for aged in shown] == [read]
    assert error is not None
