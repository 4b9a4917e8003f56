"""What hh.ru has for the arguments of its acts, invitations and others alike: letters and addresses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from hhdesk.domain.negotiations import Address, Letter, Template
from hhdesk.services import places

if TYPE_CHECKING:
    from hhdesk.services.context import Context


class ActValues:
    """Silent reads for the dialog of an act."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def letter(self, template: Template) -> Letter:
        """hh.ru's text for a template. Source: get-negotiation-message-templates."""
        return await self._context.api.negotiations.letter(template.url)

    async def letter_for_many(self, people: Sequence[tuple[Template, places.Values]]) -> Letter:
        """hh.ru's text for a template with places for what differs from person to person.

        Args:
            people: the same template as hh.ru offers it to each of some people, with what belongs to them;
                two with different names are enough to prove the text.

        Returns:
            The letter; its text is empty where no text is right for everybody.
        """
        letters = [(await self.letter(template), values) for template, values in people]
        text = places.of_letters([(letter.mail, values) for letter, values in letters])
        return structs.replace(letters[0][0], mail=text) if letters else Letter()

    async def addresses(self) -> tuple[Address, ...]:
        """The company's addresses. Source: get-employer-addresses."""
        return await self._context.api.account.addresses(self._context.employer)
