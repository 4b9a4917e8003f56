"""Preferences, each kept the moment it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QWidget

from hhdesk.domain.connection import Connection, ConnectionState, KeyringKind
from hhdesk.domain.errors import CannotSaveFile
from hhdesk.domain.preferences import Density, Preferences
from hhdesk.domain.preferences import Theme as ThemeChoice
from hhdesk.gui.actions import ACTIONS, ActionId
from hhdesk.gui.compiled.ui_settings_section import Ui_SettingsForm
from hhdesk.gui.kit.buttons import Button
from hhdesk.gui.kit.fields import Choice
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.labels import dress
from hhdesk.gui.sections import Place, Question, Section, Shell, WidthClass
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_CHOICES: Final = (
    "language", "theme", "density", "zoom", "keycaps", "takeBack", "rejectionWindow", "retention",
)  # fmt: skip
_ROWS: Final = (*_CHOICES, "rejection", "recovery", "who", "keyStore")
_WORDED: Final = ("rejection", "who", "keyStore")
"""Rows that say something beside their buttons, if any."""
_WIDE: Final = (2.5, 1.85, 2.5, 2.5)
_CLOSE: Final = (1.1, 1.1, 1.1, 1.85)
_HINTED: Final = ("density", "takeBack", "rejection", "retention", "recovery")
_WINDOWS: Final = (5, 10, 20, 30, 60, 120, 300)
_DAYS: Final = (90, 183, 365, 730)
_ZOOMS: Final = (90, 100, 115, 130, 150, 175, 200)


class SettingsSection(Section):
    """The page of preferences."""

    key = "settings"
    icon = ACTIONS[ActionId.GO_SETTINGS].icon

    def __init__(self, services: Services, shell: Shell) -> None:
        super().__init__(services, shell)
        self._tasks = Tasks(self, shell.board)
        self._tasks.failed.connect(shell.report)
        self.form = Ui_SettingsForm()
        self.form.setupUi(self)
        self.setObjectName("section_settings")
        self._choices: dict[str, Choice] = {}
        self._below = False
        self._build()
        stops = (
            services.settings.changed.listen(self._show_preferences),
            services.connect.changed.listen(self._show_connection),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])
        self.retranslate()

    def name(self) -> str:
        """On the rail."""
        return ACTIONS[ActionId.GO_SETTINGS].words

    def activate(self, place: Place | None = None) -> None:
        """The keyboard begins at the first choice."""
        self._choices["language"].setFocus(Qt.FocusReason.OtherFocusReason)

    def handle_width(self, width: WidthClass) -> None:
        """Where there is room for one pane only, what is chosen stands below its words."""
        below = width is WidthClass.SINGLE
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        for name in _ROWS:
            line: QBoxLayout = getattr(self.form, f"{name}Row")
            line.setDirection(direction)
            line.setSpacing(px(0.3) if below else px(1.25))
            # Words take the whole line: aligned, they would be wrapped to what Qt guesses.
            left = Qt.AlignmentFlag.AlignLeft if below and name not in _WORDED else Qt.AlignmentFlag(0)
            line.setAlignment(getattr(self.form, f"{name}Place"), left)
        self._below = below
        self._tell_who()
        self.form.settingsLayout.setContentsMargins(*(px(side) for side in (_CLOSE if below else _WIDE)))
        self._make_room_soon()

    def _tell_who(self) -> None:
        """In one line where there is room: Qt guesses a width for wrapped words and stays with it."""
        side = Qt.AlignmentFlag.AlignLeft if self._below else Qt.AlignmentFlag.AlignRight
        self.who.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        words = self.who.fontMetrics().horizontalAdvance(self.who.text())
        self.who.setMinimumWidth(0 if self._below else min(words + 1, px(30)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room_soon()

    def _make_room_soon(self) -> None:
        """Once the labels know their words and widths."""
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """As high as its wrapped words need: a scroll area asks only for what they need in one line."""
        room = self.form.settingsScroll.viewport().width()
        self.form.settingsContents.setMinimumHeight(max(0, self.form.settingsOuter.totalHeightForWidth(room)))

    def retranslate(self) -> None:
        """Every word anew."""
        self.form.retranslateUi(self)
        self._recovery_words = self.form.recoveryHint.text()
        offers = self._offers()
        for name, choice in self._choices.items():
            choice.set_choices(offers[name])
            label: QLabel = getattr(self.form, f"{name}Label")
            choice.setAccessibleName(label.text())
            label.setBuddy(choice)
        self.unbind.set_words(self.tr("Unbind"))
        self.save_key.set_words(self.tr("Save as a file…"))
        self._show_preferences(self.services.settings.get())
        self._show_connection(self.services.connect.connection)
        self._make_room_soon()

    # How it is built

    def _build(self) -> None:
        form, theme = self.form, Theme.instance()
        for part in (form.settingsContents, form.settingsScroll.viewport()):
            theme.surface(part, "page")
        dress(form.settingsTitle, Type.DISPLAY)
        for title in (form.lookTitle, form.sendingTitle, form.dataTitle, form.accountTitle):
            dress(title, Type.TITLE)
        for name in _ROWS:
            getattr(form, f"{name}Label").setWordWrap(True)
        for name in _HINTED:
            dress(getattr(form, f"{name}Hint"), Type.SMALL, "faint", wrap=True)
        for name in _CHOICES:
            self._add_choice(name)
        self.bound = self._add_words("rejection")
        self.unbind = self._add_button("rejection", "unbindRejection", "")
        self.unbind.clicked.connect(lambda: self._change(rejection_action=None, rejection_name=""))
        self.save_key = self._add_button("recovery", "saveRecoveryKey", "key-round")
        self.save_key.clicked.connect(self._save_recovery_key)
        self.who = self._add_words("who")
        # A name and a company are long: the words before them are not.
        form.whoRow.setStretch(0, 0)
        form.whoRow.setStretch(1, 1)
        self.sign = self._add_button("who", "settingsSign", "")
        self.sign.clicked.connect(self._sign)
        self.key_store = self._add_words("keyStore")
        form.settingsColumn.setMaximumWidth(px(60))
        form.settingsOuter.setStretch(0, 10)
        form.settingsOuter.setStretch(1, 1)
        form.settingsLayout.setContentsMargins(*(px(side) for side in _WIDE))
        form.settingsLayout.setSpacing(px(1.85))

    def _add_choice(self, name: str) -> None:
        choice = Choice(name=f"settings_{name}")
        choice.setFixedWidth(px(16))
        choice.chosen.connect(lambda key: self._chosen(name, key))
        self._choices[name] = choice
        self._place(name, choice)

    def _add_words(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"settings_{name}")
        dress(label, Type.BODY, "muted", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._place(name, label)
        return label

    def _add_button(self, name: str, object_name: str, icon: str) -> Button:
        button = Button("", self, icon=icon, name=object_name)
        self._place(name, button)
        return button

    def _place(self, name: str, widget: QWidget) -> None:
        place: QBoxLayout = getattr(self.form, f"{name}Place")
        place.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    # What is offered and shown

    def _offers(self) -> dict[str, list[tuple[str, str]]]:
        seconds = [(str(number), self.tr("%n second(s)", "", number)) for number in _WINDOWS]
        days = [(str(number), self.tr("%n day(s)", "", number)) for number in _DAYS]
        return {
            "language": [("", self.tr("Same as the system")), ("ru", "Русский"), ("en", "English")],
            "theme": [
                (ThemeChoice.SYSTEM.value, self.tr("Same as the system")),
                (ThemeChoice.LIGHT.value, self.tr("Light")),
                (ThemeChoice.DARK.value, self.tr("Dark")),
            ],
            "density": [
                (Density.COMFORTABLE.value, self.tr("Three lines per person")),
                (Density.COMPACT.value, self.tr("Two lines per person")),
            ],
            "zoom": [(str(number), f"{number} %") for number in _ZOOMS],
            "keycaps": [("yes", self.tr("Shown")), ("no", self.tr("Hidden"))],
            "takeBack": seconds,
            "rejectionWindow": seconds,
            "retention": [("", self.tr("Forever")), *days],
        }

    def _show_preferences(self, preferences: Preferences) -> None:
        days = preferences.retention_days
        shown = {
            "language": preferences.language,
            "theme": preferences.theme.value,
            "density": preferences.density.value,
            "zoom": self.shell.memory.word("window/zoom", "100"),
            "keycaps": "yes" if preferences.keycaps else "no",
            "takeBack": str(preferences.take_back_seconds),
            "rejectionWindow": str(preferences.rejection_seconds),
            "retention": str(days) if days is not None else "",
        }
        for name, key in shown.items():
            self._choices[name].set_key(key)
        bound = preferences.rejection_action
        self.bound.setText(preferences.rejection_name or bound or self.tr("not chosen yet"))
        self.unbind.setVisible(bound is not None)

    def _show_connection(self, connection: Connection) -> None:
        me = connection.me
        parts = (f"{me.first_name} {me.last_name}".strip(), me.employer_name) if me is not None else ()
        self.who.setText(" · ".join(part for part in parts if part) or self.tr("not connected"))
        self._tell_who()
        signed_in = connection.state is ConnectionState.SIGNED_IN
        self.sign.set_words(self.tr("Sign out…") if signed_in else self.tr("Sign in"))
        self.sign.set_icon("log-out" if signed_in else "log-in")
        in_keyring = connection.keyring is KeyringKind.KEYRING
        self.key_store.setText(
            self.tr("In the system key store") if in_keyring else self.tr("In memory only")
        )
        encrypted = self.services.is_encrypted
        self.save_key.setEnabled(encrypted)
        hint = self.tr("This data is not encrypted: there is no key to save")
        self.form.recoveryHint.setText(hint if not encrypted else self._recovery_words)
        self._make_room_soon()

    # What the person changes

    def _chosen(self, name: str, key: str) -> None:
        match name:
            case "language":
                self._change(language=key)
            case "theme":
                self._change(theme=ThemeChoice(key))
            case "density":
                self._change(density=Density(key))
            case "zoom":
                self.shell.memory.keep_word("window/zoom", key)
                Theme.instance().set_zoom(int(key) / 100)
            case "keycaps":
                self._change(keycaps=key == "yes")
            case "takeBack":
                self._change(take_back_seconds=int(key))
            case "rejectionWindow":
                self._change(rejection_seconds=int(key))
            case "retention":
                self._change(retention_days=int(key) if key else None, retention_asked=True)

    def _change(self, **changes: Any) -> None:
        names = "-".join(changes)
        self._tasks.start(f"change-{names}", self.services.settings.change(**changes))

    def _sign(self) -> None:
        if self.services.connect.connection.state is not ConnectionState.SIGNED_IN:
            self.shell.start_sign_in()
            return
        question = Question(
            self.tr("Sign out?"),
            self.tr("What is saved stays readable here. What waits goes out after the next sign-in."),
            self.tr("Sign out"),
        )
        self.shell.confirm(question, lambda: self._tasks.start("sign_out", self.services.connect.sign_out()))

    def _save_recovery_key(self) -> None:
        from hhdesk.services.recovery import recovery_key

        self._tasks.start("recovery", recovery_key(self.services.secrets), self._ask_file)

    def _ask_file(self, key: str | None) -> None:
        if key is None:
            self.shell.toast(self.tr("This data is not encrypted: there is no key to save"))
            return
        dialog = QFileDialog(self, self.tr("Save recovery key"))
        dialog.setObjectName("recoveryFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("hhdesk-recovery-key.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._write_key(path, key))
        dialog.open()

    def _write_key(self, path: str, key: str) -> None:
        from pathlib import Path

        try:
            file = Path(path)
            file.touch(mode=0o600)
            file.write_text(key + "\n", encoding="ascii")
        except OSError as problem:
            self.shell.report(CannotSaveFile(detail=str(problem.errno)))
        else:
            self.shell.toast(self.tr("Recovery key saved. Keep it where nobody else looks."))
