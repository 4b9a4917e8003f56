"""What bar and settings say of the store and of the bound act is so."""

from __future__ import annotations

from hhdesk.domain.connection import Connection, KeyringKind
from hhdesk.gui.first_run.result import group_words
from hhdesk.gui.main_window import MainWindow
from hhdesk.gui.settings.section import SettingsSection
from hhdesk.services.services import Services
from tests.gui.window.outbox_desk import until
from tests.services.working import first_response


async def test_the_bar_says_whether_the_store_is_encrypted(window: MainWindow, services: Services) -> None:
    status = window.status
    status.show_connection(Connection(keyring=KeyringKind.KEYRING))
    assert ("not encrypted" in status.storage.told.words) is not services.is_encrypted
    status.show_storage(True)
    assert status.storage.told.words == "Storage encrypted, key in the system key store"
    status.show_storage(False)
    assert status.storage.told.words == "Storage not encrypted"


async def test_a_grey_recovery_key_says_why(window: MainWindow, services: Services) -> None:
    window.open_section("settings")
    section = window.section
    assert isinstance(section, SettingsSection)
    assert section.save_key.isEnabled() is services.is_encrypted
    assert ("not encrypted" in section.form.recoveryHint.text()) is not services.is_encrypted


async def test_the_bound_act_has_hh_name(window: MainWindow, services: Services) -> None:
    window.open_section("settings")
    section = window.section
    assert isinstance(section, SettingsSection)
    action = (await first_response(services)).actions[-1]
    await services.responses.bind_rejection(action)
    await until(lambda: section.bound.text() == action.name)
    section.unbind.click()
    await until(lambda: section.bound.text() == "not chosen yet")


def test_groups_of_access_are_told_for_people() -> None:
    assert group_words("Наличие доступа к методам поиска") == "Resume search"
    assert group_words("Что-то новое") == "Что-то новое"
