"""A screen for tours without a display: Qt's own offscreen one is too small for the window's full size."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Final

_PLATFORM: Final = "QT_QPA_PLATFORM"
_SCREEN: Final = {"name": "tour", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "dpr": 1}


def enlarge_offscreen() -> None:
    """Give the offscreen platform a screen of 1600 × 1000. To be called before the application is made."""
    if os.environ.get(_PLATFORM) != "offscreen":
        return
    folder = Path(tempfile.mkdtemp(prefix="hhdesk-tour-"))
    settings = folder / "screens.json"
    settings.write_text(json.dumps({"screens": [_SCREEN]}), "utf-8")
    os.environ[_PLATFORM] = f"offscreen:configfile={settings}"
