"""From nothing to work: keys, the browser, what the account may do."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hhdesk.config import Configuration
from hhdesk.domain.connection import Connection, KeyringKind
from hhdesk.gui.browser import Browser
from hhdesk.gui.first_run.page import FirstRunPage
from hhdesk.gui.first_run.steps import StepState
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.tasks import TaskBoard
from hhdesk.gui.window_state import LayoutMemory
from hhdesk.gui.words import WayOut
from hhdesk.services.services import Services
from hhdesk.store.secrets import Secrets
from tests.gui.speaking import languages_of
from tests.gui.window.outbox_desk import button, click, until
from tests.sandbox_process import Sandbox
from tests.workers import PROFILE, free_port

CONSENT = f"{sys.executable} -m hhdesk.consent %s"
NOBODY = f"{sys.executable} -c pass %s"


@pytest.fixture
def browser_command() -> str:
    """A browser in which the person says yes."""
    return CONSENT


@pytest.fixture
async def first_window(
    qapp: QApplication, signed_out: Services, tmp_path: Path, browser_command: str
) -> AsyncIterator[MainWindow]:
    """The window of somebody who never worked here."""
    memory = LayoutMemory(tmp_path / "window.ini")
    languages = languages_of(qapp)
    made = MainWindow(signed_out.configuration, Browser(browser_command), memory, languages, known=False)
    await signed_out.settings.change(language="en")
    made.show()
    made.begin(signed_out)
    made.set_server_ready()
    yield made
    made.end()
    made.hide()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
    await asyncio.sleep(0)


async def test_one_click_signs_in_and_tells_what_the_account_may(
    first_window: MainWindow, signed_out: Services
) -> None:
    page = first_window.first_run
    assert page.isVisible()
    assert page.marks[2].state is StepState.NOW
    click(page, "signIn")
    await until(page.form.resultPage.isVisible)
    me = signed_out.connect.me
    assert me is not None
    assert me.last_name in page.form.resultTitle.text()
    assert page.form.resultForm.rowCount() > 1
    click(page, "beginWork")
    assert not page.isVisible()
    assert first_window.section is not None


async def test_who_signed_in_and_what_is_left_is_asked_once(
    first_window: MainWindow, signed_out: Services, sandbox: Sandbox
) -> None:
    asked = ("get-current-user-info", "get-employer-manager-limits", "get-payable-api-method-access")
    before = sandbox.state()["operations"]
    signed_out.start()
    click(first_window.first_run, "signIn")
    await until(first_window.first_run.form.resultPage.isVisible)
    await until(lambda: signed_out.sync.status.quota is not None)
    after = sandbox.state()["operations"]
    assert [after.get(name, 0) - before.get(name, 0) for name in asked] == [1, 1, 1]


async def test_the_redirect_address_is_copied(first_window: MainWindow, signed_out: Services) -> None:
    click(first_window.first_run, "copyRedirect")
    assert QGuiApplication.clipboard().text() == signed_out.connect.connection.redirect_uri


async def test_a_port_of_the_environment_is_not_offered_to_be_changed(first_window: MainWindow) -> None:
    """What the person would set would not count: the page says where the port comes from."""
    page = first_window.first_run
    assert not page.keys.port_link.isVisible()
    assert "HHDESK_REDIRECT_PORT" in page.form.redirectState.text()
    page.visit(WayOut.PORT)
    assert not page.form.portRow.isVisible()


class TestPortOfThePerson:
    """The environment says nothing of a port."""

    @pytest.fixture
    async def signed_out(self, configuration: Configuration) -> AsyncIterator[Services]:
        own = replace(configuration, redirect_port=None)
        made = await Services.open(own, secrets=Secrets(profile=PROFILE))
        await made.connect.load()
        yield made
        await made.close()

    async def test_it_can_be_changed(self, first_window: MainWindow, signed_out: Services) -> None:
        page = first_window.first_run
        assert "HHDESK_REDIRECT_PORT" not in page.form.redirectState.text()
        click(page, "changePort")
        port = free_port()
        page.form.port.setValue(port)
        click(page, "usePort")
        await until(lambda: f":{port}/" in page.form.redirectAddress.text())
        assert f":{port}/" in signed_out.connect.connection.redirect_uri


async def test_retention_is_chosen_before_the_first_person_is_kept(
    first_window: MainWindow, signed_out: Services
) -> None:
    page = first_window.first_run
    page.form.retentionYear.click()
    click(page, "signIn")
    await until(page.form.resultPage.isVisible)
    assert signed_out.settings.get().retention_days == 365
    assert signed_out.settings.get().retention_asked


class TestNobodyComesBack:
    """A browser that shows nothing."""

    @pytest.fixture
    def browser_command(self) -> str:
        return NOBODY

    async def test_waiting_can_be_cancelled(self, first_window: MainWindow) -> None:
        page = first_window.first_run
        click(page, "signIn")
        await until(page.form.waitingPage.isVisible)
        click(page, "cancelSignIn")
        await until(page.form.keysPage.isVisible)
        assert not page.notice.isVisible()
        assert button(page, "signIn").isEnabled()

    async def test_a_wrong_answer_is_told_as_a_sentence(
        self, first_window: MainWindow, signed_out: Services, sandbox: Sandbox
    ) -> None:
        page = first_window.first_run
        click(page, "signIn")
        await until(page.form.waitingPage.isVisible)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            "import sys, urllib.request; urllib.request.urlopen(sys.argv[1]).read()",
            signed_out.connect.connection.redirect_uri + "?error=access_denied&state=another",
            stderr=asyncio.subprocess.DEVNULL,
        )
        await process.wait()
        await until(page.notice.isVisible)
        assert page.notice.title.text()
        assert page.notice.ways


async def test_notes_are_whole_and_nothing_below_them_moves(
    qapp: QApplication, configuration: Configuration
) -> None:
    nobodys = replace(configuration, client_id="", client_secret="", redirect_port=None)
    page = FirstRunPage(nobodys, Browser(NOBODY), TaskBoard(qapp))
    page.resize(1100, 700)
    page.show()
    assert not page.form.secretNote.text().strip()
    assert [mark.state for mark in page.marks[:2]] == [StepState.NOW, StepState.LATER]
    qapp.processEvents()
    before = page.sign_in_button.mapTo(page, QPoint(0, 0))
    page.show_connection(
        Connection(keyring=KeyringKind.KEYRING, redirect_uri="http://127.0.0.1:17117/hhdesk/return")
    )
    qapp.processEvents()
    assert page.sign_in_button.mapTo(page, QPoint(0, 0)) == before
    for note in (page.form.redirectState, page.form.secretNote):
        assert note.text().strip()
        assert note.heightForWidth(note.width()) <= note.height()
    page.form.clientId.setText("ABC")
    assert page.marks[0].state is StepState.DONE
    page.hide()
    page.deleteLater()
