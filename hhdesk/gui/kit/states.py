"""What a pane shows instead of, or over, its list: strips, empty states, skeletons."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hhdesk.gui.kit.buttons import Button, Kind, LinkButton
from hhdesk.gui.kit.chips import ChipBar, ChipData
from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.labels import IconLabel, Label, Paragraph
from hhdesk.gui.kit.paint import box
from hhdesk.gui.kit.theme import Theme, em, px
from hhdesk.gui.kit.tokens import Role, Size, Space, Type


class StripTone(Enum):
    """What a strip is about: doubt and cost, something to know, something that is refused."""

    AMBER = "amber"
    INFO = "info"
    NO = "no"
    QUIET = "quiet"

    @property
    def ground(self) -> Role:
        grounds: dict[StripTone, Role] = {
            StripTone.AMBER: "amber_tint",
            StripTone.INFO: "select",
            StripTone.NO: "no_tint",
            StripTone.QUIET: "idle",
        }
        return grounds[self]

    @property
    def ink(self) -> Role:
        inks: dict[StripTone, Role] = {
            StripTone.AMBER: "amber",
            StripTone.INFO: "accent",
            StripTone.NO: "no",
            StripTone.QUIET: "muted",
        }
        return inks[self]


class Strip(QWidget):
    """A banner over a list: what happened in 600, what it means, a way out."""

    acted = Signal()

    def __init__(  # noqa: PLR0913  # a strip is said in one call
        self,
        parent: QWidget | None = None,
        *,
        tone: StripTone = StripTone.AMBER,
        icon: str = "",
        strong: str = "",
        words: str = "",
        act: str = "",
        filled: bool = False,
        rounded: bool = False,
        name: str = "strip",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tone = tone
        self._rounded = rounded
        self._act: QAbstractButton | None = None
        self._filled = filled
        self._icon = IconLabel(icon or "info", tone.ink, parent=self)
        # Not before it has a parent: it would be a window of its own for a moment, and take the focus along.
        self._icon.setVisible(bool(icon))
        self._text = Paragraph(strong, words, name=f"{name}.words")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(px(1.1), px(0.6), px(1.1), px(0.6))
        self._layout.setSpacing(px(0.75))
        self._layout.addWidget(self._icon)
        self._layout.addWidget(self._text, 1)
        self._set_act(act)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        Theme.instance().changed.connect(self.update)
        self._tell(strong, words)

    def say(self, strong: str, words: str, act: str | None = None) -> None:
        """Say something else; None leaves the button as it is."""
        self._text.set_words(strong, words)
        if act is not None:
            self._set_act(act)
        self._tell(strong, words)

    def add(self, widget: QWidget) -> None:
        """Add another button at the right."""
        self._layout.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = Theme.current().role(self._tone.ground)
        if self._rounded:
            box(painter, QRectF(self.rect()), 0.45 * em(), ground)
        else:
            painter.fillRect(self.rect(), ground)

    def _set_act(self, act: str) -> None:
        if self._act is not None:
            self._layout.removeWidget(self._act)
            self._act.deleteLater()
            self._act = None
        if act:
            name = f"{self.objectName()}.act"
            made: QAbstractButton
            if self._filled:
                made = Button(act, self, kind=Kind.FILLED, name=name)
            else:
                made = LinkButton(act, self, name=name)
            made.clicked.connect(self.acted)
            self._act = made
            self._layout.addWidget(made)

    def _tell(self, strong: str, words: str) -> None:
        self.setAccessibleName(f"{strong} {words}".strip())


class EmptyState(QWidget):
    """Instead of a list: an icon, what it is, what it means, ways out, conditions to remove."""

    def __init__(
        self,
        icon: str = "",
        title: str = "",
        words: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = "muted",
        name: str = "empty",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = IconLabel(icon or "info", role, Size.ICON_EMPTY)
        self._title = Label(title, Type.TITLE, wrap=True, name=f"{name}.title")
        self._words = Label(words, Type.BODY, "muted", wrap=True, name=f"{name}.words")
        self.chips = ChipBar(centred=True, name=f"{name}.chips")
        self.chips.hide()
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, spacing=Space.SMALL, centred=True)
        self._buttons.hide()
        self._lay_out()
        self._tell()

    def say(self, icon: str, title: str, words: str, role: Role = "muted") -> None:
        """Say something else; buttons and chips stay until they are set anew."""
        self._icon.set_icon(icon, role)
        self._title.setText(title)
        self._words.setText(words)
        self._tell()

    def set_buttons(self, buttons: Sequence[QWidget]) -> None:
        """The ways out, the first of them the best."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for button in buttons:
            self._flow.addWidget(button)
            # A layout shows what it was given in the loop's next turn: until then the words had no way out.
            button.show()
        self._buttons.setVisible(bool(buttons))

    def set_chips(self, chips: Sequence[ChipData]) -> None:
        """Conditions that may be taken away; `chips.removed` tells which."""
        self.chips.set_chips(chips)
        self.chips.setVisible(bool(chips))

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(2), px(1.5), px(2), px(1.5))
        column = QVBoxLayout()
        column.setSpacing(px(0.75))
        column.addStretch(1)
        column.addWidget(self._icon, 0, middle)
        for label in (self._title, self._words):
            label.setAlignment(middle)
            column.addWidget(label)
        column.addWidget(self.chips)
        column.addSpacing(px(0.3))
        column.addWidget(self._buttons)
        column.addStretch(1)
        box_ = QWidget()
        box_.setLayout(column)
        box_.setMaximumWidth(px(30))
        outer.addStretch(1)
        outer.addWidget(box_, 100)
        outer.addStretch(1)

    def _tell(self) -> None:
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._words.text())


class Skeleton(QWidget):
    """Still bars in place of text that is on its way. Show it only after 150 ms."""

    def __init__(self, lines: Sequence[float] = (0.4, 0.9, 0.7, 0.8), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self.setAccessibleName(self.tr("Loading"))
        Theme.instance().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(1.5 * len(self._lines)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = Theme.current().idle
        for number, share in enumerate(self._lines):
            bar = QRectF(0, px(1.5 * number + 0.35), self.width() * share, px(0.8))
            box(painter, bar, 0.2 * em(), ground)
