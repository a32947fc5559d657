"""Keeps parsed content as plain tuples, so that a start needs neither yaml nor msgspec.

A value is flattened to tuples with the name of its class in front and brought
back through a registry of classes: nothing of a cache file is run. The key is
the hash of the content files; a file that doesn't fit is ignored and made anew.
"""

import marshal
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from caremgr_desktop.atomic import write_bytes
from caremgr_desktop.content.find import content_files

FORMAT = 1
_MAP = "{}"
_TUPLE = "()"

Registry = Mapping[str, type]


def flatten(value: object) -> Any:
    """Return a value as tuples, text, numbers and None."""
    if is_dataclass(value) and not isinstance(value, type):
        inside = tuple(flatten(getattr(value, field.name)) for field in fields(value))
        return (type(value).__name__, *inside)
    if isinstance(value, Mapping):
        return (_MAP, *((key, flatten(item)) for key, item in value.items()))
    if isinstance(value, tuple):
        return (_TUPLE, *(flatten(item) for item in value))
    return value


def restore(flat: Any, registry: Registry) -> Any:
    """Return the value that was flattened.

    Raises KeyError, TypeError or IndexError for anything else.
    """
    if not isinstance(flat, tuple):
        return flat
    name = flat[0]
    if name == _TUPLE:
        return tuple([restore(item, registry) for item in flat[1:]])
    if name == _MAP:
        return MappingProxyType({key: restore(item, registry) for key, item in flat[1:]})
    return registry[name](*[restore(item, registry) for item in flat[1:]])


class Cache:
    """A folder of cache files for one state of the content files."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._folder = folder
        self._key = _key(content)

    def read(self, name: str, registry: Registry) -> Any:
        """Return the value kept under a name, or None."""
        try:
            return restore(marshal.loads(self._path(name).read_bytes()), registry)  # noqa: S302 - builds plain values and runs nothing
        except (OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
            return None

    def write(self, name: str, value: object) -> None:
        """Keep a value; where the folder can't be written the files are parsed each time."""
        try:
            write_bytes(self._path(name), marshal.dumps(flatten(value)))
        except OSError:
            return
        self._sweep(name)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}-{self._key}.cache"

    def _sweep(self, name: str) -> None:
        """Remove what earlier states of the files have left, but for the newest few."""
        files = sorted(self._folder.glob(f"{name}-*.cache"), key=_modified, reverse=True)
        for old in files[MOST_KEPT:]:
            old.unlink(missing_ok=True)


MOST_KEPT = 4


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _key(content: Path) -> str:
    digest = sha256(f"{FORMAT}/{sys.version}/{marshal.version}".encode())
    for path in content_files(content):
        digest.update(path.name.encode())
        try:
            digest.update(path.read_bytes())
        except OSError:
            digest.update(b"missing")
    return digest.hexdigest()[:32]
