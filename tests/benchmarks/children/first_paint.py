"""hhdesk as it is started, up to its first paint. Prints what it cost and what was shown, and ends.

python -m tests.benchmarks.children.first_paint ARGUMENTS OF HHDESK
"""

import json
import os
import sys
import time


def main() -> int:
    """Run the program; it ends in `told`."""
    from hhdesk import startup

    startup.prepare()
    from hhdesk.gui.measurements import FirstPaint

    note = FirstPaint._note

    def told(paint: FirstPaint) -> None:
        cpu_ms = time.process_time() * 1000
        note(paint)
        from PySide6.QtWidgets import QApplication, QListView

        views = [view for view in QApplication.allWidgets() if view.objectName() == "resultRows"]
        rows = [view.model().rowCount() for view in views if isinstance(view, QListView) and view.isVisible()]
        numbers = {"first_paint_ms": paint.milliseconds, "cpu_ms": cpu_ms, "rows": sum(rows)}
        print(json.dumps(numbers), flush=True)
        os._exit(0)

    setattr(FirstPaint, "_note", told)  # noqa: B010  the program itself has no place for benches
    from hhdesk.__main__ import main as hhdesk

    return hhdesk(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
