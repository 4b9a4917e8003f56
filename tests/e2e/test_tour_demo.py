"""`hhdesk --demo --tour DIR`: what `make demo` does on a machine without a display."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.report import Told
from tests.e2e.running import Run, hhdesk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(420)]


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Told]:
    """One tour for all tests."""
    folder: Path = tmp_path_factory.mktemp("demo")
    run = hhdesk("--demo", "--data-dir", str(folder / "data"), "--tour", str(folder / "tour"))
    return run, Told.of(folder / "tour")


def test_the_demo_goes_through_the_main_job(tour: tuple[Run, Told]) -> None:
    run, told = tour
    assert told.failed() == []
    assert told.missing() == []
    assert told.report["ok"] is True
    assert run.code == 0, run.said


def test_the_demos_report_has_the_agreed_shape(tour: tuple[Run, Told]) -> None:
    assert tour[1].wrong_names() == []
    assert tour[1].report["requests"] > 0


def test_the_demos_pictures_show_something(tour: tuple[Run, Told]) -> None:
    assert len(tour[1].pictures) >= len(tour[1].report["steps"])
    assert tour[1].unnumbered() == []
    assert tour[1].blank() == []
