"""Starts hhdesk as a person does, and answers what it asks: start.py STEP... prints what was seen as JSON.

A STEP is the objectName of a button, or FIELD=TEXT for what is typed before the next button. When the steps
are used up, the page is closed; when the store is open, so is the window.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from hhdesk import __main__ as program
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.store_trouble import StoreTroublePage
from tests.gui.bad_days.desk import is_clipped


class Person(QTimer):
    """Looks ten times a second and does the next step."""

    def __init__(self, steps: list[str]) -> None:
        super().__init__()
        self._steps = steps
        self._answered: StoreTroublePage | None = None
        self.seen: list[dict[str, Any]] = []
        self.setInterval(100)
        self.timeout.connect(self._look)
        self.start()

    def _look(self) -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        pages = [
            one for window in windows for one in window.findChildren(StoreTroublePage) if one.isVisible()
        ]
        if pages and pages[-1] is not self._answered:
            self._answered = pages[-1]
            self._answer(pages[-1])
        elif windows and not pages and _at_work(windows[0]):
            self.stop()
            self.seen.append({"title": "at work"})
            windows[0].close()

    def _answer(self, page: StoreTroublePage) -> None:
        shown = [one for one in page.findChildren(QLabel) if one.isVisible()]
        labels = {one.objectName(): one.text() for one in shown}
        buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
        self.seen.append(
            {
                "title": labels["storeTroubleTitle"],
                "text": labels["storeTroubleText"],
                "ways": [one.objectName() for one in buttons],
                "clipped": [one.text() for one in shown if is_clipped(one)],
            }
        )
        while self._steps and "=" in self._steps[0]:
            name, _, text = self._steps.pop(0).partition("=")
            field = page.findChild(QLineEdit, name)
            assert field is not None
            field.setText(text)
        wanted = self._steps.pop(0) if self._steps else "storeClose"
        next(one for one in buttons if one.objectName() == wanted).click()


def _at_work(window: MainWindow) -> bool:
    """Whether the store is open: the desk is there, or the page that connects knows its address."""
    return window.section is not None or bool(window.first_run.form.redirectAddress.text())


def main() -> None:
    """Run to the end."""
    person: list[Person] = []
    application = QApplication([])
    QTimer.singleShot(0, application, lambda: person.append(Person(sys.argv[1:])))
    code = program.main([])
    sys.stdout.write(json.dumps({"code": code, "seen": person[0].seen}))


main()
