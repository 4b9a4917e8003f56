"""Resume files and pictures. A file counts as a view of the resume.

What comes is judged by its first bytes; neither hh.ru's names nor its content types are believed.
Source: get-resume (`actions.download`).
"""

from hhdesk.api.http import Http
from hhdesk.api.transport import Answered, Progress
from hhdesk.domain.acts import Act
from hhdesk.domain.errors import FileTruncated, NotThatFormat
from hhdesk.domain.resumes import Document, DocumentFormat

_BEGINNINGS = {DocumentFormat.PDF: b"%PDF-", DocumentFormat.RTF: rb"{\rtf"}

_ENDS = {DocumentFormat.PDF: b"%%EOF", DocumentFormat.RTF: b"}"}
_TAIL = 2048


def _may_be_cut(answered: Answered) -> bool:
    """Whether only the end of the connection ended the body.

    Nothing else then tells a whole file from a part.
    """
    return not answered.headers.keys() & {"content-length", "transfer-encoding", "content-encoding"}


def _no_progress(received: int, whole: int | None) -> None:
    """Nobody watches."""


class Files:
    """Downloads."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def download(
        self,
        url: str,
        format: DocumentFormat,  # noqa: A002  # hh.ru's word
        *,
        act: Act,
        progress: Progress = _no_progress,
    ) -> Document:
        """A resume as a file, at hh.ru's own `url`. Traced.

        `progress` is told the bytes received and, where known, their whole number. Raises NotThatFormat,
        FileTruncated, FileTooLarge, ViewLimitReached, NotFound.
        """
        answered = await self._http.file(url, progress=progress, act=act)
        if not answered.body.startswith(_BEGINNINGS[format]):
            raise NotThatFormat(detail=format.value)
        if _may_be_cut(answered) and _ENDS[format] not in answered.body[-_TAIL:]:
            raise FileTruncated(detail="end")
        return Document(format=format, content=answered.body)

    async def picture(self, url: str) -> bytes:
        """A photo or portfolio picture. Silent. Its address expires: NotFound is normal."""
        return await self._http.picture(url)
