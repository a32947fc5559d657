"""The unfinished visit as one file, written whole at every answer."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from caremgr_desktop.atomic import write_text
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.visit import WELCOME, Place, Visit
from caremgr_desktop.errors import StorageError

FORMAT_VERSION = 1
LARGEST_BYTES = 1_000_000
MOST_ASIDE = 100
PLACE_KINDS = ("welcome", "question", "review", "result")


class FileVisitStore:
    """Keeps one visit in a file; ``now`` dates a damaged file that is set aside."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now

    def save(self, visit: Visit) -> None:
        """Keep the visit; raises StorageError ``not_saved``."""
        try:
            write_text(self._path, json.dumps(visit_as_json(visit)))
        except OSError as error:
            raise StorageError("not_saved", path=str(self._path)) from error

    def load(self) -> Visit | None:
        """Return the visit, or None; raises StorageError ``damaged`` or ``newer``."""
        try:
            if self._path.stat().st_size > LARGEST_BYTES:
                raise self._set_aside()
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError("unreadable", path=str(self._path)) from error
        except (ValueError, RecursionError) as error:
            raise self._set_aside() from error
        if isinstance(found, dict) and _is_newer(found.get("format")):
            raise StorageError("newer", path=str(self._path))
        try:
            return visit_from_json(found)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._set_aside() from error

    def clear(self) -> None:
        """Forget the visit; raises StorageError ``not_saved``."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError("not_saved", path=str(self._path)) from error

    def _set_aside(self) -> StorageError:
        first = f"{self._path.name}.damaged-{self._now():%Y-%m-%d-%H%M%S}"
        names = (first, *(f"{first}-{number}" for number in range(2, MOST_ASIDE)))
        free = (name for name in names if not self._path.with_name(name).exists())
        aside = self._path.with_name(next(free, first))
        try:
            self._path.replace(aside)
        except OSError:
            aside = self._path
        return StorageError("damaged", path=str(aside))


def visit_as_json(visit: Visit) -> dict[str, object]:
    """Return the visit as plain values."""
    return {
        "format": FORMAT_VERSION,
        "quiz": {"id": visit.quiz_id, "version": visit.quiz_version},
        "seed": visit.seed,
        "answers": {key: list(picks) for key, picks in visit.answers.items()},
        "importances": {key: int(value) for key, value in visit.importances.items()},
        "trail": [[place.kind, place.question_id] for place in visit.trail],
    }


def visit_from_json(found: Mapping[str, object]) -> Visit:
    """Return the visit that plain values describe.

    Raises KeyError, TypeError, ValueError or AttributeError for anything else.
    """
    quiz = _mapping(found["quiz"])
    answers = {_text(key): _texts(picks) for key, picks in _mapping(found["answers"]).items()}
    importances = {
        _text(key): Importance(_whole(value))
        for key, value in _mapping(found["importances"]).items()
    }
    trail = tuple(_place(step) for step in _items(found["trail"]))
    return Visit(
        quiz_id=_text(quiz["id"]),
        quiz_version=_text(quiz["version"]),
        seed=_whole(found["seed"]),
        answers=MappingProxyType(answers),
        importances=MappingProxyType(importances),
        trail=trail or (WELCOME,),
    )


def _is_newer(version: object) -> bool:
    return isinstance(version, int) and version > FORMAT_VERSION


def _place(step: object) -> Place:
    kind, question_id = _texts(step)
    if kind not in PLACE_KINDS:
        raise ValueError(kind)
    return Place(kind, question_id)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(item) for item in _items(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
