"""The dialog of one act on many people: who they are, one letter with places, and what each of them gets."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.acts.people import PeopleList
from hhdesk.gui.acts.request import ActPerson, ActRequest
from hhdesk.gui.kit.labels import Rule
from hhdesk.gui.kit.states import Strip, StripTone
from hhdesk.services import places
from hhdesk.services.drafts import ActDraft


class ManyDialog(ActDialog):
    """As the dialog for one, with the people at the left; whoever loses the tick is left out."""

    WIDTH: ClassVar = 84

    def __init__(self, request: ActRequest, window: QWidget) -> None:
        self.people = PeopleList(request.people)
        super().__init__(request, window)
        self.people.changed.connect(self._changed)
        self.letter.set_places(tuple(request.people[0].values))
        self._changed()

    @property
    def chosen(self) -> tuple[ActPerson, ...]:
        """For whom it would be done now."""
        return self.people.chosen

    # Building

    def _panes(self, fields: QWidget) -> QHBoxLayout:
        """The people, and at their right the letter over what one of them gets."""
        panes = QHBoxLayout()
        panes.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(fields, 4)
        right.addWidget(Rule())
        right.addWidget(self.preview, 3)
        panes.addWidget(self.people, 2)
        panes.addWidget(Rule(upright=True))
        panes.addLayout(right, 5)
        return panes

    def _build_person(self) -> None:
        """No single person: the list at the left says who it is for. Here stands who lacks something."""
        self._gap = Strip(tone=StripTone.NO, icon="triangle-alert", rounded=True, name="actGap")
        self._gap.acted.connect(lambda: self.people.leave_out(self.people.lacking))
        self._gap.hide()

    def _build_letter(self) -> None:
        super()._build_letter()
        self._column.addWidget(self._gap)

    # What comes of it

    def _show(self, draft: ActDraft, address: str) -> None:
        self.people.show_text(draft.message)
        one, count = self.people.current, len(self._request.people)
        place = self._request.people.index(one) + 1
        title = self.tr("What {person} gets · {place} of {count}")
        self.preview.show_draft(
            replace(draft, message=places.filled(draft.message, one.values)),
            address,
            self.sms.text(),
            title.format(person=one.name, place=place, count=count),
        )
        self._tell_count(draft)

    def _tell_count(self, draft: ActDraft) -> None:
        chosen, lacking = self.chosen, self.people.lacking
        letters = len(chosen) if draft.message.strip() else 0
        free = self.tr("Free: these people applied themselves.")
        told = self.tr("%n letter(s).", "", letters) if letters else self.tr("Without a letter.")
        self._price.setText(f"{free} {told}")
        self.do_button.set_words(self.tr("{act}: {count}").format(act=self._act_name(), count=len(chosen)))
        self._gap.say(
            self.tr("%n person(s) lack what the letter has a place for.", "", len(lacking)),
            self.tr("Their letter would have a gap."),
            self.tr("Leave them out"),
        )
        self._gap.setVisible(bool(lacking))
        reason = "" if chosen else self.tr("Nobody is ticked")
        if lacking:
            reason = self.tr("Decide first about those who lack something")
        self.do_button.setEnabled(not reason and not self._tasks.is_running("submit"))
        self.do_button.setToolTip(reason)
        self.do_button.setAccessibleDescription(reason)

    def _act_name(self) -> str:
        choice = self._choice()
        return choice.name if choice is not None else ""

    def submit(self) -> None:
        """Keep the decision for everybody who is ticked; not while a letter would have a gap."""
        if self.chosen and not self.people.lacking:
            super().submit()

    def done(self, result: int) -> None:
        self.people.changed.disconnect(self._changed)
        super().done(result)
