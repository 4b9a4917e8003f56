"""The command line of hhdesk."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from hhdesk import __version__


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hhdesk", description="A desktop for recruiters who work on hh.ru.")
    parser.add_argument("--demo", action="store_true", help="work on an invented hh.ru inside this computer")
    parser.add_argument("--profile", metavar="NAME", help="keep data, keys and layout apart under this name")
    parser.add_argument("--data-dir", metavar="DIR", type=Path, help="where all profiles are kept")
    parser.add_argument("--tour", metavar="DIR", type=Path, help="go through the main job and write pictures")
    parser.add_argument("--version", action="version", version=f"hhdesk {__version__}")
    return parser


def _inner(given: Sequence[str]) -> int | None:
    """The jobs that a packaged program does for itself in a process of its own; None is none of them."""
    match list(given):
        case ["--serve-sandbox", *rest]:
            from hhdesk.demo import serve

            return serve(rest)
        case ["--give-consent", address]:
            from hhdesk.consent import main as consent

            return consent([address])
    return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs hhdesk with the given arguments, by default those of the process, and returns its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if (done := _inner(given)) is not None:
        return done
    parser = _parser()
    wanted = parser.parse_args(given)
    from hhdesk import config

    try:
        configuration = config.read(
            os.environ,
            demo=wanted.demo,
            profile=wanted.profile,
            data_directory=wanted.data_dir,
            tour=wanted.tour,
        )
    except config.ConfigurationWrong as problem:
        parser.error(str(problem))
    from hhdesk import startup

    startup.prepare()
    from hhdesk.app import run

    return run(configuration)


if __name__ == "__main__":
    raise SystemExit(main())
