"""Which operation a request means."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from hhdesk.sandbox.fields import DATA

DOWNLOAD = "download-resume"
"""The sandbox's own name of the file links, which the specification describes only in words."""
GIVEN = {
    "get-resume": frozenset(("topic_id", "vacancy_id", "with_contact")),
    DOWNLOAD: frozenset(("type", "topic_id", "vacancy_id", "with_contact")),
    "change-negotiation-action": frozenset(("funnel_key", "substate")),
}
"""Query names that no operation declares but that addresses given by the server carry."""


@dataclass(frozen=True, slots=True)
class Route:
    """An operation with the query names it knows."""

    id: str
    method: str
    pattern: re.Pattern[str]
    literals: int
    query: frozenset[str]
    required: frozenset[str]
    public: bool


def _route(row: dict[str, object]) -> Route:
    id_, method, path = str(row["id"]), str(row["method"]), str(row["path"])
    query, required = row["query"], row["required"]
    assert isinstance(query, list)
    assert isinstance(required, list)
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path))
    literals = sum(not part.startswith("{") for part in path.split("/"))
    known = frozenset(query) | GIVEN.get(id_, frozenset())
    return Route(id_, method, re.compile(pattern), literals, known, frozenset(required), bool(row["public"]))


@lru_cache(maxsize=1)
def routes() -> tuple[Route, ...]:
    """All operations of the specification and the file links, the most literal paths first."""
    rows = json.loads((DATA / "operations.json").read_text(encoding="utf-8"))
    download = {
        "id": DOWNLOAD,
        "method": "GET",
        "path": "/resumes/{resume_id}/download/{name}",
        "query": ["host", "locale"],
        "required": ["type"],
        "public": False,
    }
    return tuple(sorted(map(_route, (*rows, download)), key=lambda route: -route.literals))


def find(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """The operation and its path parameters; ``path`` is as it came, still quoted."""
    for route in routes():
        if route.method == method and (match := route.pattern.fullmatch(path)):
            if route.id == "get-collection-negotiations-list" and match["collection"].isdigit():
                continue
            if route.id == "get-negotiation-item" and not match["id"].isdigit():
                continue
            return route, match.groupdict()
    return None
