"""Write the sandbox's table of operations from hh.ru's OpenAPI file.

    python -m tests.contract.extract_operations

The sandbox ships the table, not the specification; a test fails when the two differ.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.contract.specification import Specification, specification_path

TABLE = Path(__file__).resolve().parents[2] / "hhdesk" / "sandbox" / "data" / "operations.json"


def operation_table(specification: Specification) -> list[dict[str, Any]]:
    """One row an operation: id, method, path, declared query names, required ones, whether it is public."""
    return [
        {
            "id": operation.id,
            "method": operation.method,
            "path": operation.path,
            "query": sorted(operation.query),
            "required": sorted(
                name for name, parameter in operation.query.items() if parameter.get("required")
            ),
            "public": operation.public,
        }
        for operation in specification.operations
    ]


def render(rows: list[dict[str, Any]]) -> str:
    """The table as text, one operation a line."""
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


if __name__ == "__main__":
    TABLE.write_text(render(operation_table(Specification(specification_path()))), encoding="utf-8")
