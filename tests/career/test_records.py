"""A month of the past counts once, however many jobs fill it: held against counting months."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.career.records import Records
from caremgr_desktop.career.rules import Worked
from caremgr_desktop.core.person import Have, Work
from tests.career.small_world import worked

KINDS = {"paper": ("paper",), "stone": ("stone",), "both": ("paper", "stone")}
PAST = range(8)


def jobs(hours: tuple[int, ...]) -> st.SearchStrategy[tuple[Work, ...]]:
    """Draw a few jobs of the last months."""
    job = st.builds(
        Work,
        st.sampled_from(sorted(KINDS)),
        st.integers(0, 4),
        st.sampled_from(hours),
        st.just("none"),
        st.integers(0, 4),
    )
    return st.lists(job, max_size=4).map(tuple)


def hours_in(month: int, work: tuple[Work, ...], kind: str) -> int:
    """Return the hours a week of all jobs of a kind that were held in a month of the past."""
    return sum(
        job.hours_a_week
        for job in work
        if job.ended_months_ago <= month < job.ended_months_ago + job.months
        and kind in KINDS[job.kind]
    )


@given(jobs((10, 20, 35, 60)), st.integers(0, 9))
def test_hours_of_jobs_side_by_side_fill_a_month_once(work: tuple[Work, ...], asked: int) -> None:
    rule = worked("paper", asked)
    parts = sum(min(35, hours_in(month, work, "paper")) for month in PAST)
    assert Records(Have(work=work), KINDS, {}).left(rule, 0) == max(0, asked - parts // 35)


@given(jobs((40,)), st.integers(1, 5), st.integers(1, 5))
def test_a_month_counts_for_a_part_or_for_the_one_apart(
    work: tuple[Work, ...], asked: int, apart: int
) -> None:
    rules = (worked("paper", asked), worked("stone", apart, is_apart=True))
    records = Records(Have(work=work), KINDS, {})
    least = _least(work, rules)
    for is_apart_first in (False, True):
        left = records.left_of(rules, is_apart_first=is_apart_first)
        assert sum(left.values()) == sum(least)
    assert (sum(least) == 0) == (max(records.left_of(rules).values()) == 0)


@given(st.integers(0, 11), st.integers(1, 11))
def test_hours_that_stand_apart_are_exact(done: int, apart: int) -> None:
    hours = Worked("paper", 0, 2_080, worked("paper", 1).says, full_time_hours=40)
    rules = (hours, worked("stone", apart, is_apart=True))
    work = (Work("paper", done), Work("stone", apart, ended_months_ago=done))
    assert Records(Have(work=work), KINDS, {}).left_of(rules) == {hours: 12 - done, rules[1]: 0}


def _least(work: tuple[Work, ...], rules: tuple[Worked, Worked]) -> tuple[int, int]:
    """Return what is missing at the least, tried with every way to deal out the months."""
    found = []
    for given_to in product((0, 1), repeat=len(PAST)):
        left = [
            max(0, rule.months - sum(
                given_to[month] == place and hours_in(month, work, rule.kind) > 0 for month in PAST
            ))
            for place, rule in enumerate(rules)
        ]  # fmt: skip
        found.append((left[0], left[1]))
    return min(found, key=sum)
