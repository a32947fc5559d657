"""Writes a file, or a line at its end, whole or not at all."""

import os
from errno import ENOSPC
from pathlib import Path

PRIVATE = 0o600
SHARED = 0o666
"""What the person's own mask takes away from is taken away."""
BINARY = getattr(os, "O_BINARY", 0)
FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY
AT_THE_END = os.O_WRONLY | os.O_APPEND | BINARY


def write_text(path: Path, text: str, *, is_private: bool = False) -> None:
    """Replace a file's text in one step, so that a crash leaves the old or the new.

    The text is on the disk before the name moves. What ``is_private`` can be read by
    this person's account alone, where the system has such a thing. Raises OSError.
    """
    write_bytes(path, text.encode("utf-8"), is_private=is_private)


def write_bytes(path: Path, data: bytes, *, is_private: bool = False) -> None:
    """Replace a file's bytes in one step; raises OSError.

    The new file's name holds the process, so that two programs don't meet in it.
    """
    new = path.with_name(f".{path.name}.{os.getpid()}")
    mode = PRIVATE if is_private else SHARED
    try:
        handle = os.open(new, FLAGS, mode)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(new, FLAGS, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def append_bytes(path: Path, data: bytes) -> os.stat_result:
    """Add bytes to the end of a file that is there, and return what the system tells of it then.

    They are on the disk before this returns, and half of them is taken off again: only
    a machine that stops meanwhile leaves a part. Raises OSError.
    """
    handle = os.open(path, AT_THE_END)
    try:
        before = os.fstat(handle).st_size
        try:
            _write_whole(handle, data)
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, before)
            raise
        return os.fstat(handle)
    finally:
        os.close(handle)


def _write_whole(handle: int, data: bytes) -> None:
    """Write all of it; a disk without room takes a part and says nothing."""
    if os.write(handle, data) < len(data):
        raise OSError(ENOSPC, os.strerror(ENOSPC))
