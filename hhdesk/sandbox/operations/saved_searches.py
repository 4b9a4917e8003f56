"""Saved searches."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from hhdesk.sandbox import search
from hhdesk.sandbox.call import (
    Answer,
    Call,
    Json,
    Refusal,
    bad_argument,
    not_found,
    nothing,
    operation,
    paged,
)
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.records import SavedSearch

_ASIDE = frozenset(("page", "per_page", "host", "locale"))


def _seeded(call: Call) -> dict[str, SavedSearch]:
    """The searches of the account; it begins with two."""
    world = call.world
    if not world.searches and not world.searches_seeded:
        world.searches_seeded = True
        for number, (name, query) in enumerate(
            (
                (
                    "Разработчики в Москве",
                    [("text", "Python"), ("area", "1"), ("order_by", "publication_time")],
                ),
                (
                    "Водители с опытом",
                    [("professional_role", "21"), ("experience", "moreThan6"), ("area", "113")],
                ),
            )
        ):
            id_ = str(609_535 + number)
            created = world.now - timedelta(days=40)
            used = world.now - timedelta(days=2)
            world.searches[id_] = SavedSearch(id_, name, query, created, used, number == 0)
    return world.searches


def _item(call: Call, saved: SavedSearch) -> dict[str, Json]:
    query = [*saved.query, ("saved_search_id", saved.id)]
    fresh = [*query, ("last_used", stamp(saved.last_used))]
    plain = [pair for pair in saved.query if pair[0] != "last_used"]
    new = [*plain, ("last_used", stamp(saved.last_used))]
    return {
        "id": saved.id,
        "name": saved.name,
        "created_at": stamp(saved.created),
        "subscription": saved.subscription,
        "items": {
            "count": len(search.find(call.world, plain)),
            "url": call.url(f"/resumes?{urlencode(query)}"),
        },
        "new_items": {
            "count": len(search.find(call.world, new)),
            "url": call.url(f"/resumes?{urlencode(fresh)}"),
        },
    }


@operation("get-saved-resume-searches")
def saved_searches(call: Call) -> Json:
    """A page, at most ten, the latest first."""
    ordered = sorted(_seeded(call).values(), key=lambda saved: saved.created, reverse=True)
    return paged(call, len(ordered), 5, 10, lambda number: _item(call, ordered[number]))


def _saved(call: Call) -> SavedSearch:
    saved = _seeded(call).get(call.path["id"])
    if saved is None:
        raise not_found()
    return saved


@operation("get-saved-resume-search")
def saved_search(call: Call) -> Json:
    """One saved search."""
    return _item(call, _saved(call))


@operation("create-saved-resume-search")
def create(call: Call) -> Answer:
    """The query of the address is kept; the answer is only a Location."""
    world, searches = call.world, _seeded(call)
    query = [(name, value) for name, value in call.query if name not in _ASIDE]
    search.find(world, query)
    id_ = str(609_600 + len(searches) + world.ticks)
    at = world.tick()
    name = ", ".join(value for key, value in query if key == "text") or "Автопоиск"
    searches[id_] = SavedSearch(id_, name, query, at, at)
    location = {"Location": f"/saved_searches/resumes/{id_}"}
    return Answer(201, raw=b"", content_type="text/html; charset=utf-8", headers=location)


@operation("update-saved-resume-search")
def update(call: Call) -> Answer:
    """A new name or a subscription, not both."""
    saved = _saved(call)
    name, subscription = call.one("name"), call.one("subscription")
    if name is not None and subscription is not None:
        raise Refusal(409, "bad_argument", "name")
    if name is None and subscription is None:
        raise bad_argument("name")
    if name is not None:
        saved.name = name
    else:
        saved.subscription = call.flag("subscription")
    return nothing()


@operation("delete-saved-resume-search")
def delete(call: Call) -> Answer:
    """Gone; a second time is 404."""
    del _seeded(call)[_saved(call).id]
    return nothing()
