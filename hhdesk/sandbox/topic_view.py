"""How a response or invitation looks, and what may be done with it."""

from __future__ import annotations

from hhdesk.sandbox.call import Call, Json
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.records import Topic, Vacancy
from hhdesk.sandbox.resume_view import short
from hhdesk.sandbox.stages import APPLICANT_STATES, BY_ID, INVITATIONS, MOVES, Stage


def _argument(id_: str, required: bool = False, with_message: bool = False) -> Json:
    return {
        "id": id_,
        "required": required,
        "required_arguments": [{"id": "message"}] if with_message else [],
    }


def arguments(stage: Stage, required_message: bool = False) -> list[Json]:
    """What an action takes: a letter, and where it makes sense an SMS and an address with it."""
    found = [_argument("message", required_message)]
    if stage.sms:
        found.append(_argument("send_sms", with_message=True))
    if stage.address:
        found.append(_argument("address_id", with_message=True))
    return found


def state(id_: str) -> Json:
    """The employer's state of a stage."""
    return {"id": id_, "name": BY_ID[id_].state_name}


def templates(call: Call, stage: Stage, query: str) -> list[Json]:
    """The letters of a stage."""
    return [
        {"id": id_, "name": name, "quick": quick, "url": call.url(f"/message_templates/{id_}?{query}")}
        for id_, name, quick in stage.templates
    ]


def actions(call: Call, topic: Topic) -> list[Json]:
    """What the employer may do now; nothing in a vacancy of the archive, nothing after the person refused."""
    vacancy = call.world.vacancies[topic.vacancy_id]
    if vacancy.shelf != "active" or BY_ID[topic.stage].final or topic.resume in call.world.withdrawn:
        return []
    return [_action(call, topic, stage) for stage in MOVES if stage.id != topic.stage or stage.substages]


def _action(call: Call, topic: Topic, stage: Stage) -> Json:
    # hh.ru's addresses are given, not built; the sandbox's carry a query that nothing declares.
    url = call.url(f"/negotiations/{stage.id}/{topic.id}?funnel_key={int(topic.id) % 9973}")
    found: dict[str, Json] = {
        "id": stage.id,
        "name": stage.action,
        "enabled": stage.id != topic.stage,
        "hidden": False,
        "method": "PUT",
        "url": url,
        "arguments": arguments(stage),
        "templates": templates(call, stage, f"topic_id={topic.id}"),
        "resulting_employer_state": state(stage.id),
    }
    if stage.substages:
        found["sub_actions"] = [
            {"id": id_, "name": name, "method": "PUT", "url": f"{url}&substate={id_}"}
            for id_, name in stage.substages
        ]
    return found


def invitations(call: Call, vacancy: Vacancy, index: int) -> list[Json]:
    """The ways to invite somebody who has not applied; none when a topic exists or no contact is left."""
    world = call.world
    can_pay = world.contacts_open(index) or world.quotas.contacts_left > 0
    if vacancy.shelf != "active" or not can_pay or world.topics.pair(vacancy.id, index):
        return []
    query = f"resume_id={world.resume_id(index)}&vacancy_id={vacancy.id}"
    found: list[Json] = []
    for id_ in INVITATIONS:
        stage = BY_ID[id_]
        letters = [
            letter for letter in templates(call, stage, query) if letter["id"] != "invite_after_response"
        ]
        found.append(
            {
                "id": id_,
                "name": "Пригласить" if id_ == INVITATIONS[0] else "Пригласить на интервью",
                "enabled": True,
                "hidden": False,
                "method": "POST",
                "url": call.url(f"/negotiations/{id_}"),
                "arguments": [
                    _argument("resume_id", True),
                    _argument("vacancy_id", True),
                    *arguments(stage, required_message=True),
                ],
                "templates": letters,
                "resulting_employer_state": state(id_),
            }
        )
    return found


def item(call: Call, topic: Topic) -> dict[str, Json]:
    """A response in a list; ``resume`` is null when its owner withdrew it."""
    world = call.world
    possible = actions(call, topic)
    unread = topic.unread_messages()
    found: dict[str, Json] = {
        "id": topic.id,
        "url": call.url(f"/negotiations/{topic.id}"),
        "messages_url": call.url(f"/negotiations/{topic.id}/messages"),
        "chat_id": topic.chat_id,
        "chat_states": {"response_reminder_state": {"allowed": False}},
        "counters": {"messages": len(topic.messages), "unread_messages": unread},
        "created_at": stamp(topic.created),
        "updated_at": stamp(topic.updated),
        "state": {"id": topic.state, "name": APPLICANT_STATES[topic.state]},
        "employer_state": state(topic.stage),
        "funnel_stage": {
            "id": str(700 + list(BY_ID).index(topic.stage)),
            "state": state(topic.stage),
            "substate": _substate(topic),
        },
        "has_updates": topic.unread or unread > 0,
        "messaging_status": "archived" if topic.writing else "ok",
        "source": topic.source,
        "applicant_question_state": False,
        "viewed_by_opponent": all(message.seen_by_applicant for message in topic.messages),
        "tags": [{"id": "AUTO_RESPONSE"}] if topic.source == "AUTO_RESPONSE" else [],
        "actions": possible,
        "templates": [letter for action in possible for letter in action["templates"]],
        "resume": None if topic.resume in world.withdrawn else _resume(call, topic),
    }
    if topic.has_test:
        found["test_result"] = test_result(call, topic)
    if topic.number % 11 == 5:
        found["chat_bot"] = {
            "auto_survey": {"text": f"Есть ли опыт работы от года?: {'Да' if topic.number % 2 else 'Нет'}"}
        }
    return found


def test_score(topic: Topic) -> tuple[int, str]:
    """Points and mark of the test of a person."""
    score = 40 + topic.number % 60
    return score, "EXCELLENT" if score >= 80 else "GOOD" if score >= 45 else "FAIR"


def test_result(call: Call, topic: Topic) -> Json:
    """The test in a list, with the address of its answers."""
    score, mark = test_score(topic)
    url = call.url(f"/negotiations/{topic.id}/test/solution")
    # ``type`` is required by the specification and described nowhere.
    return {
        "type": "VACANCY",
        "score": score,
        "mark": mark,
        "url": url,
        "alternate_url": call.url(f"/test/{topic.id}"),
    }


def _substate(topic: Topic) -> Json:
    names = dict(BY_ID[topic.stage].substages)
    return {"name": names[topic.substage]} if topic.substage in names else None


def _resume(call: Call, topic: Topic) -> dict[str, Json]:
    return short(call, topic.resume, topic)
