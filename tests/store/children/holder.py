"""Opens a database, says so, and holds it until stdin ends or it is killed.

python -m tests.store.children.holder FILE
"""

import os
import sys
from pathlib import Path

from hhdesk.store.database import Database
from tests.store.making import KEY

if __name__ == "__main__":
    database = Database.open(Path(sys.argv[1]), KEY)
    os.write(1, b"open\n")
    sys.stdin.read()
    database.close_now()
