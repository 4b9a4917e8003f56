"""Names of files that we write: made by us from the person's data, sound on every system, never hh.ru's
own.
"""

import re
import unicodedata
from pathlib import Path

from hhdesk.domain.resumes import ResumeShort

LONGEST = 120
"""Characters of a name with its suffix; Cyrillic takes two bytes each, and file systems allow 255 bytes."""
_SHORT_ID = 6
_TAIL = re.compile(rf"(?<=.), \d{{4}}-\d\d-\d\d, [^,.]{{1,{_SHORT_ID}}}(?=\.\w+$)")
_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)


def safe(text: str) -> str:
    """`text` without anything that a file system, a shell or an eye could stumble over; may be empty.

    Control, format and private characters go (a right-to-left override turns `fdp.exe` round), separators
    become spaces, dots and spaces at the ends go (Windows drops them).
    """
    normal = unicodedata.normalize("NFC", text)
    letters = (_letter(letter) for letter in normal)
    return " ".join("".join(letters).split()).strip(" .")


def _letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in _FORBIDDEN or category.startswith("Z") or letter in "\t\r\n":
        return " "
    return "" if category.startswith("C") else letter


def resume_file(resume: ResumeShort, suffix: str) -> str:
    """`Фамилия Имя, должность.pdf`; of somebody without a name `должность, 2026-11-24, 1f3a9c.pdf`: the day
    of the resume and the beginning of its id tell people of one trade apart.
    """
    name = safe(" ".join(part for part in (resume.last_name, resume.first_name) if part))
    title, id_ = safe(resume.title), safe(resume.id)
    if name:
        return with_suffix(", ".join(part for part in (name, title) if part), suffix)
    if not title:
        return with_suffix(id_ or "resume", suffix)
    day = resume.updated_at.astimezone().date().isoformat() if resume.updated_at is not None else ""
    tail = "".join(f", {part}" for part in (day, id_[:_SHORT_ID]) if part)
    # A long title gives way, not what tells it apart.
    return with_suffix(title[: LONGEST - len(tail) - len(suffix) - 1] + tail, suffix)


def without_tail(name: str) -> str:
    """A name made by `resume_file` without what only tells it from others of one trade."""
    return _TAIL.sub("", name)


def with_suffix(stem: str, suffix: str) -> str:
    """`stem.suffix`, cut to LONGEST, and never a name that Windows keeps for devices."""
    stem = stem[: LONGEST - len(suffix) - 1].strip(" .,")
    if stem.split(".")[0].strip().casefold() in _RESERVED:
        stem = "_" + stem
    return f"{stem}.{suffix}"


def numbered(path: Path, number: int) -> Path:
    """`name (2).pdf`: the `number`-th file of that name; the first is the name itself."""
    return path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
