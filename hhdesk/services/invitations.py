"""Inviting somebody who has not applied: which vacancies fit, what it costs, and the invitation itself."""

import re
from typing import TYPE_CHECKING

from hhdesk.domain.acts import Consent
from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.negotiations import Action, InvitableVacancy
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.resumes import ResumeShort
from hhdesk.services.context import Context
from hhdesk.services.drafts import ActDraft

if TYPE_CHECKING:
    from hhdesk.services.contacts import Contacts
    from hhdesk.services.outbox import Outbox


_ANY_TRADE = frozenset({"менедж", "специа", "старши", "младши", "ведущи", "главны", "помощн", "ассист",
                        "руково", "сотруд", "manage", "senior", "junior"})  # fmt: skip
"""Beginnings of words that stand in the names of many trades and tell none."""


class Invitations:
    """Silent reads for the dialog; the invitation goes through the outbox."""

    def __init__(self, context: Context, contacts: "Contacts", outbox: "Outbox") -> None:
        self._context = context
        self._contacts = contacts
        self._outbox = outbox

    async def vacancies(self, resume: ResumeId) -> tuple[InvitableVacancy, ...]:
        """Own vacancies for this resume, those with acts first. Source: get-active-vacancy-list."""
        found = await self._context.api.vacancies.invitable(self._context.employer, resume)
        return tuple(sorted(found, key=lambda vacancy: not (vacancy.can_invite and vacancy.actions)))

    def cost(self, resume: ResumeShort) -> Cost:
        """An invitation opens the contacts and spends one, once per resume and company; it is no view.

        Contacts that are open already make it free; otherwise it costs what opening them does, also where
        no link to open them is offered, since the invitation itself spends.
        """
        opened = self._contacts.cost(resume)
        if opened.kind is CostKind.FREE and opened.reason in (FreeReason.ALREADY_OPEN, FreeReason.APPLIED):
            return opened
        return Cost(
            kind=CostKind.CONTACT, amount=1, left=opened.left, limit=opened.limit, hidden=opened.hidden
        )

    @staticmethod
    def clearly_meant(resume: ResumeShort, vacancies: tuple[InvitableVacancy, ...]) -> str:
        """Id of the vacancy that needs no choosing: the only one that fits, or the only one whose name says
        what the resume's title says, also where a negotiation exists in it already. Empty where the person
        has to choose.
        """
        wanted = _stems(resume.title)
        meant = [one for one in vacancies if _say_the_same(wanted, _stems(one.name))]
        fitting = [one for one in vacancies if one.can_invite and one.actions and one.state is None]
        known = [one for one in meant if one.state is not None]
        if len(known) == 1 and not any(one in fitting for one in meant):
            return known[0].id
        if len(fitting) > 1:
            fitting = [one for one in fitting if one in meant]
        return fitting[0].id if len(fitting) == 1 else ""

    def draft(self, resume: ResumeShort, vacancy: InvitableVacancy, action: Action) -> ActDraft:
        """An invitation to be filled in."""
        return ActDraft(action=action, vacancy=vacancy, resume=resume)

    async def submit(self, draft: ActDraft, consent: Consent) -> OutboxEntry:
        """Keep the invitation in the outbox; it is sent after the take-back window."""
        return await self._outbox.add(draft.intent(consent))


def _stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words, so that endings do not matter."""
    words = re.findall(r"\w+", text.casefold().replace("ё", "е"))
    return frozenset(word[:6] for word in words if len(word) > 3 or word.isascii())


def _say_the_same(wanted: frozenset[str], name: frozenset[str]) -> bool:
    """Whether one of them says all that the other says, and more than a word of any trade."""
    return bool((wanted & name) - _ANY_TRADE) and (wanted <= name or name <= wanted)
