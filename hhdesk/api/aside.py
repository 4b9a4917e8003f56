"""Decoding that would hold up the loop goes to a thread."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LARGE_BODY = 100 * 1024
"""Bytes from which on decoding takes a noticeable part of a frame."""


async def aside(decode: Callable[[bytes], T], body: bytes) -> T:
    """`decode(body)`, in a worker thread when the body is large."""
    if len(body) < LARGE_BODY:
        return decode(body)
    return await asyncio.to_thread(decode, body)
