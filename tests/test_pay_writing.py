"""``caremgr-desktop pay import`` writes both of its files or none, whatever happens between."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from caremgr_desktop import cli
from caremgr_desktop.career.pay_release import Release
from caremgr_desktop.compose import sentence
from caremgr_desktop.content.pay_files import PayFiles, new_pay, with_release
from caremgr_desktop.content.published import read_published
from caremgr_desktop.errors import TableError
from tests.content.kitchen import copy_of_kitchen, sow
from tests.pay_desk import NEW, OLD, PAY, flat, pay_of, rows_in, run, state_of, with_figures

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a copy of the small quiz, whose table has six cells."""
    return copy_of_kitchen(tmp_path)


def in_the_way(folder: Path, name: str) -> None:
    """Put a folder where the new bytes of a file would be written first."""
    (folder / name).with_name(f".{Path(name).name}.{os.getpid()}").mkdir()


@pytest.mark.parametrize("name", [NEW, PAY])
def test_where_a_file_cannot_be_written_the_old_table_stays_in_use(
    kitchen: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = state_of(kitchen)
    in_the_way(kitchen, name)
    assert run(flat(kitchen, rows_in(kitchen)), kitchen) == 2
    assert "The old one is still in use" in capsys.readouterr().err
    assert state_of(kitchen) == before


def test_a_table_of_the_same_name_gets_its_bytes_back(kitchen: Path) -> None:
    rows = rows_in(kitchen)
    assert run(flat(kitchen, rows), kitchen) == 0
    sow(kitchen, PAY, 'release: "May 2027"', 'release: "May 2027 "')
    before = state_of(kitchen)
    in_the_way(kitchen, PAY)
    assert run(flat(kitchen, with_figures(rows, 0, p10="26010")), kitchen) == 2
    assert state_of(kitchen) == before


KILL = """
import os, signal, sys
def watch(event, args):
    if event == "open" and ".pay.yaml." in str(args[0]):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
from caremgr_desktop import cli
cli.main(sys.argv[1:])
"""


def test_killed_between_the_two_files_the_old_table_stays_in_use(kitchen: Path) -> None:
    before = pay_of(kitchen)
    path = flat(kitchen, with_figures(rows_in(kitchen), 0, p10="20000"))
    words = ("pay", "import", str(path), "--content", str(kitchen))
    done = subprocess.run([sys.executable, "-c", KILL, *words], cwd=ROOT, capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert (kitchen / NEW).exists()
    assert pay_of(kitchen) == before
    assert cli.main(["check", str(kitchen)]) == 0
    assert run(path, kitchen) == 0
    assert pay_of(kitchen).release == "May 2027"


def test_what_was_changed_meanwhile_is_not_written_over(kitchen: Path) -> None:
    files = PayFiles(kitchen)
    present = files.present()
    path = flat(kitchen, rows_in(kitchen))
    new = new_pay(present, read_published(path, present.keys, None, lambda _: None))
    sow(kitchen, PAY, "made up for tests", "made up for fun")
    before = state_of(kitchen)
    with pytest.raises(TableError, match="changed_meanwhile"):
        files.write(present, new)
    assert state_of(kitchen) == before


def test_files_that_would_not_pass_the_check_are_not_written(kitchen: Path) -> None:
    files = PayFiles(kitchen)
    present = files.present()
    path = flat(kitchen, rows_in(kitchen))
    new = new_pay(present, read_published(path, present.keys, None, lambda _: None))
    files.check(present, new)
    broken = type(new)(new.release, new.wages, new.capped, b"area\n", new.pay_yaml)
    with pytest.raises(TableError, match="would_be_broken") as caught:
        files.check(present, broken)
    assert caught.value.params["first"] == f"{NEW}:1:1: wrong_columns"
    other = new.pay_yaml.replace(b"made up for tests", b"made up for fun")
    with pytest.raises(TableError, match="pay_not_kept"):
        files.check(present, type(new)(new.release, new.wages, new.capped, new.csv, other))


def test_a_ninth_table_is_one_too_many(kitchen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(7):
        shutil.copy(kitchen / OLD, (kitchen / OLD).with_name(f"old_{number}.csv"))
    assert run(flat(kitchen, rows_in(kitchen)), kitchen) == 2
    assert "There may be 8 tables in resources/pay at most" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="read_only") as caught:
        PayFiles(tmp_path / "missing").check_writable()
    assert "--content DIR" in sentence(caught.value)


def test_content_that_is_not_there_is_told_as_every_command_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "nowhere", tmp_path / "missing") == 2
    assert "See them all with: caremgr-desktop check" in capsys.readouterr().err


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_folder_is_compared_and_not_written(
    kitchen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = flat(kitchen, rows_in(kitchen))
    pay = kitchen / "resources" / "pay"
    pay.chmod(0o500)
    try:
        assert run(path, kitchen, "--dry-run") == 0
        assert run(path, kitchen) == 2
        assert "--content DIR" in capsys.readouterr().err
    finally:
        pay.chmod(0o700)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            b"file: pay/a.csv\nrelease: May 2025\n",
            b"file: pay/oews_2026_05.csv\nrelease: May 2026\n",
        ),
        (
            b"#file: x\nrelease: 'May 2025'   # of May\nfile:  \"pay/a.csv\" # ours\n",
            b"#file: x\nrelease: 'May 2026'   # of May\nfile:  \"pay/oews_2026_05.csv\" # ours\n",
        ),
        (
            b"file: pay/a.csv\r\nnote: 'file: x'\r\nrelease: \"May 2025\"\r\n",
            b"file: pay/oews_2026_05.csv\r\nnote: 'file: x'\r\nrelease: \"May 2026\"\r\n",
        ),
    ],
)
def test_pay_yaml_keeps_its_quotes_comments_and_line_ends(before: bytes, after: bytes) -> None:
    assert with_release(before, Release(2026)) == after


@pytest.mark.parametrize(
    "text",
    [
        b"{file: pay/a.csv, release: May 2025}\n",
        b"file:\n  pay/a.csv\nrelease: May 2025\n",
        b"file: pay/a.csv\nrelease: |\n  May 2025\n",
        b"file: pay/a.csv\nrelease: May\n  2025\nrelease: May 2025\n",
    ],
)
def test_a_pay_yaml_of_another_form_is_left_alone(text: bytes) -> None:
    with pytest.raises(TableError, match="pay_yaml_form"):
        with_release(text, Release(2026))
