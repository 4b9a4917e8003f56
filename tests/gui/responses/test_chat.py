"""The conversation beside the resume: reading, writing, why not, and how long."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from hhdesk.domain.chats import Chat, ChatMessage
from hhdesk.domain.identity import ChatId, MessageId
from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.responses.chat import ChatView
from hhdesk.services.chats import MESSAGE_LIMIT
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.search_desk import until

CHAT = "get-chat-messages"


def words_of(desk: ResponsesDesk) -> str:
    labels = desk.find(QWidget, "chatMessages").findChildren(QLabel)
    return "\n".join(label.text() for label in labels)


async def _open_chat(desk: ResponsesDesk) -> None:
    """Go to the first conversation in which one may write."""
    for key in desk.model.ids:
        desk.view.choose(key)
        desk.press(Qt.Key.Key_M)
        await until(lambda: not desk.section.reader._tasks.is_running("chat"))
        if desk.shows("chatField"):
            return
    raise LookupError("no chat may be written in")


async def test_m_reads_the_conversation_and_waits_for_words(desk: ResponsesDesk) -> None:
    assert desk.traced(CHAT) == 0
    await _open_chat(desk)
    assert desk.traced(CHAT) >= 1
    assert desk.find(QTextEdit, "chatField").isVisible()
    assert not desk.find(Button, "chatSend").isEnabled()
    assert desk.find(QLabel, "chatWait").isVisible()


async def test_a_conversation_that_was_read_is_read_again_by_wish_alone(desk: ResponsesDesk) -> None:
    await _open_chat(desk)
    key, read = desk.view.current_id(), desk.traced(CHAT)
    # The list learns that nothing is new in it any more.
    await until(lambda: not desk.model.items[desk.model.row_of(key)].response.has_updates)  # type: ignore[union-attr]  # it could be read
    other = next(one for one in desk.model.ids if one != key)
    for chosen in (other, key):
        desk.view.choose(chosen)
    desk.press(Qt.Key.Key_M)
    await until(lambda: "Read at" in desk.find(QLabel, "chatState").text())
    await until(lambda: not desk.section.reader._tasks.is_running("chat"))
    assert desk.traced(CHAT) == read
    desk.click(desk.find(QWidget, "chatAgain"))
    await until(lambda: desk.traced(CHAT) == read + 1)
    await until(lambda: not desk.shows("chatAgain"))


async def test_a_message_waits_under_the_others_and_can_be_taken_back(desk: ResponsesDesk) -> None:
    await _open_chat(desk)
    key = desk.view.current_id()
    desk.find(QTextEdit, "chatField").setPlainText("Добрый день! Когда вам удобно?")
    QTest.keyClick(desk.find(QTextEdit, "chatField"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(desk.waiting) == 1)
    await until(lambda: "Когда вам удобно" in words_of(desk))
    assert "waits in the outbox" in words_of(desk)
    assert desk.view.current_id() == key
    assert "→ message" in desk.spoken(key)
    assert all(one.isEnabled() for one in desk.acts)
    desk.window.shell.take_back_last()
    await until(lambda: "Когда вам удобно" not in words_of(desk))


async def test_a_failed_reading_says_so_and_is_repeated(desk: ResponsesDesk) -> None:
    desk.sandbox.fault("not_found", CHAT, times=1)
    desk.press(Qt.Key.Key_M)
    await until(lambda: "could not be read" in desk.find(QLabel, "chatState").text())
    desk.click(desk.find(QWidget, "chatAgain"))
    assert not desk.shows("chatAgain")
    await until(lambda: desk.find(QLabel, "chatState").text() == "" or desk.shows("chatField"))


def _chat(**changes: object) -> Chat:
    message = ChatMessage(
        id=MessageId("1"), text="Здравствуйте!", created_at=datetime.now(UTC), author="Анна", role="APPLICANT"
    )
    values = {"id": ChatId("5"), "messages": (message,), **changes}
    return Chat(**values)  # type: ignore[arg-type]  # the caller names fields of Chat


async def test_reasons_and_limits_are_said(desk: ResponsesDesk) -> None:
    view = desk.find(ChatView, "chatView")
    view.show_chat(_chat(can_write=False, write_reason="ARCHIVED_BY_EMPLOYER"), ())
    assert "archived" in desk.find(QLabel, "chatState").text()
    assert view.writing.isHidden()
    view.show_chat(_chat(can_write=False, write_reason="TOMORROWS_REASON"), ())
    assert "TOMORROWS_REASON" in desk.find(QLabel, "chatState").text()
    view.show_chat(_chat(), ())
    view.writing.text.setPlainText("я" * (MESSAGE_LIMIT + 2))
    assert not view.writing.send.isEnabled()
    assert "2 characters too many" in view.writing.length.text()
    view.writing.text.setPlainText("я" * MESSAGE_LIMIT)
    assert view.writing.send.isEnabled()
    assert "of 20,000" in view.writing.length.text()


async def test_older_messages_can_be_asked_for(desk: ResponsesDesk) -> None:
    view = desk.find(ChatView, "chatView")
    asked: list[bool] = []
    view.older_asked.connect(lambda: asked.append(True))
    view.show_chat(_chat(has_more=True), ())
    assert not view.older.isHidden()
    view.older.click()
    assert asked
    view.show_chat(_chat(), ())
    assert view.older.isHidden()


async def test_the_letter_is_the_first_word_of_the_candidate() -> None:
    theirs = ChatMessage(id=MessageId("1"), text="Здравствуйте!", role="APPLICANT")
    ours = ChatMessage(id=MessageId("2"), text="Приглашаем", ours=True, role="EMPLOYER")
    robot = ChatMessage(id=MessageId("3"), text="Отклик принят", role="BOT")
    assert _chat(messages=(theirs,)).letter == theirs
    assert _chat(messages=(robot, theirs)).letter == theirs
    assert _chat(messages=(ours, theirs)).letter is None
    assert _chat(has_more=True).letter is None


async def test_the_field_stays_at_the_foot_while_the_conversation_scrolls(desk: ResponsesDesk) -> None:
    await _open_chat(desk)
    view, reader = desk.section.reader.chat, desk.section.reader.resume
    assert view.writing.text.hasFocus()
    message = ChatMessage(
        id=MessageId("1"), text="Здравствуйте!", created_at=datetime.now(UTC), author="Анна"
    )
    view.show_chat(_chat(messages=(message,) * 60), ())
    bar = reader.form.readerScroll.verticalScrollBar()
    await until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    place = view.writing.mapTo(reader, view.writing.rect().bottomLeft()).y()
    assert place + 1 == reader.form.readerFoot.y()
    assert view.writing.height() < reader.form.readerScroll.height()
    bar.setValue(0)
    assert view.writing.mapTo(reader, view.writing.rect().bottomLeft()).y() == place
    assert view.writing.isVisible()
    reader.tabs.setCurrentIndex(0)
    assert not view.writing.isVisible()
    desk.section.reader.clear()
    assert not desk.shows("chatField")


async def test_closing_tells_of_a_message_that_was_begun(desk: ResponsesDesk) -> None:
    closed: list[bool] = []
    desk.window.closed.connect(lambda: closed.append(True))
    await _open_chat(desk)
    desk.find(QTextEdit, "chatField").setPlainText("Добрый день")
    desk.press(Qt.Key.Key_Escape)
    desk.view.choose(desk.model.ids[-1])
    desk.window.do("quit")
    assert desk.find(QLabel, "questionTitle").text() == "1 text begun and not sent"
    assert not closed
    desk.click(desk.find(QWidget, "questionYes"))
    assert closed
