"""A damaged file is set aside, what can be read of it is kept, and both are said."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import StorageError
from caremgr_desktop.storage.visit_store import SqliteStore
from tests.storage.visits import (
    CLEAR,
    QUIZ,
    a_visit,
    another,
    caught_code,
    filled,
    names,
    path_in,
    sqlite_store,
    tear,
    ticking,
    whole,
)

NAMES = ["visits.sqlite3"]


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 4096,
        b"not a database at all" * 100,
        b"SQLite format 3\x00" + b"\x01" * 40 + b"\x00" * 200,
    ],
)
def test_what_is_no_database_is_set_aside_and_a_new_one_begins(tmp_path: Path, data: bytes) -> None:
    path = path_in(tmp_path)
    path.parent.mkdir()
    path.write_bytes(data)
    store = sqlite_store(tmp_path)
    error = caught_code(store.bookmark)
    assert error.code == "damaged"
    aside = Path(str(error.params["path"]))
    assert aside.name == "visits.sqlite3.damaged-2026-11-24-120000"
    assert aside.read_bytes() == data
    assert store.bookmark() is None
    store.save(a_visit())
    assert store.open(42) == a_visit()


@pytest.mark.parametrize("name", ["visit_changed", "importance", "result"])
def test_visits_are_read_out_of_a_file_of_which_another_part_is_damaged(
    tmp_path: Path, name: str
) -> None:
    path = filled(tmp_path)
    tear(path, name)
    store = sqlite_store(tmp_path)

    def look_everywhere() -> None:
        store.kept()
        store.open(1)
        store.save(whole(1))

    error = caught_code(look_everywhere)
    assert error.code == "partly_damaged"
    assert error.params["count"] == 30
    assert {kept.visit_id for kept in store.kept()} == set(range(1, 31))
    assert all(store.open(seed) == whole(seed) for seed in range(1, 31))


def test_an_answer_given_as_damage_is_found_is_saved_with_what_could_be_read(
    tmp_path: Path,
) -> None:
    path = filled(tmp_path)
    tear(path, "visit_changed")
    store = sqlite_store(tmp_path)
    error = caught_code(lambda: store.save(a_visit()))
    assert error.code == "partly_damaged"
    assert store.open(42) == a_visit()
    assert len(store.kept()) == 31


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_lose_no_more_than_they_hit(tmp_path: Path, seed: int) -> None:
    """Whatever is flipped, something is said or all is well; never a traceback."""
    path, random = filled(tmp_path), Random(seed)  # noqa: S311 - chance, no secret
    data = bytearray(path.read_bytes())
    for _ in range(random.choice([1, 3, 20])):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)
    store = sqlite_store(tmp_path)
    for act in (store.bookmark, store.kept, lambda: store.open(7), lambda: store.save(a_visit())):
        try:
            act()
        except StorageError as error:
            assert error.code in ("damaged", "partly_damaged", "newer")  # noqa: PT017 - may, not must
            if error.code == "newer":
                return
    assert store.open(42) == a_visit()
    store.close()


@pytest.mark.parametrize("seed", range(40))
def test_a_torn_log_leaves_the_answers_up_to_where_it_is_torn(tmp_path: Path, seed: int) -> None:
    store, random = sqlite_store(tmp_path), Random(seed)  # noqa: S311 - chance, no secret
    visit = Visit(QUIZ, "1", 1)
    states = [visit]
    for number in range(12):
        visit = visit.with_answer(f"q{number}", ("o1",))
        store.save(visit)
        states.append(visit)
    copy = tmp_path / "copy" / "data"
    shutil.copytree(tmp_path / "data", copy)
    log = copy / "visits.sqlite3-wal"
    data = bytearray(log.read_bytes())
    if seed % 2:
        del data[random.randrange(len(data)) :]
    else:
        data[random.randrange(len(data))] ^= 0x10
    log.write_bytes(data)
    (copy / "visits.sqlite3-shm").unlink()
    left = sqlite_store(tmp_path / "copy")
    assert left.open(1) in (None, *states)
    left.save(another())
    assert left.open(43) == another()


def test_a_damaged_file_that_cannot_be_moved_is_said_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = path_in(tmp_path)
    path.parent.mkdir()
    path.write_bytes(b"nonsense" * 100)

    def refuse(*_: object) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    store = sqlite_store(tmp_path)
    for act in (store.bookmark, lambda: store.save(a_visit())):
        assert caught_code(act).code == "damaged_stays"
    assert path.read_bytes() == b"nonsense" * 100


def test_with_the_last_visit_goes_what_was_set_aside_once_the_store_is_closed(
    tmp_path: Path,
) -> None:
    tear(filled(tmp_path, 3), "visit_changed")
    earlier = tmp_path / "data" / "visit-sample.json"
    earlier.with_name(f"{earlier.name}.damaged-2026-01-01").write_bytes(b"old")
    store = SqliteStore(path_in(tmp_path), QUIZ, ticking(), earlier)
    caught_code(store.bookmark)
    removed = store.delete([1, 2, 3], is_all=True)
    assert len(names(tmp_path)) > 2
    store.restore(removed)
    store.close()
    assert len(names(tmp_path)) > 2
    store.delete([1, 2])
    store.delete([3])
    store.close()
    assert len(names(tmp_path)) > 2
    store.restore(removed)
    store.delete([1, 2, 3], is_all=True)
    store.close()
    assert names(tmp_path) == NAMES


def test_what_damage_has_emptied_is_not_taken_for_deleted(tmp_path: Path) -> None:
    tear(filled(tmp_path), "answer")
    store = sqlite_store(tmp_path)
    assert caught_code(lambda: store.open(1)).code == "damaged"
    store.delete(range(1, 31), is_all=True)
    store.close()
    assert "visits.sqlite3.damaged-2026-11-24-120000" in names(tmp_path)


def test_a_salvaged_visit_keeps_a_result_only_with_all_its_answers(tmp_path: Path) -> None:
    path = filled(tmp_path, 60)
    size = 4096
    for page in range(3, path.stat().st_size // size):
        folder = tmp_path / str(page)
        copy = path_in(folder)
        copy.parent.mkdir(parents=True)
        data = bytearray(path.read_bytes())
        data[page * size : (page + 1) * size] = bytes(size)
        copy.write_bytes(data)
        store = sqlite_store(folder)
        for _ in range(3):
            with suppress(StorageError):
                store.kept()
                for seed in range(1, 61):
                    store.open(seed)
        for kept in store.kept():
            visit = store.open(kept.visit_id)
            assert visit is not None
            assert len(visit.answers) == 24 or kept.outcome is None
        store.close()


def test_a_store_in_which_nothing_was_deleted_leaves_what_was_set_aside(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    path.parent.mkdir()
    path.write_bytes(b"not a database at all" * 100)
    store = sqlite_store(tmp_path)
    caught_code(store.bookmark)
    store.close()
    assert len(names(tmp_path)) == 2


@pytest.mark.parametrize("name", ["answer", "importance", "result", "visit_changed"])
def test_damage_that_is_found_by_deleting_is_told_before_anything_is_gone(
    tmp_path: Path, name: str
) -> None:
    tear(filled(tmp_path), name)
    store = sqlite_store(tmp_path)
    told = 0
    for _ in range(2):
        try:
            removed = store.delete(range(1, 31))
        except StorageError as error:
            assert error.code in ("damaged", "partly_damaged")  # noqa: PT017 - may, not must
            told += 1
        else:
            break
    if told and name != "answer":
        assert removed.visit_count == 30
    store.restore(removed)
    assert len(store.kept()) == removed.visit_count


def test_names_and_results_are_read_out_of_a_damaged_file_too(tmp_path: Path) -> None:
    path = filled(tmp_path, 3)
    store = sqlite_store(tmp_path)
    store.rename(2, "Before the fair")
    store.close()
    tear(path, "visit_changed")
    store = sqlite_store(tmp_path)
    caught_code(store.bookmark)
    assert {kept.visit_id: kept.name for kept in store.kept()} == {
        1: "",
        2: "Before the fair",
        3: "",
    }
    assert [kept.outcome for kept in store.kept()] == [CLEAR] * 3


def test_a_file_that_was_cut_gives_what_is_before_the_cut(tmp_path: Path) -> None:
    path = filled(tmp_path, 200)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 9 // 10])
    store = sqlite_store(tmp_path)
    error = caught_code(lambda: [store.kept(), *(store.open(seed) for seed in range(1, 201))])
    assert error.code == "partly_damaged"
    assert int(error.params["count"]) > 100


def test_answers_whose_visit_is_gone_are_kept_as_visits_to_this_quiz(tmp_path: Path) -> None:
    tear(filled(tmp_path, 3), "visit")
    store = sqlite_store(tmp_path)
    assert caught_code(store.kept).code == "partly_damaged"
    assert [kept.answered for kept in store.kept()] == [24, 24, 24]
    opened = store.open(2)
    assert opened is not None
    assert (opened.quiz_id, opened.answers) == (QUIZ, whole(2).answers)


def test_what_one_has_in_no_sense_is_damage_like_any_other(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    with closing(sqlite3.connect(path_in(tmp_path))) as connection:
        connection.execute("UPDATE visit SET have = '{' WHERE id = 2")
        connection.execute(
            "UPDATE answer SET picks = '7' WHERE visit_id = 3 AND question_id = 'q05'"
        )
        connection.commit()
    store = sqlite_store(tmp_path)
    assert caught_code(lambda: store.open(2)).code == "partly_damaged"
    assert store.open(1) == whole(1)
    saved = store.open(2)
    assert saved is not None
    assert saved.answers == whole(2).answers
    assert store.open(3) == whole(3).without_answer("q05")
