"""Cycles of Python objects are collected in the GUI thread only.

Python collects in whatever thread happens to allocate. A Qt object that dies in another thread than its own
leaves its timers behind, and the next of them that fires ends the program.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS: Final = 1000


def collect_due() -> None:
    """Collect the oldest generation that Python's own limits call due, in this thread."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return


class GarbageCollector(QObject):
    """Collects in place of Python's own collector, from its making to the end of the process."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def spare_what_stays(self) -> None:
        """Modules and what else is there now stay for good: no later collection looks through them."""
        gc.freeze()
