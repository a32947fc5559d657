"""Makes the report of one result after the other, as the window does, into a file each time."""

import gc
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter_ns

from benchmarks.report import say, say_peak
from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.core.code import code_of
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.qr import qr_rows
from caremgr_desktop.reporting.report import Code
from caremgr_desktop.takeaway import write_private
from caremgr_desktop.terminal.formats import BabelFormats

ROUNDS = 20
NANOSECONDS_PER_MS = 1e6


def random_visit(quiz: Quiz, seed: int) -> Visit:
    """Return a visit with an answer to every question."""
    chance = Random(seed)  # noqa: S311 - the same answers every time, and no secret
    visit = Visit(quiz.id, quiz.version, seed)
    for question in quiz.questions:
        visit = visit.with_answer(question.id, (chance.choice(question.options).id,))
    return visit


def measure() -> None:
    """Say the ms from answers to the file, first and later, and how large the last file is."""
    workshop = Workshop()
    reporter = workshop.text_reporter()
    reporter.result(random_visit(workshop.quiz(), -1))
    reports = None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        for number in range(ROUNDS + 1):
            visit = random_visit(workshop.quiz(), number)
            gc.collect()
            started = perf_counter_ns()
            view = reporter.result(visit)
            if reports is None:
                reports = workshop.reports(BabelFormats(), untranslated)
            text = code_of(workshop.quiz(), visit)
            write_private(str(path), reports.pdf(view, code=Code(text, qr_rows(text))))
            taken_ms = (perf_counter_ns() - started) / NANOSECONDS_PER_MS
            say("later_report_ms" if number else "first_report_ms", taken_ms)
        say("report_kib", path.stat().st_size / 1024)


if __name__ == "__main__":
    measure()
    say_peak()
