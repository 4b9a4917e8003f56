"""Responses and invitations: lists are silent, acts are writes at hh.ru's own urls.

Source: get-negotiations, get-collection-negotiations-list, get-negotiation-item, change-negotiation-action,
invite-applicant-to-vacancy, get-negotiation-message-templates.
"""

from functools import partial
from urllib.parse import unquote, urlsplit

from hhdesk.api import decode
from hhdesk.api.aside import aside
from hhdesk.api.http import Http
from hhdesk.api.urls import Pairs, path_segment
from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.identity import NegotiationId, VacancyId
from hhdesk.domain.negotiations import Collections, Letter, Response
from hhdesk.domain.values import Answer, Form, Page


class Negotiations:
    """Responses to own vacancies."""

    def __init__(self, http: Http) -> None:
        self._http = http

    async def collections(self, vacancy_id: VacancyId) -> Answer[Collections]:
        """The lists of a vacancy, as hh.ru names and counts them. Silent. Source: get-negotiations."""
        pairs = [("vacancy_id", vacancy_id), ("with_generated_collections", "true")]
        answered = await self._http.silent("/negotiations", pairs)
        return await aside(partial(decode.collections_answer, vacancy_id=vacancy_id), answered.body)

    async def page(self, url: str, page: int = 0, per_page: int = 50, filters: Pairs = ()) -> Page[Response]:
        """One page of a collection at hh.ru's `url`, 50 at most. Silent.

        Source: get-collection-negotiations-list.
        """
        answered = await self._http.page_sizes.read(
            "negotiations",
            per_page,
            lambda size: self._http.silent(url, [*filters, ("page", str(page)), ("per_page", str(size))]),
        )
        return await aside(decode.response_page, answered.body)

    async def get(self, negotiation_id: NegotiationId) -> Answer[Response]:
        """One response with its present state. Silent. Source: get-negotiation-item."""
        answered = await self._http.silent(f"/negotiations/{path_segment(negotiation_id)}")
        return decode.response_answer(answered.body)

    async def perform(self, method: str, url: str, form: Form, *, act: Act) -> None:
        """An act of hh.ru's at its own method and url.

        A success says only that hh.ru took it: the state is to be read again. Raises AnswerLost when it may
        have been done. Source: change-negotiation-action.
        """
        await self._http.write(method, url, form=form, act=act)

    async def invite(self, method: str, url: str, form: Form, *, consent: Consent) -> NegotiationId | None:
        """An act that creates a negotiation and may spend a contact; its id, where hh.ru's Location tells it.

        Raises AlreadyApplied, AnswerLost and others. Source: invite-applicant-to-vacancy.
        """
        answered = await self._http.write(method, url, form=form, act=consent)
        path = urlsplit(answered.headers.get("location", "")).path.rstrip("/")
        parent, _, last = path.rpartition("/")
        return NegotiationId(unquote(last)) if parent.endswith("/negotiations") and last else None

    async def letter(self, template_url: str) -> Letter:
        """The text of a template at hh.ru's url. Silent. Source: get-negotiation-message-templates."""
        return decode.letter((await self._http.silent(template_url)).body)
