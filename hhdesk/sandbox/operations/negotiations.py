"""Collections of responses, their lists, one response, its letters and test."""

from __future__ import annotations

from collections.abc import Callable

from hhdesk.sandbox import search, topic_view, vacancy_view
from hhdesk.sandbox.call import Answer, Call, Json, Refusal, bad_argument, not_found, nothing, operation
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.professions import PROFESSIONS
from hhdesk.sandbox.records import Topic, Vacancy
from hhdesk.sandbox.resume_view import name_of
from hhdesk.sandbox.stages import APPLICANT_STATES, LEGEND, LETTERS, ORDER_NAMES, STAGES, SUBSTAGES, orders_of
from hhdesk.sandbox.stages import BY_ID as STAGE
from hhdesk.sandbox.vacancy_book import COMPANY, MANAGERS

GENERATED: dict[str, tuple[str, Callable[[Topic], bool]]] = {
    "phone_calls": ("Звонки", lambda topic: topic.source == "PHONE_CALL"),
    "unread_messages": ("С непрочитанными сообщениями", lambda topic: topic.unread_messages() > 0),
}
_ONLY_PHONE = frozenset(("vacancy_id", "order_by", "page", "per_page", "host", "locale"))


def _vacancy(call: Call) -> Vacancy:
    vacancy = call.world.vacancies.get(call.one("vacancy_id") or "")
    if vacancy is None:
        raise not_found() if call.one("vacancy_id") else bad_argument("vacancy_id")
    return vacancy


def collected(call: Call, vacancy: Vacancy, collection: str) -> list[Topic]:
    """The topics of a collection, sub-collection or generated collection. Raises Refusal (404)."""
    topics = call.world.topics.of(vacancy.id)
    if collection in GENERATED:
        return [topic for topic in topics if GENERATED[collection][1](topic)]
    root, _, rest = collection.rpartition("_")
    if collection in SUBSTAGES:
        return [
            topic for topic in topics if topic.substage == collection and topic.stage == SUBSTAGES[collection]
        ]
    if rest == "1" and root in STAGE:
        return [topic for topic in topics if topic.stage == root and topic.substage is None]
    if collection not in STAGE:
        raise not_found()
    return [topic for topic in topics if topic.stage == collection]


def _collection(call: Call, vacancy: Vacancy, id_: str, name: str) -> dict[str, Json]:
    topics = collected(call, vacancy, id_)
    url = call.url(f"/negotiations/{id_}?vacancy_id={vacancy.id}")
    return {
        "id": id_,
        "name": name,
        "url": url,
        "counters": {
            "total": len(topics),
            "with_updates": sum(t.unread or t.unread_messages() > 0 for t in topics),
        },
        "order_types": [
            {"id": order, "name": title, "url": f"{url}&order_by={order}"} for order, title in orders_of(id_)
        ],
    }


@operation("get-negotiations")
def collections(call: Call) -> Json:
    """The collections of a vacancy; no topics."""
    vacancy = _vacancy(call)
    found: list[Json] = []
    for stage in STAGES:
        children = [_collection(call, vacancy, f"{stage.id}_1", "Остальные")] if stage.substages else []
        children += [_collection(call, vacancy, id_, name) for id_, name in stage.substages]
        for child in children:
            child["root_collection"] = child["id"] == f"{stage.id}_1"
        entry = _collection(call, vacancy, stage.id, stage.name)
        found.append(
            {**entry, "description": stage.description, "hidden": stage.final, "sub_collections": children}
        )
    body: dict[str, Json] = {
        "collections": found,
        "employer_states": [{"id": id_, "name": name} for id_, name in LEGEND],
        "generated_collections": [],
    }
    if call.flag("with_generated_collections"):
        body["generated_collections"] = [
            {**_collection(call, vacancy, id_, name), "description": name, "hidden": False}
            for id_, (name, _) in GENERATED.items()
        ]
    return body


