"""Vacancies.

All silent. Source: get-active-vacancy-list, get-vacancy, get-vacancy-stats.
"""

from hhdesk.api import decode
from hhdesk.api.aside import aside
from hhdesk.api.http import Http
from hhdesk.api.urls import path_segment
from hhdesk.domain.identity import EmployerId, ResumeId, VacancyId
from hhdesk.domain.negotiations import InvitableVacancy
from hhdesk.domain.vacancies import Vacancy, VacancyDay, VacancyShort
from hhdesk.domain.values import Answer, Page


class Vacancies:
    """The company's vacancies."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def active(self, employer_id: EmployerId, page: int = 0, per_page: int = 50) -> Page[VacancyShort]:
        """One page of the manager's own published vacancies, from 0. Source: get-active-vacancy-list."""
        return await self._list(f"{_employer(employer_id)}/active", page, per_page)

    async def get(self, vacancy_id: VacancyId) -> Answer[Vacancy]:
        """One vacancy in full. Source: get-vacancy."""
        answered = await self._http.silent(f"/vacancies/{path_segment(vacancy_id)}")
        return await aside(decode.vacancy_answer, answered.body)

    async def stats(self, vacancy_id: VacancyId) -> tuple[VacancyDay, ...]:
        """Views and responses of the last five days. Source: get-vacancy-stats."""
        answered = await self._http.silent(f"/vacancies/{path_segment(vacancy_id)}/stats")
        return decode.vacancy_days(answered.body)

    async def invitable(self, employer_id: EmployerId, resume_id: ResumeId) -> tuple[InvitableVacancy, ...]:
        """Own vacancies that fit a resume, with the acts that invite; unreadable ones are left out.

        hh.ru takes `resume_id` alone, without a page. Source: get-active-vacancy-list.
        """
        answered = await self._http.silent(f"{_employer(employer_id)}/active", [("resume_id", resume_id)])
        return (await aside(decode.invitable_page, answered.body)).values

    async def _list(self, path: str, page: int, per_page: int) -> Page[VacancyShort]:
        answered = await self._http.page_sizes.read(
            path,
            per_page,
            lambda size: self._http.silent(path, [("page", str(page)), ("per_page", str(size))]),
        )
        return await aside(decode.vacancy_page, answered.body)


def _employer(employer_id: EmployerId) -> str:
    return f"/employers/{path_segment(employer_id)}/vacancies"
