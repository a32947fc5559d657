"""The file in which earlier versions kept the one visit; it is read, taken over and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from caremgr_desktop.core.visit import Visit

LARGEST_BYTES = 1_000_000


class Earlier(NamedTuple):
    """What an earlier version left: the visit, and whether a part of it could not be read.

    ``visit`` is None where nothing could be read.
    """

    visit: Visit | None
    is_damaged: bool


def read_earlier(path: Path) -> Earlier | None:
    """Return what an earlier version left, or None where there is nothing; raises OSError.

    Each line is the whole visit as it was at one time, with a checksum, and the last one
    counts. Where it is damaged those before it still hold the visit as it was.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    visit = last_visit(data)
    return Earlier(visit, is_damaged=visit is None or is_damaged(data))


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