@operation("get-collection-negotiations-list")
def collection_list(call: Call) -> Json:
    """A page of a collection."""
    vacancy, collection = _vacancy(call), call.path["collection"]
    if collection == "phone_calls" and {name for name, _ in call.query} - _ONLY_PHONE:
        raise bad_argument(next(name for name, _ in call.query if name not in _ONLY_PHONE))
    matching = _matching(call)
    topics = [
        t for t in collected(call, vacancy, collection) if t.resume in matching and _fits(call, collection, t)
    ]
    order = call.one("order_by") or call.world.orders.get(vacancy.id) or orders_of(collection)[0][0]
    if order not in dict(orders_of(collection)):
        if call.one("order_by") is not None:
            raise bad_argument("order_by")
        order = orders_of(collection)[0][0]
    topics = _ordered(call, topics, order)
    page, size = call.number("page", 0, 0, 100_000), call.number("per_page", 20, 1, 50)
    return {
        "found": len(topics),
        "page": page,
        "pages": -(-len(topics) // size),
        "per_page": size,
        "hidden_count": vacancy.index % 3,
        "ordered_by": {"id": order, "name": ORDER_NAMES[order]},
        "items": [topic_view.item(call, topic) for topic in topics[page * size : (page + 1) * size]],
    }


_SHARED = (
    "age_from", "age_to", "area", "citizenship", "currency", "driver_license_types",
    "educational_institution",
    "education_level", "experience", "gender", "language", "relocation", "salary_from", "salary_to",
)  # fmt: skip


def _fits(call: Call, collection: str, topic: Topic) -> bool:
    new = call.flag("show_only_new_responses") if collection == "response" else call.flag("show_only_new")
    if new and not (topic.unread or topic.unread_messages()):
        return False
    return not call.flag("show_only_with_vehicle") or call.world.card(topic.resume).vehicle


def _matching(call: Call) -> set[int] | range:
    """The resumes that the shared filters and the text let through."""
    pairs = [(name, value) for name, value in call.query if name in _SHARED]
    text = call.one("search_text")
    if text:
        names = _named(call, text)
        found = set(search.every(call.world, [*pairs, ("text", text)])) if len(text) > 1 else set()
        return found | names
    return set(search.every(call.world, pairs)) if pairs else range(call.world.resume_count)


def _named(call: Call, text: str) -> set[int]:
    """Responses are searched by the names of people too."""
    words = text.lower().split()
    vacancy = call.one("vacancy_id") or ""
    return {
        topic.resume
        for topic in call.world.topics.of(vacancy)
        if all(word in " ".join(filter(None, name_of(call.world, topic.resume))).lower() for word in words)
    }


def _ordered(call: Call, topics: list[Topic], order: str) -> list[Topic]:
    card = call.world.card

    def trade(topic: Topic) -> int:
        return call.world.vacancies[topic.vacancy_id].trade

    keys: dict[str, tuple[Callable[[Topic], Json], bool]] = {
        "created_at": (lambda topic: topic.created, True),
        "relevance": (lambda topic: (card(topic.resume).trade == trade(topic), topic.created), True),
        "salary_asc": (lambda topic: card(topic.resume).salary or 10**9, False),
        "salary_desc": (lambda topic: card(topic.resume).salary or 0, True),
    }
    key, reverse = keys.get(order, (lambda topic: topic.updated, True))
    return sorted(topics, key=key, reverse=reverse)


def topic_of(call: Call, name: str) -> Topic:
    """The topic that the path names. Raises Refusal (404)."""
    topic = call.world.topics.get(call.path[name])
    if topic is None:
        raise not_found()
    return topic


@operation("get-negotiation-item")
def negotiation(call: Call) -> Json:
    """One topic with its vacancy. Reading it marks nothing."""
    topic = topic_of(call, "id")
    vacancy = call.world.vacancies[topic.vacancy_id]
    item = topic_view.item(call, topic)
    for name in ("templates", "chat_bot"):
        item.pop(name, None)
    trade = PROFESSIONS[vacancy.trade]
    card = vacancy_view.common(call, vacancy)
    for name in ("relations", "closed_for_applicants", "vacancy_properties"):
        card.pop(name)
    card.update(
        professional_roles=[{"id": trade.role, "name": trade.role_name}], response_url=None,
        show_contacts=False,
        insider_interview=None, sort_point_distance=None,
    )  # fmt: skip
    return {**item, "vacancy": card}


@operation("post-negotiations-topics-read")
def mark_read(call: Call) -> Answer:
    """At most fifty topics of one vacancy become read."""
    for topic in topics_of_one_vacancy(call, bad_argument("topic_id")):
        topic.unread = False
    call.world.trace(call.operation, topic_ids=call.fields("topic_id"))
    return nothing()


def topics_of_one_vacancy(call: Call, mixed: Refusal) -> list[Topic]:
    """The topics of the form, at most fifty. Raises Refusal (400, 404; ``mixed`` for several vacancies)."""
    ids = call.fields("topic_id")
    if not 1 <= len(ids) <= 50:
        raise bad_argument("topic_id")
    topics = [call.world.topics.get(id_) for id_ in ids]
    found = [topic for topic in topics if topic is not None]
    if len(found) != len(ids):
        raise Refusal(404, "negotiations", "topic_not_found")
    if len({topic.vacancy_id for topic in found}) > 1:
        raise mixed
    return found


@operation("get-negotiation-messages")
def messages(call: Call) -> Json:
    """The old list of messages; reading it marks the topic as read."""
    topic = topic_of(call, "nid")
    topic.unread = False
    topic.last_read = max((message.id for message in topic.messages), default=0)
    call.world.trace(call.operation, topic_id=topic.id)
    items: list[Json] = [
        {
            "id": str(message.id),
            "text": message.text,
            "created_at": stamp(message.at),
            "author": {"participant_type": message.author},
            "address": None,
            "viewed_by_me": True,
            "viewed_by_opponent": message.seen_by_applicant,
            "editable": False,
            "read": True,
            "state": {"id": topic.state, "name": APPLICANT_STATES[topic.state]},
            "assessments": [],
        }
        for message in topic.messages
    ]
    return {"found": len(items), "page": 0, "pages": 1, "per_page": 20, "items": items}


@operation("get-negotiation-message-templates")
def letter(call: Call) -> Json:
    """A letter of the company with the person's name in it."""
    template = call.path["template"]
    if template not in LETTERS:
        raise not_found()
    topic_id, vacancy_id, resume_id = call.one("topic_id"), call.one("vacancy_id"), call.one("resume_id")
    if (topic_id is None) == (vacancy_id is None or resume_id is None) or (
        topic_id and (vacancy_id or resume_id)
    ):
        raise bad_argument("topic_id")
    topic = call.world.topics.get(topic_id or "")
    vacancy = call.world.vacancies.get(topic.vacancy_id if topic else vacancy_id or "")
    index = topic.resume if topic else call.world.resume_index(resume_id or "")
    if vacancy is None or index is None:
        raise not_found()
    name = name_of(call.world, index)
    stage = next(stage for stage in STAGES if template in [id_ for id_, _, _ in stage.templates])
    text = LETTERS[template].format(
        name=" ".join(filter(None, (name.first, name.middle))),
        company=COMPANY,
        vacancy=vacancy.title,
        hr=f"{MANAGERS[0].name.first} {MANAGERS[0].name.last}",
    )
    body: dict[str, Json] = {
        "mail": {"employer_state": stage.id.upper(), "template_modified": False, "text": text}
    }
    if stage.sms:
        sms = {
            "employer_state": stage.id.upper(),
            "template_modified": False,
            "text": f"{COMPANY} приглашает вас.",
        }
        body["sms"] = sms
    return body


@operation("get-negotiation-test-results")
def test_solution(call: Call) -> Json:
    """The test of a person; 404 when there is none."""
    topic = topic_of(call, "nid")
    if not topic.has_test:
        raise not_found()
    score, mark = topic_view.test_score(topic)
    tasks = [
        {
            "question": "Что важнее всего в этой работе?",
            "opened_answer": {"value": "Аккуратность и сроки", "mark": mark},
            "closed_answers": [],
        },
        {
            "question": "Сколько минут в трёх четвертях часа?",
            "opened_answer": None,
            "closed_answers": [
                {"value": "45", "correct": True, "selected": score > 65},
                {"value": "75", "correct": False, "selected": score <= 65},
            ],
        },
    ]
    return {
        "test_result": {
            "name": "Короткий тест",
            "score": score,
            "mark": mark,
            "duration": 340,
            "tasks": tasks,
        }
    }
