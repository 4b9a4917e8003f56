"""Lists of vacancies, one vacancy, its statistics and its order of responses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from hhdesk.sandbox import vacancy_view
from hhdesk.sandbox.accounts import MANAGER_ID
from hhdesk.sandbox.call import Answer, Call, Json, bad_argument, not_found, nothing, operation, paged
from hhdesk.sandbox.dice import Dice
from hhdesk.sandbox.fields import ids
from hhdesk.sandbox.operations.account import own_employer
from hhdesk.sandbox.records import Vacancy
from hhdesk.sandbox.stages import BY_ID as STAGE
from hhdesk.sandbox.stages import ORDER_NAMES, ORDERS
from hhdesk.sandbox.topic_view import invitations
from hhdesk.sandbox.vacancy_book import DEPARTMENTS, MANAGERS

_ORDERS: dict[str, Callable[[Vacancy], Json]] = {
    "name": lambda vacancy: vacancy.title,
    "expiration": lambda vacancy: vacancy.published,
    "archive": lambda vacancy: vacancy.archived,
}


def on_shelf(call: Call, shelf: str) -> list[Vacancy]:
    """The vacancies of a shelf that fit the list's parameters, in its order. Raises Refusal (400, 404)."""
    own_employer(call)
    found = [vacancy for vacancy in call.world.vacancies.values() if vacancy.shelf == shelf]
    if call.account != MANAGER_ID:
        # The branch runs every other vacancy, so that the two accounts do not look the same.
        found = [vacancy for vacancy in found if vacancy.index % 2]
    manager, text, department = call.one("manager_id"), call.one("text"), call.one("department_id")
    if manager is not None and manager != "all_accessible":
        if manager not in [m.id for m in MANAGERS]:
            raise not_found()
        found = [vacancy for vacancy in found if MANAGERS[vacancy.manager].id == manager]
    elif manager is None and shelf == "active":
        found = [vacancy for vacancy in found if vacancy.manager == 0]
    if text:
        found = [vacancy for vacancy in found if text.lower() in vacancy.title.lower()]
    if department is not None:
        found = [v for v in found if v.department is not None and DEPARTMENTS[v.department][0] == department]
    return _ordered(call, found, shelf)


def _ordered(call: Call, found: list[Vacancy], shelf: str) -> list[Vacancy]:
    order = call.one("order_by") or ("expiration_date_desc" if shelf == "active" else "archive_time_desc")
    if order not in ids(f"employer_{shelf}_vacancies_order"):
        raise bad_argument("order_by")
    descending = order.endswith("desc")
    if order.startswith("unseen"):
        topics = call.world.topics
        return sorted(found, key=lambda v: sum(t.unread for t in topics.of(v.id)), reverse=descending)
    return sorted(found, key=_ORDERS[order.split("_")[0]], reverse=descending)


@operation("get-active-vacancy-list")
def active(call: Call) -> Json:
    """Own active vacancies; with ``resume_id`` the ones a person can be invited to."""
    resume_id = call.one("resume_id")
    if resume_id is not None:
        own_employer(call)
        if {name for name, _ in call.query} - {"resume_id", "host", "locale"}:
            raise bad_argument("resume_id")
        index = call.world.resume_index(resume_id)
        if index is None:
            raise not_found()
        found = [vacancy for vacancy in call.world.vacancies.values() if vacancy.shelf == "active"]
        items = [_invitable(call, vacancy, index) for vacancy in found]
        return {"found": len(items), "page": 0, "pages": 1, "per_page": max(20, len(items)), "items": items}
    return paged(call, [vacancy_view.active(call, vacancy) for vacancy in on_shelf(call, "active")], 20, 50)


def _invitable(call: Call, vacancy: Vacancy, index: int) -> dict[str, Json]:
    item = vacancy_view.active(call, vacancy)
    for name in ("counters", "billing_type", "can_upgrade_billing_type", "has_updates", "expires_at"):
        item.pop(name)
    topic = call.world.topics.pair(vacancy.id, index)
    state = None if topic is None else {"id": topic.stage, "name": STAGE[topic.stage].state_name}
    actions = invitations(call, vacancy, index)
    return {
        **item,
        "can_invite": bool(actions),
        "employer_negotiations_state": state,
        "negotiations_actions": actions,
    }


@operation("get-archived-vacancies")
def archived(call: Call) -> Json:
    """The archive."""
    return paged(
        call, [vacancy_view.shelved(call, vacancy) for vacancy in on_shelf(call, "archived")], 20, 1000
    )


@operation("get-hidden-vacancies")
def hidden(call: Call) -> Json:
    """What was hidden from the archive."""
    return paged(
        call, [vacancy_view.shelved(call, vacancy) for vacancy in on_shelf(call, "hidden")], 20, 1000
    )


def vacancy_of(call: Call, name: str = "vacancy_id") -> Vacancy:
    """The vacancy that the path names. Raises Refusal (404)."""
    vacancy = call.world.vacancies.get(call.path[name])
    if vacancy is None:
        raise not_found()
    return vacancy


@operation("get-vacancy")
def vacancy_card(call: Call) -> Json:
    """A vacancy in full."""
    return vacancy_view.full(call, vacancy_of(call))


@operation("add-vacancy-to-archive")
def archive(call: Call) -> Answer:
    """An active vacancy goes to the archive."""
    own_employer(call)
    vacancy = vacancy_of(call)
    if vacancy.shelf == "active":
        vacancy.shelf, vacancy.archived = "archived", call.world.tick()
    return nothing()


@operation("add-vacancy-to-hidden")
def hide(call: Call) -> Answer:
    """An archived vacancy is hidden; an active one cannot be."""
    own_employer(call)
    vacancy = vacancy_of(call)
    if vacancy.shelf == "active":
        raise not_found()
    vacancy.shelf = "hidden"
    return nothing()


@operation("restore-vacancy-from-hidden")
def unhide(call: Call) -> Answer:
    """A hidden vacancy returns to the archive."""
    own_employer(call)
    vacancy = vacancy_of(call)
    if vacancy.shelf != "hidden":
        raise not_found()
    vacancy.shelf = "archived"
    return nothing()


@operation("get-vacancy-stats")
def stats(call: Call) -> Json:
    """Five days of views and responses; days to come are null."""
    vacancy, world = vacancy_of(call), call.world
    last = (vacancy.archived or world.now).date()
    first = max(last - timedelta(days=4), vacancy.published.date())
    items: list[Json] = []
    for number in range(5):
        day = first + timedelta(days=number)
        future = day > last
        responses = sum(
            topic.applied and topic.created.date() == day for topic in world.topics.of(vacancy.id)
        )
        views = responses * 9 + Dice(world.seed, vacancy.index, day.toordinal()).below(40)
        items.append(
            {
                "date": day.isoformat(),
                "responses": None if future else responses,
                "views": None if future else views,
            }
        )
    return {"items": items}


@operation("get-pref-negotiations-order")
def preferred_order(call: Call) -> Json:
    """The stored order of the responses of a vacancy."""
    vacancy = vacancy_of(call, "id")
    order = call.world.orders.get(vacancy.id, ORDERS[0][0])
    return {"order_type": {"id": order, "name": ORDER_NAMES[order]}}


@operation("put-pref-negotiations-order")
def put_preferred_order(call: Call) -> Answer:
    """Store the order; ``relevance`` is listed but not accepted, as on hh.ru not every listed type is."""
    vacancy, order = vacancy_of(call, "id"), call.field("order")
    if order not in ORDER_NAMES or order == "relevance":
        raise bad_argument("order")
    call.world.orders[vacancy.id] = order
    return nothing()
