"""What reading the state proves of an act."""

import pytest

from hhdesk.domain.acts import Act
from hhdesk.domain.outbox import Intent, WriteKind
from hhdesk.services.context import now
from hhdesk.services.reconcile import RULES, Proof, judge


def intent(previous: str, expected: str, substage: str = "", previous_substage: str = "") -> Intent:
    """An act that leads from one state to another."""
    return Intent(
        kind=WriteKind.ACTION,
        act=Act(name="act", at=now()),
        method="PUT",
        url="/x",
        previous_state=previous,
        expected_state=expected,
        expected_substage=substage,
        previous_substage=previous_substage,
    )


@pytest.mark.parametrize(
    ("previous", "expected", "substage", "state", "shown_substage", "proof"),
    [
        ("response", "interview", "", "interview", "", Proof.DONE),
        ("response", "interview", "", "response", "", Proof.NOT_DONE),
        ("response", "interview", "", "hired", "", Proof.MOVED_ELSEWHERE),
        ("response", "", "", "response", "", Proof.UNPROVABLE),
        ("interview", "interview", "", "interview", "", Proof.UNPROVABLE),
        ("interview", "interview", "Тест", "interview", "Тест", Proof.DONE),
        ("interview", "interview", "Тест", "interview", "", Proof.NOT_DONE),
        ("response", "interview", "Тест", "hired", "", Proof.MOVED_ELSEWHERE),
    ],
)
def test_a_state_read_again_tells_whether_the_act_was_done(
    previous: str, expected: str, substage: str, state: str, shown_substage: str, proof: Proof
) -> None:
    assert judge(intent(previous, expected, substage), state, shown_substage) is proof


@pytest.mark.parametrize("previous", ["", "response"])
def test_a_state_that_hh_need_not_tell_disproves_nothing(previous: str) -> None:
    # employer_state and funnel_stage are not required of an item (get-negotiation-item).
    assert judge(intent(previous, "interview"), "", None) is Proof.UNPROVABLE
    assert judge(intent(previous, "interview", "Тест"), "", None) is Proof.UNPROVABLE
    assert judge(intent("interview", "interview", "Тест"), "interview", None) is Proof.UNPROVABLE


def test_the_compulsory_sub_stage_is_shown_as_none() -> None:
    # A response that stands in no sub-stage of the employer's own has `substate: null`.
    assert judge(intent("response", "interview", "Остальные"), "interview", "") is Proof.DONE
    assert judge(intent("interview", "interview", "Остальные", "Тест"), "interview", "") is Proof.UNPROVABLE


def test_a_sub_stage_of_the_same_name_elsewhere_proves_nothing() -> None:
    assert judge(intent("interview", "hired", "Тест", "Тест"), "interview", "Тест") is Proof.NOT_DONE


def test_every_kind_of_write_has_its_rule_and_only_chat_messages_repeat() -> None:
    assert set(RULES) == set(WriteKind)
    assert [kind for kind, rule in RULES.items() if rule.repeats] == [WriteKind.CHAT_MESSAGE]
