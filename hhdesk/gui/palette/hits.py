"""What the palette finds: one entry each for a person, a vacancy, a command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.people import LetterHit, PersonHit
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.actions import ActionSpec
from hhdesk.gui.resumes import wording

Marks = tuple[tuple[int, int], ...]
"""Start and length of each found piece."""


class Kind(Enum):
    """The groups of the list, in their order."""

    PERSON = "person"
    LETTER = "letter"
    VACANCY = "vacancy"
    COMMAND = "command"

    @property
    def words(self) -> str:
        """The heading."""
        match self:
            case Kind.PERSON:
                return QCoreApplication.translate("Commands", "People")
            case Kind.LETTER:
                return QCoreApplication.translate("Commands", "Letters and messages")
            case Kind.VACANCY:
                return QCoreApplication.translate("Commands", "Vacancies")
            case Kind.COMMAND:
                return QCoreApplication.translate("Commands", "Commands")


class Hit(Struct, frozen=True):
    """One row. `go` does what Enter does."""

    kind: Kind
    key: str
    title: str
    go: Callable[[], None]
    icon: str = ""
    detail: str = ""
    title_marks: Marks = ()
    detail_marks: Marks = ()
    cap: str = ""
    """The key that does the same anywhere."""


class Asked(Struct, frozen=True):
    """What stands in the field: the words, and the kind that a prefix asks for; people have letters."""

    words: str
    only: Kind | None = None

    @classmethod
    def of(cls, text: str) -> Asked:
        """`>` asks for commands only, `@` for people only."""
        text = text.lstrip()
        only = {">": Kind.COMMAND, "@": Kind.PERSON}.get(text[:1])
        return cls((text[1:] if only is not None else text).strip(), only)

    def wants(self, kind: Kind) -> bool:
        """Whether this kind is looked for."""
        return self.only in (None, kind) or (self.only is Kind.PERSON and kind is Kind.LETTER)


def fold(text: str) -> str:
    """As people compare: case does not count, ё is е. Keeps the length."""
    return text.lower().replace("ё", "е")


def find_marks(words: str, text: str) -> Marks | None:
    """Where each of `words` begins a word of `text` (or stands within it); None when one is missing."""
    folded = fold(text)
    marks: list[tuple[int, int]] = []
    for word in fold(words).split():
        at = _place(word, folded)
        if at < 0:
            return None
        marks.append((at, len(word)))
    return tuple(sorted(marks))


def _place(word: str, folded: str) -> int:
    at = folded.find(word)
    while at > 0 and folded[at - 1].isalnum():
        following = folded.find(word, at + 1)
        if following < 0:
            return folded.find(word)
        at = following
    return at


def unmark(snippet: str) -> tuple[str, Marks]:
    """A snippet of the index without its marks, and where they were."""
    text: list[str] = []
    marks: list[tuple[int, int]] = []
    start = 0
    length = 0
    for letter in snippet:
        if letter == "\x02":
            start = length
        elif letter == "\x03":
            marks.append((start, length - start))
        else:
            text.append(letter)
            length += 1
    return "".join(text), tuple(marks)


def people(hits: Iterable[PersonHit], words: str, open_person: Callable[[PersonHit], None]) -> list[Hit]:
    """Rows of people that the index found."""
    made = []
    for hit in hits:
        name = hit.name or hit.title
        detail, detail_marks = _about(hit, words)
        if hit.withdrawn:
            detail += " · " + QCoreApplication.translate("Commands", "resume withdrawn")
        made.append(
            Hit(
                Kind.PERSON,
                f"person-{hit.resume_id}",
                name,
                partial(open_person, hit),
                "ghost" if hit.withdrawn else "user-round",
                detail,
                find_marks(words, name) or (),
                detail_marks,
            )
        )
    return made


def _about(hit: PersonHit, words: str) -> tuple[str, Marks]:
    """What was found, where that is not the name or title itself; else who it is."""
    snippet, marks = unmark(hit.snippet)
    apart = (wording.years_old(hit.age), wording.salary(hit.salary))
    if snippet and snippet not in (hit.name, hit.title):
        before = "".join(f"{part} · " for part in apart if part)
        return before + snippet, tuple((start + len(before), length) for start, length in marks)
    parts = (hit.title, *hit.about[:1]) if hit.name else (*apart, *hit.about)
    detail = " · ".join(part for part in parts if part)
    return detail, find_marks(words, detail) or ()


def letters(
    hits: Iterable[LetterHit], names: Mapping[VacancyId, str], open_letter: Callable[[LetterHit], None]
) -> list[Hit]:
    """Rows of conversations that the index found: the person, the words, and the vacancy of the response."""
    made = []
    for number, hit in enumerate(hits):
        person = hit.name or hit.title or QCoreApplication.translate("Commands", "A candidate")
        snippet, marks = unmark(hit.snippet)
        said = QCoreApplication.translate("Commands", "you: ") if hit.ours else ""
        vacancy = names.get(hit.vacancy_id, "") if hit.vacancy_id is not None else ""
        made.append(
            Hit(
                Kind.LETTER,
                f"letter-{hit.negotiation_id or hit.chat_id or number}",
                person,
                partial(open_letter, hit),
                "send" if hit.ours else "mail",
                " · ".join(part for part in (said + snippet, vacancy) if part),
                detail_marks=tuple((start + len(said), length) for start, length in marks),
            )
        )
    return made


def vacancies(
    rows: Iterable[object], words: str, open_vacancy: Callable[[VacancyShort], None], most: int = 6
) -> list[Hit]:
    """Vacancies whose names have all the words."""
    made: list[Hit] = []
    for row in rows:
        if not isinstance(row, VacancyShort) or len(made) == most:
            continue
        marks = find_marks(words, row.name)
        if marks is None or not words:
            continue
        responses = row.counters.responses
        counted = QCoreApplication.translate("Commands", "%n response(s)", "", responses)
        detail = " · ".join(part for part in (row.area, counted) if part)
        go = partial(open_vacancy, row)
        made.append(Hit(Kind.VACANCY, f"vacancy-{row.id}", row.name, go, "briefcase", detail, marks))
    return made


def commands(
    specs: Sequence[ActionSpec],
    words: str,
    do: Callable[[str], None],
    price_of: Callable[[str], str],
    most: int = 12,
) -> list[Hit]:
    """Commands whose words, in the person's language or in English, have all the words; with their price."""
    made: list[Hit] = []
    for spec in specs:
        title = spec.words.replace("&", "")
        marks = find_marks(words, title)
        if marks is None and find_marks(words, spec.source) is None:
            continue
        go, icon = partial(do, spec.id.value), spec.icon or "command"
        price = price_of(spec.id.value)
        made.append(Hit(Kind.COMMAND, spec.id.value, title, go, icon, price, marks or (), cap=spec.key_text))
    return made[:most]
