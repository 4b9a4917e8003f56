"""Lenient in: what hh.ru sends oddly is lost alone, and never told by value."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhdesk.api import decode
from hhdesk.api.decode.primitives import day, moment, whole
from hhdesk.api.decode.resume_wire import WireResumeShort
from hhdesk.domain.errors import UnreadableAnswer
from hhdesk.domain.resumes import ContactKind, ContactView
from hhdesk.domain.values import Named, Salary, Unreadable

MOSCOW = timezone(timedelta(hours=3))
NOON = datetime(2026, 5, 1, 12, 0, tzinfo=MOSCOW)


def body(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def page(*items: object, **more: object) -> bytes:
    return body({"items": list(items), "found": len(items), "page": 0, "pages": 1, "per_page": 20, **more})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-01T12:00:00+0300", NOON),
        ("2026-05-01T12:00:00+03:00", NOON),
        ("2026-05-01T09:00:00Z", NOON),
        ("2026-05-01T12:00:00.061+03:00", NOON.replace(microsecond=61_000)),
        ("2026-05-01T12:00:00.123456+0300", NOON.replace(microsecond=123_456)),
        (" 2026-05-01T12:00:00+0300 ", NOON),
        ("2026-05-01", datetime(2026, 5, 1, tzinfo=UTC)),
        ("2026-13-01T12:00:00+0300", None),
        ("0001-01-01T00:00:00+0300", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-0300", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (1_700_000_000, None),
    ],
)
def test_moments(text: str | int | None, expected: datetime | None) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-01", date(2026, 5, 1)),
        ("2026-05", date(2026, 5, 1)),
        ("2026-05-01T12:00:00+0300", date(2026, 5, 1)),
        ("2026-02-30", None),
        ("1941-05-09", date(1941, 5, 9)),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("0000-00-00", None),
        ("май", None),
        (None, None),
        (5, None),
    ],
)
def test_days(text: str | int | None, expected: date | None) -> None:
    assert day(text) == expected


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    for read in (moment, day):
        found = read(text)
        assert found is None or isinstance(found, date)
    found = moment(text)
    assert found is None or found.tzinfo is not None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, 7),
        (7.0, 7),
        ("7", 7),
        ("x", None),
        (None, None),
        (float("inf"), None),
        ("", None),
        (10**25, None),
        (-(10**25), None),
        ("1e25", None),
    ],
)
def test_numbers(value: int | float | str | None, expected: int | None) -> None:
    assert whole(value) == expected


def test_a_nameless_resume() -> None:
    nulls = dict.fromkeys(name for name in WireResumeShort.__struct_fields__ if name != "id")
    short = decode.resume_short(body({"id": 5, **nulls}))
    assert (short.id, short.full_name, short.age, short.can_view_full_info) == ("5", "", None, None)
    full = decode.resume(body({"id": 5, **nulls, "contact": None, "metro": None, "paid_services": None}))
    assert (full.id, full.contacts, full.contact_view) == ("5", (), ContactView.UNKNOWN)


def test_odd_items_become_rows_that_say_so(caplog: pytest.LogCaptureFixture) -> None:
    found = decode.resume_page(
        page(
            {"id": 1},
            None,
            {"title": "no id"},
            "SECRET",
            {"id": 2, "title": {"SECRET": 1}},
            {"id": "3", "age": "30"},
        )
    )
    assert [getattr(row.value, "id", None) for row in found.rows] == ["1", None, None, None, "3"]
    odd = [row.value for row in found.rows if isinstance(row.value, Unreadable)]
    assert [value.path for value in odd] == ["$.items[2]", "$.items[3]", "$.items[4].title"]
    assert [value.expected for value in odd] == ["required field", "object", "str | null"]
    assert found.rows[3].body == b'{"id": 2, "title": {"SECRET": 1}}'
    assert [value.id for value in found.values] == ["1", "3"]
    assert "SECRET" not in caplog.text
    assert caplog.records


def test_an_odd_part_of_a_full_resume_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    full = decode.resume(
        body(
            {
                "id": "5",
                "title": "Сварщик",
                "metro": "SECRET",
                "salary": {"amount": {"SECRET": 1}, "currency": "RUR"},
            }
        )
    )
    assert (full.title, full.metro, full.salary) == ("Сварщик", "", None)
    assert "SECRET" not in caplog.text
    wholly_odd: tuple[object, ...] = ({"id": {"a": 1}}, {"title": "no id"}, [], "text", None)
    for value in wholly_odd:
        with pytest.raises(UnreadableAnswer, match=r"\$"):
            decode.resume(body(value))


def test_a_response_with_an_odd_resume_is_not_taken_for_a_withdrawn_one() -> None:
    with pytest.raises(UnreadableAnswer):
        decode.response(body({"id": 1, "resume": {"title": "no id"}}))
    assert decode.response(body({"id": 1, "resume": None})).resume is None


def test_an_act_that_is_only_half_understood_is_not_offered() -> None:
    good = {
        "id": "a",
        "name": "A",
        "method": "put",
        "url": "/x",
        "arguments": [{"id": "message", "required": True}],
    }
    response = decode.response(
        body(
            {
                "id": 1,
                "actions": [
                    good,
                    {**good, "id": "b", "arguments": [{"required": True}]},
                    {**good, "id": "c", "arguments": "message"},
                    {**good, "id": "d", "url": None},
                    {
                        **good,
                        "id": "e",
                        "enabled": False,
                        "arguments": [None, {"id": "salary", "required": True}],
                    },
                ],
            }
        )
    )
    assert [action.id for action in response.actions] == ["a", "e"]
    first, last = response.actions
    assert (first.method, first.enabled, first.requires("message")) == ("PUT", True, True)
    assert (last.enabled, last.unknown_required) == (False, ("salary",))


def test_a_collection_page_counts_what_is_hidden() -> None:
    found = decode.response_page(
        page({"id": 1, "chat_id": 17, "resume": None, "source": "NEW_ONE"}, hidden_count=3)
    )
    assert found.hidden == 3
    assert (found.values[0].chat_id, found.values[0].source) == ("17", "NEW_ONE")
    assert decode.response_page(page(hidden_count=None)).hidden == 0


def test_contacts_in_old_and_new_form() -> None:
    full = decode.resume(
        body(
            {
                "id": 1,
                "contact": [
                    {"kind": "phone", "contact_value": "+7 1", "type": {"id": "cell", "name": "Мобильный"}},
                    {
                        "kind": "phone",
                        "value": {"formatted": "+7 2", "city": "1", "country": "7", "number": "2"},
                    },
                    {"type": {"id": "email"}, "value": "a@example.com", "kind": "email", "preferred": True},
                    {"kind": "phone", "contact_value": None, "value": None},
                    {"kind": "carrier_pigeon", "contact_value": "coo"},
                    None,
                ],
                "contact_view_status": "IPC",
            }
        )
    )
    assert [(contact.kind, contact.value) for contact in full.contacts] == [
        (ContactKind.PHONE, "+7 1"),
        (ContactKind.PHONE, "+7 2"),
        (ContactKind.EMAIL, "a@example.com"),
        (ContactKind.OTHER, "coo"),
    ]
    assert full.contact_view is ContactView.IPC
    assert decode.resume(body({"id": 1, "contact_view_status": "NEW"})).contact_view is ContactView.UNKNOWN


def test_salaries() -> None:
    def salary(value: object) -> Salary | None:
        return decode.resume_short(body({"id": 1, "salary": value})).salary

    assert salary({"amount": 5, "currency": "RUR"}) == Salary(amount=5, currency="RUR")
    assert salary({"amount": None, "currency": "RUR"}) is None
    assert salary(None) is None


def test_the_four_shapes_of_me() -> None:
    flags = {"is_admin": False, "is_applicant": False, "is_application": False, "is_employer": False}
    application = decode.me(body({**flags, "is_application": True, "auth_type": "application"})).value
    applicant = decode.me(
        body({**flags, "is_applicant": True, "id": "1", "employer": None, "manager": None})
    ).value
    manager = decode.me(
        body(
            {
                **flags,
                "is_employer": True,
                "id": "1",
                "employer": {"id": 2, "name": "X", "manager_id": "3"},
                "manager": {"id": "3", "has_multiple_manager_accounts": True},
            }
        )
    ).value
    integration = decode.me(
        body({**flags, "is_employer_integration": True, "employer": {"id": "2", "name": "X"}})
    ).value
    assert [me.is_employer for me in (application, applicant, manager, integration)] == [
        False,
        False,
        True,
        False,
    ]
    assert (manager.employer_id, manager.manager_id, manager.has_several_accounts) == ("2", "3", True)
    assert applicant.employer_id is None


def test_quota_says_what_the_answer_says() -> None:
    assert decode.quota(body({"left": {"resume_view": 50}, "limits": None, "spend": {}})).views_left == 50
    api = decode.quota(body({"left": {"resume_view": 50, "resume_view_from_api": 0}}))
    assert (api.views_left, api.views_limit) == (0, None)


def test_chats_are_oldest_first_whatever_the_order() -> None:
    def message(number: int) -> dict[str, Any]:
        return {
            "id": number,
            "creation_time": f"2026-05-01T12:00:0{number}+03:00",
            "payload": {"text": str(number)},
        }

    for order in ((1, 2, 3), (3, 2, 1)):
        chat = decode.chat(body({"id": 9, "messages": [*(message(number) for number in order), None]}))
        assert [entry.text for entry in chat.messages] == ["1", "2", "3"]
    closed = {"write_message_state": {"allowed": False, "reason": "PFP_BLOCK"}}
    chat = decode.chat(body({"id": 9, "messages": [], "chat_states": closed}))
    assert (chat.can_write, chat.write_reason) == (False, "PFP_BLOCK")


def test_dictionaries_keep_what_they_do_not_know() -> None:
    words = decode.dictionaries(
        body(
            {
                "gender": [{"id": "male", "name": "Мужской"}, None, {"id": 7}],
                "currency": [{"code": "RUR", "abbr": "руб.", "name": "Рубли"}],
                "salary_range_mode": None,
                "of_tomorrow": [{"id": "x", "name": "X", "uid": "y"}],
                "odd": {"a": 1},
            }
        )
    )
    assert words.of("gender") == (Named(id="male", name="Мужской"), Named(id="7", name="7"))
    assert words.name("currency", "RUR") == "Рубли"
    assert words.of("of_tomorrow") == (Named(id="x", name="X"),)
    assert words.of("salary_range_mode") == words.of("odd") == ()


def test_deprecated_roles_are_not_offered() -> None:
    roles = [
        {"id": 1, "name": "a"},
        {"id": 2, "name": "b", "search_deprecated": True},
        {"id": 3, "name": "c", "search_deprecated_datetime": "2020-01-01T00:00:00+0300"},
        {
            "id": 4,
            "name": "d",
            "search_deprecated": False,
            "search_deprecated_datetime": "2999-01-01T00:00:00+0300",
        },
    ]
    found = decode.roles(
        body({"categories": [{"id": 1, "name": "x", "roles": roles}, {"id": 2, "roles": []}]})
    )
    assert [[role.id for role in category.roles] for category in found] == [["1", "4"]]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "items", "title", "actions", "messages", "resume", "salary", "contact"]),
            inner,
        )
    ),
    max_leaves=20,
)
READERS = [
    decode.resume_page,
    decode.resume,
    decode.vacancy_page,
    decode.vacancy,
    decode.response_page,
    decode.response,
    decode.chat,
    decode.dictionaries,
    decode.areas,
    decode.roles,
    decode.me,
    decode.suggestions,
    decode.letter,
    decode.quota,
    decode.invitable_page,
    decode.response_row,
    decode.vacancy_short_row,
]


@given(st.sampled_from(READERS), JSON)
def test_any_json_is_a_value_or_unreadable(read: Any, value: object) -> None:
    with suppress(UnreadableAnswer):
        read(body(value))


@given(st.sampled_from(READERS), st.binary(max_size=60))
def test_any_bytes_are_a_value_or_unreadable(read: Any, content: bytes) -> None:
    with suppress(UnreadableAnswer):
        read(content)
