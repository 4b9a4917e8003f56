"""What is asked when the profile's store does not open: no keyring, lost key, damaged file, second window."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hhdesk.domain.errors import (
    HhdeskError,
    KeyringLocked,
    NoKeyring,
    PassphraseNeeded,
    PassphraseWrong,
    StoreBusy,
    StoreDamaged,
    StoreKeyLost,
)
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.fields import FieldMessage, LineEdit
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.panes import Overlay
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.passphrase import PassphraseFields
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
    PASSPHRASE = auto()
    """Use the passphrase that was typed."""


Answer = tuple[Wanted, str]
"""What is wanted, and the recovery key or passphrase where that is it."""


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
        words.setMinimumWidth(px(34))
        column.addWidget(words)
        self.passphrase = self._passphrase(column, error)
        self._recovery, self._wrong_key = self._recovery_field(column, isinstance(error, StoreKeyLost))
        row = QHBoxLayout()
        row.setSpacing(px(0.6))
        self._buttons = dict(self._build_buttons(error, row))
        row.addStretch(1)
        column.addSpacing(px(0.3))
        column.addLayout(row)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard goes to what is asked."""
        super().showEvent(event)
        if self.passphrase is not None:
            self.passphrase.take_focus()
        elif self._recovery.isVisible():
            self._recovery.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc closes hhdesk: without a store there is nothing to do."""
        self._answer(Wanted.CLOSE)

    def _passphrase(self, column: QVBoxLayout, error: HhdeskError) -> PassphraseFields | None:
        new = isinstance(error, NoKeyring)
        if not new and not isinstance(error, PassphraseNeeded):
            return None
        if new:
            text = QCoreApplication.translate(
                "StoreTrouble",
                "hhdesk encrypts the resumes and letters that it keeps. Choose a passphrase for them: it is"
                " asked at each start, is stored nowhere, and nobody can restore it. Afterwards save the"
                " recovery key in the settings.",
            )
            column.addWidget(Label(text, Type.BODY, "muted", wrap=True, name="passphraseWhy"))
        fields = PassphraseFields(self, new=new)
        fields.changed.connect(self._tell)
        fields.submitted.connect(lambda: self._answer(Wanted.PASSPHRASE))
        column.addWidget(fields)
        return fields

    def _recovery_field(self, column: QVBoxLayout, shown: bool) -> tuple[LineEdit, FieldMessage]:
        field, message = LineEdit(), FieldMessage()
        field.setObjectName("recoveryKey")
        field.setAccessibleName(QCoreApplication.translate("StoreTrouble", "Recovery key"))
        field.setPlaceholderText(QCoreApplication.translate("StoreTrouble", "Recovery key"))
        field.textChanged.connect(self._tell)
        field.returnPressed.connect(lambda: self._answer(Wanted.RECOVER))
        field.setVisible(shown)
        message.hide()
        column.addWidget(field)
        column.addWidget(message)
        return field, message

    def _build_buttons(self, error: HhdeskError, row: QHBoxLayout) -> Iterator[tuple[Wanted, Button]]:
        for place, (name, text, wanted) in enumerate(self._offers(error)):
            kind = Kind.FILLED if place == 0 else Kind.PLAIN
            button = Button(text, self, kind=kind, key="Enter" if place == 0 else "", name=name)
            button.setDefault(place == 0)
            button.clicked.connect(lambda _=False, choice=wanted: self._answer(choice))
            row.addWidget(button)
            yield wanted, button

    def _offers(self, error: HhdeskError) -> list[tuple[str, str, Wanted]]:
        word = QCoreApplication.translate
        close = ("storeClose", way_words(WayOut.QUIT), Wanted.CLOSE)
        aside = ("storeSetAside", way_words(WayOut.SET_ASIDE), Wanted.SET_ASIDE)
        recover = ("storeRecover", way_words(WayOut.RECOVERY), Wanted.RECOVER)
        again = ("storeRetry", way_words(WayOut.RETRY), Wanted.RETRY)
        use = ("storePassphrase", word("StoreTrouble", "Use the passphrase"), Wanted.PASSPHRASE)
        plain = ("storePlain", word("StoreTrouble", "Keep data unencrypted"), Wanted.PLAIN)
        unlock = ("storeOpen", way_words(WayOut.OPEN), Wanted.PASSPHRASE)
        offers = (
            (NoKeyring, [use, plain, close]),
            (PassphraseWrong, [unlock, recover, aside, close]),
            (PassphraseNeeded, [unlock, recover, close]),
            (StoreKeyLost, [recover, aside, close]),
            (StoreDamaged, [aside, close]),
            (KeyringLocked, [again, close]),
            (StoreBusy, [again, close]),
        )
        return next((offer for kind, offer in offers if isinstance(error, kind)), [close, again])

    def _tell(self) -> None:
        """What cannot be done yet is off."""
        self._wrong_key.hide()
        if self.passphrase is not None and Wanted.PASSPHRASE in self._buttons:
            self._buttons[Wanted.PASSPHRASE].setEnabled(self.passphrase.is_good)

    def _answer(self, wanted: Wanted) -> None:
        text = self.passphrase.text if self.passphrase is not None else ""
        if wanted is Wanted.RECOVER:
            text = self._recovery.text()
            if not self._is_key(text):
                return
        if not self._answered.done():
            self._answered.set_result((wanted, text))

    def _is_key(self, text: str) -> bool:
        """Whether it can be a recovery key; where it was not asked for yet, ask."""
        from hhdesk.services.recovery import key_of

        asked = self._recovery.isVisible()
        self._recovery.show()
        self._recovery.setFocus(Qt.FocusReason.OtherFocusReason)
        if not asked:
            return False
        try:
            key_of(text)
        except StoreKeyLost:
            word = QCoreApplication.translate
            self._wrong_key.say(
                word("StoreTrouble", "This is no recovery key: compare it with what you saved")
            )
            self._wrong_key.show()
            return False
        return True
