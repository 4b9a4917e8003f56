"""Moves of responses, one by one and in bulk, and invitations of people who have not applied."""

from __future__ import annotations

from hhdesk.sandbox import topic_view
from hhdesk.sandbox.call import Answer, Call, Json, Refusal, bad_argument, flag, not_found, nothing, operation
from hhdesk.sandbox.operations.negotiations import topic_of, topics_of_one_vacancy
from hhdesk.sandbox.records import Change, Topic
from hhdesk.sandbox.stages import BY_ID, INVITATIONS, SUBSTAGES, Stage
from hhdesk.sandbox.vacancy_book import ADDRESSES

MESSAGE_LIMIT = 10_000


def _check_form(call: Call, taken: set[str]) -> str | None:
    """The message, after the rules that hold for every letter. Raises Refusal (400, 403)."""
    for name, _ in call.form:
        if name not in taken:
            raise bad_argument(name)
    message = call.field("message")
    if message is not None and not message.strip():
        raise Refusal(403, "negotiations", "empty_message")
    if message is not None and len(message) > MESSAGE_LIMIT:
        raise Refusal(403, "negotiations", "too_long_message")
    flag(call.field("send_sms"), "send_sms")
    if message is None and (call.field("address_id") or call.field("send_sms") == "true"):
        raise bad_argument("message")
    address = call.field("address_id")
    if address is not None and address not in [known.id for known in ADDRESSES]:
        raise Refusal(403, "negotiations", "address_not_found")
    return message


def _possible(call: Call, topic: Topic, target: str) -> dict[str, Json]:
    """The action that leads to a collection, if the topic has it. Raises Refusal (403)."""
    for action in topic_view.actions(call, topic):
        if action["id"] == target and (action["enabled"] or call.one("substate")):
            found: dict[str, Json] = action
            return found
    raise Refusal(403, "negotiations", "wrong_state")


def _move(call: Call, topic: Topic, stage: Stage, message: str | None, substage: str | None) -> None:
    topic.stage, topic.substage, topic.unread = stage.id, substage, False
    at = call.world.tick()
    if message is not None:
        call.world.topics.say(topic, "employer", message)
        # Only a letter changes what the candidate sees.
        topic.state = stage.applicant_state
    topic.updated = at
    topic.history.append(Change(stage.id, at, message is not None))


@operation("change-negotiation-action")
def move(call: Call) -> Answer:
    """One topic goes to a collection."""
    topic, target = topic_of(call, "nid"), call.path["collection_name"]
    if target not in BY_ID:
        raise not_found()
    action = _possible(call, topic, target)
    message = _check_form(call, {argument["id"] for argument in action["arguments"]})
    if call.one("funnel_key") != str(int(topic.id) % 9973):
        raise bad_argument("funnel_key")
    substage = call.one("substate")
    if substage is not None and SUBSTAGES.get(substage) != target:
        raise bad_argument("substate")
    _move(call, topic, BY_ID[target], message, substage)
    return nothing()


@operation("put-negotiations-collection-to-next-state")
def move_many(call: Call) -> Answer:
    """At most fifty topics of one vacancy go to a collection; one wrong topic stops all."""
    target = call.path["id"]
    if target not in BY_ID or BY_ID[target].action is None:
        raise not_found()
    topics = topics_of_one_vacancy(call, Refusal(403, "negotiations", "application_denied"))
    message = _check_form(call, {"topic_id", "message", "send_sms", "address_id"})
    for topic in topics:
        try:
            _possible(call, topic, target)
        except Refusal:
            raise Refusal(403, "negotiations", "application_denied") from None
    for topic in topics:
        _move(call, topic, BY_ID[target], message, None)
    return nothing()


@operation("invite-applicant-to-vacancy")
def invite(call: Call) -> Answer:
    """Invite somebody who has not applied; spends a contact once per resume and company."""
    world, target = call.world, call.path["action"]
    if target not in INVITATIONS:
        raise not_found()
    message = _check_form(call, {"resume_id", "vacancy_id", "message", "send_sms", "address_id"})
    vacancy = world.vacancies.get(call.field("vacancy_id") or "")
    index = world.resume_index(call.field("resume_id") or "")
    if vacancy is None:
        raise bad_argument("vacancy_id")
    if index is None:
        raise bad_argument("resume_id")
    if vacancy.shelf != "active":
        raise Refusal(403, "negotiations", "invalid_vacancy")
    if world.topics.pair(vacancy.id, index):
        raise Refusal(403, "negotiations", "already_applied")
    if message is None:
        raise Refusal(403, "negotiations", "empty_message")
    if not world.contacts_open(index) and not world.open_contacts(index, call.operation):
        raise Refusal(403, "negotiations", "not_enough_purchased_services")
    topic = world.topics.add(vacancy, index, target, applied=False)
    world.topics.say(topic, "employer", message)
    topic.history[-1].with_message = True
    world.pay(call.operation, resume_id=world.resume_id(index), vacancy_id=vacancy.id, what="invitation")
    location = {"Location": f"/negotiations/{topic.id}"}
    return Answer(201, raw=b"", content_type="text/html; charset=utf-8", headers=location)
