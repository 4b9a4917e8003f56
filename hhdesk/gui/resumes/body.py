"""The page of a full resume: jobs, skills, education, languages, and what else it says.

Built piece by piece between frames, so that a resume of any length never holds the window up. What fills the
first screen is built and measured out of sight and comes into sight at once: nobody sees half a resume.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from time import perf_counter
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from hhdesk.domain.resumes import Education, Resume
from hhdesk.gui.kit.buttons import LinkButton
from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.theme import em, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.resumes import wording
from hhdesk.gui.resumes.document import Job, Passage, Prepared
from hhdesk.gui.resumes.texts import PassageText, SkillTag, Text

_FRAME_SECONDS: Final = 0.004
"""How long pieces are added before the window gets its turn."""
_JOBS: Final = 12
"""Jobs that are shown at first; hardly anybody has more."""
_PIECE: Final = 4000
"""Characters of an opened long text that are added at once."""

Piece = Callable[[], QWidget]


class ResumeBody(QWidget):
    """Shows one prepared resume; showing another drops what was on its way."""

    ready = Signal()
    """What fills the screen has taken the place of what was shown."""
    finished = Signal()
    """Everything is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resumeBody")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(1.1))
        self._said: tuple[object, ...] = ()
        """What the page says, or the one that is on its way."""
        self._pending: deque[Piece] = deque()
        self._made: list[QWidget] = []
        """Pieces that are measured and not shown yet."""
        self._room = self._screen = 0
        self._turned = False
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._build)

    def clear(self) -> None:
        """Show nothing."""
        self._drop()
        self._said = ()
        self._empty()

    def show_resume(self, prepared: Prepared, today: date, room: QSize) -> None:
        """Build `prepared` for a page as wide as `room`; it is shown when its first screen, as high as
        `room`, is there. A page that says the same stays.
        """
        said = _said(prepared, today)
        if said == self._said and self._turned:
            self.ready.emit()
            return
        self._drop()
        self._said = said
        self._room, self._screen = room.width(), room.height()
        self._pending.extend(_pieces(prepared, today))
        self._build()
        self._clock.start()

    def _drop(self) -> None:
        self._clock.stop()
        self._pending.clear()
        for widget in self._made:
            widget.deleteLater()
        self._made.clear()
        self._turned = False

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self) -> None:
        """One turn: some pieces more, or the page that takes the place of what was shown."""
        if not self._turned and (self._screen <= 0 or not self._pending):
            self._turn()
        else:
            until = perf_counter() + _FRAME_SECONDS
            while self._pending and (self._turned or self._screen > 0) and perf_counter() < until:
                self._make(self._pending.popleft())
        if self._turned:
            self._show_made()
            if not self._pending:
                self._clock.stop()
                self.finished.emit()

    def _make(self, piece: Piece) -> None:
        widget = piece()
        # Texts remember how high they are for a width: the layout that follows finds it.
        self._screen -= max(widget.heightForWidth(self._room), widget.sizeHint().height())
        self._made.append(widget)

    def _turn(self) -> None:
        self._turned = True
        seen = not self.isHidden()
        # In sight, each piece would be laid out as it comes, and all of them again with the next.
        self.hide()
        self._empty()
        self._show_made()
        self.setVisible(seen)
        self.ready.emit()

    def _show_made(self) -> None:
        for widget in self._made:
            self._column.addWidget(widget)
            # Qt would show it a turn later.
            widget.show()
        self._made.clear()


def _said(prepared: Prepared, today: date) -> tuple[object, ...]:
    """All that the page shows: contacts that were opened, say, are not on it."""
    resume = prepared.resume
    studies = (resume.education, resume.additional_education, resume.education_level)
    texts = (prepared.jobs, prepared.about, prepared.skills)
    return (resume.id, today, *texts, *studies, resume.languages, _further(resume), em())


