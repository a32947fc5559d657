"""Reads the wage table, a CSV file, and notes what is wrong with it."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from caremgr_desktop.career.pay import Wage
from caremgr_desktop.content.faults import TOP, Faults, Place, shown
from caremgr_desktop.content.ids import Ids

COLUMNS = (
    *("area", "soc", "occupation", "employer", "naics", "employment"),
    *("p10", "p25", "median", "p75", "p90"),
)
OCCUPATION = COLUMNS.index("occupation")
EMPLOYER = COLUMNS.index("employer")
NUMBERS = COLUMNS.index("employment")
WAGES = COLUMNS.index("p10")
LONGEST_NUMBER = 9
LONGEST_CELL = 200
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class WageSheet:
    """The sound rows of a wage table; ``is_whole`` is False where others were not."""

    file: str = ""
    wages: Sequence[Wage] = ()
    places: Sequence[Place] = ()
    is_whole: bool = False

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the codes of occupations and employers that have a row."""
        return frozenset((wage.occupation, wage.employer) for wage in self.wages)


def read_wages(name: str, data: bytes, faults: Faults) -> WageSheet:
    """Return a table's rows; what is wrong with it is noted."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(name, TOP, "not_utf8")
        return WageSheet(name)
    reader = _Reader(name, faults)
    try:
        reader.read(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        faults.add(name, Place(reader.line + 1, 1), "bad_csv", {"problem": shown(error)})
    is_whole = not faults.count(name)
    return WageSheet(name, tuple(reader.wages), tuple(reader.places), is_whole)


def check_codes(sheet: WageSheet, occupations: Ids, employers: Ids, faults: Faults) -> None:
    """Note codes that have no name, and rows that stand there twice."""
    seen: set[tuple[str, str, str]] = set()
    for wage, place in zip(sheet.wages, sheet.places, strict=True):
        key = (wage.area, wage.occupation, wage.employer)
        if key in seen:
            faults.add(sheet.file, place, "duplicate_row")
        seen.add(key)
        if occupations is not None and wage.occupation not in occupations:
            faults.add(sheet.file, place, "unnamed_code", {"id": shown(wage.occupation)})
        if wage.employer and employers is not None and wage.employer not in employers:
            faults.add(sheet.file, place, "unnamed_code", {"id": shown(wage.employer)})


class Rows(Protocol):
    """What the standard reader of CSV gives."""

    line_num: int

    def __iter__(self) -> "Rows":
        """Return itself."""

    def __next__(self) -> list[str]:
        """Return the next row; raises csv.Error."""


@dataclass(slots=True)
class _Reader:
    """Reads rows one by one; ``line`` is the last line that was read."""

    file: str
    faults: Faults
    line: int = 0
    wages: list[Wage] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def read(self, rows: Rows) -> None:
        """Read the header and every row after it; raises csv.Error."""
        if tuple(next(rows, [])) != COLUMNS:
            self._note(TOP, "wrong_columns", columns=",".join(COLUMNS))
            return
        self.line = rows.line_num
        for cells in rows:
            place = Place(self.line + 1, 1)
            self.line = rows.line_num
            if len(self.wages) >= MOST_ROWS or not self.faults.has_room(self.file):
                self._note(place, "too_many_rows", limit=MOST_ROWS)
                return
            wage = self._wage(cells, place)
            if wage is not None:
                self.wages.append(wage)
                self.places.append(place)

    def _wage(self, cells: list[str], place: Place) -> Wage | None:
        """Return a row's figures, None for a row that has faults."""
        if len(cells) != len(COLUMNS):
            self._note(place, "wrong_columns", columns=",".join(COLUMNS))
            return None
        bad = list(_bad_cells(cells, place))
        for at, code, cell in bad:
            self._note(at, code, cell=shown(cell))
        if bad:
            return None
        numbers = [int(cell) if cell else None for cell in cells[NUMBERS:]]
        known = [number for number in numbers[1:] if number is not None]
        if known != sorted(known):
            self._note(_cell_place(cells, WAGES, place), "percentiles_fall")
            return None
        return Wage(cells[0], cells[OCCUPATION], cells[EMPLOYER], *numbers)

    def _note(self, place: Place, code: str, **params: str | int) -> None:
        self.faults.add(self.file, place, code, params)


def _bad_cells(cells: Sequence[str], place: Place) -> Iterator[tuple[Place, str, str]]:
    """Yield the place, the fault and the text of every cell that can't be used."""
    for index, cell in enumerate(cells):
        at = _cell_place(cells, index, place)
        if len(cell) > LONGEST_CELL or not cell.isprintable():
            yield at, "bad_cell", cell
        elif index >= NUMBERS and cell and not _is_number(cell):
            yield at, "not_a_number", cell
        elif not cell and index in {0, OCCUPATION}:
            yield at, "bad_cell", cell


def _cell_place(cells: Sequence[str], index: int, place: Place) -> Place:
    """Return where a cell starts, in a row without quotes."""
    return Place(place.line, place.column + sum(len(cell) + 1 for cell in cells[:index]))


def _is_number(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) <= LONGEST_NUMBER
