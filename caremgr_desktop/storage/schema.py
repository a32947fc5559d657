"""The tables, as the steps that led to them: each file is brought forward from where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.errors import StorageError

if TYPE_CHECKING:
    from sqlite3 import Connection

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE visit (
            id INTEGER PRIMARY KEY,
            quiz_id TEXT NOT NULL,
            quiz_version TEXT NOT NULL,
            begun TEXT NOT NULL,
            changed TEXT NOT NULL,
            trail TEXT NOT NULL,
            have TEXT,
            answered INTEGER NOT NULL,
            skipped INTEGER NOT NULL
        )""",
        "CREATE INDEX visit_changed ON visit (quiz_id, changed)",
        """CREATE TABLE answer (
            visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE,
            question_id TEXT NOT NULL,
            picks TEXT NOT NULL,
            PRIMARY KEY (visit_id, question_id)
        ) WITHOUT ROWID""",
        """CREATE TABLE importance (
            visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE,
            section_id TEXT NOT NULL,
            halves INTEGER NOT NULL,
            PRIMARY KEY (visit_id, section_id)
        ) WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE visit ADD COLUMN name TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE result (
            visit_id INTEGER PRIMARY KEY REFERENCES visit ON DELETE CASCADE,
            verdict TEXT NOT NULL,
            leaders TEXT NOT NULL,
            setting TEXT NOT NULL,
            fits TEXT NOT NULL
        )""",
    ),
)
"""What each version of the schema added to the one before; the first is version 1.

A step that was released is never changed: files that took it are out there.
``visit.id`` is the visit's seed; times are in UTC, as ISO 8601; ``trail``, ``have``,
``picks``, ``leaders`` and ``fits`` are JSON. A result is there as long as the answers are
those that it was shown of.
"""
VERSION = len(STEPS)


def bring_forward(connection: Connection) -> None:
    """Take the steps that a file lacks, all of them or none.

    Raises StorageError ``newer`` for a file that has taken more than are known here, and
    what sqlite3 raises.
    """
    if _version_of(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")  # Another window may be at it: ask again inside.
    try:
        _take_steps(connection, _version_of(connection))
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _take_steps(connection: Connection, taken: int) -> None:
    if taken > VERSION:
        raise StorageError("newer")
    for step in STEPS[taken:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _version_of(connection: Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
