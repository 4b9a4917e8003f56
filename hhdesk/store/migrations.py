"""Every schema that was ever released, as steps that are only ever added to.

Imported only when an older file is met: sqlite-utils costs 80 ms, and a new file is made as it shall be
(`new_file.py`). `PRAGMA user_version` counts the steps, within each step's own transaction, so that opening a
current file needs one number.
"""

from collections.abc import Callable

from sqlite_utils import Database as SqliteUtils
from sqlite_utils.migrations import Migrations

from hhdesk.store import schema
from hhdesk.store.connection import Connection

Step = Callable[[SqliteUtils], None]

_migrations = Migrations(schema.MIGRATION_SET)


def _step(step: Step) -> Step:
    name = step.__name__
    number = schema.STEPS.index(name) + 1

    def counted(db: SqliteUtils) -> None:
        step(db)
        db.execute(f"PRAGMA user_version = {number}")

    _migrations(name=name)(counted)
    return step


def migrate(connection: Connection, *, up_to: int | None = None) -> None:
    """Apply what is missing, each step in a transaction. `up_to` stops after that step (tests build old files
    so).
    """
    stop = schema.STEPS[up_to] if up_to is not None and up_to < schema.VERSION else None
    _migrations.apply(SqliteUtils(connection, recursive_triggers=False), stop_before=stop)


