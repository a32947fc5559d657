"""The bookmark is believed as long as the database is as it was, and never after."""

import subprocess
import sys
from pathlib import Path

import pytest

from caremgr_desktop.core.kept import Bookmark, bookmark_of
from caremgr_desktop.core.ports import VisitStore
from caremgr_desktop.storage.bookmarks import NOTHING, BookmarkFile
from caremgr_desktop.storage.kept_file import KeptFile
from caremgr_desktop.storage.late_store import LateStore
from tests.storage.visits import a_visit, another, path_in, sqlite_store


class Making:
    """Makes stores and counts them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made = 0

    def __call__(self) -> VisitStore:
        self.made += 1
        return sqlite_store(self.folder)


def marks(folder: Path) -> BookmarkFile:
    return BookmarkFile(KeptFile(folder / "mark"), path_in(folder), folder / "visit.json")


def late(folder: Path) -> tuple[LateStore, Making]:
    making = Making(folder)
    return LateStore(marks(folder), making), making


def test_where_nothing_was_ever_saved_no_database_is_opened(tmp_path: Path) -> None:
    store, making = late(tmp_path)
    assert store.bookmark() is None
    store.close()
    assert making.made == 0


def test_the_next_start_knows_where_it_stopped_without_the_database(tmp_path: Path) -> None:
    store, _ = late(tmp_path)
    store.save(a_visit())
    store.close()
    store, making = late(tmp_path)
    assert store.bookmark() == Bookmark(42, answered=1, skipped=1)
    assert making.made == 0
    assert store.open(42) == a_visit()
    assert making.made == 1


def test_after_everything_was_deleted_there_is_nothing_to_go_on_with(tmp_path: Path) -> None:
    store, _ = late(tmp_path)
    store.save(a_visit())
    store.delete([42])
    store.close()
    store, making = late(tmp_path)
    assert store.bookmark() is None
    assert making.made == 0


def test_what_another_program_has_changed_since_is_asked_of_the_database(tmp_path: Path) -> None:
    store, _ = late(tmp_path)
    store.save(a_visit())
    store.close()
    other = sqlite_store(tmp_path)
    other.save(another())
    store, making = late(tmp_path)
    assert store.bookmark() == bookmark_of(another())  # It is open still: its log is there.
    assert making.made == 1
    other.close()
    store.close()
    store, making = late(tmp_path)
    assert store.bookmark() == bookmark_of(another())
    assert making.made == 0


def test_a_program_that_was_killed_is_no_reason_to_believe_the_bookmark(tmp_path: Path) -> None:
    store, _ = late(tmp_path)
    store.save(a_visit())
    store.close()
    code = (
        "import os, sys; from pathlib import Path; from tests.storage.visits import *\n"
        "store = sqlite_store(Path(sys.argv[1])); store.save(another()); os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, timeout=60)
    store, making = late(tmp_path)
    assert store.bookmark() == bookmark_of(another())
    assert making.made == 1


@pytest.mark.parametrize("held", [b"", b"{", b"1 2", b"1 2 3 4", b"\xff", b"1 2 x"])
def test_a_bookmark_that_cannot_be_read_is_none(tmp_path: Path, held: bytes) -> None:
    sqlite_store(tmp_path).save(a_visit())
    (tmp_path / "mark").write_bytes(held)
    assert marks(tmp_path).found() is None


def test_a_file_of_a_version_before_the_database_is_looked_at_first(tmp_path: Path) -> None:
    assert marks(tmp_path).found() == NOTHING
    (tmp_path / "visit.json").write_bytes(b"{}")
    assert marks(tmp_path).found() is None


def test_no_answer_stands_in_a_bookmark(tmp_path: Path) -> None:
    store, _ = late(tmp_path)
    store.save(another())
    store.close()
    held = (tmp_path / "mark").read_text(encoding="utf-8")
    assert "o0" not in held
    assert "one" not in held
