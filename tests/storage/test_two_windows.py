"""Two windows at once work on one store."""

import shutil
import subprocess
import sys
from pathlib import Path

from caremgr_desktop.core.visit import RESULT
from tests.storage.visits import CLEAR, a_visit, another, path_in, sqlite_store


def test_two_windows_write_into_one_store(tmp_path: Path) -> None:
    mine, other = sqlite_store(tmp_path), sqlite_store(tmp_path)
    mine.save(a_visit())
    other.save(another())
    assert other.open(42) == a_visit()
    other.save(a_visit().with_answer("three", ("o1",)))
    mine.save(a_visit().with_answer("four", ("o2",)))
    third = sqlite_store(tmp_path).open(42)
    assert third is not None
    assert third.answers["three"] == ("o1",)
    assert third.answers["four"] == ("o2",)
    mine.close()
    other.close()


def test_two_windows_begin_a_store_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.storage.visits import *\n"
        "store = SqliteStore(Path(sys.argv[1]), QUIZ, ticking())\n"
        "for number in range(20): store.save(a_visit(int(sys.argv[2]) * 100 + number))\n"
    )
    path = str(path_in(tmp_path))
    command = [sys.executable, "-c", code, path]
    running = [subprocess.Popen([*command, str(number)]) for number in range(4)]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    assert len(sqlite_store(tmp_path).kept()) == 80


def test_what_was_deleted_by_another_window_is_gone_here_too(tmp_path: Path) -> None:
    mine, other = sqlite_store(tmp_path), sqlite_store(tmp_path)
    mine.save(a_visit())
    assert other.delete([42]).visit_count == 1
    assert mine.bookmark() is None


def test_a_store_whose_file_was_deleted_begins_anew(tmp_path: Path) -> None:
    store = sqlite_store(tmp_path)
    store.save(a_visit())
    shutil.rmtree(tmp_path / "data")
    assert store.bookmark() is None
    store.save(another())
    assert sqlite_store(tmp_path).open(43) == another()


def test_a_store_that_another_window_has_set_aside_goes_on_in_the_new_one(tmp_path: Path) -> None:
    mine = sqlite_store(tmp_path)
    mine.save(a_visit())
    path = path_in(tmp_path)
    path.replace(path.with_name("visits.sqlite3.damaged-x"))
    other = sqlite_store(tmp_path)
    other.save(another())
    mine.save(a_visit().with_answer("three", ("o1",)))
    mine.close()
    other.save(another().with_answer("three", ("o1",)))
    other.close()
    after = sqlite_store(tmp_path)
    assert after.open(42) == a_visit().with_answer("three", ("o1",))
    assert after.open(43) == another().with_answer("three", ("o1",))


def test_the_list_counts_the_answers_of_both_windows(tmp_path: Path) -> None:
    mine, other = sqlite_store(tmp_path), sqlite_store(tmp_path)
    mine.save(a_visit())
    seen = other.open(42)
    assert seen is not None
    other.save(seen.with_answer("three", ("o1",)).with_answer("four", ()))
    mine.save(a_visit().with_answer("five", ("o1",)))
    kept = mine.kept()[0]
    assert (kept.answered, kept.skipped) == (3, 2)
    assert mine.bookmark() == (42, 3, 2)


def test_a_result_is_kept_only_of_the_answers_that_are_there(tmp_path: Path) -> None:
    mine, other = sqlite_store(tmp_path), sqlite_store(tmp_path)
    mine.save(a_visit())
    seen = other.open(42)
    assert seen is not None
    other.save(seen.with_answer("one", ("o2",)))
    mine.save(a_visit().at(RESULT), CLEAR)
    assert mine.kept()[0].outcome is None
    now = other.open(42)
    assert now is not None
    other.save(now, CLEAR)
    assert mine.kept()[0].outcome == CLEAR
