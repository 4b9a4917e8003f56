"""The conditions of a search as chips: what each says, and the search without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QLocale

from hhdesk.domain.account import Dictionaries
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named
from hhdesk.gui.resumes.wording import currency_sign

_RELOCATION_DEFAULT = "living_or_relocation"
"""What hh.ru takes where no relocation is named: the specification says so."""
_RELOCATION_NARROW = "living"
_NO_EXPERIENCE = "noExperience"
"""hh.ru's name of it has no number."""


class Condition(Struct, frozen=True):
    """One chip. `widening` is what hh.ru adds silently: drawn dashed, removing it narrows the search."""

    text: str
    without: ResumeQuery
    field: str
    """Field of ResumeQuery that holds it; the lines of words are `words0`, `words1` …"""
    widening: bool = False


def conditions(query: ResumeQuery, dictionaries: Dictionaries | None = None) -> tuple[Condition, ...]:
    """The chips of a search, in the order of the panel, hh.ru's silent widenings last."""
    made = (
        *_words(query, dictionaries),
        *_place(query),
        *_lists(query),
        *_numbers(query),
        *_single(query),
        *_labels(query, dictionaries),
        *_widenings(query, dictionaries),
    )
    return tuple(made)


def _words(query: ResumeQuery, dictionaries: Dictionaries | None) -> Iterator[Condition]:
    for index, line in enumerate(query.words):
        rest = query.words[:index] + query.words[index + 1 :]
        yield Condition(words_text(line, dictionaries), replace(query, words=rest), f"words{index}")


def words_text(line: Words, dictionaries: Dictionaries | None) -> str:
    """`any: clerk teller, in experience`: the text, how its words combine, and hh.ru's name of the place."""
    parts = [line.text]
    if line.logic == "except":
        parts = [f"−{line.text}"]
    elif line.logic == "phrase":
        parts = [f"«{line.text}»"]
    elif line.logic == "any" and len(line.text.split()) > 1:
        parts = [QCoreApplication.translate("Search", "any: {words}").format(words=line.text)]
    if dictionaries is not None:
        parts += [
            dictionaries.name("resume_search_fields", field) for field in line.fields if field != "everywhere"
        ]
        if line.period:
            parts.append(dictionaries.name("resume_search_experience_period", line.period))
    return ", ".join(parts)


def _place(query: ResumeQuery) -> Iterator[Condition]:
    if query.areas:
        without = replace(query, areas=(), relocation=None)
        yield Condition(_names(query.areas), without, "areas")
    if query.relocation is not None and query.areas and query.relocation.id != _RELOCATION_DEFAULT:
        yield Condition(query.relocation.name, replace(query, relocation=None), "relocation")
    if query.metro:
        yield Condition(_names(query.metro), replace(query, metro=()), "metro")


def _lists(query: ResumeQuery) -> Iterator[Condition]:
    for field in (
        "professional_roles", "skills", "education", "institutions", "languages",
        "employment", "schedule", "job_search_status", "citizenship", "work_ticket",
    ):  # fmt: skip
        values: tuple[Named, ...] = getattr(query, field)
        if values:
            yield Condition(_names(values), replace(query, **{field: ()}), field)
    if query.experience:
        years = ", ".join(short_name(value) for value in query.experience)
        text = QCoreApplication.translate("Search", "experience {years}").format(years=years)
        yield Condition(text, replace(query, experience=()), "experience")
    if query.driver_licenses:
        text = QCoreApplication.translate("Search", "driver's licence {kinds}")
        kinds = ", ".join(query.driver_licenses)
        yield Condition(text.format(kinds=kinds), replace(query, driver_licenses=()), "driver_licenses")


def _numbers(query: ResumeQuery) -> Iterator[Condition]:
    sign = currency_sign(query.currency)
    money = range_text(query.salary_from, query.salary_to, sign)
    if money:
        without = replace(query, salary_from=None, salary_to=None, only_with_salary=False)
        yield Condition(money, without, "salary_from")
    years = QCoreApplication.translate("Search", "years", "unit of age")
    age = range_text(query.age_from, query.age_to, years)
    if age:
        without = replace(query, age_from=None, age_to=None, only_with_age=False)
        yield Condition(age, without, "age_from")


