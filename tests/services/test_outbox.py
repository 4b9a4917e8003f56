"""Nothing lost, nothing sent twice, nothing believed unread."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from hhdesk.config import Configuration
from hhdesk.domain.errors import HhdeskError, StoreTrouble, TakenBackTooLate
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.services.context import now
from hhdesk.services.outbox import Outbox, needs_decision
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices, act
from tests.services.acting import until as until_true
from tests.services.browser import Browser
from tests.services.working import (
    first_list,
    first_response,
    movable,
    move,
    reaches,
    running,
    silent_act,
    until,
)

MOVE = "change-negotiation-action"
LOOK = "get-negotiation-item"
POST = "chat-message-post"
S = OutboxState


@pytest.fixture(autouse=True)
async def _quick(services: Services) -> None:
    """No take-back window: what is added is due at once."""
    await services.settings.change(take_back_seconds=0, rejection_seconds=3600)


def count(sandbox: Sandbox, operation: str) -> int:
    """How often hh.ru was asked for this."""
    return int(sandbox.state()["operations"].get(operation, 0))


async def test_a_move_is_sent_once_and_believed_after_reading(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    entry = await move(services, response)
    assert entry.state is S.WAITING
    assert services.outbox.summary().waiting == 1
    async with running(services.outbox):
        done = await reaches(services.outbox, entry, S.SETTLED)
    assert [event.code for event in done.events] == ["added", "sent", "answered", "settled"]
    assert count(sandbox, MOVE) == 1
    answer = await services.context.api.negotiations.get(response.id)
    assert answer.value.employer_state is not None
    assert answer.value.employer_state.id == entry.intent.expected_state
    assert sandbox.state()["violations"] == []


async def test_what_is_taken_back_is_never_sent(services: Services, sandbox: Sandbox) -> None:
    await services.settings.change(take_back_seconds=3600)
    entry = await move(services, await first_response(services))
    async with running(services.outbox):
        assert services.outbox.last_undoable() == (entry,)
        back = await services.outbox.take_back(entry.id)
        assert back.state is S.TAKEN_BACK
        with pytest.raises(TakenBackTooLate):
            await services.outbox.send_now(entry.id)
    assert count(sandbox, MOVE) == 0
    assert services.outbox.last_undoable() == ()


async def test_an_act_on_many_that_stops_half_way_is_kept_for_nobody(
    services: Services, sandbox: Sandbox
) -> None:
    """Whoever is told that it was not kept need not ask for whom it was."""
    found = await first_list(services)
    people = [row.response for row in found.rows if isinstance(row.response, Response)]
    drafts = [services.responses.draft(one, silent_act(one)) for one in people if movable(one)][:4]
    full = """CREATE TEMP TRIGGER no_room BEFORE INSERT ON outbox WHEN (SELECT count(*) FROM outbox) = 2
        BEGIN SELECT RAISE(ABORT, 'full'); END"""
    database = services.context.store.database
    await database.write(lambda c: c.execute(full))
    with pytest.raises(StoreTrouble):
        await services.responses.submit_all(drafts, act("act"))
    assert services.outbox.entries == ()
    await database.write(lambda c: c.execute("DROP TRIGGER no_room"))
    kept = await services.responses.submit_all(drafts, act("act"))
    assert len(kept) == len(drafts) == 4
    assert services.outbox.last_undoable() == kept
    assert await services.outbox.take_back_all(entry.id for entry in kept) == services.outbox.entries[::-1]
    assert count(sandbox, MOVE) == 0


async def test_the_bound_rejection_waits_longer(services: Services) -> None:
    response = await first_response(services)
    assert services.responses.rejection is None
    action = response.actions[-1]
    await services.responses.bind_rejection(action)
    draft = services.responses.draft(response, action)
    draft.message = "Спасибо за отклик."
    entry = await services.responses.submit(draft, act("reject"))
    assert entry.intent.is_rejection
    assert (entry.send_at - entry.created_at).total_seconds() == 3600


async def test_no_connection_before_sending_keeps_the_entry_waiting(configuration: Configuration) -> None:
    with Sandbox.start(resumes=60, vacancies=3) as own:
        services = await Services.open(
            replace(configuration, api_url=own.url, site_url=own.url, profile="own")
        )
        await services.connect.sign_in(Browser())
        await services.settings.change(take_back_seconds=0)
        response = await first_response(services)
    entry = await move(services, response)
    second = await move(services, response)
    async with running(services.outbox):
        back = await _event(services, entry.id, "not_sent")
        # The others are not tried one after the other, and the connection's return is used at once.
        services.outbox.wake()
        await _event(services, entry.id, "not_sent", times=2)
    assert [event.code for event in services.outbox.get(second.id).events] == ["added"]
    await services.close()
    assert back.state is S.WAITING
    assert back.send_at > entry.send_at
    assert not needs_decision(back)


async def test_what_had_no_connection_before_a_restart_goes_at_once(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    entry = await move(services, response)
    later = entry.send_at + timedelta(hours=1)
    await services.outbox._ledger.move(
        entry.id, {S.WAITING}, S.WAITING, "not_sent", send_at=later, detail="NoConnection"
    )
    await services.outbox.load()
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.SETTLED)
    assert count(sandbox, MOVE) == 1


async def test_a_lost_answer_is_looked_up_and_settled_without_a_second_send(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    sandbox.fault("lost_answer", MOVE, times=1)
    entry = await move(services, response)
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.UNKNOWN)
        services.outbox.wake()
        done = await reaches(services.outbox, entry, S.SETTLED)
    assert count(sandbox, MOVE) == 1
    assert "answer_lost" in [event.code for event in done.events]


async def test_a_write_cut_before_it_was_done_is_not_repeated_unasked(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    sandbox.fault("cut_before", MOVE, times=1)
    entry = await move(services, response)
    async with running(services.outbox):
        refused = await reaches(services.outbox, entry, S.REFUSED)
        assert refused.error == "NotDone"
        assert needs_decision(refused)
        await services.outbox.repeat(entry.id)
        await reaches(services.outbox, entry, S.SETTLED)
    state = await services.context.api.negotiations.get(response.id)
    assert state.value.employer_state is not None
    assert state.value.employer_state.id == entry.intent.expected_state


async def test_a_204_without_effect_is_not_believed(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    sandbox.fault("silent_204", MOVE, times=1)
    entry = await move(services, response)
    async with running(services.outbox):
        refused = await reaches(services.outbox, entry, S.REFUSED)
    assert refused.error == "NotConfirmed"
    assert count(sandbox, MOVE) == 1


async def test_a_colleagues_move_is_told_and_not_overwritten(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    entry = await move(services, response)
    other = next(
        action.resulting_state.id
        for action in response.actions
        if action.resulting_state and action.resulting_state.id != entry.intent.expected_state
    )
    sandbox.fault("cut_before", MOVE, times=1)
    sandbox.set(colleague_moves={"topic_id": response.id, "stage": other})
    async with running(services.outbox):
        refused = await reaches(services.outbox, entry, S.REFUSED)
    assert refused.error == "StateChanged"


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("wrong_state", "StateChanged"),
        ("address_not_found", "AddressGone"),
        ("inappropriate_language_message", "LetterRefused"),
        ("in_a_row_limit", "WaitForAnswer"),
        ("overall_limit", "ConversationFull"),
        ("a_value_of_tomorrow", "Refused"),
    ],
)
async def test_a_refusal_keeps_its_reason_and_the_letter(
    services: Services, sandbox: Sandbox, value: str, error: str
) -> None:
    response = await first_response(services)
    sandbox.fault("refuse", MOVE, times=1, status=403, type="negotiations", value=value)
    entry = await move(services, response, message="Здравствуйте, Ёлка!")
    async with running(services.outbox):
        refused = await reaches(services.outbox, entry, S.REFUSED)
    assert refused.error == error
    assert refused.intent.letter == "Здравствуйте, Ёлка!"
    assert services.outbox.summary().deciding == 1


async def test_the_invitation_limit_halts_the_batch_and_keeps_the_rest(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    sandbox.fault("refuse", MOVE, times=1, status=403, type="negotiations", value="limit_exceeded")
    first = await move(services, response)
    second = await move(services, response)
    async with running(services.outbox):
        await _event(services, first.id, "held_back")
        assert services.outbox.get(first.id).state is S.WAITING
        assert services.outbox.get(second.id).state is S.WAITING
        assert services.outbox.summary().pause_reason == "InvitationLimitReached"
        assert count(sandbox, MOVE) == 1
        # A new day goes on by itself.
        services.context.now = lambda: now() + timedelta(days=1)
        services.outbox.wake()
        await reaches(services.outbox, first, S.SETTLED)
    assert not services.outbox.summary().paused


async def test_the_invitation_limit_holds_no_other_act_and_no_message(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    sandbox.fault("refuse", MOVE, times=1, status=403, type="negotiations", value="limit_exceeded")
    held = await move(services, response)
    async with running(services.outbox):
        await _event(services, held.id, "held_back")
        summary = services.outbox.summary()
        assert (summary.paused, summary.paused_in_part) == (True, True)
        other = next(
            action
            for action in response.actions
            if action.enabled and action.id != held.intent.action_id and not action.requires("message")
        )
        another = await services.responses.submit(services.responses.draft(response, other), act("other"))
        assert response.chat_id is not None
        letter = await services.chats.post(response.chat_id, "Ёлка ждёт", act("write"), response)
        await reaches(services.outbox, another, S.SETTLED)
        await reaches(services.outbox, letter, S.SETTLED)
        assert services.outbox.get(held.id).state is S.WAITING
        services.outbox.resume("InvitationLimitReached")
        await reaches(services.outbox, held, S.SETTLED)
    assert not services.outbox.summary().paused


async def test_a_revoked_token_pauses_and_signing_in_again_sends(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    sandbox.set(revoke_tokens=True)
    entry = await move(services, response)
    async with running(services.outbox):
        await _event(services, entry.id, "held_back")
        assert services.outbox.summary().paused
        assert services.outbox.get(entry.id).state is S.WAITING
        await services.connect.sign_in(Browser())
        await reaches(services.outbox, entry, S.SETTLED)
    assert not services.outbox.summary().paused


async def test_a_token_that_expires_at_the_write_is_renewed_and_the_write_done_once(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    sandbox.set(expire_tokens=True)
    entry = await move(services, response)
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.SETTLED)
    assert sandbox.state()["tokens_issued"] >= 2


async def test_a_captcha_pauses_and_loses_nothing(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    sandbox.fault("captcha", MOVE, times=1)
    entry = await move(services, response)
    async with running(services.outbox):
        await _event(services, entry.id, "held_back")
        assert services.outbox.summary().pause_reason == "CaptchaRequired"
        services.outbox.resume("CaptchaRequired")
        await reaches(services.outbox, entry, S.SETTLED)


async def test_too_many_requests_waits_as_long_as_hh_wishes(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    sandbox.fault("rate_429", MOVE, times=1, seconds=120)
    entry = await move(services, response)
    async with running(services.outbox):
        back = await _event(services, entry.id, "held_back")
    assert 100 < (back.send_at - back.changed_at).total_seconds() <= 120


async def test_what_the_person_paused_stays_paused_after_a_sign_in(
    services: Services, sandbox: Sandbox
) -> None:
    services.outbox.pause()
    services.outbox.resume("SessionLost")
    assert services.outbox.summary().paused
    entry = await move(services, await first_response(services))
    async with running(services.outbox):
        await asyncio.sleep(0)
    assert services.outbox.get(entry.id).state is S.WAITING
    assert count(sandbox, MOVE) == 0


async def test_what_the_person_paused_stays_paused_over_the_end_of_the_program(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    services.outbox.pause()
    entry = await move(services, await first_response(services))
    await services.close()
    next_time = await open_services()
    assert next_time.outbox.summary().paused
    assert next_time.outbox.summary().pause_reason == ""
    async with running(next_time.outbox):
        next_time.outbox.resume()
        await reaches(next_time.outbox, entry, S.SETTLED)
    await next_time.close()
    assert not (await open_services()).outbox.summary().paused


async def test_a_start_after_a_crash_looks_before_it_repeats(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    entry = await move(services, response)
    await services.context.store.outbox.move(entry.id, {S.WAITING}, S.SENDING, services.context.now())
    await services.close()
    again = await open_services()
    assert again.outbox.get(entry.id).state is S.UNKNOWN
    async with running(again.outbox):
        refused = await reaches(again.outbox, entry, S.REFUSED)
    assert refused.error == "NotDone"
    assert count(sandbox, MOVE) == 0


async def test_a_held_write_survives_the_end_of_the_window(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    sandbox.hold(MOVE)
    entry = await move(services, response)
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.SENDING)
        asyncio.get_running_loop().call_later(0.2, lambda: asyncio.ensure_future(_release(sandbox)))
    assert services.outbox.get(entry.id).state is S.SETTLED
    assert count(sandbox, MOVE) == 1


async def test_an_edit_starts_the_window_anew_and_sends_the_new_letter(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    sandbox.fault("refuse", MOVE, times=1, status=403, type="negotiations", value="too_long_message")
    entry = await move(services, response, message="Слишком длинно")
    async with running(services.outbox):
        refused = await reaches(services.outbox, entry, S.REFUSED)
        shorter = msgspec.structs.replace(refused.intent, form=(("message", "Коротко"),))
        await services.outbox.edit(entry.id, shorter)
        done = await reaches(services.outbox, entry, S.SETTLED)
    assert done.intent.letter == "Коротко"
    assert done.error == ""


async def test_what_is_in_hand_waits_for_the_person_also_after_a_restart(
    services: Services, sandbox: Sandbox
) -> None:
    response = await first_response(services)
    entry = await move(services, response)
    # The sender chose it before it was taken up: the store knows better.
    async with running(services.outbox):
        taken_up = await services.outbox.hold(entry.id)
        assert taken_up.state is S.WAITING
        await services.outbox.load()
        assert services.outbox.get(entry.id).is_in_hand
        services.outbox.wake()
        with pytest.raises(TakenBackTooLate):
            await services.outbox._ledger.move(entry.id, {S.WAITING}, S.SENDING, "sent")
        assert count(sandbox, MOVE) == 0
        await services.outbox.release(entry.id)
        await reaches(services.outbox, entry, S.SETTLED)
    assert count(sandbox, MOVE) == 1


async def test_whoever_is_forgotten_is_written_to_no_more(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    assert response.resume is not None
    assert response.resume.person_id is not None
    entry = await move(services, response)
    await services.people.forget(response.resume.person_id)
    with pytest.raises(KeyError):
        services.outbox.get(entry.id)
    assert services.outbox.summary().waiting == 0
    async with running(services.outbox):
        await asyncio.sleep(0)
    assert count(sandbox, MOVE) == 0


async def test_an_entry_that_the_store_knows_better_is_read_again(
    services: Services, sandbox: Sandbox
) -> None:
    gone = await move(services, await first_response(services))
    entry = await move(services, await first_response(services))
    store = services.context.store
    await store.outbox.move(entry.id, {S.WAITING}, S.TAKEN_BACK, services.context.now())
    await store.database.write(lambda c: c.execute("DELETE FROM outbox WHERE id = ?", (gone.id,)))
    async with running(services.outbox):
        await reaches(services.outbox, entry, S.TAKEN_BACK)
    assert gone not in services.outbox.entries
    assert count(sandbox, MOVE) == 0


async def test_what_was_decided_is_kept_when_the_view_goes(services: Services) -> None:
    response = await first_response(services)
    deciding = asyncio.create_task(move(services, response))
    await asyncio.sleep(0)
    deciding.cancel()
    entry = await until(services.outbox, lambda: next(iter(services.outbox.open_entries), None))
    taking = asyncio.create_task(services.outbox.take_back(entry.id))
    await asyncio.sleep(0)
    taking.cancel()
    await reaches(services.outbox, entry, S.TAKEN_BACK)


async def test_a_store_that_takes_nothing_stops_sending_until_the_person_goes_on(
    services: Services, sandbox: Sandbox
) -> None:
    entry = await move(services, await first_response(services))
    database = services.context.store.database
    stopped: list[HhdeskError] = []
    stops = asyncio.Event()
    services.outbox.stopped.listen(stopped.append)
    services.outbox.stopped.listen(lambda error: stops.set())
    await database.outside(lambda c: c.execute("PRAGMA query_only = ON"))
    async with running(services.outbox):
        async with asyncio.timeout(30):
            await stops.wait()
        assert services.outbox.summary().pause_reason == "StoreTrouble"
        assert count(sandbox, MOVE) == 0
        await database.outside(lambda c: c.execute("PRAGMA query_only = OFF"))
        services.outbox.resume("StoreTrouble")
        await reaches(services.outbox, entry, S.SETTLED)
    assert [type(error).__name__ for error in stopped] == ["StoreTrouble"]


async def test_a_computer_that_slept_sends_what_became_due_meanwhile(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hhdesk.services.sending._LONGEST_WAIT_SECONDS", 0.05)
    await services.settings.change(take_back_seconds=1800)
    entry = await move(services, await first_response(services))
    async with running(services.outbox):
        await asyncio.sleep(0)
        # The loop's clock stood still, the wall clock went on.
        services.context.now = lambda: now() + timedelta(hours=1)
        await reaches(services.outbox, entry, S.SETTLED)


async def test_a_moment_in_the_past_does_not_take_the_window_away(services: Services) -> None:
    await services.settings.change(take_back_seconds=60)
    response = await first_response(services)
    intent = services.responses.draft(response, response.actions[0]).intent(act("act"))
    entry = await services.outbox.add(intent, send_at=now() - timedelta(hours=1))
    assert entry.send_at - entry.created_at >= timedelta(seconds=59)


async def test_signing_in_again_during_a_write_pauses_nothing(services: Services, sandbox: Sandbox) -> None:
    response = await first_response(services)
    sandbox.hold(MOVE)
    entry = await move(services, response)
    async with running(services.outbox):
        await until_true(lambda: bool(sandbox.state()["waiting"]))
        sandbox.set(revoke_tokens=True)
        await services.connect.sign_in(Browser())
        sandbox.release()
        await reaches(services.outbox, entry, S.SETTLED)
    assert not services.outbox.summary().paused


async def test_signing_in_again_during_a_look_pauses_nothing(services: Services, sandbox: Sandbox) -> None:
    """The look fails for the session before; each question for the session brings another one here."""
    outbox = Outbox(services.context, services.settings.get, session=object)
    response = await first_response(services)
    sandbox.fault("lost_answer", MOVE, times=1)
    draft = services.responses.draft(response, silent_act(response))
    entry = await outbox.add(draft.intent(act("act")))
    async with running(outbox):
        await reaches(outbox, entry, S.UNKNOWN)
        looked = count(sandbox, LOOK)
        sandbox.set(revoke_tokens=True)
        outbox.wake()
        await until_true(lambda: count(sandbox, LOOK) > looked)
        await until_true(lambda: services.outbox.summary().paused)
    assert not outbox.summary().paused


async def test_without_a_session_the_person_cannot_go_on_by_hand(services: Services) -> None:
    services.outbox.pause()
    await services.connect.sign_out()
    services.outbox.resume()
    assert services.outbox.summary().pause_reason == "SessionLost"
    await services.connect.sign_in(Browser())
    assert not services.outbox.summary().paused


async def _release(sandbox: Sandbox) -> None:
    await asyncio.to_thread(sandbox.release)


async def _event(services: Services, identifier: int, code: str, times: int = 1) -> OutboxEntry:
    """Wait until the entry's story has this line."""

    def there() -> OutboxEntry | None:
        entry = services.outbox.get(identifier)
        return entry if [event.code for event in entry.events].count(code) >= times else None

    return await until(services.outbox, there)


async def test_a_defect_at_one_entry_is_told_and_holds_back_no_other(
    services: Services, sandbox: Sandbox
) -> None:
    told: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, what: told.append(what["exception"]))
    found = await first_list(services)
    people = [row.response for row in found.rows if isinstance(row.response, Response)]
    first, second = [one for one in people if movable(one)][:2]
    broken = services.responses.draft(first, silent_act(first)).intent(act("act"))
    # A method that cannot be written in HTTP.
    sick = await services.outbox.add(msgspec.structs.replace(broken, method="ПУТ"))
    well = await move(services, second)
    async with running(services.outbox):
        await reaches(services.outbox, well, S.SETTLED)
        services.outbox.wake()
        sick = await reaches(services.outbox, sick, S.REFUSED, S.UNKNOWN)
        await until(services.outbox, lambda: needs_decision(services.outbox.get(sick.id)))
    assert [type(defect) for defect in told] == [TypeError]
    assert count(sandbox, MOVE) == 1
