"""The outbox: every write is kept first, shown as waiting, sent after its take-back window, and proved.

One entry is sent at a time, in the order of their moments. What happens to an answer:

- nothing was sent (no connection, 429, session lost, captcha): waiting again, whole;
- hh.ru said no: refused, with the reason; the person edits, repeats or drops it;
- the answer was lost or doubtful: unknown, until the state was read (services/reconcile.py);
- done: settled after the state was read again.

Where the store takes nothing (disk full), nothing is sent: everything waits, and what was under way is unknown.
"""

import asyncio
import logging
import uuid
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from hhdesk.domain.errors import (
    AnswerLost,
    CaptchaRequired,
    HhdeskError,
    InvitationLimitReached,
    NoConnection,
    NotConfirmed,
    NotDone,
    ServerTrouble,
    SessionLost,
    StateChanged,
    StoreTrouble,
    TakenBackTooLate,
    TimedOut,
    Transient,
    UnreadableAnswer,
)
from hhdesk.domain.events import Announcer
from hhdesk.domain.outbox import Intent, OutboxEntry, OutboxEvent, OutboxState, OutboxSummary, WriteKind
from hhdesk.domain.people import TimelineEvent
from hhdesk.domain.preferences import Preferences
from hhdesk.services.context import Context
from hhdesk.services.reconcile import ANSWERED, RULES, Proof, prove

_log = logging.getLogger(__name__)

_DOUBTFUL = (AnswerLost, TimedOut, ServerTrouble, UnreadableAnswer)
_OPEN = frozenset({OutboxState.WAITING, OutboxState.SENDING, OutboxState.UNKNOWN})
_EDITABLE = frozenset({OutboxState.WAITING, OutboxState.REFUSED})
_DROPPABLE = frozenset({OutboxState.WAITING, OutboxState.REFUSED, OutboxState.UNKNOWN})
_RETRY_SECONDS = (5, 15, 60, 300)
_TIMELINE = {
    WriteKind.ACTION: "moved",
    WriteKind.INVITATION: "invited",
    WriteKind.CHAT_MESSAGE: "letter_sent",
}


