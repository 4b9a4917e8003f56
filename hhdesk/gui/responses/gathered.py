"""Over the acts: whom they are for, while some are ticked and the page shows one person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from hhdesk.domain.listing import ListedResponse
from hhdesk.gui.kit.panes import Strip, StripTone
from hhdesk.gui.responses.rows import name_of

_MOST_NAMES: Final = 5


class GatheredStrip(Strip):
    """Names those who are ticked, and says where the one on the page is not among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone=StripTone.INFO, icon="users", name="gathered")
        self.hide()

    def show_people(self, people: Sequence[ListedResponse], on_page: ListedResponse | None) -> None:
        """Stand there as long as somebody is ticked."""
        if people:
            named = ", ".join(self._name(one) for one in people[:_MOST_NAMES])
            rest = len(people) - _MOST_NAMES
            if rest > 0:
                named = f"{named} {self.tr('and %n more', '', rest)}"
            words = self.tr("The acts are for them: {names}.").format(names=named)
            if on_page is not None and all(one.key != on_page.key for one in people):
                other = self.tr("The page shows somebody else: {name}.").format(name=self._name(on_page))
                words = f"{words} {other}"
            self.say(self.tr("%n ticked.", "", len(people)), words, self.tr("Untick all"))
        self.setVisible(bool(people))

    def _name(self, row: ListedResponse) -> str:
        return name_of(row.resume) if row.resume is not None else self.tr("resume withdrawn")
