"""The ranking agrees with an independent library for weighing criteria, pymcdm."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from pymcdm.methods import WSM  # type: ignore[import-untyped]  # it has no stubs

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.quiz import Question, Quiz, Role
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.paths import Paths

FloatArray = NDArray[np.float64]
WEIGHTINGS = 1_000
DIGITS = 10
"""Fits that differ by less than this many digits are a tie: the library counts in floats."""


@pytest.fixture(scope="module")
def quiz(tmp_path_factory: pytest.TempPathFactory) -> Quiz:
    base = tmp_path_factory.mktemp("person")
    paths = Paths(*(base / name for name in ("data", "cache", "config", "log")))
    return Workshop(paths=paths).quiz()


def agreement(question: Question, picks: Sequence[str], role: Role) -> float:
    """Return the agreement by the rule in words."""
    parts = [
        1 - abs(at - role.positions[trait]) / 4
        for option in question.options
        if option.id in picks
        for trait, at in option.positions.items()
    ]
    return sum(parts) / len(parts)


def as_it_is(column: FloatArray, *, cost: bool) -> FloatArray:
    """Return a criterion's values unchanged: agreements run from 0 to 1 as they are."""
    assert not cost
    return column


def ranks_by_the_library(
    answered: Sequence[tuple[Question, tuple[str, ...], float]], roles: Sequence[Role]
) -> list[int]:
    """Return each role's rank by a weighted sum; roles that are level share a rank."""
    matrix = np.array([[agreement(q, picks, role) for q, picks, _ in answered] for role in roles])
    weights = np.array([weight for _, _, weight in answered])
    criteria = np.ones(len(answered))
    fits = WSM(normalization_function=as_it_is)(
        matrix, weights / weights.sum(), criteria, validation=False
    )
    levels = [round(float(fit), DIGITS) for fit in fits]
    return [1 + sum(other > level for other in levels) for level in levels]


def test_a_thousand_random_weightings_rank_as_the_library_ranks_them(quiz: Quiz) -> None:
    chance = Random(2026)  # noqa: S311 - the same weightings each time
    for _ in range(WEIGHTINGS):
        weighed = tuple(
            question._replace(weight_percent=chance.randint(1, 300)) for question in quiz.questions
        )
        answers = {
            question.id: (chance.choice(question.options).id,)
            for question in chance.sample(weighed, chance.randint(1, len(weighed)))
        }
        importances = {it.id: chance.choice(list(Importance)) for it in quiz.sections}
        decision = Engine(quiz._replace(questions=weighed)).decide(answers, importances)
        found = {standing.role_id: standing.rank for standing in decision.standings}
        answered = [
            (it, answers[it.id], it.weight_percent * importances[it.section].factor)
            for it in weighed
            if it.id in answers
        ]
        for roles in (quiz.families, quiz.settings):
            expected = ranks_by_the_library(answered, roles)
            assert [found[role.id] for role in roles] == expected
