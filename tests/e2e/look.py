"""`python -m tests.e2e.look FILE` starts hhdesk as always, writes what its window shows, and closes it.

Nothing of the program is replaced: a timer in its loop looks at the widgets as a person's eye would.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hhdesk import config
from hhdesk.app import run
from hhdesk.gui.kit.rows import RowsView

W = TypeVar("W", bound=QWidget)

_PATIENCE_SECONDS: Final = 20.0
_LINGER_SECONDS: Final = 1.5
"""What is shown must stay: a refresh that fails may not empty it."""


class Eye:
    """Looks until there are rows, looks once more a while later, tells both."""

    def __init__(self, target: Path, application: QApplication) -> None:
        self._target = target
        self._application = application
        self._started = time.monotonic()
        self._first: list[str] = []
        self._seen_at = 0.0
        self._went = False
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _look(self) -> None:
        self._go_to_search()
        rows = self._rows()
        now = time.monotonic()
        if rows and not self._first:
            self._first, self._seen_at = rows, now
        seen_enough = self._first and now - self._seen_at > _LINGER_SECONDS
        if seen_enough or now - self._started > _PATIENCE_SECONDS:
            self._timer.stop()
            self._tell(rows)

    def _tell(self, rows: list[str]) -> None:
        told = {
            "first": self._first,
            "rows": rows,
            "seconds": round(self._seen_at - self._started, 2),
            "labels": [label.text() for label in self._widgets(QLabel) if label.text()],
        }
        self._target.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        for window in self._application.topLevelWidgets():
            if window.objectName() == "mainWindow" or window.isVisible():
                window.close()

    def _go_to_search(self) -> None:
        """Click the place of the rail: the window opens where the person was last."""
        places = [place for place in self._widgets(QWidget) if place.objectName() == "rail.search"]
        if places and not self._went:
            self._went = True
            QTest.mouseClick(places[0], Qt.MouseButton.LeftButton)

    def _rows(self) -> list[str]:
        lists = [view for view in self._widgets(RowsView) if view.objectName() == "resultRows"]
        if not lists:
            return []
        model = lists[0].rows_model()
        return [model.content_at(row).spoken() for row in range(len(model.ids))]

    def _widgets(self, kind: type[W]) -> list[W]:
        windows = [window for window in self._application.topLevelWidgets() if window.isVisible()]
        return [found for window in windows for found in window.findChildren(kind) if found.isVisible()]


def main() -> int:
    """The program itself, watched."""
    application = QApplication(sys.argv[:1])
    eye = Eye(Path(sys.argv[1]), application)
    code = run(config.read(os.environ))
    del eye
    return code


if __name__ == "__main__":
    raise SystemExit(main())
