"""The Responses section in the real window, on real services and the real sandbox."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.main_window import MainWindow
from hhdesk.services.services import Services
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.conftest import (
    no_turns_between_phases,
    pytest_asyncio_loop_factories,
    services,
    theme,
    window,
)
from tests.sandbox_process import Sandbox

__all__ = [
    "desk",
    "large_type",
    "no_turns_between_phases",
    "pytest_asyncio_loop_factories",
    "services",
    "theme",
    "window",
]


@pytest.fixture(autouse=True)
async def closed_sockets() -> AsyncIterator[None]:
    """Closed connections leave in turns of the loop: without them they would be found unclosed later."""
    yield
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
def large_type(theme: Theme) -> None:
    """Type at 150 %: the window has room for one pane."""
    theme.set_zoom(1.5)


@pytest.fixture
async def desk(window: MainWindow, services: Services, sandbox: Sandbox) -> ResponsesDesk:
    """The section as a person uses it, with the first list that has somebody new. Nothing is sent here."""
    window.open_section("responses")
    made = ResponsesDesk(window, services, sandbox)
    await made.ready()
    return made
