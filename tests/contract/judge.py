"""Requests and answers that were really sent, judged by hh.ru's specification.

    python -m tests.contract.judge [--application] FILE ...

judges files that the sandbox wrote with ``--record`` (tests let it do so by ``HHDESK_RECORD_DIR=DIRECTORY``),
prints every violation and ends with 1 if there is one. ``--application`` judges only what ``hhdesk``
said: tests also ask wrong questions on purpose.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from tests.contract import known
from tests.contract.schemas import Schemas
from tests.contract.specification import Operation, specification


@dataclass(slots=True)
class Exchange:
    """One request with its answer. ``url`` is absolute or begins with the path; header names in any case."""

    method: str
    url: str
    request_headers: dict[str, str]
    request_body: str
    status: int
    content_type: str
    body: str
    faults: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, row: dict[str, Any]) -> Self:
        """A line of the sandbox's record."""
        return cls(
            row["method"],
            row["url"],
            row["request_headers"],
            row["request_body"],
            row["status"],
            row["content_type"],
            row["body"],
            row.get("faults", []),
        )


class Judge:
    """The specification as a judge."""

    def __init__(self) -> None:
        self._specification = specification()
        self._schemas = Schemas(self._specification.document)

    def violations(self, exchange: Exchange) -> list[str]:
        """Everything that breaks the contract; answers that a trap made are not judged."""
        return [
            *self.request_violations(exchange),
            *([] if exchange.faults else self.answer_violations(exchange)),
        ]

    def request_violations(self, exchange: Exchange) -> list[str]:
        """What the caller did wrong."""
        parts = urlsplit(exchange.url)
        operation = self._specification.operation_of(exchange.method, parts.path)
        if operation is None:
            return [f"{exchange.method} {parts.path}: no such operation"]
        headers = {name.lower(): value for name, value in exchange.request_headers.items()}
        found = [] if headers.get("hh-user-agent") else ["no HH-User-Agent"]
        found += _query(operation, parse_qsl(parts.query, keep_blank_values=True))
        found += self._request_body(operation, headers.get("content-type", ""), exchange.request_body)
        return [f"{operation.id}: {violation}" for violation in found]

    def answer_violations(self, exchange: Exchange) -> list[str]:
        """What the server did wrong."""
        operation = self._specification.operation_of(exchange.method, urlsplit(exchange.url).path)
        if operation is None:
            return []
        return [
            f"{operation.id}: {exchange.status}: {violation}"
            for violation in self._answer(operation, exchange)
            if not _known(operation.id, violation)
        ]

    def _request_body(self, operation: Operation, media: str, body: str) -> list[str]:
        media = media.partition(";")[0]
        extra = known.UNDECLARED_FIELDS.get(operation.id, frozenset())
        if not body:
            return []
        if media == "application/x-www-form-urlencoded" and (extra or media in operation.bodies):
            schema = operation.bodies.get(media, {})
            return self._form(schema, extra, parse_qsl(body, keep_blank_values=True))
        if media not in operation.bodies:
            return [f"a body of type {media!r} is not declared"]
        if media == "application/json":
            return self._schemas.violations(operation.bodies[media], json.loads(body))
        return []

    def _form(self, schema: dict[str, Any], extra: frozenset[str], pairs: list[tuple[str, str]]) -> list[str]:
        counted = Counter(name for name, _ in pairs)
        found = [
            f"form field {name} repeats"
            for name, count in counted.items()
            if count > 1 and name not in known.REPEATABLE_FIELDS
        ]
        alternatives = list(self._alternatives(schema))
        errors = [_form_errors(alternative, extra, pairs) for alternative in alternatives or [{}]]
        return found + min(errors, key=len)

    def _alternatives(self, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
        schema = self._specification.resolve(schema)
        if "oneOf" in schema or "anyOf" in schema:
            for part in schema.get("oneOf", schema.get("anyOf", ())):
                yield from self._alternatives(part)
        elif "properties" in schema:
            yield schema

    def _answer(self, operation: Operation, exchange: Exchange) -> list[str]:
        declared = operation.responses.get(str(exchange.status))
        if declared is None:
            spare = exchange.status in known.UNDECLARED_STATUSES["*"]
            return [] if spare else ["the status is not declared"]
        media = exchange.content_type.partition(";")[0]
        if not declared:
            return ["a body comes where none is declared"] if exchange.body else []
        if media not in declared:
            return [f"the type {media!r} is not declared"]
        if media != "application/json":
            return []
        body = json.loads(exchange.body)
        if exchange.status >= 400 and _common_errors(body):
            return []
        return self._schemas.violations(declared[media], body)


def _query(operation: Operation, pairs: list[tuple[str, str]]) -> list[str]:
    names = Counter(name for name, _ in pairs)
    allowed = set(operation.query) | known.GIVEN_BY_SERVER.get(operation.id, frozenset())
    found = [f"query {name} is not declared" for name in names if name not in allowed]
    found += [f"query {name} repeats" for name, n in names.items() if n > 1 and name not in known.REPEATABLE]
    required = (name for name, parameter in operation.query.items() if parameter.get("required"))
    found += [f"query {name} is missing" for name in required if name not in names]
    for name, value in pairs:
        schema = operation.query.get(name, {}).get("schema", {})
        if not _typed(schema, value):
            found.append(f"query {name}={value!r} is not {schema}")
    return found


def _form_errors(schema: dict[str, Any], extra: frozenset[str], pairs: list[tuple[str, str]]) -> list[str]:
    properties = schema.get("properties", {})
    found = [
        f"form field {name} is not declared"
        for name, _ in pairs
        if name not in properties and name not in extra
    ]
    sent = {name for name, _ in pairs}
    found += [f"form field {name} is missing" for name in schema.get("required", ()) if name not in sent]
    found += [
        f"form field {name}={value!r} is not {properties[name]}"
        for name, value in pairs
        if name in properties and not _typed(properties[name], value)
    ]
    return found


def _typed(schema: dict[str, Any], value: str) -> bool:
    if "enum" in schema and value not in schema["enum"]:
        return False
    kind = schema.get("type")
    if kind == "boolean":
        return value in ("true", "false")
    if kind in ("integer", "number"):
        return value.lstrip("-").replace(".", "", 1 if kind == "number" else 0).isdigit()
    return True


def _common_errors(body: Any) -> bool:
    errors: list[dict[str, Any]] = body.get("errors") or [] if isinstance(body, dict) else []
    return bool(errors) and all(
        error.get("type") in known.COMMON_ERRORS
        or f"{error.get('type')}/{error.get('value')}" in known.OLDER_ERRORS
        for error in errors
    )


def _known(operation: str, violation: str) -> bool:
    name = violation.removesuffix(" is not declared")
    if name != violation and any(
        name == tail or name.endswith("." + tail) for tail in known.UNDECLARED_NAMES
    ):
        return True
    return (operation, violation) in known.CONTRADICTIONS


@lru_cache(maxsize=1)
def judge() -> Judge:
    """The judge, made once a process."""
    return Judge()


def read_record(path: Path) -> Iterator[Exchange]:
    """The exchanges of a file that the sandbox wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Exchange.read(json.loads(line))


def distinct(exchanges: Iterable[Exchange]) -> Iterator[Exchange]:
    """Each exchange once: a test run asks for the same dictionaries hundreds of times."""
    seen: set[int] = set()
    for exchange in exchanges:
        agent = {name.lower(): value for name, value in exchange.request_headers.items()}.get("hh-user-agent")
        asked = (exchange.method, exchange.url, agent, exchange.request_body)
        key = hash((*asked, exchange.status, exchange.content_type, exchange.body, tuple(exchange.faults)))
        if key not in seen:
            seen.add(key)
            yield exchange


def judged(exchanges: Iterable[Exchange]) -> list[str]:
    """The violations of many exchanges, each once."""
    return list(dict.fromkeys(v for exchange in distinct(exchanges) for v in judge().violations(exchange)))


def by_application(exchange: Exchange) -> bool:
    """Whether the application asked, and not a test."""
    headers = {name.lower(): value for name, value in exchange.request_headers.items()}
    return headers.get("hh-user-agent", "").startswith("hhdesk/")


def main(argv: list[str]) -> int:
    """The command line. Returns the exit code."""
    paths = [Path(name) for name in argv if name != "--application"]
    exchanges = (exchange for path in paths for exchange in read_record(path))
    problems = judged(filter(by_application, exchanges) if "--application" in argv else exchanges)
    sys.stdout.write("\n".join([*problems, f"{len(problems)} violations in {len(paths)} files", ""]))
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
