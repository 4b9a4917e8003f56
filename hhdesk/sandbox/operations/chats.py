"""Chats of responses and invitations."""

from __future__ import annotations

import uuid

from hhdesk.sandbox.call import Answer, Call, Json, Refusal, nothing, operation
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.records import Message, Topic
from hhdesk.sandbox.resume_view import name_of
from hhdesk.sandbox.vacancy_book import COMPANY, MANAGERS

TEXT_LIMIT = 20_000


def missing(reason: str | None = None) -> Refusal:
    """404 of the chats."""
    return Refusal(404, "not_found", **({"reason": reason} if reason else {}))


def _bad(reason: str) -> Refusal:
    return Refusal(400, "bad_argument", reason=reason)


def topic_of_chat(call: Call) -> Topic:
    """The topic whose chat the path names. Raises Refusal (404)."""
    topic = call.world.topics.by_chat(call.path["chat_id"])
    if topic is None:
        raise missing()
    return topic


def _with_chat(call: Call) -> list[Topic]:
    topics = [topic for topic in call.world.topics.all() if topic.messages]
    return sorted(topics, key=lambda topic: (topic.messages[-1].at, topic.chat_id), reverse=True)


def _applicant_name(call: Call, topic: Topic) -> str:
    name = name_of(call.world, topic.resume)
    return f"{name.first} {name.last}"


def _participant(topic: Topic, author: str) -> str:
    return str(topic.chat_id * 10 + (1 if author == "employer" else 2))


def _sender(call: Call, topic: Topic, author: str) -> Json:
    ours = author == "employer"
    return {
        "icon": None,
        "is_current_participant": ours,
        "name": COMPANY if ours else _applicant_name(call, topic),
        "role": "EMPLOYER" if ours else "APPLICANT",
    }


def _chat(call: Call, topic: Topic) -> dict[str, Json]:
    vacancy = call.world.vacancies[topic.vacancy_id]
    return {
        "id": str(topic.chat_id),
        "type": "NEGOTIATION",
        "display": {"icon": None, "title": f"{_applicant_name(call, topic)}, {vacancy.title}"},
        "creation_time": stamp(topic.created),
        "unread_message_count": topic.unread_messages(),
        "muted": False,
        "block_reason": None,
    }


