"""What stays so gets a strip with a way out; what passes gets a toast."""

from __future__ import annotations

from pathlib import Path

import pytest

from hhdesk.domain.errors import CaptchaRequired, NoConnection, PortTaken, ServerTrouble
from hhdesk.domain.values import Captcha
from hhdesk.gui.browser import Browser, command_for
from hhdesk.gui.crash import CrashPage, redacted
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.sections import Question
from hhdesk.services.services import Services
from tests.gui.window.outbox_desk import OutboxDesk, button, click


async def test_no_connection_is_a_strip_that_leaves_when_it_is_back(outbox: OutboxDesk) -> None:
    window, services = outbox.window, outbox.services
    await outbox.add()
    window.shell.report(NoConnection())
    strip = window.shell.offline
    assert strip.isVisible()
    assert "1 act waits" in strip.text.text()
    assert window.status.connection.told.words.startswith("No connection since")
    services.sync.note(None)
    assert not strip.isVisible()


async def test_strips_follow_the_language(window: MainWindow, services: Services) -> None:
    services.sync.note(NoConnection())
    assert window.shell.offline.title.text().startswith("No connection")
    await services.settings.change(language="ru")
    assert window.shell.offline.title.text().startswith("Нет связи")
    await services.settings.change(language="en")


async def test_toasts_follow_the_language(outbox: OutboxDesk) -> None:
    window, services = outbox.window, outbox.services
    entry = await outbox.add()
    window.shell.queued(entry)
    window.shell.report(ServerTrouble(request_id="8d41f0c2"))
    counting, _ = window.shell.toaster.toasts
    assert button(counting, "toast.act").text() == "Take back"
    await services.settings.change(language="ru")
    counting, trouble = window.shell.toaster.toasts
    assert counting.ring is not None
    assert button(counting, "toast.act").text() == "Вернуть"
    assert trouble.words.startswith("hh.ru не отвечает")
    await services.outbox.take_back(entry.id)
    await services.settings.change(language="en")
    assert [toast.words[:22] for toast in window.shell.toaster.toasts] == ["hh.ru is not answering"]


async def test_people_whose_time_is_over_are_told_by_number(window: MainWindow, services: Services) -> None:
    services.people.expired.announce(3)
    assert window.shell.toaster.toasts[-1].words == (
        "3 people forgotten here: the time that you chose is over"
    )


async def test_a_captcha_waits_in_a_strip_and_repeats(window: MainWindow) -> None:
    repeated: list[bool] = []
    error = CaptchaRequired(kind="captcha_required", value="captcha_required")
    error.captcha = Captcha(captcha_url="https://hh.ru/captcha")
    window.shell.solve_captcha(error.captcha, lambda: repeated.append(True))
    assert window.shell.captcha.isVisible()
    click(window.shell.captcha, "repeatAfterCaptcha")
    assert repeated == [True]
    assert not window.shell.captcha.isVisible()


async def test_trouble_that_passes_is_a_toast_with_the_request_code(window: MainWindow) -> None:
    window.shell.report(ServerTrouble(request_id="8d41f0c2"))
    toast = window.shell.toaster.toasts[-1]
    assert toast.words.startswith("hh.ru is not answering")
    click(toast, "toast.act")
    assert window.shell.toaster.toasts[-1].words == "Copied"


async def test_a_question_does_nothing_until_it_is_answered(window: MainWindow) -> None:
    done: list[bool] = []
    question = Question("Forget?", "Nothing is deleted on hh.ru.", "Forget", dangerous=True)
    window.shell.confirm(question, lambda: done.append(True))
    click(window, "questionNo")
    assert done == []
    window.shell.confirm(question, lambda: done.append(True))
    click(window, "questionYes")
    assert done == [True]


async def test_a_bug_shows_places_and_no_values(window: MainWindow) -> None:
    try:
        raise ValueError("+7 900 000-22-10")
    except ValueError as error:
        CrashPage.tell(error, window)
        CrashPage.tell(error, window)
        report = redacted(error)
    assert "ValueError" in report
    assert "test_strips.py" in report
    assert "900" not in report
    pages = [page for page in window.findChildren(CrashPage) if page.isVisible()]
    assert len(pages) == 1
    click(pages[0], "crashGoOn")
    assert not pages[0].isVisible()


@pytest.mark.parametrize(
    ("browser", "command"),
    [
        ("firefox %s", ["firefox", "http://x/?a=b"]),
        ("firefox", ["firefox", "http://x/?a=b"]),
        ("'/opt/my browser' --url=%s &", ["/opt/my browser", "--url=http://x/?a=b"]),
    ],
)
def test_the_command_in_browser(browser: str, command: list[str]) -> None:
    assert command_for(browser, "http://x/?a=b") == command


def test_only_pages_are_opened(tmp_path: Path) -> None:
    marker = tmp_path / "opened"
    Browser(f"touch {marker} %s").open("file:///etc/passwd")
    assert not marker.exists()


def test_a_taken_port_is_named() -> None:
    from hhdesk.gui.sentences import sentence

    assert "47823" in sentence(PortTaken(47823)).title
