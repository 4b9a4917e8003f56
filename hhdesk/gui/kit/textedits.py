"""Single-line fields that can be emptied, the one for searching, and the one for letters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QToolButton, QWidget

from hhdesk.gui.kit.icons import icon
from hhdesk.gui.kit.paint import keycap_size, plain_keycap, text, text_width
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import READING_LINE_HEIGHT, Type


class LineEdit(QLineEdit):
    """A field with a cross while there is something in it."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._clear = self.addAction(icon("x", "faint"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(self.tr("Clear"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.empty)
        self.textChanged.connect(lambda words: self._clear.setVisible(bool(words) and not self.isReadOnly()))

    def empty(self) -> None:
        """Empty it as the person would, so that `textEdited` is told."""
        self.clear()
        self.textEdited.emit("")
        self.setFocus()

    def set_invalid(self, why: str) -> None:
        """Red edge, and `why` for a screen reader; empty when it is all right again."""
        if bool(self.property("invalid")) != bool(why):
            self.setProperty("invalid", bool(why))
            self.update()
        self.setAccessibleDescription(why)


class SearchEdit(LineEdit):
    """A field with a magnifying glass and, while it is empty, its key. Esc empties it first."""

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, key: str = "", name: str = ""
    ) -> None:
        super().__init__(placeholder, parent, name=name)
        self._key = key
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        for glass in self.findChildren(QToolButton):
            # It only says what the field is for.
            glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._make_room()
        Theme.instance().changed.connect(self._make_room)

    def _make_room(self) -> None:
        """Words begin close to the glass and end before the keycap."""
        cap = keycap_size(self._key).width()
        self.setTextMargins(-px(0.45), 0, round(cap) + px(0.45) if cap else 0, 0)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.empty()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cap = keycap_size(self._key)
        if not cap.isEmpty() and not self.text():
            left = self.width() - cap.width() - px(0.45)
            place = QRectF(left, round((self.height() - cap.height()) / 2), cap.width(), cap.height())
            plain_keycap(QPainter(self), place, self._key)


class FindEdit(SearchEdit):
    """A field for finding within something: how much is found stands in it, where others have their cross."""

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, key: str = "", name: str = ""
    ) -> None:
        self._count = ""
        super().__init__(placeholder, parent, key=key, name=name)
        self.removeAction(self._clear)

    @property
    def count(self) -> str:
        """What stands at the end of the field."""
        return self._count

    def set_count(self, words: str) -> None:
        """Say `2 of 5` at the end of the field; empty says nothing."""
        if words != self._count:
            self._count = words
            self.setAccessibleDescription(words)
            self._make_room()

    def _make_room(self) -> None:
        super()._make_room()
        if self._count:
            room = round(text_width(self._count, type_font(Type.SMALL))) + px(0.45)
            self.setTextMargins(-px(0.45), 0, room, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            font = type_font(Type.SMALL)
            width = text_width(self._count, font)
            place = QRectF(self.width() - width - px(0.6), 0, width, self.height())
            text(QPainter(self), place, self._count, font, Theme.current().muted)


class LetterEdit(QTextEdit):
    """Plain text of many lines, which stand as far apart as where the letter is read."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._space_lines()

    def setPlainText(self, words: str) -> None:
        """Put another text in; what was written before cannot be brought back."""
        super().setPlainText(words)
        self._space_lines()

    def clear(self) -> None:
        """Take all away."""
        self.setPlainText("")

    def _space_lines(self) -> None:
        """A line that is begun goes on as the one before it."""
        document = self.document()
        look = QTextBlockFormat()
        share = READING_LINE_HEIGHT / 1.2 * 100
        look.setLineHeight(share, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        was = self.blockSignals(True)
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(look)
        document.setUndoRedoEnabled(True)
        self.blockSignals(was)
