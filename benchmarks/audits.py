"""The audit: families of 5^40 combinations, settings of 4^14, and the whole shipped quiz."""

import gc
import random
from time import perf_counter

from benchmarks.decision import made_up_quiz
from benchmarks.report import say, say_peak
from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.quiz import Option, Quiz
from caremgr_desktop.engine.audit.families import FamilyAudit
from caremgr_desktop.engine.audit.table import Table

ROUNDS = 5
MS_PER_SECOND = 1e3


def quiz_of(count: int, options: int, roles: int) -> Quiz:
    """Return a made-up quiz of so many questions of one pick and so many roles."""
    chance = random.Random(40)  # noqa: S311 - the same quiz every time, and no secret
    quiz = made_up_quiz(chance)
    families, settings = quiz.families, quiz.settings
    traits = [trait.id for trait in quiz.traits]
    asked = tuple(
        quiz.questions[number % len(quiz.questions)]._replace(
            id=f"q{number}",
            kind="one",
            max_picks=1,
            options=tuple(
                Option(f"o{place}", "Option", "Option", {traits[number % len(traits)]: place - 2})
                for place in range(options)
            ),
        )
        for number in range(count)
    )
    return quiz._replace(questions=asked, roles=(*families, *settings[:roles]))


def measure() -> None:
    """Audit and say how long it took; the peak is that of the settings' enumeration."""
    for _ in range(ROUNDS):
        gc.collect()
        started = perf_counter()
        counts = FamilyAudit(Table(quiz_of(40, 5, 10))).counts()
        say("families_ms", (perf_counter() - started) * MS_PER_SECOND)
        assert counts.combinations == 5**40  # noqa: S101 - all were counted
    from caremgr_desktop.engine.audit.settings import SettingAudit

    table = Table(quiz_of(14, 4, 10))
    for _ in range(ROUNDS):
        started = perf_counter()
        found = SettingAudit(table).counts(_say_nothing)
        say("settings_s", perf_counter() - started)
        assert len(found) == 10  # noqa: S101 - all were counted
    say_peak()
    from caremgr_desktop.engine.audit.audit import Auditor

    for _ in range(ROUNDS):
        started = perf_counter()
        Auditor(Workshop().quiz()).audit(_say_nothing)
        say("audit_s", perf_counter() - started)


def _say_nothing(_share: float) -> None:
    """Take the progress and do nothing with it."""


if __name__ == "__main__":
    measure()
