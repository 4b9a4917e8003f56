"""Fixtures for all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sandbox_process import Sandbox, Tokens


@pytest.fixture(scope="session")
def sandbox_server() -> Iterator[Sandbox]:
    """The sandbox of the session: 300 resumes, 6 vacancies, seed 1. Use ``sandbox``, which resets it."""
    with Sandbox.start() as server:
        yield server


@pytest.fixture
def sandbox(sandbox_server: Sandbox) -> Sandbox:
    """A sandbox as at its start: no tokens, no traps, nothing read or moved."""
    sandbox_server.reset()
    return sandbox_server


@pytest.fixture
def tokens(sandbox: Sandbox) -> Tokens:
    """Tokens of the demo manager, got through the real consent form."""
    return sandbox.sign_in()
