"""What rests on each source: the facts that name it, found by walking through all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NamedTuple

from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.career.requirements import Requirements

NAMES = ("sources", "source", "article_source")
"""The fields that hold ids of sources."""


class Use(NamedTuple):
    """Facts of a part, such as ``roles`` and ``hospital``, that name a source.

    ``confidences`` are those that the facts give, each once; empty where none is rated.
    """

    part: str
    name: str
    confidences: tuple[str, ...]


def uses_of(handbook: Handbook, requirements: Requirements) -> Mapping[str, tuple[Use, ...]]:
    """Return by the id of each source what uses it, in the order of the files."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {key: {} for key in handbook.sources}
    for part, name, source_id, confidence in _cited(handbook, requirements):
        rated = found.setdefault(source_id, {}).setdefault((part, name), [])
        if confidence and confidence not in rated:
            rated.append(confidence)
    return {
        source_id: tuple(Use(*place, tuple(rated)) for place, rated in places.items())
        for source_id, places in found.items()
    }


def _cited(handbook: Handbook, requirements: Requirements) -> Iterator[tuple[str, str, str, str]]:
    for book in (handbook, requirements):
        for field in fields(book):
            value = getattr(book, field.name)
            if field.name == "sources":
                continue  # The sources themselves.
            if field.name in NAMES:
                yield "article", "", value, ""
            elif isinstance(value, Mapping):
                for key, item in value.items():
                    yield from ((field.name, str(key), *cited) for cited in _walk(item))
            else:
                yield from ((field.name, "", *cited) for cited in _walk(value))


def _walk(value: object) -> Iterator[tuple[str, str]]:
    """Yield every id of a source inside a value, with the confidence given beside it."""
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _walk(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item)
    elif is_dataclass(value):
        confidence = str(getattr(value, "confidence", ""))
        for field in fields(value):
            inside = getattr(value, field.name)
            if field.name in NAMES:
                ids = (inside,) if isinstance(inside, str) else inside
                yield from ((source_id, confidence) for source_id in ids if source_id)
            else:
                yield from _walk(inside)
