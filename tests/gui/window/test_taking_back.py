"""Ctrl+Z takes back what was decided last, whole, and toasts tell the truth about it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from hhdesk.domain.acts import Act
from hhdesk.domain.errors import NoConnection
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.gui import main_window
from hhdesk.gui.actions import ActionId, Place
from hhdesk.gui.kit.toasts import Toast, Toaster
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.shortcuts.overview import listed
from tests.gui.speaking import languages_of
from tests.gui.window.outbox_desk import OutboxDesk, click, until

S = OutboxState


async def _decide(outbox: OutboxDesk, *people: str) -> list[OutboxEntry]:
    """One act on these people, told by one toast."""
    pattern = (await outbox.add()).intent
    await outbox.services.outbox.take_back(outbox.services.outbox.entries[0].id)
    decided = Act(name="act", at=datetime.now(UTC))
    send_at = datetime.now().astimezone() + timedelta(seconds=60)
    entries = [
        await outbox.services.outbox.add(replace(pattern, act=decided, person_name=name), send_at=send_at)
        for name in people
    ]
    outbox.window.shell.queued(*entries)
    return entries


def _states(outbox: OutboxDesk, entries: list[OutboxEntry]) -> set[OutboxState]:
    return {outbox.services.outbox.get(entry.id).state for entry in entries}


def _key(toast: Toast) -> str:
    button = toast.findChild(QPushButton, "toast.act")
    assert button is not None
    return str(button.property("keycap"))


async def test_the_last_act_is_taken_back_whole_and_other_toasts_stay(outbox: OutboxDesk) -> None:
    shell = outbox.window.shell
    single = await _decide(outbox, "Волкова Анна")
    first = shell.toaster.toasts[-1]
    many = await _decide(outbox, "Савельев Игорь", "Белов Пётр", "")
    second = shell.toaster.toasts[-1]
    assert "3 people" in second.words
    assert (_key(first), _key(second)) == ("", "Ctrl Z")
    outbox.window.do("take_back_last")
    await until(lambda: _states(outbox, many) == {S.TAKEN_BACK})
    assert _states(outbox, single) == {S.WAITING}
    await until(lambda: second not in shell.toaster.toasts)
    assert first in shell.toaster.toasts
    assert _key(first) == "Ctrl Z"
    outbox.window.do("take_back_last")
    await until(lambda: _states(outbox, single) == {S.TAKEN_BACK})


async def test_a_countdown_goes_when_its_outcome_comes(outbox: OutboxDesk) -> None:
    (entry,) = await _decide(outbox, "")
    countdown = outbox.window.shell.toaster.toasts[-1]
    assert "the candidate" in countdown.words
    outbox.services.start()
    await outbox.services.outbox.send_now(entry.id)
    await until(lambda: outbox.services.outbox.get(entry.id).state is S.REFUSED)
    assert countdown not in outbox.window.shell.toaster.toasts


async def test_without_a_connection_nothing_counts_down(outbox: OutboxDesk) -> None:
    shell = outbox.window.shell
    shell.show_reach(False, None, 0)
    await _decide(outbox, "Волкова Анна")
    toast = shell.toaster.toasts[-1]
    assert toast.ring is None
    assert toast.words.endswith("waits for the connection")


async def test_what_needs_hh_says_so_without_a_connection(outbox: OutboxDesk) -> None:
    shell = outbox.window.shell
    shell.show_reach(False, None, 0)
    again: list[bool] = []
    for _ in range(2):
        shell.report(NoConnection(), again=lambda: again.append(True))
    (toast,) = shell.toaster.toasts
    assert toast.words == "No connection: this works once it is back"
    click(toast, "toast.act")
    assert again == [True]


async def test_quitting_says_what_will_wait(outbox: OutboxDesk) -> None:
    closed: list[bool] = []
    outbox.window.closed.connect(lambda: closed.append(True))
    await _decide(outbox, "Волкова Анна", "Белов Пётр")
    outbox.window.do("quit")
    title = outbox.window.findChild(QLabel, "questionTitle")
    assert title is not None
    assert title.text() == "2 acts will wait"
    assert not closed
    click(outbox.window, "questionYes")
    assert closed


async def test_toasts_stand_above_the_highest_bar_that_is_shown(window: MainWindow) -> None:
    host = QWidget()
    host.resize(600, 400)
    bar, strip = QWidget(host), QWidget(host)
    bar.setGeometry(0, 360, 600, 40)
    strip.setGeometry(0, 300, 600, 60)
    strip.hide()
    host.show()
    toaster = Toaster(host, strip, bar)
    toast = toaster.show("Kept")
    assert 300 < toast.geometry().bottom() < 360
    strip.show()
    await until(lambda: toast.geometry().bottom() < 300)


def test_f1_lists_only_keys_that_do_something() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in Path(main_window.__file__).parent.rglob("*.py")
    )
    dialog = {ActionId.CONFIRM, ActionId.CANCEL}
    for place in Place:
        for spec in listed(place):
            number = spec.id.value.startswith("respond.") and spec.key.isdigit()
            assert number or spec.id in dialog or source.count(f"ActionId.{spec.id.name}") > 0, spec.id
    assert ActionId.NOTE not in {spec.id for place in Place for spec in listed(place)}


@pytest.mark.parametrize(("language", "words"), [("ru", "Перейти к:"), ("en", "")])
def test_qt_speaks_the_language_too(language: str, words: str, qapp: QApplication) -> None:
    languages = languages_of(qapp)
    languages.use(language)
    try:
        assert QCoreApplication.translate("QFileDialog", "Look in:") == (words or "Look in:")
    finally:
        languages.use("en")
