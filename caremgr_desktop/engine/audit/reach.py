"""Whether a role can come first at all: a set of answers that does it, or the proof of none.

For any mixture of rivals the best answers to each question add up to a bound on how far
a role can be before all of them (Lagrange). Where a bound is below zero no combination puts
the role first; where none is found the questions are tried one by one, each with its bound.
Bounds are whole numbers, so that no rounding decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

Vector = tuple[int, ...]
Leads = Sequence[Sequence[Vector]]
"""By question and answer, how far the role is before each rival."""

SCALE = 10_000
"""Mixtures are whole parts of this."""
ROUNDS = 60
ROUNDS_INSIDE = 6
MOST_NODES = 40_000


@dataclass(frozen=True, slots=True)
class Reach:
    """``answers`` are places of answers that bring the role first, alone or shared, or None.

    ``is_proven`` says whether None means that there are none at all; without it the
    search was ended.
    """

    answers: tuple[int, ...] | None
    is_proven: bool


def reach(leads: Leads) -> Reach:
    """Return answers that bring a role level with all rivals or before them."""
    if not leads or not leads[0][0]:
        return Reach((0,) * len(leads), is_proven=True)
    return _Search(leads).run()


class _Search:
    """Branches over the questions, the most decisive ones first."""

    def __init__(self, leads: Leads) -> None:
        self._rivals = len(leads[0][0])
        self._order = sorted(range(len(leads)), key=lambda place: -_span(leads[place]))
        self._leads = [leads[place] for place in self._order]
        self._nodes = 0

    def run(self) -> Reach:
        """Return what was found, with the answers in the questions' own order."""
        mixture = [SCALE // self._rivals] * self._rivals
        found = self._branch([], (0,) * self._rivals, mixture, ROUNDS)
        if found is None:
            return Reach(None, is_proven=self._nodes < MOST_NODES)
        answers = [0] * len(found)
        for place, answer in zip(self._order, found, strict=True):
            answers[place] = answer
        return Reach(tuple(answers), is_proven=True)

    def _branch(
        self, chosen: list[int], margins: Vector, mixture: list[int], rounds: int
    ) -> list[int] | None:
        """Return answers to all questions that begin with those chosen, or None."""
        self._nodes += 1
        if self._nodes >= MOST_NODES:
            return None
        for _ in range(rounds):
            best, bound, sums = self._relax(len(chosen), margins, mixture)
            if min(sums) >= 0:
                return [*chosen, *best]
            if bound < 0:
                return None
            mixture = _toward(mixture, sums)
        if len(chosen) == len(self._leads):
            return None
        return self._descend(chosen, margins, mixture)

    def _descend(self, chosen: list[int], margins: Vector, mixture: list[int]) -> list[int] | None:
        answers = self._leads[len(chosen)]
        order = sorted(range(len(answers)), key=lambda place: -_mixed(answers[place], mixture))
        for place in order:
            after = tuple(map(int.__add__, margins, answers[place]))
            found = self._branch([*chosen, place], after, mixture, ROUNDS_INSIDE)
            if found is not None:
                return found
        return None

    def _relax(
        self, start: int, margins: Vector, mixture: list[int]
    ) -> tuple[list[int], int, list[int]]:
        """Return the best answers to the rest against a mixture, their bound and the margins."""
        best, sums = [], list(margins)
        bound = _mixed(margins, mixture)
        for answers in self._leads[start:]:
            values = [_mixed(vector, mixture) for vector in answers]
            value = max(values)
            place = values.index(value)
            best.append(place)
            bound += value
            sums = list(map(int.__add__, sums, answers[place]))
        return best, bound, sums


def _mixed(vector: Sequence[int], mixture: Sequence[int]) -> int:
    return sum([part * weight for part, weight in zip(vector, mixture, strict=True)])


def _toward(mixture: list[int], sums: list[int]) -> list[int]:
    """Return a mixture with more of the rivals that are ahead; whole numbers, at least one."""
    spread = max(*map(abs, sums), 1)
    raised = [
        max(weight, 1) * exp(-part / spread / 2) for weight, part in zip(mixture, sums, strict=True)
    ]
    whole = sum(raised)
    return [max(1, round(SCALE * part / whole)) for part in raised]


def _span(answers: Sequence[Vector]) -> int:
    return max(sum(map(abs, vector)) for vector in answers)
