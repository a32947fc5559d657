"""Reads the wage table, a CSV file, and notes what is wrong with it."""

import csv
import io
from dataclasses import dataclass, field

from caremgr_desktop.career.pay import Wage
from caremgr_desktop.content.faults import TOP, Faults, Place

COLUMNS = (
    "area",
    "soc",
    "occupation",
    "employer",
    "naics",
    "employment",
    "p10",
    "p25",
    "median",
    "p75",
    "p90",
)
NUMBERS = COLUMNS[5:]
LONGEST_NUMBER = 12


@dataclass(slots=True)
class WageSheet:
    """The rows of a wage table; ``lines`` are their line numbers."""

    file: str = ""
    wages: list[Wage] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def read_wages(name: str, data: bytes, faults: Faults) -> WageSheet:
    """Return a table's rows; what is wrong with it is noted."""
    sheet = WageSheet(name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(name, TOP, "not_utf8")
        return sheet
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            faults.add(name, TOP, "wrong_columns", {"columns": ",".join(COLUMNS)})
            return sheet
        for cells in reader:
            _read_row(cells, reader.line_num, sheet, faults)
    except csv.Error:
        faults.add(name, Place(reader.line_num, 1), "bad_csv")
    return sheet


def _read_row(cells: list[str], line: int, sheet: WageSheet, faults: Faults) -> None:
    place = Place(line, 1)
    if len(cells) != len(COLUMNS):
        faults.add(sheet.file, place, "wrong_columns", {"columns": ",".join(COLUMNS)})
        return
    row = dict(zip(COLUMNS, cells, strict=True))
    numbers = {name: _number(row[name]) for name in NUMBERS}
    for name, number in numbers.items():
        if number is None and row[name]:
            faults.add(sheet.file, place, "not_a_number", {"column": name})
    wages = [numbers[name] for name in NUMBERS[1:]]
    known = [wage for wage in wages if wage is not None]
    if known != sorted(known):
        faults.add(sheet.file, place, "percentiles_fall")
    sheet.lines.append(line)
    sheet.wages.append(
        Wage(row["area"], row["occupation"], row["employer"], numbers["employment"], *wages)
    )


def _number(cell: str) -> int | None:
    is_number = cell.isascii() and cell.isdigit() and len(cell) <= LONGEST_NUMBER
    return int(cell) if is_number else None
