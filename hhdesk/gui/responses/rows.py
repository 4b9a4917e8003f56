"""A response as a row: who, since when, what they want, and what waits to be sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPixmap

from hhdesk.domain.listing import ListedResponse
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxState
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Unreadable
from hhdesk.gui.kit.avatar import initials
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.rows import Ink, Mark, RowAvatar, RowBadge, RowContent, RowLine
from hhdesk.gui.moments import time_or_day
from hhdesk.gui.resumes import wording
from hhdesk.gui.resumes.rows import seed_of, title

NO_FACES: Final[Mapping[str, QPixmap]] = {}
_SOURCES: Final = frozenset({"", "NEGOTIATION"})
"""Sources that need no word: the usual way to apply."""


def content(
    row: ListedResponse, now: datetime, vacancy: str = "", faces: Mapping[str, QPixmap] = NO_FACES
) -> RowContent:
    """What the list shows of `row`; `vacancy` is named where the list is over all of them, `faces` are photos
    that are at hand.
    """
    word = QCoreApplication.translate
    if isinstance(row.response, Unreadable):
        return RowContent(
            row.key,
            lines=(
                RowLine(word("Responses", "This row could not be read")),
                RowLine(word("Responses", "hh.ru sent incomplete data. The rest of the list is whole.")),
            ),
            mark=Mark.WARNING,
            avatar=RowAvatar(icon="triangle-alert"),
            faded=True,
        )
    response = row.response
    moment = response.updated_at or response.created_at
    when = time_or_day(moment, now) if moment is not None else ""
    resume = row.resume
    badges = tuple(badge for badge in (badge_of(row),) if badge)
    if resume is None:
        return _ghost(row, when, badges)
    job = resume.last_job
    lines = (
        RowLine(name_of(resume), when, right_ink=Ink.QUIET),
        RowLine(
            wording.facts(resume), wording.salary(resume.salary), left_ink=Ink.QUIET, right_ink=Ink.PLAIN
        ),
        RowLine(vacancy or wording.job_line(job) or title(resume), left_ink=Ink.PLAIN),
        RowLine(detail(row, response), badges=badges, left_ink=Ink.QUIET),
    )
    return RowContent(
        row.key,
        lines,
        sentence=sentence(row, resume),
        unread=is_new(row),
        avatar=RowAvatar(
            initials(resume.full_name), seed=seed_of(resume), picture=faces.get(seed_of(resume))
        ),
        mark=Mark.GHOST if response.resume is None else Mark.NONE,
        pair=(lines[0], RowLine(lines[1].left, lines[1].right, badges=badges, left_ink=Ink.QUIET)),
        faded=bool(row.pending),
    )


def _ghost(row: ListedResponse, when: str, badges: tuple[RowBadge, ...]) -> RowContent:
    word = QCoreApplication.translate
    return RowContent(
        row.key,
        lines=(
            RowLine(word("Responses", "Resume withdrawn by the candidate"), when, right_ink=Ink.QUIET),
            RowLine(word("Responses", "hh.ru shows nothing more of it"), left_ink=Ink.QUIET),
            RowLine(word("Responses", "what you wrote and decided is kept"), left_ink=Ink.QUIET),
            RowLine(_quoted(row.letter), badges=badges, left_ink=Ink.QUIET),
        ),
        mark=Mark.GHOST,
        avatar=RowAvatar(icon="ghost"),
        unread=is_new(row),
    )


def name_of(resume: ResumeShort) -> str:
    """Family and first name, or the wanted post where hh.ru keeps the name closed."""
    return " ".join(part for part in (resume.last_name, resume.first_name) if part) or title(resume)


def is_new(row: ListedResponse) -> bool:
    """Whether hh.ru says that something in it waits to be seen."""
    response = row.response
    return isinstance(response, Response) and response.has_updates and not row.pending


def detail(row: ListedResponse, response: Response) -> str:
    """What tells this response from its neighbours: the employer's own sub-stage, what the candidate sees
    where that is another state than ours, and the letter as far as it is known here."""
    word = QCoreApplication.translate
    ours = response.employer_state.name if response.employer_state else ""
    seen = response.state.name if response.state else ""
    if row.letter:
        letter = _quoted(row.letter)
    elif response.messages:
        letter = word("Responses", "letter not read yet")
    else:
        letter = word("Responses", "no letter")
    told = (response.substage, seen if seen != ours else "", letter)
    return wording.DOT.join(part for part in told if part)


def _quoted(letter: str) -> str:
    words = " ".join(letter.split())[:200]
    return QCoreApplication.translate("Responses", "“{letter}”").format(letter=words) if words else ""


def badge_of(row: ListedResponse) -> RowBadge | None:
    """The one badge: what waits first, then what deserves a look."""
    if row.pending:
        entry = row.pending[-1]
        tone = Tone.NO if entry.intent.is_rejection else Tone.ACCENT
        if entry.state is OutboxState.UNKNOWN:
            tone = Tone.AMBER
        name = entry.intent.action_name or QCoreApplication.translate("Responses", "message")
        return RowBadge(f"→ {name}", tone)
    return _told(row.response) if isinstance(row.response, Response) else None


def _told(response: Response) -> RowBadge | None:
    """What hh.ru tells of a response that is worth a badge."""
    word = QCoreApplication.translate
    if response.unread_messages:
        return RowBadge(word("Responses", "%n message(s)", "", response.unread_messages), Tone.ACCENT)
    if response.test_score is not None:
        good = response.test_mark in ("GOOD", "EXCELLENT")
        words = word("Responses", "test {score}").format(score=response.test_score)
        return RowBadge(words, Tone.OK if good else Tone.NEUTRAL)
    if response.applicant_question:
        return RowBadge(word("Responses", "question before applying"), Tone.AMBER)
    if response.source not in _SOURCES:
        return RowBadge(source_words(response.source), Tone.NEUTRAL)
    return None


def source_words(source: str) -> str:
    """Where a response came from; a source unknown to us says hh.ru's word."""
    word = QCoreApplication.translate
    known = {
        "AUTO_RESPONSE": word("Responses", "automatic"),
        "AUTO_INVITE": word("Responses", "invited by hh.ru"),
        "PHONE_CALL": word("Responses", "call"),
        "CHAT": word("Responses", "chat"),
        "APPLICANT_QUESTIONS": word("Responses", "question"),
    }
    return known.get(source, source.replace("_", " ").lower())


def sentence(row: ListedResponse, resume: ResumeShort) -> str:
    """The row as a screen reader says it."""
    word = QCoreApplication.translate
    new = word("Responses", "new", "a response that was not seen") if is_new(row) else ""
    badge = badge_of(row)
    parts = (
        name_of(resume),
        new,
        wording.years_old(resume.age),
        resume.area,
        wording.salary(resume.salary),
        badge.text if badge else "",
    )
    return ", ".join(part for part in parts if part)
