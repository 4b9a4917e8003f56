"""Full-text search over letters and chat messages: those that were read, and our own that hh.ru has.

As with resumes, the index is fed with folded words, while snippets are cut from the texts as they were
written.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from hhdesk.domain.chats import ChatMessage
from hhdesk.domain.identity import ChatId, NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.people import LetterHit
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.folding import clean, fold
from hhdesk.store.index import match_expression
from hhdesk.store.moments import micros, moment

LOOKED_AT = 200
"""The newest letters with the words, before each conversation is named once: what a search costs at most."""

NEWEST = """SELECT l.chat_id, l.negotiation_id, l.resume_id, l.at, l.ours,
    snippet(letter_index, 0, char(2), char(3), '…', 24)
    FROM letter_index JOIN letters l ON l.id = letter_index.rowid WHERE letter_index MATCH ?
    ORDER BY letter_index.rowid DESC LIMIT ?"""


class Letters:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, text: str, limit: int = 50) -> tuple[LetterHit, ...]:
        """At most `limit` conversations with a letter in which every word of `text` begins a word, by the one
        of each that was kept last.
        """
        query = match_expression(text)
        if not query:
            return ()
        return await self._database.read(lambda c: find(c, query, limit))

    async def keep_read(self, chat_id: ChatId, messages: Sequence[ChatMessage], now: datetime) -> None:
        """Put messages into the index that were read, also those of older pages."""
        await self._database.write(lambda c: keep_read(c, chat_id, messages, now))


_Row = tuple[str | None, str | None, str | None, int, int, str]


def find(connection: Connection, query: str, limit: int) -> tuple[LetterHit, ...]:
    """What FTS5 finds for `query`, a match expression."""
    found: dict[tuple[str, str], LetterHit] = {}
    for row in connection.execute(NEWEST, (query, LOOKED_AT)).fetchall():
        hit = _hit(connection, row)
        if hit.negotiation_id is not None:
            key = "response", str(hit.negotiation_id)
        else:
            key = "other", hit.chat_id or hit.resume_id or ""
        found.setdefault(key, hit)
        if len(found) == limit:
            break
    return tuple(found.values())


def _hit(connection: Connection, row: _Row) -> LetterHit:
    """The letter with whose it is: a chat is known by its response, a response by its resume."""
    chat, negotiation, resume, at, ours, snippet = row
    known_by, value = ("chat_id", chat) if negotiation is None else ("negotiation_id", negotiation)
    response = connection.execute(
        f"SELECT negotiation_id, resume_id, person_id, vacancy_id FROM negotiations WHERE {known_by} = ?",
        (value,),
    ).fetchone() or (negotiation, None, None, None)
    resume = resume or response[1]
    person = connection.execute(
        "SELECT person_id, name, title, withdrawn_at IS NOT NULL FROM resumes WHERE resume_id = ?", (resume,)
    ).fetchone() or (response[2], "", "", False)
    return LetterHit(
        chat_id=None if chat is None else ChatId(chat),
        negotiation_id=None if response[0] is None else NegotiationId(response[0]),
        vacancy_id=None if response[3] is None else VacancyId(response[3]),
        resume_id=None if resume is None else ResumeId(resume),
        person_id=None if person[0] is None else PersonId(person[0]),
        name=person[1],
        title=person[2],
        withdrawn=bool(person[3]),
        written_at=moment(at),
        ours=bool(ours),
        snippet=" ".join(snippet.split()),
    )


def keep_read(
    connection: Connection, chat_id: ChatId, messages: Sequence[ChatMessage], now: datetime
) -> None:
    """Put the messages of a chat into the index, within the caller's transaction: each once, in its newest
    words.
    """
    written = [
        (
            f"{chat_id}/{message.id}",
            chat_id,
            None,
            None,
            micros(message.created_at or now),
            message.ours,
            clean(message.text),
        )
        for message in messages
        if message.text.strip()
    ]
    _add(connection, written)


def keep_sent(connection: Connection, entry: OutboxEntry) -> None:
    """Put the letter of an entry into the index that hh.ru has, within the caller's transaction."""
    intent = entry.intent
    if intent.letter.strip():
        about = (intent.chat_id, intent.negotiation_id, intent.resume_id)
        text = clean(intent.letter)
        _add(connection, [(f"outbox/{entry.id}", *about, micros(entry.changed_at), True, text)])


_Letter = tuple[str, str | None, str | None, str | None, int, bool, str]


def _add(connection: Connection, letters: Sequence[_Letter]) -> None:
    for letter in letters:
        known = connection.execute("SELECT id, text FROM letters WHERE source = ?", letter[:1]).fetchone()
        if known is not None and known[1] == letter[-1]:
            continue
        if known is not None:
            remove(connection, known[:1])
        row = connection.execute(
            """INSERT INTO letters (source, chat_id, negotiation_id, resume_id, at, ours, text)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            letter,
        ).fetchone()
        connection.execute("INSERT INTO letter_index (rowid, text) VALUES (?, ?)", (row[0], fold(letter[-1])))


def remove(connection: Connection, numbers: Iterable[int]) -> None:
    """Take letters out of index and texts."""
    for number in numbers:
        text = connection.execute("SELECT text FROM letters WHERE id = ?", (number,)).fetchone()[0]
        connection.execute(
            "INSERT INTO letter_index (letter_index, rowid, text) VALUES ('delete', ?, ?)",
            (number, fold(text)),
        )
        connection.execute("DELETE FROM letters WHERE id = ?", (number,))
