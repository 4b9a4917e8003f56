"""Shows what the GUI thread was doing whenever its loop stood still. A tool for people, not a bench.

python -m tests.benchmarks.stalls [--over MS] -- --demo --tour DIR --data-dir DIR
"""

import argparse
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

SAMPLE_SECONDS = 0.002
DEEPEST = 14
MOST_SHOWN = 40


@dataclass
class Stall:
    """One pause between two beats: how long by the clock, how much of it the GUI thread computed itself."""

    at: float
    wall_ms: float
    cpu_ms: float
    stacks: Counter[str] = field(default_factory=Counter)

    def told(self) -> str:
        """Numbers and the most frequent stacks."""
        lines = [f"{self.at:8.2f} s  {self.wall_ms:6.0f} ms wall  {self.cpu_ms:6.0f} ms cpu"]
        lines += [f"      {times:3} x {stack}" for stack, times in self.stacks.most_common(5)]
        return "\n".join(lines)


class Recorder:
    """Samples the GUI thread from another one, and keeps what it saw between late beats."""

    def __init__(self, over_ms: float) -> None:
        self._over_ms = over_ms
        self._gui = threading.get_ident()
        self._begun = self._last = time.perf_counter()
        self._last_cpu = time.thread_time()
        self._seen: list[str] = []
        self._going = True
        self.stalls: list[Stall] = []
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def beat(self) -> None:
        """Called by the heartbeat, in the GUI thread."""
        now, cpu = time.perf_counter(), time.thread_time()
        seen, self._seen = self._seen, []
        wall_ms = (now - self._last) * 1000
        if wall_ms > self._over_ms:
            stall = Stall(now - self._begun, wall_ms, (cpu - self._last_cpu) * 1000, Counter(seen))
            self.stalls.append(stall)
        self._last, self._last_cpu = now, cpu

    def skip(self) -> None:
        """What lies before this moment is the camera's."""
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._seen = []

    def end(self) -> None:
        """Stop sampling."""
        self._going = False

    def _watch(self) -> None:
        while self._going:
            time.sleep(SAMPLE_SECONDS)
            if (time.perf_counter() - self._last) * 1000 > self._over_ms / 2:
                self._seen.append(_stack_of(self._gui))


def _stack_of(thread: int) -> str:
    """The innermost frames, those of the event loop left out.

    No frame is kept: it would keep its painter alive beyond its paint event, which ends the program.
    """
    frame: FrameType | None = sys._current_frames().get(thread)
    places: list[str] = []
    while frame is not None and len(places) < DEEPEST:
        code = frame.f_code
        file = "/".join(code.co_filename.rsplit("/", 2)[1:])
        if "importlib" not in file and "qasync" not in file and "asyncio" not in code.co_filename:
            places.append(f"{file}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return " < ".join(places)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run hhdesk with the arguments after `--` and tell its stalls."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--over", type=float, default=20.0, help="shortest stall that is told, in ms")
    parser.add_argument("hhdesk", nargs="*")
    wanted = parser.parse_args(arguments)

    from hhdesk import startup

    startup.prepare()
    from hhdesk.__main__ import main as hhdesk
    from hhdesk.gui.measurements import Heartbeat

    recorders: list[Recorder] = []
    start, beat, skip = Heartbeat.start, Heartbeat._beat, Heartbeat._skip

    def started(heartbeat: Heartbeat, *given: Any) -> None:
        recorders.append(Recorder(wanted.over))
        start(heartbeat, *given)

    def beaten(heartbeat: Heartbeat, *given: Any) -> None:
        beat(heartbeat, *given)
        recorders[-1].beat()

    def skipped(heartbeat: Heartbeat, *given: Any) -> None:
        skip(heartbeat, *given)
        recorders[-1].skip()

    setattr(Heartbeat, "_skip", skipped)  # noqa: B010  the program itself has no place for tools
    setattr(Heartbeat, "start", started)  # noqa: B010  the program itself has no place for tools
    setattr(Heartbeat, "_beat", beaten)  # noqa: B010  the same
    status = hhdesk(wanted.hhdesk)
    for recorder in recorders:
        recorder.end()
        longest = sorted(recorder.stalls, key=lambda stall: -stall.cpu_ms)[:MOST_SHOWN]
        print("\n".join(stall.told() for stall in longest))
    return status


if __name__ == "__main__":
    raise SystemExit(main())
