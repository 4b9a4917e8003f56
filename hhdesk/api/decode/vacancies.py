"""Vacancies. Source: get-active-vacancy-list, get-archived-vacancies, get-vacancy, get-vacancy-stats."""

from typing import Any

import msgspec

from hhdesk.api.decode.negotiations import WireAction, actions
from hhdesk.api.decode.primitives import (
    Flag,
    Id,
    Items,
    Moment,
    Number,
    Text,
    Wire,
    WireNamed,
    all_named,
    answer,
    day,
    decoded,
    identifier,
    items,
    moment,
    name_of,
    named,
    names,
    page,
    row,
    whole,
)
from hhdesk.domain.identity import VacancyId
from hhdesk.domain.negotiations import InvitableVacancy
from hhdesk.domain.vacancies import Vacancy, VacancyCounters, VacancyDay, VacancyShort
from hhdesk.domain.values import Answer, Page, Row, SalaryRange


class WireSalaryRange(Wire, frozen=True, kw_only=True):
    lower: Number = msgspec.field(default=None, name="from")
    upper: Number = msgspec.field(default=None, name="to")
    currency: Text = None
    gross: Flag = None


class WireVacancyAddress(Wire, frozen=True, kw_only=True):
    raw: Text = None
    city: Text = None
    street: Text = None
    building: Text = None


class WireVacancyCounters(Wire, frozen=True, kw_only=True):
    responses: Number = None
    unread_responses: Number = None
    invitations: Number = None
    invitations_and_responses: Number = None
    resumes_in_progress: Number = None
    views: Number = None
    calls: Number = None
    new_missed_calls: Number = None


class WirePersonName(Wire, frozen=True, kw_only=True):
    first_name: Text = None
    last_name: Text = None


class WireAppearance(Wire, frozen=True, kw_only=True):
    title: Text = None


class WireVacancyProperties(Wire, frozen=True, kw_only=True):
    appearance: WireAppearance | None = None


