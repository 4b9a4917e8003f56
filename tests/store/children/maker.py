"""Makes a database and kills itself after so many instructions of SQLite's machine, if it takes so many.

python -m tests.store.children.maker FILE STEPS WAY

WAY is "create", or "migrate" as older versions made theirs.
"""

import os
import signal
import sys
from pathlib import Path

from hhdesk.store.connection import open_connection
from hhdesk.store.migrations import migrate
from hhdesk.store.new_file import create
from tests.store.making import KEY


def _die() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 1


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.parent.mkdir(parents=True)
    connection = open_connection(path, KEY)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.set_progress_handler(_die, int(sys.argv[2]))
    {"create": create, "migrate": migrate}[sys.argv[3]](connection)
    connection.close()
