"""The verdict: its flip distance is exact, and it says when there's too little to go on."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings

from caremgr_desktop.core.answers import Answers, Importance, Importances
from caremgr_desktop.core.quiz import Limits, Quiz
from caremgr_desktop.core.verdicts import (
    CLEAR,
    CLOSE_CALL,
    LEANING,
    NO_CLEAR_RESULT,
)
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.engine.flip import pick_sets
from tests.samples import cases, question, quiz_of, role

Case = tuple[Quiz, dict[str, tuple[str, ...]], dict[str, Importance]]


def first_families(engine: Engine, answers: Answers, importances: Importances) -> set[str]:
    decision = engine.decide(answers, importances)
    best = max(item.fit for item in decision.families)
    return {item.role_id for item in decision.families if item.fit == best}


def by_trying_all(
    engine: Engine, answers: dict[str, tuple[str, ...]], importances: Importances
) -> int | None:
    """Return the flip distance by trying every set of changes, smallest sets first."""
    leaders = first_families(engine, answers, importances)
    answered = [item for item in engine.quiz.questions if answers.get(item.id)]
    if len(leaders) > 1:
        return 0
    for count in range(1, len(answered) + 1):
        for chosen in combinations(answered, count):
            for picks in product(*([(), *pick_sets(item)] for item in chosen)):
                changed = {**answers, **dict(zip((q.id for q in chosen), picks, strict=True))}
                if first_families(engine, changed, importances) != leaders:
                    return count
    return None


@settings(max_examples=150, deadline=None)
@given(cases(most_questions=4))
def test_the_flip_distance_is_the_smallest_there_is(case: Case) -> None:
    quiz, answers, importances = case
    engine = Engine(quiz)
    found = engine.decide(answers, importances).verdict.flip.distance
    assert found == by_trying_all(engine, answers, importances)


def ten_questions() -> Quiz:
    roles = (role("tea", None, -2, 0, 0), role("coffee", None, 2, 0, 0))
    asked = [question(f"q{n}", {"pace": -2}, {"pace": 0}, {"pace": 2}) for n in range(12)]
    return quiz_of(tuple(asked), roles)


@pytest.mark.parametrize(
    ("for_tea", "kind", "distance"),
    [(6, CLOSE_CALL, 0), (7, CLOSE_CALL, 1), (8, LEANING, 2), (9, LEANING, 3), (10, CLEAR, 4)],
)
def test_the_verdict_follows_from_the_flip_distance(for_tea: int, kind: str, distance: int) -> None:
    quiz = ten_questions()
    answers = {f"q{n}": ("o0",) if n < for_tea else ("o2",) for n in range(12)}
    verdict = Engine(quiz).decide(answers, {}).verdict
    assert (verdict.kind, verdict.flip.distance) == (kind, distance)


def test_a_tie_names_both_families() -> None:
    answers = {f"q{n}": ("o0",) if n < 6 else ("o2",) for n in range(12)}
    assert Engine(ten_questions()).decide(answers, {}).verdict.leaders == ("tea", "coffee")


def test_under_a_third_answered_there_is_no_clear_result() -> None:
    engine = Engine(ten_questions())
    three = {f"q{n}": ("o0",) for n in range(3)}
    assert engine.decide(three, {}).verdict.kind == NO_CLEAR_RESULT
    assert engine.decide({**three, "q3": ("o0",)}, {}).verdict.kind != NO_CLEAR_RESULT


def test_answers_that_fit_all_families_alike_give_no_clear_result() -> None:
    answers = {f"q{n}": ("o1",) for n in range(12)}
    assert Engine(ten_questions()).decide(answers, {}).verdict.kind == NO_CLEAR_RESULT


def test_the_author_s_limits_count() -> None:
    answers = {f"q{n}": ("o0",) for n in range(12)}
    strict = Engine(ten_questions()._replace(limits=Limits(close_call=6, leaning=8)))
    assert strict.decide(answers, {}).verdict.kind == CLOSE_CALL
