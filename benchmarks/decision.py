"""One decision with its reasons, and one with how sure it is: 24 questions, 12 roles."""

import gc
import random
from time import perf_counter_ns

from benchmarks.report import say
from caremgr_desktop.core.quiz import Option, Question, Quiz, Role, Section, Trait
from caremgr_desktop.engine.decide import Engine

QUESTIONS = 24
OPTIONS = 5
SECTIONS = 5
FAMILIES = 2
ROLES = 12
ROUNDS = 2_000
NANOSECONDS_PER_MS = 1e6


def made_up_quiz(chance: random.Random) -> Quiz:
    """Return a quiz of full size; every fourth question takes up to three picks."""
    traits = [f"t{number}" for number in range(QUESTIONS)]
    return Quiz(
        id="made_up",
        version="1",
        title="Made up",
        short_title="Made up",
        language="en",
        sections=tuple(Section(f"s{number}", "Section") for number in range(SECTIONS)),
        traits=tuple(Trait(trait, "low", "high") for trait in traits),
        questions=tuple(_question(number, traits, chance) for number in range(QUESTIONS)),
        roles=tuple(_role(number, traits, chance) for number in range(ROLES)),
    )


def _question(number: int, traits: list[str], chance: random.Random) -> Question:
    options = tuple(
        Option(f"o{place}", "Option", "Option", dict.fromkeys(_two(number, traits), place - 2))
        for place in range(OPTIONS)
    )
    many = number % 4 == 0
    return Question(
        id=f"q{number}",
        section=f"s{chance.randrange(SECTIONS)}",
        kind="many" if many else "one",
        label="Label",
        text="Question",
        hint="",
        options=options,
        max_picks=3 if many else 1,
    )


def _two(number: int, traits: list[str]) -> list[str]:
    return [traits[number], traits[(number + 1) % len(traits)]]


def _role(number: int, traits: list[str], chance: random.Random) -> Role:
    family = None if number < FAMILIES else f"r{number % FAMILIES}"
    positions = {trait: chance.randint(-2, 2) for trait in traits}
    return Role(f"r{number}", family, "Role", "Role", positions)


def made_up_answers(quiz: Quiz, chance: random.Random) -> dict[str, tuple[str, ...]]:
    """Return an answer to every question."""
    return {
        question.id: tuple(
            sorted(option.id for option in chance.sample(question.options, question.max_picks))
        )
        for question in quiz.questions
    }


def measure() -> None:
    """Decide on many sets of answers, twice, and say how long each took, in ms."""
    chance = random.Random(24)  # noqa: S311 - the same figures every time, and no secret
    quiz = made_up_quiz(chance)
    engine = Engine(quiz)
    sets = [made_up_answers(quiz, chance) for _ in range(ROUNDS)]
    gc.collect()
    for answers in sets:
        started = perf_counter_ns()
        reasons = engine.decide(answers, {}).reasons
        taken = perf_counter_ns() - started
        say("decision_ms", taken / NANOSECONDS_PER_MS)
        assert len(reasons) == QUESTIONS * ROLES  # noqa: S101 - all were asked for
    for answers in sets:
        started = perf_counter_ns()
        sureness = engine.decide(answers, {}).sureness
        taken = perf_counter_ns() - started
        say("verdict_ms", taken / NANOSECONDS_PER_MS)
        assert sureness.leave_one_out.of == QUESTIONS  # noqa: S101 - all were tried


if __name__ == "__main__":
    measure()
