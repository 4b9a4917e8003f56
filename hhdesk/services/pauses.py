"""Why the outbox holds everything back: each reason begins and ends for itself."""

from datetime import datetime
from typing import Final

from hhdesk.domain.errors import SessionLost
from hhdesk.domain.events import Announcer

SESSION: Final = SessionLost.__name__
"""Why everything waits while nobody is signed in."""
PERSON: Final = ""
"""The person paused it."""


class Pauses:
    """The reasons: class names of errors, or the person's word. `changed` tells what comes and goes."""

    def __init__(self) -> None:
        self._until: dict[str, datetime | None] = {}
        self.changed: Announcer[None] = Announcer()

    def __bool__(self) -> bool:
        return bool(self._until)

    @property
    def reason(self) -> str:
        """The one to be told; empty when it is the person's, or there is none."""
        return SESSION if SESSION in self._until else next(iter(self._until), "")

    def begin(self, reason: str, until: datetime | None = None) -> None:
        """Hold everything back for `reason`, `until` it ends by itself."""
        self._until[reason] = until
        self.changed.announce(None)

    def end(self, reason: str | None) -> None:
        """End the pause for `reason`; None is the person's word, which ends all but the lack of a session."""
        ended = [name for name in self._until if name == reason or (reason is None and name != SESSION)]
        for name in ended:
            del self._until[name]
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
