"""Keeps parsed content as plain tuples, so that a start needs neither yaml nor msgspec.

A value is flattened to tuples with the name of its class in front and brought
back through a registry of classes: nothing of a cache file is run. The key is
the fingerprint of the content files; a file that doesn't fit is ignored and made anew.
"""

import marshal
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from caremgr_desktop.content.files import SINGLE_FILES, content_names, read_bytes
from caremgr_desktop.content.fingerprint import Fingerprint
from caremgr_desktop.errors import ContentError

FORMAT = 3
MOST_KEPT = 4
"""States of the content files whose cache is kept; people try one set and go back."""
_MAP = "{}"
_TUPLE = "()"
_CHECKSUM_SIZE = 32

Registry = Mapping[str, type]


def registry_of(kinds: Iterable[type]) -> Registry:
    """Return the registry of some classes of values."""
    return {kind.__name__: kind for kind in kinds}


def flatten(value: object) -> Any:
    """Return a value as tuples, text, numbers and None."""
    names = getattr(type(value), "__match_args__", ())
    if names:  # A dataclass or a named tuple.
        return (type(value).__name__, *(flatten(getattr(value, name)) for name in names))
    if isinstance(value, Mapping):
        return (_MAP, *((key, flatten(item)) for key, item in value.items()))
    if isinstance(value, tuple):
        return (_TUPLE, *(flatten(item) for item in value))
    return value


def restore(flat: Any, registry: Registry) -> Any:
    """Return the value that was flattened.

    Raises KeyError, TypeError, ValueError or IndexError for anything else.
    """
    if type(flat) is not tuple:
        return flat
    name = flat[0]
    if name == _MAP:
        return MappingProxyType({key: restore(item, registry) for key, item in flat[1:]})
    # Most of what is inside is text and numbers: the test here saves a call for each of them.
    inside = [item if type(item) is not tuple else restore(item, registry) for item in flat[1:]]
    return tuple(inside) if name == _TUPLE else registry[name](*inside)


class Cache:
    """A folder of cache files for one state of the content files."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._folder = folder
        self._content = content
        self._key = key_of(content)

    def read(self, name: str, registry: Registry) -> Any:
        """Return the value kept under a name, or None."""
        try:
            data = self._path(name).read_bytes()
            checksum, flat = data[:_CHECKSUM_SIZE], data[_CHECKSUM_SIZE:]
            if checksum != _checksum(flat, registry):
                return None
            return restore(marshal.loads(flat), registry)  # noqa: S302 - its checksum is ours, and it holds no code
        except (OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
            return None

    def write(self, name: str, value: object, registry: Registry) -> None:
        """Keep a value, unless the content files have changed since they were read.

        Where the folder can't be written the files are parsed at each start.
        """
        from caremgr_desktop.atomic import write_bytes

        if key_of(self._content) != self._key:
            return
        flat = marshal.dumps(flatten(value))
        try:
            write_bytes(self._path(name), _checksum(flat, registry) + flat)
            self._sweep(name)
        except OSError:
            return

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}-{self._key}.cache"

    def _sweep(self, name: str) -> None:
        """Remove what earlier states of the files have left, but for the newest few."""
        files = sorted(self._folder.glob(f"{name}-*.cache"), key=_modified, reverse=True)
        for old in files[MOST_KEPT:]:
            old.unlink(missing_ok=True)


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _checksum(flat: bytes, registry: Registry) -> bytes:
    """Return the fingerprint of a flattened value and of the fields of the classes in it."""
    names = [(name, getattr(kind, "__match_args__", ())) for name, kind in registry.items()]
    fingerprint = Fingerprint()
    fingerprint.update(repr(sorted(names)).encode())
    fingerprint.update(flat)
    return fingerprint.text().encode().ljust(_CHECKSUM_SIZE)


def key_of(content: Path) -> str:
    """Return the fingerprint of all content files, of this format and of this Python."""
    digest = Fingerprint()
    digest.update(f"{FORMAT}/{sys.version}/{marshal.version}".encode())
    try:
        names = content_names(content)
    except ContentError as error:
        names = list(SINGLE_FILES)
        digest.update(error.code.encode())
    for name in names:
        try:
            data = read_bytes(content, name)
        except ContentError as error:
            data = error.code.encode()
        digest.update(f"{len(name)}/{name}/{len(data)}/".encode(errors="surrogateescape"))
        digest.update(data)
    return digest.text()
