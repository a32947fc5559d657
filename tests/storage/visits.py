"""Stores of every kind and visits for them, for the tests of this room."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zlib import crc32

import pytest

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.kept import Outcome
from caremgr_desktop.core.person import Course, Education, Have, Work
from caremgr_desktop.core.visit import HAVE, REVIEW, Place, Visit
from caremgr_desktop.errors import StorageError
from caremgr_desktop.storage.have_json import have_as_json
from caremgr_desktop.storage.visit_json import CHECK
from caremgr_desktop.storage.visit_store import SqliteStore

QUIZ = "sample"
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FILES = Path(__file__).parent / "files"
HAS_MUCH = Have(
    education=(Education("bsn", finished_months_ago=30), Education("msn", 9)),
    licences=frozenset({"rn", "crc"}),
    work=(Work("rn", 24, 32, "ccm", 12, is_paid=False),),
    ce=(Course("nursing_case_management", 20, 6),),
)
CLEAR = Outcome("clear", ("case",), "plan", {"case": 0.75, "care": 0.5})


def ticking() -> Callable[[], datetime]:
    """Return a clock that begins at noon and is a minute on each time somebody looks."""
    minutes = count()
    return lambda: NOON + timedelta(minutes=next(minutes))


def path_in(folder: Path) -> Path:
    """Return where a store keeps its file in the tests."""
    return folder / "data" / "visits.sqlite3"


def sqlite_store(folder: Path) -> SqliteStore:
    """Return a store in a folder."""
    return SqliteStore(path_in(folder), QUIZ, ticking())


def tear(path: Path, name: str) -> None:
    """Overwrite the first page of a table or an index, as a bad disk may."""
    with closing(sqlite3.connect(path)) as connection:
        found = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        page = connection.execute(found, (name,)).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(range(256)) * (size // 256))


def a_visit(seed: int = 42) -> Visit:
    """Return a visit with an answer, a skip, an importance and a way taken."""
    visit = Visit(QUIZ, "1", seed).with_answer("one", ("o1",)).with_answer("two", ())
    return visit.with_importance("first", Importance.DOUBLE).at(Place("question", "one")).at(REVIEW)


def another(seed: int = 43) -> Visit:
    """Return a visit of somebody who has much."""
    return Visit(QUIZ, "1", seed).with_answer("one", ("o0", "o2")).with_have(HAS_MUCH).at(HAVE)


def names(folder: Path) -> list[str]:
    """Return the names of the files in the folder of the data."""
    return sorted(path.name for path in (folder / "data").iterdir())


def filled(folder: Path, visits: int = 30) -> Path:
    """Return a closed file of many visits."""
    store = sqlite_store(folder)
    for seed in range(1, visits + 1):
        store.save(whole(seed), CLEAR)
    store.close()
    return path_in(folder)


def whole(seed: int) -> Visit:
    """Return a visit with 24 answers."""
    visit = Visit(QUIZ, "1", seed)
    for number in range(24):
        visit = visit.with_answer(f"q{number:02}", (f"o{seed}",))
    return visit


def caught_code(act: Callable[[], object]) -> StorageError:
    """Return the error that something raises."""
    with pytest.raises(StorageError) as caught:
        act()
    return caught.value


def visit_as_json(visit: Visit) -> dict[str, object]:
    """Return the visit as the last version before the database wrote it."""
    found: dict[str, object] = {
        "format": 2,
        "quiz": {"id": visit.quiz_id, "version": visit.quiz_version},
        "seed": visit.seed,
        "answers": {key: list(picks) for key, picks in visit.answers.items()},
        "importances": {key: int(value) for key, value in visit.importances.items()},
        "trail": [[place.kind, place.question_id] for place in visit.trail],
    }
    if visit.have is not None:
        found["have"] = have_as_json(visit.have)
    return found


def line_of(visit: Visit) -> bytes:
    """Return the visit as a line of JSON, with a checksum of all before that."""
    text = json.dumps(visit_as_json(visit))
    check = f"{crc32(text.encode()):08x}"
    return f'{text[:-1]}, "{CHECK}": "{check}"}}\n'.encode()
