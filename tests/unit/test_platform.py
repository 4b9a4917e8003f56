"""What hhdesk relies on in the libraries and the system below it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

WITH_KEYRING = Path(__file__).resolve().parents[2] / "packaging/setup/with-keyring.sh"
needs_keyring = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="needs gnome-keyring and dbus-run-session, which make test installs on Debian",
)


class Bell(QObject):
    """Something that can be heard."""

    rang = Signal(object)


def test_pyside_keeps_its_references_to_none_and_true(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses references to None until the interpreter aborts; the pinned version must not."""
    label = QLabel()
    qtbot.addWidget(label)
    bell = Bell()
    heard: list[object] = []
    bell.rang.connect(lambda what: heard.append(what is None))
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(1_000):
        label.setText(str(number))
    for _ in range(5_000):
        bell.rang.emit(None)
    heard.clear()
    after = sys.getrefcount(None), sys.getrefcount(True)
    # A few come and go with the test runner's own work; 6.12.0 loses one with each call.
    assert after[0] > before[0] - 100
    assert after[1] > before[1] - 100


@needs_keyring
def test_tests_get_a_keyring_of_their_own(tmp_path: Path) -> None:
    script = (
        "import keyring; keyring.set_password('hhdesk-test', 'key', 'value');"
        "print(type(keyring.get_keyring()).__module__, keyring.get_password('hhdesk-test', 'key'))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHON_KEYRING_BACKEND"}
    done = subprocess.run(
        [WITH_KEYRING, sys.executable, "-c", script],
        env={**environment, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "keyring.backends.SecretService value", done.stderr


@needs_keyring
def test_a_command_keeps_its_exit_status_inside_the_keyring_session() -> None:
    done = subprocess.run([WITH_KEYRING, "sh", "-c", "exit 7"], check=False, timeout=60)
    assert done.returncode == 7
