"""The person at the browser: says yes, no or nothing on the sandbox's pages, as real HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import httpx

Change = Callable[[str], str]


class Browser:
    """Opens addresses in a thread of its own, presses `decision`, and follows redirects to our loopback
    address.
    """

    def __init__(self, decision: str = "allow", change: Change = lambda address: address) -> None:
        """`change` alters the address that the site sends the browser back to."""
        self._decision = decision
        self._change = change
        self._threads: list[threading.Thread] = []
        self.opened: list[str] = []
        self.pages: list[str] = []
        """What was shown in the end."""

    def __call__(self, address: str) -> None:
        """Open a page, without waiting."""
        self.opened.append(address)
        thread = threading.Thread(target=self._visit, args=(address,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def wait(self) -> None:
        """Until every page was left."""
        for thread in self._threads:
            thread.join(10)

    def _visit(self, address: str) -> None:
        try:
            page = self._follow(address)
        except httpx.TransportError as error:
            # The program went before its page came: a browser shows a page of its own then.
            page = f"{type(error).__name__}: this site cannot be reached"
        self.pages.append(page)

    def _follow(self, address: str) -> str:
        page = httpx.get(address)
        data = {"decision": self._decision, "answer": "12"}
        answer = httpx.post(str(page.url), data=data)
        if "location" in answer.headers:
            answer = httpx.get(self._change(answer.headers["location"]))
        return answer.text


def with_query(address: str, **values: str) -> str:
    """The address with other values in its query."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query)) | values
    return urlunsplit(parts._replace(query=urlencode(query)))
