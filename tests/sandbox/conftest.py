"""Fixtures of the sandbox's own tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.sandbox_process import Sandbox, Tokens


@pytest.fixture
def client(sandbox: Sandbox, tokens: Tokens) -> Iterator[httpx.Client]:
    """Signed in."""
    with sandbox.client(tokens) as signed_in:
        yield signed_in


@pytest.fixture
def vacancy(sandbox: Sandbox) -> str:
    """The first vacancy, active and with many responses."""
    return str(sandbox.state()["vacancies"][0]["id"])


@pytest.fixture
def responses(client: httpx.Client, vacancy: str) -> list[dict[str, Any]]:
    """The new responses of the vacancy whose people are still there."""
    answer = client.get(f"/negotiations/response?vacancy_id={vacancy}&per_page=50").json()
    return [item for item in answer["items"] if item["resume"]]


@pytest.fixture
def closed(client: httpx.Client) -> dict[str, Any]:
    """A found person whose contacts are closed and hidden from nobody."""
    items = client.get("/resumes?per_page=100").json()["items"]
    found: dict[str, Any] = next(
        item for item in items if item["actions"].get("get_with_contact") and not item["hidden_fields"]
    )
    return found
