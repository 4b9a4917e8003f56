"""The HTTP library, which costs 75 ms: import this module late, never before the first paint."""

import sys

# Its command line brings click, rich and pygments, with 4 MiB, wherever they happen to be installed.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None is import's own mark for absence

import httpx  # noqa: E402  what comes before it is for its sake

__all__ = ["httpx"]
