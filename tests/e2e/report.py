"""A tour's report and pictures, judged as an outside program would."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QImage

SHAPE: Final = {
    "version": str,
    "ok": bool,
    "steps": list,
    "first_paint_ms": float,
    "longest_stall_ms": float,
    "peak_memory_mib": float,
    "requests": int,
}
STEP: Final = {"name": str, "ok": bool, "seconds": float, "detail": str}
MAIN_JOB: Final = (
    "sign in",
    "search",
    "filter",
    "open a resume",
    "PDF",
    "open contacts",
    "invite",
    "act on the response",
    "answer in a chat",
    "look at a vacancy",
)
"""What the tour has to show, as words in the names of its steps."""
_COLOURS: Final = 24
"""A blank picture has one; any pane with text has hundreds."""


@dataclass(frozen=True)
class Told:
    """What a tour left in its folder."""

    report: dict[str, Any]
    pictures: tuple[Path, ...]

    @classmethod
    def of(cls, folder: Path) -> Told:
        """Read the folder."""
        report: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
        return cls(report, tuple(sorted(folder.glob("*.png"))))

    def wrong_names(self) -> list[str]:
        """Names and kinds in which the report differs from the agreed shape."""
        wrong = [f"report: {name}" for name in SHAPE.keys() ^ self.report.keys()]
        wrong += [name for name, kind in SHAPE.items() if type(self.report.get(name)) is not kind]
        for step in self.report["steps"]:
            wrong += [f"step: {name}" for name in STEP.keys() ^ step.keys()]
            wrong += [f"{step.get('name')}: {n}" for n, kind in STEP.items() if type(step.get(n)) is not kind]
        return wrong

    def failed(self) -> list[str]:
        """Steps that did not work, with what was said."""
        return [f"{step['name']}: {step['detail']}" for step in self.report["steps"] if not step["ok"]]

    def missing(self) -> list[str]:
        """Parts of the main job that no step names."""
        names = " | ".join(step["name"] for step in self.report["steps"])
        return [part for part in MAIN_JOB if part not in names]

    def blank(self) -> list[str]:
        """Pictures that are unreadable, too small or of next to no colours."""
        return [path.name for path in self.pictures if _colours(path) < _COLOURS]

    def unnumbered(self) -> list[str]:
        """Pictures whose names do not begin with their number."""
        numbers = enumerate(self.pictures, start=1)
        return [path.name for number, path in numbers if not path.name.startswith(f"{number:02d}-")]


def _colours(path: Path) -> int:
    image = QImage(str(path))
    if image.width() < 1000 or image.height() < 600:
        return 0
    points = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return len({image.pixel(x, y) for x, y in points})
