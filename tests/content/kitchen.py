"""A small foreign quiz to be copied and broken, and the real judge of it."""

import shutil
from datetime import date
from pathlib import Path

from caremgr_desktop.content.check import check
from caremgr_desktop.content.faults import Fault
from caremgr_desktop.core.answers import Answers
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.engine.decide import Engine

KITCHEN = Path(__file__).resolve().parents[1] / "quizzes" / "kitchen"
TODAY = date(2026, 11, 24)
MARK = "»"
"""Stands in a seeded text right before the place that the fault should name."""


def flip_distance(quiz: Quiz, answers: Answers) -> int | None:
    """Return how many answers have to change until another family comes first."""
    return Engine(quiz).decide(answers, {}).verdict.flip.distance


def copy_of_kitchen(folder: Path) -> Path:
    """Return a copy of the kitchen quiz that may be broken."""
    return Path(shutil.copytree(KITCHEN, folder / "kitchen"))


def faults_of(folder: Path, today: date = TODAY) -> list[Fault]:
    """Return all that ``check`` has to say of a folder."""
    return check(folder, today, flip_distance)


def sow(folder: Path, file: str, old: str, new: str) -> tuple[int, int]:
    """Replace a text once; return the line and column of the mark in the new text.

    The mark itself is not written. Without one the place is the file's first.
    """
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    text = text.replace(old, new, 1)
    before, mark, after = text.partition(MARK)
    path.write_text(before + after, encoding="utf-8")
    if not mark:
        return 1, 1
    return before.count("\n") + 1, len(before) - before.rfind("\n")
