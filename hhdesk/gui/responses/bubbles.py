"""What a conversation is drawn of: bubbles with their words, and days as lines between them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hhdesk.domain.chats import ChatMessage
from hhdesk.gui.kit.labels import IconLabel, Label, Rule
from hhdesk.gui.kit.panes import Card, row
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Space, Type
from hhdesk.gui.moments import clock
from hhdesk.gui.resumes.document import Passage
from hhdesk.gui.resumes.texts import PassageText, Text


def is_waiting(message: ChatMessage) -> bool:
    """Whether it is one of ours that hh.ru has not confirmed."""
    return message.id.startswith("outbox.")


def day_of(message: ChatMessage) -> str:
    """The day under whose line a message stands."""
    if message.created_at is None:
        return ""
    local = message.created_at.astimezone()
    pattern = QCoreApplication.translate("Numbers", "MMMM d", "a date without a year, in Qt's letters")
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def day_line(day: str) -> QWidget:
    """The day in the middle of a line."""
    line = QWidget()
    line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    layout = row(line, margins=(0, 0.3, 0, 0.15), spacing=Space.MEDIUM)
    layout.addWidget(Rule(), 1)
    layout.addWidget(Label(day, Type.SMALL, "muted"))
    layout.addWidget(Rule(), 1)
    return line


def bubble(message: ChatMessage) -> QWidget:
    """Own messages at the right on the colour of what is chosen, theirs at the left on grey."""
    line = QWidget()
    line.setObjectName(f"message_{message.id}")
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    card = Card(edge=None, role="select" if message.ours else "idle")
    card.body.setContentsMargins(px(0.9), px(0.6), px(0.9), px(0.45))
    card.body.setSpacing(px(0.3))
    attached = [attachment.title for attachment in message.attachments if attachment.title]
    words = message.text or ("" if attached else _without_words(message))
    if words:
        card.body.addWidget(PassageText(Passage(words)))
    for title in attached:
        card.body.addLayout(_attachment(title))
    card.body.addWidget(Label(_under(message), Type.TINY, "muted"), 0, Qt.AlignmentFlag.AlignRight)
    card.setAccessibleName(f"{message.author} {words} {', '.join(attached)}".strip())
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    wide = px(min(32.0, max(11.0, len(words) * 0.52 + 2.4)))
    card.setMaximumWidth(wide)
    # The words take the width that they need up to the most; the other side gives way first.
    if message.ours:
        layout.addStretch(1)
    layout.addWidget(card, 100)
    if not message.ours:
        layout.addStretch(1)
    return line


def _attachment(title: str) -> QHBoxLayout:
    line = row(spacing=Space.SMALL)
    line.addWidget(IconLabel("paperclip"))
    line.addWidget(Text(title, wrap=True, selectable=True), 1)
    return line


def _without_words(message: ChatMessage) -> str:
    word = QCoreApplication.translate
    known = {
        "PARTICIPANT_JOINED": word("Chats", "joined the chat"),
        "PARTICIPANT_LEFT": word("Chats", "left the chat"),
    }
    return known.get(message.type, word("Chats", "(no text)"))


def _under(message: ChatMessage) -> str:
    word = QCoreApplication.translate
    if is_waiting(message):
        return word("Chats", "waits in the outbox")
    parts = ["" if message.ours else message.author]
    if message.created_at is not None:
        parts.append(clock(message.created_at))
    if message.ours:
        parts.append(word("Chats", "seen") if message.seen_by_other else word("Chats", "delivered"))
    return " · ".join(part for part in parts if part)
