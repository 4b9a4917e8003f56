"""Why the outbox holds back: each reason begins and ends for itself."""

from datetime import datetime
from typing import Final, Self

from hhdesk.domain.errors import SessionLost
from hhdesk.domain.events import Announcer
from hhdesk.domain.outbox import Intent, WriteKind
from hhdesk.domain.values import Value

SESSION: Final = SessionLost.__name__
"""Why everything waits while nobody is signed in."""
PERSON: Final = ""
"""The person paused it."""


class Scope(Value, frozen=True):
    """An act of hh.ru's, whomever it is for: a limit that it meets says nothing of other acts."""

    kind: WriteKind
    action_id: str

    @classmethod
    def of(cls, intent: Intent) -> Self:
        return cls(kind=intent.kind, action_id=intent.action_id)


class Pauses:
    """The reasons: class names of errors, or the person's word. `changed` tells what comes and goes."""

    def __init__(self) -> None:
        self._until: dict[str, datetime | None] = {}
        self._only: dict[str, set[Scope]] = {}
        """Reasons that concern some acts alone."""
        self.changed: Announcer[None] = Announcer()

    def __bool__(self) -> bool:
        return bool(self._until)

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all goes out."""
        return any(reason not in self._only for reason in self._until)

    def holds(self, intent: Intent) -> bool:
        """Whether this one has to wait."""
        scope = Scope.of(intent)
        return any(reason not in self._only or scope in self._only[reason] for reason in self._until)

    @property
    def reason(self) -> str:
        """The one to be told; empty when it is the person's, or there is none."""
        return SESSION if SESSION in self._until else next(iter(self._until), "")

    def begin(self, reason: str, until: datetime | None = None, only: Scope | None = None) -> None:
        """Hold everything back for `reason`, or such acts `only`, `until` it ends by itself."""
        if only is None:
            self._only.pop(reason, None)
        elif reason not in self._until or reason in self._only:
            self._only.setdefault(reason, set()).add(only)
        self._until[reason] = until
        self.changed.announce(None)

    def end(self, reason: str | None) -> None:
        """End the pause for `reason`; None is the person's word, which ends all but the lack of a session."""
        ended = [name for name in self._until if name == reason or (reason is None and name != SESSION)]
        for name in ended:
            del self._until[name]
            self._only.pop(name, None)
        if ended:
            self.changed.announce(None)

    def end_by(self, moment: datetime) -> None:
        """End those whose time is over."""
        for name, until in tuple(self._until.items()):
            if until is not None and until <= moment:
                self.end(name)

    def forget_errors(self) -> None:
        """Another account is there: what hh.ru or the store said of the one before is not true of it."""
        self._until = {name: until for name, until in self._until.items() if name in (PERSON, SESSION)}
        self._only.clear()
