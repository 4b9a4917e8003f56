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
