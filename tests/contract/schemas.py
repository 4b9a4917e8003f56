"""OpenAPI 3.0 schemas as JSON Schema, and the names that a schema declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

Schema = dict[str, Any]
_DROPPED = frozenset(
    ("discriminator", "example", "examples", "description", "title", "xml", "deprecated", "format")
)


class Schemas:
    """The document's schemas, converted once. ``violations`` judges a value, undeclared names included."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._components: dict[str, Schema] = document["components"]["schemas"]
        converted = {name: _convert(schema) for name, schema in self._components.items()}
        root = {"$id": "hh", "components": {"schemas": converted}}
        self._registry: Registry[Any] = Registry().with_resource("hh", DRAFT202012.create_resource(root))
        self._validators: dict[int, Draft202012Validator] = {}

    def violations(self, schema: Schema, value: Any) -> list[str]:
        """What a value breaks; places in lists are written ``[]``, so that equal faults read equal."""
        validator = self._validators.get(id(schema))
        if validator is None:
            validator = Draft202012Validator(_convert(schema), registry=self._registry)
            self._validators[id(schema)] = validator
        errors = [_sentence(error) for error in validator.iter_errors(value)]
        names = [f"{path} is not declared" for path in self._undeclared([schema], value, "")]
        return list(dict.fromkeys([*errors, *names]))

    def _parts(self, schemas: Iterable[Schema]) -> Iterator[Schema]:
        """Schemas with their references and alternatives followed."""
        for schema in schemas:
            found = self._components[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
            yield found
            for key in ("allOf", "anyOf", "oneOf"):
                yield from self._parts(found.get(key, ()))

    def _undeclared(self, schemas: list[Schema], value: Any, path: str) -> Iterator[str]:
        parts = list(self._parts(schemas))
        if isinstance(value, list):
            inner = [part["items"] for part in parts if "items" in part]
            for item in value:
                yield from self._undeclared(inner, item, path + "[]")
        elif isinstance(value, dict):
            yield from self._undeclared_names(parts, value, path)

    def _undeclared_names(self, parts: list[Schema], value: dict[str, Any], path: str) -> Iterator[str]:
        open_ = any(part.get("additionalProperties") for part in parts)
        if open_ or not any(part.get("properties") for part in parts):
            return
        for name, inner in value.items():
            declared = [part["properties"][name] for part in parts if name in part.get("properties", ())]
            here = f"{path}.{name}" if path else name
            if declared:
                yield from self._undeclared(declared, inner, here)
            else:
                yield here


def _convert(schema: Any) -> Any:
    """A schema of OpenAPI 3.0 in the words of JSON Schema 2020-12."""
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": "hh" + schema["$ref"]}
    found: Schema = {}
    for key, value in schema.items():
        if key in _DROPPED or key == "nullable" or (key == "required" and not isinstance(value, list)):
            continue
        if key == "properties":
            found[key] = {name: _convert(inner) for name, inner in value.items()}
        elif key in ("allOf", "anyOf", "oneOf"):
            # oneOf as anyOf: the document's alternatives overlap (/me, nullable objects, phones).
            found["allOf" if key == "allOf" else "anyOf"] = [_convert(inner) for inner in value]
        else:
            found[key] = _convert(value)
    return {"anyOf": [{"type": "null"}, found]} if schema.get("nullable") else found


def _sentence(error: ValidationError) -> str:
    while error.context:
        error = max(error.context, key=_telling)
    path = "".join("[]" if isinstance(part, int) else f".{part}" for part in error.absolute_path).lstrip(".")
    plain = isinstance(error.instance, (str, int, float, bool, type(None)))
    what = f"{error.instance!r:.60} " if plain else ""
    missing = f" in {sorted(map(str, error.instance))}" if isinstance(error.instance, dict) else ""
    return (
        f"{path or 'body'}: {what}breaks {error.validator} {str(error.validator_value)[:160]}{missing[:200]}"
    )


def _telling(error: ValidationError) -> tuple[int, bool]:
    """Of the alternatives, the one that got furthest says most; that null was possible too says nothing."""
    null = error.validator_value in ("null", [None])
    return len(error.absolute_path), not null
