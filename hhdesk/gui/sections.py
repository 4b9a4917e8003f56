"""What the window and its sections promise each other.

A section is one place of the rail (search, responses, vacancies, …). It is a widget, built when it is first
shown, and it gets two things: the services, which do the work, and the shell, which is all that it may know
of the window.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

from msgspec import Struct
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.costs import Cost
from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.identity import NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.values import Captcha
from hhdesk.gui.words import WayOut

if TYPE_CHECKING:
    from hhdesk.gui.tasks import TaskBoard
    from hhdesk.gui.window_state import LayoutMemory
    from hhdesk.services.services import Services


class WidthClass(IntEnum):
    """How much room a section has, by the window's width in em. Larger is wider."""

    SINGLE = 0
    """Below 79 em: one pane, Enter and Esc walk."""
    NARROW = 1
    """Below 104 em: filters are a drawer, the tree a drop-down, minor acts icons."""
    WIDE = 2

    @classmethod
    def of(cls, ems: float) -> WidthClass:
        """The class of a window that is `ems` wide, within half an em: 1024 pixels are 79 em of 13."""
        if round(ems) < 79:
            return cls.SINGLE
        return cls.NARROW if round(ems) < 104 else cls.WIDE


class ToastKind(Enum):
    """What a toast tells; icon and announcement follow from it."""

    DONE = "done"
    TOLD = "told"
    TROUBLE = "trouble"


class Way(Struct, frozen=True):
    """One way out: a button's words and what it does. `name` is its objectName."""

    name: str
    words: str
    go: Callable[[], None]
    key: str = ""
    icon: str = ""


class Question(Struct, frozen=True):
    """Something to be confirmed before it is done. `costs` says what it spends; `words` are on the button."""

    title: str
    text: str
    words: str
    cost: Cost | None = None
    dangerous: bool = False


class Place(Struct, frozen=True):
    """Where a section shall go when it is opened: one of these, or none for where it was."""

    resume_id: ResumeId | None = None
    person_id: PersonId | None = None
    vacancy_id: VacancyId | None = None
    negotiation_id: NegotiationId | None = None
    collection_id: str = ""
    """hh.ru's list in which the negotiation stood last."""
    outbox_id: int | None = None


class Shell(Protocol):
    """The window as sections see it."""

    @property
    def board(self) -> TaskBoard:
        """Where long work is announced, so that the status bar shows it."""

    @property
    def memory(self) -> LayoutMemory:
        """Sizes of splitters and headers, per profile; names start with the section's key and a slash."""

    @property
    def width_class(self) -> WidthClass:
        """The present width; changes come through `Section.handle_width`."""

    def toast(
        self, words: str, *, kind: ToastKind = ToastKind.TOLD, way: Way | None = None, seconds: int = 0
    ) -> None:
        """Tell something in passing; `seconds` counts down on it, 0 stands for its usual time."""

    def queued(self, *entries: OutboxEntry) -> None:
        """Tell that entries of one act wait in the outbox, with the ring and the way to take all back."""

    def report(self, error: HhdeskError, *, again: Callable[[], None] | None = None) -> None:
        """Tell what went wrong, as a sentence with its first way out that leads somewhere from here.

        `again` does once more what failed: where the sentence says so, and after hh.ru's check for robots.
        A lost session, no connection and that check get their strip.
        """

    def go(self, way: WayOut, request_id: str = "") -> bool:
        """Take a way out that leads out of the section; False for one that is the section's own."""

    def open_section(self, key: str, place: Place | None = None) -> None:
        """Show a section; one that is not there yet is answered with a word."""

    def open_person(self, resume_id: ResumeId, person_id: PersonId | None = None) -> None:
        """Show a person in the section that knows the resume."""

    def open_browser(self, url: str) -> None:
        """Open an address of hh.ru's in the browser."""

    def start_sign_in(self) -> None:
        """Begin to sign in; unsent work is kept."""

    def solve_captcha(self, captcha: Captcha, repeat: Callable[[], None]) -> None:
        """Show the strip that leads to hh.ru's check; `repeat` runs when the person came back."""

    def confirm(self, question: Question, then: Callable[[], None]) -> None:
        """Ask in a window-modal sheet and call `then` when the person agreed."""


