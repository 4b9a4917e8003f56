"""The real window on real services and the real sandbox, as the search section's tests have it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hhdesk.config import Configuration
from hhdesk.gui.main_window import MainWindow
from hhdesk.services.services import Services
from hhdesk.store.secrets import Secrets
from tests.gui.resumes.conftest import (
    no_turns_between_phases,
    pytest_asyncio_loop_factories,
    services,
    theme,
    window,
)
from tests.gui.window.outbox_desk import OutboxDesk, active
from tests.sandbox_process import Sandbox
from tests.workers import PROFILE, free_port

__all__ = [
    "no_turns_between_phases", "outbox", "pytest_asyncio_loop_factories", "services", "signed_out", "theme",
    "window",
]  # fmt: skip


@pytest.fixture(autouse=True)
async def closed_sockets() -> AsyncIterator[None]:
    """Closed connections leave in turns of the loop: without them they would be found unclosed later."""
    yield
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
async def outbox(window: MainWindow, services: Services) -> OutboxDesk:
    """The outbox as a person uses it. Nothing is sent by itself here."""
    window.open_section("outbox")
    await active(window)
    return OutboxDesk(window, services)


@pytest.fixture
def configuration(sandbox: Sandbox, tmp_path: Path) -> Configuration:
    """A profile of its own that works on the sandbox, its port given by the environment."""
    return Configuration(
        data_directory=tmp_path / "data",
        api_url=sandbox.url,
        site_url=sandbox.url,
        client_id=sandbox.client_id,
        client_secret=sandbox.client_secret,
        contact="tests@example.com",
        redirect_port=free_port(),
    )


@pytest.fixture
async def signed_out(configuration: Configuration, qapp: QApplication) -> AsyncIterator[Services]:
    """Services that know the keys and nobody yet."""
    made = await Services.open(configuration, secrets=Secrets(profile=PROFILE))
    if made.connect.keys() is None:
        await made.connect.load()
    yield made
    await made.close()
