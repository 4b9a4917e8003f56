"""Keys, sign-in, and what this account may do: the way from nothing to work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QWidget

from hhdesk.domain.connection import Connection, ConnectionState, Probe
from hhdesk.domain.errors import Cancelled, HhdeskError
from hhdesk.gui.compiled.ui_first_run import Ui_FirstRunForm
from hhdesk.gui.first_run.keys import KeysForm
from hhdesk.gui.first_run.result import ResultPage
from hhdesk.gui.first_run.steps import StepMark, StepState
from hhdesk.gui.first_run.texts import letter_text, request_text
from hhdesk.gui.kit.buttons import Button, Kind, LinkButton
from hhdesk.gui.kit.labels import IconLabel, Rule
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.labels import dress, set_paragraph
from hhdesk.gui.notice import Notice
from hhdesk.gui.sections import Way, WidthClass
from hhdesk.gui.sentences import sentence, way_words
from hhdesk.gui.tasks import TaskBoard, Tasks
from hhdesk.gui.words import WayOut

if TYPE_CHECKING:
    from hhdesk.config import Configuration
    from hhdesk.gui.browser import Browser
    from hhdesk.services.services import Services

DEV_SITE: Final = "https://dev.hh.ru/admin"
_DAYS: Final = {"retentionHalfYear": 183, "retentionYear": 365, "retentionLater": None}


class FirstRunPage(QWidget):
    """Shown instead of rail and sections until somebody has signed in."""

    finished = Signal()
    """The person wants to begin to work."""
    demo_wanted = Signal()
    left = Signal()
    """Back to the desk, which is shown to whoever has worked here."""
    told = Signal(str)
    """Something to say in passing."""

    def __init__(
        self, configuration: Configuration, browser: Browser, board: TaskBoard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("firstRun")
        self._configuration = configuration
        self._browser = browser
        self._services: Services | None = None
        self._connection = Connection()
        self._ready = False
        self._tasks = Tasks(self, board)
        self.form = Ui_FirstRunForm()
        self.form.setupUi(self)
        self.setObjectName("firstRun")
        self._build_side()
        self._build_keys()
        self._build_waiting()
        self.result = ResultPage(self.form, browser, self.finished.emit)
        self._dress()
        Theme.instance().changed.connect(self._measure)
        self._measure()
        self.retranslate()
        self._show_page(0)

    # What the window tells

    def begin(self, services: Services) -> None:
        """From now on signing in works."""
        self._services = services
        stop = services.connect.changed.listen(self.show_connection)
        self.destroyed.connect(stop)
        self.set_ready(not self._configuration.demo or self._ready)
        self.show_connection(services.connect.connection)

    def set_ready(self, ready: bool) -> None:
        """Whether there is a server to sign in at; the demo's needs a moment."""
        self._ready = ready
        self._update_sign_in()
        if ready and self.isVisible():
            self.focus_first()

    def show_connection(self, connection: Connection) -> None:
        """Show keys, the wait for the browser, or nothing new while the result is shown."""
        self._connection = connection
        keys = self._services.connect.keys() if self._services is not None else None
        self.keys.show_connection(connection, keys.contact if keys is not None else "")
        if connection.state is ConnectionState.SIGNING_IN:
            self._show_page(1)
        elif connection.state is not ConnectionState.SIGNED_IN and self.form.pages.currentIndex() != 0:
            self._show_page(0)
        self._update_sign_in()

    def handle_width(self, width: WidthClass) -> None:
        """The steps leave where there is room for one pane only."""
        self.form.side.setVisible(width is not WidthClass.SINGLE)

    def sign_in(self) -> None:
        """Keep what was entered and sign in; also called for a lost session."""
        if self._services is not None and self.sign_in_button.isEnabled():
            self.notice.hide()
            self._tasks.start("sign_in", self._work(self._services), self._land, failed=self._trouble)

    def visit(self, way: WayOut) -> None:
        """Come here from the desk, to keys or port; a button leads back."""
        self._show_page(0)
        self.notice.hide()
        self.back_button.show()
        self._ways().get(way, self.focus_first)()

    def focus_first(self) -> None:
        """The keyboard goes where something is missing."""
        ready = self.sign_in_button.isEnabled()
        (self.sign_in_button if ready else self.keys.missing() or self.sign_in_button).setFocus()

    def retranslate(self) -> None:
        """Every word anew."""
        form = self.form
        form.retranslateUi(self)
        set_paragraph(form.intro, form.intro.text())
        for number in range(1, 5):
            label = getattr(form, f"step{number}Text")
            set_paragraph(label, label.text())
        for label in (form.keysText, form.demoText, form.helpText, form.waitingText):
            set_paragraph(label, label.text())
        if self._configuration.demo:
            form.keysTitle.setText(self.tr("The demo is ready"))
            words = self.tr("Invented people inside this computer. Sign in as the demo's recruiter.")
            set_paragraph(form.keysText, words)
        self._retranslate_buttons()
        self.keys.retranslate()
        self.result.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the filled button of the page says."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            filled = (self.sign_in_button, self.again_button, self.result.begin)
            filled[self.form.pages.currentIndex()].click()
        elif event.key() == Qt.Key.Key_Escape and self.form.pages.currentIndex() == 1:
            self.cancel_button.click()
        else:
            super().keyPressEvent(event)

    # How it is built

    def _build_side(self) -> None:
        form = self.form
        self.marks = [StepMark(number, self) for number in range(1, 5)]
        for number, mark in enumerate(self.marks, start=1):
            place = getattr(form, f"step{number}MarkPlace")
            place.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            place.addStretch(1)
        self.request_link = LinkButton("", self, name="requestText")
        self.request_link.clicked.connect(lambda: self._copy(request_text(self._connection.redirect_uri)))
        form.step1More.addWidget(self.request_link, 0, Qt.AlignmentFlag.AlignLeft)
        form.helpIconPlace.addWidget(IconLabel("life-buoy", size=1.2), 0, Qt.AlignmentFlag.AlignTop)
        self.letter_link = LinkButton("", self, name="letterText")
        self.letter_link.clicked.connect(lambda: self._copy(letter_text()))
        form.helpMore.addWidget(self.letter_link, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_keys(self) -> None:
        form = self.form
        self.notice = Notice("firstRunNotice", self, framed=True)
        form.noticePlace.addWidget(self.notice)
        self.keys = KeysForm(form, self._configuration, self)
        self.keys.copy_asked.connect(self._copy)
        self.keys.port_chosen.connect(self._use_port)
        self.back_button = Button("", self, icon="arrow-left", name="backToDesk")
        self.back_button.clicked.connect(self._back)
        self.back_button.hide()
        self.sign_in_button = Button("", self, kind=Kind.FILLED, icon="log-in", key="Enter", name="signIn")
        self.sign_in_button.clicked.connect(self.sign_in)
        form.signInPlace.addWidget(self.sign_in_button)
        form.signInPlace.addWidget(self.back_button)
        self.dev_button = Button("", self, icon="external-link", name="openDev")
        self.dev_button.clicked.connect(lambda: self._browser.open(DEV_SITE))
        form.openDevPlace.addWidget(self.dev_button)
        self._flask = IconLabel("flask-conical", size=1.55)
        form.demoIconPlace.addWidget(self._flask, 0, Qt.AlignmentFlag.AlignTop)
        self.demo_button = Button("", self, key="Ctrl D", name="openDemo")
        self.demo_button.clicked.connect(self.demo_wanted)
        QShortcut(QKeySequence("Ctrl+D"), self, self.demo_wanted.emit)
        form.demoPlace.addWidget(self.demo_button)
        form.retentionIconPlace.addWidget(IconLabel("shield", size=1.55), 0, Qt.AlignmentFlag.AlignTop)
        self.keys.changed.connect(self._update_sign_in)
        self.dev_button.setVisible(not self._configuration.unattended)
        if self._configuration.demo:
            of_demo = (form.demoTitle, form.demoText, self.demo_button, form.rule2, self._flask)
            for widget in of_demo:
                widget.hide()

    def _build_waiting(self) -> None:
        self.again_button = Button("", self, icon="external-link", key="Enter", name="openAgain")
        self.again_button.clicked.connect(self.sign_in)
        self.cancel_button = Button("", self, kind=Kind.QUIET, key="Esc", name="cancelSignIn")
        self.cancel_button.clicked.connect(self._cancel)
        self.form.waitingPlace.addWidget(self.again_button)
        self.form.waitingPlace.addWidget(self.cancel_button)
        self._waited = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    def _dress(self) -> None:
        form, theme = self.form, Theme.instance()
        theme.surface(form.side, "panel")
        theme.surface(form.scroll.viewport(), "page")
        theme.surface(form.scrollContents, "page")
        for rule in (form.rule1, form.rule2):
            theme.surface(rule, "line")
        form.firstRunLayout.insertWidget(1, Rule(self, upright=True))
        dress(form.productName, Type.DISPLAY)
        dress(form.intro, Type.TITLE, weight=400, wrap=True)
        for number in range(1, 5):
            dress(getattr(form, f"step{number}Title"), Type.STRONG)
            dress(getattr(form, f"step{number}Text"), Type.BODY, "muted", wrap=True)
        dress(form.helpText, Type.SMALL, "muted", wrap=True)
        for title in (form.keysTitle, form.waitingTitle, form.resultTitle):
            dress(title, Type.DISPLAY)
        for words in (form.keysText, form.demoText, form.retentionText, form.waitingText, form.resultText):
            dress(words, Type.BODY, "muted", wrap=True)
        for label in (form.redirectLabel, form.clientIdLabel, form.clientSecretLabel, form.contactLabel):
            dress(label, Type.SMALL, "muted")
        for hint in (form.waitingClock, form.portLabel):
            dress(hint, Type.SMALL, "faint")
        for hint in (form.redirectState, form.secretNote):
            dress(hint, Type.SMALL, "faint", wrap=True)
        for title in (form.demoTitle, form.retentionTitle):
            dress(title, Type.STRONG)
        dress(form.redirectAddress, Type.TITLE, weight=500)

    def _measure(self) -> None:
        form = self.form
        form.side.setFixedWidth(px(33))
        form.sideLayout.setContentsMargins(px(2.7), px(3), px(2.7), px(2))
        form.sideLayout.setSpacing(px(1.85))
        form.column.setMaximumWidth(px(47.5))
        form.scrollLayout.setStretchFactor(form.column, 100)
        form.logo.setPixmap(_logo(px(2.5), self.devicePixelRatioF()))
        for layout in (form.keysLayout, form.waitingLayout, form.resultLayout):
            layout.setContentsMargins(px(0.4), px(3.3), px(0.4), px(1.5))
            layout.setSpacing(px(1.3))
        for head in (form.keysHead, form.waitingHead, form.resultHead):
            head.setSpacing(px(0.6))
        for field in (form.redirectAddress, form.clientId, form.clientSecret, form.contact):
            field.setFixedHeight(px(2.55))
        for rule in (form.rule1, form.rule2):
            rule.setFixedHeight(1)

    def _retranslate_buttons(self) -> None:
        self.request_link.set_words(self.tr("Ready text of the request"))
        self.letter_link.set_words(self.tr("Ready letter to the administrator"))
        self.sign_in_button.set_words(self.tr("Sign in with the browser"))
        self.back_button.set_words(self.tr("Back to work"))
        self.dev_button.set_words(self.tr("Open dev.hh.ru"))
        self.demo_button.set_words(self.tr("Open demo"))
        self.again_button.set_words(self.tr("Open the page again"))
        self.cancel_button.set_words(self.tr("Cancel"))

    # What happens

    def _update_sign_in(self) -> None:
        filled = self.keys.is_filled
        self.sign_in_button.setEnabled(self._services is not None and self._ready and filled)
        self.keys.tell_kept()
        self._mark_steps(filled)

    def _mark_steps(self, filled: bool) -> None:
        """Registering is taken as done once there is a key; the step of the page is on."""
        now = {0: 3 if filled else 2 if self.keys.is_begun else 1, 1: 3, 2: 5}[self.form.pages.currentIndex()]
        for number, mark in enumerate(self.marks, start=1):
            later = StepState.NOW if number == now else StepState.LATER
            mark.set_state(StepState.DONE if number < now else later)

    async def _work(self, services: Services) -> Probe | None:
        if not self._configuration.unattended and self.form.clientSecret.text():
            await services.connect.set_keys(self.keys.entered)
        days = next(days for name, days in _DAYS.items() if getattr(self.form, name).isChecked())
        await services.settings.change(retention_days=days, retention_asked=True)
        me = await services.connect.sign_in(self._browser.open_sign_in)
        try:
            return await services.connect.probe(me)
        except HhdeskError:
            # The person is in; what the account may do shows itself later.
            return None

    def _land(self, probe: Probe | None) -> None:
        if not self._configuration.unattended:
            self.form.clientSecret.clear()
        me = self._services.connect.me if self._services is not None else None
        self.result.show_probe(me, probe)
        self.back_button.hide()
        self._show_page(2)
        self.result.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trouble(self, error: HhdeskError) -> None:
        self._show_page(0)
        if isinstance(error, Cancelled):
            return
        said = sentence(error)
        ways = [self._way(way) for way in said.ways if way in self._ways()]
        if error.request_id:
            ways.append(self._way(WayOut.CODE, error.request_id))
        self.notice.tell(Tone.NO, "circle-alert", said.title, said.text, ways)

    def _ways(self) -> dict[WayOut, Callable[[], None]]:
        ways = {
            WayOut.SIGN_IN: self.sign_in,
            WayOut.RETRY: self.sign_in,
            WayOut.KEYS: self._ask_keys,
            WayOut.SITE: lambda: self._browser.open(self._configuration.site_url),
        }
        if self._configuration.redirect_port is None:
            ways[WayOut.PORT] = self.keys.offer_port
        return ways

    def _way(self, way: WayOut, code: str = "") -> Way:
        if way is WayOut.CODE:
            return Way("copyCode", way_words(way), lambda: self._copy(code))
        return Way(f"way_{way.value}", way_words(way), self._ways()[way])

    def _ask_keys(self) -> None:
        if not self.keys.ask_secret():
            self.focus_first()

    def _back(self) -> None:
        self.back_button.hide()
        self.left.emit()

    def _cancel(self) -> None:
        """Ends the wait wherever it is; the connection tells that nobody signed in."""
        self._tasks.cancel("sign_in")

    def _show_page(self, page: int) -> None:
        self.form.pages.setCurrentIndex(page)
        self._update_sign_in()
        if page == 1:
            self._waited = 0
            self._tick()
            self._clock.start()
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._clock.stop()

    def _tick(self) -> None:
        self.form.waitingClock.setText(self.tr("Waiting for %n s", "", self._waited))
        self._waited += 1

    def _use_port(self, port: int) -> None:
        if self._services is not None:
            self._tasks.start("port", self._services.connect.set_redirect_port(port))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("Copied"))


def _logo(side: int, ratio: float) -> QPixmap:
    made = QPixmap(":/app/hhdesk-128.png").scaled(
        round(side * ratio),
        round(side * ratio),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    made.setDevicePixelRatio(ratio)
    return made
