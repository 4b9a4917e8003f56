"""What hh.ru's arguments ask of a draft, and what is sent. Source: change-negotiation-action."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.identity import NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.negotiations import (
    KNOWN_ARGUMENTS,
    Action,
    Argument,
    InvitableVacancy,
    Response,
    SubAction,
)
from hhdesk.domain.outbox import WriteKind
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Named
from hhdesk.services.context import now
from hhdesk.services.drafts import LETTER_LIMIT, ActDraft, Problem

RESUME = ResumeShort(id=ResumeId("r1"), person_id=PersonId("p1"), last_name="Ясенева", first_name="Дарья")
RESPONSE = Response(
    id=NegotiationId("n1"),
    vacancy_id=VacancyId("v1"),
    resume=RESUME,
    employer_state=Named(id="response", name="Неразобранные"),
)
VACANCY = InvitableVacancy(id=VacancyId("v2"), name="Сварщик", can_invite=True)


def interview(*, message_required: bool = False) -> Action:
    """The act of the specification's example: SMS and address want a letter."""
    return Action(
        id="interview",
        name="Интервью",
        url="https://api.hh.ru/negotiations/interview/n1?opaque=7",
        arguments=(
            Argument(id="message", required=message_required),
            Argument(id="send_sms", required_arguments=("message",)),
            Argument(id="address_id", required_arguments=("message",)),
        ),
        resulting_state=Named(id="interview", name="Интервью"),
    )


def test_a_silent_move_sends_no_empty_letter() -> None:
    draft = ActDraft(action=interview(), response=RESPONSE, message="   ")
    assert draft.problems() == ()
    assert draft.form() == ()


def test_arguments_go_out_in_the_order_of_hh() -> None:
    draft = ActDraft(
        action=interview(), response=RESPONSE, message="Ждём вас", send_sms=True, address_id="17"
    )
    assert draft.form() == (("message", "Ждём вас"), ("send_sms", "true"), ("address_id", "17"))
    assert draft.problems() == ()


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (ActDraft(action=interview(message_required=True), response=RESPONSE), Problem.LETTER_REQUIRED),
        (ActDraft(action=interview(), response=RESPONSE, send_sms=True), Problem.LETTER_FOR_SMS),
        (ActDraft(action=interview(), response=RESPONSE, address_id="17"), Problem.LETTER_FOR_ADDRESS),
        (
            ActDraft(action=interview(), response=RESPONSE, message="я" * (LETTER_LIMIT + 1)),
            Problem.LETTER_TOO_LONG,
        ),
        (ActDraft(action=Action(id="offer", enabled=False), response=RESPONSE), Problem.NOT_ENABLED),
        (
            ActDraft(
                action=Action(id="offer", arguments=(Argument(id="address_id", required=True),)),
                response=RESPONSE,
            ),
            Problem.ADDRESS_REQUIRED,
        ),
    ],
)
def test_what_keeps_a_draft_from_being_sent(draft: ActDraft, problem: Problem) -> None:
    assert draft.problems() == (problem,)


def test_an_unknown_required_argument_makes_it_an_act_for_the_site() -> None:
    action = Action(id="offer", arguments=(Argument(id="start_date", required=True), Argument(id="message")))
    assert ActDraft(action=action, response=RESPONSE, message="Да").problems() == (Problem.FOR_THE_SITE,)


@given(st.sets(st.text(min_size=1)), st.sets(st.sampled_from(sorted(KNOWN_ARGUMENTS))))
def test_an_unknown_optional_argument_is_left_out(unknown: set[str], known: set[str]) -> None:
    arguments = tuple(Argument(id=name) for name in [*sorted(unknown - KNOWN_ARGUMENTS), *sorted(known)])
    draft = ActDraft(
        action=Action(id="x", arguments=arguments),
        response=RESPONSE,
        message="Текст",
        send_sms=True,
        address_id="1",
    )
    assert {name for name, _ in draft.form()} == known
    assert draft.problems() == ()


def test_an_invitation_names_resume_and_vacancy_where_hh_asks() -> None:
    action = Action(
        id="phone_interview",
        method="POST",
        url="https://api.hh.ru/negotiations/phone_interview?from=search",
        arguments=(
            Argument(id="resume_id", required=True),
            Argument(id="vacancy_id", required=True),
            Argument(id="message", required=True),
        ),
    )
    draft = ActDraft(action=action, vacancy=VACANCY, resume=RESUME, message="Приходите")
    assert draft.form() == (("resume_id", "r1"), ("vacancy_id", "v2"), ("message", "Приходите"))
    agreed = Consent(name="invite", at=now(), cost=Cost(kind=CostKind.CONTACT, amount=1))
    intent = draft.intent(agreed)
    assert intent.kind is WriteKind.INVITATION
    assert intent.consent == agreed
    assert intent.url == action.url
    assert (intent.resume_id, intent.vacancy_id, intent.person_id) == ("r1", "v2", "p1")
    assert intent.letter == "Приходите"


def test_an_intent_knows_what_proves_it() -> None:
    intent = ActDraft(action=interview(), response=RESPONSE).intent(Act(name="act", at=now()))
    assert (intent.previous_state, intent.expected_state) == ("response", "interview")
    assert intent.consent is None
    assert intent.negotiation_id == "n1"


def test_a_sub_action_goes_to_its_own_url_with_the_parents_arguments() -> None:
    sub = SubAction(
        id="42", name="Тестовый день", method="PUT", url="https://api.hh.ru/negotiations/interview/n1/42"
    )
    draft = ActDraft(action=interview(), sub_action=sub, response=RESPONSE, message="Приходите")
    intent = draft.intent(Act(name="act", at=now()))
    assert intent.url == sub.url
    assert intent.form == (("message", "Приходите"),)
    assert intent.expected_substage == "Тестовый день"


def test_a_withdrawn_resume_leaves_no_name_but_the_act_stays() -> None:
    ghost = Response(id=NegotiationId("n2"), vacancy_id=VacancyId("v1"))
    intent = ActDraft(action=interview(), response=ghost).intent(Act(name="act", at=now()))
    assert intent.person_name == ""
    assert intent.resume_id is None
