"""Everything that is kept, under one roof: one attribute per resource."""

from collections.abc import Callable
from typing import TypeVar

from hhdesk.domain.identity import AccountKey
from hhdesk.store.chats import Chats
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.files import Files
from hhdesk.store.http_cache import HttpCache
from hhdesk.store.index import Index
from hhdesk.store.letters import Letters
from hhdesk.store.negotiations import Negotiations
from hhdesk.store.outbox import Outbox
from hhdesk.store.people import People
from hhdesk.store.pictures import Pictures
from hhdesk.store.resumes import Resumes
from hhdesk.store.searches import Searches
from hhdesk.store.settings import Settings
from hhdesk.store.vacancies import Vacancies

T = TypeVar("T")


class Store:
    """The store of one account (None: before any account is known)."""

    def __init__(self, database: Database, account: AccountKey | None = None) -> None:
        self.database = database
        self.account = account
        self.http_cache = HttpCache(database)
        self.resumes = Resumes(database)
        self.searches = Searches(database)
        self.vacancies = Vacancies(database)
        self.negotiations = Negotiations(database)
        self.chats = Chats(database)
        self.files = Files(database)
        self.pictures = Pictures(database)
        self.people = People(database)
        self.outbox = Outbox(database)
        self.index = Index(database)
        self.letters = Letters(database)
        self.settings = Settings(database)

    def read_now(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in the calling thread: for the first paint only."""
        return self.database.read_now(work)

    async def close(self) -> None:
        """Finish what is queued and let others in."""
        await self.database.close()
