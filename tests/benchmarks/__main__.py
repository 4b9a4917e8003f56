"""Runs every bench beside its peer, prints a table and writes bench.json.

python -m tests.benchmarks [--rounds N] [--output FILE]

Every measurement runs in a child process of its own, in turns with its peer, so that a busy machine disturbs
both alike; medians count. The exit status is 1 where a bound is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from tests.sandbox_process import Sandbox

ROOT: Final = Path(__file__).resolve().parents[2]
CHILDREN: Final = "tests.benchmarks.children."
BARE: Final = "bare PySide6 window"
TOUR_SECONDS: Final = 300
PAGES_OF_YESTERDAY: Final = 2
ALL_PAGES: Final = 40


@dataclass(frozen=True)
class Line:
    """One line of bench.json; `peer` is None where nothing is compared."""

    name: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None


@dataclass(frozen=True)
class Bound:
    """What may not be exceeded: a ratio to the peer, or the value itself."""

    most: float
    of_ratio: bool = True


BOUNDS: Final = {
    "first paint with yesterday's list, demo": Bound(2.5),
    "first paint with yesterday's list, encrypted": Bound(2.5),
    "longest stall of the tour": Bound(60, of_ratio=False),
    "longest work of the GUI thread while scrolling 2,000 results": Bound(16, of_ratio=False),
    "peak memory of the tour": Bound(2.5),
    "local search, 20,000 resumes": Bound(1.3),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all, tell all, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each first paint is measured")
    parser.add_argument("--tours", type=int, default=3, help="how often the tour is taken")
    output = os.environ.get("HHDESK_BENCH_FILE", "build/bench.json")
    parser.add_argument("--output", type=Path, default=ROOT / output)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="hhdesk-bench-") as folder:
        lines = [*_windows(Path(folder), wanted.rounds, wanted.tours), *_store()]
    wanted.output.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=2)
    wanted.output.write_text(content + "\n", "utf-8")
    broken = [line for line in lines if _is_broken(line)]
    print("\n".join(_told(line) for line in lines))
    return 1 if broken else 0


def _windows(folder: Path, rounds: int, tours: int) -> list[Line]:
    """Everything that has a window, beside the bare one."""
    with Sandbox.start(resumes=2200, vacancies=6) as sandbox:
        _child("yesterday", str(folder), "demo", sandbox.url, str(PAGES_OF_YESTERDAY))
        _child("yesterday", str(folder), "bench", sandbox.url, str(PAGES_OF_YESTERDAY))
        _child("yesterday", str(folder), "scrolling", sandbox.url, str(ALL_PAGES))
        bare, demo, encrypted = [], [], []
        address = {"HHDESK_API_URL": sandbox.url, "HHDESK_SITE_URL": sandbox.url}
        data = ("--data-dir", str(folder))
        for _ in range(rounds):
            bare.append(_child("bare_window"))
            demo.append(_child("first_paint", "--demo", *data))
            encrypted.append(_child("first_paint", "--profile", "bench", *data, **address))
        scrolled = [_child("scrolling", str(folder), "scrolling", sandbox.url) for _ in range(tours)]
    for paint in (*demo, *encrypted):
        if paint["rows"] < 1:
            raise SystemExit("the first paint showed no list")
    reports = [_tour(folder / f"tour{number}") for number in range(tours)]
    painted = _median(bare, "first_paint_ms")
    computed = _median(bare, "cpu_ms")
    lines = []
    for name, paints in (("demo", demo), ("encrypted", encrypted)):
        value = _median(paints, "first_paint_ms")
        lines.append(_beside(f"first paint with yesterday's list, {name}", value, "ms", BARE, painted))
        value = _median(paints, "cpu_ms")
        lines.append(_beside(f"processor time until that paint, {name}", value, "ms", BARE, computed))
    stall = _median(reports, "longest_stall_ms")
    busy = _median(scrolled, "longest_busy_ms")
    memory = _median(reports, "peak_memory_mib")
    return [
        *lines,
        Line("longest stall of the tour", round(stall, 1), "ms"),
        Line("longest work of the GUI thread while scrolling 2,000 results", round(busy, 1), "ms"),
        _beside("peak memory of the tour", memory, "MiB", BARE, _median(bare, "peak_memory_mib")),
    ]


def _tour(folder: Path) -> dict[str, Any]:
    """One tour on a fresh profile; a tour that fails measures nothing."""
    command = [
        sys.executable,
        "-m",
        "hhdesk",
        "--demo",
        "--tour",
        str(folder),
        "--data-dir",
        str(folder / "data"),
    ]
    _run(command, {})
    report: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    return report


def _store() -> list[Line]:
    """The benches of the store, in a process of their own."""
    said = _run([sys.executable, "-m", "tests.benchmarks.bench_store"], {})
    return [Line(**line) for line in json.loads(said)]


def _child(module: str, *arguments: str, **environment: str) -> dict[str, Any]:
    """What a child says in its last line, if anything."""
    said = _run([sys.executable, "-m", CHILDREN + module, *arguments], environment).strip()
    told: dict[str, Any] = json.loads(said.splitlines()[-1]) if said else {}
    return told


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=TOUR_SECONDS,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def _median(measured: Sequence[dict[str, Any]], name: str) -> float:
    return float(statistics.median(one[name] for one in measured))


def _beside(name: str, value: float, unit: str, peer: str, peer_value: float) -> Line:
    return Line(name, round(value, 1), unit, peer, round(peer_value, 1), round(value / peer_value, 2))


def _is_broken(line: Line) -> bool:
    bound = BOUNDS.get(line.name)
    if bound is None:
        return False
    measured = line.ratio if bound.of_ratio else line.value
    return measured is None or measured > bound.most


def _told(line: Line) -> str:
    """One line of the table."""
    bound = BOUNDS.get(line.name)
    ratio = "" if line.ratio is None else f"{line.ratio:6.2f} x {line.peer} ({line.peer_value:g} {line.unit})"
    judged = ""
    if bound is not None:
        most = f"{bound.most:g}" + (" x" if bound.of_ratio else f" {line.unit}")
        judged = f"  at most {most}: " + ("BROKEN" if _is_broken(line) else "kept")
    return f"{line.name:62} {line.value:9.1f} {line.unit:4}{ratio}{judged}"


if __name__ == "__main__":
    raise SystemExit(main())
