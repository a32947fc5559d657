"""Gathers the figures of wanted cells from a published table, and holds them to sense."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from caremgr_desktop.career.pay_changes import FIGURES
from caremgr_desktop.career.pay_release import Release
from caremgr_desktop.content.faults import shown
from caremgr_desktop.content.oews_codes import Key
from caremgr_desktop.errors import TableError

LOWEST_WAGE_USD = 10_000
HIGHEST_WAGE_USD = 1_000_000
LONGEST_NUMBER = 9
NOT_RELEASED = frozenset({"", "-", "*", "**"})
"""The flat file has a hyphen, the workbooks one star for wages and two for employment."""
CAPPED = "#"
"""In the workbooks: a wage at or above the highest that is published, 239,200 in May 2025."""

Tell = Callable[[float], None]
"""Is told the part that is done, from 0 to 1."""


class Reading(NamedTuple):
    """One figure as it was read; None where none is given."""

    value: int | None
    is_capped: bool = False


@dataclass(slots=True)
class Found:
    """What was found of one cell, by the names of the figures, and in which line first."""

    line: int
    readings: dict[str, Reading] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """The wanted cells of a published table, and the release that it is of."""

    release: Release
    cells: Mapping[Key, Found]


def number_in(text: str, line: int, *, is_separated: bool = False) -> int:
    """Return a whole number; ``is_separated`` allows commas. Raises TableError ``bad_figure``."""
    digits = text.replace(",", "") if is_separated else text
    if not (digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER):
        raise TableError("bad_figure", value=shown(text), line=line)
    return int(digits)


class Gatherer:
    """Takes figures of wanted cells as they come."""

    def __init__(self, wanted: Collection[Key]) -> None:
        self.wanted = frozenset(wanted)
        self.cells: dict[Key, Found] = {}

    def add(self, key: Key, name: str, reading: Reading, line: int) -> None:
        """Take one figure; raises TableError for one that makes no sense, or for two at odds."""
        _check(name, reading, line)
        found = self.cells.setdefault(key, Found(line))
        known = found.readings.setdefault(name, reading)
        if known != reading:
            raise TableError("two_figures", line=line, first_line=found.line)

    def finish(self) -> Mapping[Key, Found]:
        """Return the cells; raises TableError ``wages_fall`` and ``nothing_found``."""
        if not self.cells:
            raise TableError("nothing_found", cells=len(self.wanted))
        for found in self.cells.values():
            wages = [found.readings[name].value for name in FIGURES[1:] if name in found.readings]
            given = [wage for wage in wages if wage is not None]
            if given != sorted(given):
                raise TableError("wages_fall", line=found.line)
        return self.cells


def _check(name: str, reading: Reading, line: int) -> None:
    """Hold a figure to what it can be."""
    if reading.value is None:
        return
    if name == FIGURES[0]:
        if reading.value == 0:
            raise TableError("no_jobs", line=line)
    elif not LOWEST_WAGE_USD <= reading.value <= HIGHEST_WAGE_USD:
        raise TableError(
            "absurd_wage",
            value=reading.value,
            line=line,
            low=LOWEST_WAGE_USD,
            high=HIGHEST_WAGE_USD,
        )
