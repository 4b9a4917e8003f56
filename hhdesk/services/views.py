"""Today's resume views: asked once, however many want to know them at the same moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hhdesk.domain.account import Quota
from hhdesk.domain.identity import EmployerId, ManagerId
from hhdesk.services.flights import Flights

if TYPE_CHECKING:
    from hhdesk.services.context import Context


class Views:
    """Silent. Source: get-employer-manager-limits."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._asking: Flights[tuple[EmployerId, ManagerId], Quota] = Flights()

    async def left(self) -> Quota | None:
        """What hh.ru says now; None for somebody to whom it does not tell."""
        me = self._context.me
        if me is None or me.employer_id is None or me.manager_id is None:
            return None
        employer, manager = me.employer_id, me.manager_id
        account = self._context.api.account
        return await self._asking.join((employer, manager), lambda: account.quota(employer, manager))

    async def stop(self) -> None:
        """Ask no more: the account is left."""
        await self._asking.finish(0)
