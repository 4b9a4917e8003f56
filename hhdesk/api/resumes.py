"""Resumes: the search, and the full resume. Source: search-for-resumes, get-resume."""

from collections.abc import Iterable, Iterator

from hhdesk.api import decode
from hhdesk.api.aside import aside
from hhdesk.api.http import Http
from hhdesk.api.urls import pairs_of
from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Answer, Named, Page

_WITH_STATUS = ("with_job_search_status", "true")


class Resumes:
    """hh.ru's resume base."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def search(self, query: ResumeQuery, page: int = 0, per_page: int = 50) -> Page[ResumeShort]:
        """One page of results, counted from 0. Silent. `per_page` is 100 at most, the depth 2,000.

        Raises SearchLimitReached, ArgumentRefused and others. Source: search-for-resumes.
        """
        pairs = [*search_pairs(query), ("page", str(page)), _WITH_STATUS]
        answered = await self._http.page_sizes.read(
            "resumes",
            per_page,
            lambda size: self._http.silent("/resumes", [*pairs, ("per_page", str(size))]),
        )
        return await aside(decode.resume_page, answered.body)

    async def open(self, url: str, *, act: Act) -> Answer[Resume]:
        """The full resume at hh.ru's own `url`, which may carry topic_id.

        Traced: marks as read, may count as a view.
        Raises ViewLimitReached, NotFound, CaptchaRequired and others. Source: get-resume.
        """
        pairs = (_WITH_STATUS, ("with_negotiations_history", "true"))
        answered = await self._http.traced(url, _missing(url, pairs), act=act)
        return await aside(decode.resume_answer, answered.body)

    async def open_contacts(self, url: str, *, consent: Consent) -> Answer[Resume]:
        """The full resume with contacts at hh.ru's `actions.get_with_contact.url`. Paid: may spend a contact.

        Raises ContactsQuotaReached, NoContactService and others. Source: get-resume.
        """
        pairs = (_WITH_STATUS, ("with_negotiations_history", "true"))
        answered = await self._http.paid(url, _missing(url, pairs), consent=consent)
        return await aside(decode.resume_answer, answered.body)

    @staticmethod
    def search_pairs(query: ResumeQuery) -> list[tuple[str, str]]:
        """The parameters of a search, without its page. Source: search-for-resumes."""
        return search_pairs(query)


def _missing(url: str, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those pairs that hh.ru's url does not hold itself."""
    held = {name for name, _ in pairs_of(url)}
    return [pair for pair in pairs if pair[0] not in held]


def search_pairs(query: ResumeQuery) -> list[tuple[str, str]]:
    """The parameters of a search in order, without its page.

    hh.ru ignores what it does not know, and a misspelt name widens the search: tests hold the names against
    the specification. `include_all_folders=false` is always sent, since a search would otherwise stay
    inside the favourite folders.
    """
    pairs = [pair for words in query.words if words.text.strip() for pair in _words(words)]
    if query.by_text_prefix:
        pairs.append(("by_text_prefix", "true"))
    pairs += _place(query)
    pairs += _repeated("professional_role", query.professional_roles)
    pairs += _repeated("skill", query.skills)
    pairs += _repeated("experience", query.experience)
    pairs += _numbers(query)
    pairs += _person(query)
    pairs += _repeated("education_levels", query.education)
    pairs += _repeated("educational_institution", query.institutions)
    pairs += _repeated("language", query.languages)
    pairs += _repeated("employment", query.employment)
    pairs += _repeated("schedule", query.schedule)
    pairs += _repeated("job_search_status", query.job_search_status)
    pairs += [("label", label) for label in _labels(query)]
    pairs += _scope(query)
    return [*pairs, ("include_all_folders", "false")]


def _words(words: Words) -> Iterator[tuple[str, str]]:
    """One complete set: hh.ru takes text, logic, field and period in step, the period empty but present."""
    yield "text", words.text.strip()
    yield "text.logic", words.logic or "all"
    yield "text.field", ",".join(words.fields) or "everywhere"
    yield "text.period", words.period


def _repeated(name: str, values: Iterable[Named]) -> list[tuple[str, str]]:
    return [(name, value.id) for value in values]


def _place(query: ResumeQuery) -> list[tuple[str, str]]:
    pairs = _repeated("area", query.areas)
    if query.relocation is not None and query.areas:
        # It means nothing without a region.
        pairs.append(("relocation", query.relocation.id))
    return pairs + _repeated("metro", query.metro)


def _numbers(query: ResumeQuery) -> list[tuple[str, str]]:
    pairs = [
        (name, str(value))
        for name, value in (
            ("salary_from", query.salary_from),
            ("salary_to", query.salary_to),
            ("age_from", query.age_from),
            ("age_to", query.age_to),
        )
        if value is not None
    ]
    if query.salary_from is not None or query.salary_to is not None:
        pairs.append(("currency", query.currency))
    return pairs


def _person(query: ResumeQuery) -> list[tuple[str, str]]:
    return [
        *([("gender", query.gender.id)] if query.gender is not None else []),
        *_repeated("citizenship", query.citizenship),
        *_repeated("work_ticket", query.work_ticket),
        *(("driver_license_types", category) for category in query.driver_licenses),
    ]


def _labels(query: ResumeQuery) -> list[str]:
    """hh.ru keeps resumes without a salary, age or gender unless a label says otherwise."""
    switches = {
        "only_with_salary": query.only_with_salary,
        "only_with_age": query.only_with_age,
        "only_with_gender": query.only_with_gender,
    }
    chosen = [label.id for label in query.labels]
    return chosen + [label for label, on in switches.items() if on and label not in chosen]


def _scope(query: ResumeQuery) -> list[tuple[str, str]]:
    pairs = []
    if query.search_in_responses:
        pairs.append(("search_in_responses", "true"))
    if query.fit_for_vacancy is not None:
        pairs.append(("vacancy_id", query.fit_for_vacancy))
    if query.period_days is not None:
        pairs.append(("period", str(query.period_days)))
    if query.order is not None:
        pairs.append(("order_by", query.order.id))
    return pairs
