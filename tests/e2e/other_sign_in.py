"""Sign-in of the other server: redirects, cookies, a consent form of another make, PKCE, tokens."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from aiohttp import web

CLIENT_ID: Final = "OTHERCLIENT123"
CLIENT_SECRET: Final = "other+secret/="  # invented, for this server only
_PAGE: Final = """<!doctype html><html lang="ru"><head><title>Доступ · access</title></head><body><main>
<form id="f" action="../account/grant?from=consent&amp;x=1" method="post" accept-charset="utf-8">
<input type="hidden" name="_xsrf" value="{xsrf}"><input type="hidden" name="request" value="{ticket}">
<label><input type="radio" name="account" value="second"> Another company</label>
<label><input type="radio" name="account" value="first" checked> Blue Quay</label>
<input type="submit" name="decision" value="Cancel">
<button type="submit" name="agree" value="1">Продолжить</button>
</form></main></body></html>"""


@dataclass(slots=True)
class SignIn:
    """Who may in. Access tokens expire after a number of requests, refresh tokens work once and only then."""

    expire_after: int
    violations: list[str]
    refreshes: int = 0
    token_requests: int = 0
    _tickets: dict[str, dict[str, str]] = field(default_factory=dict)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)
    _uses: dict[str, int] = field(default_factory=dict)
    _refresh: dict[str, str] = field(default_factory=dict)
    _spent: set[str] = field(default_factory=set)

    def add_routes(self, application: web.Application) -> None:
        """The site's part, and the token address."""
        application.router.add_get("/oauth/authorize", self._authorize)
        application.router.add_get("/account/consent", self._consent)
        application.router.add_post("/account/grant", self._grant)
        application.router.add_get("/account/back", self._back)
        application.router.add_post("/token", self._token)

    def gate(self, request: web.Request) -> web.Response | None:
        """None lets the request in."""
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        if kind != "Bearer" or token not in self._uses:
            return _refused(403, "bad_authorization")
        self._uses[token] += 1
        return _refused(403, "token_expired") if self._expired(token) else None

    def _expired(self, token: str) -> bool:
        return self._uses[token] > self.expire_after

    async def _authorize(self, request: web.Request) -> web.Response:
        asked = dict(request.query)
        wrong = [
            name
            for name, value in (
                ("response_type", "code"),
                ("client_id", CLIENT_ID),
                ("code_challenge_method", "S256"),
            )
            if asked.get(name) != value
        ]
        wrong += [name for name in ("state", "code_challenge", "redirect_uri") if not asked.get(name)]
        if wrong:
            self.violations.append(f"authorize: {wrong}")
            return web.Response(text="<p>Ошибка</p>", content_type="text/html", status=400)
        ticket = secrets.token_hex(4)
        self._tickets[ticket] = asked
        answer = web.Response(status=302, headers={"Location": f"../account/consent?request={ticket}&x=1"})
        answer.set_cookie("login", ticket, path="/account")
        return answer

    async def _consent(self, request: web.Request) -> web.Response:
        ticket = request.query["request"]
        if request.cookies.get("login") != ticket:
            return web.Response(text="<p>Please sign in</p>", content_type="text/html", status=403)
        answer = web.Response(text=_PAGE.format(xsrf="a&amp;b", ticket=ticket), content_type="text/html")
        answer.set_cookie("_xsrf", "a&b", path="/account")
        return answer

    async def _grant(self, request: web.Request) -> web.Response:
        form = await request.post()
        ticket = str(form.get("request"))
        good = form.get("_xsrf") == "a&b" and "agree" in form and request.cookies.get("login") == ticket
        if not good or form.get("account") != "first":
            return web.Response(text="<p>Denied</p>", content_type="text/html", status=403)
        return web.Response(status=303, headers={"Location": f"/account/back?request={ticket}"})

    async def _back(self, request: web.Request) -> web.Response:
        asked = self._tickets.pop(request.query["request"])
        code = secrets.token_urlsafe(12)
        self._codes[code] = asked
        back = urlencode({"state": asked["state"], "code": code})
        joint = "&" if "?" in asked["redirect_uri"] else "?"
        return web.Response(status=302, headers={"Location": asked["redirect_uri"] + joint + back})

    async def _token(self, request: web.Request) -> web.Response:
        self.token_requests += 1
        if not request.headers.get("HH-User-Agent"):
            self.violations.append("token: no HH-User-Agent")
            return web.Response(status=403)
        form = {name: str(value) for name, value in (await request.post()).items()}
        if form.get("grant_type") == "authorization_code":
            return self._by_code(form)
        if form.get("grant_type") == "refresh_token":
            return self._by_refresh(form)
        return _wrong("unsupported_grant_type", "unsupported grant_type")

    def _by_code(self, form: dict[str, str]) -> web.Response:
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return _wrong("invalid_client", "client_id or client_secret not found")
        asked = self._codes.pop(form.get("code", ""), None)
        if asked is None or asked["redirect_uri"] != form.get("redirect_uri"):
            return _wrong("invalid_grant", "code not found")
        proof = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(proof).rstrip(b"=").decode() != asked["code_challenge"]:
            self.violations.append("token: the verifier does not fit")
            return _wrong("invalid_grant", "code_verifier mismatch")
        return self._pair()

    def _by_refresh(self, form: dict[str, str]) -> web.Response:
        if set(form) != {"grant_type", "refresh_token"}:
            self.violations.append(f"token: refresh with {sorted(form)}")
        token = form.get("refresh_token", "")
        if token in self._spent:
            self.violations.append("token: refreshed twice with one token")
            return _wrong("invalid_grant", "token has already been refreshed")
        access = self._refresh.get(token)
        if access is None:
            return _wrong("invalid_grant", "bad token")
        if not self._expired(access):
            self.violations.append("token: refreshed before it expired")
            return _wrong("invalid_grant", "token not expired")
        self._spent.add(token)
        del self._uses[access]
        self.refreshes += 1
        return self._pair()

    def _pair(self) -> web.Response:
        access, refresh = "USER" + secrets.token_hex(16), "R" + secrets.token_hex(16)
        self._uses[access] = 0
        self._refresh[refresh] = access
        return web.json_response(
            {
                "token_type": "bearer",
                "refresh_token": refresh,
                "expires_in": 1209599,
                "access_token": access,
                "zz_since_2027": None,
            }
        )


def _refused(status: int, value: str) -> web.Response:
    body = {"request_id": "els-1", "errors": [{"type": "oauth", "value": value}], "description": "Forbidden"}
    return web.json_response(body, status=status)


def _wrong(error: str, description: str) -> web.Response:
    return web.json_response({"error": error, "error_description": description}, status=400)
