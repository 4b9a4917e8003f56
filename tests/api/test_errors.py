"""Every kind of refusal that hh.ru documents becomes its own class."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhdesk.api.errors import UrlKind, from_answer, retry_after
from hhdesk.domain import errors as kinds
from hhdesk.domain.errors import HhdeskError, Refused


def error(kind: str, value: str = "", reason: str = "", **more: Any) -> dict[str, Any]:
    """One item of an error list."""
    fields = {
        "type": kind,
        **({"value": value} if value else {}),
        **({"reason": reason} if reason else {}),
        **more,
    }
    return {"request_id": "r1", "errors": [fields]}


def judged(status: int, document: object, url_kind: UrlKind = "api") -> HhdeskError:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    return from_answer(status, {}, body, url_kind=url_kind)


BY_KIND: list[tuple[int, dict[str, Any], type[HhdeskError]]] = [
    (403, error("oauth", "token_expired"), kinds.TokenExpired),
    (403, error("oauth", "bad_authorization"), kinds.TokenRevoked),
    (403, error("oauth", "token_revoked"), kinds.TokenRevoked),
    (403, error("oauth", "application_not_found"), kinds.RegistrationWrong),
    (403, error("oauth", "no_scope"), kinds.RegistrationWrong),
    (403, error("oauth", "user_auth_expected"), kinds.ProgrammingMistake),
    (403, error("oauth", "application_auth_expected"), kinds.ProgrammingMistake),
    (403, error("forbidden", "token_revoked"), kinds.TokenRevoked),
    (403, error("manager_accounts", "used_manager_account_forbidden"), kinds.ManagerAccountForbidden),
    (403, error("oauth", "used_manager_account_forbidden"), kinds.ManagerAccountForbidden),
    (403, error("manager_extra_accounts", "manager_extra_account_not_found"), kinds.ManagerAccountUnknown),
    (403, error("manager_accounts", "manager_extra_account_not_found"), kinds.ManagerAccountUnknown),
    (403, error("negotiations", "employer_on_additional_check_restricted"), kinds.EmployerOnCheck),
    (403, error("forbidden", "employer_on_additional_check_restricted"), kinds.EmployerOnCheck),
    (403, error("employer_on_additional_check_restricted"), kinds.EmployerOnCheck),
    (403, error("captcha_required", "captcha_required"), kinds.CaptchaRequired),
    (403, error("employer_resume_view", "captcha_required"), kinds.CaptchaRequired),
    (403, error("employer_registration_change_email", "captcha_required"), kinds.CaptchaRequired),
    (403, error("something_new", captcha_url="https://hh.ru/account/captcha"), kinds.CaptchaRequired),
    (403, error("something_new", fallback_url="https://hh.ru/account/captcha"), kinds.CaptchaRequired),
    (400, error("bad_argument", "age_from"), kinds.ArgumentRefused),
    (400, error("bad_request"), kinds.ArgumentRefused),
    (400, error("bad_json_data", "name", "required"), kinds.ArgumentRefused),
    (400, error("bad_user_agent"), kinds.UserAgentRefused),
    (404, error("not_found"), kinds.NotFound),
    (404, error("negotiations", "topic_not_found"), kinds.NotFound),
    (404, error("saved_searches", "saved_search_not_found"), kinds.NotFound),
    (404, error("saved_searches", "manager_not_found"), kinds.NotFound),
    (403, error("api_access_payment", "action_must_be_payed"), kinds.ServiceNotBought),
    (429, error("resumes", "view_limit_exceeded"), kinds.ViewLimitReached),
    (429, error("resumes", "daily_resume_search_limit_exceeded"), kinds.SearchLimitReached),
    (403, error("resumes", "quota_exceeded"), kinds.ContactsQuotaReached),
    (403, error("resumes", "no_available_service"), kinds.NoContactService),
    (403, error("resumes", "cant_view_contacts"), kinds.ContactsForbidden),
    (403, error("negotiations", "already_applied"), kinds.AlreadyApplied),
    (403, error("negotiations", "already_invited"), kinds.AlreadyApplied),
    (403, error("negotiations", "wrong_state"), kinds.StateChanged),
    (403, error("negotiations", "application_denied"), kinds.StateChanged),
    (403, error("negotiations", "invalid_vacancy"), kinds.VacancyClosed),
    (403, error("negotiations", "archived"), kinds.VacancyClosed),
    (403, error("negotiations", "chat_archived"), kinds.VacancyClosed),
    (403, error("negotiations", "topic_archived"), kinds.VacancyClosed),
    (403, error("negotiations", "resume_not_found"), kinds.ResumeGone),
    (403, error("negotiations", "resume_deleted"), kinds.ResumeGone),
    (403, error("negotiations", "empty_message"), kinds.LetterRequired),
    (403, error("negotiations", "message_cannot_be_empty"), kinds.LetterRequired),
    (403, error("negotiations", "too_long_message"), kinds.LetterTooLong),
    (403, error("negotiations", "inappropriate_language_message"), kinds.LetterRefused),
    (403, error("negotiations", "resource_policy_violation_message"), kinds.LetterRefused),
    (403, error("negotiations", "address_not_found"), kinds.AddressGone),
    (403, error("negotiations", "limit_exceeded"), kinds.InvitationLimitReached),
    (403, error("negotiations", "overall_limit"), kinds.ConversationFull),
    (403, error("negotiations", "not_enough_purchased_services"), kinds.ServicesSpent),
    (403, error("vacancies", "not_enough_purchased_services"), kinds.ServicesSpent),
    (403, error("negotiations", "in_a_row_limit"), kinds.WaitForAnswer),
    (403, error("negotiations", "no_invitation"), kinds.InviteFirst),
    (403, error("negotiations", "disabled_by_employer"), kinds.MessagesOff),
    (403, error("negotiations", "chat_is_not_ready"), kinds.ChatNotReady),
    (400, error("text", reason="required"), kinds.MessageEmpty),
    (400, error("multiple_fields", reason="text_or_file_upload_ids"), kinds.MessageEmpty),
    (400, error("text", reason="spam_detected"), kinds.MessageSpam),
    (400, error("file_upload_ids", reason="temporary_disabled"), kinds.FileUploadDisabled),
    (403, error("forbidden", reason="chat_blocked"), kinds.ChatClosed),
    (403, error("forbidden", reason="message_edit_not_allowed"), kinds.ChatClosed),
    (403, error("forbidden", reason="message_delete_not_allowed"), kinds.ChatClosed),
    (403, error("forbidden", reason="chat_without_vacancy_forbidden"), kinds.ChatClosed),
    (409, error("conflict"), kinds.AlreadyDelivered),
    (409, error("bad_argument", "subscription"), kinds.ArgumentRefused),
    (403, error("vacancies", "duplicate", found=1, items=[{"id": 1}]), kinds.VacancyNeedsConfirmation),
    (403, error("vacancies", "replacement"), kinds.VacancyNeedsConfirmation),
    (403, error("vacancies", "quota_exceeded"), kinds.VacancyChangeRefused),
    (403, error("vacancies", "creation_forbidden"), kinds.VacancyChangeRefused),
    (403, error("vacancies", "prolongation_forbidden"), kinds.VacancyChangeRefused),
    (403, error("vacancies", "unavailable_for_archived"), kinds.VacancyChangeRefused),
    (403, error("vacancies", "conflict_changes"), kinds.VacancyChangeRefused),
    (403, error("vacancies", "too_early"), kinds.VacancyChangeRefused),
    (403, error("vacancies", "not_premoderated"), kinds.VacancyChangeRefused),
    (429, {"type": "vacancy", "value": "vacancy_draft_limit_exceeded"}, kinds.DraftLimitReached),
    (403, error("managers", "email", "already_exist"), kinds.ManagerChangeRefused),
    (403, error("managers", reason="creation_limit_exceeded"), kinds.ManagerChangeRefused),
    (403, error("managers", "position", "not_editable"), kinds.ManagerChangeRefused),
    (403, error("saved_searches", "cant_send_to_yourself"), kinds.SearchAlreadyYours),
    (400, error("notifications", "already_exist"), kinds.AlreadySubscribed),
    (403, error("forbidden"), kinds.Forbidden),
    (403, error("negotiations", "a_reason_of_tomorrow"), Refused),
    (400, error("a_kind_of_tomorrow", "x"), Refused),
    (429, error("a_limit_of_tomorrow", "x"), kinds.TooManyRequests),
]


@pytest.mark.parametrize(
    ("status", "document", "expected"), BY_KIND, ids=[f"{s}-{json.dumps(d)[:90]}" for s, d, _ in BY_KIND]
)
def test_kinds_of_the_api(status: int, document: dict[str, Any], expected: type[HhdeskError]) -> None:
    found = judged(status, document)
    assert type(found) is expected
    assert found.request_id == document.get("request_id", "")


BY_DESCRIPTION: list[tuple[str, str, type[HhdeskError]]] = [
    ("invalid_request", "account not found", kinds.RegistrationWrong),
    ("invalid_request", "account is locked", kinds.AccountLocked),
    ("invalid_request", "password invalidated", kinds.AccountLocked),
    ("invalid_request", "login not verified", kinds.AccountLocked),
    ("invalid_request", "bad redirect url", kinds.RedirectAddressWrong),
    ("invalid_request", "token is empty", kinds.RefreshRefused),
    ("invalid_request", "token not found", kinds.RefreshRefused),
    ("invalid_request", "code not found", kinds.CodeExpired),
    ("invalid_client", "client_id or client_secret not found", kinds.RegistrationWrong),
    ("forbidden", "app token refresh too early", kinds.ApplicationTokenTooEarly),
    ("invalid_grant", "token has already been refreshed", kinds.RefreshRefused),
    ("invalid_grant", "token not expired", kinds.TokenStillValid),
    ("invalid_grant", "token was revoked", kinds.RefreshRefused),
    ("invalid_grant", "bad token", kinds.RefreshRefused),
    ("invalid_grant", "code has already been used", kinds.CodeExpired),
    ("invalid_grant", "code expired", kinds.CodeExpired),
    ("invalid_grant", "code was revoke", kinds.CodeExpired),
    ("invalid_grant", "token deactivated", kinds.RefreshRefused),
    ("invalid_grant", "code verifier mismatch", kinds.CodeExpired),
    ("invalid_grant", "words of tomorrow", kinds.RefreshRefused),
    ("unsupported_grant_type", "unsupported grant_type", kinds.RegistrationWrong),
    ("words_of_tomorrow", "words of tomorrow", Refused),
]


@pytest.mark.parametrize(("name", "description", "expected"), BY_DESCRIPTION)
def test_kinds_of_the_token_endpoint(name: str, description: str, expected: type[HhdeskError]) -> None:
    found = judged(400, {"error": name, "error_description": description}, "token")
    assert type(found) is expected


def test_token_endpoint_also_speaks_like_the_api() -> None:
    assert type(judged(403, error("oauth", "token_revoked"), "token")) is kinds.TokenRevoked
    assert (
        type(judged(403, {"bad_argument": "User-Agent", "description": "x"}, "token"))
        is kinds.UserAgentRefused
    )
    assert type(judged(403, b"", "token")) is kinds.Forbidden


HTML = b"<html><body>ddos-guard</body></html>"


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (403, HTML, kinds.Forbidden),
        (401, HTML, kinds.Forbidden),
        (404, HTML, kinds.NotFound),
        (410, b"", kinds.NotFound),
        (400, HTML, kinds.ArgumentRefused),
        (418, HTML, Refused),
        (429, b"", kinds.TooManyRequests),
        (500, HTML, kinds.ServerTrouble),
        (502, b'{"errors":[{"type":"bad_gateway"}]}', kinds.ServerTrouble),
        (503, b"", kinds.ServerTrouble),
        (403, b'{"oauth_error": "token-expired", "description": "x"}', kinds.TokenExpired),
        (403, b'{"oauth_error": "token-revoked"}', kinds.TokenRevoked),
        (403, b'{"oauth_error": "client-id-deleted"}', kinds.RegistrationWrong),
        (403, b'{"errors": [null, 5, {"type": "negotiations", "value": "wrong_state"}]}', kinds.StateChanged),
        (403, b'{"errors": []}', kinds.Forbidden),
    ],
)
def test_answers_without_a_list_of_errors(status: int, body: bytes, expected: type[HhdeskError]) -> None:
    assert type(judged(status, body)) is expected


def test_a_403_alone_never_ends_the_session() -> None:
    for document in (HTML, error("forbidden"), error("api_access_payment", "action_must_be_payed"), b"{}"):
        assert not isinstance(judged(403, document), kinds.SessionLost)


def test_of_several_errors_the_session_comes_first() -> None:
    document = {
        "errors": [{"type": "bad_argument", "value": "x"}, {"type": "oauth", "value": "token_revoked"}]
    }
    assert type(judged(403, document)) is kinds.TokenRevoked
    document = {"errors": [{"type": "what"}, {"type": "negotiations", "value": "wrong_state"}]}
    assert type(judged(403, document)) is kinds.StateChanged


def test_captcha_keeps_its_addresses_and_takes_only_web_pages() -> None:
    found = judged(
        403,
        error(
            "captcha_required",
            "captcha_required",
            captcha_url="https://hh.ru/account/captcha?state=1",
            fallback_url="javascript:alert(1)",
        ),
    )
    assert isinstance(found, kinds.CaptchaRequired)
    assert found.captcha.captcha_url == "https://hh.ru/account/captcha?state=1"
    assert found.captcha.fallback_url is None


def test_allowed_accounts_are_kept() -> None:
    document = error(
        "manager_accounts", "used_manager_account_forbidden", allowed_accounts=[{"id": 7}, {"id": "8"}]
    )
    found = judged(403, document)
    assert isinstance(found, kinds.ManagerAccountForbidden)
    assert found.allowed_accounts == ("7", "8")


def test_field_errors_keep_place_and_reason() -> None:
    found = judged(
        400, error("bad_json_data", "name", "required", pointer="/name", description="Обязательно")
    )
    assert isinstance(found, kinds.ArgumentRefused)
    assert (found.value, found.reason, found.pointer, found.description) == (
        "name",
        "required",
        "/name",
        "Обязательно",
    )


def test_retry_after() -> None:
    assert retry_after({"retry-after": "7"}) == timedelta(seconds=7)
    assert retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == timedelta(0)
    assert retry_after({"retry-after": "soon"}) is None
    assert retry_after({}) is None
    found = from_answer(429, {"retry-after": "3"}, b"")
    assert isinstance(found, kinds.TooManyRequests)
    assert found.retry_after == timedelta(seconds=3)


@given(st.integers(400, 599), st.binary(max_size=200))
def test_any_body_is_some_error(status: int, body: bytes) -> None:
    assert isinstance(judged(status, body), HhdeskError)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["errors", "type", "value", "reason", "captcha_url", "allowed_accounts", "error"]
            ),
            inner,
        )
    ),
)


@given(st.integers(400, 599), JSON, st.sampled_from(["api", "token", "file"]))
def test_any_json_is_some_error(status: int, document: object, url_kind: UrlKind) -> None:
    assert isinstance(judged(status, document, url_kind), HhdeskError)
