"""What a person decided is kept once, to its end, and told, whatever they do meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.browser import Browser as SystemBrowser
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.services.services import Services
from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.search_desk import until
from tests.gui.speaking import languages_of
from tests.sandbox_process import Sandbox


@contextmanager
def busy_disk(services: Services) -> Iterator[None]:
    """Everything that is to be kept waits till the end of the block."""
    free = threading.Event()
    writing = services.context.store.database.write(lambda connection: free.wait())
    task = asyncio.ensure_future(writing)
    try:
        yield
    finally:
        free.set()
        task.add_done_callback(lambda done: done.result())


async def under_way() -> None:
    """Let what was started come to the disk."""
    for _ in range(5):
        await asyncio.sleep(0)


def number_of_silent_act(desk: ResponsesDesk) -> int:
    """The key of an act that hh.ru wants nothing for."""
    return desk.section.reader.acts.buttons.index(desk.silent_act()) + 1


async def letter_to_many(desk: ResponsesDesk, people: int) -> ActDialog:
    """The dialog of an act with a letter to the first so many."""
    desk.model.tick(desk.model.ids[:people])
    desk.section._press(number_of_silent_act(desk), True)
    await until(lambda: bool(desk.window.findChildren(ActDialog)))
    dialog = desk.window.findChildren(ActDialog)[-1]
    await until(lambda: not dialog.is_busy)
    dialog.message.setPlainText("Здравствуйте")
    return dialog


async def test_esc_while_an_act_on_many_is_kept_hides_nothing(desk: ResponsesDesk) -> None:
    dialog = await letter_to_many(desk, 8)
    ended: list[bool] = []
    dialog.destroyed.connect(lambda: ended.append(True))
    with busy_disk(desk.services):
        QTest.keyClick(dialog.message, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await under_way()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await under_way()
        assert not desk.waiting
    await until(lambda: bool(ended))
    assert len(desk.waiting) == 8
    toasts = desk.window.shell.toaster.toasts
    assert any("8" in toast.words for toast in toasts)
    desk.window.do("take_back_last")
    await until(lambda: not desk.waiting)


async def test_an_act_pressed_twice_is_one(desk: ResponsesDesk) -> None:
    acted, key = desk.view.current_id(), Qt.Key(Qt.Key.Key_0 + number_of_silent_act(desk))
    with busy_disk(desk.services):
        desk.press(key)
        await under_way()
        desk.press(key)
        await under_way()
    await until(lambda: desk.view.current_id() != acted)
    assert [entry.intent.negotiation_id for entry in desk.waiting] == [acted]


async def test_a_key_that_is_held_down_acts_on_one_person(desk: ResponsesDesk) -> None:
    acted, number = desk.view.current_id(), number_of_silent_act(desk)
    key = Qt.Key(Qt.Key.Key_0 + number)
    desk.press(key)
    await until(lambda: desk.view.current_id() != acted)
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, str(number), True)
    QApplication.sendEvent(desk.view, held)
    assert not desk.section.acting._tasks.keys()
    assert len(desk.waiting) == 1


@pytest.mark.parametrize("letter", [False, True], ids=["act", "letter"])
async def test_an_act_is_kept_though_the_window_is_closed_meanwhile(
    qapp: QApplication, services: Services, sandbox: Sandbox, tmp_path: Path, letter: bool
) -> None:
    """What its landing touches fails the test by its loop."""
    memory = LayoutMemory(tmp_path / "window.ini")
    window = MainWindow(services.configuration, SystemBrowser(""), memory, languages_of(qapp), known=True)
    window.resize(1440, 900)
    window.show()
    window.begin(services)
    window.open_section("responses")
    desk = ResponsesDesk(window, services, sandbox)
    await desk.ready()
    dialog = await letter_to_many(desk, 2) if letter else None
    with busy_disk(services):
        if dialog is not None:
            dialog.submit()
        else:
            desk.silent_act().click()
        await under_way()
        window.end()
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
        assert not services.outbox.open_entries
    await until(lambda: len(services.outbox.open_entries) == (2 if letter else 1))
    await under_way()
