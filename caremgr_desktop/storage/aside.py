"""Sets a damaged file aside under a dated name, with what belongs to it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from caremgr_desktop.errors import StorageError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

ASIDE = ".damaged-"
MOST_ASIDE = 100


def set_aside(path: Path, moment: datetime, companions: tuple[str, ...] = ()) -> Path:
    """Rename a file and return its new path; ``companions`` are endings of files beside it.

    Raises StorageError ``damaged_stays`` where it can't be renamed.
    """
    first = f"{path.name}{ASIDE}{moment:%Y-%m-%d-%H%M%S}"
    names = (first, *(f"{first}-{number}" for number in range(2, MOST_ASIDE)))
    free = (name for name in names if not path.with_name(name).exists())
    aside = path.with_name(next(free, first))
    try:
        path.replace(aside)
        for ending in companions:
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).replace(aside.with_name(aside.name + ending))
    except OSError as error:
        raise StorageError("damaged_stays", path=str(path)) from error
    return aside


def left_aside(path: Path) -> list[Path]:
    """Return what was set aside of a file."""
    start = f"{path.name}{ASIDE}"
    folder = path.parent
    found = folder.iterdir() if folder.is_dir() else ()
    return [each for each in found if each.name.startswith(start)]
