"""Full-text search over everybody whom the store knows.

The index itself holds no text: it is fed with folded words, while SQLite cuts snippets from the texts as
they were written (`resume_texts`). Both are written in the transaction that keeps the body.
"""

import hashlib
from collections.abc import Iterable

from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.people import PersonHit
from hhdesk.domain.resumes import Experience, Resume, ResumeShort
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.folding import clean, fold, words

RANKED_UP_TO = 500
"""Ranking costs with the number of hits: above this the newest known come first."""
MOST_WORDS = 16

_HITS = """SELECT r.resume_id, r.person_id, r.name, r.title, r.withdrawn_at IS NOT NULL,
    snippet(resume_index, -1, char(2), char(3), '…', 24),
    (SELECT substr(rest, 1, 160) FROM resume_texts WHERE id = r.id)
    FROM resume_index JOIN resumes r ON r.id = resume_index.rowid WHERE resume_index MATCH ?"""

FEW = "SELECT count(*) FROM (SELECT rowid FROM resume_index WHERE resume_index MATCH ? LIMIT ?)"
RANKED = f"{_HITS} AND rank MATCH 'bm25(10.0, 5.0, 1.0)' ORDER BY rank LIMIT ?"
NEWEST = f"{_HITS} ORDER BY resume_index.rowid DESC LIMIT ?"


def match_expression(text: str) -> str:
    """An FTS5 query for `text`: every word has to begin a word; empty when there is none.

    Each is a quoted string of letters and digits only, so that nothing a person types is FTS5 syntax.
    """
    return " ".join(f'"{word}"*' for word in words(text)[:MOST_WORDS])


class Index:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, text: str, limit: int = 50) -> tuple[PersonHit, ...]:
        """At most `limit` resumes in which every word of `text` begins a word, best first."""
        query = match_expression(text)
        if not query:
            return ()
        return await self._database.read(lambda c: find(c, query, limit))


def find(connection: Connection, query: str, limit: int) -> tuple[PersonHit, ...]:
    """What FTS5 finds for `query`, a match expression."""
    few = connection.execute(FEW, (query, RANKED_UP_TO + 1)).fetchone()[0] <= RANKED_UP_TO
    rows = connection.execute(RANKED if few else NEWEST, (query, limit)).fetchall()
    return tuple(
        PersonHit(
            resume_id=ResumeId(resume_id),
            person_id=None if person_id is None else PersonId(person_id),
            name=name,
            title=title,
            snippet=" ".join(snippet.split()),
            about=tuple(part.strip() for part in (rest or "").split("\n")[:3] if part.strip()),
            withdrawn=bool(withdrawn),
        )
        for resume_id, person_id, name, title, withdrawn, snippet, rest in rows
    )


Texts = tuple[str, str, str]


def texts_of(resume: ResumeShort, contact_words: str) -> Texts:
    """Name, title and everything else of a resume, clean."""
    return clean(resume.full_name), clean(resume.title), clean(_joined(*_rest(resume), contact_words))


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _folded(texts: Texts) -> Texts:
    return fold(texts[0]), fold(texts[1]), fold(texts[2])


def feed(connection: Connection, resume: ResumeShort, contact_words: str = "") -> None:
    """Put `resume` into the index in place of what is there. A short one never replaces a full one.

    To be called within the transaction that keeps the resume, which must have its row in `resumes`.
    """
    row = connection.execute("SELECT id, indexed FROM resumes WHERE resume_id = ?", (resume.id,)).fetchone()
    number, indexed = int(row[0]), str(row[1])
    full = isinstance(resume, Resume)
    if indexed.startswith("full") and not full:
        return
    texts = texts_of(resume, contact_words)
    digest = hashlib.blake2b("\0".join(texts).encode(), digest_size=12).hexdigest()
    mark = f"{'full' if full else 'short'} {digest}"
    if mark == indexed:
        return
    remove(connection, number)
    connection.execute("INSERT INTO resume_texts VALUES (?, ?, ?, ?)", (number, *texts))
    connection.execute(
        f"INSERT INTO resume_index ({_INDEXED}) VALUES (?, ?, ?, ?)", (number, *_folded(texts))
    )
    connection.execute("UPDATE resumes SET indexed = ? WHERE id = ?", (mark, number))


def remove(connection: Connection, number: int) -> None:
    """Take the resume of this row number out of index and texts, if it is there."""
    texts = connection.execute(
        "SELECT name, title, rest FROM resume_texts WHERE id = ?", (number,)
    ).fetchone()
    if texts is None:
        return
    connection.execute(
        f"INSERT INTO resume_index (resume_index, {_INDEXED}) VALUES ('delete', ?, ?, ?, ?)",
        (number, *_folded(texts)),
    )
    connection.execute("DELETE FROM resume_texts WHERE id = ?", (number,))


_INDEXED = "rowid, name, title, rest"


def _rest(resume: ResumeShort) -> Iterable[str]:
    yield resume.area
    if not isinstance(resume, Resume):
        if resume.last_job:
            yield from _job(resume.last_job)
        return
    for job in resume.experience:
        yield from _job(job)
    yield from resume.skills
    yield resume.about
    for school in (*resume.education, *resume.additional_education):
        yield from (school.name, school.organization, school.result)
    yield from (role.name for role in resume.professional_roles)
    yield from (language.name for language in resume.languages)
    yield from resume.driver_licenses
    yield from resume.recommendations


def _job(job: Experience) -> Iterable[str]:
    yield from (job.position, job.company, job.area, job.description)
