"""The menu under the account: manager accounts, signing in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from hhdesk.domain.account import ManagerAccount
from hhdesk.domain.connection import ConnectionState
from hhdesk.gui.corner import AccountButton
from hhdesk.gui.kit.icons import icon
from hhdesk.gui.kit.labels import literal
from hhdesk.gui.sections import Question
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.gui.main_window import MainWindow
    from hhdesk.services.services import Services


class AccountMenu(QObject):
    """Built anew each time it opens; manager accounts are asked for once."""

    def __init__(self, button: AccountButton, window: MainWindow) -> None:
        super().__init__(window)
        self._menu, self._button = button.menu(), button
        self._window = window
        self._services: Services | None = None
        self._accounts: tuple[ManagerAccount, ...] = ()
        self._tasks = Tasks(window, window.board)
        self._tasks.failed.connect(window.shell.report)
        self._tasks.running.connect(self._tell_change)
        self._coming = ""
        self._menu.aboutToShow.connect(self._build)

    def begin(self, services: Services) -> None:
        """From now on there is an account to speak of."""
        self._services = services

    def popup(self) -> None:
        """Open the menu by itself: hh.ru wants another account."""
        button = self._menu.parentWidget()
        if isinstance(button, AccountButton):
            self._menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _build(self) -> None:
        menu = self._menu
        menu.clear()
        services = self._services
        if services is None:
            return
        connection = services.connect.connection
        if connection.state is ConnectionState.SIGNED_IN:
            self._add_accounts(services)
            out = menu.addAction(icon("log-out"), self.tr("Sign out…"), self._ask_sign_out)
            out.setObjectName("accountSignOut")
        elif connection.state in (ConnectionState.SESSION_LOST, ConnectionState.SIGNED_OUT):
            back = menu.addAction(icon("log-in"), self.tr("Sign in"), self._window.shell.start_sign_in)
            back.setObjectName("accountSignIn")
        settings = menu.addAction(
            icon("settings"), self.tr("Settings"), lambda: self._window.open_section("settings")
        )
        settings.setObjectName("accountSettings")

    def _add_accounts(self, services: Services) -> None:
        me = services.connect.me
        if me is None or not me.has_several_accounts:
            return
        if not self._accounts:
            self._tasks.start("accounts", services.connect.accounts(), self._keep_accounts)
        for account in self._accounts:
            entry = self._menu.addAction(literal(account.employer_name or account.id))
            entry.setObjectName(f"account_{account.id}")
            entry.setCheckable(True)
            entry.setChecked(account.current)
            entry.setEnabled(not account.blocked and not self._is_changing)
            entry.triggered.connect(lambda _=False, chosen=account: self._choose(chosen))
        self._menu.addSeparator()

    def _keep_accounts(self, accounts: tuple[ManagerAccount, ...]) -> None:
        self._accounts = accounts
        if self._menu.isVisible():
            self._build()

    @property
    def _is_changing(self) -> bool:
        return self._tasks.is_running("choose")

    def _choose(self, account: ManagerAccount) -> None:
        if self._services is not None:
            self._accounts = ()
            self._coming = account.employer_name or account.id
            words = self.tr("Changing the account")
            self._tasks.start("choose", self._services.connect.choose_account(account.id), text=words)

    def _tell_change(self) -> None:
        """It takes hh.ru some moments: who is spoken of at the corner is not who works here next."""
        self._button.show_change(self._coming if self._is_changing else "")

    def _ask_sign_out(self) -> None:
        question = Question(
            self.tr("Sign out?"),
            self.tr("What is saved stays readable here. What waits goes out after the next sign-in."),
            self.tr("Sign out"),
        )
        self._window.shell.confirm(question, self._sign_out)

    def _sign_out(self) -> None:
        if self._services is not None:
            self._tasks.start("sign_out", self._services.connect.sign_out())
