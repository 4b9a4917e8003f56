"""Responses and invitations. hh.ru drives the work flow: collections, actions, arguments and urls are its
own.

Source: get-negotiations, get-collection-negotiations-list, get-active-vacancy-list,
get-negotiation-message-templates.
"""

from datetime import datetime

from hhdesk.domain.identity import ChatId, NegotiationId, VacancyId
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Named, Value

KNOWN_ARGUMENTS = frozenset({"message", "send_sms", "address_id", "resume_id", "vacancy_id"})
"""Arguments that hhdesk can fill. An unknown optional one is left out; an unknown required one is for the
site."""


class OrderType(Value, frozen=True, kw_only=True):
    id: str
    name: str = ""
    url: str = ""


class Counters(Value, frozen=True, kw_only=True):
    total: int = 0
    with_updates: int = 0


class Collection(Value, frozen=True, kw_only=True):
    """One list of responses, as hh.ru names and counts it; `url` is followed as given."""

    id: str
    name: str = ""
    description: str = ""
    url: str = ""
    hidden: bool = False
    counters: Counters = Counters()
    order_types: tuple[OrderType, ...] = ()
    children: tuple["Collection", ...] = ()
    """The employer's own sub-stages."""
    generated: bool = False


class Collections(Value, frozen=True, kw_only=True):
    vacancy_id: VacancyId
    collections: tuple[Collection, ...] = ()
    generated: tuple[Collection, ...] = ()
    employer_states: tuple[Named, ...] = ()


class Argument(Value, frozen=True, kw_only=True):
    id: str
    required: bool = False
    required_arguments: tuple[str, ...] = ()
    """Arguments that must accompany this one when it is sent."""


class Template(Value, frozen=True, kw_only=True):
    """A letter text that hh.ru offers; `url` gives it. `quick` is hh.ru's mark for its shortest way."""

    id: str
    name: str = ""
    url: str = ""
    quick: bool = False


class SubAction(Value, frozen=True, kw_only=True):
    id: str
    name: str = ""
    method: str = "PUT"
    url: str = ""


class Action(Value, frozen=True, kw_only=True):
    """Something that hh.ru allows with a response, or to create one. Url and method are followed as given."""

    id: str
    name: str = ""
    method: str = "PUT"
    url: str = ""
    enabled: bool = True
    hidden: bool = False
    arguments: tuple[Argument, ...] = ()
    templates: tuple[Template, ...] = ()
    sub_actions: tuple[SubAction, ...] = ()
    resulting_state: Named | None = None

    @property
    def unknown_required(self) -> tuple[str, ...]:
        """Required arguments that hhdesk cannot fill: such an act is one for the site."""
        return tuple(a.id for a in self.arguments if a.required and a.id not in KNOWN_ARGUMENTS)

    def takes(self, argument: str) -> bool:
        """Whether the act has this argument."""
        return any(a.id == argument for a in self.arguments)

    def requires(self, argument: str) -> bool:
        """Whether the act must be sent with this argument."""
        return any(a.id == argument and a.required for a in self.arguments)


class Response(Value, frozen=True, kw_only=True):
    """One negotiation as lists show it. `resume` None means that the person withdrew it."""

    id: NegotiationId
    vacancy_id: VacancyId | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    state: Named | None = None
    """What the candidate sees."""
    employer_state: Named | None = None
    """What we see."""
    substage: str = ""
    tells_substage: bool = False
    """Whether hh.ru tells where in the funnel this is: only then no `substage` means that there is none."""
    has_updates: bool = False
    viewed_by_opponent: bool = False
    source: str = ""
    resume: ResumeShort | None = None
    actions: tuple[Action, ...] = ()
    chat_id: ChatId | None = None
    messages: int = 0
    unread_messages: int = 0
    messages_url: str = ""
    messaging_status: str = ""
    applicant_question: bool = False
    test_score: int | None = None
    test_mark: str = ""
    survey: str = ""
    """Questions and answers of the automatic survey, as text."""


class Letter(Value, frozen=True, kw_only=True):
    """Texts of a template. Source: get-negotiation-message-templates."""

    mail: str = ""
    sms: str = ""
    employer_state: str = ""


class InvitableVacancy(Value, frozen=True, kw_only=True):
    """An own vacancy to which this resume can be invited. Source: get-active-vacancy-list with resume_id."""

    id: VacancyId
    name: str = ""
    area: str = ""
    can_invite: bool = False
    actions: tuple[Action, ...] = ()
    state: Named | None = None
    """The state of a negotiation that exists already."""


class Address(Value, frozen=True, kw_only=True):
    id: str
    text: str = ""
