"""The recovery key: the database key as text that a person can write down, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hhdesk.store.secrets import Secrets


async def recovery_key(secrets: Secrets) -> str | None:
    """The key as text; None where the store is plain. Raises KeyringLocked."""
    from hhdesk.store.recovery import export_recovery_key

    key = await secrets.database_key()
    return export_recovery_key(key) if key is not None else None


def key_of(text: str) -> bytes:
    """The database key that was written down. Raises StoreKeyLost for a mistyped one."""
    from hhdesk.store.recovery import import_recovery_key

    return import_recovery_key(text)
