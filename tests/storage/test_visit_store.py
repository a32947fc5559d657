"""What every store of the unfinished visit promises, and what the file promises beyond."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.person import Course, Education, Have, Work
from caremgr_desktop.core.ports import VisitStore
from caremgr_desktop.core.visit import HAVE, REVIEW, Place, Visit
from caremgr_desktop.errors import StorageError
from caremgr_desktop.storage.memory import MemoryStore
from caremgr_desktop.storage.visit_file import FileVisitStore
from caremgr_desktop.storage.visit_json import visit_as_json, visit_from_json

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def noon() -> datetime:
    return NOON


def file_store(folder: Path) -> FileVisitStore:
    return FileVisitStore(folder / "data" / "visit.json", noon)


def memory_store(_folder: Path) -> MemoryStore:
    return MemoryStore()


def a_visit() -> Visit:
    visit = Visit("sample", "1", 42).with_answer("one", ("o1",)).with_answer("two", ())
    return visit.with_importance("first", Importance.DOUBLE).at(Place("question", "one")).at(REVIEW)


@pytest.fixture(params=[file_store, memory_store])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> VisitStore:
    make: Callable[[Path], VisitStore] = request.param
    return make(tmp_path)


def test_a_new_store_holds_no_visit(store: VisitStore) -> None:
    assert store.load() is None


def test_what_was_saved_comes_back_whole(store: VisitStore) -> None:
    store.save(a_visit())
    assert store.load() == a_visit()


def test_what_a_person_already_has_comes_back_with_the_answers(store: VisitStore) -> None:
    have = Have(
        education=(Education("bsn", finished_months_ago=30), Education("msn", 9)),
        licences=frozenset({"rn", "crc"}),
        work=(Work("rn", 24, 32, "ccm", 12, is_paid=False),),
        ce=(Course("nursing_case_management", 20, 6),),
    )
    visit = a_visit().with_have(have).at(HAVE)
    store.save(visit)
    assert store.load() == visit
    store.save(visit.with_have(None))
    assert store.load() == visit.with_have(None)


def test_a_file_of_the_first_format_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    first = {**visit_as_json(a_visit()), "format": 1}
    path.write_text(json.dumps(first) + "\n", encoding="utf-8")
    assert file_store(tmp_path).load() == a_visit()


@pytest.mark.parametrize(
    "have",
    [
        "all of it",
        {},
        {"education": [], "licences": [], "work": [], "ce": [{"topic": "x", "hours": -1}]},
        {"education": [{"id": 7}], "licences": [], "work": [], "ce": []},
        {"education": [], "licences": [None], "work": [], "ce": []},
    ],
)
def test_what_one_has_in_no_sense_is_damage_like_any_other(tmp_path: Path, have: object) -> None:
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    found = {**visit_as_json(a_visit()), "have": have}
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        file_store(tmp_path).load()
    assert caught.value.code == "damaged"


def test_saving_again_replaces_what_was_there(store: VisitStore) -> None:
    store.save(a_visit())
    later = a_visit().with_answer("one", ("o0",))
    store.save(later)
    assert store.load() == later


def test_a_cleared_store_holds_no_visit(store: VisitStore) -> None:
    store.save(a_visit())
    store.clear()
    store.clear()
    assert store.load() is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 5_000,
        '{"format": 1}',
        '{"format": 1, "quiz": 7, "seed": 1, "answers": {}, "importances": {}, "trail": []}',
        json.dumps({**visit_as_json(a_visit()), "answers": {"one": "o1"}}),
        json.dumps({**visit_as_json(a_visit()), "importances": {"first": 3}}),
        json.dumps({**visit_as_json(a_visit()), "trail": [["elsewhere", ""]]}),
        json.dumps({**visit_as_json(a_visit()), "seed": True}),
        "\x00\x01",
    ],
)
def test_a_damaged_file_is_set_aside_and_a_new_one_begins(tmp_path: Path, text: str) -> None:
    store = file_store(tmp_path)
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        store.load()
    assert caught.value.code == "damaged"
    aside = tmp_path / "data" / "visit.json.damaged-2026-11-24-120000"
    assert aside.read_text(encoding="utf-8") == text
    assert store.load() is None


def test_bytes_that_are_no_text_are_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StorageError):
        file_store(tmp_path).load()
    assert not path.exists()


def test_a_file_of_a_newer_program_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    path.write_text('{"format": 3, "more": "than we know"}', encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        file_store(tmp_path).load()
    assert caught.value.code == "newer"
    assert path.read_text(encoding="utf-8") == '{"format": 3, "more": "than we know"}'


def test_a_folder_that_cannot_be_made_is_said_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        file_store(tmp_path).save(a_visit())
    assert caught.value.code == "not_saved"
    assert (tmp_path / "data").read_text(encoding="utf-8").startswith("a file")


def test_saving_leaves_no_other_file_behind(tmp_path: Path) -> None:
    store = file_store(tmp_path)
    for _ in range(3):
        store.save(a_visit())
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["visit.json"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_no_json_makes_reading_fail_in_another_way(found: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        visit_from_json(found)  # type: ignore[arg-type]  # anything may stand in a file


KILLED_WHILE_SAVING = """
import sys
from datetime import datetime
from pathlib import Path
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.storage.visit_file import FileVisitStore

