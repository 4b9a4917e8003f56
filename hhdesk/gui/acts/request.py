"""What the dialog of an act needs: whom it concerns, which acts are offered, and who does the work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from msgspec import Struct, field

from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.negotiations import Action, Address, Letter, SubAction, Template
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.values import Named
from hhdesk.services.drafts import ActDraft


class ActChoice(Struct, frozen=True):
    """One act of hh.ru's that the person may choose; a sub-action is a stage of the employer's own."""

    action: Action
    sub_action: SubAction | None = None

    @property
    def key(self) -> str:
        """Unique in its offer: a sub-action has the action's id before its own."""
        return f"{self.action.id}/{self.sub_action.id}" if self.sub_action else self.action.id

    @property
    def name(self) -> str:
        """hh.ru's own word."""
        return (self.sub_action.name if self.sub_action else "") or self.action.name

    @property
    def is_usable(self) -> bool:
        """Whether it can be done from here: allowed, and asking for nothing that hhdesk does not know."""
        return self.action.enabled and not self.action.unknown_required


class ActOffer(Struct, frozen=True):
    """A vacancy with the acts that hh.ru allows for it."""

    vacancy_id: str
    vacancy_name: str
    choices: tuple[ActChoice, ...]
    draft: Callable[[ActChoice], ActDraft]
    existing: Named | None = None
    """State of a negotiation that exists already: it is opened instead of a second one."""

    @property
    def first_usable(self) -> ActChoice | None:
        """The first act that can be done from here; None where there is none, or a negotiation already."""
        usable = (choice for choice in self.choices if choice.is_usable)
        return next(usable, None) if self.existing is None else None


class ActPerson(Struct, frozen=True):
    """One of the people whom an act on many is for."""

    key: str
    """Id of their response."""
    name: str
    letters: str
    """Initials; empty where hh.ru keeps the name closed."""
    seed: str
    values: Mapping[str, str]
    """What goes into each place of the letter; empty where it is not known."""


class ActRequest(Struct, frozen=True):
    """One opening of the dialog. The callables are the services'; the dialog knows no service."""

    title: str
    person_name: str
    """The name, or what stands for it where hh.ru keeps it closed."""
    person_detail: str
    seed: str
    offers: tuple[ActOffer, ...]
    letter: Callable[[Template], Awaitable[Letter]]
    addresses: Callable[[], Awaitable[tuple[Address, ...]]]
    submit: Callable[[ActDraft], Awaitable[OutboxEntry]]
    has_name: bool = True
    first_offer: str = ""
    """Vacancy that is chosen at first; empty leaves the choice to the person where there are several."""
    price: str = ""
    """What it costs, as a sentence; empty says nothing."""
    cost: Cost = field(default_factory=lambda: Cost(kind=CostKind.FREE))
    wait_seconds: int = 10
    """How long it can be taken back."""
    words: str = ""
    """On the button; hh.ru's name of the act where it is empty."""
    open_existing: Callable[[ActOffer], None] | None = None
    site_url: str = ""
    """Where to go for acts that hhdesk cannot fill."""
    people: tuple[ActPerson, ...] = ()
    """Whom an act on many is for; empty where it is for one."""


def choices(actions: tuple[Action, ...]) -> tuple[ActChoice, ...]:
    """All acts that are to be shown, each with its sub-actions after it; one without an address is not done
    by itself.
    """
    made: list[ActChoice] = []
    for action in actions:
        if action.hidden:
            continue
        if action.url:
            made.append(ActChoice(action))
        made.extend(ActChoice(action, sub) for sub in action.sub_actions)
    return tuple(made)
