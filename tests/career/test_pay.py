"""Pay of an area: its own figure where one is released, else the nation's, and said so."""

import csv
from pathlib import Path

import pytest

from caremgr_desktop.career.pay import NATION, PayKey, PayTable
from caremgr_desktop.compose import Workshop
from caremgr_desktop.paths import Paths

CSV = Path(__file__).parents[2] / "resources" / "pay" / "oews_2025_05.csv"
PLACES = 54
"""The states, the District of Columbia, Guam, Puerto Rico and the Virgin Islands."""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> PayTable:
    base = tmp_path_factory.mktemp("person")
    workshop = Workshop(paths=Paths(*(base / name for name in ("data", "cache", "config", "log"))))
    return workshop.handbook().pay


def rows() -> list[dict[str, str]]:
    with CSV.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_nation_comes_first_and_every_other_place_once_by_name(table: PayTable) -> None:
    first, *others = table.areas
    assert first == NATION
    assert others == sorted({row["area"] for row in rows()} - {NATION})
    assert len(others) == PLACES


def test_every_cell_is_the_area_s_own_or_the_nation_s_and_marked(table: PayTable) -> None:
    medians = {(it["area"], it["occupation"], it["employer"]): it["median"] for it in rows()}
    occupations = {it["occupation"] for it in rows()}
    marks = set()
    for area in table.areas[1:]:
        for occupation in occupations:
            found = table.closest(PayKey(occupation, "home_health", ""), area)
            own = medians.get((area, occupation, ""))
            marks.add(found.gap)
            if own:
                assert found.wage is not None
                assert (found.area, found.employer, found.gap) == (area, "", "")
                assert found.wage.median_usd == int(own)
            else:
                wanted = "not_listed" if own is None else "not_released"
                assert (found.area, found.employer) == (NATION, "home_health")
                assert found.gap == wanted
    assert marks == {"", "not_listed", "not_released"}


def test_the_nation_s_own_figure_is_that_of_the_employer(table: PayTable) -> None:
    found = table.closest(PayKey("rn", "home_health", ""), NATION)
    assert (found.area, found.employer, found.gap) == (NATION, "home_health", "")
    assert found.wage == table.wage("rn", employer="home_health")
