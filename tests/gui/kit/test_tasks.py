"""What a view starts dies with it, the newest wins, nothing lands late."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hhdesk.domain.errors import HhdeskError, NoConnection
from hhdesk.gui.tasks import Progress, Running, TaskBoard, Tasks
from tests.gui.kit.waiting import until


class Question:
    """A read that is answered when the test says so."""

    def __init__(self) -> None:
        self.answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.was_cancelled = False

    async def ask(self) -> str:
        try:
            return await self.answer
        except asyncio.CancelledError:
            self.was_cancelled = True
            raise


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


async def test_result_lands(view: QWidget) -> None:
    landed: list[str] = []
    question = Question()
    tasks = Tasks(view)
    tasks.start("search", question.ask(), landed.append)
    assert tasks.is_running("search")
    question.answer.set_result("welders")
    await until(lambda: landed == ["welders"])
    assert tasks.keys() == ()


async def test_newer_question_of_the_same_key_wins(view: QWidget) -> None:
    landed: list[str] = []
    older, newer = Question(), Question()
    tasks = Tasks(view)
    tasks.start("search", older.ask(), landed.append)
    await asyncio.sleep(0)
    tasks.start("search", newer.ask(), landed.append)
    newer.answer.set_result("nurses")
    await until(lambda: landed == ["nurses"])
    assert older.was_cancelled


async def test_a_result_that_was_ready_before_the_cancel_does_not_land(view: QWidget) -> None:
    landed: list[str] = []
    older, newer = Question(), Question()
    tasks = Tasks(view)
    tasks.start("search", older.ask(), landed.append)
    await asyncio.sleep(0)
    older.answer.set_result("welders")
    await asyncio.sleep(0)
    tasks.start("search", newer.ask(), landed.append)
    newer.answer.set_result("nurses")
    await until(lambda: bool(landed))
    assert landed == ["nurses"]


async def test_other_keys_go_on(view: QWidget) -> None:
    landed: list[str] = []
    search, counters = Question(), Question()
    tasks = Tasks(view)
    tasks.start("search", search.ask(), landed.append)
    tasks.start("counters", counters.ask(), landed.append)
    tasks.cancel("search")
    counters.answer.set_result("75")
    await until(lambda: landed == ["75"])


async def test_tasks_die_with_their_view(qtbot: QtBot) -> None:
    landed: list[str] = []
    question = Question()
    view = QWidget()
    board = TaskBoard()
    tasks = Tasks(view, board)
    tasks.start("search", question.ask(), landed.append, text="Searching")
    await asyncio.sleep(0)
    delete(view)
    await until(lambda: question.was_cancelled)
    assert landed == []
    assert board.running == ()


async def test_starting_in_a_view_that_is_gone_closes_the_coroutine(qtbot: QtBot) -> None:
    view = QWidget()
    tasks = Tasks(view)
    question = Question()
    delete(view)
    work = question.ask()
    Tasks.start(tasks, "search", work, lambda answer: None)
    assert inspect.getcoroutinestate(work) == inspect.CORO_CLOSED


async def test_closing_a_dialog_cancels_its_reads(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    question = Question()
    Tasks(dialog).start("preview", question.ask())
    dialog.open()
    await asyncio.sleep(0)
    dialog.reject()
    await until(lambda: question.was_cancelled)


async def test_expected_error_goes_to_the_signal(view: QWidget) -> None:
    failed: list[HhdeskError] = []
    question = Question()
    tasks = Tasks(view)
    tasks.failed.connect(failed.append)
    tasks.start("search", question.ask())
    question.answer.set_exception(NoConnection())
    await until(lambda: len(failed) == 1)
    assert isinstance(failed[0], NoConnection)


async def test_expected_error_goes_to_the_own_handler_only(view: QWidget) -> None:
    by_signal: list[HhdeskError] = []
    by_handler: list[HhdeskError] = []
    question = Question()
    tasks = Tasks(view)
    tasks.failed.connect(by_signal.append)
    tasks.start("search", question.ask(), failed=by_handler.append)
    question.answer.set_exception(NoConnection())
    await until(lambda: len(by_handler) == 1)
    assert by_signal == []


async def test_bug_goes_to_the_loops_handler(view: QWidget) -> None:
    seen: list[dict[str, Any]] = []
    failed: list[HhdeskError] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: seen.append(context))
    question = Question()
    tasks = Tasks(view)
    tasks.failed.connect(failed.append)
    tasks.start("search", question.ask())
    question.answer.set_exception(ZeroDivisionError())
    await until(lambda: len(seen) == 1)
    loop.set_exception_handler(None)
    assert isinstance(seen[0]["exception"], ZeroDivisionError)
    assert failed == []


async def test_bug_of_a_superseded_task_is_not_lost(view: QWidget) -> None:
    seen: list[dict[str, Any]] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: seen.append(context))

    async def stubborn() -> None:
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            raise ZeroDivisionError from None

    tasks = Tasks(view)
    tasks.start("search", stubborn())
    await asyncio.sleep(0)
    tasks.cancel("search")
    await until(lambda: len(seen) == 1)
    loop.set_exception_handler(None)


async def test_progress_is_told_and_shown_on_the_board(view: QWidget) -> None:
    told: list[tuple[int, int, str]] = []
    board = TaskBoard()
    added: list[Running] = []
    removed: list[Running] = []
    board.added.connect(added.append)
    board.changed.connect(lambda running: told.append((running.done, running.total, running.text)))
    board.removed.connect(removed.append)
    go_on = asyncio.get_running_loop().create_future()

    async def download(progress: Progress) -> None:
        progress.tell(14, 40)
        await go_on
        progress.tell(15, text="Kunitsyna.pdf")

    tasks = Tasks(view, board)
    tasks.start("pdf", download, text="PDF")
    await until(lambda: bool(told))
    assert [running.text for running in added] == ["PDF"]
    go_on.set_result(None)
    await until(lambda: bool(removed))
    assert told == [(14, 40, "PDF"), (15, 40, "Kunitsyna.pdf")]
    assert board.running == ()


async def test_the_board_can_cancel(view: QWidget) -> None:
    board = TaskBoard()
    question = Question()
    Tasks(view, board).start("pdf", question.ask(), text="PDF")
    await asyncio.sleep(0)
    board.running[0].cancel()
    await until(lambda: question.was_cancelled)
    assert board.running == ()


async def test_a_write_outlives_its_view_and_is_told(qtbot: QtBot) -> None:
    told: list[str] = []
    question, again = Question(), Question()
    view = QWidget()
    tasks = Tasks(view)
    assert tasks.write("decision", question.ask(), told.append, lambda error: told.append("failed"))
    assert not tasks.write("decision", again.ask(), told.append, lambda error: told.append("failed"))
    assert tasks.is_running("decision")
    tasks.cancel_all()
    delete(view)
    await asyncio.sleep(0)
    question.answer.set_result("kept")
    await until(lambda: told == ["kept"])
    assert not question.was_cancelled


async def test_a_write_that_fails_tells_it(view: QWidget) -> None:
    told: list[HhdeskError] = []
    question = Question()
    tasks = Tasks(view)
    tasks.write("decision", question.ask(), lambda kept: None, told.append)
    question.answer.set_exception(NoConnection())
    await until(lambda: bool(told))
    assert tasks.keys() == ()
