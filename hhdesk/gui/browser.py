"""Opens addresses outside of hhdesk: by the command in BROWSER, else as the system does."""

from __future__ import annotations

import logging
import os
import shlex
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_log = logging.getLogger(__name__)
_SCHEMES: Final = frozenset({"http", "https", "mailto"})


def command_for(browser: str, address: str) -> list[str]:
    """The command line of `browser` for `address`; `%s` stands for it, at the end where it is missing.

    As in the standard library's webbrowser, several commands may be given with the system's path separator
    between them (the first counts), and a `&` at the end is understood.
    """
    first = browser.split(os.pathsep, maxsplit=1)[0]
    words = [word.strip('"') for word in shlex.split(first, posix=os.name != "nt") if word != "&"]
    if not any("%s" in word for word in words):
        words.append("%s")
    return [word.replace("%s", address) for word in words]


def own_consent_command() -> list[str]:
    """hhdesk itself as the browser that says yes on the demo's consent page."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--give-consent"]
    return [sys.executable, "-m", "hhdesk.consent"]


class Browser:
    """Where addresses go. `for_sign_in` may differ: the demo gives its consent without a browser."""

    def __init__(self, command: str = "", *, consents_itself: bool = False) -> None:
        self._command = command
        self._consents_itself = consents_itself and not command

    def open(self, address: str) -> None:
        """Show a page; anything but http, https and mailto is left alone."""
        if QUrl(address).scheme() not in _SCHEMES:
            _log.warning("an address with another scheme was not opened")
            return
        if self._command:
            _run(command_for(self._command, address))
        elif not QDesktopServices.openUrl(QUrl(address)):
            _log.warning("the system opened no browser")

    def open_sign_in(self, address: str) -> None:
        """Show the page where the person signs in."""
        if self._consents_itself:
            _run([*own_consent_command(), address])
        else:
            self.open(address)


def _run(command: Sequence[str]) -> None:
    """Start `command` and let it be; a thread collects its end, so that it leaves no zombie."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError as problem:
        _log.warning("the command in BROWSER did not start: %s", type(problem).__name__)
        return
    threading.Thread(target=process.wait, name="browser", daemon=True).start()
