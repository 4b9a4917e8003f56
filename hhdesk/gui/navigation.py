"""The rail: the places of hhdesk with what is new in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from hhdesk.gui.kit.segments import RailButton, RailTone
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Size
from hhdesk.gui.sections import SectionSpec


class Rail(QWidget):
    """The buttons in their order; the foot holds outbox and settings."""

    chosen = Signal(str)
    """Key of the section that the person wants."""

    def __init__(self, specs: Sequence[SectionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Sections"))
        self._buttons: dict[str, RailButton] = {}
        self._specs = {spec.key: spec for spec in specs}
        self._shown = ""
        Theme.instance().surface(self, "window")
        layout = QVBoxLayout(self)
        layout.setObjectName("railLayout")
        self._layout = layout
        shown = [spec for spec in specs if spec.build is not None]
        for spec in (spec for spec in shown if not spec.at_foot):
            layout.addWidget(self._button(spec), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        for spec in (spec for spec in shown if spec.at_foot):
            layout.addWidget(self._button(spec), 0, Qt.AlignmentFlag.AlignHCenter)
        Theme.instance().changed.connect(self._measure)
        self._measure()

    def button(self, key: str) -> RailButton | None:
        """The button of a section, None where the section has no place yet."""
        return self._buttons.get(key)

    def select(self, key: str) -> None:
        """Mark the section that is shown."""
        self._shown = key
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def set_badge(self, key: str, number: int, urgent: bool = False) -> None:
        """Show the number of news of a section."""
        if found := self._buttons.get(key):
            calm = RailTone.ACCENT if key == "today" else RailTone.NEUTRAL
            found.set_badge(number, RailTone.DANGER if urgent else calm)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk; Enter opens as Space does."""
        buttons: list[QAbstractButton] = list(self._buttons.values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[focused].click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Sections"))
            for key, button in self._buttons.items():
                button.set_words(self._specs[key].name())
        super().changeEvent(event)

    def _button(self, spec: SectionSpec) -> RailButton:
        key = f"Ctrl+{spec.number}" if spec.number else "Ctrl+,"
        button = RailButton(spec.icon, spec.name(), self, key=key, name=f"rail.{spec.key}")
        button.clicked.connect(lambda: self._press(spec.key))
        self._buttons[spec.key] = button
        return button

    def _press(self, key: str) -> None:
        # A pressed button checks or unchecks itself; which one is on is told by the window.
        self.select(self._shown)
        self.chosen.emit(key)

    def _measure(self) -> None:
        self.setFixedWidth(px(Size.RAIL))
        self._layout.setContentsMargins(px(0.4), px(0.3), px(0.4), px(0.45))
        self._layout.setSpacing(px(0.25))
