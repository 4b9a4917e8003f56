"""What the candidate will see, beside the letter while it is written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hhdesk.gui.kit.labels import IconLabel, Label
from hhdesk.gui.kit.paint import box
from hhdesk.gui.kit.panes import Card
from hhdesk.gui.kit.theme import Theme, em, px
from hhdesk.gui.kit.tokens import Radius, Type
from hhdesk.gui.resumes.document import Passage
from hhdesk.gui.resumes.texts import PassageText
from hhdesk.services.drafts import ActDraft


class Preview(QWidget):
    """Follows the draft; says also what becomes of the response at hh.ru."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actPreview")
        Theme.instance().surface(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.4), px(1.3), px(1.4), px(1.1))
        column.setSpacing(px(0.9))
        self._title = Label("", Type.STRONG, "muted")
        self._letter = PassageText(Passage(""))
        self._letter.setObjectName("actPreviewLetter")
        self._letter.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._silent = Label("", role="muted", wrap=True, name="actPreviewSilent")
        paper = Card()
        paper.body.addWidget(self._letter)
        paper.body.addWidget(self._silent)
        page = QWidget()
        Theme.instance().surface(page, "panel")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(0.75))
        inside.addWidget(paper)
        self._place = _Note("map-pin")
        self._sms = _Note("smartphone")
        self._stage = _Note("eye", boxed=True)
        for note in (self._place, self._sms, self._stage):
            inside.addWidget(note)
        inside.addStretch(1)
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        column.addWidget(self._title)
        column.addWidget(scroll, 1)

    def show_draft(self, draft: ActDraft, address: str, sms: str, title: str = "") -> None:
        """Show what comes of `draft`; `title` says for whom."""
        word = QCoreApplication.translate
        self._title.setText(title or word("Invitation", "What the candidate will see"))
        letter = draft.message.strip()
        self._letter.setText(letter)
        self._letter.setVisible(bool(letter))
        self._silent.setVisible(not letter)
        self._silent.setText(
            word("Invitation", "No letter: the candidate is told nothing, only the stage changes here.")
            if not draft.action.requires("message")
            else word("Invitation", "The letter is still empty.")
        )
        self._place.say(address)
        self._sms.say(sms if draft.send_sms else "")
        self._stage.say(_stage(draft))


class _Note(QWidget):
    def __init__(self, icon: str, *, boxed: bool = False) -> None:
        super().__init__()
        self._boxed = boxed
        line = QHBoxLayout(self)
        side, above = (px(0.75), px(0.6)) if boxed else (0, 0)
        line.setContentsMargins(side, above, side, above)
        line.setSpacing(px(0.6))
        line.addWidget(IconLabel(icon), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Label("", wrap=True)
        line.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show `words`; empty hides the line."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of what becomes of it at hh.ru."""
        if self._boxed:
            box(QPainter(self), QRectF(self.rect()), Radius.PANEL * em(), Theme.current().idle)


def _stage(draft: ActDraft) -> str:
    word = QCoreApplication.translate
    state = draft.action.resulting_state
    name = (draft.sub_action.name if draft.sub_action else "") or (state.name if state else "")
    if not name:
        return ""
    if draft.response is None:
        return word("Invitation", "At hh.ru a response appears at the stage «{stage}».").format(stage=name)
    return word("Invitation", "At hh.ru the response moves to the stage «{stage}».").format(stage=name)
