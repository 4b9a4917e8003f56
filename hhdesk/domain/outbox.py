"""The outbox: what a person decided, on its way to hh.ru."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.identity import ChatId, NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.values import Form, Value


class OutboxState(StrEnum):
    """waiting → sending → settled | refused | unknown; waiting → taken_back; unknown → settled | waiting |
    refused."""

    WAITING = "waiting"
    SENDING = "sending"
    UNKNOWN = "unknown"
    SETTLED = "settled"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


class WriteKind(StrEnum):
    """The kinds of writes; each has its reconcile rule in services/reconcile.py."""

    ACTION = "action"
    """An act of hh.ru's on a response that exists."""
    INVITATION = "invitation"
    """An act that creates a negotiation. Paid."""
    CHAT_MESSAGE = "chat_message"
    """Repeats by itself under its key."""


class Intent(Value, frozen=True, kw_only=True):
    """What shall be sent, complete: nothing else is needed to send it after a restart."""

    kind: WriteKind
    act: Act
    """The person's act that caused it."""
    method: str
    url: str
    form: Form = ()
    text: str = ""
    """The chat message's text; letters of acts stand in `form` as `message`."""
    action_id: str = ""
    action_name: str = ""
    expected_state: str = ""
    """Employer state that proves the act (from resulting_employer_state); empty where hh.ru names none."""
    expected_substage: str = ""
    previous_state: str = ""
    previous_substage: str = ""
    is_rejection: bool = False
    """The act that the person bound as their rejection: it waits longer."""
    consent: Consent | None = None
    """The person's consent to the price; a paid write without it is never sent."""
    person_id: PersonId | None = None
    person_name: str = ""
    resume_id: ResumeId | None = None
    vacancy_id: VacancyId | None = None
    vacancy_name: str = ""
    address_text: str = ""
    """The address of the form's `address_id`, as the person chose it by its words."""
    negotiation_id: NegotiationId | None = None
    chat_id: ChatId | None = None

    @property
    def letter(self) -> str:
        """The text that the candidate will read."""
        return self.text or next((value for name, value in self.form if name == "message"), "")


class OutboxSummary(Value, frozen=True, kw_only=True):
    """What the status area tells of the outbox."""

    waiting: int = 0
    sending: int = 0
    deciding: int = 0
    """Entries that need the person: refused, or unknown after the state was read."""
    next_at: datetime | None = None
    paused: bool = False
    paused_in_part: bool = False
    """Only some acts wait, all others go."""
    pause_reason: str = ""
    """Class name of the error that paused it; empty when the person did."""


class OutboxEvent(Value, frozen=True, kw_only=True):
    """One line of an entry's story. `code` is ours or hh.ru's word; gui/sentences words it."""

    at: datetime
    code: str
    detail: str = ""


IN_HAND: Final = "in_hand"
"""The line of an entry's story since which the person is changing it."""


class OutboxEntry(Value, frozen=True, kw_only=True):
    id: int
    key: str
    """UUID; idempotency_key of a chat message."""
    intent: Intent
    state: OutboxState
    created_at: datetime
    send_at: datetime
    """Not before this moment; take back is possible until then."""
    changed_at: datetime
    attempts: int = 0
    error: str = ""
    """Class name of the HhdeskError that refused it; gui/sentences words it."""
    error_detail: str = ""
    request_id: str = ""
    events: tuple[OutboxEvent, ...] = ()

    @property
    def is_in_hand(self) -> bool:
        """Whether the person has taken it up to change it: it is not sent before they lay it down."""
        return self.state is OutboxState.WAITING and bool(self.events) and self.events[-1].code == IN_HAND
