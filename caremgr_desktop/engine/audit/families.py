"""Which family comes first in how many combinations of answers, counted exactly."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from caremgr_desktop.engine.audit.counting import Sums, Vector
from caremgr_desktop.engine.audit.table import Table

MOST_WORK = 4_000_000
"""Sums times questions times the bytes of a count: of three families and more, some seconds.

Two families are always counted exactly: their sums lie on one line.
"""


@dataclass(frozen=True, slots=True)
class FamilyCounts:
    """How all combinations of answers fall out among the families.

    ``shares`` is the exact part of the combinations that puts a family first alone, by
    its id, and ``ties`` the part in which several share first place. ``margins`` are
    pairs of a margin in parts of the fit and the part of the combinations that has it:
    with two families the first's lead before the second, with more the winner's.
    ``standard_error`` is above 0 where a sample was taken: then these are estimates.
    """

    combinations: int
    shares: dict[str, Fraction]
    ties: Fraction
    margins: tuple[tuple[Fraction, Fraction], ...]
    standard_error: float = 0.0


class Families(Protocol):
    """What is known of the families: counted exactly, or from a sample."""

    is_exact: bool

    def counts(self) -> FamilyCounts:
        """Return how the combinations fall out."""

    def contexts(self) -> Iterator[list[tuple[Vector, int]]]:
        """Yield for each question the leads that one answer to every other can come to."""

    def own(self, place: int) -> list[Vector]:
        """Return the leads of each answer to the question at a place."""


class FamilyAudit:
    """Counts one table's combinations."""

    is_exact = True

    def __init__(self, table: Table) -> None:
        self._table = table
        self._ids = [role.id for role in table.quiz.families]
        columns = [table.columns[role_id] for role_id in self._ids]
        self._leads = table.leads(columns[0], columns[1:])
        self._sums = Sums(self._leads)

    @property
    def is_counted(self) -> bool:
        """Whether all sums are counted, and not a sample of them."""
        return len(self._ids) == 2 or self._sums.work <= MOST_WORK

    def counts(self) -> FamilyCounts:
        """Return how the combinations fall out."""
        total = self._sums.combinations
        shares = dict.fromkeys(self._ids, 0)
        margins: Counter[int] = Counter()
        ties = 0
        for leads, count in self._sums.all():
            first = first_in(leads)
            if len(first) == 1:
                shares[self._ids[first[0]]] += count
            else:
                ties += count
            margins[_margin(leads)] += count
        most = self._table.most
        return FamilyCounts(
            combinations=total,
            shares={role_id: Fraction(count, total) for role_id, count in shares.items()},
            ties=Fraction(ties, total),
            margins=tuple(
                (margin / most, Fraction(count, total)) for margin, count in sorted(margins.items())
            ),
        )

    def contexts(self) -> Iterator[list[tuple[Vector, int]]]:
        """Yield for each question the leads that one answer to every other can come to.

        Each lead of the first family before the others comes with its count.
        """
        yield from self._sums.without_each()

    def own(self, place: int) -> list[Vector]:
        """Return the leads of each answer to the question at a place."""
        return self._leads[place]


def first_in(leads: Vector) -> tuple[int, ...]:
    """Return the families in first place; ``leads`` are the first family's before the others."""
    behind = (0, *leads)
    least = min(behind)
    return tuple([place for place, lead in enumerate(behind) if lead == least])


def _margin(leads: Vector) -> int:
    if len(leads) == 1:
        return leads[0]
    behind = sorted((0, *leads))
    return behind[1] - behind[0]


def moved(leads: Vector, mine: Vector) -> Vector:
    """Return leads with one answer's own added."""
    return tuple(map(int.__add__, leads, mine))
