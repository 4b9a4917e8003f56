"""Takes the tour: every chapter in turn, the measurements, the report, the exit status."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hhdesk.gui.tour.chapters import CHAPTERS
from hhdesk.gui.tour.report import Recorder, peak_memory_mib
from hhdesk.gui.tour.robot import Robot
from hhdesk.gui.tour.story import Story

if TYPE_CHECKING:
    from hhdesk.config import Configuration
    from hhdesk.gui.main_window import MainWindow
    from hhdesk.gui.measurements import FirstPaint, Heartbeat
    from hhdesk.services.services import Services

_log = logging.getLogger(__name__)

_SIZE: Final = (1440, 900)


@dataclass(slots=True)
class Desk:
    """The running program, for those who drive or measure it."""

    window: MainWindow
    services: Services
    configuration: Configuration
    first_paint: FirstPaint
    heartbeat: Heartbeat


async def take(desk: Desk) -> int:
    """Drive the main job in the real window; pictures and report.json go to the configured folder.

    Returns:
        0 only when every step worked and what it claims was read back from widgets.
    """
    folder = desk.configuration.tour
    assert folder is not None
    # Offscreen screens are small; the pictures show the size that the design is drawn for.
    desk.window.resize(*_SIZE)
    recorder = Recorder(desk.window, folder, desk.heartbeat.paused)
    story = Story(Robot(desk.window), recorder)
    for chapter in CHAPTERS:
        if not await chapter(story):
            _log.warning("tour: %s did not work", chapter.__name__)
    report = recorder.report
    report.first_paint_ms = desk.first_paint.milliseconds
    report.longest_stall_ms = desk.heartbeat.longest_ms
    report.peak_memory_mib = peak_memory_mib()
    report.requests = desk.services.context.api.http.requests
    report.write(folder)
    for step in report.steps:
        _log.info(
            "tour: %s %s (%.1f s) %s", "ok" if step.ok else "FAILED", step.name, step.seconds, step.detail
        )
    return 0 if report.ok else 1
