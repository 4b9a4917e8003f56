"""hh.ru's API as one typed object: a class a resource, made once an account."""

from hhdesk.api.account import Account
from hhdesk.api.chats import Chats
from hhdesk.api.dictionaries import DictionaryResource
from hhdesk.api.files import Files
from hhdesk.api.http import Http
from hhdesk.api.negotiations import Negotiations
from hhdesk.api.oauth import OAuth
from hhdesk.api.resumes import Resumes
from hhdesk.api.suggests import Suggests
from hhdesk.api.vacancies import Vacancies


class HhApi:
    """All resources over one `Http`."""

    def __init__(self, http: Http) -> None:
        self.http = http
        self.oauth = OAuth(http)
        self.account = Account(http)
        self.dictionaries = DictionaryResource(http)
        self.resumes = Resumes(http)
        self.files = Files(http)
        self.vacancies = Vacancies(http)
        self.negotiations = Negotiations(http)
        self.chats = Chats(http)
        self.suggests = Suggests(http)

    async def close(self) -> None:
        """Close the connections."""
        await self.http.close()
