"""Everything that can go wrong, each kind its own class; gui/sentences.py has a sentence for each.

An error holds kinds, numbers and addresses to go to, never a secret and nothing that a person wrote.

HhdeskError
 ├─ NoConnection, TimedOut, AnswerLost            the network
 ├─ ServerTrouble, UnreadableAnswer, AnswerTooLarge, TooManyRequests   hh.ru's trouble, passes
 ├─ NotAllowedHost                                 an address that must not see the token
 ├─ SessionLost …                                  sign in again, unsent work is kept
 ├─ RegistrationWrong …                            the registered application
 ├─ SignInFailed …                                 the way through the browser
 ├─ Refused                                        hh.ru said no, by type and value
 ├─ FileTrouble …                                  downloads
 └─ StoreTrouble …                                 our own file and keyring
"""

from datetime import datetime, timedelta, timezone
from typing import ClassVar

from hhdesk.domain.values import Captcha

_MOSCOW = timezone(timedelta(hours=3))
"""Without a daylight-saving time, so that no time zone database is needed."""


class HhdeskError(Exception):
    """Base of all expected errors. `request_id` is hh.ru's, for its support."""

    def __init__(self, *, request_id: str = "", detail: str = "") -> None:
        super().__init__(type(self).__name__ + (f": {detail}" if detail else ""))
        self.request_id = request_id
        self.detail = detail
        """Kinds, names of arguments, numbers: nothing of a person."""


class Transient(HhdeskError):
    """Passes by itself; `retry_after` is hh.ru's wish, where it has one."""

    def __init__(
        self, *, request_id: str = "", detail: str = "", retry_after: timedelta | None = None
    ) -> None:
        super().__init__(request_id=request_id, detail=detail)
        self.retry_after = retry_after


class NoConnection(Transient):
    """The server could not be reached, or broke off a read: nothing was done."""


class TimedOut(Transient):
    """No answer in time to a read."""


class AnswerLost(HhdeskError):
    """A write went out and its answer did not come back whole: whether it was done is unknown."""


class ServerTrouble(Transient):
    """5xx, with or without JSON."""


class TooManyRequests(Transient):
    """429 without a daily limit behind it."""


class ApplicationTokenTooEarly(Transient):
    """The application token may be asked for once in five minutes."""


class ChatNotReady(Transient):
    """The chat is being made; seconds."""


class FileUploadDisabled(Transient):
    """hh.ru takes no files at the moment."""


class UnreadableAnswer(HhdeskError):
    """The answer is not what the specification says, and nothing of it can be shown."""


class AnswerTooLarge(HhdeskError):
    """The body is larger than its limit."""


class NotAllowedHost(HhdeskError):
    """An address outside the list of hosts that may see the token."""


class Cancelled(HhdeskError):
    """The person stopped it."""


# Session


class SessionLost(HhdeskError):
    """Sign in again; unsent work is kept."""


class TokenExpired(SessionLost):
    """The access token is over: refreshed once, silently."""


class TokenRevoked(SessionLost):
    """The token was revoked, or is not accepted any more."""


class RefreshRefused(SessionLost):
    """The refresh token was used, revoked or deactivated (a new password does that)."""


class NotSignedIn(SessionLost):
    """No token is there."""


class TokenStillValid(HhdeskError):
    """Refresh came early: the pair is kept."""


class AccountLocked(HhdeskError):
    """Locked account, unverified login or invalidated password: to be settled on the site."""


class ProgrammingMistake(HhdeskError):
    """hh.ru expected another kind of authorisation: a defect of hhdesk."""


# Registration of the application


class RegistrationWrong(HhdeskError):
    """Client id or secret is wrong, or the application is not known."""


class RedirectAddressWrong(RegistrationWrong):
    """The redirect address is not the registered one."""


class UserAgentRefused(RegistrationWrong):
    """hh.ru refuses the User-Agent: the contact address is missing or on its black list."""


# Sign-in through the browser


class SignInFailed(HhdeskError):
    """The sign-in did not end in a token."""


class ConsentRefused(SignInFailed):
    """The person said no on hh.ru's page."""


class StateMismatch(SignInFailed):
    """The answer belongs to another sign-in."""


class SignInAbandoned(SignInFailed):
    """Nobody came back from the browser in time."""


class CodeExpired(SignInFailed):
    """The code was used or is over: sign in again."""


class NotAnEmployer(SignInFailed):
    """The account is no employer's manager."""


class PortTaken(HhdeskError):
    """Another program holds the redirect port; `port` says which."""

    def __init__(self, port: int) -> None:
        super().__init__(detail=str(port))
        self.port = port


# hh.ru says no


