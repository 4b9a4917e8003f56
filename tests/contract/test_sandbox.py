"""The sandbox keeps hh.ru's specification: every operation is walked and every answer judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from hhdesk.sandbox import operations
from hhdesk.sandbox.call import HANDLERS
from hhdesk.sandbox.routes import DOWNLOAD
from tests.contract.extract_operations import TABLE, operation_table, render
from tests.contract.judge import Exchange, judge, judged, read_record
from tests.contract.specification import specification
from tests.contract.walk import Walk
from tests.sandbox_process import Sandbox


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that was said on a walk through the sandbox."""
    path = tmp_path_factory.mktemp("contract") / "exchanges.jsonl"
    with Sandbox.start(resumes=2500, vacancies=12, record=path) as sandbox:
        with Walk(sandbox) as walk:
            walk.all()
        state = sandbox.state()
    assert state["violations"] == []
    assert set(HANDLERS) - {DOWNLOAD} - set(state["operations"]) == set(), "operations that the walk forgets"
    return path


@pytest.mark.slow
def test_every_exchange_keeps_the_specification(record: Path) -> None:
    assert operations.__doc__
    assert judged(read_record(record)) == []


@pytest.mark.slow
def test_sandbox_table_is_the_specifications(record: Path) -> None:
    assert TABLE.read_text(encoding="utf-8") == render(operation_table(specification()))


@pytest.mark.slow
def test_judge_finds_what_is_wrong(record: Path) -> None:
    good = next(
        exchange for exchange in read_record(record) if exchange.url.startswith("/resumes?text=Python")
    )
    bad = Exchange(
        "GET",
        "/resumes?txt=1&page=x&page=1",
        {},
        "",
        200,
        good.content_type,
        good.body.replace('"age"', '"aeg"'),
    )
    found = judge().violations(bad)
    for expected in (
        "no HH-User-Agent",
        "query txt is not declared",
        "query page repeats",
        "items[].aeg is not declared",
    ):
        assert any(expected in violation for violation in found), (expected, found)
