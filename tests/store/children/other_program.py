"""Another program than hhdesk, which holds a database file for itself: says so, and holds until it is killed.

python -m tests.store.children.other_program FILE
"""

import os
import sys
import threading
from pathlib import Path

from hhdesk.store.connection import open_connection
from tests.store.making import KEY

if __name__ == "__main__":
    connection = open_connection(Path(sys.argv[1]), KEY)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    os.write(1, b"held\n")
    threading.Event().wait()
