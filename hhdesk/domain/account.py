"""Who works here and with what rights. Source: get-current-user-info, get-manager-accounts,
get-employer-manager-limits, get-payable-api-method-access.
"""

from collections.abc import Mapping
from datetime import datetime

from hhdesk.domain.identity import AccountKey, EmployerId, ManagerId
from hhdesk.domain.values import Named, Value


class TokenPair(Value, frozen=True, kw_only=True):
    """Access and refresh token. Its text form shows neither."""

    access: str
    refresh: str
    expires_at: datetime | None = None
    owner: str = ""
    """`Me.id` of the person it belongs to: what somebody began never goes on under another's pair."""

    def __repr__(self) -> str:
        return "TokenPair(…)"

    __str__ = __repr__


class ClientKeys(Value, frozen=True, kw_only=True):
    """The registered application and whom hh.ru may write to. Its text form shows no secret."""

    client_id: str
    client_secret: str
    contact: str
    """Mail address that hh.ru wants in the User-Agent."""

    def __repr__(self) -> str:
        return f"ClientKeys({self.client_id!r}, …)"

    __str__ = __repr__


class Me(Value, frozen=True, kw_only=True):
    """The signed-in manager of an employer."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    is_employer: bool = False
    employer_id: EmployerId | None = None
    employer_name: str = ""
    manager_id: ManagerId | None = None
    has_several_accounts: bool = False

    @property
    def account_key(self) -> AccountKey:
        """Under which this account's data is kept."""
        return AccountKey(f"{self.employer_id or '-'}.{self.manager_id or self.id}")


class ManagerAccount(Value, frozen=True, kw_only=True):
    """One working account of the person; its id travels in X-Manager-Account-Id."""

    id: str
    employer_name: str = ""
    current: bool = False
    blocked: bool = False


class Quota(Value, frozen=True, kw_only=True):
    """Resume views of today, as hh.ru says; None is not said. Nothing is computed."""

    views_left: int | None = None
    views_limit: int | None = None
    views_spent: int | None = None


class MethodAccess(Value, frozen=True, kw_only=True):
    """A group of paid methods and whether this employer has it."""

    id: str
    description: str = ""
    has_access: bool = False


class Dictionaries(Value, frozen=True, kw_only=True):
    """hh.ru's small dictionaries: name → entries in hh.ru's order. Unknown names and entries are kept."""

    entries: Mapping[str, tuple[Named, ...]] = {}

    def of(self, name: str) -> tuple[Named, ...]:
        """The entries of one dictionary; empty when hh.ru does not send it."""
        return self.entries.get(name, ())

    def name(self, dictionary: str, identifier: str) -> str:
        """The name of an entry, or its id where it is unknown."""
        return next((e.name for e in self.of(dictionary) if e.id == identifier), identifier)


class Area(Value, frozen=True, kw_only=True):
    """A node of the region tree."""

    id: str
    name: str
    parent_id: str | None = None
    children: tuple["Area", ...] = ()


class RoleCategory(Value, frozen=True, kw_only=True):
    """Professional roles of one category that may be searched."""

    id: str
    name: str
    roles: tuple[Named, ...] = ()


class Suggestion(Value, frozen=True, kw_only=True):
    id: str
    text: str
    detail: str = ""
