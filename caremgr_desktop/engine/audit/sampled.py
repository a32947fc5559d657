"""Which family comes first in a large sample, where there are too many sums to count them all."""

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from caremgr_desktop.engine.audit.counting import Vector
from caremgr_desktop.engine.audit.families import FamilyCounts
from caremgr_desktop.engine.audit.table import Table

SAMPLES = 400_000
CONTEXTS = 20_000
"""So many combinations are the contexts in which each question is looked at."""
SEED = 2026
"""The same sample every time, so that two audits of one quiz agree."""

Numbers = NDArray[np.int64]


class FamilySample:
    """Draws one table's combinations, each as likely as any other."""

    is_exact = False

    def __init__(self, table: Table) -> None:
        self._table = table
        self._ids = [role.id for role in table.quiz.families]
        columns = [table.columns[role_id] for role_id in self._ids]
        self._leads = table.leads(columns[0], columns[1:])
        chance = np.random.default_rng(SEED)
        self._arrays = [np.array(vectors, np.int64) for vectors in self._leads]
        self._places = [chance.integers(0, len(vectors), SAMPLES) for vectors in self._leads]
        self._sums: Numbers = np.zeros((SAMPLES, len(columns) - 1), np.int64)
        for array, places in zip(self._arrays, self._places, strict=True):
            self._sums += array[places]

    def counts(self) -> FamilyCounts:
        """Return how the sample falls out; ``standard_error`` is that of the largest share."""
        ahead = np.column_stack([np.zeros(SAMPLES, np.int64), -self._sums])
        best = ahead.max(axis=1, keepdims=True)
        is_first = ahead == best
        is_alone = is_first.sum(axis=1) == 1
        alone = [int((is_first[:, place] & is_alone).sum()) for place in range(len(self._ids))]
        ordered = np.sort(ahead, axis=1)
        margins, counts = np.unique(ordered[:, -1] - ordered[:, -2], return_counts=True)
        return FamilyCounts(
            combinations=self._table.combinations,
            shares={
                role_id: Fraction(count, SAMPLES)
                for role_id, count in zip(self._ids, alone, strict=True)
            },
            ties=Fraction(SAMPLES - sum(alone), SAMPLES),
            margins=tuple(
                (int(margin) / self._table.most, Fraction(int(count), SAMPLES))
                for margin, count in zip(margins, counts, strict=True)
            ),
            standard_error=max(standard_error(count, SAMPLES) for count in alone),
        )

    def contexts(self) -> Iterator[list[tuple[Vector, int]]]:
        """Yield for each question leads that one answer to every other came to, counted."""
        for array, places in zip(self._arrays, self._places, strict=True):
            others = self._sums[:CONTEXTS] - array[places[:CONTEXTS]]
            rows, counts = np.unique(others, axis=0, return_counts=True)
            yield [
                (tuple(int(part) for part in row), int(count))
                for row, count in zip(rows, counts, strict=True)
            ]

    def own(self, place: int) -> list[Vector]:
        """Return the leads of each answer to the question at a place."""
        return self._leads[place]


def standard_error(seen: int, tried: int) -> float:
    """Return the standard error of a share, which is not 0 where nothing or all was seen.

    By Agresti and Coull's rule two of each kind are added before the share is taken
    (The American Statistician 52, 1998, https://doi.org/10.1080/00031305.1998.10480550).
    """
    share = (seen + 2) / (tried + 4)
    return sqrt(share * (1 - share) / (tried + 4))
