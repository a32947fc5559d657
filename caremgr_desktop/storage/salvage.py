"""Reads what can still be read of a damaged file.

Each table is read row by row from its first key up to where SQLite finds the damage, and
from its last key down to there; a visit is taken if its own row can be read, with those of
its answers that can be.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.storage.reading import ANSWERS, IMPORTANCES, VISIT
from caremgr_desktop.storage.rows import time_of, visit_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from caremgr_desktop.core.visit import Visit

Row = tuple[object, ...]
UNREADABLE = (sqlite3.DatabaseError, KeyError, TypeError, ValueError, AttributeError)


class Salvaged(NamedTuple):
    """A visit that could be read, and when it was last changed."""

    visit: Visit
    changed: datetime


def salvage(path: Path) -> list[Salvaged]:
    """Return the visits that can be read of a file; none where there is nothing to be had."""
    with suppress(sqlite3.DatabaseError), closing(_opened(path)) as connection:
        return list(_salvaged(connection))
    return []


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.execute("PRAGMA cell_size_check = ON")
    connection.text_factory = _text_of
    return connection


def _text_of(data: bytes) -> str:
    return data.decode(errors="replace")


def _salvaged(connection: sqlite3.Connection) -> Iterator[Salvaged]:
    ids = {row[0] for row in _from_both_ends(connection, "SELECT id FROM visit ORDER BY id")}
    for visit_id in sorted(each for each in ids if isinstance(each, int)):
        with suppress(*UNREADABLE):
            yield _one(connection, visit_id)


def _one(connection: sqlite3.Connection, visit_id: int) -> Salvaged:
    key = (visit_id,)
    row = connection.execute(VISIT, key).fetchone()
    changed = connection.execute("SELECT changed FROM visit WHERE id = ?", key).fetchone()
    answers = _from_both_ends(connection, f"{ANSWERS} ORDER BY question_id", key)
    weights = _from_both_ends(connection, f"{IMPORTANCES} ORDER BY section_id", key)
    sound_answers = [item for item in answers if _makes_sense(visit_id, row, item, None)]
    sound_weights = [item for item in weights if _makes_sense(visit_id, row, None, item)]
    visit = visit_of_rows(visit_id, row, sound_answers, sound_weights)
    return Salvaged(visit, time_of(changed[0]))


def _makes_sense(visit_id: int, row: Row, answer: Row | None, weight: Row | None) -> bool:
    """Whether a visit with this one answer or weight alone can be read."""
    answers, weights = ([item] if item else [] for item in (answer, weight))
    try:
        visit_of_rows(visit_id, row, answers, weights)
    except UNREADABLE:
        return False
    return True


def _from_both_ends(connection: sqlite3.Connection, query: str, key: Row = ()) -> set[Row]:
    """Return the rows before the first damage and after the last."""
    found: set[Row] = set()
    for direction in ("", " DESC"):
        with suppress(sqlite3.DatabaseError):
            for row in connection.execute(query + direction, key):
                found.add(row)
    return found
