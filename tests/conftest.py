"""Fixtures for all tests."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial

import pytest

from hhdesk.api.configuration import ApiConfiguration
from hhdesk.gui.garbage import collect_due
from hhdesk.services import accounts
from tests.sandbox_process import Sandbox, Tokens


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What judges the whole run comes last."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture(scope="session", autouse=True)
def garbage_in_one_thread() -> Iterator[None]:
    """No worker thread collects a Qt object, as in the program (`hhdesk.gui.garbage`)."""
    gc.disable()
    gc.freeze()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def garbage_after_each_test() -> Iterator[None]:
    """What a test leaves is collected when it is due, in this thread."""
    yield
    collect_due()


@pytest.fixture(scope="session", autouse=True)
def short_pauses() -> Iterator[None]:
    """A silent read that failed is repeated as often as ever, but sooner: no server is to be spared here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts, "ApiConfiguration", partial(ApiConfiguration, first_pause=0.02))
        yield


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
