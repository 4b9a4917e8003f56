"""The candidate's first words over the resume, at a line, folded where they are long."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hhdesk.domain.chats import ChatMessage
from hhdesk.gui.kit.buttons import LinkButton
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.paint import box
from hhdesk.gui.kit.panes import column, row
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Space, Type
from hhdesk.gui.moments import present, time_or_day
from hhdesk.gui.resumes.document import Passage
from hhdesk.gui.resumes.texts import PassageText
from hhdesk.gui.resumes.wording import DOT

_LONG: Final = 700
"""Characters that are shown at first; the resume shall be in sight under the letter."""


class LetterView(QWidget):
    """Shows one message, whole on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("responseLetter")
        self._message: ChatMessage | None = None
        self._whole = False
        body = column(self, margins=(1.1, 0.15, 0, 0.15), spacing=Space.SMALL)
        head = row(spacing=Space.MEDIUM)
        self._title = Label("", Type.SMALL_STRONG, "muted")
        self._facts = Label("", Type.SMALL, "faint", name="responseLetterFacts")
        head.addWidget(self._title, 1)
        head.addWidget(self._facts)
        body.addLayout(head)
        self.words = PassageText(Passage(""))
        self.words.setObjectName("responseLetterText")
        body.addWidget(self.words)
        self._more = LinkButton("", name="responseLetterMore")
        self._more.clicked.connect(self._show_whole)
        body.addWidget(self._more)
        self.hide()

    def show_message(self, message: ChatMessage | None, now: datetime) -> None:
        """None hides the letter: there is none, or it was not read yet."""
        if message is None or self._message is None or message.id != self._message.id:
            self._whole = False
        self._message = message
        self.setVisible(message is not None)
        if message is None:
            return
        text = message.text.strip()
        folded = len(text) > _LONG and not self._whole
        self.words.setText(f"{text[:_LONG].rsplit(' ', 1)[0]}…" if folded else text)
        self._more.setVisible(folded)
        self._more.set_words(self.tr("The whole letter"))
        self._title.setText(self.tr("Letter"))
        when = time_or_day(message.created_at, now) if message.created_at is not None else ""
        count = self.tr("%n word(s)", "", len(text.split()))
        self._facts.setText(DOT.join(part for part in (when, count) if part))
        self.setAccessibleName(self._title.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line at which it stands."""
        box(QPainter(self), QRectF(0, 0, px(0.2), self.height()), 0, Theme.current().rim)

    def _show_whole(self) -> None:
        message, self._whole = self._message, True
        self.show_message(message, present())
