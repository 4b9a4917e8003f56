"""The places of the rail in their order; each section's package is imported when it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from hhdesk.gui.actions import ACTIONS, ActionId
from hhdesk.gui.sections import Build, Section, SectionSpec, Shell

if TYPE_CHECKING:
    from hhdesk.services.services import Services


def _search(services: Services, shell: Shell) -> Section:
    from hhdesk.gui.resumes.section import SearchSection

    return SearchSection(services, shell)


def _responses(services: Services, shell: Shell) -> Section:
    from hhdesk.gui.responses.section import ResponsesSection

    return ResponsesSection(services, shell)


def _vacancies(services: Services, shell: Shell) -> Section:
    from hhdesk.gui.vacancies.section import VacanciesSection

    return VacanciesSection(services, shell)


def _outbox(services: Services, shell: Shell) -> Section:
    from hhdesk.gui.outbox.section import OutboxSection

    return OutboxSection(services, shell)


def _settings(services: Services, shell: Shell) -> Section:
    from hhdesk.gui.settings.section import SettingsSection

    return SettingsSection(services, shell)


def _place(
    action: ActionId, number: int, build: Build | None = None, *, at_foot: bool = False
) -> SectionSpec:
    spec = ACTIONS[action]
    return SectionSpec(
        key=action.value.removeprefix("go."),
        icon=spec.icon,
        number=number,
        name=lambda: spec.words,
        build=build,
        at_foot=at_foot,
    )


PLACES: Final = (
    _place(ActionId.GO_TODAY, 1),
    _place(ActionId.GO_SEARCH, 2, _search),
    _place(ActionId.GO_RESPONSES, 3, _responses),
    _place(ActionId.GO_CHATS, 4),
    _place(ActionId.GO_VACANCIES, 5, _vacancies),
    _place(ActionId.GO_INTERVIEWS, 6),
    _place(ActionId.GO_PEOPLE, 7),
    _place(ActionId.GO_NUMBERS, 8),
    _place(ActionId.GO_OUTBOX, 9, _outbox, at_foot=True),
    _place(ActionId.GO_SETTINGS, 0, _settings, at_foot=True),
)
"""A place without a section yet is not on the rail; its number stays its own."""


def coming() -> tuple[tuple[str, str], ...]:
    """Name and purpose of the places that have no section yet."""
    purposes = {
        "today": QCoreApplication.translate("Places", "one queue of what needs you now, over all vacancies"),
        "chats": QCoreApplication.translate("Places", "all conversations in one list"),
        "interviews": QCoreApplication.translate("Places", "the week with its meetings"),
        "people": QCoreApplication.translate("Places", "everybody you met, with notes and tags"),
        "numbers": QCoreApplication.translate("Places", "how vacancies and stages move"),
    }
    return tuple((spec.name(), purposes.get(spec.key, "")) for spec in PLACES if spec.build is None)
