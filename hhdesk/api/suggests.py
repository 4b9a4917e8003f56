"""What hh.ru proposes while somebody types. Silent.

Source: get-areas-suggests, get-resume-search-keywords-suggests, get-professional-roles-suggests,
get-skill-set-suggests, get-educational-institutions-suggests.
"""

from hhdesk.api import decode
from hhdesk.api.http import Http
from hhdesk.domain.account import Suggestion

SHORTEST_TEXT = 2
LONGEST_TEXT = 3000
"""Characters that hh.ru takes; fewer or more are an error there."""


class Suggests:
    """hh.ru's suggestions. Fewer than two letters give none, without a call."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def areas(self, text: str) -> tuple[Suggestion, ...]:
        """Regions and cities, also for a search. Source: get-areas-suggests."""
        return await self._ask("areas", text, public=True)

    async def keywords(self, text: str) -> tuple[Suggestion, ...]:
        """Words for the resume search; they have no id. Source: get-resume-search-keywords-suggests."""
        return await self._ask("resume_search_keyword", text, public=False)

    async def roles(self, text: str) -> tuple[Suggestion, ...]:
        """Professional roles. Source: get-professional-roles-suggests."""
        return await self._ask("professional_roles", text, public=True)

    async def skills(self, text: str) -> tuple[Suggestion, ...]:
        """Key skills. Source: get-skill-set-suggests."""
        return await self._ask("skill_set", text, public=True)

    async def institutions(self, text: str) -> tuple[Suggestion, ...]:
        """Universities and colleges. Source: get-educational-institutions-suggests."""
        return await self._ask("educational_institutions", text, public=True)

    async def _ask(self, what: str, text: str, *, public: bool) -> tuple[Suggestion, ...]:
        words = text.strip()[:LONGEST_TEXT]
        if len(words) < SHORTEST_TEXT:
            return ()
        answered = await self._http.silent(f"/suggests/{what}", [("text", words)], public=public)
        return decode.suggestions(answered.body)
