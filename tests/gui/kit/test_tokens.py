"""The contrasts that the design promises are what the palettes have."""

from __future__ import annotations

import pytest

from hhdesk.gui.kit.tokens import DARK, LIGHT, Role, Tokens, contrast

PROMISED: list[tuple[Role, Role, float, float]] = [
    ("ink", "page", 16.8, 12.4),
    ("muted", "page", 8.4, 8.2),
    ("faint", "page", 5.8, 6.5),
    ("faint", "select", 4.7, 4.8),
    ("edge", "page", 3.5, 3.7),
    ("accent", "page", 7.3, 7.1),
    ("on_accent", "accent", 7.3, 7.4),
    ("ink", "select", 13.7, 9.2),
    ("ok", "ok_tint", 5.3, 6.8),
    ("amber", "amber_tint", 5.9, 7.1),
    ("no", "no_tint", 5.7, 6.1),
    ("ink", "mark", 14.4, 7.3),
]


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), PROMISED)
def test_contrast_is_what_the_design_says(ink: Role, ground: Role, light: float, dark: float) -> None:
    assert contrast(LIGHT.role(ink), LIGHT.role(ground)) == pytest.approx(light, abs=0.11)
    assert contrast(DARK.role(ink), DARK.role(ground)) == pytest.approx(dark, abs=0.11)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_text_is_readable_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    grounds: tuple[Role, ...] = ("window", "panel", "list", "page", "raised", "idle", "hover", "select")
    inks: tuple[Role, ...] = ("ink", "muted", "faint")
    for ground in grounds:
        for ink in inks:
            assert contrast(tokens.role(ink), tokens.role(ground)) >= 4.5, (ink, ground)
    for ink, ground in (
        ("on_toast", "toast"),
        ("toast_link", "toast"),
        ("on_no", "no"),
        ("accent", "select"),
    ):
        assert contrast(tokens.role(ink), tokens.role(ground)) >= 4.5, (ink, ground)
