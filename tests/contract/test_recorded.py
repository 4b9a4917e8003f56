"""All that the application and the sandbox said to each other in this run keeps hh.ru's specification."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.judge import Exchange, by_application, judged, read_record

RECORDS = os.environ.get("HHDESK_RECORD_DIR", "")


def recorded() -> Iterator[Exchange]:
    """What the application took part in, of all sandboxes of this run."""
    for path in sorted(Path(RECORDS).glob("*.jsonl")):
        yield from filter(by_application, read_record(path))


@pytest.mark.last
@pytest.mark.slow
@pytest.mark.skipif(not RECORDS, reason="make test records what is said")
@pytest.mark.timeout(300)
def test_everything_said_keeps_the_specification() -> None:
    assert judged(recorded()) == []
