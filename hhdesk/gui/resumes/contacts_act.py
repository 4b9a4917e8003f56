"""Opening contacts: what it costs is said first, and the consent is made where the person gave it."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hhdesk.domain.costs import Cost, CostKind
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.domain.values import Aged
from hhdesk.gui.acts import prices
from hhdesk.gui.resumes import hidden
from hhdesk.gui.resumes.confirm_strip import ConfirmStrip
from hhdesk.gui.sections import act, consent
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.contacts import ContactOffer
    from hhdesk.services.services import Services


class ContactsAct(QObject):
    """Asks in the strip, opens, and tells the resume as it is then."""

    read = Signal(object)
    """Aged[Resume]: the resume was read to learn the price."""
    opened = Signal(object)
    """Aged[Resume]: with its contacts."""
    nothing_to_ask = Signal()
    """Open already, or not to be opened: the block over the resume says why."""
    busy = Signal(str, bool)
    """Whose contacts are being opened, and whether they still are."""
    failed = Signal(str, object)
    """For whose resume, and the HhdeskError."""

    def __init__(self, services: Services, confirm: ConfirmStrip, view: QWidget) -> None:
        super().__init__(view)
        self._services, self._confirm = services, confirm
        self._tasks = Tasks(view)

    def ask(self, short: ResumeShort, full: Resume | None) -> None:
        """Say what the contacts cost, and open them if the person agrees."""
        if full is not None:
            self._offer(full, self._services.contacts.cost(full))
            return
        self._take(short, self._services.contacts.offer(short, act("ask_contacts")))

    def leave(self) -> None:
        """Another person is shown: a price that was asked for is of no interest any more."""
        self._tasks.cancel("offer")

    def _learn(self, short: ResumeShort) -> None:
        self._take(short, self._services.contacts.learn(short, act("learn_contacts")))

    def _take(self, short: ResumeShort, work: Coroutine[Any, Any, ContactOffer]) -> None:
        self._tasks.start(
            "offer",
            work,
            lambda offer: self._offer_came(short, offer),
            lambda error: self.failed.emit(short.id, error),
        )

    def _offer_came(self, short: ResumeShort, offer: ContactOffer) -> None:
        if offer.resume is None:
            self._offer(short, offer.cost)
            return
        self.read.emit(offer.resume)
        self._offer(offer.resume.value, offer.cost)

    def _offer(self, resume: ResumeShort, cost: Cost) -> None:
        if cost.kind is CostKind.CONTACT:
            back = QApplication.focusWidget()
            words = self._sentence(resume, cost)
            self._confirm.ask(words, self.tr("Open"), lambda: self._open(resume, cost), back)
        elif cost.kind is CostKind.VIEW:
            said = prices.sentence(cost, prices.Spends.OPEN)
            if self._services.contacts.cost(resume).kind is not CostKind.FREE:
                said = f"{said} {self.tr('Only the resume tells whether its contacts can be opened.')}"
            self._confirm.ask(said, self.tr("Open"), lambda: self._learn(resume), QApplication.focusWidget())
        elif cost.kind is CostKind.FREE and not (isinstance(resume, Resume) and resume.contacts):
            self._open(resume, cost)
        else:
            self.nothing_to_ask.emit()

    def _sentence(self, resume: ResumeShort, cost: Cost) -> str:
        words = prices.sentence(cost, prices.Spends.CONTACTS)
        return " ".join(part for part in (words, hidden.consequence(resume)) if part)

    def is_opening(self, resume: ResumeId) -> bool:
        """Whether the contacts of this resume are on their way."""
        return self._tasks.is_running(f"open {resume}")

    def _open(self, resume: ResumeShort, cost: Cost) -> None:
        self.busy.emit(resume.id, True)
        work = self._services.contacts.open(resume, consent("open_contacts", cost))
        # Per resume: what was paid for one is told, though another is opened meanwhile.
        self._tasks.start(
            f"open {resume.id}", work, self._came, lambda error: self._not_opened(resume.id, error)
        )

    def _came(self, aged: Aged[Resume]) -> None:
        self.busy.emit(aged.value.id, False)
        self.opened.emit(aged)

    def _not_opened(self, resume: ResumeId, error: HhdeskError) -> None:
        self.busy.emit(resume, False)
        self.failed.emit(resume, error)
