"""The public dictionaries."""

from __future__ import annotations

from hhdesk.sandbox import fields
from hhdesk.sandbox.call import Answer, Call, Json, bad_argument, not_found, operation
from hhdesk.sandbox.places import BY_ID, COUNTRIES, LINE, LINES, PLACES, STATIONS_OF, Place, Station
from hhdesk.sandbox.professions import LANGUAGES, PROFESSIONS, SKILL_NAMES


@operation("get-dictionaries")
def dictionaries(call: Call) -> Answer:
    """All 62 dictionaries."""
    return Answer(200, dict(fields.dictionaries()))


def _tree(place: Place) -> Json:
    return {
        "id": place.id,
        "name": place.name,
        "parent_id": place.parent,
        "lat": place.lat,
        "lng": place.lng,
        "areas": [_tree(child) for child in PLACES if child.parent == place.id],
    }


@operation("get-areas")
def areas(call: Call) -> Json:
    """The tree of regions."""
    if call.one("additional_case") not in (None, "prepositional"):
        raise bad_argument("additional_case")
    return [_tree(place) for place in COUNTRIES]


@operation("get-areas-from-specified")
def area(call: Call) -> Json:
    """A region with its subtree."""
    place = BY_ID.get(call.path["area_id"])
    if place is None:
        raise not_found()
    return _tree(place)


@operation("get-countries")
def countries(call: Call) -> Json:
    """The countries."""
    return [
        {"id": place.id, "name": place.name, "url": call.url(f"/areas/{place.id}")} for place in COUNTRIES
    ]


def metro_station(station: Station) -> Json:
    """A station as resumes and the metro dictionary carry it."""
    line = LINE[station.line]
    return {
        "id": station.id,
        "name": station.name,
        "lat": station.lat,
        "lng": station.lng,
        "order": station.order,
        "line": {"id": line.id, "name": line.name, "hex_color": line.color},
    }


def _city(city: str) -> dict[str, Json]:
    lines = [
        {
            "id": line.id,
            "name": line.name,
            "hex_color": line.color,
            "stations": [metro_station(s) for s in STATIONS_OF[city] if s.line == line.id],
        }
        for line in LINES
        if line.city == city
    ]
    return {"id": city, "name": BY_ID[city].name, "lines": lines}


@operation("get-metro-stations")
def metro(call: Call) -> Json:
    """Metro of all cities."""
    return [{**_city(city), "url": call.url(f"/metro/{city}")} for city in STATIONS_OF]


@operation("get-metro-stations-in-city")
def metro_in_city(call: Call) -> Json:
    """Metro of one city."""
    if call.path["city_id"] not in STATIONS_OF:
        raise not_found()
    return _city(call.path["city_id"])


@operation("get-professional-roles-dictionary")
def roles(call: Call) -> Json:
    """Professional roles by category."""
    categories: dict[str, list[Json]] = {}
    for trade in PROFESSIONS:
        role = {
            "id": trade.role,
            "name": trade.role_name,
            "accept_incomplete_resumes": trade.higher < 20,
            "is_default": False,
            "search_deprecated": False,
            "select_deprecated": False,
        }
        categories.setdefault(trade.category, []).append(role)
    return {
        "categories": [
            {"id": str(number + 1), "name": name, "roles": found}
            for number, (name, found) in enumerate(categories.items())
        ]
    }


@operation("get-industries")
def industries(call: Call) -> Json:
    """Industries of the sandbox's companies."""
    groups: dict[str, dict[str, str]] = {}
    for trade in PROFESSIONS:
        groups.setdefault(trade.industry[0].split(".")[0], {})[trade.industry[0]] = trade.industry[1]
    return [
        {"id": group, "name": GROUP_NAMES.get(group, "Прочее"),
         "industries": [{"id": id_, "name": name} for id_, name in inner.items()]}
        for group, inner in groups.items()
    ]  # fmt: skip


GROUP_NAMES = {
    "5": "Перевозки, логистика, склад", "7": "Информационные технологии, торговля",
    "39": "Образовательные учреждения",
    "41": "Розничная торговля", "43": "Финансы и право", "45": "Металлургия, металлообработка",
    "48": "Медицина, фармацевтика", "50": "Гостиницы, рестораны, общепит, кадры",
}  # fmt: skip


DISTRICTS = (("113", "Сокольники", "1"), ("117", "Хамовники", "1"), ("531", "Адмиралтейский", "2"))


@operation("get-all-districts")
def districts(call: Call) -> Json:
    """Districts of cities."""
    return [{"id": id_, "name": name, "area_id": city} for id_, name, city in DISTRICTS]


@operation("get-locales")
def locales(call: Call) -> Json:
    """Languages of answers; the sandbox speaks Russian whatever is asked."""
    return [
        {"id": "RU", "name": "Русский", "current": True},
        {"id": "EN", "name": "English", "current": False},
    ]


@operation("get-locales-for-resume")
def resume_locales(call: Call) -> Json:
    """Languages in which resumes are written."""
    return [{"id": "RU", "name": "Русский"}, {"id": "EN", "name": "Английский"}]


@operation("get-skills")
def skills(call: Call) -> Json:
    """Skills by their ids."""
    ids = call.all("id")
    if not 1 <= len(ids) <= 50:
        raise bad_argument("id")
    return {"items": [{"id": id_, "text": SKILL_NAMES[id_]} for id_ in ids if id_ in SKILL_NAMES]}


@operation("get-languages")
def languages(call: Call) -> Json:
    """Languages."""
    return [{"id": code, "name": name, "uid": uid} for code, name, uid in LANGUAGES]
