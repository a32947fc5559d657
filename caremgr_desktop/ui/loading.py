"""Loads PySide6 in half the time.

At each start its bootstrap compiles 110 KB of Python from source and three patterns
of 6,000 characters, which it needs for its error messages, and then wraps the import
statement. Here the code is kept in a file, a pattern waits for its first use, and the
import statement is as before. What is kept is used for the very same source alone.

WORKAROUND https://github.com/napari/napari/issues/8584
"""

import builtins
import linecache
import marshal
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, ModuleType
from typing import Any, Protocol
from zlib import crc32

from caremgr_desktop.ui.enumerations import hasten

SUPPORT = "shibokensupport/"
WITHOUT_USE = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes the stub files of PySide6 when that is built; its imports take a tenth of the load."""
LONG_PATTERN = 2_000
"""Characters; the standard library's patterns have a third of that at most."""
_CHECKSUM_SIZE = 4


class Shelf(Protocol):
    """Keeps some bytes until the next start, or none."""

    def read(self) -> bytes:
        """Return what was kept; no bytes where nothing was."""

    def write(self, data: bytes) -> None:
        """Keep these bytes where that can be done."""


def load_qt(shelf: Shelf) -> None:
    """Import PySide6; what it compiles is kept on a shelf. Raises ImportError."""
    hasten()
    kept = KeptCode(shelf, builtins.compile)
    with _instead(builtins, "compile", kept.compile), _instead(re, "compile", late_pattern):
        import PySide6.QtCore
    assert PySide6.QtCore is not None  # noqa: S101 - loading it is all that was wanted
    kept.write()
    _unhook()
    linecache.clearcache()  # Source that PySide6 had looked at: 0.2 MiB.


def _unhook() -> None:
    """Let imports run as before Qt was loaded.

    PySide6 wraps ``__import__`` to look for ``from __feature__ import``, which this
    program doesn't use, and reads the source of each module imported after it: some
    6 ms of the start, and the source of 90 modules kept in memory.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original


@contextmanager
def _instead(module: ModuleType, name: str, other: object) -> Iterator[None]:
    """Let a name of a module stand for something else for a while."""
    names = vars(module)
    original = names[name]
    names[name] = other
    try:
        yield
    finally:
        names[name] = original


class KeptCode:
    """The compiled code of PySide6's bootstrap, kept beside its source."""

    def __init__(self, shelf: Shelf, compile_source: Callable[..., Any]) -> None:
        self._shelf = shelf
        self._compile_source = compile_source
        self._kept = self._read()
        self._is_changed = False

    def compile(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        """Do what ``compile`` does; code of the bootstrap is taken from the shelf if it fits.

        What the bootstrap loads without a use for it becomes an empty module.
        """
        if not (isinstance(source, bytes) and str(filename).startswith(SUPPORT)):
            return self._compile_source(source, filename, mode, *rest, **named)
        if filename == WITHOUT_USE:
            return self._compile_source(b"", filename, mode, *rest, **named)
        known_source, code = self._kept.get(filename, (b"", None))
        if code is None or known_source != source:
            code = self._compile_source(source, filename, mode, *rest, **named)
            self._kept[filename] = (source, code)
            self._is_changed = True
        return code

    def write(self) -> None:
        """Keep what was compiled, for the next start."""
        if self._is_changed:
            data = marshal.dumps(self._kept)
            self._shelf.write(_checksum(data) + data)

    def _read(self) -> dict[str, tuple[bytes, CodeType]]:
        found = self._shelf.read()
        checksum, data = found[:_CHECKSUM_SIZE], found[_CHECKSUM_SIZE:]
        if checksum != _checksum(data):
            return {}
        kept: dict[str, tuple[bytes, CodeType]] = marshal.loads(data)  # noqa: S302 - as pyc files are, from the person's own folder
        return kept


def _checksum(data: bytes) -> bytes:
    """Return the checksum of kept code, which is good for one Python and its flags alone."""
    python = f"{sys.version} {sys.flags.optimize}"
    return crc32(data, crc32(python.encode())).to_bytes(_CHECKSUM_SIZE, "big")


def late_pattern(pattern: Any, flags: Any = 0) -> Any:
    """Do what ``re.compile`` does, at the first use where a pattern is very long."""
    if isinstance(pattern, str) and len(pattern) > LONG_PATTERN:
        return LatePattern(pattern, flags)
    return _compiled(pattern, flags)


_compiled = re.compile


class LatePattern:
    """A pattern that is compiled when one of its methods is first called."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def method(*values: Any, **named: Any) -> Any:
            return getattr(re.compile(self._pattern, self._flags), name)(*values, **named)

        return method
