"""The account: who is signed in, quotas, rights, addresses, tokens.

Source: get-current-user-info, get-manager-accounts, get-employer-manager-limits,
get-payable-api-method-access, get-employer-addresses, authorize.
"""

from hhdesk.api.decode.primitives import (
    Flag,
    Id,
    Items,
    Number,
    Text,
    Wire,
    answer,
    decoded,
    identifier,
    items,
    whole,
)
from hhdesk.domain.account import ManagerAccount, Me, MethodAccess, Quota
from hhdesk.domain.errors import UnreadableAnswer
from hhdesk.domain.identity import EmployerId, ManagerId
from hhdesk.domain.negotiations import Address
from hhdesk.domain.values import Answer


class TokenAnswer(Wire, frozen=True, kw_only=True):
    """What the token endpoint gives. Its text form shows nothing."""

    access_token: str
    refresh_token: Text = None
    expires_in: Number = None

    def __repr__(self) -> str:
        return "TokenAnswer(…)"


class WireEmployer(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    name: Text = None
    manager_id: Id | None = None


class WireManager(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    has_multiple_manager_accounts: Flag = None


class WireMe(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    first_name: Text = None
    last_name: Text = None
    email: Text = None
    is_employer: Flag = None
    employer: WireEmployer | None = None
    manager: WireManager | None = None


class WireManagerAccount(Wire, frozen=True, kw_only=True):
    id: Id
    employer: WireEmployer | None = None


class WireManagerAccounts(Wire, frozen=True, kw_only=True):
    items: Items = None
    current_account_id: Id | None = None
    primary_account_id: Id | None = None
    is_primary_account_blocked: Flag = None


class WireViews(Wire, frozen=True, kw_only=True):
    resume_view: Number = None
    resume_view_from_api: Number = None


class WireQuota(Wire, frozen=True, kw_only=True):
    left: WireViews | None = None
    limits: WireViews | None = None
    spend: WireViews | None = None


class WireHasAccess(Wire, frozen=True, kw_only=True):
    has_access: Flag = None


class WireMethodAccess(Wire, frozen=True, kw_only=True):
    id: Id
    description: Text = None
    access: WireHasAccess | None = None


class WireAddress(Wire, frozen=True, kw_only=True):
    id: Id
    raw: Text = None
    city: Text = None
    street: Text = None
    building: Text = None
    description: Text = None
    deleted: Flag = None


class WireList(Wire, frozen=True, kw_only=True):
    items: Items = None
    found: Number = None
    pages: Number = None


def token_answer(body: bytes) -> TokenAnswer:
    """The token endpoint's 200. Raises UnreadableAnswer where there is no token in it."""
    wire = decoded(body, TokenAnswer)
    if not wire.access_token:
        raise UnreadableAnswer(detail="$.access_token: str")
    return wire


def me(body: bytes) -> Answer[Me]:
    """Who is signed in, from any of the four shapes of /me.

    The flags decide, employer and manager may be null.
    """
    return answer(body, WireMe, _me)


def _me(wire: WireMe) -> Me:
    employer, manager = wire.employer or WireEmployer(), wire.manager or WireManager()
    manager_id = manager.id if manager.id is not None else employer.manager_id
    return Me(
        id=identifier(wire.id),
        first_name=wire.first_name or "",
        last_name=wire.last_name or "",
        email=wire.email or "",
        is_employer=bool(wire.is_employer),
        employer_id=None if employer.id is None else EmployerId(identifier(employer.id)),
        employer_name=employer.name or "",
        manager_id=None if manager_id is None else ManagerId(identifier(manager_id)),
        has_several_accounts=bool(manager.has_multiple_manager_accounts),
    )


def manager_accounts(body: bytes) -> tuple[ManagerAccount, ...]:
    """The working accounts of the person."""
    wire = decoded(body, WireManagerAccounts)
    primary, current = identifier(wire.primary_account_id), identifier(wire.current_account_id)
    return tuple(
        ManagerAccount(
            id=identifier(item.id),
            employer_name=(item.employer.name if item.employer else None) or "",
            current=identifier(item.id) == current,
            blocked=bool(wire.is_primary_account_blocked) and identifier(item.id) == primary,
        )
        for item in items(wire.items, WireManagerAccount, "$.items")
    )


def quota(body: bytes) -> Quota:
    """Resume views through the API.

    The number for the site where hh.ru leaves that one out. Nothing is computed.
    """
    wire = decoded(body, WireQuota)

    def of(views: WireViews | None) -> int | None:
        if views is None:
            return None
        from_api = whole(views.resume_view_from_api)
        return whole(views.resume_view) if from_api is None else from_api

    return Quota(views_left=of(wire.left), views_limit=of(wire.limits), views_spent=of(wire.spend))


def method_access(body: bytes) -> tuple[MethodAccess, ...]:
    """The groups of paid methods."""
    return tuple(
        MethodAccess(
            id=identifier(item.id),
            description=item.description or "",
            has_access=bool(item.access and item.access.has_access),
        )
        for item in items(decoded(body, WireList).items, WireMethodAccess, "$.items")
    )


def addresses(body: bytes) -> tuple[tuple[Address, ...], int]:
    """The company's living addresses of one page, and how many pages there are."""
    wire = decoded(body, WireList)
    found = tuple(
        Address(id=identifier(item.id), text=_address_text(item))
        for item in items(wire.items, WireAddress, "$.items")
        if not item.deleted
    )
    return found, whole(wire.pages) or 0


def _address_text(wire: WireAddress) -> str:
    return wire.raw or ", ".join(part for part in (wire.city, wire.street, wire.building) if part)
