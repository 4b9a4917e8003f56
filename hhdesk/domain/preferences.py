"""What a person sets to their liking. Kept per account."""

from enum import StrEnum

from hhdesk.domain.values import Value


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Preferences(Value, frozen=True, kw_only=True):
    """Every preference with its default; an unreadable stored one falls back to it alone."""

    language: str = ""
    """`ru`, `en`, or empty for the system's."""
    theme: Theme = Theme.SYSTEM
    density: Density = Density.COMFORTABLE
    take_back_seconds: int = 10
    """How long an act waits in the outbox before it is sent."""
    rejection_seconds: int = 60
    """The same for the act that the person bound as their rejection."""
    rejection_action: str | None = None
    """hh.ru's id of that act."""
    rejection_name: str = ""
    """hh.ru's name of it when it was bound."""
    keycaps: bool = True
    """Whether shortcuts are drawn beside what they do."""
    open_while_moving: bool = False
    """Whether J and K open responses: the candidate sees that it was read."""
    retention_days: int | None = None
    """After how many days a person is due to be forgotten; None keeps without end."""
    retention_asked: bool = False
    """Whether the first run has asked for it."""
