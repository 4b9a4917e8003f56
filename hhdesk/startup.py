"""What has to come before the first import of ours, so that the window is there soon."""

from __future__ import annotations

import builtins
import gc
import sys
from typing import Final

_SWITCH_SECONDS: Final = 0.001
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8
_LARGE_BYTES: Final = 1 << 18
_SPARE_BYTES: Final = 1 << 20


def prepare() -> None:
    """Make imports cheap and threads polite. Called once, before anything of Qt is imported."""
    # Nothing of what is made now dies; the window's GarbageCollector takes over.
    gc.disable()
    # A worker that decodes or imports gives the window its turn after 1 ms instead of 5.
    sys.setswitchinterval(_SWITCH_SECONDS)
    _tame_allocator()
    ordinary = builtins.__import__
    import PySide6.QtCore  # noqa: F401  only for what it does to `import`

    # PySide reads the source of every imported module in search of `__feature__`, which we do not use.
    builtins.__import__ = ordinary


def _tame_allocator() -> None:
    """glibc keeps a heap for each thread and what was freed; ours are few, and pictures come and go."""
    if sys.platform != "linux":
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        for parameter, value in (
            (_M_ARENA_MAX, 1),
            (_M_MMAP_THRESHOLD, _LARGE_BYTES),
            (_M_TRIM_THRESHOLD, _SPARE_BYTES),
        ):
            mallopt(parameter, value)
