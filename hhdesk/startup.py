"""What has to come before the first import of ours, so that the window is there soon."""

from __future__ import annotations

import builtins
import gc
import re
import sys
from collections.abc import Callable
from typing import Any, Final

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
    _import_qt_core()


def _import_qt_core() -> None:
    """Import what every other module of Qt rests on, without what it does for others."""
    ordinary, compiled = builtins.__import__, re.compile

    def later(*arguments: Any, **flags: Any) -> Any:
        # PySide's own; what else is imported on the way gets what it asks for.
        of_pyside = sys._getframe(1).f_globals.get("__name__", "").startswith("shibokensupport")
        return _Later(*arguments, **flags) if of_pyside else compiled(*arguments, **flags)

    setattr(re, "compile", later)  # noqa: B010  mypy knows its overloads
    try:
        import PySide6.QtCore  # noqa: F401  only for what it does to `import`
    finally:
        setattr(re, "compile", compiled)  # noqa: B010
        # PySide reads the source of every imported module in search of `__feature__`, which we do not use.
        builtins.__import__ = ordinary


class _Later:
    """One of the large expressions behind PySide's messages about wrong arguments, compiled when used."""

    def __init__(self, *arguments: Any, **flags: Any) -> None:
        """Arguments of `re.compile`."""
        self._arguments, self._flags = arguments, flags

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """A method of the expression, which may be kept long before it is called."""

        def called(*arguments: Any, **options: Any) -> Any:
            return getattr(re.compile(*self._arguments, **self._flags), name)(*arguments, **options)

        return called


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
