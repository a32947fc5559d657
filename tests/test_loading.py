"""What a person may rely on when PySide6 is loaded in a shorter way."""

import re
import subprocess
import sys
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from caremgr_desktop.storage.kept_file import KeptFile
from caremgr_desktop.ui.loading import LONG_PATTERN, KeptCode, LatePattern, late_pattern

NAME = "shibokensupport/signature/loader.py"
LONG = "|".join(f"word{number}" for number in range(LONG_PATTERN // 6))


class MemoryShelf:
    """A shelf that keeps its bytes in memory."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def read(self) -> bytes:
        """Return the bytes."""
        return self.data

    def write(self, data: bytes) -> None:
        """Keep the bytes."""
        self.data = data


class Compiler:
    """Compiles, and counts how often it was asked."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        """Compile as Python does."""
        self.count += 1
        return compile(source, filename, mode, *rest, **named)


def value_of(code: CodeType) -> object:
    """Return what a piece of code calls ``value``."""
    found: dict[str, object] = {}
    exec(code, found)  # noqa: S102 - it was written in this test
    return found["value"]


def shelf_with(source: bytes) -> MemoryShelf:
    """Return a shelf that keeps the code of one source."""
    shelf = MemoryShelf()
    kept = KeptCode(shelf, compile)
    kept.compile(source, NAME, "exec")
    kept.write()
    return shelf


def test_code_of_the_bootstrap_is_compiled_at_the_first_start_alone() -> None:
    shelf, compiler = shelf_with(b"value = 1"), Compiler()
    kept = KeptCode(shelf, compiler)
    assert value_of(kept.compile(b"value = 1", NAME, "exec")) == 1
    assert compiler.count == 0


def test_another_source_is_compiled_anew_and_takes_the_place_of_the_old() -> None:
    shelf, compiler = shelf_with(b"value = 1"), Compiler()
    kept = KeptCode(shelf, compiler)
    assert value_of(kept.compile(b"value = 2", NAME, "exec")) == 2
    kept.write()
    assert value_of(KeptCode(shelf, compiler).compile(b"value = 2", NAME, "exec")) == 2
    assert compiler.count == 1


@pytest.mark.parametrize("place", [0, 3, 4, 40, -1])
def test_a_damaged_shelf_is_as_good_as_none(place: int) -> None:
    shelf, compiler = shelf_with(b"value = 1"), Compiler()
    data = bytearray(shelf.data)
    data[place] ^= 1
    kept = KeptCode(MemoryShelf(bytes(data)), compiler)
    assert value_of(kept.compile(b"value = 1", NAME, "exec")) == 1
    assert compiler.count == 1


@pytest.mark.parametrize("data", [b"", b"1", b"1234", b"12345"])
def test_a_cut_shelf_is_as_good_as_none(data: bytes) -> None:
    compiler = Compiler()
    KeptCode(MemoryShelf(data), compiler).compile(b"value = 1", NAME, "exec")
    assert compiler.count == 1


def test_nothing_but_the_bootstrap_is_kept() -> None:
    shelf = MemoryShelf()
    kept = KeptCode(shelf, compile)
    kept.compile(b"value = 1", "<string>", "exec")
    kept.compile("value = 1", NAME, "exec")
    kept.write()
    assert shelf.data == b""


def test_where_the_file_cannot_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "in_the_way").write_text("a file")
    file = KeptFile(tmp_path / "in_the_way" / "pyside6.cache")
    file.write(b"some")
    assert file.read() == b""


def test_a_kept_file_gives_back_its_bytes(tmp_path: Path) -> None:
    file = KeptFile(tmp_path / "deep" / "pyside6.cache")
    file.write(b"some")
    assert file.read() == b"some"


def test_a_long_pattern_finds_what_it_would_have_found() -> None:
    pattern, text = late_pattern(LONG.upper(), re.IGNORECASE), "a word7 and word12"
    assert isinstance(pattern, LatePattern)
    finditer = pattern.finditer
    expected = [found.span() for found in re.finditer(LONG.upper(), text, re.IGNORECASE)]
    assert [found.span() for found in finditer(text)] == expected
    assert len(expected) == 2


def test_a_long_pattern_waits_for_its_first_use() -> None:
    pattern = late_pattern(LONG + "(")
    with pytest.raises(re.error):
        pattern.search("word")


def test_a_usual_pattern_is_compiled_at_once() -> None:
    assert isinstance(late_pattern("a+"), re.Pattern)


LOADED = """
import builtins, re, sys
from pathlib import Path
before = builtins.compile, re.compile
from caremgr_desktop.storage.kept_file import KeptFile
from caremgr_desktop.ui.loading import load_qt
load_qt(KeptFile(Path(sys.argv[1])))
assert (builtins.compile, re.compile) == before
assert 'feature' not in builtins.__import__.__name__
from PySide6.QtCore import QSize
try:
    QSize("wide")
except TypeError as error:
    print(error)
"""
PLAIN = LOADED.replace("load_qt(KeptFile(Path(sys.argv[1])))", "").replace("assert 'feature'", "# ")


WITHOUT_TOOLS = """
import sys
from pathlib import Path
from caremgr_desktop.storage.kept_file import KeptFile
from caremgr_desktop.ui.loading import load_qt
load_qt(KeptFile(Path(sys.argv[1])))
from PySide6.QtCore import QSize
from PySide6.support.signature import get_signature
print(get_signature(QSize.scaled))
print(*(name for name in ("argparse", "logging") if name in sys.modules))
"""


def test_what_writes_stub_files_is_not_loaded_and_nothing_misses_it(tmp_path: Path) -> None:
    said = said_by(WITHOUT_TOOLS, tmp_path / "pyside6.cache").splitlines()
    assert "AspectRatioMode" in said[0]
    assert said[1:] == [""]


def said_by(program: str, path: Path) -> str:
    """Return what a program of its own process prints."""
    command = (sys.executable, "-c", program, str(path))
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_pyside_says_of_a_wrong_call_what_it_says_without_us(tmp_path: Path) -> None:
    path = tmp_path / "pyside6.cache"
    plain = said_by(PLAIN, path)
    assert "QSize" in plain
    assert said_by(LOADED, path) == plain
    first = path.stat().st_mtime_ns
    assert said_by(LOADED, path) == plain
    assert path.stat().st_mtime_ns == first
