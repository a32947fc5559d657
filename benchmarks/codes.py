"""Makes the code of a result and its QR, opens it again, and says how long each took."""

import gc
import random
from importlib import import_module
from time import perf_counter_ns

from benchmarks.decision import made_up_answers
from benchmarks.report import say
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load_quiz
from caremgr_desktop.core.code import code_of, opened
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.qr import qr_rows

ROUNDS = 300
NANOSECONDS_PER_MS = 1e6


def measure() -> None:
    """Say the ms of loading segno, of a code with its QR, and of opening that code."""
    quiz = load_quiz(shipped_folder())
    chance = random.Random(24)  # noqa: S311 - the same figures every time, and no secret
    visits = [_visit(quiz, chance) for _ in range(ROUNDS)]
    gc.collect()
    started = perf_counter_ns()
    import_module("segno")
    say("load_ms", (perf_counter_ns() - started) / NANOSECONDS_PER_MS)
    for visit in visits:
        started = perf_counter_ns()
        code = code_of(quiz, visit)
        rows = qr_rows(code)
        taken = perf_counter_ns() - started
        say("code_ms", taken / NANOSECONDS_PER_MS)
        started = perf_counter_ns()
        found = opened(quiz, code, visit.seed, tuple)
        say("open_ms", (perf_counter_ns() - started) / NANOSECONDS_PER_MS)
        assert found.visit == visit  # noqa: S101 - it is the same result
        assert len(rows) >= len(code.split("-"))  # noqa: S101 - it was drawn


def _visit(quiz: Quiz, chance: random.Random) -> Visit:
    """Return a visit with an answer to every question, each in the question's own order."""
    visit = Visit(quiz.id, quiz.version, 0)
    answers = made_up_answers(quiz, chance)
    for asked in quiz.questions:
        picks = tuple(one.id for one in asked.options if one.id in answers[asked.id])
        visit = visit.with_answer(asked.id, picks)
    return visit


if __name__ == "__main__":
    measure()
