"""The Responses section: vacancies with hh.ru's lists, the list, the person; acts go to the outbox."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hhdesk.domain.listing import ListedResponse
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxEntry, OutboxState, WriteKind
from hhdesk.domain.preferences import Preferences
from hhdesk.gui.actions import ActionId, act_key
from hhdesk.gui.acts.request import ActChoice
from hhdesk.gui.keys import KeyMap
from hhdesk.gui.moments import present
from hhdesk.gui.responses.lists import ResponseLists
from hhdesk.gui.resumes.reader import on_a_button
from hhdesk.gui.sections import Place, Shell, WidthClass

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_DONE: Final = frozenset({OutboxState.SETTLED, OutboxState.REFUSED, OutboxState.TAKEN_BACK})
_AFTER_MS: Final = 700
"""After this hh.ru's counters and rows are read again when something was opened or settled."""
_STAY_MS: Final = 400
"""Who is passed more quickly is not opened by moving."""
_COMMANDS: Final = frozenset(
    {
        ActionId.OPEN,
        ActionId.DOWNLOAD_PDF,
        ActionId.CHAT,
        ActionId.HISTORY,
        ActionId.FORGET,
        ActionId.REJECT,
        ActionId.TICK,
        ActionId.ONE_QUEUE,
    }
)


class ResponsesSection(ResponseLists):
    """Wires the panes. Lists and counters are silent; opening a person and every act are the person's."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(services, shell, parent)
        self._clock = QTimer(self, interval=30_000)
        self._after = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._stay = QTimer(self, interval=_STAY_MS, singleShot=True)

    def steps(self) -> tuple[Callable[[], None], ...]:
        return (*super().steps(), self._join)

    def _join(self) -> None:
        self._connect()
        self._bind_keys()
        self.list.set_moving(self.services.settings.get().open_while_moving)
        self.retranslate()
        self._arrange()

    # What the shell asks

    def name(self) -> str:
        return self.tr("Responses")

    def title(self) -> str:
        shown = self._collection.name if self._queue.on and self._collection else self._vacancy_name()
        return f"{self.name()}: {shown}" if shown else self.name()

    def activate(self, place: Place | None = None) -> None:
        self._clock.start()
        if place is not None and place.vacancy_id is not None:
            self._wanted = place
        self.refresh()
        there = self.list.view.isVisible() and bool(self.list.model.ids)
        self._list_wants_keys = not there
        (self.list.view if there else self.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    def deactivate(self) -> None:
        self._clock.stop()

    def refresh(self) -> None:
        """Ask hh.ru for vacancies, lists and rows again; what is shown stays until it answers."""
        if not self.tree.vacancies:
            self.list.wait()
        self._tasks.start("vacancies", self._follow_vacancies(), failed=self._around_failed)
        if self._vacancy:
            self._ask_collections(self._vacancy)
        if self._collection is not None:
            self._ask_list()

    def commands(self) -> frozenset[str]:
        return frozenset(str(one) for one in _COMMANDS)

    def handle_command(self, command: str) -> bool:
        acts: dict[str, Callable[[], object]] = {
            ActionId.OPEN: self._open_current,
            ActionId.DOWNLOAD_PDF: self.reader.resume.ask_pdf,
            ActionId.CHAT: self.reader.show_chat,
            ActionId.HISTORY: self.reader.resume.show_history,
            ActionId.FORGET: self.reader.resume.ask_forget,
            ActionId.REJECT: lambda: self._reject(False),
            ActionId.TICK: self.list.tick_current,
            ActionId.ONE_QUEUE: self.toggle_queue,
        }
        if command == ActionId.BACK:
            return self.step_back()
        do = acts.get(command)
        if do is not None:
            do()
        return do is not None

    def enabled_commands(self) -> frozenset[str]:
        there = self.reader.response is not None
        return self.commands() if there else frozenset({str(ActionId.ONE_QUEUE)})

    def retranslate(self) -> None:
        self.tree_head.set_title(self.tr("Vacancies"))
        self._tell_picker()
        self.queue_button.set_words(self.tr("All in one queue"))
        self.tree.setAccessibleName(self.tr("Vacancies and their lists"))
        self.tree.retranslate(present())
        self.list.retranslate()

    # The person

    def _chosen(self, key: str) -> None:
        row = self.list.row(key)
        self.files.leave()
        if row is None:
            self.reader.clear()
        else:
            self.reader.show_row(row)

    def _open(self, key: str) -> None:
        row = self.list.row(key)
        if row is not None and isinstance(row.response, Response):
            self.reader.show_row(row, opened=row.response.resume is not None)
            self.walk_in()

    def _open_current(self) -> None:
        self._open(self.list.view.current_id())

    def _moved(self) -> None:
        """Opening is traced: moving does it only where the person wants so, and stays for a moment."""
        if self.services.settings.get().open_while_moving and self._width is not WidthClass.SINGLE:
            self._stay.start()

    def _stayed(self) -> None:
        if self.isVisible() and self.reader.resume.resume is None:
            self._open_current()

    def _ask_moving(self, opens: bool) -> None:
        self._tasks.start("moving", self.services.settings.change(open_while_moving=opens))

    def _settings_changed(self, preferences: Preferences) -> None:
        self.list.set_moving(preferences.open_while_moving)
        self._refresh_reader()

    def _opened(self) -> None:
        """hh.ru has marked it as read: its row says so at once, the counters when hh.ru was asked."""
        if self.reader.response is not None and self.reader.is_opened:
            self._queue.seen(self.reader.response.id, self.reader.letter_text)
            self._mark_seen(self.reader.response.id, self.reader.letter_text)
            self._show_queue()
        self._after.start()

    # Acts

    def _meant(self) -> tuple[ListedResponse, ...]:
        """Those gathered by ticks, else the person that is shown."""
        gathered = self.list.gathered
        return gathered if gathered or self.reader.row is None else (self.reader.row,)

    def _ticked(self) -> None:
        """The acts say for whom they are."""
        self.reader.show_gathered(self.list.gathered)
        self._refresh_reader()

    def _do(self, choice: ActChoice, with_letter: bool) -> None:
        meant = self._meant()
        if self.list.gathered:
            self.acting.do_all(meant, choice, self._name_for, with_letter=with_letter)
        elif meant and isinstance(meant[0].response, Response):
            response = meant[0].response
            self.acting.do(response, choice, self._name_for(response), with_letter=with_letter)

    def _press(self, number: int, with_letter: bool) -> None:
        self.reader.acts.press(number, with_letter, for_many=bool(self.list.gathered))

    def _reject(self, with_letter: bool) -> None:
        """R: the act that the person bound as their rejection; at its first use ask which it is."""
        response, bound = self.reader.response, self.services.responses.rejection
        if response is None:
            return
        if bound is None:
            self.acting.ask_which(response)
            return
        action = next((one for one in response.actions if one.id == bound and not one.hidden), None)
        if action is None:
            self.shell.toast(self.tr("hh.ru does not offer your rejection here."))
        elif not self.list.gathered and (why := self.reader.acts.why_not(action)):
            self.shell.toast(why)
        else:
            self._do(ActChoice(action), with_letter)

    def _kept(self, done: frozenset[str]) -> None:
        """The act is in the outbox: on to the next person, who opens where the one before was opened."""
        was_open = self.reader.resume.resume is not None and done == {self.list.view.current_id()}
        self.list.model.tick(done, False)
        self.list.pass_on(done)
        if was_open and self.list.view.current_id() not in done:
            self._open_current()
        if self.reader.chat.writing.text.hasFocus():
            return
        # Its button is gone: the next key is for the next person.
        if self.list.view.isVisible():
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reader.resume.take_focus()

    def _outbox_changed(self, entry: OutboxEntry) -> None:
        shown, negotiation = self.list.shown, entry.intent.negotiation_id
        if shown is not None and negotiation is not None:
            self.list.show_list(self.services.responses.overlay(shown))
            if entry.state is OutboxState.SETTLED:
                # Our own word or act makes nobody new.
                self._mark_seen(negotiation)
            self._refresh_reader()
            if entry.state is OutboxState.TAKEN_BACK and self.isVisible() and not self.list.gathered:
                # Back to the person about whom the decision was undone.
                self.list.view.choose(negotiation)
        self.reader.outbox_changed(entry)
        if entry.state is OutboxState.SETTLED and entry.intent.kind is WriteKind.ACTION and negotiation:
            self._queue.done(negotiation)
            self._show_queue()
        if entry.state in _DONE and (self._queue.on or entry.intent.vacancy_id == self._vacancy):
            self._after.start()

    # Building

    def _connect(self) -> None:
        self.tree.vacancy_opened.connect(self._vacancy_opened)
        self.tree.collection_chosen.connect(self._collection_chosen)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._open)
        self.list.more_asked.connect(self._more)
        self.list.order_asked.connect(self._order_asked)
        self.list.refresh_asked.connect(self.refresh)
        self.list.name_vacancies(self._name_in_queue)
        self.queue_button.clicked.connect(self.toggle_queue)
        self.reader.acts.asked.connect(self._do)
        self.reader.acts.refused.connect(self.shell.toast)
        self.reader.acts.rejection_asked.connect(self._reject)
        self.reader.resume.head.face_came.connect(self.list.show_face)
        self.reader.untick_asked.connect(self.list.untick)
        self.reader.chat_came.connect(self._opened)
        self.reader.resume.shown.connect(lambda _: self._opened())
        self.acting.kept.connect(self._kept)
        self.reader.resume.turned.connect(self.files.turn)
        self.reader.resume.pdf_asked.connect(self.files.show_pdf)
        self.reader.resume.file_asked.connect(self.files.show_file)
        self.reader.resume.save_asked.connect(self.files.save)
        self._after.timeout.connect(self._look_again)
        self._clock.timeout.connect(self.list.tell_age)
        self._stay.timeout.connect(self._stayed)
        self.list.moved.connect(self._moved)
        self.list.ticks_changed.connect(self._ticked)
        self.list.moving_asked.connect(self._ask_moving)
        stops = (
            self.services.outbox.changed.listen(self._outbox_changed),
            self.services.settings.changed.listen(self._settings_changed),
            self.services.sync.looked.listen(lambda _: self._look_for_news()),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])

    def _bind_keys(self) -> None:
        keys = KeyMap(self)
        keys.bind_shift(ActionId.NEXT_ROW, lambda shift: self.list.step(1, extend=shift))
        keys.bind_shift(ActionId.PREVIOUS_ROW, lambda shift: self.list.step(-1, extend=shift))
        keys.bind(ActionId.TICK, self.list.tick_current)
        keys.bind(ActionId.ONE_QUEUE, self.toggle_queue)
        keys.bind(ActionId.OPEN, self._open_current, lambda: not on_a_button() and not self.tree.hasFocus())
        there = self._there
        for number in range(1, 10):
            keys.bind_shift(act_key(number), partial(self._press, number), there)
        keys.bind_shift(ActionId.REJECT, self._reject, there)
        keys.bind(ActionId.CHAT, self.reader.show_chat, there)
        keys.bind(ActionId.CONTACTS, self.reader.resume.ask_contacts, there)
        keys.bind(ActionId.DOWNLOAD_PDF, self.reader.resume.ask_pdf, there)
        keys.bind(ActionId.HISTORY, self.reader.resume.show_history, there)
        keys.bind(ActionId.PAGE_DOWN, self._space, lambda: there() and not on_a_button())
        keys.bind(ActionId.PAGE_UP, self._page_up, there)

    def _page_up(self) -> None:
        self.reader.resume.page(False)

    def _space(self) -> None:
        """Space reads on; on a person who was not opened yet it opens, like Enter."""
        if self.reader.resume.resume is None:
            self._open_current()
        else:
            self.reader.resume.page(True)

    def _there(self) -> bool:
        return self.reader.response is not None
