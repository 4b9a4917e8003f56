"""Removing a person: rows first, in one transaction, then the bytes that SQLite leaves behind."""

import hashlib
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from hhdesk.domain.errors import StoreBusy
from hhdesk.domain.identity import PersonId
from hhdesk.domain.values import Value
from hhdesk.store import index, letters
from hhdesk.store.connection import Connection
from hhdesk.store.contents import drop_unused
from hhdesk.store.folding import fold
from hhdesk.store.moments import micros, moment, moment_or_none


class Deletion(Value, frozen=True, kw_only=True):
    """That somebody was forgotten. The person is named by a digest only."""

    person_digest: str
    forgotten_at: datetime
    resumes: int
    files: int
    bytes_gone_at: datetime | None = None


def person_digest(person_id: PersonId) -> str:
    """By what a deletion record knows the person."""
    return hashlib.sha256(f"hhdesk person {person_id}".encode()).hexdigest()


def forget(connection: Connection, person_id: PersonId, now: datetime) -> int:
    """Delete every row that speaks of the person, and every cached body that names one of their resumes.

    Returns the number of the deletion record.
    """
    resumes = _column(
        connection,
        """SELECT resume_id FROM resumes WHERE person_id = ?1 UNION SELECT resume_id FROM negotiations
        WHERE person_id = ?1 UNION SELECT resume_id FROM outbox WHERE person_id = ?1
        UNION SELECT resume_id FROM files WHERE person_id = ?1""",
        person_id,
    )
    _share(connection, "gone_resumes", resumes)
    negotiations = _column(
        connection,
        """SELECT negotiation_id FROM negotiations WHERE person_id = ?1
        OR resume_id IN (SELECT id FROM temp.gone_resumes) UNION SELECT negotiation_id FROM outbox
        WHERE person_id = ?1 OR resume_id IN (SELECT id FROM temp.gone_resumes)""",
        person_id,
    )
    _share(connection, "gone_negotiations", negotiations)
    chats = _column(
        connection,
        """SELECT chat_id FROM negotiations WHERE negotiation_id IN (SELECT id FROM temp.gone_negotiations)
        UNION SELECT chat_id FROM outbox WHERE person_id = ?1
        OR resume_id IN (SELECT id FROM temp.gone_resumes)
        OR negotiation_id IN (SELECT id FROM temp.gone_negotiations)""",
        person_id,
    )
    for resume in resumes:
        chats += _column(connection, "SELECT chat_id FROM chats WHERE instr(body, ?1)", resume.encode())
    _share(connection, "gone_chats", sorted(set(chats)))
    names = _names(connection, person_id)
    files = connection.execute(
        "DELETE FROM files WHERE person_id = ? OR resume_id IN (SELECT id FROM temp.gone_resumes)",
        (person_id,),
    ).rowcount
    _forget_cached(connection, person_id, resumes, names)
    for (number,) in connection.execute(
        "SELECT id FROM resumes WHERE resume_id IN (SELECT id FROM temp.gone_resumes)"
    ).fetchall():
        index.remove(connection, number)
    letters.remove(connection, [number for (number,) in connection.execute(_LETTERS).fetchall()])
    for statement in _DELETIONS:
        connection.execute(statement, {"person": person_id})
    drop_unused(connection)
    record = connection.execute(
        "INSERT INTO deletions (person_digest, forgotten_at, resumes, files) VALUES (?, ?, ?, ?)",
        (person_digest(person_id), micros(now), len(resumes), files),
    )
    for table in ("gone_resumes", "gone_negotiations", "gone_chats"):
        connection.execute(f"DROP TABLE temp.{table}")
    return int(record.lastrowid or 0)


_LETTERS = """SELECT id FROM letters WHERE chat_id IN (SELECT id FROM temp.gone_chats)
    OR negotiation_id IN (SELECT id FROM temp.gone_negotiations)
    OR resume_id IN (SELECT id FROM temp.gone_resumes)"""

