"""The longer parts of a resume: places of work, education, contacts, words about oneself."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from hhdesk.sandbox.cards import Card
from hhdesk.sandbox.clock import months_back
from hhdesk.sandbox.dice import Dice
from hhdesk.sandbox.names import FullName, transliterated
from hhdesk.sandbox.professions import COLLEGE, COLLEGES, INSTITUTIONS, PROFESSIONS

_VERB = re.compile(r"^(\w+л)\b|(?<= и )(\w+л)\b|(?<=, )(\w+л)\b")


ABOUT_EXTRA = (
    "Ищу стабильную работу рядом с домом.",
    "Готовы ответить на вопросы мои прежние руководители.",
    "",
)


class Job(NamedTuple):
    """One place of work; ``end`` is None while the person works there."""

    number: int
    company: str
    position: str
    start: date
    end: date | None
    months: int
    text: str


class School(NamedTuple):
    """One place of study; ``id`` is None where hh.ru's dictionary does not know it."""

    id: str | None
    name: str
    faculty: str
    year: int


class Contacts(NamedTuple):
    """How to reach a person; fictitious by construction (+7 900 000-xx-xx, example.ru)."""

    phone: str
    email: str
    telegram: str | None
    prefers_email: bool


def feminine(text: str) -> str:
    """Past tense of a woman: «Вёл базу» becomes «Вела базу»."""

    def turn(match: re.Match[str]) -> str:
        verb = match.group(0)
        return verb[:-2] + "ела" if verb.lower() == "вёл" else verb + "а"

    return text if text.startswith("Персонал") else _VERB.sub(turn, text)


def jobs(seed: int, card: Card, today: date) -> list[Job]:
    """Places of work, the latest first; their months add up to the card's."""
    dice = Dice(seed, card.index, 3)
    profession = card.profession
    left, gap, found = card.months, 0 if dice.chance(55) else dice.between(1, 9), list[Job]()
    while left > 0:
        months = min(left, dice.between(7, 50))
        if left - months < 5 or len(found) == 5:
            months = left
        end = months_back(today, gap)
        current = not found and gap == 0
        duties = dice.some(profession.duties, dice.between(2, 4))
        text = ".\n".join(feminine(duty) if card.woman else duty for duty in duties) + "."
        position = card.title if not found else _earlier(dice, card)
        company = dice.pick(profession.firms)
        start = months_back(end, months - 1 if current else months)
        found.append(Job(len(found) + 1, company, position, start, None if current else end, months, text))
        left -= months
        gap += months + dice.below(3)
    return found


def _earlier(dice: Dice, card: Card) -> str:
    plain = [title for title in card.profession.titles if title.split()[0] not in ("Главный", "Руководитель")]
    title = dice.pick(plain)
    return title if card.woman else title.replace("едицинская сестра", "едицинский брат")


def schools(card: Card, today: date) -> list[School]:
    """Places of study, the latest first."""
    if card.education == "secondary":
        return []
    year = min(today.year + 3, today.year - card.age + 22)
    if card.education == "special_secondary":
        return [
            School(None, COLLEGE[card.profession.role], card.profession.faculty, min(today.year, year - 2))
        ]
    id_, name, _ = INSTITUTIONS[card.institution]
    return [
        School(
            id_,
            name,
            card.profession.faculty,
            year if card.education != "unfinished_higher" else today.year + 1,
        )
    ]


def contacts(seed: int, card: Card, name: FullName) -> Contacts:
    """Contacts of a person."""
    dice = Dice(seed, card.person, 5)
    login = f"{transliterated(name.first)}.{transliterated(name.last)}{dice.between(10, 99)}"
    number = card.person % 10000
    return Contacts(
        phone=f"7900000{number:04d}",
        email=f"{login}@{dice.pick(('example.ru', 'example.com'))}",
        telegram=login.replace(".", "_") if dice.chance(45) else None,
        prefers_email=dice.chance(30),
    )


def about(seed: int, card: Card) -> str | None:
    """The free text «Обо мне»; one in seven leaves it out."""
    dice = Dice(seed, card.index, 6)
    if dice.chance(14):
        return None
    return " ".join(
        filter(None, (*dice.some(card.profession.about, dice.between(1, 2)), dice.pick(ABOUT_EXTRA)))
    )


@cache
def vocabulary(trade: int) -> str:
    """Every word that the resume of somebody of a trade can hold, folded as ``search_text`` folds."""
    profession = PROFESSIONS[trade]
    texts = (
        *profession.titles,
        *profession.skills,
        *profession.duties,
        *(feminine(duty) for duty in profession.duties),
        *profession.firms,
        *profession.about,
        *ABOUT_EXTRA,
        profession.faculty,
        *COLLEGES,
        *(name for _, name, _ in INSTITUTIONS),
        "медицинский брат",
    )
    return folded(" ".join(texts))


def folded(text: str) -> str:
    """Lower case, with ё as е."""
    return text.lower().replace("ё", "е")


def search_text(seed: int, card: Card, today: date) -> dict[str, str]:
    """Lower-case text by the fields in which hh.ru can look."""
    found = jobs(seed, card, today)
    text = {
        "title": card.title,
        "skills": " ".join(card.skills),
        "education": " ".join(f"{school.name} {school.faculty}" for school in schools(card, today)),
        "experience_company": " ".join(job.company for job in found),
        "experience_position": " ".join(job.position for job in found),
        "experience_description": " ".join(job.text for job in found),
    }
    text = {key: folded(value) for key, value in text.items()}
    text["experience"] = " ".join(
        text[f"experience_{part}"] for part in ("company", "position", "description")
    )
    text["everywhere"] = " ".join((*text.values(), folded(about(seed, card) or "")))
    return text
