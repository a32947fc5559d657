"""``caremgr-desktop pay import``: next year's wages come in whole, or nothing changes."""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from caremgr_desktop import cli
from caremgr_desktop.content.pay_files import PayFiles
from caremgr_desktop.reporting.error_sentences import SENTENCES
from caremgr_desktop.reporting.table_sentences import SENTENCES as TABLE_SENTENCES
from caremgr_desktop.terminal.audit import ProgressLine
from caremgr_desktop.terminal.progress import SlowProgress
from tests.content import oews_sample as sample
from tests.content.kitchen import copy_of_kitchen, sow
from tests.pay_desk import (
    NEW,
    OLD,
    PAY,
    as_json,
    flat,
    pay_of,
    rows_in,
    run,
    state_of,
    with_figures,
)

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a copy of the small quiz, whose table has six cells."""
    return copy_of_kitchen(tmp_path)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the content that is shipped."""
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copy(ROOT / "questions.yaml", folder)
    shutil.copytree(ROOT / "resources", folder / "resources")
    return folder


@pytest.mark.parametrize("form", ["flat", "workbook", "zip"])
def test_the_present_table_comes_back_from_bls_s_own_form_byte_for_byte(
    shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    before = state_of(shipped)
    present = PayFiles(shipped).present()
    year = int(present.pay.release[-4:])
    rows = sample.rows_of(present.csv)
    path = tmp_path / f"all_data_M_{year}.xlsx"
    if form == "flat":
        path = sample.write_flat(tmp_path / "oe.data.0.Current", sample.flat_lines(rows, year))
    else:
        sample.write_workbook(path, sample.workbook_rows(rows))
    if form == "zip":
        path = sample.write_zip(tmp_path / "oesm25all.zip", path)
    found = as_json(capsys, path, shipped)
    assert found["cells"] == len(rows)
    told = (found["changes"], found["gone"], found["lost"], found["released"], found["by_hand"])
    assert told == ([], [], [], [], [])
    assert state_of(shipped) == before


def test_a_new_year_is_written_and_every_other_byte_stays(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state_of(kitchen)
    rows = with_figures(rows_in(kitchen), 1, median="39000", p75="41000")
    assert run(flat(kitchen, rows), kitchen) == 0
    assert "Written: resources/pay/oews_2027_05.csv, resources/pay.yaml." in capsys.readouterr().out
    after = state_of(kitchen)
    assert after.keys() - before.keys() == {NEW}
    assert {name for name in before if before[name] != after[name]} == {PAY}
    old_lines, new_lines = (it[PAY].decode().splitlines() for it in (before, after))
    changed = [pair for pair in zip(old_lines, new_lines, strict=True) if pair[0] != pair[1]]
    assert changed == [
        ("file: pay/kitchens.csv", "file: pay/oews_2027_05.csv"),
        ('release: "May 2026"', 'release: "May 2027"'),
    ]
    keys = [line.split(",")[:5] for line in after[NEW].decode().splitlines()]
    assert keys == [line.split(",")[:5] for line in before[OLD].decode().splitlines()]
    found = pay_of(kitchen).wage("bakers", employer="bakeries")
    assert found is not None
    assert (found.median_usd, found.p75_usd, found.p90_usd) == (39_000, 41_000, 46_000)
    assert cli.main(["check", str(kitchen)]) == 0


def test_the_report_names_each_change_over_ten_percent_biggest_first(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = with_figures(rows_in(kitchen), 0, employment="242000", median="39601", p75="44001")
    rows = with_figures(rows, 5, p10="20000")
    by_hand = "Edit by hand: resources/sources.yaml, guild"
    assert run(flat(kitchen, rows), kitchen, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines() == [
        "May 2027 beside May 2026, pay/kitchens.csv",
        "",
        "Changed by over 10 %, biggest first (3):",
        "    -20.00 %  p10         25,000 -> 20,000        Ohio: Bakers, all employers",
        "    +10.00 %  median      36,000 -> 39,601        United States: Bakers, all employers",
        "    +10.00 %  p75         40,000 -> 44,001        United States: Bakers, all employers",
        "",
        "6 cells compared, 2 changed by over 10 % (3 figures), 0 gone.",
        "Nothing was written.",
        f"{by_hand}, date: it says “2026-05”, and the table is of 2027-05.",
        f"{by_hand}, release: it says “First release”, and the table is of May 2027.",
    ]


def test_json_says_the_same_by_documented_keys(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = with_figures(rows_in(kitchen), 3, p10="", p25="31000")
    rows = with_figures(rows, 5, p10="20000")
    found = as_json(capsys, flat(kitchen, rows), kitchen)
    chefs = {"area": "United States", "occupation": "chefs", "employer": "bakeries"}
    ohio = {"area": "Ohio", "occupation": "bakers", "employer": ""}
    step = {"figure": "p10", "old": 25_000, "new": 20_000, "percent": -20.0}
    assert found["changes"] == [{**ohio, **step}]
    assert found["lost"] == [{**chefs, "figure": "p10", "old": 30_000, "is_capped": False}]
    assert found["released"] == [{**chefs, "figure": "p25", "new": 31_000}]
    assert found["table"] == {"old": "pay/kitchens.csv", "new": "pay/oews_2027_05.csv"}
    assert found["release"] == {"old": "May 2026", "new": "May 2027"}
    assert (found["cells"], found["cells_changed"], found["limit_percent"]) == (6, 1, 10)
    assert (found["written"], found["refused"]) == ([NEW, PAY], None)
    assert [(it["id"], it["key"], it["new"]) for it in found["by_hand"]] == [
        ("guild", "date", "2027-05"),
        ("guild", "release", "May 2027"),
    ]
    page = (ROOT / "docs" / "pay.md").read_text(encoding="utf-8")
    assert [key for key in found if f"`{key}`" not in page] == []


def test_a_dry_run_writes_nothing(kitchen: Path) -> None:
    before = state_of(kitchen)
    assert run(flat(kitchen, rows_in(kitchen)), kitchen, "--dry-run") == 0
    assert state_of(kitchen) == before


def test_a_cell_that_is_gone_keeps_its_row_and_may_come_back(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = rows_in(kitchen)
    found = as_json(capsys, flat(kitchen, [*rows[:3], *rows[4:]]), kitchen)
    cell = {"area": "United States", "occupation": "chefs", "employer": "bakeries"}
    assert (found["gone"], found["lost"]) == ([cell], [])
    assert "United States,35-1011,chefs,bakeries,3118,,,,,,\n" in (kitchen / NEW).read_text()
    again = as_json(capsys, flat(kitchen, rows, 2028), kitchen)
    assert [(it["figure"], it["new"]) for it in again["released"]] == [
        ("p10", 30_000),
        ("median", 52_000),
    ]


def test_a_wage_above_the_cap_is_left_empty_and_said_so(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = sample.flat_lines(with_figures(rows_in(kitchen), 2, p90=""), 2027)
    capped = [line.replace("\t8\n", "\t5\n") for line in lines]
    path = sample.write_flat(kitchen.parent / "capped", capped)
    assert run(path, kitchen) == 0
    said = (
        "p90         United States: Pastry chefs, all employers; was 93,000, now above the highest"
    )
    assert said in capsys.readouterr().out
    assert "chefs,,,170000,34000,42000,58000,76000,\n" in (kitchen / NEW).read_text()


def test_a_file_of_states_alone_is_refused_with_what_it_lacks(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state_of(kitchen)
    rows = [row for row in rows_in(kitchen) if row["area"] != "United States"]
    path = sample.write_workbook(kitchen.parent / "state_M2027_dl.xlsx", sample.workbook_rows(rows))
    assert run(path, kitchen) == 2
    said = capsys.readouterr()
    lacks = "lacks the nation's figures (2 cells) and the nation's figures by employer (3 cells)"
    assert lacks in said.err
    assert "all_data_M_YEAR.xlsx" in said.err
    assert "Gone: no figure any more (5):" in said.out
    assert state_of(kitchen) == before


def test_a_file_that_lacks_many_cells_is_refused_though_it_has_some_of_each_kind(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state_of(kitchen)
    rows = rows_in(kitchen)
    path = flat(kitchen, [rows[0], rows[1], rows[2], rows[5]])
    assert run(path, kitchen, "--json") == 2
    said = capsys.readouterr()
    assert "2 of 6 cells are not in" in said.err
    assert json.loads(said.out)["refused"] == said.err.strip()
    assert state_of(kitchen) == before


def changed(old: str, new: str) -> Callable[[Path], Path]:
    """Return what writes a flat file with one text changed."""

    def write(kitchen: Path) -> Path:
        path = flat(kitchen, rows_in(kitchen))
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
        return path

    return write


def plain(data: bytes) -> Callable[[Path], Path]:
    """Return what writes a file of these bytes."""

    def write(kitchen: Path) -> Path:
        path = kitchen.parent / "table"
        path.write_bytes(data)
        return path

    return write


FAULTS: Sequence[tuple[Callable[[Path], Path], str]] = (
    (lambda kitchen: kitchen / "nowhere", "There is no file"),
    (lambda kitchen: kitchen, "is a folder"),
    (lambda _: Path("/dev/null"), "is no ordinary file"),
    (plain(b""), "is empty"),
    (plain(b"%PDF-1.7\n"), "is none of the tables that BLS publishes; it begins with “%PDF-1.7”"),
    (plain(b"<html>Access Denied</html>"), "is a web page"),
    (plain(b"\xd0\xcf\x11\xe0"), "of the old form (.xls)"),
    (plain(b"PK\x03\x04"), "can't be read as a workbook"),
    (plain(sample.HEADER.encode()), "has none of the 6 cells"),
    (changed("     36000", "     three"), ", line 16: “three” is no whole number"),
    (changed("     36000", "    \x1b[31mx"), ", line 16: “?[31mx” is no whole number"),
    (changed("     36000", "      9999"), ", line 16: 9999 is no year's wage"),
    (changed("     36000", "     25000"), "the wages of this cell fall"),
    (changed("    220000", "         0"), "nobody is employed there"),
    (
        changed("2027\tA01\t       36000", "2026\tA01\t       36000"),
        "this figure is of 2026, and earlier ones are of 2027",
    ),
    (changed("2027\tA01\t       36000", "next\tA01\t       36000"), "“next” is no year"),
    (changed("\nOEU", "\nXYZ"), ", line 2: this is no line of oe.data.0.Current"),
    (changed("\nOEU", "\n\nOEU"), ", line 2: this is no line of oe.data.0.Current"),
)


@pytest.mark.parametrize(("write", "said"), FAULTS)
def test_each_fault_is_one_sentence_and_nothing_is_written(
    kitchen: Path,
    capsys: pytest.CaptureFixture[str],
    write: Callable[[Path], Path],
    said: str,
) -> None:
    before = state_of(kitchen)
    assert run(write(kitchen), kitchen) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert shown.err.rstrip("\n").isprintable()
    assert state_of(kitchen) == before


def test_the_year_of_a_workbook_may_have_to_be_said(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = sample.workbook_rows(rows_in(kitchen))
    path = sample.write_workbook(kitchen.parent / "wages.xlsx", rows)
    assert run(path, kitchen) == 2
    assert '--release "May 2026"' in capsys.readouterr().err
    assert run(path, kitchen, "--release", "soon") == 2
    assert "“soon” is no release" in capsys.readouterr().err
    assert run(path, kitchen, "--release", "November 2027") == 0
    assert pay_of(kitchen).release == "November 2027"
    assert (kitchen / "resources" / "pay" / "oews_2027_11.csv").exists()


def test_a_release_that_the_file_denies_is_refused(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(flat(kitchen, rows_in(kitchen)), kitchen, "--release", "May 2028") == 2
    assert "is of May 2027, and --release says May 2028" in capsys.readouterr().err


def test_an_older_table_is_refused(kitchen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state_of(kitchen)
    assert run(flat(kitchen, rows_in(kitchen), 2025), kitchen) == 2
    assert "is of May 2025, and the table in use is of May 2026" in capsys.readouterr().err
    assert state_of(kitchen) == before


def test_content_with_a_fault_or_without_bls_codes_is_refused_first(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = flat(kitchen, rows_in(kitchen))
    sow(kitchen, OLD, "Ohio,", "Middle Earth,")
    assert run(path, kitchen) == 2
    assert "has “Middle Earth” under area" in capsys.readouterr().err
    sow(kitchen, OLD, "Middle Earth,", "")
    assert run(path, kitchen) == 2
    assert "See them all with: caremgr-desktop check" in capsys.readouterr().err


def test_a_flat_file_needs_no_openpyxl(kitchen: Path) -> None:
    path = flat(kitchen, rows_in(kitchen))
    source = (
        "import sys; from caremgr_desktop import cli; status = cli.main(sys.argv[1:]); "
        "sys.exit(status or 'openpyxl' in sys.modules)"
    )
    words = ("pay", "import", str(path), "--content", str(kitchen))
    done = subprocess.run([sys.executable, "-c", source, *words], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_every_error_of_a_table_has_a_sentence_and_every_sentence_an_error() -> None:
    sources = [
        path.read_text(encoding="utf-8") for path in (ROOT / "caremgr_desktop").rglob("*.py")
    ]
    raised = {code for it in sources for code in re.findall(r'TableError\(\s*"(\w+)"', it)}
    assert raised == TABLE_SENTENCES.keys()
    assert {code: SENTENCES[code] for code in raised} == TABLE_SENTENCES


class Terminal(io.StringIO):
    """A terminal that keeps what was shown."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_each_second_and_not_in_the_first() -> None:
    shown, seconds = Terminal(), [0.0]
    progress = SlowProgress(ProgressLine(shown, "Reading"), lambda: seconds[0])
    for now, share, percents in (
        (0.9, 0.1, []),
        (1.0, 0.2, ["20%"]),
        (1.9, 0.3, ["20%"]),
        (2.1, 0.4, ["20%", "40%"]),
    ):
        seconds[0] = now
        progress.tell(share)
        assert re.findall(r"\d+%", shown.getvalue()) == percents
    progress.end()
    assert shown.getvalue().endswith("\r")


def test_pay_alone_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["pay"])
    assert "required: COMMAND" in capsys.readouterr().err
