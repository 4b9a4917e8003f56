"""Programs as child processes: the other server, and hhdesk itself as a person starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self
from urllib.request import urlopen

from tests.contract.specification import ROOT
from tests.e2e.other_sign_in import CLIENT_ID, CLIENT_SECRET
from tests.workers import free_port

TOUR_SECONDS: Final = 300
"""More than any tour takes on a slow machine."""
_TAKE_BACK_SECONDS: Final = 3
"""Long enough to be seen waiting on a slow machine."""


@dataclass
class Elsewhere:
    """The other server, running."""

    url: str
    process: subprocess.Popen[str]

    @classmethod
    def start(cls, *options: str) -> Self:
        """Start it and wait for its first line."""
        command = [sys.executable, "-m", "tests.e2e.other_server", "--with-parent", *options]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT)
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line.startswith("listening on "):
            process.kill()
            raise RuntimeError(f"the other server did not start: {line!r}")
        return cls(line.removeprefix("listening on ").strip(), process)

    def state(self) -> dict[str, Any]:
        """What it saw."""
        with urlopen(f"{self.url}/_other/state", timeout=30) as answer:
            state: dict[str, Any] = json.load(answer)
        return state

    def stop(self) -> None:
        """End it; twice does no harm."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


@dataclass(frozen=True)
class Run:
    """How a started program ended."""

    code: int
    said: str


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a child: nothing of the tester's own but what it needs, no display, no keyring."""
    wanted = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH")
    kept = {name: os.environ[name] for name in wanted if name in os.environ}
    bare = {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    return kept | bare | dict(environment)


def hhdesk(
    *arguments: str, seconds: float = TOUR_SECONDS, environment: Mapping[str, str] | None = None
) -> Run:
    """Run the program to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "hhdesk", *arguments],
        cwd=ROOT,
        env=surroundings(environment or {}),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr)


def hurry(environment: Mapping[str, str]) -> None:
    """Let the profile's acts wait a short time only; the demo's tour waits as long as people do."""
    subprocess.run(
        [sys.executable, "-m", "tests.e2e.hurry", str(_TAKE_BACK_SECONDS)],
        cwd=ROOT,
        env=surroundings(environment),
        timeout=60,
        check=True,
    )


def settings_for(url: str, data: Path) -> dict[str, str]:
    """The environment that sends hhdesk to a server, as an outside program would set it."""
    return {
        "HHDESK_API_URL": url,
        "HHDESK_SITE_URL": url,
        "HHDESK_CLIENT_ID": CLIENT_ID,
        "HHDESK_CLIENT_SECRET": CLIENT_SECRET,
        "HHDESK_DATA_DIR": str(data),
        "HHDESK_REDIRECT_PORT": str(free_port()),
        "BROWSER": f"{sys.executable} -m hhdesk.consent %s",
    }
