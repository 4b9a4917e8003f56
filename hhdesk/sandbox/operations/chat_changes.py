"""What can be changed in a chat after the fact."""

from __future__ import annotations

from hhdesk.sandbox.call import Answer, Call, Refusal, bad_argument, nothing, operation
from hhdesk.sandbox.operations.chats import TEXT_LIMIT, missing, topic_of_chat
from hhdesk.sandbox.records import Message, Topic


def _own_message(call: Call) -> tuple[Topic, Message]:
    topic = topic_of_chat(call)
    for message in topic.messages:
        if str(message.id) == call.path["message_id"]:
            if message.author != "employer" or message.key is None:
                raise Refusal(403, "forbidden", reason="message_edit_not_allowed")
            return topic, message
    raise missing()


@operation("chat-message-put")
def edit(call: Call) -> Answer:
    """Another text for an own message."""
    _, message = _own_message(call)
    text = call.body.get("text") if isinstance(call.body, dict) else None
    if not isinstance(text, str) or not text.strip() or len(text) > TEXT_LIMIT:
        raise Refusal(400, "text", reason="required")
    message.text, message.edited = text, call.world.tick()
    return nothing()


@operation("chat-message-delete")
def delete(call: Call) -> Answer:
    """An own message is gone."""
    topic, message = _own_message(call)
    topic.messages.remove(message)
    return nothing()


@operation("leave-chat")
def leave(call: Call) -> Answer:
    """The recruiter leaves; the chat stays readable here."""
    topic_of_chat(call).writing = "ARCHIVED_BY_EMPLOYER"
    return nothing()


@operation("set-write-possibility-common")
def write_possibility(call: Call) -> Answer:
    """Whether the candidate may write."""
    if call.one("applicant_write_possibility") is None:
        raise bad_argument("applicant_write_possibility")
    call.flag("applicant_write_possibility")
    topic_of_chat(call)
    return nothing()
