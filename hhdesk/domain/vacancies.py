"""Vacancies. Source: get-active-vacancy-list, get-vacancy, get-vacancy-stats."""

from datetime import date, datetime

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.values import Named, SalaryRange, Value


class VacancyCounters(Value, frozen=True, kw_only=True):
    responses: int = 0
    unread_responses: int = 0
    invitations: int = 0
    invitations_and_responses: int = 0
    resumes_in_progress: int = 0
    views: int = 0
    calls: int = 0
    new_missed_calls: int = 0


class VacancyShort(Value, frozen=True, kw_only=True):
    """A vacancy as lists show it."""

    id: VacancyId
    name: str = ""
    area: str = ""
    address: str = ""
    url: str = ""
    alternate_url: str = ""
    archived: bool = False
    salary: SalaryRange | None = None
    counters: VacancyCounters = VacancyCounters()
    created_at: datetime | None = None
    published_at: datetime | None = None
    expires_at: datetime | None = None
    manager_name: str = ""
    has_test: bool = False
    has_updates: bool = False
    publication: str = ""
    """Name of the tariff."""


class Vacancy(VacancyShort, frozen=True, kw_only=True):
    """A vacancy in full; `description` is HTML of hh.ru's, to be sanitised before it is shown."""

    description: str = ""
    experience: str = ""
    employment: str = ""
    schedule: str = ""
    work_formats: tuple[str, ...] = ()
    key_skills: tuple[str, ...] = ()
    professional_roles: tuple[Named, ...] = ()
    languages: tuple[str, ...] = ()
    driver_licenses: tuple[str, ...] = ()
    contacts: str = ""
    department: str = ""
    test_name: str = ""
    response_letter_required: bool = False
    previous_id: VacancyId | None = None


class VacancyDay(Value, frozen=True, kw_only=True):
    """One day of statistics; None is no data, or a day to come."""

    day: date
    views: int | None = None
    responses: int | None = None
