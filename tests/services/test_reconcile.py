"""What reading the state proves of an act."""

import pytest

from hhdesk.domain.acts import Act
from hhdesk.domain.outbox import Intent, WriteKind
from hhdesk.services.context import now
from hhdesk.services.reconcile import RULES, Proof, judge


def intent(previous: str, expected: str, substage: str = "") -> Intent:
    """An act that leads from one state to another."""
    return Intent(
        kind=WriteKind.ACTION,
        act=Act(name="act", at=now()),
        method="PUT",
        url="/x",
        previous_state=previous,
        expected_state=expected,
        expected_substage=substage,
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


def test_every_kind_of_write_has_its_rule_and_only_chat_messages_repeat() -> None:
    assert set(RULES) == set(WriteKind)
    assert [kind for kind, rule in RULES.items() if rule.repeats] == [WriteKind.CHAT_MESSAGE]