_DELETIONS = (
    """DELETE FROM outbox WHERE person_id = :person OR resume_id IN (SELECT id FROM temp.gone_resumes)
        OR negotiation_id IN (SELECT id FROM temp.gone_negotiations)
        OR chat_id IN (SELECT id FROM temp.gone_chats)""",
    "DELETE FROM chats WHERE chat_id IN (SELECT id FROM temp.gone_chats)",
    "DELETE FROM response_list_rows WHERE negotiation_id IN (SELECT id FROM temp.gone_negotiations)",
    "DELETE FROM negotiations WHERE negotiation_id IN (SELECT id FROM temp.gone_negotiations)",
    "DELETE FROM search_rows WHERE resume_id IN (SELECT id FROM temp.gone_resumes)",
    """DELETE FROM pictures WHERE url_key IN (SELECT url_key FROM resume_photos
        WHERE resume_id IN (SELECT id FROM temp.gone_resumes))""",
    "DELETE FROM resumes WHERE resume_id IN (SELECT id FROM temp.gone_resumes)",
    "DELETE FROM people WHERE person_id = :person",
)


def _forget_cached(
    connection: Connection, person_id: PersonId, resumes: Iterable[str], names: Iterable[str]
) -> None:
    """Lists and answers that are cached whole: whatever names the person goes; it is only a cache."""
    marks = [resume.encode() for resume in resumes]
    for table in ("collections", "search_rows", "response_list_rows"):
        for mark in marks:
            connection.execute(f"DELETE FROM {table} WHERE instr(body, ?)", (mark,))
    for mark in (*marks, person_id.encode()):
        connection.execute(
            "DELETE FROM http_cache WHERE instr(body, ?1) OR instr(key, ?2)", (mark, mark.decode())
        )
    for mark in marks:
        # Settings that speak of single resumes list their ids.
        connection.execute(
            "UPDATE settings SET value = replace(value, ?1, '') WHERE instr(value, ?1)", (mark.decode(),)
        )
    # A recruiter may have searched for the very person.
    sought = {fold(name).split()[0] for name in names if name.strip()}
    for number, query in connection.execute("SELECT id, query FROM searches").fetchall():
        if any(name in fold(query) for name in sought):
            connection.execute("DELETE FROM searches WHERE id = ?", (number,))


def rewrite(connection: Connection, path: Path, *, encrypted: bool) -> None:
    """Write the file anew without what was deleted, and drop older copies. Outside a transaction.

    The index merges its segments, since a deleted entry stays in them until then; VACUUM leaves no free page
    and no stale cell; the checkpoint empties the log. Copies from before a migration, and damaged files that
    were set aside, hold the person too.
    """
    for table in ("resume_index", "letter_index"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    # An encrypted file's temporary copy is encrypted too and may be on disk; a plain one stays in memory.
    connection.execute(f"PRAGMA temp_store = {'FILE' if encrypted else 'MEMORY'}")
    try:
        connection.execute("VACUUM")
    finally:
        connection.execute("PRAGMA temp_store = MEMORY")
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        # A reader held on to the old pages for longer than we wait: they are still in the file.
        raise StoreBusy(detail="checkpoint")
    for kind in ("version", "damaged"):
        for copy in path.parent.glob(f"{path.name}.{kind}-*"):
            with suppress(OSError):
                copy.unlink()


def deletions(connection: Connection, numbers: Collection[int] | None = None) -> tuple[Deletion, ...]:
    """Deletion records, oldest first: all, or those of `numbers`."""
    found = connection.execute(
        "SELECT person_digest, forgotten_at, resumes, files, bytes_gone_at, id FROM deletions ORDER BY id"
    ).fetchall()
    rows = [row for row in found if numbers is None or row[5] in numbers]
    return tuple(
        Deletion(
            person_digest=row[0],
            forgotten_at=moment(row[1]),
            resumes=row[2],
            files=row[3],
            bytes_gone_at=moment_or_none(row[4]),
        )
        for row in rows
    )


def _names(connection: Connection, person_id: PersonId) -> list[str]:
    return _column(
        connection,
        "SELECT name FROM people WHERE person_id = ?1 UNION SELECT name FROM resumes WHERE person_id = ?1",
        person_id,
    )


def _column(connection: Connection, query: str, about: str | bytes) -> list[str]:
    return [value for (value,) in connection.execute(query, (about,)) if value is not None]


def _share(connection: Connection, table: str, values: list[str]) -> None:
    connection.execute(f"CREATE TEMP TABLE {table} (id TEXT PRIMARY KEY)")
    connection.execute(
        f"INSERT INTO temp.{table} SELECT value FROM json_each(?)", (msgspec.json.encode(values).decode(),)
    )
