"""Writes what has changed of a visit.

It speaks to sqlite3 itself: each answer of a quiz goes this way, and peewee, which the
history uses, would add 8.6 MiB to a quiz's memory and 27 ms to its first answer. The
tests compare the columns here with the models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.storage.reading import read_visit
from caremgr_desktop.storage.rows import picks_text, result_row, row_of, time_text

if TYPE_CHECKING:
    from datetime import datetime
    from sqlite3 import Connection

    from caremgr_desktop.core.kept import Outcome
    from caremgr_desktop.core.visit import Visit

ADD_VISIT = (
    "INSERT INTO visit (quiz_id, quiz_version, trail, have, changed, begun, id, answered, skipped)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)"
)
CHANGE_VISIT = (
    "UPDATE visit SET quiz_id = ?, quiz_version = ?, trail = ?, have = ?,"
    " changed = COALESCE(?, changed) WHERE id = ?"
)
PUT_ANSWER = (
    "INSERT INTO answer (visit_id, question_id, picks) VALUES (?, ?, ?)"
    " ON CONFLICT (visit_id, question_id) DO UPDATE SET picks = excluded.picks"
)
PUT_IMPORTANCE = (
    "INSERT INTO importance (visit_id, section_id, halves) VALUES (?, ?, ?)"
    " ON CONFLICT (visit_id, section_id) DO UPDATE SET halves = excluded.halves"
)
COUNT_ANSWERS = (
    "UPDATE visit SET answered = (SELECT COUNT(*) FROM answer"
    " WHERE visit_id = visit.id AND picks <> '[]'), skipped = (SELECT COUNT(*) FROM answer"
    " WHERE visit_id = visit.id AND picks = '[]') WHERE id = ?"
)
"""From the rows: another window may have written answers to the same visit."""
NAME_VISIT = "UPDATE visit SET name = ? WHERE id = ?"
DROP_ANSWER = "DELETE FROM answer WHERE visit_id = ? AND question_id = ?"
DROP_IMPORTANCE = "DELETE FROM importance WHERE visit_id = ? AND section_id = ?"
PUT_RESULT = (
    "INSERT INTO result (visit_id, verdict, leaders, setting, fits) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (visit_id) DO UPDATE SET verdict = excluded.verdict,"
    " leaders = excluded.leaders, setting = excluded.setting, fits = excluded.fits"
)
DROP_RESULT = "DELETE FROM result WHERE visit_id = ?"


def write_visit(connection: Connection, visit: Visit, before: Visit | None, now: datetime) -> None:
    """Write a visit inside a transaction; ``before`` is what was last written or read of it.

    Where its row is gone, another window having deleted it, all of it is written. A result
    that was shown of other answers is deleted. The date is that of the last change, not of
    the last look.
    """
    row, moment = row_of(visit), time_text(now)
    is_as_before = before is not None and _content(before) == _content(visit)
    told = None if is_as_before else moment
    if connection.execute(CHANGE_VISIT, (*row, told, visit.seed)).rowcount == 0:
        connection.execute(ADD_VISIT, (*row, moment, moment, visit.seed))
        before = None
    elif before is None:
        for table in ("answer", "importance"):
            connection.execute(f"DELETE FROM {table} WHERE visit_id = ?", (visit.seed,))  # noqa: S608 - two names of our own
    _write_answers(connection, visit, before)
    _write_importances(connection, visit, before)
    if before is None or not _has_same_result(before, visit):
        connection.execute(DROP_RESULT, (visit.seed,))


def _content(visit: Visit) -> tuple[object, ...]:
    """Return what a visit is about; the way through the pages is no change of it."""
    return visit.answers, visit.importances, visit.have


def _has_same_result(before: Visit, after: Visit) -> bool:
    return before.answers == after.answers and before.importances == after.importances


def write_outcome(connection: Connection, visit: Visit, outcome: Outcome) -> None:
    """Write what a visit that was just written came to, inside a transaction.

    Where another window has written other answers to it, it is not what these come to.
    """
    there = read_visit(connection, visit.seed)
    if there is not None and _has_same_result(there, visit):
        connection.execute(PUT_RESULT, (visit.seed, *result_row(outcome)))


def _write_answers(connection: Connection, visit: Visit, before: Visit | None) -> None:
    known = {} if before is None else before.answers
    for key, picks in visit.answers.items():
        if known.get(key) != picks:
            connection.execute(PUT_ANSWER, (visit.seed, key, picks_text(picks)))
    for key in known.keys() - visit.answers.keys():
        connection.execute(DROP_ANSWER, (visit.seed, key))
    if known != visit.answers:
        connection.execute(COUNT_ANSWERS, (visit.seed,))


def _write_importances(connection: Connection, visit: Visit, before: Visit | None) -> None:
    known = {} if before is None else before.importances
    for key, importance in visit.importances.items():
        if known.get(key) != importance:
            connection.execute(PUT_IMPORTANCE, (visit.seed, key, int(importance)))
    for key in known.keys() - visit.importances.keys():
        connection.execute(DROP_IMPORTANCE, (visit.seed, key))
