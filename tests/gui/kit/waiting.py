"""Waiting for what the loop is about to do, or having it done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent


async def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    """Give the loop turns till `true` is."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  # what is waited for is a claim about widgets, not an event
            await asyncio.sleep(0)  # a turn of the loop, no pause


def lay_out() -> None:
    """Give all widgets their places, as Qt does before it paints. A place may ask for others anew."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


async def at_rest() -> None:
    """Let what waits for widgets to have their places be done too."""
    for _ in range(5):
        lay_out()
        await asyncio.sleep(0)
