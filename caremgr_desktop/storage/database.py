"""The database's file: opened, set aside where it is damaged, and closed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from caremgr_desktop.errors import DAMAGED, PARTLY_DAMAGED, StorageError
from caremgr_desktop.storage.schema import VERSION, bring_forward
from caremgr_desktop.storage.writing import NAME_VISIT, write_outcome, write_visit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

PRIVATE = 0o600
BUSY_SECONDS = 5.0
"""How long one window waits for another's write, which takes some milliseconds."""
DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
PRIMARY_CODE = 0xFF
MAGIC = b"SQLite format 3\0"
HEAD_BYTES = 100
VERSION_AT = slice(60, 64)
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -256",
)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is damaged, or no database at all.

    Of a text that is no UTF-8, Python says so without a code of SQLite's; and a table or a
    column of ours that is not there stood in a part that was hit.
    """
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return isinstance(error, sqlite3.OperationalError)
    is_lacking = code == sqlite3.SQLITE_ERROR and str(error).startswith("no such")
    return is_lacking or code & PRIMARY_CODE in DAMAGE


class DatabaseFile:
    """One file of visits; ``now`` dates what is set aside."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path.absolute()
        self._now = now

    @property
    def is_there(self) -> bool:
        """Whether there is anything to be opened."""
        return self.path.exists()

    @property
    def log(self) -> Path:
        """Where SQLite keeps what is not in the file itself yet."""
        return self.path.with_name(f"{self.path.name}-wal")

    def stamp(self) -> tuple[int, int] | None:
        """Return what tells this file from another of its name; None where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def opened(self) -> sqlite3.Connection:
        """Return a connection to the file as it has to be today, made where there is none.

        Raises StorageError ``newer``, and sqlite3.Error or OSError.
        """
        self._refuse_newer()
        was_left_open = self.log.exists()
        self._make()
        connection = self._connected(str(self.path))
        try:
            for pragma in PRAGMAS:
                connection.execute(pragma)
            if was_left_open:
                check(connection)
            bring_forward(connection)
        except StorageError as error:
            connection.close()
            raise StorageError(error.code, path=str(self.path)) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def _refuse_newer(self) -> None:
        """Look into the file's head before SQLite opens it, so that a newer one stays as it is.

        Raises StorageError ``newer``, and OSError. https://sqlite.org/fileformat.html#user_version_number
        """
        if not self.is_there:
            return
        with self.path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        version = int.from_bytes(head[VERSION_AT], "big")
        if head.startswith(MAGIC) and version > VERSION:
            raise StorageError("newer", path=str(self.path))

    def opened_to_read(self) -> sqlite3.Connection:
        """Return a connection to a file in a folder that can't be written; raises sqlite3.Error.

        What another window has not yet brought into the file itself is not seen.
        """
        return self._connected(f"{self.path.as_uri()}?mode=ro&immutable=1", is_uri=True)

    @staticmethod
    def _connected(name: str, *, is_uri: bool = False) -> sqlite3.Connection:
        return sqlite3.connect(name, uri=is_uri, timeout=BUSY_SECONDS, isolation_level=None)

    def _make(self) -> None:
        """Make an empty file for this person's account alone; raises OSError."""
        if self.is_there:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, PRIVATE))

    def replaced(self, quiz_id: str) -> StorageError:
        """Set a damaged file aside, begin a new one with what can be read, and say so.

        Raises StorageError ``damaged_stays`` where it can't be moved, ``not_saved`` where
        no new one can be made.
        """
        from caremgr_desktop.storage.aside import set_aside
        from caremgr_desktop.storage.salvage import salvage

        aside = set_aside(self.path, self._now(), ("-wal", "-shm"))
        found = salvage(aside, quiz_id, self._now())
        try:
            with closing(self.opened()) as connection:
                connection.execute("BEGIN IMMEDIATE")
                for item in found:
                    write_visit(connection, item.visit, None, item.changed)
                    if item.outcome is not None:
                        write_outcome(connection, item.visit, item.outcome)
                    connection.execute(NAME_VISIT, (item.name, item.visit.seed))
                connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise StorageError("not_saved", path=str(self.path)) from error
        finally:
            with suppress(OSError):  # Reading has made it; it holds nothing.
                aside.with_name(f"{aside.name}-shm").unlink(missing_ok=True)
        code = PARTLY_DAMAGED if found else DAMAGED
        return StorageError(code, path=str(aside), count=len(found))


def abandon(connection: sqlite3.Connection) -> None:
    """Let a connection be, never to be closed, not even as the program ends.

    Its file is no longer the one of that name. SQLite would close it by deleting the log
    of that name, which is now another file's. The system closes it with the process.
    """
    from ctypes import py_object, pythonapi

    pythonapi.Py_IncRef(py_object(connection))


def check(connection: sqlite3.Connection) -> None:
    """Look through a file that a program left without closing it.

    Raises sqlite3.DatabaseError with the code of damage where it is not sound.
    """
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found is not None and found[0] != "ok":
        error = sqlite3.DatabaseError("unsound")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error
