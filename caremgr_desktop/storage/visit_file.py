"""The unfinished visit as one file, to which each answer adds a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caremgr_desktop.atomic import append_bytes, write_bytes
from caremgr_desktop.errors import PARTLY_DAMAGED, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from os import stat_result

    from caremgr_desktop.core.visit import Visit

LARGEST_BYTES = 1_000_000
ENOUGH_BYTES = 64_000
"""A file that has grown so large is written anew with its last line alone."""
MOST_ASIDE = 100
ASIDE = ".damaged-"


class FileVisitStore:
    """Keeps one visit in a file; ``now`` dates a damaged file that is set aside.

    Each line is the whole visit as it was at one time, with a checksum, and the last one
    counts: to add a line takes a third of the time that a new file takes. A machine that
    stops while it writes leaves a line without an end, which was never acknowledged. Where
    the last line is damaged those before it still hold the visit as it was. Another visit
    begins the file anew: nothing stays of a person who was there before.

    It writes over nothing but what it wrote or read itself: another window's
    answers, those of a newer program and those that it may not read all stay.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now
        self._known: bytes | None = None
        self._damaged: bytes | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._seed: int | None = None

    def save(self, visit: Visit) -> None:
        """Keep the visit.

        Raises StorageError ``not_saved`` where the folder can't be written, and
        ``saved_elsewhere``, ``newer``, ``unreadable`` or ``damaged_stays`` where a
        file stands there that this store must not write over.
        """
        from caremgr_desktop.storage.visit_json import line_of  # The start saves nothing.

        line = line_of(visit)
        self._check_known()
        try:
            self._write(line, is_same_visit=visit.seed == self._seed)
        except OSError as error:
            raise StorageError("not_saved", path=str(self._path)) from error
        self._seed = visit.seed

    def _write(self, line: bytes, *, is_same_visit: bool) -> None:
        """Add a line to the file, or begin the file with it; raises OSError."""
        known = self._known or b""
        has_lines = known.startswith(b'{"') and known.endswith(b"\n")
        if is_same_visit and has_lines and len(known) < ENOUGH_BYTES:
            try:
                self._stamp = _stamp(append_bytes(self._path, line))
            except FileNotFoundError:  # Somebody deleted it.
                pass
            else:
                self._known = known + line
                return
        write_bytes(self._path, line, is_private=True)
        self._known = line
        self._stamp = self._stamp_now()

    def _check_known(self) -> None:
        """Raise StorageError unless there is no file, or the one that was last seen."""
        if self._stamp is not None and self._stamp == self._stamp_now():
            return
        found = self._read()
        if found is None or found == self._known:
            return
        if found == self._damaged:
            self._set_aside()
            return
        code = "newer" if _is_newer(found) else "saved_elsewhere"
        raise StorageError(code, path=str(self._path))

    def _stamp_now(self) -> tuple[int, int, int] | None:
        """Return what changes with each writing of the file, which is quicker than to read it."""
        try:
            return _stamp(self._path.stat())
        except OSError:
            return None

    def load(self) -> Visit | None:
        """Return the visit, or None.

        Raises StorageError ``damaged`` after setting the file aside, ``damaged_stays``
        where that can't be done, ``newer`` or ``unreadable``; and ``partly_damaged`` after
        setting it aside where lines before the damage could be read: they are loaded then.
        """
        data = self._read()
        if data is None:
            return None
        if _is_newer(data):
            raise StorageError("newer", path=str(self._path))
        visit = last_visit(data)
        if visit is not None and not is_damaged(data):
            self._known, self._seed = data, visit.seed
            return visit
        self._damaged = data
        aside = self._set_aside()
        if visit is None:
            raise StorageError("damaged", path=str(aside))
        self.save(visit)
        raise StorageError(PARTLY_DAMAGED, path=str(aside))

    def _read(self) -> bytes | None:
        """Return what the file holds, of a huge one the beginning; None where there is none."""
        try:
            with self._path.open("rb") as file:
                return file.read(LARGEST_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise StorageError("unreadable", path=str(self._path)) from error

    def clear(self) -> None:
        """Delete the file, and what was set aside or left behind beside it.

        Raises StorageError ``not_deleted`` where that can't be done, and what ``save``
        raises where a file stands there that is not this store's to delete.
        """
        self._check_known()
        try:
            self._path.unlink(missing_ok=True)
            for left in self._left_behind():
                left.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError("not_deleted", path=str(self._path)) from error
        self._known = self._stamp = None

    def _left_behind(self) -> list[Path]:
        """Return the files set aside, and what a program that was killed left half-written."""
        starts = (f"{self._path.name}{ASIDE}", f".{self._path.name}.")
        folder = self._path.parent
        found = folder.iterdir() if folder.is_dir() else ()
        return [path for path in found if path.name.startswith(starts)]

    def _set_aside(self) -> Path:
        """Rename the damaged file and return its new path.

        Raises StorageError ``damaged_stays`` where it can't be renamed.
        """
        first = f"{self._path.name}{ASIDE}{self._now():%Y-%m-%d-%H%M%S}"
        names = (first, *(f"{first}-{number}" for number in range(2, MOST_ASIDE)))
        free = (name for name in names if not self._path.with_name(name).exists())
        aside = self._path.with_name(next(free, first))
        try:
            self._path.replace(aside)
        except OSError as error:
            raise StorageError("damaged_stays", path=str(self._path)) from error
        self._damaged = None
        return aside


def _stamp(found: stat_result) -> tuple[int, int, int]:
    return found.st_mtime_ns, found.st_size, found.st_ino


def is_damaged(data: bytes) -> bool:
    """Whether the last line that was written to its end can't be read."""
    return _visit_in(_last_line(data)) is None


def last_visit(data: bytes) -> Visit | None:
    """Return the visit of the last line that can be read; None where there is none.

    What a person laid out over several lines is one value still.
    """
    if len(data) > LARGEST_BYTES:
        return None
    lines = _whole_lines(data)
    found = (_visit_in(line) for line in (*reversed(lines), data))
    return next((visit for visit in found if visit is not None), None)


def _visit_in(line: bytes) -> Visit | None:
    from caremgr_desktop.storage.visit_json import visit_of

    try:
        return visit_of(line)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _whole_lines(data: bytes) -> list[bytes]:
    """Return the lines that were written to their end and hold something."""
    lines = data.splitlines()
    if not data.endswith(b"\n"):
        lines = lines[:-1]
    return [line for line in lines if line.strip()]


def _last_line(data: bytes) -> bytes:
    """Return the last whole line of a file of lines; of any other file all there is."""
    lines = _whole_lines(data)
    return lines[-1] if lines and lines[0].startswith(b'{"') else data


def _is_newer(data: bytes) -> bool:
    """Whether a file says, at its beginning or its end, that a later version wrote it.

    Later versions may count their formats in another way: what isn't a number of
    ours is newer, so that the file is left alone.
    """
    if len(data) > LARGEST_BYTES:
        return _is_later(_format_in(data))
    texts = (data, data.split(b"\n", 1)[0], _last_line(data))
    return any(_is_later(_format_in(text)) for text in texts)


def _is_later(version: object) -> bool:
    from caremgr_desktop.storage.visit_json import FORMAT_VERSION

    if isinstance(version, bool):
        return False
    return isinstance(version, str) or (
        isinstance(version, int | float) and version > FORMAT_VERSION
    )


def _format_in(data: bytes) -> object:
    """Return the format that a file names; of a huge one only if it does so at its beginning."""
    import json

    if len(data) > LARGEST_BYTES:
        import re

        found = re.match(rb'\s*\{\s*"format"\s*:\s*("[^"\\]*"|[0-9.]+)', data)
        data = b'{"format": ' + found[1] + b"}" if found else b""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return held.get("format") if isinstance(held, dict) else None
