"""Reads what can still be read of a damaged file.

Each table is read row by row from its first key up to where SQLite finds the damage, and
from its last key down to there; a visit is taken if its own row can be read, with those of
its answers that can be.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from caremgr_desktop.core.kept import Outcome
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.storage.reading import ANSWERS, IMPORTANCES, VISIT
from caremgr_desktop.storage.rows import outcome_of, time_of, visit_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

Row = tuple[object, ...]
RESULT = "SELECT verdict, leaders, setting, fits FROM result WHERE visit_id = ?"
IDS = (
    "SELECT id FROM visit ORDER BY id",
    "SELECT DISTINCT visit_id FROM answer ORDER BY visit_id",
)
COUNT = "SELECT answered + skipped FROM visit WHERE id = ?"
NO_TRAIL = "[]"
UNREADABLE = (sqlite3.DatabaseError, KeyError, TypeError, ValueError, AttributeError)


class Salvaged(NamedTuple):
    """A visit that could be read, when it was last changed, its name, and what it came to."""

    visit: Visit
    changed: datetime
    name: str = ""
    outcome: Outcome | None = None


def salvage(path: Path, quiz_id: str, now: datetime) -> list[Salvaged]:
    """Return the visits that can be read of a file; none where there is nothing to be had.

    Answers whose visit's own row is gone are taken for ones to this quiz, changed now: what
    doesn't fit it is left out when they are opened.
    """
    with suppress(sqlite3.DatabaseError), closing(_opened(path)) as connection:
        return list(_salvaged(connection, Salvaged(Visit(quiz_id, "", 0), now)))
    return []


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA writable_schema = ON")  # So a file that was cut is read as it is.
    connection.text_factory = _text_of
    return connection


def _text_of(data: bytes) -> str:
    return data.decode(errors="replace")


def _salvaged(connection: sqlite3.Connection, nothing: Salvaged) -> Iterator[Salvaged]:
    ids = {row[0] for query in IDS for row in _from_both_ends(connection, query)}
    for visit_id in sorted(each for each in ids if isinstance(each, int)):
        with suppress(*UNREADABLE):
            found = _one(connection, visit_id, nothing)
            if found.visit.answers:
                yield found


def _one(connection: sqlite3.Connection, visit_id: int, nothing: Salvaged) -> Salvaged:
    key = (visit_id,)
    row = _row(connection, VISIT, key) or (nothing.visit.quiz_id, "", NO_TRAIL, None)
    if not _makes_sense(visit_id, row, None, None):
        row = (nothing.visit.quiz_id, "", NO_TRAIL, None)
    answers = _from_both_ends(connection, f"{ANSWERS} ORDER BY question_id", key)
    weights = _from_both_ends(connection, f"{IMPORTANCES} ORDER BY section_id", key)
    sound_answers = [item for item in answers if _makes_sense(visit_id, row, item, None)]
    sound_weights = [item for item in weights if _makes_sense(visit_id, row, None, item)]
    visit = visit_of_rows(visit_id, row, sound_answers, sound_weights)
    count = _row(connection, COUNT, key)
    is_whole = count == (len(sound_answers),) and len(sound_weights) == len(weights)
    outcome = _outcome(connection, key) if is_whole else None
    return nothing._replace(visit=visit, outcome=outcome, **_rest(connection, key))


def _row(connection: sqlite3.Connection, query: str, key: Row) -> Row | None:
    with suppress(sqlite3.DatabaseError):
        found: Row | None = connection.execute(query, key).fetchone()
        return found
    return None


def _rest(connection: sqlite3.Connection, key: Row) -> dict[str, Any]:
    """Return when a visit was changed and its name, as far as that can be read."""
    found: dict[str, Any] = {}
    row = _row(connection, "SELECT changed FROM visit WHERE id = ?", key)
    with suppress(TypeError, ValueError):
        found["changed"] = time_of(row[0] if row else None)
    row = _row(connection, "SELECT name FROM visit WHERE id = ?", key)  # Not there in version 1.
    if row is not None and isinstance(row[0], str):
        found["name"] = row[0]
    return found


def _outcome(connection: sqlite3.Connection, key: Row) -> Outcome | None:
    row = _row(connection, RESULT, key)
    with suppress(TypeError, ValueError):
        return None if row is None else outcome_of(row)
    return None


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
