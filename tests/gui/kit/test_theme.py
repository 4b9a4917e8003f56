"""Fonts, palette and icons follow the choice of the person at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QIcon, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QSplitter,
    QTabBar,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.icons import icon, known, pixmap
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.theme import FAMILY, Scheme, Theme, em, px, type_font
from hhdesk.gui.kit.tokens import DARK, LIGHT, Type


def test_font_is_ours_in_three_weights(theme: Theme) -> None:
    for kind in Type:
        font = type_font(kind)
        assert QFontInfo(font).family() == FAMILY
        assert QFontInfo(font).weight() == kind.weight
    assert em() == 13
    assert type_font(Type.DISPLAY).pixelSize() == 20


def test_digits_are_tabular_as_far_as_the_font_is(theme: Theme) -> None:
    """Golos Text 2.004 widens 1, 4 and 7 only; without the feature a 1 is a quarter narrower than a 0."""

    def spread(font: QFont) -> float:
        metrics = QFontMetricsF(font)
        widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
        return max(widths) - min(widths)

    plain = QFont(FAMILY)
    plain.setPixelSize(13)
    assert spread(type_font(Type.BODY)) < 0.55
    assert spread(plain) > 1.5


def test_scheme_is_switched_while_it_runs(qtbot: QtBot, theme: Theme) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    theme.surface(pane, "panel")
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert Theme.current() is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Accent) == DARK.accent
    assert QApplication.palette().color(QPalette.ColorRole.Highlight) == DARK.select
    assert QApplication.palette().color(QPalette.ColorRole.HighlightedText) == DARK.ink
    assert pane.grab().toImage().pixelColor(5, 5) == DARK.panel
    theme.set_scheme(Scheme.LIGHT)
    assert pane.grab().toImage().pixelColor(5, 5) == LIGHT.panel


def test_a_dialog_that_opens_lets_nothing_of_the_window_be_painted_anew(qtbot: QtBot, theme: Theme) -> None:
    painted = []

    class Pane(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event)

    pane = Pane()
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: bool(painted))
    before = len(painted)
    for change in (QEvent.Type.WindowDeactivate, QEvent.Type.WindowActivate):
        QApplication.sendEvent(pane, QEvent(change))
    QApplication.processEvents()
    assert len(painted) == before


def test_a_selection_fades_with_the_focus(qtbot: QtBot, theme: Theme) -> None:
    label, field = Label("words"), QPlainTextEdit()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for widget in (label, field):
        qtbot.addWidget(widget)
        widget.show()
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme.set_scheme(scheme)
        QApplication.processEvents()
        for widget in (label, field):
            look = widget.palette()
            role = QPalette.ColorRole.Highlight
            assert look.color(QPalette.ColorGroup.Active, role) == tokens.select
            assert look.color(QPalette.ColorGroup.Inactive, role) == tokens.idle


def test_system_scheme_follows_the_system(theme: Theme) -> None:
    theme.set_scheme(Scheme.SYSTEM)
    dark = QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert Theme.current() is (DARK if dark else LIGHT)


def test_zoom_measures_everything_anew(theme: Theme) -> None:
    theme.set_zoom(2.0)
    assert em() == 26
    assert px(2.15) == 56
    assert type_font(Type.BODY).pixelSize() == 26
    theme.set_zoom(1.0)
    assert px(2.15) == 28


def test_one_icon_serves_light_and_dark(theme: Theme) -> None:
    star = icon("star", "amber")
    light = star.pixmap(QSize(20, 20)).toImage()
    theme.set_scheme(Scheme.DARK)
    dark = star.pixmap(QSize(20, 20)).toImage()
    assert light != dark
    assert star.pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage() != dark


def test_an_icon_changed_after_it_was_copied_lives_on(theme: Theme) -> None:
    for _ in range(50):
        first = icon("star")
        second = QIcon(first)
        second.addPixmap(QPixmap(4, 4))
        assert not second.pixmap(QSize(16, 16)).isNull()


def test_icons_are_drawn_sharp_at_two_hundred_percent() -> None:
    drawn = pixmap("search", 16, LIGHT.ink, 2.0)
    assert drawn.size() == QSize(32, 32)
    assert drawn is pixmap("search", 16, LIGHT.ink, 2.0)


def test_every_icon_named_in_the_window_is_in_the_resource() -> None:
    folder = Path(__file__).parents[3] / "hhdesk" / "gui"
    named = re.compile(
        r"(?:paint_icon\(\w+, |icon\(|icon=|IconLabel\(|IconButton\(|RailButton\(|_small_icon\(\w+, )"
        r'"([a-z0-9-]+)"'
    )
    names = {name for file in folder.rglob("*.py") for name in named.findall(file.read_text("utf-8"))}
    assert len(names) > 10
    assert [name for name in sorted(names) if not known(name)] == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_standard_controls_paint_and_fit_their_words(
    qtbot: QtBot, theme: Theme, scheme: Scheme, zoom: float
) -> None:
    theme.set_scheme(scheme)
    theme.set_zoom(zoom)
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    bar, menu = QMenuBar(), QMenu("&File")
    menu.addAction(icon("send"), "Send\tS")
    menu.addSeparator()
    menu.addAction("Off").setEnabled(False)
    menu.addAction("On").setCheckable(True)
    menu.actions()[-1].setChecked(True)
    menu.addMenu("More").addAction("Deep")
    bar.addMenu(menu)
    check, tabs, progress, combo = QCheckBox("Yes"), QTabBar(), QProgressBar(), QComboBox()
    check.setTristate(True)
    check.setCheckState(Qt.CheckState.PartiallyChecked)
    tabs.addTab("Resume")
    tabs.addTab("History")
    progress.setValue(40)
    combo.addItem("all words")
    spin, scroll, tool = QSpinBox(), QScrollBar(Qt.Orientation.Horizontal), QToolButton()
    tool.setText("Tool")
    splitter, tree = QSplitter(), QTreeView()
    splitter.addWidget(tree)
    splitter.addWidget(QHeaderView(Qt.Orientation.Horizontal))
    parts = (bar, QPushButton("OK"), check, QRadioButton("One"), QLineEdit("text"), combo, spin, progress,
             scroll, tool, tabs, splitter)  # fmt: skip
    for part in parts:
        layout.addWidget(part)
    page.resize(px(40), px(50))
    with qtbot.waitExposed(page):
        page.show()
    page.grab()
    menu.grab()
    assert combo.sizeHint().height() == px(2.15)
    assert menu.sizeHint().width() >= px(12)
    theme.set_zoom(1.0)


def test_focus_ring_follows_the_keyboard_only(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtWidgets import QFocusFrame

    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(20, 20, 20, 20)
    button, field = QPushButton("Do"), QLineEdit()
    layout.addWidget(button)
    layout.addWidget(field)
    with qtbot.waitActive(page):
        page.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    frame = page.findChild(QFocusFrame, "focusRing")
    assert frame is not None
    assert frame.isVisible()
    field.setFocus()
    assert not frame.isVisible()


def test_what_followed_the_theme_may_be_gone(qtbot: QtBot, theme: Theme) -> None:
    for _ in range(50):
        pane = QWidget()
        theme.surface(pane, "panel")
        Button("Do", pane, key="D")
        Label("words", parent=pane)
        delete(pane)
    theme.set_scheme(Scheme.DARK)
    assert Theme.current() is DARK


def test_focused_button_may_be_deleted(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    first, second = Button("One"), Button("Two")
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitActive(page):
        page.show()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    delete(first)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    page.grab()
    assert second.hasFocus()
