"""The embedded hh.ru of the demo: the sandbox as a child process that never outlives its parent.

The two are joined by a connection on 127.0.0.1: the child says there where it listens, and ends when the
parent lets go. A packaged program without a console has no standard streams that would serve for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

RESUMES: Final = 2000
VACANCIES: Final = 12
SEED: Final = 1
FIRST_PORT: Final = 47824
PORTS: Final = 1000
"""A profile has one of so many, from start to start: addresses in the demo's store stay good."""
NOTE: Final = "demo.port"
"""The file in a profile's folder that says which."""
READY_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 3.0
_ANNOUNCEMENT: Final = b"listening on "
_HOST: Final = "127.0.0.1"


def serve(arguments: Sequence[str]) -> int:
    """Run the sandbox in this process until it ends or until the parent lets go.

    The first argument is the port at which the parent waits, the others are the sandbox's own.
    """
    from hhdesk.sandbox.__main__ import main as sandbox

    leash = socket.create_connection((_HOST, int(arguments[0])))
    threading.Thread(target=_end_with_parent, args=(leash,), name="parent", daemon=True).start()
    with leash.makefile("w", encoding="utf-8") as parent, contextlib.redirect_stdout(parent):
        return int(sandbox(list(arguments[1:])) or 0)


def _end_with_parent(leash: socket.socket) -> None:
    # A parent that was killed resets the connection.
    with contextlib.suppress(OSError):
        while leash.recv(4096):
            continue
    os._exit(0)


class DemoServer:
    """The sandbox of the demo. Its address is known at once, `ready` tells when it answers there."""

    def __init__(
        self, port: int = FIRST_PORT, *, resumes: int = RESUMES, vacancies: int = VACANCIES, seed: int = SEED
    ) -> None:
        """`port` is the wanted one; where it is taken, `port` becomes another."""
        self._port = _free_port(port)
        numbers = {"--port": self._port, "--resumes": resumes, "--vacancies": vacancies, "--seed": seed}
        self._options = [text for name, value in numbers.items() for text in (name, str(value))]
        self._settled = threading.Event()
        self._listens = False
        self._waiting: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._port

    @property
    def address(self) -> str:
        """Where API and site are."""
        return f"http://{_HOST}:{self._port}"

    def start(self) -> None:
        """Start the child; it takes some milliseconds, and twice does no harm."""
        if self._process is not None:
            return
        self._waiting = socket.create_server((_HOST, 0))
        self._waiting.settimeout(READY_SECONDS)
        leash = str(self._waiting.getsockname()[1])
        self._process = subprocess.Popen(
            [*_own_command(), "--serve-sandbox", leash, *self._options], stdin=subprocess.DEVNULL
        )
        threading.Thread(target=self._listen, args=(self._waiting,), name="demo", daemon=True).start()
        threading.Thread(target=self._await_end, args=(self._process,), name="demo end", daemon=True).start()

    async def ready(self) -> bool:
        """Start it if need be and wait until it answers; False when it ended or took too long."""
        self.start()
        await asyncio.to_thread(self._settled.wait, READY_SECONDS)
        return self._listens and self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End the child; twice does no harm."""
        if self._process is None or self._waiting is None:
            return
        self._waiting.close()
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _await_end(self, process: subprocess.Popen[bytes]) -> None:
        """An ended child lets nobody wait."""
        process.wait()
        self._settled.set()

    def _listen(self, waiting: socket.socket) -> None:
        """Hold the connection for as long as the child does."""
        # The child never came, or the demo ended before it did.
        with contextlib.suppress(OSError):
            leash, _ = waiting.accept()
            leash.settimeout(None)
            with leash, leash.makefile("rb") as said:
                for line in said:
                    if line.startswith(_ANNOUNCEMENT):
                        self._listens = True
                        self._settled.set()


def noted_port(folder: Path) -> int | None:
    """The port that the demo of this profile had; None before its first start."""
    try:
        return int((folder / NOTE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def own_port(folder: Path) -> int:
    """The port that a profile begins with: two demos at once do not want the same one."""
    return FIRST_PORT + zlib.crc32(str(folder).encode()) % PORTS


def note_port(folder: Path, port: int) -> None:
    """Keep it; where the folder takes nothing, the next start finds out anew."""
    with contextlib.suppress(OSError):
        (folder / NOTE).write_text(f"{port}\n", encoding="ascii")


def _own_command() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hhdesk"]


def _free_port(preferred: int) -> int:
    for port in (preferred, 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if os.name != "nt":
                # Connections of an earlier demo that linger do not block the port.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((_HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on 127.0.0.1")
