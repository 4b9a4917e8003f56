"""An act before it is sent: what hh.ru asks for (`arguments[]`) and what the person has filled in.

Source: change-negotiation-action, invite-applicant-to-vacancy.
"""

from enum import StrEnum

from msgspec import Struct

from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.identity import NegotiationId, ResumeId, VacancyId
from hhdesk.domain.negotiations import KNOWN_ARGUMENTS, Action, InvitableVacancy, Response, SubAction
from hhdesk.domain.outbox import Intent, WriteKind
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Form

LETTER_LIMIT = 20_000
"""Characters of a letter: the specification's limit for chats; hh.ru's own refusal is worded too."""


class Problem(StrEnum):
    """Why a draft cannot be sent; gui words it beside the field."""

    FOR_THE_SITE = "for_the_site"
    NOT_ENABLED = "not_enabled"
    LETTER_REQUIRED = "letter_required"
    LETTER_FOR_SMS = "letter_for_sms"
    LETTER_FOR_ADDRESS = "letter_for_address"
    LETTER_TOO_LONG = "letter_too_long"
    ADDRESS_REQUIRED = "address_required"
    SMS_REQUIRED = "sms_required"


_LETTER_NEEDED_BY = {"send_sms": Problem.LETTER_FOR_SMS, "address_id": Problem.LETTER_FOR_ADDRESS}
_REQUIRED = {
    "message": Problem.LETTER_REQUIRED,
    "address_id": Problem.ADDRESS_REQUIRED,
    "send_sms": Problem.SMS_REQUIRED,
}


class ActDraft(Struct):
    """One act of hh.ru's on a response, or one that creates a negotiation.

    Either `response` (an act on it) or `vacancy` with `resume` (an invitation) is given.
    """

    action: Action
    sub_action: SubAction | None = None
    response: Response | None = None
    vacancy: InvitableVacancy | None = None
    resume: ResumeShort | None = None
    vacancy_name: str = ""
    message: str = ""
    send_sms: bool = False
    address_id: str = ""
    address_text: str = ""
    """The address in words: hh.ru gets the id alone, the outbox shows what was chosen."""

    @property
    def kind(self) -> WriteKind:
        """Whether a negotiation is created or changed."""
        return WriteKind.ACTION if self.response is not None else WriteKind.INVITATION

    @property
    def resume_id(self) -> ResumeId | None:
        """Whose resume the act concerns; None where the person withdrew it."""
        short = self._short
        return short.id if short is not None else None

    @property
    def vacancy_id(self) -> VacancyId | None:
        """The vacancy of the act."""
        if self.vacancy is not None:
            return self.vacancy.id
        return self.response.vacancy_id if self.response is not None else None

    @property
    def _short(self) -> ResumeShort | None:
        if self.resume is not None:
            return self.resume
        return self.response.resume if self.response is not None else None

    def form(self) -> Form:
        """The form body: hh.ru's arguments in its order, those that are filled.

        An empty letter is left out, since hh.ru takes it for an error where no letter is a silent move.
        """
        given = self._given()
        return tuple((a.id, given[a.id]) for a in self.action.arguments if a.id in given)

    def problems(self) -> tuple[Problem, ...]:
        """What keeps the draft from being sent, in the order of the fields; empty when it can go."""
        if self.action.unknown_required:
            return (Problem.FOR_THE_SITE,)
        found: list[Problem] = [] if self.action.enabled else [Problem.NOT_ENABLED]
        given = self._given()
        for argument in self.action.arguments:
            if argument.required and argument.id not in given and argument.id in _REQUIRED:
                found.append(_REQUIRED[argument.id])
            if argument.id in given and "message" in argument.required_arguments and "message" not in given:
                found.append(_LETTER_NEEDED_BY.get(argument.id, Problem.LETTER_REQUIRED))
        if len(self.message) > LETTER_LIMIT:
            found.append(Problem.LETTER_TOO_LONG)
        return tuple(found)

    def intent(self, act: Act, *, is_rejection: bool = False) -> Intent:
        """The whole write, ready for the outbox; `act` is a Consent for an invitation."""
        short = self._short
        sub = self.sub_action
        state = self.action.resulting_state
        return Intent(
            kind=self.kind,
            act=act,
            consent=act if isinstance(act, Consent) else None,
            method=sub.method if sub else self.action.method,
            url=sub.url if sub else self.action.url,
            form=self.form(),
            action_id=sub.id if sub else self.action.id,
            action_name=sub.name if sub else self.action.name,
            expected_state=state.id if state else "",
            expected_substage=sub.name if sub else "",
            previous_state=self._previous_state(),
            previous_substage=self.response.substage if self.response is not None else "",
            is_rejection=is_rejection,
            person_id=short.person_id if short else None,
            person_name=(short.full_name or short.title) if short else "",
            resume_id=self.resume_id,
            vacancy_id=self.vacancy_id,
            address_text=self.address_text if self.address_id else "",
            vacancy_name=self.vacancy.name if self.vacancy else self.vacancy_name,
            negotiation_id=self._negotiation_id(),
        )

    def _given(self) -> dict[str, str]:
        values = {
            "message": self.message.strip(),
            "send_sms": "true" if self.send_sms else "",
            "address_id": self.address_id,
            "resume_id": self.resume_id or "",
            "vacancy_id": self.vacancy_id or "",
        }
        return {name: value for name, value in values.items() if value and name in KNOWN_ARGUMENTS}

    def _previous_state(self) -> str:
        state = self.response.employer_state if self.response is not None else None
        return state.id if state else ""

    def _negotiation_id(self) -> NegotiationId | None:
        return self.response.id if self.response is not None else None
