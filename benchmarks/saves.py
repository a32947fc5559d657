"""Saves answers, one after the other, beside ten thousand visits of the past."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter_ns

from benchmarks.past_visits import VISITS, fill
from benchmarks.report import say
from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.storage.visit_store import SqliteStore

SITTINGS = 40
NANOSECONDS_PER_MS = 1e6


def now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def measure() -> None:
    """Go through the quiz in one sitting after the other; each opens and closes the store."""
    quiz = Workshop().quiz()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "visits.sqlite3"
        fill(path, quiz)
        for sitting in range(SITTINGS):
            store = SqliteStore(path, quiz.id, now)
            store.bookmark()
            visit = Visit(quiz.id, quiz.version, VISITS + 1 + sitting)
            for question in quiz.questions:
                visit = visit.with_answer(question.id, (question.options[0].id,))
                started = perf_counter_ns()
                store.save(visit)
                say("save_ms", (perf_counter_ns() - started) / NANOSECONDS_PER_MS)
            store.close()


if __name__ == "__main__":
    measure()
