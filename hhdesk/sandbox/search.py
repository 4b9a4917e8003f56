"""Which resumes a query finds, and in which order."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from hhdesk.sandbox import careers
from hhdesk.sandbox.call import Call, bad_argument, flag
from hhdesk.sandbox.cards import STATUSES, Card
from hhdesk.sandbox.clock import read_stamp
from hhdesk.sandbox.fields import ids
from hhdesk.sandbox.places import BY_ID, CHAINS, STATION
from hhdesk.sandbox.professions import INSTITUTIONS, LANGUAGE_NAMES, PROFESSIONS, ROLE_NAMES, SKILL_NAMES
from hhdesk.sandbox.world import World

Test = Callable[[int, Card], bool]
RATES = {"RUR": 1.0, "USD": 90.0, "EUR": 98.0, "KZT": 0.19, "BYR": 28.0, "UZS": 0.007}
LEVELS = ("a1", "a2", "b1", "b2", "c1", "c2", "l1")
DEPTH = 2000
_WORD = re.compile(r"[\w+#]+")


class Query:
    """The parameters of a search, looked at by name. Built from a Call or from a saved query."""

    def __init__(self, world: World, pairs: list[tuple[str, str]]) -> None:
        self.world = world
        self.pairs = pairs

    def all(self, name: str) -> list[str]:
        """Every value."""
        return [value for key, value in self.pairs if key == name]

    def one(self, name: str) -> str | None:
        """The last value."""
        return next(iter(reversed(self.all(name))), None)

    def known(self, name: str, allowed: object) -> list[str]:
        """Every value; each must be in a dictionary. Raises Refusal (400)."""
        values = self.all(name)
        if not all(value in allowed for value in values):  # type: ignore[operator]  # any container of strings
            raise bad_argument(name)
        return values

    def number(self, name: str) -> int | None:
        """A whole number or None. Raises Refusal (400)."""
        text = self.one(name)
        if text is None:
            return None
        if not text.isdigit():
            raise bad_argument(name)
        return int(text)


def find(world: World, pairs: list[tuple[str, str]]) -> list[int]:
    """The indices of the found resumes, best first, one resume a person. Raises Refusal (400)."""
    key = tuple((name, value) for name, value in pairs if name not in _PAGING)
    if any(value.startswith("exclude_viewed") for _, value in key):
        return _find(Query(world, pairs))
    cached = world.search_results.get(key)
    if cached is None:
        cached = _find(Query(world, pairs))
        if len(world.search_results) > 30:
            world.search_results.clear()
        world.search_results[key] = cached
    return cached


_PAGING = frozenset(
    ("page", "per_page", "host", "locale", "with_job_search_status", "saved_search_id", "last_used_timestamp")
)


def every(world: World, pairs: list[tuple[str, str]]) -> list[int]:
    """Every resume that fits, withdrawn ones too, several of a person too. Raises Refusal (400)."""
    query = Query(world, pairs)
    tests = [test for build in FILTERS for test in build(query)]
    return [index for index in _pool(query) if _passes(tests, index, world.card(index))]


def _find(query: Query) -> list[int]:
    world = query.world
    found: list[int] = []
    people: set[int] = set()
    for index in _order(query, [i for i in every(world, query.pairs) if i not in world.withdrawn]):
        person = world.card(index).person
        if person not in people:
            people.add(person)
            found.append(index)
    return found


def _passes(tests: list[Test], index: int, card: Card) -> bool:
    return all(test(index, card) for test in tests)


def _pool(query: Query) -> list[int] | range:
    world = query.world
    vacancy = query.one("search_by_vacancy_id")
    if vacancy is not None:
        if vacancy not in world.vacancies:
            raise bad_argument("search_by_vacancy_id")
        return sorted({topic.resume for topic in world.topics.of(vacancy)})
    if flag(query.one("search_in_responses"), "search_in_responses") or "only_in_responses" in query.all(
        "label"
    ):
        return sorted({topic.resume for topic in world.topics.all() if topic.applied})
    return range(world.resume_count)


def _order(query: Query, found: list[int]) -> list[int]:
    world = query.world
    order = (query.known("order_by", ids("resume_search_order")) or ["relevance"])[-1]
    card = world.card
    if order == "publication_time":
        return sorted(found, key=world.updated_at, reverse=True)
    if order == "salary_desc":
        return sorted(found, key=lambda i: card(i).salary or 0, reverse=True)
    if order == "salary_asc":
        return sorted(found, key=lambda i: card(i).salary or 10**9)
    return sorted(found, key=lambda i: (STATUSES.index(card(i).status), card(i).updated, i))


def _text(query: Query) -> list[Test]:
    texts = query.all("text")
    parts = {name: query.all(f"text.{name}") for name in ("logic", "field", "period")}
    if any(parts.values()) and not all(len(values) == len(texts) for values in parts.values()):
        raise bad_argument("text")
    prefix = flag(query.one("by_text_prefix"), "by_text_prefix")
    for name, values in (("text.company_size", parts["logic"]), ("text.industry", parts["logic"])):
        if query.all(name) and len(query.all(name)) not in (len(values), len(texts)):
            raise bad_argument(name)
    query.known("text.logic", ids("resume_search_logic"))
    query.known("text.period", (*ids("resume_search_experience_period"), ""))
    tests: list[Test] = []
    for number, text in enumerate(texts):
        logic = parts["logic"][number] if parts["logic"] else "all"
        fields = (parts["field"][number] if parts["field"] else "everywhere").split(",")
        if not set(fields) <= {*ids("resume_search_fields"), "keywords", "workplaces", ""}:
            raise bad_argument("text.field")
        if text.strip():
            tests.append(_text_test(query.world, careers.folded(text), logic, fields, prefix))
    return tests


def _text_test(world: World, text: str, logic: str, fields: list[str], prefix: bool) -> Test:
    words = [_stem(word, prefix) for word in _WORD.findall(text)]
    patterns = [re.compile(rf"\b{re.escape(word)}") for word in words]
    today = world.now.date()

    hits_trade = [
        [pattern.search(careers.vocabulary(trade)) is not None for pattern in patterns]
        for trade in range(len(PROFESSIONS))
    ]

    def test(index: int, card: Card) -> bool:
        possible = hits_trade[card.trade]
        if logic in ("all", "phrase") and not all(possible):
            return False
        if not any(possible):
            return logic == "except"
        texts = careers.search_text(world.seed, card, today)
        body = " ".join(texts.get(field, texts["everywhere"]) for field in fields)
        if logic == "phrase":
            return text in body
        hits = (pattern.search(body) is not None for pattern in patterns)
        if logic == "any":
            return any(hits)
        return all(hits) if logic == "all" else not any(hits)

    return test


def _stem(word: str, prefix: bool) -> str:
    """A rough stem, so that «водителя» finds «водитель»."""
    return word if prefix or len(word) < 5 or word.isascii() else word[:-1] if len(word) == 5 else word[:-2]


def _place(query: Query) -> list[Test]:
    areas = set(query.known("area", BY_ID))
    relocation = query.one("relocation") or "living_or_relocation"
    query.known("relocation", ids("resume_search_relocation"))
    metro = query.all("metro")
    tests: list[Test] = []
    if areas:
        tests.append(lambda index, card: _lives(card, areas, relocation))
    if metro:
        stations = {s.id for s in STATION.values() if s.id in metro or s.line in metro}
        tests.append(lambda index, card: card.metro in stations)
    if query.all("district"):
        tests.append(lambda index, card: False)
    return tests


def _lives(card: Card, areas: set[str], relocation: str) -> bool:
    home = not areas.isdisjoint(CHAINS[card.area])
    moves = card.relocation != "no_relocation" and (
        card.relocation == "relocation_desirable" or card.index % 3 == 0
    )
    return {
        "living": home,
        "living_but_relocation": home and card.relocation != "no_relocation",
        "relocation": not home and moves,
    }.get(relocation, home or moves)


def _person(query: Query) -> list[Test]:
    tests: list[Test] = []
    low, high = query.number("age_from"), query.number("age_to")
    if low is not None or high is not None:
        tests.append(lambda i, card: not card.age_known or (low or 0) <= card.age <= (high or 200))
    gender = query.known("gender", ids("gender"))
    if gender:
        tests.append(
            lambda i, card: not card.gender_known or ("female" if card.woman else "male") == gender[-1]
        )
    for name, read in _ONE_VALUE.items():
        values = set(query.all(name))
        if values:
            tests.append(_one_of(read, values))
    licences = set(query.known("driver_license_types", ids("driver_license_types")))
    if licences:
        tests.append(lambda i, card: not licences.isdisjoint(card.licences))
    return tests


_ONE_VALUE: dict[str, Callable[[Card], str]] = {
    "citizenship": lambda card: card.citizenship,
    "work_ticket": lambda card: card.citizenship,
    "business_trip_readiness": lambda card: card.trips,
    "job_search_status": lambda card: card.status if card.index % 6 != 5 else "",
    "education_level": lambda card: card.education,
    "education_levels": lambda card: card.education,
    "professional_role": lambda card: card.profession.role,
    "educational_institution": lambda card: (
        INSTITUTIONS[card.institution][0] if "secondary" not in card.education else ""
    ),
}


def experience(months: int) -> str:
    """The entry of the experience dictionary."""
    if months < 12:
        return "noExperience"
    return "between1And3" if months < 36 else "between3And6" if months < 72 else "moreThan6"


def _work(query: Query) -> list[Test]:
    tests: list[Test] = []
    wanted = set(query.known("experience", ids("experience")))
    if wanted:
        tests.append(lambda i, card: experience(card.months) in wanted)
    for name in ("employment", "schedule"):
        values = set(query.known(name, ids(name)))
        if values:
            tests.append(_overlap(_MANY_VALUES[name], values))
    skills = {SKILL_NAMES[id_] for id_ in query.known("skill", SKILL_NAMES)}
    if skills:
        tests.append(lambda i, card: skills <= set(card.skills))
    query.known("professional_role", ROLE_NAMES)
    industries = query.all("filter_exp_industry")
    query.known("filter_exp_period", ids("resume_search_experience_period"))
    if industries:
        tests.append(lambda i, card: any(card.profession.industry[0].startswith(id_) for id_ in industries))
    tests.extend(_language(language) for language in query.all("language"))
    return tests


_MANY_VALUES: dict[str, Callable[[Card], tuple[str, ...]]] = {
    "employment": lambda card: card.employments,
    "schedule": lambda card: card.schedules,
}


def _overlap(read: Callable[[Card], tuple[str, ...]], values: set[str]) -> Test:
    return lambda index, card: not values.isdisjoint(read(card))


def _one_of(read: Callable[[Card], str], values: set[str]) -> Test:
    return lambda index, card: read(card) in values


def _language(text: str) -> Test:
    code, _, level = text.partition(".")
    if code not in LANGUAGE_NAMES or (level and level not in LEVELS):
        raise bad_argument("language")
    least = LEVELS.index(level) if level else 0

    def test(index: int, card: Card) -> bool:
        if code == "rus":
            return True
        return code == "eng" and card.english is not None and LEVELS.index(card.english) >= least

    return test


def _money(query: Query) -> list[Test]:
    low, high = query.number("salary_from"), query.number("salary_to")
    currency = (query.known("currency", ids("currency")) or ["RUR"])[-1]
    if low is None and high is None:
        return []
    rate = RATES.get(currency, 1.0)
    least, most = (low or 0) * rate, (high or 10**9) * rate
    return [lambda i, card: card.salary is None or least <= card.salary <= most]


def _labels(query: Query) -> list[Test]:
    world = query.world
    labels = query.known("label", ids("resume_search_label"))
    table: dict[str, Test] = {
        "only_with_photo": lambda i, card: card.photo,
        "only_with_salary": lambda i, card: card.salary is not None,
        "only_with_age": lambda i, card: card.age_known,
        "only_with_gender": lambda i, card: card.gender_known,
        "only_with_vehicle": lambda i, card: card.vehicle,
        "exclude_viewed_by_user_id": lambda i, card: not world.was_viewed(i),
        "exclude_viewed_by_employer_id": lambda i, card: not world.was_viewed(i),
    }
    return [table[label] for label in labels if label in table]


def _scope(query: Query) -> list[Test]:
    world, tests = query.world, list[Test]()
    if query.all("folder") and query.one("include_all_folders") is not None:
        raise bad_argument("folder")
    flag(query.one("include_all_folders"), "include_all_folders")
    if query.all("folder"):
        tests.append(lambda i, card: i in world.favorited)
    vacancy_id = query.one("vacancy_id")
    if vacancy_id is not None:
        vacancy = world.vacancies.get(vacancy_id)
        if vacancy is None or vacancy.shelf == "hidden":
            raise bad_argument("vacancy_id")
        tests.append(lambda i, card: card.trade == vacancy.trade)
    if query.one("resume") is not None:
        index = world.resume_index(query.one("resume") or "")
        if index is None:
            raise bad_argument("resume")
        like = world.card(index)
        tests.append(lambda i, card: i != index and card.trade == like.trade)
    return tests


def _time(query: Query) -> list[Test]:
    world, period = query.world, query.number("period")
    dates = {name: query.one(name) for name in ("date_from", "date_to", "last_used")}
    if period is not None and dates["date_from"] is not None:
        raise bad_argument("period")
    if dates["date_to"] is not None and dates["date_from"] is None:
        raise bad_argument("date_to")
    try:
        moments = {name: read_stamp(text) for name, text in dates.items() if text}
    except ValueError:
        raise bad_argument("date_from") from None
    if period is not None:
        moments["date_from"] = world.now - timedelta(days=period)
    earliest = [moments[name] for name in ("date_from", "last_used") if name in moments]
    tests: list[Test] = [_changed_since(world, max(earliest))] if earliest else []
    if "date_to" in moments:
        tests.append(lambda i, card: world.updated_at(i) <= moments["date_to"])
    return tests


def _changed_since(world: World, since: datetime) -> Test:
    return lambda index, card: world.updated_at(index) >= since


# Cheap filters first: text draws the whole career of a resume.
FILTERS = (_person, _work, _place, _money, _labels, _scope, _time, _text)


def check_depth(call: Call, most: int = 100) -> tuple[int, int]:
    """Page and size of a search. Raises Refusal (400) past the 2,000th resume."""
    page, size = call.number("page", 0, 0, 100_000), call.number("per_page", 20, 1, most)
    if (page + 1) * size > DEPTH:
        raise bad_argument("page")
    return page, size
