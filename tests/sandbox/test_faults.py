"""Every trap does what its name says, as often as asked."""

from __future__ import annotations

import threading
from typing import Any

import httpx
import pytest

from hhdesk.sandbox.faults import NAMES
from tests.sandbox_process import Sandbox, Tokens

Item = dict[str, Any]

REFUSALS = [
    ("rate_429", 429, None, None),
    ("view_limit", 429, "resumes", "view_limit_exceeded"),
    ("search_limit", 429, "resumes", "daily_resume_search_limit_exceeded"),
    ("forbidden_html", 403, None, None),
    ("forbidden_bare", 403, "forbidden", None),
    ("bad_authorization", 403, "oauth", "bad_authorization"),
    ("token_expired", 403, "oauth", "token_expired"),
    ("token_revoked", 403, "oauth", "token_revoked"),
    ("captcha", 403, "captcha_required", "captcha_required"),
    ("api_access_payment", 403, "api_access_payment", "action_must_be_payed"),
    ("used_manager_account_forbidden", 403, "manager_accounts", "used_manager_account_forbidden"),
    ("server_html_5xx", 500, None, None),
    ("bad_gateway", 502, "bad_gateway", None),
    ("expired_url", 404, "not_found", None),
    ("not_found", 404, "not_found", None),
    ("refuse", 403, "forbidden", None),
]
WITH_OWN_TEST = {
    "cut_before",
    "fields",
    "ghost",
    "grant_error",
    "hostile_file_name",
    "huge_body",
    "lost_answer",
    "malformed_dates",
    "null_items",
    "nulls",
    "odd_item",
    "redirect_uri",
    "repeated_items",
    "silent_204",
    "slow_drip",
    "truncated_body",
    "unknown_action",
    "unknown_field",
    "unknown_optional_argument",
    "unknown_required_argument",
    "unknown_stage",
    "vanishing_items",
    "wrong_content",
}


def test_no_trap_is_untested() -> None:
    assert {name for name, *_ in REFUSALS} | WITH_OWN_TEST == NAMES


@pytest.mark.parametrize(("name", "status", "type_", "value"), REFUSALS)
def test_refusal(
    client: httpx.Client, sandbox: Sandbox, name: str, status: int, type_: str | None, value: str | None
) -> None:
    sandbox.fault(name, "get-current-user-info", times=1)
    answer = client.get("/me")
    assert answer.status_code == status
    if type_ is None:
        assert not answer.headers.get("Content-Type", "").startswith("application/json")
    else:
        error = answer.json()["errors"][0]
        assert (error["type"], error.get("value")) == (type_, value)
    assert client.get("/me").status_code == 200


