"""Tests of the parts run on a themed application without a screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from hhdesk.gui.kit.theme import Scheme, Theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %."""
    made = Theme.instance()
    made.install(qapp, Scheme.LIGHT)
    made.set_keycaps(True)
    return made
