"""Resume files: downloaded once, checked, kept, and given out under names of our own.

Source: get-resume (actions.download), tag "Просмотр резюме".
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hhdesk.domain.acts import Act
from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.errors import NoDownload
from hhdesk.domain.identity import PersonId, ResumeId
from hhdesk.domain.people import StoredFile, TimelineEvent
from hhdesk.domain.resumes import Document, DocumentFormat, Resume, ResumeShort
from hhdesk.services import contacts, file_names, saving
from hhdesk.services.flights import Flights
from hhdesk.store.contents import digest_of

if TYPE_CHECKING:
    from hhdesk.services.context import Context
    from hhdesk.services.resumes import ResumeReader

Progress = Callable[[int, int | None], None]
"""Told while a download runs: bytes so far, and of how many where hh.ru says."""


def no_progress(done: int, total: int | None) -> None:
    """For callers who show none."""


class Files:
    """A download counts as a view; what is stored does not."""

    def __init__(self, context: Context, reader: ResumeReader) -> None:
        self._context = context
        self._reader = reader
        self._downloading: Flights[tuple[ResumeId, DocumentFormat], StoredFile] = Flights()
        self._held: dict[str, tuple[StoredFile, bytes]] = {}
        """What the store did not take yet, by its digest."""

    def file_name(self, resume: ResumeShort, format: DocumentFormat) -> str:  # noqa: A002 - hh.ru's word
        """`Фамилия Имя, должность.pdf`; see `file_names.resume_file`."""
        return file_names.resume_file(resume, format.value)

    async def cost(self, resume: ResumeShort, format: DocumentFormat = DocumentFormat.PDF) -> Cost:  # noqa: A002 - hh.ru's word
        """Nothing when a fitting file is stored, else one view of today's limit. No call is made."""
        if await self._fitting(resume, format) is not None:
            return Cost(kind=CostKind.FREE, reason=FreeReason.STORED)
        if not _address(resume, format):
            return Cost(kind=CostKind.UNAVAILABLE)
        if contacts.came_by_response(resume):
            return Cost(kind=CostKind.FREE, reason=FreeReason.APPLIED)
        return self._reader.view_cost()

    async def pdf(self, resume: ResumeShort, act: Act, progress: Progress = no_progress) -> StoredFile:
        """The resume as PDF: our file, or hh.ru's (traced), with contacts where they are open.

        Raises NoDownload, NotThatFormat, FileTruncated, FileTooLarge, ViewLimitReached, SessionLost,
        Transient.
        """
        return await self.document(resume, DocumentFormat.PDF, act, progress)

    async def document(
        self,
        resume: ResumeShort,
        format: DocumentFormat,  # noqa: A002 - hh.ru's word
        act: Act,
        progress: Progress = no_progress,
    ) -> StoredFile:
        """The resume in another format; as `pdf`."""
        stored = await self._fitting(resume, format)
        if stored is not None:
            return stored
        address = _address(resume, format)
        if not address:
            raise NoDownload

        async def download() -> StoredFile:
            document = await self._context.api.files.download(address, format, act=act, progress=progress)
            return await self._keep(resume, document)

        return await self._downloading.join((resume.id, format), download)

    def stop(self, resume: ResumeId, format: DocumentFormat = DocumentFormat.PDF) -> None:  # noqa: A002 - hh.ru's word
        """End a download by the person's word. Its view is spent all the same, and nothing of it is kept;
        who only looks at somebody else meanwhile lets it go on.
        """
        self._downloading.cut((resume, format))

    async def finish(self, seconds: float) -> None:
        """Wait for downloads under way: to be called before the store closes."""
        await self._downloading.finish(seconds)

    async def stored(self, resume: ResumeId) -> tuple[StoredFile, ...]:
        """All files kept of a resume, newest first."""
        held = [file for file, _ in self._held.values() if file.resume_id == resume]
        return (*reversed(held), *await self._context.store.files.of(resume))

    async def content(self, file: StoredFile) -> bytes:
        """The bytes of a kept file."""
        held = self._held.get(file.digest)
        return held[1] if held is not None else await self._context.store.files.content(file.digest)

    async def save(self, file: StoredFile, path: Path) -> Path:
        """Write a kept file under `path` (a folder: under our name in it), never over another; returns
        where it is.

        Raises CannotSaveFile.
        """
        content = await self.content(file)
        return await asyncio.to_thread(saving.save_under, content, path, file.name)

    async def _fitting(self, resume: ResumeShort, format: DocumentFormat) -> StoredFile | None:  # noqa: A002 - hh.ru's word
        """The newest file of this format that is no older than the resume, with contacts if they are open."""
        need_contacts = contacts.are_open(resume)
        for file in await self.stored(resume.id):
            older = resume.updated_at is not None and file.fetched_at < resume.updated_at
            if file.format == format and not older and (file.with_contacts or not need_contacts):
                return file
        return None

    async def _keep(self, resume: ResumeShort, document: Document) -> StoredFile:
        """Keep a download, in memory where the store does not take it: a view is spent."""
        content, store = document.content, self._context.store.files
        file = StoredFile(
            resume_id=resume.id,
            person_id=resume.person_id,
            name=self.file_name(resume, document.format),
            format=document.format.value,
            size=len(content),
            digest=await asyncio.to_thread(digest_of, content),
            with_contacts=contacts.are_open(resume),
            fetched_at=self._context.now(),
        )
        self._held[file.digest] = (file, content)

        async def write() -> None:
            await store.keep(
                file.resume_id,
                file.person_id,
                file.name,
                file.format,
                content,
                with_contacts=file.with_contacts,
                now=file.fetched_at,
            )
            self._held.pop(file.digest, None)

        await self._context.keeping.keep(write, ("file", resume.id, file.digest), resume.person_id)
        event = TimelineEvent(at=file.fetched_at, kind="downloaded", text=file.name, resume_id=resume.id)
        await self._reader.note(resume.person_id, event)
        self._reader.changed.announce(resume.id)
        return file

    def reset(self) -> None:
        """Hold nothing: another account works."""
        self._held.clear()

    def forget(self, person: PersonId) -> None:
        """Hold nothing of somebody who was forgotten."""
        self._held = {digest: one for digest, one in self._held.items() if one[0].person_id != person}


def _address(resume: ResumeShort, format: DocumentFormat) -> str:  # noqa: A002 - hh.ru's word
    if format is DocumentFormat.PDF:
        return resume.pdf_url
    return resume.rtf_url if isinstance(resume, Resume) else ""
