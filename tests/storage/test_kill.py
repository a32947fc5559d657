"""What was acknowledged is there, whenever the program is killed and whenever the disk is full."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from caremgr_desktop.core.visit import Visit
from tests.storage.visits import QUIZ, path_in, sqlite_store

QUIZ_AFTER_QUIZ = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from caremgr_desktop.core.kept import Outcome
from caremgr_desktop.core.visit import RESULT, Visit
from caremgr_desktop.storage.visit_store import SqliteStore

store = SqliteStore(Path(sys.argv[1]), "sample", lambda: datetime.now(UTC))
seed = int(sys.argv[2])
while True:
    visit = Visit("sample", "1", seed)
    for number in range(24):
        visit = visit.with_answer(f"q{number}", (f"o{seed}",))
        store.save(visit)
        print(seed, number, flush=True)
    store.save(visit.at(RESULT), Outcome("clear", ("case",)))
    store.close()
    seed += 1
"""
LONGEST_LIFE_SECONDS = 0.25
FIRST_LIFE_SECONDS = 0.03


@pytest.mark.parametrize("chance", range(10))
def test_every_acknowledged_answer_survives_a_kill(tmp_path: Path, chance: int) -> None:
    """Ten kills at random moments, one after the other, on the same file: 100 in all."""
    random = Random(chance)  # noqa: S311 - chance, no secret
    acknowledged: dict[int, int] = {}
    for life in range(10):
        command = [sys.executable, "-c", QUIZ_AFTER_QUIZ, str(path_in(tmp_path)), str(life * 1000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            killing = Timer(random.uniform(FIRST_LIFE_SECONDS, LONGEST_LIFE_SECONDS), process.kill)
            killing.start()
            said = process.stdout.read()
            killing.join()
        for line in said.splitlines(keepends=True):
            if line.endswith("\n"):  # The kill may have cut the last one.
                seed, number = (int(word) for word in line.split())
                acknowledged[seed] = number
        if path_in(tmp_path).exists():
            with closing(sqlite3.connect(path_in(tmp_path))) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert acknowledged
    store = sqlite_store(tmp_path)
    for seed, last in acknowledged.items():
        visit = store.open(seed)
        assert visit is not None
        assert {f"q{number}" for number in range(last + 1)} <= visit.answers.keys()
    store.close()


UNTIL_THE_DISK_IS_FULL = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import StorageError
from caremgr_desktop.storage.visit_store import SqliteStore

store = SqliteStore(Path(sys.argv[1]), "sample", lambda: datetime.now(UTC))
visit, refused = Visit("sample", "1", 1), 0
for number in range(100_000):
    visit = visit.with_answer(f"q{number}", ("x" * 500,))
    try:
        store.save(visit)
        print("saved", number, flush=True)
        refused = 0
    except StorageError as error:
        print(error.code, flush=True)
        refused += 1
    if refused == 20:
        break
"""


def saved_until_full(command: list[str]) -> int:
    """Run the program that fills a disk; return the last answer that was acknowledged."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert {line for line in lines if not line.startswith("saved")} == {"not_saved"}
    assert lines[-20:] == ["not_saved"] * 20
    return max(int(line.split()[1]) for line in lines if line.startswith("saved"))


def all_there(folder: Path, last: int) -> None:
    """Check that each answer up to the last one is there, and that saving works again."""
    store = sqlite_store(folder)
    visit = store.open(1)
    assert visit is not None
    assert {f"q{number}" for number in range(last + 1)} <= visit.answers.keys()
    store.save(Visit(QUIZ, "1", 2).with_answer("one", ("o1",)))
    assert len(store.kept()) == 2
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows sets a process no largest file")
def test_where_no_file_may_grow_the_quiz_goes_on_and_nothing_saved_is_harmed(
    tmp_path: Path,
) -> None:
    limit = "import resource, signal; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
    ignore = "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    code = f"{limit}; {ignore}\n{UNTIL_THE_DISK_IS_FULL}"
    last = saved_until_full([sys.executable, "-c", code, str(path_in(tmp_path))])
    all_there(tmp_path, last)


def can_mount() -> bool:
    """Whether a small disk of one's own can be had here."""
    if shutil.which("unshare") is None:
        return False
    words = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="no small disk can be mounted here")
def test_on_a_full_disk_the_quiz_goes_on_and_nothing_saved_is_harmed(tmp_path: Path) -> None:
    disk, copy = tmp_path / "disk", tmp_path / "copy"
    disk.mkdir()
    script = (
        f'mount -t tmpfs -o size=400k tmpfs "{disk}" && "$0" -c "$1" "{path_in(disk)}";'
        f' cp -r "{disk}" "{copy}"'
    )
    command = ["unshare", "-rm", "sh", "-c", script, sys.executable, UNTIL_THE_DISK_IS_FULL]
    last = saved_until_full(command)
    all_there(copy, last)
