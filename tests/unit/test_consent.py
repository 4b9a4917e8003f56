"""The program that says yes on a consent page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode

import pytest

from hhdesk.consent import FormReader, give_consent, main
from tests.sandbox_process import Sandbox

PAGE = """<form method="post" action="/yes">
<input type="hidden" name="request" value="7"><input type="checkbox" name="spam">
<input type="checkbox" name="terms" checked><button name="decision" value="deny">No</button>
<button name="decision" value="allow">Yes</button></form><form action="/other"></form>"""


class Loopback(BaseHTTPRequestHandler):
    """Keeps the query it was sent to."""

    seen: list[str]

    def do_GET(self) -> None:
        """Answer once."""
        type(self).seen.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Silence."""


@pytest.fixture
def loopback() -> Iterator[tuple[str, list[str]]]:
    """A listener on the loopback, and what it was asked for."""
    seen: list[str] = []
    handler = type("Handler", (Loopback,), {"seen": seen})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", seen
        server.shutdown()
        thread.join()


def test_a_form_is_read_as_a_browser_would() -> None:
    reader = FormReader()
    reader.feed(PAGE)
    assert reader.action == "/yes"
    assert reader.method == "post"
    assert reader.fields == [("request", "7"), ("terms", "on"), ("decision", "allow")]


def test_consent_ends_at_the_loopback_with_a_code(sandbox: Sandbox, loopback: tuple[str, list[str]]) -> None:
    address, seen = loopback
    asked = {"response_type": "code", "client_id": sandbox.client_id, "redirect_uri": address, "state": "s1"}
    given = give_consent(f"{sandbox.url}/oauth/authorize?{urlencode(asked)}")
    assert given == 200
    query = parse_qs(seen[-1].partition("?")[2])
    assert query["state"] == ["s1"]
    assert query["code"]


def test_no_proxy_leads_to_this_computer(
    sandbox: Sandbox, loopback: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody listens there; a company's computers often have such a setting.
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    address, seen = loopback
    asked = {"response_type": "code", "client_id": sandbox.client_id, "redirect_uri": address, "state": "s1"}
    given = give_consent(f"{sandbox.url}/oauth/authorize?{urlencode(asked)}")
    assert given == 200
    query = parse_qs(seen[-1].partition("?")[2])
    assert query["state"] == ["s1"]
    assert query["code"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "nothing"])
def test_only_pages_are_opened(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([address]) == 1
    assert "passwd" not in capsys.readouterr().err


def test_it_wants_one_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
