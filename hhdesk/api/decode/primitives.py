"""Lenient decoding: nulls, unknown fields, numbers for ids and odd dates never spoil an answer.

Wire structs (`Wire`) give every field a default and allow null. Lists are kept as raw JSON and decoded item
by item, so that an odd item is lost alone; it is logged by type and path, never by value.
"""

import logging
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from hhdesk.domain.errors import UnreadableAnswer
from hhdesk.domain.values import Answer, Named, Page, Row, Unreadable

log = logging.getLogger("hhdesk.api.decode")

T = TypeVar("T")
W = TypeVar("W")

Id = str | int
"""hh.ru sends some ids as numbers."""
Text = str | None
Flag = bool | None
Number = int | float | str | None
Moment = str | int | float | None
"""A date or a moment as hh.ru writes it; `moment` and `day` read it."""
Items = list[msgspec.Raw] | None
"""A list whose items are decoded one by one."""


_MOST_ODD_PARTS = 20
_LARGEST_WHOLE = 2**53
_FIRST_YEAR = 1970
_FIRST_BIRTH_YEAR = 1900
_LAST_YEAR = 2200
_MISSING = "required field"


class Wire(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what hh.ru sends. Unknown fields are ignored."""


class WireNamed(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    name: Text = None


class WireUrl(Wire, frozen=True, kw_only=True):
    url: Text = None


@lru_cache(maxsize=256)
def _decoder_of(kind: Any) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(kind)


def _decoder(kind: Any) -> "msgspec.json.Decoder[Any]":
    """One decoder a type, made once."""
    return _decoder_of(kind)


def decoded(body: bytes | msgspec.Raw, kind: type[W], *, strict: bool = False) -> W:
    """`body` as one wire value; parts that are odd are left out, since the rest is worth showing.

    Raises UnreadableAnswer, which names the place and the type, never the content; with `strict` for odd
    parts too.
    """
    try:
        value: W = _decoder(kind).decode(body)
    except msgspec.ValidationError as error:
        if not strict and (rest := _without_odd_parts(body, kind, error)) is not None:
            return rest
        failure: Exception = error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        failure = error
    else:
        return value
    odd = _unreadable(failure, "$")
    log.warning("unreadable %s at %s: expected %s", _name(kind), odd.path, odd.expected)
    raise UnreadableAnswer(detail=f"{odd.path}: {odd.expected}")


def _without_odd_parts(body: bytes | msgspec.Raw, kind: type[W], error: msgspec.ValidationError) -> W | None:
    """The value without its odd parts; None where what is odd is the whole, or its id."""
    try:
        document = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    for _ in range(_MOST_ODD_PARTS):
        odd = _unreadable(error, "$")
        if odd.expected == _MISSING or not _removed(document, odd.path):
            return None
        log.warning("odd part of %s at %s: expected %s", _name(kind), odd.path, odd.expected)
        try:
            value: W = _decoder(kind).decode(msgspec.json.encode(document))
        except msgspec.ValidationError as next_error:
            error = next_error
        else:
            return value
    return None


def _removed(document: Any, path: str) -> bool:
    """Whether what stands at `path` (`$.a.b`, as msgspec writes it) was there and is taken out."""
    *above, last = path.split(".")
    for step in above[1:]:
        document = document.get(step) if isinstance(document, dict) else None
    if above and isinstance(document, dict) and last in document:
        del document[last]
        return True
    return False


def answer(body: bytes, kind: type[W], make: Callable[[W], T]) -> Answer[T]:
    """A single answer with the bytes it came from."""
    return Answer(value=make(decoded(body, kind)), body=body)


def items(raws: Items, kind: type[W], path: str) -> Iterator[W]:
    """The readable items of a list inside an answer; nulls are dropped, odd ones logged."""
    for number, raw in enumerate(raws or ()):
        item = _item(raw, kind, f"{path}[{number}]")
        if item is not None and not isinstance(item, Unreadable):
            yield item


def rows(raws: Items, kind: type[W], make: Callable[[W], T], path: str = "$.items") -> tuple[Row[T], ...]:
    """The items of a list as rows; nulls are dropped, odd ones become rows that say so."""
    made: list[Row[T]] = []
    for number, raw in enumerate(raws or ()):
        item = _item(raw, kind, f"{path}[{number}]")
        if item is not None:
            made.append(Row(value=item if isinstance(item, Unreadable) else make(item), body=bytes(raw)))
    return tuple(made)


def row(body: bytes, kind: type[W], make: Callable[[W], T]) -> Row[T]:
    """One item that stands alone, as a row: readable or not."""
    item = _item(msgspec.Raw(body), kind, "$")
    if item is None:
        item = Unreadable(path="$", expected="object")
    return Row(value=item if isinstance(item, Unreadable) else make(item), body=body)


class WirePage(Wire, frozen=True, kw_only=True):
    items: Items = None
    found: Number = None
    page: Number = None
    pages: Number = None
    per_page: Number = None
    hidden_count: Number = None


def page(body: bytes, kind: type[W], make: Callable[[W], T]) -> Page[T]:
    """One page of a list. Raises UnreadableAnswer where the answer is no list at all."""
    wire = decoded(body, WirePage)
    return Page(
        rows=rows(wire.items, kind, make),
        found=whole(wire.found) or 0,
        page=whole(wire.page) or 0,
        pages=whole(wire.pages) or 0,
        per_page=whole(wire.per_page) or 0,
        hidden=whole(wire.hidden_count) or 0,
        body=body,
    )


def _item(raw: msgspec.Raw, kind: type[W], path: str) -> W | Unreadable | None:
    if bytes(memoryview(raw)[:5]) == b"null":
        return None
    try:
        value: W = _decoder(kind).decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        odd = _unreadable(error, path)
        log.warning("unreadable %s at %s: expected %s", _name(kind), odd.path, odd.expected)
        return odd
    return value


def _name(kind: Any) -> str:
    return getattr(kind, "__name__", "value").removeprefix("Wire")


_PLACE = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_EXPECTED = re.compile(r"Expected `(?P<expected>[^`]+)`")


def _unreadable(error: Exception, path: str) -> Unreadable:
    """Where it is odd and what was expected, from msgspec's sentence; it holds no value."""
    text = str(error) if isinstance(error, msgspec.ValidationError) else ""
    place, expected = _PLACE.search(text), _EXPECTED.search(text)
    missing = text.startswith("Object missing required field")
    return Unreadable(
        path=path + (place["path"] if place else ""),
        expected=expected["expected"] if expected else (_MISSING if missing else "JSON"),
    )


# Single values


def identifier(value: Id | None) -> str:
    """An id as text; empty where there is none."""
    return "" if value is None else str(value)


def named(wire: WireNamed | None) -> Named | None:
    """An entry of a dictionary, its id standing for a name that is missing; None for null and for one
    without id and name.
    """
    if wire is None or (wire.id is None and not wire.name):
        return None
    return Named(id=identifier(wire.id), name=name_of(wire))


def names(raws: Items, path: str) -> tuple[str, ...]:
    """The names of a list of dictionary entries; an entry without a name shows its id."""
    found = (wire.name or identifier(wire.id) for wire in items(raws, WireNamed, path))
    return tuple(name for name in found if name)


def all_named(raws: Items, path: str) -> tuple[Named, ...]:
    """A list of dictionary entries."""
    found = (named(wire) for wire in items(raws, WireNamed, path))
    return tuple(entry for entry in found if entry is not None)


def name_of(wire: WireNamed | None) -> str:
    """The name of an entry, or its id where it has no name; empty for null."""
    return "" if wire is None else wire.name or identifier(wire.id)


def whole(value: Number) -> int | None:
    """A whole number, also from `7.0` or `"7"`; None for everything else, and for what JSON itself does not
    hold exactly: SQLite and Qt would break on it.
    """
    if value is None:
        return None
    try:
        number = int(float(value)) if not isinstance(value, int) else value
    except (ValueError, OverflowError):
        return None
    return number if abs(number) <= _LARGEST_WHOLE else None


def moment(value: Moment) -> datetime | None:
    """An aware moment from `+0300`, `+03:00`, `Z`, with or without fractions; None for everything else.

    A bare date is its midnight in UTC. None too for one before hh.ru's time or after ours: programs write the
    first or the last day of their calendar for "none", and that day cannot be told in another zone.
    """
    if not isinstance(value, str):
        return None
    try:
        parsed = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    if not _FIRST_YEAR <= parsed.year <= _LAST_YEAR:
        return None
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=UTC)


def day(value: Moment) -> date | None:
    """A date, also from a moment or from year and month; None for everything else, as `moment`."""
    if not isinstance(value, str):
        return None
    text = value.strip()[:10]
    try:
        found = date.fromisoformat(text + "-01" if len(text) == 7 else text)
    except ValueError:
        return None
    return found if _FIRST_BIRTH_YEAR <= found.year <= _LAST_YEAR else None
