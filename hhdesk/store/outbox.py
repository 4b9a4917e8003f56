"""What a person decided, until hh.ru has it. Every change is on the disk before it is shown or sent."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from hhdesk.domain.acts import Act
from hhdesk.domain.errors import TakenBackTooLate
from hhdesk.domain.outbox import IN_HAND, Intent, OutboxEntry, OutboxEvent, OutboxState, WriteKind
from hhdesk.domain.people import TimelineEvent
from hhdesk.store import letters
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, moment
from hhdesk.store.people import add_event

_S = OutboxState

TRANSITIONS: Mapping[OutboxState, frozenset[OutboxState]] = {
    # Put off, sent, refused by our own check, taken back.
    _S.WAITING: frozenset({_S.WAITING, _S.SENDING, _S.REFUSED, _S.TAKEN_BACK}),
    # Back to waiting only when nothing has left: no connection, session lost, captcha, a limit.
    _S.SENDING: frozenset({_S.SETTLED, _S.REFUSED, _S.UNKNOWN, _S.WAITING}),
    # What was read at hh.ru decides, or the person, who may also give it up; a keyed one is sent again.
    _S.UNKNOWN: frozenset({_S.UNKNOWN, _S.SENDING, _S.SETTLED, _S.REFUSED, _S.WAITING, _S.TAKEN_BACK}),
    # Repeated or given up by the person.
    _S.REFUSED: frozenset({_S.WAITING, _S.TAKEN_BACK}),
    _S.SETTLED: frozenset(),
    _S.TAKEN_BACK: frozenset(),
}
OPEN_STATES = (_S.WAITING, _S.SENDING, _S.UNKNOWN, _S.REFUSED)
UNCONFIRMED_STATES = (_S.WAITING, _S.SENDING, _S.UNKNOWN)


class Outbox:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, intent: Intent, key: str, send_at: datetime, now: datetime) -> OutboxEntry:
        """Keep a decision as waiting. The same `key` again gives the entry that is there."""
        return await self._database.write(lambda c: _add(c, intent, key, send_at, now), durable=True)

    async def add_all(
        self, decided: Sequence[tuple[Intent, str, datetime]], now: datetime
    ) -> tuple[OutboxEntry, ...]:
        """Keep many decisions, each with its key and moment: all, or none where one cannot be kept."""

        def work(connection: Connection) -> tuple[OutboxEntry, ...]:
            return tuple(_add(connection, intent, key, send_at, now) for intent, key, send_at in decided)

        return await self._database.write(work, durable=True)

    async def get(self, entry_id: int) -> OutboxEntry | None:
        """The entry with its story."""
        return await self._database.read(lambda c: next(iter(_select(c, "id = ?", (entry_id,))), None))

    async def all(self, limit_done: int = 200) -> tuple[OutboxEntry, ...]:
        """Everything that is not done, and the last `limit_done` that are; oldest first."""
        return await self._database.read(lambda c: _all(c, limit_done))

    async def move(  # noqa: PLR0913 one call is one transition with all that is known of it
        self,
        entry_id: int,
        from_states: Collection[OutboxState],
        to_state: OutboxState,
        now: datetime,
        *,
        error: str = "",
        error_detail: str = "",
        request_id: str = "",
        event: OutboxEvent | None = None,
        send_at: datetime | None = None,
        line: TimelineEvent | None = None,
    ) -> OutboxEntry:
        """Bring an entry from one of `from_states` to `to_state`; going to `sending` counts as an attempt.

        `line` comes onto the time line of the entry's person, where one is known, in the same transaction.

        Raises:
            TakenBackTooLate: the entry is in another state by now, or gone; or it is in hand, and is to be
                sent.
            ValueError: no entry may ever go this way.
        """
        for state in from_states:
            if to_state not in TRANSITIONS[state]:
                raise ValueError(f"no way from {state} to {to_state}")

        def work(connection: Connection) -> OutboxEntry:
            _check_state(connection, entry_id, from_states)
            if to_state is OutboxState.SENDING:
                _check_not_in_hand(connection, entry_id)
            connection.execute(
                """UPDATE outbox SET
                    state = ?2, changed_at = ?3, error = ?4, error_detail = ?5, request_id = ?6,
                    send_at = coalesce(?7, send_at), attempts = attempts + (?2 = 'sending')
                WHERE id = ?1""",
                (
                    entry_id,
                    to_state,
                    micros(now),
                    error,
                    error_detail,
                    request_id,
                    None if send_at is None else micros(send_at),
                ),
            )
            _add_event(connection, entry_id, event or OutboxEvent(at=now, code=to_state.value, detail=error))
            moved = _one(connection, "id = ?", entry_id)
            if to_state is OutboxState.SETTLED:
                letters.keep_sent(connection, moved)
            if line is not None and moved.intent.person_id is not None:
                add_event(connection, moved.intent.person_id, line)
            return moved

        return await self._database.write(work, durable=True)

    async def take_back_all(self, entry_ids: Iterable[int], now: datetime) -> tuple[OutboxEntry, ...]:
        """Take back every one of these entries that still waits: all of them, or none where that cannot be
        kept. Returns those.
        """

        def work(connection: Connection) -> tuple[OutboxEntry, ...]:
            moved = []
            for entry_id in entry_ids:
                changed = connection.execute(
                    """UPDATE outbox SET state = 'taken_back', changed_at = ?
                    WHERE id = ? AND state = 'waiting'""",
                    (micros(now), entry_id),
                )
                if changed.rowcount:
                    _add_event(connection, entry_id, OutboxEvent(at=now, code="taken_back"))
                    moved.append(_one(connection, "id = ?", entry_id))
            return tuple(moved)

        return await self._database.write(work, durable=True)

    async def note(self, entry_id: int, event: OutboxEvent) -> OutboxEntry:
        """Add a line to an entry's story without moving it."""

        def work(connection: Connection) -> OutboxEntry:
            _add_event(connection, entry_id, event)
            return _one(connection, "id = ?", entry_id)

        return await self._database.write(work)

    async def edit(self, entry_id: int, intent: Intent, send_at: datetime, now: datetime) -> OutboxEntry:
        """Put another intent in the place of one that waits or was refused; it waits anew.

        Raises:
            TakenBackTooLate: the entry is on its way or done, or gone.
        """

        def work(connection: Connection) -> OutboxEntry:
            _check_state(connection, entry_id, (_S.WAITING, _S.REFUSED))
            connection.execute(
                """UPDATE outbox SET
                    kind = ?2, intent = ?3, state = 'waiting', send_at = ?4, changed_at = ?5,
                    error = '', error_detail = '', request_id = '',
                    person_id = ?6, resume_id = ?7, negotiation_id = ?8, chat_id = ?9
                WHERE id = ?1""",
                (entry_id, intent.kind, _encode(intent), micros(send_at), micros(now), *_about(intent)),
            )
            _add_event(connection, entry_id, OutboxEvent(at=now, code="edited"))
            return _one(connection, "id = ?", entry_id)

        return await self._database.write(work, durable=True)

    async def recover(self, now: datetime) -> tuple[OutboxEntry, ...]:
        """At start: whatever was being sent when the program ended is unknown now. Returns those entries."""

        def work(connection: Connection) -> tuple[OutboxEntry, ...]:
            lost = [
                row[0]
                for row in connection.execute("SELECT id FROM outbox WHERE state = 'sending' ORDER BY id")
            ]
            for entry_id in lost:
                connection.execute(
                    "UPDATE outbox SET state = 'unknown', changed_at = ? WHERE id = ?",
                    (micros(now), entry_id),
                )
                _add_event(connection, entry_id, OutboxEvent(at=now, code="recovered"))
            return tuple(_one(connection, "id = ?", entry_id) for entry_id in lost)

        return await self._database.write(work, durable=True)


