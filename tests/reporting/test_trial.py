"""The result of what is tried: the engine's own numbers, marked where they moved."""

from random import Random

import pytest

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.trial import Trial
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.reporting.views import ResultView

TRIALS = 60


def own_visit(workshop: Workshop) -> Visit:
    """Return a visit with the first option of every question but the last, which is skipped."""
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 7)
    for question in quiz.questions[:-1]:
        visit = visit.with_answer(question.id, (question.options[0].id,))
    return visit.with_answer(quiz.questions[-1].id, ())


def some_trial(workshop: Workshop, seed: int) -> Trial:
    """Return a trial with a few other answers and a part that counts in another way."""
    quiz, chance = workshop.quiz(), Random(seed)  # noqa: S311 - the same trials each time
    trial = Trial.of(own_visit(workshop))
    for question in chance.sample(quiz.questions, 4):
        trial = trial.with_answer(question.id, (chance.choice(question.options).id,))
    section = chance.choice(quiz.sections)
    return trial.with_importance(section.id, chance.choice(list(Importance)))


def unmarked(view: ResultView) -> ResultView:
    """Return the view as it would be without a trial; the kicker and remarks are set apart."""
    return view._replace(
        kicker="",
        remarks=(),
        trial=None,
        families=tuple(bar._replace(was=None, was_text="") for bar in view.families),
        settings=tuple(bar._replace(was=None, was_text="") for bar in view.settings),
        reasons_for=tuple(item._replace(was="") for item in view.reasons_for),
        reasons_against=tuple(item._replace(was="") for item in view.reasons_against),
        answers=tuple(item._replace(was="") for item in view.answers),
    )


@pytest.mark.parametrize("seed", range(TRIALS))
def test_a_trial_says_the_same_as_a_result_of_those_answers(
    workshop: Workshop, reporter: ResultReporter, seed: int
) -> None:
    trial = some_trial(workshop, seed)
    own = reporter.result(trial.own)
    assert unmarked(reporter.trial(trial, own)) == unmarked(reporter.result(trial.tried))


@pytest.mark.parametrize("seed", range(TRIALS))
def test_a_glance_is_the_trial_but_for_what_is_read_later(
    workshop: Workshop, reporter: ResultReporter, seed: int
) -> None:
    trial = some_trial(workshop, seed)
    own = reporter.result(trial.own)
    whole = reporter.trial(trial, own)
    assert reporter.glance(trial, own) == whole._replace(sure=None, pay=(), paths=(), years=None)


@pytest.mark.parametrize("seed", range(TRIALS))
def test_all_that_moved_is_marked_with_what_it_was_and_nothing_else(
    workshop: Workshop, reporter: ResultReporter, seed: int
) -> None:
    trial = some_trial(workshop, seed)
    own = reporter.result(trial.own)
    tried = reporter.trial(trial, own)
    before = {bar.role_id: bar for bar in (*own.families, *own.settings)}
    for bar in (*tried.families, *tried.settings):
        was = before[bar.role_id]
        has_moved = (bar.fit, bar.rank) != (was.fit, was.rank)
        assert bar.was == (was if has_moved else None)
        assert bool(bar.was_text) == has_moved
        assert was.text in bar.was_text or not has_moved
    changed = set(trial.changed_questions(workshop.quiz()))
    marked = {item.question_id for item in tried.answers if item.was}
    assert marked == changed
    for reason in (*tried.reasons_for, *tried.reasons_against):
        assert bool(reason.was) == (reason.question_id in changed)


def test_the_kicker_counts_what_is_changed(workshop: Workshop, reporter: ResultReporter) -> None:
    quiz = workshop.quiz()
    first, second = quiz.questions[:2]
    trial = Trial.of(own_visit(workshop)).with_answer(first.id, (first.options[1].id,))
    own = reporter.result(trial.own)
    assert reporter.trial(trial, own).kicker == "What if  ·  1 change"
    trial = trial.with_answer(second.id, ())
    trial = trial.with_importance(quiz.sections[0].id, Importance.DOUBLE)
    assert reporter.trial(trial, own).kicker == "What if  ·  3 changes"


@pytest.mark.parametrize("seed", range(TRIALS))
def test_the_strip_says_a_new_verdict_and_a_new_closest_setting(
    workshop: Workshop, reporter: ResultReporter, seed: int
) -> None:
    trial = some_trial(workshop, seed)
    own = reporter.result(trial.own)
    tried = reporter.glance(trial, own)
    assert tried.trial is not None
    assert (tried.headline in tried.trial.now) == (tried.headline != own.headline)
    if own.setting is not None and tried.setting is not None:
        is_other = own.setting.role_id != tried.setting.role_id
        short = next(it for it in tried.settings if it.role_id == tried.setting.role_id)
        assert (f"Closest: {short.short_title}." in tried.trial.now) == is_other


def test_a_skipped_question_that_is_tried_was_skipped(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    last = workshop.quiz().questions[-1]
    trial = Trial.of(own_visit(workshop)).with_answer(last.id, (last.options[0].id,))
    tried = reporter.trial(trial, reporter.result(trial.own))
    reasons = (*tried.reasons_for, *tried.reasons_against)
    assert next(it.was for it in reasons if it.question_id == last.id) == "Skipped"
