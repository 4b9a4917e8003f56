"""Bytes kept once under their SHA-256, however many files and pictures have them."""

import hashlib

from hhdesk.store.connection import Connection


def digest_of(content: bytes) -> str:
    """Under what `content` is kept."""
    return hashlib.sha256(content).hexdigest()


def keep_content(connection: Connection, content: bytes) -> str:
    """Keep `content` and return its digest."""
    digest = digest_of(content)
    connection.execute("INSERT OR IGNORE INTO contents VALUES (?, ?)", (digest, content))
    return digest


def content_of(connection: Connection, digest: str) -> bytes | None:
    """The bytes of `digest`."""
    row = connection.execute("SELECT content FROM contents WHERE digest = ?", (digest,)).fetchone()
    return None if row is None else row[0]


def drop_unused(connection: Connection) -> None:
    """Delete what no file and no picture names any more."""
    connection.execute(
        "DELETE FROM contents"
        " WHERE digest NOT IN (SELECT digest FROM files UNION SELECT digest FROM pictures)"
    )
