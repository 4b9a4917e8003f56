"""Forgetting one person at once: asked once more, then everything of them here is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.gui.sections import Question, Shell, ToastKind

if TYPE_CHECKING:
    from hhdesk.gui.tasks import Tasks
    from hhdesk.services.services import Services


def ask_to_forget(
    shown: ResumeShort | Resume, services: Services, shell: Shell, tasks: Tasks, then: Callable[[], None]
) -> None:
    """Ask, and forget whoever `shown` is of; `then` is called when nothing of them is left here.

    The view of `tasks` may show somebody else by then, which `then` has to look at; a view that is gone is
    left alone.
    """
    person = shown.person_id
    if person is None:
        shell.toast(
            QCoreApplication.translate("Forgetting", "hh.ru does not say whose resume this is"),
            kind=ToastKind.TROUBLE,
        )
        return

    def gone(_: None) -> None:
        shell.toast(
            QCoreApplication.translate("Forgetting", "Forgotten here. On hh.ru nothing has changed"),
            kind=ToastKind.DONE,
        )
        if isValid(tasks):
            then()

    def forget() -> None:
        tasks.write(f"forget {person}", services.people.forget(person), gone, shell.report)

    name = shown.full_name or shown.title or QCoreApplication.translate("Forgetting", "this person")
    question = Question(
        QCoreApplication.translate("Forgetting", "Forget {name}?").replace("{name}", name),
        QCoreApplication.translate(
            "Forgetting",
            "Everything of this person here goes for good: resumes, messages, files, the history, and what"
            " waits to be sent. On hh.ru nothing changes.",
        ),
        QCoreApplication.translate("Forgetting", "Forget"),
        dangerous=True,
    )
    shell.confirm(question, forget)
