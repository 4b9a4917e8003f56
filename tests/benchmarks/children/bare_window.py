"""The peer: a PySide6 window that shows one label. Prints what it cost as JSON and ends."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Watch(QObject):
    """Waits for the first update of a window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    """Print and end. What is imported here comes after the moment that counts."""
    painted, cpu_ms = time.monotonic(), time.process_time() * 1000
    import json
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << 20 if sys.platform == "darwin" else 1024
    )
    from hhdesk.gui.measurements import process_started_at

    first_paint_ms = (painted - process_started_at()) * 1000
    print(
        json.dumps({"first_paint_ms": first_paint_ms, "cpu_ms": cpu_ms, "peak_memory_mib": peak}), flush=True
    )
    os._exit(0)


application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("hhdesk"))
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
