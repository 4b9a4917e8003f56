"""Facts of a resume as people read them: money, ages, lengths of time. Numbers and dates by QLocale."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from hhdesk.domain.resumes import Experience, ResumeShort
from hhdesk.domain.values import Salary

DOT: Final = " · "
DASH: Final = "—"
_SIGNS: Final = {"RUR": "₽", "USD": "$", "EUR": "€", "KZT": "₸", "GEL": "₾", "AZN": "₼", "BYR": "Br"}


def currency_sign(code: str | None) -> str:
    """The sign of hh.ru's currency code, or the code itself where it has none."""
    return _SIGNS.get(code or "RUR", code or "")


def money(amount: int, currency: str | None = None) -> str:
    """`95 000 ₽`; the space before the sign does not break."""
    return f"{QLocale().toString(amount)}\u00a0{currency_sign(currency)}"


def salary(value: Salary | None) -> str:
    """What the person wants to earn, empty where it is not said."""
    if value is None or value.amount is None:
        return ""
    return money(value.amount, value.currency)


def years_old(age: int | None) -> str:
    """`42 years old`, empty where hh.ru keeps the age back."""
    if age is None:
        return ""
    return QCoreApplication.translate("Resume", "%n year(s) old", "", age)


def years_short(age: int | None) -> str:
    """`42` with its unit, for a column that says what it is."""
    if age is None:
        return DASH
    return QCoreApplication.translate("Resume", "%n year(s)", "length of stay", age)


def experience(months: int | None) -> str:
    """`exp. 14 years`, in months for beginners; empty where it is not said."""
    if months is None:
        return ""
    if months == 0:
        return QCoreApplication.translate("Resume", "no experience")
    if months < 12:
        return QCoreApplication.translate("Resume", "exp. %n month(s)", "", months)
    return QCoreApplication.translate("Resume", "exp. %n year(s)", "", months // 12)


def length(months: int, short: bool = False) -> str:
    """A length of time in years and months: `5 years 3 months`, or `5 y. 3 mo.` when `short`."""
    years, rest = divmod(max(months, 1), 12)
    parts: list[str] = []
    if years:
        parts.append(
            QCoreApplication.translate("Resume", "%n y.", "length of stay", years)
            if short
            else QCoreApplication.translate("Resume", "%n year(s)", "length of stay", years)
        )
    if rest:
        parts.append(
            QCoreApplication.translate("Resume", "%n mo.", "length of stay", rest)
            if short
            else QCoreApplication.translate("Resume", "%n month(s)", "length of stay", rest)
        )
    return " ".join(parts)


def months_of(job: Experience, today: date) -> int | None:
    """Length of a job in months, first and last counted; None where the start is not said."""
    if job.start is None:
        return None
    end = job.end or today
    return max(1, (end.year - job.start.year) * 12 + end.month - job.start.month + 1)


def stay(job: Experience | None, today: date) -> str:
    """Length of a job for a list row."""
    months = months_of(job, today) if job is not None else None
    return length(months, short=True) if months is not None else ""


def job_period(job: Experience) -> str:
    """`09.2021 — now`."""
    if job.start is None:
        return ""
    end = (
        f"{job.end.month:02}.{job.end.year}"
        if job.end is not None
        else QCoreApplication.translate("Resume", "now", "end of a job that goes on")
    )
    return f"{job.start.month:02}.{job.start.year} {DASH} {end}"


def job_line(job: Experience | None) -> str:
    """`Post, firm` of a list row."""
    return ", ".join(part for part in (job.position, job.company) if part) if job is not None else ""


def no_job(resume: ResumeShort) -> str:
    """What stands where the last job would: why there is none, and hh.ru's level of education."""
    if any(field.id == "experience" for field in resume.hidden_fields):
        why = QCoreApplication.translate("Resume", "jobs are hidden")
    elif resume.experience_months:
        why = QCoreApplication.translate("Resume", "last job is not named")
    else:
        why = QCoreApplication.translate("Resume", "no experience")
    level = resume.education_level
    education = QCoreApplication.translate("Resume", "education: {level}").format(
        level=level[:1].lower() + level[1:]
    )
    return DOT.join((why, education)) if level else why


def facts(resume: ResumeShort) -> str:
    """`42 years old · city · exp. 14 years`, what is known of it."""
    parts = (years_old(resume.age), resume.area, experience(resume.experience_months))
    return DOT.join(part for part in parts if part)


def without_place(relocation: str) -> str:
    """`Live there or are ready to move`: the region that hh.ru's sentence speaks of stands over it anyway."""
    for place, again in ((" в указанном регионе", " в него"), (" in the specified region", " to it")):
        who, found, more = relocation.partition(place)
        if found and more:
            return who + more.removesuffix(again)
    return relocation


def day(moment: datetime | None, now: datetime) -> str:
    """A day beside a row: `today 09:40`, `yesterday`, `22 November`, with its year where it is another."""
    if moment is None:
        return ""
    local, today = moment.astimezone(), now.astimezone().date()
    if local.date() == today:
        return QCoreApplication.translate("Numbers", "today {time}").format(time=clock(local))
    if local.date() == today - timedelta(days=1):
        return QCoreApplication.translate("Numbers", "yesterday")
    return calendar_day(local.date(), today)


def short_day(moment: datetime | None, now: datetime) -> str:
    """As `day`, only the time where it is today: `09:40`."""
    if moment is not None and moment.astimezone().date() == now.astimezone().date():
        return clock(moment.astimezone())
    return day(moment, now)


def calendar_day(value: date, today: date) -> str:
    """`22 November`, with the year where it is not this one."""
    pattern = "d MMMM" if value.year == today.year else "d MMMM yyyy"
    return QLocale().toString(QDate(value.year, value.month, value.day), pattern)


def clock(local: datetime) -> str:
    """The time of a moment that is in local time already."""
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def resumes_found(found: int) -> str:
    """`1 284 resumes`."""
    return QCoreApplication.translate("Search", "%Ln resume(s)", "", found)


def place(position: int, found: int) -> str:
    """`4 of 1 284`."""
    numbers = QLocale()
    return QCoreApplication.translate("Numbers", "{position} of {total}").format(
        position=numbers.toString(position), total=numbers.toString(found)
    )


def size(count: int) -> str:
    """Bytes as people count them."""
    return QLocale().formattedDataSize(count, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