def act(name: str) -> Act:
    """A person's deliberate act, now."""
    return Act(name=name, at=datetime.now(UTC))


def consent(name: str, cost: Cost) -> Consent:
    """A person's consent to a price that was just shown."""
    return Consent(name=name, at=datetime.now(UTC), cost=cost)


class Section(QWidget):
    """Base of every section: set `key` and `icon`, build in `__init__`, override what is needed."""

    badge_changed = Signal(int, bool)
    """Number on the rail, and whether it asks for a decision (red)."""
    title_changed = Signal()
    """`title` says something else now."""

    key: ClassVar[str]
    """`search`, `responses`, …: name in settings, commands and objectName."""
    icon: ClassVar[str]
    """Lucide name."""
    early: ClassVar[bool] = False
    """Whether it may be shown before it is whole, so that the window is there sooner."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.shell = shell
        self._left = deque(self.steps())
        self.setObjectName(f"section_{self.key}")

    @property
    def widget(self) -> QWidget:
        """What stands right of the rail."""
        return self

    def name(self) -> str:
        """The word on the rail."""
        raise NotImplementedError

    def title(self) -> str:
        """The window's title without the program's name: `Search: Payroll, Nizhny`."""
        return self.name()

    def steps(self) -> tuple[Callable[[], None], ...]:
        """What `__init__` leaves out, in order, each no longer than the loop may be held. They are done one a
        turn where nobody waits: ahead of the person, and after the first paint. Until the last is begun
        nothing but `handle_width` is asked of the section, unless it is `early`: no word has to be there.
        """
        return ()

    @property
    def is_complete(self) -> bool:
        """Whether every step is done, or the last one is being done."""
        return not self._left

    def step(self) -> None:
        """Do the next step; nothing where none is left."""
        if self._left:
            self._left.popleft()()

    def complete(self) -> None:
        """Do all the steps that are left: somebody waits."""
        while self._left:
            self.step()

    def begun(self) -> object:
        """What the person has begun here and a section built in this one's place shall go on with: text that
        is being written, ticks, the place. None where there is nothing. Values only: this section goes.
        """
        return None

    def unsent(self) -> int:
        """How many texts were begun here that are kept nowhere: who closes the window is told."""
        return 0

    def take_up(self, begun: object) -> None:
        """Go on with what `begun` of the section before told. Called once, when the section is whole, before
        `activate`.
        """

    def activate(self, place: Place | None = None) -> None:
        """The section is shown now: take the focus, begin reads, go to `place`."""

    def deactivate(self) -> None:
        """Another section is shown now: stop clocks and reads that serve only the eye."""

    def handle_width(self, width: WidthClass) -> None:
        """Rearrange for the present width. Called before the first show too."""

    def refresh(self) -> None:
        """Ctrl+R: ask hh.ru again, silently."""

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, from left to right."""
        return (self,)

    def toast_floor(self) -> tuple[QWidget, ...]:
        """The bars above which toasts stand, those of them that are shown; none for the lower edge."""
        return ()

    def commands(self) -> frozenset[str]:
        """Commands of menu and palette that belong to this section (ids of gui/actions)."""
        return frozenset()

    def handle_command(self, command: str) -> bool:
        """Do a command of menu or palette (an id of gui/actions); False when it is not this section's."""
        return False

    def enabled_commands(self) -> frozenset[str]:
        """Those of `commands` that would do something now; menu and palette grey out the rest."""
        return self.commands()

    def price_of(self, command: str) -> str:
        """What a command would spend now, in words for the palette; empty says nothing."""
        return ""

    def retranslate(self) -> None:
        """Set every text anew after the language changed; forms call their `retranslateUi` here."""

    def changeEvent(self, event: QEvent) -> None:
        """Pass a change of language on."""
        if event.type() == QEvent.Type.LanguageChange and (self.early or self.is_complete):
            self.retranslate()
            self.title_changed.emit()
        super().changeEvent(event)


Build = Callable[["Services", Shell], Section]


class SectionSpec(Struct, frozen=True):
    """One place of the rail. `build` imports its package when it is called, never earlier."""

    key: str
    icon: str
    number: int
    """Ctrl+number; fixed for each section, so that keys stay where they are."""
    name: Callable[[], str]
    build: Build | None = None
    """None while the section is not there yet: its place and its key stay free."""
    at_foot: bool = False
