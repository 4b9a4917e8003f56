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


def test_calls_are_counted_by_the_program_that_made_them(sandbox: Sandbox, tokens: Tokens) -> None:
    with sandbox.client(tokens) as client:
        client.get("/me", headers={"HH-User-Agent": "hhdesk/1.0 (a@example.com)"})
    by_agent = sandbox.state()["by_agent"]
    assert by_agent["hhdesk"] == {"get-current-user-info": 1}
    assert by_agent["hhdesk-tests"] == {"authorize": 1}


def test_second_account_is_another_company(sandbox: Sandbox, tokens: Tokens) -> None:
    with sandbox.client(tokens) as client:
        accounts = client.get("/manager_accounts/mine").json()
        other = {"X-Manager-Account-Id": accounts["items"][1]["id"]}
        company = client.get("/me", headers=other).json()["employer"]["id"]
        assert company == accounts["items"][1]["employer"]["id"]
        theirs = client.get(f"/employers/{company}/vacancies/active?manager_id=all_accessible", headers=other)
        ours = client.get(f"/employers/{sandbox.employer_id}/vacancies/active?manager_id=all_accessible")
        assert 0 < theirs.json()["found"] < ours.json()["found"]
        assert client.get(f"/employers/{sandbox.employer_id}/managers", headers=other).status_code == 404
        refused = client.get("/me", headers={"X-Manager-Account-Id": "1"})
    assert refused.json()["errors"][0]["value"] == "manager_extra_account_not_found"


def test_dictionaries_are_revalidated(sandbox: Sandbox) -> None:
    with sandbox.client() as client:
        tag = client.get("/dictionaries").headers["ETag"]
        again = client.get("/dictionaries", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_many_resumes_start_at_once() -> None:
    with Sandbox.start(resumes=20_000, vacancies=300) as big:
        assert big.state()["resumes"] == 20_000
        assert len(big.state()["vacancies"]) == 300
