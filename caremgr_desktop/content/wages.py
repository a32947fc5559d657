"""Reads the wage table, a CSV file, and notes what is wrong with it."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from caremgr_desktop.career.pay import Wage
from caremgr_desktop.content.faults import Fault, Spot
from caremgr_desktop.content.strict import LARGEST_BYTES

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
    faults: list[Fault] = field(default_factory=list)


def read_wages(path: Path, name: str) -> WageSheet:
    """Return a table's rows; what is wrong with it is in its faults."""
    sheet = WageSheet(name)
    text = _text_of(path, sheet)
    if text is None:
        return sheet
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            _add(sheet, 1, "wrong_columns", columns=",".join(COLUMNS))
            return sheet
        for cells in reader:
            _read_row(cells, reader.line_num, sheet)
    except csv.Error:
        _add(sheet, reader.line_num, "bad_csv")
    return sheet


def _text_of(path: Path, sheet: WageSheet) -> str | None:
    try:
        if not path.is_file():
            _add(sheet, 1, "missing_file")
        elif path.stat().st_size > LARGEST_BYTES:
            _add(sheet, 1, "too_large")
        else:
            return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        _add(sheet, 1, "not_utf8")
    except OSError:
        _add(sheet, 1, "unreadable_file")
    return None


def _add(sheet: WageSheet, line: int, code: str, **params: str) -> None:
    sheet.faults.append(Fault(Spot(sheet.file, line), code, params))


def _read_row(cells: list[str], line: int, sheet: WageSheet) -> None:
    if len(cells) != len(COLUMNS):
        _add(sheet, line, "wrong_columns", columns=",".join(COLUMNS))
        return
    row = dict(zip(COLUMNS, cells, strict=True))
    numbers = {name: _number(row[name]) for name in NUMBERS}
    for name, number in numbers.items():
        if number is None and row[name]:
            _add(sheet, line, "not_a_number", column=name)
    wages = [numbers[name] for name in NUMBERS[1:]]
    known = [wage for wage in wages if wage is not None]
    if known != sorted(known):
        _add(sheet, line, "percentiles_fall")
    sheet.lines.append(line)
    sheet.wages.append(
        Wage(row["area"], row["occupation"], row["employer"], numbers["employment"], *wages)
    )


def _number(cell: str) -> int | None:
    is_number = cell.isascii() and cell.isdigit() and len(cell) <= LONGEST_NUMBER
    return int(cell) if is_number else None
