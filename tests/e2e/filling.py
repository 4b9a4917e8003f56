"""Answers made of the specification's schemas: what a server names itself, and the rest as odd as is legal.

What is required and not given is filled in, with null wherever null may stand; what is optional and may be
null is null or left out by turns. So a client that believes in more than the specification promises trips.
"""

from __future__ import annotations

import hashlib
import random
from typing import Any, Final

from tests.contract.specification import Specification

Schema = dict[str, Any]
_NOTHING: Final = object()
_DATES: Final = (
    "2026-11-03T09:15:00+0300",
    "2026-11-02T18:40:12+03:00",
    "2026-11-01T07:05:09Z",
    "2026-10-30T23:59:59.123Z",
)
NEW_NAME: Final = "zz_since_2027"
"""The name of the fields that no specification knows yet."""


class Filler:
    """Completes values by a schema. Deterministic: the same place gets the same oddity."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification

    def fill(self, schema: Schema, value: Any = _NOTHING, place: str = "") -> Any:
        """`value` completed by what `schema` requires; nothing that was given is changed."""
        nullable = self._nullable(schema)
        if value is None or (value is _NOTHING and nullable):
            return None
        merged = self._merged(schema, value)
        if merged.get("type") == "object" or "properties" in merged or isinstance(value, dict):
            return self._object(merged, {} if value is _NOTHING else value, place)
        if merged.get("type") == "array" or isinstance(value, list):
            items = merged.get("items", {})
            given = [_NOTHING] * merged.get("minItems", 0) if value is _NOTHING else value
            return [self.fill(items, item, f"{place}[{index}]") for index, item in enumerate(given)]
        return self._scalar(merged, place) if value is _NOTHING else value

    def _object(self, merged: Schema, given: dict[str, Any], place: str) -> dict[str, Any]:
        properties: dict[str, Schema] = merged.get("properties", {})
        filled = {
            name: self.fill(properties.get(name, {}), value, f"{place}.{name}")
            for name, value in given.items()
        }
        for name in merged.get("required", ()):
            if name not in filled and name in properties:
                filled[name] = self.fill(properties[name], _NOTHING, f"{place}.{name}")
        for name, schema in properties.items():
            if name not in filled and self._nullable(schema) and _dice(place + name) % 2:
                filled[name] = None
        names = list(filled)
        random.Random(_dice(place)).shuffle(names)
        mixed = {name: filled[name] for name in names}
        if properties and _dice(place + "+") % 3 == 0:
            mixed[NEW_NAME] = {"id": 7, "kind": "anything", "list": [None, 1, "x"]}
        return mixed

    @staticmethod
    def _scalar(merged: Schema, place: str) -> Any:
        if merged.get("enum"):
            return next(choice for choice in merged["enum"] if choice is not None)
        match merged.get("type"):
            case "boolean":
                return False
            case "integer" | "number":
                return max(0, int(merged.get("minimum", 0)))
        name = place.rpartition(".")[2]
        if name.endswith(("_at", "_time", "_date")):
            return _DATES[_dice(place) % len(_DATES)]
        return "https://elsewhere.invalid/" + name if name.endswith("url") else name or "text"

    def _nullable(self, schema: Schema) -> bool:
        found = self._specification.resolve(schema)
        return bool(found.get("nullable"))

    def _merged(self, schema: Schema, value: Any) -> Schema:
        """One schema out of references, allOf, and of alternatives the one that fits the given names best."""
        found = self._specification.resolve(schema)
        parts = [{name: inner for name, inner in found.items() if name not in ("allOf", "oneOf", "anyOf")}]
        parts += [self._merged(part, value) for part in found.get("allOf", ())]
        for key in ("oneOf", "anyOf"):
            if alternatives := [self._merged(part, value) for part in found.get(key, ())]:
                parts.append(max(alternatives, key=lambda part: self._fit(part, value)))
        merged: Schema = {"properties": {}, "required": []}
        for part in parts:
            merged["properties"] |= part.get("properties", {})
            merged["required"] += part["required"] if isinstance(part.get("required"), list) else []
            merged |= {
                n: inner for n, inner in part.items() if n not in ("properties", "required", "nullable")
            }
        if not merged["properties"]:
            del merged["properties"]
        return merged

    @staticmethod
    def _fit(part: Schema, value: Any) -> tuple[int, int]:
        names = part.get("properties", {})
        given = value if isinstance(value, dict) else {}
        return sum(name in names for name in given), -sum(
            name not in given for name in part.get("required", ())
        )


def _dice(text: str) -> int:
    return int.from_bytes(hashlib.blake2s(text.encode(), digest_size=4).digest(), "big")
