"""What is done with visits of the past: listed, named, deleted, brought back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, overload

import peewee

from caremgr_desktop.core.kept import KeptVisit, Removed
from caremgr_desktop.storage.plain_values import text_of, whole_of
from caremgr_desktop.storage.rows import outcome_of, time_of
from caremgr_desktop.storage.tables import KEYED_TABLES, TABLES, KeyedTable, ResultTable, VisitTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
CHUNK = 500
"""Ids or rows in one statement; SQLite takes 32,766 values and a row has ten at most."""


class OpenedDatabase(peewee.SqliteDatabase):
    """Peewee on a connection that is open already and that somebody else closes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(":memory:")  # A name that is never opened.
        self._given = connection

    def _connect(self) -> sqlite3.Connection:
        return self._given


@contextmanager
def _tables(connection: sqlite3.Connection) -> Iterator[peewee.Database]:
    """Bind the tables to a connection; what peewee says of errors is said by sqlite3 again."""
    database = OpenedDatabase(connection)
    try:
        with database.bind_ctx(TABLES):
            yield database
    except peewee.DatabaseError as error:
        said = error.__context__  # What SQLite said, with its code.
        raise said if isinstance(said, sqlite3.Error) else sqlite3.DatabaseError() from error


class KeptRows(Sequence[KeptVisit]):
    """Rows of the list, each made a visit when it is looked at: of ten thousand few are.

    A row that makes no sense is a visit without a date and without a result; to open it
    finds the damage.
    """

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> KeptVisit: ...

    @overload
    def __getitem__(self, index: slice) -> list[KeptVisit]: ...

    def __getitem__(self, index: int | slice) -> KeptVisit | list[KeptVisit]:
        if isinstance(index, slice):
            return [_kept(row) for row in self._rows[index]]
        return _kept(self._rows[index])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as a list has none


def kept_visits(connection: sqlite3.Connection, quiz_id: str) -> KeptRows:
    """Return the visits to a quiz, the last changed first; raises sqlite3.Error."""
    visit, result = VisitTable, ResultTable
    with _tables(connection):
        query = (
            visit.select(
                *(visit.id, visit.name, visit.begun, visit.changed, visit.answered, visit.skipped),
                *(result.verdict, result.leaders, result.setting, result.fits),
            )
            .join(result, peewee.JOIN.LEFT_OUTER)
            .where((visit.quiz_id == quiz_id) & (visit.answered + visit.skipped > 0))
            .order_by(visit.changed.desc(), visit.id.desc())
        )
        return KeptRows(connection.execute(*query.sql()).fetchall())


def _kept(row: tuple[object, ...]) -> KeptVisit:
    visit_id, name, begun, changed, answered, skipped, *result = row
    try:
        return KeptVisit(
            whole_of(visit_id),
            text_of(name),
            time_of(begun),
            time_of(changed),
            whole_of(answered),
            whole_of(skipped),
            outcome_of(tuple(result)),
        )
    except (TypeError, ValueError):
        return KeptVisit(whole_of(visit_id), "", NO_DATE, NO_DATE, 0, 0)


def rename_visit(connection: sqlite3.Connection, visit_id: int, name: str) -> None:
    """Give a visit a name; raises sqlite3.Error."""
    with _tables(connection):
        VisitTable.update(name=name).where(VisitTable.id == visit_id).execute()


def delete_visits(connection: sqlite3.Connection, visit_ids: Collection[int]) -> Removed:
    """Delete visits inside a transaction and return their rows; raises sqlite3.Error."""
    ids = list(visit_ids)
    with _tables(connection):
        rows = {keyed.name: _rows_of(keyed, ids) for keyed in KEYED_TABLES}
        for chunk in peewee.chunked(ids, CHUNK):
            VisitTable.delete().where(VisitTable.id.in_(chunk)).execute()
    return Removed(len(rows["visit"]), MappingProxyType(rows))


def _rows_of(keyed: KeyedTable, visit_ids: list[int]) -> list[tuple[object, ...]]:
    """Return the rows of visits, each beginning with what ``restore_visits`` looks at."""
    rows: list[tuple[object, ...]] = []
    for chunk in peewee.chunked(visit_ids, CHUNK):
        chosen = keyed.table.select(*keyed.columns).where(keyed.columns[0].in_(chunk))
        rows.extend(chosen.tuples().iterator())
    return rows


def restore_visits(connection: sqlite3.Connection, removed: Removed) -> None:
    """Bring deleted visits back inside a transaction, but those that are there again.

    Raises sqlite3.Error.
    """
    with _tables(connection):
        there = {row[0] for row in VisitTable.select(VisitTable.id).tuples().iterator()}
        for keyed in KEYED_TABLES:
            rows = [row for row in removed.rows[keyed.name] if row[0] not in there]
            for chunk in peewee.chunked(rows, CHUNK):
                keyed.table.insert_many(chunk, fields=keyed.columns).execute()
