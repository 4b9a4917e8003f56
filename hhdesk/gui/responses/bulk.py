"""One act on many people: one question, one letter, an entry in the outbox for each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs
from PySide6.QtCore import QCoreApplication

from hhdesk.domain.negotiations import Action, Letter, Response, Template
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.gui.acts.request import ActChoice, ActPerson
from hhdesk.gui.kit.avatar import initials
from hhdesk.gui.responses.rows import name_of
from hhdesk.gui.sections import act
from hhdesk.services import places
from hhdesk.services.drafts import ActDraft

if TYPE_CHECKING:
    from hhdesk.services.services import Services


class Gathered(Struct, frozen=True):
    """The people whom one act of hh.ru's is for, each with the act as hh.ru offers it to them."""

    drafts: tuple[ActDraft, ...]
    left_out: int
    """How many were gathered too, but cannot be acted on like this now."""

    @property
    def ids(self) -> frozenset[str]:
        """Their responses."""
        return frozenset(draft.response.id for draft in self.drafts if draft.response is not None)


def gather(
    services: Services,
    responses: Sequence[Response],
    wanted: ActChoice,
    vacancy_name: Callable[[Response], str],
    left_out: int,
) -> Gathered:
    """Find the act `wanted` in what hh.ru offers to each; urls differ from person to person."""
    drafts = []
    for response in responses:
        found = _same(response, wanted)
        if found is None:
            left_out += 1
            continue
        name = vacancy_name(response)
        drafts.append(services.responses.draft(response, found.action, found.sub_action, vacancy_name=name))
    return Gathered(tuple(drafts), left_out)


def people(gathered: Gathered) -> tuple[ActPerson, ...]:
    """The people of the dialog, each with what the letter may say of them."""
    return tuple(_person(draft, response) for draft, response in _pairs(gathered))


async def letter(services: Services, gathered: Gathered, template: Template) -> Letter:
    """hh.ru's template as one text for all: made of one person's, proven by another's of another name."""
    known = {one.key: one.values for one in people(gathered)}
    found: dict[str, tuple[Template, Mapping[str, str]]] = {}
    for draft, response in _pairs(gathered):
        values = known[response.id]
        name = next(iter(values.values()))
        own = next((one for one in draft.action.templates if one.id == template.id), None)
        if own is not None and name:
            found.setdefault(name, (own, values))
    return await services.act_values.letter_for_many(list(found.values())[:2])


async def submit(
    services: Services, gathered: Gathered, filled: ActDraft | None, chosen: Sequence[ActPerson] = ()
) -> list[OutboxEntry]:
    """Keep one entry for each, or none where that fails.

    Args:
        filled: gives letter, SMS and address to all; None is the silent act.
        chosen: with `filled`, who is still meant; the letter gets each one's own words.
    """
    # One act: what was decided together is taken back together.
    decided = act("act")
    if filled is None:
        return list(await services.responses.submit_all(gathered.drafts, decided))
    meant = {one.key: one.values for one in chosen}
    drafts = [
        structs.replace(
            draft,
            message=places.filled(filled.message, meant[response.id]),
            send_sms=filled.send_sms,
            address_id=filled.address_id,
            address_text=filled.address_text,
        )
        for draft, response in _pairs(gathered)
        if response.id in meant
    ]
    return list(await services.responses.submit_all(drafts, decided))


def _pairs(gathered: Gathered) -> list[tuple[ActDraft, Response]]:
    return [(draft, draft.response) for draft in gathered.drafts if draft.response is not None]


def _person(draft: ActDraft, response: Response) -> ActPerson:
    word = QCoreApplication.translate
    resume = response.resume
    first, middle = (resume.first_name, resume.middle_name) if resume is not None else ("", "")
    values = {
        word("Invitation", "First and middle name"): " ".join(part for part in (first, middle) if part),
        word("Invitation", "First name"): first,
        word("Invitation", "Vacancy's name"): draft.vacancy_name,
    }
    name = name_of(resume) if resume is not None else word("Responses", "Resume withdrawn by the candidate")
    letters = initials(resume.full_name) if resume is not None else ""
    seed = str((resume.person_id or resume.id) if resume is not None else response.id)
    return ActPerson(key=response.id, name=name, letters=letters, seed=seed, values=values)


def _same(response: Response, wanted: ActChoice) -> ActChoice | None:
    action = next((one for one in response.actions if one.id == wanted.action.id and _can(one)), None)
    if action is None or wanted.sub_action is None:
        return ActChoice(action) if action is not None else None
    sub = next((one for one in action.sub_actions if one.id == wanted.sub_action.id), None)
    return ActChoice(action, sub) if sub is not None else None


def _can(action: Action) -> bool:
    return action.enabled and not action.hidden and not action.unknown_required
