"""A tinted strip that says what is the matter and offers ways out: offline, signed out, a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from hhdesk.gui.kit.buttons import Button, Kind, LinkButton
from hhdesk.gui.kit.labels import IconLabel
from hhdesk.gui.kit.paint import Tone, box, text_width
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.toasts import announce as say
from hhdesk.gui.kit.tokens import Radius, Role, Type
from hhdesk.gui.labels import dress
from hhdesk.gui.sections import Way

_INKS: dict[Tone, Role] = {
    Tone.ACCENT: "accent",
    Tone.AMBER: "amber",
    Tone.NO: "no",
    Tone.OK: "ok",
    Tone.NEUTRAL: "muted",
}


class Notice(QWidget):
    """Title in 600, text, ways out. `framed` is a box inside a page, else a strip from edge to edge."""

    def __init__(self, name: str, parent: QWidget | None = None, *, framed: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._framed = framed
        self._tone = Tone.ACCENT
        self._icon = IconLabel("info", "accent")
        self.title = QLabel(self)
        self.title.setObjectName(f"{name}Title")
        self.text = QLabel(self)
        self.text.setObjectName(f"{name}Text")
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        dress(self.title, Type.STRONG)
        dress(self.text, Type.BODY, "muted" if not framed else "ink")
        self._ways: list[QAbstractButton] = []
        self._row = QHBoxLayout(self)
        words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.addWidget(self.title)
        words.addWidget(self.text)
        self._buttons: QBoxLayout = QHBoxLayout()
        at = Qt.AlignmentFlag.AlignTop if framed else Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self._icon, 0, at)
        self._row.addLayout(words, 1)
        if framed:
            words.addLayout(self._buttons)
        else:
            self._row.addLayout(self._buttons)
        self._words = words
        Theme.instance().changed.connect(self._measure)
        self._measure()
        self.hide()

    @property
    def ways(self) -> tuple[QAbstractButton, ...]:
        """The buttons, the best first."""
        return tuple(self._ways)

    def tell(
        self, tone: Tone, icon: str, title: str, text: str, ways: Sequence[Way] = (), *, announce: bool = True
    ) -> None:
        """Show what is the matter; the first way of a framed notice, and of a signed-out strip, is filled."""
        self._tone = tone
        self._icon.set_icon(icon, _INKS[tone])
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(f"{title}. {text}")
        self._set_ways(ways)
        self._flow()
        self.show()
        self.update()
        if announce:
            say(self, f"{title}. {text}")

    def _set_ways(self, ways: Sequence[Way]) -> None:
        for old in self._ways:
            self._buttons.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._ways.clear()
        while self._buttons.count():
            self._buttons.takeAt(0)
        for place, way in enumerate(ways):
            filled = place == 0 and (self._framed or self._tone is Tone.ACCENT)
            made: Button | LinkButton
            if filled or self._framed:
                kind = Kind.FILLED if filled else Kind.PLAIN
                made = Button(way.words, self, kind=kind, icon=way.icon, key=way.key, name=way.name)
            else:
                made = LinkButton(way.words, self, key=way.key, name=way.name)
            made.clicked.connect(lambda _=False, go=way.go: go())
            self._buttons.addWidget(made)
            made.show()
            self._ways.append(made)
        if self._framed:
            self._buttons.addStretch(1)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words go by the width."""
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """A strip says all in one line where there is room: it takes little of the list below it."""
        if self._framed:
            return
        taken = self._icon.sizeHint().width() + self._buttons.sizeHint().width() + 2 * self._row.spacing()
        room = self.width() - 2 * px(1.1) - taken
        title = text_width(self.title.text(), type_font(Type.STRONG))
        fits = title + px(0.6) + text_width(self.text.text(), type_font(Type.BODY)) < room
        self._words.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )
        wide = QSizePolicy.Policy.Maximum if fits and self.text.text() else QSizePolicy.Policy.Expanding
        self.title.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
        # After the policy, which forgets that a wrapped label is as high as its width makes it.
        self.title.setWordWrap(not fits)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint, and a rule under a strip."""
        painter = QPainter(self)
        tokens = Theme.current()
        ground = self._tone.colours(tokens)[0]
        if self._framed:
            box(painter, QRectF(self.rect()), Radius.PANEL * em(), ground)
        else:
            painter.fillRect(self.rect(), ground)
            painter.setPen(tokens.line)
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _measure(self) -> None:
        side, above = (px(1.1), px(0.9)) if self._framed else (px(1.1), px(0.6))
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(px(0.75))
        self._words.setSpacing(px(0.3 if self._framed else 0.6))
        self._buttons.setSpacing(px(0.5 if self._framed else 1.1))
        self._buttons.setContentsMargins(0, px(0.5) if self._framed and self._ways else 0, 0, 0)
