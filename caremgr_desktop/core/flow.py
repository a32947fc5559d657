"""Which place comes next, and how far along a visit is; pure."""

from typing import NamedTuple

from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.core.visit import RESULT, REVIEW, Place, Visit

SECONDS_PER_QUESTION = 10
"""What one question takes most people, for the minutes that are left.

Inferred: 24 to 30 items in 5 to 7 minutes is what matching quizzes report,
and half of it is reading the question.
"""
SECONDS_PER_MINUTE = 60


def question_place(question: Question) -> Place:
    """Return the place at which a question is asked."""
    return Place("question", question.id)


def is_detour(visit: Visit) -> bool:
    """Whether the present question was opened from the review or the result."""
    came_from = visit.trail[-2] if len(visit.trail) > 1 else None
    return visit.place.kind == "question" and came_from in (REVIEW, RESULT)


def begin(quiz: Quiz, visit: Visit) -> Visit:
    """Return the visit at the first question that has no answer, or at the review."""
    for question in quiz.questions:
        if not visit.has_reached(question.id):
            return visit.at(question_place(question))
    return visit.at(REVIEW)


def forward(quiz: Quiz, visit: Visit) -> Visit:
    """Return the visit one place on; a detour, by the review too, ends where it began."""
    if is_detour(visit):
        return visit.back()
    if visit.place.kind == "question":
        return visit.at(_after(quiz, visit.place.question_id))
    if visit.place == REVIEW:
        return visit.back() if visit.trail[-2:-1] == (RESULT,) else visit.at(RESULT)
    return begin(quiz, visit)


def _after(quiz: Quiz, question_id: str) -> Place:
    ids = [question.id for question in quiz.questions]
    following = ids.index(question_id) + 1
    return Place("question", ids[following]) if following < len(ids) else REVIEW


class SectionProgress(NamedTuple):
    """How much of a section is done; ``is_here`` marks the present one."""

    section_id: str
    title: str
    reached: int
    answered: int
    total: int
    is_here: bool

    @property
    def is_done(self) -> bool:
        """Whether every question of it was answered."""
        return self.answered == self.total


class Progress(NamedTuple):
    """How far a visit is, by section and as a whole.

    ``number`` is the present question's, from 1; 0 where no question is shown.
    """

    sections: tuple[SectionProgress, ...]
    number: int
    reached: int
    answered: int
    total: int
    minutes_left: int


def progress_of(quiz: Quiz, visit: Visit) -> Progress:
    """Return how far the visit is; minutes are rounded up."""
    here = quiz.question(visit.place.question_id) if visit.place.kind == "question" else None
    ids = [question.id for question in quiz.questions]
    reached = sum(1 for question_id in ids if visit.has_reached(question_id))
    seconds_left = (len(ids) - reached) * SECONDS_PER_QUESTION
    return Progress(
        sections=tuple(
            _section_progress(quiz, visit, section.id, section.title, here)
            for section in quiz.sections
        ),
        number=ids.index(here.id) + 1 if here else 0,
        reached=reached,
        answered=visit.answered_count,
        total=len(ids),
        minutes_left=-(-seconds_left // SECONDS_PER_MINUTE),
    )


def _section_progress(
    quiz: Quiz, visit: Visit, section_id: str, title: str, here: Question | None
) -> SectionProgress:
    questions = quiz.questions_of(section_id)
    return SectionProgress(
        section_id=section_id,
        title=title,
        reached=sum(1 for item in questions if visit.has_reached(item.id)),
        answered=sum(1 for item in questions if visit.answers.get(item.id)),
        total=len(questions),
        is_here=here is not None and here.section == section_id,
    )
