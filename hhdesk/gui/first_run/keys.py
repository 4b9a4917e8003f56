"""The fields of the application's keys: the address to register, id, secret, contact address."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hhdesk.domain.account import ClientKeys
from hhdesk.domain.connection import Connection, ConnectionState, KeyringKind
from hhdesk.gui.kit.buttons import Button, IconButton, LinkButton
from hhdesk.gui.kit.labels import IconLabel

if TYPE_CHECKING:
    from hhdesk.config import Configuration
    from hhdesk.gui.compiled.ui_first_run import Ui_FirstRunForm


class KeysForm(QObject):
    """Fills the fields of the form's first page and tells what was entered."""

    changed = Signal()
    copy_asked = Signal(str)
    port_chosen = Signal(int)

    def __init__(self, form: Ui_FirstRunForm, configuration: Configuration, page: QWidget) -> None:
        super().__init__(page)
        self._form, self._configuration = form, configuration
        self._connection = Connection(state=ConnectionState.OPENING)
        self.copy_button = Button("", page, icon="copy", key="Ctrl Shift C", name="copyRedirect")
        self.copy_button.clicked.connect(lambda: self.copy_asked.emit(form.redirectAddress.text()))
        QShortcut(QKeySequence("Ctrl+Shift+C"), page, self.copy_button.click)
        self.port_link = LinkButton("", page, name="changePort")
        self.port_link.clicked.connect(self.offer_port)
        # What the environment gives counts before what the person sets.
        self.port_link.setVisible(configuration.redirect_port is None)
        self.port_button = Button("", page, name="usePort")
        self.port_button.clicked.connect(self._use_port)
        self.reveal = IconButton("eye", "", page, name="showSecret")
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._reveal)
        self._key_icon = IconLabel("key-round", "faint", 1.0)
        self._place()
        for field in (form.clientId, form.clientSecret, form.contact):
            field.textChanged.connect(self.changed)
        if configuration.unattended:
            self._fill_from_environment()

    @property
    def entered(self) -> ClientKeys:
        """What stands in the fields."""
        form = self._form
        return ClientKeys(
            client_id=form.clientId.text().strip(),
            client_secret=form.clientSecret.text().strip(),
            contact=form.contact.text().strip(),
        )

    @property
    def is_begun(self) -> bool:
        """Whether anything was entered: then the application is registered."""
        return bool(self._form.clientId.text().strip() or self._form.clientSecret.text().strip())

    @property
    def is_filled(self) -> bool:
        """Whether one can sign in with what is entered or kept."""
        return self._configuration.unattended or self._is_complete or self._is_known

    @property
    def _is_complete(self) -> bool:
        entered = self.entered
        return all((entered.client_id, entered.client_secret, entered.contact))

    @property
    def _is_known(self) -> bool:
        client_id = self._connection.client_id
        return bool(client_id) and self._form.clientId.text() == client_id

    def show_connection(self, connection: Connection, contact: str) -> None:
        """Show the address to register, and what is kept of the keys."""
        self._connection = connection
        form = self._form
        form.redirectAddress.setText(connection.redirect_uri)
        form.redirectAddress.setCursorPosition(0)
        if connection.client_id and not form.clientId.text():
            form.clientId.setText(connection.client_id)
        if contact and not form.contact.text():
            form.contact.setText(contact)
        self._tell_keyring()
        self._tell_port()

    def missing(self) -> QWidget | None:
        """The first field that asks for something."""
        asked = (self._form.clientId, self._form.clientSecret, self._form.contact)
        return next((field for field in asked if field.isVisible() and not field.text()), None)

    def tell_kept(self) -> None:
        """The secret is never shown; that it is kept is said."""
        kept = self._is_known and not self._is_complete
        self._form.clientSecret.setPlaceholderText(self.tr("kept") if kept else "")

    def ask_secret(self) -> bool:
        """Go to the secret, which differs most often; False where the environment gives it."""
        secret = self._form.clientSecret
        if secret.isReadOnly():
            return False
        secret.setFocus(Qt.FocusReason.OtherFocusReason)
        secret.selectAll()
        return True

    def offer_port(self) -> None:
        """Another port may be chosen."""
        self._form.portRow.show()
        self._form.port.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Every word anew."""
        self.copy_button.set_words(self.tr("Copy"))
        self.port_link.set_words(self.tr("Change port"))
        self.port_button.set_words(self.tr("Use this port"))
        self._reveal(self.reveal.isChecked())
        self._tell_keyring()
        self._tell_port()

    # How it is built

    def _place(self) -> None:
        form = self._form
        form.redirectActs.addWidget(self.copy_button)
        form.redirectChange.addWidget(self.port_link, 0, Qt.AlignmentFlag.AlignTop)
        form.portActs.addWidget(self.port_button)
        form.portRow.hide()
        form.clientSecretActs.addWidget(self.reveal)
        form.secretIconPlace.addWidget(self._key_icon, 0, Qt.AlignmentFlag.AlignTop)
        for note in (form.redirectState, form.secretNote):
            # Its words come later and stay on few lines: the buttons below must not move under the mouse.
            note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            note.setText(" ")

    def _fill_from_environment(self) -> None:
        """Keys that the environment gives are shown, not asked for; those of the demo are nobody's affair."""
        form = self._form
        form.clientId.setText(self._configuration.client_id)
        form.clientSecret.setText("•" * 12)
        for field in (form.clientId, form.clientSecret):
            field.setReadOnly(True)
        gone: tuple[QWidget, ...] = (form.contact, form.contactLabel, self.reveal)
        if self._configuration.demo:
            gone += (
                form.redirectLabel, form.redirectAddress, form.redirectState, self.copy_button,
                self.port_link, form.clientIdLabel, form.clientId, form.clientSecretLabel, form.clientSecret,
                form.secretNote, self._key_icon,
            )  # fmt: skip
        for widget in gone:
            widget.hide()

    # What it says

    def _tell_keyring(self) -> None:
        note = self._form.secretNote
        if self._configuration.unattended:
            note.setText(self.tr("Given by the environment; hhdesk does not keep it."))
        elif self._connection.state is ConnectionState.OPENING:
            note.setText(" ")
        elif self._connection.keyring is KeyringKind.KEYRING:
            note.setText(self.tr("Stays only in the key store of this computer."))
        else:
            note.setText(
                self.tr("No system key store here: it stays in memory and is asked for at the next start.")
            )

    def _tell_port(self) -> None:
        port = _port_of(self._connection.redirect_uri)
        if not port:
            self._form.redirectState.setText(" ")
            return
        self._form.port.setValue(port)
        words = [
            self.tr("hh.ru compares the whole address, port included."),
            self.tr("The port is free.") if _is_free(port) else self.tr("The port is taken."),
        ]
        if self._configuration.redirect_port is not None:
            words.append(self.tr("The environment gives it (HHDESK_REDIRECT_PORT): it is changed there."))
        self._form.redirectState.setText(" ".join(words))

    def _use_port(self) -> None:
        self._form.portRow.hide()
        self.port_chosen.emit(self._form.port.value())

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._form.clientSecret.setEchoMode(mode)
        self.reveal.set_icon("eye-off" if shown else "eye")
        self.reveal.set_words(self.tr("Hide the secret") if shown else self.tr("Show the secret"))


def _port_of(address: str) -> int:
    port = address.rpartition(":")[2].partition("/")[0]
    return int(port) if port.isdecimal() else 0


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # as the listener does: connections that have just ended hold nobody up
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
