"""The things of the sandbox that requests change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Vacancy:
    """A vacancy of the demo company; ``shelf`` is active, archived or hidden."""

    id: str
    index: int
    trade: int
    title: str
    area: str
    salary_from: int | None
    salary_to: int | None
    experience: str
    manager: int
    department: int | None
    address: int | None
    created: datetime
    published: datetime
    shelf: str
    has_test: bool
    letter_required: bool
    archived: datetime | None = None
    previous_id: str | None = None
    schedule: str = "fullDay"
    views: int = 0


@dataclass(slots=True)
class Message:
    """A message of a chat; ``author`` is applicant, employer or bot."""

    id: int
    author: str
    text: str
    at: datetime
    key: str | None = None
    seen_by_applicant: bool = False
    edited: datetime | None = None
    files: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Comment:
    """A note of a recruiter about a person; ``access`` is owner or coworkers."""

    id: str
    person: int
    manager: str
    text: str
    access: str
    created: datetime


@dataclass(slots=True)
class Change:
    """A change of the employer's state of a topic."""

    state: str
    at: datetime
    with_message: bool


@dataclass(slots=True)
class Topic:
    """A response or an invitation: hh.ru's negotiation, with its chat."""

    id: str
    chat_id: int
    vacancy_id: str
    resume: int
    stage: str
    substage: str | None
    state: str
    source: str
    created: datetime
    updated: datetime
    unread: bool
    applied: bool
    messages: list[Message] = field(default_factory=list)
    history: list[Change] = field(default_factory=list)
    last_read: int = 0
    has_test: bool = False
    writing: str | None = None
    number: int = 0

    def unread_messages(self) -> int:
        """Messages of the applicant that the employer has not read."""
        return sum(message.author == "applicant" and message.id > self.last_read for message in self.messages)


@dataclass(slots=True)
class SavedSearch:
    """A saved search with the query as ordered pairs."""

    id: str
    name: str
    query: list[tuple[str, str]]
    created: datetime
    last_used: datetime
    subscription: bool = False
