"""The rail: the places of hhdesk with what is new in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import box, text, text_width
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Radius, Size, Type
from hhdesk.gui.sections import SectionSpec


class RailButton(QToolButton):
    """Icon over its word, the number of news in the corner."""

    def __init__(self, spec: SectionSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._badge = 0
        self._urgent = False
        self.setObjectName(f"rail_{spec.key}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    @property
    def badge(self) -> int:
        """What the number in the corner says; 0 shows none."""
        return self._badge

    def set_badge(self, number: int, urgent: bool = False) -> None:
        """Show a number of news; `urgent` asks for a decision and is red."""
        if (number, urgent) != (self._badge, self._urgent):
            self._badge, self._urgent = number, urgent
            self.retranslate()
            self.update()

    def retranslate(self) -> None:
        """Words for eyes, tool tip and screen reader."""
        name = self.spec.name()
        self.setText(name)
        new = self.tr("%n new", "", self._badge) if self._badge else ""
        self.setAccessibleName(", ".join(part for part in (name, new) if part))
        key = f"Ctrl+{self.spec.number}" if self.spec.number else ""
        self.setToolTip(f"{name} ({key})" if key else name)
        self.setMinimumWidth(round(text_width(name, type_font(Type.SMALL_STRONG)) + px(0.3)))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As high as icon, word and air need."""
        return QSize(px(Size.RAIL - 0.8), px(3.9))

    def minimumSizeHint(self) -> QSize:
        """The same: the rail never cuts a word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, word, badge; where the window is low, the word goes first."""
        painter = QPainter(self)
        tokens = Theme.current()
        whole = QRectF(self.rect())
        if self.isChecked():
            box(painter, whole, Radius.PANEL * em(), tokens.select)
        elif self.underMouse() or self.isDown():
            box(painter, whole, Radius.PANEL * em(), tokens.hover if not tokens.dark else tokens.idle)
        ink = tokens.accent if self.isChecked() else tokens.muted
        side = px(Size.ICON_RAIL)
        paint_icon(painter, self.spec.icon, QRectF((whole.width() - side) / 2, px(0.55), side, side), ink)
        font = type_font(Type.SMALL_STRONG if self.isChecked() else Type.SMALL)
        place = QRectF(0, px(2.3), whole.width(), px(1.3))
        text(painter, place, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        tokens = Theme.current()
        words = str(self._badge) if self._badge < 100 else "99+"
        font = type_font(Type.TINY_STRONG)
        width = max(px(1.4), text_width(words, font) + px(0.8))
        place = QRectF(self.width() - width - px(0.1), -px(0.1) + 1, width, px(1.15))
        if self._urgent:
            ground, ink = tokens.no, tokens.on_no
        elif self.isChecked():
            ground, ink = tokens.accent, tokens.on_accent
        else:
            ground, ink = tokens.badge, tokens.ink
        box(painter, place, px(0.35), ground)
        text(painter, place, words, font, ink, Qt.AlignmentFlag.AlignHCenter)


class Rail(QWidget):
    """The buttons in their order; the foot holds outbox and settings."""

    chosen = Signal(str)
    """Key of the section that the person wants."""

    def __init__(self, specs: Sequence[SectionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Sections"))
        self._buttons: dict[str, RailButton] = {}
        Theme.instance().surface(self, "window")
        layout = QVBoxLayout(self)
        layout.setObjectName("railLayout")
        self._layout = layout
        shown = [spec for spec in specs if spec.build is not None]
        for spec in (spec for spec in shown if not spec.at_foot):
            layout.addWidget(self._button(spec))
        layout.addStretch(1)
        for spec in (spec for spec in shown if spec.at_foot):
            layout.addWidget(self._button(spec))
        Theme.instance().changed.connect(self._measure)
        self._measure()

    def button(self, key: str) -> RailButton | None:
        """The button of a section, None where the section has no place yet."""
        return self._buttons.get(key)

    def select(self, key: str) -> None:
        """Mark the section that is shown."""
        if found := self._buttons.get(key):
            found.setChecked(True)

    def set_badge(self, key: str, number: int, urgent: bool = False) -> None:
        """Show the number of news of a section."""
        if found := self._buttons.get(key):
            found.set_badge(number, urgent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk; Enter opens as Space does."""
        buttons: list[QAbstractButton] = list(self._buttons.values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[focused].click()
        else:
            super().keyPressEvent(event)

    def _button(self, spec: SectionSpec) -> RailButton:
        button = RailButton(spec, self)
        button.clicked.connect(lambda: self.chosen.emit(spec.key))
        self._buttons[spec.key] = button
        return button

    def _measure(self) -> None:
        self.setFixedWidth(px(Size.RAIL))
        self._layout.setContentsMargins(px(0.4), px(0.3), px(0.4), px(0.45))
        self._layout.setSpacing(px(0.25))
