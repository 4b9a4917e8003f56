"""One act on many people: one question, one letter, an entry in the outbox for each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from hhdesk.domain.negotiations import Action, Response
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.gui.acts.request import ActChoice
from hhdesk.gui.sections import act
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


def without_templates(choice: ActChoice) -> ActChoice:
    """The act for a letter to many: hh.ru's template carries the name of one person."""
    return ActChoice(structs.replace(choice.action, templates=()), choice.sub_action)


async def submit(services: Services, gathered: Gathered, filled: ActDraft | None) -> list[OutboxEntry]:
    """Keep one entry for each, or none where that fails; `filled` gives letter, SMS and address to all."""
    # One act: what was decided together is taken back together.
    decided = act("act")
    for draft in gathered.drafts:
        if filled is not None:
            draft.message, draft.send_sms = filled.message, filled.send_sms
            draft.address_id = filled.address_id
    return list(await services.responses.submit_all(gathered.drafts, decided))


def _same(response: Response, wanted: ActChoice) -> ActChoice | None:
    action = next((one for one in response.actions if one.id == wanted.action.id and _can(one)), None)
    if action is None or wanted.sub_action is None:
        return ActChoice(action) if action is not None else None
    sub = next((one for one in action.sub_actions if one.id == wanted.sub_action.id), None)
    return ActChoice(action, sub) if sub is not None else None


def _can(action: Action) -> bool:
    return action.enabled and not action.hidden and not action.unknown_required
