"""Reads plain values as what they have to be; raises TypeError for anything else."""

from __future__ import annotations

from collections.abc import Mapping


def mapping_of(value: object) -> Mapping[str, object]:
    """Return a mapping; raises TypeError."""
    if not isinstance(value, dict):
        raise TypeError
    return value


def items_of(value: object) -> list[object]:
    """Return a list; raises TypeError."""
    if not isinstance(value, list):
        raise TypeError
    return value


def texts_of(value: object) -> tuple[str, ...]:
    """Return a list of texts as a tuple; raises TypeError."""
    return tuple(text_of(item) for item in items_of(value))


def text_of(value: object) -> str:
    """Return a text; raises TypeError."""
    if not isinstance(value, str):
        raise TypeError
    return value


def whole_of(value: object) -> int:
    """Return a whole number; raises TypeError."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def share_of(value: object) -> float:
    """Return a number as a share; raises TypeError."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    return float(value)


def flag_of(value: object) -> bool:
    """Return yes or no; raises TypeError."""
    if not isinstance(value, bool):
        raise TypeError
    return value
