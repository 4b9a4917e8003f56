"""The Vacancies section in the real window, on real services and the real sandbox."""

from __future__ import annotations

import pytest

from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.vacancies.section import VacanciesSection
from tests.gui.responses.conftest import (
    closed_sockets,
    large_type,
    no_turns_between_phases,
    pytest_asyncio_loop_factories,
    services,
    theme,
    window,
)
from tests.gui.resumes.search_desk import until

__all__ = [
    "closed_sockets", "large_type", "no_turns_between_phases", "pytest_asyncio_loop_factories", "section",
    "services", "theme", "window",
]  # fmt: skip


@pytest.fixture
async def section(window: MainWindow) -> VacanciesSection:
    """The section with hh.ru's list and the first card whole."""
    window.open_section("vacancies")
    made = window.section
    assert isinstance(made, VacanciesSection)
    await until(lambda: bool(made.model.ids) and not made._tasks.keys())
    return made
