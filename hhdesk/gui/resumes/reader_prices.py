"""What the acts on the person in the reader would spend: badges on the buttons, sentences in their tips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.resumes import ResumeShort
from hhdesk.gui.actions import ActionId
from hhdesk.gui.acts import prices
from hhdesk.gui.resumes import hidden
from hhdesk.gui.resumes.reader_panes import ReaderPanes
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services


class ReaderPrices(QObject):
    """Of one reader. What a file costs comes a moment later than the rest: the store knows what is kept."""

    placed = Signal()
    """Buttons are as wide as their badges: the foot is to be arranged."""

    def __init__(self, services: Services, reader: ReaderPanes) -> None:
        super().__init__(reader)
        self._services, self._reader = services, reader
        self._tasks = Tasks(reader)
        self._file: Cost | None = None

    def forget(self) -> None:
        """Somebody else is shown: what was asked about files of the one before tells nothing here."""
        self._tasks.cancel_all()
        self._file = None

    def costs(self, resume: ResumeShort) -> dict[str, Cost]:
        """What each act would spend, by command."""
        known = {
            ActionId.OPEN: self._services.resumes.read_cost(resume),
            ActionId.CONTACTS: self._services.contacts.cost(resume),
            ActionId.INVITE: self._services.invitations.cost(resume),
            ActionId.DOWNLOAD_PDF: self._file,
        }
        return {str(command): cost for command, cost in known.items() if cost is not None}

    def show(self, resume: ResumeShort) -> None:
        """Put the prices on the buttons."""
        reader = self._reader
        self._keep_room()
        contacts = self._services.contacts.cost(resume)
        is_open = contacts.kind is CostKind.FREE and contacts.reason is FreeReason.ALREADY_OPEN
        # What is hidden stays hidden whichever way the contact is spent.
        for button, price, spends, icon in (
            (reader.contacts_button, contacts, prices.Spends.CONTACTS, "lock-open" if is_open else "lock"),
            (
                reader.invite_button,
                self._services.invitations.cost(resume),
                prices.Spends.INVITE,
                "mail-plus",
            ),
        ):
            warning = hidden.warning(resume) if price.kind is CostKind.CONTACT else ""
            said = " ".join(part for part in (prices.sentence(price, spends), warning) if part)
            button.set_icon("eye-off" if warning else icon)
            button.set_cost(prices.badge(price))
            button.setToolTip(said)
            button.setAccessibleDescription(said)
        self.placed.emit()
        self._tasks.start("file", self._services.files.cost(resume), self._file_cost_came)

    def _keep_room(self) -> None:
        """Prices come with the full resume and go when something was opened: the buttons stay in place."""
        contact, view = Cost(kind=CostKind.CONTACT, amount=1), Cost(kind=CostKind.VIEW, amount=1)
        reader = self._reader
        reader.contacts_button.keep_room_for(prices.badge(structs.replace(contact, views=1)))
        reader.invite_button.keep_room_for(prices.badge(contact))
        for button in (reader.pdf_button, reader.save_button):
            button.keep_room_for(prices.badge(view))

    def _file_cost_came(self, cost: Cost) -> None:
        self._file = cost
        buttons = (self._reader.pdf_button, self._reader.save_button)
        if buttons[0].cost != prices.badge(cost):
            for button in buttons:
                button.set_cost(prices.badge(cost))
            self.placed.emit()
        for button in buttons:
            button.setToolTip(prices.sentence(cost, prices.Spends.FILE))
            button.setEnabled(cost.kind is not CostKind.UNAVAILABLE)
