"""Addresses: the one place where parameters are merged into hh.ru's urls.

hh.ru's urls are followed as given: their own pairs keep their order, their repeats and their very bytes
(`+` and `%2B` stay what they are). httpx's `params=` would wipe them.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, unquote_plus, urljoin, urlsplit, urlunsplit

from hhdesk.domain.errors import NotAllowedHost

Pairs = Sequence[tuple[str, str]]

SINGLE = frozenset({"host", "locale", "page", "per_page"})
"""Names that hh.ru takes once: a new value replaces the one in the url."""


def merge(url: str, pairs: Pairs, *, base: str) -> str:
    """`url` with `pairs` appended in order; repeats are kept, names of SINGLE are replaced, never doubled.

    A relative url is resolved against `base`; the fragment is dropped. Raises NotAllowedHost for a url that
    is none.
    """
    scheme, authority, path, query, _ = urlsplit(joined(base, url))
    last = {name: number for number, (name, _) in enumerate(pairs) if name in SINGLE}
    kept = [part for part in query.split("&") if part and unquote_plus(part.partition("=")[0]) not in last]
    added = [
        encoded(name, value) for number, (name, value) in enumerate(pairs) if last.get(name, number) == number
    ]
    return urlunsplit((scheme, authority, path, "&".join((*kept, *added)), ""))


def joined(base: str, url: str) -> str:
    """`url`, where it is relative resolved against `base`. Raises NotAllowedHost for a url that is none."""
    try:
        address = urljoin(base, url)
        urlsplit(address)
    except ValueError:
        raise NotAllowedHost(detail="address") from None
    return address


def encoded(name: str, value: str) -> str:
    """One pair, percent-encoded."""
    return f"{quote(name, safe='')}={quote(value, safe='')}"


def pairs_of(url: str) -> list[tuple[str, str]]:
    """The decoded pairs of a url's query, in order, empty values included; of any text, url or not."""
    query = url.partition("#")[0].partition("?")[2]
    parts = (part.partition("=") for part in query.split("&") if part)
    return [(unquote_plus(name), unquote_plus(value)) for name, _, value in parts]


def form_body(pairs: Iterable[tuple[str, str]]) -> bytes:
    """`pairs` as application/x-www-form-urlencoded, in order, repeats kept."""
    return "&".join(encoded(name, value) for name, value in pairs).encode("ascii")


def path_segment(text: str) -> str:
    """An id of hh.ru's as one segment of a path: no slash in it can lead elsewhere."""
    return quote(text, safe="") if text.strip(".") else quote(text, safe="").replace(".", "%2E")
