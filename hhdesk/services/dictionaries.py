"""hh.ru's dictionaries and suggestions. Source: get-dictionaries, get-areas,
get-professional-roles-dictionary.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from hhdesk.api import decode
from hhdesk.domain.account import Area, Dictionaries, RoleCategory, Suggestion
from hhdesk.domain.errors import Transient
from hhdesk.domain.values import Aged, Named
from hhdesk.services.cached import Cached
from hhdesk.store import http_cache

if TYPE_CHECKING:
    from hhdesk.api.fetched import Fetched
    from hhdesk.services.context import Context

DAY = timedelta(days=1)
FEWEST_LETTERS = 2
SUGGESTIONS = 20
REMEMBERED = 300
"""Answers to suggestions that are kept in memory."""


class DictionaryService:
    """Silent reads. Dictionaries stay good offline; suggestions fall back to them there."""

    def __init__(self, context: Context, *, host: str = "hh.ru", locale: str = "RU") -> None:
        self._context = context
        self._host = host
        self._locale = locale
        self._dictionaries = Cached(
            context,
            self._key("/dictionaries"),
            self._ask_dictionaries,
            decode.dictionaries,
            DAY,
        )
        self._areas = Cached(
            context,
            self._key("/areas"),
            self._ask_areas,
            decode.areas,
            7 * DAY,
        )
        self._roles = Cached(
            context,
            self._key("/professional_roles"),
            self._ask_roles,
            decode.roles,
            7 * DAY,
        )
        self._languages = Cached(
            context,
            self._key("/languages"),
            self._ask_languages,
            decode.entries,
            7 * DAY,
        )
        self._countries = Cached(
            context,
            self._key("/areas/countries"),
            self._ask_countries,
            decode.entries,
            7 * DAY,
        )
        self._suggested: dict[tuple[str, str], tuple[Suggestion, ...]] = {}

    # The client is exchanged with the account: it is looked up at each call.

    async def _ask_dictionaries(self, etag: str) -> Fetched[Dictionaries]:
        return await self._context.api.dictionaries.dictionaries(etag)

    async def _ask_areas(self, etag: str) -> Fetched[tuple[Area, ...]]:
        return await self._context.api.dictionaries.areas(etag)

    async def _ask_roles(self, etag: str) -> Fetched[tuple[RoleCategory, ...]]:
        return await self._context.api.dictionaries.roles(etag)

    async def _ask_languages(self, etag: str) -> Fetched[tuple[Named, ...]]:
        return await self._context.api.dictionaries.languages(etag)

    async def _ask_countries(self, etag: str) -> Fetched[tuple[Named, ...]]:
        return await self._context.api.dictionaries.countries(etag)

    def _key(self, path: str) -> Callable[[], str]:
        def key() -> str:
            me = self._context.me
            account = me.account_key if me is not None else None
            return http_cache.key(
                method="GET", url=path, host=self._host, locale=self._locale, account=account
            )

        return key

    async def dictionaries(self) -> Dictionaries:
        """hh.ru's small dictionaries; those of the last time when hh.ru cannot be asked."""
        return await self._dictionaries.get()

    def follow(self) -> AsyncIterator[Aged[Dictionaries]]:
        """The stored dictionaries at once, then fresh ones where they are older than a day."""
        return self._dictionaries.read()

    async def areas(self) -> tuple[Area, ...]:
        """The tree of regions."""
        return await self._areas.get()

    async def roles(self) -> tuple[RoleCategory, ...]:
        """Professional roles that may be searched, by category."""
        return await self._roles.get()

    async def languages(self) -> tuple[Named, ...]:
        """Languages that resumes name. Source: get-languages."""
        return await self._languages.get()

    async def countries(self) -> tuple[Named, ...]:
        """Countries, for citizenship. Source: get-countries."""
        return await self._countries.get()

    async def stop(self) -> None:
        """End calls under way."""
        for cached in (self._dictionaries, self._areas, self._roles, self._languages, self._countries):
            await cached.stop()

    async def suggest_areas(self, text: str) -> tuple[Suggestion, ...]:
        """Regions; offline from the stored tree. Source: get-areas-suggests."""
        try:
            return await self._suggest("areas", text, self._context.api.suggests.areas)
        except Transient:
            return _matching(text, _flat_areas(await self.areas()))

    async def suggest_words(self, text: str) -> tuple[Suggestion, ...]:
        """Words to search resumes by; offline none. Source: get-resume-search-keywords-suggests."""
        return await self._offline_none("words", text, self._context.api.suggests.keywords)

    async def suggest_roles(self, text: str) -> tuple[Suggestion, ...]:
        """Professional roles; offline from the stored ones. Source: get-professional-roles-suggests."""
        try:
            return await self._suggest("roles", text, self._context.api.suggests.roles)
        except Transient:
            return _matching(text, _flat_roles(await self.roles()))

    async def suggest_skills(self, text: str) -> tuple[Suggestion, ...]:
        """Skills; offline none. Source: get-skill-set-suggests."""
        return await self._offline_none("skills", text, self._context.api.suggests.skills)

    async def suggest_institutions(self, text: str) -> tuple[Suggestion, ...]:
        """Places of education; offline none. Source: get-educational-institutions-suggests."""
        return await self._offline_none("institutions", text, self._context.api.suggests.institutions)

    async def _offline_none(
        self, kind: str, text: str, ask: Callable[[str], Awaitable[tuple[Suggestion, ...]]]
    ) -> tuple[Suggestion, ...]:
        try:
            return await self._suggest(kind, text, ask)
        except Transient:
            return ()

    async def _suggest(
        self, kind: str, text: str, ask: Callable[[str], Awaitable[tuple[Suggestion, ...]]]
    ) -> tuple[Suggestion, ...]:
        """hh.ru's suggestions, once per text; fewer than two letters ask nothing."""
        words = " ".join(text.split())
        if len(words) < FEWEST_LETTERS:
            return ()
        key = (kind, words.casefold())
        if key not in self._suggested:
            found = await ask(words)
            while len(self._suggested) >= REMEMBERED:
                del self._suggested[next(iter(self._suggested))]
            self._suggested[key] = found
        return self._suggested[key]


def _matching(text: str, known: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Entries whose words begin with `text`."""
    words = _folded(" ".join(text.split()))
    if len(words) < FEWEST_LETTERS:
        return ()
    hits = [entry for entry in known if f" {words}" in f" {_folded(entry.text)}"]
    hits.sort(key=lambda entry: not _folded(entry.text).startswith(words))
    return tuple(hits[:SUGGESTIONS])


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _flat_areas(areas: Iterable[Area], above: str = "") -> Iterable[Suggestion]:
    for area in areas:
        yield Suggestion(id=area.id, text=area.name, detail=above)
        yield from _flat_areas(area.children, area.name)


def _flat_roles(categories: Iterable[RoleCategory]) -> Iterable[Suggestion]:
    for category in categories:
        for role in category.roles:
            yield Suggestion(id=role.id, text=role.name, detail=category.name)
