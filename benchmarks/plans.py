"""Plans the ways to every credential for people who are hard to plan for; says how long it took."""

import gc
from time import perf_counter_ns

from benchmarks.report import say
from caremgr_desktop.career.plan import Planner
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load
from caremgr_desktop.core.person import Education, Have, Work

ROUNDS = 15
NANOSECONDS_PER_MS = 1e6
PEOPLE = (
    Have(),
    Have((Education("rn_to_bsn", 30),)),
    Have((Education("associate_related", 30),)),
    Have((Education("bsn", 57), Education("nursing_diploma", 34))),
    Have(
        (Education("associate_related", 23),),
        frozenset({"acm_sw"}),
        (
            Work("rehab_nursing", 31, 17, "ccm", 12),
            Work("hospital_nurse_case_management", 26, 40, "none", 12),
        ),
    ),
    Have(
        work=(Work("disability_management", 6, 17), Work("nurse_case_management", 37, 20)),
    ),
)
"""From high school, and those that took longest of some thousands drawn at random."""


def measure() -> None:
    """Say the ms of the slowest goal and of all goals together, each round with new planners."""
    requirements = load(shipped_folder()).requirements
    gc.collect()
    for _ in range(ROUNDS):
        slowest, all_goals = 0.0, 0.0
        for have in PEOPLE:
            times = []
            planner = Planner(requirements, have)
            for goal in requirements.goals:
                started = perf_counter_ns()
                planner.outcome(goal)
                times.append((perf_counter_ns() - started) / NANOSECONDS_PER_MS)
            slowest, all_goals = max(slowest, *times), max(all_goals, sum(times))
        say("slowest_plan_ms", slowest)
        say("all_plans_ms", all_goals)


if __name__ == "__main__":
    measure()
