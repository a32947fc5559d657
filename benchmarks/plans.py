"""Plans the way from high school to every credential, and says how long that took."""

import gc
from time import perf_counter_ns

from benchmarks.report import say
from caremgr_desktop.career.plan import Planner
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load
from caremgr_desktop.core.person import Have

ROUNDS = 15
NANOSECONDS_PER_MS = 1e6


def measure() -> None:
    """Say the ms of the slowest goal and of all goals together, each round with a new planner."""
    requirements = load(shipped_folder()).requirements
    gc.collect()
    for _ in range(ROUNDS):
        times = []
        planner = Planner(requirements, Have())
        for goal in requirements.goals:
            started = perf_counter_ns()
            planner.outcome(goal)
            times.append((perf_counter_ns() - started) / NANOSECONDS_PER_MS)
        say("slowest_plan_ms", max(times))
        say("all_plans_ms", sum(times))


if __name__ == "__main__":
    measure()
