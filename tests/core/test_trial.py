"""What is tried beside a person's own answers, and when it differs from them."""

from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.trial import Trial
from caremgr_desktop.core.visit import Visit
from tests.samples import answers_to, importances, quizzes, small_quiz


def visit_of(answers: dict[str, tuple[str, ...]], weights: dict[str, Importance]) -> Visit:
    """Return a visit with these answers and weights."""
    return Visit("small", "1", 7, answers, weights)


@given(st.data())
def test_trying_anything_leaves_the_own_answers_as_they_are(data: st.DataObject) -> None:
    quiz = data.draw(quizzes())
    own = visit_of(data.draw(answers_to(quiz)), data.draw(importances()))
    other = visit_of(data.draw(answers_to(quiz)), data.draw(importances()))
    trial = Trial.of(own)
    for question in quiz.questions:
        trial = trial.with_answer(question.id, other.answers.get(question.id, ()))
    for section in quiz.sections:
        trial = trial.with_importance(section.id, other.importance(section.id))
    assert trial.own is own
    assert own == visit_of(dict(own.answers), dict(own.importances))
    assert trial.changed_questions(quiz) == tuple(
        question.id
        for question in quiz.questions
        if own.answers.get(question.id, ()) != other.answers.get(question.id, ())
    )
    assert trial.changed_sections(quiz) == tuple(
        section.id
        for section in quiz.sections
        if own.importance(section.id) != other.importance(section.id)
    )


@given(st.data())
def test_a_trial_ends_once_every_answer_is_the_own_one_again(data: st.DataObject) -> None:
    quiz = data.draw(quizzes())
    own = visit_of(data.draw(answers_to(quiz)), data.draw(importances()))
    other = data.draw(answers_to(quiz))
    trial = Trial.of(own)
    assert not trial.is_changed(quiz)
    for answers in (other, own.answers):
        for question in quiz.questions:
            trial = trial.with_answer(question.id, answers.get(question.id, ()))
    assert not trial.is_changed(quiz)


def test_a_skip_and_a_question_without_an_answer_are_alike() -> None:
    quiz = small_quiz()
    first = quiz.questions[0].id
    own = visit_of({first: ()}, {})
    assert not Trial.of(own).with_answer(first, ()).is_changed(quiz)
