"""hh.ru's refusals as errors of ours: the specification's whole tree, by type and value, not by status alone.

Source: the 4xx answers of all operations, and authorize for the token endpoint.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import msgspec

from hhdesk.domain import errors as kinds
from hhdesk.domain.errors import HhdeskError, Refused
from hhdesk.domain.values import Captcha

UrlKind = Literal["api", "token", "file", "picture"]
"""What was asked: an operation of the API, the token endpoint, a resume's file, or a picture."""

_COMMON: dict[str, type[HhdeskError]] = {
    "bad_authorization": kinds.TokenRevoked,
    "token_expired": kinds.TokenExpired,
    "token-expired": kinds.TokenExpired,
    "token_revoked": kinds.TokenRevoked,
    "token-revoked": kinds.TokenRevoked,
    "application_not_found": kinds.RegistrationWrong,
    "client-id-deleted": kinds.RegistrationWrong,
    "no_scope": kinds.RegistrationWrong,
    "bad-auth-type": kinds.ProgrammingMistake,
    "user_auth_expected": kinds.ProgrammingMistake,
    "application_auth_expected": kinds.ProgrammingMistake,
    "used_manager_account_forbidden": kinds.ManagerAccountForbidden,
    "manager_extra_account_not_found": kinds.ManagerAccountUnknown,
    "employer_on_additional_check_restricted": kinds.EmployerOnCheck,
    "bad_user_agent": kinds.UserAgentRefused,
    "chat_is_not_ready": kinds.ChatNotReady,
}
"""Values (and words of `oauth_error`) that mean the same under whatever type they come."""

_TOKEN: dict[str, type[HhdeskError]] = {
    "account not found": kinds.RegistrationWrong,
    "account is locked": kinds.AccountLocked,
    "password invalidated": kinds.AccountLocked,
    "login not verified": kinds.AccountLocked,
    "bad redirect url": kinds.RedirectAddressWrong,
    "token is empty": kinds.RefreshRefused,
    "token not found": kinds.RefreshRefused,
    "code not found": kinds.CodeExpired,
    "client_id or client_secret not found": kinds.RegistrationWrong,
    "app token refresh too early": kinds.ApplicationTokenTooEarly,
    "token has already been refreshed": kinds.RefreshRefused,
    "token not expired": kinds.TokenStillValid,
    "token was revoked": kinds.RefreshRefused,
    "bad token": kinds.RefreshRefused,
    "token deactivated": kinds.RefreshRefused,
    "code has already been used": kinds.CodeExpired,
    "code expired": kinds.CodeExpired,
    "code was revoke": kinds.CodeExpired,
    "code was revoked": kinds.CodeExpired,
    "code verifier mismatch": kinds.CodeExpired,
    "unsupported grant_type": kinds.RegistrationWrong,
}
"""Descriptions of the token endpoint."""

_TOKEN_FALLBACK: dict[str, type[HhdeskError]] = {
    "invalid_client": kinds.RegistrationWrong,
    "unsupported_grant_type": kinds.RegistrationWrong,
    "unauthorized_client": kinds.RegistrationWrong,
    "access_denied": kinds.ConsentRefused,
}
"""Its `error`, where the description is unknown."""


def from_answer(
    status: int, headers: Mapping[str, str], body: bytes, *, url_kind: UrlKind = "api"
) -> HhdeskError:
    """The error that an answer with a status of 400 or more means. Header names are lower case.

    Nothing of the body but kinds, names of arguments, addresses of captchas and hh.ru's own descriptions is
    kept.
    """
    document = _document(body)
    request_id = _text(document.get("request_id")) or headers.get("x-request-id", "")
    if status >= 500:
        return kinds.ServerTrouble(
            request_id=request_id, detail=str(status), retry_after=retry_after(headers)
        )
    if url_kind == "token" and "error" in document:
        return _from_token_endpoint(document, status, request_id)
    found = [_one(item, document, status, request_id, headers) for item in _items(document)]
    if found:
        return min(found, key=_weight)
    return _bare(document, status, request_id, headers)


