"""Turns pages: from the clicks on an answer and on Next to the next question, painted.

Each turn saves the answer, as the program always does, and decides on all answers so far.
"""

from time import perf_counter_ns

from benchmarks.report import say
from benchmarks.starting import start

TURNS = 800
WARM_UP_TURNS = 50
NANOSECONDS_PER_MS = 1e6


def begin() -> None:
    """Go through the quiz again and again, and say how long each turn took."""
    from benchmarks.walk import Walk
    from caremgr_desktop.engine.decide import Engine

    turns = 0
    engines: list[Engine] = []

    def step(walk: Walk) -> bool:
        nonlocal turns
        if walk.place != "question":
            walk.window.presenter.start()
            walk.paint()
        card, onward = walk.first_card(), walk.onward()
        started = perf_counter_ns()
        card.click()
        onward.click()
        walk.paint()
        visit = walk.window.presenter.visit
        engines[0].decide(visit.answers, visit.importances)
        taken = perf_counter_ns() - started
        if turns >= WARM_UP_TURNS and walk.place == "question":
            say("turn_ms", taken / NANOSECONDS_PER_MS)
        turns += 1
        return turns < TURNS

    walk = Walk(step)
    engines.append(Engine(walk.window.presenter.quiz))
    walk.wait_for_first_page()
    walk.begin()
    walk.go()


if __name__ == "__main__":
    start(begin)
