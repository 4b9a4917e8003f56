"""Each kind of write: how it is sent, and how its outcome is proved by reading before anything is repeated.

The one place for these rules:

- ACTION: `GET /negotiations/{id}` shows the employer's state (and sub-stage) that the act makes. Never
repeats.
- INVITATION: `active?resume_id=` shows a state for the vacancy, or the negotiation that hh.ru named in its
answer can be read. Never repeats by itself.
- CHAT_MESSAGE: hh.ru's answer with the message's id, no state is read; after a lost answer the same key
again, where 409 says that it was delivered. Repeats by itself.
"""

from collections.abc import Awaitable, Callable, Mapping
from enum import Enum
from typing import Final

from msgspec import Struct

from hhdesk.domain.errors import AlreadyDelivered, NotFound, ProgrammingMistake
from hhdesk.domain.identity import NegotiationId
from hhdesk.domain.outbox import Intent, OutboxEntry, WriteKind
from hhdesk.services.context import Context

ANSWERED: Final = "answered"
"""The line of an entry's story that holds the id of what hh.ru's answer named: a negotiation, a message."""
DELIVERED: Final = "already_delivered"
"""The line that says that hh.ru had the message from an earlier try."""


class Proof(Enum):
    """What reading the state said of a write."""

    DONE = "done"
    NOT_DONE = "not_done"
    MOVED_ELSEWHERE = "moved_elsewhere"
    """Somebody else moved it on."""
    UNPROVABLE = "unprovable"
    """hh.ru names no state that would tell."""


class Yes(Struct, frozen=True):
    """hh.ru's yes to a write."""

    named: str = ""
    """Id of what its answer named, if anything."""
    code: str = ANSWERED
    """The line of the entry's story."""


class Rule(Struct, frozen=True):
    """Sends one kind of write, and proves it."""

    send: Callable[[Context, OutboxEntry], Awaitable[Yes]]
    prove: Callable[[Context, OutboxEntry], Awaitable[Proof]]
    repeats: bool = False
    settled: str = "settled"
    """The line of an entry's story that says by what it was proved."""


async def _send_action(context: Context, entry: OutboxEntry) -> Yes:
    intent = entry.intent
    await context.api.negotiations.perform(intent.method, intent.url, intent.form, act=intent.act)
    return Yes(intent.negotiation_id or "")


async def _prove_action(context: Context, entry: OutboxEntry) -> Proof:
    intent = entry.intent
    if intent.negotiation_id is None:
        return Proof.UNPROVABLE
    answer = await context.api.negotiations.get(intent.negotiation_id)
    await context.store.negotiations.keep(answer.value, answer.body, context.now())
    state = answer.value.employer_state.id if answer.value.employer_state else ""
    return judge(intent, state, answer.value.substage if answer.value.tells_substage else None)


def judge(intent: Intent, state: str, substage: str | None) -> Proof:
    """Compare the employer's state as read with what the act should have made of it.

    Args:
        state: id of the employer state that hh.ru shows now; empty where it tells none, which it need not.
        substage: name of the employer's own sub-stage, empty where there is none, None where hh.ru does not
            tell.
    """
    expected, previous = intent.expected_state, intent.previous_state
    if intent.expected_substage:
        if (proof := _judge_substage(intent, state, substage)) is not None:
            return proof
    elif not expected or expected == previous:
        return Proof.UNPROVABLE
    elif state == expected:
        return Proof.DONE
    if not state:
        return Proof.UNPROVABLE
    return Proof.NOT_DONE if state == previous else Proof.MOVED_ELSEWHERE


def _judge_substage(intent: Intent, state: str, substage: str | None) -> Proof | None:
    """What the sub-stage tells of an act that leads to one; None where the stage has to tell it."""
    expected = intent.expected_state
    if state and expected and state != expected:
        return None
    if substage == intent.expected_substage:
        return Proof.DONE
    if substage:
        return None
    # The compulsory sub-stage of a stage is shown as none.
    if expected and state == expected != intent.previous_state:
        return Proof.DONE
    return Proof.UNPROVABLE if substage is None or intent.previous_substage else None


async def _send_invitation(context: Context, entry: OutboxEntry) -> Yes:
    intent = entry.intent
    if intent.consent is None:
        raise ProgrammingMistake(detail="a paid write without consent")
    named = await context.api.negotiations.invite(
        intent.method, intent.url, intent.form, consent=intent.consent
    )
    return Yes(named or "")


async def _prove_invitation(context: Context, entry: OutboxEntry) -> Proof:
    intent = entry.intent
    if intent.resume_id is None:
        return Proof.UNPROVABLE
    vacancies = await context.api.vacancies.invitable(context.employer, intent.resume_id)
    for vacancy in vacancies:
        if vacancy.id == intent.vacancy_id and vacancy.state is not None:
            return Proof.DONE
    if (named := _named_negotiation(entry)) is not None:
        return await _prove_existence(context, entry, named)
    listed = any(vacancy.id == intent.vacancy_id for vacancy in vacancies)
    return Proof.NOT_DONE if listed else Proof.UNPROVABLE


def _named_negotiation(entry: OutboxEntry) -> NegotiationId | None:
    """The negotiation that hh.ru's answer to the last try named, if it answered and named one."""
    named = [event.detail for event in entry.events if event.code == ANSWERED]
    return NegotiationId(named[-1]) if named and named[-1] else None


async def _prove_existence(context: Context, entry: OutboxEntry, negotiation: NegotiationId) -> Proof:
    """Whether the negotiation is there and of the invited resume: lists lag behind what was just made."""
    try:
        answer = await context.api.negotiations.get(negotiation)
    except NotFound:
        return Proof.NOT_DONE
    await context.store.negotiations.keep(answer.value, answer.body, context.now())
    resume = answer.value.resume
    return Proof.DONE if resume is None or resume.id == entry.intent.resume_id else Proof.NOT_DONE


async def _send_message(context: Context, entry: OutboxEntry) -> Yes:
    intent = entry.intent
    if intent.chat_id is None:
        raise ProgrammingMistake(detail="a chat message without a chat")
    try:
        return Yes(await context.api.chats.post(intent.chat_id, entry.key, intent.text, act=intent.act))
    except AlreadyDelivered:
        return Yes(code=DELIVERED)


async def _prove_message(context: Context, entry: OutboxEntry) -> Proof:
    """hh.ru's yes is proof enough; a lost answer is settled by the repeat under the same key."""
    return Proof.DONE


RULES: Mapping[WriteKind, Rule] = {
    WriteKind.ACTION: Rule(send=_send_action, prove=_prove_action),
    WriteKind.INVITATION: Rule(send=_send_invitation, prove=_prove_invitation),
    WriteKind.CHAT_MESSAGE: Rule(
        send=_send_message, prove=_prove_message, repeats=True, settled="settled_by_answer"
    ),
}


async def prove(context: Context, entry: OutboxEntry) -> Proof:
    """Read the state that tells whether the write was done.

    Raises:
        HhdeskError: the state could not be read now; the write stays unknown.
    """
    try:
        return await RULES[entry.intent.kind].prove(context, entry)
    except NotFound:
        return Proof.UNPROVABLE
