"""Doing hh.ru's acts on responses: at once where nothing is asked, else by the dialog of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.gui.acts import prices
from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.acts.request import ActChoice, ActOffer, ActRequest, choices
from hhdesk.gui.responses.rows import name_of
from hhdesk.gui.sections import Shell, Way, act
from hhdesk.gui.tasks import Tasks
from hhdesk.services.drafts import ActDraft

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_FREE = Cost(kind=CostKind.FREE, reason=FreeReason.APPLIED)


class Acting(QObject):
    """One per section. What it does is kept in the outbox and can be taken back."""

    def __init__(self, services: Services, shell: Shell, view: QWidget) -> None:
        super().__init__(view)
        self._services, self._shell, self._view = services, shell, view
        self._tasks = Tasks(view, shell.board)
        self._tasks.failed.connect(shell.report)

    def do(self, response: Response, choice: ActChoice, vacancy_name: str, *, with_letter: bool) -> None:
        """Do an act: silently where hh.ru asks nothing and no letter is wanted, else after the dialog."""
        draft = self._draft(response, choice, vacancy_name)
        if choice.action.unknown_required:
            self._to_the_site(response, choice)
        elif not choice.action.enabled:
            self._shell.toast(self.tr("hh.ru does not allow it now: {act}").format(act=choice.name))
        elif with_letter or draft.problems():
            self._open(response, choice, vacancy_name)
        else:
            self._tasks.start(
                f"act {response.id}", self._services.responses.submit(draft, act("act")), self._shell.queued
            )

    def reject(self, response: Response, vacancy_name: str, *, with_letter: bool) -> None:
        """Do the act that the person bound as their rejection; at its first use ask which it is."""
        offered = choices(response.actions)
        bound = self._services.responses.rejection
        found = next((one for one in offered if one.sub_action is None and one.action.id == bound), None)
        if found is not None:
            self.do(response, found, vacancy_name, with_letter=with_letter)
        elif bound is None:
            self._ask_which(response, vacancy_name, with_letter=with_letter)
        else:
            self._shell.toast(self.tr("hh.ru does not offer your rejection here."))

    def _ask_which(self, response: Response, vacancy_name: str, *, with_letter: bool) -> None:
        menu = QMenu(self._view)
        menu.setObjectName("rejectionMenu")
        menu.addSection(self.tr("Which act is your rejection? It will have the key R"))
        for one in choices(response.actions):
            if one.sub_action is not None:
                continue
            entry = menu.addAction(one.name)
            entry.setObjectName(f"rejection_{one.action.id}")
            entry.triggered.connect(
                lambda _=False, choice=one: self._bind(response, choice, vacancy_name, with_letter)
            )
        menu.popup(self._view.mapToGlobal(self._view.rect().center()))

    def _bind(self, response: Response, choice: ActChoice, vacancy_name: str, with_letter: bool) -> None:
        async def bind() -> None:
            await self._services.responses.bind_rejection(choice.action)

        self._tasks.start(
            "bind", bind(), lambda _: self.do(response, choice, vacancy_name, with_letter=with_letter)
        )

    def _to_the_site(self, response: Response, choice: ActChoice) -> None:
        wanted = ", ".join(choice.action.unknown_required)
        words = self.tr("{act}: hh.ru asks for {argument}, which only its site can take.")
        url = response.resume.alternate_url if response.resume else ""
        way = Way("openSite", self.tr("Open hh.ru"), lambda: self._shell.open_browser(url)) if url else None
        self._shell.toast(words.format(act=choice.name, argument=wanted), way=way)

    def _draft(self, response: Response, choice: ActChoice, vacancy_name: str) -> ActDraft:
        return self._services.responses.draft(
            response, choice.action, choice.sub_action, vacancy_name=vacancy_name
        )

    def _open(self, response: Response, choice: ActChoice, vacancy_name: str) -> None:
        services, resume = self._services, response.resume
        person = name_of(resume) if resume is not None else self.tr("Resume withdrawn")

        async def submit(draft: ActDraft) -> OutboxEntry:
            return await services.responses.submit(draft, act("act"))

        rejects = choice.action.id == services.responses.rejection
        preferences = services.settings.get()
        offer = ActOffer(
            vacancy_id=response.vacancy_id or "",
            vacancy_name=vacancy_name,
            choices=(choice,),
            draft=lambda chosen: self._draft(response, chosen, vacancy_name),
        )
        request = ActRequest(
            title=choice.name,
            person_name=person,
            person_detail=vacancy_name,
            has_name=bool(resume and resume.full_name),
            seed=str((resume.person_id or resume.id) if resume else response.id),
            offers=(offer,),
            letter=services.responses.letter,
            addresses=services.responses.addresses,
            submit=submit,
            price=prices.sentence(_FREE, prices.Spends.INVITE),
            cost=_FREE,
            wait_seconds=preferences.rejection_seconds if rejects else preferences.take_back_seconds,
            words=choice.name,
            site_url=resume.alternate_url if resume else "",
        )
        dialog = ActDialog.open_for(request, self._view.window())
        dialog.queued.connect(self._shell.queued)
        dialog.site_asked.connect(self._shell.open_browser)
