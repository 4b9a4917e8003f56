"""The head of the results: how many, how old, and the conditions as chips."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hhdesk.domain.account import Dictionaries
from hhdesk.domain.listing import SearchResult
from hhdesk.domain.search import ResumeQuery
from hhdesk.gui.compiled.ui_search_section import Ui_SearchSection
from hhdesk.gui.kit.buttons import Button, IconButton
from hhdesk.gui.kit.chips import ChipBar, ChipData
from hhdesk.gui.kit.labels import Rule
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.labels import dress
from hhdesk.gui.moments import ago
from hhdesk.gui.resumes import wording
from hhdesk.gui.resumes.conditions import Condition, conditions


class SearchHead(QObject):
    """Fills the head of the section's form."""

    refresh_asked = Signal()
    filters_asked = Signal()
    query_asked = Signal(object)
    """ResumeQuery: the one of now without a condition."""
    field_asked = Signal(str)
    """Condition.field of the chip that was clicked."""

    def __init__(self, form: Ui_SearchSection, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self.conditions: tuple[Condition, ...] = ()
        self.filters_button = Button("", icon="sliders-horizontal", name="filtersToggle")
        self.filters_button.clicked.connect(self.filters_asked)
        self.refresh_button = IconButton("refresh-cw", "", size=1.0, name="searchRefresh")
        self.refresh_button.clicked.connect(self.refresh_asked)
        self.chips = ChipBar(max_lines=2, name="conditions")
        self.chips.removed.connect(self.remove)
        self.chips.clicked.connect(lambda key: self.field_asked.emit(self.conditions[int(key)].field))
        form.drawerPlace.addWidget(self.filters_button)
        form.refreshPlace.addWidget(self.refresh_button)
        form.chipsPlace.addWidget(self.chips)
        self._edge = Rule()
        form.stripPlace.addWidget(self._edge)
        dress(form.foundLabel, Type.TITLE)
        dress(form.ageLabel, Type.SMALL, "muted")
        form.resultHeadLayout.setContentsMargins(px(1.1), px(0.2), px(1.1), px(0.2))
        form.resultHeadLayout.setSpacing(0)
        form.resultHeadRow.setFixedHeight(px(3.0))
        form.resultHeadRowLayout.setSpacing(px(0.6))
        form.chipsPlace.setContentsMargins(0, 0, 0, px(0.4))

    def set_shown(self, shown: bool) -> None:
        """Stand above the rows, with the line below it, or not at all."""
        self._form.resultHead.setVisible(shown)
        self._edge.setVisible(shown)

    @property
    def chosen(self) -> tuple[Condition, ...]:
        """The conditions that the person set."""
        return tuple(one for one in self.conditions if not one.widening)

    def remove(self, key: str) -> None:
        """Ask without the condition of that chip."""
        self.query_asked.emit(self.conditions[int(key)].without)

    def show_query(self, query: ResumeQuery | None, dictionaries: Dictionaries | None) -> None:
        """The conditions of `query`, the silent widenings of hh.ru's dashed."""
        self.conditions = conditions(query, dictionaries) if query is not None else ()
        self.chips.set_chips(
            ChipData(str(number), one.text, dashed=one.widening) for number, one in enumerate(self.conditions)
        )
        count = len(self.chosen)
        words = QCoreApplication.translate("Search", "Filters")
        self.filters_button.set_words(f"{words} {count}" if count else words)

    def show_result(self, result: SearchResult | None, now: datetime) -> None:
        """How many hh.ru found, and when it said so."""
        self.refresh_button.setVisible(result is not None)
        self._form.foundLabel.setText(wording.resumes_found(result.found) if result is not None else "")
        self._form.ageLabel.setText(ago(result.fetched_at, now) if result is not None else "")

    def retranslate(self) -> None:
        """Words that are not shown anew with every search."""
        word = QCoreApplication.translate
        self.refresh_button.set_words(word("Search", "Refresh"), "Ctrl+R")
        self.chips.setAccessibleName(word("Search", "Conditions of the search"))
