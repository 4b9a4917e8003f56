"""What the window tells in passing, and above all of acts: that they wait, can be taken back, are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.gui.actions import ACTIONS, ActionId
from hhdesk.gui.kit.toasts import Toast, Toaster
from hhdesk.gui.moments import clock, present
from hhdesk.gui.sections import Place, ToastKind, Way
from hhdesk.gui.sentences import name_of, settled, subject, way_words
from hhdesk.gui.words import WayOut

if TYPE_CHECKING:
    from hhdesk.gui.shell import WindowShell
    from hhdesk.services.outbox import Outbox

_LONGEST_COUNTDOWN: Final = 600
"""Seconds; what waits longer is told by its time."""
_ICONS: Final = {ToastKind.DONE: "check", ToastKind.TOLD: "info", ToastKind.TROUBLE: "circle-alert"}


class ActToasts(QObject):
    """Toasts over the foot of `floor`. What was said by `say` is said anew in another language."""

    def __init__(self, shell: WindowShell, floor: QWidget) -> None:
        super().__init__(shell)
        self._shell = shell
        self._outbox: Outbox | None = None
        self.toaster = Toaster(floor)
        self._of_acts: dict[Toast, frozenset[int]] = {}
        """The toasts of acts that can be taken back, with the entries of each."""
        self._sayings: dict[Toast, Callable[[], None]] = {}
        """How to say anew what a toast says, in another language."""

    def begin(self, outbox: Outbox) -> None:
        """From now on there are acts."""
        self._outbox = outbox

    def show(self, words: str, *, kind: ToastKind, way: Way | None = None, seconds: int = 0) -> Toast:
        """Tell something; `seconds` counts down on it."""
        act, key, do = (way.words, way.key, way.go) if way is not None else ("", "", None)
        if seconds:
            return self.toaster.count_down(
                lambda left: f"{words} {self._seconds(left)}", seconds, act=act, key=key, do=do
            )
        return self.toaster.show(words, icon=_ICONS[kind], act=act, key=key, do=do)

    def say(self, say: Callable[[], None]) -> None:
        """Say something by a toast that can be said anew; nothing where the window is gone meanwhile, since
        writes go on to their end.
        """
        if not isValid(self.toaster):
            return
        before = self.toaster.toasts
        say()
        for toast in self.toaster.toasts:
            if toast not in before:
                self._sayings[toast] = say
                toast.left.connect(lambda toast=toast: self._sayings.pop(toast, None))

    def retranslate(self) -> None:
        """Say anew what can be; the others, which pass soon, go."""
        shown = [(toast, self._sayings.get(toast)) for toast in self.toaster.toasts]
        for toast, _ in shown:
            toast.leave()
        for _, say in shown:
            if say is not None:
                self.say(say)

    # Acts

    def tell_queued(self, entries: Sequence[OutboxEntry], *, online: bool) -> None:
        """Those that wait: the ring runs until the first is sent, the way takes them back, all together."""
        self.say(lambda: self._tell_queued(entries, online))

    def _tell_queued(self, entries: Sequence[OutboxEntry], online: bool) -> None:
        known = {entry.id: entry for entry in self._entries()}
        entries = [known[one.id] for one in entries if one.id in known]
        entries = [entry for entry in entries if entry.state is OutboxState.WAITING]
        if not entries:
            return
        first = min(entries, key=lambda entry: entry.send_at)
        numbers = frozenset(entry.id for entry in entries)
        left = max(1, round((first.send_at - present()).total_seconds()))
        words = self.tr("Take back") if len(entries) == 1 else self.tr("Take back all")
        way = Way("toastTakeBack", words, lambda: self._shell.take_back(*numbers))
        about = subject(first.intent, len(entries))
        if not online:
            told = self.tr("{what}: waits for the connection").format(what=about)
            toast = self.show(told, kind=ToastKind.TOLD, way=way)
        elif left > _LONGEST_COUNTDOWN:
            told = self.tr("{what}: goes out at {time}").format(what=about, time=clock(first.send_at))
            toast = self.show(told, kind=ToastKind.TOLD, way=way)
        else:
            told = self.tr("{what}, in").format(what=about)
            toast = self.show(told, kind=ToastKind.TOLD, way=way, seconds=left)
        self._of_acts[toast] = numbers
        toast.left.connect(lambda: self._of_acts.pop(toast, None))
        self._show_keys()

    def follow(self, entry: OutboxEntry) -> None:
        """Tell the end of what the person decided; its beginning is told by whoever added it."""
        self._leave_countdowns()
        self._show_keys()
        self.say(lambda: self._tell_end(entry))

    def _tell_end(self, entry: OutboxEntry) -> None:
        if entry.state is OutboxState.SETTLED:
            self.show(settled(entry.intent), kind=ToastKind.DONE)
        elif entry.state is OutboxState.REFUSED:
            way = Way("toOutbox", way_words(WayOut.OUTBOX), lambda: self._to_outbox(entry.id))
            words = self.tr("hh.ru did not accept it: {person}").format(person=name_of(entry.intent))
            self.show(words, kind=ToastKind.TROUBLE, way=way)

    def tell_taken_back(self, entries: Sequence[OutboxEntry]) -> None:
        """These were stopped before they were sent."""
        self.say(lambda: self._tell_taken_back(entries))

    def _tell_taken_back(self, entries: Sequence[OutboxEntry]) -> None:
        if len(entries) > 1:
            words = self.tr("%n taken back. hh.ru got nothing.", "", len(entries))
            way = Way("toOutbox", way_words(WayOut.OUTBOX), lambda: self._shell.open_section("outbox"))
        else:
            person = name_of(entries[0].intent)
            words = self.tr("Taken back: {person}. hh.ru got nothing.").format(person=person)
            way = Way("toOutbox", way_words(WayOut.EDIT), lambda: self._to_outbox(entries[0].id))
        self.show(words, kind=ToastKind.DONE, way=way)

    def tell_expired(self, people: int) -> None:
        """So many were forgotten because their time is over."""

        def say() -> None:
            words = self.tr("%n person(s) forgotten here: the time that you chose is over", "", people)
            self.show(words, kind=ToastKind.TOLD)

        self.say(say)

    def _leave_countdowns(self) -> None:
        """Toasts of which nothing waits any more go: what they promise is done, or taken back."""
        waiting = {entry.id for entry in self._entries() if entry.state is OutboxState.WAITING}
        for toast, numbers in tuple(self._of_acts.items()):
            if not numbers & waiting:
                toast.leave()

    def _show_keys(self) -> None:
        """The key stands where it does what it says: on the toast of what was decided last."""
        last = {entry.id for entry in self._outbox.last_undoable()} if self._outbox is not None else set()
        key = ACTIONS[ActionId.TAKE_BACK_LAST].key_text
        for toast, numbers in self._of_acts.items():
            toast.set_key(key if numbers & last else "")

    def _entries(self) -> tuple[OutboxEntry, ...]:
        return self._outbox.entries if self._outbox is not None else ()

    def _seconds(self, left: int) -> str:
        return self.tr("%n s", "", left)

    def _to_outbox(self, identifier: int) -> None:
        self._shell.open_section("outbox", Place(outbox_id=identifier))
