"""What stands between a person and a credential, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caremgr_desktop.career.assumed import Assumed
    from caremgr_desktop.career.source import Statement
    from caremgr_desktop.career.uncounted import Uncounted


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a plan: from which month from now to which, at which price.

    It takes ``months_high`` where it takes the most that the sources give.
    ``cost_usd`` is None where none was found; ``is_estimated`` where it was worked out
    from the average tuition; ``cost_high_usd`` is the most that the sources give;
    ``cost_note`` says what it is made of, or whom to ask. ``why`` says what asks for the
    step, ``supervision`` which kind a job needs, and ``asked`` the parts of the
    rule that a program or an exam serves by itself. A job that ``is_current`` is one that
    the person has now; ``is_part_time`` where it has fewer hours than the plan counts.
    ``is_quicker`` is a program under way, taken at its shortest instead of the months that
    are left; ``hours_left`` are those of courses where some were taken already.
    """

    id: str
    kind: str
    title: str
    start_month: int
    end_month: int
    months_high: int
    cost_usd: int | None
    is_estimated: bool
    cost_note: str
    why: str
    sources: tuple[str, ...]
    confidence: str
    cost_high_usd: int | None = None
    supervision: str = "none"
    asked: tuple[str, ...] = ()
    is_current: bool = False
    is_part_time: bool = False
    is_quicker: bool = False
    hours_left: int = 0


@dataclass(frozen=True, slots=True)
class Leaving:
    """Studies under way that a plan does without, and what to finish them first would take.

    ``months`` and ``cost_usd`` are those of the soonest plan that does so; None where
    there is none. A cost that is not ``is_cost_whole`` leaves out prices that were not
    found. ``is_same`` where the plan takes the same program at its shortest.
    """

    title: str
    months: int | None = None
    cost_usd: int | None = None
    is_cost_whole: bool = True
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that lead to a credential, in the order of their beginning.

    ``months`` counts each program at the fewest months that the sources give, and
    ``months_high`` at the most; so does ``cost_usd`` with prices, and ``cost_high_usd``.
    Both leave out prices that were not found. ``leaves`` are studies that it drops.
    """

    months: int
    months_high: int
    cost_usd: int
    cost_high_usd: int
    is_cost_whole: bool
    steps: tuple[PlanStep, ...]
    leaves: tuple[Leaving, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands between a person and a goal.

    ``plans`` are those that no other beats in both time and money, the soonest first
    and the cheapest last; there is none where the goal can't be reached from here, or
    where it ``is_held``: the person has it. ``assumed`` is what the plans take as given,
    ``is_date_assumed`` whether they count work as done after a degree whose date is not
    known, ``is_dated_degree_assumed`` whether that degree itself is only assumed, and
    ``uncounted`` what of the person's work and courses does not count. Where
    ``is_degree_unnamed``, licenses alone are known of somebody whom a plan sends to school.
    """

    goal: str
    is_eligible_now: bool
    plans: tuple[Plan, ...]
    does_not_count: tuple[Statement, ...]
    is_held: bool = False
    assumed: tuple[Assumed, ...] = ()
    is_date_assumed: bool = False
    uncounted: tuple[Uncounted, ...] = ()
    is_dated_degree_assumed: bool = False
    is_degree_unnamed: bool = False
