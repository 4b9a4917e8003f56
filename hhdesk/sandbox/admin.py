"""The sandbox's own interface for tests and tours: ``/_sandbox/...``. See README.md."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from hhdesk.sandbox import changes
from hhdesk.sandbox.faults import NAMES, Fault
from hhdesk.sandbox.routes import routes

if TYPE_CHECKING:
    from hhdesk.sandbox.server import Server


async def serve(server: Server, request: web.Request) -> web.StreamResponse:
    """A request of the admin interface."""
    key = f"{request.method} {request.path.removeprefix('/_sandbox/')}"
    function = _TABLE.get(key)
    if function is None:
        return web.json_response({"error": f"no {key}; there are {sorted(_TABLE)}"}, status=404)
    body = await request.json() if request.can_read_body else {}
    try:
        return web.json_response(function(server, body))
    except (KeyError, ValueError, LookupError) as error:
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)


def _state(server: Server, body: Any) -> Any:
    world, journal = server.world, server.world.journal
    known = {route.id for route in routes()} - {"download-resume"}
    return {
        "operations": {id_: count for id_, count in sorted(journal.requests.items()) if id_ in known},
        "by_agent": {
            agent: {id_: count for id_, count in sorted(counts.items()) if id_ in known}
            for agent, counts in journal.by_agent.items()
        },
        "requests": dict(sorted(journal.requests.items())),
        "log": journal.log[-500:],
        "traced": journal.traced,
        "paid": journal.paid,
        "violations": journal.violations,
        "unknown_paths": journal.unknown_paths,
        "tokens_issued": world.accounts.issued,
        "views": {"limit": world.quotas.views_limit, "spent": world.quotas.views_spent},
        "contacts_left": world.quotas.contacts_left,
        "faults": [_described(fault) for fault in world.faults],
        "held": sorted(server.holds),
        "waiting": {name: count for name, count in server.waiting.items() if count},
        "now": world.now.isoformat(),
        "resumes": world.resume_count,
        "vacancies": [
            {"id": v.id, "name": v.title, "shelf": v.shelf, "topics": len(world.topics.of(v.id))}
            for v in world.vacancies.values()
        ],
    }


def _described(fault: Fault) -> dict[str, Any]:
    return {"operation": fault.operation, "fault": fault.name, "times": fault.times, "used": fault.used,
            **fault.options}  # fmt: skip


def _add_fault(server: Server, body: Any) -> Any:
    options = dict(body)
    name, operation, times = options.pop("fault"), options.pop("operation", "*"), options.pop("times", None)
    if name not in NAMES:
        raise ValueError(f"no fault {name}; there are {sorted(NAMES)}")
    if operation != "*" and operation not in {route.id for route in routes()}:
        raise ValueError(f"no operation {operation}")
    fault = Fault(operation, name, times, options)
    server.world.faults.append(fault)
    return _described(fault)


def _clear_faults(server: Server, body: Any) -> Any:
    server.world.faults.clear()
    return {}


def _hold(server: Server, body: Any) -> Any:
    server.holds.setdefault(body.get("operation", "*"), asyncio.Event())
    return {"held": sorted(server.holds)}


def _release(server: Server, body: Any) -> Any:
    names = [body["operation"]] if body.get("operation") else list(server.holds)
    for name in names:
        event = server.holds.pop(name, None)
        if event is not None:
            event.set()
    return {"held": sorted(server.holds)}


def _reset(server: Server, body: Any) -> Any:
    _release(server, {})
    server.world.reset()
    return {}


def _set(server: Server, body: Any) -> Any:
    done: dict[str, Any] = {}
    for name, value in body.items():
        if name not in changes.CHANGES:
            raise ValueError(f"no change {name}; there are {sorted(changes.CHANGES)}")
        done[name] = changes.CHANGES[name](server.world, value)
    return done


_TABLE: dict[str, Callable[[Server, Any], Any]] = {
    "GET state": _state,
    "POST faults": _add_fault,
    "DELETE faults": _clear_faults,
    "POST hold": _hold,
    "POST release": _release,
    "POST reset": _reset,
    "POST set": _set,
}
