"""A full resume made ready to be shown: plain texts, found words, pieces of a size that lays out at once.

Works on strings only, so it runs in a worker thread for resumes that are large.
"""

from __future__ import annotations

import html
import re
from typing import Final

from msgspec import Struct

from hhdesk.domain.resumes import Experience, Resume
from hhdesk.domain.search import ResumeQuery

PASSAGE_LIMIT: Final = 2000
"""Characters that are shown of one text at first: more would not lay out within a frame."""
LARGE: Final = 60_000
"""Characters of a resume from which it is made ready in a worker thread."""

_TAG = re.compile(r"<(?:/?(?:p|br|ul|ol|li|b|i|u|em|strong|div|span|h\d)\b)[^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^>]*>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^>]*>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\xa0]*\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")


class Passage(Struct, frozen=True):
    """A text with the places of found words. `rest` is what is cut off at first, empty for a whole one."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    rest: str = ""


class Job(Struct, frozen=True):
    job: Experience
    description: Passage
    post: Passage
    """The position, or the company where none is named."""


class Prepared(Struct, frozen=True):
    """A resume with everything long made ready."""

    resume: Resume
    jobs: tuple[Job, ...]
    about: Passage
    skills: tuple[tuple[str, bool], ...]
    """Each with whether the search found it."""


class SearchedWords:
    """The words of a search as a pattern for what they find: endings vary, ё is е, neighbours join."""

    def __init__(self, query: ResumeQuery | None = None) -> None:
        texts = [line.text for line in query.words if line.logic != "except"] if query is not None else []
        words = {word for text in texts for word in re.findall(r"\w+", text.casefold().replace("ё", "е"))}
        # Words of one letter and "and"s would colour half a page.
        stems = sorted(
            (_stem(word) for word in words if len(word) > 2 or any(c.isdigit() for c in word)),
            key=len,
            reverse=True,
        )
        one = "|".join(stems)
        self._pattern = re.compile(rf"\b(?:{one})(?:[\s:]+(?:{one}))*") if stems else None

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Start and end of each find."""
        if self._pattern is None:
            return ()
        folded = text.lower().replace("ё", "е")
        if len(folded) != len(text):  # a few letters grow when they are folded: places would not fit
            return ()
        return tuple(found.span() for found in self._pattern.finditer(folded))


def _stem(word: str) -> str:
    """A pattern that forgives the ending of longer words."""
    if len(word) >= 5:
        return re.escape(word[:-2] if len(word) > 6 else word[:-1]) + r"\w*"
    return re.escape(word) + r"\b"


def prepare(resume: Resume, words: SearchedWords) -> Prepared:
    """Make a resume ready. May take long for a large one: see LARGE."""
    return Prepared(
        resume=resume,
        jobs=tuple(
            Job(job, passage(job.description, words), passage(job.position or job.company, words))
            for job in resume.experience
        ),
        about=passage(resume.about, words),
        skills=tuple((skill, bool(words.marks(skill))) for skill in resume.skills),
    )


def weight(resume: Resume) -> int:
    """Characters in the long texts of a resume."""
    return len(resume.about) + sum(len(job.description) for job in resume.experience)


def passage(text: str, words: SearchedWords) -> Passage:
    """A text ready to be shown, cut at a space where it is longer than PASSAGE_LIMIT."""
    whole = plain(text)
    if len(whole) <= PASSAGE_LIMIT + PASSAGE_LIMIT // 4:
        return Passage(whole, words.marks(whole))
    cut = whole.rfind(" ", PASSAGE_LIMIT // 2, PASSAGE_LIMIT)
    shown = whole[: cut if cut > 0 else PASSAGE_LIMIT]
    return Passage(shown, words.marks(shown), whole[len(shown) :])


def plain(text: str) -> str:
    """Text of hh.ru's without markup: old resumes hold HTML. Nothing in it is interpreted any more."""
    if not _TAG.search(text):
        return text.strip()
    import nh3

    lines = _ITEM.sub("\n• ", _BREAK.sub("\n", text))
    clean = html.unescape(nh3.clean(lines, tags=set()))
    return _SPACES.sub("\n", clean).strip()


def marked_html(text: str, marks: tuple[tuple[int, int], ...], ground: str, ink: str) -> str:
    """The text as rich text that loads nothing: escaped, line breaks kept, finds on `ground`."""
    parts: list[str] = []
    place = 0
    for start, end in marks:
        parts.append(_escaped(text[place:start]))
        style = f"background-color:{ground}; color:{ink}"
        parts.append(f'<span style="{style}">{_escaped(text[start:end])}</span>')
        place = end
    parts.append(_escaped(text[place:]))
    return "".join(parts)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")
