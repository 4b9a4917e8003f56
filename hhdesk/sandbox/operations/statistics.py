"""How the company works with its responses, and who looked at a vacancy."""

from __future__ import annotations

from hhdesk.sandbox.call import Call, Json, operation, paged
from hhdesk.sandbox.dice import Dice
from hhdesk.sandbox.operations.account import own_employer, own_manager
from hhdesk.sandbox.operations.vacancies import vacancy_of
from hhdesk.sandbox.records import Topic
from hhdesk.sandbox.resume_view import short
from hhdesk.sandbox.vacancy_book import MANAGERS


def _statistics(call: Call, topics: list[Topic]) -> Json:
    applied = [topic for topic in topics if topic.applied]
    replied = sum(topic.stage != "response" for topic in applied)
    viewed = sum(not topic.unread for topic in applied)
    politeness = {
        "index": 87,
        "index_change": 2,
        "description": "Доля откликов, на которые компания ответила",
        "hint": "Хороший результат",
        "article_url": call.url("/article/23734"),
    }
    return {
        "received": len(applied),
        "replied_percent": replied * 100 // len(applied) if applied else None,
        "viewed_percent": viewed * 100 // len(applied) if applied else None,
        "average_reply_time": 1.4 if applied else None,
        "politeness": politeness if applied else None,
    }


@operation("get-negotiations-statistics-employer")
def of_company(call: Call) -> Json:
    """All vacancies."""
    own_employer(call)
    return {"employer_statistics": _statistics(call, call.world.topics.all())}


@operation("get-negotiations-statistics-manager")
def of_manager(call: Call) -> Json:
    """The vacancies of one manager."""
    manager, world = own_manager(call), call.world
    ours = {v.id for v in world.vacancies.values() if MANAGERS[v.manager].id == manager.id}
    return {"manager_statistics": _statistics(call, [t for t in world.topics.all() if t.vacancy_id in ours])}


@operation("get-vacancy-visitors")
def visitors(call: Call) -> Json:
    """People who looked at a vacancy; the total counts hidden ones too."""
    vacancy, world = vacancy_of(call), call.world
    dice = Dice(world.seed, vacancy.index, 51)
    count = min(60, world.resume_count // 4)
    found = dict.fromkeys(dice.below(world.resume_count) for _ in range(count))
    shown = [index for index in found if index not in world.withdrawn]
    page: dict[str, Json] = paged(call, len(shown), 20, 50, lambda number: _visitor(call, shown[number]))
    return {**page, "found": len(found), "hidden_on_page": len(found) - len(shown)}


def _visitor(call: Call, index: int) -> Json:
    item = short(call, index)
    item.pop("contacts_open_until_date")
    return item
