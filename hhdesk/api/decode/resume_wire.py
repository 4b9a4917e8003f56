"""A resume as hh.ru sends it. Source: search-for-resumes, get-resume."""

import msgspec

from hhdesk.api.decode.primitives import Flag, Id, Items, Moment, Number, Text, Wire, WireNamed, WireUrl


class WireSalary(Wire, frozen=True, kw_only=True):
    amount: Number = None
    currency: Text = None


class WireDownload(Wire, frozen=True, kw_only=True):
    pdf: WireUrl | None = None
    rtf: WireUrl | None = None


class WireActions(Wire, frozen=True, kw_only=True):
    download: WireDownload | None = None
    get_with_contact: WireUrl | None = None


class WireExperience(Wire, frozen=True, kw_only=True):
    position: Text = None
    company: Text = None
    area: WireNamed | None = None
    start: Moment = None
    end: Moment = None
    description: Text = None


class WireEducationItem(Wire, frozen=True, kw_only=True):
    name: Text = None
    organization: Text = None
    result: Text = None
    year: Number = None
    education_level: WireNamed | None = None


class WireEducation(Wire, frozen=True, kw_only=True):
    level: WireNamed | None = None
    primary: Items = None
    elementary: Items = None
    additional: Items = None
    attestation: Items = None


class WireMonths(Wire, frozen=True, kw_only=True):
    months: Number = None


class WirePhoto(Wire, frozen=True, kw_only=True):
    small: Text = None
    medium: Text = None
    forty: Text = msgspec.field(default=None, name="40")
    hundred: Text = msgspec.field(default=None, name="100")
    five_hundred: Text = msgspec.field(default=None, name="500")


class WireTotal(Wire, frozen=True, kw_only=True):
    total: Number = None


class WireComments(Wire, frozen=True, kw_only=True):
    counters: WireTotal | None = None


class WireOwner(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    comments: WireComments | None = None


class WireResumeShort(Wire, frozen=True, kw_only=True):
    id: Id
    url: Text = None
    alternate_url: Text = None
    owner: WireOwner | None = None
    title: Text = None
    first_name: Text = None
    last_name: Text = None
    middle_name: Text = None
    age: Number = None
    gender: WireNamed | None = None
    area: WireNamed | None = None
    salary: WireSalary | None = None
    total_experience: WireMonths | None = None
    experience: Items = None
    education: WireEducation | None = None
    created_at: Moment = None
    updated_at: Moment = None
    viewed: Flag = None
    favorited: Flag = None
    marked: Flag = None
    can_view_full_info: Flag = None
    hidden_fields: Items = None
    photo: WirePhoto | None = None
    job_search_status: WireNamed | None = None
    actions: WireActions | None = None
    download: WireDownload | None = None
    tags: Items = None


class WireContact(Wire, frozen=True, kw_only=True):
    kind: Text = None
    contact_value: Text = None
    value: msgspec.Raw = msgspec.Raw(b"null")
    comment: Text = None
    preferred: Flag = None
    type: WireNamed | None = None


class WirePhone(Wire, frozen=True, kw_only=True):
    formatted: Text = None


class WireLanguage(Wire, frozen=True, kw_only=True):
    id: Id | None = None
    name: Text = None
    level: WireNamed | None = None


class WireMetro(Wire, frozen=True, kw_only=True):
    name: Text = None


class WireRelocation(Wire, frozen=True, kw_only=True):
    type: WireNamed | None = None
    area: Items = None


class WireSite(Wire, frozen=True, kw_only=True):
    url: Text = None


class WireRecommendation(Wire, frozen=True, kw_only=True):
    name: Text = None
    position: Text = None
    organization: Text = None
    contact: Text = None


class WirePriceList(Wire, frozen=True, kw_only=True):
    alternate_url: Text = None


class WirePaidService(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    description: Text = None
    price_list: WirePriceList | None = None
    quick_purchase: WirePriceList | None = None


class WireChange(Wire, frozen=True, kw_only=True):
    employer_state: WireNamed | None = None
    created_at: Moment = None
    with_message: Flag = None


class WireHistoryVacancy(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    archived: Flag = None
    can_edit: Flag = None
    items: Items = None


class WireHistory(Wire, frozen=True, kw_only=True):
    vacancies: Items = None


class WireResume(WireResumeShort, frozen=True, kw_only=True):
    language: Items = None
    skill_set: Items = None
    skills: Text = None
    birth_date: Moment = None
    citizenship: Items = None
    work_ticket: Items = None
    driver_license_types: Items = None
    has_vehicle: Flag = None
    metro: WireMetro | None = None
    relocation: WireRelocation | None = None
    business_trip_readiness: WireNamed | None = None
    employment: WireNamed | None = None
    employments: Items = None
    employment_form: Items = None
    schedules: Items = None
    schedule: WireNamed | None = None
    work_format: Items = None
    travel_time: WireNamed | None = None
    professional_roles: Items = None
    site: Items = None
    recommendation: Items = None
    portfolio: Items = None
    contact: Items = None
    contact_view_status: Text = None
    contacts_open_until_date: Moment = None
    paid_services: Items = None
    negotiations_history: WireHistory | None = None
