"""hh.ru's dictionaries as the sandbox serves them, and their entries as answers embed them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"


@lru_cache(maxsize=1)
def dictionaries() -> dict[str, list[dict[str, Any]]]:
    """The answer of ``get-dictionaries``."""
    loaded: dict[str, list[dict[str, Any]]] = json.loads(
        (DATA / "dictionaries.json").read_text(encoding="utf-8")
    )
    return loaded


@lru_cache(maxsize=256)
def _names(dictionary: str) -> dict[str, str]:
    return {
        str(item.get("id", item.get("code"))): str(item.get("name", ""))
        for item in dictionaries()[dictionary]
    }


def entry(dictionary: str, id_: str) -> dict[str, str]:
    """``{"id", "name"}`` of an entry."""
    return {"id": id_, "name": _names(dictionary)[id_]}


def ids(dictionary: str) -> tuple[str, ...]:
    """The ids of a dictionary in hh.ru's order."""
    return tuple(_names(dictionary))
