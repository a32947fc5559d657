"""Looks for a quiz that hands out a role for a habit: always the first card, always the last."""

from collections.abc import Callable

from caremgr_desktop.content.bundle import Bundle
from caremgr_desktop.content.load import quiz_of
from caremgr_desktop.content.question_links import MOST_OPTIONS
from caremgr_desktop.core.answers import Answers
from caremgr_desktop.core.quiz import Quiz

Judge = Callable[[Quiz, Answers], int | None]
"""Gives the flip distance of answers; content knows no engine, so it is handed one."""

CLOSE_CALL = 1
"""Always taking the k-th option may be a close call at most: one answer away."""


def check_balance(bundle: Bundle, judge: Judge) -> None:
    """Note every number whose option, always taken as authored, hands out a role.

    The last option stands in where a question has fewer. The bundle must have
    no fault.
    """
    quiz = quiz_of(bundle)
    most = max(len(question.options) for question in quiz.questions)
    for number in range(1, min(most, MOST_OPTIONS) + 1):
        distance = judge(quiz, always(quiz, number))
        if distance is None or distance > CLOSE_CALL:
            bundle.questions.document.add_at_key(
                ("questions",), "unbalanced", number=number, distance=distance or 0
            )


def always(quiz: Quiz, number: int) -> Answers:
    """Return the answers of somebody who always takes the option of that number, from 1."""
    return {
        question.id: (question.options[min(number, len(question.options)) - 1].id,)
        for question in quiz.questions
    }
