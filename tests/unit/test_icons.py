"""Every icon that the window names lies in resources/icons, and no other: a missing one shows as a square."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Which argument of these functions of hhdesk.gui.kit.icons is the name.
NAME_AT = {"icon": 0, "pixmap": 0, "paint_icon": 1}


def choices(argument: ast.expr) -> Iterator[str]:
    """Yields the names that an argument may have, as far as the source tells: a literal, or one of two."""
    match argument:
        case ast.Constant(value=str(name)):
            yield name
        case ast.IfExp(body=body, orelse=orelse):
            yield from choices(body)
            yield from choices(orelse)
        case ast.BoolOp(values=values):
            for value in values:
                yield from choices(value)


def named_icons(source: str) -> Iterator[str]:
    """Yields the icon names in calls of the kit's functions and in arguments called icon."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        position = NAME_AT.get(function)
        if position is not None and len(node.args) > position:
            yield from choices(node.args[position])
        for keyword in node.keywords:
            if keyword.arg == "icon":
                yield from choices(keyword.value)


def test_names_are_found_in_source() -> None:
    source = 'icon("a" if x else "b"); paint_icon(p, "c", r, k); Row(icon=y or "d"); icon(NAMES["e"])'
    assert set(named_icons(source)) == {"a", "b", "c", "d"}


def test_every_icon_is_named_somewhere() -> None:
    words = {
        node.value
        for path in (ROOT / "hhdesk/gui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    unused = {path.stem for path in (ROOT / "resources/icons").glob("*.svg")} - words
    assert unused == set()


def test_every_named_icon_exists() -> None:
    present = {path.stem for path in (ROOT / "resources/icons").glob("*.svg")} | {""}
    missing = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "hhdesk/gui").rglob("*.py")
        for name in named_icons(path.read_text(encoding="utf-8"))
        if name not in present
    }
    assert missing == set()
