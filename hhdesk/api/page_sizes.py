"""How many items hh.ru gives on a page: its limits have shrunk before (collections: from 200 to 50)."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from hhdesk.domain.errors import ArgumentRefused

T = TypeVar("T")

_SMALLEST = 10


class PageSizes:
    """Halves a page that hh.ru refuses as too large, and remembers it: further pages keep their places."""

    def __init__(self) -> None:
        self._most: dict[str, int] = {}

    async def read(self, what: str, per_page: int, read: Callable[[int], Awaitable[T]]) -> T:
        """`read(per_page)`, or with fewer where hh.ru has refused the number. Raises what `read` raises."""
        wanted = min(per_page, self._most.get(what, per_page))
        while True:
            try:
                return await read(wanted)
            except ArgumentRefused as error:
                if error.value != "per_page" or wanted <= _SMALLEST:
                    raise
            wanted = max(_SMALLEST, wanted // 2)
            self._most[what] = wanted
