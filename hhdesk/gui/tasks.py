"""What views start and await. Reads: cancelled with the view, the newest of a kind wins, nothing lands late.
Writes: never cancelled, the first of a kind wins, and what became of them is told in any case.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

from msgspec import Struct, field
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from hhdesk.domain.errors import HhdeskError

T = TypeVar("T")

_WRITES: Final[set[asyncio.Task[Any]]] = set()
"""The loop itself holds tasks only weakly."""

Work = Coroutine[Any, Any, T] | Callable[["Progress"], Coroutine[Any, Any, T]]
"""A coroutine, or what makes one from the handle through which it tells how far it is."""


class Running(Struct, eq=False):
    """One running task as the status bar shows it."""

    key: str
    text: str = ""
    done: int = 0
    total: int = 0
    """How many steps there are; 0 is unknown."""
    cancel: Callable[[], None] = field(default=lambda: None)


class Progress:
    """Through this a task tells how far it is. Works from the GUI's loop only."""

    def __init__(self, running: Running, told: Callable[[], None]) -> None:
        self._running = running
        self._told = told

    def tell(self, done: int, total: int | None = None, text: str | None = None) -> None:
        """`done` of `total` steps; `text` is what it is busy with, in words for people."""
        self._running.done = done
        if total is not None:
            self._running.total = total
        if text is not None:
            self._running.text = text
        self._told()

    def on_stop(self, stop: Callable[[], None]) -> None:
        """Do `stop` too when the person stops the task in the status bar."""
        leave = self._running.cancel

        def cancel() -> None:
            leave()
            stop()

        self._running.cancel = cancel


class TaskBoard(QObject):
    """All running tasks of the window that have something to say; the status bar shows them."""

    added = Signal(object)
    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Running] = []

    @property
    def running(self) -> tuple[Running, ...]:
        """In the order they were started."""
        return tuple(self._running)

    def add(self, running: Running) -> None:
        self._running.append(running)
        self.added.emit(running)

    def tell(self, running: Running) -> None:
        if running in self._running:
            self.changed.emit(running)

    def remove(self, running: Running) -> None:
        if running in self._running:
            self._running.remove(running)
            self.removed.emit(running)


class _Started(Struct, eq=False):
    """A task with where its result goes."""

    task: asyncio.Task[Any]
    running: Running
    land: Callable[[Any], None] | None
    failed: Callable[[HhdeskError], None] | None


class Tasks(QObject):
    """What one view started. `start` reads: it dies with the view. `write` outlives it."""

    failed = Signal(object)
    """HhdeskError that no `failed=` of its task took; worded by gui/sentences.py."""

    running = Signal(object)
    """Running, whenever one starts, tells progress or ends."""

    def __init__(self, view: QWidget, board: TaskBoard | None = None) -> None:
        super().__init__(view)
        self._board = board
        started: dict[str, _Started] = {}
        self._started = started
        self._written: set[str] = set()
        # Not a method of ours: when the view is destroyed this object is half gone already.
        view.destroyed.connect(lambda: _cancel(started, board))
        if isinstance(view, QDialog):
            view.finished.connect(self.cancel_all)

    def start(
        self,
        key: str,
        work: Work[T],
        land: Callable[[T], None] | None = None,
        failed: Callable[[HhdeskError], None] | None = None,
        text: str = "",
    ) -> None:
        """Run `work`; call `land` with its result unless the view is gone or `key` was started again.

        Expected errors go to `failed`, else to the signal of that name; all others are bugs and go to
        the loop's exception handler. With `text` the task is shown on the board.
        """
        if not isValid(self):
            if isinstance(work, Coroutine):
                work.close()
            return
        self.cancel(key)
        running = Running(key, text)
        running.cancel = lambda: self.cancel(key)
        coroutine = (
            work if isinstance(work, Coroutine) else work(Progress(running, lambda: self._tell(running)))
        )
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            coroutine.close()
            raise
        task = loop.create_task(coroutine, name=key)
        started = _Started(task, running, land, failed)
        self._started[key] = started
        if text and self._board is not None:
            self._board.add(running)
        task.add_done_callback(lambda done: self._settle(key, started))
        self.running.emit(running)

    def write(
        self,
        key: str,
        work: Coroutine[Any, Any, T],
        land: Callable[[T], None],
        failed: Callable[[HhdeskError], None],
    ) -> bool:
        """Run `work`, which keeps what the person decided, to its end, whatever becomes of the view.

        `land` or `failed` is called also when the view is gone: they tell, and look before they touch it.

        Returns:
            False where one of `key` runs already: the same decision twice is one.
        """
        if key in self._written:
            work.close()
            return False
        task = asyncio.get_running_loop().create_task(work, name=key)
        self._written.add(key)
        _WRITES.add(task)
        task.add_done_callback(lambda done: self._settle_write(key, done, land, failed))
        return True

    def _settle_write(
        self,
        key: str,
        task: asyncio.Task[T],
        land: Callable[[T], None],
        failed: Callable[[HhdeskError], None],
    ) -> None:
        _WRITES.discard(task)
        self._written.discard(key)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            land(task.result())
        elif isinstance(error, HhdeskError):
            failed(error)
        else:
            _report(task, error)

    def cancel(self, key: str) -> None:
        """Cancel the task of `key`, if one runs."""
        if started := self._started.pop(key, None):
            started.task.cancel()
            self._leave(started)

    def cancel_all(self) -> None:
        """Cancel everything, when the view closes or asks another question."""
        for key in list(self._started):
            self.cancel(key)

    def is_running(self, key: str) -> bool:
        """Whether the task of `key` runs."""
        return key in self._started or key in self._written

    def keys(self) -> tuple[str, ...]:
        """Keys of what runs now."""
        return (*self._started, *self._written)

    def _tell(self, running: Running) -> None:
        if isValid(self):
            if self._board is not None:
                self._board.tell(running)
            self.running.emit(running)

    def _leave(self, started: _Started) -> None:
        if self._board is not None and isValid(self._board):
            self._board.remove(started.running)
        if isValid(self):
            self.running.emit(started.running)

    def _settle(self, key: str, started: _Started) -> None:
        task = started.task
        error = None if task.cancelled() else task.exception()
        late = self._started.get(key) is not started
        if not late:
            del self._started[key]
            self._leave(started)
        if task.cancelled():
            return
        if error is not None and not isinstance(error, HhdeskError):
            _report(task, error)
        elif late or not isValid(self):
            return
        elif error is None:
            if started.land is not None:
                started.land(task.result())
        elif started.failed is not None:
            started.failed(error)
        else:
            self.failed.emit(error)


def _cancel(started: dict[str, _Started], board: TaskBoard | None) -> None:
    for one in list(started.values()):
        one.task.cancel()
        if board is not None and isValid(board):
            board.remove(one.running)
    started.clear()


def _report(task: asyncio.Task[Any], error: BaseException) -> None:
    """Give a bug to the loop's exception handler, which shows the crash page."""
    task.get_loop().call_exception_handler(
        {"message": f"task {task.get_name()} failed", "exception": error, "task": task}
    )
