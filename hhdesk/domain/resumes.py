"""A resume: what lists show of it, and the whole. Source: search-for-resumes, get-resume."""

from datetime import date, datetime
from enum import StrEnum

from hhdesk.domain.identity import PersonId, ResumeId, VacancyId
from hhdesk.domain.values import Named, Salary, Value


class Experience(Value, frozen=True, kw_only=True):
    """One job. Dates are months in fact (hh.ru sends the first day); `end` None means till now."""

    position: str = ""
    company: str = ""
    area: str = ""
    start: date | None = None
    end: date | None = None
    description: str = ""
    """Plain text, or HTML in old resumes; only the full resume has it."""


class Education(Value, frozen=True, kw_only=True):
    name: str = ""
    organization: str = ""
    result: str = ""
    year: int | None = None
    level: str = ""


class LanguageSkill(Value, frozen=True, kw_only=True):
    id: str = ""
    name: str = ""
    level: str = ""


class ContactKind(StrEnum):
    """Kinds by which hhdesk draws a contact; any other kind of hh.ru's is OTHER."""

    PHONE = "phone"
    EMAIL = "email"
    OTHER = "other"


class Contact(Value, frozen=True, kw_only=True):
    kind: ContactKind = ContactKind.OTHER
    value: str = ""
    comment: str = ""
    preferred: bool = False
    type_name: str = ""


class ContactView(StrEnum):
    """`contact_view_status`: FULL contacts, IPC the platform's chat only, NONE nothing; UNKNOWN where hh.ru
    is silent."""

    FULL = "FULL"
    IPC = "IPC"
    NONE = "NONE"
    UNKNOWN = ""


class PaidService(Value, frozen=True, kw_only=True):
    """What hh.ru offers to buy for this resume, on its site."""

    id: str
    name: str = ""
    description: str = ""
    price_url: str = ""


class HistoryChange(Value, frozen=True, kw_only=True):
    state: str = ""
    created_at: datetime | None = None
    with_message: bool = False


class HistoryVacancy(Value, frozen=True, kw_only=True):
    """What happened between this resume and one vacancy of the company, as hh.ru remembers it (shortened)."""

    vacancy_id: VacancyId
    name: str = ""
    archived: bool = False
    can_edit: bool = False
    changes: tuple[HistoryChange, ...] = ()


class ResumeShort(Value, frozen=True, kw_only=True):
    """A resume as lists show it: no job descriptions, no contacts. Everything but the id may be missing."""

    id: ResumeId
    url: str = ""
    """To be followed exactly as given: it may carry topic_id and undeclared parameters."""
    alternate_url: str = ""
    person_id: PersonId | None = None
    title: str = ""
    first_name: str = ""
    last_name: str = ""
    middle_name: str = ""
    age: int | None = None
    gender: Named | None = None
    area: str = ""
    salary: Salary | None = None
    experience_months: int | None = None
    last_job: Experience | None = None
    education_level: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    viewed: bool = False
    favorited: bool = False
    marked: bool = False
    can_view_full_info: bool | None = None
    hidden_fields: tuple[Named, ...] = ()
    photo_small_url: str = ""
    job_search_status: Named | None = None
    pdf_url: str = ""
    with_contact_url: str = ""
    tags: tuple[str, ...] = ()
    comments: int = 0

    @property
    def full_name(self) -> str:
        """Family name first, or an empty string where hh.ru keeps the name closed."""
        return " ".join(part for part in (self.last_name, self.first_name, self.middle_name) if part)


class Resume(ResumeShort, frozen=True, kw_only=True):
    """A full resume. Reading it from hh.ru leaves a trace."""

    experience: tuple[Experience, ...] = ()
    education: tuple[Education, ...] = ()
    additional_education: tuple[Education, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    skills: tuple[str, ...] = ()
    about: str = ""
    birth_date: date | None = None
    citizenship: tuple[str, ...] = ()
    work_ticket: tuple[str, ...] = ()
    driver_licenses: tuple[str, ...] = ()
    has_vehicle: bool = False
    metro: str = ""
    relocation: str = ""
    business_trips: str = ""
    employments: tuple[str, ...] = ()
    schedules: tuple[str, ...] = ()
    work_formats: tuple[str, ...] = ()
    travel_time: str = ""
    professional_roles: tuple[Named, ...] = ()
    sites: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    portfolio_urls: tuple[str, ...] = ()
    photo_url: str = ""
    contacts: tuple[Contact, ...] = ()
    contact_view: ContactView = ContactView.UNKNOWN
    contacts_open_until: date | None = None
    contacts_closed_again: bool = False
    """Whether name and contacts are of an earlier copy, and hh.ru shows them no more."""
    paid_services: tuple[PaidService, ...] = ()
    rtf_url: str = ""
    history: tuple[HistoryVacancy, ...] = ()


class DocumentFormat(StrEnum):
    PDF = "pdf"
    RTF = "rtf"


class Document(Value, frozen=True, kw_only=True):
    """A downloaded file, checked by its first bytes. `name` is made by us, never hh.ru's."""

    format: DocumentFormat
    content: bytes