def test_captcha_is_solved_on_the_site(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.fault("captcha", "search-for-resumes", fallback_url=False)
    error = client.get("/resumes").json()["errors"][0]
    assert "fallback_url" not in error
    assert httpx.post(error["captcha_url"]).status_code == 400
    solved = httpx.post(error["captcha_url"] + "&backurl=http%3A%2F%2F127.0.0.1%3A1%2F")
    assert solved.headers["Location"] == "http://127.0.0.1:1/"
    assert client.get("/resumes").status_code == 200


def test_silent_204_does_nothing(client: httpx.Client, sandbox: Sandbox, responses: list[Item]) -> None:
    sandbox.fault("silent_204", "change-negotiation-action", times=1)
    action = responses[0]["actions"][0]
    assert client.request(action["method"], action["url"]).status_code == 204
    assert client.get(responses[0]["url"]).json()["employer_state"]["id"] == "response"


@pytest.mark.parametrize(("name", "done"), [("lost_answer", True), ("cut_before", False)])
def test_cut_connections(
    client: httpx.Client, sandbox: Sandbox, responses: list[Item], name: str, done: bool
) -> None:
    sandbox.fault(name, "change-negotiation-action", times=1)
    action = responses[0]["actions"][0]
    with pytest.raises(httpx.TransportError):
        client.request(action["method"], action["url"])
    state = client.get(responses[0]["url"]).json()["employer_state"]["id"]
    assert state == (action["id"] if done else "response")


def test_truncated_body(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.fault("truncated_body", "get-dictionaries", times=1)
    with pytest.raises(httpx.TransportError):
        client.get("/dictionaries")


def test_slow_drip_takes_its_time(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.fault("slow_drip", "get-current-user-info", times=1, seconds=1)
    answer = client.get("/me")
    assert answer.json()["is_employer"] is True
    assert answer.elapsed.total_seconds() >= 0.9


def test_huge_body(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.fault("huge_body", "get-current-user-info", times=1, mebibytes=3)
    assert len(client.get("/me").content) == 3 << 20


def test_wrong_content_of_a_download(client: httpx.Client, sandbox: Sandbox, responses: list[Item]) -> None:
    sandbox.fault("wrong_content", "download-resume", times=1)
    answer = client.get(responses[0]["resume"]["actions"]["download"]["pdf"]["url"])
    assert answer.headers["Content-Type"].startswith("text/html")


def test_hostile_file_name(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.fault("hostile_file_name")
    link = client.get("/resumes?search_in_responses=true").json()["items"][0]["actions"]["download"]["pdf"][
        "url"
    ]
    assert "/download/..%2F" in link
    assert "../" in client.get(link).headers["Content-Disposition"]


def test_items_go_wrong(client: httpx.Client, sandbox: Sandbox, vacancy: str) -> None:
    url = f"/negotiations/response?vacancy_id={vacancy}"
    sandbox.fault("ghost", "get-collection-negotiations-list")
    assert client.get(url).json()["items"][0]["resume"] is None
    sandbox.clear_faults()
    sandbox.fault("null_items", "search-for-resumes", at=1)
    assert client.get("/resumes").json()["items"][1] is None
    sandbox.clear_faults()
    sandbox.fault("odd_item", "search-for-resumes", at=2, item=[7])
    assert client.get("/resumes").json()["items"][2] == [7]
    sandbox.clear_faults()
    sandbox.fault("nulls", "search-for-resumes", fields=["last_name", "name"], lists=True)
    items = client.get("/resumes").json()["items"]
    assert items[0] is None
    assert {one["last_name"] for one in items[1:]} == {one["area"]["name"] for one in items[1:]} == {None}
    assert all(one["experience"][0] is None for one in items[1:] if one["experience"])
    sandbox.clear_faults()
    sandbox.fault("malformed_dates", "search-for-resumes")
    assert client.get("/resumes").json()["items"][0]["updated_at"] == "31.02.2026 25:61"
    sandbox.clear_faults()
    sandbox.fault("unknown_field", "get-current-user-info")
    assert "sandbox_new_field" in client.get("/me").json()["employer"]
    sandbox.clear_faults()
    sandbox.fault("fields", "get-current-user-info", fields={"employer": None})
    assert client.get("/me").json()["employer"] is None


def test_funnel_changes_overnight(client: httpx.Client, sandbox: Sandbox, vacancy: str) -> None:
    url = f"/negotiations/response?vacancy_id={vacancy}"
    sandbox.fault("unknown_stage")
    stages = [c["id"] for c in client.get(f"/negotiations?vacancy_id={vacancy}").json()["collections"]]
    assert "trial_day" in stages
    assert client.get(url).json()["items"][0]["employer_state"]["id"] == "trial_day"
    sandbox.clear_faults()
    sandbox.fault("unknown_action")
    assert client.get(url).json()["items"][0]["actions"][-1]["id"] == "trial_day"
    for name, required in (("unknown_optional_argument", False), ("unknown_required_argument", True)):
        sandbox.clear_faults()
        sandbox.fault(name)
        argument = client.get(url).json()["items"][0]["actions"][0]["arguments"][-1]
        assert (argument["id"], argument["required"]) == ("meeting_room", required)


def test_pages_shift(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.fault("repeated_items", "search-for-resumes")
    pages = [client.get(f"/resumes?page={page}").json()["items"] for page in range(2)]
    assert pages[1][0]["id"] == pages[0][-1]["id"]
    sandbox.clear_faults()
    sandbox.fault("vanishing_items", "search-for-resumes")
    assert len(client.get("/resumes?page=1").json()["items"]) == 19


def test_site_and_token_traps(sandbox: Sandbox, tokens: Tokens) -> None:
    sandbox.fault("grant_error", "authorize", times=1, error="invalid_grant", description="token deactivated")
    form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh}
    answer = httpx.post(f"{sandbox.url}/token", data=form, headers=sandbox.headers)
    assert answer.json() == {"error": "invalid_grant", "error_description": "token deactivated"}
    sandbox.fault("redirect_uri")
    with pytest.raises(httpx.HTTPStatusError):
        sandbox.sign_in()


def test_held_answers_wait_until_released(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.hold("get-current-user-info")
    got: list[int] = []
    waiting = threading.Thread(target=lambda: got.append(client.get("/me").status_code))
    waiting.start()
    while not sandbox.state()["waiting"]:
        assert waiting.is_alive()
    assert got == []
    sandbox.release("get-current-user-info")
    waiting.join(10)
    assert got == [200]


def test_misspelt_traps_are_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="no fault gost"):
        sandbox.fault("gost")
    with pytest.raises(ValueError, match="no operation"):
        sandbox.fault("ghost", "no-such")
    with pytest.raises(ValueError, match="no change"):
        sandbox.set(nonsense=1)
