"""The sandbox's common rules: agent, authorization, unknown parameters, admin interface."""

from __future__ import annotations

import httpx

from tests.sandbox_process import Sandbox, Tokens


def test_request_without_agent_is_refused(sandbox: Sandbox) -> None:
    answer = httpx.get(f"{sandbox.url}/dictionaries")
    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"type": "bad_user_agent"}]
    assert sandbox.state()["violations"][0]["operation"] == "get-dictionaries"


def test_unknown_parameter_is_refused_by_name(sandbox: Sandbox, tokens: Tokens) -> None:
    with sandbox.client(tokens) as client:
        answer = client.get("/resumes?txt=Python")
    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"type": "bad_argument", "value": "txt"}]


def test_unknown_path_is_404_and_counted(sandbox: Sandbox) -> None:
    with sandbox.client() as client:
        assert client.get("/nothing/here").status_code == 404
    assert sandbox.state()["unknown_paths"] == ["GET /nothing/here"]


def test_token_is_demanded(sandbox: Sandbox) -> None:
    with sandbox.client() as client:
        assert client.get("/me").json()["errors"] == [{"type": "oauth", "value": "bad_authorization"}]
        assert client.get("/dictionaries").status_code == 200


def test_requests_are_counted_by_operation(sandbox: Sandbox, tokens: Tokens) -> None:
    with sandbox.client(tokens) as client:
        client.get("/me")
        client.get("/me")
    assert sandbox.state()["operations"]["get-current-user-info"] == 2