def retry_after(headers: Mapping[str, str]) -> timedelta | None:
    """How long hh.ru asks to wait: seconds or an HTTP date; None where it is silent or unreadable."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return timedelta(seconds=min(int(value), 7 * 24 * 3600))
    # It brings the calendar along, and almost no answer has a date here.
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(moment - datetime.now(UTC), timedelta(0))


def _document(body: bytes) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _items(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The single errors; a draft's 429 is one of them without its list."""
    errors = document.get("errors")
    if isinstance(errors, list):
        return [item for item in errors if isinstance(item, dict)]
    return [document] if _text(document.get("type")) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _weight(error: HhdeskError) -> int:
    """Of several errors the one that a person must settle first."""
    order = (kinds.SessionLost, kinds.CaptchaRequired, kinds.RegistrationWrong)
    for number, kind in enumerate(order):
        if isinstance(error, kind):
            return number
    return len(order) + (type(error) in (Refused, kinds.Forbidden, kinds.TooManyRequests))


def _one(
    item: dict[str, Any], document: dict[str, Any], status: int, request_id: str, headers: Mapping[str, str]
) -> HhdeskError:
    kind, value, reason = (_text(item.get(name)) for name in ("type", "value", "reason"))
    captcha = Captcha(
        captcha_url=_link(item.get("captcha_url")), fallback_url=_link(item.get("fallback_url"))
    )
    common = _COMMON.get(value) or _COMMON.get(kind)
    if captcha != Captcha():
        common = kinds.CaptchaRequired
    if common is None and (kind, reason) == ("file_upload_ids", "temporary_disabled"):
        common = kinds.FileUploadDisabled
    cls = common or _refusal(kind, value, reason, status)
    if not issubclass(cls, Refused):
        return cls(request_id=request_id, detail="/".join(part for part in (kind, value) if part))
    if status == 429 and cls is Refused:
        return kinds.TooManyRequests(
            request_id=request_id, detail=f"{kind}/{value}", retry_after=retry_after(headers)
        )
    error = cls(
        kind=kind,
        value=value,
        reason=reason,
        pointer=_text(item.get("pointer")),
        description=_text(item.get("description")) or _text(document.get("description")),
        status=status,
        request_id=request_id,
    )
    if isinstance(error, kinds.CaptchaRequired):
        error.captcha = captcha
    if isinstance(error, kinds.ManagerAccountForbidden):
        error.allowed_accounts = _accounts(item.get("allowed_accounts"))
    return error


def _refusal(kind: str, value: str, reason: str, status: int) -> type[Refused]:
    """By type and value, type and reason (chats, managers), type alone.

    One that we do not know keeps its words as Refused, or is told by its status where it has none.
    """
    words = [word for word in (value, reason) if word]
    for key in ((kind, word) for word in (*words, "")):
        if (cls := Refused.kinds.get(key)) is not None:
            return cls
    if status == 404:
        return kinds.NotFound
    return kinds.Forbidden if status == 403 and not value else Refused


def _link(value: object) -> str | None:
    """A captcha's address, to be opened in the browser: nothing but a web page."""
    text = _text(value)
    return text if text.startswith(("https://", "http://")) else None


def _accounts(value: object) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else []
    return tuple(str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry)


def _from_token_endpoint(document: dict[str, Any], status: int, request_id: str) -> HhdeskError:
    error, description = _text(document.get("error")), _text(document.get("error_description"))
    cls = _TOKEN.get(description.strip().lower()) or _TOKEN_FALLBACK.get(error)
    if cls is not None:
        return cls(request_id=request_id, detail=error)
    if error == "invalid_grant":
        return kinds.RefreshRefused(request_id=request_id, detail=error)
    return Refused(kind=error, description=description, status=status, request_id=request_id)


def _bare(document: dict[str, Any], status: int, request_id: str, headers: Mapping[str, str]) -> HhdeskError:
    """Answers without a list of errors: HTML, nothing, or only words around it."""
    if (common := _COMMON.get(_text(document.get("oauth_error")))) is not None:
        return common(request_id=request_id, detail=_text(document.get("oauth_error")))
    argument = _text(document.get("bad_argument"))
    if argument.lower() in ("user-agent", "hh-user-agent"):
        return kinds.UserAgentRefused(request_id=request_id, detail=argument)
    if status == 429:
        return kinds.TooManyRequests(
            request_id=request_id, detail=str(status), retry_after=retry_after(headers)
        )
    cls: type[Refused] = {
        400: kinds.ArgumentRefused,
        401: kinds.Forbidden,
        403: kinds.Forbidden,
        404: kinds.NotFound,
        410: kinds.NotFound,
    }.get(status, Refused)
    description = _text(document.get("description"))
    return cls(value=argument, description=description, status=status, request_id=request_id)
