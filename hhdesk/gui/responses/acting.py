"""Doing hh.ru's acts on responses: at once where nothing is asked, else by the dialog of the act."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.listing import ListedResponse
from hhdesk.domain.negotiations import Action, Letter, Response, Template
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.gui.acts import prices
from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.acts.many import ManyDialog
from hhdesk.gui.acts.request import ActChoice, ActOffer, ActRequest
from hhdesk.gui.responses import bulk
from hhdesk.gui.responses.rejection import RejectionChoice
from hhdesk.gui.responses.rows import name_of
from hhdesk.gui.sections import Question, Shell, act
from hhdesk.gui.tasks import Tasks
from hhdesk.services.drafts import ActDraft

if TYPE_CHECKING:
    from hhdesk.services.services import Services

Submit = Callable[[ActDraft], Awaitable[OutboxEntry]]

_MOST_NAMES: Final = 12
_FREE = Cost(kind=CostKind.FREE, reason=FreeReason.APPLIED)


class Acting(QObject):
    """One per section. What it does is kept in the outbox and can be taken back."""

    kept = Signal(object)
    """frozenset of the negotiations whose act is in the outbox now."""

    def __init__(self, services: Services, shell: Shell, view: QWidget) -> None:
        super().__init__(view)
        self._services, self._shell, self._view = services, shell, view
        self._tasks = Tasks(view, shell.board)
        self._tasks.failed.connect(shell.report)

    # One person

    def do(self, response: Response, choice: ActChoice, vacancy_name: str, *, with_letter: bool) -> None:
        """Do an act: silently where hh.ru asks nothing and no letter is wanted, else after the dialog."""
        draft = self._draft(response, choice, vacancy_name)
        if choice.action.unknown_required:
            self._to_the_site(response, choice)
        elif not choice.action.enabled:
            self._shell.toast(self.tr("hh.ru does not allow it now: {act}").format(act=choice.name))
        elif with_letter and not choice.action.takes("message"):
            self._shell.toast(self.tr("hh.ru takes no letter with this act: {act}").format(act=choice.name))
        elif with_letter or draft.problems():
            self._open(response, choice, vacancy_name)
        else:
            self._keep(draft, response)

    def _keep(self, draft: ActDraft, response: Response) -> None:
        def failed(error: HhdeskError) -> None:
            self._shell.report(error, again=lambda: self._keep(draft, response))

        work = self._services.responses.submit(draft, act("act"))
        self._tasks.write(f"act {response.id}", work, self._kept, failed)

    def _kept(self, entry: OutboxEntry) -> None:
        self._shell.queued(entry)
        if entry.intent.negotiation_id is not None and isValid(self):
            self.kept.emit(frozenset({entry.intent.negotiation_id}))

    # Many

    def do_all(
        self,
        rows: Sequence[ListedResponse],
        choice: ActChoice,
        vacancy_name: Callable[[Response], str],
        *,
        with_letter: bool,
    ) -> None:
        """The same act on all of `rows`; whoever cannot be acted on is left out, and it is said."""
        ready = [one.response for one in rows if isinstance(one.response, Response) and not one.pending]
        gathered = bulk.gather(self._services, ready, choice, vacancy_name, len(rows) - len(ready))
        if not gathered.drafts:
            self._shell.toast(self.tr("hh.ru allows it for none of them now: {act}").format(act=choice.name))
        elif with_letter and not choice.action.takes("message"):
            self._shell.toast(self.tr("hh.ru takes no letter with this act: {act}").format(act=choice.name))
        elif with_letter or any(draft.problems() for draft in gathered.drafts):
            self._open_for_all(gathered, choice)
        else:
            self._ask_for_all(gathered, choice)

    def _ask_for_all(self, gathered: bulk.Gathered, choice: ActChoice) -> None:
        count = len(gathered.drafts)
        words = self.tr("Free, without a letter: the candidates are told nothing.")
        parts = [
            self._names(gathered),
            words,
            self.tr("It goes out in %n s and can be taken back.", "", self._seconds(choice)),
        ]
        if gathered.left_out:
            parts.append(self.tr("%n of those ticked cannot be acted on now.", "", gathered.left_out))
        title = self.tr("{act}: %n person(s)", "", count).format(act=choice.name)
        button = self.tr("{act}: {count}").format(act=choice.name, count=count)
        question = Question(title, " ".join(parts), button, dangerous=self._rejects(choice))
        self._shell.confirm(question, lambda: self._submit_all(gathered, choice))

    def _names(self, gathered: bulk.Gathered) -> str:
        """Whom it is about: the first of them by name, the others by number."""
        resumes = [draft.response.resume for draft in gathered.drafts if draft.response is not None]
        names = [name_of(one) if one is not None else self.tr("Resume withdrawn") for one in resumes]
        told = ", ".join(names[:_MOST_NAMES])
        rest = len(names) - _MOST_NAMES
        return f"{told} {self.tr('and %n more', '', rest)}." if rest > 0 else f"{told}."

    def _submit_all(self, gathered: bulk.Gathered, choice: ActChoice) -> None:
        def failed(error: HhdeskError) -> None:
            self._shell.report(error, again=lambda: self._submit_all(gathered, choice))

        work = bulk.submit(self._services, gathered, None)
        key = f"act on {sorted(gathered.ids)}"
        self._tasks.write(key, work, lambda entries: self._all_kept(entries, gathered), failed)

    def _open_for_all(self, gathered: bulk.Gathered, choice: ActChoice) -> None:
        """The dialog once; everybody gets the letter with their own name in it."""
        first = gathered.drafts[0].response
        assert first is not None
        people = self.tr("%n person(s)", "", len(gathered.drafts))
        done: list[OutboxEntry] = []

        async def submit(draft: ActDraft) -> OutboxEntry:
            done.extend(await bulk.submit(self._services, gathered, draft, dialog.chosen))
            return done[-1]

        async def letter(template: Template) -> Letter:
            return await bulk.letter(self._services, gathered, template)

        request = self._request(
            choice,
            gathered.drafts[0].vacancy_name,
            first,
            title=f"{choice.name}: {people}",
            person=people,
            submit=submit,
        )
        request = structs.replace(request, letter=letter, people=bulk.people(gathered))
        dialog = ManyDialog.open_for(request, self._view.window())
        dialog.queued.connect(lambda _: self._all_kept(done, gathered))
        dialog.site_asked.connect(self._shell.open_browser)

    def _all_kept(self, entries: list[OutboxEntry], gathered: bulk.Gathered) -> None:
        self._shell.queued(*entries)
        if isValid(self):
            kept = {entry.intent.negotiation_id for entry in entries}
            self.kept.emit(gathered.ids & kept)

    # The person's rejection

    def ask_which(self, response: Response) -> None:
        """At the first use of R: which of hh.ru's acts is the rejection? It is bound, and nothing is done."""
        RejectionChoice(self._view.window(), response.actions, self._bind)

    def _bind(self, action: Action) -> None:
        def bound(_: object) -> None:
            self._shell.toast(self.tr("R does “{act}” from now on").format(act=action.name))

        self._tasks.start("bind", self._services.responses.bind_rejection(action), bound)

    def _rejects(self, choice: ActChoice) -> bool:
        return choice.action.id == self._services.responses.rejection

    def _seconds(self, choice: ActChoice) -> int:
        preferences = self._services.settings.get()
        return preferences.rejection_seconds if self._rejects(choice) else preferences.take_back_seconds

    # The dialog

    def _to_the_site(self, response: Response, choice: ActChoice) -> None:
        wanted = ", ".join(choice.action.unknown_required)
        words = self.tr("{act}: hh.ru asks for {argument}, which only its site can take.")
        url = response.resume.alternate_url if response.resume else ""
        if url:
            self._shell.open_browser(url)
        self._shell.toast(words.format(act=choice.name, argument=wanted))

    def _draft(self, response: Response, choice: ActChoice, vacancy_name: str) -> ActDraft:
        return self._services.responses.draft(
            response, choice.action, choice.sub_action, vacancy_name=vacancy_name
        )

    def _open(self, response: Response, choice: ActChoice, vacancy_name: str) -> None:
        services, resume = self._services, response.resume

        async def submit(draft: ActDraft) -> OutboxEntry:
            return await services.responses.submit(draft, act("act"))

        person = name_of(resume) if resume is not None else self.tr("Resume withdrawn")
        request = self._request(
            choice, vacancy_name, response, title=choice.name, person=person, submit=submit
        )
        dialog = ActDialog.open_for(request, self._view.window())
        dialog.queued.connect(self._kept)
        dialog.site_asked.connect(self._shell.open_browser)

    def _request(
        self,
        choice: ActChoice,
        vacancy_name: str,
        response: Response,
        *,
        title: str,
        person: str,
        submit: Submit,
    ) -> ActRequest:
        services, resume = self._services, response.resume
        offer = ActOffer(
            vacancy_id=response.vacancy_id or "",
            vacancy_name=vacancy_name,
            choices=(choice,),
            draft=lambda chosen: self._draft(response, chosen, vacancy_name),
        )
        return ActRequest(
            title=title,
            person_name=person,
            person_detail=vacancy_name,
            has_name=bool(resume and resume.full_name),
            seed=str((resume.person_id or resume.id) if resume else response.id),
            offers=(offer,),
            letter=services.act_values.letter,
            addresses=services.act_values.addresses,
            submit=submit,
            price=prices.sentence(_FREE, prices.Spends.INVITE),
            cost=_FREE,
            wait_seconds=self._seconds(choice),
            words=choice.name,
            site_url=resume.alternate_url if resume else "",
        )
