"""Suggestions: two to 3,000 characters, otherwise 400."""

from __future__ import annotations

from hhdesk.sandbox.call import Call, Json, bad_argument, operation
from hhdesk.sandbox.places import BY_ID, CHAINS, PLACES
from hhdesk.sandbox.professions import INSTITUTIONS, PROFESSIONS, SKILL_IDS

MOST = 20


def _text(call: Call) -> str:
    text = (call.one("text") or "").strip().lower()
    if not 2 <= len(text) <= 3000:
        raise bad_argument("text")
    return text


def _begins(text: str, candidate: str) -> bool:
    low = candidate.lower()
    return low.startswith(text) or f" {text}" in low


@operation("get-areas-suggests")
def areas(call: Call) -> Json:
    """Regions, below ``area_id`` if it is given."""
    return {"items": _areas(call)[:MOST]}


def _areas(call: Call) -> list[dict[str, Json]]:
    text, below, self_too = _text(call), call.one("area_id"), call.flag("include_parent")
    items: list[dict[str, Json]] = []
    for place in PLACES:
        inside = below is None or (below in CHAINS[place.id] and (place.id != below or self_too))
        if inside and _begins(text, place.name):
            item: dict[str, Json] = {
                "id": place.id,
                "text": place.name,
                "url": call.url(f"/areas/{place.id}"),
            }
            if place.parent:
                parent = BY_ID[place.parent]
                item["parent"] = {
                    "id": parent.id,
                    "text": parent.name,
                    "url": call.url(f"/areas/{parent.id}"),
                }
            items.append(item)
    return items


@operation("get-area-leaves-suggests")
def area_leaves(call: Call) -> Json:
    """Regions without regions below them."""
    inner = {place.parent for place in PLACES}
    return {"items": [item for item in _areas(call) if item["id"] not in inner][:MOST]}


@operation("get-resume-search-keywords-suggests")
def keywords(call: Call) -> Json:
    """Words for the text of a search."""
    text = _text(call)
    words = dict.fromkeys(word for trade in PROFESSIONS for word in (*trade.titles, *trade.skills))
    return {"items": [{"text": word} for word in words if _begins(text, word)][:MOST]}


@operation("get-professional-roles-suggests")
def roles(call: Call) -> Json:
    """Professional roles."""
    text = _text(call)
    items = [
        {"id": t.role, "text": t.role_name, "accept_incomplete_resumes": t.higher < 20}
        for t in PROFESSIONS
        if _begins(text, t.role_name)
    ]
    return {"items": items[:MOST]}


@operation("get-skill-set-suggests")
def skills(call: Call) -> Json:
    """Skills, with the ids that a search takes."""
    text = _text(call)
    return {
        "items": [{"id": id_, "text": name} for name, id_ in SKILL_IDS.items() if _begins(text, name)][:MOST]
    }


@operation("get-educational-institutions-suggests")
def institutions(call: Call) -> Json:
    """Places of study."""
    text = _text(call)
    items = [
        {
            "id": id_,
            "text": f"{name}, {BY_ID[area].name}",
            "acronym": "".join(word[0].upper() for word in name.split() if len(word) > 2),
            "synonyms": None,
            "area": {"id": area, "name": BY_ID[area].name},
        }
        for id_, name, area in INSTITUTIONS
        if _begins(text, name)
    ]
    return {"items": items[:MOST]}


@operation("get-vacancy-positions-suggests")
@operation("get-positions-suggestions")
def positions(call: Call) -> Json:
    """Positions with their roles."""
    text = _text(call)
    items = [
        {
            "id": str(2500 + number * 10 + place),
            "text": title,
            "professional_roles": [
                {"id": trade.role, "name": trade.role_name, "accept_incomplete_resumes": trade.higher < 20}
            ],
        }
        for number, trade in enumerate(PROFESSIONS)
        for place, title in enumerate(trade.titles)
        if _begins(text, title)
    ]
    return {"items": items[:MOST]}