class WireVacancyShort(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    area: WireNamed | None = None
    address: WireVacancyAddress | None = None
    url: Text = None
    alternate_url: Text = None
    archived: Flag = None
    salary: WireSalaryRange | None = None
    salary_range: WireSalaryRange | None = None
    counters: WireVacancyCounters | None = None
    created_at: Moment = None
    published_at: Moment = None
    expires_at: Moment = None
    manager: WirePersonName | None = None
    has_test: Flag = None
    has_updates: Flag = None
    billing_type: WireNamed | None = None
    vacancy_properties: WireVacancyProperties | None = None


class WireInvitable(WireVacancyShort, frozen=True, kw_only=True):
    can_invite: Flag = None
    negotiations_actions: Items = None
    negotiations_state: WireNamed | None = None
    employer_negotiations_state: WireNamed | None = None


class WirePhone(Wire, frozen=True, kw_only=True):
    country: Id | None = None
    city: Id | None = None
    number: Id | None = None
    formatted: Text = None
    comment: Text = None


class WireContacts(Wire, frozen=True, kw_only=True):
    name: Text = None
    email: Text = None
    phones: Items = None


class WireLanguage(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    name: Text = None
    level: WireNamed | None = None


class WireVacancy(WireVacancyShort, frozen=True, kw_only=True):
    description: Text = None
    experience: WireNamed | None = None
    employment: WireNamed | None = None
    employment_form: WireNamed | None = None
    schedule: WireNamed | None = None
    work_schedule_by_days: Items = None
    work_format: Items = None
    key_skills: Items = None
    professional_roles: Items = None
    languages: Items = None
    driver_license_types: Items = None
    contacts: WireContacts | None = None
    department: WireNamed | None = None
    test: WireNamed | None = None
    response_letter_required: Flag = None
    previous_id: Id | None = None


class WireDay(Wire, frozen=True, kw_only=True):
    date: Moment = None
    views: Number = None
    responses: Number = None


class WireDays(Wire, frozen=True, kw_only=True):
    items: Items = None


def vacancy_page(body: bytes) -> Page[VacancyShort]:
    """A page of active or archived vacancies."""
    return page(body, WireVacancyShort, _short)


def vacancy_short(body: bytes) -> VacancyShort:
    """One item of a list."""
    return _short(decoded(body, WireVacancyShort, strict=True))


def vacancy_short_row(body: bytes) -> Row[VacancyShort]:
    """One stored item of a list, readable or not."""
    return row(body, WireVacancyShort, _short)


def vacancy(body: bytes) -> Vacancy:
    """A vacancy in full."""
    return _full(decoded(body, WireVacancy))


def vacancy_answer(body: bytes) -> Answer[Vacancy]:
    """A vacancy in full with its bytes."""
    return answer(body, WireVacancy, _full)


def vacancy_days(body: bytes) -> tuple[VacancyDay, ...]:
    """Statistics of the last days; a day without a readable date is left out."""
    found = ((day(item.date), item) for item in items(decoded(body, WireDays).items, WireDay, "$.items"))
    return tuple(
        VacancyDay(day=date, views=whole(item.views), responses=whole(item.responses))
        for date, item in found
        if date is not None
    )


def invitable_page(body: bytes) -> Page[InvitableVacancy]:
    """Own vacancies that fit a resume, with the acts that invite to them."""
    return page(body, WireInvitable, _invitable)


def _invitable(wire: WireInvitable) -> InvitableVacancy:
    return InvitableVacancy(
        id=VacancyId(identifier(wire.id)),
        name=wire.name or identifier(wire.id),
        area=name_of(wire.area),
        can_invite=bool(wire.can_invite),
        actions=actions(items(wire.negotiations_actions, WireAction, "$.negotiations_actions")),
        state=named(wire.employer_negotiations_state) or named(wire.negotiations_state),
    )


def _short(wire: WireVacancyShort) -> VacancyShort:
    return VacancyShort(**_short_fields(wire))


def _full(wire: WireVacancy) -> Vacancy:
    return Vacancy(
        **_short_fields(wire),
        description=wire.description or "",
        experience=name_of(wire.experience),
        employment=name_of(wire.employment_form) or name_of(wire.employment),
        schedule=", ".join(names(wire.work_schedule_by_days, "$.work_schedule_by_days"))
        or name_of(wire.schedule),
        work_formats=names(wire.work_format, "$.work_format"),
        key_skills=names(wire.key_skills, "$.key_skills"),
        professional_roles=all_named(wire.professional_roles, "$.professional_roles"),
        languages=tuple(
            " — ".join(filter(None, (item.name or identifier(item.id), name_of(item.level))))
            for item in items(wire.languages, WireLanguage, "$.languages")
        ),
        driver_licenses=names(wire.driver_license_types, "$.driver_license_types"),
        contacts=_contacts(wire.contacts),
        department=name_of(wire.department),
        test_name=name_of(wire.test),
        response_letter_required=bool(wire.response_letter_required),
        previous_id=None if wire.previous_id is None else VacancyId(identifier(wire.previous_id)),
    )


def _short_fields(wire: WireVacancyShort) -> dict[str, Any]:
    counters = wire.counters or WireVacancyCounters()
    manager = wire.manager or WirePersonName()
    return {
        "id": VacancyId(identifier(wire.id)),
        "name": wire.name or identifier(wire.id),
        "area": name_of(wire.area),
        "address": _address(wire.address),
        "url": wire.url or "",
        "alternate_url": wire.alternate_url or "",
        "archived": bool(wire.archived),
        "salary": _salary(wire.salary_range) or _salary(wire.salary),
        "counters": VacancyCounters(
            **{name: whole(getattr(counters, name)) or 0 for name in WireVacancyCounters.__struct_fields__}
        ),
        "created_at": moment(wire.created_at),
        "published_at": moment(wire.published_at),
        "expires_at": moment(wire.expires_at),
        "manager_name": " ".join(part for part in (manager.last_name, manager.first_name) if part),
        "has_test": bool(wire.has_test),
        "has_updates": bool(wire.has_updates),
        "publication": _publication(wire),
    }


def _publication(wire: WireVacancyShort) -> str:
    """The tariff by its present name, or by the old billing type."""
    properties = wire.vacancy_properties
    title = properties.appearance.title if properties and properties.appearance else None
    return title or name_of(wire.billing_type)


def _salary(wire: WireSalaryRange | None) -> SalaryRange | None:
    if wire is None:
        return None
    lower, upper = whole(wire.lower), whole(wire.upper)
    if lower is None and upper is None:
        return None
    return SalaryRange(lower=lower, upper=upper, currency=wire.currency, gross=wire.gross)


def _address(wire: WireVacancyAddress | None) -> str:
    if wire is None:
        return ""
    return wire.raw or ", ".join(part for part in (wire.city, wire.street, wire.building) if part)


def _contacts(wire: WireContacts | None) -> str:
    if wire is None:
        return ""
    phones = (_phone(item) for item in items(wire.phones, WirePhone, "$.contacts.phones"))
    return ", ".join(part for part in (wire.name, wire.email, *phones) if part)


def _phone(wire: WirePhone) -> str:
    if wire.formatted:
        return wire.formatted
    country, city, number = (identifier(part) for part in (wire.country, wire.city, wire.number))
    return " ".join(filter(None, (f"+{country}" if country else "", f"({city})" if city else "", number)))
