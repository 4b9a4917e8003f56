"""A real Secret Service for tests: gnome-keyring in a D-Bus session of its own, in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon", "dbus-send")


def run_with_keyring(module: str, *arguments: str, unlocked: bool = True) -> str:
    """Run a Python module inside a session with a Secret Service and return what it printed.

    `unlocked` False starts the service without its password: its collection cannot be opened.
    """
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        pytest.fail(f"{', '.join(missing)} not installed; `make test` installs what the tests need")
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        [str(ROOT / "packaging/setup/with-keyring.sh"), *command] if unlocked else _locked(command),
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _locked(command: list[str]) -> list[str]:
    """As after a log-in without a password: the service is there, its collection is closed."""
    script = (
        "home=$(mktemp -d); export XDG_RUNTIME_DIR=$home XDG_DATA_HOME=$home;"
        "gnome-keyring-daemon --foreground --components=secrets >/dev/null 2>&1 & daemon=$!;"
        "until dbus-send --session --print-reply --dest=org.freedesktop.DBus /"
        " org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets"
        ' | grep -q "boolean true"; do :; done;'
        '"$@"; code=$?; kill $daemon; wait $daemon; rm -rf "$home"; exit $code'
    )
    return ["dbus-run-session", "--", "bash", "-c", script, "locked", *command]
