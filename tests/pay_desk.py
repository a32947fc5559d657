"""What the tests of ``pay import`` share: a small quiz, BLS's files of its table, the command."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from caremgr_desktop import cli
from caremgr_desktop.career.pay import PayTable
from caremgr_desktop.content.load import load_handbook
from tests.content import oews_sample as sample

OLD = "resources/pay/kitchens.csv"
NEW = "resources/pay/oews_2027_05.csv"
PAY = "resources/pay.yaml"


def state_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def rows_in(kitchen: Path) -> list[sample.Row]:
    """Return the rows of the small quiz's own table."""
    return sample.rows_of((kitchen / OLD).read_bytes())


def flat(kitchen: Path, rows: Sequence[sample.Row], year: int = 2027) -> Path:
    """Write a flat file beside the content."""
    path = kitchen.parent / "oe.data.0.Current"
    return sample.write_flat(path, sample.flat_lines(rows, year))


def run(path: Path, folder: Path, *words: str) -> int:
    return cli.main(["pay", "import", str(path), "--content", str(folder), *words])


def as_json(capsys: pytest.CaptureFixture[str], path: Path, folder: Path, *words: str) -> Any:
    assert run(path, folder, "--json", *words) == 0
    return json.loads(capsys.readouterr().out)


def pay_of(folder: Path) -> PayTable:
    return load_handbook(folder).pay


def with_figures(rows: Sequence[sample.Row], at: int, **figures: str) -> list[sample.Row]:
    """Return the rows with other figures in one of them."""
    return [{**row, **figures} if number == at else row for number, row in enumerate(rows)]
