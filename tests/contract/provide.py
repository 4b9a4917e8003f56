"""Sees to it that hh.ru's OpenAPI file is there before the tests begin; `make test` runs it.

    python -m tests.contract.provide

prints nothing where the file is found; otherwise it is downloaded into ``build/``.
"""

from __future__ import annotations

import os
import sys

import httpx

from tests.contract.specification import DOWNLOADED, SOURCE, specification_path

AGENT = {"HH-User-Agent": "hhdesk-tests/1.0 (tests@example.com)"}


def main() -> str | None:
    """Returns why the file cannot be had, or None."""
    try:
        specification_path()
    except FileNotFoundError as missing:
        if os.environ.get("HHDESK_OPENAPI"):
            return str(missing)
        try:
            answer = httpx.get(SOURCE, timeout=60, headers=AGENT)
            answer.raise_for_status()
        except httpx.HTTPError as problem:
            return f"{missing}\nDownloading it did not work either: {problem}"
        if not answer.content.lstrip().startswith(b"openapi:"):
            return f"{missing}\n{SOURCE} did not answer with it either."
        DOWNLOADED.parent.mkdir(exist_ok=True)
        DOWNLOADED.write_bytes(answer.content)
    return None


if __name__ == "__main__":
    sys.exit(main())
