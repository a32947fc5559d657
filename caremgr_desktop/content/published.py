"""Opens a published table of wages, whichever of BLS's forms it has."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

from caremgr_desktop.career.pay_release import Release
from caremgr_desktop.content.faults import shown
from caremgr_desktop.content.oews_cells import Gatherer, Published, Tell
from caremgr_desktop.content.oews_codes import Key
from caremgr_desktop.content.oews_flat import LONGEST_LINE, FlatFile, is_header
from caremgr_desktop.errors import TableError

ZIP_START = b"PK\x03\x04"
OLD_WORKBOOK_START = b"\xd0\xcf\x11\xe0"
WEB_PAGE_START = b"<"


def read_published(
    path: Path, wanted: Collection[Key], release: Release | None, tell: Tell
) -> Published:
    """Return the wanted cells of a published table.

    ``release`` is what the person says, or None. Raises TableError, whose parameters
    ``line`` and ``first_line`` count lines of the flat file or rows of the workbook.
    """
    try:
        found = _opened(path, wanted, release, tell)
        _check_release(found.release, release)
    except TableError as error:
        raise TableError(error.code, path=str(path), **error.params) from error
    return found


def _check_release(found: Release, said: Release | None) -> None:
    if said is not None and said != found:
        raise TableError("other_release", said=said.words, found=found.words)


def _opened(path: Path, wanted: Collection[Key], release: Release | None, tell: Tell) -> Published:
    try:
        status = path.stat()
        if S_ISDIR(status.st_mode):
            raise TableError("table_is_folder")
        if not S_ISREG(status.st_mode):
            raise TableError("table_is_no_file")
        with path.open("rb") as stream:
            return _read(stream, path.name, status.st_size, Gatherer(wanted), (release, tell))
    except FileNotFoundError as error:
        raise TableError("no_table") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or shown(error)
        raise TableError("unreadable_table", reason=reason) from error


def _read(
    stream: BinaryIO, name: str, size: int, gatherer: Gatherer, how: tuple[Release | None, Tell]
) -> Published:
    """Read the form that the file's first bytes tell."""
    release, tell = how
    start = stream.read(LONGEST_LINE)
    stream.seek(0)
    first_line = start.partition(b"\n")[0]
    if not start:
        raise TableError("empty_table")
    if start.startswith(ZIP_START):
        from caremgr_desktop.content.oews_workbook import read_workbook

        return read_workbook(stream, name, release, gatherer, tell)
    if start.startswith(OLD_WORKBOOK_START):
        raise TableError("old_workbook")
    if start.lstrip().startswith(WEB_PAGE_START):
        raise TableError("web_page")
    if not is_header(first_line):
        raise TableError("unknown_table", start=shown(first_line.decode("ascii", "replace")))
    return FlatFile(stream, size, gatherer).read(tell)
