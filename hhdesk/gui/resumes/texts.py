"""Labels whose type, colour and found words follow the theme. They show text only, they load nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhdesk.gui.kit.labels import Label, leading, tip
from hhdesk.gui.kit.paint import box, text, text_width
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import READING_LINE_HEIGHT, Radius, Role, Size, Type
from hhdesk.gui.resumes.document import Passage, marked_html


class Text(Label):
    """A kit label that may be selectable: such text can be copied by mouse and keyboard."""

    def __init__(
        self,
        words: str = "",
        kind: Type = Type.BODY,
        role: Role = "ink",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        selectable: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(words, kind, role, parent, wrap=wrap, name=name)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setCursor(Qt.CursorShape.IBeamCursor)

    def sizeHint(self) -> QSize:
        """A wrapped text fills what there is; QLabel would try several widths to look well."""
        return QSize(px(20), self.fontMetrics().height()) if self.wordWrap() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return QSize(px(5), self.fontMetrics().height())
        return super().minimumSizeHint()


class PassageText(Text):
    """Text to be read: its lines stand as far apart as reading wants, found words are marked.

    `lines` is the distance of its lines in type sizes.
    """

    def __init__(
        self,
        passage: Passage,
        parent: QWidget | None = None,
        *,
        kind: Type = Type.BODY,
        role: Role = "ink",
        lines: float = READING_LINE_HEIGHT,
    ) -> None:
        self._passage, self._leading = passage, leading(lines)
        super().__init__("", kind, role, parent, wrap=True, selectable=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAccessibleName(passage.text)

    def text(self) -> str:
        """The words without their markup."""
        return self._passage.text

    def setText(self, words: str) -> None:
        """Show other words, none of them marked."""
        self._passage = Passage(words)
        self.setAccessibleName(words)
        self._refresh()

    def _refresh(self) -> None:
        super()._refresh()
        tokens = Theme.current()
        words = marked_html(self._passage.text, self._passage.marks, tokens.mark.name(), tokens.ink.name())
        super().setText(f'<p style="margin:0; line-height:{self._leading}">{words}</p>')


class SkillTag(QWidget):
    """A key skill; one that the search found stands on the mark's colour."""

    def __init__(self, words: str, found: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._found = words, found
        self._wide, self._em = 0, 0.0
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        if not self._wide or self._em != em():
            self._em = em()
            self._wide = round(min(text_width(self._words, type_font(Type.BODY)) + 2 * px(0.6), px(32)))
        return QSize(self._wide, px(Size.CHIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = Theme.current()
        whole = QRectF(self.rect())
        box(painter, whole, Radius.BADGE * em(), tokens.mark if self._found else tokens.idle)
        inner = whole.adjusted(px(0.6), 0, -px(0.6) + 1, 0)
        text(painter, inner, self._words, type_font(Type.BODY), tokens.ink, elide=True)