def _run(db: SqliteUtils, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


@_step
def s001_first(db: SqliteUtils) -> None:
    _run(db, *_S001)


_S001 = (
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE http_cache (
        key TEXT PRIMARY KEY, body BLOB NOT NULL, etag TEXT NOT NULL, max_age INTEGER,
        fetched_at INTEGER NOT NULL, used_at INTEGER NOT NULL) STRICT""",
    "CREATE INDEX http_cache_by_use ON http_cache (used_at, length(body))",
    # People and what hhdesk knows of their resumes, whatever representation it came from.
    """CREATE TABLE people (
        person_id TEXT PRIMARY KEY, name TEXT NOT NULL, first_met INTEGER NOT NULL,
        last_seen INTEGER NOT NULL, keep_until INTEGER) STRICT""",
    "CREATE INDEX people_by_age ON people (last_seen)",
    """CREATE TABLE resumes (
        id INTEGER PRIMARY KEY, resume_id TEXT NOT NULL UNIQUE, person_id TEXT REFERENCES people,
        name TEXT NOT NULL, title TEXT NOT NULL, updated_at INTEGER, first_met INTEGER NOT NULL,
        last_seen INTEGER NOT NULL, withdrawn_at INTEGER, read_at INTEGER, read_version INTEGER,
        contacts_at INTEGER, contacts_until TEXT, contact_words TEXT NOT NULL DEFAULT '',
        indexed TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX resumes_by_person ON resumes (person_id)",
    # short, full, and the last full one with contacts where a newer full one has none.
    """CREATE TABLE resume_bodies (
        resume_id TEXT NOT NULL REFERENCES resumes (resume_id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('short', 'full', 'contacts')),
        body BLOB NOT NULL, updated_at INTEGER, fetched_at INTEGER NOT NULL, with_contacts INTEGER NOT NULL,
        PRIMARY KEY (resume_id, kind)) STRICT""",
    """CREATE VIRTUAL TABLE resume_index USING fts5 (
        name, title, rest, content = '', contentless_delete = 1,
        tokenize = "unicode61 remove_diacritics 0")""",
    """CREATE TABLE searches (
        id INTEGER PRIMARY KEY, query_key TEXT NOT NULL UNIQUE, query TEXT NOT NULL, found INTEGER NOT NULL,
        pages INTEGER NOT NULL, fetched_at INTEGER NOT NULL) STRICT""",
    "CREATE INDEX searches_by_age ON searches (fetched_at)",
    # body only where the item could not be read; else the newest short body of the resume stands for it.
    """CREATE TABLE search_rows (
        search_id INTEGER NOT NULL REFERENCES searches ON DELETE CASCADE, page INTEGER NOT NULL,
        place INTEGER NOT NULL, resume_id TEXT, body BLOB,
        PRIMARY KEY (search_id, page, place)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX search_rows_by_resume ON search_rows (resume_id)",
    """CREATE TABLE vacancies (
        vacancy_id TEXT PRIMARY KEY, body BLOB NOT NULL, fetched_at INTEGER NOT NULL) STRICT""",
    "CREATE TABLE vacancy_lists (kind TEXT PRIMARY KEY, fetched_at INTEGER NOT NULL) STRICT",
    """CREATE TABLE vacancy_list_rows (
        kind TEXT NOT NULL REFERENCES vacancy_lists ON DELETE CASCADE, place INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (kind, place)) STRICT""",
    """CREATE TABLE collections (
        vacancy_id TEXT PRIMARY KEY, body BLOB NOT NULL, fetched_at INTEGER NOT NULL) STRICT""",
    # body is the newest; resume_body the last one that still carried the resume, where the newest is a ghost.
    """CREATE TABLE negotiations (
        negotiation_id TEXT PRIMARY KEY, vacancy_id TEXT, resume_id TEXT, person_id TEXT, chat_id TEXT,
        body BLOB NOT NULL, resume_body BLOB, first_met INTEGER NOT NULL, fetched_at INTEGER NOT NULL)
        STRICT""",
    "CREATE INDEX negotiations_by_resume ON negotiations (resume_id)",
    "CREATE INDEX negotiations_by_person ON negotiations (person_id)",
    """CREATE TABLE response_lists (
        id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, found INTEGER NOT NULL, pages INTEGER NOT NULL,
        hidden INTEGER NOT NULL, fetched_at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE response_list_rows (
        list_id INTEGER NOT NULL REFERENCES response_lists ON DELETE CASCADE, page INTEGER NOT NULL,
        place INTEGER NOT NULL, negotiation_id TEXT, body BLOB,
        PRIMARY KEY (list_id, page, place)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX response_list_rows_by_negotiation ON response_list_rows (negotiation_id)",
    "CREATE TABLE chats (chat_id TEXT PRIMARY KEY, body BLOB NOT NULL, fetched_at INTEGER NOT NULL) STRICT",
    "CREATE TABLE contents (digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
    """CREATE TABLE files (
        id INTEGER PRIMARY KEY, resume_id TEXT NOT NULL, person_id TEXT, name TEXT NOT NULL,
        format TEXT NOT NULL, size INTEGER NOT NULL, digest TEXT NOT NULL REFERENCES contents,
        with_contacts INTEGER NOT NULL, fetched_at INTEGER NOT NULL,
        UNIQUE (resume_id, format, with_contacts, digest)) STRICT""",
    "CREATE INDEX files_by_digest ON files (digest)",
    """CREATE TABLE pictures (
        url_key TEXT PRIMARY KEY, resume_id TEXT, digest TEXT NOT NULL REFERENCES contents,
        fetched_at INTEGER NOT NULL) STRICT""",
    "CREATE INDEX pictures_by_resume ON pictures (resume_id)",
    "CREATE INDEX pictures_by_digest ON pictures (digest)",
    """CREATE TABLE timeline (
        id INTEGER PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
        at INTEGER NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL,
        UNIQUE (person_id, at, kind, event)) STRICT""",
    """CREATE TABLE deletions (
        id INTEGER PRIMARY KEY, person_digest TEXT NOT NULL, forgotten_at INTEGER NOT NULL,
        resumes INTEGER NOT NULL, files INTEGER NOT NULL, bytes_gone_at INTEGER) STRICT""",
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
        intent TEXT NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('waiting', 'sending', 'unknown', 'settled', 'refused', 'taken_back')),
        created_at INTEGER NOT NULL, send_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '',
        error_detail TEXT NOT NULL DEFAULT '', request_id TEXT NOT NULL DEFAULT '',
        person_id TEXT, resume_id TEXT, negotiation_id TEXT, chat_id TEXT) STRICT""",
    "CREATE INDEX outbox_by_state ON outbox (state, send_at)",
    "CREATE INDEX outbox_by_negotiation ON outbox (negotiation_id)",
    "CREATE INDEX outbox_by_resume ON outbox (resume_id)",
    """CREATE TABLE outbox_events (
        id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
        at INTEGER NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL) STRICT""",
    "CREATE INDEX outbox_events_by_entry ON outbox_events (entry_id)",
)


@_step
def s002_whose_photo(db: SqliteUtils) -> None:
    """Whose picture an address shows is noted when hh.ru names the address, since it replaces pictures."""
    _run(
        db,
        "DROP INDEX pictures_by_resume",
        "ALTER TABLE pictures DROP COLUMN resume_id",
        """CREATE TABLE resume_photos (
            resume_id TEXT NOT NULL REFERENCES resumes (resume_id) ON DELETE CASCADE, url_key TEXT NOT NULL,
            PRIMARY KEY (resume_id, url_key)) STRICT, WITHOUT ROWID""",
    )


@_step
def s003_texts(db: SqliteUtils) -> None:
    """Plain texts beside the index, so that SQLite cuts snippets itself, outside the interpreter's lock.

    No release had the index before: it fills as resumes are met.
    """
    _run(
        db,
        "DROP TABLE resume_index",
        """CREATE TABLE resume_texts (
            id INTEGER PRIMARY KEY REFERENCES resumes, name TEXT NOT NULL, title TEXT NOT NULL,
            rest TEXT NOT NULL) STRICT""",
        # Fed with folded texts, while snippets come from these: folding keeps the number of words.
        """CREATE VIRTUAL TABLE resume_index USING fts5 (
            name, title, rest, content = 'resume_texts', content_rowid = 'id',
            tokenize = "unicode61 remove_diacritics 0")""",
        "UPDATE resumes SET indexed = ''",
    )


@_step
def s004_letters(db: SqliteUtils) -> None:
    """Letters and chat messages get an index of their own; a chat is known by its response.

    Chats that were read before are put in by the program, which can read them.
    """
    _run(
        db,
        """CREATE TABLE letters (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, chat_id TEXT, negotiation_id TEXT,
            resume_id TEXT, at INTEGER NOT NULL, ours INTEGER NOT NULL, text TEXT NOT NULL) STRICT""",
        "CREATE INDEX letters_by_chat ON letters (chat_id)",
        "CREATE INDEX negotiations_by_chat ON negotiations (chat_id)",
        """CREATE VIRTUAL TABLE letter_index USING fts5 (
            text, content = 'letters', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0")""",
        "ALTER TABLE chats ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0",
    )


@_step
def s005_one_term(db: SqliteUtils) -> None:
    """How long people are kept is one term for all of them: nobody was ever given one of their own."""
    _run(db, "ALTER TABLE people DROP COLUMN keep_until")
