"""The piece of a stored body in which a word was found."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from hhdesk.store.folding import fold

START, END = "\x02", "\x03"
BEFORE, LENGTH = 40, 160

_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


class _Job(msgspec.Struct):
    position: str | None = None
    company: str | None = None
    description: str | None = None


class _Body(msgspec.Struct):
    """What of hh.ru's resume is worth a snippet, and no more: the rest is skipped unread."""

    title: str | None = None
    skills: str | None = None
    skill_set: list[str] | None = None
    experience: list[_Job | None] | None = None
    resume: "_Body | None" = None
    """In a response."""


_decoder = msgspec.json.Decoder(_Body)


def snippet(body: bytes, sought: Sequence[str]) -> str:
    """The surroundings of the first of the folded words `sought`, found words between U+0002 and U+0003.

    Empty where nothing is found in the texts that a snippet is taken from.
    """
    try:
        decoded = _decoder.decode(body)
    except msgspec.MsgspecError:
        return ""
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in sought) + r")\w*")
    for text in _texts(decoded.resume or decoded):
        clean = _SPACE.sub(" ", _TAG.sub(" ", text)).replace(START, "").replace(END, "").strip()
        folded = fold(clean)
        found = pattern.search(folded)
        if found is None:
            continue
        if len(folded) != len(clean):
            # A letter that folds into two: show the folded text rather than marks in wrong places.
            clean = folded
        return _cut(clean, folded, found.start(), pattern)
    return ""


def _cut(clean: str, folded: str, found: int, pattern: re.Pattern[str]) -> str:
    start = 0 if found <= BEFORE else clean.rfind(" ", 0, found - BEFORE // 2) + 1
    end = min(len(clean), start + LENGTH)
    if end < len(clean):
        end = max(clean.rfind(" ", found + 1, end), min(end, found + LENGTH // 2))
    pieces = ["…" if start else ""]
    at = start
    for hit in pattern.finditer(folded, start, end):
        pieces += [clean[at : hit.start()], START, clean[hit.start() : hit.end()], END]
        at = hit.end()
    pieces += [clean[at:end], "…" if end < len(clean) else ""]
    return "".join(pieces)


def _texts(body: _Body) -> Iterable[str]:
    for job in body.experience or ():
        if job is not None:
            yield ", ".join(part for part in (job.position, job.company) if part)
            yield job.description or ""
    yield ", ".join(body.skill_set or ())
    yield body.skills or ""
    yield body.title or ""
