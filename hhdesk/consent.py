"""Says yes on a consent page that is a plain HTML form: the browser of the demo and of unattended runs.

`python -m hhdesk.consent ADDRESS` reads the page, submits its form with what stands in it and follows the
redirects down to the loopback address, as a browser would, with cookies. It needs the standard library only.
"""

from __future__ import annotations

import ipaddress
import sys
import urllib.parse
import urllib.request
from collections.abc import Sequence
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from typing import Any, Final

TIMEOUT_SECONDS: Final = 30
_REFUSALS: Final = frozenset({"deny", "cancel", "refuse", "reject", "no"})


class FormReader(HTMLParser):
    """Reads the first form of a page: where it goes and what it sends when its first button is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.action: str | None = None
        self.method = "get"
        self.fields: list[tuple[str, str]] = []
        self._inside = False
        self._pressed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the form's address and the fields that a browser would send."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and self.action is None:
            self.action = given.get("action", "")
            self.method = given.get("method", "get").lower()
            self._inside = True
        elif self._inside and tag in ("input", "button"):
            self._field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._inside = False

    def _field(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "submit" if tag == "button" else "text").lower()
        if kind in ("submit", "image"):
            if self._pressed or given.get("value", "").lower() in _REFUSALS:
                return
            self._pressed = True
        elif kind in ("button", "reset") or (kind in ("checkbox", "radio") and "checked" not in given):
            return
        if name := given.get("name"):
            self.fields.append((name, given.get("value", "on" if kind == "checkbox" else "")))


class _Proxies(urllib.request.ProxyHandler):
    """The environment's proxies, but none to this computer: the demo and the way back are here."""

    def proxy_open(self, req: urllib.request.Request, proxy: str, type: str) -> Any:  # noqa: A002 - urllib's name
        """Leave a request to this computer to the plain handlers."""
        if _is_here(urllib.parse.urlsplit(req.full_url).hostname or ""):
            return None
        return super().proxy_open(req, proxy, type)


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def give_consent(address: str) -> int:
    """Submit the form of the page at `address`; returns the status of the last answer.

    Raises:
        OSError: a server on the way could not be reached or said no.
        ValueError: the address is not HTTP, or the page has no form.
    """
    if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
        raise ValueError("only http and https addresses have consent pages")
    browser = urllib.request.build_opener(_Proxies(), urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(address, timeout=TIMEOUT_SECONDS) as page:
        there = page.geturl()
        reader = FormReader()
        reader.feed(page.read().decode("utf-8", "replace"))
    if reader.action is None:
        raise ValueError("the page has no form")
    target = urllib.parse.urljoin(there, reader.action)
    filled = urllib.parse.urlencode(reader.fields)
    if reader.method == "post":
        request = urllib.request.Request(target, data=filled.encode())
    else:
        request = urllib.request.Request(target + ("&" if "?" in target else "?") + filled)
    with browser.open(request, timeout=TIMEOUT_SECONDS) as answer:
        answer.read()
        return int(answer.status)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if len(given) != 1:
        sys.stderr.write("usage: python -m hhdesk.consent ADDRESS\n")
        return 2
    try:
        give_consent(given[0])
    except (OSError, ValueError) as problem:
        # The address carries the sign-in's state: it is not repeated here.
        sys.stderr.write(f"no consent was given: {type(problem).__name__}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
