"""Everything that the sandbox knows and that requests change."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hhdesk.sandbox import cards
from hhdesk.sandbox.accounts import Accounts
from hhdesk.sandbox.call import Json
from hhdesk.sandbox.cards import Card
from hhdesk.sandbox.clock import started
from hhdesk.sandbox.faults import Fault
from hhdesk.sandbox.records import Comment, SavedSearch, Vacancy
from hhdesk.sandbox.topics import Topics
from hhdesk.sandbox.uploads import Upload
from hhdesk.sandbox.vacancy_book import draw_vacancies


@dataclass(slots=True)
class Quotas:
    """What is bought and what is spent."""

    views_limit: int = 500
    views_spent: int = 0
    contacts_left: int = 50
    search_limit_reached: bool = False
    methods_closed: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Journal:
    """What the server saw since the last reset."""

    requests: Counter[str] = field(default_factory=Counter)
    by_agent: dict[str, Counter[str]] = field(default_factory=dict)
    traced: list[dict[str, Any]] = field(default_factory=list)
    paid: list[dict[str, Any]] = field(default_factory=list)
    violations: list[dict[str, Any]] = field(default_factory=list)
    unknown_paths: list[str] = field(default_factory=list)
    log: list[dict[str, Any]] = field(default_factory=list)


class World:
    """The state of the sandbox. Cards are drawn once and survive a reset, everything else begins anew."""

    def __init__(self, seed: int, resumes: int, vacancies: int) -> None:
        self.seed = seed
        self.resume_count = resumes
        self.vacancy_count = vacancies
        self.now = started()
        self._cards: list[Card | None] = [None] * resumes
        self.reset()

    def reset(self) -> None:
        """Forget everything that requests and the admin interface changed."""
        self.accounts = Accounts()
        self.quotas = Quotas()
        self.journal = Journal()
        self.faults: list[Fault] = []
        self.opened: set[int] = set()
        self.viewed: set[int] = set()
        self.favorited: set[int] = set()
        self.withdrawn: set[int] = set()
        self.updated: dict[int, datetime] = {}
        self.ticks = 0
        self.captcha: set[str] = set()
        self.vacancies: dict[str, Vacancy] = draw_vacancies(self.seed, self.vacancy_count, self.now)
        self.topics = Topics(self)
        self.searches: dict[str, SavedSearch] = {}
        self.search_results: dict[tuple[tuple[str, str], ...], list[int]] = {}
        self.orders: dict[str, str] = {}
        self.comments: dict[int, list[Comment]] = {}
        self.upload_links: set[str] = set()
        self.uploads: dict[str, Upload] = {}
        self.photo_epoch = 0
        self.page_memory: dict[str, Json] = {}
        self.searches_seeded = False

    def tick(self) -> datetime:
        """The time of something that happens now: the start, and a second later for every event after it."""
        self.ticks += 1
        return self.now + timedelta(seconds=self.ticks)

    def card(self, index: int) -> Card:
        """The card of a resume."""
        card = self._cards[index]
        if card is None:
            card = self._cards[index] = cards.draw(self.seed, index)
        return card

    async def warm(self) -> None:
        """Draw all cards in small slices, so that the first search over many resumes is quick."""
        for index in range(self.resume_count):
            self.card(index)
            if index % 200 == 199:
                await asyncio.sleep(0.001)

    def resume_id(self, index: int) -> str:
        """hh.ru's hash of a resume."""
        return cards.resume_id(self.seed, index)

    def resume_index(self, id_: str) -> int | None:
        """The resume of a hash; None for an unknown or withdrawn one."""
        index = cards.index_of(self.seed, id_, self.resume_count)
        return None if index in self.withdrawn else index

    def updated_at(self, index: int) -> datetime:
        """When the candidate last changed the resume."""
        return self.updated.get(index) or self.now - timedelta(minutes=self.card(index).updated)

    def was_viewed(self, index: int) -> bool:
        """Whether the company looked at the resume, before the start (one in nine) or since."""
        return index in self.viewed or index % 9 == 4

    def comments_of(self, person: int) -> list[Comment]:
        """Notes about a person; about one in sixteen a colleague has left one."""
        found = self.comments.get(person)
        if found is None:
            found = self.comments[person] = []
            if person % 16 == 3:
                text = "Говорили по телефону, интересуется, но ждёт предложения по зарплате."
                at = self.now - timedelta(days=12 + person % 20)
                found.append(Comment(str(870_000_000 + person), person, "5032002", text, "coworkers", at))
        return found

    def trace(self, operation: str, **about: Any) -> None:
        """Note a read that leaves a trace."""
        self.journal.traced.append(
            {"operation": operation, "number": sum(self.journal.requests.values()), **about}
        )

    def pay(self, operation: str, **about: Any) -> None:
        """Note an act that costs."""
        self.journal.paid.append(
            {"operation": operation, "number": sum(self.journal.requests.values()), **about}
        )

    def open_contacts(self, index: int, operation: str, free: bool = False) -> bool:
        """Open a person's contacts for the company, once. False when none are left to spend."""
        if index in self.opened:
            return True
        if not free:
            if self.quotas.contacts_left <= 0:
                return False
            self.quotas.contacts_left -= 1
            self.pay(operation, resume_id=self.resume_id(index), what="contacts")
        self.opened.add(index)
        return True

    def contacts_open(self, index: int) -> bool:
        """Whether the company may see the contacts: they were bought, or the person applied."""
        return index in self.opened or self.topics.applied(index)
