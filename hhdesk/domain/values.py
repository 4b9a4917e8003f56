"""Small values that many parts of hh.ru's answers share."""

from collections.abc import Mapping
from datetime import datetime
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Value(Struct, frozen=True, kw_only=True):
    """Base of every value: immutable, compared by content."""


class Named(Value, frozen=True, kw_only=True):
    """An entry of a dictionary: hh.ru's id and hh.ru's own name for it. Either may be unknown to us."""

    id: str
    name: str = ""


class Salary(Value, frozen=True, kw_only=True):
    """Money as hh.ru gives it. `currency` is hh.ru's code (`RUR`, not `RUB`)."""

    amount: int | None = None
    currency: str | None = None


class SalaryRange(Value, frozen=True, kw_only=True):
    """What a vacancy pays; `gross` is before tax, None where hh.ru does not say."""

    lower: int | None = None
    upper: int | None = None
    currency: str | None = None
    gross: bool | None = None


class Unreadable(Value, frozen=True, kw_only=True):
    """An item that could not be decoded: kept as a row that says so.

    `path` and `expected` name the place and the type, never the content.
    """

    path: str
    expected: str


class Row(Struct, Generic[T], frozen=True, kw_only=True):
    """One item of a list with the bytes it was decoded from, so that the store keeps hh.ru's own words."""

    value: T | Unreadable
    body: bytes


class Page(Struct, Generic[T], frozen=True, kw_only=True):
    """One page of a list. `found` counts people or responses; a page may hold fewer rows than `per_page`."""

    rows: tuple[Row[T], ...]
    found: int
    page: int
    pages: int
    per_page: int
    hidden: int = 0
    """How many items hh.ru leaves out of this list (`hidden_count`)."""
    body: bytes = b""
    """The whole answer as hh.ru sent it."""

    @property
    def values(self) -> tuple[T, ...]:
        """The readable items."""
        return tuple(row.value for row in self.rows if not isinstance(row.value, Unreadable))


class Answer(Struct, Generic[T], frozen=True, kw_only=True):
    """A decoded single answer with the bytes it came from."""

    value: T
    body: bytes


class Aged(Struct, Generic[T], frozen=True, kw_only=True):
    """A value with its age: when hh.ru gave it, and whether it was read from our store this time."""

    value: T
    fetched_at: datetime
    from_store: bool = False


class Captcha(Value, frozen=True, kw_only=True):
    """Where a person proves not to be a robot. Each address may be missing."""

    captcha_url: str | None = None
    fallback_url: str | None = None


Form = tuple[tuple[str, str], ...]
"""Ordered name and value pairs; names may repeat."""

Extra = Mapping[str, str]