def _add(connection: Connection, intent: Intent, key: str, send_at: datetime, now: datetime) -> OutboxEntry:
    added = connection.execute(
        """INSERT INTO outbox (
            key, kind, intent, state, created_at, send_at, changed_at,
            person_id, resume_id, negotiation_id, chat_id)
        VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO NOTHING RETURNING id""",
        (key, intent.kind, _encode(intent), micros(now), micros(send_at), micros(now), *_about(intent)),
    ).fetchone()
    if added is not None:
        _add_event(connection, added[0], OutboxEvent(at=now, code="added"))
    return _one(connection, "key = ?", key)


def _check_state(connection: Connection, entry_id: int, allowed: Collection[OutboxState]) -> None:
    row = connection.execute("SELECT state FROM outbox WHERE id = ?", (entry_id,)).fetchone()
    if row is None or OutboxState(row[0]) not in allowed:
        raise TakenBackTooLate(detail="gone" if row is None else str(row[0]))


def _check_not_in_hand(connection: Connection, entry_id: int) -> None:
    """What the person took up a moment ago does not go, though the sender saw it as due."""
    entry = _one(connection, "id = ?", entry_id)
    if entry.is_in_hand:
        raise TakenBackTooLate(detail=IN_HAND)


def _add_event(connection: Connection, entry_id: int, event: OutboxEvent) -> None:
    connection.execute(
        "INSERT INTO outbox_events (entry_id, at, code, detail) VALUES (?, ?, ?, ?)",
        (entry_id, micros(event.at), event.code, event.detail),
    )


