"""What the client costs before first paint."""

from __future__ import annotations

import subprocess
import sys


def test_the_client_is_imported_without_httpx() -> None:
    program = (
        "import sys, hhdesk.api.client, hhdesk.api.decode, hhdesk.api.loopback, hhdesk.api.urls;"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} & "
        "{'httpx', 'httpcore', 'keyring', 'sqlite_utils', 'nh3', 'PySide6', 'aiohttp', 'ssl_certifi'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
