"""The traps of hh.ru, one small function each, switched on through ``POST /_sandbox/faults``.

A fault works before the operation (and answers in its place), after it (and changes what it answered),
or on the
wire (and changes how the answer travels).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hhdesk.sandbox.accounts import EMPLOYER_ID, OTHER_ACCOUNT
from hhdesk.sandbox.call import Answer, Call, Json
from hhdesk.sandbox.trees import each_object, lists_of_items


@dataclass(slots=True)
class Fault:
    """A trap that is switched on: for an operation or ``*``, so many times or (None) until cleared."""

    operation: str
    name: str
    times: int | None = None
    options: dict[str, Any] = field(default_factory=dict)
    used: int = 0

    def fits(self, operation: str) -> bool:
        """Whether the trap waits for this operation and is not used up."""
        return self.operation in ("*", operation) and (self.times is None or self.used < self.times)


Before = Callable[[Call, Fault], Answer]
After = Callable[[Call, Answer, Fault], Answer]


def error(status: int, type_: str, value: str | None = None, **more: Json) -> Answer:
    """An error answer in hh.ru's shape."""
    entry = {"type": type_, **({} if value is None else {"value": value}), **more}
    return Answer(status, {"request_id": "sandbox0fault", "errors": [entry]})


def page(status: int, text: str) -> Answer:
    """An HTML answer, as proxies give."""
    html = f"<html><head><title>{text}</title></head><body><h1>{text}</h1></body></html>"
    return Answer(status, raw=html.encode(), content_type="text/html; charset=utf-8")


def _rate(call: Call, fault: Fault) -> Answer:
    answer = Answer(429, raw=b"", content_type="")
    answer.headers["Retry-After"] = str(fault.options.get("seconds", 1))
    return answer


def _captcha(call: Call, fault: Fault) -> Answer:
    state = f"c{fault.used}"
    call.world.captcha.add(state)
    urls: dict[str, Json] = {}
    if fault.options.get("captcha_url", True):
        urls["captcha_url"] = call.url(f"/captcha?state={state}")
    if fault.options.get("fallback_url", True):
        urls["fallback_url"] = call.url(f"/captcha?state={state}&fallback=true")
    return error(403, fault.options.get("type", "captcha_required"), "captcha_required", **urls)


def _other_account(call: Call, fault: Fault) -> Answer:
    account = {"id": OTHER_ACCOUNT, "employer": {"id": EMPLOYER_ID, "name": "Северный ветер, филиал"}}
    return error(403, "manager_accounts", "used_manager_account_forbidden", allowed_accounts=[account])


def _refuse(call: Call, fault: Fault) -> Answer:
    options = fault.options
    return error(options.get("status", 403), options.get("type", "forbidden"), options.get("value"))


def _grant_error(call: Call, fault: Fault) -> Answer:
    error_ = fault.options.get("error", "invalid_grant")
    return Answer(
        400, {"error": error_, "error_description": fault.options.get("description", "token was revoked")}
    )


BEFORE: dict[str, Before] = {
    "rate_429": _rate,
    "view_limit": lambda call, fault: error(429, "resumes", "view_limit_exceeded"),
    "search_limit": lambda call, fault: error(429, "resumes", "daily_resume_search_limit_exceeded"),
    "forbidden_html": lambda call, fault: page(403, "DDoS-Guard"),
    "forbidden_bare": lambda call, fault: error(403, "forbidden"),
    "bad_authorization": lambda call, fault: error(403, "oauth", "bad_authorization"),
    "token_expired": lambda call, fault: error(403, "oauth", "token_expired"),
    "token_revoked": lambda call, fault: error(403, "oauth", "token_revoked"),
    "captcha": _captcha,
    "api_access_payment": lambda call, fault: error(403, "api_access_payment", "action_must_be_payed"),
    "used_manager_account_forbidden": _other_account,
    "server_html_5xx": lambda call, fault: page(fault.options.get("status", 500), "Internal Server Error"),
    "bad_gateway": lambda call, fault: error(502, "bad_gateway"),
    "refuse": _refuse,
    "grant_error": _grant_error,
    "expired_url": lambda call, fault: error(404, "not_found"),
    "not_found": lambda call, fault: error(404, "not_found"),
    "silent_204": lambda call, fault: Answer(204, raw=b"", content_type=""),
    "wrong_content": lambda call, fault: page(200, "Войдите на сайт"),
}
WIRE = frozenset(("lost_answer", "cut_before", "slow_drip", "truncated_body", "huge_body"))


def _ghost(call: Call, answer: Answer, fault: Fault) -> Answer:
    for items in lists_of_items(answer.body):
        for item in items[: fault.options.get("count", 1)]:
            if isinstance(item, dict) and "resume" in item:
                item["resume"] = None
    return answer


def _null_items(call: Call, answer: Answer, fault: Fault) -> Answer:
    for items in lists_of_items(answer.body):
        items[fault.options.get("at", 0) : fault.options.get("at", 0)] = [None]
    return answer


