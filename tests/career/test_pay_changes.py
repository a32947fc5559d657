"""What a new table changes: exact at the limit, biggest first, and nothing left out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.career.pay import NATION, Wage
from caremgr_desktop.career.pay_changes import (
    FIGURES,
    Cell,
    Figure,
    Lost,
    Released,
    compare,
    figures_of,
)
from caremgr_desktop.career.pay_release import MONTHS, Release, release_of

NOTHING: frozenset[Figure] = frozenset()
AMOUNTS = st.none() | st.integers(min_value=1, max_value=400_000)


def wage(*figures: int | None, area: str = NATION, employer: str = "") -> Wage:
    """Return a row with these figures and none behind them."""
    padded = (*figures, *[None] * 6)[:6]
    return Wage(area, "nurse", employer, *padded)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Wage], list[Wage]]:
    """Return two tables of the same cells."""
    keys = draw(
        st.lists(
            st.tuples(st.sampled_from((NATION, "Ohio", "Guam")), st.sampled_from(("", "home"))),
            unique=True,
            max_size=6,
        )
    )
    rows = st.lists(AMOUNTS, min_size=6, max_size=6)
    old, new = (
        [wage(*draw(rows), area=area, employer=employer) for area, employer in keys]
        for _ in range(2)
    )
    return old, new


def test_a_change_of_just_ten_percent_is_not_told_and_a_dollar_more_is() -> None:
    for was, now, is_told in (
        (100_000, 110_000, False),
        (100_000, 110_001, True),
        (100_000, 90_000, False),
        (100_000, 89_999, True),
        (10, 11, False),
        (9, 10, True),
    ):
        assert bool(compare([wage(was)], [wage(now)], NOTHING).changes) is is_told


def test_changes_come_by_size_whether_they_rise_or_fall() -> None:
    old = [wage(100, 20_000, 30_000, 40_000)]
    new = [wage(150, 20_000, 12_000, 50_000)]
    found = compare(old, new, NOTHING).changes
    assert [(it.figure.name, it.percent) for it in found] == [
        ("p25", -60.0),
        ("employment", 50.0),
        ("median", 25.0),
    ]


def test_a_cell_without_any_figure_is_gone_and_its_figures_are_not_named_again() -> None:
    found = compare([wage(10, 20_000), wage(7, area="Ohio")], [wage(), wage(7)], NOTHING)
    assert found.gone == (Cell(NATION, "nurse", ""),)
    assert (found.lost, found.released, found.changes) == ((), (), ())
    assert {kind.name: (kind.cells, kind.gone) for kind in found.kinds} == {
        "nation": (1, 1),
        "areas": (1, 0),
    }


def test_a_cell_that_never_had_a_figure_is_not_gone() -> None:
    found = compare([wage()], [wage()], NOTHING)
    assert (found.compared, found.gone, found.kinds) == (1, (), ())


def test_a_figure_above_the_cap_is_lost_for_that_reason() -> None:
    figure = Figure(Cell(NATION, "nurse", ""), "p10")
    found = compare([wage(10, 20_000, 30_000)], [wage(10, None, 30_000)], frozenset({figure}))
    assert found.lost == (Lost(figure, 20_000, is_capped=True),)


@given(tables())
def test_every_figure_is_the_same_or_told_once(pair: tuple[list[Wage], list[Wage]]) -> None:
    old, new = pair
    found = compare(old, new, NOTHING)
    told = {it.figure: it for it in found.changes}
    lost = {it.figure: it for it in found.lost}
    released = {it.figure: it for it in found.released}
    for was, now in zip(old, new, strict=True):
        cell = Cell(was.area, was.occupation, was.employer)
        had, has = (any(it is not None for it in figures_of(row)) for row in (was, now))
        assert (cell in found.gone) is (had and not has)
        for name, before, after in zip(FIGURES, figures_of(was), figures_of(now), strict=True):
            figure = Figure(cell, name)
            both = before is not None and after is not None
            big = both and abs(Fraction(after or 0, before or 1) - 1) > Fraction(1, 10)
            assert (figure in told) is big
            assert (figure in lost) is (before is not None and after is None and has)
            assert (figure in released) is (before is None and after is not None)
    sizes = [abs(it.percent) for it in found.changes]
    assert sizes == sorted(sizes, reverse=True)
    assert found.changed_cells == len({figure.cell for figure in told})


@given(tables())
def test_a_table_beside_itself_changes_nothing(pair: tuple[list[Wage], list[Wage]]) -> None:
    found = compare(pair[0], pair[0], NOTHING)
    assert (found.changes, found.gone, found.lost, found.released) == ((), (), (), ())


@given(tables())
def test_what_is_lost_one_way_is_released_the_other(pair: tuple[list[Wage], list[Wage]]) -> None:
    old, new = pair
    there, back = compare(old, new, NOTHING), compare(new, old, NOTHING)
    gone = set(there.gone)
    assert {Released(it.figure, it.old) for it in there.lost} == {
        it for it in back.released if it.figure.cell not in gone
    }


def test_a_release_is_read_as_it_is_written() -> None:
    for month in range(1, len(MONTHS) + 1):
        release = Release(2026, month)
        assert release_of(release.words) == release
    assert (Release(2026).words, Release(2026).written) == ("May 2026", "2026-05")
    assert Release(2026).table == "pay/oews_2026_05.csv"


@pytest.mark.parametrize(
    "words", ["", "2026", "may 2026", "May 26", "May 2026 estimates", "5/2026"]
)
def test_anything_else_is_no_release(words: str) -> None:
    assert release_of(words) is None
