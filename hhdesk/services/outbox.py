"""The outbox: every write is kept first, shown as waiting, sent after its take-back window, and proved.

This is what a person sees of it and does with it; services/sending.py sends, services/ledger.py keeps.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from hhdesk.domain.errors import StoreTrouble, TakenBackTooLate
from hhdesk.domain.events import Announcer
from hhdesk.domain.outbox import IN_HAND, Intent, OutboxEntry, OutboxState, OutboxSummary
from hhdesk.domain.preferences import Preferences
from hhdesk.services.context import Context
from hhdesk.services.ledger import Ledger
from hhdesk.services.pauses import PERSON
from hhdesk.services.reconcile import RULES, Proof, prove
from hhdesk.services.sending import Sender

_log = logging.getLogger(__name__)

_OPEN = frozenset({OutboxState.WAITING, OutboxState.SENDING, OutboxState.UNKNOWN})
_WAITING = frozenset({OutboxState.WAITING})
_EDITABLE = frozenset({OutboxState.WAITING, OutboxState.REFUSED})
_DROPPABLE = frozenset({OutboxState.WAITING, OutboxState.REFUSED, OutboxState.UNKNOWN})
_PAUSED = "outbox.paused"
"""Setting that says that the person paused this account's outbox."""
_DOUBTS = frozenset({"answer_lost", "recovered"})
"""Lines of a story after which hh.ru may have what was sent."""


