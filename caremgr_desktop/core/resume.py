"""A saved visit brought back to the quiz as it is today."""

from types import MappingProxyType
from typing import NamedTuple

from caremgr_desktop.core.answers import Picks, picks_of
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import HAVE, RESULT, REVIEW, WELCOME, Place, Visit
from caremgr_desktop.errors import AnswerError


class Resumed(NamedTuple):
    """What of a saved visit still fits; ``dropped`` counts the answers that don't."""

    visit: Visit
    dropped: int


def visit_for(quiz: Quiz, saved: Visit) -> Resumed:
    """Return the saved visit for this quiz, less what the quiz no longer asks.

    Nothing of another quiz is kept. Of another version, each answer is kept
    whose question and options are still there, in whatever order.
    """
    answers = saved.answers if saved.quiz_id == quiz.id else {}
    fitting = {key: _fitting(quiz, key, picks) for key, picks in answers.items()}
    kept = {key: picks for key, picks in fitting.items() if picks is not None}
    sections = {section.id for section in quiz.sections}
    visit = saved._replace(
        quiz_id=quiz.id,
        quiz_version=quiz.version,
        answers=MappingProxyType(kept),
        importances=MappingProxyType(
            {key: value for key, value in saved.importances.items() if key in sections}
        ),
        trail=_trail(quiz, saved.trail),
    )
    return Resumed(visit, len(saved.answers) - len(kept))


def _fitting(quiz: Quiz, question_id: str, picks: Picks) -> Picks | None:
    """Return picks in today's order, None where the quiz no longer has them."""
    question = quiz.question(question_id)
    if question is None:
        return None
    try:
        return picks_of(question, picks)
    except AnswerError:
        return None


def _trail(quiz: Quiz, trail: tuple[Place, ...]) -> tuple[Place, ...]:
    places = [
        place
        for place in trail
        if place in (WELCOME, REVIEW, HAVE, RESULT)
        or (place.kind == "question" and quiz.question(place.question_id) is not None)
    ]
    return tuple(places) if places[:1] == [WELCOME] else (WELCOME, *places)
