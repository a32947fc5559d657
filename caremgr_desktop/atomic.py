"""Writes a file whole or not at all."""

import os
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Replace a file's text in one step, so that a crash leaves the old or the new.

    The text is on the disk before the name moves. Raises OSError.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file's bytes in one step; raises OSError.

    The new file's name holds the process, so that two programs don't meet in it.
    """
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        file = new.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = new.open("wb")
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