class Refused(HhdeskError):
    """hh.ru said no. `kind` and `value` are its words; a kind unknown to us is this class itself."""

    kinds: ClassVar[dict[tuple[str, str], type["Refused"]]] = {}

    def __init__(
        self,
        *,
        kind: str = "",
        value: str = "",
        reason: str = "",
        pointer: str = "",
        description: str = "",
        status: int = 0,
        request_id: str = "",
    ) -> None:
        super().__init__(
            request_id=request_id, detail="/".join(part for part in (kind, value, reason) if part)
        )
        self.kind = kind
        self.value = value
        self.reason = reason
        self.pointer = pointer
        self.description = description
        self.status = status

    def __init_subclass__(cls, *, kinds: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init_subclass__()
        for kind in kinds:
            Refused.kinds[kind] = cls


class Forbidden(Refused, kinds=(("forbidden", ""),)):
    """403 without a reason, or with one that is not JSON."""


class CaptchaRequired(
    Refused,
    kinds=(
        ("captcha_required", "captcha_required"),
        ("employer_resume_view", "captcha_required"),
        ("employer_registration_change_email", "captcha_required"),
    ),
):
    """hh.ru checks whether this is a robot; `captcha` says where."""

    captcha: Captcha = Captcha()


class ArgumentRefused(Refused, kinds=(("bad_argument", ""), ("bad_request", ""), ("bad_json_data", ""))):
    """An argument is wrong; `value` names it."""


class NotFound(
    Refused,
    kinds=(
        ("not_found", ""),
        ("negotiations", "topic_not_found"),
        ("saved_searches", "saved_search_not_found"),
        ("saved_searches", "manager_not_found"),
    ),
):
    """Gone, or never visible to this account."""


class ServiceNotBought(
    Refused, kinds=(("api_access_payment", "action_must_be_payed"), ("api_access_payment", ""))
):
    """The method needs paid API access."""


class EmployerOnCheck(
    Refused,
    kinds=(
        ("employer_on_additional_check_restricted", ""),
        ("forbidden", "employer_on_additional_check_restricted"),
        ("oauth", "employer_on_additional_check_restricted"),
    ),
):
    """hh.ru is checking the employer: wait."""


class ManagerAccountForbidden(Refused, kinds=(("manager_accounts", "used_manager_account_forbidden"),)):
    """Work under another manager account; `allowed_accounts` are the ids of those that may be used."""

    allowed_accounts: tuple[str, ...] = ()


class ManagerAccountUnknown(Refused, kinds=(("manager_accounts", "manager_extra_account_not_found"),)):
    """The chosen manager account is gone: reload the list."""


class ViewLimitReached(Refused, kinds=(("resumes", "view_limit_exceeded"),)):
    """Today's full resume views are spent; more tomorrow."""


class SearchLimitReached(Refused, kinds=(("resumes", "daily_resume_search_limit_exceeded"),)):
    """Today's API searches are spent; more tomorrow."""


class ContactsQuotaReached(Refused, kinds=(("resumes", "quota_exceeded"),)):
    """The manager's quota of contacts is spent: the administrator sets it."""


class NoContactService(Refused, kinds=(("resumes", "no_available_service"),)):
    """No bought service opens these contacts."""


class ContactsForbidden(Refused, kinds=(("resumes", "cant_view_contacts"),)):
    """This manager has no right to open contacts."""


class AlreadyApplied(
    Refused, kinds=(("negotiations", "already_applied"), ("negotiations", "already_invited"))
):
    """A negotiation for this vacancy and resume exists: open it."""


class StateChanged(Refused, kinds=(("negotiations", "wrong_state"), ("negotiations", "application_denied"))):
    """The response has moved on: see where it is now."""


class VacancyClosed(
    Refused,
    kinds=(
        ("negotiations", "invalid_vacancy"),
        ("negotiations", "archived"),
        ("negotiations", "topic_archived"),
        ("negotiations", "chat_archived"),
    ),
):
    """The vacancy or its response is archived."""


class ResumeGone(Refused, kinds=(("negotiations", "resume_not_found"), ("negotiations", "resume_deleted"))):
    """The person withdrew the resume."""


class LetterRequired(
    Refused, kinds=(("negotiations", "empty_message"), ("negotiations", "message_cannot_be_empty"))
):
    """This act needs a letter."""


class LetterTooLong(Refused, kinds=(("negotiations", "too_long_message"),)):
    """The letter is longer than hh.ru takes."""


class LetterRefused(
    Refused,
    kinds=(
        ("negotiations", "inappropriate_language_message"),
        ("negotiations", "resource_policy_violation_message"),
    ),
):
    """hh.ru does not like the wording."""


class AddressGone(Refused, kinds=(("negotiations", "address_not_found"),)):
    """The address is not in the company's list any more."""


class InvitationLimitReached(Refused, kinds=(("negotiations", "limit_exceeded"),)):
    """The limit of responses and invitations is reached."""


class ConversationFull(Refused, kinds=(("negotiations", "overall_limit"),)):
    """So many messages as one conversation may have; others are not concerned."""


class ServicesSpent(
    Refused,
    kinds=(("negotiations", "not_enough_purchased_services"), ("vacancies", "not_enough_purchased_services")),
):
    """Not enough bought services."""


class WaitForAnswer(Refused, kinds=(("negotiations", "in_a_row_limit"),)):
    """Enough messages in a row: wait for an answer."""


class InviteFirst(Refused, kinds=(("negotiations", "no_invitation"),)):
    """Messages come after an invitation."""


class MessagesOff(Refused, kinds=(("negotiations", "disabled_by_employer"),)):
    """Messages are switched off for this vacancy."""


class MessageEmpty(Refused, kinds=(("text", "required"), ("multiple_fields", "text_or_file_upload_ids"))):
    """A chat message needs a text or a file."""


class MessageSpam(Refused, kinds=(("text", "spam_detected"),)):
    """hh.ru takes the message for spam."""


class ChatClosed(
    Refused,
    kinds=(
        ("forbidden", "chat_blocked"),
        ("forbidden", "message_edit_not_allowed"),
        ("forbidden", "message_delete_not_allowed"),
        ("forbidden", "chat_without_vacancy_forbidden"),
    ),
):
    """Writing in this chat is not allowed."""


class AlreadyDelivered(Refused, kinds=(("conflict", ""),)):
    """409: a message with this key was delivered before."""


class VacancyNeedsConfirmation(Refused, kinds=(("vacancies", "duplicate"), ("vacancies", "replacement"))):
    """hh.ru found a duplicate, or takes the change for another vacancy: to be confirmed and repeated."""


class VacancyChangeRefused(
    Refused,
    kinds=(
        ("vacancies", "quota_exceeded"),
        ("vacancies", "creation_forbidden"),
        ("vacancies", "prolongation_forbidden"),
        ("vacancies", "unavailable_for_archived"),
        ("vacancies", "conflict_changes"),
        ("vacancies", "too_early"),
        ("vacancies", "not_premoderated"),
    ),
):
    """The vacancy cannot be changed, published or prolonged like this now; `value` says why."""


class DraftLimitReached(Refused, kinds=(("vacancy", "vacancy_draft_limit_exceeded"),)):
    """Too many drafts of vacancies: some have to be deleted."""


class ManagerChangeRefused(
    Refused,
    kinds=(
        ("managers", "already_exist"),
        ("managers", "creation_limit_exceeded"),
        ("managers", "not_editable"),
        ("managers", ""),
    ),
):
    """The colleague cannot be added or changed like this; `value` names the field, `reason` says why."""


class SearchAlreadyYours(Refused, kinds=(("saved_searches", "cant_send_to_yourself"),)):
    """A saved search can be handed to somebody else only."""


class AlreadySubscribed(Refused, kinds=(("notifications", "already_exist"),)):
    """This address is subscribed already."""


# Files


class FileTrouble(HhdeskError):
    """A file could not be kept."""


class NotThatFormat(FileTrouble):
    """The download is no PDF (or RTF); nothing was saved."""


class FileTruncated(FileTrouble):
    """The download broke off; nothing was saved."""


class FileTooLarge(FileTrouble):
    """The file is larger than its limit."""


class NoDownload(FileTrouble):
    """hh.ru offers no file for this resume."""


class CannotSaveFile(FileTrouble):
    """The chosen folder does not take the file."""


# Our own store


class StoreTrouble(HhdeskError):
    """The store cannot be used."""


class DiskFull(StoreTrouble):
    """No room: nothing of the last act was kept."""


class NotKept(StoreTrouble):
    """An answer of hh.ru's is shown, but the store did not take it. `detail` names the reason."""


class StoreLocked(StoreTrouble):
    """Another hhdesk works on this profile."""


class StoreBusy(StoreTrouble):
    """Another program than hhdesk holds the file."""


class StoreDamaged(StoreTrouble):
    """The file is damaged; it is set aside, never deleted."""


class StoreFromNewerVersion(StoreTrouble):
    """A newer hhdesk wrote the file."""


class StoreKeyLost(StoreTrouble):
    """The key that opens the file is not in the keyring; the recovery key does."""


class NoKeyring(StoreTrouble):
    """No system keyring: secrets stay in memory only."""


class PassphraseNeeded(StoreTrouble):
    """There is no keyring, and the person chose to give a passphrase at each start."""


class PassphraseWrong(PassphraseNeeded):
    """The passphrase that was given does not open the file."""


class KeyringLocked(StoreTrouble):
    """The keyring is locked, or did not answer in time."""


class TakenBackTooLate(StoreTrouble):
    """The entry is on its way or done: it cannot be taken back."""


class NotDone(HhdeskError):
    """The answer was lost; reading the state showed that the act was not done."""


class NotConfirmed(HhdeskError):
    """hh.ru answered yes, but the state is as before."""


class ActionForTheSite(HhdeskError):
    """hh.ru wants an argument that hhdesk does not know: the act is to be done on the site. `detail` names
    it."""


def renewal(error: HhdeskError, now: datetime) -> datetime | None:
    """When what is used up renews, for limits that renew by day; None for every other error.

    hh.ru's day is Moscow's, wherever the recruiter sits.
    """
    if not isinstance(error, ViewLimitReached | SearchLimitReached | InvitationLimitReached):
        return None
    tomorrow = now.astimezone(_MOSCOW) + timedelta(days=1)
    return tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
