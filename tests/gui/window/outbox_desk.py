"""What a person does with the outbox, in few words."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from hhdesk.domain.acts import Act
from hhdesk.domain.identity import NegotiationId
from hhdesk.domain.outbox import Intent, OutboxEntry, WriteKind
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.outbox.section import OutboxSection
from hhdesk.services.services import Services


async def until(true: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait until `true` says so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        await asyncio.sleep(0.01)


async def active(window: QWidget) -> None:
    """Wait until the window has the keyboard: keys follow the focus."""
    window.activateWindow()
    await until(window.isActiveWindow)


def button(parent: QWidget, name: str) -> QAbstractButton:
    """The visible button of that name."""
    found = [one for one in parent.findChildren(QAbstractButton, name) if one.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons {name}"
    return found[0]


def click(parent: QWidget, name: str) -> None:
    """Press the visible button of that name with the mouse."""
    QTest.mouseClick(button(parent, name), Qt.MouseButton.LeftButton)


class OutboxDesk:
    """The section with what stands in it."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        self.window = window
        self.services = services
        section = window.section
        assert isinstance(section, OutboxSection)
        self.section = section

    async def add(
        self, person: str = "Савельев Игорь", letter: str = "Спасибо за отклик.", *, after: float = 60.0
    ) -> OutboxEntry:
        """A decision of the person's that goes out in `after` seconds."""
        intent = Intent(
            kind=WriteKind.ACTION,
            act=Act(name="respond", at=datetime.now(UTC)),
            method="PUT",
            url=f"{self.services.configuration.api_url}/negotiations/nowhere/1",
            form=(("message", letter),),
            action_id="nowhere",
            action_name="Отказ",
            person_name=person,
            vacancy_name="Кладовщик",
            negotiation_id=NegotiationId("1"),
        )
        await self.services.settings.change(take_back_seconds=0)
        send_at = datetime.now().astimezone() + timedelta(seconds=after)
        return await self.services.outbox.add(intent, send_at=send_at)

    @property
    def rows(self) -> list[str]:
        """What a screen reader says of the rows."""
        model = self.section.model
        return [model.content_at(row).spoken() for row in range(model.rowCount())]

    def choose(self, entry: OutboxEntry) -> None:
        """Go to an entry."""
        assert self.section.view.choose(str(entry.id))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the list."""
        self.section.view.setFocus()
        QTest.keyClick(self.section.view, key, modifier)
