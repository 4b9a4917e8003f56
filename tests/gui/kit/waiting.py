"""Waiting for what the loop is about to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def until(true: Callable[[], bool], seconds: float = 5.0) -> None:
    """Give the loop turns till `true` is."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  # what is waited for is a claim about widgets, not an event
            await asyncio.sleep(0)  # a turn of the loop, no pause
