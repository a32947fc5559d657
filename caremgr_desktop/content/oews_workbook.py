"""Reads the workbooks in which BLS publishes OEWS figures, also inside their zip.

``all_data_M_2025.xlsx`` (in ``oesm25all.zip``) has one row a cell, for the nation, each state,
territory and metropolitan area, and for the nation by industry; ``national_M2025_dl.xlsx`` and
``state_M2025_dl.xlsx`` have a part of its rows. Its field descriptions say: a star is a wage
that is not available, two stars are an employment that is not, and ``#`` is a wage at or above
the highest that is published (239,200 a year in May 2025). AREA_TYPE is 1 for the nation,
2 for a state, 3 for a territory. An industry that stands on two levels is there twice, with the
same figures. The year is in the file's name or the sheet's (``All May 2025 data``).
"""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import SEEK_END
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from caremgr_desktop.career.pay_changes import FIGURES
from caremgr_desktop.career.pay_release import Release, release_of
from caremgr_desktop.content.faults import shown
from caremgr_desktop.content.oews_cells import (
    CAPPED,
    NOT_RELEASED,
    Gatherer,
    Published,
    Reading,
    Tell,
    number_in,
)
from caremgr_desktop.content.oews_codes import (
    CODE_LENGTH,
    NATION_CODE,
    Key,
    state_code,
)
from caremgr_desktop.errors import TableError

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

CODES = ("AREA", "AREA_TYPE", "NAICS", "I_GROUP", "OCC_CODE")
NUMBERS = ("TOT_EMP", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
"""The columns of our figures, in the order of ours."""
ONE_OWNER = "ownership"
NATION_TYPE = "1"
STATE_TYPES = ("2", "3")
PAGE_ROWS = 1_000
MOST_BYTES = 4_000_000_000
"""Of a workbook unpacked; that of May 2025 has a sixth of it."""
COPY_BYTES = 1 << 20
_YEAR = re.compile(r"M_?(20\d\d)")
_WORDS = re.compile(r"[A-Z][a-z]+ 20\d\d")
BROKEN = (
    *(BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, SyntaxError),
    *(AttributeError, IndexError, KeyError, TypeError, ValueError),
)
"""What openpyxl and the standard library raise for a workbook that is none (seen and read)."""


def read_workbook(
    stream: BinaryIO, name: str, release: Release | None, gatherer: Gatherer, tell: Tell
) -> Published:
    """Return the wanted cells of a workbook, or of the one in a zip; raises TableError.

    ``release`` is what the person says; without it the names of file and sheet have to.
    """
    try:
        with _workbook_in(stream, name) as (inner, inner_name):
            return _read(inner, inner_name, release, gatherer, tell)
    except BROKEN as error:
        raise TableError("broken_workbook", problem=shown(error)) from error


@contextmanager
def _workbook_in(stream: BinaryIO, name: str) -> Iterator[tuple[IO[bytes], str]]:
    """Give the workbook itself, which may be packed once more."""
    with ZipFile(stream) as archive:
        _check_size(archive.infolist())
        packed = [it for it in archive.infolist() if it.filename.lower().endswith(".xlsx")]
        if "[Content_Types].xml" not in archive.namelist() and not packed:
            raise TableError("no_workbook_inside")
        if len(packed) > 1:
            raise TableError("many_workbooks", found=len(packed))
        if packed:
            with TemporaryFile() as file, archive.open(packed[0]) as source:
                while block := source.read(COPY_BYTES):
                    file.write(block)
                with ZipFile(file) as inside:
                    _check_size(inside.infolist())
                yield file, packed[0].filename
            return
    yield stream, name


def _check_size(members: Sequence[ZipInfo]) -> None:
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise TableError("workbook_too_big", limit=MOST_BYTES)


def _read(
    stream: IO[bytes], name: str, release: Release | None, gatherer: Gatherer, tell: Tell
) -> Published:
    """Read the first sheet that has our columns."""
    from openpyxl import load_workbook

    size = stream.seek(0, SEEK_END)
    with warnings.catch_warnings():  # openpyxl warns of styles and validations, which are nothing.
        warnings.simplefilter("ignore")
        workbook = load_workbook(stream, read_only=True, data_only=True)
        try:
            reader = _reader_of(workbook, gatherer)
            found = _release_in(name, reader.title) or release
            if found is None:
                raise TableError("no_release")
            # How far the packed file is read tells more than the rows that a sheet says it has.
            reader.read(lambda: tell(min(1.0, stream.tell() / size)))
            return Published(found, gatherer.finish())
        finally:
            workbook.close()


def _reader_of(workbook: Workbook, gatherer: Gatherer) -> _Sheet:
    """Return a reader of the first sheet whose first row names all of our columns."""
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()  # What a workbook says of its own size may be wrong.
        header = next(sheet.iter_rows(max_row=1, values_only=True), ())
        columns = {_text(cell).upper(): at for at, cell in enumerate(header)}
        if columns.keys() >= {*CODES, *NUMBERS}:
            return _Sheet(sheet, columns, gatherer)
    raise TableError("missing_columns", columns=", ".join((*CODES, *NUMBERS)))


def _release_in(name: str, title: str) -> Release | None:
    """Return the release that the names of sheet or file tell."""
    words = _WORDS.search(title)
    from_title = release_of(words[0]) if words else None
    year = _YEAR.search(name.rpartition("/")[2])
    return from_title or (Release(int(year[1])) if year else None)


class _Sheet:
    """Reads the rows of one sheet; ``columns`` says where each column stands."""

    def __init__(self, sheet: Worksheet, columns: Mapping[str, int], gatherer: Gatherer) -> None:
        self.title = sheet.title
        self._sheet = sheet
        self._gatherer = gatherer
        self._codes = [columns[title] for title in CODES]
        self._numbers = [columns[title] for title in NUMBERS]
        self._last = max(*self._codes, *self._numbers) + 1
        # Looking at the occupation first saves making a key of nearly every row.
        self._occupations = {key.occupation for key in gatherer.wanted}

    def read(self, tell: Callable[[], None]) -> None:
        """Take every row of a wanted cell, and tell now and then that it goes on."""
        rows = self._sheet.iter_rows(min_row=2, max_col=self._last, values_only=True)
        for number, row in enumerate(rows, start=2):
            if number % PAGE_ROWS == 0:
                tell()
            self._take(row, number)

    def _take(self, row: Sequence[object], number: int) -> None:
        area, kind, naics, group, soc = (row[at] for at in self._codes)
        occupation = _text(soc).replace("-", "")
        if occupation not in self._occupations or _text(group).endswith(ONE_OWNER):
            return
        code = _area_code(_text(kind), _text(area), number)
        key = Key(code, _text(naics).zfill(CODE_LENGTH), occupation)
        if key not in self._gatherer.wanted:
            return
        for name, at in zip(FIGURES, self._numbers, strict=True):
            self._gatherer.add(key, name, _reading(row[at], number), number)


def _area_code(kind: str, area: str, row: int) -> str:
    """Return the code of a nation, state or territory, nothing for another area."""
    if kind == NATION_TYPE:
        return NATION_CODE
    return state_code(number_in(area, row)) if kind in STATE_TYPES else ""


def _reading(cell: object, row: int) -> Reading:
    """Return what a cell says."""
    text = _text(cell)
    if text == CAPPED:
        return Reading(None, is_capped=True)
    if text in NOT_RELEASED:
        return Reading(None)
    return Reading(number_in(text, row, is_separated=True))


def _text(cell: object) -> str:
    """Return a cell as text; Excel keeps whole numbers as decimal ones."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