def range_text(lower: int | None, upper: int | None, unit: str) -> str:
    """`from 3`, `up to 110 000 ₽`, `25–55 years`; empty for no bounds."""
    numbers = QLocale()
    if lower is not None and upper is not None:
        return f"{numbers.toString(lower)}–{numbers.toString(upper)}\u00a0{unit}"
    if lower is not None:
        return QCoreApplication.translate("Search", "from {value}").format(
            value=f"{numbers.toString(lower)}\u00a0{unit}"
        )
    if upper is not None:
        return QCoreApplication.translate("Search", "up to {value}").format(
            value=f"{numbers.toString(upper)}\u00a0{unit}"
        )
    return ""


def _single(query: ResumeQuery) -> Iterator[Condition]:
    if query.gender is not None:
        without = replace(query, gender=None, only_with_gender=False)
        yield Condition(query.gender.name, without, "gender")
    if query.period_days is not None:
        yield Condition(period_text(query.period_days), replace(query, period_days=None), "period_days")
    if query.search_in_responses:
        text = QCoreApplication.translate("Search", "only who applied to us")
        yield Condition(text, replace(query, search_in_responses=False), "")
    if query.fit_for_vacancy is not None:
        text = QCoreApplication.translate("Search", "fit for vacancy {id}").format(id=query.fit_for_vacancy)
        yield Condition(text, replace(query, fit_for_vacancy=None), "")


def period_text(days: int) -> str:
    """`in 30 days`."""
    return QCoreApplication.translate("Search", "in %n day(s)", "how fresh a resume is", days)


def _labels(query: ResumeQuery, dictionaries: Dictionaries | None) -> Iterator[Condition]:
    for index, label in enumerate(query.labels):
        rest = query.labels[:index] + query.labels[index + 1 :]
        name = label.name
        if not name and dictionaries is not None:
            name = dictionaries.name("resume_search_label", label.id)
        yield Condition(name or label.id, replace(query, labels=rest), "labels")


def _widenings(query: ResumeQuery, dictionaries: Dictionaries | None) -> Iterator[Condition]:
    if (query.salary_from is not None or query.salary_to is not None) and not query.only_with_salary:
        text = QCoreApplication.translate("Search", "and without salary")
        yield Condition(text, replace(query, only_with_salary=True), "salary_from", widening=True)
    if (query.age_from is not None or query.age_to is not None) and not query.only_with_age:
        text = QCoreApplication.translate("Search", "and without age")
        yield Condition(text, replace(query, only_with_age=True), "age_from", widening=True)
    if query.gender is not None and not query.only_with_gender:
        text = QCoreApplication.translate("Search", "and without gender")
        yield Condition(text, replace(query, only_with_gender=True), "gender", widening=True)
    if query.areas and (query.relocation is None or query.relocation.id == _RELOCATION_DEFAULT):
        living = _entry(dictionaries, "resume_search_relocation", _RELOCATION_NARROW)
        if living is not None:
            text = QCoreApplication.translate("Search", "and who will move")
            yield Condition(text, replace(query, relocation=living), "relocation", widening=True)


def _entry(dictionaries: Dictionaries | None, dictionary: str, identifier: str) -> Named | None:
    """The entry with that id, None where hh.ru does not know it (any more)."""
    entries = dictionaries.of(dictionary) if dictionaries is not None else ()
    return next((entry for entry in entries if entry.id == identifier), None)


def _names(values: tuple[Named, ...]) -> str:
    return ", ".join(value.name or value.id for value in values)


def short_name(entry: Named) -> str:
    """A dictionary's name short enough for a segment: `От 3 до 6 лет` is `3–6`, `Более 6 лет` is `6+`.

    Made of the numbers in hh.ru's own name, so a new entry gets its segment too; one without numbers keeps
    its name.
    """
    numbers = re.findall(r"\d+", entry.name)
    if len(numbers) >= 2:
        return f"{numbers[0]}–{numbers[1]}"
    if numbers:
        return f"{numbers[0]}+"
    if entry.id != _NO_EXPERIENCE and entry.name:
        return entry.name
    return QCoreApplication.translate("Search", "none", "segment of experience")
