"""Where a quiz was stopped, in a small file, so that the first page needs no database.

It is worth something only as long as the database is as it was when the bookmark was
written: closed by everybody, and of the same size and time. A program that was killed
leaves the database's log behind, and then the bookmark is not believed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.kept import Bookmark

if TYPE_CHECKING:
    from pathlib import Path

    from caremgr_desktop.storage.kept_file import KeptFile


class Found(NamedTuple):
    """What a bookmark file says; None where nothing was answered."""

    bookmark: Bookmark | None


NOTHING = Found(None)
STAMP_SIZE = 3


class BookmarkFile:
    """The bookmark of one quiz, beside a database that may not be there yet.

    ``earlier`` is the file of a version before the database, which has to be taken over
    first. Nothing of it is an answer: it holds three numbers of the database's file, and of the
    visit its id and how many questions were answered and skipped. They are plain numbers
    because the start reads them, and JSON would have to be loaded for it.
    """

    def __init__(self, kept: KeptFile, database: Path, earlier: Path) -> None:
        self._kept = kept
        self._database = database
        self._earlier = earlier

    def found(self) -> Found | None:
        """Return what can be told without the database, or None where it has to be asked."""
        if self._earlier.exists():
            return None
        stamp = self._stamp()
        if stamp is None:
            return None if self._database.exists() else NOTHING
        try:
            numbers = [int(word) for word in self._kept.read().split()]
        except ValueError:
            return None
        if len(numbers) < STAMP_SIZE or numbers[:STAMP_SIZE] != stamp:
            return None
        mark = numbers[STAMP_SIZE:]
        if len(mark) == len(Bookmark._fields):
            return Found(Bookmark(*mark))
        return None if mark else NOTHING

    def write(self, bookmark: Bookmark | None) -> None:
        """Write the bookmark of a database that was just closed; others may still have it open."""
        stamp = self._stamp()
        if stamp is not None:
            numbers = (*stamp, *(bookmark or ()))
            self._kept.write(" ".join(str(number) for number in numbers).encode())

    def _stamp(self) -> list[int] | None:
        """Return what changes with the database; None where it is open, or not there."""
        try:
            found = self._database.stat()
        except OSError:
            return None
        if self._database.with_name(f"{self._database.name}-wal").exists():
            return None
        return [found.st_mtime_ns, found.st_size, found.st_ino]
