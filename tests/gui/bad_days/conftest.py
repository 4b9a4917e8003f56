"""The window on bad days: real services with their background work, a real sandbox with its traps."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.bad_days.desk import Desk
from tests.gui.resumes.conftest import no_turns_between_phases, pytest_asyncio_loop_factories, theme
from tests.sandbox_process import Sandbox

__all__ = ["no_turns_between_phases", "pytest_asyncio_loop_factories", "theme"]


@pytest.fixture
async def desk(qapp: QApplication, sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[Desk]:
    """A recruiter at work, signed in, 1100 px wide."""
    made = await Desk.open(qapp, sandbox, tmp_path)
    yield made
    await made.close()


@pytest.fixture
async def new_desk(qapp: QApplication, sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[Desk]:
    """The first start: nobody has signed in yet."""
    made = await Desk.open(qapp, sandbox, tmp_path, signed_in=False)
    yield made
    await made.close()
