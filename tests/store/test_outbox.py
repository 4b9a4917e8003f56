"""Decisions: kept, moved along allowed ways only, found again after a restart."""

from itertools import product
from pathlib import Path

import pytest

from hhdesk.domain.acts import Consent
from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.errors import StoreTrouble, TakenBackTooLate
from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.outbox import OutboxEntry, OutboxEvent, OutboxState, WriteKind
from hhdesk.domain.people import TimelineEvent
from hhdesk.store.database import Database
from hhdesk.store.outbox import TRANSITIONS
from hhdesk.store.store import Store
from tests.store.making import KEY, NOW, body, intent, later, resume_id, short

S = OutboxState


async def test_an_entry_comes_back_as_it_was_added(store: Store) -> None:
    consent = Consent(name="invite", at=NOW, cost=Cost(kind=CostKind.CONTACT, amount=1, left=3))
    wanted = intent(kind=WriteKind.INVITATION, consent=consent, resume_id=resume_id(1), text="Ёлки 🌲")
    added = await store.outbox.add(wanted, "key", later(seconds=10), NOW)
    assert added.intent == wanted
    assert added.state is S.WAITING
    assert added.send_at == later(seconds=10)
    assert [event.code for event in added.events] == ["added"]
    assert await store.outbox.get(added.id) == added
    assert await store.outbox.get(added.id + 1) is None


async def test_the_same_key_adds_nothing(store: Store) -> None:
    first = await store.outbox.add(intent(1), "key", NOW, NOW)
    assert await store.outbox.add(intent(2), "key", NOW, NOW) == first
    assert await store.outbox.all() == (first,)


_NO_ROOM = """CREATE TEMP TRIGGER no_room BEFORE {} ON outbox WHEN {}
    BEGIN SELECT RAISE(ABORT, 'full'); END"""


async def test_many_are_kept_together_or_not_at_all(store: Store) -> None:
    decided = [(intent(number), f"k{number}", later(seconds=number)) for number in range(5)]
    await store.database.write(
        lambda c: c.execute(_NO_ROOM.format("INSERT", "(SELECT count(*) FROM outbox) = 3"))
    )
    with pytest.raises(StoreTrouble):
        await store.outbox.add_all(decided, NOW)
    assert await store.outbox.all() == ()
    await store.database.write(lambda c: c.execute("DROP TRIGGER no_room"))
    added = await store.outbox.add_all(decided, NOW)
    assert [(entry.key, entry.send_at) for entry in added] == [(key, at) for _, key, at in decided]
    assert await store.outbox.all() == added


async def test_many_are_taken_back_together_or_not_at_all(store: Store) -> None:
    decided = [(intent(number), f"k{number}", NOW) for number in range(5)]
    ids = [entry.id for entry in await store.outbox.add_all(decided, NOW)]
    await store.outbox.move(ids[1], {S.WAITING}, S.SENDING, NOW)
    await store.database.write(lambda c: c.execute(_NO_ROOM.format("UPDATE", f"old.id = {ids[4]}")))
    with pytest.raises(StoreTrouble):
        await store.outbox.take_back_all(ids, NOW)
    waiting = [entry.id for entry in await store.outbox.all() if entry.state is S.WAITING]
    assert waiting == [ids[0], *ids[2:]]
    await store.database.write(lambda c: c.execute("DROP TRIGGER no_room"))
    back = await store.outbox.take_back_all(ids, NOW)
    assert [entry.id for entry in back] == waiting
    assert all(entry.state is S.TAKEN_BACK and entry.events[-1].code == "taken_back" for entry in back)


async def test_the_story_of_a_letter(store: Store) -> None:
    entry = await store.outbox.add(intent(), "key", NOW, NOW)
    await store.outbox.move(entry.id, {S.WAITING}, S.SENDING, later(seconds=1))
    event = OutboxEvent(at=later(seconds=2), code="answer_lost", detail="timeout")
    await store.outbox.move(
        entry.id, {S.SENDING}, S.UNKNOWN, later(seconds=2), error="AnswerLost", event=event
    )
    settled = await store.outbox.move(entry.id, {S.UNKNOWN}, S.SETTLED, later(seconds=3), request_id="r1")
    assert settled.attempts == 1
    assert settled.error == ""
    assert settled.request_id == "r1"
    assert [e.code for e in settled.events] == ["added", "sending", "answer_lost", "settled"]
    assert settled.changed_at == later(seconds=3)


async def test_what_was_done_and_its_line_in_the_story_of_the_person_come_together(store: Store) -> None:
    person = PersonId("p1")
    entry = await store.outbox.add(intent(person_id=person), "key", NOW, NOW)
    await store.outbox.move(entry.id, {S.WAITING}, S.SENDING, NOW)
    line = TimelineEvent(at=NOW, kind="moved", text="Пригласить")
    full = "CREATE TEMP TRIGGER no_room BEFORE INSERT ON timeline BEGIN SELECT RAISE(ABORT, 'full'); END"
    await store.database.write(lambda c: c.execute(full).fetchall())
    with pytest.raises(StoreTrouble):
        await store.outbox.move(entry.id, {S.SENDING}, S.SETTLED, NOW, line=line)
    unsettled = await store.outbox.get(entry.id)
    assert unsettled is not None
    assert unsettled.state is S.SENDING
    await store.database.write(lambda c: c.execute("DROP TRIGGER no_room").fetchall())
    await store.outbox.move(entry.id, {S.SENDING}, S.SETTLED, NOW, line=line)
    assert await store.people.timeline(person) == (line,)


