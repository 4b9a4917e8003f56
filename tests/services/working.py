"""Working responses in few words: lists, acts, and an outbox whose clock a test turns."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.listing import ResponseList
from hhdesk.domain.negotiations import Action, Collection, Response
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.services.outbox import Outbox
from hhdesk.services.services import Services
from tests.services.acting import act

T = TypeVar("T")


async def active(services: Services) -> tuple[VacancyShort, ...]:
    """The readable active vacancies, as hh.ru says now."""
    rows: tuple[object, ...] = ()
    async for aged in services.vacancies.active():
        rows = aged.value
    return tuple(row for row in rows if isinstance(row, VacancyShort))


async def collections(services: Services, vacancy: VacancyId) -> tuple[Collection, ...]:
    """The lists of a vacancy, as hh.ru says now."""
    found: tuple[Collection, ...] = ()
    async for aged in services.responses.collections(vacancy):
        found = aged.value.collections
    return found


async def listing(services: Services, vacancy: VacancyId, collection: Collection) -> ResponseList:
    """One list, as hh.ru says now."""
    return [shown async for shown in services.responses.listing(vacancy, collection)][-1]


async def first_list(services: Services) -> ResponseList:
    """The first list of the first vacancy that has responses in it."""
    for vacancy in await active(services):
        for collection in await collections(services, vacancy.id):
            if collection.counters.total and not collection.generated:
                found = await listing(services, vacancy.id, collection)
                if any(movable(row.response) for row in found.rows):
                    return found
    raise LookupError("no vacancy has responses")


def movable(response: object) -> bool:
    """Whether something can be done with a row."""
    return isinstance(response, Response) and response.resume is not None and bool(response.actions)


async def first_response(services: Services) -> Response:
    """A response of somebody whose resume is there."""
    found = await first_list(services)
    return next(r.response for r in found.rows if isinstance(r.response, Response) and movable(r.response))


def silent_act(response: Response) -> Action:
    """An act that moves the response and wants nothing."""
    state = response.employer_state.id if response.employer_state else ""
    return next(
        action
        for action in response.actions
        if action.enabled
        and action.resulting_state is not None
        and action.resulting_state.id != state
        and not any(argument.required for argument in action.arguments)
    )


async def move(services: Services, response: Response, message: str = "") -> OutboxEntry:
    """Act on a response by the first act that wants nothing."""
    draft = services.responses.draft(response, silent_act(response))
    draft.message = message
    return await services.responses.submit(draft, act("act"))


async def until(outbox: Outbox, condition: Callable[[], T | None]) -> T:
    """Wait for something that the outbox announces."""
    happened = asyncio.Event()
    stop = outbox.changed.listen(lambda _: happened.set())
    try:
        async with asyncio.timeout(30):
            while not (found := condition()):
                happened.clear()
                await happened.wait()
        return found
    finally:
        stop()


async def reaches(outbox: Outbox, entry: OutboxEntry, *states: OutboxState) -> OutboxEntry:
    """Wait until the entry is in one of these states."""

    def there() -> OutboxEntry | None:
        present = outbox.get(entry.id)
        return present if present.state in states else None

    return await until(outbox, there)


@asynccontextmanager
async def running(outbox: Outbox) -> AsyncIterator[None]:
    """The outbox's background, for the time of the block."""
    task = asyncio.get_running_loop().create_task(outbox.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])
