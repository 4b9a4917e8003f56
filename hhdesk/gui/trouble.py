"""An error in place of a list: its sentence, and its ways out as buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hhdesk.domain.errors import (
    CaptchaRequired,
    HhdeskError,
    NoConnection,
    SearchLimitReached,
    SessionLost,
    Transient,
    ViewLimitReached,
)
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.states import EmptyState
from hhdesk.gui.sections import Shell
from hhdesk.gui.sentences import sentence, way_words
from hhdesk.gui.words import WayOut

_IN_STRIPS: Final = frozenset({WayOut.CAPTCHA, WayOut.SIGN_IN})
"""Ways out that stand in the strip over the section."""
_HAVE_STRIPS: Final = (SessionLost, NoConnection, CaptchaRequired)


class Trouble:
    """Tells of errors for one list: in `state` where the list is empty, else by the shell."""

    def __init__(self, shell: Shell, state: EmptyState, again: Callable[[], None]) -> None:
        """`again` asks once more for the list."""
        self._shell, self._state, self._again = shell, state, again

    def tell(self, error: HhdeskError, *, in_place: bool, focus: bool = False) -> None:
        """Tell `error`; `in_place` where there are no rows to keep, `focus` where they had the keyboard."""
        if in_place:
            self._fill(error, focus=focus)
        if not in_place or isinstance(error, _HAVE_STRIPS):
            self._shell.report(error, again=self._again)

    def _fill(self, error: HhdeskError, *, focus: bool) -> None:
        said = sentence(error)
        if isinstance(error, Transient):
            self._state.say("cloud-off", said.title, said.text, "no")
        else:
            icon = "gauge" if isinstance(error, ViewLimitReached | SearchLimitReached) else "circle-alert"
            self._state.say(icon, said.title, said.text, "amber")
        elsewhere = _IN_STRIPS if error.request_id else _IN_STRIPS | {WayOut.CODE}
        ways = [way for way in said.ways if way not in elsewhere] or [WayOut.RETRY]
        buttons = [self._button(way, error, first=n == 0) for n, way in enumerate(ways)]
        self._state.set_buttons(buttons)
        self._state.set_chips([])
        if focus:
            # Rows that vanish hand the keyboard to whatever comes next: here it is the way on.
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, way: WayOut, error: HhdeskError, *, first: bool) -> Button:
        again = way in (WayOut.RETRY, WayOut.REPEAT)
        kind = Kind.FILLED if first and not again else Kind.PLAIN
        button = Button(way_words(way), kind=kind, key="Ctrl R" if again else "", name=f"way_{way.value}")
        go = self._again if again else lambda: self._shell.go(way, error.request_id)
        button.clicked.connect(lambda _=False: go())
        return button


def swap(view: QWidget, state: EmptyState, *, rows: bool) -> None:
    """Show the rows or what stands instead of them; the keyboard goes from the state back to the rows."""
    focus = QApplication.focusWidget()
    if rows:
        view.show()
        if focus is not None and state.isAncestorOf(focus):
            view.setFocus(Qt.FocusReason.OtherFocusReason)
    state.setVisible(not rows)
    view.setVisible(rows)
