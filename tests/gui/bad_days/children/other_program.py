"""Another program that writes to hhdesk's file: says so, and goes on until stdin ends or it is killed.

python -m tests.gui.bad_days.children.other_program FILE [KEY]
"""

import os
import sys
from pathlib import Path

from hhdesk.store.connection import open_connection

if __name__ == "__main__":
    key = bytes.fromhex(sys.argv[2]) if len(sys.argv) > 2 else None
    connection = open_connection(Path(sys.argv[1]), key)
    connection.execute("BEGIN EXCLUSIVE")
    os.write(1, b"held\n")
    sys.stdin.read()
    connection.close()
