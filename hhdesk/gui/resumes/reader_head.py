"""The head of the reader: who this is, what they want to earn, and what is known of them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhdesk.domain.identity import ResumeId
from hhdesk.domain.listing import ListedResume
from hhdesk.domain.negotiations import Response
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.gui.compiled.ui_resume_reader import Ui_ResumeReader
from hhdesk.gui.kit.avatar import Avatar, initials
from hhdesk.gui.kit.buttons import IconButton, LinkButton
from hhdesk.gui.kit.chips import Badge
from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.labels import IconLabel
from hhdesk.gui.kit.paint import Tone, box
from hhdesk.gui.kit.rows import RowAvatar
from hhdesk.gui.kit.theme import Theme, em, px
from hhdesk.gui.kit.tokens import Radius, Type
from hhdesk.gui.moments import ago
from hhdesk.gui.resumes import rows, wording
from hhdesk.gui.resumes.texts import Text
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_LOOKING = "active_search"
"""The status that is drawn green; every other one of hh.ru's is neutral."""


_Badge = tuple[str, Tone, str]
"""Words, tone and icon."""


class Notice(QWidget):
    """A quiet box with something to know, and one way on."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(0.75), px(0.6), px(0.75), px(0.6))
        layout.setSpacing(px(0.75))
        layout.addWidget(IconLabel(icon), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Text("", wrap=True)
        layout.addWidget(self.words, 1)
        self.way = LinkButton("", key="")
        layout.addWidget(self.way, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        box(QPainter(self), QRectF(self.rect()), Radius.PANEL * em(), Theme.current().idle)


class ReaderHead(QWidget):
    """Fills the head of the reader's form."""

    history_asked = Signal()
    again_asked = Signal()
    """The person wants hh.ru's resume instead of our copy."""
    face_came = Signal(str, QPixmap)
    """Whose photo has come, by the seed of their avatar."""

    def __init__(self, form: Ui_ResumeReader, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._form = form
        self._services = services
        self._tasks = Tasks(self)
        self._shown: ResumeId | None = None
        self.by_name = False
        """Whether people are known by name here: those who applied are, found resumes often are not."""
        self._picture: QPixmap | None = None
        self.photo = Avatar(RowAvatar(), 3.9)
        self.photo.setObjectName("readerPhoto")
        self.title = Text("", Type.DISPLAY, wrap=True, selectable=True, name="readerTitle")
        self.name = Text("", Type.STRONG, wrap=True, selectable=True, name="readerName")
        self.facts = Text("", role="muted", wrap=True, selectable=True, name="readerFacts")
        self.pay = Text("", Type.DISPLAY, name="readerSalary")
        self.net = Text("", Type.SMALL, "muted")
        form.readerPhotoPlace.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        for text in (self.title, self.name, self.facts):
            form.readerNames.addWidget(text)
        form.readerPay.addWidget(self.pay, 0, Qt.AlignmentFlag.AlignRight)
        form.readerPay.addWidget(self.net, 0, Qt.AlignmentFlag.AlignRight)
        form.readerHeadLayout.setAlignment(form.readerPay, Qt.AlignmentFlag.AlignTop)
        form.readerHeadLayout.setStretch(1, 1)
        self._badges = QWidget()
        self._badges.setObjectName("readerBadgesRow")
        self._flow = FlowLayout(self._badges, last_right=True)
        self._badged: list[_Badge] = []
        self.updated = Text("", Type.SMALL, "muted", name="readerUpdated")
        self.again = IconButton("refresh-cw", "", size=1.0, name="readerAgain")
        self.again.clicked.connect(self.again_asked)
        self._age = QWidget()
        line = QHBoxLayout(self._age)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(0.3))
        line.addWidget(self.updated)
        line.addWidget(self.again)
        self._flow.addWidget(self._age)
        form.readerBadges.addWidget(self._badges)
        self._acquainted = ("", "")
        """Key of the row, and how that person is known."""
        self.known = Notice("history")
        self.known.setObjectName("readerKnown")
        self.known.way.setObjectName("readerKnownHistory")
        self.known.way.clicked.connect(self.history_asked)
        form.readerNotices.addWidget(self.known)
        self._space()

    def show_short(self, row: ListedResume, resume: ResumeShort, now: datetime) -> None:
        """Show what is known, from a list or from the whole resume."""
        if resume.id != self._shown:
            self._tasks.cancel("photo")
            self._picture = None
        self._shown = resume.id
        title, name = rows.title(resume), resume.full_name
        if self.by_name and name:
            title, name = name, title
        self.title.setText(title)
        self.name.setText(name)
        self.name.setVisible(bool(name))
        self.facts.setText(_facts(resume))
        pay = wording.salary(resume.salary)
        self.pay.setText(pay)
        self.net.setText(QCoreApplication.translate("Resume", "net") if pay else "")
        has_face = bool(resume.full_name or resume.photo_small_url)
        self.photo.setVisible(has_face)
        if has_face:
            self._draw_face(resume)
            self.photo.setAccessibleName(QCoreApplication.translate("Resume", "Photo"))
        self._show_badges(row, resume)
        words = QCoreApplication.translate("Resume", "updated {when}")
        when = wording.short_day(resume.updated_at, now)
        self.updated.setText(words.format(when=when) if when else "")
        self._show_known(row, resume)

    def show_age(self, fetched_at: datetime | None, now: datetime, price: str) -> None:
        """How old the shown copy is, and what reading anew costs; None while only the card is shown."""
        self.again.setVisible(fetched_at is not None)
        if fetched_at is not None:
            word = QCoreApplication.translate("Resume", "Read again from hh.ru. {price} This copy: {age}.")
            self.again.set_words(word.format(price=price, age=ago(fetched_at, now)))

    def load_photo(self, resume: ResumeShort) -> None:
        """Show the photo when it has come; without one, or where it is gone, the initials stay."""
        large = resume.photo_url if isinstance(resume, Resume) else ""
        url = large or resume.photo_small_url
        if not url:
            return

        async def small() -> QImage:
            content = await self._services.resumes.photo(url)
            return await asyncio.to_thread(_scaled, content, px(8)) if content else QImage()

        def came(image: QImage) -> None:
            if not image.isNull() and self._shown == resume.id:
                self.show_photo(QPixmap.fromImage(image), resume)

        self._tasks.start("photo", small(), came, failed=lambda error: None)

    def show_photo(self, picture: QPixmap, resume: ResumeShort) -> None:
        """The photo has come."""
        self._picture = picture
        self._draw_face(resume)
        self.photo.show()
        self.face_came.emit(rows.seed_of(resume), picture)

    def _draw_face(self, resume: ResumeShort) -> None:
        seed = rows.seed_of(resume)
        self.photo.set_avatar(RowAvatar(initials(resume.full_name), seed=seed, picture=self._picture))

    def _show_badges(self, row: ListedResume, resume: ResumeShort) -> None:
        badges = _badges(row, resume)
        if badges == self._badged:
            return
        self._badged = badges
        while self._flow.count():
            widget = self._flow.takeAt(0).widget()
            if widget is not None and widget is not self._age:
                widget.hide()
                widget.deleteLater()
        for words, tone, icon in badges:
            badge = Badge(words, tone, icon=icon)
            self._flow.addWidget(badge)
            badge.show()
        self._flow.addWidget(self._age)

    def _show_known(self, row: ListedResume, resume: ResumeShort) -> None:
        there = "" if self.by_name else _in_vacancies(resume)
        self.known.setVisible(row.known_since is not None or bool(there))
        self.known.way.set_words(QCoreApplication.translate("Resume", "History H"))
        if self._acquainted[0] == row.key:
            self.known.words.setText(self._acquainted[1])
            return
        if there or row.known_since is None:
            self.known.words.setText(there)
            return
        words = QCoreApplication.translate("Resume", "You know this person: first met on {day}.")
        self.known.words.setText(words.format(day=_long_day(row.known_since)))

    def show_acquaintance(self, resume: ResumeShort, responses: Sequence[Response]) -> None:
        """Say how this person is known: by the response made last."""
        last = next((one for one in responses if one.created_at is not None), None)
        if last is None or last.created_at is None:
            return
        same = last.resume is not None and last.resume.id == resume.id
        if same:
            words = QCoreApplication.translate("Resume", "You know this person: applied on {day}")
        else:
            words = QCoreApplication.translate(
                "Resume", "You know this person: applied with another resume on {day}"
            )
        text = words.format(day=_long_day(last.created_at))
        stage = last.employer_state.name if last.employer_state is not None else ""
        if stage:
            now_at = QCoreApplication.translate("Resume", "stage “{stage}”").format(stage=stage)
            text = f"{text} · {now_at}"
        self._acquainted = (str(resume.id), text)
        self.known.words.setText(text)

    def _space(self) -> None:
        form = self._form
        form.readerTopLayout.setContentsMargins(px(1.75), px(1.35), px(1.75), px(0.75))
        form.readerTopLayout.setSpacing(px(0.75))
        form.readerHeadLayout.setSpacing(px(1.1))
        form.readerNames.setSpacing(px(0.25))
        form.readerPay.setSpacing(px(0.1))


