"""Who signed in: codes, tokens, managers and what the company has bought."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

CLIENT_ID = "demo-client"
CLIENT_SECRET = "demo-secret"  # the sandbox's own, printed in its documentation
EMPLOYER_ID = "8550117"
MANAGER_ID = "5032001"
OTHER_ACCOUNT = "5032077"
OTHER_EMPLOYER_ID = "8550118"
EMPLOYERS = {MANAGER_ID: EMPLOYER_ID, OTHER_ACCOUNT: OTHER_EMPLOYER_ID}
"""The company of each of the manager's accounts."""
TOKEN_SECONDS = 1_209_600


@dataclass(slots=True)
class Token:
    """An access token with its refresh token; application tokens have none."""

    access: str
    refresh: str | None
    kind: str
    expired: bool = False
    revoked: bool = False


@dataclass(slots=True)
class Code:
    """A one-time authorization code."""

    value: str
    redirect_uri: str | None
    challenge: str | None
    used: bool = False


class GrantError(Exception):
    """A refusal of the token endpoint: ``error`` and ``error_description``."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description


@dataclass(slots=True)
class Accounts:
    """Codes and tokens; every rule of the token endpoint in one place."""

    redirect_uri: str | None = None
    codes: dict[str, Code] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    refreshed: set[str] = field(default_factory=set)
    application_token_issued: bool = False
    issued: int = 0

    def accepts(self, redirect_uri: str) -> bool:
        """Whether the address may get the code: any port of 127.0.0.1, or what extends the registered one."""
        if self.redirect_uri is not None:
            return extends(self.redirect_uri, redirect_uri)
        parts = urlsplit(redirect_uri)
        return parts.scheme == "http" and parts.hostname == "127.0.0.1" and parts.port is not None

    def grant_code(self, redirect_uri: str | None, challenge: str | None) -> Code:
        """A new code for the browser."""
        code = Code(secrets.token_hex(16).upper(), redirect_uri, challenge)
        self.codes[code.value] = code
        return code

    def issue(self, kind: str) -> Token:
        """A new token."""
        self.issued += 1
        access = ("USER" if kind == "user" else "APPL") + secrets.token_hex(24).upper()
        token = Token(access, "REFR" + secrets.token_hex(24).upper() if kind == "user" else None, kind)
        self.tokens[access] = token
        return token

    def exchange(self, form: dict[str, str]) -> Token:
        """Serve ``POST /token``. Raises GrantError."""
        grant = form.get("grant_type")
        if grant == "refresh_token":
            return self._refresh(form.get("refresh_token", ""))
        if grant not in ("authorization_code", "client_credentials"):
            raise GrantError("unsupported_grant_type", "unsupported grant_type")
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            raise GrantError("invalid_client", "client_id or client_secret not found")
        return self._by_code(form) if grant == "authorization_code" else self._application()

    def _by_code(self, form: dict[str, str]) -> Token:
        code = self.codes.get(form.get("code", ""))
        if code is None:
            raise GrantError("invalid_request", "code not found")
        if code.used:
            raise GrantError("invalid_grant", "code has already been used")
        if code.redirect_uri and form.get("redirect_uri") != code.redirect_uri:
            raise GrantError("invalid_request", "bad redirect url")
        if code.challenge and challenge_of(form.get("code_verifier", "")) != code.challenge:
            raise GrantError("invalid_grant", "code verifier mismatch")
        code.used = True
        return self.issue("user")

    def _refresh(self, refresh: str) -> Token:
        if refresh in self.refreshed:
            raise GrantError("invalid_grant", "token has already been refreshed")
        token = next((token for token in self.tokens.values() if token.refresh == refresh and refresh), None)
        if token is None:
            raise GrantError("invalid_grant", "bad token")
        if token.revoked:
            raise GrantError("invalid_grant", "token was revoked")
        if not token.expired:
            raise GrantError("invalid_grant", "token not expired")
        self.refreshed.add(refresh)
        del self.tokens[token.access]
        return self.issue("user")

    def _application(self) -> Token:
        if self.application_token_issued:
            raise GrantError("invalid_client", "app token refresh too early")
        self.application_token_issued = True
        for token in self.tokens.values():
            token.revoked = token.revoked or token.kind == "application"
        return self.issue("application")


def challenge_of(verifier: str) -> str:
    """PKCE's S256 of a verifier."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def extends(registered: str, asked: str) -> bool:
    """hh.ru's rule: scheme and port equal, host equal or a subdomain, path and query only extended."""
    ours, theirs = urlsplit(registered), urlsplit(asked)
    same_host = theirs.hostname == ours.hostname or (theirs.hostname or "").endswith(f".{ours.hostname}")
    path = ours.path.rstrip("/")
    return (
        theirs.scheme == ours.scheme
        and same_host
        and theirs.port == ours.port
        and (theirs.path.rstrip("/") == path or theirs.path.startswith(path + "/"))
        and set(parse_qsl(ours.query)) <= set(parse_qsl(theirs.query))
    )
