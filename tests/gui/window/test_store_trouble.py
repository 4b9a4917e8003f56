"""The page that asks how to go on without a keyring: passphrase, plain, recovery key."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hhdesk.domain.errors import HhdeskError, NoKeyring, PassphraseNeeded, PassphraseWrong, StoreBusy
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.passphrase import PassphraseFields, Strength
from hhdesk.gui.store_trouble import StoreTroublePage, Wanted
from hhdesk.store.recovery import export_recovery_key
from tests.gui.window.outbox_desk import active, button, click, until

WORDS = "гвоздь облако вторник мотор"


class Asked:
    """The page over the window, and what the person answered."""

    def __init__(self, window: MainWindow, error: HhdeskError) -> None:
        self._window = window
        self.answer = asyncio.ensure_future(StoreTroublePage.decide(window, error))

    @property
    def page(self) -> StoreTroublePage:
        """The page, shown."""
        pages = [one for one in self._window.findChildren(StoreTroublePage) if one.isVisible()]
        assert pages
        return pages[-1]

    def write(self, name: str, words: str) -> None:
        """Type into a field, Cyrillic too."""
        field = self.page.findChild(QLineEdit, name)
        assert isinstance(field, QLineEdit)
        field.clear()
        for letter in words:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture
async def no_keyring(window: MainWindow) -> AsyncIterator[Asked]:
    """First start on a computer without a key store."""
    await active(window)
    asked = Asked(window, NoKeyring())
    await until(lambda: window.findChildren(StoreTroublePage))
    yield asked
    if not asked.answer.done():
        asked.page.reject()
        await asked.answer


def _hint(page: QWidget) -> str:
    fields = page.findChild(PassphraseFields)
    assert isinstance(fields, PassphraseFields)
    return fields.hint.text()


async def test_a_passphrase_is_chosen_twice_and_judged(no_keyring: Asked) -> None:
    page = no_keyring.page
    use = button(page, "storePassphrase")
    assert not use.isEnabled()
    no_keyring.write("passphrase", "коротко")
    assert _hint(page) == "5 more characters, at least"
    no_keyring.write("passphrase", WORDS)
    assert _hint(page) == "Strong"
    assert not use.isEnabled()
    no_keyring.write("passphraseAgain", WORDS[:-1] + "х")
    assert _hint(page) == "The two are not the same"
    no_keyring.write("passphraseAgain", WORDS)
    assert use.isEnabled()
    field = page.findChild(QLineEdit, "passphraseAgain")
    assert isinstance(field, QLineEdit)
    assert WORDS not in field.displayText()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert await no_keyring.answer == (Wanted.PASSPHRASE, WORDS)


async def test_plain_is_an_explicit_choice(no_keyring: Asked) -> None:
    click(no_keyring.page, "storePlain")
    assert (await no_keyring.answer)[0] is Wanted.PLAIN


async def test_enter_alone_chooses_nothing(no_keyring: Asked) -> None:
    QTest.keyClick(no_keyring.page, Qt.Key.Key_Return)
    assert not no_keyring.answer.done()


@pytest.mark.parametrize("error", [PassphraseNeeded(), PassphraseWrong()], ids=["asked", "wrong"])
async def test_a_passphrase_opens(window: MainWindow, error: HhdeskError) -> None:
    asked = Asked(window, error)
    await until(lambda: window.findChildren(StoreTroublePage))
    asked.write("passphrase", "любая")
    click(asked.page, "storeOpen")
    assert await asked.answer == (Wanted.PASSPHRASE, "любая")


async def test_a_forgotten_one_is_replaced_by_the_recovery_key(window: MainWindow) -> None:
    asked = Asked(window, PassphraseWrong())
    await until(lambda: window.findChildren(StoreTroublePage))
    page = asked.page
    click(page, "storeRecover")
    asked.write("recoveryKey", "ABCD-1234")
    click(page, "storeRecover")
    assert not asked.answer.done()
    field = page.findChild(QLineEdit, "recoveryKey")
    assert field is not None
    assert field.isVisible()
    key = export_recovery_key(bytes(range(32)))
    asked.write("recoveryKey", key)
    click(page, "storeRecover")
    assert await asked.answer == (Wanted.RECOVER, key)


async def test_a_file_that_another_program_holds_is_tried_again(window: MainWindow) -> None:
    asked = Asked(window, StoreBusy())
    await until(lambda: window.findChildren(StoreTroublePage))
    assert "Another program" in asked.page.windowTitle()
    assert "already" not in asked.page.windowTitle()
    click(asked.page, "storeRetry")
    assert (await asked.answer)[0] is Wanted.RETRY


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("", Strength.EMPTY),
        ("Пароль1!", Strength.SHORT),
        ("ааааааааааааааааааааа", Strength.MONOTONOUS),
        ("гвоздь облако", Strength.FAIR),
        (WORDS, Strength.STRONG),
    ],
)
def test_length_is_what_counts(words: str, strength: Strength) -> None:
    assert Strength.of(words) is strength
