"""BLS's own files: both forms give the same figures, and what is broken is said where."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caremgr_desktop.career.pay_release import Release
from caremgr_desktop.content.oews_cells import Gatherer, Published, Reading
from caremgr_desktop.content.oews_codes import FIPS, Key, key_of
from caremgr_desktop.content.oews_flat import BLOCK_BYTES, FlatFile
from caremgr_desktop.content.published import read_published
from caremgr_desktop.errors import TableError
from tests.content import oews_sample as sample

ROW = {
    "area": "United States",
    "soc": "29-1141",
    "occupation": "rn",
    "employer": "",
    "naics": "",
    "employment": "3379720",
    "p10": "68940",
    "p25": "80330",
    "median": "97550",
    "p75": "112350",
    "p90": "137470",
}
HOSPITAL = {**ROW, "employer": "general_hospital", "naics": "622100", "employment": "1902960"}
STATE = {**ROW, "area": "Virgin Islands", "employment": "470"}
ROWS = (ROW, HOSPITAL, STATE)
KEYS = [key_of(row["area"], row["soc"], row["naics"]) for row in ROWS]
MEDIAN = "OEUN000000000000029114113"


def nothing(_share: float) -> None:
    """Hear of the progress and say nothing."""


def values(found: Published) -> dict[Key, dict[str, int | None]]:
    """Return the figures of each cell."""
    return {
        key: {name: it.value for name, it in cell.readings.items()}
        for key, cell in found.cells.items()
    }


def figures(row: sample.Row) -> dict[str, int | None]:
    """Return the figures of a row of our table."""
    return {name: int(row[name]) if row[name] else None for name in sample.FIGURES}


def flat(tmp_path: Path, lines: Sequence[str]) -> Path:
    return sample.write_flat(tmp_path / "oe.data.0.Current", lines)


def book(tmp_path: Path, rows: Sequence[dict[str, object]], **how: Any) -> Path:
    return sample.write_workbook(tmp_path / "all_data_M_2025.xlsx", rows, **how)


def refused(path: Path) -> TableError:
    """Return why a file is refused."""
    with pytest.raises(TableError) as caught:
        read_published(path, KEYS, None, nothing)
    assert caught.value.params["path"] == str(path)
    return caught.value


def test_the_series_of_a_cell_are_spelled_as_bls_spells_them() -> None:
    assert [key.series.decode() + "13" for key in KEYS] == [
        "OEUN000000000000029114113",
        "OEUN000000062210029114113",
        "OEUS780000000000029114113",
    ]


def test_our_codes_of_states_are_those_of_the_sample() -> None:
    assert {name: f"{code:02}" for name, code in FIPS.items()} == sample.STATES


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("Atlantis", "29-1141", ""), "area"),
        (("Ohio", "29114", ""), "soc"),
        (("Ohio", "29-1141", "hospital"), "naics"),
    ],
)
def test_a_row_without_bls_codes_is_named(row: tuple[str, str, str], column: str) -> None:
    with pytest.raises(TableError) as caught:
        key_of(*row)
    assert caught.value.code == "no_bls_code"
    assert caught.value.params["column"] == column


def test_both_forms_give_the_figures_and_the_release(tmp_path: Path) -> None:
    lines = sample.flat_lines(ROWS, 2025)
    workbook = book(tmp_path, sample.workbook_rows(ROWS))
    packed = sample.write_zip(tmp_path / "oesm25all.zip", workbook)
    for path in (flat(tmp_path, lines), workbook, packed):
        found = read_published(path, KEYS, None, nothing)
        assert found.release == Release(2025)
        assert values(found) == {key: figures(row) for key, row in zip(KEYS, ROWS, strict=True)}


def test_lines_may_end_as_windows_ends_them_and_be_set_apart_by_blanks(tmp_path: Path) -> None:
    lines = sample.flat_lines(ROWS, 2025)
    usual = values(read_published(flat(tmp_path, lines), KEYS, None, nothing))
    for other in (
        [line.replace("\n", "\r\n") for line in lines],
        [line.replace("\t", " ") for line in lines],
    ):
        assert values(read_published(flat(tmp_path, other), KEYS, None, nothing)) == usual


def test_a_hyphen_is_a_figure_that_is_not_given_and_note_5_says_why(tmp_path: Path) -> None:
    row = {**ROW, "p90": ""}
    lines = [line.replace("\t8\n", "\t5\n") for line in sample.flat_lines([row], 2025)]
    for path in (
        flat(tmp_path, lines),
        book(tmp_path, [sample.cells_of(row, A_PCT90="#")]),
    ):
        found = read_published(path, KEYS, None, nothing).cells[KEYS[0]]
        assert found.readings["p90"] == Reading(None, is_capped=True)
    plain = read_published(flat(tmp_path, sample.flat_lines([row], 2025)), KEYS, None, nothing)
    assert plain.cells[KEYS[0]].readings["p90"] == Reading(None, is_capped=False)


def test_progress_goes_up_to_all_of_it(tmp_path: Path) -> None:
    lines = sample.flat_lines(ROWS, 2025)
    metro = [sample.flat_line(f"OEUM00{at:05}00000029114113", 2025, "1") for at in range(40_000)]
    shares: list[float] = []
    read_published(flat(tmp_path, [lines[0], *metro, *lines[1:]]), KEYS, None, shares.append)
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_line_that_lies_across_two_blocks_is_read_whole_and_counted() -> None:
    lines = sample.flat_lines(ROWS, 2025)
    filler = sample.flat_line("OEUM000018000000029114113", 2025, "1")
    count = BLOCK_BYTES // len(filler) + 1
    text = "".join([lines[0], *[filler] * count, *lines[1:]]).replace("97550", "9755O", 1)
    where = next(at for at, line in enumerate(text.split("\n"), 1) if "9755O" in line)
    assert where > count
    stream = io.BytesIO(text.encode())
    with pytest.raises(TableError) as caught:
        FlatFile(stream, len(text), Gatherer(KEYS)).read(nothing)
    assert (caught.value.code, caught.value.params["line"]) == ("bad_figure", where)


Change = Callable[[str], str]


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("bad_figure", lambda line: line.replace("97550", "97,550")),
        ("bad_figure", lambda line: line.replace("97550", "-9755")),
        ("bad_figure", lambda line: line.replace("97550", "97550.5")),
        ("bad_figure", lambda line: line.replace("       97550", "999999999999")),
        ("absurd_wage", lambda line: line.replace("97550", " 9755")),
        ("absurd_wage", lambda line: line.replace("  97550", "9755000")),
        ("wages_fall", lambda line: line.replace("97550", "68930")),
        ("bad_year", lambda line: line.replace("2025", "May ")),
        ("two_years", lambda line: line.replace("2025", "2024")),
        ("bad_line", lambda line: line.replace("\t", "x", 1)),
        ("bad_line", lambda line: line[:32] + "\n"),
        ("bad_line", lambda _: "\n"),
        ("bad_line", lambda line: "\0" + line),
        ("two_figures", lambda line: line + line.replace("97550", "97560")),
    ],
)
def test_each_fault_of_a_flat_file_is_found_at_its_line(
    tmp_path: Path, code: str, change: Change
) -> None:
    lines = sample.flat_lines(ROWS, 2025)
    at = next(at for at, line in enumerate(lines) if line.startswith(MEDIAN))
    lines[at] = change(lines[at])
    error = refused(flat(tmp_path, lines))
    assert error.code == code
    # A cell's wages and two years are told where the cell, or the other year, begins.
    first = next(it for it, line in enumerate(lines) if line.startswith(MEDIAN[:23])) + 1
    expected = {"wages_fall": first, "two_figures": at + 2}.get(code, at + 1)
    assert error.params["line"] == expected


def test_nobody_at_all_is_no_number_of_jobs(tmp_path: Path) -> None:
    none = {**ROW, "employment": "0"}
    for path in (
        flat(tmp_path, sample.flat_lines([none], 2025)),
        book(tmp_path, sample.workbook_rows([none])),
    ):
        assert refused(path).code == "no_jobs"


def test_the_same_figure_twice_is_no_fault(tmp_path: Path) -> None:
    lines = sample.flat_lines(ROWS, 2025)
    read_published(flat(tmp_path, [*lines, *lines[1:]]), KEYS, None, nothing)
    rows = sample.workbook_rows(ROWS)
    twice = [{**row, "I_GROUP": "3-digit"} for row in rows if row["I_GROUP"] == "4-digit"]
    assert twice
    read_published(book(tmp_path, [*rows, *twice]), KEYS, None, nothing)


def test_a_file_cut_off_anywhere_gives_no_wrong_figure(tmp_path: Path) -> None:
    text = "".join(sample.flat_lines(ROWS[:2], 2025))
    right = {key: figures(row) for key, row in zip(KEYS[:2], ROWS[:2], strict=True)}
    for length in range(len(text)):
        path = flat(tmp_path, [text[:length]])
        try:
            found = values(read_published(path, KEYS, None, nothing))
        except TableError:
            continue
        assert text[length - 1] == "\n"
        assert all(right[key].items() >= cell.items() for key, cell in found.items())


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("empty_table", b""),
        ("unknown_table", b"area,soc,occupation\n"),
        ("unknown_table", b"\xff\xfeo\0e\0\n"),
        ("unknown_table", b"x" * 5_000_000),
        ("web_page", b"\n<!DOCTYPE html><html>Access Denied</html>"),
        ("old_workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("broken_workbook", b"PK\x03\x04" + bytes(100)),
        ("nothing_found", sample.HEADER.encode()),
        ("bad_line", sample.HEADER.encode() + b"OEU" + b"x" * 3_000_000),
        ("cut_off", sample.HEADER.encode().rstrip()),
    ],
)
def test_a_file_of_another_kind_is_told_from_a_table(
    tmp_path: Path, code: str, data: bytes
) -> None:
    path = tmp_path / "oe.data.0.Current"
    path.write_bytes(data)
    assert refused(path).code == code


def test_what_is_no_file_is_told_too(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "table_is_folder"
    assert refused(tmp_path / "nowhere").code == "no_table"
    assert refused(Path("/dev/null")).code == "table_is_no_file"
    assert refused(tmp_path / "a\0b").code == "unreadable_table"
    assert refused(tmp_path / ("a" * 300)).code == "unreadable_table"


def test_a_workbook_may_have_its_columns_in_any_order_and_its_sheet_anywhere(
    tmp_path: Path,
) -> None:
    rows = sample.workbook_rows(ROWS)
    columns = [column.lower() for column in reversed(sample.COLUMNS)]
    lower = [{key.lower(): cell for key, cell in row.items()} for row in rows]
    found = read_published(book(tmp_path, lower, columns=columns), KEYS, None, nothing)
    assert values(found)[KEYS[1]] == figures(HOSPITAL)


def test_a_workbook_s_numbers_may_be_text_with_commas_or_decimal(tmp_path: Path) -> None:
    row = sample.cells_of(
        ROW, AREA="99", AREA_TYPE="1", NAICS=0, TOT_EMP="3,379,720", A_MEDIAN=97550.0
    )
    found = read_published(book(tmp_path, [row]), KEYS, None, nothing)
    assert values(found)[KEYS[0]] == figures(ROW)


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("bad_figure", {"A_MEDIAN": "about 97,550"}),
        ("bad_figure", {"A_MEDIAN": 97550.5}),
        ("bad_figure", {"A_MEDIAN": True}),
        ("absurd_wage", {"A_MEDIAN": 46.9 * 100}),
        ("wages_fall", {"A_MEDIAN": 68_930}),
        ("two_figures", {"A_MEDIAN": 97_560}),
    ],
)
def test_each_fault_of_a_workbook_is_found_at_its_row(
    tmp_path: Path, code: str, other: dict[str, object]
) -> None:
    rows = [sample.cells_of(STATE), sample.cells_of(ROW, **other)]
    if code == "two_figures":
        rows.insert(1, sample.cells_of(ROW))
    error = refused(book(tmp_path, rows))
    assert (error.code, error.params["line"]) == (code, len(rows) + 1)


def test_a_workbook_without_our_columns_is_refused_with_their_names(tmp_path: Path) -> None:
    columns = [column for column in sample.COLUMNS if column != "A_PCT75"]
    error = refused(book(tmp_path, sample.workbook_rows(ROWS), columns=columns))
    assert error.code == "missing_columns"
    assert "A_PCT75" in str(error.params["columns"])


@pytest.mark.parametrize(
    ("name", "title", "release"),
    [
        ("all_data_M_2026.xlsx", "Sheet1", Release(2026)),
        ("state_M2026_dl.xlsx", "state_M2026_dl", Release(2026)),
        ("my own name.xlsx", "All May 2026 data", Release(2026)),
    ],
)
def test_the_year_is_in_the_name_of_the_file_or_of_the_sheet(
    tmp_path: Path, name: str, title: str, release: Release
) -> None:
    path = sample.write_workbook(tmp_path / name, sample.workbook_rows(ROWS), title=title)
    assert read_published(path, KEYS, None, nothing).release == release
    with pytest.raises(TableError, match="other_release"):
        read_published(path, KEYS, Release(2025), nothing)


def test_without_a_year_it_has_to_be_said(tmp_path: Path) -> None:
    path = sample.write_workbook(tmp_path / "wages.xlsx", sample.workbook_rows(ROWS))
    assert refused(path).code == "no_release"
    assert read_published(path, KEYS, Release(2026), nothing).release == Release(2026)


def test_a_zip_holds_one_workbook(tmp_path: Path) -> None:
    one = book(tmp_path, sample.workbook_rows(ROWS))
    two = sample.write_workbook(tmp_path / "b.xlsx", [])
    text = flat(tmp_path, sample.flat_lines(ROWS, 2025))
    assert refused(sample.write_zip(tmp_path / "two.zip", one, two)).code == "many_workbooks"
    assert refused(sample.write_zip(tmp_path / "text.zip", text)).code == "no_workbook_inside"


@pytest.fixture(scope="module")
def whole_book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a sound workbook, the same one for every example, since it holds its time."""
    return book(tmp_path_factory.mktemp("book"), sample.workbook_rows(ROWS)).read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    part=st.floats(0, 1),
    damages=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3)), max_size=5),
)
def test_a_damaged_workbook_is_refused_or_read_and_never_ends_the_program(
    tmp_path: Path, whole_book: bytes, part: float, damages: list[tuple[float, bytes]]
) -> None:
    broken = bytearray(whole_book[: max(4, int(part * len(whole_book)))])
    for where, data in damages:
        at = max(4, int(where * len(broken)))
        broken[at : at + 1] = data
    path = tmp_path / "all_data_M_2025.xlsx"
    path.write_bytes(broken)
    try:
        found = values(read_published(path, KEYS, None, nothing))
    except TableError:
        return
    assert found.keys() <= set(KEYS)


AMOUNTS = st.none() | st.integers(10_000, 1_000_000)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(wages=st.lists(AMOUNTS, min_size=5, max_size=5), jobs=st.none() | st.integers(1, 10**9 - 1))
def test_whatever_the_figures_are_both_forms_give_them(
    tmp_path: Path, wages: list[int | None], jobs: int | None
) -> None:
    rising = iter(sorted(wage for wage in wages if wage is not None))
    given_wages = [None if wage is None else next(rising) for wage in wages]
    numbers = ["" if it is None else str(it) for it in (jobs, *given_wages)]
    row = {**ROW, **dict(zip(sample.FIGURES, numbers, strict=True))}
    for path in (
        flat(tmp_path, sample.flat_lines([row], 2025)),
        book(tmp_path, sample.workbook_rows([row])),
    ):
        assert values(read_published(path, KEYS, None, nothing)) == {KEYS[0]: figures(row)}
