"""The HTTP side: finds the operation, keeps the common rules, lets the traps work, sends the answer."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import re
import secrets
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from aiohttp import web

from hhdesk.sandbox import admin, site
from hhdesk.sandbox.accounts import EMPLOYERS, MANAGER_ID, Token
from hhdesk.sandbox.call import HANDLERS, Answer, Call, Refusal
from hhdesk.sandbox.faults import AFTER, BEFORE, WIRE, Fault
from hhdesk.sandbox.routes import DOWNLOAD, GIVEN, Route, find
from hhdesk.sandbox.world import World

_AGENT = re.compile(r"\S.*/.*\(.+\)")
_BODY_LIMIT = 32 * 1024 * 1024
APPLICATION_TOO = frozenset(
    ("get-current-user-info", "get-employer-info", "get-resume-search-keywords-suggests")
)
"""Operations that an application token may call beside the public ones."""

TAGGED = frozenset(
    (
        "get-dictionaries",
        "get-areas",
        "get-areas-from-specified",
        "get-countries",
        "get-professional-roles-dictionary",
        "get-industries",
        "get-languages",
        "get-metro-stations",
        "get-metro-stations-in-city",
    )
)
"""Dictionaries come with an ETag and answer 304 to ``If-None-Match``."""


class Server:
    """The sandbox behind one aiohttp application."""

    def __init__(self, world: World, record: Path | None = None, record_agent: str = "") -> None:
        """``record``: a file for exchanges of programs whose HH-User-Agent begins with ``record_agent``."""
        self.world = world
        self.holds: dict[str, asyncio.Event] = {}
        self.waiting: dict[str, int] = {}
        self._record_agent = record_agent
        self._record = record.open("a", encoding="utf-8") if record else None

    def application(self) -> web.Application:
        """The aiohttp application: one handler for everything."""
        app = web.Application(client_max_size=_BODY_LIMIT)
        app.router.add_route("*", "/{path:.*}", self.serve)
        return app

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Any request."""
        if request.path.startswith("/_sandbox/"):
            return await admin.serve(self, request)
        if request.path in site.PAGES or request.path.startswith("/files/"):
            return await site.serve(self.world, request)
        raw_path = request.rel_url.raw_path
        found = find(request.method, raw_path)
        if found is None:
            self.world.journal.unknown_paths.append(f"{request.method} {raw_path}")
            self._violation(None, request, "no operation has this method and path")
            return self._response(_error(Refusal(404, "not_found")))
        route, parameters = found
        self._count(route, request)
        journal = self.world.journal
        await self._wait(route.id)
        if self.world.journal is not journal:
            # It was held back until everything began anew, and is nobody's now.
            return _abort(request)
        return await self._serve_operation(request, route, parameters)

    def _count(self, route: Route, request: web.Request) -> None:
        journal = self.world.journal
        journal.requests[route.id] += 1
        product = request.headers.get("HH-User-Agent", "").partition("/")[0]
        journal.by_agent.setdefault(product, Counter())[route.id] += 1
        journal.log.append({"operation": route.id, "method": request.method, "url": str(request.rel_url)})
        del journal.log[:-2000]

    async def _wait(self, operation: str) -> None:
        for name in (operation, "*"):
            if name in self.holds:
                self.waiting[name] = self.waiting.get(name, 0) + 1
                await self.holds[name].wait()
                self.waiting[name] -= 1

    async def _serve_operation(
        self, request: web.Request, route: Route, parameters: dict[str, str]
    ) -> web.StreamResponse:
        body = await request.read()
        faults = [fault for fault in self.world.faults if fault.fits(route.id)]
        wire = [fault for fault in faults if fault.name in WIRE]
        for fault in wire:
            fault.used += 1
        if any(fault.name == "cut_before" for fault in wire):
            return _abort(request)
        answer = self._answer(request, route, parameters, body, faults)
        self._write_record(request, route, body, answer, [fault.name for fault in faults])
        return await self._send(request, answer, wire)

    def _answer(
        self, request: web.Request, route: Route, parameters: dict[str, str], body: bytes, faults: list[Fault]
    ) -> Answer:
        try:
            call = self._call(request, route, parameters, body)
            for fault in faults:
                if fault.name in BEFORE:
                    fault.used += 1
                    return BEFORE[fault.name](call, fault)
            answer = _handled(call)
        except Refusal as refusal:
            return _error(refusal)
        after = [fault for fault in faults if fault.name in AFTER]
        if after:
            # Answers share what is the same in all of them, and traps change what they find.
            answer.body = deepcopy(answer.body)
        for fault in after:
            fault.used += 1
            answer = AFTER[fault.name](call, answer, fault)
        return _revalidated(request, answer) if route.id in TAGGED else answer

    def _call(self, request: web.Request, route: Route, parameters: dict[str, str], body: bytes) -> Call:
        self._check_agent(request, route)
        query = parse_qsl(request.rel_url.raw_query_string, keep_blank_values=True)
        self._check_query(request, route, query)
        form: list[tuple[str, str]] = []
        content: Any = None
        if request.content_type == "application/x-www-form-urlencoded":
            form = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
        elif request.content_type == "application/json" and body:
            content = _json(body)
        token = None if route.id == "authorize" else self._authorized(request, route)
        path = {name: unquote(value) for name, value in parameters.items()}
        base = f"{request.scheme}://{request.host}"
        account = _account(request)
        return Call(self.world, route.id, request.method, base, path, query, form, content, token, account)

    def _check_agent(self, request: web.Request, route: Route) -> None:
        agent = request.headers.get("HH-User-Agent", "")
        if not _AGENT.fullmatch(agent):
            self._violation(
                route.id, request, "HH-User-Agent is missing or does not name an application and a contact"
            )
            raise Refusal(400, "bad_user_agent")

    def _check_query(self, request: web.Request, route: Route, query: list[tuple[str, str]]) -> None:
        for name, _ in query:
            if name not in route.query:
                self._violation(route.id, request, f"unknown query parameter {name}")
                raise Refusal(400, "bad_argument", name)
        names = {name for name, _ in query}
        for name in route.required - names:
            self._violation(route.id, request, f"missing query parameter {name}")
            raise Refusal(400, "bad_argument", name)
        if route.id == "change-negotiation-action" and "funnel_key" not in names:
            self._violation(route.id, request, "the action's address was rebuilt: its own query is gone")
            raise Refusal(400, "bad_argument", "funnel_key")

    def _authorized(self, request: web.Request, route: Route) -> Token | None:
        header = request.headers.get("Authorization", "")
        if not header and route.public:
            return None
        token = self.world.accounts.tokens.get(header.removeprefix("Bearer "))
        if token is None:
            raise Refusal(403, "oauth", "bad_authorization")
        if token.revoked:
            raise Refusal(403, "oauth", "token_revoked")
        if token.expired:
            raise Refusal(403, "oauth", "token_expired")
        if token.kind == "application" and not route.public and route.id not in APPLICATION_TOO:
            raise Refusal(403, "oauth", "user_auth_expected")
        if _account(request) not in EMPLOYERS:
            raise Refusal(403, "manager_extra_accounts", "manager_extra_account_not_found")
        if route.id in self.world.quotas.methods_closed:
            raise Refusal(403, "api_access_payment", "action_must_be_payed")
        return token

    def _violation(self, operation: str | None, request: web.Request, what: str) -> None:
        self.world.journal.violations.append(
            {"operation": operation, "method": request.method, "url": str(request.rel_url), "what": what}
        )

    def _response(self, answer: Answer) -> web.Response:
        body = answer.raw if answer.raw is not None else json.dumps(answer.body, ensure_ascii=False).encode()
        headers = dict(answer.headers)
        if answer.content_type:
            headers["Content-Type"] = answer.content_type
        return web.Response(status=answer.status, body=body, headers=headers)

    async def _send(self, request: web.Request, answer: Answer, wire: list[Fault]) -> web.StreamResponse:
        response = self._response(answer)
        for fault in wire:
            if fault.name == "lost_answer":
                return _abort(request)
            if fault.name in ("truncated_body", "slow_drip", "huge_body"):
                return await _trickle(request, response, fault)
        return response

    def _write_record(
        self, request: web.Request, route: Route, body: bytes, answer: Answer, faults: list[str]
    ) -> None:
        agent = request.headers.get("HH-User-Agent", "")
        if self._record is None or route.id == DOWNLOAD or not agent.startswith(self._record_agent):
            return
        raw = answer.raw if answer.raw is not None else json.dumps(answer.body, ensure_ascii=False).encode()
        entry = {
            "operation": route.id,
            "method": request.method,
            "url": str(request.rel_url),
            "given": sorted(GIVEN.get(route.id, ())),
            "request_headers": {k: v for k, v in request.headers.items() if k.lower() != "authorization"},
            "request_body": _text(body),
            "status": answer.status,
            "content_type": answer.content_type,
            "body": _text(raw),
            "faults": faults,
        }
        self._record.write(json.dumps(entry, ensure_ascii=False) + "\n")
        self._record.flush()


