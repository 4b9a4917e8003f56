"""Writes until the system gives no more room, and says which error came.

python -m tests.store.children.filler FILE [open]
"""

import asyncio
import os
import resource
import sys
from pathlib import Path

from hhdesk.domain.errors import StoreTrouble
from hhdesk.store.database import Database
from hhdesk.store.store import Store
from tests.store.making import KEY, NOW, full


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


async def _fill(path: Path) -> None:
    store = Store(Database.open(path, KEY))
    await store.settings.set("before", "yes")
    _limit(1_500_000)
    for number in range(1000):
        await store.resumes.keep_full(full(number), os.urandom(50_000), NOW, with_contacts=False)


if __name__ == "__main__":
    try:
        if len(sys.argv) > 2:
            _limit(20_000)
            Database.open(Path(sys.argv[1]), KEY)
        else:
            asyncio.run(_fill(Path(sys.argv[1])))
    except StoreTrouble as error:
        os.write(1, str(error).encode() + b"\n")
    # The limit holds for closing too: end like a program that dies.
    os._exit(0)
