"""The language of the process, as the program has it: one for all windows."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication

from hhdesk.gui.languages import Languages


def languages_of(app: QCoreApplication) -> Languages:
    """Speaking none yet. One of each window's own would be garbage some day, and as its words go, every
    widget of a later window is told that the language has changed.
    """
    made = _the_one(app)
    made.language = ""
    return made


@cache
def _the_one(app: QCoreApplication) -> Languages:
    return Languages(app)
