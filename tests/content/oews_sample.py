"""Writes our wage table the way BLS publishes it: as the flat file, and as a workbook."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Row = dict[str, str]
FIGURES = ("employment", "p10", "p25", "median", "p75", "p90")
KINDS = dict(zip(FIGURES, ("01", "11", "12", "13", "14", "15"), strict=True))
CODES = (
    "Alabama 01, Alaska 02, Arizona 04, Arkansas 05, California 06, Colorado 08, Connecticut 09,"
    " Delaware 10, District of Columbia 11, Florida 12, Georgia 13, Hawaii 15, Idaho 16,"
    " Illinois 17, Indiana 18, Iowa 19, Kansas 20, Kentucky 21, Louisiana 22, Maine 23,"
    " Maryland 24, Massachusetts 25, Michigan 26, Minnesota 27, Mississippi 28, Missouri 29,"
    " Montana 30, Nebraska 31, Nevada 32, New Hampshire 33, New Jersey 34, New Mexico 35,"
    " New York 36, North Carolina 37, North Dakota 38, Ohio 39, Oklahoma 40, Oregon 41,"
    " Pennsylvania 42, Rhode Island 44, South Carolina 45, South Dakota 46, Tennessee 47,"
    " Texas 48, Utah 49, Vermont 50, Virginia 51, Washington 53, West Virginia 54,"
    " Wisconsin 55, Wyoming 56, Guam 66, Puerto Rico 72, Virgin Islands 78"
)
STATES = {name: code for name, _, code in (it.rpartition(" ") for it in CODES.split(", "))}
TERRITORIES = ("Guam", "Puerto Rico", "Virgin Islands")
HEADER = "series_id                     \tyear\tperiod\t       value\tfootnote_codes\n"
COLUMNS = (
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP"),
    *("OWN_CODE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000"),
    *("LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT", "H_MEAN", "A_MEAN", "MEAN_PRSE", "H_PCT10"),
    *("H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN"),
    *("A_PCT75", "A_PCT90", "ANNUAL", "HOURLY"),
)
OWNERS = {"999100": 1, "999200": 2, "999300": 3}


def rows_of(table: bytes) -> list[Row]:
    """Return the rows of our table."""
    return list(csv.DictReader(io.StringIO(table.decode())))


def series(row: Row, kind: str) -> str:
    """Return the id of a row's series of one kind."""
    is_nation = row["area"] == "United States"
    area = "N0000000" if is_nation else f"S{STATES[row['area']]}00000"
    return f"OEU{area}{row['naics'].ljust(6, '0')}{row['soc'].replace('-', '')}{kind}"


def flat_line(series_id: str, year: int, value: str, notes: str = "") -> str:
    """Return a line as BLS pads it."""
    return f"{series_id:30}\t{year}\tA01\t{value:>12}\t{notes}\n"


def flat_lines(rows: Iterable[Row], year: int) -> list[str]:
    """Return all lines of a flat file, sorted by series, with those of others between them."""
    lines = []
    for row in rows:
        for name, kind in KINDS.items():
            note = "" if row[name] else "8"
            lines.append(flat_line(series(row, kind), year, row[name] or "-", note))
        lines.append(flat_line(series(row, "03"), year, "46.90"))
        lines.append(flat_line(series(row, "17"), year, "1.03"))
    lines.append(flat_line("OEUM004790000000029114113", year, "88000"))
    lines.append(flat_line("OEUN000000000000129114113", year, "77000"))
    lines.append(flat_line("OEUN000000000000000000001", year, "155495730"))
    return [HEADER, *sorted(lines)]


def write_flat(path: Path, lines: Iterable[str]) -> Path:
    """Write a flat file."""
    path.write_text("".join(lines), encoding="ascii", newline="")
    return path


def cells_of(row: Row, **other: object) -> dict[str, object]:
    """Return a row of a workbook by its columns."""
    is_nation = row["area"] == "United States"
    naics = row["naics"].ljust(6, "0")
    wages = ("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
    numbers = {title: _cell(row[name], "*") for title, name in zip(wages, FIGURES[1:], strict=True)}
    return {
        "AREA": 99 if is_nation else int(STATES[row["area"]]),
        "AREA_TITLE": "U.S." if is_nation else row["area"],
        "AREA_TYPE": 1 if is_nation else 3 if row["area"] in TERRITORIES else 2,
        "NAICS": naics,
        "I_GROUP": "4-digit" if row["naics"] else "cross-industry",
        "OWN_CODE": OWNERS.get(naics, 235 if row["naics"] else 1235),
        "OCC_CODE": row["soc"],
        "O_GROUP": "detailed",
        "TOT_EMP": _cell(row["employment"], "**"),
        "H_MEAN": 46.9,
        **numbers,
        **other,
    }


def _cell(figure: str, missing: str) -> object:
    return int(figure) if figure else missing


def workbook_rows(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Return all rows of a workbook, with those of one owner and of a city between them."""
    found = []
    for row in rows:
        found.append(cells_of(row))
        owner = "cross-industry" if not row["naics"] else "4-digit"
        if row["area"] == "United States":
            found.append(cells_of(row, I_GROUP=f"{owner}, ownership", OWN_CODE=5, A_MEDIAN=99_990))
    city = {"AREA": 10180, "AREA_TYPE": 4, "AREA_TITLE": "Abilene, TX"}
    return [*found, {**found[0], **city}]


def write_workbook(
    path: Path,
    rows: Iterable[Mapping[str, object]],
    *,
    title: str = "Sheet1",
    columns: Sequence[str] = COLUMNS,
) -> Path:
    """Write a workbook with a sheet of descriptions behind the sheet of figures."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title)
    sheet.append(list(columns))
    for row in rows:
        sheet.append([row.get(column) for column in columns])
    workbook.create_sheet("Field Descriptions").append(["Field", "Field Description"])
    workbook.save(path)
    return path


def write_zip(path: Path, *members: Path) -> Path:
    """Write a zip with files in a folder of its own, as BLS packs them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            archive.write(member, f"{path.stem}/{member.name}")
    return path
