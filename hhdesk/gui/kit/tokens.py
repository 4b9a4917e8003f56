"""Colours, spaces and type sizes: the only place where a colour is written down."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal

from msgspec import Struct
from PySide6.QtGui import QColor

Role = Literal[
    "window", "panel", "list", "page", "raised", "ink", "muted", "faint", "line", "rim", "edge",
    "accent", "on_accent", "select", "idle", "hover", "ok", "ok_tint", "amber", "amber_tint",
    "no", "no_tint", "mark", "badge", "toast", "on_toast", "toast_link", "on_no",
]  # fmt: skip


class Tokens(Struct, frozen=True):
    """One palette. Names say what a colour is for, not how it looks."""

    dark: bool
    window: QColor
    panel: QColor
    list: QColor
    page: QColor
    raised: QColor
    ink: QColor
    muted: QColor
    faint: QColor
    line: QColor
    rim: QColor
    edge: QColor
    accent: QColor
    on_accent: QColor
    select: QColor
    idle: QColor
    hover: QColor
    ok: QColor
    ok_tint: QColor
    amber: QColor
    amber_tint: QColor
    no: QColor
    no_tint: QColor
    mark: QColor
    badge: QColor
    toast: QColor
    on_toast: QColor
    toast_link: QColor
    on_no: QColor

    def role(self, name: Role) -> QColor:
        """The colour of one role."""
        colour = getattr(self, name)
        assert isinstance(colour, QColor)
        return colour


def _palette(dark: bool, **colours: str) -> Tokens:
    return Tokens(dark, **{name: QColor(value) for name, value in colours.items()})


LIGHT: Final = _palette(
    False, window="#EDECE9", panel="#F5F4F1", list="#FBFAF8", page="#FFFFFF", raised="#FFFFFF",
    ink="#1E1D1B", muted="#504D47", faint="#69655E", line="#E1DFDA", rim="#CFCBC3", edge="#8C8880",
    accent="#2853A6", on_accent="#FFFFFF", select="#DFE8F8", idle="#EBEAE6", hover="#F0EEEA",
    ok="#1B6E45", ok_tint="#E1F1E8", amber="#7F5200", amber_tint="#FAEFD5",
    no="#A82E26", no_tint="#FBE7E4", mark="#FFEDA6", badge="#D3D0C9",
    toast="#2A2927", on_toast="#F5F4F1", toast_link="#A9C4F7", on_no="#FFFFFF",
)  # fmt: skip

DARK: Final = _palette(
    True, window="#161719", panel="#1B1C1F", list="#1F2023", page="#242528", raised="#2B2C30",
    ink="#E9E7E3", muted="#C0BDB7", faint="#ABA8A0", line="#35373B", rim="#4B4E55", edge="#7A7D84",
    accent="#8DB0F5", on_accent="#10203F", select="#2B3A57", idle="#303136", hover="#292A2E",
    ok="#74CC9B", ok_tint="#1F3529", amber="#E5B961", amber_tint="#3A301B",
    no="#F1938A", no_tint="#402624", mark="#55481A", badge="#44464C",
    toast="#3A3B40", on_toast="#E9E7E3", toast_link="#A9C4F7", on_no="#3B120E",
)  # fmt: skip

ROLES: Final = tuple(name for name in Tokens.__struct_fields__ if name != "dark")


class Type(Enum):
    """Type sizes: share of the base font's pixel size, and weight."""

    DISPLAY = (1.54, 600)
    TITLE = (1.15, 600)
    STRONG = (1.0, 600)
    BODY = (1.0, 400)
    SMALL = (0.92, 400)
    SMALL_STRONG = (0.92, 600)
    TINY = (0.85, 400)
    TINY_STRONG = (0.85, 600)

    @property
    def size(self) -> float:
        """Size in em."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """Font weight, 400 or 600."""
        return self.value[1]


class Space:
    """Distances in em."""

    HAIR = 0.3
    TIGHT = 0.45
    SMALL = 0.6
    MEDIUM = 0.75
    LARGE = 1.1
    WIDE = 1.5
    HUGE = 1.85


class Size:
    """Sizes of parts in em."""

    FIELD = 2.15
    CHIP = 1.85
    BADGE = 1.4
    KEYCAP = 1.25
    HEAD = 3.4
    FOOT = 4.0
    RAIL = 5.9
    STATUS = 2.0
    ICON = 1.25
    ICON_RAIL = 1.55
    ICON_EMPTY = 2.15
    GUTTER = 1.7


class Radius:
    """Corner radii in em."""

    BADGE = 0.3
    FIELD = 0.45
    PANEL = 0.6


LINE_HEIGHT: Final = 1.4
READING_LINE_HEIGHT: Final = 1.5
FADE_MS: Final = 120
SKELETON_AFTER_MS: Final = 150
TOAST_MS: Final = 6000

# Initials of people without a picture stand on one of these; which one follows from the name.
AVATAR_LIGHT: Final = tuple(
    (QColor(ground), QColor(ink))
    for ground, ink in (
        ("#DCE5EE", "#29445E"), ("#E6DFD1", "#584A2B"), ("#DAE7DF", "#28513C"),
        ("#ECDADF", "#6A2F41"), ("#E2DDEC", "#473A6B"),
    )
)  # fmt: skip
AVATAR_DARK: Final = tuple(
    (QColor(ground), QColor(ink))
    for ground, ink in (
        ("#2C3945", "#BBD0E4"), ("#403A2C", "#DCCFB0"), ("#2B3D34", "#B5D8C5"),
        ("#432E35", "#E5BCC8"), ("#383245", "#CBC1E4"),
    )
)  # fmt: skip


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """WCAG contrast of two opaque colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