def _in_vacancies(resume: ResumeShort) -> str:
    """Where this person stands in the company's vacancies, as hh.ru tells with the whole resume."""
    if not isinstance(resume, Resume):
        return ""
    told = []
    for vacancy in resume.history:
        dated = {one.created_at: one.state for one in vacancy.changes if one.created_at and one.state}
        if vacancy.archived or not vacancy.name or not dated:
            continue
        words = QCoreApplication.translate("Resume", "Already in your vacancy “{vacancy}”: {stage}")
        told.append(words.format(vacancy=vacancy.name, stage=dated[max(dated)]))
    return wording.DOT.join(told[:2])


def _long_day(moment: datetime) -> str:
    local = moment.astimezone()
    pattern = QCoreApplication.translate("Numbers", "MMMM d, yyyy", "a date in Qt's letters")
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def _scaled(content: bytes, side: int) -> QImage:
    """The picture no larger than it is drawn; runs in a worker thread."""
    image = QImage.fromData(content)
    if image.isNull():
        return image
    grow = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    return image.scaled(side, side, grow, Qt.TransformationMode.SmoothTransformation)


def _facts(resume: ResumeShort) -> str:
    place = resume.area
    if isinstance(resume, Resume) and resume.metro:
        station = QCoreApplication.translate("Resume", "metro {station}").format(station=resume.metro)
        place = ", ".join(part for part in (place, station) if part)
    parts = (wording.years_old(resume.age), place, wording.experience(resume.experience_months))
    return wording.DOT.join(part for part in parts if part)


def _badges(row: ListedResume, resume: ResumeShort) -> list[_Badge]:
    word = QCoreApplication.translate
    made: list[_Badge] = []
    if row.withdrawn:
        made.append((word("Resume", "withdrawn, our copy is shown"), Tone.NO, "ghost"))
    if resume.job_search_status is not None and resume.job_search_status.name:
        tone = Tone.OK if resume.job_search_status.id == _LOOKING else Tone.NEUTRAL
        made.append((resume.job_search_status.name, tone, ""))
    if isinstance(resume, Resume):
        made += [(name[:1].lower() + name[1:], Tone.NEUTRAL, "") for name in resume.employments[:2]]
    if row.inviting:
        made.append((word("Resume", "→ invitation", "it waits to be sent"), Tone.ACCENT, ""))
    elif row.invited:
        made.append((word("Resume", "invited"), Tone.ACCENT, ""))
    if resume.with_contact_url:
        made.append((word("Resume", "contacts of this resume are closed"), Tone.NEUTRAL, "lock"))
    elif row.contacts_open or resume.last_name:
        made.append((word("Resume", "contacts open"), Tone.OK, "lock-open"))
    return made
