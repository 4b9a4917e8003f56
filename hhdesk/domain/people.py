"""A person as hhdesk remembers them: over all resumes, responses, letters and files."""

from datetime import datetime

from hhdesk.domain.identity import ChatId, NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.values import Salary, Value


class TimelineEvent(Value, frozen=True, kw_only=True):
    """Something that happened with a person. `kind` is one of ours: seen, read, contacts_opened,
    downloaded, applied,
    moved, invited, letter_sent, letter_received, taken_back, withdrawn, note."""

    at: datetime
    kind: str
    text: str = ""
    resume_id: ResumeId | None = None
    vacancy_id: VacancyId | None = None
    negotiation_id: NegotiationId | None = None


class PersonHit(Value, frozen=True, kw_only=True):
    """Somebody found in the store. `snippet` marks hits with U+0002 and U+0003."""

    resume_id: ResumeId
    person_id: PersonId | None
    name: str
    title: str
    snippet: str = ""
    about: tuple[str, ...] = ()
    """Where they live and their last work, as far as is known: tells people of one title apart."""
    age: int | None = None
    salary: Salary | None = None
    """Both only of somebody without a name."""
    withdrawn: bool = False


class LetterHit(Value, frozen=True, kw_only=True):
    """A conversation found by a letter or message in it. `snippet` marks hits with U+0002 and U+0003."""

    chat_id: ChatId | None
    negotiation_id: NegotiationId | None
    """The response that it belongs to; None where that was never seen."""
    vacancy_id: VacancyId | None
    resume_id: ResumeId | None
    person_id: PersonId | None
    name: str
    title: str
    withdrawn: bool
    written_at: datetime
    ours: bool
    snippet: str


class StoredFile(Value, frozen=True, kw_only=True):
    """A file kept in the store; `digest` is its SHA-256, `name` was made by us."""

    resume_id: ResumeId
    person_id: PersonId | None
    name: str
    format: str
    size: int
    digest: str
    with_contacts: bool
    fetched_at: datetime
