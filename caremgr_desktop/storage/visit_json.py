"""The unfinished visit as plain values, such as a file holds."""

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

FORMAT_VERSION = 2
"""Version 1 knew neither what a person has nor the page on it; it is still read."""
CHECK = "check"


def visit_as_json(visit: Visit) -> dict[str, object]:
    """Return the visit as plain values."""
    found: dict[str, object] = {
        "format": FORMAT_VERSION,
        "quiz": {"id": visit.quiz_id, "version": visit.quiz_version},
        "seed": visit.seed,
        "answers": {key: list(picks) for key, picks in visit.answers.items()},
        "importances": {key: int(value) for key, value in visit.importances.items()},
        "trail": [[place.kind, place.question_id] for place in visit.trail],
    }
    if visit.have is not None:
        from caremgr_desktop.storage.have_json import have_as_json

        found["have"] = have_as_json(visit.have)
    return found


def line_of(visit: Visit) -> bytes:
    """Return the visit as a line of JSON, with a checksum of all before that."""
    import json
    from zlib import crc32

    text = json.dumps(visit_as_json(visit))
    check = f"{crc32(text.encode()):08x}"
    return f'{text[:-1]}, "{CHECK}": "{check}"}}\n'.encode()


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
