"""Vacancies as rows: what a row says, how rows are sorted, which of them match a typed word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale

from hhdesk.domain.vacancies import VacancyShort
from hhdesk.domain.values import SalaryRange, Unreadable
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.rows import Cell, Column, Ink, Mark, RowBadge, RowContent, RowLine
from hhdesk.gui.resumes.wording import DASH, money

SOON_DAYS: Final = 5
"""Fewer days left than this are told in red."""

translate = QCoreApplication.translate


class VacancyRow(Struct, frozen=True):
    """A row with its stable key: the vacancy's id, or the place of an unreadable item."""

    key: str
    vacancy: VacancyShort | Unreadable


def keyed(values: Iterable[VacancyShort | Unreadable]) -> tuple[VacancyRow, ...]:
    """Give every value its key."""
    return tuple(
        VacancyRow(f"?{place}" if isinstance(value, Unreadable) else str(value.id), value)
        for place, value in enumerate(values)
    )


def columns() -> tuple[Column, ...]:
    """The columns in their order; the least needed go first when there is no room."""
    return (
        Column("name", translate("Vacancies", "Vacancy"), stretch=1.5, sortable=True),
        Column("area", translate("Vacancies", "Region"), stretch=0.8, drop=2, sortable=True),
        Column("views", translate("Vacancies", "Views"), 6.0, right=True, drop=3, sortable=True),
        Column("responses", translate("Vacancies", "Responses"), 6.0, right=True, drop=1, sortable=True),
        Column("new", translate("Vacancies", "New"), 4.5, right=True, sortable=True),
        Column("left", translate("Vacancies", "Time left"), 7.0, right=True, sortable=True),
    )


def days_left(vacancy: VacancyShort, now: datetime) -> int | None:
    """Whole days until the publication ends; None where hh.ru gives no end."""
    if vacancy.expires_at is None:
        return None
    return max(0, (vacancy.expires_at - now).days)


_ORDERS: Final[dict[str, Callable[[VacancyShort], tuple[int, float] | str]]] = {
    "name": lambda vacancy: vacancy.name.casefold(),
    "area": lambda vacancy: vacancy.area.casefold(),
    "views": lambda vacancy: (0, -vacancy.counters.views),
    "responses": lambda vacancy: (0, -vacancy.counters.responses),
    "new": lambda vacancy: (0, -vacancy.counters.unread_responses),
    "left": lambda vacancy: (1, 0.0) if vacancy.expires_at is None else (0, vacancy.expires_at.timestamp()),
}


def arranged(
    rows: Iterable[VacancyRow], word: str, order: str, *, reverse: bool = False
) -> tuple[VacancyRow, ...]:
    """Rows whose name, region or manager holds `word`, sorted; unreadable ones come last and always stay."""
    wanted = word.casefold().replace("ё", "е").strip()
    readable = [row for row in rows if isinstance(row.vacancy, VacancyShort)]
    unreadable = [row for row in rows if isinstance(row.vacancy, Unreadable)]
    found = [row for row in readable if wanted in _haystack(row.vacancy)]
    key = _ORDERS[order]
    found.sort(key=lambda row: key(row.vacancy), reverse=reverse)  # type: ignore[arg-type]  # readable ones only
    return (*found, *unreadable)


def _haystack(value: VacancyShort | Unreadable) -> str:
    if isinstance(value, Unreadable):
        return ""
    return f"{value.name} {value.area} {value.manager_name}".casefold().replace("ё", "е")


def content(row: VacancyRow, now: datetime) -> RowContent:
    """What the list paints of a row."""
    if isinstance(row.vacancy, Unreadable):
        words = translate("Vacancies", "This row could not be read; the rest of the list is whole.")
        return RowContent(
            row.key,
            lines=(RowLine(words),),
            cells=(Cell(words, Ink.QUIET, icon=Mark.WARNING.value),),
            sentence=words,
            faded=True,
        )
    vacancy, number = row.vacancy, QLocale().toString
    new = vacancy.counters.unread_responses
    days = days_left(vacancy, now)
    left = "" if days is None else translate("Vacancies", "%n day(s)", "until the end", days)
    soon = days is not None and days < SOON_DAYS
    return RowContent(
        row.key,
        lines=(RowLine(vacancy.name, left), RowLine(vacancy.area, number(vacancy.counters.responses))),
        cells=(
            Cell(vacancy.name or DASH, Ink.TITLE),
            Cell(vacancy.area, Ink.QUIET),
            Cell(number(vacancy.counters.views), Ink.QUIET),
            Cell(number(vacancy.counters.responses), Ink.PLAIN),
            Cell(number(new) if new else "", Ink.ACCENT),
            Cell(badge=RowBadge(left, Tone.NO)) if soon else Cell(left, Ink.QUIET),
        ),
        sentence=_sentence(vacancy, new, left),
    )


def _sentence(vacancy: VacancyShort, new: int, left: str) -> str:
    responses = translate("Vacancies", "%n response(s)", "", vacancy.counters.responses)
    news = translate("Vacancies", "%n new", "", new) if new else ""
    return ", ".join(part for part in (vacancy.name, vacancy.area, responses, news, left) if part)


def pay(value: SalaryRange | None) -> str:
    """`80 000–110 000 ₽`, with what hh.ru says of tax; empty where no sum is named."""
    if value is None or (value.lower is None and value.upper is None):
        return ""
    if value.lower is not None and value.upper is not None:
        text = f"{QLocale().toString(value.lower)}–{money(value.upper, value.currency)}"
    elif value.lower is not None:
        text = translate("Vacancies", "from {sum}").format(sum=money(value.lower, value.currency))
    else:
        text = translate("Vacancies", "up to {sum}").format(sum=money(value.upper or 0, value.currency))
    if value.gross is None:
        return text
    tax = translate("Vacancies", "before tax") if value.gross else translate("Vacancies", "net")
    return f"{text} {tax}"


def totals(rows: Iterable[VacancyRow]) -> str:
    """The foot of the list: how many vacancies, responses and new ones."""
    vacancies = [row.vacancy for row in rows if isinstance(row.vacancy, VacancyShort)]
    responses = sum(vacancy.counters.responses for vacancy in vacancies)
    new = sum(vacancy.counters.unread_responses for vacancy in vacancies)
    return " · ".join(
        (
            translate("Vacancies", "%Ln active", "", len(vacancies)),
            translate("Vacancies", "%Ln response(s)", "", responses),
            translate("Vacancies", "%Ln new", "", new),
        )
    )
