"""Answers that change rarely: a value with what is needed to ask for it again cheaply."""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from hhdesk.api.aside import aside
from hhdesk.api.transport import Answered

T = TypeVar("T")

_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})")


class Fetched(Struct, Generic[T], frozen=True, kw_only=True):
    """`value` is None when hh.ru said that nothing changed (304).

    `max_age_seconds` is None where it is silent.
    """

    value: T | None
    body: bytes = b""
    etag: str = ""
    max_age_seconds: int | None = None


async def fetched(answered: Answered, decode: Callable[[bytes], T]) -> Fetched[T]:
    """An answer to a question with an ETag."""
    etag = answered.headers.get("etag", "")
    found = _MAX_AGE.search(answered.headers.get("cache-control", "").lower())
    seconds = int(found[1]) if found else None
    if answered.status == 304:
        return Fetched(value=None, etag=etag, max_age_seconds=seconds)
    value = await aside(decode, answered.body)
    return Fetched(value=value, body=answered.body, etag=etag, max_age_seconds=seconds)