class Outbox:
    """Keeps, sends, proves. `run` is its one background task; all else answers at once.

    Args:
        preferences: gives the take-back windows of the moment.
        looks: seconds to wait before each reading of a state that must have changed.
    """

    def __init__(
        self,
        context: Context,
        preferences: Callable[[], Preferences],
        looks: tuple[float, ...] = (0.0, 1.0, 3.0),
    ) -> None:
        self._context = context
        self._preferences = preferences
        self._looks = looks
        self._entries: dict[int, OutboxEntry] = {}
        self._look_at: dict[int, datetime] = {}
        self._wake = asyncio.Event()
        self._sending: asyncio.Task[None] | None = None
        self._paused = False
        self._pause_reason = ""
        self._shaken = False
        self.stopped: Announcer[HhdeskError] = Announcer()
        """Everything waits for the person: hh.ru's check for robots, or a store that takes nothing."""
        self.changed: Announcer[OutboxEntry] = Announcer()
        self.summary_changed: Announcer[OutboxSummary] = Announcer()

    # What is there

    @property
    def entries(self) -> tuple[OutboxEntry, ...]:
        """All entries that are open, and the latest that are done; newest first."""
        return tuple(
            sorted(self._entries.values(), key=lambda entry: (entry.created_at, entry.id), reverse=True)
        )

    @property
    def open_entries(self) -> tuple[OutboxEntry, ...]:
        """Entries that hh.ru has not confirmed, oldest first."""
        return tuple(
            sorted((e for e in self._entries.values() if e.state in _OPEN), key=lambda entry: entry.id)
        )

    def get(self, identifier: int) -> OutboxEntry:
        """One entry.

        Raises:
            KeyError: there is none with this id.
        """
        return self._entries[identifier]

    def summary(self) -> OutboxSummary:
        """Counts for the status area."""
        states = [entry.state for entry in self._entries.values()]
        waiting = [e.send_at for e in self._entries.values() if e.state is OutboxState.WAITING]
        return OutboxSummary(
            waiting=len(waiting),
            sending=states.count(OutboxState.SENDING),
            deciding=sum(needs_decision(entry) for entry in self._entries.values()),
            next_at=min(waiting, default=None),
            paused=self._paused,
            pause_reason=self._pause_reason,
        )

    def last_undoable(self) -> OutboxEntry | None:
        """The newest entry that can still be taken back."""
        waiting = [e for e in self._entries.values() if e.state is OutboxState.WAITING]
        return max(waiting, key=lambda entry: entry.id, default=None)

    # What the person does

    async def load(self) -> None:
        """Read the entries of the store; what was being sent when the program ended becomes unknown."""
        store = self._context.store.outbox
        await store.recover(self._context.now())
        self._entries = {entry.id: entry for entry in await store.all()}
        self._look_at.clear()
        self._announce(None)

    async def add(self, intent: Intent, *, send_at: datetime | None = None) -> OutboxEntry:
        """Keep a write; it is shown as waiting from now on.

        Args:
            send_at: the moment that the person chose; by default the take-back window from now.

        Raises:
            StoreTrouble: it could not be kept, and will not be sent.
        """
        moment = self._context.now()
        due = send_at or moment + self._window(intent)
        entry = await self._context.store.outbox.add(intent, str(uuid.uuid4()), due, moment)
        return self._put(entry)

    async def take_back(self, identifier: int) -> OutboxEntry:
        """Stop an entry before it is sent.

        Raises:
            TakenBackTooLate: it is on its way, or done.
        """
        return await self._move(identifier, {OutboxState.WAITING}, OutboxState.TAKEN_BACK, "taken_back")

    async def give_up(self, identifier: int) -> OutboxEntry:
        """Drop an entry that waits for a decision."""
        return await self._move(identifier, _DROPPABLE, OutboxState.TAKEN_BACK, "given_up")

    async def edit(self, identifier: int, intent: Intent) -> OutboxEntry:
        """Replace what shall be sent; the take-back window starts anew."""
        moment = self._context.now()
        self._require(identifier, _EDITABLE)
        entry = await self._context.store.outbox.edit(
            identifier, intent, moment + self._window(intent), moment
        )
        return self._put(entry)

    async def repeat(self, identifier: int) -> OutboxEntry:
        """Send an entry again that was refused, or whose fate is unknown; an unknown one is looked at first.

        Returns:
            The entry: waiting again, or settled when the look showed that it was done.
        """
        entry = self.get(identifier)
        if entry.state is OutboxState.UNKNOWN and await prove(self._context, entry) is Proof.DONE:
            return await self._settle(entry)
        moment = self._context.now()
        return await self._move(
            identifier,
            {OutboxState.REFUSED, OutboxState.UNKNOWN},
            OutboxState.WAITING,
            "repeated",
            send_at=moment + self._window(entry.intent),
        )

    async def send_now(self, identifier: int) -> OutboxEntry:
        """Let a waiting entry go at once."""
        moment = self._context.now()
        return await self._move(
            identifier, {OutboxState.WAITING}, OutboxState.WAITING, "sent_early", send_at=moment
        )

    def pause(self, reason: str = "") -> None:
        """Hold everything back. `reason` is the class name of an error; empty when the person paused it."""
        self._paused = True
        self._pause_reason = reason
        self._announce(None)

    def resume(self, reason: str | None = None) -> None:
        """Go on; with `reason` only when it was paused for it: what the person paused stays paused."""
        if reason is not None and reason != self._pause_reason:
            return
        self._paused = False
        self._pause_reason = ""
        self._wake.set()
        self._announce(None)

    def wake(self) -> None:
        """Look again now: the connection is back, or time has passed."""
        self._look_at.clear()
        self._wake.set()

    # The background

    async def run(self) -> None:
        """Send what is due and look after what is unknown, until cancelled; no write is ever cut."""
        try:
            while True:
                self._wake.clear()
                try:
                    await self._recover()
                    await self._turn()
                except StoreTrouble as error:
                    # What is not in the store is not sent, and what was under way is looked at later.
                    _log.warning("outbox: %s", type(error).__name__)
                    self._shaken = True
                    self._stop_for(error)
                await self._wait()
        finally:
            await self._let_finish()

    async def _let_finish(self) -> None:
        if self._sending is not None and not self._sending.done():
            await asyncio.wait([self._sending], timeout=10)

    async def _recover(self) -> None:
        """After trouble with the store: believe the store, as at a start."""
        if self._shaken and not self._paused:
            await self.load()
            self._shaken = False

    async def _turn(self) -> None:
        while not self._paused and (entry := self._next_due()) is not None:
            work = self._send(entry) if entry.state is OutboxState.WAITING else self._look(entry)
            self._sending = asyncio.get_running_loop().create_task(work)
            await asyncio.shield(self._sending)

    def _next_due(self) -> OutboxEntry | None:
        moment = self._context.now()
        due = [entry for entry in self._entries.values() if self._due_at(entry) <= moment]
        return min(due, key=lambda entry: (self._due_at(entry), entry.id), default=None)

    def _due_at(self, entry: OutboxEntry) -> datetime:
        """When the entry wants attention; the far future when it does not."""
        if entry.state is OutboxState.WAITING:
            return entry.send_at
        if entry.state is OutboxState.UNKNOWN and not entry.error:
            return self._look_at.get(entry.id, entry.changed_at)
        return datetime.max.replace(tzinfo=entry.changed_at.tzinfo)

    async def _wait(self) -> None:
        moments = [self._due_at(entry) for entry in self._entries.values()]
        pause = (
            (min(moments) - self._context.now()).total_seconds() if moments and not self._paused else 3600.0
        )
        try:
            await asyncio.wait_for(self._wake.wait(), timeout=min(max(pause, 0.0), 3600.0))
        except TimeoutError:
            return

    async def _send(self, entry: OutboxEntry) -> None:
        try:
            entry = await self._move(entry.id, {OutboxState.WAITING}, OutboxState.SENDING, "sent")
        except TakenBackTooLate:
            return
        try:
            negotiation = await RULES[entry.intent.kind].send(self._context, entry)
        except HhdeskError as error:
            await self._failed(entry, error)
            return
        await self._note(entry, ANSWERED, str(negotiation or ""))
        await self._confirm(self.get(entry.id))

    async def _failed(self, entry: OutboxEntry, error: HhdeskError) -> None:
        _log.info("outbox %s: %s", entry.intent.kind, type(error).__name__)
        if isinstance(error, SessionLost | CaptchaRequired):
            await self._back_to_waiting(entry, error, seconds=0)
            self._stop_for(error)
        elif isinstance(error, _DOUBTFUL):
            await self._doubt(entry, error)
        elif isinstance(error, Transient):
            await self._back_to_waiting(entry, error, self._delay(entry, error))
        else:
            await self._refuse(entry, error)
            if isinstance(error, InvitationLimitReached):
                self.pause(type(error).__name__)

    def _stop_for(self, error: HhdeskError) -> None:
        """Hold everything back until the person has done something about `error`."""
        self.pause(_pause_reason(error))
        self.stopped.announce(error)

    async def _doubt(self, entry: OutboxEntry, error: HhdeskError) -> None:
        """Keyed writes repeat by themselves; all others are looked at before anybody repeats them."""
        if RULES[entry.intent.kind].repeats:
            await self._back_to_waiting(entry, error, self._delay(entry, error))
            return
        moved = await self._move(
            entry.id, {OutboxState.SENDING}, OutboxState.UNKNOWN, "answer_lost", request_id=error.request_id
        )
        self._look_at[moved.id] = self._context.now() + timedelta(seconds=self._looks[-1])

    async def _confirm(self, entry: OutboxEntry) -> None:
        """hh.ru said yes: believe it after the state was read again."""
        for pause in self._looks:
            await asyncio.sleep(pause)
            try:
                proof = await prove(self._context, entry)
            except HhdeskError:
                await self._move(entry.id, {OutboxState.SENDING}, OutboxState.UNKNOWN, "state_unread")
                self._look_at[entry.id] = self._context.now() + timedelta(seconds=_RETRY_SECONDS[1])
                return
            if proof is not Proof.NOT_DONE:
                await self._settle(entry)
                return
        await self._refuse(entry, NotConfirmed())

    async def _look(self, entry: OutboxEntry) -> None:
        """Read the state of an unknown entry, and end the doubt where it tells."""
        try:
            proof = await prove(self._context, entry)
        except HhdeskError as error:
            seconds = self._delay(entry, error)
            self._look_at[entry.id] = self._context.now() + timedelta(seconds=seconds)
            if isinstance(error, SessionLost | CaptchaRequired):
                self._stop_for(error)
            return
        match proof:
            case Proof.DONE:
                await self._settle(entry)
            case Proof.NOT_DONE:
                await self._refuse(entry, NotDone())
            case Proof.MOVED_ELSEWHERE:
                await self._refuse(entry, StateChanged())
            case Proof.UNPROVABLE:
                await self._move(
                    entry.id,
                    {OutboxState.UNKNOWN},
                    OutboxState.UNKNOWN,
                    "state_tells_nothing",
                    error=AnswerLost.__name__,
                )

    async def _settle(self, entry: OutboxEntry) -> OutboxEntry:
        settled = await self._move(
            entry.id, {OutboxState.SENDING, OutboxState.UNKNOWN}, OutboxState.SETTLED, "settled"
        )
        intent = entry.intent
        if intent.person_id is not None:
            await self._context.store.people.event(
                intent.person_id,
                TimelineEvent(
                    at=settled.changed_at,
                    kind=_TIMELINE[intent.kind],
                    text=intent.action_name or intent.letter,
                    resume_id=intent.resume_id,
                    vacancy_id=intent.vacancy_id,
                    negotiation_id=intent.negotiation_id,
                ),
            )
        return settled

    async def _refuse(self, entry: OutboxEntry, error: HhdeskError) -> None:
        await self._move(
            entry.id,
            {OutboxState.SENDING, OutboxState.UNKNOWN},
            OutboxState.REFUSED,
            "refused",
            error=type(error).__name__,
            error_detail=error.detail,
            request_id=error.request_id,
        )

    async def _back_to_waiting(self, entry: OutboxEntry, error: HhdeskError, seconds: float) -> None:
        await self._move(
            entry.id,
            {OutboxState.SENDING},
            OutboxState.WAITING,
            "not_sent" if isinstance(error, NoConnection) else "held_back",
            send_at=self._context.now() + timedelta(seconds=seconds),
            request_id=error.request_id,
            detail=type(error).__name__,
        )

    def _delay(self, entry: OutboxEntry, error: HhdeskError) -> float:
        """Seconds to wait before the next try: hh.ru's wish, or ours, longer each time."""
        wish = error.retry_after if isinstance(error, Transient) else None
        if wish is not None:
            return wish.total_seconds()
        return float(_RETRY_SECONDS[min(entry.attempts, len(_RETRY_SECONDS) - 1)])

    # Moving

    async def _note(self, entry: OutboxEntry, code: str, detail: str = "") -> None:
        event = OutboxEvent(at=self._context.now(), code=code, detail=detail)
        self._put(await self._context.store.outbox.note(entry.id, event))

    async def _move(  # noqa: PLR0913 - one move has this many facets, each named at the call
        self,
        identifier: int,
        states: Collection[OutboxState],
        to: OutboxState,
        code: str,
        *,
        send_at: datetime | None = None,
        error: str = "",
        error_detail: str = "",
        request_id: str = "",
        detail: str = "",
    ) -> OutboxEntry:
        moment = self._context.now()
        entry = await self._context.store.outbox.move(
            identifier,
            frozenset(states),
            to,
            moment,
            error=error,
            error_detail=error_detail,
            request_id=request_id,
            event=OutboxEvent(at=moment, code=code, detail=detail or error),
            send_at=send_at,
        )
        return self._put(entry)

    def _require(self, identifier: int, states: Collection[OutboxState]) -> None:
        if self.get(identifier).state not in states:
            raise TakenBackTooLate

    def _put(self, entry: OutboxEntry) -> OutboxEntry:
        self._entries[entry.id] = entry
        self._wake.set()
        self._announce(entry)
        return entry

    def _announce(self, entry: OutboxEntry | None) -> None:
        if entry is not None:
            self.changed.announce(entry)
        self.summary_changed.announce(self.summary())

    def _window(self, intent: Intent) -> timedelta:
        preferences = self._preferences()
        seconds = preferences.rejection_seconds if intent.is_rejection else preferences.take_back_seconds
        return timedelta(seconds=seconds)


def needs_decision(entry: OutboxEntry) -> bool:
    """Whether only the person can go on with the entry: refused, or unknown where the state tells nothing."""
    return entry.state is OutboxState.REFUSED or (entry.state is OutboxState.UNKNOWN and bool(entry.error))


def _pause_reason(error: HhdeskError) -> str:
    """One reason for every way to lose the session, so that signing in ends it."""
    return SessionLost.__name__ if isinstance(error, SessionLost) else type(error).__name__
