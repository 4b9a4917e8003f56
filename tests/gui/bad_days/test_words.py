"""Every sentence of every error fits where it is shown, in both languages and at 100 and 200 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from hhdesk.domain import errors
from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.states import EmptyState
from hhdesk.gui.kit.theme import Scheme, Theme, px
from hhdesk.gui.kit.toasts import Toaster
from hhdesk.gui.notice import Notice
from hhdesk.gui.sections import Way
from hhdesk.gui.sentences import sentence, way_words
from tests.gui.bad_days.desk import is_clipped
from tests.gui.speaking import languages_of


def _all(kind: type[errors.HhdeskError] = errors.HhdeskError) -> Iterator[errors.HhdeskError]:
    for one in kind.__subclasses__():
        yield errors.PortTaken(47823) if one is errors.PortTaken else one()
        yield from _all(one)


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Both languages, one after the other."""
    languages = languages_of(qapp)
    languages.use(request.param)
    yield request.param
    languages.use("en")


@pytest.fixture(params=[1.0, 2.0])
def zoom(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """100 % and 200 %."""
    Theme.instance().install(qapp, Scheme.LIGHT, request.param)
    yield request.param
    Theme.instance().install(qapp, Scheme.LIGHT)


def _clipped(widget: QWidget) -> list[str]:
    for _ in range(3):  # a wrapped text tells its height when its width is known
        QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and is_clipped(one)]


@pytest.mark.usefixtures("language", "zoom")
def test_sentences_fit_into_strips() -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    strip = Notice("strip", page)
    column.addWidget(strip)
    column.addStretch(1)
    page.resize(1100 - 80, 700)
    page.show()
    for error in _all():
        said = sentence(error)
        ways = [Way(way.value, way_words(way), lambda: None) for way in said.ways]
        strip.tell(Tone.AMBER, "info", said.title, said.text, ways)
        assert _clipped(page) == [], type(error).__name__
    page.close()


@pytest.mark.usefixtures("language", "zoom")
def test_sentences_fit_instead_of_lists() -> None:
    state = EmptyState(name="state")
    state.resize(px(26), 620)
    state.show()
    for error in _all():
        said = sentence(error)
        state.say("info", said.title, said.text)
        state.set_buttons([Button(way_words(way)) for way in said.ways])
        assert _clipped(state) == [], type(error).__name__
        QApplication.processEvents()
        for button in state.findChildren(Button):
            if button.isVisible():
                assert button.width() <= state.width(), type(error).__name__
    state.close()


@pytest.mark.usefixtures("language", "zoom")
def test_sentences_fit_into_toasts() -> None:
    host = QWidget()
    host.resize(1024, 640)
    host.show()
    toaster = Toaster(host)
    for error in _all():
        said = sentence(error)
        way = way_words(said.ways[0]) if said.ways else ""
        toast = toaster.show(said.whole, act=way)
        toaster.arrange()
        assert _clipped(toast) == [], type(error).__name__
        assert host.rect().contains(toast.geometry()), type(error).__name__
        toast.leave()
    host.close()
