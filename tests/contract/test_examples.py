"""All examples of answers that the specification gives for our operations decode, whole and with holes."""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hhdesk.api import decode
from hhdesk.api.decode.account import token_answer
from hhdesk.api.errors import from_answer
from hhdesk.domain.errors import HhdeskError, Refused, UnreadableAnswer
from hhdesk.domain.identity import VacancyId
from hhdesk.domain.values import Page, Unreadable
from tests.contract.examples import Example, Examples
from tests.contract.specification import specification

DECODERS: dict[str, Callable[[bytes], object]] = {
    "search-for-resumes": decode.resume_page,
    "get-resume": decode.resume,
    "get-active-vacancy-list": decode.vacancy_page,
    "get-archived-vacancies": decode.vacancy_page,
    "get-vacancy": decode.vacancy,
    "get-vacancy-stats": decode.vacancy_days,
    "get-negotiations": lambda body: decode.collections(body, VacancyId("1")),
    "get-collection-negotiations-list": decode.response_page,
    "get-negotiation-item": decode.response,
    "get-negotiation-message-templates": decode.letter,
    "get-chat-messages": decode.chat,
    "chat-message-post": decode.posted_message,
    "unread-chats-count": decode.unread_chats,
    "get-current-user-info": decode.me,
    "get-manager-accounts": decode.manager_accounts,
    "get-employer-manager-limits": decode.quota,
    "get-payable-api-method-access": decode.method_access,
    "get-employer-addresses": decode.addresses,
    "get-dictionaries": decode.dictionaries,
    "get-areas": decode.areas,
    "get-professional-roles-dictionary": decode.roles,
    "get-areas-suggests": decode.suggestions,
    "get-resume-search-keywords-suggests": decode.suggestions,
    "get-professional-roles-suggests": decode.suggestions,
    "get-skill-set-suggests": decode.suggestions,
    "get-educational-institutions-suggests": decode.suggestions,
    "authorize": token_answer,
}
"""Every operation of ours that answers with JSON, and what reads it."""

SHORT = {
    "authorize",  # its text form shows nothing
    "unread-chats-count",
    "chat-message-post",
    "get-professional-roles-dictionary",  # the only role of the example is deprecated
}
"""Operations whose decoded example has a short text form, for a reason."""

WRITES = {
    "change-negotiation-action",
    "invite-applicant-to-vacancy",
    "post-negotiations-topics-read",
    "invalidate-token",
}
"""Operations of ours whose success has nothing to be read."""

ALL = list(Examples(specification()).all())
SUCCESSES = [example for example in ALL if example.operation in DECODERS and example.status.startswith("2")]
REFUSALS = [
    example for example in ALL if example.operation in {*DECODERS, *WRITES} and example.status.startswith("4")
]


def encoded(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def test_every_operation_of_ours_has_an_example() -> None:
    assert {example.operation for example in SUCCESSES} == set(DECODERS)
    assert len(REFUSALS) > 30


@pytest.mark.parametrize("example", SUCCESSES, ids=str)
def test_examples_decode_without_a_loss(example: Example, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    value = DECODERS[example.operation](encoded(example.value))
    assert not caplog.records
    assert value is not None
    assert "Unreadable(" not in repr(value)
    if isinstance(value, Page):
        assert len(value.rows) == len(example.value["items"]) > 0
    if example.operation not in SHORT:
        assert len(repr(value)) > 30, "nothing but defaults was understood"


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place inside a JSON value."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value[:2]):
            yield from places(inner, (*path, number))


def with_null(value: Any, path: tuple[str | int, ...]) -> Any:
    """A copy with null at one place."""
    changed = copy.deepcopy(value)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = None
    return changed


@pytest.mark.parametrize("example", SUCCESSES, ids=str)
def test_null_anywhere_is_survived(example: Example) -> None:
    """Only what carries an answer (its id, its token) may be missed; one hole never empties a list."""
    read, whole = DECODERS[example.operation], example.value
    if len(encoded(whole)) > 40_000:
        whole = {name: inner[:2] for name, inner in whole.items()} if isinstance(whole, dict) else whole[:1]
    for path in places(whole):
        try:
            value = read(encoded(with_null(whole, path)))
        except UnreadableAnswer:
            assert path[-1] in ("id", "access_token"), path
            continue
        if isinstance(value, Page) and path[0] == "items" and len(path) > 2:
            odd = [row.value for row in value.rows if isinstance(row.value, Unreadable)]
            assert len(value.rows) == len(whole["items"])
            assert not odd or path[-1] == "id", path


@pytest.mark.parametrize(
    "example",
    # The top level of the dictionaries is a table of names, not of fields.
    [example for example in SUCCESSES if example.operation != "get-dictionaries"],
    ids=str,
)
def test_unknown_fields_and_numbers_for_ids_pass(example: Example) -> None:
    def changed(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {**{key: changed(inner, key) for key, inner in value.items()}, "new_field": {"a": [1]}}
        if isinstance(value, list):
            return [changed(inner) for inner in value]
        return int(value) if name == "id" and isinstance(value, str) and value.isdigit() else value

    read = DECODERS[example.operation]
    before, after = read(encoded(example.value)), read(encoded(changed(example.value)))
    assert strip(before) == strip(after)


def strip(value: object) -> object:
    """A value without the bytes that it came from."""
    if isinstance(value, Page):
        return [row.value for row in value.rows]
    return getattr(value, "value", value)


@pytest.mark.parametrize("example", REFUSALS, ids=str)
def test_examples_of_refusals_are_known(example: Example) -> None:
    url_kind = "token" if example.operation == "authorize" else "api"
    error = from_answer(int(example.status), {}, encoded(example.value), url_kind=url_kind)  # type: ignore[arg-type]  # a literal by the line above
    assert isinstance(error, HhdeskError)
    assert type(error) is not Refused, error


def refusals_of_schemas() -> Iterator[tuple[str, str, str]]:
    """Every (schema, type, word) of the error schemas: a word is a `value` or a `reason`."""
    for name, schema in specification().document["components"]["schemas"].items():
        fields = schema.get("properties", {})
        types = fields.get("type", {}).get("enum", ())
        for place in ("value", "reason"):
            for word in fields.get(place, {}).get("enum", ()):
                if name.startswith("Errors") and types:
                    yield f"{name}.{place}", " ".join(types), word


@pytest.mark.parametrize(("place", "types", "word"), list(refusals_of_schemas()))
def test_every_documented_word_has_a_class(place: str, types: str, word: str) -> None:
    field = place.rpartition(".")[2]
    found = {
        type(from_answer(400, {}, encoded({"errors": [{"type": kind, field: word}]})))
        for kind in types.split()
    }
    assert found - {Refused}, (place, types, word)
