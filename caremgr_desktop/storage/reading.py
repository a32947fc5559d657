"""Reads one visit; see ``writing`` for why this is not peewee's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.core.kept import Bookmark
from caremgr_desktop.storage.rows import visit_of_rows

if TYPE_CHECKING:
    from sqlite3 import Connection

    from caremgr_desktop.core.visit import Visit

VISIT = "SELECT quiz_id, quiz_version, trail, have FROM visit WHERE id = ?"
ANSWERS = "SELECT question_id, picks FROM answer WHERE visit_id = ?"
IMPORTANCES = "SELECT section_id, halves FROM importance WHERE visit_id = ?"
LAST = (
    "SELECT id, answered, skipped FROM visit WHERE quiz_id = ? AND answered + skipped > 0"
    " ORDER BY changed DESC, id DESC LIMIT 1"
)


def read_visit(connection: Connection, visit_id: int) -> Visit | None:
    """Return a visit, or None where there is none.

    Raises what sqlite3 does, and KeyError, TypeError, ValueError or AttributeError where
    the rows make no visit.
    """
    row = connection.execute(VISIT, (visit_id,)).fetchone()
    if row is None:
        return None
    answers = connection.execute(ANSWERS, (visit_id,))
    return visit_of_rows(
        visit_id, row, answers, connection.execute(IMPORTANCES, (visit_id,)).fetchall()
    )


def read_last(connection: Connection, quiz_id: str) -> Bookmark | None:
    """Return the bookmark of the visit that was changed last; raises what sqlite3 does."""
    row = connection.execute(LAST, (quiz_id,)).fetchone()
    return None if row is None else Bookmark(*row)
