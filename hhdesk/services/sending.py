"""Sending what is due, and finding out what became of it: the one background task of the outbox.

One entry is sent at a time, in the order of their moments. What happens to an answer:

- nothing was sent (no connection, 429, session lost, captcha, a limit of the day): waiting again, whole;
- hh.ru said no: refused, with the reason; the person edits, repeats or drops it;
- the answer was lost or doubtful: unknown, until the state was read, or until the same key was sent again
  (services/reconcile.py);
- done: settled after the state was read again, or by the answer itself where that is the proof.

Where the store takes nothing (disk full), nothing is sent: everything waits, and what was under way is
unknown.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from hhdesk.domain.errors import (
    AnswerLost,
    CaptchaRequired,
    HhdeskError,
    InvitationLimitReached,
    NoConnection,
    NotConfirmed,
    NotDone,
    ProgrammingMistake,
    ServerTrouble,
    SessionLost,
    StateChanged,
    StoreTrouble,
    TakenBackTooLate,
    TimedOut,
    TooManyRequests,
    Transient,
    UnreadableAnswer,
    renewal,
)
from hhdesk.domain.events import Announcer
from hhdesk.domain.outbox import OutboxEntry, OutboxState, WriteKind
from hhdesk.domain.people import TimelineEvent
from hhdesk.services.context import Context
from hhdesk.services.ledger import Ledger
from hhdesk.services.pauses import SESSION, Pauses, Scope
from hhdesk.services.reconcile import RULES, Proof, prove

_log = logging.getLogger(__name__)

_DOUBTFUL = (AnswerLost, TimedOut, ServerTrouble, UnreadableAnswer)
_RETRY_SECONDS = (5, 15, 60, 300)
_LONGEST_WAIT_SECONDS = 30.0
"""The loop's clock stands still while the computer sleeps: the wall clock is looked at this often."""
_FINISH_SECONDS = 10.0
_SENDING = frozenset({OutboxState.SENDING})
_UNDECIDED = frozenset({OutboxState.SENDING, OutboxState.UNKNOWN})
_TIMELINE = {
    WriteKind.ACTION: "moved",
    WriteKind.INVITATION: "invited",
    WriteKind.CHAT_MESSAGE: "letter_sent",
}