class Outbox:
    """Keeps, sends, proves. `run` is its one background task; all else answers at once.

    Args:
        preferences: gives the take-back windows of the moment.
        looks: seconds to wait before each reading of a state that must have changed.
        session: another value after each sign-in, None while nobody is signed in.
    """

    def __init__(
        self,
        context: Context,
        preferences: Callable[[], Preferences],
        looks: tuple[float, ...] = (0.0, 1.0, 3.0),
        session: Callable[[], object] = lambda: None,
    ) -> None:
        self._context = context
        self._preferences = preferences
        self._remembering: set[asyncio.Task[None]] = set()
        self._ledger = Ledger(context)
        self._sender = Sender(context, self._ledger, looks, session)
        self.changed: Announcer[OutboxEntry] = self._ledger.changed
        self.stopped = self._sender.stopped
        self.summary_changed: Announcer[OutboxSummary] = Announcer()
        self._ledger.changed.listen(lambda entry: self._announce())
        self._ledger.reloaded.listen(lambda nothing: self._announce())
        self._sender.pauses.changed.listen(lambda nothing: self._announce())

    # What is there

    @property
    def entries(self) -> tuple[OutboxEntry, ...]:
        """All entries that are open, and the latest that are done; newest first."""
        newest_first = sorted(self._ledger.entries, key=lambda entry: (entry.created_at, entry.id))
        return tuple(reversed(newest_first))

    @property
    def open_entries(self) -> tuple[OutboxEntry, ...]:
        """Entries that hh.ru has not confirmed, oldest first."""
        return tuple(self._ledger.in_state(_OPEN))

    def get(self, identifier: int) -> OutboxEntry:
        """One entry.

        Raises:
            KeyError: there is none with this id.
        """
        return self._ledger.get(identifier)

    def summary(self) -> OutboxSummary:
        """Counts for the status area."""
        waiting = self._ledger.in_state(_WAITING)
        return OutboxSummary(
            waiting=len(waiting),
            sending=len(self._ledger.in_state({OutboxState.SENDING})),
            deciding=sum(needs_decision(entry) for entry in self._ledger.entries),
            next_at=min((entry.send_at for entry in waiting if not entry.is_in_hand), default=None),
            paused=bool(self._sender.pauses),
            paused_in_part=bool(self._sender.pauses) and not self._sender.pauses.is_whole,
            pause_reason=self._sender.pauses.reason,
        )

    def last_undoable(self) -> tuple[OutboxEntry, ...]:
        """What the person decided last and can still take back: the newest entry and all of the same act."""
        waiting = self._ledger.in_state(_WAITING)
        return tuple(entry for entry in waiting if entry.intent.act == waiting[-1].intent.act)

    # What the person does

    async def add(self, intent: Intent, *, send_at: datetime | None = None) -> OutboxEntry:
        """Keep a write; it is shown as waiting from now on.

        Args:
            send_at: the moment that the person chose; the take-back window is kept in any case.

        Raises:
            StoreTrouble: it could not be kept, and will not be sent.
        """
        moment = self._context.now()
        due = moment + self._window(intent)
        return await self._ledger.add(intent, due if send_at is None else max(send_at, due), moment)

    async def add_all(self, intents: Iterable[Intent]) -> tuple[OutboxEntry, ...]:
        """Keep what was decided for many at once: every one of them, or none.

        Raises:
            StoreTrouble: none could be kept, and none will be sent.
        """
        moment = self._context.now()
        decided = [(intent, moment + self._window(intent)) for intent in intents]
        return await self._ledger.add_all(decided, moment)

    async def take_back(self, identifier: int) -> OutboxEntry:
        """Stop an entry before it is sent.

        Raises:
            TakenBackTooLate: it is on its way, or done.
        """
        return await self._ledger.move(identifier, _WAITING, OutboxState.TAKEN_BACK, "taken_back")

    async def take_back_all(self, identifiers: Iterable[int]) -> tuple[OutboxEntry, ...]:
        """Stop every one of these entries that still waits; the others are on their way or done.

        Returns:
            Those that were stopped.

        Raises:
            StoreTrouble: it could not be kept; all of them go on waiting.
        """
        return await self._ledger.take_back_all(tuple(identifiers))

    async def give_up(self, identifier: int) -> OutboxEntry:
        """Drop an entry that waits for a decision."""
        return await self._ledger.move(identifier, _DROPPABLE, OutboxState.TAKEN_BACK, "given_up")

    async def hold(self, identifier: int) -> OutboxEntry:
        """Take up an entry that waits, to change it: it is not sent before `edit`, `release` or `send_now`,
        not after a restart either.

        Raises:
            TakenBackTooLate: it is on its way, or done.
        """
        return await self._ledger.move(identifier, _WAITING, OutboxState.WAITING, IN_HAND)

    async def release(self, identifier: int) -> OutboxEntry:
        """Lay an entry down unchanged; the take-back window starts anew.

        Raises:
            TakenBackTooLate: it waits no more.
        """
        due = self._context.now() + self._window(self.get(identifier).intent)
        return await self._ledger.move(identifier, _WAITING, OutboxState.WAITING, "released", send_at=due)

    async def edit(self, identifier: int, intent: Intent) -> OutboxEntry:
        """Replace what shall be sent; the take-back window starts anew.

        Raises:
            TakenBackTooLate: it is on its way or done, or may be, when its key stands for the old text.
        """
        entry = self.get(identifier)
        keyed = RULES[entry.intent.kind].repeats
        if entry.state not in _EDITABLE or (keyed and any(e.code in _DOUBTS for e in entry.events)):
            raise TakenBackTooLate
        moment = self._context.now()
        return await self._ledger.edit(identifier, intent, moment + self._window(intent), moment)

    async def repeat(self, identifier: int) -> OutboxEntry:
        """Send an entry again that was refused, or whose fate is unknown; an unknown one is looked at first.

        Returns:
            The entry: waiting again, or settled when the look showed that it was done.
        """
        entry, store = self.get(identifier), self._context.store
        if entry.state is OutboxState.UNKNOWN and not RULES[entry.intent.kind].repeats:
            proof = await prove(self._context, entry)
            if store is not self._context.store:
                raise TakenBackTooLate
            if proof is Proof.DONE:
                return await self._sender.settle(entry)
        return await self._ledger.move(
            identifier,
            {OutboxState.REFUSED, OutboxState.UNKNOWN},
            OutboxState.WAITING,
            "repeated",
            send_at=self._context.now() + self._window(entry.intent),
        )

    async def send_now(self, identifier: int) -> OutboxEntry:
        """Let a waiting entry go at once."""
        entry = await self._ledger.move(
            identifier, _WAITING, OutboxState.WAITING, "sent_early", send_at=self._context.now()
        )
        self.wake()
        return entry

    def pause(self, reason: str = "") -> None:
        """Hold everything back. `reason` is the class name of an error; empty is the person's word, which
        outlives the program.
        """
        self._sender.pauses.begin(reason)
        if not reason:
            self._remember(paused=True)

    def resume(self, reason: str | None = None) -> None:
        """Go on; with `reason` only what was paused for it: what the person paused stays paused.

        Without a session nothing goes on, whatever the person says.
        """
        self._sender.pauses.end(reason)
        if not reason:
            self._remember(paused=False)

    def wake(self) -> None:
        """Look again now: the connection is back, or time has passed."""
        self._sender.wake()

    # The program

    async def load(self) -> None:
        """Read the entries of the store; what was being sent when the program ended becomes unknown."""
        self._sender.forget()
        await self._ledger.load()
        if await self._context.store.settings.get(_PAUSED, ""):
            self._sender.pauses.begin(PERSON)

    async def finish(self) -> None:
        """Wait until it is kept whether the person paused: to be called before the store closes."""
        if self._remembering:
            await asyncio.wait(tuple(self._remembering))

    async def enter(self) -> None:
        """`load` the entries of another account; where its store fails, everything waits until it works."""
        try:
            await self.load()
        except StoreTrouble as error:
            self._ledger.empty()
            self._sender.distrust(error)

    async def reload(self) -> None:
        """Read the entries of the store again: somebody was forgotten."""
        await self._ledger.reload()

    async def run(self) -> None:
        """Send what is due and look after what is unknown, until cancelled."""
        await self._sender.run()

    def _remember(self, *, paused: bool) -> None:
        store = self._context.store

        async def write() -> None:
            try:
                await store.settings.set(_PAUSED, "yes" if paused else "")
            except StoreTrouble as error:
                _log.warning("the pause was not kept: %s", type(error).__name__)

        writing = asyncio.get_running_loop().create_task(write())
        self._remembering.add(writing)
        writing.add_done_callback(self._remembering.discard)

    def _announce(self) -> None:
        self.summary_changed.announce(self.summary())

    def _window(self, intent: Intent) -> timedelta:
        preferences = self._preferences()
        seconds = preferences.rejection_seconds if intent.is_rejection else preferences.take_back_seconds
        return timedelta(seconds=seconds)


def needs_decision(entry: OutboxEntry) -> bool:
    """Whether only the person can go on with the entry: refused, in hand, or unknown where the state tells
    nothing.
    """
    refused = entry.state is OutboxState.REFUSED
    return refused or entry.is_in_hand or (entry.state is OutboxState.UNKNOWN and bool(entry.error))
