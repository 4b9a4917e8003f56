"""Fixtures for all tests."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import partial

import pytest

from hhdesk.api.configuration import ApiConfiguration
from hhdesk.gui.garbage import collect_due
from hhdesk.services import accounts, sending, services
from hhdesk.services.outbox import Outbox
from tests.sandbox_process import ROOT, Sandbox, Tokens

_LAST = str(ROOT / "tests" / "contract" / "test_recorded.py")


def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """What judges the whole run comes last; of several workers, none sees the whole run."""
    last = [item for item in items if item.get_closest_marker("last")]
    others = [item for item in items if item not in last]
    items[:] = others if _is_worker(session.config) else [*others, *last]


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """When all workers have ended, what judges the whole run has its turn."""
    whole = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    has_workers = session.config.getoption("dist") != "no" and not _is_worker(session.config)
    if not (whole and has_workers and "HHDESK_RECORD_DIR" in os.environ):
        return
    collected = session.testscollected
    items = session.perform_collect([_LAST])
    session.testscollected += collected
    for item in items:
        assert isinstance(item, pytest.Item)
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
    if session.testsfailed:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


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
    """What failed or is doubtful is tried and read again as often as ever, but sooner: none is spared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts, "ApiConfiguration", partial(ApiConfiguration, first_pause=0.02))
        patch.setattr(services, "Outbox", partial(Outbox, looks=(0.0, 0.1, 0.3)))
        patch.setattr(sending, "_RETRY_SECONDS", (0.5, 1.5, 6, 30))
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
