"""The letter of an act: hh.ru's templates, the text, its length, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hhdesk.domain.negotiations import Template
from hhdesk.gui.kit.buttons import LinkButton
from hhdesk.gui.kit.fields import FieldMessage
from hhdesk.gui.kit.labels import Label, literal
from hhdesk.gui.kit.textedits import LetterEdit
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type


class LetterField(QWidget):
    """A template fills it until the person writes; after that only when they choose one."""

    changed = Signal()
    template_chosen = Signal(object)
    """Template whose text is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates: tuple[Template, ...] = ()
        self.is_written = False
        """Whether the text is the person's own."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.45))
        label = Label(self.tr("Letter"), Type.BODY, "muted")
        self._template = LinkButton("", menu_arrow=True, name="actTemplate")
        self._template.clicked.connect(self._open_templates)
        self._place = LinkButton(self.tr("Place"), menu_arrow=True, name="actPlace")
        self._place.setToolTip(self.tr("Everybody's own goes in there · Ctrl+Space"))
        self._place.clicked.connect(self._open_places)
        self._place.hide()
        head = QHBoxLayout()
        head.setSpacing(px(0.9))
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._place)
        head.addWidget(self._template)
        self.editor = LetterEdit(name="actMessage")
        self.editor.setAccessibleName(self.tr("Letter"))
        self.editor.document().setDocumentMargin(px(0.6))
        self.editor.textChanged.connect(self._written)
        label.setBuddy(self.editor)
        self._places = _Places(self.editor)
        keys = QShortcut(QKeySequence("Ctrl+Space"), self.editor, self._open_places)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._trouble = FieldMessage()
        self._trouble.setObjectName("actMessageTrouble")
        self._length = Label("", Type.SMALL, "muted", name="actMessageLength")
        foot = QHBoxLayout()
        foot.addWidget(self._trouble, 1)
        foot.addWidget(self._length, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(head)
        column.addWidget(self.editor, 1)
        column.addLayout(foot)
        self.set_templates(())
        self._tell_length()

    @property
    def text(self) -> str:
        """The letter as it is."""
        return self.editor.toPlainText()

    def set_templates(self, templates: Sequence[Template]) -> None:
        """What hh.ru offers for the chosen act."""
        self._templates = tuple(templates)
        self._template.setVisible(bool(templates))
        self.tell_template(None)

    def set_places(self, words: Sequence[str]) -> None:
        """What differs from person to person in a letter to many: `[word]` stands for it."""
        self._places.words = tuple(words)
        self._places.rehighlight()
        self._place.setVisible(bool(words))

    def first_template(self) -> Template | None:
        """hh.ru's shortest way, else its first; None where it offers none."""
        quick = next((one for one in self._templates if one.quick), None)
        return quick or (self._templates[0] if self._templates else None)

    def fill(self, text: str) -> None:
        """Put a template's text in."""
        self.editor.setPlainText(text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.is_written = False

    def tell_template(self, template: Template | None) -> None:
        """Say which template the text comes from."""
        name = template.name if template is not None else ""
        words = self.tr("Template: «{name}»").format(name=name) if name else self.tr("Template")
        self._template.set_words(words)

    def tell_problem(self, words: str) -> None:
        """What is wrong with the letter; empty for nothing."""
        self._trouble.say(words)
        self.editor.setProperty("invalid", bool(words))
        self.editor.update()

    def _written(self) -> None:
        self.is_written = bool(self.text.strip())
        self._tell_length()
        self.changed.emit()

    def _tell_length(self) -> None:
        self._length.setText(self.tr("%Ln character(s)", "", len(self.text)))

    def _open_places(self) -> None:
        if not self._places.words:
            return
        menu = QMenu(self)
        menu.setObjectName("actPlaceMenu")
        for word in self._places.words:
            entry = menu.addAction(literal(word))
            entry.triggered.connect(lambda _=False, word=word: self.editor.insertPlainText(f"[{word}]"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomLeft()))

    def _open_templates(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("actTemplateMenu")
        for template in self._templates:
            entry = QAction(literal(template.name or template.id), menu)
            entry.triggered.connect(lambda _=False, template=template: self.template_chosen.emit(template))
            menu.addAction(entry)
        empty = QAction(self.tr("Empty letter"), menu)
        empty.triggered.connect(self.editor.clear)
        menu.addAction(empty)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._template.mapToGlobal(self._template.rect().bottomLeft()))


class _Places(QSyntaxHighlighter):
    """Makes the places of a letter to many stand out from its words."""

    def __init__(self, editor: LetterEdit) -> None:
        super().__init__(editor.document())
        self.words: tuple[str, ...] = ()

    def highlightBlock(self, text: str) -> None:
        tokens = Theme.current()
        look = QTextCharFormat()
        look.setBackground(tokens.select)
        look.setForeground(tokens.accent)
        for word in self.words:
            place = f"[{word}]"
            start = text.find(place)
            while start >= 0:
                self.setFormat(start, len(place), look)
                start = text.find(place, start + len(place))
