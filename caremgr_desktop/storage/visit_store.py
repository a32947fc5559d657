"""The store of a person's visits: a SQLite file, opened when it is first needed."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from caremgr_desktop.errors import DAMAGED, PARTLY_DAMAGED, StorageError
from caremgr_desktop.storage.database import DatabaseFile, abandon, is_damage
from caremgr_desktop.storage.reading import read_last, read_visit
from caremgr_desktop.storage.writing import write_outcome, write_visit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime
    from pathlib import Path

    from caremgr_desktop.core.kept import Bookmark, KeptVisit, Outcome, Removed
    from caremgr_desktop.core.visit import Visit

Result = TypeVar("Result")
ANY_VISIT = "SELECT 1 FROM visit LIMIT 1"
MAKES_NO_VISIT = (KeyError, TypeError, ValueError, AttributeError)


class SqliteStore:
    """Keeps the visits to one quiz in a file that may hold those to others.

    Each save is one transaction that is on the disk when it returns. Two windows may
    write at once: each answer is a row of its own, and the last one given counts.
    ``earlier`` is the file of a version before the database; its visit is taken over.
    """

    def __init__(
        self, path: Path, quiz_id: str, now: Callable[[], datetime], earlier: Path | None = None
    ) -> None:
        self._file = DatabaseFile(path, now)
        self._quiz_id = quiz_id
        self._now = now
        self._earlier = earlier
        self._connection: sqlite3.Connection | None = None
        self._stamp: tuple[int, int] | None = None
        self._known: dict[int, Visit] = {}
        self._untold: StorageError | None = None
        self._wants_nothing_kept = False

    def save(self, visit: Visit, outcome: Outcome | None = None) -> None:
        """Keep the visit; what the port says of errors holds."""

        def write(connection: sqlite3.Connection) -> None:
            write_visit(connection, visit, self._known.get(visit.seed), self._now())
            if outcome is not None:
                write_outcome(connection, visit, outcome)

        self._write(write)
        self._known = {visit.seed: visit}
        self._tell()

    def bookmark(self) -> Bookmark | None:
        """Return which visit was changed last; what the port says of errors holds."""
        return self._read(lambda connection: read_last(connection, self._quiz_id), None)

    def open(self, visit_id: int) -> Visit | None:
        """Return a visit; what the port says of errors holds."""
        visit = self._read(lambda connection: read_visit(connection, visit_id), None)
        if visit is not None:
            self._known = {visit_id: visit}
        return visit

    def kept(self) -> Sequence[KeptVisit]:
        """Return the visits; what the port says of errors holds."""
        from caremgr_desktop.storage.history import kept_visits

        return self._read(lambda connection: kept_visits(connection, self._quiz_id), [])

    def rename(self, visit_id: int, name: str) -> None:
        """Give a visit a name; what the port says of errors holds."""
        from caremgr_desktop.storage.history import rename_visit

        self._change(lambda connection: rename_visit(connection, visit_id, name))

    def delete(self, visit_ids: Collection[int], *, is_all: bool = False) -> Removed:
        """Delete visits; what the port says of errors holds.

        Nothing of them stays in the file.
        """
        from caremgr_desktop.storage.history import delete_visits

        removed = self._change(lambda connection: delete_visits(connection, visit_ids))
        self._known = {}
        self._wants_nothing_kept = is_all and removed.visit_count > 0
        with suppress(sqlite3.Error, OSError):  # Out of the log too, if no other window is at it.
            self._opened().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return removed

    def restore(self, removed: Removed) -> None:
        """Bring visits back; what the port says of errors holds."""
        from caremgr_desktop.storage.history import restore_visits

        self._change(lambda connection: restore_visits(connection, removed))

    def _change(self, action: Callable[[sqlite3.Connection], Result]) -> Result:
        """Change what is kept; damage is told instead, and nothing done until it is asked again.

        Raises StorageError, ``not_changed`` where nothing can be written.
        """
        path = str(self._file.path)
        try:
            found = self._transact(action)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise StorageError("not_changed", path=path) from error
            self._replace(error)
        except (sqlite3.Error, OSError) as error:
            raise StorageError("not_changed", path=path) from error
        else:
            self._tell()
            return found
        untold, self._untold = self._untold, None
        raise untold or StorageError("not_changed", path=path)

    @property
    def _is_there(self) -> bool:
        return self._file.is_there or (self._earlier is not None and self._earlier.exists())

    def _write(self, action: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do something in one transaction; after damage it is done on what could be read.

        Raises StorageError.
        """
        try:
            return self._mended(partial(self._transact, action))
        except (sqlite3.Error, OSError) as error:
            raise StorageError("not_saved", path=str(self._file.path)) from error

    def _read(self, action: Callable[[sqlite3.Connection], Result], nothing: Result) -> Result:
        """Return what is read, or nothing where there is no file; raises StorageError."""
        if not self._is_there:
            return nothing
        try:
            found = self._mended(partial(self._with_reader, action))
        except (sqlite3.Error, OSError) as error:
            raise StorageError("unreadable", path=str(self._file.path)) from error
        self._tell()
        return found

    def _mended(self, action: Callable[[], Result]) -> Result:
        """Do something, and do it again on what could be read of a damaged file."""
        try:
            return action()
        except MAKES_NO_VISIT as error:
            self._replace(error)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._replace(error)
        return action()

    def _replace(self, error: Exception) -> None:
        """Set the damaged file aside, and note what is to be told; raises StorageError."""
        self.close()
        try:
            self._untold = self._file.replaced(self._quiz_id)
        except StorageError as failed:
            raise failed from error

    def _tell(self) -> None:
        """Raise what is to be told once, after the work was done."""
        untold, self._untold = self._untold, None
        if untold is not None:
            raise untold

    def _transact(self, action: Callable[[sqlite3.Connection], Result]) -> Result:
        connection = self._opened()
        connection.execute("BEGIN IMMEDIATE")
        try:
            found = action(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # A full disk may have ended it.
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
            raise
        return found

    def _with_reader(self, action: Callable[[sqlite3.Connection], Result]) -> Result:
        """Read by the connection, or by one for reading alone where nothing can be written."""
        try:
            connection = self._opened()
        except (sqlite3.OperationalError, PermissionError):
            with closing(self._file.opened_to_read()) as reading:
                return action(reading)
        return action(connection)

    def _opened(self) -> sqlite3.Connection:
        """Return the connection to the file that stands there now.

        One that was deleted, or set aside by another window, is let go as it is: SQLite
        would write into it, and at its closing delete the log of the file that took its place.
        """
        if self._connection is not None and self._stamp != self._file.stamp():
            abandon(self._connection)
            self._connection, self._known = None, {}
        if self._connection is None:
            self._connection = self._file.opened()
            self._stamp = self._file.stamp()
            self._take_over(self._connection)
        return self._connection

    def _take_over(self, connection: sqlite3.Connection) -> None:
        """Bring in the visit that a version before the database has left, once.

        Raises sqlite3.Error, OSError and StorageError.
        """
        if self._earlier is None or not self._earlier.exists():
            return
        from caremgr_desktop.storage.aside import set_aside
        from caremgr_desktop.storage.earlier_file import read_earlier

        found = read_earlier(self._earlier)
        if found is None:
            return
        if found.visit is not None and read_visit(connection, found.visit.seed) is None:
            connection.execute("BEGIN IMMEDIATE")
            write_visit(connection, found.visit, None, self._now())
            connection.execute("COMMIT")
        if found.is_damaged:
            aside = set_aside(self._earlier, self._now())
            code = DAMAGED if found.visit is None else PARTLY_DAMAGED
            self._untold = StorageError(code, path=str(aside), count=int(found.visit is not None))
        else:
            self._earlier.unlink()

    def close(self) -> None:
        """Let the file go; the last window to do so leaves it without a log beside it."""
        connection, self._connection, self._known = self._connection, None, {}
        if connection is None:
            return
        with suppress(sqlite3.Error):
            if self._wants_nothing_kept and connection.execute(ANY_VISIT).fetchone() is None:
                self._forget_what_was_set_aside()
        with suppress(sqlite3.Error):
            connection.close()

    def _forget_what_was_set_aside(self) -> None:
        """Delete damaged files too: the person has deleted everything else, and it stays so."""
        from caremgr_desktop.storage.aside import left_aside

        for path in (self._file.path, self._earlier):
            for aside in () if path is None else left_aside(path):
                with suppress(OSError):
                    aside.unlink()
