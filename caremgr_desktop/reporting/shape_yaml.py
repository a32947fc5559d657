"""The shape of a quiz as an entry for ``resources/earlier.yaml``."""

import json

from caremgr_desktop.core.shape import AskedShape, Shape


def shape_as_yaml(shape: Shape) -> str:
    """Return the entry, indented so that it can be put at the end of the file."""
    return "\n".join(
        (
            f"  - version: {_quoted(shape.version)}",
            f"    sections: {_list(shape.sections)}",
            "    questions:",
            *(f"      - {{{_asked(item)}}}" for item in shape.questions),
        )
    )


def _asked(asked: AskedShape) -> str:
    most = f", max_picks: {asked.max_picks}" if asked.kind == "many" else ""
    return f"id: {_quoted(asked.id)}, kind: {asked.kind}{most}, options: {_list(asked.options)}"


def _list(ids: tuple[str, ...]) -> str:
    return f"[{', '.join(_quoted(item) for item in ids)}]"


def _quoted(text: str) -> str:
    """Return a text in quotes: an id such as ``null`` would be read as none without them."""
    return json.dumps(text, ensure_ascii=False)
