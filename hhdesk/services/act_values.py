"""What hh.ru has for the arguments of its acts, invitations and others alike: letters and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hhdesk.domain.negotiations import Address, Letter, Template

if TYPE_CHECKING:
    from hhdesk.services.context import Context


class ActValues:
    """Silent reads for the dialog of an act."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def letter(self, template: Template) -> Letter:
        """hh.ru's text for a template. Source: get-negotiation-message-templates."""
        return await self._context.api.negotiations.letter(template.url)

    async def addresses(self) -> tuple[Address, ...]:
        """The company's addresses. Source: get-employer-addresses."""
        return await self._context.api.account.addresses(self._context.employer)
