"""The command line, as a person or a program types it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hhdesk import __version__
from tests.contract.specification import ROOT
from tests.e2e.running import hhdesk


def test_version() -> None:
    run = hhdesk("--version", seconds=30)
    assert (run.code, run.said) == (0, f"hhdesk {__version__}\n")


def test_help_names_every_option() -> None:
    run = hhdesk("--help", seconds=30)
    assert run.code == 0
    for option in ("--demo", "--profile NAME", "--data-dir DIR", "--tour DIR", "--version"):
        assert option in run.said


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (("--nonsense",), {}, "unrecognized arguments: --nonsense"),
        (("--tour",), {}, "expected one argument"),
        (("--profile", "../up"), {}, "cannot be a profile"),
        (("--profile", ""), {"HHDESK_REDIRECT_PORT": "70000"}, "HHDESK_REDIRECT_PORT is no port"),
        ((), {"HHDESK_REDIRECT_PORT": "abc"}, "HHDESK_REDIRECT_PORT is no port"),
    ],
)
def test_what_cannot_be_meant_ends_with_a_sentence(
    arguments: tuple[str, ...], environment: dict[str, str], words: str
) -> None:
    run = hhdesk(*arguments, seconds=30, environment=environment)
    assert run.code == 2
    assert words in run.said
    assert "Traceback" not in run.said


def test_the_sandbox_says_where_it_listens() -> None:
    command = [sys.executable, "-m", "hhdesk.sandbox", "--port", "0", "--resumes", "10", "--vacancies", "3"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.terminate()
    assert line.startswith("listening on http://127.0.0.1:")


def test_nothing_is_written_outside_the_data_directory(tmp_path: Path) -> None:
    """A refused start leaves no profile behind."""
    run = hhdesk(
        "--profile",
        "a/b",
        "--data-dir",
        str(tmp_path / "data"),
        seconds=30,
        environment={"HOME": str(tmp_path)},
    )
    assert run.code == 2
    assert list(tmp_path.iterdir()) == []
