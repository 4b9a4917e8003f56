"""The vacancies of the demo company, its people, departments and addresses."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from hhdesk.sandbox.accounts import MANAGER_ID
from hhdesk.sandbox.dice import Dice
from hhdesk.sandbox.names import FullName
from hhdesk.sandbox.places import BY_ID
from hhdesk.sandbox.professions import PROFESSIONS
from hhdesk.sandbox.records import Vacancy

COMPANY = "Торговый дом «Северный ветер»"


class Manager(NamedTuple):
    """A recruiter of the company."""

    id: str
    name: FullName
    position: str
    email: str


class Address(NamedTuple):
    """A place of work."""

    id: str
    city: str
    area: str
    street: str
    building: str
    station: str | None
    lat: float
    lng: float


MANAGERS = (
    Manager(
        MANAGER_ID,
        FullName("Верховская", "Марина", "Олеговна"),
        "Ведущий рекрутер",
        "m.verkhovskaya@example.ru",
    ),
    Manager("5032002", FullName("Травкин", "Денис", "Игоревич"), "Рекрутер", "d.travkin@example.ru"),
    Manager("5032003", FullName("Садыкова", "Алина", "Рашидовна"), "HR-партнёр", "a.sadykova@example.ru"),
    Manager("5032004", FullName("Полозков", "Игорь", None), "Руководитель подбора", "i.polozkov@example.ru"),
)
DEPARTMENTS = (
    ("sv-8550117-office", "Офис"),
    ("sv-8550117-stock", "Склад и доставка"),
    ("sv-8550117-it", "ИТ"),
)
ADDRESSES = (
    Address("15101", "Москва", "1", "улица Летняя", "9с10", "6.8", 55.8078, 37.6387),
    Address("15102", "Москва", "1", "Зимний проезд", "4", "1.3", 55.6921, 37.5341),
    Address("15103", "Санкт-Петербург", "2", "Морская линия", "12", "14.201", 59.8911, 30.3184),
    Address("15104", "Екатеринбург", "3", "улица Заводская", "71", None, 56.8381, 60.6041),
    Address("15105", "Казань", "88", "улица Речная", "3к1", None, 55.7901, 49.1221),
)
_FIRST = (2, 5, 8, 0, 1, 13, 3, 11)
"""The trades of the first vacancies, so that a small sandbox already has office, IT, stock and drivers."""


def draw_vacancies(seed: int, count: int, now: datetime) -> dict[str, Vacancy]:
    """All vacancies by id: seven in ten active, the rest archived, a few of those hidden."""
    found: dict[str, Vacancy] = {}
    for index in range(count):
        vacancy = _draw(seed, index, now)
        if vacancy.shelf == "active" and index >= count * 7 // 10 and index >= 3:
            vacancy.shelf = "hidden" if index % 5 == 4 else "archived"
        if vacancy.shelf != "active":
            vacancy.archived = vacancy.published + timedelta(days=30)
            vacancy.published -= timedelta(days=45)
            vacancy.created -= timedelta(days=45)
            vacancy.archived -= timedelta(days=45)
        found[vacancy.id] = vacancy
    _chain(found)
    return found


def _chain(found: dict[str, Vacancy]) -> None:
    """An active vacancy whose trade was archived before counts as its new publication."""
    archived = {vacancy.trade: vacancy.id for vacancy in found.values() if vacancy.shelf == "archived"}
    for vacancy in found.values():
        if vacancy.shelf == "active" and vacancy.trade in archived:
            vacancy.previous_id = archived.pop(vacancy.trade)


def _draw(seed: int, index: int, now: datetime) -> Vacancy:
    dice = Dice(seed, index, 21)
    trade = _FIRST[index] if index < len(_FIRST) else dice.below(len(PROFESSIONS))
    profession = PROFESSIONS[trade]
    address = dice.below(len(ADDRESSES)) if dice.chance(85) else None
    area = ADDRESSES[address].area if address is not None else "1"
    low, high = (pay * BY_ID[area].pay // 100 for pay in profession.pay)
    base = low + (high - low) * dice.between(10, 60) // 100
    published = now - timedelta(days=dice.between(1, 26), minutes=dice.between(1, 1400))
    return Vacancy(
        id=str(110_500_000 + index * 37 + seed % 37),
        index=index,
        trade=trade,
        title=profession.titles[dice.below(3)],
        area=area,
        salary_from=base * 1000 if dice.chance(80) else None,
        salary_to=(base + base // 4) * 1000 if dice.chance(60) else None,
        experience=dice.pick(("noExperience", "between1And3", "between1And3", "between3And6", "moreThan6")),
        manager=0 if index < 3 or dice.chance(60) else dice.below(len(MANAGERS)),
        department=dice.below(len(DEPARTMENTS)) if dice.chance(75) else None,
        address=address,
        created=published - timedelta(hours=dice.between(1, 48)),
        published=published,
        shelf="active",
        has_test=dice.chance(30),
        letter_required=dice.chance(25),
        schedule=profession.schedules[0],
        views=dice.between(80, 2400),
    )
