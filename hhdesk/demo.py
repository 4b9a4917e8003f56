"""The embedded hh.ru of the demo: the sandbox as a child process that never outlives its parent."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Final

RESUMES: Final = 2000
VACANCIES: Final = 12
SEED: Final = 1
PREFERRED_PORT: Final = 47824
"""The same from start to start, so that addresses in the demo's store stay good."""
READY_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 3.0
_ANNOUNCEMENT: Final = b"listening on "


def serve(arguments: Sequence[str]) -> int:
    """Run the sandbox in this process until it ends or until stdin, which the parent holds, is closed."""
    from hhdesk.sandbox.__main__ import main as sandbox

    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    return int(sandbox(list(arguments)) or 0)


def _end_with_parent() -> None:
    # Raw reads: the buffered reader's lock would be held while the interpreter ends.
    while os.read(0, 4096):
        continue
    os._exit(0)


class DemoServer:
    """The running sandbox. Its address is known at once, `ready` tells when it answers there."""

    def __init__(self, *, resumes: int = RESUMES, vacancies: int = VACANCIES, seed: int = SEED) -> None:
        self._port = _free_port(PREFERRED_PORT)
        self._ready = threading.Event()
        numbers = {"--port": self._port, "--resumes": resumes, "--vacancies": vacancies, "--seed": seed}
        options = [text for name, value in numbers.items() for text in (name, str(value))]
        self._process = subprocess.Popen(
            [*_own_command(), "--serve-sandbox", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        threading.Thread(target=self._listen, name="demo", daemon=True).start()

    @property
    def address(self) -> str:
        """Where API and site are."""
        return f"http://127.0.0.1:{self._port}"

    async def ready(self) -> bool:
        """Wait until it answers; False when it ended or took too long."""
        await asyncio.to_thread(self._ready.wait, READY_SECONDS)
        return self._ready.is_set() and self._process.poll() is None

    def stop(self) -> None:
        """End the child; twice does no harm."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _listen(self) -> None:
        """Read what the child says to the end, so that it never waits for us."""
        assert self._process.stdout is not None
        with self._process.stdout as said:
            for line in said:
                if line.startswith(_ANNOUNCEMENT):
                    self._ready.set()
        # An ended child lets nobody wait.
        self._process.wait()
        self._ready.set()


def _own_command() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hhdesk"]


def _free_port(preferred: int) -> int:
    for port in (preferred, 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if os.name != "nt":
                # Connections of an earlier demo that linger do not block the port.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on 127.0.0.1")
