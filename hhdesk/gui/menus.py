"""The menu bar, made of the table of actions; a section's actions show and grey with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from hhdesk.gui.actions import ACTIONS, ActionId, Menu, make_action, menu_actions
from hhdesk.gui.sections import Section

_HANDLED_BY_KEYS = frozenset({ActionId.BACK})
"""Esc belongs to whatever is open: as a shortcut of the window it would never get there."""


class Menus:
    """Builds the menus once and follows the section that is shown.

    Args:
        do: does an action of the window; called with every triggered action's id.
        of_window: actions that the window itself can always do.
    """

    def __init__(self, bar: QMenuBar, do: Callable[[str], None], of_window: frozenset[ActionId]) -> None:
        self._bar = bar
        self._do = do
        self._of_window = of_window
        self._section: Callable[[], Section | None] = lambda: None
        self.actions: dict[ActionId, QAction] = {}
        self._menus: dict[Menu, QMenu] = {}
        for menu in Menu:
            if menu is not Menu.NONE:
                self._build(menu)

    def follow(self, section: Callable[[], Section | None]) -> None:
        """Ask `section` which commands there are when a menu opens."""
        self._section = section
        self.refresh()

    def refresh(self, *, grey: bool = False) -> None:
        """Show what the window and the present section can do.

        What would do nothing now is greyed while a menu is open only: shortcuts of grey actions are dead.
        """
        section = self._section()
        known = section.commands() if section is not None else frozenset()
        ready = section.enabled_commands() if section is not None else frozenset()
        for identifier, action in self.actions.items():
            of_window = identifier in self._of_window
            action.setVisible(of_window or identifier.value in known)
            action.setEnabled(not grey or of_window or identifier.value in ready)
        for menu in self._menus.values():
            menu.setEnabled(any(action.isVisible() for action in menu.actions()))

    def retranslate(self) -> None:
        """Every word anew."""
        for menu, shown in self._menus.items():
            shown.setTitle(menu.words())
        for identifier, action in self.actions.items():
            spec = ACTIONS[identifier]
            words = spec.words.replace("&", "&&")
            action.setText(f"{words}\t{spec.key_text}" if spec.is_letter and spec.key else words)

    def _build(self, menu: Menu) -> None:
        made = QMenu(menu.words(), self._bar)
        made.setObjectName(f"menu_{menu.name.lower()}")
        for spec in menu_actions(menu):
            action = make_action(spec.id, self._owner())
            if spec.id in _HANDLED_BY_KEYS:
                action.setShortcut("")
            action.triggered.connect(lambda _=False, name=spec.id.value: self._do(name))
            self.actions[spec.id] = action
            made.addAction(action)
        made.aboutToShow.connect(lambda: self.refresh(grey=True))
        made.aboutToHide.connect(lambda: QTimer.singleShot(0, self.refresh))
        self._menus[menu] = made
        self._bar.addMenu(made)

    def _owner(self) -> QWidget:
        return self._bar.window()
