"""A lock between processes that the operating system releases when its holder dies, however it dies."""

import errno
import os
import sys
from pathlib import Path

from hhdesk.domain.errors import StoreLocked

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        # flock, not lockf: POSIX locks fall when any descriptor of the file is closed, and do not part two
        # openings within one process.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class ProcessLock:
    """Holds `path` locked from construction to `release`. The file itself stays and means nothing.

    Raises:
        StoreLocked: somebody else holds it.
        OSError: the file cannot be made, or its file system knows no locks.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor: int | None = None
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _take(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                raise StoreLocked(detail=path.name) from error
            raise
        self._descriptor = descriptor

    def release(self) -> None:
        """Let others in. May be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
