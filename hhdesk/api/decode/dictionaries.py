"""Dictionaries and suggestions.

Source: get-dictionaries, get-areas, get-professional-roles-dictionary, get-languages, get-countries, and the
suggest operations.
"""

import logging
from datetime import UTC, datetime

import msgspec

from hhdesk.api.decode.primitives import (
    Flag,
    Id,
    Items,
    Moment,
    Text,
    Wire,
    WireNamed,
    decoded,
    identifier,
    items,
    moment,
    name_of,
)
from hhdesk.domain.account import Area, Dictionaries, RoleCategory, Suggestion
from hhdesk.domain.values import Named

log = logging.getLogger("hhdesk.api.decode")


class WireEntry(Wire, frozen=True, kw_only=True):
    """An entry of a small dictionary; currencies have a code instead of an id."""

    id: Id | None = None
    code: Id | None = None
    name: Text = None


class WireArea(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    parent_id: Id | None = None
    areas: Items = None


class WireRole(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    search_deprecated: Flag = None
    search_deprecated_datetime: Moment = None


class WireCategory(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    roles: Items = None


class WireCategories(Wire, frozen=True, kw_only=True):
    categories: Items = None


class WireParent(Wire, frozen=True, kw_only=True):
    text: Text = None


class WireSuggestion(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    text: Text = None
    parent: WireParent | None = None
    area: WireNamed | None = None
    acronym: Text = None


class WireSuggestions(Wire, frozen=True, kw_only=True):
    items: Items = None


def dictionaries(body: bytes) -> Dictionaries:
    """All small dictionaries in hh.ru's order; unknown ones are kept, one that is no list is left out."""
    entries: dict[str, tuple[Named, ...]] = {}
    for name, raw in decoded(body, dict[str, msgspec.Raw]).items():
        for raws in items([raw], list[msgspec.Raw], f"$.{name}"):
            found = (_entry(item) for item in items(raws, WireEntry, f"$.{name}"))
            entries[name] = tuple(entry for entry in found if entry is not None)
    return Dictionaries(entries=entries)


def entries(body: bytes) -> tuple[Named, ...]:
    """A dictionary that is one list: languages, countries."""
    found = (_entry(item) for item in items(decoded(body, list[msgspec.Raw]), WireEntry, "$"))
    return tuple(entry for entry in found if entry is not None)


def _entry(wire: WireEntry) -> Named | None:
    identity = wire.id if wire.id is not None else wire.code
    if identity is None:
        return None
    return Named(id=identifier(identity), name=wire.name or identifier(identity))


def areas(body: bytes) -> tuple[Area, ...]:
    """The region tree."""
    return _areas(decoded(body, list[msgspec.Raw]))


def _areas(raws: Items) -> tuple[Area, ...]:
    return tuple(
        Area(
            id=identifier(item.id),
            name=item.name or "",
            parent_id=None if item.parent_id is None else identifier(item.parent_id),
            children=_areas(item.areas),
        )
        for item in items(raws, WireArea, "$.areas")
    )


def roles(body: bytes) -> tuple[RoleCategory, ...]:
    """Professional roles that may be searched for; categories without any are left out."""
    now = datetime.now(UTC)
    found = (
        RoleCategory(
            id=identifier(item.id),
            name=item.name or "",
            roles=tuple(
                Named(id=identifier(role.id), name=role.name or "")
                for role in items(item.roles, WireRole, "$.categories.roles")
                if _is_searchable(role, now)
            ),
        )
        for item in items(decoded(body, WireCategories).categories, WireCategory, "$.categories")
    )
    return tuple(category for category in found if category.roles)


def _is_searchable(role: WireRole, now: datetime) -> bool:
    since = moment(role.search_deprecated_datetime)
    return not role.search_deprecated and (since is None or since > now)


def suggestions(body: bytes) -> tuple[Suggestion, ...]:
    """What hh.ru proposes while somebody types; `detail` is the region above, or a short name."""
    return tuple(
        Suggestion(
            id=identifier(item.id),
            text=item.text or "",
            detail=(item.parent.text if item.parent else None) or item.acronym or name_of(item.area),
        )
        for item in items(decoded(body, WireSuggestions).items, WireSuggestion, "$.items")
        if item.text
    )
