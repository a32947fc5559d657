"""What a new year's wage table changes, figure by figure, in exact integers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from caremgr_desktop.career.pay import NATION, Wage

LIMIT_PERCENT = 10
"""A change of more than this is told; one of just this is not."""
PERCENT = 100
FIGURES = ("employment", "p10", "p25", "median", "p75", "p90")
"""The figures of a cell, named as the table's columns."""


class Cell(NamedTuple):
    """A row of the table: an area, an occupation, and an employer or all of them."""

    area: str
    occupation: str
    employer: str


class Figure(NamedTuple):
    """One figure of one cell."""

    cell: Cell
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that has changed by more than the limit."""

    figure: Figure
    old: int
    new: int

    @property
    def percent(self) -> float:
        """The change in percent of the old figure, below zero where it fell."""
        return PERCENT * (self.new - self.old) / self.old


@dataclass(frozen=True, slots=True)
class Lost:
    """A figure that is no longer given; ``is_capped`` where it is above what is published."""

    figure: Figure
    old: int
    is_capped: bool


@dataclass(frozen=True, slots=True)
class Released:
    """A figure that was not given before."""

    figure: Figure
    new: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a new table changes: ``changes`` biggest first, the rest in the table's order.

    ``gone`` are cells that had a figure and have none any more; their figures are not
    in ``lost``. ``kinds`` are those of the old table's cells with figures, and how many
    of each are gone.
    """

    compared: int
    changes: tuple[Change, ...]
    gone: tuple[Cell, ...]
    lost: tuple[Lost, ...]
    released: tuple[Released, ...]
    kinds: tuple[Kind, ...]

    @property
    def changed_cells(self) -> int:
        """How many cells have a figure that changed by more than the limit."""
        return len({change.figure.cell for change in self.changes})


class Kind(NamedTuple):
    """A kind of cells: ``nation``, ``employers`` (of the nation) or ``areas``."""

    name: str
    cells: int
    gone: int


def cell_of(wage: Wage) -> Cell:
    """Return which cell a row is."""
    return Cell(wage.area, wage.occupation, wage.employer)


def figures_of(wage: Wage) -> tuple[int | None, ...]:
    """Return a row's figures in the order of ``FIGURES``."""
    return (
        *(wage.employment, wage.p10_usd, wage.p25_usd),
        *(wage.median_usd, wage.p75_usd, wage.p90_usd),
    )


def compare(old: Sequence[Wage], new: Sequence[Wage], capped: AbstractSet[Figure]) -> Comparison:
    """Return what has changed between two tables of the same cells in the same order.

    ``capped`` are the new table's figures that are above what is published.
    """
    pairs = list(zip(old, new, strict=True))
    gone = [cell_of(was) for was, now in pairs if _has_figures(was) and not _has_figures(now)]
    steps = [step for was, now in pairs if _has_figures(now) for step in _steps(was, now)]
    changes = [
        Change(figure, was, now)
        for figure, was, now in steps
        if was and now is not None and is_over_limit(was, now)
    ]
    return Comparison(
        compared=len(pairs),
        changes=tuple(sorted(changes, key=lambda change: abs(change.percent), reverse=True)),
        gone=tuple(gone),
        lost=tuple(
            Lost(figure, was, figure in capped)
            for figure, was, now in steps
            if was is not None and now is None
        ),
        released=tuple(
            Released(figure, now) for figure, was, now in steps if was is None and now is not None
        ),
        kinds=tuple(_kinds([cell_of(was) for was in old if _has_figures(was)], set(gone))),
    )


def is_over_limit(old: int, new: int) -> bool:
    """Whether a figure has changed by more than the limit."""
    return abs(new - old) * PERCENT > LIMIT_PERCENT * old


def _has_figures(wage: Wage) -> bool:
    return any(figure is not None for figure in figures_of(wage))


def _steps(was: Wage, now: Wage) -> Iterator[tuple[Figure, int | None, int | None]]:
    """Yield each figure of a cell, before and now."""
    cell = cell_of(was)
    for name, before, after in zip(FIGURES, figures_of(was), figures_of(now), strict=True):
        yield Figure(cell, name), before, after


def _kinds(cells: Sequence[Cell], gone: AbstractSet[Cell]) -> Iterator[Kind]:
    """Yield the kinds that there are, with how many cells of each there are and were lost."""
    by_kind: dict[str, list[Cell]] = {}
    for cell in cells:
        by_kind.setdefault(_kind(cell), []).append(cell)
    for name, those in by_kind.items():
        yield Kind(name, len(those), sum(cell in gone for cell in those))


def _kind(cell: Cell) -> str:
    if cell.area != NATION:
        return "areas"
    return "employers" if cell.employer else "nation"
