"""hh.ru's acts as buttons: in its order, with number keys; the person's rejection last, in red."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hhdesk.domain.negotiations import Action, Response
from hhdesk.domain.outbox import OutboxEntry, WriteKind
from hhdesk.gui.acts.request import ActChoice, choices
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import literal, tip
from hhdesk.gui.kit.theme import px

_MOST_KEYS: Final = 9
"""Acts that have a number key; further ones are in the bar without one."""


class ActButtons(QObject):
    """Makes the buttons of a response. They stay as long as the acts look the same: a click that began before
    a refresh still ends on its button, and going through a list costs no buttons."""

    asked = Signal(object, bool)
    """ActChoice, and whether it shall go with a letter."""
    refused = Signal(str)
    """Why an act that was asked for cannot be done now."""
    rejection_asked = Signal(bool)
    """The person wants to reject; with a letter or not."""

    def __init__(self, bar: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._known: tuple[object, ...] = ()
        self._waiting = False
        self._acts: tuple[Action, ...] = ()
        self.many = 0
        """For how many people an act is, where some are ticked; told before `show`."""
        self.buttons: tuple[Button, ...] = ()
        """In the order of their keys, without the rejection."""
        self.rejection: Button | None = None

    @property
    def acts(self) -> tuple[Action, ...]:
        """hh.ru's acts in the order of their keys, without the rejection."""
        return self._acts

    def clear(self) -> None:
        """Nobody is chosen; the bar lets the buttons go."""
        self._known, self._acts, self.buttons, self.rejection = (), (), (), None

    def show(self, response: Response, pending: tuple[OutboxEntry, ...], bound: str | None) -> bool:
        """Make the buttons of `response`; False where those that are there still serve.

        Args:
            bound: id of the act that the person bound as their rejection, None before the first use.
        """
        waiting = any(entry.intent.kind is WriteKind.ACTION for entry in pending)
        offered = tuple(one for one in response.actions if not one.hidden)
        self._waiting = waiting
        self._acts = tuple(one for one in offered if one.id != bound)
        looks = tuple((one.id, one.name, self._tip(one), bool(one.sub_actions)) for one in offered)
        known = (looks, waiting, bound, self.many, self.tr("Reject…"))
        if known == self._known:
            return False
        self._known = known
        self.buttons = tuple(self._button(number, one) for number, one in enumerate(self._acts, start=1))
        self.rejection = self._rejection(offered, bound)
        return True

    def press(self, number: int, with_letter: bool, *, for_many: bool = False) -> None:
        """The key of the act `number` was pressed; for many people it does not matter what holds this one."""
        if number <= len(self._acts):
            button, action = self.buttons[number - 1], self._acts[number - 1]
            self._press(button, action, with_letter, for_many=for_many)

    def why_not(self, action: Action) -> str:
        """Why an act cannot be done now; empty where it can."""
        if self._waiting:
            return self.tr("An act waits to be sent: take it back first")
        return "" if action.enabled else self.tr("hh.ru does not allow it now")

    def _button(self, number: int, action: Action) -> Button:
        key = str(number) if number <= _MOST_KEYS else ""
        has_menu = bool(action.sub_actions)
        button = Button(self._words(action), key=key, menu_arrow=has_menu, name=f"respond{number}")
        button.setEnabled(bool(self.many) or not self.why_not(action))
        button.setToolTip(tip(self._tip(action)))
        button.setProperty("forTheSite", bool(action.unknown_required))
        button.setProperty("hasMenu", has_menu)
        button.clicked.connect(lambda: self.press(number, False, for_many=bool(self.many)))
        return button

    def _words(self, action: Action) -> str:
        """hh.ru's name of the act, and for how many it is."""
        if not self.many:
            return action.name
        return self.tr("{act}: {count}").format(act=action.name, count=self.many)

    def _rejection(self, offered: tuple[Action, ...], bound: str | None) -> Button | None:
        found = next((one for one in offered if one.id == bound), None)
        if not offered or (bound is not None and found is None):
            return None
        words = self._words(found) if found is not None else self.tr("Reject…")
        button = Button(words, kind=Kind.DANGER, key="R", name="respondReject")
        if found is not None:
            button.setEnabled(bool(self.many) or not self.why_not(found))
            button.setToolTip(tip(self._tip(found)))
        else:
            button.setEnabled(not self._waiting)
            button.setToolTip(self.tr("At the first use you say which of hh.ru's acts it is"))
        button.clicked.connect(lambda: self.rejection_asked.emit(False))
        return button

    def _tip(self, action: Action) -> str:
        if action.unknown_required:
            wanted = ", ".join(action.unknown_required)
            return self.tr("hh.ru asks for {argument}: do it on the site").format(argument=wanted)
        if why := self.why_not(action):
            return why
        if action.takes("message") and not action.requires("message"):
            return f"{self.tr('Shift with the key: with a letter')}\n{self._and_then()}"
        return self._and_then()

    def _and_then(self) -> str:
        return self.tr("If this person was opened, the next one opens then: the candidate sees it")

    def _press(self, button: Button, action: Action, with_letter: bool, *, for_many: bool = False) -> None:
        why = self.why_not(action)
        if why and not for_many:
            self.refused.emit(why)
        elif action.sub_actions:
            self._open_menu(button, action, with_letter)
        else:
            self.asked.emit(ActChoice(action), with_letter)

    def _open_menu(self, button: Button, action: Action, with_letter: bool) -> None:
        """The act itself, and the employer's own stages of it."""
        place: QWidget = button
        if not button.isVisible():
            # It stands folded behind the button for further acts.
            more = [one for one in self._bar().findChildren(Button) if one.objectName().endswith(".more")]
            place = next((one for one in more if one.isVisible()), self._bar())
        menu = QMenu(place)
        menu.setObjectName("subActionsMenu")
        for choice in choices((action,)):
            # The act itself would only repeat what its button says.
            alone = choice.sub_action is None
            words = self.tr("Only “{act}”").format(act=choice.name) if alone else choice.name
            entry = menu.addAction(literal(words))
            entry.setObjectName(f"subAction_{choice.key}")
            entry.triggered.connect(lambda _=False, chosen=choice: self.asked.emit(chosen, with_letter))
        # Without the style its height is another than the one that is shown.
        menu.ensurePolished()
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        corner = place.mapToGlobal(QPoint(0, 0))
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height() - px(0.3)))
