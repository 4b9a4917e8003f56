"""Qt objects in cycles die in the GUI thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from hhdesk.gui.garbage import GarbageCollector, collect_due


class Knot(QObject):
    """An object in a cycle, with a timer that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.startTimer(60_000)


def allocate() -> None:
    """Enough containers that Python's own collector would have come by many times."""
    kept = [[number] for number in range(50_000)]
    assert kept


def test_another_thread_collects_nothing(qapp: QObject) -> None:
    collector = GarbageCollector()
    knot = weakref.ref(Knot())
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert knot() is not None
    collect_due()
    gc.collect()
    assert knot() is None
    collector.deleteLater()
