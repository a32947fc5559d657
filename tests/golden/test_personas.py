"""People whose results are kept, so that a change of content shows whom it moves.

Two portraits say what the founding article's two columns say (and skip what
the article is silent on); the others are people as they come to a career fair.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.answers import Answers, picks_of, question_of
from caremgr_desktop.engine.decide import Decision, Engine
from caremgr_desktop.paths import Paths

PERSONAS = json.loads((Path(__file__).parent / "personas.json").read_text(encoding="utf-8"))
PORTRAITS = [persona for persona in PERSONAS if persona["id"].startswith("portrait_")]
WIDE_MARGIN = 0.25
WIDE_DISTANCE = 6


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    base = tmp_path_factory.mktemp("person")
    paths = Paths(*(base / name for name in ("data", "cache", "config", "log")))
    return Workshop(paths=paths).engine()


@dataclass(frozen=True)
class Outcome:
    """What became of a persona's answers."""

    decision: Decision
    first_reason: str


def outcome(engine: Engine, persona: dict[str, Any]) -> Outcome:
    answers: Answers = {
        question_id: picks_of(
            question_of(engine.quiz, question_id),
            [] if given is None else [given] if isinstance(given, str) else given,
        )
        for question_id, given in persona["answers"].items()
    }
    decision = engine.decide(answers, {})
    first, second = (standing.role_id for standing in decision.families[:2])
    contrasts = engine.contrasts(decision, first, second)
    return Outcome(decision, contrasts[0].question_id)


def test_there_are_two_portraits_and_a_dozen_people() -> None:
    assert len(PORTRAITS) == 2
    assert len(PERSONAS) - len(PORTRAITS) >= 12


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona["id"])
def test_a_persona_s_family_setting_and_first_reason_stay(
    engine: Engine, persona: dict[str, Any]
) -> None:
    found = outcome(engine, persona)
    assert found.decision.families[0].role_id == persona["family"]
    assert found.decision.settings[0].role_id == persona["setting"]
    assert found.first_reason == persona["first_reason"]


@pytest.mark.parametrize("persona", PORTRAITS, ids=lambda persona: persona["id"])
def test_a_portrait_from_the_article_comes_out_on_its_side_by_a_wide_margin(
    engine: Engine, persona: dict[str, Any]
) -> None:
    decision = outcome(engine, persona).decision
    first, second = decision.families[:2]
    assert first.role_id == persona["id"].removeprefix("portrait_")
    assert first.fit - second.fit > WIDE_MARGIN
    distance = decision.verdict.flip.distance
    assert distance is not None
    assert distance >= WIDE_DISTANCE
