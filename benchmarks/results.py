"""Writes a result from content read from the cache: with the whole pay file, and with the least."""

import gc
import shutil
import tempfile
from pathlib import Path
from time import perf_counter_ns

from benchmarks.report import say
from caremgr_desktop.career.pay import NATION, PayTable
from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.paths import Paths
from caremgr_desktop.ui.formats import QtFormats

ROUNDS = 40
WARM_UP_ROUNDS = 5
NANOSECONDS_PER_MS = 1e6


def content_with_least_pay(folder: Path) -> Path:
    """Return a copy of the content with the rows of the wage table alone that a setting names."""
    found = shipped_folder()
    copy = folder / "least"
    shutil.copytree(found / "resources", copy / "resources")
    shutil.copy(found / "questions.yaml", copy)
    handbook = Workshop(found, folders(folder / "first")).handbook()
    keys = {(it.pay.occupation, it.pay.employer) for it in handbook.roles.values() if it.pay}
    table = next((copy / "resources" / "pay").glob("*.csv"))
    head, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in rows if is_needed(row, keys, handbook.pay)]
    table.write_text(head + "".join(kept), encoding="utf-8")
    return copy


def is_needed(row: str, keys: set[tuple[str, str]], pay: PayTable) -> bool:
    """Whether a setting, or work beside school, names a row."""
    area, _, occupation, employer = row.split(",")[:4]
    named = (occupation, employer) in keys or (occupation, employer) == (pay.student_work, "")
    return area == NATION and named


def folders(base: Path) -> Paths:
    """Return the folders of a person who has nothing yet."""
    return Paths(*(base / name for name in ("data", "cache", "config", "log")))


def milliseconds(content: Path, paths: Paths, visit: Visit) -> float:
    """Return how long it takes from an answered quiz to all words of its result."""
    workshop = Workshop(content, paths)
    workshop.quiz()
    gc.collect()
    started = perf_counter_ns()
    view = workshop.reporter(QtFormats(), untranslated).result(visit)
    taken = perf_counter_ns() - started
    assert view.pay  # noqa: S101 - else nothing was measured
    return taken / NANOSECONDS_PER_MS


def measure() -> None:
    """Say the ms of both, in turn."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        least = content_with_least_pay(base)
        quiz = Workshop(least, folders(base / "b")).quiz()
        visit = Visit(quiz.id, quiz.version, 1)
        for question in quiz.questions:
            visit = visit.with_answer(question.id, (question.options[0].id,))
        for turn in range(ROUNDS + WARM_UP_ROUNDS):
            whole_ms = milliseconds(shipped_folder(), folders(base / "a"), visit)
            least_ms = milliseconds(least, folders(base / "b"), visit)
            if turn >= WARM_UP_ROUNDS:
                say("result_ms", whole_ms)
                say("pay_file_adds_ms", whole_ms - least_ms)


if __name__ == "__main__":
    measure()
