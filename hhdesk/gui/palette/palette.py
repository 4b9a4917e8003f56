"""Ctrl+K: people from the index on this computer, vacancies, commands; used by the keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from hhdesk.domain.people import LetterHit, PersonHit
from hhdesk.domain.vacancies import VacancyShort
from hhdesk.gui.actions import ACTIONS, ActionId, ActionSpec
from hhdesk.gui.compiled.ui_palette import Ui_PaletteForm
from hhdesk.gui.kit.buttons import Keycap
from hhdesk.gui.kit.labels import IconLabel, Label, Rule
from hhdesk.gui.kit.paint import box
from hhdesk.gui.kit.theme import Theme, em, px
from hhdesk.gui.kit.tokens import Radius, Type
from hhdesk.gui.labels import dress
from hhdesk.gui.palette.hits import Asked, Hit, Kind, commands, letters, people, vacancies
from hhdesk.gui.palette.rows import HitsView
from hhdesk.gui.sections import Place
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.gui.main_window import MainWindow
    from hhdesk.services.services import Services

WIDTH: Final = 47.5
TALLEST: Final = 34.0
_MOST_PEOPLE: Final = 50
_FEW_PEOPLE: Final = 4
_FEW_LETTERS: Final = 4
"""Beside vacancies and commands, which shall be seen without scrolling."""
_PAUSE_MS: Final = 60
"""After the last key, before people are looked for."""
_NOT_HERE: Final = frozenset({ActionId.PALETTE, ActionId.BACK, ActionId.NEXT_PANE})


class Palette(QWidget):
    """Lies over the window; leaves when the keyboard goes elsewhere."""

    @classmethod
    def open_over(cls, window: MainWindow, services: Services) -> Palette:
        """Show it, or let the shown one have the keyboard."""
        shown = window.findChild(cls)
        if isinstance(shown, cls) and isValid(shown) and shown.isVisible():
            shown.form.paletteEdit.setFocus()
            return shown
        made = cls(window, services)
        made.show()
        made.raise_()
        made.form.paletteEdit.setFocus(Qt.FocusReason.PopupFocusReason)
        return made

    def __init__(self, window: MainWindow, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._before = QApplication.focusWidget()
        self._vacancies: tuple[object, ...] = ()
        self._people: list[Hit] = []
        """And their letters."""
        self._found_for = ""
        self._tasks = Tasks(self, window.board)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Find a person, vacancy or command"))
        self.form = Ui_PaletteForm()
        body = QWidget(self)
        self.form.setupUi(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(body)
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_people)
        self.form.paletteEdit.textChanged.connect(self._typed)
        self.form.paletteEdit.installEventFilter(self)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._tasks.start("count", services.people.count(), self._tell_count)
        self._tasks.start("vacancies", self._stored_vacancies(), self._take_vacancies)
        self._show_hits()

    def leave(self) -> None:
        """Go away and give the keyboard back."""
        if not isValid(self) or not self.isVisible():
            return
        # Hiding moves the keyboard to some neighbour, which would pass for the person's own wish.
        before = self._before
        self.hide()
        self.deleteLater()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field move the list; the window's size moves all."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._arrange()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.view.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                for _ in range(6):
                    self.view.step(1 if event.key() == Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go()
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.view.step(1 if event.key() == Qt.Key.Key_Tab else -1)
            case _:
                return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised box with a foot."""
        painter = QPainter(self)
        tokens = Theme.current()
        box(painter, QRectF(self.rect()), Radius.PANEL * em(), tokens.raised, tokens.rim)

    # How it is built

    def _build(self) -> None:
        form = self.form
        self.setFixedWidth(min(px(WIDTH), self._window.width() - px(4)))
        form.paletteTop.setContentsMargins(px(1.05), px(0.6), px(1.1), px(0.6))
        form.paletteIconPlace.addWidget(IconLabel("search", size=1.35))
        form.paletteEdit.setPlaceholderText(self.tr("Person, vacancy or command"))
        dress(form.paletteEdit, Type.TITLE, weight=400)
        form.paletteEdit.setMinimumHeight(px(2.3))
        clear = form.paletteEdit.palette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        form.paletteEdit.setPalette(clear)
        dress(form.paletteHint, Type.SMALL, "muted")
        form.paletteHint.setText(self.tr("people: on this computer"))
        self.view = HitsView(self)
        self.view.setAccessibleName(self.tr("Found"))
        self.view.clicked.connect(lambda index: self._go())
        self.nothing = Label("", Type.BODY, "muted", name="paletteNothing")
        self.nothing.setContentsMargins(px(2.95), px(0.45), px(1.1), px(0.75))
        form.paletteRowsPlace.addWidget(self.view)
        form.paletteRowsPlace.addWidget(self.nothing)
        form.paletteFootLayout.setContentsMargins(px(1.05), px(0.45), px(1.1), px(0.45))
        form.paletteKeysPlace.setSpacing(px(1.1))
        form.palettePrefixPlace.setSpacing(px(1.1))
        place = form.paletteLayout.indexOf(form.paletteFoot)
        form.paletteLayout.insertWidget(place, Rule())
        for keys, words in ((("↑", "↓"), self.tr("choose")), (("Enter",), self.tr("open"))):
            self._add_hint(form.paletteKeysPlace, keys, words)
        for keys, words in (((">",), self.tr("commands only")), (("@",), self.tr("people only"))):
            self._add_hint(form.palettePrefixPlace, keys, words)
        shade = QGraphicsDropShadowEffect(self)
        shade.setBlurRadius(px(2.5))
        shade.setOffset(0, px(0.5))
        shade.setColor(QColor(0, 0, 0, 80))
        self.setGraphicsEffect(shade)

    @staticmethod
    def _add_hint(place: QBoxLayout, keys: tuple[str, ...], words: str) -> None:
        """Keys close to their words, the next ones apart."""
        hint = QHBoxLayout()
        hint.setSpacing(px(0.4))
        for key in keys:
            hint.addWidget(Keycap(key))
        hint.addWidget(Label(words, Type.SMALL, "muted"))
        place.addLayout(hint)

    def _arrange(self) -> None:
        self.setFixedWidth(min(px(WIDTH), self._window.width() - px(4)))
        top = self._window.form.central.mapTo(self._window, QPoint(0, 0)).y() + px(3.4)
        form = self.form
        foot = form.paletteFoot.sizeHint().height() + 1
        chrome = form.paletteTop.sizeHint().height() + foot + 2
        room = self._window.height() - top - px(3) - chrome
        wanted = self.view.wanted_height() + px(0.4) if self.view.hits.rowCount() else 0
        list_height = min(wanted, px(TALLEST), max(room, px(6)))
        self.view.setFixedHeight(list_height)
        rest = list_height or self.nothing.sizeHint().height()
        self.setFixedHeight(chrome + rest)
        self.move((self._window.width() - self.width()) // 2, top)

    # What is found

    @property
    def asked(self) -> Asked:
        """What stands in the field."""
        return Asked.of(self.form.paletteEdit.text())

    def _typed(self) -> None:
        self._show_hits()
        self._pause.start()

    def _show_hits(self) -> None:
        asked = self.asked
        chosen = self.view.current()
        found: list[Hit] = []
        if asked.wants(Kind.PERSON) and asked.words and asked.words.startswith(self._found_for):
            found += self._people
        if asked.wants(Kind.VACANCY):
            found += vacancies(self._vacancies, asked.words, self._open_vacancy)
        if asked.wants(Kind.COMMAND):
            found += commands(self._specs(), asked.words, self._window.do, self._price_of)
        self.view.hits.show_hits(found)
        self.view.choose(chosen.key if chosen is not None and asked.words == self._found_for else "")
        self.nothing.setText(self.tr("Nobody and nothing of that name on this computer"))
        self.nothing.setVisible(not found)
        self.view.setVisible(bool(found))
        self._arrange()

    def _specs(self) -> list[ActionSpec]:
        """Commands that would do something now."""
        actions = self._window.menus.actions
        section = self._window.section
        ready = section.enabled_commands() if section is not None else frozenset()
        known = self._window.of_window | {ActionId(name) for name in ready if name in ACTIONS}
        shown = known & actions.keys() - _NOT_HERE
        return [spec for spec in ACTIONS.values() if spec.id in shown]

    def _price_of(self, command: str) -> str:
        section = self._window.section
        return section.price_of(command) if section is not None else ""

    def _tell_count(self, people_here: int) -> None:
        """How many are searched; the index answers for these alone."""
        self.form.paletteHint.setText(self.tr("searching %Ln people on this computer", "", people_here))

    def _look_for_people(self) -> None:
        asked = self.asked
        if asked.wants(Kind.PERSON):
            words = asked.words
            alone = asked.only is Kind.PERSON
            self._tasks.start("people", self._find(words, alone=alone), partial(self._take, words))

    async def _find(self, words: str, *, alone: bool) -> tuple[tuple[PersonHit, ...], tuple[LetterHit, ...]]:
        known = self._services.people
        few_people, few_letters = (_MOST_PEOPLE,) * 2 if alone else (_FEW_PEOPLE, _FEW_LETTERS)
        return await known.find(words, few_people), await known.find_letters(words, few_letters)

    def _take(self, words: str, hits: tuple[tuple[PersonHit, ...], tuple[LetterHit, ...]]) -> None:
        self._found_for = words
        names = {row.id: row.name for row in self._vacancies if isinstance(row, VacancyShort)}
        found = people(hits[0], words, self._open_person)
        self._people = found + letters(hits[1], names, self._open_letter)
        self._show_hits()

    async def _stored_vacancies(self) -> tuple[object, ...]:
        aged = await self._services.vacancies.stored()
        return aged.value if aged is not None else ()

    def _take_vacancies(self, rows: tuple[object, ...]) -> None:
        self._vacancies = rows
        self._show_hits()

    # Where it leads

    def _go(self) -> None:
        hit = self.view.current()
        if hit is not None:
            self.leave()
            hit.go()

    def _open_person(self, hit: PersonHit) -> None:
        self._window.shell.open_person(hit.resume_id, hit.person_id)

    def _open_letter(self, hit: LetterHit) -> None:
        if hit.resume_id is not None:
            self._window.shell.open_person(hit.resume_id, hit.person_id, hit.negotiation_id)
        else:
            there = Place(vacancy_id=hit.vacancy_id, negotiation_id=hit.negotiation_id)
            self._window.open_section("responses", there)

    def _open_vacancy(self, vacancy: VacancyShort) -> None:
        self._window.open_section("vacancies", Place(vacancy_id=vacancy.id))

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self) or new is None or new is self or self.isAncestorOf(new):
            return
        self._before = None
        self.leave()