async def test_taken_back_too_late(store: Store) -> None:
    entry = await store.outbox.add(intent(), "key", NOW, NOW)
    await store.outbox.move(entry.id, {S.WAITING}, S.SENDING, NOW)
    with pytest.raises(TakenBackTooLate, match="sending"):
        await store.outbox.move(entry.id, {S.WAITING}, S.TAKEN_BACK, NOW)
    with pytest.raises(TakenBackTooLate):
        await store.outbox.edit(entry.id, intent(2), NOW, NOW)
    with pytest.raises(TakenBackTooLate, match="gone"):
        await store.outbox.move(entry.id + 1, {S.WAITING}, S.TAKEN_BACK, NOW)
    kept = await store.outbox.get(entry.id)
    assert kept is not None
    assert kept.state is S.SENDING
    assert kept.intent == intent()


@pytest.mark.parametrize(("before", "after"), list(product(S, S)))
async def test_only_allowed_ways(store: Store, before: S, after: S) -> None:
    entry = await _entry_in(store, before)
    if after in TRANSITIONS[before]:
        moved = await store.outbox.move(entry.id, {before}, after, NOW)
        assert moved.state is after
    else:
        with pytest.raises(ValueError, match="no way"):
            await store.outbox.move(entry.id, {before}, after, NOW)
        assert await store.outbox.get(entry.id) == entry


async def test_a_refused_entry_is_edited_and_waits_anew(store: Store) -> None:
    entry = await _entry_in(store, S.REFUSED)
    edited = await store.outbox.edit(entry.id, intent(3, text="другое"), later(seconds=10), later(seconds=1))
    assert edited.state is S.WAITING
    assert edited.intent.text == "другое"
    assert edited.key == entry.key
    assert edited.send_at == later(seconds=10)


async def test_recovery_after_a_crash(path: Path) -> None:
    store = Store(Database.open(path, KEY))
    await _entry_in(store, S.SENDING)
    waiting = await store.outbox.add(intent(2), "waiting", NOW, NOW)
    await store.close()
    store = Store(Database.open(path, KEY))
    recovered = await store.outbox.recover(later(hours=1))
    assert [entry.state for entry in recovered] == [S.UNKNOWN]
    assert recovered[0].events[-1] == OutboxEvent(at=later(hours=1), code="recovered")
    assert await store.outbox.recover(later(hours=2)) == ()
    assert await store.outbox.get(waiting.id) == waiting
    await store.close()


async def test_done_entries_are_limited_and_open_ones_are_not(store: Store) -> None:
    for number in range(8):
        entry = await store.outbox.add(intent(number), f"done {number}", NOW, NOW)
        await store.outbox.move(entry.id, {S.WAITING}, S.TAKEN_BACK, later(seconds=number))
    for number in range(5):
        await store.outbox.add(intent(number), f"open {number}", NOW, NOW)
    entries = await store.outbox.all(limit_done=3)
    assert [e.key for e in entries if e.state is S.TAKEN_BACK] == ["done 5", "done 6", "done 7"]
    assert len([e for e in entries if e.state is S.WAITING]) == 5


async def test_fields_of_another_version_break_nothing(store: Store) -> None:
    entry = await store.outbox.add(intent(), "key", NOW, NOW)
    await _rewrite(store, """json_set(intent, '$.invented_later', json('{"a": [1]}'))""")
    assert (await store.outbox.all())[0].intent == entry.intent


async def test_an_unreadable_intent_is_shown_and_never_sent(store: Store) -> None:
    await store.outbox.add(intent(), "key", NOW, NOW)
    await _rewrite(store, "'{}'")
    entry = (await store.outbox.all())[0]
    assert entry.state is S.REFUSED
    assert entry.error == "UnreadableAnswer"


async def test_an_invitation_marks_its_resume(store: Store) -> None:
    await store.resumes.keep_shorts([(short(1), body(short(1)))], NOW)
    assert not (await store.resumes.marks([resume_id(1)]))[resume_id(1)].invited
    wanted = intent(kind=WriteKind.INVITATION, resume_id=ResumeId(resume_id(1)))
    entry = await store.outbox.add(wanted, "key", NOW, NOW)
    assert (await store.resumes.marks([resume_id(1)]))[resume_id(1)].invited
    await store.outbox.move(entry.id, {S.WAITING}, S.TAKEN_BACK, NOW)
    assert not (await store.resumes.marks([resume_id(1)]))[resume_id(1)].invited


_WAYS: dict[S, tuple[S, ...]] = {
    S.WAITING: (),
    S.SENDING: (S.SENDING,),
    S.UNKNOWN: (S.SENDING, S.UNKNOWN),
    S.SETTLED: (S.SENDING, S.SETTLED),
    S.REFUSED: (S.SENDING, S.REFUSED),
    S.TAKEN_BACK: (S.TAKEN_BACK,),
}


async def _entry_in(store: Store, state: S, number: int = 1) -> OutboxEntry:
    entry = await store.outbox.add(intent(number), f"in {state} {number}", NOW, NOW)
    for step in _WAYS[state]:
        entry = await store.outbox.move(entry.id, {entry.state}, step, NOW)
    return entry


async def _rewrite(store: Store, expression: str) -> None:
    await store.database.write(lambda c: c.execute(f"UPDATE outbox SET intent = {expression}"))
