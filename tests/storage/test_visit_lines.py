"""The file of the visit has a line for each answer: cut off, damaged or newer ones harm nothing."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import PARTLY_DAMAGED, StorageError
from caremgr_desktop.storage.visit_file import ENOUGH_BYTES, LARGEST_BYTES, FileVisitStore
from caremgr_desktop.storage.visit_json import visit_as_json


def noon() -> datetime:
    return datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def another(answer: str) -> Visit:
    return Visit("sample", "1", 9).with_answer("one", (answer,))


def answered(path: Path) -> Visit | None:
    return FileVisitStore(path, noon).load()


def file_of_three(tmp_path: Path) -> Path:
    """Return a file to which three answers were saved, one after the other."""
    path = tmp_path / "data" / "visit.json"
    store = FileVisitStore(path, noon)
    for option in ("o0", "o1", "o2"):
        store.save(another(option))
    return path


def test_a_line_that_was_cut_off_at_any_letter_leaves_the_answers_before_it(tmp_path: Path) -> None:
    path = file_of_three(tmp_path)
    held = path.read_bytes()
    last = held.rindex(b"\n", 0, -1) + 1
    for length in range(last, len(held)):
        path.write_bytes(held[:length])
        assert answered(path) == another("o1")


def test_after_a_line_that_was_cut_off_answers_are_saved_whole(tmp_path: Path) -> None:
    path = file_of_three(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    store = FileVisitStore(path, noon)
    assert store.load() == another("o1")
    store.save(another("o0"))
    assert answered(path) == another("o0")


@pytest.mark.parametrize("last", [b"garbage", b'{"x": 1}', b"\0\0\0", b'{"format": 1}'])
def test_of_a_damaged_last_line_the_person_hears_and_those_before_it_are_loaded(
    tmp_path: Path, last: bytes
) -> None:
    path = file_of_three(tmp_path)
    path.write_bytes(path.read_bytes() + last + b"\n")
    store = FileVisitStore(path, noon)
    with pytest.raises(StorageError) as caught:
        store.load()
    assert caught.value.code == PARTLY_DAMAGED
    assert Path(str(caught.value.params["path"])).read_bytes().endswith(last + b"\n")
    assert store.load() == another("o2")
    store.save(another("o0"))
    assert answered(path) == another("o0")


@pytest.mark.parametrize("blank", [b"\n", b" \n", b"\r\n\r\n"])
def test_blank_lines_are_passed_over(tmp_path: Path, blank: bytes) -> None:
    path = file_of_three(tmp_path)
    path.write_bytes(path.read_bytes() + blank)
    assert answered(path) == another("o2")


def test_no_flipped_bit_gives_other_answers_in_silence(tmp_path: Path) -> None:
    path = file_of_three(tmp_path)
    held = path.read_bytes()
    last = held.rindex(b"\n", 0, -1) + 1
    for place in range(last, len(held) - 1):
        flipped = bytearray(held)
        flipped[place] ^= 4
        path.write_bytes(bytes(flipped))
        try:
            assert FileVisitStore(path, noon).load() in (another("o2"), another("o1"))
        except StorageError as error:
            assert error.code in (PARTLY_DAMAGED, "newer")  # noqa: PT017 - either will do
        for left in path.parent.iterdir():
            left.unlink()


def test_deleting_leaves_no_answers_beside_the_file(tmp_path: Path) -> None:
    path = file_of_three(tmp_path)
    (path.parent / f"{path.name}.damaged-2026-11-24-120000").write_text("o7", encoding="utf-8")
    (path.parent / f".{path.name}.4711").write_text("o8", encoding="utf-8")
    (path.parent / "visit-other.json").write_text("another quiz", encoding="utf-8")
    store = FileVisitStore(path, noon)
    store.load()
    store.clear()
    assert [left.name for left in path.parent.iterdir()] == ["visit-other.json"]


def test_each_answer_is_on_the_disk_before_it_counts_as_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    sync = os.fsync

    def watched(handle: int) -> None:
        synced.append(os.fstat(handle).st_size)
        sync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    path = file_of_three(tmp_path)
    assert len(synced) == 3
    assert synced[-1] == path.stat().st_size


def test_a_file_is_begun_anew_long_before_it_is_too_large_to_read() -> None:
    assert 4 * ENOUGH_BYTES < LARGEST_BYTES


@pytest.mark.parametrize("place", [0, -1])
def test_a_line_of_a_newer_program_leaves_the_whole_file_alone(tmp_path: Path, place: int) -> None:
    path = file_of_three(tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[place] = '{"format": 3, "more": "than we know"}'
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        answered(path)
    assert caught.value.code == "newer"


def test_a_file_laid_out_over_several_lines_is_read(tmp_path: Path) -> None:
    path = tmp_path / "visit.json"
    path.write_text(json.dumps(visit_as_json(another("o1")), indent=2) + "\n", encoding="utf-8")
    store = FileVisitStore(path, noon)
    assert store.load() == another("o1")
    store.save(another("o0"))
    assert answered(path) == another("o0")


def test_the_file_stays_small_however_often_answers_are_changed(tmp_path: Path) -> None:
    path = tmp_path / "visit.json"
    store = FileVisitStore(path, noon)
    sizes = []
    for number in range(1_500):
        store.save(another(f"o{number}"))
        sizes.append(path.stat().st_size)
    assert answered(path) == another("o1499")
    assert max(sizes) < 2 * ENOUGH_BYTES


def test_a_disk_that_takes_half_a_line_keeps_what_was_saved_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_of_three(tmp_path)
    store = FileVisitStore(path, noon)
    store.load()
    held = path.read_bytes()
    write = os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda handle, data: write(handle, data[:10]))
        with pytest.raises(StorageError) as caught:
            store.save(another("o0"))
    assert caught.value.code == "not_saved"
    assert path.read_bytes() == held
    store.save(another("o0"))
    assert answered(path) == another("o0")


def test_nothing_of_an_earlier_visit_stays_in_the_file(tmp_path: Path) -> None:
    path = file_of_three(tmp_path)
    store = FileVisitStore(path, noon)
    store.load()
    store.save(Visit("sample", "1", 10).with_answer("two", ("o7",)))
    assert b"o2" not in path.read_bytes()
    store.clear()
    store.save(Visit("sample", "1", 10).with_answer("two", ("o8",)))
    assert b"o7" not in path.read_bytes()