class Sender:
    """Sends, proves, pauses.

    Args:
        looks: seconds to wait before each reading of a state that must have changed.
        session: another value after each sign-in, None while nobody is signed in.
    """

    def __init__(
        self, context: Context, ledger: Ledger, looks: tuple[float, ...], session: Callable[[], object]
    ) -> None:
        self._context = context
        self._ledger = ledger
        self._looks = looks
        self._session = session
        self._look_at: dict[int, datetime] = {}
        self._tries: dict[int, int] = {}
        self._put_off: set[int] = set()
        """Entries that wait for the queue to go on, not for a moment of their own."""
        self._held_until: datetime | None = None
        self._offline = False
        self._troubles = 0
        self.pauses = Pauses()
        self._shaken = False
        self._working: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self.stopped: Announcer[HhdeskError] = Announcer()
        """Everything waits for the person, or for tomorrow: a check for robots, a limit, a full disk."""
        ledger.changed.listen(lambda entry: self._wake.set())
        self.pauses.changed.listen(lambda nothing: self._wake.set())

    def forget(self) -> None:
        """Know nothing of single entries, nor what hh.ru said of their account: others are there."""
        self._look_at.clear()
        self._tries.clear()
        self._put_off.clear()
        self._held_until, self._troubles = None, 0
        self.pauses.forget_errors()

    def distrust(self, error: StoreTrouble) -> None:
        """Send nothing while the store fails, and believe it anew when it does not: what is not in it is not
        sent, and what was under way is looked at later.
        """
        _log.warning("outbox: %s", type(error).__name__)
        self._shaken = True
        self._stop_for(error)

    def wake(self) -> None:
        """Look again now: the connection is back, or the person wants it."""
        self._look_at.clear()
        if self._offline:
            self._held_until = None
        self._wake.set()

    async def run(self) -> None:
        """Send what is due and look after what is unknown, until cancelled.

        A write under way then has some seconds to finish; one that takes longer is cut, and unknown when its
        entry is loaded next.
        """
        try:
            while True:
                self._wake.clear()
                await self._turn()
                await self._wait()
        finally:
            await self._let_finish()

    async def _let_finish(self) -> None:
        working = self._working
        if working is not None and not working.done():
            await asyncio.wait([working], timeout=_FINISH_SECONDS)
            working.cancel()
            await asyncio.wait([working])

    async def _turn(self) -> None:
        await self._recover()
        while (entry := self._next()) is not None:
            self._working = asyncio.get_running_loop().create_task(self._work(entry))
            await asyncio.shield(self._working)

    async def _recover(self) -> None:
        """After trouble with the store: believe the store, as at a start."""
        if not self._shaken or self.pauses.is_whole:
            return
        try:
            await self._ledger.load()
        except StoreTrouble as error:
            self._stop_for(error)
        else:
            self._shaken = False

    def _next(self) -> OutboxEntry | None:
        moment = self._context.now()
        self.pauses.end_by(moment)
        if self._held_until is not None and moment < self._held_until:
            return None
        due = [
            (at, entry.id) for entry in self._ledger.entries if (at := self._due_at(entry)) and at <= moment
        ]
        return self._ledger.get(min(due)[1]) if due else None

    def _due_at(self, entry: OutboxEntry) -> datetime | None:
        """When the entry wants attention; None when it does not."""
        if entry.is_in_hand or self.pauses.holds(entry.intent):
            return None
        if entry.state is OutboxState.WAITING:
            # What had no connection before a restart goes at once: the queue's own pause holds it while
            # there is none.
            unsent = bool(entry.events) and entry.events[-1].code == "not_sent"
            return entry.created_at if unsent or entry.id in self._put_off else entry.send_at
        if entry.state is OutboxState.UNKNOWN and not entry.error:
            return self._look_at.get(entry.id, entry.changed_at)
        return None

    async def _wait(self) -> None:
        moments = [at for entry in self._ledger.entries if (at := self._due_at(entry)) is not None]
        seconds = _LONGEST_WAIT_SECONDS
        if moments:
            first = min(moments)
            first = first if self._held_until is None else max(first, self._held_until)
            seconds = min(max((first - self._context.now()).total_seconds(), 0.0), seconds)
        try:
            # Not wait_for: where both come at once, that of Python 3.11 loses the cancellation.
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _work(self, entry: OutboxEntry) -> None:
        try:
            try:
                await self._attend(entry)
            except TakenBackTooLate:
                await self._ledger.reread(entry.id)
            except StoreTrouble:
                raise
            except Exception as defect:  # noqa: BLE001 - one sick entry must not hold back the others
                await self._survive(entry, defect)
        except StoreTrouble as error:
            self.distrust(error)

    async def _survive(self, entry: OutboxEntry, defect: Exception) -> None:
        """Tell of a defect of ours, and leave the entry in doubt: its state is looked at once, and what fails
        then too is the person's to decide.
        """
        told = {"message": "the outbox met a defect", "exception": defect}
        asyncio.get_running_loop().call_exception_handler(told)
        again = entry.state is OutboxState.UNKNOWN
        try:
            await self._ledger.move(
                entry.id,
                _UNDECIDED,
                OutboxState.UNKNOWN,
                "state_tells_nothing" if again else "answer_lost",
                error=AnswerLost.__name__ if again else "",
            )
        except TakenBackTooLate:
            # It did not come as far as being sent, and would not the next time.
            self._stop_for(ProgrammingMistake())
        self._look_after(entry, self._looks[-1])

    async def _attend(self, entry: OutboxEntry) -> None:
        if entry.state is OutboxState.WAITING or RULES[entry.intent.kind].repeats:
            await self._send(entry)
        else:
            await self._look(entry)

    async def _send(self, entry: OutboxEntry) -> None:
        """Send an entry that waits, or a keyed one again whose fate is unknown."""
        before = entry.state
        entry = await self._ledger.move(entry.id, {before}, OutboxState.SENDING, "sent")
        self._put_off.discard(entry.id)
        session = self._session()
        try:
            yes = await RULES[entry.intent.kind].send(self._context, entry)
        except HhdeskError as error:
            _log.info("outbox %s: %s", entry.intent.kind, type(error).__name__)
            await self._failed(entry, before, error, signed_in_anew=self._is_anew(error, session))
            return
        self._held_until, self._troubles = None, 0
        entry = await self._ledger.note(entry.id, yes.code, yes.named)
        await self._confirm(entry)

    async def _failed(
        self, entry: OutboxEntry, before: OutboxState, error: HhdeskError, *, signed_in_anew: bool
    ) -> None:
        if isinstance(error, _DOUBTFUL):
            await self._doubt(entry, error)
        elif isinstance(error, InvitationLimitReached):
            self._stop_for(error, Scope.of(entry.intent))
            await self._put_back(entry, before, error, 0)
        elif isinstance(error, SessionLost | CaptchaRequired):
            if not signed_in_anew:
                self._stop_for(error)
            await self._put_back(entry, before, error, self._delay(entry, error) if signed_in_anew else 0)
        elif isinstance(error, NoConnection | TooManyRequests):
            # It would be the same for all others.
            self._put_off.add(entry.id)
            await self._put_back(entry, before, error, self._hold(error))
        elif isinstance(error, Transient):
            await self._put_back(entry, before, error, self._delay(entry, error))
        else:
            await self._refuse(entry, error)

    def _is_anew(self, error: HhdeskError, session: object) -> bool:
        """Whether `error` ended another session than that of now: somebody signed in meanwhile."""
        return isinstance(error, SessionLost) and self._session() not in (None, session)

    def _stop_for(self, error: HhdeskError, only: Scope | None = None) -> None:
        """Hold everything back, or such acts `only`, until the person has done something about `error`, or a
        new day begins.
        """
        reason = SESSION if isinstance(error, SessionLost) else type(error).__name__
        self.pauses.begin(reason, renewal(error, self._context.now()), only)
        self.stopped.announce(error)

    def _hold(self, error: HhdeskError) -> float:
        """Let the whole queue wait, longer each time; returns the seconds."""
        seconds = _seconds(self._troubles, error)
        self._troubles += 1
        self._offline = isinstance(error, NoConnection)
        self._held_until = self._context.now() + timedelta(seconds=seconds)
        return seconds

    def _delay(self, entry: OutboxEntry, error: HhdeskError) -> float:
        """Seconds until the entry is tried or looked at again: longer each time."""
        tries = self._tries.get(entry.id, 0)
        self._tries[entry.id] = tries + 1
        return _seconds(tries, error)

    def _look_after(self, entry: OutboxEntry, seconds: float) -> None:
        self._look_at[entry.id] = self._context.now() + timedelta(seconds=seconds)

    async def _doubt(self, entry: OutboxEntry, error: HhdeskError) -> None:
        """Keyed writes are sent again under their key; all others are looked at before that."""
        await self._ledger.move(
            entry.id, _SENDING, OutboxState.UNKNOWN, "answer_lost", request_id=error.request_id
        )
        repeats = RULES[entry.intent.kind].repeats
        self._look_after(entry, self._delay(entry, error) if repeats else self._looks[-1])

    async def _put_back(
        self, entry: OutboxEntry, before: OutboxState, error: HhdeskError, seconds: float
    ) -> None:
        """This try has done nothing: the entry waits `seconds`, or keeps its place in the queue for 0.

        What was unknown before this try still is: an earlier one may have been done.
        """
        code = "not_sent" if isinstance(error, NoConnection) else "held_back"
        name = type(error).__name__
        if before is OutboxState.UNKNOWN:
            await self._ledger.move(entry.id, _SENDING, before, code, detail=name)
            self._look_after(entry, seconds)
            return
        await self._ledger.move(
            entry.id,
            _SENDING,
            before,
            code,
            send_at=self._context.now() + timedelta(seconds=seconds) if seconds else None,
            request_id=error.request_id,
            detail=name,
        )

    async def _confirm(self, entry: OutboxEntry) -> None:
        """hh.ru said yes: believe it after the state was read again."""
        for pause in self._looks:
            await asyncio.sleep(pause)
            try:
                proof = await prove(self._context, entry)
            except HhdeskError as error:
                await self._ledger.move(entry.id, _SENDING, OutboxState.UNKNOWN, "state_unread")
                self._look_after(entry, self._delay(entry, error))
                return
            if proof is not Proof.NOT_DONE:
                await self.settle(entry)
                return
        await self._refuse(entry, NotConfirmed())

    async def _look(self, entry: OutboxEntry) -> None:
        """Read the state of an unknown entry, and end the doubt where it tells."""
        session = self._session()
        try:
            proof = await prove(self._context, entry)
        except StoreTrouble:
            raise
        except HhdeskError as error:
            self._look_after(entry, self._delay(entry, error))
            if isinstance(error, NoConnection | TooManyRequests):
                self._hold(error)
            if isinstance(error, SessionLost | CaptchaRequired) and not self._is_anew(error, session):
                self._stop_for(error)
            return
        match proof:
            case Proof.DONE:
                await self.settle(entry)
            case Proof.NOT_DONE:
                await self._refuse(entry, NotDone())
            case Proof.MOVED_ELSEWHERE:
                await self._refuse(entry, StateChanged())
            case Proof.UNPROVABLE:
                await self._ledger.move(
                    entry.id,
                    {OutboxState.UNKNOWN},
                    OutboxState.UNKNOWN,
                    "state_tells_nothing",
                    error=AnswerLost.__name__,
                )

    async def settle(self, entry: OutboxEntry) -> OutboxEntry:
        """It is done: the entry is settled, and the person's time line has a line more."""
        intent = entry.intent
        proved = RULES[intent.kind].settled
        line = TimelineEvent(
            at=self._context.now(),
            kind=_TIMELINE[intent.kind],
            text=intent.action_name or intent.letter,
            resume_id=intent.resume_id,
            vacancy_id=intent.vacancy_id,
            negotiation_id=intent.negotiation_id,
        )
        settled = await self._ledger.move(entry.id, _UNDECIDED, OutboxState.SETTLED, proved, line=line)
        self._tries.pop(entry.id, None)
        return settled

    async def _refuse(self, entry: OutboxEntry, error: HhdeskError) -> None:
        self._tries.pop(entry.id, None)
        await self._ledger.move(
            entry.id,
            _UNDECIDED,
            OutboxState.REFUSED,
            "refused",
            error=type(error).__name__,
            error_detail=error.detail,
            request_id=error.request_id,
        )


def _seconds(tries: int, error: HhdeskError) -> float:
    """hh.ru's wish, or ours, longer each time."""
    wish = error.retry_after if isinstance(error, Transient) else None
    if wish is not None:
        return wish.total_seconds()
    return float(_RETRY_SECONDS[min(tries, len(_RETRY_SECONDS) - 1)])
