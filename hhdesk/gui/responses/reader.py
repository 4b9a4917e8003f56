"""The person behind a response: where it stands, the resume with the letter, and hh.ru's acts at the foot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhdesk.domain.chats import Chat
from hhdesk.domain.listing import ListedResponse, ListedResume
from hhdesk.domain.negotiations import Action, Response
from hhdesk.domain.outbox import OutboxEntry
from hhdesk.domain.values import Aged
from hhdesk.gui.acts.request import ActChoice, choices
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.panes import Card, EmptyState
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.responses.chat import ChatView
from hhdesk.gui.resumes.reader import ResumeReader
from hhdesk.gui.resumes.texts import Text
from hhdesk.gui.sections import Shell, act
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_MOST_ACTS: Final = 9
"""Acts that have a number key; further ones are in the bar without one."""


class ResponseReader(QWidget):
    """Puts what belongs to a response around the reader of resumes."""

    act_asked = Signal(object, bool)
    """ActChoice, and whether it shall go with a letter."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._shell = services, shell
        self._row: ListedResponse | None = None
        self._chat: Chat | None = None
        self._opened = ""
        self._tasks = Tasks(self, shell.board)
        self._choices: tuple[ActChoice, ...] = ()
        self._buttons: list[Button] = []
        self._build()
        self.retranslate()
        self.clear()

    # What is shown

    @property
    def response(self) -> Response | None:
        """The response that is shown."""
        response = self._row.response if self._row is not None else None
        return response if isinstance(response, Response) else None

    @property
    def choices(self) -> tuple[ActChoice, ...]:
        """hh.ru's acts in the order of their keys; the person's rejection stands last."""
        return self._choices

    def clear(self) -> None:
        """Nobody is chosen."""
        self._tasks.cancel_all()
        self._row, self._chat, self._opened = None, None, ""
        self.resume.clear()
        self.resume.setVisible(True)
        self.ghost.hide()

    def show_row(self, row: ListedResponse, *, opened: bool = False) -> None:
        """Show a row: what is known of it; `opened` is a person's act that reads resume and letter."""
        same = self._row is not None and self._row.key == row.key
        if not same:
            self.clear()
        self._row = row
        response = self.response
        if response is None:
            self.clear()
            return
        resume = response.resume or row.stored_resume
        self.ghost.setVisible(resume is None)
        self.resume.setVisible(resume is not None)
        self._show_state(row, response)
        self._show_acts(response)
        if resume is not None:
            listed = ListedResume(
                key=resume.id, resume=resume, read_here=row.read_here, withdrawn=response.resume is None
            )
            self.resume.show_row(listed, opened=opened)
        if not same:
            self.chat.clear()
            self._show_letter()
            self._load_stored_chat(response)
        if opened:
            self.read_chat()

    def show_chat(self) -> None:
        """Go to the conversation, reading it first where it was not."""
        self.resume.show_page(self.chat)
        if self._opened != self._key():
            self.read_chat()
        self.chat.field.setFocus()

    def read_chat(self) -> None:
        """Read the conversation: hh.ru marks it as read, so only an act of the person leads here."""
        response = self.response
        if response is None or response.chat_id is None:
            return
        self._opened = self._key()
        self._tasks.start(
            "chat",
            self._follow_chat(self._services.chats.open(response.chat_id, act("open_response"))),
            failed=lambda error: self.chat.say(""),
        )

    def outbox_changed(self, entry: OutboxEntry) -> None:
        """Own messages under the chat follow the outbox."""
        response = self.response
        if response is not None and response.chat_id is not None and entry.intent.chat_id == response.chat_id:
            self.chat.show_waiting(self._services.chats.waiting(response.chat_id))

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.resume = ResumeReader(self._services, self._shell, self)
        self.resume.foot_acts = self._foot
        self.ghost = EmptyState("ghost", "", "", name="responseGhost")
        column.addWidget(self.resume, 1)
        column.addWidget(self.ghost, 1)
        self.state = Card(role="page", name="responseState")
        self.state.body.setContentsMargins(px(0.75), px(0.45), px(0.75), px(0.45))
        self.state_words = Text("", wrap=True, name="responseStateWords")
        self.state.body.addWidget(self.state_words)
        self.letter = Card(role="panel", edge=None, name="responseLetter")
        self.letter.body.setContentsMargins(px(0.9), px(0.6), px(0.9), px(0.6))
        self.letter_title = Label("", Type.SMALL_STRONG, "muted")
        self.letter_text = Text("", wrap=True, selectable=True, name="responseLetterText")
        self.letter.body.setSpacing(px(0.3))
        self.letter.body.addWidget(self.letter_title)
        self.letter.body.addWidget(self.letter_text)
        self.resume.form.readerNotices.addWidget(self.state)
        self.resume.form.readerNotices.addWidget(self.letter)
        self.chat = ChatView()
        self.chat.send_asked.connect(self._send)
        self.chat.older_asked.connect(self._older)
        self.resume.add_page(self.chat, lambda: self.tr("Chat"))
        self.chat_button = Button("", icon="message-square", key="M", name="actChat")
        self.chat_button.clicked.connect(self.show_chat)
        Theme.instance().surface(self, "page")

    def _foot(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        """hh.ru's acts, and at the right what is always there; the rejection stands last, in red."""
        rejection = self._services.responses.rejection
        both = tuple(zip(self._buttons, self._choices, strict=True))
        acts = tuple(button for button, one in both if not _is(one, rejection))
        last = tuple(button for button, one in both if _is(one, rejection))
        return acts, (self.resume.pdf_button, self.chat_button, *last)

    # Filling

    def _key(self) -> str:
        return self._row.key if self._row is not None else ""

    def _show_state(self, row: ListedResponse, response: Response) -> None:
        ours = response.employer_state.name if response.employer_state else ""
        parts = []
        if ours:
            substage = f" ({response.substage})" if response.substage else ""
            parts.append(self.tr("With you: {state}").format(state=f"{ours}{substage}"))
        if response.state is not None:
            parts.append(self.tr("The candidate sees: {state}").format(state=response.state.name))
        if row.pending:
            waiting = ", ".join(e.intent.action_name or self.tr("a letter") for e in row.pending)
            parts.append(self.tr("Waits to be sent: {act}").format(act=waiting))
        self.state_words.setText("  ·  ".join(parts))
        self.state.setVisible(bool(parts))

    def _show_letter(self) -> None:
        """The candidate's first words, once the conversation was read."""
        messages = self._chat.messages if self._chat is not None and not self._chat.has_more else ()
        first = next((m for m in messages if not m.ours and m.text and m.role in ("APPLICANT", "")), None)
        self.letter.setVisible(first is not None)
        if first is not None:
            self.letter_text.setText(first.text)

    def _show_acts(self, response: Response) -> None:
        offered = choices(response.actions)
        rejection = self._services.responses.rejection
        self._choices = (
            *(one for one in offered if not _is(one, rejection)),
            *(one for one in offered if _is(one, rejection)),
        )
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._act_button(number, one) for number, one in enumerate(self._choices, start=1)]
        self.chat_button.setEnabled(response.chat_id is not None)
        self.resume.refresh_acts()

    def _act_button(self, number: int, choice: ActChoice) -> Button:
        refuses = _is(choice, self._services.responses.rejection)
        key = "R" if refuses else str(number) if number <= _MOST_ACTS else ""
        kind = Kind.DANGER if refuses else Kind.PLAIN
        button = Button(choice.name, kind=kind, key=key, name=f"respond{number}")
        button.setEnabled(choice.action.enabled)
        button.setToolTip(self._tip(choice.action))
        button.clicked.connect(lambda: self.act_asked.emit(choice, False))
        return button

    def _tip(self, action: Action) -> str:
        if action.unknown_required:
            wanted = ", ".join(action.unknown_required)
            return self.tr("hh.ru asks for {argument}: do it on the site").format(argument=wanted)
        if not action.enabled:
            return self.tr("hh.ru does not allow it now")
        if action.takes("message") and not action.requires("message"):
            return self.tr("Shift with the key: with a letter")
        return ""

    # The chat

    def _load_stored_chat(self, response: Response) -> None:
        if response.chat_id is not None:
            self._tasks.start("stored", self._services.chats.stored(response.chat_id), self._stored_came)

    def _stored_came(self, aged: Aged[Chat] | None) -> None:
        if aged is not None:
            self._chat_came(aged.value)

    async def _follow_chat(self, came: AsyncIterator[Aged[Chat]]) -> None:
        async for aged in came:
            self._chat_came(aged.value)

    def _chat_came(self, chat: Chat) -> None:
        self._chat = chat
        self.chat.show_chat(chat, self._services.chats.waiting(chat.id))
        self._show_letter()

    def _older(self) -> None:
        if self._chat is not None:
            older = self._services.chats.older(self._chat, act("older_messages"))
            self._tasks.start("older", older, self._chat_came, failed=self._shell.report)

    def _send(self, text: str) -> None:
        response = self.response
        if response is None or response.chat_id is None:
            return
        posted = self._services.chats.post(response.chat_id, text, act("write"), response)
        self._tasks.start("post", posted, self._shell.queued, failed=self._shell.report)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word anew."""
        self.chat_button.set_words(self.tr("Chat"))
        self.letter_title.setText(self.tr("Letter"))
        self.ghost.say(
            "ghost",
            self.tr("Resume withdrawn by the candidate"),
            self.tr("hh.ru shows nothing more of it. What you decided and wrote stays in the outbox."),
        )
        row = self._row
        if row is not None:
            self._row = None
            self.show_row(row)


def _is(choice: ActChoice, bound: str | None) -> bool:
    """Whether an act is the one that the person bound as their rejection."""
    return bound is not None and choice.sub_action is None and choice.action.id == bound
