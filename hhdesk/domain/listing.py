"""What lists show: hh.ru's items with what hhdesk knows of the people in them."""

from datetime import datetime

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Unreadable, Value


class ListedResume(Value, frozen=True, kw_only=True):
    """A row of search results. `key` is stable over refreshes: the resume's id, or the place of an
    unreadable item."""

    key: str
    resume: ResumeShort | Unreadable
    read_here: bool = False
    """A full copy is stored: it opens without a view."""
    updated_since_read: bool = False
    contacts_open: bool = False
    withdrawn: bool = False
    invited: bool = False
    inviting: bool = False
    """The invitation waits to be sent, or hh.ru has not confirmed it."""
    known_since: datetime | None = None
    """When this person was first met under another resume or a response, None when new."""


class SearchResult(Value, frozen=True, kw_only=True):
    query: ResumeQuery
    rows: tuple[ListedResume, ...] = ()
    found: int = 0
    pages_loaded: int = 0
    pages: int = 0
    fetched_at: datetime
    from_store: bool = False

    @property
    def has_more(self) -> bool:
        """Whether hh.ru has further pages (it gives 2,000 resumes at most)."""
        return self.pages_loaded < self.pages


class ListedResponse(Value, frozen=True, kw_only=True):
    """A row of responses: hh.ru's truth with the waiting intents laid over it."""

    key: str
    response: Response | Unreadable
    pending: tuple[OutboxEntry, ...] = ()
    """Intents on this response that hh.ru has not confirmed."""
    read_here: bool = False
    letter: str = ""
    """The candidate's first words, where the conversation was read before."""
    stored_resume: ResumeShort | None = None
    """Our copy of a resume that was withdrawn."""

    @property
    def resume(self) -> ResumeShort | None:
        """What is known of the person: hh.ru's, else our copy."""
        own = self.response.resume if isinstance(self.response, Response) else None
        return own or self.stored_resume


class ResponseList(Value, frozen=True, kw_only=True):
    """A collection as shown."""

    vacancy_id: VacancyId
    collection_id: str
    url: str
    rows: tuple[ListedResponse, ...] = ()
    found: int = 0
    hidden: int = 0
    pages_loaded: int = 0
    pages: int = 0
    fetched_at: datetime
    from_store: bool = False

    @property
    def has_more(self) -> bool:
        """Whether hh.ru has further pages."""
        return self.pages_loaded < self.pages
