"""Inviting somebody who has not applied: reads what hh.ru offers, then opens the dialog of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.identity import VacancyId
from hhdesk.domain.negotiations import InvitableVacancy
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.resumes import ResumeShort
from hhdesk.gui.acts import prices
from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.acts.request import ActChoice, ActOffer, ActRequest, choices
from hhdesk.gui.resumes import hidden, rows
from hhdesk.gui.resumes.wording import DOT
from hhdesk.gui.sections import Place, Shell, consent
from hhdesk.gui.tasks import Tasks
from hhdesk.services.drafts import ActDraft

if TYPE_CHECKING:
    from hhdesk.services.services import Services


class Invite(QObject):
    """One per section: opens the dialog for whom it is told."""

    opened = Signal(object)
    """ActDialog."""

    def __init__(self, services: Services, shell: Shell, view: QWidget) -> None:
        super().__init__(view)
        self._services, self._shell, self._view = services, shell, view
        self._tasks = Tasks(view, shell.board)

    def leave(self) -> None:
        """Somebody else is shown, or another section: the dialog is not to open over them."""
        self._tasks.cancel("invitable")

    def open(self, resume: ResumeShort) -> None:
        """Ask hh.ru silently which own vacancies fit, then open the dialog."""
        self._tasks.start(
            "invitable",
            self._services.invitations.vacancies(resume.id),
            lambda found: self._show(resume, found),
            lambda error: self._shell.report(error, again=lambda: self.open(resume)),
        )

    def _show(self, resume: ResumeShort, vacancies: tuple[InvitableVacancy, ...]) -> None:
        dialog = ActDialog.open_for(self._request(resume, vacancies), self._view.window())
        dialog.queued.connect(self._shell.queued)
        dialog.site_asked.connect(self._shell.open_browser)
        self.opened.emit(dialog)

    def _request(self, resume: ResumeShort, vacancies: tuple[InvitableVacancy, ...]) -> ActRequest:
        services = self._services
        cost = services.invitations.cost(resume)

        async def submit(draft: ActDraft) -> OutboxEntry:
            return await services.invitations.submit(draft, consent("invite", cost))

        return ActRequest(
            title=self.tr("Invitation"),
            person_name=resume.full_name or rows.title(resume),
            person_detail=self._detail(resume, cost),
            has_name=bool(resume.full_name),
            first_offer=services.invitations.clearly_meant(resume, vacancies),
            seed=str(resume.person_id or resume.id),
            offers=tuple(self._offer(resume, vacancy) for vacancy in vacancies),
            letter=services.act_values.letter,
            addresses=services.act_values.addresses,
            submit=submit,
            price=self._price(resume, cost),
            cost=cost,
            wait_seconds=services.settings.get().take_back_seconds,
            words=self.tr("Invite"),
            open_existing=lambda offer: self._shell.open_section(
                "responses", Place(resume_id=resume.id, vacancy_id=VacancyId(offer.vacancy_id))
            ),
            site_url=resume.alternate_url,
        )

    @staticmethod
    def _price(resume: ResumeShort, cost: Cost) -> str:
        warning = hidden.consequence(resume) if cost.kind is CostKind.CONTACT else ""
        return " ".join(part for part in (prices.sentence(cost, prices.Spends.INVITE), warning) if part)

    def _offer(self, resume: ResumeShort, vacancy: InvitableVacancy) -> ActOffer:
        def draft(choice: ActChoice) -> ActDraft:
            made = self._services.invitations.draft(resume, vacancy, choice.action)
            made.sub_action = choice.sub_action
            return made

        return ActOffer(
            vacancy_id=vacancy.id,
            vacancy_name=vacancy.name,
            choices=choices(vacancy.actions) if vacancy.can_invite else (),
            draft=draft,
            existing=vacancy.state,
        )

    def _detail(self, resume: ResumeShort, cost: Cost) -> str:
        parts = [rows.title(resume)] if resume.full_name else []
        if cost.kind is CostKind.CONTACT:
            parts.append(self.tr("contacts open with the invitation"))
        return DOT.join(parts)
