"""The command line of hhdesk."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from hhdesk import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs hhdesk with the given arguments, by default those of the process, and returns its exit status."""
    parser = argparse.ArgumentParser(prog="hhdesk", description="A desktop for recruiters who work on hh.ru.")
    parser.add_argument("--version", action="version", version=f"hhdesk {__version__}")
    parser.parse_args(arguments)
    parser.error("the window is not built yet; only --version works")


if __name__ == "__main__":
    raise SystemExit(main())