def _nulls(call: Call, answer: Answer, fault: Fault) -> Answer:
    """These fields are null wherever they stand; with ``lists`` a null stands first in every list too."""
    fields, lists = fault.options.get("fields", ()), fault.options.get("lists", False)
    for node in each_object(answer.body):
        for key, value in node.items():
            if key in fields:
                node[key] = None
            elif lists and isinstance(value, list):
                value.insert(0, None)
    return answer


def _odd_item(call: Call, answer: Answer, fault: Fault) -> Answer:
    for items in lists_of_items(answer.body):
        if items:
            items[min(fault.options.get("at", 0), len(items) - 1)] = fault.options.get("item", "odd item")
    return answer


def _dates(call: Call, answer: Answer, fault: Fault) -> Answer:
    for node in each_object(answer.body):
        for key, value in node.items():
            if isinstance(value, str) and key.endswith("_at") and value[4:5] == "-":
                node[key] = fault.options.get("text", "31.02.2026 25:61")
    return answer


def _unknown_field(call: Call, answer: Answer, fault: Fault) -> Answer:
    for node in each_object(answer.body):
        node["sandbox_new_field"] = {"deep": [1, None, "text"]}
    return answer


def _unknown_stage(call: Call, answer: Answer, fault: Fault) -> Answer:
    state = {"id": "trial_day", "name": "Пробный день"}
    for node in each_object(answer.body):
        if isinstance(node.get("collections"), list) and node["collections"]:
            pattern = node["collections"][0]
            node["collections"].insert(
                2, {**pattern, "id": "trial_day", "name": "Пробный день", "sub_collections": []}
            )
            node["employer_states"].append(state)
        if "employer_state" in node and "source" in node:
            node["employer_state"] = state
    return answer


def _each_action(answer: Answer) -> list[dict[str, Any]]:
    lists = [node.get("actions") or node.get("negotiations_actions") for node in each_object(answer.body)]
    return [action for actions in lists if isinstance(actions, list) for action in actions]


def _unknown_action(call: Call, answer: Answer, fault: Fault) -> Answer:
    for node in each_object(answer.body):
        for key in ("actions", "negotiations_actions"):
            actions = node.get(key)
            if isinstance(actions, list) and actions:
                actions.append({**actions[0], "id": "trial_day", "name": "Пригласить на пробный день"})
    return answer


def _unknown_argument(call: Call, answer: Answer, fault: Fault) -> Answer:
    required = fault.name == "unknown_required_argument"
    for action in _each_action(answer):
        action["arguments"] = [
            *action["arguments"],
            {"id": "meeting_room", "required": required, "required_arguments": []},
        ]
    return answer


def _hostile_name(call: Call, answer: Answer, fault: Fault) -> Answer:
    name = fault.options.get("name", "..%2F..%2F.bashrc")
    for node in each_object(answer.body):
        url = node.get("url")
        if isinstance(url, str) and "/download/" in url:
            head, _, tail = url.partition("/download/")
            node["url"] = f"{head}/download/{name}?{tail.partition('?')[2]}"
    if answer.raw is not None:
        answer.headers["Content-Disposition"] = (
            "attachment; filename=\"../../.bashrc\"; filename*=UTF-8''..%2F.bashrc"
        )
    return answer


def _repeated(call: Call, answer: Answer, fault: Fault) -> Answer:
    """Pages after the first begin with an item that the page before already showed."""
    first = call.world.page_memory.get(call.operation)
    for items in lists_of_items(answer.body):
        if answer.body.get("page", 0) and first is not None and items:
            items[0] = first
        elif items:
            call.world.page_memory[call.operation] = items[-1]
    return answer


def _vanishing(call: Call, answer: Answer, fault: Fault) -> Answer:
    for items in lists_of_items(answer.body):
        if items and answer.body.get("page", 0) >= fault.options.get("page", 1):
            del items[0]
    return answer


def _fields(call: Call, answer: Answer, fault: Fault) -> Answer:
    """Set fields of the answer as the options say, for traps that have no name yet."""
    if isinstance(answer.body, dict):
        answer.body.update(json.loads(json.dumps(fault.options.get("fields", {}))))
    return answer


AFTER: dict[str, After] = {
    "ghost": _ghost,
    "null_items": _null_items,
    "nulls": _nulls,
    "odd_item": _odd_item,
    "malformed_dates": _dates,
    "unknown_field": _unknown_field,
    "unknown_stage": _unknown_stage,
    "unknown_action": _unknown_action,
    "unknown_optional_argument": _unknown_argument,
    "unknown_required_argument": _unknown_argument,
    "hostile_file_name": _hostile_name,
    "repeated_items": _repeated,
    "vanishing_items": _vanishing,
    "fields": _fields,
}
SITE = frozenset(("redirect_uri",))
"""Traps of the site part: with ``redirect_uri`` every address is a wrong one."""
NAMES = frozenset((*BEFORE, *AFTER, *WIRE, *SITE))
