"""hh.ru's OpenAPI file as a judge of what was really sent and answered.

The file is found at ``$HHDESK_OPENAPI``, beside the repository in ``shared/hh-openapi.yml``, or in
``build/``, where ``provide`` puts it; without it the tests fail, they never skip. ``judge`` uses it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tests.contract.known import PUBLIC_OPERATIONS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "https://api.hh.ru/openapi/specification/public"
DOWNLOADED = ROOT / "build" / "hh-openapi.yml"
METHODS = ("get", "put", "post", "delete", "head", "patch")


def specification_path() -> Path:
    """Where the OpenAPI file is. Raises FileNotFoundError with a sentence that says what to do."""
    named = os.environ.get("HHDESK_OPENAPI")
    places = [Path(named)] if named else [ROOT.parent / "shared" / "hh-openapi.yml", DOWNLOADED]
    for path in places:
        if path.is_file():
            return path
    raise FileNotFoundError(
        f"hh.ru's OpenAPI file is not at {' or '.join(map(str, places))}: download {SOURCE} "
        "and name it in the environment variable HHDESK_OPENAPI"
    )


def _loader() -> type:
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc, valid-type]  # the C loader exists only where libyaml does
        """Reads dates as the strings that the file holds."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    return Loader


@dataclass(slots=True)
class Operation:
    """One operation, its references resolved one step."""

    id: str
    method: str
    path: str
    query: dict[str, dict[str, Any]]
    bodies: dict[str, dict[str, Any]]
    responses: dict[str, dict[str, dict[str, Any]]]
    public: bool
    pattern: re.Pattern[str] = field(repr=False)

    @property
    def literals(self) -> int:
        """How many parts of the path are fixed: the more, the better an address fits."""
        return sum(not part.startswith("{") for part in self.path.split("/"))


# The specification writes three paths with an example where a parameter stands.
_PLACEHOLDERS = {
    "/negotiations/response": "/negotiations/{collection}",
    "/negotiations/phone_interview": "/negotiations/{action}",
}
_NEGOTIATION = re.compile(r"/negotiations/\d+")


class Specification:
    """The OpenAPI document with its operations."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as handle:
            # The loader is SafeLoader's, only without timestamps.
            self.document: dict[str, Any] = yaml.load(handle, Loader=_loader())
        self.operations = sorted(self._operations(), key=lambda operation: operation.id)

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """The node that ``$ref`` names, or the node itself."""
        while "$ref" in node:
            target: Any = self.document
            for part in node["$ref"][2:].split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def operation_of(self, method: str, path: str) -> Operation | None:
        """The operation that serves a method and a path (without query), or None."""
        fitting = [o for o in self.operations if o.method == method and o.pattern.fullmatch(path)]
        if method == "GET" and len(fitting) > 1 and path.startswith("/negotiations/"):
            wanted = (
                "get-negotiation-item" if _NEGOTIATION.fullmatch(path) else "get-collection-negotiations-list"
            )
            fitting = [o for o in fitting if o.id == wanted] or fitting
        return max(fitting, key=lambda operation: operation.literals, default=None)

    def operation(self, id_: str) -> Operation:
        """The operation of an id. Raises KeyError."""
        for operation in self.operations:
            if operation.id == id_:
                return operation
        raise KeyError(id_)

    def _operations(self) -> Iterator[Operation]:
        for path, item in self.document["paths"].items():
            for method, node in item.items():
                if method in METHODS:
                    yield self._operation(path, method.upper(), item, node)

    def _operation(self, path: str, method: str, item: dict[str, Any], node: dict[str, Any]) -> Operation:
        path = _PLACEHOLDERS.get(path, path)
        parameters = [self.resolve(p) for p in (*item.get("parameters", ()), *node.get("parameters", ()))]
        body = self.resolve(node.get("requestBody", {}))
        responses = {str(status): self.resolve(response) for status, response in node["responses"].items()}
        return Operation(
            id=node["operationId"],
            method=method,
            path=path,
            query={p["name"]: p for p in parameters if p["in"] == "query"},
            bodies={media: content.get("schema", {}) for media, content in body.get("content", {}).items()},
            responses={
                status: {
                    media: content.get("schema", {}) for media, content in response.get("content", {}).items()
                }
                for status, response in responses.items()
            },
            public=node["operationId"] in PUBLIC_OPERATIONS,
            pattern=re.compile(re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(path))),
        )


@lru_cache(maxsize=1)
def specification() -> Specification:
    """The document, read once a process."""
    return Specification(specification_path())
