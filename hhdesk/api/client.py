"""hh.ru's API as one typed object: a class a resource, made once an account."""

from hhdesk.api.http import Http
from hhdesk.api.oauth import OAuth
from hhdesk.api.resumes import Resumes


class HhApi:
    """All resources over one `Http`."""

    def __init__(self, http: Http) -> None:
        self.http = http
        self.oauth = OAuth(http)
        self.resumes = Resumes(http)

    async def close(self) -> None:
        """Close the connections."""
        await self.http.close()
