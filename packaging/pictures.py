"""Takes the tour's pictures that README shows, in both looks: `make pictures`.

The demo's people are invented, so nothing has to be blurred.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image

from hhdesk.services.settings import NAME
from hhdesk.store.database import Database
from hhdesk.store.paths import database_file
from hhdesk.store.store import Store

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "docs" / "pictures"
LARGEST: Final = 150 * 1024
"""Bytes of one picture."""
_COLOURS: Final = (256, 128, 64)
# The end of the tour's file name: its number changes when the tour gets longer.
WANTED: Final = {
    "light": {"search": "next-resume-by-key", "responses": "open-a-response", "invitation": "invitation"},
    "dark": {"dark": "next-resume-by-key"},
}


def main() -> str | None:
    """Returns what went wrong, or None."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for look, wanted in WANTED.items():
        with tempfile.TemporaryDirectory() as folder:
            if not _tour(Path(folder), look):
                return f"The tour in the {look} look did not work."
            for name, step in wanted.items():
                taken = next(Path(folder).glob(f"tour/*-{step}.png"))
                _shrink(taken, TARGET / f"{name}.png")
    return None


def _tour(folder: Path, look: str) -> bool:
    asyncio.run(_choose(folder / "data", look))
    command = [sys.executable, "-m", "hhdesk", "--demo", "--profile", look]
    command += ["--data-dir", str(folder / "data"), "--tour", str(folder / "tour")]
    # Without a keyring the demo's store is plain, so that the look can be written into it.
    bare = {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **bare}, check=False).returncode == 0


async def _choose(data: Path, look: str) -> None:
    """Choose a look as a person would before the first sign-in."""
    database = Database.open(database_file(data / look, None), None)
    await Store(database).settings.set(NAME, json.dumps({"theme": look, "language": "en"}))
    await database.close()


def _shrink(taken: Path, target: Path) -> None:
    """Write with as many colours as the size allows."""
    with Image.open(taken) as picture:
        for colours in _COLOURS:
            picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
            if target.stat().st_size <= LARGEST:
                break
    sys.stdout.write(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} KiB\n")


if __name__ == "__main__":
    sys.exit(main())
