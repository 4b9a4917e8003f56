"""The short card: what a list knows of a person, and the price of reading the rest."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhdesk.domain.costs import Cost
from hhdesk.domain.resumes import ResumeShort
from hhdesk.gui.acts import prices
from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.resumes import rows, wording
from hhdesk.gui.resumes.texts import Text


class Card(QWidget):
    """Stands where the resume will stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerCard")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(0.3), 0, 0)
        column.setSpacing(px(0.45))
        self._job = Text("", Type.STRONG, wrap=True, name="readerCardJob")
        self._stay = Text("", role="muted", wrap=True)
        self._price = Text("", role="muted", wrap=True, name="readerCardPrice")
        self.open = Button("", icon="file-text", key="Enter", name="readerOpen")
        column.addWidget(self._job)
        column.addWidget(self._stay)
        column.addSpacing(px(1.1))
        column.addWidget(self.open)
        column.addWidget(self._price)

    def show_short(self, short: ResumeShort, cost: Cost, now: datetime) -> None:
        """Show the last job and the price."""
        job = short.last_job
        parts = (wording.job_period(job), wording.stay(job, now.date())) if job is not None else ()
        self._job.setText(wording.job_line(job))
        self._stay.setText(wording.DOT.join(part for part in parts if part))
        self.open.set_words(QCoreApplication.translate("Resume", "Open the resume"))
        self.open.set_cost(prices.badge(cost))
        self._price.setText(prices.sentence(cost, prices.Spends.OPEN))
        self.setAccessibleName(rows.title(short))
