"""What happens on hh.ru without us: candidates write, colleagues move, tokens end.

Served by ``POST /_sandbox/set``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hhdesk.sandbox.records import Change, Topic
from hhdesk.sandbox.world import World


def _views_left(world: World, value: int) -> Any:
    world.quotas.views_limit = world.quotas.views_spent + int(value)
    return value


def _contacts_left(world: World, value: int) -> Any:
    world.quotas.contacts_left = int(value)
    return value


def _search_limit(world: World, value: bool) -> Any:
    world.quotas.search_limit_reached = bool(value)
    return value


def _close_methods(world: World, value: list[str]) -> Any:
    world.quotas.methods_closed = set(value)
    return value


def _expire_tokens(world: World, value: Any) -> Any:
    for token in world.accounts.tokens.values():
        token.expired = True
    return len(world.accounts.tokens)


def _revoke_tokens(world: World, value: Any) -> Any:
    for token in world.accounts.tokens.values():
        token.revoked = True
    return len(world.accounts.tokens)


def _redirect_uri(world: World, value: str | None) -> Any:
    world.accounts.redirect_uri = value
    return value


def _expire_urls(world: World, value: Any) -> Any:
    world.photo_epoch += 1
    world.upload_links.clear()
    return world.photo_epoch


def _archive_vacancy(world: World, value: str) -> Any:
    vacancy = world.vacancies[value]
    vacancy.shelf, vacancy.archived = "archived", world.tick()
    return value


def _withdraw_resume(world: World, value: str) -> Any:
    index = world.resume_index(value)
    if index is None:
        raise LookupError(f"no resume {value}")
    world.withdrawn.add(index)
    world.search_results.clear()
    return value


def _update_resume(world: World, value: str) -> Any:
    index = world.resume_index(value)
    if index is None:
        raise LookupError(f"no resume {value}")
    world.updated[index] = world.tick()
    world.search_results.clear()
    return world.updated[index].isoformat()


def _topic(world: World, value: dict[str, Any]) -> Topic:
    topic = world.topics.get(str(value.get("topic_id"))) or world.topics.by_chat(str(value.get("chat_id")))
    if topic is None:
        raise LookupError(f"no topic {value}")
    return topic


def _candidate_writes(world: World, value: dict[str, Any]) -> Any:
    topic = _topic(world, value)
    message = world.topics.say(topic, "applicant", value.get("text", "Здравствуйте! Есть ли новости?"))
    return {"chat_id": str(topic.chat_id), "message_id": str(message.id)}


def _colleague_moves(world: World, value: dict[str, Any]) -> Any:
    topic = _topic(world, value)
    topic.stage, topic.substage, topic.updated = value["stage"], None, world.tick()
    topic.history.append(Change(topic.stage, topic.updated, False))
    return {"topic_id": topic.id, "stage": topic.stage}


def _new_response(world: World, value: dict[str, Any]) -> Any:
    vacancy = world.vacancies[str(value["vacancy_id"])]
    taken = {topic.resume for topic in world.topics.of(vacancy.id)}
    if value.get("resume_id"):
        resume = world.resume_index(value["resume_id"])
    else:
        resume = next(i for i in range(world.resume_count) if i not in taken and i not in world.withdrawn)
    if resume is None or resume in taken:
        raise LookupError("no such resume, or it has responded already")
    topic = world.topics.add(vacancy, resume, "response", applied=True)
    world.topics.say(topic, "applicant", value.get("text", "Здравствуйте! Прошу рассмотреть моё резюме."))
    return {"topic_id": topic.id, "chat_id": str(topic.chat_id), "resume_id": world.resume_id(resume)}


def _close_chat(world: World, value: dict[str, Any]) -> Any:
    topic = _topic(world, value)
    topic.writing = value.get("reason", "ARCHIVED_BY_EMPLOYER")
    return {"chat_id": str(topic.chat_id)}


CHANGES: dict[str, Callable[[World, Any], Any]] = {
    "views_left": _views_left,
    "contacts_left": _contacts_left,
    "search_limit": _search_limit,
    "close_methods": _close_methods,
    "expire_tokens": _expire_tokens,
    "revoke_tokens": _revoke_tokens,
    "redirect_uri": _redirect_uri,
    "expire_urls": _expire_urls,
    "archive_vacancy": _archive_vacancy,
    "withdraw_resume": _withdraw_resume,
    "update_resume": _update_resume,
    "candidate_writes": _candidate_writes,
    "colleague_moves": _colleague_moves,
    "new_response": _new_response,
    "close_chat": _close_chat,
}
