"""The person behind a response: where it stands, the resume with the letter, and hh.ru's acts at the foot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from hhdesk.domain.chats import Chat
from hhdesk.domain.errors import CaptchaRequired, HhdeskError
from hhdesk.domain.identity import ChatId
from hhdesk.domain.listing import ListedResponse, ListedResume
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.values import Aged
from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.panes import EmptyState
from hhdesk.gui.kit.theme import Theme
from hhdesk.gui.moments import present, time_or_day
from hhdesk.gui.responses.act_buttons import ActButtons
from hhdesk.gui.responses.chat import ChatView
from hhdesk.gui.responses.gathered import GatheredStrip
from hhdesk.gui.responses.letter import LetterView
from hhdesk.gui.responses.state_line import StateLine
from hhdesk.gui.resumes.reader import ResumeReader
from hhdesk.gui.sections import Shell, act
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services


class ResponseReader(QWidget):
    """Puts what belongs to a response around the reader of resumes."""

    chat_came = Signal()
    """hh.ru gave the conversation, and has marked it as read."""
    untick_asked = Signal()
    """Nobody shall be ticked any more."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._shell = services, shell
        self._row: ListedResponse | None = None
        self._chat: Chat | None = None
        self._opened = ""
        self._by_act = False
        self._gathered: tuple[ListedResponse, ...] = ()
        self._drafts: dict[str, str] = {}
        """Messages that were begun, by their chats: going to another person takes nothing away."""
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self._build()
        self.retranslate()
        self.clear()

    # What is shown

    @property
    def row(self) -> ListedResponse | None:
        """The row that is shown."""
        return self._row

    @property
    def response(self) -> Response | None:
        """The response that is shown."""
        response = self._row.response if self._row is not None else None
        return response if isinstance(response, Response) else None

    @property
    def letter_text(self) -> str:
        """The candidate's first words; empty where there are none, or they were not read."""
        letter = self._chat.letter if self._chat is not None else None
        return letter.text if letter is not None else ""

    @property
    def is_opened(self) -> bool:
        """Whether the person opened this response: moving to a copy that is kept opens nothing."""
        return self._by_act

    @property
    def begun(self) -> dict[str, str]:
        """Messages that were begun, by their chats."""
        self._keep_begun()
        return {chat: text for chat, text in self._drafts.items() if text}

    def take_up(self, begun: dict[str, str]) -> None:
        """Go on with messages that were begun."""
        self._drafts |= begun

    def clear(self) -> None:
        """Nobody is chosen."""
        self._leave()
        self.acts.clear()
        self.resume.setVisible(True)
        self.ghost.hide()
        self._tell_gathered()

    def show_gathered(self, people: Sequence[ListedResponse]) -> None:
        """These are ticked: the acts are for them, whoever is on the page."""
        self._gathered = tuple(people)
        self.acts.many = len(people)
        self._tell_gathered()

    def _tell_gathered(self) -> None:
        self.gathered.show_people(self._gathered, self._row)

    def show_row(self, row: ListedResponse, *, opened: bool = False) -> None:
        """Show a row: what is known of it; `opened` is a person's act that reads resume and letter."""
        if not isinstance(row.response, Response):
            self.clear()
            return
        same = self._row is not None and self._row.key == row.key
        if not same:
            self._leave()
        self._row = row
        self._tell_gathered()
        response = row.response
        resume = row.resume
        self.ghost.setVisible(resume is None)
        self.resume.setVisible(resume is not None)
        self.state.show_row(row, response, present())
        self.chat_button.setEnabled(response.chat_id is not None)
        bound = self._services.responses.rejection
        if self.acts.show(response, row.pending, bound) and same:
            # Another person's acts are placed with the prices, below.
            self.resume.refresh_acts()
        if not same:
            self._show_letter()
            self.chat.writing.text.setPlainText(self._drafts.get(response.chat_id or "", ""))
            self._load_stored_chat(response)
        if resume is not None:
            listed = ListedResume(
                key=resume.id, resume=resume, read_here=row.read_here, withdrawn=response.resume is None
            )
            if self.resume.row != listed and same:
                self.resume.update_row(listed)
            self.resume.show_row(listed, opened=opened)
        if opened:
            self._read_chat(response)

    def show_chat(self) -> None:
        """Go to the conversation, reading it first where it was not."""
        response = self.response
        if response is None or response.chat_id is None:
            return
        self.resume.show_page(self.chat)
        if self._opened != self._key():
            if self._chat is None:
                self.chat.say(self.tr("Reading from hh.ru…"))
            self._read_chat(response)
        self.chat.writing.text.setFocus()
        self._to_the_end()

    def read_chat(self) -> None:
        """Read the conversation anew, because the person wishes it: hh.ru marks it as read."""
        self._read_chat(None)

    def _read_chat(self, known: Response | None) -> None:
        """Only an act of the person leads here; hh.ru is asked where `known` tells of something newer."""
        self._by_act, response = True, self.response
        if response is None or response.chat_id is None:
            return
        self._opened = self._key()
        came = self._services.chats.open(response.chat_id, act("open_response"), known)
        key = self._key()

        def again() -> None:
            if self._key() == key:
                self.read_chat()

        self._tasks.start(
            "chat", self._follow_chat(came), failed=lambda error: self._chat_failed(error, again)
        )

    def outbox_changed(self, entry: OutboxEntry) -> None:
        """Own messages under the chat follow the outbox."""
        response = self.response
        if response is not None and response.chat_id is not None and entry.intent.chat_id == response.chat_id:
            self.chat.show_waiting(self._services.chats.waiting(response.chat_id))
            self._to_the_end()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.resume = ResumeReader(self._services, self._shell, self)
        self.resume.foot_acts = self._foot
        self.resume.head.by_name = True
        self.ghost = EmptyState("ghost", "", "", name="responseGhost")
        column.addWidget(self.resume, 1)
        column.addWidget(self.ghost, 1)
        self.state = StateLine()
        self.state.take_back_asked.connect(self._take_back)
        self.letter = LetterView()
        self.resume.form.readerNotices.addWidget(self.state)
        self.resume.form.readerNotices.addWidget(self.letter)
        self.chat = ChatView()
        self.chat.writing.send_asked.connect(self._send)
        self.chat.older_asked.connect(self._older)
        self.chat.again_asked.connect(self.read_chat)
        self.resume.add_page(self.chat, lambda: self.tr("Chat"))
        self.resume.form.readerConfirm.insertWidget(0, self.chat.writing)
        self.gathered = GatheredStrip()
        self.gathered.acted.connect(self.untick_asked)
        self.resume.form.readerConfirm.addWidget(self.gathered)
        self.resume.card.open.clicked.connect(self.read_chat)
        bar = self.resume.form.readerScroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda: self._to_the_end() if self.chat.at_end else None)
        self.chat_button = Button("", icon="message-square", key="M", name="actChat")
        self.chat_button.clicked.connect(self.show_chat)
        self.acts = ActButtons(lambda: self.resume.form.readerFoot, self)
        Theme.instance().surface(self, "page")

    def _foot(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        """hh.ru's acts, and at the right what is always there; the rejection stands last, in red."""
        last = (self.acts.rejection,) if self.acts.rejection is not None else ()
        return self.acts.buttons, (self.resume.pdf_button, self.chat_button, *last)

    # Filling

    def _leave(self) -> None:
        """Nothing of the person before stays."""
        self._tasks.cancel_all()
        self._keep_begun()
        self._row, self._chat, self._opened, self._by_act = None, None, "", False
        self.chat.clear()
        self.resume.clear()

    def _keep_begun(self) -> None:
        response = self.response
        if response is not None and response.chat_id is not None:
            self._drafts[response.chat_id] = self.chat.writing.text.toPlainText()

    def _key(self) -> str:
        return self._row.key if self._row is not None else ""

    def _show_letter(self) -> None:
        """The candidate's first words, where the conversation was read to its beginning."""
        self.letter.show_message(self._chat.letter if self._chat is not None else None, present())

    def _take_back(self, identifier: int) -> None:
        self._tasks.start("take_back", self._services.outbox.take_back(identifier))

    # The chat

    def _load_stored_chat(self, response: Response) -> None:
        if response.chat_id is not None:
            self._tasks.start("stored", self._services.chats.stored(response.chat_id), self._stored_came)

    def _stored_came(self, aged: Aged[Chat] | None) -> None:
        if aged is not None and self._chat is None:
            self._chat_came(aged)

    async def _follow_chat(self, came: AsyncIterator[Aged[Chat]]) -> None:
        async for aged in came:
            self._chat_came(aged)
            if not aged.from_store:
                self.chat_came.emit()

    def _chat_came(self, aged: Aged[Chat]) -> None:
        self._chat = chat = aged.value
        as_of = time_or_day(aged.fetched_at, present()) if aged.from_store else ""
        self.chat.show_chat(chat, self._services.chats.waiting(chat.id), as_of)
        self._show_letter()
        self._to_the_end()

    def _chat_failed(self, error: HhdeskError, again: Callable[[], None]) -> None:
        self._opened = ""
        if self._chat is None:
            self.chat.say(self.tr("The conversation could not be read."), again=True)
        if isinstance(error, CaptchaRequired):
            self._shell.solve_captcha(error.captcha, again)
        else:
            self._shell.report(error)

    def _older(self) -> None:
        if self._chat is not None:
            self.chat.at_end = False
            self._tasks.start(
                "older", self._services.chats.older(self._chat, act("older_messages")), self._older_came
            )

    def _older_came(self, chat: Chat) -> None:
        self._chat = chat
        self.chat.show_chat(chat, self._services.chats.waiting(chat.id))
        self._show_letter()

    def _send(self, text: str) -> None:
        response = self.response
        if response is None or response.chat_id is None:
            return
        self.chat.at_end = True
        chat = response.chat_id
        posted = self._services.chats.post(chat, text, act("write"), response)

        def failed(error: HhdeskError) -> None:
            if isValid(self):
                self._write_again(chat, text)
            self._shell.report(error)

        self._tasks.write(f"post {chat} {text}", posted, self._shell.queued, failed)

    def _write_again(self, chat: ChatId, text: str) -> None:
        """It could not be kept: the words come back to where they were written."""
        response = self.response
        if response is not None and response.chat_id == chat:
            self.chat.writing.write_again(text)
        else:
            self._drafts[chat] = text

    def _to_the_end(self) -> None:
        """The newest message and the field are what a conversation is opened for."""
        if self.chat.isVisible() and self.chat.at_end:
            bar = self.resume.form.readerScroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word anew."""
        self.chat_button.set_words(self.tr("Chat"))
        self.chat.retranslate()
        self.chat.writing.set_wait(self._services.settings.get().take_back_seconds)
        self.ghost.say(
            "ghost",
            self.tr("Resume withdrawn by the candidate"),
            self.tr("hh.ru shows nothing more of it. What you decided and wrote stays in the outbox."),
        )
        row = self._row
        if row is not None:
            self.show_row(row)
            self._show_letter()
        self._tell_gathered()