@operation("get-common-chat-list")
def chat_list(call: Call) -> Json:
    """Chats, the latest first."""
    topics = _with_chat(call)
    if call.flag("filter_unread"):
        topics = [topic for topic in topics if topic.unread_messages()]
    call.flag("filter_has_text_message")
    page, size = call.number("page", 0, 0, 50), call.number("per_page", 20, 1, 20)
    items = []
    for topic in topics[page * size : (page + 1) * size]:
        last = topic.messages[-1]
        message = {
            "id": str(last.id),
            "creation_time": stamp(last.at),
            "payload": _payload(call, last),
            "sender_participant_id": _participant(topic, last.author),
            "sender_display_info": _sender(call, topic, last.author),
            "viewed_by_opponent": last.seen_by_applicant,
        }
        items.append({**_chat(call, topic), "last_message": message})
    pages = min(51, -(-len(topics) // size))
    return {"found": len(topics), "page": page, "pages": pages, "per_page": size, "items": items}


@operation("unread-chats-count")
def unread_chats(call: Call) -> Json:
    """How many chats have unread messages, as a string."""
    return {"unread_chats_count": str(sum(topic.unread_messages() > 0 for topic in call.world.topics.all()))}


@operation("get-chat-messages")
def messages(call: Call) -> Json:
    """Messages from one on, itself included, towards the past (prev) or the present (next)."""
    topic = topic_of_chat(call)
    order, limit = call.one("order") or "next", call.number("limit", 20, 1, 50)
    if order not in ("prev", "next"):
        raise _bad("bad_order")
    start = call.one("start_message_id")
    known = [message.id for message in topic.messages]
    if start is not None and (not start.isdigit() or int(start) not in known):
        raise _bad("bad_start_message_id")
    if order == "next":
        rest = [message for message in topic.messages if start is None or message.id >= int(start)]
        chosen = rest[:limit]
    else:
        rest = [message for message in topic.messages if start is None or message.id <= int(start)]
        chosen = rest[-limit:]
    call.world.trace(call.operation, chat_id=str(topic.chat_id), topic_id=topic.id)
    writing: dict[str, Json] = {"allowed": topic.writing is None}
    if topic.writing:
        writing["reason"] = topic.writing
    return {
        **_chat(call, topic),
        "has_more": len(rest) > len(chosen),
        "messages": [_message(call, topic, message) for message in chosen],
        "chat_states": {
            "write_message_state": writing,
            "send_file_state": {"allowed": topic.writing is None},
        },
    }


def _payload(call: Call, message: Message) -> Json:
    if not message.files:
        return {"text": message.text}
    sent = [call.world.uploads[id_] for id_ in message.files]
    attachments = [
        {
            "title": upload.name,
            "content_type": upload.content_type,
            "url": call.url(f"/files/chat/{upload.id}"),
            "preview": None,
        }
        for upload in sent
    ]
    return {"text": None, "attachments": attachments}


def _message(call: Call, topic: Topic, message: Message) -> Json:
    return {
        "id": str(message.id),
        "type": "SIMPLE",
        "creation_time": stamp(message.at),
        "last_change_time": stamp(message.edited) if message.edited else None,
        "can_edit": message.author == "employer" and message.key is not None,
        "payload": _payload(call, message),
        "sender_participant_id": _participant(topic, message.author),
        "sender_display_info": _sender(call, topic, message.author),
        "viewed_by_opponent": message.seen_by_applicant,
    }


@operation("chat-message-post")
def post(call: Call) -> Answer:
    """A message under a key; the same key a second time is 409."""
    topic, body = topic_of_chat(call), call.body
    if not isinstance(body, dict):
        raise Refusal(400, "bad_json_data", reason="invalid")
    key, text = body.get("idempotency_key"), body.get("text")
    if set(body) - {"idempotency_key", "text", "is_automated", "file_upload_ids"}:
        raise Refusal(400, "bad_json_data", reason="invalid")
    try:
        uuid.UUID(str(key))
    except ValueError:
        raise Refusal(400, "bad_json_data", "idempotency_key", reason="invalid") from None
    if text is not None and body.get("file_upload_ids"):
        raise Refusal(400, "multiple_fields", reason="text_or_file_upload_ids")
    files = body.get("file_upload_ids") or []
    if files and (len(files) > 1 or not set(files) <= set(call.world.uploads)):
        raise Refusal(400, "bad_argument", reason="file_upload_ids")
    if not files and (not isinstance(text, str) or not text.strip()):
        raise Refusal(400, "text", reason="required")
    if text and len(text) > TEXT_LIMIT:
        raise Refusal(400, "bad_argument", reason="too_long_value")
    if any(message.key == key for message in topic.messages):
        raise Refusal(409, "conflict", reason="idempotency_key")
    if topic.writing is not None:
        raise Refusal(403, "forbidden", reason="chat_blocked")
    message = call.world.topics.say(topic, "employer", text or "", str(key))
    message.files = list(files)
    topic.last_read = message.id
    return Answer(201, {"id": str(message.id)})


@operation("get-participant-list")
def participants(call: Call) -> Json:
    """The recruiter and the candidate."""
    topic = topic_of_chat(call)
    ours = {
        "id": _participant(topic, "employer"),
        "name": f"{MANAGERS[0].name.first} {MANAGERS[0].name.last}",
        "role": "EMPLOYER",
        "type": "USER",
        "icon": None,
        "last_viewed_message_id": str(topic.last_read) if topic.last_read else None,
    }
    seen = [message.id for message in topic.messages if message.seen_by_applicant]
    theirs = {
        "id": _participant(topic, "applicant"),
        "name": _applicant_name(call, topic),
        "role": "APPLICANT",
        "type": "USER",
        "icon": None,
        "last_viewed_message_id": str(seen[-1]) if seen else None,
    }
    return {"items": [ours, theirs]}


@operation("set-last-viewed-message")
def read(call: Call) -> Answer:
    """Everything up to a message is read."""
    topic, id_ = topic_of_chat(call), call.path["message_id"]
    if not id_.isdigit():
        raise _bad("not integer value")
    if int(id_) not in [message.id for message in topic.messages]:
        raise missing()
    topic.last_read = max(topic.last_read, int(id_))
    topic.unread = False
    return nothing()
