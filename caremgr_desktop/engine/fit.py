"""How close each role is to the answers: city-block proximity in exact integers.

A question's agreement with a role is the mean of ``1 - |answer - position| / 4``
over the positions of the picked options; a role's fit is the mean over the
answered questions, weighted by the author and by the taker's importance. Since
every role stands on every trait, all fits share one denominator, and comparing
roles is a comparison of integers: no float decides a winner.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from caremgr_desktop.core.answers import Answers, Importance, Importances, Picks
from caremgr_desktop.core.quiz import POSITION_RANGE, Question, Quiz, Role


class Row(NamedTuple):
    """What one answered question gives to each role, in the tally's points.

    ``points`` follow the quiz's roles; ``most`` is what full agreement gives.
    """

    question_id: str
    points: tuple[int, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Tally:
    """All points over one denominator: ``points / denominator`` is a part of a fit.

    ``totals`` follow the quiz's roles and are the sums of the rows' points.
    """

    rows: tuple[Row, ...]
    totals: tuple[int, ...]
    denominator: int

    def share(self, points: int) -> Fraction:
        """Return points as an exact part of a fit; 0 where nothing was answered."""
        return Fraction(points, self.denominator) if self.denominator else Fraction(0)


class Standing(NamedTuple):
    """A role's place: ties share a rank, and ``fit`` runs from 0 to 1.

    Families are ranked among families, settings among all settings.
    """

    role_id: str
    family: str | None
    rank: int
    fit: Fraction


class Scorer:
    """Scores answers of one quiz; the distances are worked out once."""

    def __init__(self, quiz: Quiz) -> None:
        self._quiz = quiz
        self._distances = {
            (question.id, option.id): _distances(option.positions, quiz.roles)
            for question in quiz.questions
            for option in question.options
        }
        self._sizes = {
            (question.id, option.id): len(option.positions)
            for question in quiz.questions
            for option in question.options
        }
        self._unit = POSITION_RANGE * lcm(*range(1, _largest_set(quiz.questions) + 1))
        self._columns = {role.id: column for column, role in enumerate(quiz.roles)}

    @property
    def quiz(self) -> Quiz:
        """The quiz whose answers are scored."""
        return self._quiz

    @property
    def unit(self) -> int:
        """What full agreement is in ``agreement``; divisible by every size of a set of picks."""
        return self._unit

    def column(self, role_id: str) -> int:
        """Return where a role stands in ``agreement``, ``Row.points`` and ``Tally.totals``."""
        return self._columns[role_id]

    def agreement(self, question_id: str, picks: Picks) -> tuple[int, ...]:
        """Return each role's agreement with the picks, from 0 to ``unit``."""
        size = sum([self._sizes[question_id, option_id] for option_id in picks])
        scale = self._unit // (POSITION_RANGE * size)
        columns = [self._distances[question_id, option_id] for option_id in picks]
        sums = columns[0] if len(columns) == 1 else map(sum, zip(*columns, strict=True))
        return tuple([self._unit - scale * distance for distance in sums])

    def tally(self, answers: Answers, importances: Importances) -> Tally:
        """Return every role's points for the answers; skips are left out on both sides."""
        rows = tuple(
            self._row(question, answers[question.id], importances)
            for question in self._quiz.questions
            if answers.get(question.id)
        )
        totals = tuple(map(sum, zip(*(row.points for row in rows), strict=True)))
        return Tally(
            rows=rows,
            totals=totals or (0,) * len(self._quiz.roles),
            denominator=sum(row.most for row in rows),
        )

    def _row(self, question: Question, picks: Picks, importances: Importances) -> Row:
        weight = weight_of(question, importances)
        agreement = self.agreement(question.id, picks)
        return Row(question.id, tuple([weight * part for part in agreement]), weight * self._unit)

    def standings(self, tally: Tally) -> tuple[Standing, ...]:
        """Return families by rank, then settings by rank; ties keep the order of display."""
        pairs = list(zip(self._quiz.roles, tally.totals, strict=True))
        families = [pair for pair in pairs if pair[0].is_family]
        settings = [pair for pair in pairs if not pair[0].is_family]
        return (*_ranked(families, tally), *_ranked(settings, tally))


def weight_of(question: Question, importances: Importances) -> int:
    """Return a question's whole weight: the author's percent times the taker's halves."""
    return question.weight_percent * importances.get(question.section, Importance.NORMAL)


def _distances(positions: Mapping[str, int], roles: Sequence[Role]) -> tuple[int, ...]:
    return tuple(
        sum(abs(answer - role.positions[trait]) for trait, answer in positions.items())
        for role in roles
    )


def _largest_set(questions: Sequence[Question]) -> int:
    """Return the most positions that the picks of one question can have together."""
    largest = 1
    for question in questions:
        sizes = sorted((len(option.positions) for option in question.options), reverse=True)
        largest = max(largest, sum(sizes[: question.max_picks]))
    return largest


def _ranked(pairs: Sequence[tuple[Role, int]], tally: Tally) -> list[Standing]:
    ordered = sorted(pairs, key=lambda pair: -pair[1])
    standings: list[Standing] = []
    for place, (role, total) in enumerate(ordered, start=1):
        is_tie = place > 1 and total == ordered[place - 2][1]
        rank = standings[-1].rank if is_tie else place
        standings.append(Standing(role.id, role.family, rank, tally.share(total)))
    return standings
