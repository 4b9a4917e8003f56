"""Examples of answers in hh.ru's OpenAPI file; where it gives none, one made of its fields' own examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.contract.specification import Specification

METHODS = ("get", "put", "post", "delete")
_DEPTH = 9


@dataclass(frozen=True, slots=True)
class Example:
    """An example of an answer."""

    operation: str
    status: str
    value: Any
    made: bool
    """Made of the schema, since the file gives none."""

    def __str__(self) -> str:
        return f"{self.operation}-{self.status}{'-made' if self.made else ''}"


class Examples:
    """Walks the document of a specification."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._paths: dict[str, Any] = specification.document["paths"]

    def all(self) -> Iterator[Example]:
        """Every JSON answer of every operation."""
        for item in self._paths.values():
            for method in METHODS:
                if method in item:
                    yield from self._of(item[method])

    def _of(self, operation: dict[str, Any]) -> Iterator[Example]:
        for status, answer in operation["responses"].items():
            media = self._specification.resolve(answer).get("content", {}).get("application/json", {})
            values = list(self._given(media))
            for value in values:
                yield Example(operation["operationId"], str(status), value, made=False)
            if not values and "schema" in media:
                yield Example(operation["operationId"], str(status), self.sample(media["schema"]), made=True)

    def _given(self, media: dict[str, Any]) -> Iterator[Any]:
        if "example" in media:
            yield media["example"]
        for named in media.get("examples", {}).values():
            resolved = self._specification.resolve(named)
            if "value" in resolved:
                yield resolved["value"]

    def sample(self, schema: dict[str, Any], depth: int = _DEPTH) -> Any:
        """A value that the schema describes, of its examples, first words and richest alternatives."""
        schema = self._specification.resolve(schema)
        for key in ("example", "default"):
            if key in schema:
                return schema[key]
        if schema.get("enum"):
            return schema["enum"][0]
        return self._composed(schema, depth)

    def _composed(self, schema: dict[str, Any], depth: int) -> Any:
        alternatives = schema.get("oneOf", schema.get("anyOf"))
        if "allOf" in schema:
            return self._all_of(schema, depth)
        if alternatives is not None:
            return self._richest(alternatives, depth)
        if schema.get("type") == "array":
            return [] if depth <= 0 else [self.sample(schema.get("items", {}), depth - 1)]
        if "properties" in schema:
            return self._object(schema, depth)
        return {"string": "слово", "integer": 1, "number": 1, "boolean": True, "object": {}}.get(
            schema.get("type", "")
        )

    def _all_of(self, schema: dict[str, Any], depth: int) -> Any:
        merged: dict[str, Any] = self._object(schema, depth) if "properties" in schema else {}
        for part in schema["allOf"]:
            value = self.sample(part, depth)
            if not isinstance(value, dict):
                return value
            merged.update(value)
        return merged

    def _richest(self, parts: list[dict[str, Any]], depth: int) -> Any:
        """Of alternatives the one that says most: of the shapes of /me, the employer's."""
        return max((self.sample(part, depth) for part in parts), key=lambda value: len(str(value)))

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        if depth <= 0:
            return {}
        return {name: self.sample(part, depth - 1) for name, part in schema["properties"].items()}
