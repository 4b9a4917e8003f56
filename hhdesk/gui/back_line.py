"""The way back where there is one pane: over the person or the card, to the list that they come from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Rule
from hhdesk.gui.kit.panes import column, row
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Size


class BackLine(QWidget):
    """An arrow with the name of where it leads; Esc does the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Line")
        self.setFixedHeight(px(Size.HEAD))
        Theme.instance().surface(self, "panel")
        lines = column(self, spacing=0)
        # In a widget of its own: a layout would take no more height than the button, and lift the rule.
        place = QWidget(self)
        line = row(place, margins=(0.55, 0, 0.55, 0))
        self.button = Button("", kind=Kind.QUIET, icon="arrow-left", key="Esc", name=name)
        line.addWidget(self.button)
        line.addStretch(1)
        lines.addWidget(place, 1)
        lines.addWidget(Rule())
