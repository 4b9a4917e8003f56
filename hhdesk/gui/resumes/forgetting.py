"""Forgetting one person at once: asked once more, then everything of them here is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.gui.sections import Question, Shell, ToastKind

if TYPE_CHECKING:
    from hhdesk.gui.tasks import Tasks
    from hhdesk.services.services import Services


def ask_to_forget(
    shown: ResumeShort | Resume, services: Services, shell: Shell, tasks: Tasks, then: Callable[[], None]
) -> None:
    """Ask, and forget whoever `shown` is of; `then` is called when nothing of them is left here."""
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
