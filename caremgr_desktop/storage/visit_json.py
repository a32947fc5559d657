"""The one visit of an earlier version, read from the line of a file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.visit import WELCOME, Visit
from caremgr_desktop.storage.places import place_of
from caremgr_desktop.storage.plain_values import (
    items_of,
    mapping_of,
    text_of,
    texts_of,
    whole_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from caremgr_desktop.core.person import Have

CHECK = "check"


def visit_of(line: bytes) -> Visit:
    """Return the visit that a line holds; without a checksum it is taken as it stands.

    Raises ValueError where the checksum is another one, and what ``visit_from_json`` does.
    """
    import json
    from zlib import crc32

    found = json.loads(line)
    check = found.pop(CHECK, None) if isinstance(found, dict) else None
    if check is not None and check != f"{crc32(json.dumps(found).encode()):08x}":
        raise ValueError(check)
    return visit_from_json(found)


def visit_from_json(found: Mapping[str, object]) -> Visit:
    """Return the visit that plain values describe.

    Raises KeyError, TypeError, ValueError or AttributeError for anything else.
    """
    quiz = mapping_of(found["quiz"])
    answers = {text_of(key): texts_of(picks) for key, picks in mapping_of(found["answers"]).items()}
    importances = {
        text_of(key): Importance(whole_of(value))
        for key, value in mapping_of(found["importances"]).items()
    }
    trail = tuple(place_of(step) for step in items_of(found["trail"]))
    return Visit(
        quiz_id=text_of(quiz["id"]),
        quiz_version=text_of(quiz["version"]),
        seed=whole_of(found["seed"]),
        answers=MappingProxyType(answers),
        importances=MappingProxyType(importances),
        trail=trail or (WELCOME,),
        have=_have(found.get("have")),
    )


def _have(value: object) -> Have | None:
    if value is None:
        return None
    from caremgr_desktop.storage.have_json import have_from_json

    return have_from_json(value)