def _pieces(prepared: Prepared, today: date) -> list[Piece]:
    """What makes each part of the page, in its order."""
    resume = prepared.resume
    rows = [partial(JobRow, job, today, number) for number, job in enumerate(prepared.jobs, 1)]
    pieces: list[Piece] = [*rows[:_JOBS]]
    if len(rows) > _JOBS:
        pieces.append(partial(MoreJobs, rows[_JOBS:]))
    if prepared.skills:
        pieces.append(partial(_skills, prepared.skills))
    if prepared.about.text:
        pieces.append(partial(_about, prepared.about))
    studies = (*resume.education, *resume.additional_education)
    if studies or resume.education_level:
        pieces.append(partial(_education, resume.education_level, studies))
    if resume.languages:
        pieces.append(partial(_languages, resume))
    if lines := _further(resume):
        pieces.append(partial(_pairs, lines))
    return pieces


class JobRow(QWidget):
    """One job: when and how long at the left, what and where at the right."""

    def __init__(self, job: Job, today: date, number: int) -> None:
        super().__init__()
        self.setObjectName(f"job{number}")
        grid = _two_columns(self)
        months = wording.months_of(job.job, today)
        dates = [wording.job_period(job.job), wording.length(months) if months is not None else ""]
        grid.addWidget(_left("\n".join(part for part in dates if part)), 0, 0)
        right = QVBoxLayout()
        right.setSpacing(px(0.15))
        right.addWidget(_post(job.post))
        firm = wording.DOT.join(part for part in (job.job.company, job.job.area) if part)
        if firm:
            right.addWidget(Text(firm, Type.BODY, "muted", wrap=True, selectable=True))
        if job.description.text:
            right.addSpacing(px(0.3))
            right.addWidget(LongText(job.description, self.objectName()))
        grid.addLayout(right, 0, 1)


class MoreJobs(QWidget):
    """The jobs of long ago, each laid out in a turn of its own once they are wanted."""

    def __init__(self, rows: Sequence[Piece]) -> None:
        super().__init__()
        self._waiting = deque(rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(1.1))
        words = QCoreApplication.translate("Resume", "Show %n earlier job(s)", "", len(rows))
        self._more = LinkButton(words, name="moreJobs")
        self._more.clicked.connect(self._open)
        self._column.addWidget(self._more)

    def _open(self) -> None:
        self._more.hide()
        self._build()

    def _build(self) -> None:
        if self._waiting:
            self._column.addWidget(self._waiting.popleft()())
            QTimer.singleShot(0, self, self._build)


