"""Looking after news by silent reads only: views left, the vacancies' counters, unread chats, the
connection."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from datetime import datetime

from msgspec import structs

from hhdesk.domain.account import Quota
from hhdesk.domain.errors import (
    HhdeskError,
    NoConnection,
    SessionLost,
    TimedOut,
    TooManyRequests,
    Transient,
)
from hhdesk.domain.events import Announcer
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.domain.values import Value
from hhdesk.services.context import Context
from hhdesk.services.vacancies import Vacancies
from hhdesk.services.views import Views

_log = logging.getLogger(__name__)

_FOCUSED_SECONDS = 60.0
_UNFOCUSED_SECONDS = 300.0
_NIGHT_SECONDS = 900.0
_BACK_OFF_LIMIT = 600.0
_MOST_DOUBLINGS = 10
_LONGEST_WAIT_SECONDS = 30.0
"""The loop's clock stands still while the computer sleeps: the wall clock is looked at this often."""
_NIGHT_HOURS = frozenset({22, 23, 0, 1, 2, 3, 4, 5, 6})


class SyncStatus(Value, frozen=True, kw_only=True):
    """What the status area tells of the connection. Numbers are hh.ru's; None is not said yet."""

    online: bool = True
    offline_since: datetime | None = None
    last_contact: datetime | None = None
    quota: Quota | None = None
    unread_responses: int | None = None
    unread_chats: int | None = None
    error: str = ""
    """Class name of the last trouble, empty when the last look went well."""
    asked_to_wait: datetime | None = None
    """Until then hh.ru wants to be asked nothing; None when it said no such thing, or answered since."""


class Sync:
    """Asks in turns, one request a second at most; slower when nobody looks or at night, or on trouble.

    Args:
        signed_in: whether there is a session to ask with.
        back_online: called when the connection came back (the outbox goes on).
        views: shared with whoever else wants to know the views left.
    """

    def __init__(
        self,
        context: Context,
        vacancies: Vacancies,
        signed_in: Callable[[], bool],
        back_online: Callable[[], None],
        spacing: float = 1.0,
        views: Views | None = None,
    ) -> None:
        self._context = context
        self._views = views or Views(context)
        self._vacancies = vacancies
        self._signed_in = signed_in
        self._back_online = back_online
        self._spacing = spacing
        self._in_turn = asyncio.Lock()
        self._last_turn = -spacing
        self._wake = asyncio.Event()
        self._focused = True
        self._troubles = 0
        self._wish = 0.0
        """Seconds that hh.ru asked to wait."""
        self._not_before: datetime | None = None
        """Until then hh.ru wants to be asked nothing, whoever comes back to the window."""
        self.status = SyncStatus()
        self.changed: Announcer[SyncStatus] = Announcer()
        self.looked: Announcer[None] = Announcer()
        """A turn went well, and the stored vacancies are hh.ru's of now. Whoever shows more that changes by
        itself looks at it now, each request in its `turn`: so one clock sets the pace of all.
        """

    async def turn(self) -> None:
        """Wait until another request may be made by itself: one a second."""
        async with self._in_turn:
            left = self._last_turn + self._spacing - time.monotonic()
            if left > 0:
                await asyncio.sleep(left)
            self._last_turn = time.monotonic()

    async def run(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            self._wake.clear()
            if self._signed_in():
                await self.look()
            await self._wait()

    def refresh_now(self) -> None:
        """Look at once."""
        self._wake.set()

    def set_focused(self, focused: bool) -> None:
        """Whether the person has the window before them; coming back looks at once."""
        if focused and not self._focused:
            self._wake.set()
        self._focused = focused

    def note(self, error: HhdeskError | None) -> None:
        """Learn of the connection from somebody else's request."""
        if error is None:
            self._well()
        elif isinstance(error, NoConnection | TimedOut | TooManyRequests):
            self._trouble(error)

    async def look(self) -> None:
        """One turn: views left, counters of the vacancies, unread chats."""
        try:
            await self.turn()
            quota = await self._views.left()
            await self.turn()
            unread = await self._unread_responses()
            await self.turn()
            chats = await self._context.api.chats.unread_count()
        except HhdeskError as error:
            _log.info("sync: %s", type(error).__name__)
            self._trouble(error)
            return
        self._well(quota=quota, unread_responses=unread, unread_chats=chats)
        self.looked.announce(None)

    async def look_at_quota(self) -> None:
        """Read the views left, after something was spent."""
        try:
            quota = await self._views.left()
        except HhdeskError as error:
            self._trouble(error)
            return
        self._well(quota=quota)

    async def _unread_responses(self) -> int:
        rows = (await self._vacancies.fresh(self.turn)).value
        return sum(row.counters.unread_responses for row in rows if isinstance(row, VacancyShort))

    def _well(self, **news: object) -> None:
        came_back = not self.status.online
        self._troubles = 0
        fresh = {"online": True, "offline_since": None, "last_contact": self._context.now(), "error": ""}
        self._tell(structs.replace(self.status, **fresh, asked_to_wait=None, **news))
        if came_back:
            self._back_online()

    def _trouble(self, error: HhdeskError) -> None:
        self._troubles += 1
        wish = error.retry_after if isinstance(error, Transient) else None
        self._wish = wish.total_seconds() if wish is not None else 0.0
        wished = self._context.now() + wish if wish is not None else None
        if wished is not None:
            self._not_before = wished
        offline = isinstance(error, NoConnection | TimedOut)
        since = self.status.offline_since or self._context.now() if offline else None
        name = "" if isinstance(error, SessionLost) else type(error).__name__
        self._tell(
            structs.replace(
                self.status, online=not offline, offline_since=since, error=name, asked_to_wait=wished
            )
        )

    def _tell(self, status: SyncStatus) -> None:
        self.status = status
        self.changed.announce(status)

    def pause_seconds(self) -> float:
        """Seconds until the next turn, by attention, hour and trouble."""
        if self._troubles:
            doubled: float = 5.0 * 2 ** min(self._troubles, _MOST_DOUBLINGS)
            return max(min(doubled, _BACK_OFF_LIMIT), self._wish)
        if self._context.now().hour in _NIGHT_HOURS and not self._focused:
            return _NIGHT_SECONDS
        return _FOCUSED_SECONDS if self._focused else _UNFOCUSED_SECONDS

    async def _wait(self) -> None:
        """Until the pause is over by the wall clock, or somebody asks to look and hh.ru does not mind."""
        began = self._context.now()
        # The pause may become longer meanwhile; set back a clock tells nothing of what is left.
        while self._context.now() >= began and (left := self._left(began)) > 0:
            with contextlib.suppress(TimeoutError):
                # Not wait_for: where both come at once, that of Python 3.11 loses the cancellation.
                async with asyncio.timeout(min(left, _LONGEST_WAIT_SECONDS)):
                    await self._wake.wait()
                    if self._not_before is None or self._context.now() >= self._not_before:
                        return
                    self._wake.clear()

    def _left(self, began: datetime) -> float:
        """Seconds of the pause that began then, as long as it is by now, and of hh.ru's wish."""
        moment = self._context.now()
        wished = (self._not_before - moment).total_seconds() if self._not_before is not None else 0.0
        return max((began - moment).total_seconds() + self.pause_seconds(), wished)
