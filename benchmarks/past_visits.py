"""Ten thousand visits of the past, and what can be asked of them."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.kept import Outcome
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import RESULT, Visit
from caremgr_desktop.paths import user_paths
from caremgr_desktop.storage.database import DatabaseFile
from caremgr_desktop.storage.writing import write_outcome, write_visit

VISITS = 10_000
BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
OUTCOME = Outcome("clear", ("case",), "hospital", {"case": 0.75, "care": 0.5})


def answered(quiz: Quiz, seed: int) -> Visit:
    """Return a visit with an answer to every question."""
    visit = Visit(quiz.id, quiz.version, seed)
    for number, question in enumerate(quiz.questions):
        option = question.options[(seed + number) % len(question.options)]
        visit = visit.with_answer(question.id, (option.id,))
    return visit.at(RESULT)


def fill(path: Path, quiz: Quiz, visits: int = VISITS) -> None:
    """Put visits into a file that may not be there yet."""
    with closing(DatabaseFile(path, datetime.now).opened()) as connection:
        connection.execute("BEGIN")
        for seed in range(1, visits + 1):
            _add(connection, answered(quiz, seed), BEGIN + timedelta(hours=seed))
        connection.execute("COMMIT")


def _add(connection: sqlite3.Connection, visit: Visit, moment: datetime) -> None:
    write_visit(connection, visit, None, moment)
    write_outcome(connection, visit, OUTCOME)


def main() -> None:
    """Fill this person's own store, and close it as the program does."""
    workshop = Workshop()
    fill(user_paths().visits_file, workshop.quiz())
    store = workshop.store()
    assert len(store.kept()) == VISITS  # noqa: S101 - else nothing is measured later
    store.close()


if __name__ == "__main__":
    main()
