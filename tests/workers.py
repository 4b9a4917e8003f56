"""Several workers run the tests at once (`pytest -n 2`): what each of them has for itself."""

from __future__ import annotations

import os
import socket
from itertools import cycle
from typing import Final

_WORKER: Final = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))

PROFILE: Final = f"tests-{_WORKER}"
"""Under this name secrets lie in the keyring that all workers share."""

_FIRST_PORT: Final = 20_000
_PORTS_EACH: Final = 1_000
_WORKERS: Final = 12
"""Systems give out ports from 32768 (Linux) or 49152 on by themselves."""


def _own_ports() -> cycle[int]:
    first = _FIRST_PORT + _WORKER % _WORKERS * _PORTS_EACH
    # Another run on this machine begins elsewhere.
    begin = os.getpid() % _PORTS_EACH
    return cycle([first + (begin + number) % _PORTS_EACH for number in range(_PORTS_EACH)])


_PORTS: Final = _own_ports()


def free_port() -> int:
    """A port that nobody holds, and that no other worker and no system gives out meanwhile."""
    while True:
        port = next(_PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