class LongText(QWidget):
    """A passage; where it was cut, the whole of it on demand, laid out piece by piece."""

    def __init__(self, passage: Passage, name: str) -> None:
        super().__init__()
        self._passage = passage
        self._name = name
        self._waiting: deque[str] = deque()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.3))
        self._shown = PassageText(passage)
        self._column.addWidget(self._shown)
        if passage.rest:
            count = len(passage.text) + len(passage.rest)
            words = QCoreApplication.translate("Resume", "Show all, %Ln character(s)", "", count)
            self._more = LinkButton(words, name=f"{name}More")
            self._more.clicked.connect(self._open)
            self._column.addWidget(self._more)

    def _open(self) -> None:
        """The whole text in a field of its own: it lays out only what is seen."""
        self._more.hide()
        self._shown.hide()
        whole = QPlainTextEdit()
        whole.setObjectName(f"{self._name}Whole")
        whole.setAccessibleName(QCoreApplication.translate("Resume", "Whole text"))
        whole.setReadOnly(True)
        whole.setMinimumHeight(px(36))
        self._column.addWidget(whole)
        text = self._passage.text + self._passage.rest
        self._waiting.extend(text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
        self._write(whole)

    def _write(self, whole: QPlainTextEdit) -> None:
        if not isValid(whole) or not self._waiting:
            return
        # Pieces become paragraphs: one of a megabyte would be laid out in one go.
        whole.appendPlainText(self._waiting.popleft())
        QTimer.singleShot(0, whole, lambda: self._write(whole))


def _post(post: Passage) -> Text:
    """In plain text where nothing was found in it: that is laid out faster."""
    if post.marks:
        # As high as the label that stands there where nothing is marked.
        return PassageText(post, kind=Type.STRONG, lines=1.2)
    return Text(post.text, Type.STRONG, wrap=True, selectable=True)


def _two_columns(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(0.75))
    grid.setColumnStretch(1, 1)
    return grid


def _left(words: str) -> Text:
    """The left column, equally wide in all rows of the page, and as wide as the longest word of a name."""
    label = Text(words, Type.BODY, "muted", wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setFixedWidth(px(10.2))
    return label


def _section(title: str, name: str) -> tuple[QWidget, QVBoxLayout]:
    widget = QWidget()
    widget.setObjectName(name)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, px(0.3), 0, 0)
    column.setSpacing(px(0.6))
    column.addWidget(Text(title, Type.STRONG, "muted"))
    return widget, column


def _skills(skills: tuple[tuple[str, bool], ...]) -> QWidget:
    widget, column = _section(QCoreApplication.translate("Resume", "Key skills"), "resumeSkills")
    place = QWidget()
    flow = FlowLayout(place)
    for skill, found in skills:
        flow.addWidget(SkillTag(skill, found))
    column.addWidget(place)
    return widget


def _about(about: Passage) -> QWidget:
    widget, column = _section(QCoreApplication.translate("Resume", "About"), "resumeAbout")
    column.addWidget(LongText(about, "about"))
    return widget


def _education(level: str, studies: tuple[Education, ...]) -> QWidget:
    title = QCoreApplication.translate("Resume", "Education")
    widget, column = _section(f"{title}{wording.DOT}{level.lower()}" if level else title, "resumeEducation")
    for study in studies:
        row = QWidget()
        grid = _two_columns(row)
        grid.addWidget(_left(str(study.year) if study.year else ""), 0, 0)
        right = QVBoxLayout()
        right.setSpacing(px(0.15))
        right.addWidget(Text(study.name, Type.BODY, wrap=True, selectable=True))
        detail = ", ".join(part for part in (study.organization, study.result) if part)
        if detail:
            right.addWidget(Text(detail, Type.BODY, "muted", wrap=True, selectable=True))
        grid.addLayout(right, 0, 1)
        column.addWidget(row)
    return widget


def _languages(resume: Resume) -> QWidget:
    widget, column = _section(QCoreApplication.translate("Resume", "Languages"), "resumeLanguages")
    parts = (f"{one.name} {wording.DASH} {one.level}" if one.level else one.name for one in resume.languages)
    column.addWidget(PassageText(Passage("\n".join(parts))))
    return widget


def _further(resume: Resume) -> list[tuple[str, str]]:
    """The short facts that hh.ru has of a person, each with its name; what is not said is left out."""
    word = QCoreApplication.translate
    lines = [
        (word("Resume", "Employment"), ", ".join(resume.employments)),
        (word("Resume", "Schedule"), ", ".join(resume.schedules)),
        (word("Resume", "Work format"), ", ".join(resume.work_formats)),
        (word("Resume", "Moving"), resume.relocation),
        (word("Resume", "Business trips"), resume.business_trips),
        (word("Resume", "Way to work"), resume.travel_time),
        (word("Resume", "Citizenship"), ", ".join(resume.citizenship)),
        (word("Resume", "Work permit"), ", ".join(resume.work_ticket)),
        (word("Resume", "Driver's licence"), ", ".join(resume.driver_licenses)),
        (word("Resume", "Car"), word("Resume", "own car") if resume.has_vehicle else ""),
        (word("Resume", "Professional roles"), ", ".join(role.name for role in resume.professional_roles)),
        (word("Resume", "Recommendations"), "\n".join(resume.recommendations)),
        (word("Resume", "Portfolio"), "\n".join(resume.portfolio_urls)),
        (word("Resume", "Sites"), "\n".join(resume.sites)),
    ]
    return [(name, value) for name, value in lines if value]


def _pairs(lines: list[tuple[str, str]]) -> QWidget:
    widget, column = _section(QCoreApplication.translate("Resume", "Conditions"), "resumeConditions")
    place = QWidget()
    grid = _two_columns(place)
    grid.setVerticalSpacing(px(0.3))
    for row, (name, value) in enumerate(lines):
        grid.addWidget(_left(name), row, 0)
        grid.addWidget(Text(value, wrap=True, selectable=True), row, 1)
    column.addWidget(place)
    return widget
