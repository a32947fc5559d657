"""Ten years ahead: what is earned less what school and fees cost, month by month; an estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.career.pay import NATION
from caremgr_desktop.career.requirements import STUDY
from caremgr_desktop.career.source import MONTHS_PER_YEAR
from caremgr_desktop.core.person import FULL_TIME_HOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caremgr_desktop.career.outcome import Plan

YEARS = 10
MONTHS = YEARS * MONTHS_PER_YEAR
STUDY_HOURS = (0, 10, 20, 30)
"""Hours of paid work a week beside school that can be assumed."""
GROWTH_PERCENT = (0, 1, 2, 3, 4)
"""How much pay can be assumed to grow in a year; 0 counts in the dollars of today."""
WORK = "work"
PERCENT = 100


class Assumptions(NamedTuple):
    """What is assumed: whose pay, paid hours a week beside school, and growth of pay a year."""

    area: str = NATION
    study_hours: int = 0
    growth_percent: int = 0


class Wages(NamedTuple):
    """Full-time pay in dollars a year: in jobs on the way, at the goal, and beside school."""

    on_the_way_usd: int
    at_goal_usd: int
    student_usd: int


def balances(plan: Plan, wages: Wages, assumptions: Assumptions) -> tuple[int, ...]:
    """Return what is left of pay after school and fees at month 0, 1 and so on to 120.

    Study is paid for evenly over its months, everything else when it comes. A job of the
    plan is full-time; a month with study alone has the assumed hours of student work, and
    a month after the plan the pay at the goal. Pay grows once a year. Prices that were
    not found count as nothing.
    """
    paid, due = _pay(plan, wages, assumptions), _costs(plan)
    left = 0.0
    found = [0]
    for month in range(MONTHS):
        growth = (1 + assumptions.growth_percent / PERCENT) ** (month // MONTHS_PER_YEAR)
        left += paid[month] * growth / MONTHS_PER_YEAR - due[month]
        found.append(round(left))
    return tuple(found)


def _pay(plan: Plan, wages: Wages, assumptions: Assumptions) -> list[float]:
    """Return the pay of each month, as of a whole year and without growth."""
    student_usd = wages.student_usd * assumptions.study_hours / FULL_TIME_HOURS
    found = [0.0] * MONTHS
    for kind, usd in ((STUDY, student_usd), (WORK, float(wages.on_the_way_usd))):
        for step in plan.steps:
            if step.kind == kind:
                _fill(found, step.start_month, step.end_month, usd)
    _fill(found, plan.months, MONTHS, float(wages.at_goal_usd))
    return found


def _fill(months: list[float], start: int, end: int, usd: float) -> None:
    for month in range(start, min(end, MONTHS)):
        months[month] = usd


def _costs(plan: Plan) -> list[float]:
    """Return what falls due in each month."""
    found = [0.0] * MONTHS
    for step in plan.steps:
        cost_usd, months = step.cost_usd or 0, step.end_month - step.start_month
        last = step.end_month if months else step.start_month + 1
        for month in range(step.start_month, min(last, MONTHS)):
            found[month] += cost_usd / (months or 1)
    return found


def by_year(monthly: Sequence[int]) -> tuple[int, ...]:
    """Return the balances at the beginning and at the end of each year."""
    return tuple(monthly[::MONTHS_PER_YEAR])


def crossings(first: Sequence[int], second: Sequence[int]) -> tuple[tuple[int, bool], ...]:
    """Return the months in which one line passes the other, and whether the second leads then.

    Lines that run together and part again have crossed only if another one leads after.
    """
    found = []
    leader = 0
    for month, (one, other) in enumerate(zip(first, second, strict=True)):
        ahead = (other > one) - (other < one)
        if ahead and leader and ahead != leader:
            found.append((month, ahead > 0))
        leader = ahead or leader
    return tuple(found)
