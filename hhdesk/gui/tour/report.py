"""What the tour leaves: numbered pictures and `report.json`, whose shape outside programs rely on."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from hhdesk import __version__
from hhdesk.domain.errors import HhdeskError
from hhdesk.gui.tour.robot import TourFailed

_LOOK_SECONDS: Final = 0.2


@dataclass(slots=True)
class Step:
    """One step: its English name, whether what it claims was read back, how long it took, what was seen."""

    name: str
    ok: bool
    seconds: float
    detail: str = ""


@dataclass(slots=True)
class Report:
    """The whole tour. Milliseconds count from process start; memory is the process's peak."""

    steps: list[Step] = field(default_factory=list)
    first_paint_ms: float | None = None
    longest_stall_ms: float | None = None
    peak_memory_mib: float | None = None
    requests: int = 0

    @property
    def ok(self) -> bool:
        """Whether there were steps and each of them worked."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    def write(self, folder: Path) -> None:
        """Write report.json into `folder`."""
        content = {
            "version": __version__,
            "ok": self.ok,
            "steps": [asdict(step) for step in self.steps],
            "first_paint_ms": _rounded(self.first_paint_ms),
            "longest_stall_ms": _rounded(self.longest_stall_ms),
            "peak_memory_mib": _rounded(self.peak_memory_mib),
            "requests": self.requests,
        }
        (folder / "report.json").write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


class Recorder:
    """Runs steps, photographs the window after each, and keeps the report.

    A picture is taken after a failed step too; the steps that follow are tried, since each says what it
    needs.
    """

    def __init__(
        self, window: QWidget, folder: Path, paused: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """A picture is drawn while the measurement is `paused`; it is written in a worker thread."""
        self._window = window
        self._paused = paused
        self._folder = folder
        self._pictures = 0
        self.report = Report()
        folder.mkdir(parents=True, exist_ok=True)

    async def step(self, name: str, work: Callable[[], Awaitable[str]]) -> bool:
        """Do one step. `work` returns what was seen, for the report's `detail`."""
        started = time.perf_counter()
        try:
            detail, ok = await work(), True
        except (TourFailed, HhdeskError) as error:
            detail, ok = str(error), False
        self.report.steps.append(Step(name, ok, round(time.perf_counter() - started, 3), detail))
        # A picture shows what a person sees a moment later, not a layout on its way.
        await asyncio.sleep(_LOOK_SECONDS)
        await self.picture(name)
        return ok

    async def picture(self, name: str) -> Path:
        """Photograph the window with its dialogs and popups on it."""
        self._pictures += 1
        slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
        path = self._folder / f"{self._pictures:02d}-{slug}.png"
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self._window]
        with self._paused():
            self._window.repaint()
            shown = self._window.backingStore().paintDevice()
            if isinstance(shown, QImage):
                # What Qt painted is written as it is: a second image of the window would be 5 MiB.
                self._lay_over(shown, others)
                shown.save(str(path))
                if others:
                    self._window.repaint()
                return path
            picture = self._window.grab().toImage()
            self._lay_over(picture, others)
        await asyncio.to_thread(picture.save, str(path))
        return path

    def _lay_over(self, picture: QImage, others: Sequence[QWidget]) -> None:
        """Draw on a picture of the window what lies over it."""
        if not others:
            return
        painter = QPainter(picture)
        origin = self._window.mapToGlobal(self._window.rect().topLeft())
        for other in others:
            place = other.mapToGlobal(other.rect().topLeft()) - origin
            shown = other.backingStore().paintDevice()
            if isinstance(shown, QImage):
                painter.drawImage(place, shown)
            else:
                painter.drawPixmap(place, other.grab())
        painter.end()


def peak_memory_mib() -> float | None:
    """The process's peak resident memory in MiB; None where the system does not tell."""
    import sys

    system = str(sys.platform)
    if system == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if system == "darwin" else 1024)
