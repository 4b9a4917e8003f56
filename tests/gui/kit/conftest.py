"""Tests of the parts run on a themed application without a screen, coroutines on Qt's loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
import qasync
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from hhdesk.gui.kit.theme import Scheme, Theme

LoopFactory = Callable[[], asyncio.AbstractEventLoop]


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> dict[str, LoopFactory]:
    """Qt's loop for every coroutine here."""
    return {"qt": lambda: qasync.QEventLoop(QApplication.instance() or QApplication([]))}


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %, Russian numbers."""
    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    made = Theme.instance()
    made.install(qapp, Scheme.LIGHT)
    made.set_keycaps(True)
    return made
