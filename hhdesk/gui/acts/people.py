"""Whom an act on many is for: each by name, with a tick that can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhdesk.gui.acts.request import ActPerson
from hhdesk.gui.kit.labels import Label, Rule
from hhdesk.gui.kit.rows import RowAvatar, RowBadge, RowContent, RowLine, RowsModel, RowsView, Tone
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.services import places


class PeopleList(QWidget):
    """Everybody is ticked at first. The row the person is on is the one whose letter is shown."""

    changed = Signal()
    """Somebody was ticked or left out, or another row is the current one."""

    def __init__(self, people: Sequence[ActPerson], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = {one.key: one for one in people}
        self._text = ""
        Theme.instance().surface(self, "list")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = Label("", Type.STRONG, name="actPeopleCount")
        self._head.setContentsMargins(px(1.1), px(0.85), px(1.1), px(0.85))
        self._model: RowsModel[ActPerson] = RowsModel(lambda one: one.key, self._content, self)
        self.view = RowsView(self, lines=1, avatars=True, ticks=True, height=2.85)
        self.view.setObjectName("actPeople")
        self.view.setAccessibleName(self.tr("Whom it is for"))
        self.view.set_rows(self._model)
        self._model.replace(people)
        self._model.tick(self._model.ids)
        self._model.ticks_changed.connect(self._tell)
        self.view.chosen.connect(lambda _: self.changed.emit())
        column.addWidget(self._head)
        column.addWidget(Rule())
        column.addWidget(self.view, 1)
        self.view.choose(people[0].key)
        self._tell()

    @property
    def chosen(self) -> tuple[ActPerson, ...]:
        """Who is ticked, in the order of the list."""
        return tuple(one for one in self._model.items if one.key in self._model.ticked)

    @property
    def lacking(self) -> tuple[ActPerson, ...]:
        """Who is ticked, and lacks something that the letter has a place for."""
        return tuple(one for one in self.chosen if places.missing(self._text, one.values))

    @property
    def current(self) -> ActPerson:
        """Whose letter is shown."""
        found = self._people.get(self.view.current_id())
        return found or next(iter(self._people.values()))

    def show_text(self, text: str) -> None:
        """The letter was changed: other people may lack something for it."""
        if text != self._text:
            self._text = text
            self._model.reword()

    def leave_out(self, people: Sequence[ActPerson]) -> None:
        """Take the ticks of `people` away."""
        self._model.tick([one.key for one in people], False)

    def _content(self, one: ActPerson) -> RowContent:
        gaps = places.missing(self._text, one.values)
        words = self.tr("nothing for {place}").format(place=", ".join(gaps))
        badges = (RowBadge(words, Tone.NO, "triangle-alert"),) if gaps else ()
        return RowContent(
            one.key, (RowLine(one.name, badges=badges),), avatar=RowAvatar(one.letters, seed=one.seed)
        )

    def _tell(self) -> None:
        self._head.setText(self.tr("%n person(s)", "", len(self.chosen)))
        self.changed.emit()
