"""The page for what nobody expected: redacted, with the way on. Nothing of candidates stands on it."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hhdesk import __version__
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type

_log = logging.getLogger(__name__)


def redacted(error: BaseException) -> str:
    """Type and places of an error and of its causes, without values, texts or home folders."""
    lines: list[str] = [f"hhdesk {__version__}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(type(current).__qualname__)
        lines += _places(current.__traceback__)
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _places(trace: TracebackType | None) -> list[str]:
    return [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]


class CrashPage(QDialog):
    """One at a time: an error that comes while it is shown goes to the log only."""

    _shown: CrashPage | None = None

    @classmethod
    def tell(cls, error: BaseException, window: QWidget | None) -> None:
        """Log the error, and show it unless one is shown already."""
        _log.error("unexpected:\n%s", redacted(error))
        if cls._shown is None and QGuiApplication.instance() is not None:
            cls._shown = cls(redacted(error), window)
            cls._shown.open()

    def __init__(self, report: str, window: QWidget | None) -> None:
        super().__init__(window)
        self._report = report
        self.setObjectName("crashPage")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        Theme.instance().surface(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.85), px(1.5), px(1.85), px(1.5))
        column.setSpacing(px(0.75))
        title = QCoreApplication.translate("Crash", "hhdesk stumbled")
        self.setWindowTitle(title)
        column.addWidget(Label(title, Type.TITLE, name="crashTitle"))
        words = QCoreApplication.translate(
            "Crash",
            "Your data and waiting letters are whole. You can go on; if it happens again, send this report."
            " It holds places in the program, nothing of people.",
        )
        column.addWidget(Label(words, Type.BODY, "muted", wrap=True, name="crashText"))
        text = QPlainTextEdit(report, self)
        text.setObjectName("crashReport")
        text.setAccessibleName(QCoreApplication.translate("Crash", "Report"))
        text.setReadOnly(True)
        text.setMinimumSize(px(42), px(14))
        column.addWidget(text, 1)
        row = QHBoxLayout()
        go_on = Button(
            QCoreApplication.translate("Crash", "Continue"),
            self,
            kind=Kind.FILLED,
            key="Enter",
            name="crashGoOn",
        )
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        copy = Button(QCoreApplication.translate("Crash", "Copy report"), self, icon="copy", name="crashCopy")
        copy.clicked.connect(self._copy)
        row.addWidget(go_on)
        row.addWidget(copy)
        row.addStretch(1)
        column.addLayout(row)

    def done(self, result: int) -> None:
        """Make room for the next."""
        CrashPage._shown = None
        super().done(result)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
