"""Which setting comes first in how many combinations: all of them tried, or a large sample."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.engine.audit.reach import reach
from caremgr_desktop.engine.audit.sampled import standard_error
from caremgr_desktop.engine.audit.table import Item, Table

MOST_COMBINATIONS = 4**16
"""So many combinations are tried one by one; of more a sample is taken."""
SAMPLES = 1_000_000
CHUNK = 50_000
SEED = 2026
"""The same sample every time, so that two audits of one quiz agree."""
INNER_LIMIT = 70_000
"""How many combinations of the first questions are tried at a stroke."""

Numbers = NDArray[np.signedinteger]
Progress = Callable[[float], None]
"""Is told the part that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class SettingCounts:
    """How often a setting comes first: ``alone``, and ``shared`` with others, as parts.

    ``standard_error`` is that of ``alone``, 0 where all combinations were tried.
    ``witness`` is a set of answers that brings it first, alone where that was seen;
    None where there is none, or, without ``is_proven``, where none was found.
    """

    alone: float
    shared: float
    standard_error: float
    witness: dict[str, Picks] | None
    is_proven: bool


class SettingAudit:
    """Counts one table's settings; a quiz without settings has nothing to count."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._ids = [role.id for role in table.quiz.settings]
        self._columns = [table.columns[role_id] for role_id in self._ids]
        self.is_exact = table.combinations <= MOST_COMBINATIONS

    def counts(self, progress: Progress) -> dict[str, SettingCounts]:
        """Return what each setting comes to, by its id."""
        if not self._ids:
            return {}
        found = self._try_all(progress) if self.is_exact else self._sample(progress)
        return {role_id: self._setting(found, place) for place, role_id in enumerate(self._ids)}

    def _setting(self, found: "_Firsts", place: int) -> SettingCounts:
        alone = found.alone[place] / found.tried
        shared = (found.first[place] - found.alone[place]) / found.tried
        seen = found.witnesses[place]
        is_proven = True
        if seen is None and not self.is_exact:
            others = [column for column in self._columns if column != self._columns[place]]
            searched = reach(self._table.leads(self._columns[place], others))
            seen, is_proven = searched.answers, searched.is_proven
        return SettingCounts(
            alone=alone,
            shared=shared,
            standard_error=0.0
            if self.is_exact
            else standard_error(found.alone[place], found.tried),
            witness=None if seen is None else self._answers(seen),
            is_proven=is_proven,
        )

    def _answers(self, places: Sequence[int]) -> dict[str, Picks]:
        return {
            item.question.id: item.answers[place]
            for item, place in zip(self._table.items, places, strict=True)
        }

    def _behind(self, item: Item) -> Numbers:
        """Return how far each setting is behind the best of them, by answer."""
        points = np.array([[row[column] for column in self._columns] for row in item.points])
        behind: Numbers = points.max(axis=1, keepdims=True) - points
        return behind

    def _try_all(self, progress: Progress) -> "_Firsts":
        """Try every combination: the sums of the first questions at once, the rest in turn."""
        tables = [self._behind(item) for item in self._table.items]
        cut = _cut([len(table) for table in tables])
        inner, outer = _sums(tables[:cut]), _sums(tables[cut:])
        small = _small_type(int(inner.max()) + int(outer.max()))
        inner = np.ascontiguousarray(inner.T.astype(small))
        outer = outer.astype(small)
        firsts = _Firsts(len(self._ids), inner.shape[1], small)
        sizes = [len(table) for table in tables]
        for row, ahead in enumerate(outer):
            firsts.look(inner, ahead[:, None])
            for place, column in firsts.fresh():
                firsts.witnesses[place] = _digits(column * len(outer) + row, sizes)
            if row % 256 == 0:
                progress(row / len(outer))
        firsts.tried = self._table.combinations
        return firsts

    def _sample(self, progress: Progress) -> "_Firsts":
        chance = np.random.default_rng(SEED)
        tables = [self._behind(item) for item in self._table.items]
        firsts = _Firsts(len(self._ids), CHUNK, np.int32)
        for done in range(0, SAMPLES, CHUNK):
            picked = [chance.integers(0, len(table), CHUNK) for table in tables]
            sums = np.zeros((CHUNK, len(self._ids)), np.int32)
            for table, places in zip(tables, picked, strict=True):
                sums += table.astype(np.int32)[places]
            firsts.look(np.ascontiguousarray(sums.T), np.zeros((len(self._ids), 1), np.int32))
            for place, column in firsts.fresh():
                firsts.witnesses[place] = tuple(int(places[column]) for places in picked)
            progress((done + CHUNK) / SAMPLES)
        firsts.tried = SAMPLES
        return firsts


class _Firsts:
    """Counts who comes first in many combinations at a stroke; its arrays are used again."""

    def __init__(self, settings: int, width: int, small: type[np.signedinteger]) -> None:
        self.first = [0] * settings
        self.alone = [0] * settings
        self.witnesses: list[tuple[int, ...] | None] = [None] * settings
        self.tried = 0
        self._is_sure = [False] * settings
        self._sums = np.empty((settings, width), small)
        self._least = np.empty(width, small)
        self._is_first = np.empty((settings, width), np.bool_)
        self._count = np.empty(width, np.int8)

    def look(self, behind: Numbers, more: Numbers) -> None:
        """Count combinations, given by setting and combination how far each is behind."""
        np.add(behind, more, out=self._sums)
        np.minimum.reduce(self._sums, axis=0, out=self._least)
        np.equal(self._sums, self._least, out=self._is_first)
        np.add.reduce(self._is_first.view(np.int8), axis=0, dtype=np.int8, out=self._count)
        self._is_alone = self._count == 1
        self._news: list[tuple[int, int]] = []
        for place, row in enumerate(self._is_first):
            alone = row & self._is_alone
            first_count, alone_count = np.count_nonzero(row), np.count_nonzero(alone)
            self.first[place] += int(first_count)
            self.alone[place] += int(alone_count)
            if alone_count and not self._is_sure[place]:
                self._is_sure[place] = True
                self._news.append((place, int(alone.argmax())))
            elif first_count and self.witnesses[place] is None:
                self._news.append((place, int(row.argmax())))

    def fresh(self) -> Iterator[tuple[int, int]]:
        """Yield the settings of which a better witness was seen, with its combination."""
        yield from self._news


def _cut(sizes: Sequence[int]) -> int:
    """Return how many of the first questions are tried at a stroke."""
    cut = 1
    while cut < len(sizes) and prod(sizes[: cut + 1]) <= INNER_LIMIT and cut < len(sizes):
        cut += 1
    return cut


def _sums(tables: Sequence[Numbers]) -> Numbers:
    """Return the sums of one row of each table, in the order of counting up."""
    if not tables:
        return np.zeros((1, 1), np.int64)
    sums = tables[0]
    for table in tables[1:]:
        sums = (sums[:, None, :] + table[None, :, :]).reshape(-1, table.shape[1])
    return sums


def _small_type(largest: int) -> type[np.signedinteger]:
    for kind in (np.int8, np.int16, np.int32):
        if largest <= np.iinfo(kind).max:
            return kind
    return np.int64


def _digits(number: int, sizes: Sequence[int]) -> tuple[int, ...]:
    """Return the places of answers of the combination with this number."""
    digits = []
    for size in reversed(sizes):
        number, digit = divmod(number, size)
        digits.append(digit)
    return tuple(reversed(digits))
