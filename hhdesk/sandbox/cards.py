"""The searchable facts of a resume, drawn from its index alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from hhdesk.sandbox.dice import Dice
from hhdesk.sandbox.places import BY_ID as PLACE
from hhdesk.sandbox.places import CHAINS, HOMES, STATIONS_OF
from hhdesk.sandbox.professions import CYCLE, HIGHER_SCHOOLS, PROFESSIONS, Profession

STATUSES = (
    "active_search",
    "looking_for_offers",
    "not_looking_for_job",
    "has_job_offer",
    "accepted_job_offer",
)
RELOCATION = ("no_relocation", "relocation_possible", "relocation_desirable")
_LEAST = {
    "Старший": 2, "Старшая": 2, "Ведущий": 3, "Главный": 3, "Шеф-повар": 3, "Су-шеф": 2, "Руководитель": 3,
    "Заведующий": 3, "HR-партнёр": 2, "Администратор": 1,
}  # fmt: skip
"""The least level of experience (0 to 4) at which people bear a title that begins with the word."""
SECOND = 17
"""Every seventeenth resume is the second one of the person before it."""


@dataclass(slots=True)
class Card:
    """What a search looks at. Ages in years, salary in roubles, ``updated`` in minutes before the start."""

    index: int
    person: int
    trade: int
    title: str
    woman: bool
    gender_known: bool
    age: int
    age_known: bool
    area: str
    metro: str | None
    salary: int | None
    months: int
    education: str
    employments: tuple[str, ...]
    schedules: tuple[str, ...]
    skills: tuple[str, ...]
    english: str | None
    citizenship: str
    relocation: str
    trips: str
    licences: tuple[str, ...]
    vehicle: bool
    photo: bool
    status: str
    updated: int
    created: int
    institution: int

    @property
    def profession(self) -> Profession:
        """The trade, with its words."""
        return PROFESSIONS[self.trade]

    @property
    def areas(self) -> tuple[str, ...]:
        """The home region and everything above it."""
        return CHAINS[self.area]


def person_of(index: int) -> int:
    """The number of the person who owns a resume."""
    return index - 1 if index % SECOND == SECOND - 1 else index


def trade_of(index: int) -> int:
    """The index of the trade in PROFESSIONS."""
    return CYCLE[person_of(index) % len(CYCLE)]


def draw(seed: int, index: int) -> Card:
    """The card of a resume; the second resume of a person shares age, sex and home with the first."""
    person = person_of(index)
    about = Dice(seed, person, 1)
    trade = trade_of(index)
    profession = PROFESSIONS[trade]
    woman = about.chance(profession.women)
    age = 19 + min(about.below(48), about.below(48))
    area = about.pick(HOMES)
    dice = Dice(seed, index, 2)
    months = _experience(dice, age)
    level = min(4, months // 45)
    stations = STATIONS_OF.get(area)
    return Card(
        index=index,
        person=person,
        trade=trade,
        title=_title(dice, profession, woman, level),
        woman=woman,
        gender_known=about.chance(96),
        age=age,
        age_known=about.chance(93),
        area=area,
        metro=about.pick(stations).id if stations and about.chance(80) else None,
        salary=_salary(dice, profession, area, level),
        months=months,
        education=_education(about, profession, age),
        employments=("full", "part", "project")[: 1 + dice.below(2) + dice.below(2)],
        schedules=tuple(dice.some(profession.schedules, 1 + dice.below(2))),
        skills=tuple(dice.some(profession.skills, 3 + dice.below(6))),
        english=dice.pick((None, None, "a1", "a2", "b1", "b2", "c1")),
        citizenship="113" if about.chance(92) else about.pick(("16", "40", "97", "48")),
        relocation=RELOCATION[max(0, dice.below(5) - 2)],
        trips=("never", "sometimes", "ready")[dice.below(3)],
        licences=_licences(about, profession, age),
        vehicle=about.chance(35 if profession.drives else 22),
        photo=about.chance(62),
        status=STATUSES[max(0, dice.below(8) - 3)],
        updated=_minutes_ago(dice),
        created=60 * 24 * dice.between(20, 1400),
        institution=about.pick(HIGHER_SCHOOLS[profession.role]),
    )


def _title(dice: Dice, profession: Profession, woman: bool, level: int) -> str:
    fitting = [title for title in profession.titles if _LEAST.get(title.split()[0], 0) <= level]
    fitting = [title for title in fitting if level == 0 or title.split()[0] not in ("Младший", "Помощник")]
    title = dice.pick(fitting)
    return title if woman else title.replace("едицинская сестра", "едицинский брат")


def _experience(dice: Dice, age: int) -> int:
    most = (age - 18) * 12
    if dice.chance(9):
        return 0
    return max(2, most * dice.between(25, 95) // 100)


def _salary(dice: Dice, profession: Profession, area: str, level: int) -> int | None:
    low, high = profession.pay
    amount = low + (high - low) * level * dice.between(70, 120) // 500
    amount = amount * PLACE[area].pay // 100
    return None if dice.chance(24) else max(30, amount - amount % 5) * 1000


def _education(dice: Dice, profession: Profession, age: int) -> str:
    if dice.chance(profession.higher):
        if age < 23:
            return "unfinished_higher"
        level = dice.pick(("higher", "higher", "higher", "bachelor", "master", "candidate"))
        return level if age > 28 or level != "candidate" else "master"
    return dice.pick(("special_secondary", "special_secondary", "secondary"))


def _licences(dice: Dice, profession: Profession, age: int) -> tuple[str, ...]:
    if age < 20 or not dice.chance(100 if profession.role == "21" else 45):
        return ()
    return ("B", "C", "CE")[: 1 + (dice.below(3) if profession.role == "21" else 0)]


def _minutes_ago(dice: Dice) -> int:
    days = dice.pick((0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 30, 60, 120, 300))
    return days * 24 * 60 + dice.below(24 * 60)


def resume_id(seed: int, index: int) -> str:
    """The hash by which hh.ru names a resume: the index, masked, and a check that forged ids fail."""
    masked = (index * 2654435761 + seed * 40503) & 0xFFFFFFFF
    check = hashlib.blake2b(f"{seed}/{index}".encode(), digest_size=15).hexdigest()
    return f"{masked:08x}{check}"


def index_of(seed: int, id_: str, count: int) -> int | None:
    """The index behind a hash, or None for a hash that the sandbox never gave."""
    try:
        masked = int(id_[:8], 16)
    except ValueError:
        return None
    index = (masked - seed * 40503) * pow(2654435761, -1, 1 << 32) & 0xFFFFFFFF
    return index if index < count and resume_id(seed, index) == id_ else None
