"""How fast the window is: first paint since the start of the process, and how long its loop was held up."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

BEAT_MS: Final = 4
_LOADED_AT: Final = time.monotonic()
_SYSTEM: Final[str] = str(sys.platform)


def process_started_at() -> float:
    """When this process started, on the clock of `time.monotonic`. Where the system does not tell, when this
    module was loaded.
    """
    try:
        if _SYSTEM == "linux":
            return _started_on_linux()
        if _SYSTEM == "win32":
            return _started_on_windows()
    except (OSError, ValueError, IndexError):
        return _LOADED_AT
    return _LOADED_AT


def _started_on_linux() -> float:
    import os

    # Field 22, counted after the command's name, which may hold spaces and brackets.
    fields = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    since_boot = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.monotonic() - (time.clock_gettime(time.CLOCK_BOOTTIME) - since_boot)


def _started_on_windows() -> float:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  the attribute exists on Windows only
    moments = [ctypes.c_uint64() for _ in range(4)]
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not kernel.GetProcessTimes(process, *(ctypes.byref(moment) for moment in moments)):
        raise OSError("GetProcessTimes")
    # 100 ns since 1601.
    created = moments[0].value / 1e7 - 11_644_473_600
    return time.monotonic() - (time.time() - created)


class FirstPaint(QObject):
    """Notes when a window was painted for the first time, then calls `painted` once."""

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._painted = painted
        self.milliseconds: float | None = None
        """From the start of the process; None until then."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first update of the window as a whole: after it every visible child is painted."""
        if event.type() == QEvent.Type.Paint and self.milliseconds is None:
            self.milliseconds = -1.0
            # Children are painted within the same update, right after this event.
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.milliseconds = (time.monotonic() - process_started_at()) * 1000
        self._window.removeEventFilter(self)
        self._painted()


class Heartbeat(QObject):
    """A 4 ms precise timer in the GUI loop; what lies between two beats beyond that is a stall."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self.longest_ms = 0.0
        """The longest stall since `start` or `reset`."""

    def start(self) -> None:
        """Begin to measure."""
        self.reset()
        self._timer.start()

    def stop(self) -> None:
        """Stop measuring; the numbers stay."""
        self._timer.stop()

    def reset(self) -> None:
        """Forget what was measured."""
        self._last = time.perf_counter()
        self.longest_ms = 0.0

    @contextmanager
    def paused(self) -> Iterator[None]:
        """What lies within is no stall: there the camera holds the loop, not the program."""
        self._beat()
        try:
            yield
        finally:
            self._skip()

    def _skip(self) -> None:
        self._last = time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - BEAT_MS)
        self._last = now