def _account(request: web.Request) -> str:
    """The account under which the manager works: the primary one unless the header names another."""
    return request.headers.get("X-Manager-Account-Id", MANAGER_ID)


def _revalidated(request: web.Request, answer: Answer) -> Answer:
    """The answer with an ETag, or 304 when the caller already has it."""
    raw = json.dumps(answer.body, ensure_ascii=False).encode()
    tag = f'"{hashlib.blake2b(raw, digest_size=12).hexdigest()}"'
    headers = {**answer.headers, "ETag": tag, "Cache-Control": "max-age=300"}
    if request.headers.get("If-None-Match") == tag:
        return Answer(304, raw=b"", content_type="", headers=headers)
    return Answer(answer.status, raw=raw, headers=headers)


def _handled(call: Call) -> Answer:
    handler = HANDLERS.get(call.operation)
    if handler is None:
        raise Refusal(404, "not_found")
    answer = handler(call)
    return answer if isinstance(answer, Answer) else Answer(200, answer)


def _error(refusal: Refusal) -> Answer:
    return Answer(refusal.status, {"request_id": secrets.token_hex(8), "errors": [refusal.error]})


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        raise Refusal(400, "bad_json_data") from None


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        return "base64:" + base64.b64encode(body).decode()


def _abort(request: web.Request) -> web.StreamResponse:
    """Cut the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _trickle(request: web.Request, response: web.Response, fault: Fault) -> web.StreamResponse:
    """Send a body slowly, only half of it, or far too much of it."""
    body = response.body if isinstance(response.body, bytes) else b""
    stream = web.StreamResponse(
        status=response.status, headers={"Content-Type": response.headers["Content-Type"]}
    )
    if fault.name == "huge_body":
        await stream.prepare(request)
        for _ in range(int(fault.options.get("mebibytes", 80))):
            await stream.write(b" " * (1 << 20))
        return stream
    stream.content_length = len(body)
    await stream.prepare(request)
    if fault.name == "truncated_body":
        await stream.write(body[: len(body) // 2])
        return _abort(request)
    pieces = 10
    for number in range(pieces):
        await stream.write(body[len(body) * number // pieces : len(body) * (number + 1) // pieces])
        await asyncio.sleep(float(fault.options.get("seconds", 2)) / pieces)
    return stream
