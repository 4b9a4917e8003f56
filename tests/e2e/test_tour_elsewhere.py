"""The tour on a server that is not our sandbox: other data, stages, acts, arguments, urls and sign-in.

One tour is taken for all tests of this module, and a start without a network after it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.contract import known
from tests.contract.schemas import Schemas
from tests.contract.specification import ROOT, specification
from tests.e2e.filling import NEW_NAME
from tests.e2e.report import Told
from tests.e2e.running import Elsewhere, Run, hhdesk, hurry, settings_for, surroundings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(420)]
_NEW_ARGUMENT = re.compile(r"arguments\[\]\.id: '(contract_no|video_link|best_time|slot_no)'")


@dataclass(frozen=True)
class Day:
    """One tour and what the server saw."""

    run: Run
    told: Told
    state: dict[str, Any]
    exchanges: list[dict[str, Any]]
    yesterday: dict[str, Any]
    """What a start after the server had gone showed."""

    def acts(self, kind: str) -> list[str]:
        """Traced, paid and other acts that the server counted."""
        return [act["what"] for act in self.state["acts"] if act["kind"] == kind]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """The tour, then the server's end, then one more start."""
    folder = tmp_path_factory.mktemp("elsewhere")
    record = folder / "exchanges.jsonl"
    server = Elsewhere.start("--record", str(record))
    try:
        settings = settings_for(server.url, folder / "data") | {
            "PYTHON_KEYRING_BACKEND": "tests.e2e.file_keyring.FileKeyring",
            "HHDESK_TEST_KEYRING": str(folder / "keyring.json"),
        }
        hurry(settings)
        run = hhdesk("--tour", str(folder / "tour"), environment=settings)
        state = server.state()
    finally:
        server.stop()
    lines = record.read_text("utf-8").splitlines()
    yesterday = look_again(folder / "look.json", settings)
    return Day(run, Told.of(folder / "tour"), state, [json.loads(line) for line in lines], yesterday)


def look_again(target: Path, settings: dict[str, str]) -> dict[str, Any]:
    """Start the program once more, without a server, and tell what its window shows."""
    command = [sys.executable, "-m", "tests.e2e.look", str(target)]
    subprocess.run(command, cwd=ROOT, env=surroundings(settings), timeout=90, check=False)
    seen: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return seen


def test_every_step_works_and_the_program_says_so(day: Day) -> None:
    assert day.told.failed() == []
    assert day.told.missing() == []
    assert day.told.report["ok"] is True
    assert day.run.code == 0, day.run.said


def test_the_report_has_the_agreed_shape(day: Day) -> None:
    assert day.told.wrong_names() == []
    # A read that died with its view may not have come so far, and one may follow the report.
    assert abs(len(day.state["requests"]) - day.told.report["requests"]) <= 3


def test_pictures_are_numbered_and_show_something(day: Day) -> None:
    assert len(day.told.pictures) >= len(day.told.report["steps"])
    assert day.told.unnumbered() == []
    assert day.told.blank() == []


def test_nothing_was_asked_that_nobody_declared(day: Day) -> None:
    """Links came back whole, no parameter was invented, forms hold what the acts' arguments name."""
    assert day.state["violations"] == []


def test_an_expired_token_was_refreshed_on_the_way(day: Day) -> None:
    assert day.state["refreshes"] >= 1


def test_nothing_was_paid_but_what_the_tour_bought(day: Day) -> None:
    words = [what.partition(" ")[0] for what in day.acts("paid")]
    assert sorted(words) == ["contacts", "invitation"]


def test_no_trace_was_left_twice_or_unasked(day: Day) -> None:
    """A resume is read where a step opened it, once; nothing is read ahead."""
    opened = Counter(what for what in day.acts("traced") if what.startswith("resume "))
    assert set(opened.values()) == {1}
    first = next(
        index for index, line in enumerate(day.state["requests"]) if line.startswith("GET /resumes/")
    )
    before = [line for line in day.state["requests"][:first] if "/messages" in line or "/files-v3/" in line]
    assert before == []
    assert [what.partition(" ")[0] for what in day.acts("traced")].count("file") == 1
    assert not [what for what in day.acts("traced") if what.startswith("read ")]


def test_one_act_and_one_message_were_sent_once(day: Day) -> None:
    assert len(day.acts("act")) == 1
    assert len(day.acts("message")) == 1
    assert not day.acts("act")[0].startswith(("sign-up ", "off "))


def test_no_secret_is_told(day: Day) -> None:
    for secret in ("other+secret", "Bearer", "access_token"):
        assert secret not in day.run.said


def test_the_other_server_is_a_legal_one(day: Day) -> None:
    """Every answer that the tour got validates, but for what is new on purpose."""
    schemas = Schemas(specification().document)
    judged = [exchange for exchange in day.exchanges if exchange["operation"]]
    assert len({exchange["operation"] for exchange in judged}) > 15
    problems = [
        f"{exchange['line']}: {violation}"
        for exchange in judged
        for violation in _violations(schemas, exchange)
        if not _on_purpose(exchange["operation"], violation)
    ]
    assert problems == []


def test_yesterdays_list_is_there_without_a_network(day: Day) -> None:
    seen = day.yesterday
    assert seen["first"], seen["labels"]
    assert seen["rows"] == seen["first"]
    assert any("Бухгалтер" in row for row in seen["rows"])


def _violations(schemas: Schemas, exchange: dict[str, Any]) -> list[str]:
    declared = specification().operation(exchange["operation"]).responses.get(str(exchange["status"]))
    if declared is None:
        return [f"status {exchange['status']} is not declared"]
    schema = declared.get(exchange["content_type"])
    if schema is None:
        return [] if not declared else [f"type {exchange['content_type']} is not declared"]
    if exchange["content_type"] != "application/json":
        return []
    return schemas.violations(schema, json.loads(exchange["body"]))


def _on_purpose(operation: str, violation: str) -> bool:
    undeclared = violation.removesuffix(" is not declared")
    return (
        NEW_NAME in violation
        or _NEW_ARGUMENT.search(violation) is not None
        or any(undeclared.endswith(name) for name in known.UNDECLARED_NAMES)
        or (operation, violation) in known.CONTRADICTIONS
    )
