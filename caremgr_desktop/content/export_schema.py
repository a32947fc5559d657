"""Writes the JSON Schemas by which editors complete and check content files.

Run as ``python -m caremgr_desktop.content.export_schema resources/schema``.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from caremgr_desktop.content.kinds import KINDS
from caremgr_desktop.content.schema import ArticleRowItem

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    return {f"{name}.schema.json": _text(kind) for name, kind in KINDS.items()}


def _text(kind: type[msgspec.Struct]) -> str:
    schema: dict[str, Any] = {"$schema": DIALECT, **msgspec.json.schema(kind)}
    row = schema["$defs"].get(ArticleRowItem.__name__)
    if row is not None:
        row["additionalProperties"] = {"type": "string", "minLength": 1, "maxLength": 1000}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def export(folder: Path) -> None:
    """Write every schema into a folder, which is made where it is missing; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_bytes(text.encode())


if __name__ == "__main__":
    export(Path(sys.argv[1]))