def _about(intent: Intent) -> tuple[str | None, str | None, str | None, str | None]:
    return intent.person_id, intent.resume_id, intent.negotiation_id, intent.chat_id


def _encode(intent: Intent) -> str:
    return msgspec.json.encode(intent).decode()


_COLUMNS = """id, key, kind, intent, state, created_at, send_at, changed_at, attempts, error, error_detail,
    request_id"""


def _all(connection: Connection, limit_done: int) -> tuple[OutboxEntry, ...]:
    states = ", ".join(f"'{state}'" for state in OPEN_STATES)
    return _select(
        connection,
        f"state IN ({states}) OR id IN (SELECT id FROM outbox WHERE state IN ('settled', 'taken_back')"
        " ORDER BY changed_at DESC LIMIT ?)",
        (limit_done,),
    )


def _one(connection: Connection, condition: str, value: int | str) -> OutboxEntry:
    return _select(connection, condition, (value,))[0]


def _select(connection: Connection, condition: str, values: tuple[int | str, ...]) -> tuple[OutboxEntry, ...]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM outbox WHERE {condition} ORDER BY id", values
    ).fetchall()
    return tuple(_entry(row, _events(connection, row[0])) for row in rows)


def _events(connection: Connection, entry_id: int) -> tuple[OutboxEvent, ...]:
    rows = connection.execute(
        "SELECT at, code, detail FROM outbox_events WHERE entry_id = ? ORDER BY id", (entry_id,)
    ).fetchall()
    return tuple(OutboxEvent(at=moment(at), code=code, detail=detail) for at, code, detail in rows)


_Row = tuple[int, str, str, str, str, int, int, int, int, str, str, str]


def _entry(row: _Row, events: tuple[OutboxEvent, ...]) -> OutboxEntry:
    state, error, error_detail = OutboxState(row[4]), row[9], row[10]
    try:
        intent = msgspec.json.decode(row[3], type=Intent)
    except msgspec.MsgspecError:
        # Not to be read by this version: shown as refused, never sent, never lost.
        kind = next((kind for kind in WriteKind if kind == row[2]), WriteKind.ACTION)
        intent = Intent(kind=kind, act=Act(name="unreadable", at=moment(row[5])), method="", url="")
        if state in UNCONFIRMED_STATES:
            state, error, error_detail = OutboxState.REFUSED, "UnreadableAnswer", "intent"
    return OutboxEntry(
        id=row[0],
        key=row[1],
        intent=intent,
        state=state,
        created_at=moment(row[5]),
        send_at=moment(row[6]),
        changed_at=moment(row[7]),
        attempts=row[8],
        error=error,
        error_detail=error_detail,
        request_id=row[11],
        events=events,
    )
