"""What the file of visits promises: newer programs, full disks, privacy, and its tables."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from caremgr_desktop.core.visit import Visit
from caremgr_desktop.storage.schema import STEPS, VERSION
from caremgr_desktop.storage.tables import KEYED_TABLES
from tests.storage.visits import (
    CLEAR,
    FILES,
    HAS_MUCH,
    QUIZ,
    a_visit,
    another,
    caught_code,
    filled,
    names,
    path_in,
    sqlite_store,
    whole,
)

NAMES = ["visits.sqlite3"]


def test_a_file_is_kept_as_the_issue_wants_it(tmp_path: Path) -> None:
    store = sqlite_store(tmp_path)
    store.save(a_visit())
    connection = store._connection
    assert connection is not None
    found = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    ]
    assert found == ["wal", 2, 1, 1]
    store.close()
    assert names(tmp_path) == NAMES


def test_the_tables_in_the_file_are_those_that_the_history_knows(tmp_path: Path) -> None:
    sqlite_store(tmp_path).save(a_visit())
    with closing(sqlite3.connect(path_in(tmp_path))) as connection:
        for keyed in KEYED_TABLES:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({keyed.name})")}
            assert columns == {column.column_name for column in keyed.columns}


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_each_earlier_version_is_brought_forward(tmp_path: Path, version: int) -> None:
    path = path_in(tmp_path)
    path.parent.mkdir()
    shutil.copy(FILES / f"visits-{version}.sqlite3", path)
    store = sqlite_store(tmp_path)
    assert store.open(42) == a_visit()
    assert store.open(43) == another()
    store.save(a_visit().with_answer("three", ("o1",)), CLEAR)
    store.rename(43, "Named")
    found = {(it.visit_id, it.name, it.answered) for it in store.kept()}
    assert found == {(42, "", 2), (43, "Named", 1)}
    assert [it.outcome for it in store.kept() if it.visit_id == 42] == [CLEAR]
    assert store.open(44) == Visit("other", "3", 44).with_answer("x", ("y",))


def test_the_steps_that_were_released_are_as_they_were() -> None:
    for version in range(1, VERSION + 1):
        with closing(sqlite3.connect(FILES / f"visits-{version}.sqlite3")) as connection:
            assert connection.execute("PRAGMA user_version").fetchone()[0] == version
            held = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            there = {row[0] for row in held}
        with closing(sqlite3.connect(":memory:")) as connection:
            for step in STEPS[:version]:
                for statement in step:
                    connection.execute(statement)
            held = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            assert {row[0] for row in held} == there


def test_a_file_of_a_newer_program_is_left_untouched(tmp_path: Path) -> None:
    path = filled(tmp_path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    held = path.read_bytes()
    store = sqlite_store(tmp_path)
    for act in (store.bookmark, store.kept, lambda: store.open(1), lambda: store.save(a_visit())):
        error = caught_code(act)
        assert (error.code, error.params["path"]) == ("newer", str(path))
    store.close()
    assert path.read_bytes() == held
    assert names(tmp_path) == NAMES


def test_a_newer_program_that_was_killed_is_seen_too(tmp_path: Path) -> None:
    path = filled(tmp_path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")  # It stands in the log now.
        assert caught_code(sqlite_store(tmp_path).bookmark).code == "newer"


def test_a_folder_that_cannot_be_made_is_said_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    store = sqlite_store(tmp_path)
    assert store.bookmark() is None
    assert caught_code(lambda: store.save(a_visit())).code == "not_saved"
    assert (tmp_path / "data").read_text(encoding="utf-8").startswith("a file")


def test_what_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    path.mkdir(parents=True)  # A folder is what no one, not even root, can read as a file.
    store = sqlite_store(tmp_path)
    assert caught_code(store.bookmark).code == "unreadable"
    assert caught_code(lambda: store.save(a_visit())).code == "not_saved"
    assert path.is_dir()


def test_nothing_of_a_deleted_visit_stays_in_the_file(tmp_path: Path) -> None:
    store = sqlite_store(tmp_path)
    store.save(Visit(QUIZ, "1", 9).with_answer("secret_question", ("secret_pick",)), CLEAR)
    store.rename(9, "secret name")
    store.save(another())
    store.delete([9])
    held = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    assert b"secret" not in held
    assert b"nursing_case_management" in held


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other accounts out by the folder")
def test_other_accounts_of_this_computer_cannot_read_the_answers(tmp_path: Path) -> None:
    store = sqlite_store(tmp_path)
    store.save(a_visit())
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "data").iterdir()}
    assert modes == {0o600}
    store.close()


def test_answers_of_a_folder_that_cannot_be_written_are_read(tmp_path: Path) -> None:
    path = filled(tmp_path, 2)

    def refuse() -> sqlite3.Connection:
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = sqlite3.SQLITE_READONLY
        raise error

    store = sqlite_store(tmp_path)
    store._file.opened = refuse  # type: ignore[method-assign]  # as root, no folder is read-only
    assert store.open(1) == whole(1)
    assert len(store.kept()) == 2
    assert caught_code(lambda: store.save(whole(3))).code == "not_saved"
    assert path.exists()


def test_a_whole_history_is_deleted_and_brought_back(tmp_path: Path) -> None:
    filled(tmp_path, 600)
    store = sqlite_store(tmp_path)
    before = list(store.kept())
    removed = store.delete([kept.visit_id for kept in before])
    assert removed.visit_count == 600
    store.restore(removed)
    assert list(store.kept()) == before
    assert store.open(600) == whole(600)
    store.save(whole(1).with_have(HAS_MUCH))
