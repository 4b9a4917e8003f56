"""Downloaded resume files: a view was spent on each, so they are kept for good."""

from datetime import datetime

from hhdesk.domain.errors import StoreDamaged
from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.people import StoredFile
from hhdesk.store.connection import Connection
from hhdesk.store.contents import content_of, keep_content
from hhdesk.store.database import Database
from hhdesk.store.moments import micros, moment


class Files:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(  # noqa: PLR0917 what a StoredFile consists of
        self,
        resume_id: ResumeId,
        person_id: PersonId | None,
        name: str,
        format: str,  # noqa: A002 hh.ru's word
        content: bytes,
        with_contacts: bool,
        now: datetime,
    ) -> StoredFile:
        """Keep a file. The same bytes of the same resume again only renew name and age."""

        def work(connection: Connection) -> StoredFile:
            digest = keep_content(connection, content)
            row = connection.execute(
                f"""INSERT INTO files
                (resume_id, person_id, name, format, size, digest, with_contacts, fetched_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,
                person_id = coalesce(excluded.person_id, person_id), fetched_at = excluded.fetched_at
                RETURNING {_COLUMNS}""",
                (resume_id, person_id, name, format, len(content), digest, with_contacts, micros(now)),
            ).fetchone()
            return _file(row)

        return await self._database.write(work, durable=True)

    async def of(self, resume_id: ResumeId) -> tuple[StoredFile, ...]:
        """The files of a resume, newest first."""
        rows = await self._database.read(
            lambda c: c.execute(
                f"SELECT {_COLUMNS} FROM files WHERE resume_id = ? ORDER BY fetched_at DESC, id DESC",
                (resume_id,),
            ).fetchall()
        )
        return tuple(_file(row) for row in rows)

    async def content(self, digest: str) -> bytes:
        """The bytes of a stored file.

        Raises:
            StoreDamaged: they are not there (or were forgotten meanwhile).
        """
        content = await self._database.read(lambda c: content_of(c, digest))
        if content is None:
            raise StoreDamaged(detail="content")
        return content


_COLUMNS = "resume_id, person_id, name, format, size, digest, with_contacts, fetched_at"


def _file(row: tuple[str, str | None, str, str, int, str, int, int]) -> StoredFile:
    return StoredFile(
        resume_id=ResumeId(row[0]),
        person_id=None if row[1] is None else PersonId(row[1]),
        name=row[2],
        format=row[3],
        size=row[4],
        digest=row[5],
        with_contacts=bool(row[6]),
        fetched_at=moment(row[7]),
    )
