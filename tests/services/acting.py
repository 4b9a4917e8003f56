"""What a person does and sees, in few words."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.listing import SearchResult
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Aged
from hhdesk.services.services import Services

T = TypeVar("T")

OpenServices = Callable[[], Awaitable[Services]]


def act(name: str = "open_resume") -> Act:
    """A person's act, now."""
    return Act(name=name, at=datetime.now(UTC))


def consent(amount: int = 1, kind: CostKind = CostKind.CONTACT) -> Consent:
    """A person's yes to a price, now."""
    return Consent(name="open_contacts", at=datetime.now(UTC), cost=Cost(kind=kind, amount=amount))


async def first_page(services: Services, query: ResumeQuery) -> SearchResult:
    """The first page of a search as hh.ru gives it now."""
    fresh = [result async for result in services.search.run(query) if not result.from_store]
    return fresh[0]


def shorts(result: SearchResult) -> list[ResumeShort]:
    """The readable rows."""
    return [row.resume for row in result.rows if isinstance(row.resume, ResumeShort)]


async def closed_resume(services: Services, hidden: bool = False) -> ResumeShort:
    """A found resume whose contacts are closed and can be bought; `hidden`: whose owner hid something."""
    result = await first_page(services, ResumeQuery())
    while True:
        for resume in shorts(result):
            if resume.with_contact_url and bool(resume.hidden_fields) is hidden:
                return resume
        result = await services.search.more(result)


async def read(services: Services, resume: ResumeShort) -> list[Aged[Resume]]:
    """Open a resume, as a person does; everything that was shown."""
    return [aged async for aged in services.resumes.open(resume, act())]


async def followed(results: AsyncIterator[T]) -> tuple[list[T], HhdeskError | None]:
    """Everything that was shown, and the error that ended it."""
    shown: list[T] = []
    try:
        async for result in results:
            shown.append(result)  # noqa: PERF401 - what came before the error is what counts
    except HhdeskError as error:
        return shown, error
    return shown, None


async def until(condition: Callable[[], bool]) -> None:
    """Until `condition` holds; half a minute at most."""
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 - what is waited for is in another process
            await asyncio.sleep(0.01)
