"""Marks for texts in tables: collected where they stand, translated where they are shown."""

from __future__ import annotations

from enum import Enum


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation in `context` and return it. PySide6 types its own as `object`.

    lupdate knows the name, so it has to be this one.
    """
    del context
    return text


class WayOut(Enum):
    """What a person can do about an error; the view that shows it knows how."""

    RETRY = "retry"
    OUTBOX = "outbox"
    SITE = "site"
    SIGN_IN = "sign_in"
    CODE = "code"
    KEYS = "keys"
    PORT = "port"
    CAPTCHA = "captcha"
    ACCOUNTS = "accounts"
    RESPONSES = "responses"
    SEE = "see"
    HISTORY = "history"
    EDIT = "edit"
    ADDRESS = "address"
    NO_ADDRESS = "no_address"
    FOLDER = "folder"
    OPEN = "open"
    QUIT = "quit"
    SET_ASIDE = "set_aside"
    RECOVERY = "recovery"
    REPEAT = "repeat"


WAYS = {
    WayOut.RETRY: QT_TRANSLATE_NOOP("Sentences", "Try again"),
    WayOut.OUTBOX: QT_TRANSLATE_NOOP("Sentences", "Open outbox"),
    WayOut.SITE: QT_TRANSLATE_NOOP("Sentences", "Open hh.ru"),
    WayOut.SIGN_IN: QT_TRANSLATE_NOOP("Sentences", "Sign in"),
    WayOut.CODE: QT_TRANSLATE_NOOP("Sentences", "Copy request code"),
    WayOut.KEYS: QT_TRANSLATE_NOOP("Sentences", "Check the keys"),
    WayOut.PORT: QT_TRANSLATE_NOOP("Sentences", "Change port"),
    WayOut.CAPTCHA: QT_TRANSLATE_NOOP("Sentences", "Do the check"),
    WayOut.ACCOUNTS: QT_TRANSLATE_NOOP("Sentences", "Choose account"),
    WayOut.RESPONSES: QT_TRANSLATE_NOOP("Sentences", "Work on responses"),
    WayOut.SEE: QT_TRANSLATE_NOOP("Sentences", "See the response"),
    WayOut.HISTORY: QT_TRANSLATE_NOOP("Sentences", "Open history"),
    WayOut.EDIT: QT_TRANSLATE_NOOP("Sentences", "Edit"),
    WayOut.ADDRESS: QT_TRANSLATE_NOOP("Sentences", "Choose another address"),
    WayOut.NO_ADDRESS: QT_TRANSLATE_NOOP("Sentences", "Send without address"),
    WayOut.FOLDER: QT_TRANSLATE_NOOP("Sentences", "Choose another folder"),
    WayOut.OPEN: QT_TRANSLATE_NOOP("Sentences", "Open"),
    WayOut.QUIT: QT_TRANSLATE_NOOP("Sentences", "Close hhdesk"),
    WayOut.SET_ASIDE: QT_TRANSLATE_NOOP("Sentences", "Set the file aside"),
    WayOut.RECOVERY: QT_TRANSLATE_NOOP("Sentences", "Enter recovery key"),
    WayOut.REPEAT: QT_TRANSLATE_NOOP("Sentences", "Repeat"),
}
"""The words on the buttons, in English."""
