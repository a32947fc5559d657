"""Bars and numbers in a terminal hold whatever they are given."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.terminal.formats import BabelFormats
from caremgr_desktop.terminal.screen import Screen

WIDTH = 40


def bars(*titles: str) -> list[str]:
    """Return the lines of a bar for each title."""
    target = StringIO()
    Screen(StringIO(), target, WIDTH, "utf-8").bars((title, 0.5, "50%") for title in titles)
    return target.getvalue().splitlines()


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_a_bar_takes_one_line_for_any_title(titles: list[str]) -> None:
    lines = bars(*titles)
    assert len(lines) == len(titles)
    assert all(line.endswith("50%") for line in lines)


def test_short_titles_stand_whole() -> None:
    assert [line.split()[0] for line in bars("Q1", "Q2")] == ["Q1", "Q2"]


def test_a_long_title_is_cut_at_a_word() -> None:
    assert bars("Home health and hospice nurses")[0].startswith("Home health and...")


@pytest.mark.parametrize("power", [40, 41, 60, 200])
def test_numbers_of_any_length_are_written_whole(power: int) -> None:
    assert BabelFormats().number(5**power) == f"{5**power:,}"