store = FileVisitStore(Path(sys.argv[1]), datetime.now)
visit = Visit("sample", "1", 1)
number = 0
while True:
    visit = visit.with_answer(f"q{number % 20}", (f"o{number}",))
    store.save(visit)
    print(number, flush=True)
    number += 1
"""


@pytest.mark.parametrize("lines", [1, 17, 60, 143])
def test_every_acknowledged_answer_survives_a_kill(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "visit.json"
    with subprocess.Popen(
        [sys.executable, "-c", KILLED_WHILE_SAVING, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(lines):
            acknowledged = int(process.stdout.readline())
        process.kill()
    visit = FileVisitStore(path, noon).load()
    assert visit is not None
    latest = int(visit.answers[f"q{acknowledged % 20}"][0][1:])
    assert latest >= acknowledged


def another(answer: str) -> Visit:
    return Visit("sample", "1", 9).with_answer("one", (answer,))


def test_answers_that_another_window_saved_meanwhile_are_not_written_over(tmp_path: Path) -> None:
    mine, other = file_store(tmp_path), file_store(tmp_path)
    mine.save(a_visit())
    other.load()
    other.save(another("o2"))
    with pytest.raises(StorageError) as caught:
        mine.save(another("o0"))
    assert caught.value.code == "saved_elsewhere"
    assert file_store(tmp_path).load() == another("o2")


def test_a_window_that_looks_again_may_go_on_saving(tmp_path: Path) -> None:
    mine, other = file_store(tmp_path), file_store(tmp_path)
    mine.save(a_visit())
    other.load()
    other.save(another("o2"))
    assert mine.load() == another("o2")
    mine.save(another("o0"))
    assert file_store(tmp_path).load() == another("o0")


def test_a_file_that_was_only_copied_back_is_no_other_window(tmp_path: Path) -> None:
    store = file_store(tmp_path)
    store.save(a_visit())
    path = tmp_path / "data" / "visit.json"
    held = path.read_bytes()
    path.unlink()
    path.write_bytes(held)
    store.save(another("o0"))
    assert file_store(tmp_path).load() == another("o0")


def test_answers_whose_file_was_deleted_are_saved_anew(tmp_path: Path) -> None:
    store = file_store(tmp_path)
    store.save(a_visit())
    (tmp_path / "data" / "visit.json").unlink()
    store.save(another("o0"))
    assert file_store(tmp_path).load() == another("o0")


def test_a_file_of_a_newer_program_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    text = '{"format": 3, "more": "than we know"}'
    path.write_text(text, encoding="utf-8")
    store = file_store(tmp_path)
    with pytest.raises(StorageError):
        store.load()
    for _ in range(2):
        with pytest.raises(StorageError) as caught:
            store.save(a_visit())
        assert caught.value.code == "newer"
    assert path.read_text(encoding="utf-8") == text


def test_what_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "data" / "visit.json"
    path.mkdir(parents=True)  # A folder is what no one, not even root, can read as a file.
    store = file_store(tmp_path)
    for act in (store.load, lambda: store.save(a_visit())):
        with pytest.raises(StorageError) as caught:
            act()
        assert caught.value.code == "unreadable"
    assert path.is_dir()


def stuck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> FileVisitStore:
    """Return a store on a damaged file that nobody may rename."""
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    def refuse(*_: object) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    return file_store(tmp_path)


def test_a_damaged_file_that_cannot_be_moved_is_said_and_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stuck(tmp_path, monkeypatch, "{")
    for act in (store.load, lambda: store.save(a_visit()), lambda: store.save(a_visit())):
        with pytest.raises(StorageError) as caught:
            act()
        assert caught.value.code == "damaged_stays"
        assert caught.value.params["path"] == str(tmp_path / "data" / "visit.json")
    assert (tmp_path / "data" / "visit.json").read_text(encoding="utf-8") == "{"


def test_a_damaged_file_is_set_aside_as_soon_as_that_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stuck(tmp_path, monkeypatch, "{")
    with pytest.raises(StorageError):
        store.load()
    monkeypatch.undo()
    store.save(a_visit())
    assert file_store(tmp_path).load() == a_visit()
    names = {path.name for path in (tmp_path / "data").iterdir()}
    assert names == {"visit.json", "visit.json.damaged-2026-11-24-120000"}


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "3", "more": "than we know"}',
        '{"format": 2.5, "more": "than we know"}',
        '{"format": 3, "more": "' + "x" * 1_100_000 + '"}',
        '{\n  "format": "2026.1", "more": "' + "x" * 1_100_000 + '"}',
    ],
    ids=["words", "fraction", "large", "large words"],
)
def test_other_ways_to_tell_a_newer_format_are_understood(tmp_path: Path, text: str) -> None:
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    store = file_store(tmp_path)
    for act in (store.load, lambda: store.save(a_visit())):
        with pytest.raises(StorageError) as caught:
            act()
        assert caught.value.code == "newer"
    assert path.read_text(encoding="utf-8") == text


def test_a_large_file_of_this_format_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "data" / "visit.json"
    path.parent.mkdir()
    path.write_text('{"format": 1, "more": "' + "x" * 1_100_000 + '"}', encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        file_store(tmp_path).load()
    assert caught.value.code == "damaged"


def test_what_another_window_saved_is_not_deleted(tmp_path: Path) -> None:
    mine, other = file_store(tmp_path), file_store(tmp_path)
    mine.save(a_visit())
    other.load()
    other.save(another("o2"))
    with pytest.raises(StorageError) as caught:
        mine.clear()
    assert caught.value.code == "saved_elsewhere"
    assert file_store(tmp_path).load() == another("o2")


def test_a_file_that_cannot_be_deleted_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = file_store(tmp_path)
    store.save(a_visit())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StorageError) as caught:
        store.clear()
    assert caught.value.code == "not_deleted"


def test_a_cleared_store_saves_anew(store: VisitStore) -> None:
    store.save(a_visit())
    store.clear()
    store.save(another("o0"))
    assert store.load() == another("o0")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other accounts out by the folder")
def test_other_accounts_of_this_computer_cannot_read_the_answers(tmp_path: Path) -> None:
    store = FileVisitStore(tmp_path / "visit.json", lambda: datetime(2026, 11, 26, tzinfo=UTC))
    store.save(Visit("small", "1", 7).with_answer("place", ("near",)))
    assert (tmp_path / "visit.json").stat().st_mode & 0o777 == 0o600
