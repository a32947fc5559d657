"""What a version before the database has left is taken over, once and whole."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.errors import StorageError
from caremgr_desktop.storage.visit_json import visit_from_json
from caremgr_desktop.storage.visit_store import SqliteStore
from tests.storage.visits import (
    FILES,
    HAS_MUCH,
    QUIZ,
    a_visit,
    another,
    line_of,
    path_in,
    ticking,
    visit_as_json,
)


def earlier(folder: Path) -> Path:
    """Return where the earlier version kept its file."""
    return folder / "data" / "visit-sample.json"


def store_beside(folder: Path, data: bytes) -> SqliteStore:
    """Return a store beside a file of the earlier version."""
    earlier(folder).parent.mkdir(exist_ok=True)
    earlier(folder).write_bytes(data)
    return SqliteStore(path_in(folder), QUIZ, ticking(), earlier(folder))


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_each_format_is_taken_over_and_removed(tmp_path: Path, version: int) -> None:
    store = store_beside(tmp_path, (FILES / f"visit-{version}.json").read_bytes())
    expected = a_visit()
    if version == 2:
        expected = expected.with_answer("two", ("o0",)).with_have(HAS_MUCH)
    mark = store.bookmark()
    assert mark is not None
    assert mark.visit_id == 42
    assert store.open(42) == expected
    assert not earlier(tmp_path).exists()
    store.close()
    assert SqliteStore(path_in(tmp_path), QUIZ, ticking(), earlier(tmp_path)).open(42) == expected


def test_what_is_in_the_store_already_is_not_written_over(tmp_path: Path) -> None:
    store = store_beside(tmp_path, line_of(a_visit()))
    store.bookmark()
    later = a_visit().with_answer("one", ("o2",))
    store.save(later)
    store.close()
    again = store_beside(tmp_path, line_of(a_visit()))
    assert again.open(42) == later


def test_where_the_last_line_is_damaged_the_one_before_it_counts(tmp_path: Path) -> None:
    data = line_of(a_visit()) + line_of(another(42)).replace(b"o2", b"o1")
    store = store_beside(tmp_path, data)
    with pytest.raises(StorageError) as caught:
        store.bookmark()
    assert caught.value.code == "partly_damaged"
    assert Path(str(caught.value.params["path"])).read_bytes() == data
    assert store.open(42) == a_visit()
    assert not earlier(tmp_path).exists()


def test_a_line_without_an_end_was_never_acknowledged(tmp_path: Path) -> None:
    whole = line_of(a_visit()) + line_of(a_visit().with_answer("one", ("o0",)))
    for end in range(len(line_of(a_visit())), len(whole), 7):
        folder = tmp_path / str(end)
        folder.mkdir()
        store = store_beside(folder, whole[:end])
        assert store.open(42) == a_visit()
        store.close()


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
        json.dumps({**visit_as_json(a_visit()), "have": "all of it"}),
        "\x00\x01",
        '{"format": 1, "more": "' + "x" * 1_100_000 + '"}',
    ],
)
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, text: str) -> None:
    store = store_beside(tmp_path, text.encode())
    with pytest.raises(StorageError) as caught:
        store.save(another())
    assert caught.value.code == "damaged"
    assert store.open(43) == another()
    aside = tmp_path / "data" / "visit-sample.json.damaged-2026-11-24-120000"
    assert aside.read_text(encoding="utf-8") == text
    assert store.bookmark() is not None


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_no_json_makes_reading_fail_in_another_way(found: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        visit_from_json(found)  # type: ignore[arg-type]  # anything may stand in a file
