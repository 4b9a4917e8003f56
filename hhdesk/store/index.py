"""Full-text search over everybody whom the store knows.

The index holds no text of its own (`content=''`): a hit's snippet is cut from the stored body. It is fed in
the transaction that keeps the body.
"""

import hashlib
from collections.abc import Iterable

from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.people import PersonHit
from hhdesk.domain.resumes import Experience, Resume, ResumeShort
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.folding import fold, words
from hhdesk.store.snippets import snippet

RANKED_UP_TO = 1000
"""Ranking costs with the number of hits: above this the newest known come first."""
MOST_WORDS = 16

_COLUMNS = """SELECT r.resume_id, r.person_id, r.name, r.title, r.withdrawn_at IS NOT NULL,
    coalesce((SELECT body FROM resume_bodies b WHERE b.resume_id = r.resume_id AND b.kind = 'full'),
        (SELECT body FROM resume_bodies b WHERE b.resume_id = r.resume_id AND b.kind = 'short'),
        (SELECT coalesce(n.resume_body, n.body) FROM negotiations n WHERE n.resume_id = r.resume_id
            LIMIT 1))"""

COUNT = "SELECT count(*) FROM (SELECT rowid FROM resume_index WHERE resume_index MATCH ? LIMIT ?)"
RANKED = f"""{_COLUMNS} FROM (SELECT rowid AS id, rank AS score FROM resume_index WHERE resume_index MATCH ?
    AND rank MATCH 'bm25(10.0, 5.0, 1.0)' ORDER BY rank LIMIT ?) h JOIN resumes r USING (id)
    ORDER BY h.score"""
NEWEST = f"""{_COLUMNS} FROM (SELECT rowid AS id FROM resume_index WHERE resume_index MATCH ?
    ORDER BY rowid DESC LIMIT ?) h JOIN resumes r USING (id) ORDER BY r.id DESC"""


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
        rows = await self._database.read(lambda c: _find(c, query, limit))
        sought = words(text)
        return tuple(
            PersonHit(
                resume_id=ResumeId(resume_id),
                person_id=None if person_id is None else PersonId(person_id),
                name=name,
                title=title,
                snippet=snippet(body, sought) if body else "",
                withdrawn=bool(withdrawn),
            )
            for resume_id, person_id, name, title, withdrawn, body in rows
        )


_HitRow = tuple[str, str | None, str, str, int, bytes | None]


def _find(connection: Connection, query: str, limit: int) -> list[_HitRow]:
    few = connection.execute(COUNT, (query, RANKED_UP_TO + 1)).fetchone()[0] <= RANKED_UP_TO
    return connection.execute(RANKED if few else NEWEST, (query, limit)).fetchall()


def document(resume: ResumeShort, contact_words: str) -> tuple[str, str, str]:
    """Name, title and everything else of a resume, folded."""
    return fold(resume.full_name), fold(resume.title), fold("\n".join((*_rest(resume), contact_words)))


def feed(connection: Connection, resume: ResumeShort, contact_words: str = "") -> None:
    """Put `resume` into the index in place of what is there. A short one never replaces a full one.

    To be called within the transaction that keeps the resume, which must have its row in `resumes`.
    """
    row = connection.execute("SELECT id, indexed FROM resumes WHERE resume_id = ?", (resume.id,)).fetchone()
    number, indexed = int(row[0]), str(row[1])
    full = isinstance(resume, Resume)
    if indexed.startswith("full") and not full:
        return
    texts = document(resume, contact_words)
    digest = hashlib.blake2b("\0".join(texts).encode(), digest_size=12).hexdigest()
    mark = f"{'full' if full else 'short'} {digest}"
    if mark == indexed:
        return
    if indexed:
        connection.execute("DELETE FROM resume_index WHERE rowid = ?", (number,))
    connection.execute(
        "INSERT INTO resume_index (rowid, name, title, rest) VALUES (?, ?, ?, ?)", (number, *texts)
    )
    connection.execute("UPDATE resumes SET indexed = ? WHERE id = ?", (mark, number))


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
