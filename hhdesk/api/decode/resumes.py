"""Resumes. Source: search-for-resumes, get-resume."""

from collections.abc import Callable
from typing import Any

import msgspec

from hhdesk.api.decode.primitives import (
    Items,
    WireNamed,
    WireUrl,
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
from hhdesk.api.decode.resume_wire import (
    WireChange,
    WireContact,
    WireDownload,
    WireEducation,
    WireEducationItem,
    WireExperience,
    WireHistory,
    WireHistoryVacancy,
    WireLanguage,
    WireOwner,
    WirePaidService,
    WirePhone,
    WirePhoto,
    WireRecommendation,
    WireRelocation,
    WireResume,
    WireResumeShort,
    WireSite,
)
from hhdesk.domain.identity import PersonId, ResumeId, VacancyId
from hhdesk.domain.resumes import (
    Contact,
    ContactKind,
    ContactView,
    Education,
    Experience,
    HistoryChange,
    HistoryVacancy,
    LanguageSkill,
    PaidService,
    Resume,
    ResumeShort,
)
from hhdesk.domain.values import Answer, Page, Row, Salary


def resume_page(body: bytes) -> Page[ResumeShort]:
    """A page of search results."""
    return page(body, WireResumeShort, short)


def resume_short(body: bytes) -> ResumeShort:
    """One item of a list."""
    return short(decoded(body, WireResumeShort, strict=True))


def resume_row(body: bytes) -> Row[ResumeShort]:
    """One stored item of a list, readable or not."""
    return row(body, WireResumeShort, short)


def resume(body: bytes) -> Resume:
    """A full resume."""
    return full(decoded(body, WireResume))


def resume_answer(body: bytes) -> Answer[Resume]:
    """A full resume with its bytes."""
    return answer(body, WireResume, full)


def short(wire: WireResumeShort) -> ResumeShort:
    """What lists show of a resume."""
    return ResumeShort(**_short_fields(wire))


def full(wire: WireResume) -> Resume:
    """The whole resume."""
    education = wire.education or WireEducation()
    portfolio = (photo.medium or photo.small for photo in items(wire.portfolio, WirePhoto, "$.portfolio"))
    sites = (site.url for site in items(wire.site, WireSite, "$.site"))
    return Resume(
        **_short_fields(wire),
        experience=_experience(wire.experience),
        education=(*_education(education.primary), *_education(education.elementary)),
        additional_education=(*_education(education.additional), *_education(education.attestation)),
        languages=tuple(
            LanguageSkill(id=identifier(item.id), name=item.name or "", level=name_of(item.level))
            for item in items(wire.language, WireLanguage, "$.language")
        ),
        skills=tuple(items(wire.skill_set, str, "$.skill_set")),
        about=wire.skills or "",
        birth_date=day(wire.birth_date),
        citizenship=names(wire.citizenship, "$.citizenship"),
        work_ticket=names(wire.work_ticket, "$.work_ticket"),
        driver_licenses=names(wire.driver_license_types, "$.driver_license_types"),
        has_vehicle=bool(wire.has_vehicle),
        metro=(wire.metro.name if wire.metro else None) or "",
        relocation=_relocation(wire.relocation),
        business_trips=name_of(wire.business_trip_readiness),
        employments=_several(wire.employment_form, wire.employments, wire.employment),
        schedules=_several(None, wire.schedules, wire.schedule),
        work_formats=names(wire.work_format, "$.work_format"),
        travel_time=name_of(wire.travel_time),
        professional_roles=all_named(wire.professional_roles, "$.professional_roles"),
        sites=tuple(url for url in sites if url),
        recommendations=tuple(
            ", ".join(part for part in (item.name, item.position, item.organization, item.contact) if part)
            for item in items(wire.recommendation, WireRecommendation, "$.recommendation")
        ),
        portfolio_urls=tuple(url for url in portfolio if url),
        photo_url=_photo(wire.photo, "five_hundred", "medium", "hundred", "small"),
        contacts=_contacts(wire.contact),
        contact_view=_contact_view(wire.contact_view_status),
        contacts_open_until=day(wire.contacts_open_until_date),
        paid_services=_paid_services(wire.paid_services),
        rtf_url=_download(wire, lambda download: download.rtf),
        history=_history(wire.negotiations_history),
    )


def _short_fields(wire: WireResumeShort) -> dict[str, Any]:
    owner = wire.owner or WireOwner()
    comments = owner.comments.counters.total if owner.comments and owner.comments.counters else None
    education = wire.education or WireEducation()
    jobs = _experience(wire.experience[:1] if wire.experience else None)
    salary = wire.salary
    return {
        "id": ResumeId(identifier(wire.id)),
        "url": wire.url or "",
        "alternate_url": wire.alternate_url or "",
        "person_id": None if owner.id is None else PersonId(identifier(owner.id)),
        "title": wire.title or "",
        "first_name": wire.first_name or "",
        "last_name": wire.last_name or "",
        "middle_name": wire.middle_name or "",
        "age": whole(wire.age),
        "gender": named(wire.gender),
        "area": name_of(wire.area),
        "salary": None
        if salary is None or salary.amount is None
        else Salary(amount=whole(salary.amount), currency=salary.currency),
        "experience_months": whole(wire.total_experience.months) if wire.total_experience else None,
        "last_job": jobs[0] if jobs else None,
        "education_level": name_of(education.level),
        "created_at": moment(wire.created_at),
        "updated_at": moment(wire.updated_at),
        "viewed": bool(wire.viewed),
        "favorited": bool(wire.favorited),
        "marked": bool(wire.marked),
        "can_view_full_info": wire.can_view_full_info,
        "hidden_fields": all_named(wire.hidden_fields, "$.hidden_fields"),
        "photo_small_url": _photo(wire.photo, "hundred", "small", "forty", "medium"),
        "job_search_status": named(wire.job_search_status),
        "pdf_url": _download(wire, lambda download: download.pdf),
        "with_contact_url": _url(wire.actions.get_with_contact) if wire.actions else "",
        "tags": names(wire.tags, "$.tags"),
        "comments": whole(comments) or 0,
    }


def _url(wire: WireUrl | None) -> str:
    return (wire.url if wire else None) or ""


def _download(wire: WireResumeShort, choose: Callable[[WireDownload], WireUrl | None]) -> str:
    """From `actions`; `download` at the top is the old place."""
    places = (wire.actions.download if wire.actions else None, wire.download)
    return next((url for place in places if place is not None and (url := _url(choose(place)))), "")


def _photo(wire: WirePhoto | None, *sizes: str) -> str:
    """The first size that is there."""
    return next((url for size in sizes if wire is not None and (url := getattr(wire, size))), "")


def _experience(raws: Items) -> tuple[Experience, ...]:
    return tuple(
        Experience(
            position=item.position or "",
            company=item.company or "",
            area=name_of(item.area),
            start=day(item.start),
            end=day(item.end),
            description=item.description or "",
        )
        for item in items(raws, WireExperience, "$.experience")
    )


def _education(raws: Items) -> tuple[Education, ...]:
    return tuple(
        Education(
            name=item.name or "",
            organization=item.organization or "",
            result=item.result or "",
            year=whole(item.year),
            level=name_of(item.education_level),
        )
        for item in items(raws, WireEducationItem, "$.education")
    )


def _several(newest: Items, many: Items, one: WireNamed | None) -> tuple[str, ...]:
    """hh.ru's newest field of three that say the same, each less than the one before."""
    found = names(newest, "$.employment_form") or names(many, "$.employments")
    return found or tuple(filter(None, (name_of(one),)))


def _relocation(wire: WireRelocation | None) -> str:
    if wire is None:
        return ""
    places = ", ".join(names(wire.area, "$.relocation.area"))
    return ": ".join(filter(None, (name_of(wire.type), places)))


_KINDS = {"phone": ContactKind.PHONE, "email": ContactKind.EMAIL}


def _contacts(raws: Items) -> tuple[Contact, ...]:
    """Contacts that have a value; hh.ru sends nulls for hidden ones even when they were paid for."""
    found = (
        Contact(
            kind=_KINDS.get(item.kind or "", ContactKind.OTHER),
            value=item.contact_value or _old_value(item.value),
            comment=item.comment or "",
            preferred=bool(item.preferred),
            type_name=name_of(item.type),
        )
        for item in items(raws, WireContact, "$.contact")
    )
    return tuple(contact for contact in found if contact.value)


def _old_value(raw: msgspec.Raw) -> str:
    """The deprecated `value`: a mail address, or a phone as an object."""
    for phone in items([raw], WirePhone, "$.contact.value") if bytes(raw)[:1] == b"{" else ():
        return phone.formatted or ""
    return next(items([raw], str, "$.contact.value"), "") if bytes(raw)[:1] == b'"' else ""


def _contact_view(value: str | None) -> ContactView:
    try:
        return ContactView(value or "")
    except ValueError:
        return ContactView.UNKNOWN


def _paid_services(raws: Items) -> tuple[PaidService, ...]:
    return tuple(
        PaidService(
            id=identifier(item.id),
            name=item.name or "",
            description=item.description or "",
            price_url=next(
                (
                    link.alternate_url
                    for link in (item.quick_purchase, item.price_list)
                    if link and link.alternate_url
                ),
                "",
            ),
        )
        for item in items(raws, WirePaidService, "$.paid_services")
    )


def _history(wire: WireHistory | None) -> tuple[HistoryVacancy, ...]:
    return tuple(
        HistoryVacancy(
            vacancy_id=VacancyId(identifier(item.id)),
            name=item.name or "",
            archived=bool(item.archived),
            can_edit=bool(item.can_edit),
            changes=tuple(
                HistoryChange(
                    state=name_of(change.employer_state),
                    created_at=moment(change.created_at),
                    with_message=bool(change.with_message),
                )
                for change in items(item.items, WireChange, "$.negotiations_history.vacancies.items")
            ),
        )
        for item in items(
            wire.vacancies if wire else None, WireHistoryVacancy, "$.negotiations_history.vacancies"
        )
    )
