"""The account. All silent. Source: get-current-user-info, get-manager-accounts, get-employer-manager-limits,
get-payable-api-method-access, get-employer-addresses.
"""

from hhdesk.api import decode
from hhdesk.api.http import Http
from hhdesk.api.urls import path_segment
from hhdesk.domain.account import ManagerAccount, Me, MethodAccess, Quota
from hhdesk.domain.identity import EmployerId, ManagerId
from hhdesk.domain.negotiations import Address
from hhdesk.domain.values import Answer

_MOST_PAGES = 10
_ADDRESSES_PER_PAGE = 1000
"""hh.ru gives up to 10,000 at once; a company seldom has more than a page of these."""


class Account:
    """Who works here and with what rights."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def me(self) -> Answer[Me]:
        """Who is signed in; `is_employer` says whether hhdesk is for them. Source: get-current-user-info."""
        return decode.me((await self._http.silent("/me")).body)

    async def manager_accounts(self) -> tuple[ManagerAccount, ...]:
        """The working accounts to choose from. Source: get-manager-accounts."""
        return decode.manager_accounts((await self._http.silent("/manager_accounts/mine")).body)

    async def quota(self, employer_id: EmployerId, manager_id: ManagerId) -> Quota:
        """Today's resume views.

        Hh.ru tells them to the manager alone. Source: get-employer-manager-limits.
        """
        return decode.quota(
            (await self._http.silent(f"{_manager(employer_id, manager_id)}/limits/resume")).body
        )

    async def method_access(self, employer_id: EmployerId, manager_id: ManagerId) -> tuple[MethodAccess, ...]:
        """Which groups of paid methods are bought. Source: get-payable-api-method-access."""
        answered = await self._http.silent(f"{_manager(employer_id, manager_id)}/method_access")
        return decode.method_access(answered.body)

    async def addresses(self, employer_id: EmployerId) -> tuple[Address, ...]:
        """The company's addresses, all pages; a fresh one may be missing. Source: get-employer-addresses."""
        found: dict[str, Address] = {}
        for page in range(_MOST_PAGES):
            answered = await self._http.silent(
                f"/employers/{path_segment(employer_id)}/addresses",
                [("page", str(page)), ("per_page", str(_ADDRESSES_PER_PAGE))],
            )
            addresses, pages = decode.addresses(answered.body)
            found.update((address.id, address) for address in addresses)
            if page + 1 >= pages:
                break
        return tuple(found.values())


def _manager(employer_id: EmployerId, manager_id: ManagerId) -> str:
    return f"/employers/{path_segment(employer_id)}/managers/{path_segment(manager_id)}"
