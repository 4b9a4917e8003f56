"""What an act costs, told before the act."""

from enum import StrEnum

from hhdesk.domain.values import Value


class CostKind(StrEnum):
    FREE = "free"
    VIEW = "view"
    CONTACT = "contact"
    UNKNOWN = "unknown"
    UNAVAILABLE = "unavailable"
    """The service is not in the contract: it can be bought on the site."""


class FreeReason(StrEnum):
    APPLIED = "applied"
    ALREADY_OPEN = "already_open"
    STORED = "stored"
    SILENT = "silent"


class Cost(Value, frozen=True, kw_only=True):
    """`left` and `limit` are hh.ru's numbers; None is not said. `hidden` names what stays hidden even when
    paid."""

    kind: CostKind
    amount: int = 0
    views: int = 0
    """Views of today's limit that the act counts besides its amount."""
    left: int | None = None
    limit: int | None = None
    reason: FreeReason | None = None
    hidden: tuple[str, ...] = ()
    offers: tuple[tuple[str, str], ...] = ()
    """Name and address of each paid service that hh.ru offers."""
