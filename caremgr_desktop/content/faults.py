"""What is wrong with content files, and where."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from caremgr_desktop.errors import Param

FAULTS_PER_FILE = 500
"""Nobody reads more at once; a hostile file could have a hundred thousand."""
SHOWN_LENGTH = 40


class Place(NamedTuple):
    """A place in a text file; both count from 1, columns in characters."""

    line: int
    column: int


TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault at one place; ``file`` is relative to the content's folder, with slashes.

    ``code`` and ``params`` are what its sentence is made from. A warning doesn't
    keep the content from being used.
    """

    file: str
    line: int
    column: int
    code: str
    params: Mapping[str, Param] = field(default_factory=dict)
    is_warning: bool = False

    @property
    def place(self) -> str:
        """The place as editors and terminals understand it: ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"


def shown(text: object) -> str:
    """Return a value short enough for a sentence, on one line, with nothing unprintable."""
    line = " ".join(str(text)[: 4 * SHOWN_LENGTH].split())
    safe = "".join(char if char.isprintable() else "?" for char in line)
    return safe if len(safe) <= SHOWN_LENGTH else f"{safe[: SHOWN_LENGTH - 3]}..."


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults by file, line and column; the questions come before the resources."""
    return sorted(
        faults, key=lambda fault: (fault.file, fault.line, fault.column, fault.is_warning)
    )


class Faults:
    """Collects faults; a file that has too many is cut off with one that says so."""

    def __init__(self) -> None:
        self._found: list[Fault] = []
        self._counts: Counter[str] = Counter()

    def add(
        self,
        file: str,
        place: Place,
        code: str,
        params: Mapping[str, Param] | None = None,
        *,
        is_warning: bool = False,
    ) -> None:
        """Keep a fault, unless its file was cut off."""
        fault = Fault(file, place.line, place.column, code, params or {}, is_warning)
        self._counts[file] += 1
        if self._counts[file] < FAULTS_PER_FILE:
            self._found.append(fault)
        elif self._counts[file] == FAULTS_PER_FILE:
            limit = FAULTS_PER_FILE
            self._found.append(
                Fault(file, place.line, place.column, "too_many_faults", {"limit": limit})
            )

    @property
    def found(self) -> list[Fault]:
        """All faults so far, in order."""
        return in_order(self._found)

    @property
    def errors(self) -> list[Fault]:
        """Those that keep the content from being used, in order."""
        return [fault for fault in self.found if not fault.is_warning]

    def count(self, file: str) -> int:
        """Return how many faults and warnings the file has so far."""
        return self._counts[file]

    def has_room(self, file: str) -> bool:
        """Whether the file may have more faults before it is cut off."""
        return self._counts[file] < FAULTS_PER_FILE
