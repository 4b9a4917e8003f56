"""Another hh.ru, built from the specification alone: the proof that nothing depends on the sandbox.

`python -m tests.e2e.other_server [--expire-after N] [--record FILE]` prints `listening on http://127.0.0.1:N`.
It is strict where hh.ru is lenient: whatever the specification or its own links do not name is a violation,
told at `/_other/state`. What it answers can be judged: `--record` writes each exchange with its operation.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import sys
import threading
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote_plus

from aiohttp import hdrs, web

from tests.contract.known import REPEATABLE
from tests.contract.schemas import Schemas
from tests.contract.specification import specification
from tests.e2e.filling import Filler
from tests.e2e.other_sign_in import SignIn

Handler = Callable[["Call"], Awaitable[web.Response] | web.Response]
OPAQUE: Final = "hhtmFrom=main%2Bboard&x=1&x=2"
"""What every link carries besides: must come back as it was, repeats, order and escapes included."""
_EVERYWHERE: Final = frozenset(("host", "locale"))


@dataclass(slots=True)
class Call:
    """One request that passed the gate."""

    server: OtherServer
    request: web.Request
    operation: str | None
    body: bytes
    parts: tuple[str, ...] = ()

    @property
    def query(self) -> dict[str, list[str]]:
        """The query's values by name."""
        found: dict[str, list[str]] = {}
        for name, value in parse_qsl(self.request.rel_url.raw_query_string, keep_blank_values=True):
            found.setdefault(name, []).append(value)
        return found

    @property
    def form(self) -> dict[str, list[str]]:
        """The fields of a form body by name."""
        found: dict[str, list[str]] = {}
        for name, value in parse_qsl(self.body.decode(), keep_blank_values=True):
            found.setdefault(name, []).append(value)
        return found

    def one(self, name: str, otherwise: str = "") -> str:
        """The first value of a query name."""
        return self.query.get(name, [otherwise])[0]

    def link(self, path: str, query: str = "") -> str:
        """An absolute link of ours that has to come back unchanged."""
        return self.server.link(self.request.host, path, query)

    def act(self, kind: str, what: str) -> None:
        """Remember a traced or paid call."""
        self.server.acts.append({"kind": kind, "what": what})

    def answer(self, value: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
        """A JSON answer, completed as the operation's schema demands, packed if the client can unpack."""
        if self.operation is not None:
            declared = specification().operation(self.operation).responses.get(str(status), {})
            if (schema := declared.get("application/json")) is not None:
                place = self.operation + self.request.path
                value = self.server.filler.fill(schema, value, place)
        text = json.dumps(value, ensure_ascii=False)
        response = web.Response(text=text, content_type="application/json", status=status, headers=headers)
        if "gzip" in self.request.headers.get(hdrs.ACCEPT_ENCODING, ""):
            response.enable_compression(web.ContentCoding.gzip)
        return response

    def refuse(self, status: int, type_: str, value: str, pointer: str | None = None) -> web.Response:
        """An error as the specification words it."""
        error = {"type": type_, "value": value} | ({"pointer": pointer} if pointer else {})
        body = {"request_id": "els-4711", "errors": [error]}
        return web.json_response(body, status=status)


@dataclass(slots=True)
class OtherServer:
    """Gate, links, routes and memory of the server."""

    expire_after: int = 25
    without: frozenset[str] = frozenset()
    """Operations that this account may not use, or that are down: 404 all the time."""
    offered: frozenset[str] = frozenset()
    """Acts upon responses that are offered; all where it is empty."""
    delay: float = 0.0
    """Seconds that every answer takes."""
    record: Path | None = None
    filler: Filler = field(default_factory=lambda: Filler(specification()))
    schemas: Schemas = field(default_factory=lambda: Schemas(specification().document))
    routes: list[tuple[str, re.Pattern[str], str | None, bool, Handler]] = field(default_factory=list)
    links: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    acts: list[dict[str, str]] = field(default_factory=list)
    sign_in: SignIn = field(init=False)

    def __post_init__(self) -> None:
        self.sign_in = SignIn(self.expire_after, self.violations)

    def route(
        self, method: str, path: str, operation: str | None, handler: Handler, *, given: bool = False
    ) -> None:
        """Serve a path (a pattern). `given`: only by a link of ours, since nobody may build it."""
        self.routes.append((method, re.compile(path), operation, given, handler))

    def link(self, host: str, path: str, query: str = "") -> str:
        """A link with what has to survive, and a key by which it is known again."""
        carried = "&".join(part for part in (query, OPAQUE) if part)
        key = f"{zlib.crc32(f'{path}?{carried}'.encode()):08x}%2F%3D"
        pairs = [*carried.split("&"), f"k={key}"]
        self.links[f"k={key}"] = path, pairs
        return f"http://{host}{path}?{'&'.join(pairs)}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Everything but sign-in and state comes through here."""
        path = request.rel_url.raw_path
        line = f"{request.method} {request.rel_url.raw_path_qs}"
        self.requests.append(line)
        body = await request.read()
        await asyncio.sleep(self.delay)
        if not request.headers.get("HH-User-Agent"):
            self.violations.append(f"{line}: no HH-User-Agent")
            return web.json_response({"errors": [{"type": "bad_user_agent"}]}, status=400)
        operation, handler, parts, problem = self._find(request, path)
        if problem:
            self.violations.append(f"{line}: {problem}")
            return web.json_response({"errors": [{"type": "bad_argument", "value": problem}]}, status=400)
        if (refused := self.sign_in.gate(request)) is not None:
            return refused
        call = Call(self, request, operation, body, parts)
        if operation in self.without:
            return call.refuse(404, "not_found", "not_found")
        made = handler(call)
        response = made if isinstance(made, web.Response) else await made
        self._write(call, response)
        return response

    def _find(self, request: web.Request, path: str) -> tuple[str | None, Handler, tuple[str, ...], str]:
        for method, pattern, operation, given, handler in self.routes:
            if method == request.method and (match := pattern.fullmatch(path)) is not None:
                problem = self._judge_query(request, path, operation, given)
                return operation, handler, match.groups(), problem
        found = specification().operation_of(request.method, path)
        if found is None or request.method != "GET":
            return None, _nothing, (), "no such operation here"
        return found.id, _example, (), self._judge_query(request, path, found.id, False)

    def _judge_query(self, request: web.Request, path: str, operation: str | None, given: bool) -> str:
        """What is wrong with a query: a link that was changed, a name that nobody declared, a repeat."""
        pairs = [pair for pair in request.rel_url.raw_query_string.split("&") if pair]
        key = next((pair for pair in pairs if pair.startswith("k=")), None)
        if key is not None:
            if key not in self.links or self.links[key][0] != path:
                return f"the link's key {key} is of another address"
            for pair in self.links[key][1]:
                if pair not in pairs:
                    return f"the link lost {pair}"
                pairs.remove(pair)
        elif given:
            return "this address is given, not built"
        declared = set(specification().operation(operation).query) if operation else set()
        names = [unquote_plus(pair.partition("=")[0]) for pair in pairs]
        for name in names:
            if name not in declared | _EVERYWHERE:
                return f"{name} is not declared"
            if names.count(name) > 1 and name not in REPEATABLE:
                return f"{name} repeats"
        return ""

    def _write(self, call: Call, response: web.Response) -> None:
        if self.record is None:
            return
        text = response.text if response.content_type in ("application/json", "text/html") else None
        row = {
            "operation": call.operation,
            "line": f"{call.request.method} {call.request.rel_url.raw_path_qs}",
            "status": response.status,
            "content_type": response.content_type,
            "body": text or "",
        }
        with self.record.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")

    def state(self, _: web.Request) -> web.StreamResponse:
        """What was seen, for the tests."""
        return web.json_response(
            {
                "violations": self.violations,
                "requests": self.requests,
                "acts": self.acts,
                "refreshes": self.sign_in.refreshes,
                "token_requests": self.sign_in.token_requests,
            }
        )


def _nothing(call: Call) -> web.Response:
    return call.refuse(404, "not_found", "not_found")


def _example(call: Call) -> web.Response:
    """A dictionary by the specification's own example, anything else as empty as is legal."""
    declared = specification().operation(call.operation or "").responses["200"].get("application/json", {})
    return call.answer(example_of(call.operation or "") if declared else {})


def example_of(operation: str) -> Any:
    """The specification's first example of an answer; an empty list or object where it has none."""
    for item in specification().document["paths"].values():
        for node in item.values():
            if isinstance(node, dict) and node.get("operationId") == operation:
                content = specification().resolve(node["responses"]["200"])["content"]["application/json"]
                for example in content.get("examples", {}).values():
                    return specification().resolve(example)["value"]
                schema = specification().resolve(content["schema"])
                return [] if schema.get("type") == "array" else {}
    raise KeyError(operation)


def end_with_parent() -> None:
    """End once nobody holds the other end of standard input: a parent that was killed lets go too."""
    while os.read(0, 1024):
        continue
    os._exit(0)


async def serve(server: OtherServer, port: int) -> None:
    """Serve until the process ends."""
    application = web.Application()
    application.router.add_get("/_other/state", _async(server.state))
    server.sign_in.add_routes(application)
    application.router.add_route("*", "/{rest:.*}", server.handle)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    sys.stdout.write(f"listening on http://127.0.0.1:{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


def _async(
    function: Callable[[web.Request], web.StreamResponse],
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handler(request: web.Request) -> web.StreamResponse:
        return function(request)

    return handler


def main() -> None:
    """The command line."""
    from tests.e2e.other_answers import add_answers

    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--expire-after", type=int, default=25)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--act", action="append", default=[], metavar="ID")
    parser.add_argument("--without", action="append", default=[], metavar="OPERATION")
    parser.add_argument("--with-parent", action="store_true", help="end with whoever holds standard input")
    wanted = parser.parse_args()
    server = OtherServer(
        expire_after=wanted.expire_after,
        without=frozenset(wanted.without),
        offered=frozenset(wanted.act),
        delay=wanted.delay,
        record=wanted.record,
    )
    add_answers(server)
    if wanted.with_parent:
        threading.Thread(target=end_with_parent, daemon=True).start()
    asyncio.run(serve(server, wanted.port))


if __name__ == "__main__":
    main()
