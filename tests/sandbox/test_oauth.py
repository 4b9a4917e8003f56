"""The sandbox's sign-in: consent, PKCE, one-time codes and refresh tokens."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.sandbox_process import Sandbox, Tokens

QUERY = {
    "response_type": "code",
    "client_id": "demo-client",
    "state": "s1",
    "redirect_uri": "http://127.0.0.1:17117/cb",
}


def consent(sandbox: Sandbox, decision: str = "allow", **changes: str) -> dict[str, list[str]]:
    """What arrives at the redirect address."""
    answer = httpx.post(
        f"{sandbox.url}/oauth/authorize", params={**QUERY, **changes}, data={"decision": decision}
    )
    assert answer.status_code == 302
    return parse_qs(urlsplit(answer.headers["Location"]).query)


def exchange(sandbox: Sandbox, **form: str) -> httpx.Response:
    """A request to the token endpoint."""
    return httpx.post(f"{sandbox.url}/token", data=form, headers=sandbox.headers)


def by_code(sandbox: Sandbox, code: str, **changes: str) -> httpx.Response:
    """A code for tokens."""
    form = {
        "grant_type": "authorization_code",
        "client_id": sandbox.client_id,
        "client_secret": sandbox.client_secret,
        "code": code,
        "redirect_uri": QUERY["redirect_uri"],
    }
    return exchange(sandbox, **{**form, **changes})


def error(answer: httpx.Response) -> tuple[str, str]:
    """The two words of the token endpoint's refusal."""
    assert answer.status_code == 400
    body: dict[str, Any] = answer.json()
    return body["error"], body["error_description"]


def test_consent_is_a_plain_form(sandbox: Sandbox) -> None:
    page = httpx.get(f"{sandbox.url}/oauth/authorize", params=QUERY)
    assert page.status_code == 200
    assert 'name="decision" value="allow"' in page.text
    assert "hhdesk" in page.text


def test_code_gives_tokens_once(sandbox: Sandbox) -> None:
    code = consent(sandbox)["code"][0]
    assert by_code(sandbox, code).json()["token_type"] == "bearer"
    assert error(by_code(sandbox, code)) == ("invalid_grant", "code has already been used")


def test_refusal_comes_back_with_state(sandbox: Sandbox) -> None:
    assert consent(sandbox, "deny") == {"error": ["access_denied"], "state": ["s1"]}


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": "http://localhost:17117/cb"},
        {"redirect_uri": "https://127.0.0.1:17117/cb"},
        {"client_id": "other"},
        {"code_challenge": "x"},
        {"code_challenge": "x", "code_challenge_method": "plain"},
    ],
)
def test_wrong_requests_are_not_redirected(sandbox: Sandbox, changes: dict[str, str]) -> None:
    answer = httpx.post(
        f"{sandbox.url}/oauth/authorize", params={**QUERY, **changes}, data={"decision": "allow"}
    )
    assert answer.status_code == 400
    assert "Location" not in answer.headers


def test_registered_address_is_only_extended(sandbox: Sandbox) -> None:
    sandbox.set(redirect_uri="http://127.0.0.1:17117/cb")
    assert consent(sandbox, redirect_uri="http://127.0.0.1:17117/cb/more?a=1")["code"]
    for wrong in ("http://127.0.0.1:17118/cb", "http://127.0.0.1:17117/cbs", "http://127.0.0.1:17117/"):
        answer = httpx.get(f"{sandbox.url}/oauth/authorize", params={**QUERY, "redirect_uri": wrong})
        assert answer.status_code == 400


def test_verifier_must_match(sandbox: Sandbox) -> None:
    code = consent(sandbox, code_challenge="x" * 43, code_challenge_method="S256")["code"][0]
    assert error(by_code(sandbox, code, code_verifier="y" * 43)) == (
        "invalid_grant",
        "code verifier mismatch",
    )


def test_wrong_secret_and_unknown_code(sandbox: Sandbox) -> None:
    code = consent(sandbox)["code"][0]
    assert error(by_code(sandbox, code, client_secret="no"))[0] == "invalid_client"
    assert error(by_code(sandbox, "no")) == ("invalid_request", "code not found")


def test_refresh_works_once_and_only_after_expiry(sandbox: Sandbox, tokens: Tokens) -> None:
    refresh = {"grant_type": "refresh_token", "refresh_token": tokens.refresh}
    assert error(exchange(sandbox, **refresh)) == ("invalid_grant", "token not expired")
    sandbox.set(expire_tokens=True)
    with sandbox.client(tokens) as client:
        assert client.get("/me").json()["errors"] == [{"type": "oauth", "value": "token_expired"}]
    assert exchange(sandbox, **refresh).status_code == 200
    assert error(exchange(sandbox, **refresh)) == ("invalid_grant", "token has already been refreshed")


def test_application_token_describes_the_application_only(sandbox: Sandbox) -> None:
    secrets = {"client_id": sandbox.client_id, "client_secret": sandbox.client_secret}
    token = exchange(sandbox, grant_type="client_credentials", **secrets).json()
    assert set(token) == {"access_token", "token_type"}
    again = exchange(sandbox, grant_type="client_credentials", **secrets)
    assert error(again) == ("invalid_client", "app token refresh too early")
    with sandbox.client(Tokens(token["access_token"], "", 0)) as client:
        assert client.get("/me").json()["is_application"] is True
        assert client.get("/resumes").json()["errors"] == [{"type": "oauth", "value": "user_auth_expected"}]


def test_sign_out_ends_the_refresh_token_too(sandbox: Sandbox, tokens: Tokens) -> None:
    with sandbox.client(tokens) as client:
        assert client.delete("/token").status_code == 204
        assert client.get("/me").json()["errors"] == [{"type": "oauth", "value": "token_revoked"}]
    refused = exchange(sandbox, grant_type="refresh_token", refresh_token=tokens.refresh)
    assert error(refused) == ("invalid_grant", "token was revoked")
