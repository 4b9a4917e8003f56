"""Walks over JSON answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def each_object(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of an answer, outer ones first; changes made on the way are not walked."""
    if isinstance(node, dict):
        inner = list(node.values())
        yield node
        for value in inner:
            yield from each_object(value)
    elif isinstance(node, list):
        for value in list(node):
            yield from each_object(value)


def lists_of_items(body: Any) -> Iterator[list[Any]]:
    """The list of an answer that is a list: ``items``, ``messages``, or the body itself."""
    if isinstance(body, list):
        yield body
    elif isinstance(body, dict):
        for key in ("items", "messages"):
            if isinstance(body.get(key), list):
                yield body[key]
