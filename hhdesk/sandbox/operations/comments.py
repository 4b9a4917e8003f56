"""Notes about a person: they hang on the owner of resumes, not on a resume."""

from __future__ import annotations

from hhdesk.sandbox.accounts import MANAGER_ID
from hhdesk.sandbox.call import (
    Answer,
    Call,
    Json,
    Refusal,
    bad_argument,
    not_found,
    nothing,
    operation,
    paged,
)
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.fields import entry, ids
from hhdesk.sandbox.records import Comment
from hhdesk.sandbox.resume_view import FIRST_OWNER
from hhdesk.sandbox.vacancy_book import MANAGERS


def _applicant(call: Call) -> int:
    text = call.path["applicant_id"]
    person = int(text) - FIRST_OWNER if text.isdigit() else -1
    if not 0 <= person < call.world.resume_count:
        raise not_found()
    return person


def _item(comment: Comment) -> Json:
    author = next(manager for manager in MANAGERS if manager.id == comment.manager)
    return {
        "id": comment.id,
        "text": comment.text,
        "access_type": entry("applicant_comment_access_type", comment.access),
        "author": {"full_name": " ".join(filter(None, author.name))},
        "created_at": stamp(comment.created),
        "is_mine": comment.manager == MANAGER_ID,
    }


@operation("get-applicant-comments-list")
def comments(call: Call) -> Json:
    """Own notes and those that colleagues share."""
    order = call.one("order_by") or "creation_time_desc"
    if order not in ids("applicant_comments_order"):
        raise bad_argument("order_by")
    found = sorted(call.world.comments_of(_applicant(call)), key=lambda comment: comment.created)
    if order == "creation_time_desc":
        found.reverse()
    return paged(call, [_item(comment) for comment in found], 20, 100)


@operation("add-applicant-comment")
def add(call: Call) -> Answer:
    """A new note; the same text twice makes two notes."""
    person, world = _applicant(call), call.world
    text, access = call.field("text"), call.field("access_type")
    if not text or not text.strip():
        raise bad_argument("text")
    if access not in ids("applicant_comment_access_type"):
        raise bad_argument("access_type")
    at = world.tick()
    comment = Comment(str(880_000_000 + world.ticks), person, MANAGER_ID, text, access, at)
    world.comments_of(person).append(comment)
    return Answer(201, _item(comment))


def _own(call: Call) -> Comment:
    for comment in call.world.comments_of(_applicant(call)):
        if comment.id == call.path["comment_id"]:
            if comment.manager != MANAGER_ID:
                raise Refusal(403, "forbidden")
            return comment
    raise not_found()


@operation("update-applicant-comment")
def update(call: Call) -> Answer:
    """A new text or another access; what is not sent stays."""
    comment, access = _own(call), call.field("access_type")
    if access is not None and access not in ids("applicant_comment_access_type"):
        raise bad_argument("access_type")
    comment.text = call.field("text") or comment.text
    comment.access = access or comment.access
    return nothing()


@operation("delete-applicant-comment")
def delete(call: Call) -> Answer:
    """Gone."""
    call.world.comments_of(_applicant(call)).remove(_own(call))
    return nothing()
