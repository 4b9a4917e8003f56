"""The tour where much of hh.ru is missing: what is not the main job may fail without stopping it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.e2e.report import Told
from tests.e2e.running import Elsewhere, hhdesk, hurry, settings_for

_ASIDE: Final = (
    "get-manager-accounts",
    "get-employer-manager-limits",
    "get-payable-api-method-access",
    "get-employer-addresses",
    "unread-chats-count",
    "get-common-chat-list",
    "get-participant-list",
    "get-dictionaries",
    "get-professional-roles-dictionary",
    "get-negotiation-message-templates",
    "get-resume-negotiations-history",
    "get-applicant-comments-list",
)


@pytest.mark.slow
@pytest.mark.timeout(420)
def test_the_main_job_needs_nothing_that_stands_aside(tmp_path: Path) -> None:
    """No dictionaries, letters, limits, addresses or accounts; a slow line; stages in a menu; Russian."""
    gaps = (part for operation in _ASIDE for part in ("--without", operation))
    server = Elsewhere.start(*gaps, "--delay", "0.2", "--act", "sign-up", "--act", "to-talk")
    try:
        settings = settings_for(server.url, tmp_path / "data") | {"LANG": "ru_RU.UTF-8", "LANGUAGE": "ru"}
        hurry(settings)
        run = hhdesk("--tour", str(tmp_path / "tour"), environment=settings)
        state = server.state()
    finally:
        server.stop()
    told = Told.of(tmp_path / "tour")
    assert told.failed() == []
    assert told.missing() == []
    assert run.code == 0, run.said
    assert state["violations"] == []
    assert [act["what"].partition(" ")[0] for act in state["acts"] if act["kind"] == "act"] == ["to-talk"]
    assert sorted(act["what"].partition(" ")[0] for act in state["acts"] if act["kind"] == "paid") == [
        "contacts",
        "invitation",
    ]
