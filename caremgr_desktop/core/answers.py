"""Answers and importances, and what the quiz allows as one."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.errors import AnswerError

Picks = tuple[str, ...]
"""The ids of the picked options, in the question's own order; empty is a skip."""

Answers = Mapping[str, Picks]
"""Picks by question id; a question that is absent was never reached."""

SKIPPED: Picks = ()


class Importance(IntEnum):
    """How much a section counts, in halves of the normal weight."""

    HALF = 1
    NORMAL = 2
    DOUBLE = 4

    @property
    def factor(self) -> float:
        """The number that people know it by: 0.5, 1 or 2."""
        return self / Importance.NORMAL


Importances = Mapping[str, Importance]
"""Importance by section id; a section that is absent counts as normal."""


def picks_of(question: Question, option_ids: Sequence[str]) -> Picks:
    """Return the picks in the question's order, once each.

    Raises AnswerError ``unknown_option`` or ``too_many_picks``.
    """
    known = {option.id for option in question.options}
    for option_id in option_ids:
        if option_id not in known:
            raise AnswerError("unknown_option", question=question.id, option=option_id)
    chosen = set(option_ids)
    if len(chosen) > question.max_picks:
        raise AnswerError(
            "too_many_picks", question=question.id, picks=len(chosen), limit=question.max_picks
        )
    return tuple(option.id for option in question.options if option.id in chosen)


def question_of(quiz: Quiz, question_id: str) -> Question:
    """Return the question of that id, or raise AnswerError ``unknown_question``."""
    question = quiz.question(question_id)
    if question is None:
        raise AnswerError("unknown_question", question=question_id)
    return question


def importance_of(factor: float) -> Importance:
    """Return the importance that people write as 0.5, 1 or 2.

    Raises AnswerError ``unknown_importance``.
    """
    for importance in Importance:
        if importance.factor == factor:
            return importance
    raise AnswerError("unknown_importance", importance=factor)
