"""The way in, on days when it does not go as it should."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.bad_days.desk import KEYS, Desk, until
from tests.services.browser import with_query
from tests.workers import free_port


async def enter_keys(desk: Desk, secret: str = "demo-secret") -> None:
    """Type what dev.hh.ru gives."""
    desk.write("clientId", "demo-client")
    desk.write("clientSecret", secret)
    desk.write("contact", "tests@example.com")
    await until(desk.window.first_run.sign_in_button.isEnabled)


@contextmanager
def holding(desk: Desk) -> Iterator[int]:
    """Another program holds the redirect port."""
    port = urlsplit(desk.services.connect.connection.redirect_uri).port or 0
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", port))
        holder.listen()
        yield port


async def signed_in(desk: Desk) -> None:
    """The page tells what the account may do."""
    await until(lambda: desk.sees("beginWork"))
    desk.take_way("beginWork")
    assert desk.window.section is not None


async def test_wrong_secret_leads_back_to_the_keys(new_desk: Desk) -> None:
    desk = new_desk
    await enter_keys(desk, "wrong-secret")
    desk.take_way("signIn")
    await until(lambda: desk.has_strip("firstRunNotice"))
    said = desk.notice("firstRunNotice")
    assert said.title == "hh.ru does not know these keys"
    assert "enter them again" in said.text
    assert desk.clipped(desk.window.first_run.notice) == []
    desk.take_way("way_keys")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "clientSecret"
    desk.write("clientSecret", "demo-secret")
    desk.take_way("signIn")
    await signed_in(desk)


async def test_no_on_the_consent_page_can_be_mended_by_a_click(new_desk: Desk) -> None:
    desk = new_desk
    await enter_keys(desk)
    desk.browser.decision = "deny"
    desk.take_way("signIn")
    await until(lambda: desk.has_strip("firstRunNotice"))
    assert desk.notice("firstRunNotice").title == "Access was not given"
    desk.browser.decision = "allow"
    desk.take_way("way_sign_in")
    await signed_in(desk)


async def test_answer_of_another_sign_in_is_not_taken(new_desk: Desk) -> None:
    desk = new_desk
    await enter_keys(desk)
    desk.browser.change = lambda address: with_query(address, state="another")
    desk.take_way("signIn")
    await until(lambda: desk.has_strip("firstRunNotice"))
    said = desk.notice("firstRunNotice")
    assert said.title == "The answer came from another sign-in"
    assert desk.sandbox.state()["tokens_issued"] == 0
    desk.browser.change = lambda address: address
    desk.take_way("way_sign_in")
    await signed_in(desk)


async def test_taken_port_is_changed_on_the_spot(new_desk: Desk) -> None:
    desk = new_desk
    await enter_keys(desk)
    with holding(desk) as taken:
        desk.take_way("signIn")
        await until(lambda: desk.has_strip("firstRunNotice"))
        assert desk.notice("firstRunNotice").title == f"Port {taken} is taken"
        assert desk.browser.opened == []
        desk.take_way("way_port")
        form = desk.window.first_run.form
        assert form.port.isVisible()
        free = free_port()
        form.port.setValue(free)
        desk.take_way("usePort")
        await until(lambda: str(free) in form.redirectAddress.text())
        desk.take_way("signIn")
        await signed_in(desk)


async def test_sign_in_is_left_and_begun_again(new_desk: Desk) -> None:
    desk = new_desk
    await enter_keys(desk)
    desk.browser.decision = None
    desk.take_way("signIn")
    await until(lambda: desk.sees("cancelSignIn"))
    desk.press(Qt.Key.Key_Escape)
    await until(lambda: desk.sees("signIn"))
    assert not desk.has_strip("firstRunNotice")
    desk.browser.decision = "allow"
    desk.take_way("signIn")
    await signed_in(desk)


async def test_lost_session_stays_workable_when_the_port_is_taken(desk: Desk) -> None:
    await desk.search()
    desk.sandbox.set(revoke_tokens=True)
    desk.searching.refresh()
    await until(lambda: desk.has_strip("sessionNotice"))
    with holding(desk) as port:
        desk.take_way("signInAgain")
        await desk.told(f"Port {port} is taken")
        assert desk.toast_ways() == ("Change port",)
        desk.take_toast()
        assert desk.window.first_run.form.port.isVisible()
    desk.take_way("signIn")
    await signed_in(desk)
    assert desk.rows()


async def test_new_secret_is_entered_without_losing_the_desk(desk: Desk) -> None:
    await desk.search()
    desk.sandbox.set(revoke_tokens=True)
    desk.searching.refresh()
    await until(lambda: desk.has_strip("sessionNotice"))
    await desk.services.connect.set_keys(replace(KEYS, client_secret="changed on dev.hh.ru"))
    desk.take_way("signInAgain")
    await desk.told("hh.ru does not know these keys")
    desk.take_toast()
    assert desk.window.first_run.isVisible()
    desk.take_way("backToDesk")
    assert desk.rows()
    assert desk.has_strip("sessionNotice")
    await desk.offers("signInAgain")
    desk.take_way("signInAgain")
    await desk.told("hh.ru does not know these keys")
    desk.take_toast()
    assert "contact" not in (one.objectName() for one in desk.all(QLineEdit) if not one.text())
    desk.write("clientSecret", "demo-secret")
    desk.take_way("signIn")
    await signed_in(desk)
    assert not desk.has_strip("sessionNotice")
