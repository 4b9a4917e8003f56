"""What is asked when the profile's store does not open: no keyring, lost key, damaged file, second window."""

from __future__ import annotations

import asyncio
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hhdesk.domain.errors import (
    HhdeskError,
    KeyringLocked,
    NoKeyring,
    StoreDamaged,
    StoreKeyLost,
)
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.fields import LineEdit
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.panes import Overlay
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.sentences import sentence, way_words
from hhdesk.gui.words import WayOut


class Wanted(Enum):
    """How to go on."""

    CLOSE = auto()
    RETRY = auto()
    PLAIN = auto()
    """Keep data without encryption: the person's choice where there is no keyring."""
    SET_ASIDE = auto()
    """Rename the file and begin anew; nothing is deleted."""
    RECOVER = auto()
    """Use the recovery key that was typed."""


Answer = tuple[Wanted, str]
"""What is wanted, and the recovery key where that is it."""


class StoreTroublePage(QDialog):
    """Says what is the matter and offers what can be done about it."""

    @classmethod
    async def decide(cls, window: QWidget, error: HhdeskError) -> Answer:
        """Show the page and wait for the person."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        page = cls(window, error, answered)
        overlay = Overlay(window)
        overlay.dim(page)
        page.open()
        try:
            return await answered
        finally:
            page.hide()
            page.deleteLater()
            overlay.deleteLater()

    def __init__(self, window: QWidget, error: HhdeskError, answered: asyncio.Future[Answer]) -> None:
        super().__init__(window)
        self._answered = answered
        self.setObjectName("storeTrouble")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        said = sentence(error)
        self.setWindowTitle(said.title)
        Theme.instance().surface(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.85), px(1.5), px(1.85), px(1.5))
        column.setSpacing(px(0.75))
        column.addWidget(Label(said.title, Type.TITLE, wrap=True, name="storeTroubleTitle"))
        words: QLabel = Label(said.text, Type.BODY, "muted", wrap=True, name="storeTroubleText")
        words.setMinimumWidth(px(32))
        column.addWidget(words)
        self._recovery = LineEdit()
        self._recovery.setObjectName("recoveryKey")
        self._recovery.setAccessibleName(QCoreApplication.translate("StoreTrouble", "Recovery key"))
        self._recovery.setPlaceholderText(QCoreApplication.translate("StoreTrouble", "Recovery key"))
        self._recovery.setVisible(isinstance(error, StoreKeyLost))
        column.addWidget(self._recovery)
        row = QHBoxLayout()
        row.setSpacing(px(0.6))
        for place, (name, text, wanted) in enumerate(self._offers(error)):
            kind = Kind.FILLED if place == 0 else Kind.PLAIN
            button = Button(text, self, kind=kind, key="Enter" if place == 0 else "", name=name)
            button.setDefault(place == 0)
            button.clicked.connect(lambda _=False, choice=wanted: self._answer(choice))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def reject(self) -> None:
        """Esc closes hhdesk: without a store there is nothing to do."""
        self._answer(Wanted.CLOSE)

    def _offers(self, error: HhdeskError) -> list[tuple[str, str, Wanted]]:
        close = ("storeClose", way_words(WayOut.QUIT), Wanted.CLOSE)
        if isinstance(error, NoKeyring):
            plain = QCoreApplication.translate("StoreTrouble", "Keep data unencrypted")
            return [close, ("storePlain", plain, Wanted.PLAIN)]
        aside = ("storeSetAside", way_words(WayOut.SET_ASIDE), Wanted.SET_ASIDE)
        if isinstance(error, StoreKeyLost):
            return [("storeRecover", way_words(WayOut.RECOVERY), Wanted.RECOVER), aside, close]
        if isinstance(error, StoreDamaged):
            return [aside, close]
        if isinstance(error, KeyringLocked):
            return [("storeRetry", way_words(WayOut.RETRY), Wanted.RETRY), close]
        return [close, ("storeRetry", way_words(WayOut.RETRY), Wanted.RETRY)]

    def _answer(self, wanted: Wanted) -> None:
        if not self._answered.done():
            self._answered.set_result((wanted, self._recovery.text()))
