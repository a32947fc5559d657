"""Which place comes next, and how far along a visit is; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.core.visit import HAVE, RESULT, REVIEW, Place, Visit

if TYPE_CHECKING:
    from caremgr_desktop.core.ports import Route

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


def begin(route: Route, visit: Visit) -> Visit:
    """Return the visit at the question to go on with, or at the review."""
    question = route.first_open(visit)
    return visit.at(question_place(question) if question else REVIEW)


def forward(route: Route, visit: Visit) -> Visit:
    """Return the visit one place on; a detour from the result or the review ends where it began.

    A quick edition goes from the review to the result; what a person has can be said there.
    """
    if is_detour(visit):
        return visit.back()
    if visit.place.kind == "question":
        question = route.after(visit, visit.place.question_id)
        return visit.at(question_place(question) if question else REVIEW)
    if visit.place in (REVIEW, HAVE) and visit.trail[-2:-1] == (RESULT,):
        return visit.back()
    if visit.place == REVIEW:
        return _past_review(route, visit)
    return visit.at(RESULT) if visit.place == HAVE else begin(route, visit)


def _past_review(route: Route, visit: Visit) -> Visit:
    """Return the visit past the review; what a weight has opened again is asked first."""
    if not route.ends_early:
        return visit.at(HAVE)
    question = route.first_open(visit)
    return visit.at(question_place(question) if question else RESULT)


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
    ``total`` questions are asked, or, where it ``ends_early``, that many at most.
    """

    sections: tuple[SectionProgress, ...]
    number: int
    reached: int
    answered: int
    total: int
    minutes_left: int
    ends_early: bool


def progress_of(route: Route, visit: Visit) -> Progress:
    """Return how far the visit is; minutes are rounded up."""
    quiz = route.quiz
    here = quiz.question(visit.place.question_id) if visit.place.kind == "question" else None
    reached = sum(1 for question in quiz.questions if visit.has_reached(question.id))
    total = max(route.most, reached)
    seconds_left = (total - reached) * SECONDS_PER_QUESTION
    return Progress(
        sections=tuple(
            _section_progress(quiz, visit, section.id, section.title, here)
            for section in quiz.sections
        ),
        number=route.number(visit, here.id) if here else 0,
        reached=reached,
        answered=visit.answered_count,
        total=total,
        minutes_left=-(-seconds_left // SECONDS_PER_MINUTE),
        ends_early=route.ends_early,
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
