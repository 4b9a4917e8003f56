"""One request as the operations see it, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hhdesk.sandbox.accounts import Token
    from hhdesk.sandbox.world import World

Json = Any
"""A JSON value: the sandbox builds answers, it does not decode them into types."""


class Refusal(Exception):
    """An answer that is an error in hh.ru's shape."""

    def __init__(self, status: int, type_: str, value: str | None = None, **more: Json) -> None:
        super().__init__(f"{status} {type_} {value}")
        self.status = status
        self.error: dict[str, Json] = {"type": type_, **({} if value is None else {"value": value}), **more}


def bad_argument(name: str, why: str | None = None) -> Refusal:
    """400 for a parameter."""
    return Refusal(400, "bad_argument", name, **({"reason": why} if why else {}))


def not_found(value: str | None = None) -> Refusal:
    """404."""
    return Refusal(404, "not_found", value)


@dataclass(slots=True)
class Answer:
    """What goes back: JSON (``body``), or bytes of some type (``raw``)."""

    status: int = 200
    body: Json = None
    raw: bytes | None = None
    content_type: str = "application/json; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


def nothing() -> Answer:
    """204."""
    return Answer(204, raw=b"", content_type="")


@dataclass(slots=True)
class Call:
    """A request that an operation serves; ``base`` is ``http://host:port`` as the caller addressed it."""

    world: World
    operation: str
    method: str
    base: str
    path: dict[str, str]
    query: list[tuple[str, str]]
    form: list[tuple[str, str]]
    body: Json
    token: Token | None
    account: str

    def all(self, name: str) -> list[str]:
        """Every value of a query parameter."""
        return [value for key, value in self.query if key == name]

    def one(self, name: str) -> str | None:
        """The last value of a query parameter, or None."""
        return next(iter(reversed(self.all(name))), None)

    def flag(self, name: str, default: bool = False) -> bool:
        """A query parameter that is true or false."""
        return flag(self.one(name), name, default)

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number of the query within its bounds. Raises Refusal (400)."""
        text = self.one(name)
        if text is None:
            return default
        if not text.isdigit() or not low <= int(text) <= high:
            raise bad_argument(name)
        return int(text)

    def field(self, name: str) -> str | None:
        """A field of the form body, or None."""
        return next((value for key, value in self.form if key == name), None)

    def fields(self, name: str) -> list[str]:
        """Every value of a field of the form body."""
        return [value for key, value in self.form if key == name]

    def url(self, path: str) -> str:
        """An absolute address of this server."""
        return self.base + path


def flag(text: str | None, name: str, default: bool = False) -> bool:
    """``true`` or ``false``. Raises Refusal (400)."""
    if text is None:
        return default
    if text not in ("true", "false"):
        raise bad_argument(name)
    return text == "true"


Handler = Callable[[Call], "Answer | Json"]
HANDLERS: dict[str, Handler] = {}
"""The operations that the sandbox serves, by operation id."""


def operation(id_: str) -> Callable[[Handler], Handler]:
    """Register a function as the server of an operation."""

    def register(handler: Handler) -> Handler:
        HANDLERS[id_] = handler
        return handler

    return register


def paged(
    call: Call, items: list[Json] | int, default: int, most: int, build: Callable[[int], Json] | None = None
) -> Json:
    """A list answer in hh.ru's frame. With ``build``, ``items`` is a count and only the page is built."""
    page = call.number("page", 0, 0, 100_000)
    per_page = call.number("per_page", default, 0, most)
    found = items if isinstance(items, int) else len(items)
    start, size = page * per_page, per_page
    numbers: Iterable[int] = range(start, min(start + size, found))
    chosen = [build(n) if build else items[n] for n in numbers]  # type: ignore[index]  # a list when there is no build
    return {
        "found": found,
        "page": page,
        "pages": -(-found // per_page) if per_page else 0,
        "per_page": per_page,
        "items": chosen,
    }
