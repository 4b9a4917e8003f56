"""Scrolls through 2,000 results in the real window. Prints how long the GUI thread itself was ever busy.

python -m tests.benchmarks.children.scrolling DIRECTORY PROFILE ADDRESS
"""

import asyncio
import json
import os
import sys
import time
from pathlib import Path

import qasync
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListView

from hhdesk.config import Configuration
from hhdesk.gui.browser import Browser
from hhdesk.gui.garbage import GarbageCollector
from hhdesk.gui.kit.theme import Scheme, Theme
from hhdesk.gui.languages import Languages
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.services.services import Services

NOTCHES = 600
NOTCH = 240
BEAT_MS = 4


async def scroll(app: QApplication, configuration: Configuration) -> dict[str, float]:
    """Wheel notches one after the other, with the loop between them, till the list's end and back."""
    services = await Services.open(configuration)
    memory = LayoutMemory(configuration.layout_file)
    window = MainWindow(configuration, Browser(), memory, Languages(app), known=True)
    garbage = GarbageCollector(window)
    window.resize(1440, 900)
    window.show()
    window.begin(services)
    window.open_section("search")
    view = window.findChild(QListView, "resultRows")
    assert view is not None
    while view.model().rowCount() < 1900:
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum())
        await asyncio.sleep(0.05)
    garbage.spare_what_stays()
    await asyncio.sleep(1)
    busy: list[float] = []
    last = time.thread_time()

    def beat() -> None:
        nonlocal last
        now = time.thread_time()
        busy.append((now - last) * 1000)
        last = now

    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    last = time.thread_time()
    timer.start(BEAT_MS)
    for number in range(NOTCHES):
        turn = NOTCH if number < NOTCHES // 3 else -NOTCH * 2
        place = QPointF(view.viewport().rect().center())
        spot = QPointF(view.viewport().mapToGlobal(place.toPoint()))
        wheel = QWheelEvent(
            place, spot, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), wheel)
        await asyncio.sleep(0.008)
    timer.stop()
    return {"longest_busy_ms": max(busy), "rows": view.model().rowCount(), "beats": len(busy)}


def main() -> None:
    directory, profile, address = sys.argv[1:4]
    app = QApplication(sys.argv[:1])
    Theme.instance().install(app, Scheme.LIGHT)
    configuration = Configuration(
        profile=profile, data_directory=Path(directory), api_url=address, site_url=address
    )
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        print(json.dumps(runner.run(scroll(app, configuration))), flush=True)
        os._exit(0)


if __name__ == "__main__":
    main()
