"""Every answer to every question, with what it gives to each role."""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, prod
from typing import NamedTuple

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.engine.fit import Scorer
from caremgr_desktop.engine.flip import pick_sets


class Item(NamedTuple):
    """One question: its answers, and each answer's points for every role of the quiz.

    An answer is an option or, for several picks, a set of them that is not empty; a
    skip is none. Points are whole numbers that follow the quiz's roles; all sections
    count as normal.
    """

    question: Question
    answers: tuple[Picks, ...]
    points: tuple[tuple[int, ...], ...]


class Table:
    """All items of a quiz; ``most`` is what full agreement with every answer gives."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz
        scorer = Scorer(quiz)
        items = [_item(question, scorer) for question in quiz.questions]
        shared = gcd(*(part for item in items for points in item.points for part in points)) or 1
        self.items = tuple(_smaller(item, shared) for item in items)
        whole = sum(question.weight_percent for question in quiz.questions) * scorer.unit
        self.most = Fraction(whole, shared)
        self.columns = {role.id: column for column, role in enumerate(quiz.roles)}

    @property
    def combinations(self) -> int:
        """How many combinations of answers there are."""
        return prod(len(item.answers) for item in self.items)

    def leads(self, first: int, others: Sequence[int]) -> list[list[tuple[int, ...]]]:
        """Return by question and answer how far one column is before each of some others."""
        return [
            [tuple([points[first] - points[other] for other in others]) for points in item.points]
            for item in self.items
        ]


def _item(question: Question, scorer: Scorer) -> Item:
    answers = tuple(pick_sets(question))
    weight = question.weight_percent
    points = tuple(
        tuple([weight * part for part in scorer.agreement(question.id, picks)]) for picks in answers
    )
    return Item(question, answers, points)


def _smaller(item: Item, shared: int) -> Item:
    points = tuple(tuple([part // shared for part in row]) for row in item.points)
    return item._replace(points=points)
