"""`python -m tests.e2e.hurry SECONDS` chooses a short take-back window before any sign-in."""

from __future__ import annotations

import asyncio
import os
import sys

from hhdesk import config
from hhdesk.services.services import Services


async def hurry(seconds: int) -> None:
    """Open the profile that the environment names, change its preference, close it."""
    services = await Services.open(config.read(os.environ))
    await services.settings.change(take_back_seconds=seconds)
    await services.close()


asyncio.run(hurry(int(sys.argv[1])))
