"""A found resume as a row of the list."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from hhdesk.domain.listing import ListedResume
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Unreadable
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.rowdata import Cell, Column, Ink, Mark, RowBadge, RowContent, RowLine
from hhdesk.gui.resumes import wording


def columns() -> tuple[Column, ...]:
    """The columns of dense rows, as `content` fills them."""
    word = QCoreApplication.translate
    return (
        Column("title", word("Search", "Position", "column"), stretch=1.25),
        Column("job", word("Search", "Last job", "column"), stretch=1.2, drop=5),
        Column("age", word("Search", "Age", "column"), width=4.6, right=True, drop=3),
        Column("city", word("Search", "City", "column"), width=9.0, drop=4),
        Column("experience", word("Search", "Experience", "column"), width=5.2, right=True, drop=2),
        Column("salary", word("Search", "Salary", "column"), width=6.6, right=True),
        Column("marks", word("Search", "Marks", "column"), width=10.4, drop=1),
        Column("updated", word("Search", "Updated", "column"), width=7.6, right=True, drop=6),
    )


def content(row: ListedResume, now: datetime) -> RowContent:
    """What the list shows of `row`."""
    if isinstance(row.resume, Unreadable):
        return _unreadable(row)
    resume = row.resume
    unread = not row.read_here or row.updated_since_read
    pay = wording.salary(resume.salary)
    badge = badge_of(row)
    when = wording.day(resume.updated_at, now)
    lines = (
        RowLine(title(resume), pay or no_salary(), right_ink=Ink.STRONG if pay else Ink.QUIET),
        _job(resume, now),
        RowLine(
            wording.facts(resume),
            "" if badge else when,
            right_ink=Ink.QUIET,
            badges=(badge,) if badge else (),
        ),
    )
    pair = (
        RowLine(
            lines[0].left, lines[0].right, right_ink=lines[0].right_ink, badges=(badge,) if badge else ()
        ),
        RowLine(
            wording.DOT.join(part for part in (wording.facts(resume), lines[1].left) if part),
            when,
            left_ink=Ink.QUIET,
            right_ink=Ink.QUIET,
        ),
    )
    return RowContent(
        row.key,
        lines,
        sentence=sentence(row, resume),
        unread=unread,
        mark=_mark(row, resume),
        pair=pair,
        cells=_cells(resume, badge, now),
    )


def seed_of(resume: ResumeShort) -> str:
    """What the tint of somebody's avatar, and their photo, are known by."""
    return str(resume.person_id or resume.id)


def title(resume: ResumeShort) -> str:
    """The wanted post, or a word where the resume names none."""
    return resume.title or QCoreApplication.translate("Resume", "Resume without a title")


def no_salary() -> str:
    """What stands where the pay would be."""
    return QCoreApplication.translate("Resume", "no salary named")


def sentence(row: ListedResume, resume: ResumeShort) -> str:
    """The row as a screen reader says it."""
    word = QCoreApplication.translate
    new = "" if row.read_here else word("Resume", "new", "a row that was not read")
    badge = badge_of(row)
    parts = (
        title(resume),
        new,
        wording.years_old(resume.age),
        resume.area,
        wording.salary(resume.salary),
        badge.text if badge else "",
    )
    return ", ".join(part for part in parts if part)


def badge_of(row: ListedResume) -> RowBadge | None:
    """The one badge of a row: the weightiest of what is known."""
    word = QCoreApplication.translate
    if row.withdrawn:
        return RowBadge(word("Resume", "withdrawn"), Tone.NO)
    if row.inviting or row.invited:
        waits = word("Resume", "→ invitation", "it waits to be sent")
        return RowBadge(waits if row.inviting else word("Resume", "invited"), Tone.ACCENT)
    if row.contacts_open:
        resume = row.resume
        name = "" if isinstance(resume, Unreadable) else f"{resume.first_name} {resume.last_name}".strip()
        return RowBadge(name or word("Resume", "contacts open"), Tone.OK, "lock-open")
    if row.known_since is not None:
        month = QLocale().monthName(row.known_since.month, QLocale.FormatType.LongFormat)
        return RowBadge(word("Resume", "known since {month}").format(month=month), Tone.NEUTRAL)
    if row.updated_since_read:
        return RowBadge(word("Resume", "updated", "since it was read"), Tone.NEUTRAL)
    return None


def _job(resume: ResumeShort, now: datetime) -> RowLine:
    """The last job; of somebody without one, what stands in its place, quietly."""
    job = wording.job_line(resume.last_job)
    if job:
        return RowLine(job, wording.stay(resume.last_job, now.date()))
    return RowLine(wording.no_job(resume), left_ink=Ink.QUIET)


def _mark(row: ListedResume, resume: ResumeShort) -> Mark:
    if row.withdrawn:
        return Mark.GHOST
    return Mark.STAR if resume.favorited else Mark.NONE


def _cells(resume: ResumeShort, badge: RowBadge | None, now: datetime) -> tuple[Cell, ...]:
    months = resume.experience_months or 0
    years = (
        wording.length(months if months < 12 else months // 12 * 12, short=months < 12)
        if months
        else wording.DASH
    )
    pay = wording.salary(resume.salary)
    return (
        Cell(title(resume), Ink.TITLE),
        Cell(wording.job_line(resume.last_job), Ink.QUIET),
        Cell(wording.years_short(resume.age)),
        Cell(resume.area),
        Cell(years),
        Cell(pay or wording.DASH, Ink.STRONG if pay else Ink.QUIET),
        Cell(badge=badge),
        Cell(wording.day(resume.updated_at, now), Ink.QUIET),
    )


def _unreadable(row: ListedResume) -> RowContent:
    words = QCoreApplication.translate("Resume", "This row could not be read")
    meaning = QCoreApplication.translate(
        "Resume", "hh.ru sent incomplete data. The rest of the list is whole."
    )
    return RowContent(
        row.key,
        (RowLine(words, left_ink=Ink.PLAIN), RowLine(meaning, left_ink=Ink.QUIET)),
        mark=Mark.WARNING,
        cells=(Cell(words), Cell(meaning, Ink.QUIET)),
        faded=True,
    )
