"""What a recruiter asks of the resume search. Source: search-for-resumes."""

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.values import Named, Value

DEPTH = 2000
"""hh.ru gives so many resumes of a search; asking beyond is an error."""


class Words(Value, frozen=True, kw_only=True):
    """One line of words. logic, field and period are ids of hh.ru's dictionaries
    (resume_search_logic, resume_search_fields, resume_search_experience_period); an empty one is hh.ru's
    default.
    """

    text: str
    logic: str = "all"
    fields: tuple[str, ...] = ("everywhere",)
    period: str = ""


class ResumeQuery(Value, frozen=True, kw_only=True):
    """A resume search. Values are hh.ru's ids with their names, so that a stored search reads without
    dictionaries."""

    words: tuple[Words, ...] = ()
    by_text_prefix: bool = False
    areas: tuple[Named, ...] = ()
    relocation: Named | None = None
    metro: tuple[Named, ...] = ()
    professional_roles: tuple[Named, ...] = ()
    skills: tuple[Named, ...] = ()
    experience: tuple[Named, ...] = ()
    salary_from: int | None = None
    salary_to: int | None = None
    currency: str = "RUR"
    only_with_salary: bool = False
    """Adds label=only_with_salary: without it hh.ru keeps resumes that name no salary."""
    age_from: int | None = None
    age_to: int | None = None
    only_with_age: bool = False
    gender: Named | None = None
    only_with_gender: bool = False
    citizenship: tuple[Named, ...] = ()
    work_ticket: tuple[Named, ...] = ()
    driver_licenses: tuple[str, ...] = ()
    education: tuple[Named, ...] = ()
    institutions: tuple[Named, ...] = ()
    languages: tuple[Named, ...] = ()
    """Ids like `eng.b2`."""
    employment: tuple[Named, ...] = ()
    schedule: tuple[Named, ...] = ()
    job_search_status: tuple[Named, ...] = ()
    labels: tuple[Named, ...] = ()
    period_days: int | None = None
    search_in_responses: bool = False
    fit_for_vacancy: VacancyId | None = None
    order: Named | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no condition narrows the search (order and currency narrow nothing)."""
        return self == ResumeQuery(order=self.order, currency=self.currency)
