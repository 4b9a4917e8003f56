"""The window: menus, rail, status bar, first-run page, and what it does itself; its sections stand in a
SectionStack.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from hhdesk.domain.connection import Connection, ConnectionState
from hhdesk.domain.outbox import OutboxEntry, OutboxSummary
from hhdesk.domain.preferences import Preferences
from hhdesk.gui.account_menu import AccountMenu
from hhdesk.gui.actions import ActionId
from hhdesk.gui.browser import Browser
from hhdesk.gui.compiled.ui_main_window import Ui_MainWindowForm
from hhdesk.gui.corner import Corner
from hhdesk.gui.kit.labels import Rule
from hhdesk.gui.kit.theme import Scheme, Theme, em
from hhdesk.gui.languages import Languages
from hhdesk.gui.menus import Menus
from hhdesk.gui.moments import present
from hhdesk.gui.navigation import Rail
from hhdesk.gui.places import PLACES, coming
from hhdesk.gui.section_stack import SectionStack
from hhdesk.gui.sections import Place, Question, Section, SectionSpec, WidthClass
from hhdesk.gui.shell import WindowShell
from hhdesk.gui.status_bar import StatusBar
from hhdesk.gui.tasks import TaskBoard
from hhdesk.gui.window_state import LayoutMemory, keep_window, restore_window
from hhdesk.gui.words import WayOut

if TYPE_CHECKING:
    from hhdesk.config import Configuration
    from hhdesk.gui.first_run.page import FirstRunPage
    from hhdesk.services.services import Services
    from hhdesk.services.sync import SyncStatus

_OF_WINDOW: Final = frozenset(
    {
        ActionId.PALETTE,
        ActionId.KEYS,
        ActionId.REFRESH,
        ActionId.TAKE_BACK_LAST,
        ActionId.NEXT_PANE,
        ActionId.BACK,
        ActionId.QUIT,
        ActionId.MINIMIZE,
        ActionId.FULL_SCREEN,
        ActionId.COMING,
        ActionId.ABOUT,
        *(ActionId(f"go.{place.key}") for place in PLACES if place.build is not None),
    }
)


class MainWindow(QMainWindow):
    """Painted before there are services; `begin` brings them, and the section that was shown last."""

    closed = Signal()
    demo_wanted = Signal()

    of_window = _OF_WINDOW
    """Actions that the window itself does."""

    def __init__(
        self,
        configuration: Configuration,
        browser: Browser,
        memory: LayoutMemory,
        languages: Languages,
        *,
        known: bool,
    ) -> None:
        """`known` is whether somebody has worked in this profile; else the first-run page is shown."""
        super().__init__()
        self._configuration = configuration
        self._browser = browser
        self._memory = memory
        self._languages = languages
        self._services: Services | None = None
        self._width: WidthClass | None = None
        self._em = em()
        self._stops: list[Callable[[], None]] = []
        self.board = TaskBoard(self)
        self.form = Ui_MainWindowForm()
        self.form.setupUi(self)
        self.setObjectName("mainWindow")
        self.setWindowIcon(QIcon(":/app/hhdesk-256.png"))
        # Pixels, not em: with larger type the same window collapses to fewer panes.
        self.setMinimumSize(1024, 640)
        Theme.instance().surface(self.form.central, "window")
        self._stack = SectionStack(self, memory)
        self._build_bars()
        self.shell = WindowShell(self, self.form.pages, browser, memory, self.form.noticePlace)
        self.account_menu = AccountMenu(self.corner_box.account, self)
        self._first_run: FirstRunPage | None = None
        self._server_ready = False
        self._show_desk(known)
        restore_window(self, memory)
        Theme.instance().changed.connect(self._follow_width)
        self._retitle()

    # What sections see of the window, through the shell

    @property
    def width_class(self) -> WidthClass:
        """The present width."""
        return WidthClass.of(self.width() / em())

    def open_section(self, key: str, place: Place | None = None) -> None:
        """Show a section, built now if it was not shown before."""
        spec = next((place for place in PLACES if place.key == key), None)
        if spec is None or self._services is None:
            return
        if spec.build is None:
            self._tell_coming(spec)
        else:
            self._stack.open(spec, place)

    # What the application tells

    def begin(self, services: Services, *, sparing: bool = False) -> None:
        """There is a store and an account: follow them, and show the section of last time.

        `sparing` leaves out of it what need not be there at the first paint, until `complete`.
        """
        self._services = services
        self._stack.begin(services, sparing=sparing)
        self.shell.begin(services)
        self.account_menu.begin(services)
        if self._first_run is not None:
            self._first_run.begin(services)
        self._stops += [
            services.connect.changed.listen(self._follow_connection),
            services.sync.changed.listen(self._follow_sync),
            services.outbox.summary_changed.listen(self._follow_summary),
            services.outbox.changed.listen(self._follow_entry),
            services.outbox.stopped.listen(self.shell.tell_stopped),
            services.unkept.listen(self.shell.report),
            services.settings.changed.listen(self._follow_preferences),
            services.account_changed.listen(self._follow_account),
        ]
        self._follow_preferences(services.settings.get())
        self._follow_connection(services.connect.connection)
        self._follow_sync(services.sync.status)
        self._follow_summary(services.outbox.summary())
        if self.form.pages.currentWidget() is self.form.deskPage:
            self.open_section(self._stack.last_key)
        else:
            self.first_run.focus_first()

    def complete(self) -> None:
        """The window was painted: build what was spared."""
        self._stack.complete()

    def end(self) -> None:
        """Stop following, so that nothing reaches a window that goes away."""
        for stop in self._stops:
            stop()
        self._stops.clear()
        keep_window(self, self._memory)

    @property
    def first_run(self) -> FirstRunPage:
        """The page that connects with hh.ru, made when it is needed first."""
        if self._first_run is None:
            from hhdesk.gui.first_run.page import FirstRunPage

            page = FirstRunPage(self._configuration, self._browser, self.board, self)
            page.finished.connect(self._enter)
            page.left.connect(self._back_to_desk)
            page.demo_wanted.connect(self.demo_wanted)
            page.told.connect(self.shell.toast)
            page.handle_width(self.width_class)
            page.set_ready(self._server_ready)
            if self._services is not None:
                page.begin(self._services)
            self.form.pages.addWidget(page)
            self._first_run = page
        return self._first_run

    def show_keys(self, way: WayOut) -> None:
        """Leave the desk for the page that has keys and port; it leads back."""
        self._show_desk(False)
        self.first_run.visit(way)

    def set_server_ready(self) -> None:
        """There is somebody to sign in at; the demo's server needs a moment."""
        self._server_ready = True
        if self._first_run is not None:
            self._first_run.set_ready(True)

    def build_ahead(self) -> None:
        """From now on build what will be wanted, one section at a time, while nobody waits for it."""
        self._stack.build_ahead()

    @property
    def section(self) -> Section | None:
        """What is shown."""
        return self._stack.current

    def do(self, command: str) -> None:
        """Do a command of menu, palette or key: the window's own, else the section's."""
        own = self._own_commands().get(command)
        if own is not None:
            own()
        elif command.startswith("go."):
            self.open_section(command.removeprefix("go."))
        elif self.section is not None:
            self.section.handle_command(command)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and whether anybody looks."""
        if event.type() == QEvent.Type.LanguageChange:
            self.menus.retranslate()
            self._retitle()
            self.shell.retranslate()
            if self._services is not None:
                self._follow_connection(self._services.connect.connection)
                self._follow_sync(self._services.sync.status)
        elif event.type() == QEvent.Type.ActivationChange and self._services is not None:
            self._services.sync.set_focused(self.isActiveWindow())
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell status bar and sections when the width class changes."""
        super().resizeEvent(event)
        self._follow_width()

    def _follow_width(self) -> None:
        """The width in em changes with the window and with the size of type."""
        if self._em != em():
            # Margins and fixed heights of what is built are those of the old size.
            self._em = em()
            QTimer.singleShot(0, self, lambda: self._build_anew(go_on=True))
        width = self.width_class
        if width is self._width:
            self.corner_box.share()
            return
        self._width = width
        self.status.set_width(width)
        self.corner_box.set_width(width)
        if self._first_run is not None:
            self._first_run.handle_width(width)
        self._stack.set_width(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody took goes back in the section."""
        if event.key() == Qt.Key.Key_Escape and self.section is not None:
            self.section.handle_command(ActionId.BACK.value)
            event.accept()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The application ends in order: it waits for this. What waits is told before the person leaves."""
        app = QApplication.instance()
        ending = isinstance(app, QApplication) and app.isSavingSession()
        if event.spontaneous() and not ending and (question := self._question_before_leaving()) is not None:
            event.ignore()
            self.shell.confirm(question, self._close_for_good)
            return
        event.accept()
        self.closed.emit()

    def _leave(self) -> None:
        """The person quits."""
        if (question := self._question_before_leaving()) is not None:
            self.shell.confirm(question, self._close_for_good)
        else:
            self.close()

    def _close_for_good(self) -> None:
        self.close()

    def _question_before_leaving(self) -> Question | None:
        """One line about what has not gone out; None where there is nothing."""
        waiting = self._services.outbox.summary().waiting if self._services is not None else 0
        unsent = self._stack.unsent
        if not waiting and not unsent:
            return None
        words = []
        if unsent:
            words.append(self.tr("What you began to write is lost when hhdesk closes."))
        if waiting:
            words.append(
                self.tr("What is not sent goes out at the next start. Until then it can be taken back.")
            )
        title = self.tr("%n act(s) will wait", "", waiting)
        if unsent:
            title = self.tr("%n text(s) begun and not sent", "", unsent)
        return Question(title, " ".join(words), self.tr("Close hhdesk"), dangerous=bool(unsent))

    # How it is built

    def _build_bars(self) -> None:
        self.rail = Rail(PLACES, self)
        self.rail.chosen.connect(self.open_section)
        self.form.railPlace.addWidget(self.rail)
        self._stack.opened.connect(self._section_opened)
        self._stack.completed.connect(self._stand_under_toasts)
        self._stack.changed.connect(self._retitle)
        self._stack.badge_changed.connect(self.rail.set_badge)
        self.status = StatusBar(self.board, present, self)
        self.status.outbox_pressed.connect(lambda: self.open_section("outbox"))
        self.status.connection_pressed.connect(self._refresh)
        self.form.statusPlace.addWidget(self.status)
        self.form.centralLayout.insertWidget(0, Rule())
        self.form.deskLayout.insertWidget(1, Rule(upright=True))
        self.menus = Menus(self.form.menuBar, self.do, _OF_WINDOW)
        self.menus.follow(lambda: self.section)
        self.corner_box = Corner(self)
        self.corner_box.palette_wanted.connect(self._open_palette)
        self.form.menuBar.setCornerWidget(self.corner_box, Qt.Corner.TopRightCorner)
        for place in PLACES:
            if place.build is None:
                shortcut = QShortcut(QKeySequence(f"Ctrl+{place.number}"), self)
                shortcut.activated.connect(lambda key=place.key: self.open_section(key))

    def _section_opened(self, key: str) -> None:
        self.rail.select(key)
        self._stand_under_toasts()

    def _stand_under_toasts(self) -> None:
        """Another section, or one that is whole now, has other bars and commands."""
        if self.section is not None:
            self.shell.toaster.set_over(*self.section.toast_floor())
            self.menus.refresh()

    # What follows from what happens

    def _follow_connection(self, connection: Connection) -> None:
        if connection.can_ask:
            self._stack.go_on_ahead()
        if self._services is not None:
            self.status.show_storage(self._services.is_encrypted)
        self.status.show_connection(connection)
        self.corner_box.account.show_connection(connection)
        waiting = self._services.outbox.summary().waiting if self._services is not None else 0
        on_desk = self.form.pages.currentWidget() is self.form.deskPage
        if on_desk and connection.me is None and connection.state is not ConnectionState.SIGNED_IN:
            self._show_desk(False)
        elif on_desk:
            self.shell.show_connection(connection, waiting)

    def _follow_sync(self, status: SyncStatus) -> None:
        self.status.show_reach(status.online, status.offline_since, status.last_contact, status.asked_to_wait)
        self.status.show_quota(status.quota)
        self.rail.set_badge("responses", status.unread_responses or 0)
        self.rail.set_badge("chats", status.unread_chats or 0)
        waiting = self._services.outbox.summary().waiting if self._services is not None else 0
        signed_in = self._services is not None and self._services.connect.connection.can_ask
        self.shell.show_reach(status.online or not signed_in, status.offline_since, waiting)

    def _follow_summary(self, summary: OutboxSummary) -> None:
        self.status.show_outbox(summary)
        urgent = summary.deciding > 0
        self.rail.set_badge("outbox", summary.deciding if urgent else summary.waiting, urgent)
        self.shell.show_waiting(summary.waiting)

    def _follow_entry(self, entry: OutboxEntry) -> None:
        self.shell.follow_outbox(entry)

    def _follow_preferences(self, preferences: Preferences) -> None:
        self._languages.use(preferences.language)
        self._memory.keep_word("window/language", preferences.language)
        self._memory.keep_word("window/theme", preferences.theme.value)
        theme, scheme = Theme.instance(), Scheme(preferences.theme.value)
        if theme.keycaps != preferences.keycaps:
            theme.set_keycaps(preferences.keycaps)
        if theme.scheme is not scheme:
            theme.set_scheme(scheme)

    def _follow_account(self, connection: Connection) -> None:
        """Another account's store: whatever is shown belongs to the one before."""
        self._build_anew(go_on=False)

    def _build_anew(self, *, go_on: bool) -> None:
        shown = self._stack.build_anew(go_on=go_on)
        if shown and self.form.pages.currentWidget() is self.form.deskPage:
            self.open_section(shown)

    def _enter(self) -> None:
        """The sign-in on the page is done. Nobody comes there for long: a later visit builds it anew."""
        self._back_to_desk()
        if self._first_run is not None:
            page, self._first_run = self._first_run, None
            self.form.pages.removeWidget(page)
            page.deleteLater()

    def _back_to_desk(self) -> None:
        self._show_desk(True)
        self.open_section(self._stack.last_key)
        if self._services is not None:
            self._follow_connection(self._services.connect.connection)

    def _show_desk(self, shown: bool) -> None:
        self.form.pages.setCurrentWidget(self.form.deskPage if shown else self.first_run)
        self._retitle()

    def _retitle(self) -> None:
        if self.form.pages.currentWidget() is not self.form.deskPage:
            title = self.tr("Connecting with hh.ru")
        else:
            title = self.section.title() if self.section is not None else ""
        self.setWindowTitle(f"{title} — hhdesk" if title else "hhdesk")

    # Commands of the window

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        return {
            ActionId.PALETTE.value: self._open_palette,
            ActionId.KEYS.value: self._open_keys,
            ActionId.REFRESH.value: self._refresh,
            ActionId.TAKE_BACK_LAST.value: self.shell.take_back_last,
            ActionId.NEXT_PANE.value: lambda: self._stack.next_pane(self.rail),
            ActionId.QUIT.value: self._leave,
            ActionId.MINIMIZE.value: self.showMinimized,
            ActionId.FULL_SCREEN.value: self._turn_full_screen,
            ActionId.COMING.value: self._tell_all_coming,
            ActionId.ABOUT.value: self._tell_about,
        }

    def _refresh(self) -> None:
        if self._services is not None:
            self._services.sync.refresh_now()
        if self.section is not None:
            self.section.refresh()

    def _open_palette(self) -> None:
        from hhdesk.gui.palette.palette import Palette

        if self._services is not None:
            Palette.open_over(self, self._services)

    def _open_keys(self) -> None:
        from hhdesk.gui.shortcuts.overview import ShortcutOverview

        ShortcutOverview.open_over(self)

    def _tell_all_coming(self) -> None:
        from hhdesk.gui.about import tell_coming

        tell_coming(self)

    def _tell_about(self) -> None:
        from hhdesk.gui.about import tell_about

        tell_about(self)

    def _turn_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _tell_coming(self, spec: SectionSpec) -> None:
        purpose = dict(coming()).get(spec.name(), "")
        words = self.tr("“{section}” is still to come: {purpose}.")
        self.shell.toast(words.format(section=spec.name(), purpose=purpose))
