"""Preferences: typed, lenient in, per account."""

from __future__ import annotations

import pytest

from hhdesk.domain.preferences import Density, Preferences, Theme
from hhdesk.services import settings
from hhdesk.services.services import Services
from tests.services.acting import OpenServices
from tests.services.browser import Browser


@pytest.mark.parametrize(
    ("text", "preferences"),
    [
        ("", Preferences()),
        ("no json", Preferences()),
        ("[1]", Preferences()),
        ('{"theme": "dark", "density": "roomy"}', Preferences(theme=Theme.DARK)),
        ('{"keycaps": false, "take_back_seconds": "ten"}', Preferences(keycaps=False)),
        ('{"from_the_future": 1, "retention_days": 30}', Preferences(retention_days=30)),
        ('{"rejection_action": null}', Preferences()),
    ],
)
def test_reading_is_lenient(text: str, preferences: Preferences) -> None:
    assert settings.read(text) == preferences


async def test_changes_are_told_and_kept(services: Services, open_services: OpenServices) -> None:
    told: list[Preferences] = []
    services.settings.changed.listen(told.append)
    changed = await services.settings.change(density=Density.COMPACT, take_back_seconds=5)
    await services.settings.change(take_back_seconds=5)
    assert told == [changed]
    assert services.settings.get() == changed
    await services.close()
    assert (await open_services()).settings.preferences == changed


async def test_what_was_chosen_before_the_first_sign_in_goes_along(
    signed_out: Services, open_services: OpenServices
) -> None:
    await signed_out.settings.change(language="ru", theme=Theme.DARK)
    await signed_out.connect.sign_in(Browser())
    assert signed_out.settings.preferences.theme is Theme.DARK
    await signed_out.close()
    assert (await open_services()).settings.preferences == Preferences(language="ru", theme=Theme.DARK)


async def test_another_account_gets_the_looks_and_no_rejection_of_the_one_before(services: Services) -> None:
    await services.settings.change(
        theme=Theme.DARK, rejection_action="discard", rejection_name="Отказать", retention_days=30
    )
    other = next(account for account in await services.connect.accounts() if not account.current)
    await services.connect.choose_account(other.id)
    assert services.settings.preferences == Preferences(theme=Theme.DARK)
    assert services.responses.rejection is None
    await services.settings.change(take_back_seconds=5)
    await services.connect.choose_account("")
    assert services.settings.preferences.rejection_name == "Отказать"
    assert services.settings.preferences.retention_days == 30
    await services.connect.choose_account(other.id)
    assert services.settings.preferences == Preferences(theme=Theme.DARK, take_back_seconds=5)
