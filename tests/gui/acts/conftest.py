"""The dialog alone, on Qt's loop."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from hhdesk.gui.kit.theme import Scheme, Theme
from tests.gui.resumes.conftest import no_turns_between_phases, pytest_asyncio_loop_factories

__all__ = ["no_turns_between_phases", "pytest_asyncio_loop_factories"]


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %."""
    made = Theme.instance()
    made.install(qapp, Scheme.LIGHT)
    return made
