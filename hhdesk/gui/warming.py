"""What people use first is imported beside the loop, so that its first use holds up nobody."""

from __future__ import annotations

import asyncio
import importlib
from typing import Final

_SOON: Final = (
    "hhdesk.api.late_httpx",
    "hhdesk.services.services",
    "hhdesk.gui.resumes.section",
    "hhdesk.gui.resumes.filters",
    "hhdesk.gui.responses.section",
    "hhdesk.gui.acts.dialog",
    "hhdesk.gui.vacancies.section",
    "hhdesk.gui.outbox.section",
    "hhdesk.gui.palette.palette",
    "hhdesk.gui.settings.section",
)
"""In the order in which a day needs them. They make no Qt object while they are imported."""
_PAUSE_SECONDS: Final = 0.02


async def warm() -> None:
    """Import one after the other in a worker thread, with room for the window between them."""
    for name in _SOON:
        await asyncio.to_thread(importlib.import_module, name)
        await asyncio.sleep(_PAUSE_SECONDS)
