"""Dictionaries. Silent and public.

Source: get-dictionaries, get-areas, get-professional-roles-dictionary, get-languages, get-countries.
"""

from hhdesk.api import decode
from hhdesk.api.fetched import Fetched, fetched
from hhdesk.api.http import Http
from hhdesk.domain.account import Area, Dictionaries, RoleCategory
from hhdesk.domain.values import Named


class DictionaryResource:
    """What hh.ru calls things.

    With the `etag` of an earlier answer, an unchanged one comes without a value.
    """

    def __init__(self, http: Http) -> None:
        self._http = http

    async def dictionaries(self, etag: str = "") -> Fetched[Dictionaries]:
        """All small dictionaries. Source: get-dictionaries."""
        answered = await self._http.silent("/dictionaries", etag=etag, public=True)
        return await fetched(answered, decode.dictionaries)

    async def areas(self, etag: str = "") -> Fetched[tuple[Area, ...]]:
        """The region tree. Source: get-areas."""
        answered = await self._http.silent("/areas", etag=etag, public=True)
        return await fetched(answered, decode.areas)

    async def roles(self, etag: str = "") -> Fetched[tuple[RoleCategory, ...]]:
        """Professional roles that may be searched for. Source: get-professional-roles-dictionary."""
        answered = await self._http.silent("/professional_roles", etag=etag, public=True)
        return await fetched(answered, decode.roles)

    async def languages(self, etag: str = "") -> Fetched[tuple[Named, ...]]:
        """Languages that resumes name. Source: get-languages."""
        answered = await self._http.silent("/languages", etag=etag, public=True)
        return await fetched(answered, decode.entries)

    async def countries(self, etag: str = "") -> Fetched[tuple[Named, ...]]:
        """Countries, for citizenship. Source: get-countries."""
        answered = await self._http.silent("/areas/countries", etag=etag, public=True)
        return await fetched(answered, decode.entries)
