"""The sections of the window: each built when it is first shown, or ahead of that while nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hhdesk.gui.kit.ahead import lay_out_ahead
from hhdesk.gui.places import PLACES
from hhdesk.gui.sections import Place, Section, SectionSpec, WidthClass

if TYPE_CHECKING:
    from hhdesk.gui.main_window import MainWindow
    from hhdesk.gui.window_state import LayoutMemory
    from hhdesk.services.services import Services

_AHEAD: Final = ("search", "responses", "outbox", "vacancies")
"""Sections that a day surely needs."""
_AHEAD_MS: Final = 40


class SectionStack(QObject):
    """Shows one section at a time. The window around it follows `opened`, `changed` and `badge_changed`."""

    opened = Signal(str)
    """The key of the section that is shown now, before it is told where to go."""
    changed = Signal()
    """The section, or what it has to say of itself, is another."""
    completed = Signal()
    """The section that is shown is whole now, and was shown before."""
    badge_changed = Signal(str, int, bool)
    """A section's key, its number, and whether that is urgent."""

    def __init__(self, window: MainWindow, memory: LayoutMemory) -> None:
        super().__init__(window)
        self._window = window
        self._form = window.form
        self._memory = memory
        self._services: Services | None = None
        self._sparing = False
        self._sections: dict[str, Section] = {}
        self._current: Section | None = None
        self._ahead: QTimer | None = None
        self._begun: dict[str, object] = {}
        """What sections that were dropped tell those that are built in their place."""
        self._unlaid: Section | None = None
        """What was built ahead and not laid out yet."""

    @property
    def current(self) -> Section | None:
        """What is shown."""
        return self._current

    @property
    def last_key(self) -> str:
        """The section that is shown, else that of last time, else the first."""
        if self._current is not None:
            return self._current.key
        built = [place.key for place in PLACES if place.build is not None]
        last = self._memory.word("window/section")
        return last if last in built else built[0]

    @property
    def unsent(self) -> int:
        """How many texts were begun in the sections that are kept nowhere."""
        return sum(section.unsent() for section in self._sections.values() if section.is_complete)

    def begin(self, services: Services, *, sparing: bool) -> None:
        """From now on sections can be built; `sparing` leaves out of them what is not for the first paint."""
        self._services = services
        self._sparing = sparing

    def open(self, spec: SectionSpec, place: Place | None) -> None:
        """Show a section, built now if it was not before. Nothing before `begin`."""
        if self._services is None:
            return
        section = self._sections.get(spec.key) or self._build(spec, self._services)
        if not (self._sparing and section.early):
            section.complete()
            self._take_up(section)
        if section is not self._current:
            if self._current is not None:
                self._current.deactivate()
            self._current = section
            self._form.sections.setCurrentWidget(section)
            self._memory.keep_word("window/section", spec.key)
            self.opened.emit(spec.key)
        section.activate(place)
        self.changed.emit()

    def complete(self) -> None:
        """The window was painted: build what was spared, one step a turn."""
        self._sparing = False
        if self._current is not None and not self._current.is_complete:
            QTimer.singleShot(0, self, lambda section=self._current: self._step_shown(section))

    def set_width(self, width: WidthClass) -> None:
        """Another number of panes has room."""
        for section in self._sections.values():
            section.handle_width(width)

    def next_pane(self, *before: QWidget) -> None:
        """Give the keyboard to the next pane that takes it; those `before` stand before the section's own."""
        if self._current is None:
            return
        panes: tuple[QWidget, ...] = (*before, *self._current.panes())
        focus = QApplication.focusWidget()
        around = (place for place, pane in enumerate(panes) if focus and _holds(pane, focus))
        now = next(around, -1)
        for step in range(1, len(panes)):
            target = _first_focus(panes[(now + step) % len(panes)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    # Ahead of the person

    def build_ahead(self) -> None:
        """From now on build what will be wanted, one section at a time, while nobody waits for it."""
        self._ahead = QTimer(self)
        self._ahead.setInterval(_AHEAD_MS)
        # Once everything that waits in the loop is done, so that the two do not hold it up together.
        self._ahead.timeout.connect(lambda: QTimer.singleShot(0, self, self._build_next))
        self._ahead.start()

    def go_on_ahead(self) -> None:
        """There may be something to build ahead again: somebody signed in."""
        if self._ahead is not None:
            self._ahead.start()

    def build_anew(self, *, go_on: bool) -> str:
        """Drop every section: what is built is of another account, or of another size of type. With `go_on`
        those that come in their place go on with what the person has begun.

        Returns:
            The key of the section that was shown; empty where none was.
        """
        shown = self._current.key if self._current is not None else ""
        if not go_on:
            self._begun.clear()
        for section in self._sections.values():
            begun = section.begun() if go_on and section.is_complete else None
            if begun is not None:
                self._begun[section.key] = begun
            if section is self._current:
                section.deactivate()
            self._form.sections.removeWidget(section)
            section.deleteLater()
        self._sections.clear()
        self._current = self._unlaid = None
        self.go_on_ahead()
        return shown

    def _build_next(self) -> None:
        """One part of what will be wanted: any of them takes as long as a turn may."""
        assert self._ahead is not None
        begun = next((section for section in self._sections.values() if not section.is_complete), None)
        if begun is not None:
            begun.step()
            return
        if self._unlaid is not None:
            self._take_up(self._unlaid)
            lay_out_ahead(self._form.deskPage, self._form.pages.size())
            lay_out_ahead(self._unlaid, self._form.sections.size())
            self._unlaid = None
            return
        missing = [spec for spec in PLACES if spec.key in _AHEAD and spec.key not in self._sections]
        signed_in = self._services is not None and self._services.connect.connection.can_ask
        if missing and signed_in and self._services is not None:
            self._unlaid = self._build(missing[0], self._services)
        else:
            # Another account, or a sign-in, starts it again.
            self._ahead.stop()

    def _step_shown(self, section: Section) -> None:
        """What is shown becomes whole."""
        if not isValid(section) or section is not self._current:
            return
        section.step()
        if section.is_complete:
            self.completed.emit()
        else:
            QTimer.singleShot(0, self, lambda: self._step_shown(section))

    def _take_up(self, section: Section) -> None:
        """A section that is whole now goes on with what the one before it has begun."""
        begun = self._begun.pop(section.key, None)
        if begun is not None:
            section.take_up(begun)

    def _build(self, spec: SectionSpec, services: Services) -> Section:
        assert spec.build is not None
        section = spec.build(services, self._window.shell)
        self._sections[spec.key] = section
        # A form sets its own name; outside programs know the section by this one.
        section.setObjectName(f"section_{spec.key}")
        self._form.sections.addWidget(section)
        section.badge_changed.connect(lambda number, red: self.badge_changed.emit(spec.key, number, red))
        section.title_changed.connect(self.changed)
        section.handle_width(self._window.width_class)
        return section


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _first_focus(pane: QWidget) -> QWidget | None:
    """What takes the keyboard first in a pane, where anything does."""
    if _takes_focus(pane):
        return pane
    return next((child for child in pane.findChildren(QWidget) if _takes_focus(child)), None)


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
