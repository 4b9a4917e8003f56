"""Preferences, typed, per account, in the store as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from hhdesk.domain.errors import StoreTrouble
from hhdesk.domain.events import Announcer
from hhdesk.domain.identity import AccountKey
from hhdesk.domain.preferences import Preferences

if TYPE_CHECKING:
    from hhdesk.services.context import Context

NAME = "preferences"


def read(text: str) -> Preferences:
    """Preferences from their stored text: each that cannot be read keeps its default, unknown ones are
    passed over.
    """
    try:
        stored = msgspec.json.decode(text) if text else {}
    except msgspec.DecodeError:
        stored = {}
    good: dict[str, Any] = {}
    for field in msgspec.structs.fields(Preferences):
        if not isinstance(stored, dict) or field.name not in stored:
            continue
        try:
            good[field.name] = msgspec.convert(stored[field.name], field.type)
        except msgspec.ValidationError:
            continue
    return Preferences(**good)


def _looks(preferences: Preferences) -> Preferences:
    """How the window looks, and nothing of what is done in it."""
    return Preferences(
        language=preferences.language,
        theme=preferences.theme,
        density=preferences.density,
        keycaps=preferences.keycaps,
    )


class Settings:
    """The preferences of the account; `changed` tells the new ones, also when another account brings its
    own.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._account: AccountKey | None = None
        self.preferences = Preferences()
        """As loaded last; the defaults before that."""
        self.changed: Announcer[Preferences] = Announcer()

    async def load(self) -> Preferences:
        """Read them from the current account's store.

        Into one that has none yet goes what was chosen before the first sign-in; of another account, only how
        the window looks.

        Raises StoreTrouble: then too, nothing of another account is used but the looks.
        """
        store, before = self._context.store, self.preferences
        begins = before if self._account is None else _looks(before)
        try:
            text = await store.settings.get(NAME, "")
        except StoreTrouble:
            self._take(begins if store.account != self._account else before)
            raise
        finally:
            self._account = store.account
        loaded = read(text) if text else begins
        self._take(loaded)
        if not text and loaded != Preferences():
            await self._write(loaded)
        return loaded

    def get(self) -> Preferences:
        """The preferences of now."""
        return self.preferences

    async def set(self, preferences: Preferences) -> None:
        """Keep and announce."""
        self._take(preferences)
        await self._write(preferences)

    async def change(self, **changes: object) -> Preferences:
        """Change some of them by name; returns all."""
        await self.set(msgspec.structs.replace(self.preferences, **changes))
        return self.preferences

    async def _write(self, preferences: Preferences) -> None:
        store = self._context.store
        await store.settings.set(NAME, msgspec.json.encode(preferences).decode())
        await store.people.set_retention(preferences.retention_days)

    def _take(self, preferences: Preferences) -> None:
        if preferences != self.preferences:
            self.preferences = preferences
            self.changed.announce(preferences)
